"""Targets that are set against another figure: 与经济增长同步, 快于全国, 不低于上年.

The other figure is one of the same measure: what came in of the other indicator on the very day, else what others
published of it for that time, else what the report has of it. It gives the target its number for that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT, RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import Relative, WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.core.progress.actuals import Actual, in_unit_of, is_alike

Known = Mapping[str, Sequence[Actual]]
"""What came in, by indicator."""


def with_number(catalogue: Catalogue, target: WordedTarget, actual: Actual, known: Known) -> Target:
    """The target with the number that the other figure gives it for the day of the actual; as it is without one."""
    relative, measure = target.relative, target.measure
    if relative is None or measure is None:
        return target
    other = _other(catalogue, target, relative, actual, known)
    if other is None or not _fits(relative.by, other):
        return target
    written = _sum_of(other, relative, target.printed)
    return Figure(
        target.indicator, target.role, target.period, target.section, target.place, measure, written, target.since,
        target.binding, note=target.note, note_en=target.note_en, responsible=target.responsible,
        wording=target.wording, held=target.held, provisional=target.provisional, base_differs=target.base_differs,
        base_differs_en=target.base_differs_en, guessed=target.guessed, schedule=target.schedule, relative=relative,
    )  # fmt: skip


def _other(
    catalogue: Catalogue, target: WordedTarget, relative: Relative, actual: Actual, known: Known
) -> Written | None:
    """The figure on the other side."""
    if relative.period is not None:
        return _of_period(catalogue, target, relative.to, relative.period)
    day = actual.as_of.last if actual.as_of else target.period.last
    if relative.to != target.indicator and (found := _came_in(catalogue, target, relative.to, day, known)):
        return found
    published = [f for f in catalogue.references_of(relative.to) if f.measure is target.measure]
    if found := _first(f for f in published if f.period.last == day and _is_year_so_far(f)):
        return found
    before = target.base_period if relative.to == target.indicator else None
    return None if before is None else _of_period(catalogue, target, relative.to, before)


def _came_in(catalogue: Catalogue, target: WordedTarget, to: str, day: date, known: Known) -> Written | None:
    """The figure of the other indicator for the very day; of several the one given last."""
    of_the_day = [a for a in known.get(to, ()) if (a.as_of.last if a.as_of else target.period.last) == day]
    answers = [a for a in of_the_day if _answers(catalogue, a, to, target.measure)]
    return answers[-1].written if answers else None


def _of_period(catalogue: Catalogue, target: WordedTarget, to: str, period: Period) -> Written | None:
    """What was published or reported of a period."""
    figures = (*catalogue.references_of(to), *catalogue.baselines_of(to))
    return _first(f for f in figures if f.measure is target.measure and f.is_of(period))


def _first(figures: Iterable[Figure]) -> Written | None:
    return next((figure.written for figure in figures), None)


def _is_year_so_far(figure: Figure) -> bool:
    """Whether a published figure is of the year up to its last day; one dated by that day or month is taken so."""
    return figure.measure is not Measure.FLOW or (figure.period.first.month, figure.period.first.day) == (1, 1)


def _answers(catalogue: Catalogue, actual: Actual, indicator: str, measure: Measure | None) -> bool:
    """Whether a figure of the other side is of this measure: it says so, or its unit lets nothing else be meant."""
    if actual.measure is not None:
        return actual.measure is measure
    figures = [*catalogue.numbered_targets_of(indicator), *catalogue.baselines_of(indicator)]
    alike = {f.measure for f in figures if is_alike(f.written.unit, actual.written.unit)}
    if actual.written.unit in RATIOS and actual.written.unit != POINT and not alike:
        return measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.SHARE)
    return alike == {measure}


def _fits(by: Written, other: Written) -> bool:
    """Whether points, or an amount in its unit, can be added to the other figure."""
    return other.unit in RATIOS if by.unit in RATIOS else is_alike(by.unit, other.unit)


def _sum_of(other: Written, relative: Relative, wording: str) -> Written:
    """The other figure and what is to be more than it, with the bound of the difference."""
    by, bound = relative.by, relative.bound(wording)
    more = in_unit_of(other.unit, by) if by.unit in RATIOS else by.value
    return Written(
        wording, "", Fraction(1), other.value + more, min(other.place, by.place), other.unit, bound, capped=by.capped
    )
