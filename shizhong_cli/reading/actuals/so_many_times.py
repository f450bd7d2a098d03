"""What came in as so many times as much, 增至1.5倍: a growth of half as much again, where it is a growth."""

from __future__ import annotations

from shizhong_cli.core.figure.as_many import as_many
from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS, TIMES
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.multiples import less_one
from shizhong_cli.core.progress.actuals import Actual


def growth_told(catalogue: Catalogue, actual: Actual) -> Actual:
    """The actual with the number of its growth, and the year that its words compare with.

    A stock counted in 倍 (收入倍差, 拨备覆盖) reaches its number and grows by none.
    """
    if not _is_a_growth(catalogue, actual):
        return actual
    times = as_many(actual.written.text.strip())
    named = parse_period(times.since) if times and times.since else None
    return actual._replace(written=less_one(actual.written), since=actual.since or named)


def _is_a_growth(catalogue: Catalogue, actual: Actual) -> bool:
    """Whether it is one by its measure, or by what the report has of its indicator in such units."""
    if actual.measure is not None:
        return actual.measure is Measure.GROWTH
    targets, known = catalogue.numbered_targets_of(actual.indicator), catalogue.baselines_of(actual.indicator)
    if any(figure.measure is Measure.LEVEL and figure.written.unit == TIMES for figure in (*targets, *known)):
        return False
    asked = {target.measure for target in targets if target.written.unit in RATIOS}
    return asked <= {Measure.GROWTH}
