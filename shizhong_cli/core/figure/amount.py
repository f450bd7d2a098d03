"""Numbers with the unit behind them, parts of a whole and steps.

A unit wins over a scale word (5千瓦), the longest over a shorter one, and none is cut from a longer word (6方面).
"""

import re
from collections.abc import Callable, Mapping

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.characters import digits_in
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.number import (
    DIGITS,
    MOST_DIGITS,
    SCALES,
    TENS,
    Number,
    end_of,
    number_of,
    other_ends,
    power_at,
    whole_number,
)
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.units import MONEY, TENTH, Unit
from shizhong_cli.tuples import NamedTuple

_LEFT_OVER = f"(?<=[百千万亿佰仟萬億])[{DIGITS}]$"
_COUNTED_NEXT = f"(?<=[0-9][万亿])[{DIGITS}]$"
"""800亿两个台阶, 60万两道关口: a digit in words behind digits and a scale word counts what follows."""
_ONE = f"[0-9{DIGITS}]"
_JIAO_FEN = f"(?:(?P<jiao>{_ONE})角(?:(?P<fen>{_ONE})分)?|(?P<only>{_ONE})分)(?![0-9{DIGITS}]|钟)"
_JIAO_FIRST = f"(?P<jiao>{_ONE})角(?:(?P<fen>{_ONE})分)?(?=钱|[，。；、！？）)/]|$)"
_HALF_OF_ONE = "个半"
_HALF_BEHIND = r"半(?=缩短|压缩|[减降提增]|[到至])|半(?![^，。；：、！？）)”的以左多\W])"
_TENTHS = f"[一二三四五六七八九](?![{DIGITS}{SCALES}{TENS}个家项年月日人户名])"
"""九成五: nine and a half tenths."""
_OF_PARTS = "分之"
_OF = f"(?P<of>[{DIGITS}{SCALES}{TENS}]{{1,6}}){_OF_PARTS}"
_STROKE = "(?P<part>[1-9][0-9]{0,2})/(?P<of>[1-9][0-9]{0,3})(?![0-9./%百千万亿])"
_HALF = "一半"
_STEPS = f"个(?P<size>[{SCALES}]{{1,3}})[元级]?(?:新?台阶|大关)"

UnitAt = Callable[[str, int], tuple[str, Unit | None]]
"""The longest unit that begins at a place of a text: as printed, and what it is."""


class Amount(NamedTuple):
    """A number and its unit."""

    number: Number
    word: str  # the unit as printed; empty when none is
    unit: Unit | None
    end: int


def unit_finder(units: Mapping[str, Unit]) -> UnitAt:
    """Finds units of a mapping from every spelling to its unit."""

    def unit_at(text: str, start: int) -> tuple[str, Unit | None]:
        for end in range(len(text), start, -1):
            if (word := text[start:end]) in units and is_whole_word(word, text, end):
                return word, units[word]
        return "", None

    return unit_at


def is_whole_word(word: str, text: str, end: int) -> bool:
    """A unit is not cut from a longer word: the G of 5G, the P of 5PM, the 方 of 6方面 are none."""
    behind = text[end : end + 1]
    if word[-1].isascii() and word[-1].isalpha() and behind:
        return behind not in _RAISED_SIGNS if not behind.isascii() else not (behind.isalnum() or behind in "-+")
    return behind == "" or behind not in _GOES_ON_AS.get(word, "")


_RAISED_SIGNS = frozenset("²³⁴⁵⁻")
_GOES_ON_AS = {
    "方": "面针案法式向位联协共合责",
    "件": "套",
    "分": "之钟类别成布支数管校院公局会级层",
    "点": "位",
    "度": "假",
    "里": "程",
    "周": "边",
    "年": "级轻期代",
    "处": "级理于",
    "位": "于居数",
    "户": "均外口籍型",
    "升": "至到为级",
    "成": "为立",
    "市": "场民值政容",
    "人": "民才",
    "门": "类槛店诊",
    "道": "路德理",
    "台": "阶账",
    "面": "积貌",
    "组": "织建",
    "口": "岸",
    "车": "间位辆",
}
"""What a unit of one character is not followed by."""


