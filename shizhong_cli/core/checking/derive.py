"""Checks that follow from the data: what one indicator says about itself in more than one figure.

Every template has each figure once, so that interval evaluation is exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shizhong_cli.core.checking.check import Check, Unknown, possible_amount
from shizhong_cli.core.checking.expression import Call, Name, Number, Operation, Relation
from shizhong_cli.core.checking.growths import AMOUNTS, amount_at, average_growth_checks, growth_checks, target_amount
from shizhong_cli.core.checking.joint_bases import checks_of_bases
from shizhong_cli.core.checking.lengths import within_length
from shizhong_cli.core.checking.parts import part_of_period, parts_of_whole
from shizhong_cli.core.checking.relating import check_of, known, name_of
from shizhong_cli.core.checking.restated import restatements
from shizhong_cli.core.checking.shares import share_of_whole
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.frozen import frozen
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT, STEP
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.series import Series
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.core.pack.wholes import is_part_of_whole


def derive_checks(catalogue: Catalogue) -> list[Check]:
    """Every check that follows from the figures of single indicators, in the order of the file."""
    checks: list[Check] = []
    by_indicator: dict[str, list[Figure]] = {}
    for figure in catalogue.baselines:
        by_indicator.setdefault(figure.indicator, []).append(figure)
    for figures in map(Series, by_indicator.values()):
        checks += growth_checks(catalogue, figures)
        checks += average_growth_checks(catalogue, figures)
        checks += _net_change(catalogue, figures)
        checks += checks_of_bases(catalogue, figures)
        if _may_have_chains(figures):
            from shizhong_cli.core.checking.chains import chain_checks

            checks += chain_checks(catalogue, figures)
        checks += _steps(figures)
        checks += part_of_period(figures)
        checks += parts_of_whole(figures)
        checks += restatements(figures)
    for figure in catalogue.figures():
        checks += share_of_whole(catalogue, figure)
    for target in catalogue.numbered_targets:
        checks += target_amount(catalogue, target)
    checks += restatements(catalogue.numbered_targets)
    return _with_distinct_ids([within_length(check) for check in checks])


_CHAINED = (Measure.GROWTH, Measure.CHANGE, Measure.AVERAGE_GROWTH)


def _may_have_chains(figures: Sequence[Figure]) -> bool:
    """Whether there are growths or changes of two times; else what finds chains is not even imported."""
    return len({figure.period for figure in figures if figure.measure in _CHAINED}) > 1


def _with_distinct_ids(checks: list[Check]) -> list[Check]:
    """Number the checks that would have the same id."""
    seen: dict[str, int] = {}
    distinct = []
    for check in checks:
        number = seen[check.id] = seen.get(check.id, 0) + 1
        distinct.append(check if number == 1 else check._replace(id=f"{check.id}#{number}"))
    return distinct


def _net_change(catalogue: Catalogue, figures: Sequence[Figure]) -> Iterator[Check]:
    """now = before + change, for counts and for shares that change by points."""
    for change in (f for f in figures if f.measure is Measure.CHANGE and f.written.unit != STEP):
        measures = (Measure.SHARE,) if change.written.unit == POINT else AMOUNTS
        now = amount_at(figures, change.period, measures)
        if now is not None:
            yield _change_check(catalogue, now, amount_at(figures, change.base_period, (now.measure,)), change)


def _change_check(catalogue: Catalogue, now: Figure, before: Figure | None, change: Figure) -> Check:
    """The same for one change, with the amount before known or not."""
    limited = now.measure is Measure.SHARE and is_part_of_whole(catalogue.indicators[now.indicator])
    possible = interval.between(0, 1) if limited else possible_amount(now)
    unknown = None if before else Unknown("before", now.written.unit, now.counts, possible=possible)
    total = Operation("+", name_of(before, "before"), Name(change.reference))
    relation = Relation(Name(now.reference), "=", total)
    check = check_of(Kind.NET_CHANGE, change, known(now, before, change), relation, unknown)
    return check._replace(limits=frozen({f.reference: possible for f in known(now, before) if limited}))


def _steps(figures: Sequence[Figure]) -> Iterator[Check]:
    """floor(now / step) - floor(before / step) = number of steps passed."""
    for change in (f for f in figures if f.written.step):
        now = amount_at(figures, change.period, AMOUNTS)
        if now is not None:
            yield _steps_check(now, amount_at(figures, change.base_period, (now.measure,)), change)


def _steps_check(now: Figure, before: Figure | None, change: Figure) -> Check:
    """The same for one number of steps, with the amount before known or not."""
    unit, step = now.written.unit, change.written.step or Fraction(1)
    size = Number(f"{step / 10**8}亿{unit}" if step >= 10**8 else f"{step}{unit}", step, unit)
    unknown = None if before else Unknown("before", unit, now.counts, possible=possible_amount(now))
    passed = Operation(
        "-",
        Call("floor", Operation("/", Name(now.reference), size)),
        Call("floor", Operation("/", name_of(before, "before"), size)),
    )
    relation = Relation(passed, "=", Name(change.reference))
    return check_of(Kind.STEPS, change, known(now, before, change), relation, unknown)
