"""What a gap leaves to do by its measure: what is done or used, what the time that is left must bring or may take."""

from __future__ import annotations

from datetime import date

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.roots import root_of
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.direction import is_limit, is_loss, is_upward, judged_end
from shizhong_cli.core.pack.model import Figure, Indicator, points_per_unit
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Measured
from shizhong_cli.core.progress.pace.paces import (
    AmountNeeded,
    AverageNeeded,
    AveragePace,
    GrowthPace,
    LimitPace,
    NoPace,
    Pace,
    RateNeeded,
    RoomLeft,
    Season,
    Share,
    ShareOf,
    Shares,
    StockNeeded,
    StockPace,
    SumPace,
    Way,
)
from shizhong_cli.core.progress.pace.way import is_rising, start_of, way_of
from shizhong_cli.core.progress.terms import Reason, Status


def begin(
    target: Figure, baseline: Figure | None, day: date, value: Fraction, indicator: Indicator,
    half_band: Fraction | None, actual: Actual | None = None, reason: Reason | None = None,
) -> Measured:  # fmt: skip
    """A gap with nothing but its value and how far that is from the number; nothing is judged yet."""
    gap = (value - judged_end(target, indicator, value)) * target.points
    return Measured(
        target, Status.NO_DATA, baseline, actual, day, target.course.elapsed(day), value, gap,
        half_band=half_band, reason=reason,
    )  # fmt: skip


def pace_of(gap: Measured, indicator: Indicator, profile: Profile | None = None, is_stock: bool = False) -> Pace:
    """What is done, the way to the target and what is still needed, by the measure of the target."""
    target, upward = gap.target, is_upward(gap.target, indicator)
    match target.measure:
        case _ if target.relative:
            return NoPace()
        case Measure.GROWTH:
            return _growth_pace(gap, profile, upward, is_stock)
        case Measure.AVERAGE_GROWTH:
            return AveragePace(way_of(gap, gap.wanted, upward), _average_needed(gap))
        case Measure.SHARE:
            return StockPace(()) if target.held else _stock_pace(gap, (), is_rising(gap, indicator))
        case Measure.LEVEL:
            shares = _share_there(gap, indicator)
            return StockPace(shares) if target.held else _stock_pace(gap, shares, is_rising(gap, indicator))
        case _:
            shares = _share_there(gap, indicator)
            if gap.is_early:
                return _stock_pace(gap, shares, is_rising(gap, indicator))
            return _sum_pace(gap, shares, indicator)


def _share_there(gap: Measured, indicator: Indicator) -> Shares:
    """Which part of the number is there: done of what is to be reached or cut, used of a limit."""
    if not gap.wanted:
        return ()
    part = gap.value / gap.wanted
    if is_limit(gap.target, indicator) or is_loss(gap.target, indicator):
        return (Share(ShareOf.USED, part),) if part >= 0 else ()
    if gap.target.measure is Measure.LEVEL and not is_rising(gap, indicator):
        return ()  # a stock to fall has no completion
    falls = gap.target.measure is Measure.CHANGE and gap.target.written.value < 0
    return (Share(ShareOf.PROGRESS if falls else ShareOf.COMPLETION, part),)  # of a change to fall a part is gone


# ── rates ────────────────────────────────────────────────────────────────────


def _growth_pace(gap: Measured, profile: Profile | None, upward: bool, is_stock: bool) -> GrowthPace:
    """What the rest of the base year must grow by, w being the share of it that is done (see ``core.pack.profile``).

    A stock has no part of its year: of a rate that was published nothing follows, for it is one on the same day of the
    year before.
    """
    target, way = gap.target.written, way_of(gap, gap.wanted, upward)
    if target.unit not in RATIOS:
        return GrowthPace(way)
    if gap.base is not None and gap.base.measure is Measure.LEVEL:
        return GrowthPace(way, _stock_needed(gap, gap.base, upward) if gap.elapsed < 1 else None)
    if (is_stock and gap.base is None) or gap.target.grows_over_years:
        return GrowthPace(way)  # nor has one over several years
    declared = profile.share_until(gap.target.period, gap.as_of) if profile else None
    season = Season(gap.elapsed, None) if declared is None else Season(declared, profile)
    inside = target.low < gap.value < target.high and gap.gap == 0  # of a range with two sides: it need not move
    if season.done == 1 or inside:
        return GrowthPace(way, None, season)
    percents = points_per_unit(target.unit)
    rate = growth_of_the_rest(gap.wanted * percents, gap.value * percents, season.done)
    return GrowthPace(way, RateNeeded(rate), season)