def amount_at(text: str, start: int, unit_at: UnitAt) -> Amount | None:
    """The whole number that begins at a place, with its unit; nothing where none begins.

    A unit wins over a scale word (5千瓦), the longest over a shorter one.
    """
    if power := power_at(text, start):
        word, unit = unit_at(text, power.end)
        return Amount(power, word, unit, power.end + len(word))
    if text.startswith("半", start):
        return _half_alone(text, start, unit_at)
    if text[start + 1 : start + 2] == "角" and (small := compiled(_JIAO_FIRST).match(text, start)):
        return _small_money(small, unit_at)
    end = end_of(text, start)
    if end == start:
        return None
    word, unit = unit_at(text, end)
    best = Amount(number_of(text, start, end), word, unit, end + len(word))
    for cut in other_ends(text, start, end):
        word, unit = unit_at(text, cut)
        number = number_of(text, start, cut) if word else None
        if number is not None and _rank(number, word) > _rank(best.number, best.word):
            best = Amount(number, word, unit, cut + len(word))
    return _with_small_money(text, _with_half(text, _without_stray(text, start, best), unit_at))


def _rank(number: Number, word: str) -> tuple[bool, int]:
    """How good a division into number and unit is."""
    return number.value is not None, len(word)


def _without_stray(text: str, start: int, amount: Amount) -> Amount:
    """Without what belongs to the words behind: 来 before no unit, a last digit before a word (1500亿三大)."""
    number = amount.number
    if counted := compiled(_COUNTED_NEXT).search(text, start, number.end):
        return Amount(number_of(text, start, counted.start()), "", None, counted.start())
    if amount.word:
        return amount
    if number.inside == "来" and not number.scale_word:
        return Amount(number_of(text, start, number.end - 1), "", None, number.end - 1)
    stray = compiled(_LEFT_OVER).search(text, start, number.end)
    if stray and "\u4e00" <= text[number.end : number.end + 1] <= "\u9fff" and text[number.end] not in "以左余多的":
        return Amount(number_of(text, start, stray.start()), "", None, stray.start())
    return amount


def _half_alone(text: str, start: int, unit_at: UnitAt) -> Amount | None:
    """半个百分点, 半小时: half of one, where a unit follows."""
    word, unit = unit_at(text, start + 1)
    half = Number(start + 1, Fraction(1, 2), Fraction(1, 2))
    return Amount(half, word, unit, half.end + len(word)) if word else None


def _small_money(small: re.Match[str], unit_at: UnitAt) -> Amount:
    """5角6分, in yuan: so many tenths and hundredths of one."""
    _, yuan = unit_at("元", 0)
    value, place = _of_a_yuan(small["jiao"], small["fen"])
    number = Number(small.end(), value, place, digits_in(small[0]), place)
    return Amount(number, "", yuan, small.end())


def _of_a_yuan(jiao: str | None, fen: str | None) -> tuple[Fraction, Fraction]:
    """What so many tenths and hundredths of a yuan are, and the place of the last of them."""
    tenths, hundredths = (whole_number(said or "0") or 0 for said in (jiao, fen))
    return Fraction(10 * tenths + hundredths, 100), Fraction(1, 100 if fen else 10)


def _with_half(text: str, amount: Amount, unit_at: UnitAt) -> Amount:
    """两年半, 一个半百分点: half of one more."""
    number = amount.number
    if number.value is None or not number.counts or number.inside:
        return amount
    if amount.unit is not None and amount.unit.symbol == TENTH:
        return _with_tenths(text, amount, number.value)
    half = number._replace(value=number.value + Fraction(1, 2), place=Fraction(1, 2), counts=False)
    if text.startswith(_HALF_OF_ONE, number.end):
        return _half_of_one(text, half._replace(end=number.end + len(_HALF_OF_ONE)), unit_at) or amount
    follows = amount.word and text.startswith("半", amount.end)
    if follows and (behind := compiled(_HALF_BEHIND).match(text, amount.end)):
        return Amount(half, amount.word, amount.unit, behind.end())
    return amount


def _with_tenths(text: str, amount: Amount, value: Fraction) -> Amount:
    """九成五: tenths and half of one more."""
    tenths = compiled(_TENTHS).match(text, amount.end)
    if tenths is None:
        return amount
    whole = value + Fraction(numerals.DIGITS[tenths[0]], 10)
    number = amount.number._replace(value=whole, place=Fraction(1, 10), counts=False)
    return Amount(number, amount.word, amount.unit, tenths.end())


