"""A target and what came in, with everything that is worked out of the two."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from shizhong_cli.core.figure.units import POINT, RATIOS
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.terms import Reason, Status


class Gap(NamedTuple):
    """A target, what it is measured from, what came in, and how far apart they are."""

    target: Figure
    status: Status
    baseline: Figure | None = None
    actual: Actual | None = None
    as_of: date | None = None
    value: Fraction | None = None  # the actual in the measure and unit of the target
    gap: Fraction | None = None  # value minus target, in ``gap_unit``
    gap_unit: str = ""
    completion: Fraction | None = None  # value / target, of what is to be reached or done
    used: Fraction | None = None  # value / target, of a limit
    path: Fraction | None = None  # what the way from the baseline asks on the day, in the unit of the target
    progress: Fraction | None = None  # (value - baseline) / (target - baseline), for levels
    elapsed: Fraction | None = None  # share of the period that is over
    lead: Fraction | None = None  # completion minus elapsed, of a sum to be reached in a period that has begun
    required: Fraction | None = None  # what is needed: see ``required_unit``
    required_unit: str = ""  # a unit a month, a unit a year, or % for the growth needed in the rest of the year
    share_done: Fraction | None = None  # w: the share of the base year that the growth needed was computed with
    profile: Profile | None = None  # where w comes from; the elapsed share, an assumption, when there is none
    allowed: Fraction | None = None  # what a limit leaves for a month, in ``gap_unit``
    short_in_band: bool = False  # short of the number and inside the width of 左右
    forecast: Fraction | None = None  # of a sum, by a straight line, in the unit of the target
    base: Figure | None = None  # what a growth rate was computed from, when an amount came in
    half_band: Fraction | None = None  # half the width of 左右
    reason: Reason | None = None

    @property
    def in_trouble(self) -> bool:
        """Whether the target is missed, or behind."""
        return self.status in (Status.MISSED, Status.BEHIND)

    @property
    def asked(self) -> Fraction | None:
        """What the target asks more than the baseline, in ``asked_unit``."""
        if self.target.written is None or self.baseline is None or self.baseline.written is None:
            return None
        if self.baseline.measure is not self.target.measure:
            return None
        return self.target.written.value - self.baseline.written.value

    @property
    def asked_unit(self) -> str:
        """The unit of ``asked``: points for rates."""
        return difference_unit(self.target)

    @property
    def required_a_quarter(self) -> Fraction | None:
        """What three months must bring, where a month is asked for and more than a quarter is left."""
        if self.required is None or not self.required_unit.endswith("/month") or (self.months_left or 0) <= 3:
            return None
        return self.required * 3

    @property
    def months_left(self) -> Fraction | None:
        """Months from the day of the actual to the end of the period; ``None`` when it does not run."""
        period = self.target.period
        if self.as_of is None or not period.first <= self.as_of < period.last:
            return None
        return period.months_left(self.as_of)


def difference_unit(target: Figure) -> str:
    """The unit of a difference from the target: points for rates."""
    if target.written is None:
        return ""
    return POINT if target.written.unit in RATIOS else target.written.unit
