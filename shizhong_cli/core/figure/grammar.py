"""How numbers are written: digits, Chinese numerals, scale words, and every mixture of them, with the unit behind.

A number is read whole or not at all: what begins like one is followed to its end (3万4000, 十五点八万, 三百余万,
123元1角1分), and where the whole has no single value (两三, 数十, 12.3.4) it has none, never that of a part. A file and
a running text are read by the same functions; only where a number begins is for the text to say.

The text is in half width and without blanks; a full-width comma may still stand between thousands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import MONEY, Unit
from shizhong_cli.core.figure.words import INSIDE

MOST_DIGITS = 40
"""More than any figure has."""

_D, _S, _T = "".join(numerals.DIGITS), "".join(numerals.SCALES), "".join(numerals.TENS)
ARABIC = "(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)"
_PIECE = f"[零〇]?{ARABIC}|[{_T}][{_D}]?|[{_D}]+"
_WHOLE = f"(?:{ARABIC}|[{_T}][{_D}]?|[{_D}]+|(?=[{_S}]))(?:[{_S}]+(?:{_PIECE})?)*"
_DECIMALS = rf"\.[0-9]+|点(?:[0-9]+|[{_D}]+)"
_NUMBER = (
    rf"(?P<core>(?P<whole>{_WHOLE})(?P<decimals>(?:{_DECIMALS})[{_S}]*)?)"
    rf"(?:(?P<inside>[余多来]|(?<=[十拾])几)(?P<more>[{_S}]*))?"
)
_SEVERAL = f"[几数][{_S}]+(?:[余多][{_S}]*)?"
_GOES_ON = rf"(?:\.[0-9]+|,?[0-9]{{3,}}|[0-9]+|点[0-9{_D}]+|[{_S}{_T}]|[{_D}]+(?=[{_S}]))+"
_PLAIN = rf"(?P<digits>{ARABIC}(?:\.[0-9]+)?)(?P<scale>[{_S}]*)"
_DECIMAL = rf"(?P<whole>{ARABIC}|[{_D}{_S}{_T}]+)[.点](?P<decimals>[0-9]+|[{_D}]+)(?P<scale>[{_S}]*)"
_LEFT_OVER = f"(?<=[百千万亿佰仟萬億])[{_D}]$"
_UNCOUNTED = frozenset("百千万亿佰仟萬億.点")
_ONE = f"[0-9{_D}]"
_JIAO_FEN = f"(?:(?P<jiao>{_ONE})角(?:(?P<fen>{_ONE})分)?|(?P<only>{_ONE})分)(?![0-9{_D}]|钟)"
_HALF_OF_ONE = "个半"
_HALF_BEHIND = r"半(?![^，。；：、！？）)”的以左多\W])"
_OF = f"(?P<of>[{_D}{_S}{_T}]{{1,6}})分之"
_STROKE = "(?P<part>[1-9][0-9]{0,2})/(?P<of>[1-9][0-9]{0,3})(?![0-9./%])"
_HALF = "一半"
_ROUGH = "[百千万亿]+[^百千万亿]"
_TWO = "[一二两三四五六七八九]{2}"
_STEPS = f"个(?P<size>[{_S}]{{1,3}})元?(?:新?台阶|大关)"

_SIMPLE = rf"[0-9]+(?:\.[0-9]+)?[{_S}]*"
_MAY_GO_ON = frozenset(f"0123456789.,，点余多来几×xX*·{numerals.CHARACTERS}")
"""What the number may go on with behind digits and scale words."""
_MULTIPLIED = frozenset("×xX*·⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = (
    r"(?P<digits>[0-9]{1,40}(?:\.[0-9]{1,40})?)[×xX*·]10"
    r"(?:\^(?P<typed>-?[0-9]{1,2})(?![0-9])|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,2}))"
)
_PRODUCT = r"10⁻?[⁰¹²³⁴-⁹]+|[0-9]+(?:\.[0-9]+[×xX*·][0-9]+(?:\.[0-9]+)?|[×xX*·][0-9]+\.[0-9]+)"


@lru_cache(64)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first used: sets of Chinese characters take their time."""
    return re.compile(pattern)


UnitAt = Callable[[str, int], tuple[str, Unit | None]]
"""The longest unit that begins at a place of a text: as printed, and what it is."""


