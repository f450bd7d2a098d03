"""What an actual cannot be, and what it hardly is: slips of the unit, of the sign, of the point."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from shizhong_cli.core.actuals import Actual, is_alike
from shizhong_cli.core.model import Catalogue
from shizhong_cli.core.units import RATIOS
from shizhong_cli.core.vocabulary import Measure

IMPOSSIBLY_LARGE, UNUSUALLY_LARGE, UNUSUALLY_SMALL = 1000, 10, Fraction(1, 100)
"""Times the largest number that the report has for the indicator in that unit; small is looked at for rates only."""


class Doubt(StrEnum):
    """Why a figure may be a slip."""

    UNIT = "unit"  # a thousand times too large: 13800万人 for 13800人
    COUNT = "count"  # things cannot be fewer than none, or in parts
    WHOLE = "whole"  # more than the whole
    LARGE = "large"
    SMALL = "small"


IMPOSSIBLE = (Doubt.UNIT, Doubt.COUNT, Doubt.WHOLE)
"""The doubts that leave no other explanation."""


def doubt_of(catalogue: Catalogue, actual: Actual) -> Doubt | None:
    """The first doubt about a figure, by the targets and baselines of its indicator; ``None`` for one like others."""
    written, indicator = actual.written, catalogue.indicators[actual.indicator]
    unit, value = catalogue.units.get(written.unit), written.value
    if unit is not None and unit.whole and (value.denominator != 1 or _is_too_few(catalogue, actual)):
        return Doubt.COUNT
    targets = [t for t in catalogue.targets_of(indicator.id) if t.written and is_alike(t.written.unit, written.unit)]
    shares = any(target.measure is Measure.SHARE for target in targets) and not indicator.may_exceed
    if shares and value > RATIOS.get(written.unit, 1):
        return Doubt.WHOLE
    known = [abs(f.written.value) for f in (*targets, *catalogue.baselines_of(indicator.id)) if f.written
             and f.written.unit == written.unit]  # fmt: skip
    largest = max(known, default=Fraction(0))
    if not largest or not value:
        return None
    times = abs(value) / largest
    if times >= IMPOSSIBLY_LARGE:
        return Doubt.UNIT
    if times >= UNUSUALLY_LARGE:
        return Doubt.LARGE
    return Doubt.SMALL if written.unit in RATIOS and times <= UNUSUALLY_SMALL else None


def _is_too_few(catalogue: Catalogue, actual: Actual) -> bool:
    """Whether things were counted below none, where no target asks for fewer of them."""
    targets = [t.written for t in catalogue.targets_of(actual.indicator) if t.written is not None]
    amounts = {t.measure for t in catalogue.targets_of(actual.indicator)} <= {Measure.FLOW, Measure.LEVEL, None}
    return actual.written.value < 0 and bool(targets) and amounts and all(t.value >= 0 for t in targets)
