"""Numbers that are said without one: 翻一番, 两位数, 八成, 八折, 过半, 清零, 零投诉, 全覆盖."""

from __future__ import annotations

import re

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.amount import amount_at
from shizhong_cli.core.figure.characters import digits_in, is_digit
from shizhong_cli.core.figure.doubling import doubling_at
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass
from shizhong_cli.core.figure.units import PERCENT, TENTH, TIMES
from shizhong_cli.core.report.scanning.amounts import UnitFinder, amount_token
from shizhong_cli.core.report.scanning.token import Token

_TENTHS = re.compile(
    r"[一二两三四五六七八九]成(?:[一二三四五六七八九](?=[以左多。，；、的]|$)|(?=[以左多。，；、的]|$))"
)
_TENTHS_OF = re.compile(r"[一二两三四五六七八九]成[一二三四五六七八九]?(?![为立效长都员])")
_NOT_TENTHS = "生形完组变构合养促"
_NEARLY = ("近", "超", "逾", "约", "超过", "接近", "达", "有", "占", "由", "从", "到", "至", "为", "于", "足")
_CUT_PRICE = re.compile(
    r"(?P<tens>[一二三四五六七八九])点?(?P<ones>[一二三四五六七八九])?折(?=[，。；、以优起扣销出)”]|$)"
)
_TWO_PLACES = re.compile(r"两位数")
_ZERO = re.compile(
    r"(?<!坚持)(?<!坚持“)(?:动态)?清零(?!总?方针)|(?<!守住)(?<!守牢)不发生(?![^，。；]{0,14}底线)|零(?:发生|投诉|事故|伤亡|死亡|感染|违规|舞弊|案件|欠薪|上访|差错|失误|新增|延误|逾期|拖欠|差评)"
)
_NO_GROWTH = re.compile("(?<!社)(?<!社消)零增长(?![0-9])")
_HALF = re.compile("半数|半(?![生程球截边夜价径导决身途壁百挂])")
_HALF_BEFORE = ("过", "超", "超过", "逾", "近", "接近", "约", "占", "达", "足", "到", "不到")
_HALVED = frozenset(("企业", "城市", "家庭", "居民", "群众", "职工", "学生", "人口", "农民", "党员", "干部", "市民"))
"""Units that a half may stand before as before any noun: 近半企业 is no half of a unit."""
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Parts of a whole in one character: like every digit that is none of 0 to 9 they are reported, and not read."""
_ALL = re.compile(r"全覆盖")
_HANDED_OVER = re.compile(
    r"全部(?=(?:交付|完工|建成|达标|投用|开工|竣工|完成|投运)(?![^，。；：\n]{0,6}(?:后|的|可|[0-9])))"
)
"""All of what was named before, and neither a condition (全部建成后) nor beside a number (全部建成12个项目)."""


def said_without_digits(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """两位数, 八折, 八成: words that stand for a number."""
    if match := _TWO_PLACES.match(plain, start):
        return _said(match, finder, PERCENT, value=Fraction(10), bound=Bound.AT_LEAST)
    if match := _CUT_PRICE.match(plain, start):
        value = 10 * numerals.DIGITS[match["tens"]] + numerals.DIGITS.get(match["ones"] or "", 0)
        return _said(match, finder, PERCENT, value=Fraction(value), measure=Measure.SHARE)
    match = (
        _TENTHS.match(plain, start) or (plain.endswith(_NEARLY, 0, start) and _TENTHS_OF.match(plain, start)) or None
    )
    return _said(match, finder, TENTH) if match and plain[start - 1 : start] not in _NOT_TENTHS else None


def doubled_at(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """翻两番; 翻一番半 is not read, and told so."""
    doubling = doubling_at(plain, start)
    if doubling is None:
        return None
    printed = plain[start : doubling.end]
    if doubling.value is None:
        return Token(start, doubling.end, NumberClass.OTHER, digits_in(printed), printed, unread=True)
    times = finder.units.get(TIMES)
    return Token(
        start, doubling.end, NumberClass.QUANTITY, number=printed, unit_word=TIMES, unit=times, measure=Measure.GROWTH
    )


def _said(
    match: re.Match[str],
    finder: UnitFinder,
    word: str,
    value: Fraction | None = None,
    bound: Bound | None = None,
    measure: Measure | None = None,
) -> Token:
    return Token(
        match.start(), match.end(), NumberClass.QUANTITY, number=match[0], unit_word=word, unit=finder.units.get(word),
        value=value, bound=bound, measure=measure,
    )  # fmt: skip


def outcome_at(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """清零, 不发生, 全覆盖: numbers said without one."""
    if match := _ZERO.match(plain, start):
        measure = Measure.FLOW if "发生" in match[0] else Measure.LEVEL
        return _said(match, finder, "", value=Fraction(0), measure=measure)
    if match := _NO_GROWTH.match(plain, start):
        return _said(match, finder, PERCENT, value=Fraction(0), measure=Measure.GROWTH)
    match = _ALL.match(plain, start) or _HANDED_OVER.match(plain, start)
    if match and (match[0] == "全覆盖" or not _has_number(plain, start)):
        return _said(match, finder, PERCENT, value=Fraction(100), measure=Measure.SHARE)
    return None


def half_at(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """过半, 超半数: a part of a whole without a numeral."""
    if plain[start] in VULGAR:
        return Token(start, start + 1, NumberClass.OTHER, number=plain[start])
    match = _HALF.match(plain, start)
    if match and match[0] == "半" and (half := _half_of_a_unit(plain, start, finder)):
        return half
    if match is None or (match[0] == "半" and _is_of_a_unit(plain, match.end(), finder)):
        return None
    if not plain.endswith(_HALF_BEFORE, 0, start) and not plain.startswith(("以上", "以下", "左右"), match.end()):
        return None
    return Token(start, match.end(), NumberClass.QUANTITY, number="一半")


_HALF_UNITS = frozenset(("个百分点", "小时", "个小时", "公里", "斤", "公斤", "吨", "亩", "个月", "里", "米"))
_HALF_TIMES = frozenset(("天", "年", "日"))
_TIME_OF = re.compile("(?:由|从|到|至|为|缩短|压缩|仅需|只需|只用|不到|不足|超过|用时|工期|提前|延长|历时|耗时|约)$")


def _half_of_a_unit(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """半个百分点, 半小时; of 半年 and 半天 only where a length of time is told."""
    amount = amount_at(plain, start, finder.at)
    if amount is None or plain[start - 1 : start] in ("上", "下", "大", "一", "多", "前", "后", "过"):
        return None
    timed = amount.word in _HALF_TIMES and _TIME_OF.search(plain, max(0, start - 4), start)
    return amount_token(plain, start, amount, finder) if timed or amount.word in _HALF_UNITS else None


def _is_of_a_unit(plain: str, end: int, finder: UnitFinder) -> bool:
    """Whether it is half of one: 近半年, but not 近半企业."""
    word, _ = finder.at(plain, end)
    return bool(word) and word not in _HALVED


def _has_number(plain: str, start: int) -> bool:
    """Whether a number stands before in the same clause."""
    clause = re.split("[，。；：\n]", plain[max(0, start - 40) : start])[-1]
    return any(map(is_digit, clause))
