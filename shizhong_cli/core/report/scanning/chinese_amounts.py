"""Which Chinese numerals of a text are numbers: 一般, 统一, 百强榜 and 一带一轴 are words and left alone.

How a number is read is the matter of ``core.figure.number``; here is only said where one stands. The exceptions are
``WORD_UNITS``, ``NAME_UNITS``, ``WORDS_BEFORE_ONE`` and a numeral below a hundred whose clause goes on behind its unit
(五项整治).
"""

from __future__ import annotations

import re

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.amount import Amount, amount_at, part_at, steps_at
from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.figure.units import POINT, TIMES
from shizhong_cli.core.figure.words import BEFORE, FALLS
from shizhong_cli.core.report.scanning.amounts import UnitFinder, amount_token, part_token, steps_token
from shizhong_cli.core.report.scanning.names import IS_AWARD
from shizhong_cli.core.report.scanning.spoken import said_without_digits
from shizhong_cli.core.report.scanning.token import Token

_BIG = "(?:[十百千]?(?:万亿|亿|万)|[百千])"
_MARK = re.compile(rf"(?P<number>{_BIG})(?P<unit>元|美元)?(?=大关|新?台阶|门槛|财政大区|俱乐部|行列)")
_YEARS_ON_END = re.compile(r"(?<=连续)(?P<number>[二两三四五六七八九十]{1,3})(?:年|届|次|个月|个季度)")
_RUN = re.compile(f"[{numerals.CHARACTERS}]+")
_OVER = re.compile(r"(?:突破|超过|超|近|逾|达到?|破|上|过|跨[过越上入]?|迈[上入过向]|站上|登上|[持定]在)$")
_NOT_OVER = re.compile(
    r"(?:[附最新临远靠将以网线地路街反赶海陆]|会|表|历史)[近上超]$|[通经不越度走胜错路高穿渡转历见做办去来看听受开到审]过$|到达$|发达$"
)
IDIOMS = ("成千上万", "千千万万", "成百上千", "千家万户", "万万千千", "百万千万", "亿万")
_CLAUSE_END = re.compile("[，。；、：！？）)”\t\n|\x1f]|以上|以下|以内|之内|左右|上下|及以|[余多](?=[，。；、）)]|$)|$")
_OF_A_GRADE = re.compile("(?:及|或)?以[上下](?!地震|大风|台风|余震)")
"""二级以上医院, 二类以上公厕, 二级及以上天数: of what grade they are."""
_UNMISTAKABLE = frozenset("0123456789点拾佰仟")
_BIG_ENDS = frozenset("十百千万亿")
_LARGE = frozenset("百千万亿")

WORD_UNITS = frozenset(
    (
        *"年里国乡镇门步层头级届期天日周月方省市区县道次轮字段部点度张名位款手口面页本节类种对元成路号场局环关科站起眼根组村店",
        *("季度", "环节", "周年", "城市", "户次", "家庭"),
    )
)
"""Units that make words with a small numeral (十五届, 三位, 二店): numbers only with 余, 多, 半 and the like."""

NAME_UNITS = frozenset("年里国乡镇门步层头")
"""Units that make pictures with a round numeral: 百年, 千村, 五百里."""

_FOLD = ("一", "二", "三", "四")
"""Numerals that make words with 元: 二元结构, 三元催化."""

WORDS_BEFORE_ONE = frozenset("统同唯单专划归合如逐之万均纯")
"""统一, 同一, 唯一: words that end in 一."""


