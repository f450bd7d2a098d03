"""A figure as it is printed, and the numbers it can stand for.

Digits enter as text, once, here. ``parse_figure`` takes the characters apart; ``Written.entailed`` gives what the
wording promises and ``Written.as_read`` what readers take it to mean. A nearest figure v with last printed place u
stands for [v - u/2, v + u/2): half goes up, away from zero (GB/T 8170 calls the other choice, half to even, its rule;
it is ``Rounding.HALF_EVEN`` here). A truncated one stands for [v, v + u).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from shizhong_cli.core import interval, numerals
from shizhong_cli.core.characters import FULL_WIDTH, other_digit
from shizhong_cli.core.interval import Interval
from shizhong_cli.core.units import PERCENT, STEP, Unit
from shizhong_cli.core.vocabulary import Bound, Rounding


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

    def entailed(self, rounding: Rounding = Rounding.NEAREST) -> Interval:
        """The values that the wording allows; 左右 has no width of its own and allows everything."""
        if self.scale < 0 and self.bound in _MIRRORED:
            return -self._magnitude().entailed(rounding)
        match self.bound:
            case Bound.EXACT:
                return interval.exact(self.value) if self.whole else rounded(self.value, self.place, rounding)
            case Bound.ABOUT:
                return interval.EVERYTHING
            case Bound.AT_LEAST | Bound.MORE_THAN:
                return interval.at_least(self.value)
            case Bound.AT_MOST:
                return interval.at_most(self.value)
            case Bound.LESS_THAN:
                return interval.less_than(self.value)

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

    def typos(self) -> Iterator[Written]:
        """Every figure that differs from this one in a single digit, without those that begin with a needless 0."""
        for position, new, difference in self.digit_changes():
            yield self._replace(
                text=self._text_with(position, new),
                digits=self.digits[:position] + new + self.digits[position + 1 :],
                value=self.value + difference,
            )

    def digit_changes(self) -> Iterator[tuple[int, str, Fraction]]:
        """The same as position in ``digits``, new digit, and what it adds to the value."""
        whole_digits = len(self.digits.partition(".")[0])
        weight = self.scale * 10 ** (whole_digits - 1)
        for position, old in enumerate(self.digits):
            if old == ".":
                continue
            for new in "0123456789":
                if new != old and not (new == "0" and position == 0 and whole_digits > 1):
                    yield position, new, weight * (ord(new) - ord(old))
            weight /= 10

    def _text_with(self, position: int, new: str) -> str:
        """The text as typed with another digit at a position of ``digits``."""
        plain = self.text.translate(_WIDE)
        places = [i for i, c in enumerate(plain) if c in "0123456789."]
        start = "".join(plain[i] for i in places).find(self.digits)
        at = places[start + position]
        return self.text[:at] + new + self.text[at + 1 :]


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


_WIDE = FULL_WIDTH | {ord("−"): "-"}
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_FRACTION = re.compile(r"(?P<of>[零〇一二两三四五六七八九十百千万]+)分之(?P<part>[零〇一二两三四五六七八九十百千万]+)")
_NUMERAL = re.compile(f"[{numerals.CHARACTERS}]+")
_SCALE = re.compile(r"[十百千]?(?:万亿|亿|万)|[十百千]")
_STEPS = re.compile(r"个?(?P<size>[十百千]?(?:万亿|亿|万)|[百千万])元?新?台阶")

_ZERO = ("动态清零", "清零", "不发生", "零发生")
_ALL = ("全覆盖", "全部")

BEFORE: dict[str, Bound] = (
    dict.fromkeys(("超过", "超", "突破", "逾", "高于", "大于", "多于", "超出"), Bound.MORE_THAN)
    | dict.fromkeys(("跨入", "跨过", "跨上", "迈上", "迈过", "迈入", "站上", "登上", "破"), Bound.MORE_THAN)
    | dict.fromkeys(("不低于", "不少于", "不小于", "至少", "最少"), Bound.AT_LEAST)
    | dict.fromkeys(("接近", "将近", "近", "不足", "不到", "低于", "少于", "小于", "正向", "迈向"), Bound.LESS_THAN)
    | dict.fromkeys(("不超过", "不高于", "不多于", "不大于", "不突破", "至多", "最多", "控制在"), Bound.AT_MOST)
    | dict.fromkeys(("大约", "约"), Bound.ABOUT)
    | {"≥": Bound.AT_LEAST, ">": Bound.MORE_THAN, "≤": Bound.AT_MOST, "<": Bound.LESS_THAN}
)
AFTER: dict[str, Bound] = (
    dict.fromkeys(("及以上", "以上"), Bound.AT_LEAST)
    | dict.fromkeys(("及以下", "以下", "以内", "之内"), Bound.AT_MOST)
    | dict.fromkeys(("左右", "上下"), Bound.ABOUT)
    | dict.fromkeys(("余", "多"), Bound.MORE_THAN)
)
DECREASE = (
    *("负增长", "下降", "减少", "压减", "压缩", "降低", "回落", "下调", "下滑"),
    *("缩减", "缩短", "调减", "削减", "降幅", "零下"),
)
ESTIMATE = ("预计",)
_PLAIN_BEFORE = (
    "保持",
    "确保",
    "跨越",
    "连跨",
    "达到",
    "达",
    "完成",
    "实现",
    "增长",
    "提高",
    "增加",
    "新增",
    "净增",
    "累计",
    "连续",
    "力争",
    "争取",
    "共",
    "为",
)
_PLAIN_AFTER = ("大关", "迈进", "行列")
_PREFIX = re.compile("|".join(sorted((*BEFORE, *DECREASE, *ESTIMATE, *_PLAIN_BEFORE), key=len, reverse=True)))
_SUFFIXES = sorted((*AFTER, *_PLAIN_AFTER), key=len, reverse=True)
_INSIDE = ("余", "多")


class _Wording:
    """What the words around the number have said so far."""

    def __init__(self) -> None:
        self.bound = Bound.EXACT
        self.estimated = False
        self.negative = False

    @property
    def promised(self) -> Bound:
        """The bound of the signed number: 下降5%以上 is -5 % at most."""
        return _MIRRORED.get(self.bound, self.bound) if self.negative else self.bound

    def take_prefixes(self, text: str) -> str:
        while match := _PREFIX.match(text):
            prefix = match[0]
            self.bound = BEFORE.get(prefix, self.bound)
            self.estimated = self.estimated or prefix in ESTIMATE
            self.negative = self.negative or prefix in DECREASE
            text = text[len(prefix) :]
        return text

    def take_suffix(self, suffix: str) -> None:
        self.bound = AFTER.get(suffix, self.bound)


def parse_figure(text: str, units: Mapping[str, Unit], default_unit: str | None = None) -> Written:
    """Read a printed figure such as ``超过12.6万户``, ``2000余万元``, ``5%左右``, ``五分之一``, ``四个百亿台阶``.

    ``units`` maps every known spelling to its unit; ``default_unit`` is taken when none is printed.
    Raises ``OtherDigit``, ``NotANumber`` or ``UnknownUnit``.
    """
    if not text.isascii() and (other := other_digit(text, "".join(u for u in units if u in text))):
        raise OtherDigit(other)
    plain = _SPACES.sub("", text.translate(_WIDE))
    wording = _Wording()
    rest = wording.take_prefixes(plain)
    if rest in _ZERO or rest in _ALL:
        value, unit = (0, default_unit or "") if rest in _ZERO else (100, PERCENT)
        return Written(text, "", Fraction(1), Fraction(value), Fraction(1), unit, Bound.EXACT, wording.estimated, True)
    if match := _FRACTION.match(rest):
        return _simple_fraction(text, match, rest[match.end() :], wording)
    if match := _NUMBER.match(rest):
        return _digits(text, match[0], rest[match.end() :], wording, units, default_unit)
    if match := _NUMERAL.match(rest):
        return _numeral(text, match[0], rest, wording, units, default_unit)
    raise NotANumber(text)


def _digits(
    text: str, number: str, tail: str, wording: _Wording, units: Mapping[str, Unit], default_unit: str | None
) -> Written:
    digits = number.lstrip("+-").replace(",", "")
    if len(digits) > TooLong.most:
        raise TooLong(f"{digits[:10]}…")
    if match := _STEPS.fullmatch(tail):
        return _steps(text, digits, Fraction(digits), match, wording)
    negative = wording.negative != number.startswith("-")
    scale, unit = _scale_and_unit(tail, wording, units, default_unit)
    factor = -scale if negative else scale
    decimals = len(digits.partition(".")[2])
    whole = decimals == 0 and scale == 1 and unit in units and units[unit].whole
    return Written(
        text, digits, factor, Fraction(digits) * factor, scale / 10**decimals, unit,
        wording.promised, wording.estimated, whole,
    )  # fmt: skip


def _simple_fraction(text: str, match: re.Match[str], tail: str, wording: _Wording) -> Written:
    of, part = numerals.numeral_value(match["of"]), numerals.numeral_value(match["part"])
    if not of or part is None:
        raise NotANumber(text)
    if _take_suffixes(tail, wording):
        raise UnknownUnit(tail)
    sign = -1 if wording.negative else 1
    value, place = Fraction(sign * part, of), Fraction(1, of)
    return Written(text, "", Fraction(sign), value, place, "", wording.promised, wording.estimated)


def _numeral(
    text: str, number: str, rest: str, wording: _Wording, units: Mapping[str, Unit], default_unit: str | None
) -> Written:
    value = numerals.numeral_value(number)
    if value is None:
        raise NotANumber(text)
    tail = rest[len(number) :]
    if match := _STEPS.fullmatch(tail):
        return _steps(text, "", Fraction(value), match, wording)
    scale, unit = _scale_and_unit(tail, wording, units, default_unit)
    place = numerals.numeral_place(number) * scale
    exactly = scale == 1 and not any(c in number for c in "百千万亿")  # 十 is no scale word: 二十家 is exactly 20
    whole = exactly and unit in units and units[unit].whole
    sign = -1 if wording.negative else 1
    return Written(
        text, "", sign * scale, sign * value * scale, place, unit, wording.promised, wording.estimated, whole
    )  # fmt: skip


def _steps(text: str, digits: str, number: Fraction, match: re.Match[str], wording: _Wording) -> Written:
    """A number of steps of one size: 四个百亿台阶."""
    size = Fraction(numerals.numeral_value(match["size"]) or 1)
    one = Fraction(1)
    return Written(text, digits, one, number, one, STEP, wording.bound, wording.estimated, True, size)


def _scale_and_unit(
    tail: str, wording: _Wording, units: Mapping[str, Unit], default_unit: str | None
) -> tuple[Fraction, str]:
    """Take what follows the digits apart: 余, scale word, 余, unit, 以上. A unit wins over a scale word (千瓦)."""
    tail = _take_inside(tail, wording)
    candidates = []
    scale_match = _SCALE.match(tail)
    spellings = [scale_match[0], *_shorter(scale_match[0])] if scale_match else []
    for scale in ["", *spellings]:
        remainder = _strip_inside(tail[len(scale) :])
        unit, suffixes = _split_suffixes(remainder, units)
        if unit in units or unit == "":
            candidates.append((len(unit), len(scale), scale, unit, suffixes))
    if not candidates:
        longest = scale_match[0] if scale_match else ""
        raise UnknownUnit(_split_suffixes(_strip_inside(tail[len(longest) :]), units)[0])
    _, _, scale, unit, suffixes = max(candidates)
    _take_inside(tail[len(scale) :], wording)
    for suffix in suffixes:
        wording.take_suffix(suffix)
    symbol = units[unit].symbol if unit else (default_unit or "")
    return Fraction(numerals.numeral_value(scale) or 1), symbol


def _shorter(scale: str) -> list[str]:
    """The beginnings of a scale word that are scale words themselves: 万 of 万亿, 百 of 百万."""
    return [scale[:n] for n in range(len(scale) - 1, 0, -1) if _SCALE.fullmatch(scale[:n])]


def _take_inside(tail: str, wording: _Wording) -> str:
    stripped = _strip_inside(tail)
    if stripped != tail:
        wording.bound = Bound.MORE_THAN
    return stripped


def _strip_inside(tail: str) -> str:
    return tail[1:] if tail[:1] in _INSIDE else tail


def _split_suffixes(tail: str, units: Mapping[str, Unit]) -> tuple[str, list[str]]:
    """Divide into unit and the words behind it."""
    suffixes: list[str] = []
    while tail not in units and (suffix := next((s for s in _SUFFIXES if tail.endswith(s)), None)):
        suffixes.append(suffix)
        tail = tail[: -len(suffix)]
    return tail, suffixes


def _take_suffixes(tail: str, wording: _Wording) -> str:
    rest, suffixes = _split_suffixes(tail, {})
    for suffix in suffixes:
        wording.take_suffix(suffix)
    return rest
