"""What came in since the report, and which of it answers a target.

A figure of a sum is that of its period so far: the first of January up to the day it stands for. Of two figures for the
same day the later recorded one counts; the earlier one stays as history.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from shizhong_cli.core.model import Catalogue, Figure, Rate
from shizhong_cli.core.period import Period
from shizhong_cli.core.units import MONEY, POINT, RATIOS
from shizhong_cli.core.vocabulary import Measure
from shizhong_cli.core.written import Written
from shizhong_cli.problems import Place


class Actual(NamedTuple):
    """What came in about one indicator."""

    indicator: str
    written: Written
    as_of: Period | None = None  # stands for its last day
    assumed_unit: bool = False  # a bare number that took the unit of the target
    source: str = ""
    note: str = ""
    recorded: str = ""  # when it was recorded, as it stands in the ledger
    place: Place | None = None
    converted: bool = False  # ``written`` keeps the text as given, with the value in the unit of the target
    rate: Rate | None = None  # by which it was changed into the currency of the target


class Vintage(NamedTuple):
    """One figure of the history of an indicator."""

    actual: Actual
    superseded_by: Actual | None = None  # the figure recorded next for the same day


def newest_first(catalogue: Catalogue, target: Figure, actuals: Iterable[Actual]) -> list[Actual]:
    """The actuals in a unit that can answer the target, the one that counts most first.

    What came in after the period of the target comes last; see ``core.gaps.latest_gap`` for the rest of the order.
    """
    last = target.period.last

    def order(numbered: tuple[int, Actual]) -> tuple[bool, date, bool, int]:
        number, actual = numbered
        day = actual.as_of.last if actual.as_of else last
        direct = target.written is None or is_alike(actual.written.unit, target.written.unit)
        return day <= last, day, direct, number

    answers = [a for a in actuals if can_answer(catalogue, a.written, target)]
    return [actual for _, actual in sorted(enumerate(answers), key=order, reverse=True)]


def known_by(actuals: Iterable[Actual], day: date) -> list[Actual]:
    """The actuals that stand for a day up to ``day``, that day included, or for no day in particular."""
    return [a for a in actuals if a.as_of is None or a.as_of.last <= day]


def vintages(actuals: Sequence[Actual]) -> list[Vintage]:
    """The history of one indicator by the days the figures stand for; of one day as they were recorded."""
    dated = [a for a in actuals if a.as_of is not None]
    in_order = sorted(dated, key=lambda a: a.as_of.last if a.as_of else date.min)
    return [
        Vintage(actual, next((later for later in in_order[position + 1 :] if _supersedes(later, actual)), None))
        for position, actual in enumerate(in_order)
    ]


def _supersedes(later: Actual, earlier: Actual) -> bool:
    """Whether it says the same thing of the same day; an amount and a rate of one day stand side by side."""
    if later.as_of is None or earlier.as_of is None or later.as_of.last != earlier.as_of.last:
        return False
    return is_alike(later.written.unit, earlier.written.unit)


def is_alike(unit: str, other: str) -> bool:
    """Whether numbers in the two units can be set against each other: the same unit, or both plain ratios."""
    return unit == other or (POINT not in (unit, other) and unit in RATIOS and other in RATIOS)


def can_answer(catalogue: Catalogue, written: Written, target: Figure) -> bool:
    """Whether a figure in this unit says something about the target: the same unit, or its amount for a growth rate."""
    if target.written is None or is_alike(written.unit, target.written.unit):
        return True
    if target.measure is not Measure.GROWTH or written.unit in RATIOS:
        return False
    amounts = {
        f.written.unit
        for f in catalogue.baselines_of(target.indicator)
        if f.written is not None and f.measure in (Measure.LEVEL, Measure.FLOW)
    }
    return written.unit in (amounts or {MONEY})


def falls_behind(catalogue: Catalogue, actual: Actual, known: Iterable[Actual]) -> Actual | None:
    """The newest earlier figure of the same year that is larger, where the indicator is a sum that only grows."""
    if not any(target.measure is Measure.FLOW for target in catalogue.targets_of(actual.indicator)):
        return None
    before = [
        other for other in reversed(list(known))
        if other.indicator == actual.indicator and other.written.unit == actual.written.unit
        and other.as_of and actual.as_of and other.as_of.last < actual.as_of.last
        and other.as_of.last.year == actual.as_of.last.year
    ]  # fmt: skip
    newest = max(before, key=lambda other: other.as_of.last if other.as_of else date.min, default=None)
    return newest if newest is not None and newest.written.value > actual.written.value else None
