"""How numbers are written: digits, Chinese numerals, scale words, and every mixture of them.

A number is read whole or not at all: what begins like one is followed to its end (3万4000, 十五点八万, 三百余万), and
where the whole has no single value (两三, 数十, 12.3.4) it has none, never that of a part. A file and a running text
are read by the same functions; only where a number begins is for the text to say.

The text is in half width and without blanks; a full-width comma may still stand between thousands.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.characters import digits_in, is_digit
from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.words import INSIDE
from shizhong_cli.tuples import NamedTuple

MOST_DIGITS = 40
"""More than any figure has."""

DIGITS, TENS, SCALES = "".join(numerals.DIGITS), "".join(numerals.TENS), "".join(numerals.SCALES)
_D, _S, _T = DIGITS, SCALES, TENS
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
_UNCOUNTED = frozenset("百千万亿佰仟萬億.点")
_POINTS = frozenset(".点")
_ROUGH = "[百千万亿]+[^百千万亿]"
_TWO = "[一二两三四五六七八九]{2}"
_LONGEST_ROUGH = 12
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


def power_at(text: str, start: int) -> Number | None:
    """3.5×10⁸, 1.2×10^4; other products are none: 3.5×108 lost its exponent, the raised digit of 10⁸ may be a note."""
    simple = compiled(_SIMPLE).match(text, start)
    if simple is None or text[simple.end() : simple.end() + 1] not in _MULTIPLIED:
        return None
    if match := compiled(_POWER).match(text, start):
        digits = match["digits"]
        size = Fraction(10) ** int(match["typed"] or match["raised"].translate(RAISED))
        place = size / 10 ** len(digits.partition(".")[2])
        return Number(match.end(), exact_number(digits) * size, place, digits, size)
    product = compiled(_PRODUCT).match(text, start)
    return Number(product.end()) if product else None


def end_of(text: str, start: int) -> int:
    """Where what begins like a number ends."""
    simple = compiled(_SIMPLE).match(text, start)
    if simple and text[simple.end() : simple.end() + 1] not in _MAY_GO_ON:
        return simple.end()
    several = text[start : start + 1] in "几数" and compiled(_SEVERAL).match(text, start)
    match = several or compiled(_NUMBER).match(text, start)
    if match is None:
        return start
    if match.end() == start or text[match.end() : match.end() + 1] not in _MAY_GO_ON:
        return match.end()
    more = compiled(_GOES_ON).match(text, match.end())
    return more.end() if more else match.end()


def other_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where else the number may end for a unit to begin: before scale words at its end."""
    while end - 1 > start and text[end - 1] in numerals.SCALES:
        end -= 1
        yield end


def number_of(text: str, start: int, end: int) -> Number:
    """The number between two places; without value when they do not hold exactly one."""
    if end - start <= MOST_DIGITS and (plain := compiled(_PLAIN).fullmatch(text, start, end)):
        return _plain(plain, end)
    if end - start <= _LONGEST_ROUGH and (rough := _rough(text[start:end], end)):
        return rough
    match = compiled(_NUMBER).fullmatch(text, start, end)
    if match is None:
        return Number(end)
    core = match["core"]
    if len(core) > MOST_DIGITS:
        return Number(end, digits="".join(c for c in core if is_digit(c) or c == "."))
    inside = match["inside"]
    return _with_word_inside(core, inside, match["more"], end) if inside else _core(core, end)


def _with_word_inside(core: str, inside: str, more: str, end: int) -> Number:
    """三百余万, 1亿3千多万: a word, and scale words behind it that multiply what stands behind the last larger one."""
    size = _size(more) if more else 1
    larger = _behind_the_last_larger(core, size) if size and more else 0
    number = _core(core[larger:], end)
    head = _core(core[:larger], end) if larger else Number(end, Fraction(0))
    if number.value is None or head.value is None or size is None or (larger and number.value * size >= head.place):
        return Number(end)
    return number._replace(
        value=head.value + number.value * size, place=number.place * size, digits=head.digits + number.digits,
        scale=number.scale * size, scale_word=more or number.scale_word, inside=inside,
        counts=number.counts and not more,
    )  # fmt: skip


def _behind_the_last_larger(core: str, size: int) -> int:
    """Where in a number the last scale word ends that is larger than a size: behind 1亿 in 1亿3千 for 万."""
    ends = (found.end() for found in compiled(f"[{_S}]+").finditer(core) if (_size(found[0]) or 0) > size)
    return max(ends, default=0)


def _rough(text: str, end: int) -> Number | None:
    """A number that is said to be about so many."""
    return _between_two(text, end) or _several(text, end)


def _between_two(text: str, end: int) -> Number | None:
    """两三个, 三四十, 十七八, 五六百万, 三五: between two numbers that are said one behind the other."""
    match = compiled(_TWO).search(text)
    if match is None or compiled(_TWO).search(text, match.start() + 1):
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
    if match := compiled(_PLAIN).fullmatch(core):
        return _plain(match, end)
    if not _POINTS.isdisjoint(core) and (match := compiled(_DECIMAL).fullmatch(core)):
        return _decimal(match, end)
    value = numerals.numeral_value(core.replace("，", ""))
    if value is None or core[0] == "0" or compiled(_ROUGH).match(core):  # 0万12: nobody writes so
        return Number(end)
    place = Fraction(numerals.numeral_place(core))
    return Number(end, Fraction(value), place, digits_in(core), place, "", "", _UNCOUNTED.isdisjoint(core))


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
    return Number(end, value, place, digits_in(match[0]), place, match["scale"])


def whole_number(text: str) -> int | None:
    """A whole number in Arabic digits or Chinese numerals."""
    plain = re.sub("[,，]", "", text)
    return int(plain) if all(map(is_digit, plain)) else numerals.numeral_value(plain)


@lru_cache(256)
def _size(scale: str) -> int | None:
    """What a scale word multiplies by; nothing for what is none, such as 亿万 and 百十."""
    size = numerals.numeral_value(scale) if scale else 1
    return size if size is not None and str(size).strip("0") == "1" else None
