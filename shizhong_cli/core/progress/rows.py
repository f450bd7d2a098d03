"""Facts as rows of plain text, the same for every machine-readable format. Field names are those of DESIGN, fixed.

Numbers are exact decimals, or ``n/d`` where a decimal would not end; a missing value is ``None``.
"""

from __future__ import annotations

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Figure, Target
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.progress.actuals import Actual, Vintage
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.outlook import Outlook
from shizhong_cli.core.progress.overview import Movement, Past


def gap_row(gap: Gap, outlook: Outlook | None = None) -> Row:
    """One target with what came in; with an outlook, where its period ends under the assumption."""
    return {
        **_target_row(gap.target),
        **_number_row(gap.target.written if isinstance(gap.target, Figure) else None),
        **_baseline_row(gap),
        "asked": exact_text(gap.pair.asked),
        **_asked_row(gap),
        "actual": gap.actual.written.text if gap.actual else None,
        "actual_value": exact_text(gap.value),
        "as_of": gap.as_of.isoformat() if gap.as_of else None,
        "source": (gap.actual.source or None) if gap.actual else None,
        **_span_row(gap),
        "gap": exact_text(gap.gap),
        "gap_unit": gap.gap_unit or None,
        **_pace_row(gap),
        "status": gap.status.value,
        "reason": gap.reason.value if gap.reason else None,
        **_outlook_row(outlook),
        "doubted": (gap.actual.doubt or None) if gap.actual else None,
        **_backing_row(gap.actual),
    }


def _backing_row(actual: Actual | None) -> Row:
    """What bears a figure out, and who stands for it since when."""
    names = ("evidence", "confirmed_by", "confirmed_at")
    return {name: (getattr(actual, name) or None) if actual else None for name in names}


def _target_row(target: Target) -> Row:
    """What was promised, with its wording."""
    adjusted_from = target.adjusted_from if isinstance(target, Figure) else ""
    return {
        "indicator": target.indicator,
        "measure": target.measure.value if target.measure else None,
        "period": str(target.period),
        "section": target.section,
        "binding": target.binding.value if target.binding else None,
        "wording": target.wording or None,
        "held": target.held,
        "provisional": target.provisional,
        "guessed": list(target.guessed),
        "adjusted_from": adjusted_from or None,
        "responsible": target.responsible or None,
        "target": target.printed,
        "relative_to": target.relative.to if target.relative else None,
    }


def _number_row(written: Written | None) -> Row:
    """The number of a target, or the two ends of its range."""
    return {
        "target_value": exact_text(written.value) if written and not written.ends else None,
        "target_low": exact_text(written.low) if written and written.ends else None,
        "target_high": exact_text(written.high) if written and written.ends else None,
        "unit": written.unit if written else None,
    }


def _baseline_row(gap: Gap) -> Row:
    """What a target is measured from."""
    baseline = gap.baseline
    return {
        "baseline": baseline.printed if baseline else None,
        "baseline_printed": (baseline.adjusted_from or None) if baseline else None,
        "baseline_period": str(baseline.period) if baseline else None,
        "base_mean": exact_text(gap.pair.value if gap.pair.mean_years else None),
    }


def _pace_row(gap: Gap) -> Row:
    """How much is done against the time, and what is still needed."""
    return {
        "completion": exact_text(gap.completion),
        "used": exact_text(gap.used),
        "progress": exact_text(gap.progress),
        "path": exact_text(gap.path),
        "path_declared": gap.way.declared if gap.way else None,
        "elapsed": exact_text(gap.elapsed),
        "lead": exact_text(None if gap.lead is None else gap.lead * 100),
        "forecast": exact_text(gap.forecast),
        "required": exact_text(gap.required),
        "required_unit": gap.required_unit or None,
        "allowed": exact_text(gap.allowed),
        "share_done": exact_text(gap.season.done if gap.season else None),
    }


def _outlook_row(outlook: Outlook | None) -> Row:
    """Where the period ends under an assumption."""
    return {
        "assumed": outlook.assumed.text if outlook else None,
        "end_value": exact_text(outlook.end.value) if outlook else None,
        "end_gap": exact_text(outlook.end.gap) if outlook else None,
        "end_status": outlook.end.status.value if outlook else None,
    }


def _asked_row(gap: Gap) -> Row:
    """How far ``asked`` is open, and why there is none."""
    known = gap.pair.asked_range
    low, high = (known.low, known.high) if known else (None, None)
    differs = gap.target.base_differs or None
    return {"asked_low": exact_text(low), "asked_high": exact_text(high), "base_differs": differs}


def _span_row(gap: Gap) -> Row:
    """What a value that was worked out can be, and what it was added up from."""
    low, high = (gap.span.low, gap.span.high) if gap.span else (None, None)
    added = [("-" if part.sign < 0 else "") + part.written.text.strip() for part in gap.parts]
    return {"actual_low": exact_text(low), "actual_high": exact_text(high), "added_up": "; ".join(added) or None}


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
        **_backing_row(actual),
    }


def history_row(past: Past) -> Row:
    """One figure of the history of a target, with where the target stood by it."""
    return {"indicator": past.gap.target.indicator, **actual_row(past.vintage), "status": past.gap.status.value}
