"""The page about drafts of many reports: one line each, in the order it is given."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from shizhong_cli.core.report.many import Drafted
from shizhong_cli.rendering.pages.many_targets import what_is_wrong
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.wording import Words

_NUMBERS = ("year", "figures", "high", "medium", "low", "left")


def many_drafts_sheet(listed: Sequence[Drafted], words: Words) -> Sheet:
    """One line a report with its year, its figures and how sure they are, then what is wrong."""
    columns = (
        Column(words("draft.column.folder"), narrowest=12),
        *(Column(words(f"draft.column.{name}"), right=True) for name in _NUMBERS),
    )
    bad = sum(one.is_bad for one in listed)
    stands = Line(words("draft.many", total=len(listed), bad=bad), Tone.STRONG)
    wrong = chain.from_iterable(what_is_wrong(one.text, one.problems, one.problem_count, words) for one in listed)
    return stands, Grid(columns, tuple(_row(one, words) for one in listed)), *wrong


def _row(one: Drafted, words: Words) -> tuple[Cell, ...]:
    if one.is_bad:
        return Cell(one.text, Tone.BAD), *[Cell("")] * len(_NUMBERS)
    others = words("list.separator").join(map(str, one.other_years))
    year = words("draft.other_years", year=one.year, others=others) if others else str(one.year)
    numbers = (year, *(str(number) for number in (sum(one.sure), *one.sure)))
    left = Cell(str(one.left), Tone.BAD) if one.left else Cell("")
    return Cell(one.folder), *map(Cell, numbers), left
