"""Digits that are part of a name or only a mark: 5G, K15+, 12345, 3+2, 20强, 15分钟便民生活圈."""

from __future__ import annotations

import re
from collections.abc import Callable

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.figure.terms import NumberClass

_LONGEST = 30  # characters of Latin letters and digits in one name
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LATIN_TAIL = re.compile(rf"[A-Za-z0-9+/·._\-]{{0,{_LONGEST}}}")
_PLUS = re.compile(r"[0-9]+(?:\.[0-9]+)?\+[A-Za-z0-9+]{1,30}")
_TIMES = re.compile(r"[0-9]+[×xX*][0-9]+(?![0-9.^⁻⁰¹²³⁴-⁹])(?:[×xX*][0-9]+)?(?:小时|天)?")
_DOTTED = re.compile(r"[0-9]{1,2}[·•・][0-9]{1,2}(?![0-9])")
_DOUBLE_DAY = re.compile(r"1[012](?![0-9.])")
_SECTION = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}(?![0-9])")
_CIRCLE = re.compile(r"[0-9]{1,3}(?:\.[0-9])?(?:分钟|公里|小时)(?=[\u4e00-\u9fff“”、/]{0,14}圈)")
_HOTLINE = re.compile(
    r"(?:12(?:345|315|348|333|388|328|329|389|366|367|393|355|338|369|319|350|351|356|368|377|380|385)|9[56][0-9]{3,4})"
    r"(?=热线|平台|政务|市民|便民|服务|群众|投诉|举报|民生|[”、])"
)
_ALARM = re.compile(r"(?:110|119|120|122|114)(?=[”、]|联动|指挥|急救|接处警|报警|警务|热线|平台|与)")
_CALLED = re.compile(
    "(?:电话|热线|专线|拨打|致电|传真|手机|邮编|邮政编码|区号)(?:号码?)?(?:为|是|:|,|，)?[(“]?(?:[0-9—-]{3,14}[、/和或)])*\\Z|[0-9]{7,8}(?:转|-)\\Z"
)
"""What makes digits behind it those of a telephone: 拨打12345, 12345678转8001."""
_SERVICE = re.compile(r"(?:1[0-9]{4}|9[56][0-9]{3,4}|1[12][0-9])(?=[\u4e00-\u9fff]{0,6}(?:热线|专线|电话))")
_UNIVERSITY = re.compile(r"(?:211|985)(?=工程|高校|院校|大学|[”、和及])")
_BORN = re.compile(
    r"(?:[056789][05]后|[6-9][0-9]后(?=青年|年轻|员工|干部|人才|大学生|党员|教师|[，、。的]))(?![\u4e00-\u9fff]?续)"
)
_RANKED = re.compile(r"[0-9]+强")
_TEAM = re.compile(r"[0-9]{1,2}(?:人制|[×x]?V[0-9])")
_GREAT = re.compile(r"[0-9]{1,2}大(?![型中小])(?=[\u4e00-\u9fff])")
_MEDALS = re.compile(r"[0-9]{1,3}(?:金|银|铜)(?=[0-9，。、；！\n]|$)")
_ON_END = re.compile(r"[0-9]{1,3}(?:个?(?:年|月|季度)|届|周年|年度|个?交易日)")
_NUMBERED = re.compile(r"[0-9]+(?:号(?!召|称)|国道|省道|县道)")
_GRADE = re.compile(
    r"[0-9]+[百千万亿]+元?级(?=[\u4e00-\u9fff])(?![联余多以及左上])|[0-9]{1,2}(?:星级|级(?!以上地震|地震))"
)
_TERM = re.compile(r"[0-9]{1,2}年期")
_LAST_DIGITS = re.compile(r"尾号(?:为|是|含)?(?:[0-9][、和或与及])*$")
_TITLE = re.compile(r"(?:\A|[\n(见])(?:附?[表图]|专栏|附件)\Z")
_QUOTES = ("“", "‘")
_QUOTED = re.compile(r"[0-9]{1,3}[\u4e00-\u9fff]{1,4}(?=[”’])")
_VERSION = re.compile(
    r"[0-9]{1,2}\.[0-9](?=版|时代|模式|升级|方案|政策|行动|阶段|”)(?:版)?|(?<=业|动|革|本|网|划|案|级|造|市|境|策|联|务)[1-9]\.0(?=[、，。；])|[0-9]{1,4}版(?!块|本|权|图|面)"
)
_CODE = re.compile(r"[0-9]{2,6}(?=”)|[0-9]{7,}(?![0-9.,%万亿余多个家户人元])")
_INITIALS = frozenset(("GDP", "CPI", "PPI", "R&D", "RD", "FDI", "PMI", "ODI", "GNP", "COD", "VOC", "VOCs"))
_ASCII = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_JOINING = frozenset("-+&/_")

IS_AWARD = re.compile("[获被荣]|入选|蝉联")
"""What makes a number of years on end a fact of its own: 连续八年获评."""

_NAMES = (_PLUS, _TIMES, _DOTTED, _CIRCLE, _ALARM, _UNIVERSITY, _BORN, _RANKED, _NUMBERED, _GRADE, _TEAM, _GREAT)
"""Names that begin with digits and are known by how they go on."""

