"""What an actual cannot be, and what it hardly is: slips of the unit, of the sign, of the point.

A figure is set against each target that it can answer and against the reported figure of the like period. It is
doubted when it fits none of its targets: from four times the target on, unless the year before was more than half of
it; from a twentieth of the target down, unless the year before was less than ten times of it. A sum of the year so far
is small only against the time elapsed; a rate is large only where it is some points away too, and small whatever was
reported when it is the target typed as a fraction (0.052 for 5.2). Nought is never small, and a rate that fell where
it was to rise is no slip.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.baselines import baseline_of, is_stock_of_change
from shizhong_cli.core.pack.model import Catalogue, Figure, points_per_unit
from shizhong_cli.core.pack.wholes import may_exceed
from shizhong_cli.core.progress.actuals import Actual, is_alike

IMPOSSIBLY_LARGE = 1000
"""Times the largest number that the report has for the indicator in that unit."""
LARGE, SMALL = 4, Fraction(1, 20)
"""Times the target, or the like baseline where the target is nought."""
LARGE_BESIDE, SMALL_BESIDE = 2, Fraction(1, 10)
"""Times the like baseline that a figure must be as well."""
POINTS_APART = 5
"""Percentage points that a rate must be away from both to be too large: 1 % planned and 4.5 % reached is no slip."""
FEW = 100
"""Of fewer things than this any number may have come in yet."""

CONFIRMED = "confirmed"
"""What stands in the ledger, in the place of a doubt, for a figure that was looked at again."""


class Doubt(StrEnum):
    """Why a figure may be a slip."""

    UNIT = "unit"  # a thousand times too large: 13800万人 for 13800人
    COUNT = "count"  # things cannot be fewer than none, or in parts
    WHOLE = "whole"  # more than the whole
    LARGE = "large"
    SMALL = "small"
    SIGN = "sign"  # a rise by what should be a fall


IMPOSSIBLE = (Doubt.UNIT, Doubt.COUNT, Doubt.WHOLE)
"""The doubts that leave no other explanation."""
POSSIBLE = (Doubt.LARGE, Doubt.SMALL, Doubt.SIGN)
"""The doubts that a figure can be confirmed against."""

_RATES = (Measure.GROWTH, Measure.AVERAGE_GROWTH)


def doubt_of(catalogue: Catalogue, actual: Actual) -> Doubt | None:
    """The first doubt about a figure, by the targets and baselines of its indicator; ``None`` for one like others."""
    if _counts(catalogue, actual) and (actual.written.value.denominator != 1 or _is_too_few(catalogue, actual)):
        return Doubt.COUNT
    targets = _alike(catalogue.numbered_targets_of(actual.indicator), actual)
    if _is_more_than_the_whole(catalogue, actual, targets):
        return Doubt.WHOLE
    if _is_impossibly_large(actual, (*targets, *catalogue.baselines_of(actual.indicator))):
        return Doubt.UNIT
    doubts = [_slip(catalogue, actual, figure) for figure in set_against(catalogue, actual)]
    return doubts[0] if doubts and all(doubts) else None


def set_against(catalogue: Catalogue, actual: Actual) -> list[Figure]:
    """What tells whether an actual is a slip: the targets in its kind of unit, else the newest figure."""
    return _alike(catalogue.numbered_targets_of(actual.indicator), actual) or _latest(catalogue, actual)


def _alike(figures: Iterable[Figure], actual: Actual) -> list[Figure]:
    """The figures that an actual can be set against by its unit."""
    return [figure for figure in figures if is_alike(figure.written.unit, actual.written.unit)]


def _is_more_than_the_whole(catalogue: Catalogue, actual: Actual, targets: Sequence[Figure]) -> bool:
    if may_exceed(catalogue.indicators[actual.indicator]):
        return False
    shares = any(target.measure is Measure.SHARE for target in targets)
    return shares and actual.written.value > RATIOS.get(actual.written.unit, 1)


def _is_impossibly_large(actual: Actual, figures: Iterable[Figure]) -> bool:
    """Whether an actual is out of all proportion to the figures in its very unit."""
    unit, numbers = actual.written.unit, [figure.written for figure in figures]
    largest = max((abs(number.value) for number in numbers if number.unit == unit), default=Fraction(0))
    return largest != 0 and abs(actual.written.value) / largest >= IMPOSSIBLY_LARGE


def _is_too_few(catalogue: Catalogue, actual: Actual) -> bool:
    """Whether things were counted below none, where no target asks for fewer of them."""
    targets = [target.written for target in catalogue.numbered_targets_of(actual.indicator)]
    amounts = {t.measure for t in catalogue.targets_of(actual.indicator)} <= {Measure.FLOW, Measure.LEVEL, None}
    return actual.written.value < 0 and bool(targets) and amounts and all(t.value >= 0 for t in targets)


def _latest(catalogue: Catalogue, actual: Actual) -> list[Figure]:
    """The newest reported figure of a year in the unit of an actual that answers no target by its unit."""
    alike = _alike(catalogue.baselines_of(actual.indicator), actual)
    return [figure for figure in alike if figure.period.years == 1][-1:]


def _slip(catalogue: Catalogue, actual: Actual, target: Figure) -> Doubt | None:
    """What one target, or a reported figure in its place, makes doubtful about an actual; all in points where rates."""
    if is_stock_of_change(baseline_of(catalogue, target), target, actual.written):
        return None
    value, wanted, before = _size(actual, target), _plain(target), _like(catalogue, target)
    if not value or not (wanted or before):
        return None
    size, rate = abs(value), target.measure in _RATES
    is_apart = not rate or min(abs(value - wanted), abs(value - before)) > POINTS_APART
    if is_apart and size >= _too_large(abs(wanted), abs(before)):
        return Doubt.LARGE
    if rate and _is_turned_round(value, wanted):
        return Doubt.SIGN
    if rate and _is_a_fraction(size, abs(wanted)):
        return Doubt.SMALL
    small = _expected(catalogue, actual, target, _too_small(abs(wanted), abs(before)))
    return Doubt.SMALL if size <= small else None


def _size(actual: Actual, target: Figure) -> Fraction:
    """The actual as a number that can be set against the target."""
    own, wanted = (points_per_unit(written.unit) for written in (actual.written, target.written))
    return actual.written.value * own / wanted * target.points


def _plain(figure: Figure) -> Fraction:
    return figure.written.value * figure.points


def _like(catalogue: Catalogue, target: Figure) -> Fraction:
    """The reported figure that measures the same over a period of the same length; 0 where there is none."""
    base = baseline_of(catalogue, target)
    if base is None or base.measure is not target.measure:
        return Fraction(0)
    alike = base.period.years == target.period.years and is_alike(base.written.unit, target.written.unit)
    return _plain(base) if alike else Fraction(0)


def _too_large(wanted: Fraction, before: Fraction) -> Fraction:
    """The size from which on a figure is too large beside the target, and beside the year before."""
    return max(LARGE * (wanted or before), LARGE_BESIDE * before)


def _too_small(wanted: Fraction, before: Fraction) -> Fraction:
    """The size up to which a figure is too small beside the target, and beside the year before where it is known."""
    return min(SMALL * wanted, SMALL_BESIDE * before) if before else SMALL * wanted


def _is_turned_round(value: Fraction, wanted: Fraction) -> bool:
    """Whether a rate rose by about what it was to fall."""
    return wanted < 0 < value and abs(wanted) / 2 <= value <= 2 * abs(wanted)


def _is_a_fraction(value: Fraction, wanted: Fraction) -> bool:
    """Whether a rate is too small, and a hundred times it is one like that of the target: 0.052 where 5 is."""
    return value <= SMALL * wanted and wanted / LARGE <= 100 * value <= LARGE * wanted


def _expected(catalogue: Catalogue, actual: Actual, target: Figure, size: Fraction) -> Fraction:
    """What is too small by its day: of a sum the share of the time elapsed, of few things nothing."""
    if _counts(catalogue, actual) and abs(_plain(target)) < FEW:
        return Fraction(0)
    if actual.as_of is None or target.measure not in (Measure.FLOW, Measure.CHANGE):
        return size
    period = target.course if target.period.last >= actual.as_of.first else _year_of(actual.as_of)
    return size * period.elapsed(actual.as_of.last)


def _counts(catalogue: Catalogue, actual: Actual) -> bool:
    unit = catalogue.units.get(actual.written.unit)
    return unit is not None and unit.whole


def _year_of(period: Period) -> Period:
    return parse_period(str(period.last.year))
