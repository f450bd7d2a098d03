"""Two targets of one indicator and time that ask for two numbers: an amount beside a growth or an increase of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shizhong_cli.core.checking.check import is_over_loss
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.relating import display_unit, tightest
from shizhong_cli.core.figure.interval import Interval, exact
from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.prices import prices_differ
from shizhong_cli.core.pack.series import Series
from shizhong_cli.core.pack.terms import QuestionRule

_ENDS = (Measure.FLOW, Measure.LEVEL, Measure.SHARE)
_STEPS = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)


def targets_do_not_fit(catalogue: Catalogue) -> Iterator[Question]:
    """An amount to reach that the base and a growth, or an increase, to reach do not come to."""
    by_indicator: dict[str, list[Figure]] = {}
    for target in catalogue.numbered_targets:
        by_indicator.setdefault(target.indicator, []).append(target)
    series = {indicator: Series(own) for indicator, own in by_indicator.items()}
    for step in (t for t in catalogue.numbered_targets if t.measure in _STEPS):
        for end in series[step.indicator].of(step.period):
            base = _base_of(catalogue, step, end)
            reached = None if base is None else _reached(base, step)
            if base is not None and reached is not None and not reached.meets(_meant(end)):
                yield Question(QuestionRule.TARGETS_DO_NOT_FIT, (end, step, base), display_unit(end), reached)


def _base_of(catalogue: Catalogue, step: Figure, end: Figure) -> Figure | None:
    """The reported figure that both targets set out from, where they are of one time and can be compared."""
    if end.measure not in _ENDS or step.base_period is None:
        return None
    indicator = catalogue.indicators[end.indicator]
    if step.measure is not Measure.CHANGE and prices_differ(indicator, end.measure, step.measure):
        return None
    return tightest(_alike(catalogue.baselines_of(end.indicator).of(step.base_period), end))


def _alike(figures: Sequence[Figure], end: Figure) -> list[Figure]:
    """The figures of the same measure and unit."""
    return [f for f in figures if f.measure is end.measure and f.written.unit == end.written.unit]


def _reached(base: Figure, step: Figure) -> Interval | None:
    """What the base and the step come to; nothing where 左右 leaves it open."""
    if step.written.bound is Bound.ABOUT and step.half_band is None:
        return None
    wanted = _meant(step)
    if step.measure is Measure.CHANGE:
        points = step.is_ratio == base.is_ratio
        return base.values() + wanted if points else None
    if is_over_loss(base, base.values()):
        return None
    years = step.period.last.year - base.period.last.year if step.measure is Measure.AVERAGE_GROWTH else 1
    return base.values() * (wanted + exact(1)).power(years) if years > 0 else None


def _meant(target: Figure) -> Interval:
    """What a target allows; 左右 has its band."""
    return target.values_as_read() if target.written.bound is Bound.ABOUT else target.values()
