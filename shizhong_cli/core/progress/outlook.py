"""Where a period ends when its rest goes as assumed: the reverse of what is still needed."""

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT, RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import is_alike
from shizhong_cli.core.progress.gap import Gap, Measured, Unmeasured
from shizhong_cli.core.progress.measuring import at_the_end
from shizhong_cli.tuples import NamedTuple


class Outlook(NamedTuple):
    """An assumption about the rest of a period, and where it ends."""

    now: Measured
    assumed: Written
    end: Measured  # judged as if the period were over


def outlook(catalogue: Catalogue, gap: Gap, assumed: Written) -> Outlook | None:
    """Where the target ends: growth of the rest in %, or an amount a month for sums, levels and changes.

    ``None`` when the assumption does not fit the target, or its period does not run: there is no rest then.
    """
    value = _value_at_the_end(gap, assumed) if isinstance(gap, Measured) else None
    if isinstance(gap, Unmeasured) or value is None:
        return None
    return Outlook(gap, assumed, at_the_end(catalogue, gap.target, gap.baseline, gap.half_band, value))


def _value_at_the_end(gap: Measured, assumed: Written) -> Fraction | None:
    months, target = gap.months_left, gap.target.written
    if months is None:
        return None
    if gap.target.measure is Measure.GROWTH:
        if gap.season is None or assumed.unit not in RATIOS or assumed.unit == POINT or target.unit not in RATIOS:
            return None
        rest = assumed.value * RATIOS[target.unit] / RATIOS[assumed.unit]
        return gap.season.done * gap.value + (1 - gap.season.done) * rest
    if gap.target.measure not in (Measure.FLOW, Measure.LEVEL, Measure.CHANGE):
        return None
    return gap.value + months * assumed.value if is_alike(assumed.unit, target.unit) else None
