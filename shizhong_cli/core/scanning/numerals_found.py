"""Quantities in Chinese numerals, by patterns that leave 一般, 统一, 百强榜 and 一带一轴 alone."""

from __future__ import annotations

import re
from fractions import Fraction

from shizhong_cli.core import numerals
from shizhong_cli.core.characters import is_digit
from shizhong_cli.core.scanning.amounts import UnitFinder
from shizhong_cli.core.scanning.token import Token
from shizhong_cli.core.units import PERCENT, POINT, STEP, TENTH, TIMES, Unit
from shizhong_cli.core.vocabulary import Bound, Measure, NumberClass

_N = "[零〇一二两三四五六七八九十百千万]"
_BIG = "(?:[十百千]?(?:万亿|亿|万)|[百千])"
_FRACTION = re.compile(rf"{_N}{{1,6}}分之{_N}{{1,6}}")
_PER_CENT = re.compile(r"百分之(?P<number>[0-9]+(?:\.[0-9]+)?)")
_TENTHS = re.compile(r"[一二两三四五六七八九](?=成(?:[以左多。，；、的]|$))成")
_STEPS = re.compile(rf"[一二两三四五六七八九十]{{1,2}}个{_BIG}元?新?台阶")
_MARK = re.compile(rf"(?P<number>{_BIG})(?P<unit>元|美元)?(?=大关|新?台阶|门槛|财政大区|俱乐部|行列)")
_DOUBLED = re.compile(r"翻了?(?:(?P<times>[一两二三四五])番|番)")
_TWO_PLACES = re.compile(r"两位数")
_YEARS_ON_END = re.compile(r"(?<=连续)(?P<number>[二两三四五六七八九十]{1,3})(?=[年届次])")
_RUN = re.compile(f"[{numerals.CHARACTERS}]+")
_OVER = re.compile(r"(?:突破|超过|超|近|逾|达到?|破|上|跨[过越上入]?|迈[上入过向]|站上|登上|[持定]在)$")
_NOT_OVER = re.compile(r"(?:[附最新临远靠将以网线地路街反赶海陆]|会|表|历史)[近上超]$|到达$|发达$")
_ZERO = re.compile(r"(?:动态)?清零|不发生|零发生")
_ALL = re.compile(r"全覆盖")
_HANDED_OVER = re.compile(r"全部(?=交付|完工|建成|达标|投用|开工|竣工|完成|投运)")
_LONGEST_NUMERAL = 20


def numeral_amount(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """The quantity in words that begins at ``start``, if one does."""
    quantity = NumberClass.QUANTITY
    if match := _PER_CENT.match(plain, start):
        unit = finder.units.get(PERCENT)
        number = match["number"]
        return Token(start, match.end(), quantity, number, number, unit_word=PERCENT, unit=unit)
    if match := _FRACTION.match(plain, start):
        return Token(start, match.end(), quantity, number=match[0])
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
    if match := _STEPS.match(plain, start):
        unit = Unit(STEP, STEP, STEP, True)
        return Token(start, match.end(), quantity, number=match[0], unit=unit)
    if match := _MARK.match(plain, start):
        word = match["unit"] or ""
        return Token(start, match.end(), quantity, number=match["number"], unit_word=word, unit=finder.units.get(word))
    return _plain_numeral(plain, start, finder)


def _plain_numeral(plain: str, start: int, finder: UnitFinder) -> Token | None:
    """八成, 三倍, 一个百分点, 两千亿元, 上千万."""
    quantity = NumberClass.QUANTITY
    match = _RUN.match(plain, start)
    if match is None:
        return None
    number, end = match[0], match.end()
    if len(number) > _LONGEST_NUMERAL or numerals.numeral_value(number) is None:
        return None
    if _TENTHS.match(plain, start) and plain[start - 1 : start] not in "生形完组变构合养达促":
        return Token(start, end + 1, quantity, number=number, unit_word=TENTH, unit=finder.units.get(TENTH))
    if _YEARS_ON_END.match(plain, start):
        word, unit = finder.at(plain, end)
        return Token(start, end + len(word), quantity, number=number, unit_word=word, unit=unit)
    inside = plain[end] if plain[end : end + 1] in ("余", "多") else ""
    word, unit = finder.at(plain, end + len(inside))
    stop = end + len(inside) + len(word)
    token = Token(start, stop, quantity, number=number, inside=inside, unit_word=word, unit=unit)
    if unit and unit.symbol in (POINT, TIMES):
        return token
    if inside and unit and not _is_name_like(word, number):
        return token  # 千余家
    before = plain[max(0, start - 3) : start]
    if number[0] in "十百千万亿":
        over = _OVER.search(before) and not _NOT_OVER.search(before)
        follows = bool(word) or plain[end : end + 1] in ("，", "。", "；", "、", "")
        return token if over and follows and not _is_name_like(word, number) else None
    many = len(number) > 1 and any(c in number for c in "百千万亿")
    return token if many and unit and not _is_name_like(word, number) else None


def _is_name_like(word: str, number: str) -> bool:
    """百年, 千村, 万家: pictures, not numbers."""
    return word in ("年", "里", "国", "乡", "镇", "门", "步", "层", "头") or (word in ("家", "户") and number == "万")


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
    match = _ALL.match(plain, start) or _HANDED_OVER.match(plain, start)
    if match and (match[0] == "全覆盖" or not _has_number(plain, start)):
        return Token(
            start, match.end(), quantity, number=match[0], unit_word=PERCENT, unit=percent,
            value=Fraction(100), measure=Measure.SHARE,
        )  # fmt: skip
    return None


def _has_number(plain: str, start: int) -> bool:
    """Whether a number stands before in the same clause."""
    clause = re.split("[，。；：\n]", plain[max(0, start - 40) : start])[-1]
    return any(map(is_digit, clause))
