"""From a target and what came in to a gap, by the rule of the target's measure.

Decisions compare printed values exactly: the published number is what a target is judged by. Rates are compared in
percentage points, never as a per cent of a per cent. Time counts in whole days, the day of the actual included.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.figure.units import PERCENT, RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.baselines import baseline_of, is_stock_of_change, longer_sum_of
from shizhong_cli.core.pack.direction import is_limit, is_upward
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
    if target.adjustments:
        target = target.in_force(actual.as_of.last if actual and actual.as_of else target.period.last)
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
        reason=_about_time(target, actual),
    )  # fmt: skip
    indicator = catalogue.indicators[target.indicator]
    if mismatch := _mismatch(target, actual, baseline, _first_year(catalogue)):
        return blank._replace(status=Status.NOT_COMPARABLE, reason=mismatch, elapsed=None, gap_unit="")
    if is_stock_of_change(baseline, target, actual.written):
        assert baseline is not None
        assert baseline.written is not None
        rise = actual.written.value - baseline.written.value
        return judge(_measured(blank._replace(base=baseline), rise, indicator), indicator)
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
    known = baseline.written if baseline and before and baseline.period[1:] == before[1:] else None
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
    if (
        actual.as_of is not None
        and actual.as_of.last < target.period.first
        and not _can_be_early(target, actual, first)
    ):
        return Reason.NOT_BEGUN
    if _is_older(actual, baseline) and target.measure in (Measure.LEVEL, Measure.SHARE):
        return Reason.BEFORE_BASELINE
    if is_stock_of_change(baseline, target, actual.written) and baseline is not None and not is_exact(baseline):
        return Reason.LEVEL_FOR_CHANGE
    return None


def _first_year(catalogue: Catalogue) -> int:
    """The first year that anything is to be reached in."""
    return min((target.period.first.year for target in catalogue.targets), default=0)


def _can_be_early(target: Figure, actual: Actual, first: int) -> bool:
    """Whether a figure from before the period says something: a stock, or a whole year since targets began."""
    if target.measure is Measure.LEVEL:
        return True
    day = actual.as_of.last if actual.as_of else None
    whole = day is not None and (day.month, day.day) == (12, 31) and day.year >= first
    return target.measure is Measure.FLOW and target.period.years == 1 and whole


def _is_older(actual: Actual, baseline: Figure | None) -> bool:
    return baseline is not None and actual.as_of is not None and actual.as_of.last < baseline.period.last


def _about_time(target: Figure, actual: Actual) -> Reason | None:
    if actual.as_of is None:
        return Reason.WHOLE_PERIOD
    return Reason.NOT_BEGUN if actual.as_of.last < target.period.first else None


def _in_unit_of(target: Written, actual: Written) -> Fraction:
    return actual.value * RATIOS.get(target.unit, 1) / RATIOS.get(actual.unit, 1)


def _half_band(band: Band, target: Figure) -> Fraction | None:
    about = target.written is not None and target.written.bound is Bound.ABOUT
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
            if period and f.period[1:] == period[1:] and f.written and f.written.unit == actual.written.unit
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
    if base.measure is Measure.FLOW and gap.elapsed != 1:
        return Reason.PART_OF_YEAR
    return None


def _measured(gap: Gap, value: Fraction, indicator: Indicator) -> Gap:
    """Gap, completion, progress and what is still required, by the measure of the target."""
    target = gap.target
    assert target.written is not None
    wanted = target.written.value
    measured = gap._replace(value=value, gap=(value - wanted) * points_per_unit(target.written.unit))
    if target.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH):
        return _with_growth_needed(measured)
    if target.measure is Measure.SHARE:
        return measured
    measured = measured._replace(completion=value / wanted if wanted else None)
    if measured.is_early:
        return _with_progress(measured, is_upward(target, indicator))
    if target.measure is Measure.FLOW:
        paced = _with_forecast(measured)
        return _with_allowance(paced) if is_limit(target, indicator) else _with_amount_needed(_with_lead(paced))
    if target.measure is Measure.LEVEL and not target.held:
        return _with_progress(measured, is_upward(target, indicator))
    return measured


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
    needed = growth_of_the_rest(target.value * percents, so_far * percents, done)
    return known._replace(required=needed, required_unit=PERCENT)


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


def _with_progress(gap: Gap, upward: bool) -> Gap:
    """How much of the way from the baseline is done, and the yearly pace when the target lies years ahead."""
    base, target = gap.baseline, gap.target.written
    if target is None or gap.value is None or gap.gap is None or gap.as_of is None:
        return gap
    progress = required = None
    if (
        base is not None
        and base.measure is gap.target.measure
        and not gap.mean_years
        and not gap.target.base_differs
        and base.written
        and _falls_short(base.written, target, upward)
    ):
        progress = (gap.value - base.written.value) / (target.value - base.written.value)
    years = gap.target.period.months_left(gap.as_of) / 12
    if years >= 1 and (gap.gap < 0 if upward else gap.gap > 0):
        required = abs(gap.gap) / years
    return gap._replace(progress=progress, required=required, required_unit=f"{gap.gap_unit}/year" if required else "")


def _falls_short(base: Written, target: Written, upward: bool) -> bool:
    """Whether there is a way to go from the baseline to the target at all."""
    return base.value < target.value if upward else base.value > target.value