def _stock_needed(gap: Measured, base: Figure, upward: bool) -> StockNeeded | None:
    """What a stock short of its number must still gain or lose: base × (1 + T) - actual, (1 + T) / (1 + a) - 1.

    w plays no part.
    """
    is_short = gap.gap < 0 if upward else gap.gap > 0
    if gap.actual is None or gap.actual.written.value <= 0 or not is_short:
        return None
    stands = gap.actual.written.value
    end = base.written.value * (1 + gap.wanted / RATIOS[gap.target.written.unit])
    return StockNeeded((end / stands - 1) * 100, end - stands, base.written.unit, base)


def growth_of_the_rest(whole: Fraction, so_far: Fraction, done: Fraction) -> Fraction:
    """((1 + T) - w(1 + a)) / (1 - w) - 1, all in per cent but the share ``done``, which is not 1."""
    return (((100 + whole) - done * (100 + so_far)) / (1 - done)) - 100


def _average_needed(gap: Measured) -> AverageNeeded | None:
    """What the years that are left must grow by on average: ((1 + T)^n / (1 + a)^k)^(1 / (n - k)) - 1."""
    since, target, day = gap.target.since, gap.target.written, gap.as_of
    if since is None or (day.month, day.day) != (12, 31):
        return None
    years, done = gap.target.period.last.year - since.last.year, day.year - since.last.year
    left, percents = years - done, points_per_unit(target.unit)
    whole, so_far = 1 + gap.wanted * percents / 100, 1 + gap.value * percents / 100
    if not 0 < done < years or whole <= 0 or so_far <= 0:
        return None
    rest = whole**years / so_far**done
    return AverageNeeded((_root_above(rest, left) - 1) * 100, left)


def _root_above(value: Fraction, degree: int) -> Fraction:
    """The root where it is a fraction, else the next one above it of twelve places."""
    if degree == 1:
        return value
    found = root_of(interval.exact(value), degree)
    assert found.low is not None
    assert found.high is not None
    return found.low if found.low**degree == value else found.high


# ── sums ─────────────────────────────────────────────────────────────────────


def _sum_pace(gap: Measured, shares: Shares, indicator: Indicator) -> SumPace | LimitPace:
    """A sum or a change: where it ends if it goes on so, and what it must still bring or may still use up."""
    way = way_of(gap, gap.wanted, is_upward(gap.target, indicator))
    is_lumpy = gap.target.schedule is not None and way is not None  # no straight line, no month like another
    if not (is_limit(gap.target, indicator) or is_loss(gap.target, indicator)):
        if is_lumpy:
            return SumPace(shares, way)
        return SumPace(shares, way, _amount_needed(gap, shares), _forecast(gap), _lead(gap, shares, way))
    if is_lumpy or gap.target.measure is not Measure.FLOW:
        return LimitPace(shares, way)
    return LimitPace(shares, way, _room_left(gap, is_loss(gap.target, indicator)), _forecast(gap))


def _forecast(gap: Measured) -> Fraction | None:
    """Where the sum ends if it goes on as it has: a straight line through the days elapsed, and called that."""
    return gap.value / gap.elapsed if 0 < gap.elapsed < 1 else None


def _lead(gap: Measured, shares: Shares, way: Way | None) -> Fraction | None:
    """Completion against the share that is due; not where no date was given, and time plays no part."""
    done = [share.part for share in shares if share.of is ShareOf.COMPLETION]
    if not done or not gap.elapsed or gap.reason is Reason.WHOLE_PERIOD:
        return None
    return done[0] - (gap.elapsed if way is None else way.due / gap.wanted)


def _amount_needed(gap: Measured, shares: Shares) -> AmountNeeded | None:
    """What remains, divided by the months that remain; by the years, where there are some."""
    months = gap.months_left
    if months is None or not shares or shares[0].part >= 1:
        return None
    if months >= 12:
        return AmountNeeded(abs(gap.gap) / (months / 12), "year")
    return AmountNeeded(abs(gap.gap) / months, "month")


def _room_left(gap: Measured, is_loss: bool) -> RoomLeft | None:
    """What is left of a limit, or may still be lost, divided by the months that remain."""
    months, room = gap.months_left, gap.gap if is_loss else -gap.gap
    return None if months is None or room <= 0 else RoomLeft(room / months)


# ── stocks and shares ────────────────────────────────────────────────────────


def _stock_pace(gap: Measured, shares: Shares, upward: bool) -> StockPace:
    """How much of the way from the baseline is done, where it should stand today, and the pace a year that is left."""
    end, start, short = gap.wanted, start_of(gap), gap.gap < 0 if upward else gap.gap > 0
    if start is not None and (start < end if upward else start > end):
        done = Share(ShareOf.PROGRESS, (gap.value - start) / (end - start))
        shares = tuple(sorted((*shares, done), key=lambda share: list(ShareOf).index(share.of)))
    years = gap.target.course.months_left(gap.as_of) / 12
    need = AmountNeeded(abs(gap.gap) / years, "year") if years >= 1 and short else None
    return StockPace(shares, way_of(gap, end, upward), need)
