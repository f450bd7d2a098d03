"""Whether an actual answers a target, and with what number: the same measure, or one that can be worked out."""

from collections.abc import Sequence
from typing import NamedTuple

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.roots import root_of
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS, TIMES
from shizhong_cli.core.pack.baselines import is_stock_of_change
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, is_exact
from shizhong_cli.core.progress.actuals import Actual, in_unit_of, is_alike
from shizhong_cli.core.progress.answering.sums import parts_of
from shizhong_cli.core.progress.gap import Part
from shizhong_cli.core.progress.terms import Reason


class Answer(NamedTuple):
    """The number that stands against a target, in its unit."""

    value: Fraction
    span: Interval | None = None  # what it can be, where it was worked out of rounded figures
    base: Figure | None = None  # what it was worked out from
    parts: tuple[Part, ...] = ()  # what it was added up from


def answer_of(
    catalogue: Catalogue, target: Figure, actual: Actual, baseline: Figure | None, own: Sequence[Actual]
) -> Answer | Reason:
    """The number, or why there is none. ``own`` are the figures that are known of the indicator."""
    if mismatch := _mismatch(catalogue, target, actual, baseline):
        return mismatch
    if _is_stock(baseline, target, actual) and baseline is not None:
        return _rise_from(baseline, actual)
    if (share := _share_before(catalogue, target, actual)) is not None:
        return _points_from(share, actual)
    if unclear := _other_base(target, actual) or why_unclear(catalogue, target, actual):
        return unclear
    if not is_alike(actual.written.unit, target.written.unit):
        if target.measure is Measure.AVERAGE_GROWTH:
            return _average_from_amounts(catalogue, target, actual)
        return _growth_from_amounts(catalogue, target, actual, own)
    if _is_unsigned_cut(target, actual):
        return Reason.UNSIGNED
    parts = parts_of(catalogue, target, actual, own)
    if parts is None:
        return Reason.EARLIER_MISSING
    if len(parts) == 1:
        return Answer(in_unit_of(target.written.unit, actual.written))
    return Answer(_total(parts), _wide(_span_of(parts)), None, parts)


# ── the same measure ─────────────────────────────────────────────────────────


def _mismatch(catalogue: Catalogue, target: Figure, actual: Actual, baseline: Figure | None) -> Reason | None:
    """Why an actual in the right unit still says nothing about the target: of another time, or a stock for a change."""
    if actual.as_of is not None and actual.as_of.last > target.period.last:
        return Reason.AFTER_PERIOD
    ahead = actual.as_of is not None and actual.as_of.last < target.period.first
    if ahead and not _can_be_early(target, actual, catalogue.first_target_year):
        return Reason.NOT_BEGUN
    if _is_older(actual, baseline) and target.measure in (Measure.LEVEL, Measure.SHARE):
        return Reason.BEFORE_BASELINE
    if _is_stock(baseline, target, actual) and baseline is not None and not is_exact(baseline):
        return Reason.LEVEL_FOR_CHANGE
    return None


def _is_stock(baseline: Figure | None, target: Figure, actual: Actual) -> bool:
    """Whether what is given for a change is the stock itself: because it says so, or because it is as large as that."""
    if actual.measure is None:
        return is_stock_of_change(baseline, target, actual.written)
    known = baseline.written if baseline is not None and baseline.measure is Measure.LEVEL else None
    is_level_of_change = actual.measure is Measure.LEVEL and target.measure is Measure.CHANGE
    return is_level_of_change and known is not None and known.unit == actual.written.unit


def _can_be_early(target: Figure, actual: Actual, first: int) -> bool:
    """Whether a figure from before the period says something: a stock, or a whole year since targets began."""
    if target.measure in (Measure.LEVEL, Measure.SHARE) or _runs_from_its_base(target, actual):
        return True
    day = actual.as_of.last if actual.as_of else None
    whole = day is not None and (day.month, day.day) == (12, 31) and day.year >= first
    return target.measure is Measure.FLOW and target.period.years == 1 and whole


