"""Facts as rows of plain text, the same for every machine-readable format. Field names are those of DESIGN, fixed.

Numbers are exact decimals, or ``n/d`` where a decimal would not end; a missing value is ``None``.
"""

from __future__ import annotations

from shizhong_cli.core.actuals import Vintage
from shizhong_cli.core.exact import exact_text
from shizhong_cli.core.gaps import Gap
from shizhong_cli.core.interval import Interval, between
from shizhong_cli.core.model import Catalogue, Figure, Indicator, points_per_unit
from shizhong_cli.core.outlook import Outlook
from shizhong_cli.core.overview import Movement, Past
from shizhong_cli.core.vocabulary import Bound

SCHEMA_VERSION = "1"
Row = dict[str, object]


def figure_row(catalogue: Catalogue, figure: Figure) -> Row:
    """One declared figure; ``low`` and ``high`` are what its wording entails, in ``unit``."""
    indicator = catalogue.indicators[figure.indicator]
    written = figure.written
    row: Row = {
        "role": figure.role.value,
        "indicator": figure.indicator,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "measure": figure.measure.value if figure.measure else None,
        "period": str(figure.period),
        "since": str(figure.since) if figure.since else None,
        "figure": figure.printed,
        "value": exact_text(written.value) if written else None,
        "unit": written.unit if written else None,
        "bound": written.bound.value if written else None,
    }
    row |= interval_row(_printed_values(catalogue, figure) if written else None)
    return row | {
        "estimated": bool(written and written.estimated),
        "binding": figure.binding.value if figure.binding else None,
        "section": figure.section,
        "note": figure.note or None,
        "file": figure.place.file,
        "line": figure.place.line,
    }


def reference_row(catalogue: Catalogue, figure: Figure) -> Row:
    """A figure from outside the report, with who published it."""
    kept = {key: value for key, value in figure_row(catalogue, figure).items() if key not in ("binding", "section")}
    published = str(figure.published) if figure.published else None
    return kept | {"source": figure.source, "source_en": figure.source_en or None, "published": published}


def _printed_values(catalogue: Catalogue, figure: Figure) -> Interval:
    """What the wording entails; 左右 has the declared band."""
    written = figure.written
    assert written is not None
    if written.bound is Bound.ABOUT:
        half = catalogue.band.half_width(figure) / points_per_unit(written.unit)
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


def gap_row(gap: Gap, outlook: Outlook | None = None) -> Row:
    """One target with what came in; with an outlook, where its period ends under the assumption."""
    written = gap.target.written
    return {
        "indicator": gap.target.indicator,
        "measure": gap.target.measure.value if gap.target.measure else None,
        "period": str(gap.target.period),
        "section": gap.target.section,
        "binding": gap.target.binding.value if gap.target.binding else None,
        "responsible": gap.target.responsible or None,
        "target": gap.target.printed,
        "target_value": exact_text(written.value) if written else None,
        "unit": written.unit if written else None,
        "baseline": gap.baseline.printed if gap.baseline else None,
        "baseline_period": str(gap.baseline.period) if gap.baseline else None,
        "asked": exact_text(gap.asked),
        "actual": gap.actual.written.text if gap.actual else None,
        "actual_value": exact_text(gap.value),
        "as_of": gap.as_of.isoformat() if gap.as_of else None,
        "source": (gap.actual.source or None) if gap.actual else None,
        "gap": exact_text(gap.gap),
        "gap_unit": gap.gap_unit or None,
        "completion": exact_text(gap.completion),
        "progress": exact_text(gap.progress),
        "elapsed": exact_text(gap.elapsed),
        "lead": exact_text(None if gap.lead is None else gap.lead * 100),
        "forecast": exact_text(gap.forecast),
        "required": exact_text(gap.required),
        "required_unit": gap.required_unit or None,
        "allowed": exact_text(gap.allowed),
        "share_done": exact_text(gap.share_done),
        "status": gap.status.value,
        "reason": gap.reason.value if gap.reason else None,
        "assumed": outlook.assumed.text if outlook else None,
        "end_value": exact_text(outlook.end.value) if outlook else None,
        "end_gap": exact_text(outlook.end.gap) if outlook else None,
        "end_status": outlook.end.status.value if outlook else None,
        "doubted": (gap.actual.doubt or None) if gap.actual else None,
    }


def named(catalogue: Catalogue, row: Row) -> Row:
    """A row with the names of its indicator."""
    indicator = catalogue.indicators[str(row["indicator"])]
    return {"indicator": indicator.id, "name": indicator.name, "name_en": indicator.name_en} | row


def movement_row(movement: Movement) -> Row:
    """One target at two times."""
    then, now = movement.then, movement.now
    return {
        "indicator": now.target.indicator,
        "target": now.target.printed,
        "then": then.actual.written.text if then.actual else None,
        "then_as_of": then.as_of.isoformat() if then.as_of else None,
        "then_status": then.status.value,
        "now": now.actual.written.text if now.actual else None,
        "now_as_of": now.as_of.isoformat() if now.as_of else None,
        "now_status": now.status.value,
        "difference": exact_text(movement.difference),
        "difference_unit": now.gap_unit or None,
        "trend": movement.trend.value,
    }


def actual_row(vintage: Vintage) -> Row:
    """One figure of the history of an indicator."""
    actual = vintage.actual
    return {
        "figure": actual.written.text,
        "value": exact_text(actual.written.value),
        "unit": actual.written.unit,
        "as_of": str(actual.as_of) if actual.as_of else None,
        "source": actual.source or None,
        "note": actual.note or None,
        "recorded": actual.recorded or None,
        "superseded_by": vintage.superseded_by.written.text if vintage.superseded_by else None,
        "file": actual.place.file if actual.place else None,
        "line": actual.place.line if actual.place else None,
        "doubted": actual.doubt or None,
    }


def history_row(past: Past) -> Row:
    """One figure of the history of a target, with where the target stood by it."""
    return {"indicator": past.gap.target.indicator, **actual_row(past.vintage), "status": past.gap.status.value}


def indicator_row(indicator: Indicator) -> Row:
    """What is said about an indicator itself."""
    return {
        "indicator": indicator.id,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "direction": indicator.direction.value,
        "prices": {measure.value: basis for measure, basis in indicator.prices.items()},
    }
