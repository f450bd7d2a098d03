"""A figure as it is printed, and the numbers it can stand for.

Digits enter as text, once, here. ``parse_figure`` takes the characters apart; ``Written.entailed`` gives what the
wording promises and ``Written.as_read`` what readers take it to mean. A nearest figure v with last printed place u
stands for [v - u/2, v + u/2): half goes up, away from zero (GB/T 8170 calls the other choice, half to even, its rule;
it is ``Rounding.HALF_EVEN`` here). A truncated one stands for [v, v + u).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.characters import FULL_WIDTH, other_digit
from shizhong_cli.core.figure.grammar import Amount, Number, Part, Steps, amount_at, part_at, steps_at, unit_finder
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.numerals import DIGITS, SCALES
from shizhong_cli.core.figure.terms import Bound, Rounding
from shizhong_cli.core.figure.units import MONEY, PERCENT, STEP, Unit
from shizhong_cli.core.figure.words import (
    AFTER,
    AFTER_PART,
    BEFORE,
    ESTIMATE,
    FALLEN,
    FALLS,
    NEARING,
    PLAIN_AFTER,
    PLAIN_BEFORE,
    UPWARDS,
)


class FigureError(ValueError):
    """A text that cannot be read as a figure; ``found`` is the part that could not be read."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class NotANumber(FigureError):
    """No number where one is needed."""


class UnknownUnit(FigureError):
    """A number was read, the unit behind it is not declared."""


class TooLong(FigureError):
    """More digits than any figure has; ``most`` is how many are taken."""

    most = 40


class OtherDigit(FigureError):
    """A digit of another script, which is read nowhere; ``found`` is the digit."""


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
        if self.scale < 0 and self.bound in _MIRRORED:
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
        if self.scale < 0 and self.bound in _MIRRORED:
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
        return self._replace(scale=-self.scale, value=-self.value, bound=_MIRRORED[self.bound])

    @property
    def reading_step(self) -> Fraction:
        """One step of the last digit that is not zero: 1000 for 12.6万, 100 for 200."""
        if not self.digits:
            return self.place
        bare = self.digits.replace(".", "").rstrip("0")
        zeros = len(self.digits.replace(".", "")) - len(bare)
        return self.place * 10**zeros if bare else self.place