def _runs_from_its_base(target: Figure, actual: Actual) -> bool:
    """Whether a growth over several years, or an average one, is that from its base up to the day."""
    if target.since is None or actual.as_of is None:
        return False
    runs = target.measure is Measure.AVERAGE_GROWTH or target.grows_over_years
    return runs and actual.as_of.last > target.since.last


def _other_base(target: Figure, actual: Actual) -> Reason | None:
    """Why a rate is no growth on the base of the target: on another one, or it does not say on which of several."""
    if target.measure is not Measure.GROWTH or not is_alike(actual.written.unit, target.written.unit):
        return None
    if actual.since is None:
        return Reason.GROWTH_BASE if target.grows_over_years else None
    return None if actual.since == target.base_period else Reason.OTHER_MEASURE


def _is_older(actual: Actual, baseline: Figure | None) -> bool:
    return baseline is not None and actual.as_of is not None and actual.as_of.last < baseline.period.last


def why_unclear(catalogue: Catalogue, target: Figure, actual: Actual) -> Reason | None:
    """Why an actual in the right unit does not answer the target: it measures, or may measure, something else.

    Undeclared it is guessed only where one target alone can be meant: no other target of the indicator in that unit is
    of another measure, and no reported stock is so near (within a factor of two) that the figure may be the stock.
    """
    if not is_alike(actual.written.unit, target.written.unit):
        return None
    if actual.measure is not None:
        return None if actual.measure is target.measure else Reason.OTHER_MEASURE
    others = {
        t.measure
        for t in catalogue.numbered_targets_of(target.indicator)
        if is_alike(t.written.unit, target.written.unit)
    }
    if len(others | _stocks_in(catalogue, actual.written.unit, target)) > 1:
        return Reason.AMBIGUOUS
    return Reason.AMBIGUOUS if _may_be_a_stock(catalogue, target, actual) else None


def _stocks_in(catalogue: Catalogue, unit: str, target: Figure) -> set[Measure | None]:
    """Stocks that are reported in 倍, for a figure in 倍: 1.9倍 may be the stock as well as a growth."""
    known = catalogue.baselines_of(target.indicator)
    return {f.measure for f in known if f.written.unit == unit == TIMES and f.measure is Measure.LEVEL}


def _may_be_a_stock(catalogue: Catalogue, target: Figure, actual: Actual) -> bool:
    """Whether a figure for a sum or a change is as large as a stock that the report has in the same unit."""
    if target.measure not in (Measure.FLOW, Measure.CHANGE) or actual.written.unit in RATIOS:
        return False
    known = catalogue.baselines_of(target.indicator)
    if target.measure is Measure.FLOW and any(f.measure is Measure.FLOW for f in known):
        return False
    stocks = [f.written.value for f in known if f.measure is Measure.LEVEL
              and f.written.unit == actual.written.unit and f.written.value > 0]  # fmt: skip
    return any(stock / 2 <= actual.written.value <= 2 * stock for stock in stocks)


def _is_unsigned_cut(target: Figure, actual: Actual) -> bool:
    """Whether a bare 60家 stands beside 压减100家: as likely what was cut as what came on top."""
    written = target.written
    if target.measure not in (Measure.FLOW, Measure.CHANGE) or written.value >= 0:
        return False
    told = written.text.strip().startswith(("-", "−", "－", "–"))  # a loss of 1亿元 is an amount below nought
    text = actual.written.text
    return not told and actual.written.value > 0 and not any(word in text for word in _RISES)


_RISES = ("+", "＋", "增", "升", "多", "涨", "扩")


# ── what is worked out ───────────────────────────────────────────────────────


def _rise_from(base: Figure, actual: Actual) -> Answer:
    """A stock less the one before."""
    span = actual.written.entailed() - base.written.entailed(base.rounding)
    return Answer(actual.written.value - base.written.value, _wide(span), base)


def _share_before(catalogue: Catalogue, target: Figure, actual: Actual) -> Figure | None:
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


def _points_from(base: Figure, actual: Actual) -> Answer:
    """A share less the one before, in points."""
    now, before = (in_unit_of(PERCENT, written) for written in (actual.written, base.written))
    own, known = (
        written.entailed(rounding) * interval.exact(Fraction(100, RATIOS[written.unit]))
        for written, rounding in ((actual.written, base.rounding), (base.written, base.rounding))
    )
    return Answer(now - before, _wide(own - known), base)


