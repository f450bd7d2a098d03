"""Chains of steps: an amount, growths and changes from year to year, and the amount that they must lead to.

66家 in 2023, 10 % more in 2024 and 20 % more in 2025 are 87家, whatever nobody printed of 2024. A step whose base is
printed is a check of its own; a chain is what lies between two amounts with none between them. Growths from year to
year are set against the one over all these years, too. Every figure stands once in a relation, so that evaluating it
over intervals is exact; that each amount between counts whole things is left out, which only makes a verdict milder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TypeAlias

from shizhong_cli.core.checking.check import GROWTH_OVER_LOSS, PRICE_BASIS, Check, is_over_loss
from shizhong_cli.core.checking.expression import ONE, Expression, Name, Operation, Power, Relation
from shizhong_cli.core.checking.relating import check_of, tightest
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.frozen import NOTHING, frozen
from shizhong_cli.core.figure.period import Period, year_of
from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.figure.units import POINT, STEP
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.prices import prices_differ
from shizhong_cli.core.pack.series import Series
from shizhong_cli.core.pack.terms import Kind

Days: TypeAlias = tuple[date, date]
"""The first and the last day of a period, however it is written."""

_AMOUNTS = (Measure.LEVEL, Measure.FLOW)
_RESULTS = (*_AMOUNTS, Measure.SHARE)
_A_YEAR = 12
_SOMETHING = interval.more_than(0)
_ORDER = (Measure.GROWTH, Measure.CHANGE, Measure.AVERAGE_GROWTH)
"""Which of several steps to one year is gone by: the first, and of these the one that says most."""


def chain_checks(catalogue: Catalogue, figures: Sequence[Figure]) -> Iterator[Check]:
    """Every chain of two steps or more between two amounts, and every one beside a growth over all of it."""
    series = figures if isinstance(figures, Series) else Series(figures)
    steps = _Steps(series)
    for step in steps.all():
        for amount in _amounts_after(series, step):
            if found := _back_to_an_amount(series, steps, amount, step):
                yield _check_of_amounts(catalogue, amount, *found)
        if step.measure in RATES and (path := _back_to_its_base(steps, step)):
            yield from _check_of_rates(catalogue, series, step, path)


class _Steps:
    """Growths and changes by the time that they lead to."""

    def __init__(self, figures: Series[Figure]) -> None:
        self._by_end: dict[Days, list[Figure]] = {}
        for figure in figures:
            end, base = _end(figure), figure.base_period
            if end is not None and base is not None and base.last < end.first:
                self._by_end.setdefault(end[1:], []).append(figure)

    def all(self) -> Iterator[Figure]:
        """All of them."""
        return chain.from_iterable(self._by_end.values())

    def one_to(self, period: Period, suits: Callable[[Figure], bool]) -> Figure | None:
        """The one that is gone by, of those that suit."""
        own = [step for step in self._by_end.get(period[1:], ()) if suits(step)]
        first = min((_ORDER.index(step.measure) for step in own), default=0)
        return tightest(step for step in own if step.measure is _ORDER[first])


def _end(figure: Figure) -> Period | None:
    """The time that a step leads to: of an average growth the last of its years."""
    if figure.measure is Measure.AVERAGE_GROWTH:
        return year_of(figure.period.last.year) if _years(figure) else None
    if figure.measure not in _ORDER or figure.written.unit == STEP:
        return None
    return figure.period if figure.period.months <= _A_YEAR else None


def _years(average: Figure) -> int:
    """Whole years that an average growth is over; 0 where they are not told."""
    since = average.base_period
    if since is None or since.years != 1 or average.period.years is None:
        return 0
    return average.period.last.year - since.first.year


def _amounts_after(series: Series[Figure], step: Figure) -> Iterator[Figure]:
    """What a step led to: a stock, a sum or a share, of several the one that says most."""
    end = _end(step)
    now = series.of(end) if end else ()
    for measure in _RESULTS:
        if amount := tightest(f for f in now if f.measure is measure and _leads_to(step, f)):
            yield amount


def _back_to_an_amount(
    series: Series[Figure], steps: _Steps, amount: Figure, last: Figure
) -> tuple[Figure, list[Figure]] | None:
    """The amount before, and the steps from there, oldest first; nothing where none is printed, or only one step."""
    path = [last]
    while (before := path[0].base_period) is not None:
        alike = (f for f in series.of(before) if f.measure is amount.measure and _has_unit_of(f, amount))
        if base := tightest(alike):
            return (base, path) if len(path) > 1 else None
        earlier = steps.one_to(before, lambda step: _leads_to(step, amount))
        if earlier is None:
            return None
        path.insert(0, earlier)
    return None


def _has_unit_of(one: Figure, other: Figure) -> bool:
    return one.written.unit == other.written.unit or (one.is_ratio and other.is_ratio)


def _leads_to(step: Figure, amount: Figure) -> bool:
    """Whether a step is one of such amounts: points of a share, a change in the same unit, a rate of an amount."""
    if step.measure is Measure.CHANGE:
        points = step.written.unit == POINT
        return points if amount.measure is Measure.SHARE else step.written.unit == amount.written.unit
    return amount.measure is not Measure.SHARE


def _back_to_its_base(steps: _Steps, total: Figure) -> list[Figure]:
    """The growths from year to year over the time of a longer one, oldest first; none where one is not printed."""
    before, base = _end(total), total.base_period
    path: list[Figure] = []
    while before is not None and base is not None and base.last < before.last:
        step = steps.one_to(before, _is_of_one_year)
        if step is None or step is total:
            return []
        path.insert(0, step)
        before = step.base_period
    met = before is not None and base is not None and before.is_same_time_as(base)
    return path if met and len(path) > 1 else []


def _is_of_one_year(step: Figure) -> bool:
    before, base = step.period.year_before(), step.base_period
    return step.measure is Measure.GROWTH and before is not None and base is not None and base.is_same_time_as(before)


def _check_of_amounts(catalogue: Catalogue, amount: Figure, base: Figure, path: Sequence[Figure]) -> Check:
    """amount = ((base x (1 + growth)) + change) …"""
    reached: Expression = Name(base.reference)
    for step in path:
        if step.measure is Measure.CHANGE:
            reached = Operation("+", reached, Name(step.reference))
        else:
            reached = Operation("*", reached, _factor(step))
    rates = [step for step in path if step.measure in RATES]
    forbidden = ""
    if any(prices_differ(catalogue.indicators[amount.indicator], amount.measure, rate.measure) for rate in rates):
        forbidden = PRICE_BASIS
    elif rates and (is_over_loss(amount, base.values()) or (amount.may_be_negative and len(rates) < len(path))):
        forbidden = GROWTH_OVER_LOSS
    limits = frozen({base.reference: _SOMETHING}) if path[0] in rates else NOTHING
    relation = Relation(Name(amount.reference), "=", reached)
    return check_of(Kind.CHAIN, path[-1], [amount, base, *path], relation, None, forbidden, limits)


def _check_of_rates(
    catalogue: Catalogue, series: Series[Figure], total: Figure, path: Sequence[Figure]
) -> Iterator[Check]:
    """1 + growth of all years = (1 + growth) x (1 + growth) …"""
    indicator = catalogue.indicators[total.indicator]
    if any(prices_differ(indicator, total.measure, step.measure) for step in path):
        return
    reached = _factor(path[0])
    for step in path[1:]:
        reached = Operation("*", reached, _factor(step))
    over_loss = any(is_over_loss(f, f.values()) for f in series if f.measure in _AMOUNTS)
    relation = Relation(_factor(total), "=", reached)
    yield check_of(Kind.CHAIN, total, [total, *path], relation, None, GROWTH_OVER_LOSS if over_loss else "")


def _factor(rate: Figure) -> Expression:
    """What a base is multiplied with by a rate."""
    factor: Expression = Operation("+", ONE, Name(rate.reference))
    return Power(factor, _years(rate)) if rate.measure is Measure.AVERAGE_GROWTH else factor
