"""The page about the texts of many packs: one line each, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from shizhong_cli.core.report.many import LEFT, Covered
from shizhong_cli.rendering.pages.many_targets import what_is_wrong
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.wording import Words


def many_coverage_sheet(listed: Sequence[Covered], words: Words) -> Sheet:
    """One line a pack with what is left over on either side, then how many there are in all."""
    columns = (
        Column(words("column.pack"), narrowest=12),
        Column(words("coverage.one_matched"), right=True),
        *(Column(words(f"coverage.one_{kind}"), right=True) for kind in LEFT),
    )
    bad, complete = sum(one.is_bad for one in listed), sum(one.is_complete for one in listed)
    stands = Line(words("coverage.many", total=len(listed), complete=complete, bad=bad), Tone.STRONG)
    wrong = chain.from_iterable(what_is_wrong(one.pack, one.problems, one.problem_count, words) for one in listed)
    return stands, Grid(columns, tuple(map(_row, listed))), *wrong


def _row(one: Covered) -> tuple[Cell, ...]:
    if one.is_bad:
        return Cell(one.pack, Tone.BAD), *[Cell("")] * (1 + len(LEFT))
    counts = (Cell(str(number), Tone.BAD) if number else Cell("") for number in one.left)
    return Cell(one.pack), Cell(str(one.matched)), *counts
