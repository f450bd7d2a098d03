"""From a target and what came in to a gap, by the rule of the target's measure.

Decisions compare printed values exactly: the published number is what a target is judged by. Rates are compared in
percentage points, never as a per cent of a per cent. Time counts in whole days, the day of the actual included.
"""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.figure.units import PERCENT, RATIOS, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.baselines import baseline_of, is_stock_of_change, longer_sum_of
from shizhong_cli.core.pack.direction import is_limit, is_loss, is_upward, judged_end
from shizhong_cli.core.pack.model import Band, Catalogue, Figure, Indicator, is_exact, points_per_unit
from shizhong_cli.core.pack.terms import Binding
from shizhong_cli.core.progress.actuals import Actual, is_alike, newest_first
from shizhong_cli.core.progress.gap import Gap, difference_unit
from shizhong_cli.core.progress.standing import judge
from shizhong_cli.core.progress.terms import Reason, Status


def measure_targets(catalogue: Catalogue, targets: Iterable[Figure], actuals: Iterable[Actual]) -> list[Gap]:
    """A gap for every target, each with the latest actual of its indicator that can answer it."""
    by_indicator: dict[str, list[Actual]] = {}
    for actual in actuals:
        by_indicator.setdefault(actual.indicator, []).append(actual)
    return [latest_gap(catalogue, target, by_indicator.get(target.indicator, [])) for target in targets]


def latest_gap(catalogue: Catalogue, target: Figure, actuals: Iterable[Actual]) -> Gap:
    """The gap by the newest actual that can be set against the target; else by the newest, which says why not.

    An actual without a date counts as that of the whole period. Of one day a figure in the unit of the target counts
    before an amount for a growth rate, and the later given before the earlier.
    """
    answers = newest_first(catalogue, target, actuals)
    first = None
    for actual in answers:
        gap = gap_to_target(catalogue, target, actual)
        if gap.value is not None:
            return gap
        first = first or gap
    return first or gap_to_target(catalogue, target, None)


def gap_to_target(catalogue: Catalogue, target: Figure, actual: Actual | None) -> Gap:
    """The gap of one target by the rule of its measure; without an actual, what can be said without one."""
    day = actual.as_of.last if actual and actual.as_of else target.period.last
    target, catalogue = target.in_force(day), catalogue.on(day)
    baseline = baseline_of(catalogue, target) or longer_sum_of(catalogue, target)
    if target.written is None:
        return _in_words(target, baseline, actual)
    profile = catalogue.profiles.get(target.indicator)
    blank = Gap(
        target, Status.NO_DATA, baseline, actual, half_band=_half_band(catalogue.band, target), profile=profile
    )  # fmt: skip
    if actual is None:
        return blank
    as_of = actual.as_of.last if actual.as_of else target.period.last
    blank = blank._replace(
        as_of=as_of, elapsed=target.period.elapsed(as_of), gap_unit=difference_unit(target),
        reason=None if actual.as_of else Reason.WHOLE_PERIOD,
    )  # fmt: skip
    indicator = catalogue.indicators[target.indicator]
    if mismatch := _mismatch(target, actual, baseline, _first_year(catalogue)):
        return blank._replace(status=Status.NOT_COMPARABLE, reason=mismatch, elapsed=None, gap_unit="")
    if _is_stock(baseline, target, actual):
        assert baseline is not None
        assert baseline.written is not None
        rise = actual.written.value - baseline.written.value
        return judge(_measured(blank._replace(base=baseline), rise, indicator), indicator)
    if unclear := _unclear(catalogue, target, actual):
        return blank._replace(status=Status.NOT_COMPARABLE, reason=unclear, elapsed=None, gap_unit="")
    if is_alike(actual.written.unit, target.written.unit):
        return judge(_measured(blank, _in_unit_of(target.written, actual.written), indicator), indicator)
    base = _base_for_growth(catalogue, target, actual)
    obstacle = _obstacle_to_growth(indicator, blank, base)
    if obstacle or base is None or base.written is None:
        return blank._replace(status=Status.NOT_COMPARABLE, reason=obstacle, elapsed=None, gap_unit="")
    growth = (actual.written.value / base.written.value - 1) * RATIOS[target.written.unit]
    return judge(_measured(blank._replace(base=base), growth, indicator), indicator)


