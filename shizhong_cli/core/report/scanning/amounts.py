"""Numbers that say how much, as tokens of a text: number and unit; ranges, ratios, and lists that share a unit.

What a number is and where it ends is said by ``core.figure.number``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from shizhong_cli.core.figure.amount import Amount, Part, Steps, amount_at, is_whole_word, part_at, steps_at
from shizhong_cli.core.figure.characters import digits_in, is_digit
from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.number import DIGITS, RAISED, Number
from shizhong_cli.core.figure.proportion import proportion_at
from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass
from shizhong_cli.core.figure.units import PERCENT, STEP, TIMES, Unit
from shizhong_cli.core.report.scanning.token import Token

_TO = re.compile(r"(?:—{1,2}|[–\-~～至到]|──)(?=-?[0-9])")
_AND = re.compile(r"[和与跟及](?=[0-9])")
_BETWEEN_ITEMS = re.compile(r"[、和与及或](?=[0-9])")
_RAISED_DIGITS = re.compile("(?<=10)⁻?[⁰¹²³⁴-⁹]+")
_NO_UNIT_WORD = frozenset(
    "以左上下的和与及或至到为是在等之内大行迈余多、个中时后前次又不也均都已则其由从按比较同并且而将被让把对向用了着过分倍多几来许升降增减涨跌扩缩提超回"
)
_SCALE = re.compile("[百千万亿]+")
_LARGE = frozenset("百千万亿")
_PEOPLE = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:人口|居民|群众|学生|儿童|老人|农民|职工|残疾人|人员|劳动力|毕业生|农民工|婴幼儿"
    r"|师生|患者|旅客|游客|观众|村民|市民|家长|教师|老年人|未成年人|妇女|网民|用工|产业工人|从业者|就业者)"
)


class UnitFinder:
    """Finds the longest unit that begins at a place of the text."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self.units = units
        self._longest = max(map(len, units), default=0)
        self._first = frozenset(word[0] for word in units if word)

    def at(self, plain: str, start: int) -> tuple[str, Unit | None]:
        """The unit as printed, and what it is; a quotient of two known units is known: 元/亩."""
        word = self._word(plain, start)
        if not word:
            return "", None
        behind = start + len(word)
        if plain[behind : behind + 1] != "/":
            return word, self.units[word]
        scale = _SCALE.match(plain, behind + 1)
        size = scale[0] if scale else ""
        below = self._word(plain, behind + 1 + len(size))
        if not below:  # a unit is not cut from a quotient that is not known
            return ("", None) if plain[behind + 1 : behind + 2].isalpha() else (word, self.units[word])
        over, under = self.units[word], self.units[below]
        symbol = f"{over.symbol}/{size}{under.symbol}"
        return f"{word}/{size}{below}", Unit(symbol, f"{over.name_en}/{size}{under.name_en}", symbol, False)

    def _word(self, plain: str, start: int) -> str:
        if plain[start : start + 1] not in self._first or start >= len(plain):
            return ""
        longest = plain[start : start + self._longest]
        for length in range(len(longest), 0, -1):
            if longest[:length] in self.units and is_whole_word(longest[:length], plain, start + length):
                return longest[:length]
        return ""


def token_at(plain: str, start: int, finder: UnitFinder) -> Token:
    """The number that begins with the Arabic digits at ``start``, with its scale word and unit."""
    if "/" in plain[start : start + 4] and (part := part_at(plain, start)):
        return part_token(plain, start, part, finder)
    amount = amount_at(plain, start, finder.at)
    assert amount is not None
    if amount.word[:1] == "个" and (steps := steps_at(plain, start)):
        return steps_token(plain, start, steps)
    token = amount_token(plain, start, amount, finder)
    is_code = plain[start] == "0" and is_digit(plain[start + 1 : start + 2]) and not token.unit and not token.scale
    return Token(start, token.end, NumberClass.OTHER, token.digits) if is_code else token  # 0531, but 060.3亿元


def amount_token(plain: str, start: int, amount: Amount, finder: UnitFinder) -> Token:
    """A number with its unit, or the word where a unit should be; one that cannot be read is no quantity."""
    number, end = amount.number, amount.end
    if number.value is None:
        unread = _MARKED.search(plain, start, end) is not None
        return Token(start, end, NumberClass.OTHER, digits_in(plain[start:end]), plain[start:end], unread=unread)
    printed = _RAISED_DIGITS.sub(lambda raised: f"^{raised[0].translate(RAISED)}", plain[start : number.end])
    token = Token(
        start, end, NumberClass.QUANTITY, number.digits, printed + plain[number.end : end], number.scale_word,
        number.inside, amount.word, unit=amount.unit,
    )  # fmt: skip
    if amount.word:
        return token
    is_large = number.scale_word or not _LARGE.isdisjoint(printed)
    if is_large and (word := "人" if _PEOPLE.match(plain, end) else _people_before(plain, start, end)):
        people = finder.units.get(word)
        return token._replace(unit_word=word, shared=word, unit=people) if people else token
    inside = number.inside and not number.scale_word
    return token if inside else token._replace(unknown=_unknown_at(plain, end, bool(number.scale_word)))


