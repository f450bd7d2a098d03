"""Facts as rows of plain text, the same for every machine-readable format. Field names are those of DESIGN, fixed.

Numbers are exact decimals, or ``n/d`` where a decimal would not end; a missing value is ``None``.
"""

from __future__ import annotations

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.interval import Interval, between
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target

SCHEMA_VERSION = "1"


Row = dict[str, object]


def figure_row(catalogue: Catalogue, figure: Target) -> Row:
    """One declared figure; ``low`` and ``high`` are what its wording entails, in ``unit``."""
    indicator = catalogue.indicators[figure.indicator]
    number = figure if isinstance(figure, Figure) else None
    row: Row = {
        "role": figure.role.value,
        "indicator": figure.indicator,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "measure": figure.measure.value if figure.measure else None,
        "period": str(figure.period),
        "since": str(figure.since) if figure.since else None,
        "figure": figure.printed,
        "value": exact_text(number.written.value) if number else None,
        "unit": number.written.unit if number else None,
        "bound": number.written.bound.value if number else None,
    }
    row |= interval_row(_printed_values(catalogue, number) if number else None)
    return row | {
        "estimated": number is not None and number.written.estimated,
        "binding": figure.binding.value if figure.binding else None,
        "wording": figure.wording or None,
        "held": figure.held,
        "provisional": figure.provisional,
        "section": figure.section,
        "note": figure.note or None,
        "file": figure.place.file,
        "line": figure.place.line,
        **_replacement_row(number),
    }


def _replacement_row(figure: Figure | None) -> Row:
    """The newest number that took the place of the printed one."""
    newest = figure.adjustments[-1] if figure and figure.adjustments else None
    return {
        "revised": newest.written.text if newest else None,
        "revised_value": exact_text(newest.written.value) if newest else None,
        "revised_on": str(newest.date) if newest else None,
        "revised_by": newest.source if newest else None,
    }


def reference_row(catalogue: Catalogue, figure: Figure) -> Row:
    """A figure from outside the report, with who published it."""
    return with_source(figure, figure_row(catalogue, figure))


def with_source(figure: Figure, row: Row) -> Row:
    """The row of a figure from outside the report: with who published it and when, without what only targets have."""
    kept = {key: value for key, value in row.items() if key not in ("binding", "section")}
    published = str(figure.published) if figure.published else None
    return kept | {"source": figure.source, "source_en": figure.source_en or None, "published": published}


def _printed_values(catalogue: Catalogue, figure: Figure) -> Interval:
    """What the wording entails; 左右 has the declared band."""
    written = figure.written
    if written.bound is Bound.ABOUT:
        half = catalogue.band.half_width(figure) / figure.points
        return between(written.value - half, written.value + half)
    return written.entailed(figure.rounding)


def interval_row(values: Interval | None) -> Row:
    """The four fields of an interval; an end that is infinite is ``None``."""
    if values is None:
        return dict.fromkeys(("low", "low_closed", "high", "high_closed"))
    return {
        "low": exact_text(values.low),
        "low_closed": values.low_closed,
        "high": exact_text(values.high),
        "high_closed": values.high_closed,
    }


def named(catalogue: Catalogue, row: Row) -> Row:
    """A row with the names of its indicator."""
    indicator = catalogue.indicators[str(row["indicator"])]
    return {"indicator": indicator.id, "name": indicator.name, "name_en": indicator.name_en} | row


def indicator_row(indicator: Indicator) -> Row:
    """What is said about an indicator itself."""
    return {
        "indicator": indicator.id,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "direction": indicator.direction.value,
        "prices": {measure.value: basis for measure, basis in indicator.prices.items()},
    }
