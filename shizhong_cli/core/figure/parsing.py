"""The characters of a printed figure taken apart: digits enter as text, once, here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from shizhong_cli.core.figure.amount import Amount, Part, Steps, amount_at, part_at, steps_at, unit_finder
from shizhong_cli.core.figure.characters import FULL_WIDTH, other_digit
from shizhong_cli.core.figure.number import DIGITS, SCALES, Number
from shizhong_cli.core.figure.terms import Bound
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
from shizhong_cli.core.figure.written import MIRRORED, Written


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


_WIDE = FULL_WIDTH | {ord("−"): "-", ord("￥"): "¥"}
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
        return MIRRORED.get(self.bound, self.bound) if self.negative else self.bound

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

    def take_sign(self, text: str) -> str:
        if text[:1] in ("+", "-"):
            self.negative = self.negative != text.startswith("-")
            return text[1:]
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
    wording = _Wording()
    rest = wording.take_prefixes(_SPACES.sub("", text.translate(_WIDE)))
    if rest in _ZERO or rest in _ALL:
        value, unit = (0, default_unit or "") if rest in _ZERO else (100, PERCENT)
        return Written(text, "", Fraction(1), Fraction(value), Fraction(1), unit, Bound.EXACT, wording.estimated, True)
    if rest[:1] not in ("+", "-") and (spread := _spread(text, rest, wording, units, default_unit)):
        return spread
    return _single(text, wording.take_sign(rest), wording, units, default_unit)


def _single(text: str, rest: str, wording: _Wording, units: Mapping[str, Unit], default_unit: str | None) -> Written:
    """One number: a part of a whole, steps, or an amount."""
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
_DIGITS = f"0123456789.,，{DIGITS}"


def _spread(
    text: str, rest: str, wording: _Wording, units: Mapping[str, Unit], default_unit: str | None
) -> Written | None:
    """A range: 5%—5.5%, 10至12家, 2—3亿元, 百分之五到六; nothing where the text is none."""
    if wording.bound is not Bound.EXACT:
        return None
    for first, second in _halves(rest):
        upper = _end(second, units, default_unit)
        if upper is None:
            continue
        alike = [end for end in _lower_ends(first, second, units, default_unit) if end.unit == upper.unit]
        if rising := [end for end in alike if end.value < upper.value]:
            return _range_of(text, _signed(rising[0], wording), _signed(upper, wording))
        if alike:  # 5.5%—5%: from more to less
            raise NotANumber(text)
    return None


def _halves(rest: str) -> Iterator[tuple[str, str]]:
    """A text divided at each word that may stand between two ends."""
    for between in _TO.finditer(rest, 1):
        first, second = rest[: between.start()], rest[between.end() :]
        shared = _PERCENT_OF if first.startswith(_PERCENT_OF) and not second.startswith(_PERCENT_OF) else ""
        yield first, shared + second


def _lower_ends(first: str, second: str, units: Mapping[str, Unit], default_unit: str | None) -> Iterator[Written]:
    """What the first end may be, likeliest first.

    A unit, and a scale word with it, that stands behind the second end alone is that of both, where the first end then
    is the smaller one: 5000—1万元 begins at 5000元.
    """
    behind = second.lstrip(_DIGITS)
    for spelling in (first + behind, first + behind.lstrip(SCALES), first):
        if end := _end(spelling, units, default_unit):
            yield end


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
    return _written(text, number, unit, wording, number.counts and countable)._replace(countable=countable)


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