def _in_words(target: Figure, baseline: Figure | None, actual: Actual | None) -> Gap:
    """What can be said of a target without a number: at most that something fell where growth is asked for."""
    handed_down = target.binding in (Binding.DELEGATED, Binding.MANDATORY)
    reason = Reason.DELEGATED if handed_down else Reason.QUALITATIVE
    as_of = actual.as_of.last if actual and actual.as_of else None
    blank = Gap(target, Status.NOT_QUANTIFIED, baseline, actual, as_of, reason=reason)
    if actual is None or not target.above_last_year:
        return blank
    if actual.as_of and not target.period.first <= actual.as_of.last <= target.period.last:
        return blank
    if actual.written.unit in RATIOS:
        return blank._replace(reason=_against_last_year(actual.written.value < 0))
    before = target.period.year_before()
    over = actual.as_of is None or actual.as_of.last == target.period.last
    known = baseline.written if baseline and before and baseline.period.is_same_time_as(before) else None
    if not over or known is None or baseline is None or not is_exact(baseline) or known.unit != actual.written.unit:
        return blank
    gap = actual.written.value - known.value
    return blank._replace(reason=_against_last_year(gap < 0), gap=gap, gap_unit=known.unit)


def _against_last_year(fell: bool) -> Reason:
    return Reason.BELOW_LAST_YEAR if fell else Reason.NOT_BELOW_LAST_YEAR


def at_the_end(catalogue: Catalogue, gap: Gap, value: Fraction) -> Gap:
    """The same target judged as if its period had ended with ``value``, in the unit of the target."""
    indicator = catalogue.indicators[gap.target.indicator]
    blank = Gap(
        gap.target, Status.NO_DATA, gap.baseline, as_of=gap.target.period.last, elapsed=Fraction(1),
        gap_unit=difference_unit(gap.target), half_band=gap.half_band,
    )  # fmt: skip
    return judge(_measured(blank, value, indicator), indicator)


def _mismatch(target: Figure, actual: Actual, baseline: Figure | None, first: int) -> Reason | None:
    """Why an actual in the right unit still says nothing about the target: of another time, or a stock for a change."""
    if actual.as_of is not None and actual.as_of.last > target.period.last:
        return Reason.AFTER_PERIOD
    ahead = actual.as_of is not None and actual.as_of.last < target.period.first
    if ahead and not _can_be_early(target, actual, first):
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


def _first_year(catalogue: Catalogue) -> int:
    """The first year that anything is to be reached in."""
    return catalogue.first_target_year


def _can_be_early(target: Figure, actual: Actual, first: int) -> bool:
    """Whether a figure from before the period says something: a stock, or a whole year since targets began."""
    if target.measure in (Measure.LEVEL, Measure.SHARE) or _runs_from_its_base(target, actual):
        return True
    day = actual.as_of.last if actual.as_of else None
    whole = day is not None and (day.month, day.day) == (12, 31) and day.year >= first
    return target.measure is Measure.FLOW and target.period.years == 1 and whole


def _runs_from_its_base(target: Figure, actual: Actual) -> bool:
    """Whether an average growth is that of the years from its base up to the day: it runs from there."""
    averaged = target.measure is Measure.AVERAGE_GROWTH and target.since is not None and actual.as_of is not None
    return averaged and target.since is not None and actual.as_of is not None and actual.as_of.last > target.since.last


def _unclear(catalogue: Catalogue, target: Figure, actual: Actual) -> Reason | None:
    """Why an actual in the right unit does not answer the target: it measures, or may measure, something else.

    Undeclared it is guessed only where one target alone can be meant: no other target of the indicator in that unit is
    of another measure, and no reported stock is so near (within a factor of two) that the figure may be the stock.
    """
    assert target.written is not None
    if not is_alike(actual.written.unit, target.written.unit):
        return None
    if actual.measure is not None:
        return None if actual.measure is target.measure else Reason.OTHER_MEASURE
    others = {
        t.measure
        for t in catalogue.targets_of(target.indicator)
        if t.written and is_alike(t.written.unit, target.written.unit)
    }
    if len(others | _stocks_in(catalogue, actual.written.unit, target)) > 1:
        return Reason.AMBIGUOUS
    return Reason.AMBIGUOUS if _may_be_a_stock(catalogue, target, actual) else None


def _stocks_in(catalogue: Catalogue, unit: str, target: Figure) -> set[Measure | None]:
    """Stocks that are reported in 倍, for a figure in 倍: 1.9倍 may be the stock as well as a growth."""
    known = catalogue.baselines_of(target.indicator)
    return {f.measure for f in known if f.written and f.written.unit == unit == TIMES and f.measure is Measure.LEVEL}


