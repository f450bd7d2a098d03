"""Whether an actual answers a target, and with what number: the same measure, or one that can be worked out."""

from collections.abc import Sequence
from datetime import date

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Bound, Measure, Turn
from shizhong_cli.core.figure.units import RATIOS, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.baselines import is_stock_of_change
from shizhong_cli.core.pack.direction import is_upward
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, is_exact
from shizhong_cli.core.progress.actuals import Actual, in_unit_of, is_alike
from shizhong_cli.core.progress.answering.sums import parts_of
from shizhong_cli.core.progress.answering.worked_out import (
    Answer,
    average_from_amounts,
    growth_from_amounts,
    points_from,
    rise_from,
    share_before,
    span_of,
    total,
    why_no_growth,
    wide,
)
from shizhong_cli.core.progress.terms import Reason


def answer_of(
    catalogue: Catalogue, target: Figure, actual: Actual, baseline: Figure | None, own: Sequence[Actual]
) -> Answer | Reason:
    """The number, or why there is none. ``own`` are the figures that are known of the indicator."""
    if why_not := _why_not_at_all(catalogue, target, actual, baseline):
        return why_not
    if _is_stock(baseline, target, actual) and baseline is not None:
        return rise_from(baseline, actual)
    if (share := share_before(catalogue, target, actual)) is not None:
        return points_from(share, actual)
    if unclear := _other_base(target, actual) or why_unclear(catalogue, target, actual):
        return unclear
    if not is_alike(actual.written.unit, target.written.unit):
        if target.measure is Measure.AVERAGE_GROWTH:
            return average_from_amounts(catalogue, target, actual)
        return growth_from_amounts(catalogue, target, actual, own)
    if said_otherwise := _said_otherwise(target, actual):
        return said_otherwise
    parts = parts_of(catalogue, target, actual, own)
    if parts is None:
        return Reason.EARLIER_MISSING
    if len(parts) == 1:
        return _as_said(target, catalogue.indicators[target.indicator], actual.written)
    return Answer(total(parts), wide(span_of(parts)), None, parts)


def _as_said(target: Figure, indicator: Indicator, written: Written) -> Answer:
    """A printed figure in the unit of the target, with all that open words leave; of a range the end that is worse."""
    value = in_unit_of(target.written.unit, written)
    if written.bound in (Bound.EXACT, Bound.ABOUT):
        return Answer(value)
    scale = Fraction(RATIOS.get(target.written.unit, 1)) / RATIOS.get(written.unit, 1)
    if written.ends:
        value = (written.low if is_upward(target, indicator) else written.high) * scale
    return Answer(value, wide(written.as_read() * interval.exact(scale)))


# ── the same measure ─────────────────────────────────────────────────────────


def _why_not_at_all(
    catalogue: Catalogue, target: Figure, actual: Actual, baseline: Figure | None
) -> Reason | None:  # fmt: skip
    """Why an actual says nothing about a target, however it is taken."""
    mismatch = _mismatch(target, actual, baseline) or why_no_growth(catalogue, target, actual)
    return mismatch or (Reason.AMBIGUOUS if _may_be_several(catalogue, actual) else None)


def _mismatch(target: Figure, actual: Actual, baseline: Figure | None) -> Reason | None:
    """Why an actual in the right unit still says nothing about the target: of another time, or a stock for a change."""
    if actual.as_of is not None and actual.as_of.last > target.period.last:
        return Reason.AFTER_PERIOD
    ahead = actual.as_of is not None and actual.as_of.last < target.course.first
    if ahead and not _can_be_early(target, actual, baseline):
        return Reason.NOT_BEGUN
    if _is_older(actual, baseline) and target.measure in (Measure.LEVEL, Measure.SHARE):
        return Reason.BEFORE_BASELINE
    if _is_stock(baseline, target, actual) and baseline is not None and not _can_be_left(target, baseline):
        return Reason.LEVEL_FOR_CHANGE
    return None


