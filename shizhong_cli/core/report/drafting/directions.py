"""Which way is better of an indicator, as far as what the report asks of it tells: verdicts on targets hang on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.pack.common_indicators import common_of, direction_of, is_named_for_less
from shizhong_cli.core.pack.terms import Direction
from shizhong_cli.core.report.drafting.kinds import LENGTHS_OF_TIME
from shizhong_cli.core.report.drafting.records import Doubt, DraftedFigure, DraftedIndicator

_RISES = re.compile(
    "(?:[提升增扩][高长加升大至到][到至]?|突破|超过?|达到?|迈[上入]|跨[上入]|保持在|稳定在|不低于|不少于|提高|增加)(?:约|近|每[人户年月])*$"
)
_SINKS = re.compile(
    "(?:[降减压缩][低少减缩]?[到至为]|控制在|不超过|不高于|(?<!不)低于|(?<!不)少于)(?:约|近|每[人户年月])*$"
)
_MOVES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)
_FROM_ABOVE = (Bound.AT_MOST, Bound.LESS_THAN)
_FROM_BELOW = (Bound.AT_LEAST, Bound.MORE_THAN)
_FRONT = 8


def with_direction(indicator: DraftedIndicator) -> None:
    """Give an indicator the direction that its targets ask for, and mark them where neither they nor its name tell."""
    if indicator.known or common_of(indicator.name):
        indicator.targets = [_with_doubt(it) if _falls_against(it, indicator) else it for it in indicator.targets]
    else:
        _guess(indicator)


def _guess(indicator: DraftedIndicator) -> None:
    asked = {way for target in indicator.targets if (way := _asked_by(target) or _led_to(target, indicator.baselines))}
    if len(asked) == 1:
        (indicator.direction,) = asked
        return
    falls = any(it.written.value < 0 for it in indicator.figures if it.measure in _MOVES)
    indicator.direction = direction_of(indicator.name, falls)
    if asked or not (is_named_for_less(indicator.name) or _is_done(indicator.targets)):
        indicator.targets = [_with_doubt(target) for target in indicator.targets]


def _asked_by(target: DraftedFigure) -> Direction | None:
    """The way that a target asks for: 增长5%, 下降3%, 控制在5%以内, 达到98%."""
    written, words = target.written, target.printed.before[-_FRONT:]
    if target.measure in _MOVES and written.value < 0:
        return Direction.DOWN
    if written.bound in _FROM_ABOVE:
        return Direction.DOWN
    if written.bound in _FROM_BELOW:
        return Direction.UP
    if _SINKS.search(words):
        return Direction.DOWN
    if target.measure in _MOVES or _RISES.search(words):
        return Direction.UP
    return None


def _falls_against(target: DraftedFigure, indicator: DraftedIndicator) -> bool:
    """Whether a plain fall is asked of what is better the more there is: 下降3% may be wanted or borne."""
    plain = target.written.bound in (Bound.EXACT, Bound.ABOUT) and not target.written.capped
    return plain and target.measure in _MOVES and target.written.value < 0 and indicator.direction is not Direction.DOWN


def _led_to(target: DraftedFigure, baselines: Sequence[DraftedFigure]) -> Direction | None:
    """The way from where a stock or a share stands to where it is to be: from 12.1件 to 18件."""
    if target.measure not in (Measure.LEVEL, Measure.SHARE):
        return None
    stands = [it for it in baselines if (it.measure, it.written.unit) == (target.measure, target.written.unit)]
    if not stands or (last := max(stands, key=lambda it: it.period)).written.value == target.written.value:
        return None
    return Direction.UP if last.written.value < target.written.value else Direction.DOWN


def _is_done(targets: Iterable[DraftedFigure]) -> bool:
    """Whether what is asked for is to be done: of 新建学校12所 more is no fault, of 办理时长2小时 it may be."""
    return all(target.measure is Measure.FLOW and _is_of_things(target.written.unit) for target in targets)


def _is_of_things(unit: str) -> bool:
    return unit != "" and unit not in LENGTHS_OF_TIME


def _with_doubt(target: DraftedFigure) -> DraftedFigure:
    return target._replace(doubts=(*target.doubts, Doubt.DIRECTION))
