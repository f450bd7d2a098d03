"""What the heads of a cell make of the number in it: its unit, its measure, what it counts, and when.

A cell is in the unit of its column, else of its row, else of the whole table (单位：亿元); a rate has only its own.
"""

from __future__ import annotations

import re

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.characters import digits_in
from shizhong_cli.core.figure.terms import Measure, NumberClass
from shizhong_cli.core.report.scanning.amounts import UnitFinder
from shizhong_cli.core.report.scanning.context import Context
from shizhong_cli.core.report.scanning.table_lines import is_without_sign
from shizhong_cli.core.report.scanning.tables import Cell
from shizhong_cli.core.report.scanning.token import Token

_IN_BRACKETS = re.compile(r"\(([^()0-9]{1,8})\)$")
_ALONE = re.compile(r"(?:^| |[,，/])([^ ()0-9,，/]{1,6})$")
_RATE_AT_THE_END = re.compile("([%‰])$")
_GROWTH = re.compile("增长|增速|增幅|涨幅|同比|环比|升降|增减|±|下降|降幅")
_SHARE = re.compile("比重|占比|比例|构成|(?<![汇税费])率|指数|系数")
_FALL = re.compile(r"(?:下降|降低|减少|降幅|跌幅)(?:了|率)?$")
_COUNTED = re.compile("序号|编号|名次|排名|位次|代码|^行次$|^No")
_CALLED = re.compile("电话|热线|专线|传真|手机|邮编|邮政编码|区号|账号|联系方式|办公时间|服务时间|工作时间|QQ")
"""Heads of what is dialled or written on letters; 热线办理量 is a figure."""
_OF_CALLS = re.compile("量|数|率|件|次|用户|普及|部$|万|比|个|户|收入|额|长$|均")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:年(?:1?[0-9][-—~至]1?[0-9]月|[一二三四]季度|[上下]半年|[底末])?)?")


def in_unit(token: Token, printed: str, finder: UnitFinder) -> Token:
    """A number without a unit, in one that is printed elsewhere."""
    if token.unit or not token.is_quantity:
        return token
    scale, word = _scale_and_unit(printed, finder)
    if not word:
        return token
    scale = "" if token.scale else scale
    return token._replace(
        unit=finder.at(word, 0)[1], unit_word=word, shared=scale + word, scale=token.scale or scale, unknown=""
    )


def _scale_and_unit(printed: str, finder: UnitFinder) -> tuple[str, str]:
    """万人 as 万 and 人, 百分点 as nothing and 百分点; nothing where it is no unit."""
    printed = printed.lstrip("±").strip()
    for length in range(len(printed)):
        if finder.at(printed, length)[0] == printed[length:]:
            return printed[:length], printed[length:]
        if printed[length] not in numerals.SCALES:
            break
    return "", ""


def under_heads(token: Token, cell: Cell, finder: UnitFinder) -> Token:
    """The number of a cell, in the unit that its heads say; what only numbers the rows is none."""
    if _COUNTED.search(cell.column) or _is_called(cell, finder):
        return Token(token.start, token.end, NumberClass.OTHER, token.digits)
    if is_without_sign(cell.text):
        return Token(token.start, token.end, NumberClass.OTHER, token.digits, unread=True)
    is_year_like = token.class_ is NumberClass.DATE and token.end - token.start == len(token.digits) == 4
    if is_year_like and (cell.unit or _own_unit(cell, finder)):
        token = Token(token.start, token.end, NumberClass.QUANTITY, digits_in(token.digits), token.digits)
    return in_unit(token, unit_of(cell, finder), finder)


def _is_called(cell: Cell, finder: UnitFinder) -> bool:
    """Whether a cell without a unit is a telephone number, by what its heads say."""
    heads = f"{cell.row} {cell.column}"
    return bool(_CALLED.search(heads) and not _OF_CALLS.search(heads) and not _own_unit(cell, finder))


