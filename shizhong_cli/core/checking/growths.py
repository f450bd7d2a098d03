"""Amounts and rates of one indicator: an amount, its base and the growth between them, one year or several.

Price bases decide what may be compared: in national accounts, levels are at current prices and growth rates of GDP at
constant prices (SNA 2008, chapter 15). No rate is checked over a base that is not above nought.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shizhong_cli.core.checking.check import (
    GROWTH_OVER_LOSS,
    PRICE_BASIS,
    UNSTEADY_PATH,
    Check,
    Unknown,
    figure_values,
    is_over_loss,
)
from shizhong_cli.core.checking.expression import ONE, Call, Expression, Name, Operation, Power, Relation
from shizhong_cli.core.checking.joint_bases import SOMETHING
from shizhong_cli.core.checking.lengths import within_length
from shizhong_cli.core.checking.relating import check_of, known, name_of, tightest
from shizhong_cli.core.figure.frozen import NOTHING, frozen
from shizhong_cli.core.figure.period import Period, year_of
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import TIMES
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.prices import prices_differ
from shizhong_cli.core.pack.series import Series
from shizhong_cli.core.pack.terms import Kind

AMOUNTS = (Measure.LEVEL, Measure.FLOW)


def amount_at(figures: Sequence[Figure], period: Period | None, measures: tuple[Measure, ...]) -> Figure | None:
    """The amount for this span of days, a stock for its last day; of the first of ``measures`` that there is."""
    if period is None:
        return None
    then = (figures if isinstance(figures, Series) else Series(figures)).of(period)
    found = (tightest(f for f in then if f.measure is measure) for measure in measures)
    return next((figure for figure in found if figure), None)


def growth_checks(catalogue: Catalogue, figures: Sequence[Figure]) -> Iterator[Check]:
    """amount = base x (1 + growth), for every growth with an amount."""
    for growth in (f for f in figures if f.measure is Measure.GROWTH):
        amount = amount_at(figures, growth.period, (*AMOUNTS, Measure.SHARE))
        if amount is None:
            continue
        kind = Kind.MULTIPLE if growth.written.unit == TIMES else Kind.IMPLIED_BASE
        base = amount_at(figures, growth.base_period, (amount.measure,))
        factor = Operation("+", ONE, Name(growth.reference))
        yield _amount_check(catalogue, kind, amount, base, growth, factor)


def average_growth_checks(catalogue: Catalogue, figures: Sequence[Figure]) -> Iterator[Check]:
    """The same over years, and their sum where there is one."""
    for growth in _averages(figures):
        years = _years_between(growth)
        amount = _amount_of_last_year(figures, growth)
        if amount is None or years is None:
            continue
        base = amount_at(figures, growth.base_period, (amount.measure,))
        factor = Power(Operation("+", ONE, Name(growth.reference)), years)
        yield _amount_check(catalogue, Kind.AVERAGE_GROWTH, amount, base, growth, factor)
        if path := _steady_path(catalogue, figures, growth, amount):
            yield path


def _averages(figures: Sequence[Figure]) -> Iterator[Figure]:
    return (f for f in figures if f.measure is Measure.AVERAGE_GROWTH and f.since)


def _amount_of_last_year(figures: Sequence[Figure], growth: Figure) -> Figure | None:
    return amount_at(figures, year_of(growth.period.last.year), AMOUNTS)


def _steady_path(
    catalogue: Catalogue, figures: Sequence[Figure], growth: Figure, amount: Figure | None
) -> Check | None:
    """The sum of the years as the last of them and the average growth have it."""
    years = _years_between(growth)
    if amount is None or amount.measure is not Measure.FLOW or years is None:
        return None
    total = _total_of_years(figures, growth, years)
    if total is None:
        return None
    path = Operation("*", Name(amount.reference), Call("path_sum", Name(growth.reference), years))
    path_check = check_of(
        Kind.STEADY_PATH, growth, [total, amount, growth], Relation(Name(total.reference), "=", path),
        forbidden=_forbidden(catalogue, amount, amount, growth),
    )  # fmt: skip
    return path_check._replace(excuse=UNSTEADY_PATH)


def _years_between(growth: Figure) -> int | None:
    """Whole years from the base to the last year of the period: 2021/2025 since 2020 are five, as 2025 since 2020."""
    if growth.since is None or growth.since.years != 1 or growth.period.years is None:
        return None
    return growth.period.last.year - growth.since.first.year


def _total_of_years(figures: Sequence[Figure], growth: Figure, years: int) -> Figure | None:
    """The flow over just the years that the average growth spans."""
    last = growth.period.first.year
    return tightest(
        f for f in figures if f.measure is Measure.FLOW and f.period.years == years > 1 and f.period.last.year == last
    )


def _amount_check(
    catalogue: Catalogue, kind: Kind, amount: Figure, base: Figure | None, growth: Figure, factor: Expression
) -> Check:
    """amount = base x factor, with the base known or not."""
    written = amount.written
    unknown = None if base else Unknown("base", written.unit, amount.counts, possible=SOMETHING)
    relation = Relation(Name(amount.reference), "=", Operation("*", name_of(base, "base"), factor))
    forbidden = _forbidden(catalogue, amount, base or amount, growth)
    limits = frozen({base.reference: SOMETHING}) if base else NOTHING
    return check_of(kind, growth, known(amount, base, growth), relation, unknown, forbidden, limits)


def _forbidden(catalogue: Catalogue, amount: Figure, base: Figure, growth: Figure) -> str:
    """The reason when an amount at current prices meets a growth rate at constant prices, or one over a loss."""
    if prices_differ(catalogue.indicators[amount.indicator], amount.measure, growth.measure):
        return PRICE_BASIS
    return GROWTH_OVER_LOSS if is_over_loss(amount, figure_values(base)) else ""


def target_amount(catalogue: Catalogue, target: Figure) -> Iterator[Check]:
    """The amount that a growth target comes to: base x (1 + growth), where prices let it be computed."""
    if target.measure is not Measure.GROWTH:
        return
    base = amount_at(catalogue.baselines_of(target.indicator), target.base_period, AMOUNTS)
    if base is None:
        return
    product = Operation("*", Name(base.reference), Operation("+", ONE, Name(target.reference)))
    yield check_of(
        Kind.TARGET_AMOUNT, target, [base, target], Relation(product, "=", Name("amount")),
        Unknown("amount", base.written.unit, False), _forbidden(catalogue, base, base, target),
    )  # fmt: skip


def steady_paths(catalogue: Catalogue) -> Iterator[Check]:
    """The checks that set a sum of years and its last year against an average growth."""
    for indicator in catalogue.indicators:
        figures = catalogue.baselines_of(indicator)
        for growth in _averages(figures):
            path = _steady_path(catalogue, figures, growth, _amount_of_last_year(figures, growth))
            if path is not None and not within_length(path).forbidden:
                yield path
