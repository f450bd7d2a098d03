"""Checks of three figures that each say something of one base: a stock, by how much it rose and by what rate.

150.00亿元, 20.00亿元 more and 27.5 % up cannot all be true: by the change the base is 130, by the rate 117.6. No base
has to be printed for that. Every figure stands once in a relation, so that evaluating it over intervals is exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shizhong_cli.core.checking.check import GROWTH_OVER_LOSS, Check, figure_values, is_over_loss
from shizhong_cli.core.checking.expression import ONE, Expression, Name, Operation, Power, Relation
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.frozen import frozen
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, POINT, STEP
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.prices import prices_differ
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.tuples import NamedTuple

SOMETHING = interval.more_than(0)
"""Nothing grows from nothing."""
_RATES = (Measure.GROWTH, Measure.AVERAGE_GROWTH)
_AMOUNTS = (Measure.LEVEL, Measure.FLOW)


class _Factor(NamedTuple):
    """A rate, and what a base was multiplied with by it."""

    rate: Figure
    expression: Expression


def checks_of_bases(catalogue: Catalogue, figures: Sequence[Figure]) -> Iterator[Check]:
    """What amount, change and rates of one indicator, period and base say together."""
    changes = [figure for figure in figures if _is_amount_of_change(figure)]
    rates = [figure for figure in figures if figure.measure in _RATES]
    if not changes and len(rates) < 2:
        return
    factors = [factor for rate in rates if (factor := _factor(rate))]
    yield from _of_changes(catalogue, figures, factors, changes)
    yield from _two_rates(catalogue, figures, factors)


def _of_changes(
    catalogue: Catalogue, figures: Sequence[Figure], factors: list[_Factor], changes: list[Figure]
) -> Iterator[Check]:
    for factor in factors:
        for change in (it for it in changes if _have_one_base(it, factor.rate)):
            for now in (it for it in figures if _is_of(it, change)):
                if not _prices_differ(catalogue, now, factor.rate):
                    yield _check(now, change, factor)


def _factor(figure: Figure) -> _Factor | None:
    if figure.base_period is None:
        return None
    factor: Expression = Operation("+", ONE, Name(figure.reference))
    if figure.measure is Measure.AVERAGE_GROWTH:
        years = figure.period.last.year - figure.base_period.last.year
        if figure.period.years != 1 or figure.base_period.years != 1 or years < 1:
            return None
        factor = Power(factor, years)
    return _Factor(figure, factor)


def _is_amount_of_change(figure: Figure) -> bool:
    return figure.measure is Measure.CHANGE and figure.written.unit not in (POINT, STEP)


def _have_one_base(first: Figure, second: Figure) -> bool:
    return first.period.is_same_time_as(second.period) and _is_same(first.base_period, second.base_period)


def _is_same(first: Period | None, second: Period | None) -> bool:
    return first is not None and second is not None and first.is_same_time_as(second)


def _is_of(amount: Figure, change: Figure) -> bool:
    """Whether an amount is what the change led to."""
    if amount.measure not in _AMOUNTS:
        return False
    return amount.written.unit == change.written.unit and amount.period.is_same_time_as(change.period)


def _prices_differ(catalogue: Catalogue, amount: Figure, rate: Figure) -> bool:
    return prices_differ(catalogue.indicators[amount.indicator], amount.measure, rate.measure)


def _check(now: Figure, change: Figure, factor: _Factor) -> Check:
    """now − now / factor = change: by the rate and by the change the base is one."""
    share = Operation("-", ONE, Operation("/", ONE, factor.expression))
    relation = Relation(Operation("*", Name(now.reference), share), "=", Name(change.reference))
    figures = frozen({it.reference: it for it in (now, change, factor.rate)})
    id = f"{change.indicator}.{Kind.BASES}@{change.period}" + (f":{change.since}" if change.since else "")
    unit = now.written.unit
    base = figure_values(now) - change.values()
    forbidden = GROWTH_OVER_LOSS if any(is_over_loss(now, it) for it in (now.values(), base)) else ""
    limits = frozen({now.reference: SOMETHING})
    return Check(id, Kind.BASES, figures, change.place, relation, unit=unit, forbidden=forbidden, limits=limits)


def _two_rates(catalogue: Catalogue, figures: Sequence[Figure], factors: list[_Factor]) -> Iterator[Check]:
    """A growth over several years and the average of the same years."""
    whole = [it for it in factors if it.rate.measure is Measure.GROWTH]
    average = [it for it in factors if it.rate.measure is Measure.AVERAGE_GROWTH]
    over_loss = any(is_over_loss(it, it.values()) for it in figures if it.measure in _AMOUNTS)
    for total in whole:
        for yearly in average:
            if _have_one_base(total.rate, yearly.rate) and not _prices_differ(catalogue, total.rate, yearly.rate):
                named = frozen({it.rate.reference: it.rate for it in (total, yearly)})
                id = f"{total.rate.indicator}.{Kind.BASES}@{total.rate.period}:{total.rate.since}"
                relation = Relation(total.expression, "=", yearly.expression)
                forbidden = GROWTH_OVER_LOSS if over_loss else ""
                yield Check(id, Kind.BASES, named, total.rate.place, relation, unit=PERCENT, forbidden=forbidden)
