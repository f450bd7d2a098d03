"""What a careful reader would ask. A question is not an error: the figures can all be right.

Every rule is found in the data, names its figures and carries the numbers of its arithmetic. Rules may use what
readers take a wording to mean. Thresholds are stated here and in docs/method.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, permutations

from shizhong_cli.core.checking.check import Check
from shizhong_cli.core.checking.evaluating import path_sum
from shizhong_cli.core.checking.growths import amount_at, steady_paths
from shizhong_cli.core.checking.judging import holds
from shizhong_cli.core.checking.pairs import targets_do_not_fit
from shizhong_cli.core.checking.promises import OF_TARGETS, promise_above_implied
from shizhong_cli.core.checking.question import (
    ALL_PAIRS,
    POINTS_OFF,
    Question,
    difference_of,
    related,
)
from shizhong_cli.core.checking.relating import display_unit
from shizhong_cli.core.checking.shares import growth_of_share, rate_above_whole
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.core.figure.roots import root_of
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.model import Catalogue, Figure, Target, points_per_unit
from shizhong_cli.core.pack.prices import basis_of, grows_at_constant_prices
from shizhong_cli.core.pack.terms import Binding, QuestionRule

FACTOR_OFF_AVERAGE = Fraction(3, 2)
"""A last year this many times above or below the average of the years before it is asked about."""
SIGNIFICANT = 2
"""Numbers with fewer significant digits meet by chance and are not compared with each other."""
LARGE = 1000
"""Equal numbers of different units are asked about from here on."""


def ask(catalogue: Catalogue, checks: Iterable[Check] = ()) -> list[Question]:
    """Every question the data raise, in the order of the rules; the silenced ones carry their reason.

    ``checks`` are those that a promise may be set against.
    """
    reasons = {(silence.rule, silence.indicator): silence.reason for silence in catalogue.silences}
    found = [question for rule in RULES for question in rule(catalogue)]
    questions = []
    for question in [*found, *promise_above_implied(checks)]:
        said = (reasons.get((question.rule, figure.indicator), "") for figure in question.figures)
        questions.append(question._replace(silenced=next(filter(None, said), "")))
    return questions


def same_number(catalogue: Catalogue) -> Iterator[Question]:
    """One number under two names: the same amount in the same unit for two indicators."""
    for alike in _by_value(catalogue.figures()):
        for first, second in _pairs(alike):
            if first.indicator != second.indicator and _is_one_amount(first, second):
                yield Question(QuestionRule.SAME_NUMBER, (first, second))


def _pairs(alike: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Every two of a few figures; of many, the first with each, and the first of another indicator with each."""
    if len(alike) <= ALL_PAIRS:
        yield from combinations(alike, 2)
        return
    by_unit: dict[str, list[Figure]] = {}
    for figure in alike:
        by_unit.setdefault(figure.written.unit, []).append(figure)
    for figures in by_unit.values():
        first = figures[0]
        other = next((figure for figure in figures if figure.indicator != first.indicator), first)
        for figure in figures[1:]:
            yield (other if figure.indicator == first.indicator else first), figure


def _by_value(figures: Iterable[Figure]) -> Iterable[list[Figure]]:
    """Amounts with enough digits not to meet by chance, those of one value together."""
    groups: dict[Fraction, list[Figure]] = {}
    for figure in figures:
        if figure.written.unit not in RATIOS and _is_specific(figure):
            groups.setdefault(figure.written.value, []).append(figure)
    return groups.values()


def _is_specific(figure: Figure) -> bool:
    digits = figure.written.digits.replace(".", "").strip("0")
    return len(digits) >= SIGNIFICANT and figure.measure in (Measure.LEVEL, Measure.FLOW)


def _is_one_amount(first: Figure, second: Figure) -> bool:
    """Of two equal values: whether the units are equal too, and the value large enough."""
    return first.written.unit == second.written.unit and first.written.value >= 100


