"""The way to a target: from where it begins, through declared milestones, steady by time in between.

A stock or a share runs from its baseline; a sum of several years from nought on the day before it begins, a growth over
several years from nought at the end of the one it is on. Another rate has no way of its own: until a milestone it is
judged by the milestone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import share_of_way
from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.pack.direction import has_two_sides, is_upward
from shizhong_cli.core.pack.model import Figure, Indicator
from shizhong_cli.core.progress.actuals import in_unit_of, is_alike
from shizhong_cli.core.progress.gap import Measured
from shizhong_cli.core.progress.pace.paces import Way
from shizhong_cli.core.progress.terms import Reason

Stop = tuple[date, Fraction]
"""Where a way is to be at the end of a day."""


def way_of(gap: Measured, end: Fraction, upward: bool) -> Way | None:
    """What the way to ``end`` asks on the day of the actual; ``None`` where none is known, or no day was given."""
    target = gap.target
    if gap.reason is Reason.WHOLE_PERIOD:
        return None
    if target.schedule is not None:
        return _by_schedule(gap, end, target.schedule.share_until(target.period, gap.as_of))
    stops = [(milestone.period.last, milestone.value) for milestone in target.milestones]
    stops.append((target.period.last, end))
    if target.grows_over_years and target.since:
        return _along([(target.since.last, Fraction(0)), *stops], gap.as_of, target, None)
    if target.measure in RATES:
        return _next_milestone(target, gap.as_of)
    if target.measure in (Measure.FLOW, Measure.CHANGE) and not gap.is_early:
        nought = target.course.first - timedelta(days=1), Fraction(0)
        several_years = (target.course.years or 1) > 1  # within a year a sum is judged by the time elapsed
        return _along([nought, *stops], gap.as_of, target, None) if several_years or target.milestones else None
    return _from_baseline(gap, stops, end, upward)


def _next_milestone(target: Figure, day: date) -> Way | None:
    """What a rate is to be by the milestone that is next."""
    ahead = [milestone.value for milestone in target.milestones if day <= milestone.period.last]
    return Way(ahead[0], True, None) if ahead else None


def _from_baseline(gap: Measured, stops: Sequence[Stop], end: Fraction, upward: bool) -> Way | None:
    """The way of a stock or share, where its baseline lies before the target; else from the first milestone on."""
    start, target = start_of(gap), gap.target
    if start is None or gap.baseline is None or (start >= end if upward else start <= end):
        return _along(stops, gap.as_of, target, None) if target.milestones else None
    day = gap.baseline.period.last
    return _along([(day, start), *(stop for stop in stops if stop[0] > day)], gap.as_of, target, gap.baseline)


def _by_schedule(gap: Measured, end: Fraction, share: Fraction | None) -> Way | None:
    """What a declared profile asks on the day: of a stock or share from its baseline on, of a sum from nought."""
    if share is None:
        return None
    summed = gap.target.measure in (Measure.FLOW, Measure.CHANGE)
    start = Fraction(0) if summed else start_of(gap)
    return None if start is None else Way(start + (end - start) * share, True, None if summed else gap.baseline)


def _along(stops: Sequence[Stop], day: date, target: Figure, start: Figure | None) -> Way | None:
    """What a way through these stops asks on a day; before the first of them it asks nothing."""
    for (first, low), (last, high) in pairwise(stops):
        if first <= day <= last and first < last:
            return Way(
                low + (high - low) * share_of_way(first, last, day), bool(target.milestones), start, tuple(stops)
            )
    return None


def is_rising(gap: Measured, indicator: Indicator) -> bool:
    """Whether the way leads upwards: by the direction, or from wherever it begins where more is as wrong as less."""
    start = start_of(gap)
    if start is None or not has_two_sides(gap.target, indicator):
        return is_upward(gap.target, indicator)
    return start <= gap.wanted


def start_of(gap: Measured) -> Fraction | None:
    """Where the way to the target begins, in its unit: a baseline that measures the same."""
    base, target = gap.baseline, gap.target
    if base is None or base.measure is not target.measure:
        return None
    if gap.pair.mean_years or target.base_differs or target.relative:
        return None
    if not is_alike(base.written.unit, target.written.unit):
        return None
    return in_unit_of(target.written.unit, base.written)
