"""A target in a table that is a small part of what there was: 5.5 beside 340 of 亿元 may be a rate."""

from __future__ import annotations

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.report.drafting.records import Doubt, DraftedFigure, DraftedIndicator

_AMOUNTS = (Measure.LEVEL, Measure.FLOW)
_JUMP = 20
"""So many times less no target is than what there was, or the two are not of one kind."""


def doubt_jumps(indicator: DraftedIndicator) -> None:
    """Mark targets of tables that are far below every amount reported, in the unit that a head gave them."""
    reported = [it for it in indicator.baselines if it.measure in _AMOUNTS and it.written.value > 0]
    indicator.targets = [_doubted(it) if _falls_far(it, reported) else it for it in indicator.targets]


def _falls_far(target: DraftedFigure, reported: list[DraftedFigure]) -> bool:
    if target.printed.number.cell is None or target.measure not in _AMOUNTS or not target.printed.number.shared:
        return False
    alike = [it.written.value for it in reported if it.written.unit == target.written.unit]
    return bool(alike) and target.written.value * _JUMP < min(alike)


def _doubted(target: DraftedFigure) -> DraftedFigure:
    return target._replace(doubts=tuple(dict.fromkeys((*target.doubts, Doubt.MEASURE))))
