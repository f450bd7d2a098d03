"""Where a target stands: met or missed when its period is over, on track or behind while it runs.

One rule a measure says what stands in for the number while the period runs: time elapsed for sums and changes, the way
from the baseline for stocks and shares, the number itself for rates. A completion, or a way that is done, is dropped
wherever it would comfort: nothing that is missed or behind is all done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from shizhong_cli.core.figure.terms import RATES, Bound, Measure
from shizhong_cli.core.pack.direction import has_two_sides, is_limit, is_loss, is_upward
from shizhong_cli.core.pack.model import Indicator
from shizhong_cli.core.progress.pace.paces import LimitPace, Pace, Share, ShareOf, StockPace, SumPace, without
from shizhong_cli.core.progress.pace.way import is_rising, start_of
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.core.progress.gap import Measured


class _Reach(NamedTuple):
    """How an actual lies to the number of its target."""

    upward: bool
    reached: bool  # on the right side of the number, or on it
    in_band: bool  # within the width of 左右, on either side


def judge(gap: Measured, indicator: Indicator) -> Measured:
    """The gap with its status."""
    reach = _reach(gap, indicator)
    if gap.elapsed == 1:
        status = Status.MET if reach.reached else Status.WITHIN_BAND if reach.in_band else Status.MISSED
        reason = gap.reason
    elif not reach.reached and not reach.in_band and _has_no_start(gap):
        pace = gap.pace._replace(need=None) if isinstance(gap.pace, StockPace) else gap.pace
        return gap._replace(status=Status.NOT_COMPARABLE, reason=Reason.NO_START, pace=pace)
    else:
        rule = _running_stock if gap.is_early else _RUNNING[gap.target.measure]
        status = rule(gap, indicator, reach)
        reason = Reason.PASSED if status is Status.MISSED else gap.reason
    if status is Status.BEHIND and _may_be_better(gap, indicator):
        status, reason = Status.UNDECIDED, Reason.NO_DIRECTION
    judged = gap._replace(status=status, reason=reason, is_beside=not reach.reached)
    return judged._replace(pace=_modest(judged))


def _may_be_better(gap: Measured, indicator: Indicator) -> bool:
    """Whether nothing says that a rate or a stock beside its number is late: no direction is declared.

    0.2 % of 2%左右 may be what people hope for, and can still come there. A stock on the way from its baseline to a
    number is late while the way is left; with 左右 it may stay on either side. What is to be none can only be too much,
    and a sum grows towards its number or away from it.
    """
    if not has_two_sides(gap.target, indicator) or gap.target.measure in (Measure.FLOW, Measure.CHANGE):
        return False
    if gap.wanted == 0 and gap.target.measure not in RATES:
        return False
    start = None if gap.path is None or gap.target.measure in RATES else start_of(gap)
    is_underway = start is not None and (gap.wanted - gap.value) * (gap.wanted - start) > 0
    return not is_underway or gap.target.written.bound is Bound.ABOUT


def _modest(gap: Measured) -> Pace:
    """The pace without what would comfort, or frighten, against the status."""
    belied = [share.of for share in gap.shares if _belies(share, gap)]
    pace = without(gap.pace, *belied, keep_lead=gap.status is Status.ON_TRACK)
    if isinstance(pace, SumPace | LimitPace) and gap.reason is Reason.PASSED:
        return pace._replace(forecast=None)
    return pace


def _belies(share: Share, gap: Measured) -> bool:
    """Whether a share says all is done of what is not, or more than all used of what comes down as it should."""
    if share.of is ShareOf.USED:
        return share.part > 1 and gap.status is Status.ON_TRACK
    if gap.status in (Status.MET, Status.ON_TRACK):
        return gap.status is Status.ON_TRACK and share.of is ShareOf.COMPLETION and _is_nearly(gap)
    return share.part >= 1 or (share.of is ShareOf.COMPLETION and _is_nearly(gap))


def _is_nearly(gap: Measured) -> bool:
    """Whether what came in is said to be nearly, or somewhat over, the very number: 近 120 is not yet all of 120."""
    return gap.gap == 0 and gap.actual is not None and gap.actual.written.bound in _NOT_QUITE.values()


def _reach(gap: Measured, indicator: Indicator) -> _Reach:
    """Where the actual lies; 近 1.75万人 is not yet 1.75万人."""
    distance = gap.gap
    upward = is_upward(gap.target, indicator)
    reached = distance >= 0 if upward else distance <= 0
    not_quite = gap.actual is not None and gap.actual.written.bound is _NOT_QUITE[upward]
    if distance == 0 and (not_quite or _asks_for_a_difference(gap)):
        reached = False
    if has_two_sides(gap.target, indicator):
        reached = distance == 0
    return _Reach(upward, reached, gap.half_band is not None and abs(distance) <= gap.half_band)


def _asks_for_a_difference(gap: Measured) -> bool:
    """Whether a growth is to be more than none, 正增长, or a figure more or less than another, 快于: equal is not."""
    written, relative = gap.target.written, gap.target.relative
    if written.bound not in (Bound.MORE_THAN, Bound.LESS_THAN):
        return False
    return written.value == 0 if relative is None else relative.by.value == 0


_NOT_QUITE = {True: Bound.LESS_THAN, False: Bound.MORE_THAN}
"""Wordings of an actual that say it stays on the wrong side of its number, by whether more is better."""


def _has_no_start(gap: Measured) -> bool:
    """Whether a stock or share lies years ahead and nothing says where its way began: no pace can be judged."""
    far = gap.months_left is None and gap.target.period.months_left(gap.as_of) > 12
    has_a_way = gap.target.measure in (Measure.LEVEL, Measure.SHARE) or gap.is_early
    return far and has_a_way and gap.path is None and gap.target.relative is None and start_of(gap) is None


def _running_sum(gap: Measured, indicator: Indicator, reach: _Reach) -> Status:
    """A sum or a change: what is done or used against the time elapsed, or against its way through milestones."""
    if is_limit(gap.target, indicator) or is_loss(gap.target, indicator):
        return _running_limit(gap, indicator, reach)
    grows_out = has_two_sides(gap.target, indicator) and gap.target.written.ends  # of a range, by what is still to come
    if reach.reached and gap.elapsed and not grows_out:
        return Status.MET
    if _is_too_much(gap, indicator, reach):
        return Status.BEHIND  # what is too much already only grows
    if reach.reached or _keeps_pace(gap, reach):
        return Status.ON_TRACK
    return Status.WITHIN_BAND if reach.in_band else Status.BEHIND


def _is_too_much(gap: Measured, indicator: Indicator, reach: _Reach) -> bool:
    return has_two_sides(gap.target, indicator) and not reach.reached and not reach.in_band and gap.gap > 0


def _keeps_pace(gap: Measured, reach: _Reach) -> bool:
    """Whether a sum is where the time elapsed, or its way, asks it to be."""
    if gap.way is not None:
        return _is_on_the_way(gap, reach.upward)
    done = gap.progress if gap.completion is None else gap.completion
    return done is not None and done >= gap.elapsed


def _running_limit(gap: Measured, indicator: Indicator, reach: _Reach) -> Status:
    """A limit is used up with the time; one on a sum of things cannot be kept once it is passed."""
    if reach.reached or reach.in_band:
        if not _is_used_slowly(gap, reach):
            return Status.BEHIND  # inside the width of 左右 as well: what is used too fast goes on to be used
        return Status.ON_TRACK if reach.reached else Status.WITHIN_BAND
    passed = gap.target.measure is Measure.FLOW and is_limit(gap.target, indicator)
    return Status.MISSED if passed else Status.BEHIND


def _is_used_slowly(gap: Measured, reach: _Reach) -> bool:
    """Whether no more of a limit is used than the time elapsed, or its way, allows."""
    if gap.way is not None:
        return _is_on_the_way(gap, reach.upward)
    return gap.used is None or gap.used <= gap.elapsed


def _running_stock(gap: Measured, indicator: Indicator, reach: _Reach) -> Status:
    """A stock or a share: against the way from its baseline, or the number itself where there is none."""
    rising = is_rising(gap, indicator)
    passed = has_two_sides(gap.target, indicator) and (gap.gap > 0 if rising else gap.gap < 0)
    if reach.reached or (_is_on_the_way(gap, rising) and not passed):
        return Status.ON_TRACK
    return Status.WITHIN_BAND if reach.in_band else Status.BEHIND


def _is_on_the_way(gap: Measured, upward: bool) -> bool:
    """Whether the value is where the way asks it to be on the day, or further."""
    if gap.path is None:
        return False
    return gap.value >= gap.path if upward else gap.value <= gap.path


def _running_rate(gap: Measured, indicator: Indicator, reach: _Reach) -> Status:
    """A growth rate: the rate so far against the target, or against the milestone that is next."""
    passed = has_two_sides(gap.target, indicator) and gap.gap > 0
    if reach.reached or (_is_on_the_way(gap, reach.upward) and not passed):
        return Status.ON_TRACK
    return Status.WITHIN_BAND if reach.in_band else Status.BEHIND


_RUNNING: Mapping[Measure, Callable[[Measured, Indicator, _Reach], Status]] = {
    Measure.FLOW: _running_sum,
    Measure.CHANGE: _running_sum,
    Measure.LEVEL: _running_stock,
    Measure.SHARE: _running_stock,
    Measure.GROWTH: _running_rate,
    Measure.AVERAGE_GROWTH: _running_rate,
}
"""How each measure is judged while its period runs."""
