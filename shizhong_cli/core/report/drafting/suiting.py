"""Which measure goes with which unit: the likeliest one where what the words say cannot be."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY, PER_MILLE, PERCENT, POINT, STEP, TENTH, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.fitting import fits
from shizhong_cli.core.report.drafting.kinds import Kind
from shizhong_cli.core.report.drafting.measures import is_part

_RATIOS = (Measure.SHARE, Measure.GROWTH, Measure.AVERAGE_GROWTH)


def that_fits(kind: Kind, written: Written, unit: str) -> Kind:
    """The measure, or the likeliest one that can have this unit."""
    if is_part(written, unit) and kind.measure not in _RATIOS:  # 1/5
        return Kind(Measure.SHARE, False)
    if fits(kind.measure, unit) and (unit or not written.digits):
        return kind
    if unit in (POINT, STEP):
        return Kind(Measure.CHANGE, False)
    if unit in (PERCENT, PER_MILLE, TENTH) or is_part(written, unit):
        return Kind(Measure.SHARE, False)
    if unit == TIMES:
        return Kind(Measure.GROWTH, False)
    amount = kind.measure in (Measure.LEVEL, Measure.FLOW, Measure.CHANGE)
    return Kind(kind.measure if amount else Measure.FLOW, kind.certain and amount)


_OF_TWO = ("比", "比值", "倍差", "之比")


_OF_MONEY = re.compile(
    "(?:收入|支出|投资|产值|增加值|销售额|零售额?|利润|税收|利税|预算|余额|资金|总值)(?:任务|年初|计划|目标|完成额?)?$"
)


def likely_unit(written: Written, measure: Measure, name: str) -> str:
    """The unit of a number printed without one: times in 城乡收入比1.82, money when large or called so."""
    if measure is Measure.LEVEL and name.endswith(_OF_TWO):
        return TIMES
    is_scaled = written.scale > 1 and _OF_MONEY.search(name)  # 174万, and no bare 88.6, which may be in 亿元
    return MONEY if abs(written.value) >= 10**8 or is_scaled else "个"


def unit_of_a_rate(kind: Kind) -> str:
    """The unit of a rate printed without one."""
    return PERCENT if kind.measure in _RATIOS else ""
