"""Checks that follow from the data: what one indicator says about itself in more than one figure.

Every template has each figure once, so that interval evaluation is exact. Price bases decide what may be compared:
in national accounts, levels are at current prices and growth rates of GDP at constant prices (SNA 2008, chapter 15).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shizhong_cli.core.checking.check import PRICE_BASIS, Check, Unknown
from shizhong_cli.core.checking.expression import ONE, Call, Expression, Name, Number, Operation, Power, Relation
from shizhong_cli.core.checking.joint_bases import SOMETHING, checks_of_bases
from shizhong_cli.core.checking.lengths import LONGEST, length_of
from shizhong_cli.core.checking.parts import part_of_period, parts_of_whole
from shizhong_cli.core.checking.relating import check_of, tightest
from shizhong_cli.core.checking.restated import restatements
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.frozen import NOTHING, frozen
from shizhong_cli.core.figure.period import Period, year_of
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT, STEP, TIMES
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.series import Series
from shizhong_cli.core.pack.terms import Kind

AMOUNTS = (Measure.LEVEL, Measure.FLOW)
TOO_LONG = "too_long"
WHOLE = Number("100%", Fraction(1))


def derive_checks(catalogue: Catalogue) -> list[Check]:
    """Every check that follows from the figures of single indicators, in the order of the file."""
    checks: list[Check] = []
    by_indicator: dict[str, list[Figure]] = {}
    for figure in catalogue.baselines:
        by_indicator.setdefault(figure.indicator, Series()).append(figure)
    for figures in by_indicator.values():
        checks += _growth(catalogue, figures)
        checks += _average_growth(catalogue, figures)
        checks += _net_change(catalogue, figures)
        checks += checks_of_bases(catalogue, figures)
        checks += _steps(figures)
        checks += part_of_period(figures)
        checks += parts_of_whole(figures)
        checks += restatements(figures)
    for figure in catalogue.figures():
        checks += _share_of_whole(catalogue, figure)
    for target in catalogue.numbered_targets:
        checks += _target_amount(catalogue, target)
    checks += restatements(catalogue.numbered_targets)
    return _with_distinct_ids([_within_length(check) for check in checks])


def _within_length(check: Check) -> Check:
    """Forbidden where its numbers would grow without measure: a rate of 40 digits over a hundred years."""
    long = not check.forbidden and length_of(check.relation, check.figures) > LONGEST
    return check._replace(forbidden=TOO_LONG) if long else check


def _with_distinct_ids(checks: list[Check]) -> list[Check]:
    """Number the checks that would have the same id."""
    seen: dict[str, int] = {}
    distinct = []
    for check in checks:
        number = seen[check.id] = seen.get(check.id, 0) + 1
        distinct.append(check if number == 1 else check._replace(id=f"{check.id}#{number}"))
    return distinct


def steady_paths(catalogue: Catalogue) -> Iterator[Check]:
    """The checks that set a sum of years and its last year against an average growth."""
    for indicator in catalogue.indicators:
        figures = catalogue.baselines_of(indicator)
        for growth in _averages(figures):
            path = _steady_path(catalogue, figures, growth, _amount_of_last_year(figures, growth))
            if path is not None and not _within_length(path).forbidden:
                yield path


def amount_at(figures: Sequence[Figure], period: Period | None, measures: tuple[Measure, ...]) -> Figure | None:
    """The amount for this span of days, a stock for its last day; of the first of ``measures`` that there is."""
    if period is None:
        return None
    then = (figures if isinstance(figures, Series) else Series(figures)).of(period)
    found = (tightest(f for f in then if f.measure is measure) for measure in measures)
    return next((figure for figure in found if figure), None)


def _growth(catalogue: Catalogue, figures: list[Figure]) -> Iterator[Check]:
    for growth in (f for f in figures if f.measure is Measure.GROWTH):
        amount = amount_at(figures, growth.period, (*AMOUNTS, Measure.SHARE))
        if amount is None:
            continue
        kind = Kind.MULTIPLE if growth.written.unit == TIMES else Kind.IMPLIED_BASE
        base = amount_at(figures, growth.base_period, (amount.measure,))
        factor = Operation("+", ONE, Name(growth.reference))
        yield _amount_check(catalogue, kind, amount, base, growth, factor)


def _average_growth(catalogue: Catalogue, figures: list[Figure]) -> Iterator[Check]:
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


def _averages(figures: list[Figure]) -> Iterator[Figure]:
    return (f for f in figures if f.measure is Measure.AVERAGE_GROWTH and f.since)


def _amount_of_last_year(figures: list[Figure], growth: Figure) -> Figure | None:
    return amount_at(figures, year_of(growth.period.last.year), AMOUNTS)


def _steady_path(catalogue: Catalogue, figures: list[Figure], growth: Figure, amount: Figure | None) -> Check | None:
    """The sum of the years as the last of them and the average growth have it."""
    years = _years_between(growth)
    if amount is None or amount.measure is not Measure.FLOW or years is None:
        return None
    total = _total_of_years(figures, growth, years)
    if total is None:
        return None
    path = Operation("*", Name(amount.reference), Call("path_sum", Name(growth.reference), years))
    return check_of(
        Kind.STEADY_PATH, growth, [total, amount, growth], Relation(Name(total.reference), "=", path),
        forbidden=_price_conflict(catalogue, amount, growth),
    )  # fmt: skip


def _years_between(growth: Figure) -> int | None:
    """Whole years from the base to the last year of the period: 2021/2025 since 2020 are five, as 2025 since 2020."""
    if growth.since is None or growth.since.years != 1 or growth.period.years is None:
        return None
    return growth.period.last.year - growth.since.first.year


def _total_of_years(figures: list[Figure], growth: Figure, years: int) -> Figure | None:
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
    relation = Relation(Name(amount.reference), "=", Operation("*", _name_of(base, "base"), factor))
    forbidden = _price_conflict(catalogue, amount, growth)
    limits = frozen({base.reference: SOMETHING}) if base else NOTHING
    return check_of(kind, growth, _known(amount, base, growth), relation, unknown, forbidden, limits)


def _price_conflict(catalogue: Catalogue, amount: Figure, growth: Figure) -> str:
    """The reason when an amount at current prices meets a growth rate at constant prices, else nothing."""
    prices = catalogue.indicators[amount.indicator].prices
    of_amount, of_growth = prices.get(amount.measure), prices.get(growth.measure)
    return PRICE_BASIS if of_amount and of_growth and of_amount != of_growth else ""


def _net_change(catalogue: Catalogue, figures: list[Figure]) -> Iterator[Check]:
    """now = before + change, for counts and for shares that change by points."""
    for change in (f for f in figures if f.measure is Measure.CHANGE and f.written.unit != STEP):
        measures = (Measure.SHARE,) if change.written.unit == POINT else AMOUNTS
        now = amount_at(figures, change.period, measures)
        if now is not None:
            yield _change_check(catalogue, now, amount_at(figures, change.base_period, (now.measure,)), change)


def _change_check(catalogue: Catalogue, now: Figure, before: Figure | None, change: Figure) -> Check:
    """The same for one change, with the amount before known or not."""
    limited = now.measure is Measure.SHARE and not catalogue.indicators[now.indicator].may_exceed
    possible = interval.between(0, 1) if limited else interval.at_least(0)
    unknown = None if before else Unknown("before", now.written.unit, now.counts, possible=possible)
    total = Operation("+", _name_of(before, "before"), Name(change.reference))
    relation = Relation(Name(now.reference), "=", total)
    check = check_of(Kind.NET_CHANGE, change, _known(now, before, change), relation, unknown)
    return check._replace(limits=frozen({f.reference: possible for f in _known(now, before) if limited}))


def _steps(figures: list[Figure]) -> Iterator[Check]:
    """floor(now / step) - floor(before / step) = number of steps passed."""
    for change in (f for f in figures if f.written.step):
        now = amount_at(figures, change.period, AMOUNTS)
        if now is not None:
            yield _steps_check(now, amount_at(figures, change.base_period, (now.measure,)), change)


def _steps_check(now: Figure, before: Figure | None, change: Figure) -> Check:
    """The same for one number of steps, with the amount before known or not."""
    unit, step = now.written.unit, change.written.step or Fraction(1)
    size = Number(f"{step / 10**8}亿{unit}" if step >= 10**8 else f"{step}{unit}", step, unit)
    unknown = None if before else Unknown("before", unit, now.counts)
    passed = Operation(
        "-",
        Call("floor", Operation("/", Name(now.reference), size)),
        Call("floor", Operation("/", _name_of(before, "before"), size)),
    )
    relation = Relation(passed, "=", Name(change.reference))
    return check_of(Kind.STEPS, change, _known(now, before, change), relation, unknown)


def _name_of(figure: Figure | None, unknown: str) -> Name:
    """What a figure is called in a relation, or the unknown in its place."""
    return Name(figure.reference if figure else unknown)


def _known(*figures: Figure | None) -> list[Figure]:
    return [figure for figure in figures if figure is not None]


def _share_of_whole(catalogue: Catalogue, figure: Figure) -> Iterator[Check]:
    """A part is not more than its whole, unless the indicator is declared to be able to exceed 100 %."""
    is_part = figure.measure is Measure.SHARE and figure.written.value >= 0
    if is_part and not catalogue.indicators[figure.indicator].may_exceed:
        yield check_of(Kind.SHARE_LIMIT, figure, [figure], Relation(Name(figure.reference), "<=", WHOLE))


def _target_amount(catalogue: Catalogue, target: Figure) -> Iterator[Check]:
    """The amount that a growth target comes to: base x (1 + growth), where prices let it be computed."""
    if target.measure is not Measure.GROWTH:
        return
    base = amount_at(catalogue.baselines_of(target.indicator), target.base_period, AMOUNTS)
    if base is None:
        return
    product = Operation("*", Name(base.reference), Operation("+", ONE, Name(target.reference)))
    yield check_of(
        Kind.TARGET_AMOUNT, target, [base, target], Relation(product, "=", Name("amount")),
        Unknown("amount", base.written.unit, False), _price_conflict(catalogue, base, target),
    )  # fmt: skip