class Number(NamedTuple):
    """A whole number as printed, with the words inside it."""

    end: int
    value: Fraction | None = None  # scale words multiplied out; none where the whole has no single value
    place: Fraction = Fraction(1)  # the size of one unit of the last printed place
    digits: str = ""  # the Arabic digits in it, with their point
    scale: Fraction = Fraction(1)  # what the digits are multiplied by, where they are all there is
    scale_word: str = ""  # the scale word at its end, where the rest could stand without it
    inside: str = ""  # 余, 多, 几 or 来
    counts: bool = False  # every place is spelled out: it counts exactly so many
    high: Fraction | None = None  # the other end of what is said to lie between two numbers: 两三个

    @property
    def bound(self) -> Bound:
        """What the word inside makes of it."""
        return INSIDE.get(self.inside, Bound.EXACT)


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
}
"""What a unit of one character is not followed by."""


def amount_at(text: str, start: int, unit_at: UnitAt) -> Amount | None:
    """The whole number that begins at a place, with its unit; nothing where none begins.

    A unit wins over a scale word (5千瓦), the longest over a shorter one.
    """
    if power := _power_at(text, start):
        word, unit = unit_at(text, power.end)
        return Amount(power, word, unit, power.end + len(word))
    end = _end_of(text, start)
    if end == start:
        return None
    word, unit = unit_at(text, end)
    best = Amount(number_of(text, start, end), word, unit, end + len(word))
    for cut in _ends(text, start, end):
        word, unit = unit_at(text, cut)
        number = number_of(text, start, cut) if word else None
        if number is not None and _rank(number, word) > _rank(best.number, best.word):
            best = Amount(number, word, unit, cut + len(word))
    return _with_small_money(text, _with_half(text, _without_stray(text, start, best), unit_at))


def _power_at(text: str, start: int) -> Number | None:
    """3.5×10⁸, 1.2×10^4; other products are none: 3.5×108 lost its exponent, the raised digit of 10⁸ may be a note."""
    simple = _compiled(_SIMPLE).match(text, start)
    if simple is None or text[simple.end() : simple.end() + 1] not in _MULTIPLIED:
        return None
    if match := _compiled(_POWER).match(text, start):
        digits = match["digits"]
        size = Fraction(10) ** int(match["typed"] or match["raised"].translate(RAISED))
        place = size / 10 ** len(digits.partition(".")[2])
        return Number(match.end(), Fraction(digits) * size, place, digits, size)
    product = _compiled(_PRODUCT).match(text, start)
    return Number(product.end()) if product else None


def _rank(number: Number, word: str) -> tuple[bool, int]:
    """How good a division into number and unit is."""
    return number.value is not None, len(word)


