"""Figures of sums are those of the year so far: over several years they are added up, for a part of a year the part
before is taken off. A figure dated by several years (2026/2028) is the sum of these years.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.core.progress.actuals import Actual, is_alike
from shizhong_cli.core.progress.gap import Part

SUMS = (Measure.FLOW, Measure.CHANGE)


def parts_of(catalogue: Catalogue, target: Figure, actual: Actual, own: Sequence[Actual]) -> tuple[Part, ...] | None:
    """What makes the sum of the period of the target up to the day of the actual; ``None`` when a part is not known.

    ``own`` are the figures that are known of the indicator.
    """
    newest = Part(actual, None, 1)
    others = [_taken_off(actual, day, own) for day in _before(target, actual)]
    others += [_of_year(catalogue, actual, year, own) for year in _years_before(target, actual)]
    if None in others:
        return None
    return (*(part for part in others if part is not None), newest)


def missing_days(target: Target, actual: Actual) -> list[date]:
    """The days up to which figures would have to be known beside the one that is given."""
    return [*_before(target, actual), *(date(year, 12, 31) for year in _years_before(target, actual))]


def _before(target: Target, actual: Actual) -> list[date]:
    """The day before a part of a year begins, the figure of which is in that of the year so far."""
    first, last, as_of = target.course.first, target.course.last, actual.as_of
    inside_a_year = first != last and (first.month, first.day) != (1, 1)
    if target.measure not in SUMS or as_of is None or not inside_a_year or as_of.last < first or actual.since:
        return []
    return [first - timedelta(days=1)]


def _years_before(target: Target, actual: Actual) -> Iterable[int]:
    """The years of the period that are over before that of the actual, and not in it."""
    as_of = actual.as_of
    if target.measure not in SUMS or as_of is None or (as_of.years or 1) > 1 or actual.since:
        return ()  # 比2025年提高1.8个百分点 is that of all years
    return range(target.course.first.year, as_of.last.year)


def _taken_off(actual: Actual, day: date, own: Sequence[Actual]) -> Part | None:
    found = _known_on(actual, day, own)
    return None if found is None else Part(found, None, -1)


def _of_year(catalogue: Catalogue, actual: Actual, year: int, own: Sequence[Actual]) -> Part | None:
    """The figure of a whole year: what came in, or what was reported of it."""
    if (found := _known_on(actual, date(year, 12, 31), own)) is not None:
        return Part(found, None, 1)
    for figure in catalogue.baselines_of(actual.indicator):
        whole = figure.period.years == 1 and figure.period.first.year == year
        if whole and figure.measure in SUMS and figure.written.unit == actual.written.unit:
            return Part(None, figure, 1)
    return None


def _known_on(actual: Actual, day: date, own: Sequence[Actual]) -> Actual | None:
    """The figure of the same kind that stands for a day; of several the one recorded last."""
    found = [
        other for other in own
        if other.as_of is not None and other.as_of.last == day and (other.as_of.years or 1) == 1
        and is_alike(other.written.unit, actual.written.unit) and _may_be_one(other.measure, actual.measure)
    ]  # fmt: skip
    return found[-1] if found else None


def _may_be_one(one: Measure | None, other: Measure | None) -> bool:
    return one is other or None in (one, other)
