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
from shizhong_cli.core.progress.gap import (
    AmountNeeded,
    AverageNeeded,
    Measured,
    Need,
    RateNeeded,
    RoomLeft,
    Season,
    StockNeeded,
)
from shizhong_cli.core.progress.pace.way import start_of, way_of
from shizhong_cli.core.progress.terms import Reason, Status


def begin(
    target: Figure, baseline: Figure | None, day: date, value: Fraction, indicator: Indicator,
    half_band: Fraction | None, actual: Actual | None = None, reason: Reason | None = None,
) -> Measured:  # fmt: skip
    """A gap with nothing but its value and how far that is from the number; nothing is judged yet."""
    gap = (value - judged_end(target, indicator, value)) * target.points
    return Measured(
        target, Status.NO_DATA, baseline, actual, day, target.period.elapsed(day), value, gap,
        half_band=half_band, reason=reason,
    )  # fmt: skip


def by_measure(gap: Measured, indicator: Indicator, profile: Profile | None = None) -> Measured:
    """The gap with what is done, the way to it and what is still needed, by the measure of the target."""
    target, wanted = gap.target, gap.wanted
    upward = is_upward(target, indicator)
    match target.measure:
        case _ if target.relative:
            return gap  # the other figure moves on: nothing follows from it for the rest of the time
        case Measure.GROWTH:
            return _with_growth_needed(gap._replace(way=way_of(gap, wanted, upward)), profile, upward)
        case Measure.AVERAGE_GROWTH:
            return gap._replace(way=way_of(gap, wanted, upward), need=_average_needed(gap))
        case Measure.SHARE | Measure.LEVEL:
            gap = gap if target.measure is Measure.SHARE else _with_part(gap, wanted, indicator)
            return gap if target.held else _with_way(gap, wanted, upward)
        case _:
            gap = _with_part(gap, wanted, indicator)
            return _with_way(gap, wanted, upward) if gap.is_early else _of_sum(gap, wanted, indicator)


def _of_sum(gap: Measured, wanted: Fraction, indicator: Indicator) -> Measured:
    """A sum or a change: where it ends if it goes on so, and what it must still bring or may still use up."""
    gap = gap._replace(way=way_of(gap, wanted, is_upward(gap.target, indicator)))
    if gap.target.schedule is not None and gap.way is not None:
        return gap  # what is lumpy has no straight line and no month like another
    if not (is_limit(gap.target, indicator) or is_loss(gap.target, indicator)):
        return _with_amount_needed(_with_lead(_with_forecast(gap)))
    return _with_allowance(_with_forecast(gap)) if gap.target.measure is Measure.FLOW else gap


def _with_part(gap: Measured, wanted: Fraction, indicator: Indicator) -> Measured:
    """Which part of the number is there: done of what is to be reached or cut, used of a limit."""
    if not wanted:
        return gap
    part = gap.value / wanted
    if is_limit(gap.target, indicator) or is_loss(gap.target, indicator):
        return gap._replace(used=part if part >= 0 else None)
    if gap.target.measure is Measure.LEVEL and not is_upward(gap.target, indicator):
        return gap  # a stock to fall has no completion
    if gap.target.measure is Measure.CHANGE and gap.target.written.value < 0:
        return gap._replace(progress=part)  # nor has a change to fall, of which a part is gone
    return gap._replace(completion=part)


# ── rates ────────────────────────────────────────────────────────────────────


def _with_growth_needed(gap: Measured, profile: Profile | None, upward: bool) -> Measured:
    """What the rest of the base year must grow by, w being the share of it that is done (see ``core.pack.profile``)."""
    target, so_far, elapsed = gap.target.written, gap.value, gap.elapsed
    if target.unit not in RATIOS:
        return gap
    declared = profile.share_until(gap.target.period, gap.as_of) if profile else None
    season = Season(elapsed, None) if declared is None else Season(declared, profile)
    known = gap._replace(season=season)
    if elapsed == 0 or season.done == 1:
        return known
    percents = points_per_unit(target.unit)
    if gap.base is not None and gap.base.measure is Measure.LEVEL:
        return gap._replace(need=_stock_needed(gap, gap.base, upward))
    return known._replace(need=RateNeeded(growth_of_the_rest(target.value * percents, so_far * percents, season.done)))


def _stock_needed(gap: Measured, base: Figure, upward: bool) -> Need | None:
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


def _average_needed(gap: Measured) -> Need | None:
    """What the years that are left must grow by on average: ((1 + T)^n / (1 + a)^k)^(1 / (n - k)) - 1."""
    since, target, day = gap.target.since, gap.target.written, gap.as_of
    if since is None or (day.month, day.day) != (12, 31):
        return None
    years, done = gap.target.period.last.year - since.last.year, day.year - since.last.year
    left, percents = years - done, points_per_unit(target.unit)
    whole, so_far = 1 + target.value * percents / 100, 1 + gap.value * percents / 100
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


def _with_forecast(gap: Measured) -> Measured:
    """Where the sum ends if it goes on as it has: a straight line through the days elapsed, and called that."""
    if not 0 < gap.elapsed < 1:
        return gap
    return gap._replace(forecast=gap.value / gap.elapsed)


def _with_lead(gap: Measured) -> Measured:
    """Completion against the share that is due; not where no date was given, and time plays no part."""
    if gap.completion is None or not gap.elapsed or gap.reason is Reason.WHOLE_PERIOD:
        return gap
    due = gap.due_share
    return gap._replace(lead=gap.completion - (gap.elapsed if due is None else due))


def _with_amount_needed(gap: Measured) -> Measured:
    """What remains, divided by the months that remain; by the years, where there are some."""
    months = gap.months_left
    done = gap.progress if gap.completion is None else gap.completion
    if months is None or done is None or done >= 1:
        return gap
    if months >= 12:
        return gap._replace(need=AmountNeeded(abs(gap.gap) / (months / 12), "year"))
    return gap._replace(need=AmountNeeded(abs(gap.gap) / months, "month"))


def _with_allowance(gap: Measured) -> Measured:
    """What is left of a limit, divided by the months that remain."""
    months = gap.months_left
    if months is None or gap.gap >= 0:
        return gap
    return gap._replace(need=RoomLeft(-gap.gap / months))


# ── stocks and shares ────────────────────────────────────────────────────────


def _with_way(gap: Measured, end: Fraction, upward: bool) -> Measured:
    """How much of the way from the baseline is done, where it should stand today, and the pace a year that is left."""
    if gap.target.relative:
        return gap
    start, short, progress = start_of(gap), gap.gap < 0 if upward else gap.gap > 0, None
    if start is not None and (start < end if upward else start > end):
        progress = (gap.value - start) / (end - start)
    years = gap.target.period.months_left(gap.as_of) / 12
    need = AmountNeeded(abs(gap.gap) / years, "year") if years >= 1 and short else None
    return gap._replace(way=way_of(gap, end, upward), need=need, progress=progress)