def _growth_from_amounts(
    catalogue: Catalogue, target: Figure, actual: Actual, own: Sequence[Actual]
) -> Answer | Reason:
    """The growth that an amount is on the exact amount of the base period."""
    base = _base_for_growth(catalogue, target, actual)
    if obstacle := _obstacle_to_growth(catalogue.indicators[target.indicator], target, actual, base):
        return obstacle
    assert base is not None
    summed = base.measure is Measure.FLOW
    as_sum = target._replace(measure=Measure.FLOW) if summed else target
    summed = summed and not _is_ahead(target, actual)
    parts = parts_of(catalogue, as_sum, actual, own) if summed else (Part(actual, None, 1),)
    if parts is None:
        return Reason.EARLIER_MISSING
    scale = RATIOS[target.written.unit]
    before = base.written.entailed(base.rounding)
    span = None
    if before.low is not None and before.low > 0:
        span = (_span_of(parts) / before - interval.exact(1)) * interval.exact(scale)
    growth = (_total(parts) / base.written.value - 1) * scale
    return Answer(growth, _wide(span), base, parts if len(parts) > 1 else ())


def _average_from_amounts(catalogue: Catalogue, target: Figure, actual: Actual) -> Answer | Reason:
    """The average growth that the amount of a whole year is on the exact amount of the year that it starts from."""
    base = _base_for_growth(catalogue, target, actual)
    obstacle = _obstacle_to_growth(catalogue.indicators[target.indicator], target, actual, base)
    if obstacle is Reason.NO_BASE or base is None:
        return Reason.NO_BASE_YEAR
    if obstacle in (Reason.CONSTANT_PRICES, Reason.BASE_NOT_POSITIVE):
        return obstacle
    years = _whole_years(target, actual, base)
    if years is None or actual.written.value < 0:
        return Reason.NOT_A_YEAR
    scale, before = RATIOS[target.written.unit], base.written.entailed(base.rounding)
    times = _root(interval.exact(actual.written.value / base.written.value), years)
    value = ((times.low or Fraction(0)) - 1) * scale
    if before.low is None or before.low <= 0:
        return Answer(value, None, base)
    ratio = actual.written.entailed() / before
    span = (_root(ratio, years) - interval.exact(1)) * interval.exact(scale)
    if ratio.is_point and not any(mark in span for mark in (target.written.low, target.written.high)):
        return Answer(value, None, base)  # what is open is nothing but the last place of the root
    return Answer(value, _wide(span), base)


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
            and f.written.value
            and actual.measure in (None, f.measure)
        ),
        None,
    )


def _obstacle_to_growth(
    indicator: Indicator, target: Figure, actual: Actual, base: Figure | None
) -> Reason | None:  # fmt: skip
    """Why an amount cannot answer a growth target, if it cannot."""
    if indicator.prices.get(Measure.GROWTH) == "constant":
        return Reason.CONSTANT_PRICES
    if base is None:
        return Reason.NO_BASE
    if base.written.value <= 0:
        return Reason.BASE_NOT_POSITIVE
    if base.measure is not Measure.FLOW:
        return None
    day = actual.as_of.last if actual.as_of else target.period.last
    whole = _whole_years(target, actual, base) if _is_ahead(target, actual) else day == target.period.last
    return None if whole else Reason.PART_OF_YEAR


def _is_ahead(target: Figure, actual: Actual) -> bool:
    """Whether the period of the target lies ahead of what came in."""
    return actual.as_of is not None and actual.as_of.last < target.period.first


def _total(parts: Sequence[Part]) -> Fraction:
    return sum((part.sign * part.written.value for part in parts), Fraction(0))


def _span_of(parts: Sequence[Part]) -> Interval:
    """What the sum can be, by the rounding of its parts."""
    total = interval.exact(0)
    for part in parts:
        own = part.written.entailed()
        total = total + own if part.sign > 0 else total - own
    return total


def _wide(span: Interval | None) -> Interval | None:
    return None if span is None or span.is_point else span
