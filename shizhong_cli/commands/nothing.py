"""What is said of filters that let no target through: which of them it is, and what there would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from shizhong_cli.commands.talking import say
from shizhong_cli.core.pack.model import group_of
from shizhong_cli.core.progress.overview import Filter
from shizhong_cli.reading.spelling import nearest

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.gap import Gap
    from shizhong_cli.rendering.wording import Words

_LISTED = 12


def tell_nothing(catalogue: Catalogue, filter: Filter, gaps: Sequence[Gap], words: Words) -> None:
    """Say why no target is left of all of them."""
    given = {field: getattr(filter, field) for field in Filter._fields if getattr(filter, field)}
    alone = {field: Filter(**{field: value}) for field, value in given.items()}
    empty = [field for field, one in alone.items() if not one.apply(catalogue, gaps)]
    if not empty and len(alone) > 1:
        say(words("nothing.together"))
    for field in empty:
        wanted = getattr(filter, field)
        found = _said(field, wanted, words)
        known = _known(catalogue, field, gaps, words)
        if field == "responsible" and not known:
            say(words("nothing.body", option=_OPTIONS[field], why=words("problem.A042")))
            continue
        text = words("nothing.filter", option=_OPTIONS[field], found=found, known=_list_of(known, words))
        parts = dict.fromkeys([*known, *" ".join(known).split()])
        near = nearest(found, parts) if isinstance(wanted, str) else ""
        say(text + (words("problem.suggest", suggestion=near) if near else ""))


def tell_none_due(gaps: Sequence[Gap], day: date, until: date, words: Words) -> None:
    """Say when the next target falls due where none does so soon."""
    ahead = sorted(gap.target.period.last for gap in gaps if gap.target.period.last >= day)
    if ahead:
        say(words("nothing.due", until=until, first=ahead[0]))


def _said(field: str, wanted: str | frozenset[StrEnum], words: Words) -> str:
    """What was asked for, as the pages say it."""
    return wanted if isinstance(wanted, str) else ", ".join(sorted(words(f"{_KEYS[field]}.{one}") for one in wanted))


_OPTIONS = {
    "section": "--section", "search": "--search", "bindings": "--binding", "statuses": "--status",
    "responsible": "--responsible",
}  # fmt: skip
_KEYS = {"bindings": "binding", "statuses": "status"}


def _known(catalogue: Catalogue, field: str, gaps: Sequence[Gap], words: Words) -> list[str]:
    """What the condition could have been met by, each once."""
    targets = [gap.target for gap in gaps]
    if field == "section":
        paths = dict.fromkeys(group_of(target.section) for target in targets)
        return [_titled(catalogue, path, words) for path in paths]
    if field == "search":
        named = (catalogue.indicators[target.indicator] for target in targets)
        return list(dict.fromkeys(words.pick(one.name, one.name_en) for one in named))
    if field == "responsible":
        return list(filter(None, dict.fromkeys(target.responsible for target in targets)))
    return _counted([gap.status if field == "statuses" else gap.target.binding for gap in gaps], _KEYS[field], words)


def _counted(values: Sequence[StrEnum | None], key: str, words: Words) -> list[str]:
    """What the values are called, each with how many there are."""
    counted = Counter(filter(None, values))
    return [words("count", name=words(f"{key}.{value}"), number=number) for value, number in counted.items()]


def _titled(catalogue: Catalogue, path: str, words: Words) -> str:
    """A section by its path, with its title where that says more."""
    known = catalogue.sections.get(path)
    title = words.pick(known.name, known.name_en) if known else ""
    return path if title in path else f"{path} {title}"


def _list_of(known: Sequence[str], words: Words) -> str:
    """The first of them, or that there is none."""
    if not known:
        return words("nothing.none")
    listed = words("list.separator").join(known[:_LISTED])
    return listed + (" …" if len(known) > _LISTED else "")
