"""Which way a target is met: from its number on, or from its number down."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Bound, Measure, Turn
from shizhong_cli.core.pack.model import Figure, Indicator
from shizhong_cli.core.pack.terms import Direction


def is_upward(target: Figure, indicator: Indicator) -> bool:
    """Whether the target is met from its number on (True) or from its number down.

    压减到80家 says so itself, whatever the indicator is better at.
    """
    return not is_brought_down(target) and _is_upward(target, indicator)


def _is_upward(target: Figure, indicator: Indicator) -> bool:
    amounts = (Measure.FLOW, Measure.LEVEL)
    written = target.written
    if written.capped:
        return written.value < 0  # 降幅控制在3%左右 is to fall no further
    if (done := is_to_do(target)) is not None:
        return done
    match written.bound:
        case _ if written.nearing or written.bound is Bound.RANGE:
            return indicator.direction is not Direction.DOWN
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return True
        case Bound.AT_MOST | Bound.LESS_THAN:
            return False
        case _ if written.value == 0 and target.measure in amounts:
            # a profit of 0亿元 is to be reached, 动态清零 to be kept
            return indicator.direction is Direction.UP and bool(written.digits)
        case _:
            return not _is_better_low(target, indicator)


def _is_better_low(target: Figure, indicator: Indicator) -> bool:
    """Whether less is better of a plain number; without a direction, of what is to go below nought: -100家."""
    if indicator.direction is Direction.NONE:
        return target.written.value < 0 and target.measure in _DONE
    return indicator.direction is Direction.DOWN


def is_to_do(target: Figure) -> bool | None:
    """Whether a thing to do that takes something away is met from its number on, or down; nothing where it is none.

    压减80家 is done by 81 as well, so is 淘汰80家, whatever the indicator is better at. What has a bound of its own,
    压减不超过80家, is judged by that.
    """
    written = target.written
    plain = written.bound in (Bound.EXACT, Bound.ABOUT, Bound.RANGE) or written.nearing
    if target.measure not in _DONE or not plain or not written.value:
        return None
    return {Turn.FALL: False, Turn.DONE: True}.get(written.turn) if written.turn else None


def is_brought_down(target: Figure) -> bool:
    """Whether the wording says that an amount or a share is to come down to its number: 压减到80家, 降至4.5%左右."""
    written, sized = target.written, (Measure.FLOW, Measure.LEVEL, Measure.SHARE)
    return written.lowered and written.bound in (Bound.EXACT, Bound.ABOUT) and target.measure in sized


_DONE = (Measure.FLOW, Measure.CHANGE)


def has_two_sides(target: Figure, indicator: Indicator) -> bool:
    """Whether more than the number is as wrong as less: without a direction, and to come to a number."""
    written = target.written
    if indicator.direction is not Direction.NONE or written.capped or written.nearing or is_brought_down(target):
        return False
    to_do = is_to_do(target) is not None or (written.value < 0 and target.measure in _DONE)
    return written.bound in (Bound.EXACT, Bound.ABOUT, Bound.RANGE) and not to_do


def is_limit(target: Figure, indicator: Indicator) -> bool:
    """Whether a sum is to stay below its number; one that is to fall (压减100家) is a thing to do."""
    return not is_upward(target, indicator) and target.written.value >= 0


def is_loss(target: Figure, indicator: Indicator) -> bool:
    """Whether an amount below nought is to be held: 亏损控制在1亿元 is a limit on the loss, not a thing to do."""
    amounts = (Measure.FLOW, Measure.LEVEL, Measure.CHANGE)
    return target.measure in amounts and target.written.value < 0 and is_upward(target, indicator)


def judged_end(target: Figure, indicator: Indicator, value: Fraction) -> Fraction:
    """The number that an actual is set against: of a range the end that was missed, or the nearer one by direction."""
    written = target.written
    if not written.ends:
        return written.value
    if has_two_sides(target, indicator):
        return min(max(value, written.low), written.high)
    return written.low if is_upward(target, indicator) else written.high