def _may_be_a_stock(catalogue: Catalogue, target: Figure, actual: Actual) -> bool:
    """Whether a figure for a sum or a change is as large as a stock that the report has in the same unit."""
    if target.measure not in (Measure.FLOW, Measure.CHANGE) or actual.written.unit in RATIOS:
        return False
    known = catalogue.baselines_of(target.indicator)
    if target.measure is Measure.FLOW and any(f.measure is Measure.FLOW for f in known):
        return False
    stocks = [f.written.value for f in known if f.measure is Measure.LEVEL and f.written
              and f.written.unit == actual.written.unit and f.written.value > 0]  # fmt: skip
    return any(stock / 2 <= actual.written.value <= 2 * stock for stock in stocks)


def _is_older(actual: Actual, baseline: Figure | None) -> bool:
    return baseline is not None and actual.as_of is not None and actual.as_of.last < baseline.period.last


def _in_unit_of(target: Written, actual: Written) -> Fraction:
    return actual.value * RATIOS.get(target.unit, 1) / RATIOS.get(actual.unit, 1)


def _half_band(band: Band, target: Figure) -> Fraction | None:
    written = target.written
    about = written is not None and (written.bound is Bound.ABOUT or written.nearing)
    return band.half_width(target) if about else None


def _base_for_growth(catalogue: Catalogue, target: Figure, actual: Actual) -> Figure | None:
    """The exact amount of the base period, in the unit of the actual, from which a growth rate can be computed."""
    period = target.base_period
    amounts = (
        f
        for f in catalogue.baselines_of(target.indicator)
        if f.measure in (Measure.LEVEL, Measure.FLOW) and is_exact(f) and f.written is not None
    )
    return next(
        (
            f
            for f in amounts
            if period and f.period.is_same_time_as(period) and f.written and f.written.unit == actual.written.unit
            and f.written.value
        ),
        None,
    )  # fmt: skip


def _obstacle_to_growth(indicator: Indicator, gap: Gap, base: Figure | None) -> Reason | None:
    """Why an amount cannot answer a growth target, if it cannot."""
    if indicator.prices.get(Measure.GROWTH) == "constant":
        return Reason.CONSTANT_PRICES
    if base is None:
        return Reason.NO_BASE
    if base.written is not None and base.written.value <= 0:
        return Reason.BASE_NOT_POSITIVE
    if base.measure is Measure.FLOW and gap.elapsed != 1:
        return Reason.PART_OF_YEAR
    return None


def _measured(gap: Gap, value: Fraction, indicator: Indicator) -> Gap:
    """Gap, completion, progress and what is still required, by the measure of the target."""
    target = gap.target
    assert target.written is not None
    wanted = judged_end(target, indicator, value)
    measured = gap._replace(value=value, gap=(value - wanted) * target.points)
    if target.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH):
        return _with_growth_needed(measured)
    if target.measure is Measure.SHARE:
        return _with_way(measured, indicator)
    measured = _with_part(measured, wanted, indicator)
    if measured.is_early or (target.measure is Measure.LEVEL and not target.held):
        return _with_way(measured, indicator)
    if target.measure is Measure.LEVEL:
        return measured
    if is_limit(target, indicator) or is_loss(target, indicator):
        return _with_allowance(_with_forecast(measured)) if target.measure is Measure.FLOW else measured
    return _with_amount_needed(_with_lead(_with_forecast(measured)))


def _with_part(gap: Gap, wanted: Fraction, indicator: Indicator) -> Gap:
    """Which part of the number is there: done of what is to be reached or cut, used of a limit."""
    assert gap.value is not None
    if not wanted:
        return gap
    part = gap.value / wanted
    if is_limit(gap.target, indicator) or is_loss(gap.target, indicator):
        return gap._replace(used=part if part >= 0 else None)
    if gap.target.measure is Measure.LEVEL and not is_upward(gap.target, indicator):
        return gap  # a stock to fall has no completion
    return gap._replace(completion=part)


