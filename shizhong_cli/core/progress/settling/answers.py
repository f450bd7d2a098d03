"""Which figures of the next report answer a target, as printed or exactly worked out.

An answer is printed if there is one: the same measure, time and base. Else it is worked out, as an interval: what the
printed digits leave open stays open. A sum or an average of five years never stands for one year.
"""

from __future__ import annotations

from collections.abc import Iterator

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.figure.units import POINT, RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.core.pack.multiples import as_growth
from shizhong_cli.core.progress.settling.known import AMOUNTS, Answer, Known, by_width, price_obstacle, width
from shizhong_cli.core.progress.settling.terms import How, Why
from shizhong_cli.core.progress.settling.worked_out import worked_out

_WITH_BASE = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)


def answers_to(target: Figure, known: Known) -> list[Answer]:
    """Every answer to a target, the plainest first; printed ones that say most before the others."""
    printed = sorted(_printed(target, known), key=lambda answer: by_width(answer.figure))
    if printed:
        return printed
    found = (answer for answer in worked_out(target, known) if not answer.values.is_empty)
    return sorted(found, key=lambda answer: (width(answer.values), by_width(answer.figure)))


def obstacle_to(target: Target, known: Known) -> tuple[Why, Figure] | None:
    """Why none of the printed figures answers, and the one that comes nearest; nothing where none is printed."""
    reasons = [(_obstacle(target, figure, known), figure) for figure, _ in known.told]
    order = list(_NEAREST)

    def nearness(reason: tuple[Why, Figure]) -> tuple[int, int, tuple[bool, tuple[bool, Fraction], str, str]]:
        why, figure = reason
        return order.index(why), -figure.period.last.toordinal(), by_width(figure)

    return min(reasons, key=nearness, default=None)


_NEAREST = (
    Why.CONSTANT_PRICES,
    Why.PRICES_UNKNOWN,
    Why.NO_BASE,
    Why.OTHER_UNIT,
    Why.OTHER_BASE,
    Why.OTHER_MEASURE,
    Why.OTHER_PERIOD,
)


def is_of_time(target: Target, figure: Figure) -> bool:
    """Whether a figure is of the time of a target: of stocks the day counts, of sums all days."""
    if target.measure in (Measure.LEVEL, Measure.SHARE) and figure.measure is target.measure:
        return figure.period.last == target.period.last
    return figure.period.is_same_time_as(target.period)


def _printed(target: Figure, known: Known) -> Iterator[Answer]:
    for figure, partner in known.told:
        if figure.measure is not target.measure or not is_of_time(target, figure) or not has_base_of(target, figure):
            continue
        if (written := number_in_unit(target, figure, known.this)) is not None:
            told = as_growth(figure).written
            same = written.unit == told.unit
            factor = written.value / told.value if told.value else Fraction(1)
            scaled = told.entailed(figure.rounding) * interval.exact(factor)
            yield Answer(figure, partner, How.PRINTED if same else How.CONVERTED, scaled, written)


def has_base_of(target: Target, figure: Figure) -> bool:
    """Whether a change is against the same time; an average growth of one year is none."""
    if target.measure not in _WITH_BASE:
        return True
    one, other = target.base_period, figure.base_period
    return one is None or other is None or one.last == other.last


def number_in_unit(target: Figure, figure: Figure, this: Catalogue) -> Written | None:
    """The number of a figure in the unit of the target; nothing where no exact factor leads there."""
    wanted, printed = target.written, as_growth(figure).written
    if printed.unit == wanted.unit:
        return printed
    factor = _factor(printed.unit, wanted.unit, this)
    if factor is None:
        return None
    ends = tuple(_scaled(end, factor, wanted.unit) for end in printed.ends)
    return _scaled(printed, factor, wanted.unit)._replace(ends=ends)


def _factor(unit: str, wanted: str, this: Catalogue) -> Fraction | None:
    """What a number in one unit is multiplied by to be one in the other."""
    if unit in RATIOS and wanted in RATIOS:
        return Fraction(RATIOS[wanted], RATIOS[unit]) if POINT not in (unit, wanted) else None
    one, other = this.units.get(unit), this.units.get(wanted)
    if one is None or other is None or one.dimension != other.dimension or not one.factor or not other.factor:
        return None
    return one.factor / other.factor


def _scaled(written: Written, factor: Fraction, unit: str) -> Written:
    return written._replace(value=written.value * factor, place=written.place * factor, unit=unit)


def _obstacle(target: Target, figure: Figure, known: Known) -> Why:
    """Why one figure does not answer."""
    if not is_of_time(target, figure):
        return Why.OTHER_PERIOD
    if figure.measure is target.measure:
        return Why.OTHER_UNIT if has_base_of(target, figure) else Why.OTHER_BASE
    if target.measure in RATES and figure.measure in RATES:
        return Why.OTHER_BASE
    if target.measure is Measure.GROWTH and figure.measure in AMOUNTS:
        return price_obstacle(figure, known) or Why.NO_BASE
    if figure.measure is Measure.GROWTH and target.measure in AMOUNTS:
        return price_obstacle(target, known) or Why.NO_BASE
    return Why.OTHER_MEASURE
