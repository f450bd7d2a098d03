"""Answers that are worked out of printed figures, as intervals: what their digits leave open stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.partners import Partner
from shizhong_cli.core.progress.settling.known import AMOUNTS, Answer, Known, price_obstacle
from shizhong_cli.core.progress.settling.terms import How


def worked_out(target: Figure, known: Known) -> Iterator[Answer]:
    """Every way that leads from what is printed to the measure of the target."""
    for way in _WAYS.get(target.measure, ()):
        yield from way(target, known)


def _growth_of_amounts(target: Figure, known: Known) -> Iterator[Answer]:
    """(this year / the year before) - 1, where both are at the prices of the growth."""
    for figure, partner, base in _with_bases(target, known, AMOUNTS):
        start = _amount(base)
        if price_obstacle(figure, known) is None and _is_above_nought(start):
            growth = _amount(figure) / start - interval.exact(1)
            yield Answer(figure, partner, How.TWO_AMOUNTS, _as_printed(growth, target), others=(base,))


def _rise_of_stocks(target: Figure, known: Known) -> Iterator[Answer]:
    for figure, partner, base in _with_bases(target, known, (Measure.LEVEL,)):
        if figure.written.unit == target.written.unit:
            yield Answer(figure, partner, How.RISE, _amount(figure) - _amount(base), others=(base,))


def _rise_of_shares(target: Figure, known: Known) -> Iterator[Answer]:
    """Points from two shares in per cent."""
    if target.written.unit != POINT:
        return
    for figure, partner, base in _with_bases(target, known, (Measure.SHARE,)):
        if figure.written.unit == PERCENT:
            yield Answer(
                figure, partner, How.RISE, _as_printed(figure.values() - base.values(), target), others=(base,)
            )


def _share_from_points(target: Figure, known: Known) -> Iterator[Answer]:
    """The share of the year before and the points it rose by."""
    if target.written.unit != PERCENT:
        return
    for figure, partner in _of_measure(target, known, Measure.CHANGE):
        base = known.amount(figure.base_period, Measure.SHARE, PERCENT)
        if base is not None and figure.written.unit == POINT:
            share = _as_printed(base.values() + figure.values(), target)
            yield Answer(figure, partner, How.BASE_AND_CHANGE, share, others=(base,))


def _with_bases(target: Figure, known: Known, measures: Sequence[Measure]) -> Iterator[tuple[Figure, Partner, Figure]]:
    """Amounts of the time of the target, each with that of its base period."""
    for figure, partner in known.told:
        if figure.measure in measures and figure.period.is_same_time_as(target.period):
            unit = figure.written.unit
            base = known.amount(target.base_period, figure.measure, unit)
            if base is not None:
                yield figure, partner, base


def _amount_from_growth(target: Figure, known: Known) -> Iterator[Answer]:
    """The year before x (1 + growth)."""
    if target.written.unit in RATIOS:
        return
    for figure, partner in _of_measure(target, known, Measure.GROWTH):
        base = known.amount(figure.base_period, target.measure, target.written.unit)
        if base is not None and price_obstacle(base, known) is None and _is_above_nought(_amount(base)):
            amount = _amount(base) * (figure.values() + interval.exact(1))
            yield Answer(figure, partner, How.BASE_AND_GROWTH, amount, others=(base,))


def _stock_from_change(target: Figure, known: Known) -> Iterator[Answer]:
    """The stock of the year before and what was added to it."""
    for figure, partner in _of_measure(target, known, Measure.CHANGE):
        base = known.amount(figure.base_period, Measure.LEVEL, target.written.unit)
        if base is not None and figure.written.unit == target.written.unit:
            yield Answer(figure, partner, How.BASE_AND_CHANGE, _amount(base) + figure.values(), others=(base,))


def _sum_less_years(target: Figure, known: Known) -> Iterator[Answer]:
    """The sum of several years that end with the year of the target, less those of the years before."""
    if target.period.years != 1:
        return
    unit = target.written.unit
    for figure, partner in known.told:
        is_longer = figure.measure is Measure.FLOW and (figure.period.years or 0) > 1
        if is_longer and figure.period.last == target.period.last and figure.written.unit == unit:
            rest = _sums_before(target.period, figure.period, known, unit)
            total = figure.values()
            for other in rest:
                total = total - _amount(other)
            if rest:
                yield Answer(figure, partner, How.SUM_LESS_YEARS, total, others=tuple(rest))


def _sums_before(year: Period, whole: Period, known: Known, unit: str) -> list[Figure]:
    """Sums that together are the years of ``whole`` before ``year``: one of all, or one of each; nothing else."""
    years = range(whole.first.year, year.first.year)
    spans = [[_span(years[0], years[-1])], [_span(one, one) for one in years]]
    for periods in spans:
        found = [known.amount(period, Measure.FLOW, unit) for period in periods]
        if all(found):
            return [one for one in found if one is not None]
    return []


def _span(first: int, last: int) -> Period:
    return parse_period(f"{first}" if first == last else f"{first}/{last}")


def _of_measure(target: Figure, known: Known, measure: Measure) -> Iterator[tuple[Figure, Partner]]:
    """What is told of the time of the target in another measure, against the year before."""
    return (
        (figure, partner)
        for figure, partner in known.told
        if figure.measure is measure and figure.period.is_same_time_as(target.period)
    )


_WAYS: dict[Measure, tuple[Callable[[Figure, Known], Iterator[Answer]], ...]] = {
    Measure.GROWTH: (_growth_of_amounts,),
    Measure.CHANGE: (_rise_of_stocks, _rise_of_shares),
    Measure.SHARE: (_share_from_points,),
    Measure.LEVEL: (_stock_from_change, _amount_from_growth),
    Measure.FLOW: (_sum_less_years, _amount_from_growth),
}


def _amount(figure: Figure) -> Interval:
    """What an amount can be, as long as it is not below nought."""
    values = figure.values()
    return values & interval.at_least(0) if figure.written.value >= 0 else values


def _is_above_nought(values: Interval) -> bool:
    """Whether an amount can be a base: no rate of growth has one that is nought or below."""
    return values.low is not None and values.low > 0


def _as_printed(plain: Interval, target: Figure) -> Interval:
    """A ratio in the unit of the target: 0.05 is 5 of %."""
    size = RATIOS.get(target.written.unit, 1)
    return plain if size == 1 else plain * interval.exact(size)
