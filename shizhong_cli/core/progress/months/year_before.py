"""The year before: what was known of the same day of it, and what a figure is more or less than that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.prices import grows_at_constant_prices
from shizhong_cli.core.progress.actuals import Actual, is_alike, vintages
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.months.kinds import SUMS, is_over_the_year, kind_of
from shizhong_cli.tuples import NamedTuple


class OverYear(NamedTuple):
    """The growth on the same time of the year before; of a share the difference in points."""

    value: Fraction
    unit: str
    span: Interval | None = None  # what it can be, where it was worked out of rounded figures
    recorded: Actual | None = None  # the figure that says so; it is worked out where there is none
    before: Written | None = None  # the figure of the year before that it was worked out from
    doubted: bool = False  # a figure that it comes from may be a slip


class YearBefore(NamedTuple):
    """What was known of the same day of the year before."""

    day: date
    written: Written | None  # nothing where only the growth on it was recorded
    doubted: bool = False  # it may be a slip
    over: OverYear | None = None  # the growth on it, where one was recorded or can be worked out


def year_before(catalogue: Catalogue, actual: Actual, actuals: Iterable[Actual]) -> YearBefore | None:
    """What stands a year earlier beside a figure, of the same kind: what came in, or what the report prints.

    Nothing where none is known, where the figure may be of several kinds, or is of several years.
    """
    if actual.as_of is None or (actual.as_of.years or 1) > 1:
        return None
    catalogue = catalogue.on(day_of(actual))
    measure = kind_of(catalogue, actual)
    if measure in (None, Measure.AVERAGE_GROWTH) or not _is_yearly(catalogue, measure, actual.indicator):
        return None
    known = _in_force(catalogue, actual.indicator, actuals)
    own = [one for kind, one in known if kind is measure and is_alike(one.written.unit, actual.written.unit)]
    found = _year_before(catalogue, measure, actual, own)
    over = over_year(catalogue, measure, actual, own, _rates_beside(catalogue, measure, known))
    if found is None and over is None:
        return None
    written, _, doubted = found or (None, None, False)
    return YearBefore(_year_earlier(day_of(actual)), written, doubted, over)


def _in_force(catalogue: Catalogue, indicator: str, actuals: Iterable[Actual]) -> list[tuple[Measure | None, Actual]]:
    """What counts of one indicator, each with what it measures."""
    history = vintages(one for one in actuals if one.indicator == indicator)
    return [(kind_of(catalogue, one.actual), one.actual) for one in history if one.superseded_by is None]


def _rates_beside(
    catalogue: Catalogue, measure: Measure | None, known: Sequence[tuple[Measure | None, Actual]]
) -> list[Actual]:
    """The growth on the year before that was recorded beside the one amount of an indicator."""
    amounts = {(kind, one.written.unit) for kind, one in known if kind is not Measure.GROWTH}
    if len(amounts) > 1 or measure is Measure.GROWTH:
        return []
    return [
        one
        for kind, one in known
        if kind is Measure.GROWTH and one.since is None and is_over_the_year(catalogue, one.indicator)
    ]


def years_before(catalogue: Catalogue, gaps: Iterable[Gap], actuals: Iterable[Actual]) -> list[YearBefore | None]:
    """That of the actual of every target."""
    own: dict[str, list[Actual]] = {}
    for actual in actuals:
        own.setdefault(actual.indicator, []).append(actual)
    return [gap.actual and year_before(catalogue, gap.actual, own.get(gap.actual.indicator, ())) for gap in gaps]


def _is_yearly(catalogue: Catalogue, measure: Measure | None, indicator: str) -> bool:
    """Whether a rate is one on the year before, so that the one of a year earlier is of the same kind."""
    return measure is not Measure.GROWTH or is_over_the_year(catalogue, indicator)


def over_year(
    catalogue: Catalogue, measure: Measure | None, actual: Actual, own: Sequence[Actual], rates: Sequence[Actual]
) -> OverYear | None:
    """As it was recorded for the day, else worked out of the figure of the same day of the year before."""
    day = day_of(actual)
    for rate in reversed(rates):
        if day_of(rate) == day:
            return OverYear(_as_percent(rate.written), PERCENT, recorded=rate, doubted=bool(rate.doubt))
    if measure is not Measure.SHARE and (measure not in (*SUMS, Measure.LEVEL) or actual.written.unit in RATIOS):
        return None  # points are no amounts: 0.3 of them on 0.2 is no growth of 50 %
    if measure is not Measure.SHARE and grows_at_constant_prices(catalogue.indicators[actual.indicator]):
        return None  # an amount at current prices says nothing of it
    before = _year_before(catalogue.on(day), measure, actual, own)
    return None if before is None else _worked_out(measure, actual, *before)


def _worked_out(
    measure: Measure | None, actual: Actual, before: Written, was: Interval, doubted: bool
) -> OverYear | None:
    """The growth, or the points, between two figures; nothing where one is open or the base is not above nought."""
    now, doubted = actual.written, doubted or bool(actual.doubt)
    span_now = now.entailed()
    if None in (span_now.low, span_now.high, was.low, was.high):
        return None
    if measure is Measure.SHARE:
        points = (span_now * _to_percent(now)) - (was * _to_percent(before))
        return OverYear(_as_percent(now) - _as_percent(before), POINT, points, before=before, doubted=doubted)
    if was.low is None or was.low <= 0 or before.value <= 0:
        return None
    span = (span_now / was - interval.exact(1)) * interval.exact(100)
    return OverYear((now.value / before.value - 1) * 100, PERCENT, span, before=before, doubted=doubted)


def _as_percent(written: Written) -> Fraction:
    return written.value * 100 / RATIOS.get(written.unit, 1)


def _to_percent(written: Written) -> Interval:
    return interval.exact(Fraction(100) / RATIOS.get(written.unit, 1))


def _year_before(
    catalogue: Catalogue, measure: Measure | None, actual: Actual, own: Sequence[Actual]
) -> tuple[Written, Interval, bool] | None:
    """The figure of the same day of the year before, with what it can be and whether it may be a slip.

    It is what came in, or what the report prints.
    """
    day = _year_earlier(day_of(actual))
    for one in own:
        if one.as_of is not None and day_of(one) == day:
            return one.written, one.written.entailed(), bool(one.doubt)
    if any(target.base_differs for target in catalogue.targets_of(actual.indicator)):
        return None  # what the report printed is of another concept
    for figure in catalogue.baselines_of(actual.indicator):
        written = figure.written
        if figure.measure is not measure or not is_alike(written.unit, actual.written.unit):
            continue
        if _is_up_to(figure, measure, day):
            return written, written.entailed(figure.rounding), False
    return None


def _is_up_to(figure: Figure, measure: Measure | None, day: date) -> bool:
    """Whether a reported figure is that of a day: of a sum from the first of January on."""
    begins = measure not in SUMS or figure.period.first == date(day.year, 1, 1)
    on_the_year = figure.since is None or figure.since == figure.period.year_before()
    return figure.period.last == day and begins and on_the_year


def _year_earlier(day: date) -> date:
    """The same day of the year before; the end of a month stays the end of it."""
    if (day + timedelta(days=1)).day == 1:
        return date(day.year - 1 + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)
    return day.replace(year=day.year - 1)


def day_of(actual: Actual) -> date:
    """The day that a dated figure stands for."""
    assert actual.as_of is not None
    return actual.as_of.last
