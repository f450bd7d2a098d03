"""From the characters of a printed figure to what they say. Digits enter as text, once, here."""

from __future__ import annotations

import re
from collections.abc import Mapping

from shizhong_cli.core.figure.amount import Amount, Part, Steps, amount_at, part_at, steps_at, unit_finder
from shizhong_cli.core.figure.as_many import as_many
from shizhong_cli.core.figure.characters import FULL_WIDTH, other_digit
from shizhong_cli.core.figure.doubling import Doubling, doubling_at
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.number import DIGITS, SCALES, Number
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.proportion import proportion_at
from shizhong_cli.core.figure.terms import Bound, Turn
from shizhong_cli.core.figure.units import MONEY, PERCENT, STEP, TIMES, Unit
from shizhong_cli.core.figure.wording import SUFFIXES, Wording
from shizhong_cli.core.figure.words import AFTER_PART, FLAT
from shizhong_cli.core.figure.written import Written


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


_WIDE = FULL_WIDTH | {ord("−"): "-", ord("﹣"): "-", ord("∶"): ":", ord("︰"): ":", ord("￥"): "¥"}
_SPACES = re.compile(r"\s+")
_ZERO = ("动态清零", "清零", "不发生", "零发生")
_ALL = ("全覆盖", "全部")
_TWO_PLACES = "两位数"
_SIGNS = {"正增长": Bound.MORE_THAN, "零增长": Bound.EXACT}
_YUAN = "¥"


def parse_figure(text: str, units: Mapping[str, Unit], default_unit: str | None = None) -> Written:
    """Read a printed figure such as ``超过12.6万户``, ``2000余万元``, ``5%左右``, ``五分之一``, ``四个百亿台阶``.

    ``units`` maps every known spelling to its unit; ``default_unit`` is taken when none is printed.
    Raises ``OtherDigit``, ``NotANumber`` or ``UnknownUnit``.
    """
    if other_digit(text) and (other := other_digit(text, "".join(unit for unit in units if unit in text))):
        raise OtherDigit(other)
    plain = _SPACES.sub("", text.translate(_WIDE))
    if times := as_many(plain):
        return parse_figure(times.figure, units, default_unit)._replace(text=text, multiple=True)
    wording = Wording()
    rest = wording.take_prefixes(plain)
    if said := _said(text, rest, wording, default_unit):
        return said
    if rest[:1] in ("+", "-"):
        wording.negative = wording.negative != rest.startswith("-")
        rest = rest[1:]
    elif spread := _spread(text, rest, wording, units, default_unit):
        return spread
    if part := part_at(rest, 0):
        return _part(text, part, rest[part.number.end :], wording)
    if proportion := proportion_at(rest, 0):
        if behind := wording.take_suffixes(rest[proportion.end :]):
            raise UnknownUnit(behind)
        return _written(text, proportion, TIMES, wording, False)
    if rest.startswith(_YUAN):
        rest, default_unit = rest[1:], MONEY
    return _counted(text, rest, wording, units, default_unit)


def _said(text: str, rest: str, wording: Wording, default_unit: str | None) -> Written | None:
    """Words that are a number by themselves: 清零, 全覆盖, 翻一番, 两位数增长; nothing where there are others."""
    if rest in _ZERO:
        return _word(text, wording, Fraction(0), default_unit or "")
    if rest in _ALL:
        return _word(text, wording, Fraction(100), PERCENT)
    if rest in FLAT:
        return _word(text, wording, Fraction(0), default_unit or "")._replace(turn=Turn.FLAT)
    if rest.removesuffix("增长") == _TWO_PLACES:
        wording.bound, sign = Bound.AT_LEAST, Fraction(-1 if wording.negative else 1)
        return _word(text, wording, 10 * sign, PERCENT)._replace(scale=sign, bound=wording.promised)
    return None if wording.negative else _risen(text, rest, wording)


def _risen(text: str, rest: str, wording: Wording) -> Written | None:
    """Growth in words: 翻一番 is once as much more, 正增长 more than none."""
    if rest in _SIGNS:
        return _word(text, wording, Fraction(0), PERCENT)._replace(bound=_SIGNS[rest])
    return _doubled(text, rest, doubling, wording) if (doubling := doubling_at(rest, 0)) else None


def _doubled(text: str, rest: str, doubling: Doubling, wording: Wording) -> Written:
    """Doublings: at least so many where no word says otherwise, for they are promised as what is to be reached."""
    if doubling.value is None or wording.take_suffixes(rest[doubling.end :]):
        raise NotANumber(text)
    if doubling.is_bounded or wording.bound is Bound.EXACT:
        wording.bound = doubling.bound
    return _word(text, wording, doubling.value, TIMES)._replace(bound=wording.bound)


def _word(text: str, wording: Wording, value: Fraction, unit: str) -> Written:
    return Written(text, "", Fraction(1), value, Fraction(1), unit, Bound.EXACT, wording.estimated, True)


def _counted(text: str, rest: str, wording: Wording, units: Mapping[str, Unit], default_unit: str | None) -> Written:
    """A number of steps, or a number with its unit."""
    steps = steps_at(rest, 0)
    if steps is not None and steps.end == len(rest):
        return _steps(text, steps, wording)
    amount = amount_at(rest, 0, unit_finder(units))
    if amount is None:
        raise NotANumber(text)
    return _amount(text, amount, rest, wording, default_unit)


