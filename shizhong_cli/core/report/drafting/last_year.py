"""Whether an amount in a part about several years is what the last of them came to, or the sum of all."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.units import MONEY
from shizhong_cli.core.pack.common_indicators import Common, common_of
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.phrases import PLAN_NAME

REACHED = re.compile(
    "(?:达到?|突破|超过|跨[入上过越]|迈[入上进过]|[站登跃]上|[增提上扩][加长高升大]?[到至]|升[到至]|接近|逼近|(?:稳定|保持|维持)在|超)(?:约|近|了)?$"
)
OF_ALL_YEARS = re.compile("累计|共计|总计|合计|[五5]年(?:共|间|来)|期间|先后")
_ADDED_UP = re.compile("累计|(?<!公)共|实现|[五5]年来|发放|完成|争取|引进|投入|办成")
_AGAINST_YEARS = re.compile(f"(?:是|为|比|较)(?:{PLAN_NAME}(?:时期|期间)|上[一个]*五年|前五年|过去五年)")
"""Set against a sum of years, it is one itself: 完成投资178亿元，是“十五”期间的5.1倍."""
_AT_THE_END = re.compile("[期年]末|年底|目前")
_EACH_YEAR = re.compile("(?:连续[0-9一二三四五六七八九十两多]+年|连年)[^,，]*(?:稳定|保持|超过|突破|达到?|在)")
"""粮食产量连续五年稳定在12亿斤以上: in each of them."""
_YEARLY_BEHIND = re.compile(f"^[^。;]{{0,8}}(?:年均|[是比较](?:(?:19|20)[0-9][0-9]年|{PLAN_NAME}期?末))")
"""What grows by so much a year is a year's: 500亿元，年均增长9%."""
_INVESTED = re.compile("(?:^|[,，])(?:累计)?完成[^,，]*投资$")
"""五年来, 完成固定资产投资9916亿元，年均增长11%: of all years, whatever grew."""
_OF_A_YEAR = re.compile(
    "(?:产值|增加值|营业?收入?|营收|总收入|零售总?额|进出口总?额|总产量|产量|吞吐量|发电量|用电量|利润|游客|人次)$"
)
_IN_A_YEAR = re.compile(
    "(?<![近这两三四五六七八九十当历今去前明每全成多来])年(?:总?产|销|营业|吞吐|发电|供|接待|出栏)(?!业)"
)
"""粮食年产量70亿斤: the name says that it is of one year."""
_NEAR = 24
"""Characters before a number in which words belong to it."""


def _is_yearly(common: Common) -> bool:
    return common.id == "gdp" or bool(common.per)


def is_of_last_year(it: Printed, clause: Clause, name: str) -> bool:
    """Whether an amount is what the last year came to, and no sum of several: 增加值达260.3亿元, 营收超1.4万亿元."""
    words = clause.clause[-_NEAR:]
    if OF_ALL_YEARS.search(words) or _AGAINST_YEARS.search(clause.follows):
        return False
    common = common_of(name)
    if (
        _AT_THE_END.search(words)
        or _EACH_YEAR.search(words)
        or _IN_A_YEAR.search(name)
        or (common and _is_yearly(common))
    ):
        return True
    is_money = it.number.unit in (MONEY, "", "美元")
    if not is_money and not _OF_A_YEAR.search(name):
        return False
    if _YEARLY_BEHIND.search(clause.follows):
        return not _INVESTED.search(words)
    return bool(REACHED.search(words[-8:])) and not _ADDED_UP.search(words)
