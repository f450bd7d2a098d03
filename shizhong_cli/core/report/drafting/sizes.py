"""Of what size the things are that a number counts: 10亿元以上项目."""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.clauses import Clause

_SIZED_THING = re.compile(
    "及?以[上下]的?[\u4e00-\u9fff]|的?(?:[县市区镇乡村]|[县市区]?[(（][市县区旗]+[)）]|产业|企业)(?!级)|级?(?:企业|项目|产业|集群|园区|工程|镇|村|街道|楼宇)"
)
_TOTAL = re.compile("(?:投资|资金|总额|金额)(?:达到?|为|约|近)?$")
"""总投资20亿元项目5个: of all of them together."""
_SIZED = re.compile(
    "(?:[0-9.]+[百千万亿]*元(?:以上)?或)?(?:[0-9.]|[一二三四五六七八九十百千万亿])[0-9.]*[百千万亿]*(?:美?元|周?岁)$"
)
_AND_MORE = re.compile("及?以[上下]")
_WITHIN = re.compile("(?:[^,，。、0-9]{2,12})?[0-9.]+(?:米|公里|分钟|小时)$")
"""公交与轨道50米内换乘比例: the distance is a part of the name."""
_MORE = re.compile(
    "(?:[\u4e00-\u9fff]{0,6}(?:收入|产值|营收|税收|增加值|利润|销售额))?(?:超过?|突破|过)$|投资额?超过?$"
)
"""超10亿元项目19个."""
_A_SIZE = "(?:超过?|突破|过)(?:[0-9.]+[百千万亿]*|[一二三四五六七八九十百千万亿]+)元"
_OF_ANOTHER_SIZE = re.compile(f"^(?:其中)?(?P<size>{_A_SIZE})的?(?:有|达到?|为|共)?$")
_SIZE_INSIDE = re.compile(f"{_A_SIZE}(?=的|项目|企业)")
"""财政收入超20亿元的县 of 财政收入超10亿元的县7个，其中超20亿元的2个."""
_SIZE_IN_WORDS = re.compile(
    "[、,，和]?(?:其中)?(?P<size>(?:注册资[金本]|投资额?|总投资|产值|[\u4e00-\u9fff]{0,4}收入)?[一二三四五六七八九十百千万亿]+元(?:及?以上))的?(?:有|达|共)?"
)
"""引进企业137家，其中注册资金千万元以上46家，亿元以上5家: of them."""
_SIZE_BEFORE = re.compile("^[0-9.一二三四五六七八九十百千万亿]+元(?:及?以上)?的?")


_EXTENT = "(?:经济总量|生产总值|GDP|(?:年|总)?产值|(?:年|营业|销售|财政|主营业务|一般公共预算)?收入|营收|税收|纳税额?)"
_SO_MUCH = "(?:超过?|近|过|突破)[0-9.]*[一二三四五六七八九]?[百千万亿]+(?:元)?"
_SIZE_FIRST = re.compile(
    f"(?P<size>{_EXTENT}{_SO_MUCH})(?:[、和][0-9]+[个家户]{_SO_MUCH})*的(?P<things>[\u4e00-\u9fff]{{1,8}})"
)
"""1个经济总量近千亿、4个过五百亿的县市."""
_THINGS_FIRST = re.compile(f"(?P<things>[\u4e00-\u9fff]{{1,8}}?)(?P<size>{_EXTENT}{_SO_MUCH})")
"""2个县经济总量突破千亿元."""


def of_a_size(after: str) -> str:
    """经济总量近千亿的县市, where what a number counts is told by its size; nothing for other words."""
    found = _SIZE_FIRST.match(after) or _THINGS_FIRST.match(after)
    return f"{found['size']}的{found['things']}" if found else ""


def sized(clause: Clause) -> str:
    """The words before a number; with the size of what is counted where they begin with it: 10亿元以上项目."""
    begin = _before(clause)
    if (reach := _WITHIN.search(begin)) and clause.segment.startswith(("内", "以内")):
        return f"{reach[0]}{clause.segment}"
    size = _SIZED.search(begin)
    if size is None or not _SIZED_THING.match(clause.segment):
        return clause.segment
    if _TOTAL.search(begin[: size.start()]) and not _AND_MORE.match(clause.segment):
        return clause.segment
    more = _MORE.search(begin[: size.start()])
    return f"{more[0] if more else ''}{size[0]}{clause.segment}"


def named_by_size(clause: Clause, last: str) -> str:
    """10亿元以上项目 of 亿元以上项目30个，其中10亿元以上3个, behind the name before; else nothing."""
    if (other := _OF_ANOTHER_SIZE.search(clause.clause)) and _SIZE_INSIDE.search(last):
        return _SIZE_INSIDE.sub(other["size"], last, count=1)
    if last and (named := _SIZE_IN_WORDS.fullmatch(clause.segment)):
        return f"{named['size']}{_SIZE_BEFORE.sub('', last)}"
    size = _SIZED.search(_before(clause)) if last and re.fullmatch("及?以上的?", clause.segment) else None
    noun = _SIZE_BEFORE.sub("", last)
    return f"{size[0]}{clause.segment.rstrip('的')}{noun}" if size and noun else ""


def _before(clause: Clause) -> str:
    """What of a clause stands before its last words: the size, where it is a number by itself."""
    return clause.clause[: len(clause.clause) - len(clause.segment)]
