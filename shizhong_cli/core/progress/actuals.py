"""What came in since the report, and which of it answers a target.

A figure of a sum is that of its period so far: the first of January up to the day it stands for. Of two figures for the
same day the later recorded one counts; the earlier one stays as history.
"""

from collections.abc import Iterable
from datetime import date

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY, PERCENT, POINT, RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.declared import Rate
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.problems import Place
from shizhong_cli.tuples import NamedTuple


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
    cell: Place | None = None  # where the figure itself stands in its row
    doubt: str = ""  # why it may be a slip, as ``core.progress.doubts`` says it; nothing where it was confirmed
    confirmed: bool = False  # whether the ledger says that it was looked at again
    measure: Measure | None = None  # what it measures, where that was declared
    since: Period | None = None  # what a growth is on, where that was said: 比2025年增长52%
    evidence: str = ""  # a file or a link that bears it out
    confirmed_by: str = ""  # who stands for it
    confirmed_at: str = ""  # since when, as it stands in the ledger
    to_come: bool = False  # told of a day that is still to come: what would be, not what came in


class Vintage(NamedTuple):
    """One figure of the history of an indicator."""

    actual: Actual
    superseded_by: Actual | None = None  # the figure recorded next for the same day


def newest_first(catalogue: Catalogue, target: Target, actuals: Iterable[Actual]) -> list[Actual]:
    """The actuals in a unit that can answer the target, the one that counts most first.

    What came in after the period of the target comes last; for the rest of the order see ``measuring.latest_gap``.
    """
    last = target.period.last

    def order(numbered: tuple[int, Actual]) -> tuple[bool, date, bool, int]:
        number, actual = numbered
        day = actual.as_of.last if actual.as_of else last
        direct = isinstance(target, WordedTarget) or is_alike(actual.written.unit, target.written.unit)
        return day <= last, day, direct, number

    answers = [a for a in actuals if can_answer(catalogue, a.written, target)]
    return [actual for _, actual in sorted(enumerate(answers), key=order, reverse=True)]


def typed(actuals: Iterable[Actual]) -> list[Actual]:
    """What stands in no file: it was given with the question."""
    return [actual for actual in actuals if actual.place is None]


def known_by(actuals: Iterable[Actual], day: date) -> list[Actual]:
    """The actuals that stand for a day up to ``day``, that day included, or for no day in particular."""
    return [a for a in actuals if a.as_of is None or a.as_of.last <= day]


def vintages(actuals: Iterable[Actual]) -> list[Vintage]:
    """The history of one or several indicators by the days the figures stand for; of one day as they were recorded.

    A figure is superseded by the next one that says the same thing of the same day; an amount and a rate of one day
    stand side by side.
    """
    dated = [(actual.as_of.last, actual) for actual in actuals if actual.as_of is not None]
    in_order = sorted(dated, key=lambda pair: pair[0])
    next_one: dict[tuple[str, date, str, Measure | None], Actual] = {}
    history = []
    for day, actual in reversed(in_order):
        key = actual.indicator, day, _kind_of(actual.written.unit), actual.measure
        history.append(Vintage(actual, next_one.get(key)))
        next_one[key] = actual
    return history[::-1]


BESIDE = ("source", "note", "evidence", "confirmed_by", "confirmed_at")
"""What people say beside a figure."""


def said_again(actual: Actual, known: Iterable[Actual]) -> Actual:
    """A figure as it was recorded before, with what was said beside it then wherever nothing is said of that now."""
    in_force = [vintage.actual for vintage in vintages([*known, actual]) if vintage.superseded_by is actual]
    same = [before for before in in_force if before.written.text.strip() == actual.written.text.strip()]
    if not same:
        return actual
    before = same[-1]
    kept = {name: getattr(actual, name) or getattr(before, name) for name in ("source", "note", "evidence")}
    stands = actual if actual.confirmed_by else before  # who stands for it, and since when, is one statement
    return actual._replace(**kept, confirmed_by=stands.confirmed_by, confirmed_at=stands.confirmed_at)


def _kind_of(unit: str) -> str:
    """The same word for units whose numbers can be set against each other."""
    return PERCENT if unit in RATIOS and unit != POINT else unit


def is_alike(unit: str, other: str) -> bool:
    """Whether numbers in the two units can be set against each other: the same unit, or both plain ratios."""
    return _kind_of(unit) == _kind_of(other)


def in_unit_of(unit: str, written: Written) -> Fraction:
    """A number in a unit that is alike."""
    return written.value * RATIOS.get(unit, 1) / RATIOS.get(written.unit, 1)


def can_answer(catalogue: Catalogue, written: Written, target: Target) -> bool:
    """Whether a figure in this unit says something about the target: the same unit, or its amount for a growth rate."""
    if isinstance(target, WordedTarget) or is_alike(written.unit, target.written.unit):
        return True
    if target.measure is Measure.CHANGE and target.written.unit == POINT:
        return _has_a_share(catalogue, target) and written.unit in RATIOS
    if target.measure not in (Measure.GROWTH, Measure.AVERAGE_GROWTH) or written.unit in RATIOS:
        return False
    amounts = {
        f.written.unit for f in catalogue.baselines_of(target.indicator) if f.measure in (Measure.LEVEL, Measure.FLOW)
    }
    return written.unit in (amounts or {MONEY})


def _has_a_share(catalogue: Catalogue, target: Figure) -> bool:
    """Whether the share that a target is to raise by points is reported."""
    return any(f.measure is Measure.SHARE and f.written for f in catalogue.baselines_of(target.indicator))


def falls_behind(catalogue: Catalogue, actual: Actual, known: Iterable[Actual]) -> Actual | None:
    """The newest figure for an earlier day of the same year when it is larger, of a sum, which can only grow."""
    sums = {t.written.unit for t in catalogue.numbered_targets_of(actual.indicator) if t.measure is Measure.FLOW}
    if actual.written.unit not in sums or actual.as_of is None:
        return None
    before = [(_earlier_day(other, actual), other) for other in known]
    dated = [(day, other) for day, other in before if day is not None]
    _, newest = max(reversed(dated), key=lambda pair: pair[0], default=(None, None))
    return newest if newest and abs(newest.written.value) > abs(actual.written.value) else None


def _earlier_day(other: Actual, actual: Actual) -> date | None:
    """The day of a figure of the same indicator and unit, where it is an earlier one of the same year."""
    if other.as_of is None or actual.as_of is None:
        return None
    if (other.indicator, other.written.unit) != (actual.indicator, actual.written.unit):
        return None
    day, last = other.as_of.last, actual.as_of.last
    return day if day < last and day.year == last.year else None
