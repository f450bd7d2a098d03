"""What can be said of a target without a number: at most that something fell where growth is asked for."""

from __future__ import annotations

from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Figure, is_exact
from shizhong_cli.core.pack.terms import Binding
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Unmeasured
from shizhong_cli.core.progress.terms import Reason, Status


def gap_in_words(target: WordedTarget, baseline: Figure | None, actual: Actual | None) -> Unmeasured:
    """The gap of a target in words, with the difference from the year before where it can be told."""
    handed_down = target.binding in (Binding.DELEGATED, Binding.MANDATORY)
    reason = Reason.DELEGATED if handed_down else Reason.QUALITATIVE
    as_of = actual.as_of.last if actual and actual.as_of else None
    blank = Unmeasured(target, Status.NOT_QUANTIFIED, baseline, actual, as_of, reason=reason)
    if actual is None or actual.to_come or not target.above_last_year or not _is_of_period(target, actual):
        return blank
    if actual.written.unit in RATIOS:
        return blank._replace(reason=_against_last_year(actual.written.value < 0))
    return _from_last_year(blank, actual)


def _is_of_period(target: WordedTarget, actual: Actual) -> bool:
    return actual.as_of is None or target.period.first <= actual.as_of.last <= target.period.last


def _from_last_year(blank: Unmeasured, actual: Actual) -> Unmeasured:
    """The difference from an exact amount of the year before, when the period is over."""
    target, baseline = blank.target, blank.baseline
    before = target.period.year_before()
    over = actual.as_of is None or actual.as_of.last == target.period.last
    if baseline is None or before is None or not over or not is_exact(baseline):
        return blank
    if not baseline.is_of(before) or baseline.written.unit != actual.written.unit:
        return blank
    gap = actual.written.value - baseline.written.value
    return blank._replace(reason=_against_last_year(gap < 0), gap=gap, gap_unit=baseline.written.unit)


def _against_last_year(fell: bool) -> Reason:
    return Reason.BELOW_LAST_YEAR if fell else Reason.NOT_BELOW_LAST_YEAR
