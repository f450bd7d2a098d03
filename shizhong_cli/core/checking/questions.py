"""What a careful reader would ask. A question is not an error: the figures can all be right.

Every rule is found in the data, names its figures and carries the numbers of its arithmetic. Rules may use what
readers take a wording to mean. Thresholds are stated here and in docs/method.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import NamedTuple

from shizhong_cli.core.checking.derive import amount_at, display_unit, steady_paths
from shizhong_cli.core.checking.expression import path_sum
from shizhong_cli.core.checking.judging import holds
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.core.figure.roots import root_of
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT, RATIOS
from shizhong_cli.core.pack.baselines import baseline_of
from shizhong_cli.core.pack.model import Catalogue, Figure, points_per_unit
from shizhong_cli.core.pack.terms import Direction, QuestionRule

FACTOR_OFF_AVERAGE = Fraction(3, 2)
"""A last year this many times above or below the average of the years before it is asked about."""
POINTS_OFF = Fraction(5, 100)
"""Growth rates further apart than this are asked about; for a last year against the average before, twice this."""
SIGNIFICANT = 2
"""Numbers with fewer significant digits meet by chance and are not compared with each other."""
LARGE = 1000
"""Equal numbers of different units are asked about from here on."""
ALL_PAIRS = 8
"""So many figures that say the same are asked about two by two; of more, each is set against one of them."""


class Question(NamedTuple):
    """Something to ask, with the figures it is about and the numbers that raise it."""

    rule: QuestionRule
    figures: tuple[Figure, ...]
    unit: str = ""  # of ``computed``
    computed: Interval | None = None
    silenced: str = ""  # the author's reason not to ask


def ask(catalogue: Catalogue) -> list[Question]:
    """Every question the data raise, in the order of the rules; the silenced ones carry their reason."""
    reasons = {(silence.rule, silence.indicator): silence.reason for silence in catalogue.silences}
    questions = []
    for rule in RULES:
        for question in rule(catalogue):
            found = (reasons.get((question.rule, figure.indicator), "") for figure in question.figures)
            questions.append(question._replace(silenced=next(filter(None, found), "")))
    return questions


def target_below_baseline(catalogue: Catalogue) -> Iterator[Question]:
    """A target that asks no more than the latest baseline, or a growth rate below the last one."""
    said_once: dict[str, Figure] = {}
    for target in catalogue.targets:
        said_once.setdefault(target.reference, target)
    for target in said_once.values():
        base = _latest_alike(catalogue, target)
        if base is None or base.written is None or target.written is None:
            continue
        direction = catalogue.indicators[target.indicator].direction
        more = target.written.value - base.written.value
        if direction is Direction.DOWN:
            more = -more
        rate = target.measure is Measure.GROWTH
        if direction is not Direction.NONE and (more < 0 or (more == 0 and not rate)):
            yield _difference(QuestionRule.TARGET_BELOW_BASELINE, target, base)


def _latest_alike(catalogue: Catalogue, target: Figure) -> Figure | None:
    """The baseline that the target is shown against, when it is of the same measure."""
    base = baseline_of(catalogue, target)
    if base is None or base.written is None or target.written is None or target.measure is Measure.CHANGE:
        return None
    return base if base.measure is target.measure and base.written.unit == target.written.unit else None


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
        by_unit.setdefault(figure.written.unit if figure.written else "", []).append(figure)
    for figures in by_unit.values():
        first = figures[0]
        other = next((figure for figure in figures if figure.indicator != first.indicator), first)
        for figure in figures[1:]:
            yield (other if figure.indicator == first.indicator else first), figure


def _by_value(figures: Iterable[Figure]) -> Iterable[list[Figure]]:
    """Amounts with enough digits not to meet by chance, those of one value together."""
    groups: dict[Fraction, list[Figure]] = {}
    for figure in figures:
        if figure.written is not None and figure.written.unit not in RATIOS and _is_specific(figure):
            groups.setdefault(figure.written.value, []).append(figure)
    return groups.values()


def _is_specific(figure: Figure) -> bool:
    digits = figure.written.digits.replace(".", "").strip("0") if figure.written else ""
    return len(digits) >= SIGNIFICANT and figure.measure in (Measure.LEVEL, Measure.FLOW)


def _is_one_amount(first: Figure, second: Figure) -> bool:
    """Of two equal values: whether the units are equal too, and the value large enough."""
    if first.written is None or second.written is None:
        return False
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
    if long.written is None or short.written is None:
        return False
    return long.written.unit == short.written.unit or long.written.value >= LARGE


def last_year_off_average(catalogue: Catalogue) -> Iterator[Question]:
    """A last year far from the average that the longer period leaves for the years before it."""
    own_figures = _by_indicator(sorted(catalogue.baselines, key=lambda figure: figure.period))
    for long in (f for f in catalogue.baselines if f.measure is Measure.FLOW and (f.period.years or 1) > 1):
        last = amount_at(own_figures[long.indicator], _last_year(long), (Measure.FLOW,))
        if last is None or last.written is None or long.written is None or long.period.years is None:
            continue
        years = long.period.years - 1
        average = (long.values_as_read() - last.values_as_read()) * interval.exact(Fraction(1, years))
        own = last.values_as_read()
        if _apart(own, average, FACTOR_OFF_AVERAGE) or _apart(average, own, FACTOR_OFF_AVERAGE):
            yield Question(QuestionRule.LAST_YEAR_OFF_AVERAGE, (last, long), display_unit(last), average)


def _by_indicator(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.indicator, []).append(figure)
    return found


def _last_year(figure: Figure) -> Period | None:
    return parse_period(str(figure.period.last.year))


def _apart(high: Interval, low: Interval, factor: Fraction) -> bool:
    """Whether every member of ``high`` is more than ``factor`` times every member of ``low``."""
    return high.low is not None and low.high is not None and high.low > factor * low.high


def growth_off_average(catalogue: Catalogue) -> Iterator[Question]:
    """A last year whose growth is far from what the average growth leaves for the years before it."""
    own_figures = _by_indicator(sorted(catalogue.baselines, key=lambda figure: figure.period))
    for average in (f for f in catalogue.baselines if f.measure is Measure.AVERAGE_GROWTH and f.since):
        growths = [
            f
            for f in own_figures[average.indicator]
            if f.measure is Measure.GROWTH and f.period[1:] == average.period[1:]
        ]
        years = average.period.last.year - (average.base_period or average.period).last.year
        if not growths or years < 2:
            continue
        last = growths[0]
        whole = (average.values_as_read() + interval.exact(1)).power(years)
        before = root_of(whole / (last.values_as_read() + interval.exact(1)), years - 1) - interval.exact(1)
        far = interval.exact(2 * POINTS_OFF)
        if _above(before - far, last.values_as_read()) or _above(last.values_as_read() - far, before):
            yield Question(QuestionRule.GROWTH_OFF_AVERAGE, (last, average), display_unit(last), before)


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
    others = _by_comparison(catalogue)
    for inner in catalogue.figures():
        for container in catalogue.indicators[inner.indicator].within:
            for outer in others.get((container, *_compared(inner)), [])[:ALL_PAIRS]:
                if not _comparable(inner, outer) or inner.written is None or outer.written is None:
                    continue
                if inner.written.value > outer.written.value:
                    yield _difference(QuestionRule.ABOVE_CONTAINER, inner, outer)


def _by_comparison(catalogue: Catalogue) -> dict[tuple[object, ...], list[Figure]]:
    """The figures by their indicator and all that must agree with another to be compared."""
    found: dict[tuple[object, ...], list[Figure]] = {}
    for figure in catalogue.figures():
        found.setdefault((figure.indicator, *_compared(figure)), []).append(figure)
    return found


def _compared(figure: Figure) -> tuple[object, ...]:
    return figure.role, figure.measure, figure.period[1:], figure.written.unit if figure.written else None


def _comparable(first: Figure, second: Figure) -> bool:
    return (
        first.written is not None and second.written is not None
        and (first.role, first.measure, first.period[1:]) == (second.role, second.measure, second.period[1:])
        and first.written.unit == second.written.unit
    )  # fmt: skip


def rate_off_companion(catalogue: Catalogue) -> Iterator[Question]:
    """A growth rate far from that of an indicator which usually goes along with it."""
    others = _by_comparison(catalogue)
    for own in (f for f in catalogue.figures() if f.measure is Measure.GROWTH):
        for companion in catalogue.indicators[own.indicator].companions:
            for other in others.get((companion, *_compared(own)), [])[:ALL_PAIRS]:
                if not _comparable(own, other) or own.written is None or other.written is None:
                    continue
                apart = abs(own.written.value - other.written.value) * points_per_unit(own.written.unit)
                if apart > 100 * POINTS_OFF:
                    yield _difference(QuestionRule.RATE_OFF_COMPANION, own, other)


def _difference(rule: QuestionRule, first: Figure, second: Figure) -> Question:
    """A question about how far apart two printed figures of one unit are; rates in points."""
    assert first.written is not None
    assert second.written is not None
    unit = POINT if first.is_ratio else first.written.unit
    difference = (first.written.value - second.written.value) * points_per_unit(first.written.unit)
    return Question(rule, (first, second), unit, interval.exact(difference))


RULES: tuple[Callable[[Catalogue], Iterable[Question]], ...] = (
    target_below_baseline,
    above_container,
    year_equals_period,
    same_number,
    last_year_off_average,
    growth_off_average,
    unsteady_path,
    rate_off_companion,
)
"""Every rule, in the order of the output."""
