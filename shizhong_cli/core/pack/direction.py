"""Which way a target is met: from its number on, or from its number down."""

from __future__ import annotations

from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.pack.model import Figure, Indicator
from shizhong_cli.core.pack.terms import Direction


def is_upward(target: Figure, indicator: Indicator) -> bool:
    """Whether the target is met from its number on (True) or from its number down."""
    assert target.written is not None
    amounts = (Measure.FLOW, Measure.LEVEL)
    match target.written.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return True
        case Bound.AT_MOST | Bound.LESS_THAN:
            return False
        case _ if target.written.value == 0 and target.measure in amounts:
            return False  # 动态清零
        case _:
            return indicator.direction is not Direction.DOWN


def is_limit(target: Figure, indicator: Indicator) -> bool:
    """Whether a sum is to stay below its number; one that is to fall (压减100家) is a thing to do."""
    assert target.written is not None
    return not is_upward(target, indicator) and target.written.value >= 0