def _can_be_left(target: Figure, stock: Figure) -> bool:
    """Whether a rise can be counted from a stock: a plain number, of the base year where one is named."""
    return is_exact(stock) and (target.since is None or stock.period.last == target.since.last)


def _is_stock(baseline: Figure | None, target: Figure, actual: Actual) -> bool:
    """Whether what is given for a change is the stock itself: because it says so, or because it is as large as that."""
    if actual.measure is None:
        return actual.written.turn is None and is_stock_of_change(baseline, target, actual.written)
    known = baseline.written if baseline is not None and baseline.measure is Measure.LEVEL else None
    is_level_of_change = actual.measure is Measure.LEVEL and target.measure is Measure.CHANGE
    return is_level_of_change and known is not None and known.unit == actual.written.unit


def _can_be_early(target: Figure, actual: Actual, baseline: Figure | None) -> bool:
    """Whether a figure from before the period says something: a stock, or a whole year on the way of a later one."""
    if target.measure in (Measure.LEVEL, Measure.SHARE) or _runs_from_its_base(target, actual):
        return True
    day = actual.as_of.last if actual.as_of else None
    whole = day is not None and (day.month, day.day) == (12, 31)
    return target.measure is Measure.FLOW and target.period.years == 1 and whole and _is_on_a_way(target, day, baseline)


def _is_on_a_way(target: Figure, day: date | None, baseline: Figure | None) -> bool:
    """Whether a year lies behind the one that the way to a later year begins with.

    Where none is known, the year just before says nothing, and of one further off it is said that no way is known.
    """
    if day is None or (baseline is not None and day <= baseline.period.last):
        return False
    starts = baseline is not None and baseline.measure is Measure.FLOW and baseline.period.years == 1
    return starts or bool(target.milestones) or target.period.months_left(day) > 12


def _runs_from_its_base(target: Figure, actual: Actual) -> bool:
    """Whether a growth over several years, or an average one, is that from its base up to the day."""
    if target.since is None or actual.as_of is None:
        return False
    runs = target.measure is Measure.AVERAGE_GROWTH or target.grows_over_years
    return runs and actual.as_of.last > target.since.last


def _other_base(target: Figure, actual: Actual) -> Reason | None:
    """Why a rate is no growth on the base of the target: on another one, or it does not say on which of several."""
    rises = target.measure in (Measure.GROWTH, Measure.CHANGE)
    if not rises or not is_alike(actual.written.unit, target.written.unit):
        return None
    if actual.since is None:
        return Reason.GROWTH_BASE if target.grows_over_years else None
    base = target.base_period
    return None if base is not None and actual.since.last == base.last else Reason.OTHER_MEASURE


def _is_older(actual: Actual, baseline: Figure | None) -> bool:
    return baseline is not None and actual.as_of is not None and actual.as_of.last < baseline.period.last


def why_unclear(catalogue: Catalogue, target: Figure, actual: Actual) -> Reason | None:
    """Why an actual in the right unit does not answer the target: it measures, or may measure, something else.

    Undeclared it is guessed only where one target alone can be meant: no other target of the indicator in that unit is
    of another measure, and no reported stock is so near (within a factor of two) that the figure may be the stock.
    提高2% is no share, and 增加2亿元 no stock.
    """
    if not is_alike(actual.written.unit, target.written.unit):
        return None
    if actual.measure is not None:
        return None if actual.measure is target.measure else Reason.OTHER_MEASURE
    if _is_a_turn(actual.written) and target.measure in (Measure.LEVEL, Measure.SHARE):
        return Reason.OTHER_MEASURE
    others = _measures_in(catalogue, actual)
    if len(others | _stocks_in(catalogue, actual.written.unit, target)) > 1:
        return Reason.AMBIGUOUS
    return Reason.AMBIGUOUS if _may_be_a_stock(catalogue, target, actual) else None