def _end_of(text: str, start: int) -> int:
    """Where what begins like a number ends."""
    simple = _compiled(_SIMPLE).match(text, start)
    if simple and text[simple.end() : simple.end() + 1] not in _MAY_GO_ON:
        return simple.end()
    several = text[start : start + 1] in "几数" and _compiled(_SEVERAL).match(text, start)
    match = several or _compiled(_NUMBER).match(text, start)
    if match is None:
        return start
    more = _compiled(_GOES_ON).match(text, match.end()) if match.end() > start else None
    return more.end() if more else match.end()


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where else the number may end for a unit to begin: before scale words at its end."""
    while end - 1 > start and text[end - 1] in numerals.SCALES:
        end -= 1
        yield end


def number_of(text: str, start: int, end: int) -> Number:
    """The number between two places; without value when they do not hold exactly one."""
    if end - start <= MOST_DIGITS and (plain := _compiled(_PLAIN).fullmatch(text, start, end)):
        return _plain(plain, end)
    if end - start <= _LONGEST_ROUGH and (
        rough := _between_two(text[start:end], end) or _several(text[start:end], end)
    ):
        return rough
    match = _compiled(_NUMBER).fullmatch(text, start, end)
    if match is None:
        return Number(end)
    if len(match["core"]) > MOST_DIGITS:
        return Number(end, digits="".join(c for c in match["core"] if is_digit(c) or c == "."))
    number = _core(match["core"], end)
    return _with_inside(number, match["inside"], match["more"]) if match["inside"] else number


def _with_inside(number: Number, inside: str, more: str) -> Number:
    """A number with 余 or the like in it, and the scale word behind that."""
    size = _size(more) if more else 1
    if number.value is None or size is None:
        return Number(number.end)
    return number._replace(
        value=number.value * size, place=number.place * size, scale=number.scale * size,
        scale_word=more or number.scale_word, inside=inside, counts=number.counts and not more,
    )  # fmt: skip


_LONGEST_ROUGH = 12


def _rough(text: str, end: int) -> Number | None:
    """A number that is said to be about so many."""
    return _between_two(text, end) or _several(text, end)


def _between_two(text: str, end: int) -> Number | None:
    """两三个, 三四十, 十七八, 五六百万, 三五: between two numbers that are said one behind the other."""
    match = _compiled(_TWO).search(text)
    if match is None or _compiled(_TWO).search(text, match.start() + 1):
        return None
    first, second = numerals.DIGITS[match[0][0]], numerals.DIGITS[match[0][1]]
    if second - first != 1 and match[0] != "三五":
        return None
    low, high = (whole_number(text[: match.start()] + digit + text[match.end() :]) for digit in match[0])
    if low is None or high is None or low >= high:
        return None
    return Number(end, Fraction(low), Fraction(high - low) / (second - first), high=Fraction(high))


def _several(text: str, end: int) -> Number | None:
    """数十, 几百万: more than one of the size; a reader takes it for two to nine of them."""
    size = _size(text[1:]) if text[:1] in ("几", "数") and len(text) > 1 else None
    if not size:
        return None
    return Number(end, Fraction(size), Fraction(9 * size), "", Fraction(1), "", text[0])


def _core(core: str, end: int) -> Number:
    """A number without a word inside it."""
    if match := _compiled(_PLAIN).fullmatch(core):
        return _plain(match, end)
    if match := _compiled(_DECIMAL).fullmatch(core):
        return _decimal(match, end)
    value = numerals.numeral_value(core.replace("，", ""))
    if value is None or core[0] == "0" or _compiled(_ROUGH).match(core):  # 0万12: nobody writes so
        return Number(end)
    place = Fraction(numerals.numeral_place(core))
    return Number(end, Fraction(value), place, _digits(core), place, "", "", _UNCOUNTED.isdisjoint(core))


def _plain(match: re.Match[str], end: int) -> Number:
    """1,451.6亿: Arabic digits, and perhaps a scale word."""
    digits = match["digits"].replace(",", "").replace("，", "")
    size = _size(match["scale"])
    if size is None:
        return Number(end)
    whole, _, decimals = digits.partition(".")
    parts = 10 ** len(decimals)
    value, place = Fraction(int(whole + decimals) * size, parts), Fraction(size, parts)
    counts = not match["scale"] and not decimals
    return Number(end, value, place, digits, Fraction(size), match["scale"], "", counts)


def _decimal(match: re.Match[str], end: int) -> Number:
    """十五点八万: digit for digit behind the point."""
    whole = whole_number(match["whole"])
    size = _size(match["scale"])
    if whole is None or size is None or any(c in "两" for c in match["decimals"]):
        return Number(end)
    decimals = "".join(str(numerals.DIGITS.get(c, c)) for c in match["decimals"])
    place = Fraction(size, 10 ** len(decimals))
    value = whole * size + int(decimals) * place
    return Number(end, value, place, _digits(match[0]), place, match["scale"])


def whole_number(text: str) -> int | None:
    """A whole number in Arabic digits or Chinese numerals."""
    plain = re.sub("[,，]", "", text)
    return int(plain) if all(map(is_digit, plain)) else numerals.numeral_value(plain)


def _digits(text: str) -> str:
    return "".join(filter(is_digit, text))


@lru_cache(256)
def _size(scale: str) -> int | None:
    """What a scale word multiplies by; nothing for what is none, such as 亿万 and 百十."""
    size = numerals.numeral_value(scale) if scale else 1
    return size if size is not None and str(size).strip("0") == "1" else None


def _without_stray(text: str, start: int, amount: Amount) -> Amount:
    """Without what belongs to the words behind: 来 before no unit, a last digit before a word (1500亿三大)."""
    number = amount.number
    if amount.word:
        return amount
    if number.inside == "来" and not number.scale_word:
        return Amount(number_of(text, start, number.end - 1), "", None, number.end - 1)
    stray = _compiled(_LEFT_OVER).search(text, start, number.end)
    if stray and "\u4e00" <= text[number.end : number.end + 1] <= "\u9fff" and text[number.end] not in "以左余多的":
        return Amount(number_of(text, start, stray.start()), "", None, stray.start())
    return amount


def _with_half(text: str, amount: Amount, unit_at: UnitAt) -> Amount:
    """两年半, 一个半百分点: half of one more."""
    number = amount.number
    if number.value is None or not number.counts or number.inside:
        return amount
    half = number._replace(value=number.value + Fraction(1, 2), place=Fraction(1, 2), counts=False)
    if of_one := _compiled(_HALF_OF_ONE).match(text, number.end):
        return _half_of_one(text, half._replace(end=of_one.end()), unit_at) or amount
    if amount.word and (behind := _compiled(_HALF_BEHIND).match(text, amount.end)):
        return Amount(half, amount.word, amount.unit, behind.end())
    return amount


def _half_of_one(text: str, number: Number, unit_at: UnitAt) -> Amount | None:
    """一个半百分点, 两个半月: the counting word before the half may belong to the unit."""
    word, unit = unit_at(text, number.end)
    counted, of_count = unit_at(f"个{text[number.end : number.end + 8]}", 0)
    if len(counted) > max(1, len(word)):
        return Amount(number, counted, of_count, number.end + len(counted) - 1)
    return Amount(number, word, unit, number.end + len(word)) if word else None


def _with_small_money(text: str, amount: Amount) -> Amount:
    """123元1角1分: tenths and hundredths of a yuan."""
    number = amount.number
    if number.value is None or number.place != 1 or number.inside:
        return amount
    match = _jiao_and_fen(text, amount)
    if match is None:
        return amount
    fen = match["fen"] or match["only"]
    small = 10 * (whole_number(match["jiao"] or "0") or 0) + (whole_number(fen or "0") or 0)
    place = Fraction(1, 100) if fen else Fraction(1, 10)
    value = number.value + Fraction(small, 100)
    digits = number.digits + _digits(match[0])
    shown = number._replace(value=value, place=place, scale=place, digits=digits, counts=False)
    return Amount(shown, amount.word, amount.unit, match.end())


def _jiao_and_fen(text: str, amount: Amount) -> re.Match[str] | None:
    """What stands behind yuan."""
    is_yuan = amount.unit is not None and amount.unit.symbol == MONEY
    follows = text[amount.end + 1 : amount.end + 2] in ("角", "分")
    return _compiled(_JIAO_FEN).match(text, amount.end) if is_yuan and follows else None


class Steps(NamedTuple):
    """A number of steps of one size: 四个百亿台阶, 两个千亿元大关."""

    number: Number
    size: Fraction
    end: int


def steps_at(text: str, start: int) -> Steps | None:
    """The number of steps that begins at a place; 迈上2万亿元台阶 is none, but an amount."""
    end = _end_of(text, start)
    match = _compiled(_STEPS).match(text, end) if end > start else None
    if match is None:
        return None
    number, size = number_of(text, start, end), numerals.numeral_value(match["size"])
    return None if number.value is None or size is None else Steps(number, Fraction(size), match.end())


class Part(NamedTuple):
    """A part of a whole: 五分之一, 1/3, 一半; one of a hundred is a number of per cent."""

    number: Number
    is_percent: bool


def part_at(text: str, start: int) -> Part | None:
    """The part of a whole that begins at a place."""
    if match := _compiled(_STROKE).match(text, start):
        value, of = Fraction(int(match["part"]), int(match["of"])), int(match["of"])
        return Part(Number(match.end(), value, Fraction(1, of), _digits(match[0]), Fraction(1, of)), False)
    if match := _compiled(_HALF).match(text, start):
        return Part(Number(match.end(), Fraction(1, 2), Fraction(1, 2)), False)
    match = _compiled(_OF).match(text, start)
    end = _end_of(text, match.end()) if match else 0
    if match is None or end == match.end():
        return None
    number, whole_of = number_of(text, match.end(), end), numerals.numeral_value(match["of"])
    if number.value is None or not whole_of:
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
