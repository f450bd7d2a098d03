"""The options of status that say which targets are shown, how, and beside what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.core.pack.terms import Binding
from shizhong_cli.core.progress.terms import Order, Status
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.core.progress.overview import Filter


class Against(NamedTuple):
    """What the targets are set beside: an earlier day, packs of other years."""

    compare: Annotated[str | None, Option("--compare", metavar="DATE")] = None
    compare_with: Annotated[list[Path] | None, Option("--compare-with", metavar="DIR")] = None

    @property
    def is_asked(self) -> bool:
        """Whether they are to be set beside anything."""
        return self.compare is not None or bool(self.compare_with)


class Chosen(NamedTuple):
    """Which targets."""

    section: Annotated[str | None, Option("--section", metavar="TEXT")] = None
    responsible: Annotated[str | None, Option("--responsible", metavar="TEXT")] = None
    binding: Annotated[list[Binding] | None, Option("--binding")] = None
    status: Annotated[list[Status] | None, Option("--status")] = None
    search: Annotated[str | None, Option("--search", metavar="TEXT")] = None

    def as_filter(self) -> Filter:
        """The filter of these."""
        from shizhong_cli.core.progress.overview import Filter

        return Filter(
            self.section or "", self.search or "", frozenset(self.binding or ()), frozenset(self.status or ()),
            self.responsible or "",
        )  # fmt: skip


class Shown(NamedTuple):
    """In which order, how briefly, and how many of them."""

    sort: Annotated[Order | None, Option("--sort")] = None
    brief: Annotated[bool, Option("--brief")] = False
    top: Annotated[int | None, Option("--top", metavar="N", least=1)] = None
    due: Annotated[str | None, Option("--due", metavar="30d")] = None
