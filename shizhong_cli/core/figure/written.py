"""A figure as it is printed, and the numbers it can stand for.

``core.figure.parsing`` takes the characters apart; ``Written.entailed`` gives what the
wording promises and ``Written.as_read`` what readers take it to mean. A nearest figure v with last printed place u
stands for [v - u/2, v + u/2): half goes up, away from zero (GB/T 8170 calls the other choice, half to even, its rule;
it is ``Rounding.HALF_EVEN`` here). A truncated one stands for [v, v + u).
"""

from __future__ import annotations

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Bound, Rounding, Turn
from shizhong_cli.tuples import NamedTuple


class Written(NamedTuple):
    """One printed number, taken apart. ``value`` and ``place`` have scale words multiplied out."""

    text: str  # as typed
    digits: str  # the Arabic digits with their point, no sign; empty when the number is in Chinese numerals
    scale: Fraction  # what the scale words multiply by; negative for 下降, 压减 ...
    value: Fraction
    place: Fraction  # the size of one unit of the last printed place
    unit: str
    bound: Bound = Bound.EXACT
    estimated: bool = False  # 预计
    whole: bool = False  # a whole number of countable things without a scale word: exactly that many
    step: Fraction | None = None  # size of one 台阶
    countable: bool = False  # of things that come in whole numbers
    capped: bool = False  # 左右 that is not to be exceeded: 不超过5%左右, 控制在5%左右
    nearing: bool = False  # 近, 迈向: to be come near to from below
    lowered: bool = False  # 压减到, 降至: to be brought down to
    multiple: bool = False  # so many times as much: 增至1.5倍, 是2020年的2.3倍
    turn: Turn | None = None  # which way it went, where a word says so: 提高, 压减, 持平
    ends: tuple[Written, ...] = ()  # of a range, the two as printed; ``value`` is that of the first

    @property
    def low(self) -> Fraction:
        """The lower end of a range; of anything else its value."""
        return min(end.value for end in self.ends) if self.ends else self.value

    @property
    def high(self) -> Fraction:
        """The upper end of a range; of anything else its value."""
        return max(end.value for end in self.ends) if self.ends else self.value

    def entailed(self, rounding: Rounding = Rounding.NEAREST) -> Interval:
        """The values that the wording allows; 左右 has no width of its own and allows everything."""
        if self.scale < 0 and self.bound in MIRRORED:
            return -self._magnitude().entailed(rounding)
        match self.bound:
            case Bound.EXACT:
                if self.whole:
                    return interval.exact(self.value)
                if self._is_unit_fraction and rounding is not Rounding.TRUNCATED:
                    return nearest_unit_fraction(self.value)
                return rounded(self.value, self.place, rounding)
            case Bound.ABOUT:
                return interval.EVERYTHING
            case Bound.AT_LEAST | Bound.MORE_THAN:
                return interval.at_least(self.value)
            case Bound.AT_MOST:
                return interval.at_most(self.value)
            case Bound.LESS_THAN:
                return interval.less_than(self.value)
            case Bound.RANGE:
                return interval.between(self.low, self.high)

    def as_read(self, rounding: Rounding = Rounding.NEAREST) -> Interval:
        """The values that readers take the wording to mean; never wider than ``entailed``."""
        if self.scale < 0 and self.bound in MIRRORED:
            return -self._magnitude().as_read(rounding)
        step = self.reading_step
        match self.bound:
            case Bound.AT_LEAST | Bound.MORE_THAN:
                return interval.between(self.value, self.value + step, True, False)
            case Bound.AT_MOST:
                return interval.between(self.value - step, self.value, False, True)
            case Bound.LESS_THAN:
                return interval.between(self.value - step, self.value, True, False)
            case _:
                return self.entailed(rounding)

    @property
    def _is_unit_fraction(self) -> bool:
        """Whether it says one part of so many, or all but one: 五分之一, 三分之二."""
        parts = self.place.denominator
        of_parts = not self.unit and "." not in self.digits and self.place.numerator == 1 and parts > 1
        return of_parts and self.value in (self.place, 1 - self.place)

    def _magnitude(self) -> Written:
        """The same figure without its sign."""
        return self._replace(scale=-self.scale, value=-self.value, bound=MIRRORED[self.bound])

    @property
    def reading_step(self) -> Fraction:
        """One step of the last digit that is not zero: 1000 for 12.6万, 100 for 200."""
        if not self.digits:
            return self.place
        bare = self.digits.replace(".", "").rstrip("0")
        zeros = len(self.digits.replace(".", "")) - len(bare)
        return self.place * 10**zeros if bare else self.place


MIRRORED = {
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.LESS_THAN: Bound.MORE_THAN,
}
"""What a bound says of the number without its minus sign."""


def rounded(value: Fraction, place: Fraction, rounding: Rounding = Rounding.NEAREST) -> Interval:
    """The numbers that are printed as ``value`` when they are rounded to a multiple of ``place``."""
    if rounding is Rounding.TRUNCATED:
        if value == 0:
            return interval.between(-place, place, False, False)
        if value > 0:
            return interval.between(value, value + place, True, False)
        return interval.between(value - place, value, False, True)
    half = place / 2
    if rounding is Rounding.HALF_EVEN:
        even = (value / place) % 2 == 0
        return interval.between(value - half, value + half, even, even)
    return interval.between(value - half, value + half, value > 0, value < 0)


def nearest_unit_fraction(value: Fraction) -> Interval:
    """The numbers that 1/n is nearest to among the unit fractions: 五分之一 is said between 1/6 and 1/4.

    All but one part of n is the mirror of that, and a half lies between one third and two.
    """
    if value > Fraction(1, 2):
        mirrored = nearest_unit_fraction(1 - value)
        assert mirrored.low is not None
        assert mirrored.high is not None
        return interval.between(1 - mirrored.high, 1 - mirrored.low, True, False)
    parts = value.denominator
    below, above = Fraction(1, parts + 1), Fraction(1, parts - 1) if parts > 2 else Fraction(2, 3)
    return interval.between((below + value) / 2, (value + above) / 2, True, False)
