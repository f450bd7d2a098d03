"""What a figure that came in measures: what it says itself, else what alone it can be; never a guess between two."""

from __future__ import annotations

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.baselines import baseline_of, is_stock_of_change
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.progress.actuals import Actual, is_alike
from shizhong_cli.core.progress.answering.answer import why_unclear

SUMS = (Measure.FLOW, Measure.CHANGE)
"""What is added up from the first of January on."""


def kind_of(catalogue: Catalogue, actual: Actual) -> Measure | None:
    """What it measures; ``None`` where it may be several things.

    Undeclared it is what the targets of its indicator in the like unit measure, where these are all of one measure and
    no reported stock may be meant; without such targets what the report prints in that unit.
    """
    if actual.measure is not None:
        return actual.measure
    targets = [one for one in catalogue.numbered_targets_of(actual.indicator) if _is_in_unit_of(actual, one)]
    if any(is_stock_of_change(baseline_of(catalogue, one), one, actual.written) for one in targets):
        return Measure.LEVEL  # as a gap takes it
    if targets:
        clear = {one.measure for one in targets if why_unclear(catalogue, one, actual) is None}
        return clear.pop() if len(clear) == 1 else None
    reported = {one.measure for one in catalogue.baselines_of(actual.indicator) if _is_in_unit_of(actual, one)}
    return reported.pop() if len(reported) == 1 else None


def is_over_the_year(catalogue: Catalogue, indicator: str) -> bool:
    """Whether a growth of the indicator is one on the same time of the year before: no target has another base."""
    return all(one.since is None or one.since == one.period.year_before()
               for one in catalogue.targets_of(indicator) if one.measure is Measure.GROWTH)  # fmt: skip


def _is_in_unit_of(actual: Actual, figure: Figure) -> bool:
    return is_alike(actual.written.unit, figure.written.unit)
