"""One indicator through the months, or quarters: what was known at the end of each, and what follows from it.

A figure of a sum is that of the year so far (累计). The month alone (当月) is that less the one before; where the one
before is missing it is of several months, and says so. Of rounded figures both the month alone and the growth on the
year before (同比) are intervals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import Actual, vintages
from shizhong_cli.core.progress.months.kinds import SUMS, is_over_the_year, kind_of
from shizhong_cli.core.progress.months.year_before import OverYear, day_of, over_year
from shizhong_cli.tuples import NamedTuple


class By(StrEnum):
    """How long the columns of the table are."""

    MONTH = "month"
    QUARTER = "quarter"


class Alone(NamedTuple):
    """What a sum rose by since the last figure that is known of the year."""

    value: Fraction  # of the printed figures
    span: Interval  # what it can be, by their rounding
    since: date  # its first day
    doubted: bool = False  # one of the figures may be a slip


class Cell(NamedTuple):
    """One indicator at the end of one month or quarter."""

    period: Period
    actual: Actual | None = None
    alone: Alone | None = None
    over_year: OverYear | None = None

    @property
    def up_to(self) -> date | None:
        """The day of a figure that is not of the end of its month, or quarter: it covers no more than that."""
        day = None if self.actual is None else day_of(self.actual)
        return None if day == self.period.last else day


class Series(NamedTuple):
    """One kind of figure of one indicator through the time."""

    indicator: str
    measure: Measure | None  # nothing where it may be several
    unit: str  # of all its figures; % where they are rates in several
    cells: tuple[Cell, ...]

    @property
    def figures(self) -> list[Actual]:
        """What came in of it."""
        return [cell.actual for cell in self.cells if cell.actual is not None]


def spans(first: Period, last: Period, by: By) -> list[Period]:
    """The months or quarters from the one that a period begins in to the one that another ends in."""
    months = 3 if by is By.QUARTER else 1
    number = first.first.year * 12 + (first.first.month - 1) // months * months
    end = last.last.year * 12 + last.last.month - 1
    return [_span(one, by) for one in range(number, end + 1, months)]


def _span(number: int, by: By) -> Period:
    year, month = divmod(number, 12)
    return parse_period(f"{year}-Q{month // 3 + 1}" if by is By.QUARTER else f"{year}-{month + 1:02}")


def series_of(catalogue: Catalogue, actuals: Iterable[Actual], periods: Sequence[Period]) -> list[Series]:
    """What came in of every indicator, in the order of the catalogue; only what has a figure in one of the periods.

    A growth that was recorded beside the one amount of its indicator stands with that amount.
    """
    in_force = [one.actual for one in vintages(actuals) if one.superseded_by is None]
    kinds: dict[str, dict[tuple[Measure | None, str], list[Actual]]] = {}
    for actual in in_force:
        if _is_of_a_year(actual):
            measure, unit = kind_of(catalogue, actual), actual.written.unit
            if measure in _RATES and unit in RATIOS and unit != POINT:
                unit = PERCENT  # 五分之一 and 20% are of one line; 1.9倍 of a stock is no rate
            kinds.setdefault(actual.indicator, {}).setdefault((measure, unit), []).append(actual)
    found: list[Series] = []
    for indicator in catalogue.indicators:
        found += _of_indicator(catalogue, indicator, kinds.get(indicator, {}), periods)
    return [one for one in found if one.figures]


def _is_of_a_year(actual: Actual) -> bool:
    """Whether it is of one year, or of a part of one; a growth over several is not."""
    return actual.as_of is not None and (actual.as_of.years or 1) == 1 and actual.since is None


_RATES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.SHARE)


def _of_indicator(
    catalogue: Catalogue,
    indicator: str,
    kinds: dict[tuple[Measure | None, str], list[Actual]],
    periods: Sequence[Period],
) -> list[Series]:
    amounts = [key for key in kinds if key[0] in (*SUMS, Measure.LEVEL) and key[1] not in RATIOS]
    growth = kinds.get((Measure.GROWTH, PERCENT), []) if is_over_the_year(catalogue, indicator) else []
    beside = growth if len(amounts) == 1 else []
    rows = []
    for (measure, unit), own in kinds.items():
        if own is beside and _covers(kinds[amounts[0]], own):
            continue
        rates = beside if (measure, unit) in amounts else []
        cells = tuple(_cell(catalogue, measure, own, rates, period) for period in periods)
        printed = {one.written.unit for one in own}
        rows.append(Series(indicator, measure, printed.pop() if len(printed) == 1 else unit, cells))
    return rows


def _covers(amounts: Sequence[Actual], rates: Sequence[Actual]) -> bool:
    """Whether every rate has the amount of its day beside it."""
    return {day_of(one) for one in rates} <= {day_of(one) for one in amounts}


def _cell(
    catalogue: Catalogue, measure: Measure | None, own: Sequence[Actual], rates: Sequence[Actual], period: Period
) -> Cell:
    """The newest figure whose day lies in the period, and what follows from it."""
    inside = [one for one in own if period.first <= day_of(one) <= period.last]
    if not inside:
        return Cell(period)
    actual = max(inside, key=day_of)
    alone = _alone(actual, own, period) if measure in SUMS else None
    return Cell(period, actual, alone, over_year(catalogue, measure, actual, own, rates))


# ── the month alone ───────────────────────────────────────────────────────────


def _alone(actual: Actual, own: Sequence[Actual], period: Period) -> Alone | None:
    """What came on top since the figure before, up to the end of the period; nothing where a figure is open (超过)."""
    day = day_of(actual)
    if day != period.last:
        return None
    before = [
        one for one in own if day_of(one).year == day.year and day_of(one) < day and _ends_alike(day_of(one), period)
    ]
    begins = date(day.year, 1, 1)
    value, span, doubted = actual.written.value, actual.written.entailed(), bool(actual.doubt)
    if before:
        last = max(before, key=day_of)
        value, span = value - last.written.value, span - last.written.entailed()
        begins, doubted = day_of(last) + timedelta(days=1), doubted or bool(last.doubt)
    elif period.first != begins:
        return None
    return None if None in (span.low, span.high) else Alone(value, span, begins, doubted)


def _ends_alike(day: date, period: Period) -> bool:
    """Whether a day is the last of a month, or of a quarter where the period is one."""
    following = day + timedelta(days=1)
    return following.day == 1 and (period.days < _QUARTER or following.month in (1, 4, 7, 10))


_QUARTER = 80  # days; a month has fewer, a quarter more
