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


def sized(clause: Clause) -> str:
    """The words before a number; with the size of what is counted where they begin with it: 10亿元以上项目."""
    begin = _before(clause)
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