def _half_of_one(text: str, number: Number, unit_at: UnitAt) -> Amount | None:
    """一个半百分点, 两个半月: the counting word before the half may belong to the unit."""
    word, unit = unit_at(text, number.end)
    counted, of_count = unit_at(f"个{text[number.end : number.end + 8]}", 0)
    if len(counted) > max(1, len(word)):
        return Amount(number, counted, of_count, number.end + len(counted) - 1)
    return Amount(number, word, unit, number.end + len(word)) if word else None


def _with_small_money(text: str, amount: Amount) -> Amount:
    """123元1角1分: tenths and hundredths of a yuan."""
    number, small = amount.number, _small_money_behind(text, amount)
    if small is None or number.value is None or number.value.denominator != 1 or number.inside:
        return amount
    if number.digits and number.place != 1:  # 3万元5角
        return amount
    value, place = _of_a_yuan(small["jiao"], small["fen"] or small["only"])
    digits = number.digits + digits_in(small[0])
    shown = number._replace(value=number.value + value, place=place, scale=place, digits=digits, counts=False)
    return Amount(shown, amount.word, amount.unit, small.end())


def _small_money_behind(text: str, amount: Amount) -> re.Match[str] | None:
    """The 角 and 分 behind a number of yuan."""
    is_yuan = amount.unit is not None and amount.unit.symbol == MONEY
    follows = text[amount.end + 1 : amount.end + 2] in ("角", "分")
    return compiled(_JIAO_FEN).match(text, amount.end) if is_yuan and follows else None


class Steps(NamedTuple):
    """A number of steps of one size: 四个百亿台阶, 两个千亿元大关."""

    number: Number
    size: Fraction
    end: int


def steps_at(text: str, start: int) -> Steps | None:
    """The number of steps that begins at a place; 迈上2万亿元台阶 is none, but an amount."""
    end = end_of(text, start)
    match = compiled(_STEPS).match(text, end) if end > start and text.startswith("个", end) else None
    if match is None:
        return None
    number, size = number_of(text, start, end), numerals.numeral_value(match["size"])
    return None if number.value is None or size is None else Steps(number, Fraction(size), match.end())


class Part(NamedTuple):
    """A part of a whole: 五分之一, 1/3, 一半; one of a hundred is a number of per cent."""

    number: Number
    is_percent: bool


_BEFORE_PARTS = 8
"""Characters of the longest number before 分之, and these two."""


def part_at(text: str, start: int) -> Part | None:
    """The part of a whole that begins at a place."""
    beginning = text[start : start + _BEFORE_PARTS]
    if "/" in beginning and (match := compiled(_STROKE).match(text, start)):
        value, of = Fraction(int(match["part"]), int(match["of"])), int(match["of"])
        return Part(Number(match.end(), value, Fraction(1, of), digits_in(match[0]), Fraction(1, of)), False)
    if text.startswith(_HALF, start):
        return Part(Number(start + len(_HALF), Fraction(1, 2), Fraction(1, 2)), False)
    return _part_in_words(text, start) if _OF_PARTS in beginning else None


def _part_in_words(text: str, start: int) -> Part | None:
    """The same with a denominator in words: 五分之一, 百分之五."""
    match = compiled(_OF).match(text, start)
    end = end_of(text, match.end()) if match else 0
    if match is None or end == match.end():
        return None
    number, whole_of = number_of(text, match.end(), end), numerals.numeral_value(match["of"])
    if number.value is None or number.high is not None or not whole_of:  # 百分之八九十
        return Part(Number(end), False)
    if whole_of == 100:
        whole = match[0] + text[match.end() : end] in ("百分之百", "百分之一百")
        return Part(number._replace(counts=whole, place=Fraction(1) if whole else number.place), True)
    value, place, scale = (size / whole_of for size in (number.value, number.place, number.scale))
    return Part(number._replace(value=value, place=place, scale=scale, counts=False), False)


def is_unread(text: str) -> bool:
    """Whether a text is a number in words, whole, that has no single value: 两三个, 数十家, 1.5万3000人."""
    part = part_at(text, 0)
    amount = None if part else amount_at(text, 0, unit_finder({}))
    number = part.number if part else amount.number if amount else None
    in_words = any(c in numerals.CHARACTERS or c in "几数" for c in text)
    return number is not None and number.value is None and (in_words or len(text) > MOST_DIGITS)