def numeral_amount(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """The quantity in words that begins at ``start``, if one does."""
    if plain[start] == "一" and plain[start - 1 : start] in WORDS_BEFORE_ONE and start:
        return None
    if token := said_without_digits(plain, start, finder):
        return token
    if part := part_at(plain, start):
        if plain[start - 1 : start] in ("“", "‘") and plain[part.number.end : part.number.end + 1] in ("”", "’"):
            return Token(start, part.number.end, NumberClass.NAME, number=plain[start : part.number.end])
        return part_token(plain, start, part, finder) if _is_part(plain, start, part.number.end) else None
    if steps := steps_at(plain, start):
        return steps_token(plain, start, steps)
    if match := _MARK.match(plain, start):
        word = match["unit"] or ""
        return Token(
            start, match.end(), NumberClass.QUANTITY, number=match[0], unit_word=word, unit=finder.units.get(word),
            scale=match["number"],
        )  # fmt: skip
    amount = amount_at(plain, start, finder.at)
    return _judged(plain, start, amount, finder) if amount else None


_MOVES = re.compile("提[高升]|上升|增|扩大|[降减]|缩|压")


def _is_part(plain: str, start: int, end: int) -> bool:
    """Whether 一半 is said of a number: not in 另一半 and 一半是."""
    if plain[start:end] != "一半":
        return True
    if plain.endswith(("由", "从"), 0, start) and _MOVES.match(plain, end):
        return True
    return bool(_CLAUSE_END.match(plain, end)) and plain[start - 1 : start] not in _OTHER_HALF


_OTHER_HALF = ("另", "这", "那", "前", "后", "每")


def _judged(plain: str, start: int, amount: Amount, finder: UnitFinder) -> Token | None:
    """The numeral as a number of the text, as one that cannot be read, or as a word."""
    end, word, printed = amount.number.end, amount.word, plain[start : amount.number.end]
    if any(idiom in plain[max(0, start - 3) : end + 2] for idiom in IDIOMS):
        return None
    if amount.number.value is None:
        known = (word and printed[-1] in _BIG_ENDS) or not _UNMISTAKABLE.isdisjoint(printed)
        return amount_token(plain, start, amount, finder) if known else None
    if (match := _YEARS_ON_END.match(plain, start)) and not IS_AWARD.match(plain, match.end()):
        return Token(start, match.end(), NumberClass.OTHER, number=match[0])
    if printed[0] in "几数" or amount.number.high is not None:
        return amount_token(plain, start, amount, finder) if _is_rough(plain, start, amount) else None
    return amount_token(plain, start, amount, finder) if _is_number(plain, start, amount) else None


def _is_rough(plain: str, start: int, amount: Amount) -> bool:
    """Whether 两三, 数十 and the like say how many: not 数十年如一日, 一二期, 三四线."""
    word, printed = amount.word, plain[start : amount.number.end]
    if printed[0] in "几数" or len(printed) > 2 or printed[0] == "两":
        return bool(word or printed[-1] in _BIG_ENDS) and not _is_name_like(word, printed)
    return word == "年" or (bool(word) and word not in WORD_UNITS)


def _is_number(plain: str, start: int, amount: Amount) -> bool:
    """Whether a numeral that has a value is a number and no word."""
    if amount.unit and amount.unit.symbol in (POINT, TIMES):
        return True
    if match := _YEARS_ON_END.match(plain, start):
        return bool(IS_AWARD.match(plain, match.end()))
    printed = plain[start : amount.number.end]
    if _is_spelled_out(plain, printed, amount):
        return bool(amount.word or amount.number.scale_word)  # 十五点八万, 两年半
    if amount.number.inside:
        return _is_open(plain, printed, amount)
    if printed[0] in "百千万亿":
        named = _is_name_like(amount.word, printed) and amount.word not in "家户"
        return _is_over(plain, start, amount) and not named
    if len(printed) > 1 and not _LARGE.isdisjoint(printed):
        return _is_large(plain, start, amount)
    return _is_of_few(plain, start, amount)


def _is_of_few(plain: str, start: int, amount: Amount) -> bool:
    """收费五元的, 新建三所: money, or a count below a hundred that ends its clause."""
    if _is_money(plain, start, amount):
        return True
    return _is_small_count(plain, start, amount) and _CLAUSE_END.match(plain, amount.end) is not None


def _is_money(plain: str, start: int, amount: Amount) -> bool:
    """收费五元, 十五美元的: also where the clause goes on; no word such as 二元结构."""
    if amount.unit is None or not amount.unit.currency or plain[:start][-1:] in _NOT_BEFORE_COUNT:
        return False
    return amount.word != "元" or plain[start : amount.number.end] not in _FOLD


def _is_open(plain: str, printed: str, amount: Amount) -> bool:
    """三百余户, 三万多: with 余 or 多 in it."""
    word, scale = amount.word, amount.number.scale_word
    if word or scale:
        return bool(scale) or not _is_name_like(word, printed)
    return printed[-2] in _BIG_ENDS and _CLAUSE_END.match(plain, amount.end) is not None


def _is_large(plain: str, start: int, amount: Amount) -> bool:
    """三百二十户, 两千亿: with a unit, or at the end of a clause; no picture such as 五百里."""
    if not amount.word:
        return _CLAUSE_END.match(plain, amount.end) is not None
    return not _is_name_like(amount.word, plain[start : amount.number.end]) or _is_bounded(plain, start, amount)


def _is_spelled_out(plain: str, printed: str, amount: Amount) -> bool:
    """Whether a digit, a point or a half is in it, so that it can be nothing but a number."""
    has_half = plain.endswith("半", amount.number.end, amount.end) or printed[-1] == "半"
    return has_half or not _UNMISTAKABLE.isdisjoint(printed)


def _is_over(plain: str, start: int, amount: Amount) -> bool:
    """超百家, 上千万元: a scale word without a number needs a word of bound before it."""
    before = plain[max(0, start - 3) : start]
    over = _OVER.search(before) and not _NOT_OVER.search(before)
    return bool(over) and (bool(amount.word) or bool(_CLAUSE_END.match(plain, amount.end)))


def _is_small_count(plain: str, start: int, amount: Amount) -> bool:
    """三家, 十五个: below a hundred, with a unit that makes no word with it, or with a word of bound."""
    if not amount.word or (amount.word in ("级", "类") and _OF_A_GRADE.match(plain, amount.end)):
        return False
    if _is_bounded(plain, start, amount):
        return True
    word_before = start > 0 and plain[start - 1] in _NOT_BEFORE_COUNT
    return not (word_before or amount.word in WORD_UNITS or plain[start : amount.number.end] in "一二")


def _is_bounded(plain: str, start: int, amount: Amount) -> bool:
    """Whether a word of bound stands before or behind."""
    return bool(_WORDS_BEHIND.match(plain, amount.end)) or plain.endswith(_BOUNDS_BEFORE, 0, start)


_NOT_BEFORE_COUNT = frozenset("第这那每哪某同另前后头上下首本各“‘《十几数")
_WORDS_BEHIND = re.compile("及?以[上下]|以内|之内|左右|上下")
_BOUNDS_BEFORE = tuple(word for word in (*BEFORE, *FALLS) if len(word) > 1)


def _is_name_like(word: str, number: str) -> bool:
    """百年, 千村, 万家: pictures, not numbers."""
    named = len(number) <= 2 and word in NAME_UNITS
    return named or (word in ("家", "户") and number == "万")


def is_numeral_run_end(plain: str, start: int) -> int:
    """Where the run of numeral characters at ``start`` ends."""
    match = _RUN.match(plain, start)
    return match.end() if match else start + 1
