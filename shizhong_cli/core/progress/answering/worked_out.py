"""The number that stands against a target where it is worked out: a rise, points, growth from amounts."""

from collections.abc import Sequence

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.roots import root_of
from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, is_exact
from shizhong_cli.core.pack.prices import grows_at_constant_prices
from shizhong_cli.core.progress.actuals import Actual, in_unit_of
from shizhong_cli.core.progress.answering.sums import parts_of
from shizhong_cli.core.progress.gap import Part
from shizhong_cli.core.progress.terms import Reason
from shizhong_cli.tuples import NamedTuple


class Answer(NamedTuple):
    """The number that stands against a target, in its unit."""

    value: Fraction
    span: Interval | None = None  # what it can be, where it was worked out of rounded figures
    base: Figure | None = None  # what it was worked out from
    parts: tuple[Part, ...] = ()  # what it was added up from


def rise_from(base: Figure, actual: Actual) -> Answer:
    """A stock less the one before."""
    span = actual.written.entailed() - base.written.entailed(base.rounding)
    return Answer(actual.written.value - base.written.value, wide(span), base)


def share_before(catalogue: Catalogue, target: Figure, actual: Actual) -> Figure | None:
    """The exact share of the base period that a share is set against, for a target to raise it by points."""
    period = target.base_period
    if target.measure is not Measure.CHANGE or target.written.unit != POINT or period is None:
        return None
    if actual.written.unit not in RATIOS or actual.written.unit == POINT:
        return None
    if actual.measure not in (None, Measure.SHARE):
        return None
    shares = (f for f in catalogue.baselines_of(target.indicator) if f.measure is Measure.SHARE and is_exact(f))
    return next((f for f in shares if f.period.last == period.last), None)


def points_from(base: Figure, actual: Actual) -> Answer:
    """A share less the one before, in points."""
    now, before = (in_unit_of(PERCENT, written) for written in (actual.written, base.written))
    own, known = (
        written.entailed(rounding) * interval.exact(Fraction(100, RATIOS[written.unit]))
        for written, rounding in ((actual.written, base.rounding), (base.written, base.rounding))
    )
    return Answer(now - before, wide(own - known), base)


def growth_from_amounts(catalogue: Catalogue, target: Figure, actual: Actual, own: Sequence[Actual]) -> Answer | Reason:
    """The growth that an amount is on the exact amount of the base period."""
    base = _base_for_growth(catalogue, target, actual)
    if obstacle := _obstacle_to_growth(catalogue.indicators[target.indicator], target, actual, base):
        return obstacle
    assert base is not None
    summed = base.measure is Measure.FLOW
    as_sum = target._replace(measure=Measure.FLOW) if summed else target
    summed = summed and not is_ahead(target, actual)
    parts = parts_of(catalogue, as_sum, actual, own) if summed else (Part(actual, None, 1),)
    if parts is None:
        return Reason.EARLIER_MISSING
    if total(parts) < 0:
        return Reason.TURNED_TO_LOSS
    scale = RATIOS[target.written.unit]
    before = base.written.entailed(base.rounding)
    span = None
    if before.low is not None and before.low > 0:
        span = (span_of(parts) / before - interval.exact(1)) * interval.exact(scale)
    growth = (total(parts) / base.written.value - 1) * scale
    return Answer(growth, wide(span), base, parts if len(parts) > 1 else ())


def average_from_amounts(catalogue: Catalogue, target: Figure, actual: Actual) -> Answer | Reason:
    """The average growth that the amount of a whole year is on the exact amount of the year that it starts from."""
    base = _base_for_growth(catalogue, target, actual)
    obstacle = _obstacle_to_growth(catalogue.indicators[target.indicator], target, actual, base)
    if obstacle is Reason.NO_BASE or base is None:
        return Reason.NO_BASE_YEAR
    if obstacle in (Reason.CONSTANT_PRICES, Reason.BASE_NOT_POSITIVE, Reason.TURNED_TO_PROFIT):
        return obstacle
    years = _whole_years(target, actual, base)
    if years is None:
        return Reason.NOT_A_YEAR
    if actual.written.value < 0:
        return Reason.TURNED_TO_LOSS
    scale, before = RATIOS[target.written.unit], base.written.entailed(base.rounding)
    times = _root(interval.exact(actual.written.value / base.written.value), years)
    value = ((times.low or Fraction(0)) - 1) * scale
    if before.low is None or before.low <= 0:
        return Answer(value, None, base)
    ratio = actual.written.entailed() / before
    span = (_root(ratio, years) - interval.exact(1)) * interval.exact(scale)
    if ratio.is_point and not any(mark in span for mark in (target.written.low, target.written.high)):
        return Answer(value, None, base)  # what is open is nothing but the last place of the root
    return Answer(value, wide(span), base)


