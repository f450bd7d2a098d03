"""Which units a number of each measure can be printed in."""

from __future__ import annotations

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PER_MILLE, PERCENT, POINT, STEP, TENTH, TIMES

FITTING: dict[Measure, tuple[str, ...]] = {
    Measure.GROWTH: (PERCENT, TIMES, PER_MILLE, TENTH, ""),
    Measure.AVERAGE_GROWTH: (PERCENT, TIMES, PER_MILLE, TENTH),
    Measure.SHARE: (PERCENT, PER_MILLE, TENTH, ""),
}
"""The units of the measures that not every unit will do for; none is that of a fraction: 缩短三分之二."""
_RATIOS = (PERCENT, PER_MILLE, TIMES, TENTH, "")


def fits(measure: Measure, unit: str) -> bool:
    """Whether a number of this measure can have this unit."""
    if measure in FITTING:
        return unit in FITTING[measure]
    if unit == TIMES:
        return measure is Measure.LEVEL  # 收入倍差1.9倍
    if unit in (POINT, STEP):
        return measure is Measure.CHANGE
    return unit not in _RATIOS