def year_equals_period(catalogue: Catalogue) -> Iterator[Question]:
    """A one-year figure equal to a figure of several years that contain it, whatever is counted."""
    for alike in _by_value(f for f in catalogue.baselines if f.measure is Measure.FLOW):
        for long, short in _long_and_short(alike):
            inside = long.period.covers(short.period) and long.period.days > short.period.days
            if inside and _meets_not_by_chance(long, short):
                yield Question(QuestionRule.YEAR_EQUALS_PERIOD, (short, long))


def _long_and_short(alike: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Every two of a few figures, either way round; of many, the one of the longest period with each other."""
    if len(alike) <= ALL_PAIRS:
        yield from permutations(alike, 2)
        return
    long = max(alike, key=lambda figure: figure.period.days)
    yield from ((long, short) for short in alike if short is not long)


def _meets_not_by_chance(long: Figure, short: Figure) -> bool:
    """Of two equal values: whether the units are equal too, or the value is large."""
    return long.written.unit == short.written.unit or long.written.value >= LARGE


def last_year_off_average(catalogue: Catalogue) -> Iterator[Question]:
    """A last year far from the average that the longer period leaves for the years before it."""
    for long in (f for f in catalogue.baselines if f.measure is Measure.FLOW and (f.period.years or 1) > 1):
        last = amount_at(catalogue.baselines_of(long.indicator), _last_year(long), (Measure.FLOW,))
        if last is None or long.period.years is None:
            continue
        years = long.period.years - 1
        average = (long.values_as_read() - last.values_as_read()) * interval.exact(Fraction(1, years))
        own = last.values_as_read()
        if _apart(own, average, FACTOR_OFF_AVERAGE) or _apart(average, own, FACTOR_OFF_AVERAGE):
            yield Question(QuestionRule.LAST_YEAR_OFF_AVERAGE, (last, long), display_unit(last), average)


def _last_year(figure: Figure) -> Period | None:
    return parse_period(str(figure.period.last.year))


def _apart(high: Interval, low: Interval, factor: Fraction) -> bool:
    """Whether every member of ``high`` is more than ``factor`` times every member of ``low``."""
    if high.low is None or low.high is None:
        return False
    return high.low > factor * low.high and (low.high >= 0 or high.low > 0)


def growth_off_average(catalogue: Catalogue) -> Iterator[Question]:
    """A last year whose growth is far from what the average growth leaves for the years before it."""
    for average in (f for f in catalogue.baselines if f.measure is Measure.AVERAGE_GROWTH and f.since):
        last = _growth_at_once(catalogue.baselines_of(average.indicator), average)
        years = average.period.last.year - (average.base_period or average.period).last.year
        if last is None or years < 2:
            continue
        own, one, far = last.values_as_read(), interval.exact(1), interval.exact(2 * POINTS_OFF)
        path = (average.values_as_read() + one).power(years) / (own + one)
        if not _may_be_apart(path, years - 1, own + one, far):
            continue
        before = root_of(path, years - 1) - one
        if _above(before - far, own) or _above(own - far, before):
            yield Question(QuestionRule.GROWTH_OFF_AVERAGE, (last, average), display_unit(last), before)


def _growth_at_once(figures: Iterable[Figure], average: Figure) -> Figure | None:
    """The first growth of one year over just the time of an average growth."""
    own = (f for f in figures if f.measure is Measure.GROWTH and f.period.is_same_time_as(average.period))
    return next((f for f in own if f.base_period is None or f.base_period == f.period.year_before()), None)


def _may_be_apart(power: Interval, degree: int, own: Interval, far: Interval) -> bool:
    """Whether a root could lie that far above or below its own: asked of powers, for a root takes long to find."""
    above, below = own + far, own - far
    if above.high is None or power.low is None or above.high < 0 or power.low > above.high**degree:
        return True
    return power.high is None or below.low is None or (below.low > 0 and below.low**degree > power.high)


def _above(high: Interval, low: Interval) -> bool:
    return high.low is not None and low.high is not None and high.low > low.high


def unsteady_path(catalogue: Catalogue) -> Iterator[Question]:
    """A sum of years that growing steadily at the average rate would not give."""
    for check in steady_paths(catalogue):
        if not holds(check):
            total, last, growth = check.figures.values()
            steady = last.values() * path_sum(growth.values(), total.period.years or 1)
            yield Question(QuestionRule.UNSTEADY_PATH, (total, growth), display_unit(total), steady)


def above_container(catalogue: Catalogue) -> Iterator[Question]:
    """A figure above that of an indicator which usually contains it."""
    for inner, part, outer, whole in related(catalogue, lambda indicator: indicator.within):
        if part.value > whole.value:
            yield difference_of(QuestionRule.ABOVE_CONTAINER, inner, outer)


def rate_off_companion(catalogue: Catalogue) -> Iterator[Question]:
    """A growth rate far from that of an indicator which usually goes along with it."""
    for own, rate, other, usual in related(catalogue, lambda indicator: indicator.companions):
        apart = abs(rate.value - usual.value) * points_per_unit(rate.unit)
        if own.measure is Measure.GROWTH and apart > 100 * POINTS_OFF:
            yield difference_of(QuestionRule.RATE_OFF_COMPANION, own, other)


def growth_not_printed(catalogue: Catalogue) -> Iterator[Question]:
    """The last year of a headline indicator, or of one whose target is growth, printed without its growth."""
    headline = {target.section for target in catalogue.targets if target.binding is Binding.EXPECTED}
    asked: set[str] = set()
    for target in catalogue.targets:
        if target.indicator in asked or not (target.section in headline or target.measure is Measure.GROWTH):
            continue
        own = catalogue.baselines_of(target.indicator)
        last = amount_at(own, target.base_period, (Measure.FLOW, Measure.LEVEL))
        if last is None or _is_count_like(target, last):
            continue
        then = own.of(last.period)
        if not any(f.measure is Measure.GROWTH and f.period.is_same_time_as(last.period) for f in then):
            asked.add(target.indicator)
            yield Question(QuestionRule.GROWTH_NOT_PRINTED, (last, target))


def _is_count_like(target: Target, last: Figure) -> bool:
    """Whether a target asks for as many people or things as were counted: nobody misses its growth."""
    return (
        isinstance(target, Figure)
        and target.written.countable
        and (target.measure, target.written.unit) == (last.measure, last.written.unit)
    )


def nominal_below_real(catalogue: Catalogue) -> Iterator[Question]:
    """An amount at current prices that grew less from a figure of others than the real growth that is printed."""
    for other in catalogue.references:
        indicator = catalogue.indicators[other.indicator]
        own = catalogue.baselines_of(other.indicator)
        growth = _last_yearly_growth(own)
        if other.measure is not Measure.FLOW or growth is None or not grows_at_constant_prices(indicator):
            continue
        years = growth.period.last.year - other.period.last.year
        now = amount_at(own, growth.period, (Measure.FLOW,))
        if now is None or years < 1 or other.period.years != 1 or basis_of(indicator, Measure.FLOW) != "current":
            continue
        yearly = root_of(now.values_as_read() / other.values_as_read(), years) - interval.exact(1)
        if _above(growth.values_as_read(), yearly):
            yield Question(QuestionRule.NOMINAL_BELOW_REAL, (growth, other, now), display_unit(growth), yearly)


def _last_yearly_growth(figures: Iterable[Figure]) -> Figure | None:
    """The newest growth of a whole year over the year before."""
    growths = [f for f in figures if f.measure is Measure.GROWTH and f.period.years == 1 and not f.since]
    return growths[-1] if growths else None


RULES: tuple[Callable[[Catalogue], Iterable[Question]], ...] = (
    *OF_TARGETS,
    targets_do_not_fit,
    above_container,
    year_equals_period,
    same_number,
    last_year_off_average,
    growth_off_average,
    unsteady_path,
    rate_off_companion,
    growth_not_printed,
    growth_of_share,
    rate_above_whole,
    nominal_below_real,
)
"""Every rule, in the order of the output."""