_TO = "——|[—–~至到-]"
"""What stands between the two ends of a range; full-width forms are half-width by then."""
_INSIDE_OF = ("以内", "之内")
_BETWEEN = ("之间", "区间")
_PERCENT_OF = "百分之"
_DIGITS = f"0123456789.,，{DIGITS}"


def _spread(
    text: str, rest: str, wording: Wording, units: Mapping[str, Unit], default_unit: str | None
) -> Written | None:
    """A range: 5%—5.5%, 10至12家, 2—3亿元, 百分之五到六; nothing where the text is none.

    A unit, and a scale word with it, that stands behind the second end alone is that of both, where the first end then
    is the smaller one: 5000—1万元 begins at 5000元. 控制在2%—3% and 2%—3%以内 are ranges that are not to be exceeded.
    """
    capped = wording.bound is Bound.AT_MOST
    if wording.bound is not Bound.EXACT and not capped:
        return None
    for word in (*_INSIDE_OF, *_BETWEEN):
        if rest.endswith(word):
            rest, capped = rest.removesuffix(word).removeprefix("在"), capped or word in _INSIDE_OF
    for between in compiled(_TO).finditer(rest, 1):
        ends = _ends_of(rest[: between.start()], rest[between.end() :], units, default_unit)
        if ends is None:
            continue
        first, second = ends
        if first.value >= second.value:  # 5.5%—5%: from more to less
            raise NotANumber(text)
        return _range_of(text, _signed(first, wording), _signed(second, wording))._replace(capped=capped)
    return None


def _ends_of(
    first: str, second: str, units: Mapping[str, Unit], default_unit: str | None
) -> tuple[Written, Written] | None:
    """The two ends of a range in one unit, the first the smaller one where it can be read so."""
    if first.startswith(_PERCENT_OF) and not second.startswith(_PERCENT_OF):
        second = _PERCENT_OF + second
    upper = _end(second, units, default_unit)
    if upper is None:
        return None
    behind = second.lstrip(_DIGITS)
    spellings = (first + behind, first + behind.lstrip(SCALES), first)
    lowers = [end for spelling in spellings if (end := _end(spelling, units, default_unit))]
    alike = [end for end in lowers if end.unit == upper.unit]
    rising = [end for end in alike if end.value < upper.value]
    return next(((lower, upper) for lower in (*rising, *alike)), None)


def _end(text: str, units: Mapping[str, Unit], default_unit: str | None) -> Written | None:
    """One end of a range: a plain number."""
    try:
        end = parse_figure(text, units, default_unit)
    except FigureError:
        return None
    return end if end.bound is Bound.EXACT and not end.estimated and not end.step else None


def _signed(end: Written, wording: Wording) -> Written:
    sign = -1 if wording.negative else 1
    return end._replace(value=sign * end.value, scale=sign * end.scale, estimated=wording.estimated, turn=wording.turn)


def _range_of(text: str, first: Written, second: Written) -> Written:
    return first._replace(
        text=text,
        place=min(first.place, second.place),
        bound=Bound.RANGE,
        whole=first.whole and second.whole,
        ends=(first, second),
    )


def _amount(text: str, amount: Amount, rest: str, wording: Wording, default_unit: str | None) -> Written:
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


def _between(text: str, low: Written, high: Fraction, wording: Wording) -> Written:
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


def _written(text: str, number: Number, unit: str, wording: Wording, whole: bool) -> Written:
    assert number.value is not None
    sign = -1 if wording.negative else 1
    return Written(
        text, number.digits, sign * number.scale, sign * number.value, number.place, unit,
        wording.promised, wording.estimated, whole, capped=wording.capped, nearing=wording.nearing,
        lowered=wording.lowered, turn=wording.turn,
    )  # fmt: skip


def _part(text: str, part: Part, tail: str, wording: Wording) -> Written:
    """A part of a whole: 五分之一, 百分之十五点六."""
    if part.number.value is None:
        raise NotANumber(text)
    wording.take_inside(part.number.bound)
    wording.bound = AFTER_PART.get(tail, wording.bound)
    if tail not in AFTER_PART and wording.take_suffixes(tail):
        raise UnknownUnit(tail)
    is_all = part.is_percent and part.number.counts and part.number.value == 100
    return _written(text, part.number, PERCENT if part.is_percent else "", wording, is_all)


def _steps(text: str, steps: Steps, wording: Wording) -> Written:
    number, one = steps.number, Fraction(1)
    assert number.value is not None
    return Written(
        text, number.digits, one, number.value, one, STEP, wording.bound, wording.estimated, True, steps.size, True
    )


def _unit_like(tail: str) -> str:
    """What stands where the unit should be."""
    while suffix := next((s for s in SUFFIXES if tail.endswith(s)), ""):
        tail = tail.removesuffix(suffix)
    return tail


def read_printed(text: str, units: Mapping[str, Unit]) -> Written | None:
    """A figure taken apart; nothing when it cannot be."""
    try:
        return parse_figure(text, units)
    except FigureError:
        return None
