"""A target and what came in, with everything that is worked out of the two."""

from datetime import date

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Figure, Target
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.distance import Pair, difference_unit
from shizhong_cli.core.progress.pace.paces import (
    AmountNeeded,
    AverageNeeded,
    GrowthPace,
    LimitPace,
    Need,
    NoPace,
    Pace,
    RateNeeded,
    RoomLeft,
    Season,
    ShareOf,
    Shares,
    StockNeeded,
    StockPace,
    SumPace,
    Way,
)
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.tuples import NamedTuple


class Part(NamedTuple):
    """One figure that a sum was added up from, or that was taken off."""

    actual: Actual | None  # what came in, or ``reported``
    reported: Figure | None
    sign: int  # +1 or -1

    @property
    def written(self) -> Written:
        """The number that is added or taken off."""
        found = self.actual or self.reported
        assert found is not None
        return found.written


class _Unmeasured(NamedTuple):
    """What is known where nothing was set against a target."""

    target: Target
    status: Status
    baseline: Figure | None = None
    actual: Actual | None = None
    as_of: date | None = None
    reason: Reason | None = None
    half_band: Fraction | None = None  # half the width of 左右
    gap: Fraction | None = None  # of a target in words: the difference from the year before
    gap_unit: str = ""


class Unmeasured(_Unmeasured):
    """A target that nothing was set against: nothing came in, it is in words, or the two cannot be compared.

    All that is worked out of a number that came in is nothing here.
    """

    pace = NoPace()
    shares: Shares = ()
    parts: tuple[Part, ...] = ()
    value = completion = used = progress = way = path = elapsed = lead = due_share = need = None
    required = allowed = season = forecast = base = span = None
    required_unit = ""
    would_be = None
    short_in_band = in_trouble = is_short = False

    @property
    def pair(self) -> Pair:
        """The target beside its baseline."""
        return Pair(self.target, self.baseline)


class Measured(NamedTuple):
    """A target, what it is measured from, what came in, how far apart they are, and what its measure adds to that."""

    target: Figure
    status: Status
    baseline: Figure | None
    actual: Actual | None  # nothing where the value is only assumed
    as_of: date
    elapsed: Fraction  # share of the period that is over
    value: Fraction  # the actual in the measure and unit of the target
    gap: Fraction  # value minus target, in ``gap_unit``
    pace: Pace = NoPace()
    is_beside: bool = False  # not on the right side of the number
    base: Figure | None = None  # what a growth rate was computed from, or a change, when an amount came in
    parts: tuple[Part, ...] = ()  # what a sum was added up from
    span: Interval | None = None  # what a value that was worked out can be, by the rounding of what it was made of
    half_band: Fraction | None = None  # half the width of 左右
    reason: Reason | None = None
    would_be: Status | None = None  # where it would stand if the day that is still to come brought this

    @property
    def pair(self) -> Pair:
        """The target beside its baseline."""
        return Pair(self.target, self.baseline)

    @property
    def gap_unit(self) -> str:
        """The unit of the gap: points for rates."""
        return difference_unit(self.target)

    @property
    def in_trouble(self) -> bool:
        """Whether the target is missed, or behind."""
        return self.status in (Status.MISSED, Status.BEHIND)

    @property
    def shares(self) -> Shares:
        """How much of the target is there; of a rate nothing can be said."""
        return self.pace.shares if isinstance(self.pace, SumPace | LimitPace | StockPace) else ()

    def _share(self, of: ShareOf) -> Fraction | None:
        return next((share.part for share in self.shares if share.of is of), None)

    @property
    def completion(self) -> Fraction | None:
        """Value / target, of what is to be reached or done."""
        return self._share(ShareOf.COMPLETION)

    @property
    def used(self) -> Fraction | None:
        """Value / target, of a limit."""
        return self._share(ShareOf.USED)

    @property
    def progress(self) -> Fraction | None:
        """(value - baseline) / (target - baseline)."""
        return self._share(ShareOf.PROGRESS)

    @property
    def way(self) -> Way | None:
        """The way to the target; nothing where none is known."""
        return self.pace.way

    @property
    def need(self) -> Need | None:
        """What the time that is left must bring, or may still use up."""
        return self.pace.need

    @property
    def lead(self) -> Fraction | None:
        """Completion minus the share due on the day, of a sum whose period has begun."""
        return self.pace.lead if isinstance(self.pace, SumPace) else None

    @property
    def forecast(self) -> Fraction | None:
        """Where a sum ends by a straight line, in the unit of the target."""
        return self.pace.forecast if isinstance(self.pace, SumPace | LimitPace) else None

    @property
    def season(self) -> Season | None:
        """How much of the base year lies before the day, of a growth rate."""
        return self.pace.season if isinstance(self.pace, GrowthPace) else None

    @property
    def path(self) -> Fraction | None:
        """What the way to the target asks on the day, in the unit of the target."""
        return self.way.due if self.way else None

    @property
    def wanted(self) -> Fraction:
        """The number that the actual is set against."""
        return self.value - self.gap / self.target.points

    @property
    def due_share(self) -> Fraction | None:
        """Which share of a sum its way asks on the day; the time elapsed where it has no way of its own."""
        if self.target.measure in (Measure.FLOW, Measure.CHANGE) and self.way is not None and self.wanted:
            return self.way.due / self.wanted
        return self.elapsed if self.lead is not None else None

    @property
    def required(self) -> Fraction | None:
        """What is needed, in ``required_unit``."""
        match self.need:
            case AmountNeeded(pace):
                return pace
            case RateNeeded(rate) | StockNeeded(rate=rate) | AverageNeeded(rate):
                return rate
            case _:
                return None

    @property
    def required_unit(self) -> str:
        """A unit a month, a unit a year, or % for growth."""
        match self.need:
            case AmountNeeded(_, span):
                return f"{self.gap_unit}/{span}"
            case RateNeeded() | StockNeeded() | AverageNeeded():
                return PERCENT
            case _:
                return ""

    @property
    def allowed(self) -> Fraction | None:
        """What a limit leaves for a month, in ``gap_unit``."""
        return self.need.pace if isinstance(self.need, RoomLeft) else None

    @property
    def is_short(self) -> bool:
        """Whether the actual stays on the wrong side of the very number of the target: 近1.75万人 of 1.75万人."""
        return self.gap == 0 and self.is_beside and (self.in_trouble or self.short_in_band)

    @property
    def short_in_band(self) -> bool:
        """Whether it is beside the number and inside the width of 左右."""
        return self.is_beside and self.status is Status.WITHIN_BAND

    @property
    def is_early(self) -> bool:
        """Whether a whole earlier year is set against the sum of a later one."""
        return self.target.measure is Measure.FLOW and self.as_of < self.target.period.first

    @property
    def required_a_quarter(self) -> Fraction | None:
        """What three months must bring, where a month is asked for and more than a quarter is left."""
        if not isinstance(self.need, AmountNeeded) or self.need.span != "month" or (self.months_left or 0) <= 3:
            return None
        return self.need.pace * 3

    @property
    def months_left(self) -> Fraction | None:
        """Months from the day of the actual to the end of the period; ``None`` when it does not run."""
        period = self.target.course
        return period.months_left(self.as_of) if period.first <= self.as_of < period.last else None


Gap = Measured | Unmeasured
"""Where a target stands."""
