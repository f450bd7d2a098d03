"""Which Chinese numerals of a text are numbers: 一般, 统一, 百强榜 and 一带一轴 are words and left alone.

How a number is read is the matter of ``core.figure.grammar``; here is only said where one stands. The exceptions are
``WORD_UNITS``, ``NAME_UNITS``, ``WORDS_BEFORE_ONE`` and a numeral below a hundred whose clause goes on behind its unit
(五项整治).
"""

from __future__ import annotations

import re
from fractions import Fraction

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.amount import Amount, amount_at, part_at, steps_at
from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass
from shizhong_cli.core.figure.units import PERCENT, POINT, TENTH, TIMES
from shizhong_cli.core.figure.words import BEFORE, FALLS
from shizhong_cli.core.report.scanning.amounts import UnitFinder, amount_token, part_token, steps_token
from shizhong_cli.core.report.scanning.names import IS_AWARD
from shizhong_cli.core.report.scanning.token import Token

_BIG = "(?:[十百千]?(?:万亿|亿|万)|[百千])"
_TENTHS = re.compile(r"[一二两三四五六七八九](?=成(?:[以左多。，；、的]|$))成")
_MARK = re.compile(rf"(?P<number>{_BIG})(?P<unit>元|美元)?(?=大关|新?台阶|门槛|财政大区|俱乐部|行列)")
_DOUBLED = re.compile(r"翻了?(?:(?P<times>[一两二三四五])番|番)")
_CUT_PRICE = re.compile(
    r"(?P<tens>[一二三四五六七八九])点?(?P<ones>[一二三四五六七八九])?折(?=[，。；、以优起扣销）)”]|$)"
)
_TWO_PLACES = re.compile(r"两位数")
_YEARS_ON_END = re.compile(r"(?<=连续)(?P<number>[二两三四五六七八九十]{1,3})(?:年|届|次|个月|个季度)")
_RUN = re.compile(f"[{numerals.CHARACTERS}]+")
_OVER = re.compile(r"(?:突破|超过|超|近|逾|达到?|破|上|过|跨[过越上入]?|迈[上入过向]|站上|登上|[持定]在)$")
_NOT_OVER = re.compile(
    r"(?:[附最新临远靠将以网线地路街反赶海陆]|会|表|历史)[近上超]$|[通经不越度走胜错路高穿渡转历见做办去来看听受开到审]过$|到达$|发达$"
)
_ZERO = re.compile(
    r"(?:动态)?清零|不发生|零(?:发生|投诉|事故|伤亡|死亡|感染|违规|舞弊|案件|欠薪|上访|差错|失误|新增|延误|逾期|拖欠|差评)"
)
_NO_GROWTH = re.compile("零增长")
_HALF = re.compile("半数|半(?![生程球截边夜价径导决身途壁百挂])")
_HALF_BEFORE = ("过", "超", "超过", "逾", "近", "接近", "约", "占", "达", "足", "到", "不到")
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Parts of a whole in one character: like every digit that is none of 0 to 9 they are reported, and not read."""
_ALL = re.compile(r"全覆盖")
_HANDED_OVER = re.compile(r"全部(?=交付|完工|建成|达标|投用|开工|竣工|完成|投运)")
_SOME = re.compile("[一二三四五六七八九两]{2}|[几数]|[二三四五六七八九]几")
_IDIOMS = ("成千上万", "千千万万", "成百上千", "千家万户", "万万千千", "百万千万")
_CLAUSE_END = re.compile("[，。；、：！？）)”\t\n|\x1f]|以上|以下|以内|之内|左右|上下|及以|[余多](?=[，。；、）)]|$)|$")
_UNMISTAKABLE = frozenset("0123456789点拾佰仟")

WORD_UNITS = frozenset(
    (
        *"年里国乡镇门步层头级届期天日周月方省市区县道次轮字段部点度张名位款手口面页本节类种对元成路号场局环关科站起眼根组村店",
        *("季度", "环节", "周年", "城市", "户次", "家庭"),
    )
)
"""Units that make words with a small numeral (十五届, 三位, 二店): numbers only with 余, 多, 半 and the like."""

NAME_UNITS = frozenset("年里国乡镇门步层头")
"""Units that make pictures with a round numeral: 百年, 千村, 五百里."""

WORDS_BEFORE_ONE = frozenset("统同唯单专划归合如逐之万均纯")
"""统一, 同一, 唯一: words that end in 一."""


def numeral_amount(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """The quantity in words that begins at ``start``, if one does."""
    if plain[start] == "一" and plain[start - 1 : start] in WORDS_BEFORE_ONE and start:
        return None
    if token := _said_without_digits(plain, start, finder):
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


def _said_without_digits(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """翻一番, 两位数, 八成: words that stand for a number."""
    quantity = NumberClass.QUANTITY
    if match := _DOUBLED.match(plain, start):
        times = numerals.numeral_value(match["times"] or "一") or 1
        unit = finder.units.get(TIMES)
        return Token(
            start, match.end(), quantity, number=match[0], unit_word=TIMES, unit=unit,
            value=Fraction(2**times - 1), measure=Measure.GROWTH,
        )  # fmt: skip
    if match := _TWO_PLACES.match(plain, start):
        unit = finder.units.get(PERCENT)
        return Token(
            start, match.end(), quantity, number=match[0], unit_word=PERCENT, unit=unit,
            value=Fraction(10), bound=Bound.AT_LEAST,
        )  # fmt: skip
    if match := _CUT_PRICE.match(plain, start):
        value = 10 * numerals.DIGITS[match["tens"]] + numerals.DIGITS.get(match["ones"] or "", 0)
        return Token(
            start, match.end(), quantity, number=match[0], unit_word=PERCENT, unit=finder.units.get(PERCENT),
            value=Fraction(value), measure=Measure.SHARE,
        )  # fmt: skip
    if (match := _TENTHS.match(plain, start)) and plain[start - 1 : start] not in "生形完组变构合养达促":
        unit = finder.units.get(TENTH)
        return Token(start, match.end(), quantity, number=match[0], unit_word=TENTH, unit=unit)
    return None


def _is_part(plain: str, start: int, end: int) -> bool:
    """Whether 一半 is said of a number: not in 另一半 and 一半是."""
    if plain[start:end] != "一半":
        return True
    return bool(_CLAUSE_END.match(plain, end)) and plain[start - 1 : start] not in ("另", "这", "那", "前", "后", "每")


def _judged(plain: str, start: int, amount: Amount, finder: UnitFinder) -> Token | None:
    """The numeral as a number of the text, as one that cannot be read, or as a word."""
    end, word, printed = amount.number.end, amount.word, plain[start : amount.number.end]
    if any(idiom in plain[max(0, start - 3) : end + 2] for idiom in _IDIOMS):
        return None
    if amount.number.value is None:
        is_some = _SOME.search(printed) and (word or printed[-1] in "万亿") and not _is_name_like(word, printed)
        known = is_some or not _UNMISTAKABLE.isdisjoint(printed)
        return amount_token(plain, start, amount, finder) if known else None
    if (match := _YEARS_ON_END.match(plain, start)) and not IS_AWARD.match(plain, match.end()):
        return Token(start, match.end(), NumberClass.OTHER, number=match[0])
    return amount_token(plain, start, amount, finder) if _is_number(plain, start, amount) else None


def _is_number(plain: str, start: int, amount: Amount) -> bool:
    """Whether a numeral that has a value is a number and no word."""
    number, word, unit = amount.number, amount.word, amount.unit
    printed = plain[start : number.end]
    if unit and unit.symbol in (POINT, TIMES):
        return True
    if match := _YEARS_ON_END.match(plain, start):
        return bool(IS_AWARD.match(plain, match.end()))
    if not _UNMISTAKABLE.isdisjoint(printed) or plain.endswith("半", number.end, amount.end) or printed[-1] == "半":
        return bool(word or number.scale_word)  # 十五点八万, 两年半
    if number.inside:
        return bool(word or number.scale_word) and not (_is_name_like(word, printed) and not number.scale_word)
    if printed[0] in "百千万亿":
        return _is_over(plain, start, amount) and (word in "家户" or not _is_name_like(word, printed))
    ends = bool(_CLAUSE_END.match(plain, amount.end))
    if len(printed) > 1 and any(c in printed for c in "百千万亿"):
        picture = _is_name_like(word, printed) and not _is_bounded(plain, start, amount)
        return bool(word or ends) and not picture
    return _is_small_count(plain, start, amount) and ends


def _is_over(plain: str, start: int, amount: Amount) -> bool:
    """超百家, 上千万元: a scale word without a number needs a word of bound before it."""
    before = plain[max(0, start - 3) : start]
    over = _OVER.search(before) and not _NOT_OVER.search(before)
    return bool(over) and (bool(amount.word) or bool(_CLAUSE_END.match(plain, amount.end)))


def _is_small_count(plain: str, start: int, amount: Amount) -> bool:
    """三家, 十五个: below a hundred, with a unit that makes no word with it, or with a word of bound."""
    if not amount.word:
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


def outcome_at(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """清零, 不发生, 全覆盖: numbers said without one."""
    quantity = NumberClass.QUANTITY
    if match := _ZERO.match(plain, start):
        return Token(
            start,
            match.end(),
            quantity,
            number=match[0],
            value=Fraction(0),
            measure=Measure.FLOW if "发生" in match[0] else Measure.LEVEL,
        )
    percent = finder.units.get(PERCENT)
    if match := _NO_GROWTH.match(plain, start):
        return Token(
            start, match.end(), quantity, number=match[0], unit_word=PERCENT, unit=percent, value=Fraction(0),
            measure=Measure.GROWTH,
        )  # fmt: skip
    match = _ALL.match(plain, start) or _HANDED_OVER.match(plain, start)
    if match and (match[0] == "全覆盖" or not _has_number(plain, start)):
        return Token(
            start, match.end(), quantity, number=match[0], unit_word=PERCENT, unit=percent,
            value=Fraction(100), measure=Measure.SHARE,
        )  # fmt: skip
    return None


def half_at(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """过半, 超半数: a part of a whole without a numeral."""
    if plain[start] in VULGAR:
        return Token(start, start + 1, NumberClass.OTHER, number=plain[start])
    match = _HALF.match(plain, start)
    if match is None or (match[0] == "半" and finder.at(plain, match.end())[0]):
        return None
    if not plain.endswith(_HALF_BEFORE, 0, start) and not plain.startswith(("以上", "以下", "左右"), match.end()):
        return None
    return Token(start, match.end(), NumberClass.QUANTITY, number="一半")


def _has_number(plain: str, start: int) -> bool:
    """Whether a number stands before in the same clause."""
    clause = re.split("[，。；：\n]", plain[max(0, start - 40) : start])[-1]
    return any(map(is_digit, clause))
