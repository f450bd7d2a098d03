"""Where a target stands: met or missed when its period is over, on track or behind while it runs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.pack.direction import is_limit, is_upward
from shizhong_cli.core.pack.model import Indicator
from shizhong_cli.core.pack.terms import Direction
from shizhong_cli.core.progress.terms import Reason, Status

if TYPE_CHECKING:
    from shizhong_cli.core.progress.gap import Gap


def judge(gap: Gap, indicator: Indicator) -> Gap:
    """The gap with its status."""
    assert gap.gap is not None
    distance = gap.gap
    upward = is_upward(gap.target, indicator)
    reached = distance >= 0 if upward else distance <= 0
    nearly = distance == 0 and gap.actual is not None and gap.actual.written.bound is _NOT_QUITE[upward]
    reached = reached and not nearly  # 近 1.75万人 is not 1.75万人
    bound = gap.target.written.bound if gap.target.written else None
    if indicator.direction is Direction.NONE and bound in (Bound.EXACT, Bound.ABOUT):
        reached = distance == 0
    in_band = gap.half_band is not None and abs(distance) <= gap.half_band
    if gap.elapsed == 1:
        status = Status.MET if reached else Status.WITHIN_BAND if in_band else Status.MISSED
    elif not reached and not in_band and _has_no_start(gap):
        return gap._replace(status=Status.NOT_COMPARABLE, reason=Reason.NO_START)
    elif gap.target.measure is Measure.FLOW and not gap.is_early:
        status = _running_flow(gap, indicator, reached, in_band)
    else:
        status = _running_value(gap, reached or in_band)
    completion = None if nearly else gap.completion
    return gap._replace(status=status, completion=completion, short_in_band=in_band and not reached)


def _has_a_way(gap: Gap) -> bool:
    """Whether the target is arrived at step by step from a baseline."""
    return gap.target.measure is Measure.LEVEL or gap.is_early


def _has_no_start(gap: Gap) -> bool:
    """Whether a level lies years ahead and nothing says where its way began, so that no pace can be judged."""
    far = gap.months_left is None and gap.as_of is not None and gap.target.period.months_left(gap.as_of) > 12
    return far and _has_a_way(gap) and gap.required is not None and gap.progress is None


_NOT_QUITE = {True: Bound.LESS_THAN, False: Bound.MORE_THAN}
"""Wordings of an actual that say it stays on the wrong side of its number, by whether more is better."""


def _running_flow(gap: Gap, indicator: Indicator, reached: bool, in_band: bool) -> Status:
    """The status of a sum while its period runs, or lies ahead: completion against the time elapsed."""
    done, elapsed = gap.completion, gap.elapsed
    if is_limit(gap.target, indicator):
        if done is None or elapsed is None:
            return Status.ON_TRACK if reached else Status.BEHIND
        return Status.ON_TRACK if reached and done <= elapsed else Status.BEHIND  # a limit is used up with the time
    if reached and elapsed:
        return Status.MET
    if indicator.direction is Direction.NONE and not reached and not in_band and _is_beyond(gap):
        return Status.BEHIND  # what is too much already only grows
    return Status.ON_TRACK if reached or in_band or (done is not None and done >= (elapsed or 0)) else Status.BEHIND


def _running_value(gap: Gap, reached: bool) -> Status:
    """The status of any other measure: the current value, or the way of a level to a target that lies years ahead."""
    if not reached and _has_a_way(gap) and gap.required is not None:
        reached = gap.progress is not None and gap.progress >= _due(gap)
    return Status.ON_TRACK if reached else Status.BEHIND


def _is_beyond(gap: Gap) -> bool:
    """Whether a number that is to be met exactly has been passed."""
    bound = gap.target.written.bound if gap.target.written else None
    return bound in (Bound.EXACT, Bound.ABOUT) and (gap.gap or 0) > 0


def _due(gap: Gap) -> Fraction:
    """The share of the time from the baseline to the target that is over."""
    assert gap.baseline is not None or gap.progress is None
    if gap.baseline is None or gap.as_of is None:
        return Fraction(1)
    start, end = gap.baseline.period.last, gap.target.period.last
    return Fraction((gap.as_of - start).days, (end - start).days)