_MIRRORED = {
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


_WIDE = FULL_WIDTH | {ord("−"): "-", ord("﹣"): "-", ord("￥"): "¥"}
_SPACES = re.compile(r"\s+")
_PREFIX = re.compile("|".join(sorted((*BEFORE, *FALLS, *FALLEN, *ESTIMATE, *PLAIN_BEFORE), key=len, reverse=True)))
_UPWARDS = re.compile(f"{UPWARDS}(?=[百千万亿])")
_SUFFIXES = sorted((*AFTER, *PLAIN_AFTER), key=len, reverse=True)
_ZERO = ("动态清零", "清零", "不发生", "零发生")
_ALL = ("全覆盖", "全部")
_YUAN = "¥"


class _Wording:
    """What the words around the number have said so far."""

    def __init__(self) -> None:
        self.bound = Bound.EXACT
        self.estimated = False
        self.negative = False
        self.capped = False
        self.nearing = False

    @property
    def promised(self) -> Bound:
        """The bound of the signed number: 下降5%以上 is -5 % at most."""
        return _MIRRORED.get(self.bound, self.bound) if self.negative else self.bound

    def take_prefixes(self, text: str) -> str:
        while match := _PREFIX.match(text):
            prefix = match[0]
            self.take_bound(BEFORE.get(prefix))
            self.nearing = self.nearing or prefix in NEARING
            self.estimated = self.estimated or prefix in ESTIMATE
            self.negative = self.negative or prefix in FALLS or prefix in FALLEN
            text = text[len(prefix) :]
        if match := _UPWARDS.match(text):
            self.bound = Bound.MORE_THAN
            text = text[match.end() :]
        return text

    def take_bound(self, bound: Bound | None) -> None:
        """One more word: 不超过 and 左右 together are a limit with a width, whichever stands first."""
        if {bound, self.bound} == {Bound.ABOUT, Bound.AT_MOST}:
            bound, self.capped = Bound.ABOUT, True
        self.bound = bound or self.bound

    def take_inside(self, bound: Bound) -> None:
        self.bound = self.bound if bound is Bound.EXACT else bound

    def take_suffixes(self, text: str) -> str:
        """The text without the words at its beginning that may stand behind a unit."""
        while suffix := next((s for s in _SUFFIXES if text.startswith(s)), ""):
            self.take_bound(AFTER.get(suffix))
            text = text[len(suffix) :]
        return text


def parse_figure(text: str, units: Mapping[str, Unit], default_unit: str | None = None) -> Written:
    """Read a printed figure such as ``超过12.6万户``, ``2000余万元``, ``5%左右``, ``五分之一``, ``四个百亿台阶``.

    ``units`` maps every known spelling to its unit; ``default_unit`` is taken when none is printed.
    Raises ``OtherDigit``, ``NotANumber`` or ``UnknownUnit``.
    """
    if other_digit(text) and (other := other_digit(text, "".join(unit for unit in units if unit in text))):
        raise OtherDigit(other)
    plain = _SPACES.sub("", text.translate(_WIDE))
    wording = _Wording()
    rest = wording.take_prefixes(plain)
    if rest in _ZERO or rest in _ALL:
        value, unit = (0, default_unit or "") if rest in _ZERO else (100, PERCENT)
        return Written(text, "", Fraction(1), Fraction(value), Fraction(1), unit, Bound.EXACT, wording.estimated, True)
    if rest[:1] in ("+", "-"):
        wording.negative = wording.negative != rest.startswith("-")
        rest = rest[1:]
    elif spread := _spread(text, rest, wording, units, default_unit):
        return spread
    if part := part_at(rest, 0):
        return _part(text, part, rest[part.number.end :], wording)
    if rest.startswith(_YUAN):
        rest, default_unit = rest[1:], MONEY
    steps = steps_at(rest, 0)
    if steps is not None and steps.end == len(rest):
        return _steps(text, steps, wording)
    amount = amount_at(rest, 0, unit_finder(units))
    if amount is None:
        raise NotANumber(text)
    return _amount(text, amount, rest, wording, default_unit)


_TO = re.compile("——|[—–~至到-]")
"""What stands between the two ends of a range; full-width forms are half-width by then."""
_PERCENT_OF = "百分之"
_DIGITS = "".join(("0123456789.,，", *DIGITS))
_SCALES = "".join(SCALES)


def _spread(
    text: str, rest: str, wording: _Wording, units: Mapping[str, Unit], default_unit: str | None
) -> Written | None:
    """A range: 5%—5.5%, 10至12家, 2—3亿元, 百分之五到六; nothing where the text is none.

    A unit, and a scale word with it, that stands behind the second end alone is that of both, where the first end then
    is the smaller one: 5000—1万元 begins at 5000元.
    """
    for between in _TO.finditer(rest, 1):
        first, second = rest[: between.start()], rest[between.end() :]
        if first.startswith(_PERCENT_OF) and not second.startswith(_PERCENT_OF):
            second = _PERCENT_OF + second
        upper = _end(second, units, default_unit)
        if upper is None or wording.bound is not Bound.EXACT:
            continue
        behind = second.lstrip(_DIGITS)
        spellings = (first + behind, first + behind.lstrip(_SCALES), first)
        lowers = [end for spelling in spellings if (end := _end(spelling, units, default_unit))]
        alike = [end for end in lowers if end.unit == upper.unit]
        if rising := [end for end in alike if end.value < upper.value]:
            return _range_of(text, _signed(rising[0], wording), _signed(upper, wording))
        if alike:  # 5.5%—5%: from more to less
            raise NotANumber(text)
    return None


def _end(text: str, units: Mapping[str, Unit], default_unit: str | None) -> Written | None:
    """One end of a range: a plain number."""
    try:
        end = parse_figure(text, units, default_unit)
    except FigureError:
        return None
    return end if end.bound is Bound.EXACT and not end.estimated and not end.step else None


def _signed(end: Written, wording: _Wording) -> Written:
    sign = -1 if wording.negative else 1
    return end._replace(value=sign * end.value, scale=sign * end.scale, estimated=wording.estimated)


def _range_of(text: str, first: Written, second: Written) -> Written:
    return first._replace(
        text=text,
        place=min(first.place, second.place),
        bound=Bound.RANGE,
        whole=first.whole and second.whole,
        ends=(first, second),
    )


def _amount(text: str, amount: Amount, rest: str, wording: _Wording, default_unit: str | None) -> Written:
    """A number with its unit."""
    number = amount.number
    if len(number.digits) > TooLong.most:
        raise TooLong(f"{number.digits[:10]}…")
    if number.value is None:
        raise NotANumber(text)
    left = wording.take_suffixes(rest[amount.end :])
    if left:
        raise UnknownUnit(_unit_like(rest[number.end :]))
    wording.take_inside(number.bound)
    unit = amount.unit.symbol if amount.unit else default_unit or ""
    countable = amount.unit is not None and amount.unit.whole
    written = _written(text, number, unit, wording, number.counts and countable)._replace(countable=countable)
    return written if number.high is None else _between(text, written, number.high, wording)


def _between(text: str, low: Written, high: Fraction, wording: _Wording) -> Written:
    """两三个: a range said without a sign; of 超过两三百 the lower end is sure, of 近两三百 the upper one."""
    sign = -1 if wording.negative else 1
    match wording.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return low
        case Bound.LESS_THAN | Bound.AT_MOST:
            return low._replace(value=sign * high)
        case _:
            return _range_of(text, *(_end_of_two(low, sign * value) for value in (abs(low.value), high)))


def _end_of_two(figure: Written, value: Fraction) -> Written:
    return figure._replace(value=value, bound=Bound.EXACT, whole=figure.countable)


def _written(text: str, number: Number, unit: str, wording: _Wording, whole: bool) -> Written:
    assert number.value is not None
    sign = -1 if wording.negative else 1
    return Written(
        text, number.digits, sign * number.scale, sign * number.value, number.place, unit,
        wording.promised, wording.estimated, whole, capped=wording.capped, nearing=wording.nearing,
    )  # fmt: skip


def _part(text: str, part: Part, tail: str, wording: _Wording) -> Written:
    """A part of a whole: 五分之一, 百分之十五点六."""
    if part.number.value is None:
        raise NotANumber(text)
    wording.take_inside(part.number.bound)
    wording.bound = AFTER_PART.get(tail, wording.bound)
    if tail not in AFTER_PART and wording.take_suffixes(tail):
        raise UnknownUnit(tail)
    is_all = part.is_percent and part.number.counts and part.number.value == 100
    return _written(text, part.number, PERCENT if part.is_percent else "", wording, is_all)


def _steps(text: str, steps: Steps, wording: _Wording) -> Written:
    number, one = steps.number, Fraction(1)
    assert number.value is not None
    return Written(
        text, number.digits, one, number.value, one, STEP, wording.bound, wording.estimated, True, steps.size, True
    )


def _unit_like(tail: str) -> str:
    """What stands where the unit should be."""
    while suffix := next((s for s in _SUFFIXES if tail.endswith(s)), ""):
        tail = tail.removesuffix(suffix)
    return tail


def read_printed(text: str, units: Mapping[str, Unit]) -> Written | None:
    """A figure taken apart; nothing when it cannot be."""
    try:
        return parse_figure(text, units)
    except FigureError:
        return None
