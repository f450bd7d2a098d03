"""Where a target stands: met or missed when its period is over, on track or behind while it runs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from shizhong_cli.core.model import Figure, Indicator
from shizhong_cli.core.vocabulary import Bound, Direction, Measure, Reason, Status

if TYPE_CHECKING:
    from shizhong_cli.core.gaps import Gap


def judge(gap: Gap, indicator: Indicator) -> Gap:
    """The gap with its status."""
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
    if not reached and not in_band and _has_no_start(gap):
        return gap._replace(status=Status.NOT_COMPARABLE, reason=Reason.NO_START)
    return gap._replace(status=_running_status(gap, upward, reached, in_band))


def _has_no_start(gap: Gap) -> bool:
    """Whether a level lies years ahead and nothing says where its way began, so that no pace can be judged."""
    return gap.target.measure is Measure.LEVEL and gap.required is not None and gap.progress is None


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
        return Status.ON_TRACK if gap.progress is not None and gap.progress >= _due(gap) else Status.BEHIND
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
