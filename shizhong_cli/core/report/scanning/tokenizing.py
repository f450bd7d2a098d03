"""The numbers of the clean text, in order: every run of digits is in exactly one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.characters import digits_in, is_digit
from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.figure.units import MONEY, Unit
from shizhong_cli.core.report.scanning.amounts import UnitFinder, amounts_from, token_at
from shizhong_cli.core.report.scanning.cells import in_unit
from shizhong_cli.core.report.scanning.chinese_amounts import is_numeral_run_end, numeral_amount
from shizhong_cli.core.report.scanning.dates import date_end, is_bare_year, numeral_date_end
from shizhong_cli.core.report.scanning.flow import DOUBT, GAP
from shizhong_cli.core.report.scanning.names import name_span
from shizhong_cli.core.report.scanning.numeral_ranges import range_in_words
from shizhong_cli.core.report.scanning.ordinals import ordinal_span, part_of_year_end
from shizhong_cli.core.report.scanning.spoken import VULGAR, doubled_at, half_at, outcome_at
from shizhong_cli.core.report.scanning.token import Token

_CANDIDATE = re.compile(
    f"[0-9{numerals.CHARACTERS}]|[第前](?=[0-9{numerals.CHARACTERS}])|[几数](?=[{''.join(numerals.SCALES)}])|半|(?<![0-9])[{VULGAR}]|清零|动态清零|全覆盖|全部|不发生|零发生|翻"
)
_COUNTS = frozenset("人户总参次件指函系基多少岁天台套个分倍份例点")
_CURRENCIES = {
    "¥": MONEY,
    "￥": MONEY,
    "HK$": "港元",
    "US$": "美元",
    "$": "美元",
    "€": "欧元",
    "£": "英镑",
    "￡": "英镑",
}
"""Signs before an amount."""
_BEFORE_SIGN = frozenset(f"为到达长是率幅额度差:，。；(|\t\n{GAP}")
_LISTED_AFTER, _LISTING = frozenset("。；：:\n\t"), frozenset((".", "、", ")"))
_NOTE_BEFORE = frozenset("”》）)")
_NOTE_AFTER = frozenset("，。；、：")


def tokens_of(plain: str, units: Mapping[str, Unit]) -> list[Token]:
    """Take the clean text apart."""
    finder = UnitFinder(units)
    tokens: list[Token] = []
    position = 0
    while match := _CANDIDATE.search(plain, position):
        start = match.start()
        floor = tokens[-1].end if tokens else 0
        found = _digits(plain, start, floor, finder) if is_digit(plain[start]) else _words(plain, start, finder)
        tokens += found
        position = found[-1].end if found else _behind(plain, start)
        if found and (divided := _DIVIDED.match(plain, position)):
            first = _first_of(plain, tokens)
            tokens[-first:] = _undivided(plain, tokens[-first], divided.end(), finder)
            position = tokens[-1].end
    return tokens


_DIVIDED = re.compile(rf"[.,，]?{DOUBT}[,，]?(?=[0-9])")


def _first_of(plain: str, tokens: Sequence[Token]) -> int:
    """How many of the last tokens may be one number: 1,23 at the end of a page is two of 1,234.5."""
    before = tokens[-2] if len(tokens) > 1 else None
    is_bare = before and not before.unit and is_digit(plain[before.end - 1])
    return 2 if before and is_bare and plain[before.end : tokens[-1].start] in (",", "，") else 1


def _undivided(plain: str, token: Token, begin: int, finder: UnitFinder) -> list[Token]:
    """Two runs of digits of which nobody can say whether they are one number: neither is read."""
    first, *rest = _digits(plain, begin, token.end, finder)
    whole = plain[token.start : first.end]
    return [Token(token.start, first.end, NumberClass.OTHER, digits_in(whole), unread=first.is_quantity), *rest]


def _behind(plain: str, start: int) -> int:
    """Where to go on when nothing begins here."""
    if plain[start] in "几数":
        return is_numeral_run_end(plain, start + 1)
    return is_numeral_run_end(plain, start) if plain[start] in numerals.CHARACTERS else start + 1


def _words(plain: str, start: int, finder: UnitFinder) -> list[Token]:
    """A number that begins with a word: an ordinal, a date, Chinese numerals, or what stands for a number."""
    first = plain[start]
    is_numeral = first in numerals.CHARACTERS and not numeral_date_end(plain, start)
    if is_numeral and (ends := range_in_words(plain, start, finder)):
        return list(ends)
    if first in "第前":
        token = _ordinal(plain, start)
    elif first in numerals.CHARACTERS or first in "几数":
        token = _numeral(plain, start, finder)
    elif first == "翻":
        token = doubled_at(plain, start, finder)
    elif first == "半" or first in VULGAR:
        token = half_at(plain, start, finder)
    else:
        token = outcome_at(plain, start, finder)
    return [token] if token else []


def _ordinal(plain: str, start: int) -> Token | None:
    """第六批, 前3名; 第一季度 is a date."""
    if end := part_of_year_end(plain, start):
        return Token(start, end, NumberClass.DATE, digits_in(plain[start:end]))
    if not (found := ordinal_span(plain, start)):
        return None
    end, digits, numeral, scale = found
    return Token(start, end, NumberClass.ORDINAL, digits, digits or numeral, value=_value(digits, numeral, scale))


def _numeral(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """What begins with a Chinese numeral, 几 or 数."""
    is_counted = plain[start] == "数" and start > 0 and plain[start - 1] in _COUNTS  # 户数百
    if is_counted and not plain.endswith(("减少", "至多", "最多", "至少", "最少"), 0, start):
        return None
    if end := numeral_date_end(plain, start):
        return Token(start, end, NumberClass.DATE)
    amount = numeral_amount(plain, start, finder)
    if amount and start and plain[start - 1] == "负" and _is_negative(plain, start - 1, amount):
        return _negative(amount)
    return amount or outcome_at(plain, start, finder)


def _value(digits: str, numeral: str, scale: str) -> Fraction | None:
    if digits:
        size = numerals.numeral_value(scale) if scale else 1
        return None if len(digits) > 40 or size is None else exact_number(digits) * size
    value = numerals.numeral_value(numeral)
    return None if value is None else Fraction(value)


def _digits(plain: str, start: int, floor: int, finder: UnitFinder) -> list[Token]:
    """What begins with Arabic digits."""
    if end := date_end(plain, start):
        return [Token(start, end, NumberClass.DATE, digits_in(plain[start:end]))]
    name = name_span(plain, start, floor, lambda place: _is_quantity(plain, place, finder))
    if name:
        left, end, class_ = name
        return [Token(left, end, class_, digits_in(plain[left:end]))]
    tokens = amounts_from(plain, start, finder)
    if start > floor and _is_negative(plain, start - 1, tokens[0]):
        tokens[0] = _negative(tokens[0])
    if printed := _unit_of_all(plain, tokens, floor):
        tokens = [in_unit(token, printed, finder) for token in tokens]
    if len(tokens) == 1 and tokens[0].is_quantity and (other := _no_quantity(plain, tokens[0])):
        return [other]
    return tokens


def _unit_of_all(plain: str, tokens: list[Token], floor: int) -> str:
    """The unit before numbers that have none; a year beside other cells has none, 支出(万元)  2024  2025."""
    first = tokens[0]
    beside = plain[first.end : first.end + 1] == GAP
    if tokens[-1].unit or (beside and is_bare_year(first.digits, plain, first.end, "")):
        return ""
    return _unit_before(plain, first.start, floor)


def _no_quantity(plain: str, token: Token) -> Token | None:
    """A lone number that is a year or a mark."""
    end = token.start + len(token.digits)
    if token.measure:
        return None  # a proportion
    if not token.scale and not token.inside and is_bare_year(token.digits, plain, end, token.unit_word):
        return Token(token.start, end, NumberClass.DATE, token.digits)
    if _is_note(plain, token):
        return Token(token.start, token.end, NumberClass.OTHER, token.digits)
    return None


_HEAD = re.compile(rf"\((?P<unit>[^()0-9]{{1,8}})\)(?:[:{GAP}]|为|是|达到?|完成|实现)?\Z")


def _unit_before(plain: str, start: int, floor: int) -> str:
    """The unit that stands before a number, with its scale word: ¥350, 发行总额(亿元)10.00."""
    near = plain[max(floor, start - 16) : start]
    for sign, name in _CURRENCIES.items():
        if near.endswith(sign):
            foreign = sign == "$" and near[-2:-1].isascii() and near[-2:-1].isalpha()
            return "" if foreign else name
    match = _HEAD.search(near)
    return match["unit"] if match else ""


_IN_WORDS = re.compile(r"\([^()0-9]{1,8}\)$")
"""增加(减少)-5.6亿元, 增长(%)-1.2."""


_DASHES = frozenset("–—‒")
_BEFORE_DASH = re.compile("(?:同比|环比|增长|增速|增幅|[为率长润额差、:])$")
_BEFORE_NEGATIVE = re.compile(r"(?:同比|环比|增长|增速|增幅|为|达到?|至|到|[、,，:。；\n]|^)负$")


def _negative(token: Token) -> Token:
    """A number with the sign before it."""
    return token._replace(start=token.start - 1, number=f"-{token.number}")


def _is_negative(plain: str, at: int, token: Token) -> bool:
    """Whether what stands before a number is its sign: -2.1%, 同比–6.7%, 增长负6.7%."""
    if plain[at] == "-":
        return _is_minus(plain, at, token)
    near = plain[max(0, at - 4) : at]
    if plain[at] == "负":
        return token.unit is not None and _BEFORE_NEGATIVE.search(f"{near}负") is not None
    is_measured = token.unit is not None and (not token.unit.whole or "." in token.digits)
    goes_on = plain[token.end : token.end + 1] in _DASHES
    return plain[at] in _DASHES and is_measured and not goes_on and _BEFORE_DASH.search(near) is not None


def _is_minus(plain: str, at: int, token: Token) -> bool:
    """Whether the stroke before a number is its sign: 同比-2.1%, but neither 转-3-移 nor 新区-3号."""
    if at == 0 or plain[at - 1] in _BEFORE_SIGN or _IN_WORDS.search(plain, max(0, at - 10), at):
        return True
    measured = token.unit is not None and (not token.unit.whole or "." in token.digits)
    return measured and not plain[at - 1].isascii() and plain[token.end : token.end + 1] != "-"


def _is_quantity(plain: str, start: int, finder: UnitFinder) -> bool:
    token = token_at(plain, start, finder)
    return token.is_quantity and (token.unit is not None or bool(token.scale))


def _is_note(plain: str, token: Token) -> bool:
    """A small number that only points: a list marker, one alone in brackets, one behind a closing quotation mark."""
    if token.unit or token.scale or token.unknown or len(token.digits) > 3 or "." in token.digits:
        return False
    before, after = plain[token.start - 1 : token.start], plain[token.end : token.end + 1]
    is_marker = after in _LISTING and (not before or before in _LISTED_AFTER)
    is_footnote = before != "" and before in _NOTE_BEFORE and (after in _NOTE_AFTER or after == "")
    return is_marker or is_footnote or (before, after) == ("(", ")")