def _whole_years(target: Figure, actual: Actual, base: Figure) -> int | None:
    """Years from the base to the year that an amount is of; ``None`` where it is not that of a whole later year."""
    day = actual.as_of.last if actual.as_of else target.period.last
    several = actual.as_of is not None and (actual.as_of.years or 1) > 1
    years = day.year - base.period.last.year
    return None if several or years < 1 or (day.month, day.day) != (12, 31) else years


def _root(times: Interval, years: int) -> Interval:
    """How many times a year; of an exact number the very root where it is a fraction."""
    found = root_of(times, years)
    if times.is_point and found.low is not None and found.low**years == times.low:
        return interval.exact(found.low)
    return found


def _base_for_growth(catalogue: Catalogue, target: Figure, actual: Actual) -> Figure | None:
    """The exact amount of the base period, in the unit of the actual, from which a growth rate can be computed."""
    period = target.base_period
    amounts = (
        f
        for f in catalogue.baselines_of(target.indicator)
        if f.measure in (Measure.LEVEL, Measure.FLOW) and is_exact(f)
    )
    return next(
        (
            f
            for f in amounts
            if period
            and f.is_of(period)
            and f.written.unit == actual.written.unit
            and actual.measure in (None, f.measure)
        ),
        None,
    )


def _obstacle_to_growth(
    indicator: Indicator, target: Figure, actual: Actual, base: Figure | None
) -> Reason | None:  # fmt: skip
    """Why an amount cannot answer a growth target, if it cannot."""
    if grows_at_constant_prices(indicator):
        return Reason.CONSTANT_PRICES
    if base is None:
        return Reason.NO_BASE
    if base.written.value <= 0:
        return Reason.TURNED_TO_PROFIT if base.written.value < 0 < actual.written.value else Reason.BASE_NOT_POSITIVE
    if base.measure is not Measure.FLOW:
        return None
    day = actual.as_of.last if actual.as_of else target.period.last
    whole = _whole_years(target, actual, base) if is_ahead(target, actual) else day == target.period.last
    return None if whole else Reason.PART_OF_YEAR


def why_no_growth(catalogue: Catalogue, target: Figure, actual: Actual) -> Reason | None:
    """That a rate answers no growth target where the amount that it would be on is a loss, or nothing."""
    period = target.base_period
    if target.measure not in RATES or actual.written.unit not in RATIOS or period is None:
        return None
    amounts = [
        f.written.value for f in catalogue.baselines_of(target.indicator)
        if f.measure in (Measure.LEVEL, Measure.FLOW) and f.written.unit not in RATIOS and f.is_of(period)
    ]  # fmt: skip
    return Reason.BASE_NOT_POSITIVE if amounts and max(amounts) <= 0 else None


def is_ahead(target: Figure, actual: Actual) -> bool:
    """Whether the period of the target lies ahead of what came in."""
    return actual.as_of is not None and actual.as_of.last < target.period.first


def total(parts: Sequence[Part]) -> Fraction:
    """The sum of the numbers as printed."""
    return sum((part.sign * part.written.value for part in parts), Fraction(0))


def span_of(parts: Sequence[Part]) -> Interval:
    """What the sum can be, by the rounding of its parts."""
    total = interval.exact(0)
    for part in parts:
        own = part.written.entailed()
        total = total + own if part.sign > 0 else total - own
    return total


def wide(span: Interval | None) -> Interval | None:
    """An interval where there is more than one value in it."""
    return None if span is None or span.is_point else span
