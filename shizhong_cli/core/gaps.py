"""From a target and what came in to a gap, by the rule of the target's measure.

Decisions compare printed values exactly: the published number is what a target is judged by. Rates are compared in
percentage points, never as a per cent of a per cent. Time counts in whole days, the day of the actual included.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from shizhong_cli.core.model import Band, Catalogue, Figure, Indicator, group_of, is_exact, points_per_unit
from shizhong_cli.core.period import Period
from shizhong_cli.core.units import MONEY, PERCENT, POINT, RATIOS
from shizhong_cli.core.vocabulary import Binding, Bound, Direction, Measure, Reason, Status
from shizhong_cli.core.written import Written


class Actual(NamedTuple):
    """What came in about one indicator."""

    indicator: str
    written: Written
    as_of: Period | None = None  # stands for its last day
    assumed_unit: bool = False  # a bare number that took the unit of the target


class Gap(NamedTuple):
    """A target, what it is measured from, what came in, and how far apart they are."""

    target: Figure
    status: Status
    baseline: Figure | None = None
    actual: Actual | None = None
    as_of: date | None = None
    value: Fraction | None = None  # the actual in the measure and unit of the target
    gap: Fraction | None = None  # value minus target, in ``gap_unit``
    gap_unit: str = ""
    completion: Fraction | None = None  # value / target
    progress: Fraction | None = None  # (value - baseline) / (target - baseline), for levels
    elapsed: Fraction | None = None  # share of the period that is over
    required: Fraction | None = None  # what is needed: see ``required_unit``
    required_unit: str = ""  # a unit a month, a unit a year, or % for the growth needed in the rest of the year
    forecast: Fraction | None = None  # of a sum, by a straight line, in the unit of the target
    base: Figure | None = None  # what a growth rate was computed from, when an amount came in
    half_band: Fraction | None = None  # half the width of 左右
    reason: Reason | None = None

    @property
    def asked(self) -> Fraction | None:
        """What the target asks more than the baseline, in ``asked_unit``."""
        if self.target.written is None or self.baseline is None or self.baseline.written is None:
            return None
        if self.baseline.measure is not self.target.measure:
            return None
        return self.target.written.value - self.baseline.written.value

    @property
    def asked_unit(self) -> str:
        """The unit of ``asked``: points for rates."""
        return difference_unit(self.target)


class Filter(NamedTuple):
    """Which targets to show; an empty condition lets everything through."""

    section: str = ""  # part of a section path or title
    search: str = ""  # part of an id or name
    bindings: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()

    def apply(self, catalogue: Catalogue, gaps: Iterable[Gap]) -> list[Gap]:
        """The gaps that satisfy every condition."""
        return [gap for gap in gaps if self._lets_through(catalogue, gap)]

    def _lets_through(self, catalogue: Catalogue, gap: Gap) -> bool:
        indicator = catalogue.indicators[gap.target.indicator]
        names = f"{indicator.id}\n{indicator.name}\n{indicator.name_en}".casefold()
        return (
            self.section.casefold() in _section_text(catalogue, gap.target.section)
            and self.search.casefold() in names
            and (not self.bindings or gap.target.binding in self.bindings)
            and (not self.statuses or gap.status in self.statuses)
        )


def _section_text(catalogue: Catalogue, path: str) -> str:
    """Path and titles of a section and of the part it belongs to."""
    known = (catalogue.sections.get(path), catalogue.sections.get(group_of(path)))
    return "\n".join([path, *(f"{s.name}\n{s.name_en}" for s in known if s)]).casefold()


def measure_targets(catalogue: Catalogue, targets: Iterable[Figure], actuals: Iterable[Actual]) -> list[Gap]:
    """A gap for every target, each with the latest actual of its indicator that can answer it."""
    by_indicator: dict[str, list[Actual]] = {}
    for actual in actuals:
        by_indicator.setdefault(actual.indicator, []).append(actual)
    return [
        gap_to_target(catalogue, target, latest_answer(catalogue, target, by_indicator.get(target.indicator, [])))
        for target in targets
    ]


def latest_answer(catalogue: Catalogue, target: Figure, actuals: Iterable[Actual]) -> Actual | None:
    """The newest actual that answers the target; an amount for a growth rate only where there is no rate.

    One without a date counts as that of the whole period; what came in after the period is of another period, and
    taken only, to say so, when there is nothing else; of two for the same day the later given one counts.
    """
    last = target.period.last
    answers = [a for a in actuals if can_answer(catalogue, a.written, target)]
    offered = [a for a in answers if a.as_of is None or a.as_of.last <= last] or answers
    direct = [a for a in offered if target.written is None or is_alike(a.written.unit, target.written.unit)]
    in_order = sorted(direct or offered, key=lambda a: a.as_of.last if a.as_of else last)  # stable: later given, later
    return in_order[-1] if in_order else None


def gap_to_target(catalogue: Catalogue, target: Figure, actual: Actual | None) -> Gap:
    """The gap of one target by the rule of its measure; without an actual, what can be said without one."""
    baseline = baseline_of(catalogue, target)
    if target.written is None:
        delegated = target.binding is Binding.DELEGATED
        reason = Reason.DELEGATED if delegated else Reason.QUALITATIVE
        as_of = actual.as_of.last if actual and actual.as_of else None
        return Gap(target, Status.NOT_QUANTIFIED, baseline, actual, as_of, reason=reason)
    blank = Gap(target, Status.NO_DATA, baseline, actual, half_band=_half_band(catalogue.band, target))
    if actual is None:
        return blank
    as_of = actual.as_of.last if actual.as_of else target.period.last
    blank = blank._replace(
        as_of=as_of, elapsed=target.period.elapsed(as_of), gap_unit=difference_unit(target),
        reason=_about_time(target, actual),
    )  # fmt: skip
    indicator = catalogue.indicators[target.indicator]
    if mismatch := _mismatch(target, actual, baseline):
        return blank._replace(status=Status.NOT_COMPARABLE, reason=mismatch, elapsed=None, gap_unit="")
    if is_alike(actual.written.unit, target.written.unit):
        return _judge(_measured(blank, _in_unit_of(target.written, actual.written), indicator), indicator)
    base = _base_for_growth(catalogue, target, actual)
    obstacle = _obstacle_to_growth(indicator, blank, base)
    if obstacle or base is None or base.written is None:
        return blank._replace(status=Status.NOT_COMPARABLE, reason=obstacle, elapsed=None, gap_unit="")
    growth = (actual.written.value / base.written.value - 1) * RATIOS[target.written.unit]
    return _judge(_measured(blank._replace(base=base), growth, indicator), indicator)


def _mismatch(target: Figure, actual: Actual, baseline: Figure | None) -> Reason | None:
    """Why an actual in the right unit still says nothing about the target: of another time, or a stock for a change."""
    if actual.as_of is not None and actual.as_of.last > target.period.last:
        return Reason.AFTER_PERIOD
    if actual.as_of is not None and actual.as_of.last < target.period.first and target.measure is not Measure.LEVEL:
        return Reason.NOT_BEGUN
    known = baseline.written if baseline and baseline.measure is Measure.LEVEL else None
    stock = known is not None and known.unit == actual.written.unit and actual.written.value >= known.value
    return Reason.LEVEL_FOR_CHANGE if target.measure is Measure.CHANGE and stock else None


def _about_time(target: Figure, actual: Actual) -> Reason | None:
    if actual.as_of is None:
        return Reason.WHOLE_PERIOD
    return Reason.NOT_BEGUN if actual.as_of.last < target.period.first else None


def is_alike(unit: str, other: str) -> bool:
    """Whether numbers in the two units can be set against each other: the same unit, or both plain ratios."""
    return unit == other or (POINT not in (unit, other) and unit in RATIOS and other in RATIOS)


def _in_unit_of(target: Written, actual: Written) -> Fraction:
    return actual.value * RATIOS.get(target.unit, 1) / RATIOS.get(actual.unit, 1)


def baseline_of(catalogue: Catalogue, target: Figure) -> Figure | None:
    """The latest reported figure that the target can be set against: same measure, unit and length of period.

    For a change, and where there is none, the latest level, share or flow of the indicator.
    """
    reported = [f for f in catalogue.baselines_of(target.indicator) if f.written and f.period < target.period]
    known = [f for f in reported if f.period.years == target.period.years]
    alike = [f for f in known if f.measure is target.measure and _same_unit(f, target)]
    amounts = (Measure.LEVEL, Measure.FLOW, Measure.SHARE)
    candidates = alike or [f for f in known or reported if f.measure in amounts and f.period.years == 1]
    if not candidates:
        return None
    newest = max(f.period for f in candidates)
    return next((f for f in candidates if f.period == newest and is_exact(f)), None) or next(
        f for f in candidates if f.period == newest
    )


def _same_unit(figure: Figure, target: Figure) -> bool:
    return target.written is None or (figure.written is not None and figure.written.unit == target.written.unit)


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


def difference_unit(target: Figure) -> str:
    """The unit of a difference from the target: points for rates."""
    if target.written is None:
        return ""
    return POINT if target.written.unit in RATIOS else target.written.unit


def is_upward(target: Figure, indicator: Indicator) -> bool:
    """Whether the target is met from its number on (True) or from its number down."""
    assert target.written is not None
    if target.written.value == 0 and target.measure in (Measure.FLOW, Measure.LEVEL):
        return False  # 动态清零
    match target.written.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return True
        case Bound.AT_MOST | Bound.LESS_THAN:
            return False
        case _:
            return indicator.direction is not Direction.DOWN


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
    upward = is_upward(target, indicator)
    if target.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH):
        return _with_growth_needed(measured)
    if target.measure is Measure.SHARE:
        return measured
    measured = measured._replace(completion=value / wanted if wanted else None)
    if target.measure is Measure.FLOW:
        return _with_amount_needed(_with_forecast(measured)) if upward else _with_forecast(measured)
    if target.measure is Measure.LEVEL:
        return _with_progress(measured, upward)
    return measured


def _with_growth_needed(gap: Gap) -> Gap:
    """((1 + T) - w(1 + a)) / (1 - w) - 1, with the elapsed share as w: an assumption, and said to be one."""
    elapsed, target = gap.elapsed, gap.target.written
    if elapsed is None or not 0 < elapsed < 1 or target is None or gap.value is None or target.unit != PERCENT:
        return gap
    if gap.target.measure is not Measure.GROWTH:
        return gap
    needed = ((1 + target.value / 100) - elapsed * (1 + gap.value / 100)) / (1 - elapsed) - 1
    return gap._replace(required=needed * 100, required_unit=PERCENT)


def _with_forecast(gap: Gap) -> Gap:
    """Where the sum ends if it goes on as it has: a straight line through the days elapsed, and called that."""
    if gap.value is None or gap.elapsed is None or not 0 < gap.elapsed < 1:
        return gap
    return gap._replace(forecast=gap.value / gap.elapsed)


def _with_amount_needed(gap: Gap) -> Gap:
    """What remains, divided by the months that remain."""
    period = gap.target.period
    if gap.as_of is None or gap.gap is None or gap.gap >= 0 or not period.first <= gap.as_of < period.last:
        return gap
    months = period.months_left(gap.as_of)
    return gap._replace(required=-gap.gap / months, required_unit=f"{gap.gap_unit}/month")


def _with_progress(gap: Gap, upward: bool) -> Gap:
    """How much of the way from the baseline is done, and the yearly pace when the target lies years ahead."""
    base, target = gap.baseline, gap.target.written
    if target is None or gap.value is None or gap.gap is None or gap.as_of is None:
        return gap
    progress = required = None
    if (
        base is not None
        and base.measure is Measure.LEVEL
        and base.written
        and _falls_short(base.written, target, upward)
    ):
        progress = (gap.value - base.written.value) / (target.value - base.written.value)
    years = gap.target.period.months_left(gap.as_of) / 12
    if years > 1 and (gap.gap < 0 if upward else gap.gap > 0):
        required = abs(gap.gap) / years
    return gap._replace(progress=progress, required=required, required_unit=f"{gap.gap_unit}/year" if required else "")


def _falls_short(base: Written, target: Written, upward: bool) -> bool:
    """Whether there is a way to go from the baseline to the target at all."""
    return base.value < target.value if upward else base.value > target.value


def _judge(gap: Gap, indicator: Indicator) -> Gap:
    """Give the status."""
    assert gap.gap is not None
    distance = gap.gap
    upward = is_upward(gap.target, indicator)
    reached = distance >= 0 if upward else distance <= 0
    if distance == 0 and gap.actual is not None and gap.actual.written.bound is _NOT_QUITE[upward]:
        reached, gap = False, gap._replace(completion=None)  # 近 1.75万人 is not 1.75万人
    bound = gap.target.written.bound if gap.target.written else None
    if indicator.direction is Direction.NONE and bound in (Bound.EXACT, Bound.ABOUT):
        reached = distance == 0
    in_band = gap.half_band is not None and abs(distance) <= gap.half_band
    if gap.elapsed == 1:
        over = Status.MET if reached else Status.WITHIN_BAND if in_band else Status.MISSED
        return gap._replace(status=over)
    return gap._replace(status=_running_status(gap, upward, reached, in_band))


_NOT_QUITE = {True: Bound.LESS_THAN, False: Bound.MORE_THAN}
"""Wordings of an actual that say it stays on the wrong side of its number, by whether more is better."""


def _running_status(gap: Gap, upward: bool, reached: bool, in_band: bool) -> Status:
    """The status while the period of the target runs, or lies ahead."""
    if gap.target.measure is Measure.FLOW and upward and reached and gap.elapsed:
        return Status.MET
    if gap.target.measure is Measure.FLOW and not upward and gap.completion is not None and gap.elapsed is not None:
        return Status.ON_TRACK if reached and gap.completion <= gap.elapsed else Status.BEHIND  # a limit is used up
    if reached or in_band:
        return Status.ON_TRACK
    done = gap.completion if gap.target.measure is Measure.FLOW and upward else None
    if gap.target.measure is Measure.LEVEL and gap.required is not None:
        done, due = gap.progress, _due(gap)
        return Status.ON_TRACK if done is not None and done >= due else Status.BEHIND
    if done is not None and gap.elapsed is not None and done >= gap.elapsed:
        return Status.ON_TRACK
    return Status.BEHIND


def _due(gap: Gap) -> Fraction:
    """The share of the time from the baseline to the target that is over."""
    assert gap.baseline is not None or gap.progress is None
    if gap.baseline is None or gap.as_of is None:
        return Fraction(1)
    start, end = gap.baseline.period.last, gap.target.period.last
    return Fraction((gap.as_of - start).days, (end - start).days)
