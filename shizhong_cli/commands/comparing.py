"""The targets beside those of other places, or beside themselves on an earlier day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.shared import Result
from shizhong_cli.commands.times import last_day

if TYPE_CHECKING:
    from datetime import date

    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.pack.rows import Row
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.core.progress.gap import Gap
    from shizhong_cli.rendering.wording import Words


def compared(
    catalogue: Catalogue,
    gaps: Sequence[Gap],
    came_in: Sequence[Actual],
    beside: tuple[Sequence[Path] | None, str | None],
    words: Words,
) -> Result:
    """The targets beside those of other places, else beside themselves on an earlier day. Raises ``CannotGoOn``."""
    folders, then = beside
    if folders:
        return compared_with(catalogue, gaps, folders, words)
    return moved_since(catalogue, gaps, came_in, last_day(catalogue, then or "", "--compare", words), words)


def compared_with(catalogue: Catalogue, gaps: Sequence[Gap], folders: Sequence[Path], words: Words) -> Result:
    """The targets beside those of other places. Raises ``CannotGoOn``."""
    from shizhong_cli.core.progress.settling.beside import beside_rows, compare_places
    from shizhong_cli.reading.pack.catalogue import load_catalogue
    from shizhong_cli.rendering.pages.places import places_sheet

    targets = [gap.target for gap in gaps]
    compared = [compare_places(catalogue, load_catalogue(folder), targets) for folder in folders]
    rows: list[Row] = []
    for folder, places in zip(folders, compared, strict=True):
        rows += [{"place": str(folder), **row} for row in beside_rows(places)]
    return Result({"comparisons": rows}, rows, lambda: places_sheet(compared, words))


def moved_since(
    catalogue: Catalogue, gaps: Sequence[Gap], came_in: Sequence[Actual], then: date, words: Words
) -> Result:
    """What moved since a day."""
    from shizhong_cli.core.pack.rows import named
    from shizhong_cli.core.progress.overview import movements
    from shizhong_cli.core.progress.rows import movement_row
    from shizhong_cli.rendering.pages.status import compare_sheet

    moved = movements(catalogue, [gap.target for gap in gaps], came_in, then)
    rows = [named(catalogue, movement_row(movement)) for movement in moved]
    content: Row = {"movements": rows, "then": then.isoformat()}
    return Result(content, rows, lambda: compare_sheet(catalogue, moved, then, words))