IsQuantity = Callable[[int], bool]
"""Whether a number with a unit that is known begins at a place."""


def name_span(plain: str, start: int, floor: int, is_quantity: IsQuantity) -> tuple[int, int, NumberClass] | None:
    """Where the name around the digits at ``start`` begins (not before ``floor``) and ends, and what it is."""
    left = _letters_before(plain, start, floor)
    if left < start and not _is_initials(plain[left:start], is_quantity(start)):
        return left, _latin_end(plain, start), NumberClass.NAME
    if end := _mark_end(plain, start):
        return start, end, NumberClass.OTHER
    if end := _known_name_end(plain, start, is_quantity):
        return start, end, NumberClass.NAME
    if code := _code(plain, start, is_quantity):
        return code
    if (end := _call_end(plain, start)) and not is_quantity(start):
        return start, end, NumberClass.OTHER
    return _before_letters(plain, start, is_quantity)


def _mark_end(plain: str, start: int) -> int:
    """Where digits end that say nothing of an amount: 1.2.3, 3金, 连续8年, 10年期, 尾号1、6."""
    for pattern in (_SECTION, _MEDALS, _TERM):
        if match := pattern.match(plain, start):
            return match.end()
    if match := _duration(plain, start):
        return match.end()
    before = plain[max(0, start - 16) : start]
    if _LAST_DIGITS.search(before) or _TITLE.search(before):
        return _run_end(plain, start + 1)
    return 0


def _call_end(plain: str, start: int) -> int:
    """Where the digits of a telephone end, by what stands around them; 热线3条 are lines."""
    called = _CALLED.search(plain[max(0, start - 24) : start])
    match = _SERVICE.match(plain, start)
    if not (called or match):
        return 0
    end = _run_end(plain, start + 1)
    if called and (end - start >= 3 or called[0].endswith(("转", "-"))) and plain[end : end + 1] not in _DECIMAL:
        return end
    return match.end() if match and match.end() == end else 0


_DECIMAL = frozenset((".", "余", "多"))


def _known_name_end(plain: str, start: int, is_quantity: IsQuantity) -> int:
    """Where the name ends that begins with digits: 3+2, 12345热线, “3无”, 15分钟生活圈."""
    for pattern in _NAMES:
        if match := pattern.match(plain, start):
            return _run_end(plain, match.end())
    if start and plain[start - 1] == "+" and not is_quantity(start):
        return _latin_end(plain, start)
    if plain[start - 1 : start] == "双" and (match := _DOUBLE_DAY.match(plain, start)):
        return match.end()
    if plain[start - 1 : start] in _QUOTES and (match := _QUOTED.match(plain, start)) and not is_quantity(start):
        return match.end()
    return 0


def _code(plain: str, start: int, is_quantity: IsQuantity) -> tuple[int, int, NumberClass] | None:
    """“2035”, 13800138000, 12345热线, 3.0版: digits that name."""
    quoted = plain[start - 1 : start] in _QUOTES
    if (match := _CODE.match(plain, start)) and (quoted or (len(match[0]) >= 7 and not is_quantity(start))):
        return start, match.end(), NumberClass.NAME if quoted else NumberClass.OTHER
    match = _HOTLINE.match(plain, start) or _VERSION.match(plain, start)
    return (start, match.end(), NumberClass.NAME) if match else None


def _duration(plain: str, start: int) -> re.Match[str] | None:
    """连续8年, 35周年: how long or how often, said of something else."""
    match = _ON_END.match(plain, start)
    if match is None or match[0].endswith("周年"):
        return match
    return match if plain.endswith("连续", 0, start) and not IS_AWARD.match(plain, match.end()) else None


def _before_letters(plain: str, start: int, is_quantity: IsQuantity) -> tuple[int, int, NumberClass] | None:
    """5G, 3A级, 4K: digits with letters behind them that are no unit."""
    number = _NUMBER.match(plain, start)
    if number and plain[number.end() : number.end() + 1] in _ASCII and number.end() < len(plain):
        return None if is_quantity(start) else (start, _latin_end(plain, start), NumberClass.NAME)
    return None


def _letters_before(plain: str, start: int, floor: int) -> int:
    """Where the Latin letters directly before a place begin; the place itself when there are none."""
    left = start
    while left > max(floor, start - 12) and (plain[left - 1] in _ASCII or plain[left - 1] in _JOINING):
        left -= 1
    while left < start and plain[left] in _JOINING:
        left += 1
    return left


def _is_initials(prefix: str, quantity: bool) -> bool:
    """Whether letters before a number are a word of their own: GDP1451.6亿元."""
    if prefix in _INITIALS:
        return True
    return quantity and len(prefix) >= 3 and prefix.isupper() and prefix.isalpha()


def _latin_end(plain: str, start: int) -> int:
    match = _LATIN_TAIL.match(plain, start)
    assert match is not None
    end = match.end()
    while end > start + 1 and plain[end - 1] in "/·.-":
        end -= 1
    return _run_end(plain, end)


def _run_end(plain: str, end: int) -> int:
    """Never half of a run of digits."""
    while end < len(plain) and is_digit(plain[end]) and is_digit(plain[end - 1]):
        end += 1
    return end
