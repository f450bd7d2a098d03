"""Which reported figure a target can be set against."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Target, is_exact
from shizhong_cli.core.pack.series import Group, Series


def baseline_of(catalogue: Catalogue, target: Target) -> Figure | None:
    """The latest reported figure that the target can be set against: same measure, unit and length of period.

    For a change, and where there is none, the latest level, share or flow of the indicator.
    """
    if (stock := _stock_since(catalogue, target)) is not None:
        return stock
    pools = _pools(catalogue.baselines_of(target.indicator), target)
    newest = next(filter(None, (pool.newest_before(target.period) for pool in pools)), ())
    return next(filter(is_exact, newest), newest[0]) if newest else None


def _stock_since(catalogue: Catalogue, target: Target) -> Figure | None:
    """The stock of the base year that a change since then sets out from, whatever is known of later years."""
    if not isinstance(target, Figure) or target.measure is not Measure.CHANGE or target.since is None:
        return None
    stocks = [
        f for f in catalogue.baselines_of(target.indicator).of(target.since)
        if f.measure is Measure.LEVEL and _same_unit(f, target)
    ]  # fmt: skip
    return next(filter(is_exact, stocks), stocks[0] if stocks else None)


def _pools(reported: Series[Figure], target: Target) -> Iterator[Group[Figure]]:
    """The reported figures, the group that is most like a target first."""
    years = target.period.years
    yield reported.group(_likeness(target), lambda f: _is_alike(f, target))
    lasting = reported.group(("lasting", years), lambda f: _lasts(f, years))
    if lasting.newest_before(target.period):
        yield reported.group(("year", years), lambda f: _lasts(f, years) and _is_amount_of_a_year(f))
    else:
        yield reported.group("year", _is_amount_of_a_year)


def _likeness(target: Target) -> Hashable:
    """All that makes a reported figure like a target."""
    if not isinstance(target, Figure):
        return target.measure, target.period.years
    return target.measure, target.period.years, target.written.unit, _years_over(target), target.as_multiple


def _lasts(figure: Figure, years: int | None) -> bool:
    """Whether a figure is of so many years, or of a day."""
    return figure.period.years == years or _is_stock(figure)


def _is_amount_of_a_year(figure: Figure) -> bool:
    return figure.measure in _AMOUNTS and figure.period.years == 1


def _is_alike(figure: Figure, target: Target) -> bool:
    """Whether a reported figure is of the measure, unit and length of a target."""
    is_like = figure.measure is target.measure and _same_unit(figure, target) and _grows_alike(figure, target)
    return is_like and _lasts(figure, target.period.years)


def _grows_alike(figure: Figure, target: Target) -> bool:
    """Whether two growths are over as many years, and told in one way: 40% in five years is no 7% in one, nor 1.6倍."""
    if figure.measure is not Measure.GROWTH or not isinstance(target, Figure):
        return True
    return (_years_over(figure), figure.as_multiple) == (_years_over(target), target.as_multiple)


def _years_over(growth: Figure) -> int:
    base = growth.base_period
    return growth.period.last.year - base.last.year if base else 1


_AMOUNTS = (Measure.LEVEL, Measure.FLOW, Measure.SHARE)


def _is_stock(figure: Figure) -> bool:
    """Whether a figure is one of a day, whatever span it is printed under: a level, a share at the end of a year."""
    last = figure.period.last
    at_the_end = (last.month, last.day) == (12, 31) and (figure.period.years or 1) == 1
    return figure.measure is Measure.LEVEL or (figure.measure is Measure.SHARE and at_the_end)


def longer_sum_of(catalogue: Catalogue, target: Target) -> Figure | None:
    """The latest sum over more years, of which the yearly mean can stand for the year before that is not reported."""
    if target.measure is not Measure.FLOW or target.period.years != 1:
        return None
    unit = target.written.unit if isinstance(target, Figure) else None
    sums = catalogue.baselines_of(target.indicator).group(
        ("sums", unit), lambda f: _is_sum(f) and _same_unit(f, target)
    )
    newest = sums.newest_before(target.period)
    return newest[-1] if newest else None


def _is_sum(figure: Figure) -> bool:
    return figure.measure is Measure.FLOW and (figure.period.years or 1) > 1


def difference_range(one: Written, other: Written, difference: Fraction) -> Interval:
    """The difference of two numbers with what their wording leaves open: 150个以上 less 366个 is -216 or more."""
    low = None if _is_open_below(one) or _is_open_above(other) else difference
    high = None if _is_open_above(one) or _is_open_below(other) else difference
    low_closed = low is not None and other.bound is not Bound.LESS_THAN
    return Interval(low, high, low_closed, high is not None and one.bound is not Bound.LESS_THAN)


def _is_open_below(written: Written) -> bool:
    return written.bound in (Bound.AT_MOST, Bound.LESS_THAN)


def _is_open_above(written: Written) -> bool:
    return written.bound in (Bound.AT_LEAST, Bound.MORE_THAN)


def is_stock_of_change(base: Figure | None, target: Figure, actual: Written) -> bool:
    """Whether a number given for a change is the stock itself: nearer to the known stock than to the change asked."""
    if base is None or target.measure is not Measure.CHANGE:
        return False
    known, asked = base.written, target.written
    if base.measure is not Measure.LEVEL or not known.unit == asked.unit == actual.unit:
        return False
    distance = abs(actual.value - known.value)
    return known.value > abs(asked.value) and distance < abs(actual.value - asked.value)


def _same_unit(figure: Figure, target: Target) -> bool:
    return isinstance(target, WordedTarget) or figure.written.unit == target.written.unit