def _with_growth_needed(gap: Gap) -> Gap:
    """What the rest of the base year must grow by, w being the share of it that is done (see ``core.pack.profile``)."""
    target, so_far, elapsed = gap.target.written, gap.value, gap.elapsed
    if elapsed is None or target is None or so_far is None or gap.as_of is None:
        return gap
    if gap.target.measure is not Measure.GROWTH or target.unit not in RATIOS:
        return gap
    declared = gap.profile.share_until(gap.target.period, gap.as_of) if gap.profile else None
    done = elapsed if declared is None else declared
    known = gap._replace(share_done=done, profile=None if declared is None else gap.profile)
    if elapsed == 0 or done == 1:
        return known
    percents = points_per_unit(target.unit)
    if gap.base is not None and gap.base.measure is Measure.LEVEL:
        return _with_stock_needed(gap, percents)
    needed = growth_of_the_rest(target.value * percents, so_far * percents, done)
    return known._replace(required=needed, required_unit=PERCENT)


def _with_stock_needed(gap: Gap, percents: Fraction) -> Gap:
    """What a stock must still grow by from where it stands, (1 + T) / (1 + a) - 1: w plays no part."""
    assert gap.target.written is not None
    assert gap.value is not None
    so_far = 100 + gap.value * percents
    if so_far <= 0 or gap.gap is None or gap.gap >= 0:
        return gap
    needed = ((100 + gap.target.written.value * percents) / so_far - 1) * 100
    return gap._replace(required=needed, required_unit=PERCENT)


def growth_of_the_rest(whole: Fraction, so_far: Fraction, done: Fraction) -> Fraction:
    """((1 + T) - w(1 + a)) / (1 - w) - 1, all in per cent but the share ``done``, which is not 1."""
    return (((100 + whole) - done * (100 + so_far)) / (1 - done)) - 100


def _with_forecast(gap: Gap) -> Gap:
    """Where the sum ends if it goes on as it has: a straight line through the days elapsed, and called that."""
    if gap.value is None or gap.elapsed is None or not 0 < gap.elapsed < 1:
        return gap
    return gap._replace(forecast=gap.value / gap.elapsed)


def _with_lead(gap: Gap) -> Gap:
    """Completion against the time elapsed; not where no date was given, and time plays no part."""
    if gap.completion is None or not gap.elapsed or gap.reason is Reason.WHOLE_PERIOD:
        return gap
    return gap._replace(lead=gap.completion - gap.elapsed)


def _with_amount_needed(gap: Gap) -> Gap:
    """What remains, divided by the months that remain."""
    months = gap.months_left
    if months is None or gap.gap is None or gap.completion is None or gap.completion >= 1:
        return gap
    return gap._replace(required=abs(gap.gap) / months, required_unit=f"{gap.gap_unit}/month")


def _with_allowance(gap: Gap) -> Gap:
    """What is left of a limit, divided by the months that remain."""
    months = gap.months_left
    if months is None or gap.gap is None or gap.gap >= 0:
        return gap
    return gap._replace(allowed=-gap.gap / months)


def _with_way(gap: Gap, indicator: Indicator) -> Gap:
    """How much of the way from the baseline is done, where it should stand today, and the pace a year that is left."""
    if gap.value is None or gap.gap is None or gap.as_of is None or gap.target.written is None:
        return gap
    upward, distance, day = is_upward(gap.target, indicator), gap.gap, gap.as_of
    end = judged_end(gap.target, indicator, gap.value)
    start, short = start_of(gap), gap.gap < 0 if upward else gap.gap > 0
    if start is not None and (start < end if upward else start > end):
        gap = gap._replace(progress=(gap.value - start) / (end - start), path=due_on_the_way(gap, start, end))
    years = gap.target.period.months_left(day) / 12
    if years >= 1 and short:
        return gap._replace(required=abs(distance) / years, required_unit=f"{gap.gap_unit}/year")
    return gap


def start_of(gap: Gap) -> Fraction | None:
    """Where the way to the target begins, in its unit: a baseline that measures the same."""
    base, target = gap.baseline, gap.target
    if base is None or base.written is None or target.written is None or base.measure is not target.measure:
        return None
    if gap.mean_years or target.base_differs:
        return None
    if not is_alike(base.written.unit, target.written.unit):
        return None
    return _in_unit_of(target.written, base.written)


def due_on_the_way(gap: Gap, start: Fraction, end: Fraction) -> Fraction | None:
    """What a steady way from the baseline to the target asks on the day of the actual."""
    if gap.baseline is None or gap.as_of is None or gap.reason is Reason.WHOLE_PERIOD:
        return None
    first, last = gap.baseline.period.last, gap.target.period.last
    if not first < last:
        return None
    return start + (end - start) * Fraction((gap.as_of - first).days, (last - first).days)
