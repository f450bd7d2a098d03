"""Rows of files that say two things of one indicator and time, where nothing tells which was said later."""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.core.progress.actuals import Actual, vintages
from shizhong_cli.problems import Place, Problem


def said_once(actuals: Iterable[Actual], problems: list[Problem]) -> list[Actual]:
    """The figures without those that another one belies; each later one of these is a problem.

    A row that says when it was recorded, as in a ledger, takes the place of the one before it.
    """
    told = list(actuals)
    belied: set[int] = set()
    for vintage in vintages(told):
        one, other = vintage.actual, vintage.superseded_by
        if other is None or one.recorded or other.recorded or _says_the_same(one, other):
            continue
        belied |= {id(one), id(other)}
        problems.append(Problem(other.cell or other.place or Place("--actuals"), "A012", other.written.text.strip()))
    return [actual for actual in told if id(actual) not in belied]


def _says_the_same(one: Actual, other: Actual) -> bool:
    return (one.written.value, one.written.bound) == (other.written.value, other.written.bound)
