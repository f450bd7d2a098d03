"""What a measure adds to a gap: how much is done, the way to the target, and what the time that is left asks for.

One record a measure. What a measure does not have, its record does not have: a rate has no forecast, a stock no lead, a
limit nothing that must still come.
"""

from datetime import date
from enum import StrEnum

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.tuples import NamedTuple

# ── what the time that is left must bring, or may still use up: one record a kind ────────────────


class AmountNeeded(NamedTuple):
    """So much a month, or a year, until the period ends."""

    pace: Fraction
    span: str  # month or year


class RateNeeded(NamedTuple):
    """The growth that the rest of the base year must have, in %; of a ceiling the room that is left."""

    rate: Fraction


class StockNeeded(NamedTuple):
    """What a stock must still gain or lose from where it stands: in %, and in its own unit."""

    rate: Fraction
    amount: Fraction  # below nought where it has to fall
    unit: str
    base: Figure  # the stock that it set out from


class AverageNeeded(NamedTuple):
    """The average growth of the years that are left, in %; rounded up where its root is no fraction."""

    rate: Fraction
    years: int


class RoomLeft(NamedTuple):
    """What a limit leaves for a month."""

    pace: Fraction


Need = AmountNeeded | RateNeeded | StockNeeded | AverageNeeded | RoomLeft


# ── how much is there, and how the target is come to ─────────────────────────────────────────────


class ShareOf(StrEnum):
    """What a share is a part of; the values are names of JSON fields."""

    COMPLETION = "completion"  # value / target, of what is to be reached or done
    PROGRESS = "progress"  # (value - baseline) / (target - baseline)
    USED = "used"  # value / target, of a limit


class Share(NamedTuple):
    """How much of a target is there."""

    of: ShareOf
    part: Fraction


Shares = tuple[Share, ...]
"""In the order of ``ShareOf``: the first is the one that is told where there is room for one."""


class Season(NamedTuple):
    """How much of the base year lies before the day."""

    done: Fraction
    profile: Profile | None  # that says so; the elapsed share, an assumption, where there is none


class Way(NamedTuple):
    """The way to a target, steady by time or through what was declared between."""

    due: Fraction  # what it asks on the day, in the unit of the target
    declared: bool  # through milestones; a straight line where there are none
    start: Figure | None  # where it begins; nothing for a sum, which begins with nought
    stops: tuple[tuple[date, Fraction], ...] = ()  # where it is to be at the end of which day, from beginning to end


# ── one record a measure ─────────────────────────────────────────────────────────────────────────


class SumPace(NamedTuple):
    """A sum that is to be reached, or a change that is to be made."""

    shares: Shares
    way: Way | None = None  # through milestones or years; by the time elapsed where there is none
    need: AmountNeeded | None = None
    forecast: Fraction | None = None  # by a straight line, in the unit of the target
    lead: Fraction | None = None  # completion minus the share due on the day, once the period has begun


class LimitPace(NamedTuple):
    """A sum that must not be passed, or a change that must not be lost."""

    shares: Shares
    way: Way | None = None
    need: RoomLeft | None = None
    forecast: Fraction | None = None


class StockPace(NamedTuple):
    """A stock or a share, on its way from a baseline; so is a whole earlier year set against the sum of a later one."""

    shares: Shares
    way: Way | None = None
    need: AmountNeeded | None = None


class GrowthPace(NamedTuple):
    """A growth rate; its way is the milestone that is next."""

    way: Way | None = None
    need: RateNeeded | StockNeeded | None = None
    season: Season | None = None  # where the growth is of what comes in through the year, no stock


class AveragePace(NamedTuple):
    """An average growth over years."""

    way: Way | None = None
    need: AverageNeeded | None = None


class NoPace(NamedTuple):
    """What is set against another figure, that moves on itself: nothing follows for the time that is left."""

    way: None = None
    need: None = None


Pace = SumPace | LimitPace | StockPace | GrowthPace | AveragePace | NoPace


def without(pace: Pace, *kinds: ShareOf, keep_lead: bool = False) -> Pace:
    """The same without shares of some kinds; with its completion a sum loses its lead, unless that is kept."""
    if isinstance(pace, SumPace) and ShareOf.COMPLETION in kinds and not keep_lead:
        pace = pace._replace(lead=None)
    if isinstance(pace, SumPace | LimitPace | StockPace):
        return pace._replace(shares=tuple(share for share in pace.shares if share.of not in kinds))
    return pace