_MARKED = re.compile("[0-9][,，.][0-9]")
"""389.12,412.36 says how much, whatever that is."""


def part_token(plain: str, start: int, part: Part, finder: UnitFinder) -> Token:
    """A part of a whole: 五分之一, 1/3, 百分之五."""
    end = part.number.end
    if part.number.value is None:
        return Token(start, end, NumberClass.OTHER, digits_in(plain[start:end]), plain[start:end])
    unit = finder.units.get(PERCENT) if part.is_percent else None
    return Token(
        start, end, NumberClass.QUANTITY, part.number.digits, plain[start:end], inside=part.number.inside,
        unit_word=PERCENT if part.is_percent else "", unit=unit,
    )  # fmt: skip


def steps_token(plain: str, start: int, steps: Steps) -> Token:
    """A number of steps: 四个百亿台阶."""
    unit = Unit(STEP, STEP, STEP, True)
    return Token(start, steps.end, NumberClass.QUANTITY, steps.number.digits, plain[start : steps.end], unit=unit)


_PEOPLE_BEFORE = re.compile(
    r"(?:(?P<times>人次)|师生|人口|群众|[学考新]生|毕业生|游客|旅客|职工|员工|员额|老人|干部|军人|妇女|儿童|人数|民工|[队会党团人社成演球学教]员|者"
    r"|[居农村市网牧渔移侨股选]民)(?:[由从](?:(?:19|20)[0-9]{2}年[末底]?的?)?[0-9.]*[百千万亿]+)?(?:已|共有?|达到?|超过?|突破|近|约|有|为|逾|等|由|从|(?:19|20)[0-9]{2}年[末底]?的?|增加|增长|上升|扩大|减少|下降|[到至])*$"
)
_CLOSES = re.compile(
    r"以[上下内]|左右|(?:增[加长]?|上升|扩大|提高|减少?|下?降)[到至]|的?(?:任务|目标)|[，。；、\n\t|)]|$"
)


def _people_before(plain: str, start: int, end: int) -> str:
    """The unit of persons that are named before a number without one: 在校师生两百多万, 旅游人次由520万增加到610万."""
    found = _PEOPLE_BEFORE.search(plain[max(0, start - 24) : start]) if _CLOSES.match(plain, end) else None
    return "" if found is None else found["times"] or "人"


def _unknown_at(plain: str, start: int, is_measured: bool) -> str:
    """The word where a unit should be: two Chinese characters, or letters behind what can be no name (30万Nm³)."""
    if is_measured and (letters := _LETTERS.match(plain, start)):
        return letters[0]
    word = ""
    for character in plain[start : start + 2]:
        if not "\u4e00" <= character <= "\u9fff" or character in _NO_UNIT_WORD or character in DIGITS:
            break
        word += character
    return word


_LETTERS = re.compile("[A-Za-zµμ]{1,6}[²³]?(?:/[A-Za-z]{1,4}[²³]?)?")


def amounts_from(plain: str, start: int, finder: UnitFinder) -> list[Token]:
    """The number at ``start`` and those that are tied to it: 30—50万, 0.1:19.5:80.4, 3、5和7家."""
    tokens = [token_at(plain, start, finder)]
    if parts := _ratio(plain, tokens[0], finder):
        return parts
    if chain := _CHAIN.match(plain, start):  # 5—10—15亿元: no two of them are the ends of a range
        last = token_at(plain, chain.end(), finder)
        measured = last.unit is not None or bool(last.scale)
        return [Token(start, last.end, NumberClass.OTHER, digits_in(plain[start : last.end]), unread=measured)]
    while tokens[-1].is_quantity and len(tokens) < _LONGEST_LIST:
        tied = _next(plain, start, tokens[-1], finder)
        if tied is None:
            break
        tokens[-1:] = tied
    return _shared_units(tokens)


_LONGEST_LIST = 50
_CHAIN = re.compile(r"(?:[0-9]+(?:\.[0-9]+)?[百千万亿]*(?:—{1,2}|[–\-~～]|──)){2,}(?=[0-9])(?![0-9]{4,}-)")


