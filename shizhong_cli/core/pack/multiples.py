"""So many times as much, told as a growth: 1.5 times as many are a growth of 0.5 times."""

from __future__ import annotations

from typing import TypeVar

from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Figure, Target

_Entry = TypeVar("_Entry", Figure, Target)


def as_growth(entry: _Entry) -> _Entry:
    """The same, with its number that of the growth; its text stays as it is printed."""
    if not isinstance(entry, Figure) or not entry.as_multiple:
        return entry
    return entry._replace(written=less_one(entry.written), as_multiple=False)


def less_one(written: Written) -> Written:
    """The number of the growth that is so many times as much."""
    return written._replace(value=written.value - 1, ends=tuple(less_one(end) for end in written.ends))
