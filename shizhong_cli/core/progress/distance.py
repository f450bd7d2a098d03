"""How far a target lies from the reported figure that it is set against."""

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.baselines import difference_range
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Figure, Target, is_exact
from shizhong_cli.tuples import NamedTuple


class Pair(NamedTuple):
    """A target beside the reported figure that it can be set against."""

    target: Target
    baseline: Figure | None

    @property
    def value(self) -> Fraction | None:
        """The baseline in the measure of the target: of a longer period the yearly mean."""
        base, target = self.baseline, self.target
        if base is None or isinstance(target, WordedTarget) or base.measure is not target.measure:
            return None
        if target.measure is Measure.FLOW and self.mean_years is None and base.period.years != target.period.years:
            return None  # what three years are to bring is no rise on what one year brought
        return base.written.value / (self.mean_years or 1)

    @property
    def mean_years(self) -> int | None:
        """Over how many years the baseline is a sum, where the target is one of a single year."""
        if self.baseline is None or self.target.measure is not Measure.FLOW:
            return None
        years = self.baseline.period.years or 1
        return years if years > 1 and self.target.period.years == 1 else None

    @property
    def asked(self) -> Fraction | None:
        """What the number of the target is more than that of the baseline, in points for rates; see ``asked_range``.

        Of a range that is a limit, 控制在2%-3%, the number is its upper end.
        """
        base, target = self.value, self.target
        if base is None or isinstance(target, WordedTarget) or target.base_differs:
            return None
        return (number_of(target.written) - base) * target.points

    @property
    def asked_range(self) -> Interval | None:
        """The same with what both wordings leave open: 以上 makes it a floor, a base 近9000 a bound of its own."""
        target, asked = self.target, self.asked
        if asked is None or isinstance(target, WordedTarget) or self.baseline is None:
            return None
        if target.written.ends:
            return _asked_by_ends(target, self.baseline, asked)
        return difference_range(target.written, self.baseline.written, asked)


def number_of(written: Written) -> Fraction:
    """The number of a target; of a range that is a limit the end that is not to be exceeded."""
    if not written.capped or not written.ends:
        return written.value
    return written.low if written.value < 0 else written.high


def _asked_by_ends(target: Figure, baseline: Figure, asked: Fraction) -> Interval:
    """From the lower to the upper end of a range; a limit has no lower end. Nothing where the base is open."""
    written = target.written
    if not is_exact(baseline):
        return Interval(None, None, False, False)
    if written.capped:
        falling = written.value < 0  # 降幅控制在2%-3% is to fall no further
        return Interval(asked, None, True, False) if falling else Interval(None, asked, False, True)
    first = asked - written.value * target.points
    return Interval(first + written.low * target.points, first + written.high * target.points, True, True)


def difference_unit(target: Target) -> str:
    """The unit of a difference from the target: points for rates, none for words."""
    if isinstance(target, WordedTarget):
        return ""
    return POINT if target.is_ratio else target.written.unit