def _next(plain: str, start: int, last: Token, finder: UnitFinder) -> tuple[Token, Token] | None:
    """The last number and the one that is tied to it: by 至 as the ends of a range, by 、 as one of a list."""
    is_bare = not last.unit and not last.inside
    to, between = _TO.match(plain, last.end), _AND.match(plain, last.end)
    link = to or between or (_BETWEEN_ITEMS.match(plain, last.end) if is_bare else None)
    following = _signed_at(plain, link.end(), finder) if link else None
    if following is None or not following.is_quantity:
        return None
    if to or (between and plain.startswith(("之间", "区间"), following.end)):
        return _ends_of_range(plain, start, last, following)
    return (last, following) if is_bare or not between else None


def _ends_of_range(plain: str, start: int, last: Token, following: Token) -> tuple[Token, Token] | None:
    """Two numbers as low and high: those of 从5%到6% are then and now, and of two units there is no range."""
    if _is_span(plain, start) or (last.unit and last.unit != following.unit):
        return None
    return last._replace(bound=Bound.AT_LEAST), following._replace(bound=Bound.AT_MOST)


def _signed_at(plain: str, start: int, finder: UnitFinder) -> Token:
    """The number at a place, with the minus before it where one stands there."""
    if plain[start] != "-":
        return token_at(plain, start, finder)
    token = token_at(plain, start + 1, finder)
    return token._replace(start=start, number=f"-{token.number}")


def _is_span(plain: str, start: int) -> bool:
    """Whether 从 or 由 stands before, so that the numbers are then and now, not low and high."""
    return any(word in plain[max(0, start - 6) : start] for word in ("从", "由"))


def _shared_units(tokens: list[Token]) -> list[Token]:
    """Give numbers without a unit that of the number behind them."""
    for position in range(len(tokens) - 2, -1, -1):
        token, following = tokens[position], tokens[position + 1]
        if token.is_quantity and not token.unit and following.unit and not token.is_part:
            scale = "" if token.scale else following.scale
            tokens[position] = token._replace(
                unit=following.unit, unit_word=following.unit_word, scale=token.scale or scale,
                shared=scale + following.unit_word, unknown="",
            )  # fmt: skip
    return tokens


def _ratio(plain: str, first: Token, finder: UnitFinder) -> list[Token]:
    """A proportion of two, which is one number; of three or more that make 100 together each is per cent.

    Of others nobody can say what a part is: 6:3:1 is reported whole.
    """
    if proportion := proportion_at(plain, first.start):
        return [_proportion(plain, first.start, proportion)]
    parts = _parts_of_ratio(plain, first, finder) if first.is_quantity else []
    if len(parts) < 2:
        return []
    if _is_of_a_hundred(parts):
        return [_in_percent(part._replace(unknown="")) if part.is_quantity else part for part in parts]
    end = parts[-1].end
    return [Token(first.start, end, NumberClass.OTHER, digits_in(plain[first.start : end]), unread=True)]


def _is_of_a_hundred(parts: Sequence[Token]) -> bool:
    """Whether three or more parts without units are those of a whole."""
    total = sum((exact_number(part.digits) for part in parts if part.is_quantity), Fraction(0))
    return len(parts) > 2 and abs(total - 100) <= 1 and not any(part.unit for part in parts[:-1])


def _proportion(plain: str, start: int, number: Number) -> Token:
    """城乡收入比2.05:1; the scale of a map and the result of a match are none."""
    digits, printed = digits_in(plain[start : number.end]), plain[start : number.end]
    if _OF_A_MAP.match(plain, number.end) or _OF_A_MAP_BEFORE.search(plain, max(0, start - 8), start):
        return Token(start, number.end, NumberClass.NAME, digits)
    times = Unit(TIMES, TIMES, "ratio", False)
    return Token(start, number.end, NumberClass.QUANTITY, digits, printed, unit=times, measure=Measure.LEVEL)


_OF_A_MAP = re.compile(
    "[万千]?(?:的?(?:比例尺|[\u4e00-\u9fff]{0,6}图)|[^，。；]{0,6}(?:获胜|战胜|取胜|击败|险胜|的?比分))"
)
_OF_A_MAP_BEFORE = re.compile("(?:比例尺|比分)(?:为|是)?$")


_MOST_PARTS = 20


def _parts_of_ratio(plain: str, first: Token, finder: UnitFinder) -> list[Token]:
    """The numbers with a colon between them."""
    parts = [first]
    while (more := _COLON.match(plain, parts[-1].end)) and parts[-1].is_quantity and len(parts) <= _MOST_PARTS:
        parts.append(token_at(plain, more.end(), finder))
    return parts


_COLON = re.compile(":(?=[0-9])")


def _in_percent(part: Token) -> Token:
    percent = Unit(PERCENT, PERCENT, "ratio", False)
    return part._replace(unit=percent, unit_word=PERCENT, shared=PERCENT, measure=Measure.SHARE)