def unit_of(cell: Cell, finder: UnitFinder) -> str:
    """The unit of a cell as printed; nothing where its heads say none."""
    if own := _own_unit(cell, finder):
        return own
    if _is_rate(_column(cell)):
        return cell.rates or _rate_in(cell.row)
    if cell.unit:
        return cell.unit
    if cell.is_in_one_of_several_units and not cell.column and cell.place > 1:  # which of them, nobody says
        return ""
    if _is_rate(cell.row) or _MOVED.match(cell.text):
        return cell.rates or ("" if cell.above.strip(_OF_RATES) else cell.above)
    return cell.above


_MOVED = re.compile("(?:比上年|比去年|同比)?(?:增长|下降|增速|涨幅|降幅)")
"""What a cell itself says: 增长4.2."""
_OF_RATES = "%‰百分点个"


def _column(cell: Cell) -> str:
    """The head of a column; a sum of several years is not what 年均增长/累计 says first."""
    return "" if cell.is_sum else cell.column


def _is_rate(head: str) -> bool:
    return bool(_GROWTH.search(head) or _SHARE.search(head))


def _own_unit(cell: Cell, finder: UnitFinder) -> str:
    """What the head of the column says, else that of the row, but not for a rate."""
    if in_column := _unit_in(cell.column, finder) or _unit_alone(cell.column, finder):
        return in_column
    return "" if _is_rate(_column(cell)) else _unit_in(cell.row, finder)


def _rate_in(head: str) -> str:
    """% of 研发经费增长(%), which is that of every rate of the row."""
    match = _IN_BRACKETS.search(head)
    return match[1] if match and match[1] in ("%", "‰") else ""


def _unit_in(head: str, finder: UnitFinder) -> str:
    """The unit at the end of a head: (亿元), 增长%."""
    for pattern in (_IN_BRACKETS, _RATE_AT_THE_END):
        if (match := pattern.search(head)) and _scale_and_unit(match[1], finder)[1]:
            return match[1]
    return ""


def _unit_alone(head: str, finder: UnitFinder) -> str:
    """A head that ends with nothing but a unit; 人口 and 企业 are what is counted."""
    match = _ALONE.search(head)
    word = _scale_and_unit(match[1], finder)[1] if match else ""
    unit = finder.at(word, 0)[1] if word else None
    return match[1] if match and unit and unit.symbol == word else ""


def context_of_cell(cell: Cell) -> Context:
    """The heads as the words before the number: 地区生产总值比上年增长."""
    column = _without_unit(_YEAR.sub("", cell.column))
    before = _without_unit(f"{cell.named_above}{cell.row}") + ("" if column in _ANY_NUMBER else column)
    return Context(before, before, before, "")


_ANY_NUMBER = frozenset(("总量", "绝对量", "绝对数", "绝对值", "数量", "数值", "数", "值", "实绩", "实际"))
"""Heads that say nothing of what stands below them."""


def rate_of_cell(cell: Cell) -> Measure | None:
    """What a number without a unit is by heads that name a rate."""
    head = _column(cell) if _is_rate(_column(cell)) else cell.row
    if not _is_rate(head):
        return None
    return Measure.GROWTH if _GROWTH.search(head) else Measure.SHARE


def noun_of_cell(cell: Cell) -> str:
    """What is counted: the head of the row, or of the column where the row has none."""
    return _without_unit(cell.named_above or cell.row or cell.column)


def period_of_cell(cell: Cell) -> str:
    """When: the year in the head of the column or of the row."""
    match = _YEAR.search(cell.column) or _YEAR.search(cell.row)
    return match[0] if match else ""


def falls(cell: Cell) -> bool:
    """Whether a number without a sign is a fall: one below 下降(%)."""
    head = _column(cell) if _is_rate(_column(cell)) else cell.row
    return _FALL.search(_without_unit(head)) is not None


def _without_unit(head: str) -> str:
    return re.sub(r"\([^()]*\)$|[%‰]$", "", head).strip()
