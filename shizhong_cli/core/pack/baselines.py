"""Which reported figure a target can be set against."""

from __future__ import annotations

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.model import Catalogue, Figure, is_exact


def baseline_of(catalogue: Catalogue, target: Figure) -> Figure | None:
    """The latest reported figure that the target can be set against: same measure, unit and length of period.

    For a change, and where there is none, the latest level, share or flow of the indicator.
    """
    reported = [f for f in catalogue.baselines_of(target.indicator) if f.written and f.period < target.period]
    known = [f for f in reported if f.period.years == target.period.years or f.measure is Measure.LEVEL]
    alike = [f for f in known if f.measure is target.measure and _same_unit(f, target)]
    amounts = (Measure.LEVEL, Measure.FLOW, Measure.SHARE)
    candidates = alike or [f for f in known or reported if f.measure in amounts and f.period.years == 1]
    if not candidates:
        return None
    newest = max(f.period for f in candidates)
    return next((f for f in candidates if f.period == newest and is_exact(f)), None) or next(
        f for f in candidates if f.period == newest
    )


def _same_unit(figure: Figure, target: Figure) -> bool:
    return target.written is None or (figure.written is not None and figure.written.unit == target.written.unit)