def _is_a_turn(written: Written) -> bool:
    """Whether it says by a word that something rose, fell or stayed."""
    return written.turn in (Turn.RISE, Turn.FALL, Turn.FLAT)


def _measures_in(catalogue: Catalogue, actual: Actual) -> set[Measure | None]:
    """What an actual may measure: what the targets of its indicator in such a unit ask for; of a rise no stock."""
    targets = catalogue.numbered_targets_of(actual.indicator)
    known: set[Measure | None] = {t.measure for t in targets if is_alike(t.written.unit, actual.written.unit)}
    return known - {Measure.LEVEL, Measure.SHARE} if _is_a_turn(actual.written) else known


def _may_be_several(catalogue: Catalogue, actual: Actual) -> bool:
    """Whether targets of several measures could be meant: then it answers none of them, whatever is near to what."""
    return actual.measure is None and len(_measures_in(catalogue, actual)) > 1


def _stocks_in(catalogue: Catalogue, unit: str, target: Figure) -> set[Measure | None]:
    """Stocks that are reported in 倍, for a figure in 倍: 1.9倍 may be the stock as well as a growth."""
    known = catalogue.baselines_of(target.indicator)
    return {f.measure for f in known if f.written.unit == unit == TIMES and f.measure is Measure.LEVEL}


def _may_be_a_stock(catalogue: Catalogue, target: Figure, actual: Actual) -> bool:
    """Whether a figure for a sum or a change is as large as a stock that the report has in the same unit.

    Beside a stock below nought, 净资产-8亿元, every bare figure may be the stock. So may one for a change be the sum of
    the year: 1510亿元 for 增加80亿元, after a year of 1420亿元.
    """
    if target.measure not in (Measure.FLOW, Measure.CHANGE) or actual.written.unit in RATIOS:
        return False
    if _is_a_turn(actual.written) and target.measure is Measure.CHANGE:
        return False
    known = catalogue.baselines_of(target.indicator)
    if target.measure is Measure.FLOW and any(f.measure is Measure.FLOW for f in known):
        return False
    alike = [f for f in known if f.written.unit == actual.written.unit]
    return _is_like_a_stock(alike, actual.written.value) or _is_like_a_sum(alike, target, actual.written.value)


def _is_like_a_stock(alike: Sequence[Figure], value: Fraction) -> bool:
    stocks = [f.written.value for f in alike if f.measure is Measure.LEVEL]
    return any(stock < 0 or _is_near(value, stock) for stock in stocks)


def _is_like_a_sum(alike: Sequence[Figure], target: Figure, value: Fraction) -> bool:
    """Whether it is as large as the sum of a year, and not as large as what is asked."""
    if _is_near(value, abs(target.written.value)):
        return False
    return any(_is_near(value, f.written.value) for f in alike if f.measure is Measure.FLOW and f.period.years == 1)


def _is_near(value: Fraction, other: Fraction) -> bool:
    """Whether a number is as large as another, within a factor of two."""
    return 0 < other / 2 <= value <= 2 * other


def _is_unsigned_cut(target: Figure, actual: Actual) -> bool:
    """Whether a bare 60家 stands beside 压减100家: as likely what was cut as what came on top."""
    written = target.written
    if target.measure not in (Measure.FLOW, Measure.CHANGE) or written.value >= 0:
        return False
    if written.turn is not Turn.FALL:  # a loss of -1亿元 is an amount below nought
        return False
    is_told = actual.written.turn is Turn.RISE or actual.written.text.strip().startswith(("+", "＋"))
    return actual.written.value > 0 and not is_told


def _said_otherwise(target: Figure, actual: Actual) -> Reason | None:
    """Why a figure does not say what a thing to do asks for: -79家 beside 淘汰80家, which counts what is taken away."""
    if _is_unsigned_cut(target, actual):
        return Reason.UNSIGNED
    return Reason.AMBIGUOUS if target.written.turn is Turn.DONE and actual.written.value < 0 else None
