"""The table of months, and gaps beside the year before, as rows of plain text.

Of the table there is one for each indicator and month that has a figure.

``value`` is what was published: of a sum that of the year so far. ``alone`` is what came on top since ``alone_from``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.pack.rows import Row, named
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.months.kinds import SUMS
from shizhong_cli.core.progress.months.year_before import OverYear, YearBefore, years_before
from shizhong_cli.core.progress.rows import gap_row

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.core.progress.months.courses import Course
    from shizhong_cli.core.progress.months.series import Alone, Cell, Series


def gap_rows(catalogue: Catalogue, gaps: Sequence[Gap], came_in: Sequence[Actual]) -> list[Row]:
    """Every target with what came in, its names, and the year before."""
    befores = years_before(catalogue, gaps, came_in)
    return [named(catalogue, gap_row(gap) | year_before_row(one)) for gap, one in zip(gaps, befores, strict=True)]


def month_rows(all: Sequence[Series]) -> list[Row]:
    """Every figure of every series."""
    rows: list[Row] = []
    for series in all:
        rows += [_row(series, cell) for cell in series.cells if cell.actual is not None]
    return rows


def _row(series: Series, cell: Cell) -> Row:
    actual = cell.actual
    assert actual is not None
    return {
        "indicator": series.indicator,
        "measure": series.measure.value if series.measure else None,
        "period": str(cell.period),
        "as_of": actual.as_of.last.isoformat() if actual.as_of else None,
        "figure": actual.written.text.strip(),
        "value": exact_text(actual.written.value),
        "unit": actual.written.unit,
        "year_to_date": series.measure in SUMS,
        **_alone_row(cell.alone),
        **_over_year_row(cell.over_year),
        "source": actual.source or None,
        "doubted": actual.doubt or None,
    }


def _alone_row(alone: Alone | None) -> Row:
    """What came on top since the figure before."""
    return {
        "alone": exact_text(alone.value if alone else None),
        **_ends("alone", alone.span if alone else None),
        "alone_from": alone.since.isoformat() if alone else None,
    }


def _over_year_row(over: OverYear | None) -> Row:
    """The growth on the year before, and where it comes from."""
    by = None if over is None else "recorded" if over.recorded else "worked_out"
    return {
        "over_year": exact_text(over.value if over else None),
        **_ends("over_year", over.span if over else None),
        "over_year_unit": over.unit if over else None,
        "over_year_by": by,
        "year_before": over.before.text.strip() if over and over.before else None,
    }


def year_before_row(before: YearBefore | None) -> Row:
    """The figure of the same day of the year before, and the growth on it with what it can be."""
    over, written = (before.over, before.written) if before else (None, None)
    return {
        "year_before": written.text.strip() if written else None,
        "year_before_value": exact_text(written.value if written else None),
        "year_before_as_of": before.day.isoformat() if before and written else None,
        "over_year": exact_text(over.value if over else None),
        **_ends("over_year", over.span if over else None),
        "over_year_unit": over.unit if over else None,
    }


def _ends(name: str, span: Interval | None) -> Row:
    """What a number that was worked out can be; nothing where it is one alone."""
    low, high = (None, None) if span is None or span.is_point else (span.low, span.high)
    return {f"{name}_low": exact_text(low), f"{name}_high": exact_text(high)}


def course_row(course: Course) -> Row:
    """Where one target stands after the last figure, which way it moved, and what is still needed."""
    gap: Gap = course.gap
    return {
        "indicator": gap.target.indicator,
        "target": gap.target.printed,
        "actual": gap.actual.written.text.strip() if gap.actual else None,
        "as_of": gap.as_of.isoformat() if gap.as_of else None,
        "gap": exact_text(gap.gap),
        "gap_unit": gap.gap_unit or None,
        "lead": exact_text(None if gap.lead is None else gap.lead * 100),
        "trend": course.trend.value,
        "before_as_of": course.before.as_of.isoformat() if course.before and course.before.as_of else None,
        "required": exact_text(gap.required),
        "required_unit": gap.required_unit or None,
        "allowed": exact_text(gap.allowed),
        "status": gap.status.value,
        "reason": gap.reason.value if gap.reason else None,
    }
