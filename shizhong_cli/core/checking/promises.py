"""What a careful reader would ask about targets. Rules and thresholds are those of ``core.checking.questions``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from shizhong_cli.core.checking.check import Check
from shizhong_cli.core.checking.question import (
    POINTS_OFF,
    Question,
    difference_of,
    related,
)
from shizhong_cli.core.checking.relating import display_unit
from shizhong_cli.core.checking.solving import attempt
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.pack.baselines import baseline_of
from shizhong_cli.core.pack.direction import is_brought_down
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.terms import Direction, QuestionRule

HARDLY = Fraction(1, 100)
"""An amount to reach that is no more than this above the last one hardly grows."""
AMOUNTS_OFF = Fraction(1, 10)
"""Amounts of what seems to be one thing that are further apart than this, as a share of the smaller, do not fit."""
GROWING = "增"
"""What a target in words says when it asks for growth: 保持合理增长, 稳步增加."""


def target_below_baseline(catalogue: Catalogue) -> Iterator[Question]:
    """A target that asks no more than the latest baseline, or a growth rate below the last one."""
    for target in _said_once(catalogue):
        base = _latest_alike(catalogue, target)
        if base is None:
            continue
        direction = catalogue.indicators[target.indicator].direction
        more = target.written.value - base.written.value
        if direction is Direction.DOWN or is_brought_down(target):
            more = -more
        rate = target.measure is Measure.GROWTH
        if direction is not Direction.NONE and (more < 0 or (more == 0 and not rate)):
            yield difference_of(QuestionRule.TARGET_BELOW_BASELINE, target, base)


def _latest_alike(catalogue: Catalogue, target: Figure) -> Figure | None:
    """The baseline that the target is shown against, when it is of the same measure."""
    base = baseline_of(catalogue, target)
    if base is None or target.measure is Measure.CHANGE:
        return None
    if target.measure is Measure.GROWTH and _years_of(base) != _years_of(target):
        return None  # 三年增长28.3% is no pace of a year
    return base if base.measure is target.measure and base.written.unit == target.written.unit else None


def _years_of(figure: Figure) -> int:
    """Over how many years it is measured."""
    base = figure.base_period
    return figure.period.last.year - base.last.year if base else 1


def _said_once(catalogue: Catalogue) -> Iterable[Figure]:
    """The targets with a number, one that stands in two places only once."""
    said: dict[str, Figure] = {}
    for target in catalogue.numbered_targets:
        said.setdefault(target.reference, target)
    return said.values()


def target_below_mean(catalogue: Catalogue) -> Iterator[Question]:
    """A target that asks less for a year than was done on average in the years before."""
    for target in _said_once(catalogue):
        if target.measure is not Measure.FLOW or target.period.years != 1:
            continue
        for long in catalogue.baselines_of(target.indicator):
            years, just_before = long.period.years or 1, long.period.last.year == target.period.first.year - 1
            if long.measure is not Measure.FLOW or years < 2 or not just_before:
                continue
            if long.written.unit != target.written.unit:
                continue
            mean = long.values_as_read() * interval.exact(Fraction(1, years))
            if _is_short_of(target.written.value, mean, catalogue.indicators[target.indicator].direction):
                yield Question(QuestionRule.TARGET_BELOW_MEAN, (target, long), target.written.unit, mean)


def _is_short_of(value: Fraction, mean: interval.Interval, direction: Direction) -> bool:
    """Whether a value is worse than every mean that can be meant."""
    if direction is Direction.UP:
        return mean.low is not None and value < mean.low
    return direction is Direction.DOWN and mean.high is not None and value > mean.high


def target_below_average_growth(catalogue: Catalogue) -> Iterator[Question]:
    """A growth target below the average growth of the years just reported."""
    for target in _said_once(catalogue):
        if target.measure is not Measure.GROWTH:
            continue
        for average in catalogue.baselines_of(target.indicator).ending_in(target.period.first.year - 1):
            if average.measure is not Measure.AVERAGE_GROWTH:
                continue
            rising = catalogue.indicators[target.indicator].direction is Direction.UP
            if rising and target.values_as_read().high is not None:
                question = difference_of(QuestionRule.TARGET_BELOW_AVERAGE_GROWTH, target, average)
                if question.computed is not None and question.computed.low is not None and question.computed.low < 0:
                    yield question


def target_hardly_above(catalogue: Catalogue) -> Iterator[Question]:
    """An amount to reach that is hardly above the last one, where growth is asked for in words."""
    for target in _said_once(catalogue):
        base = _latest_alike(catalogue, target)
        if base is None or target.measure is Measure.GROWTH:
            continue
        words = [
            t
            for t in catalogue.worded_targets_of(target.indicator)
            if t.period == target.period and GROWING in t.printed
        ]
        if not words or base.written.value <= 0:
            continue
        more = target.written.value / base.written.value - 1
        if 0 < more <= HARDLY:
            yield Question(
                QuestionRule.TARGET_HARDLY_ABOVE, (target, base, words[0]), PERCENT, interval.exact(more)
            )  # fmt: skip


def amounts_do_not_fit(catalogue: Catalogue) -> Iterator[Question]:
    """Two amounts that seem to be of one thing (declared ``akin``) and are not near each other."""
    for own, one, other, another in related(catalogue, lambda indicator: indicator.akin):
        less, more = sorted((one.value, another.value))
        if more > less * (1 + AMOUNTS_OFF):
            yield difference_of(QuestionRule.AMOUNTS_DO_NOT_FIT, own, other)


def promise_above_implied(checks: Iterable[Check]) -> Iterator[Question]:
    """A rate promised far above the one that a check implies for what was done."""
    for check in checks:
        promise = check.promise
        if promise is None or check.unknown is None or check.forbidden:
            continue
        implied = attempt(check, check.values()).implied
        promised = promise.plain(interval.exact(promise.written.value)).low
        if implied is None or implied.high is None or promised is None:
            continue
        if promised > implied.high + POINTS_OFF:
            figures = (promise, *check.figures.values())
            yield Question(QuestionRule.PROMISE_ABOVE_IMPLIED, figures, display_unit(promise), implied)


OF_TARGETS: tuple[Callable[[Catalogue], Iterable[Question]], ...] = (
    target_below_baseline,
    target_below_mean,
    target_below_average_growth,
    target_hardly_above,
    amounts_do_not_fit,
)
"""The rules that look at the data alone, in the order of the output."""
