"""Names made with that of something else: a share of it, its distance to others, how much of a plan was done."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS, TENTH, TIMES, Unit
from shizhong_cli.core.pack.common_indicators import bare_name
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.generic import joined_to
from shizhong_cli.core.report.drafting.leads import behind_of, lead_of, tidy
from shizhong_cli.core.report.drafting.name import Name, from_the_sentence, goes_on_with_another
from shizhong_cli.core.report.drafting.phrases import TIMES_OTHERS
from shizhong_cli.core.report.drafting.sizes import named_by_size

_OF_A_PLAN = re.compile(
    "(?:完成|占|为|是|相当于)(?:全?年|年度|调整|年初|预算|计划|目标|既定|预期)[^,，]{0,8}(?:任务|计划|预算|目标|预期)的?$"
)
_OF_A_PLANNED_SUM = re.compile("完成[^,，;；0-9]{0,6}(?:计划|任务|目标|预算)[(（]?[0-9][^,，;；的]*的$")
_PARTS = ("比重", "比例", "占比")
_ON_ANOTHER_BASIS = re.compile("自然|(?:自然|同|可比|全|小|大)口径|(?:扣除|剔除|不含|不包括|还原)[^,，、]{1,16}")
_OF_ALL = re.compile("(?P<part>[^,，、0-9]{2,14}?)达到?(?P<whole>[^,，、0-9]{2,12})的")
"""高标准农田达到耕地总面积的64%."""
_THAN_ALL = re.compile(
    "(?P<part>[^,，、0-9]{2,14}?)(?:仅|只)?(?:为|是|有|相当于)(?P<whole>全[国省市区县州](?:平均(?:水平)?)?)的"
)
"""贫困发生率仅为全省的60%."""
_PER_HEAD = re.compile("[、和]?人均(?:每[年月]|增加|提高|减少|达到?|为|突破|超过?|约)*$")


def of_another(clause: Clause, unit: Unit | None, last: Name, lead: str) -> Name | None:
    """A name made with that of something else."""
    if part := _of_what_stands_behind(clause, unit, last):
        return part
    if of_size := named_by_size(clause, last.text):
        return Name(of_size, False, aside=True)
    whole = _of_a_whole(clause, unit, last) or _of_all(clause, unit) or _part_of_whose(clause, last)
    return whole or _on_another_basis(lead, last) or _spent(lead, clause, last)


_COVERED = re.compile("(?P<how>覆盖|惠及|涉及|带动)(?:了|全[国省市区县])?(?:近|约|超过?)?$")


def _of_what_stands_behind(clause: Clause, unit: Unit | None, last: Name) -> Name | None:
    """行政村覆盖率 of 覆盖95%以上行政村, 商业企业比例 of …、1/3商业企业: of that, not of what was before."""
    if unit is not None and unit.symbol not in (PERCENT, TENTH):
        return None
    behind = behind_of(clause.after, False)
    if len(behind) < _SHORTEST or clause.after.startswith("的"):
        return None
    covered = _COVERED.search(clause.segment)
    if covered and unit is not None:
        return Name(f"{behind}{covered['how']}率", False, aside=True)
    return Name(f"{behind}比例", False, aside=True) if goes_on_with_another(clause, last) else None


_SHORTEST = 3


def _spent(lead: str, clause: Clause, last: Name) -> Name | None:
    """公共预算支出 of 公共预算收入增长2%、支出超过700亿元."""
    if lead != "支出" or not clause.between.startswith("、") or not last.text.endswith("收入"):
        return None
    return Name(f"{last.text.removesuffix('收入')}支出", False)


def _of_a_whole(clause: Clause, unit: Unit | None, last: Name) -> Name | None:
    """占全市比重, 完成年度任务的115%: a share of what was named before; and what stands on top of 在…基础上."""
    segment = _ITS_TOTAL.sub("", _ROUGHLY.sub("", clause.segment.strip("、")))
    if clause.after.startswith("的基础上"):
        named, _ = lead_of(clause.follows.partition(",")[2])
        return Name(named, False) if named else None
    if not last.text and segment.startswith("占"):
        last = from_the_sentence(clause)
    if not last.text:
        return None
    if _PER_HEAD.fullmatch(clause.segment):
        return Name(f"人均{bare_name(last.text)}", last.sure, aside=True)
    if of_it := _of_the_name_before(clause, segment, unit, last):
        return of_it
    if segment.startswith("占"):
        return Name(f"{last.text}{_of_what(segment)}", last.sure, part=last.part or last.text)
    return None


def _of_what(segment: str) -> str:
    """占全市比重 of 占全市的, 占比 of 占比达."""
    area = _OF_THE_AREA.match(segment)
    whole = area[1] if area else lead_of(segment)[0]
    if whole in _PARTS:
        return whole
    return f"占{whole}" if whole.endswith(_PARTS) else f"占{whole}比重" if whole else "占比"


def _part_of_whose(clause: Clause, last: Name) -> Name | None:
    """新材料产业产值占规模以上工业产值比重, behind 新材料产业投资额增长2.8倍; nothing for other words."""
    segment = clause.segment.lstrip("、,，")
    measured = _PART_OF_WHOSE.match(segment)
    whose = (last.text or from_the_sentence(clause, True).text) if measured else ""
    if measured is None or not whose:
        return None
    whole, _ = lead_of(segment[measured.end() :])
    return Name(f"{joined_to(measured[0], whose, bool(last.text) and not last.behind)}占{whole}", False)


_PART_OF_WHOSE = re.compile("(?:产值|增加值|总产值|收入|投资额?)(?=占)")
_OF_THE_AREA = re.compile(
    "占(全[国省市区县州旗镇](?:总数|总量|新增总量)?)的?(?:比重|比例)?(?:近|约|超过?|达到?|为|高达)*$"
)
"""总量占全区的27%."""
_ROUGHLY = re.compile("^[,，]?(?:大?约|近|超过?)(?=占)")
_ITS_TOTAL = re.compile("^[,，]?(?:其?总[量额]|规模)(?=占)")
"""总量占全省50.5%: of what was named before."""


def _of_the_name_before(clause: Clause, segment: str, unit: Unit | None, last: Name) -> Name | None:
    """Times what others have, how much of a plan was done, what it has to do with the growth of all."""
    if unit is not None and unit.symbol == TIMES and (than := TIMES_OTHERS.fullmatch(clause.segment)):
        return Name(f"{last.text}与{than['other']}之比", False, aside=True)
    if _OF_A_PLAN.search(segment) or _OF_A_PLANNED_SUM.search(clause.clause):
        return Name(f"{last.text}完成率", False, aside=True)
    return _of_the_growth(segment, unit, last)


def _of_the_growth(segment: str, unit: Unit | None, last: Name) -> Name | None:
    """拉动经济增长7.9个百分点, 对经济增长的贡献率73.8%: what the thing before has to do with the growth of all."""
    if unit is not None and unit.symbol == POINT and segment.lstrip(",，").startswith("拉动"):
        return Name(f"{last.text.partition('对')[0]}{tidy(segment)}", False, aside=True)
    if segment.startswith("对") and (lead := lead_of(segment)[0]).endswith("贡献率"):
        return Name(f"{last.text.partition('占')[0]}对{lead}", False, aside=True)
    return None


def _of_all(clause: Clause, unit: Unit | None) -> Name | None:
    """高标准农田达到耕地总面积的64%: what part it is of what."""
    words = clause.segment.strip("、")
    if unit is not None and unit.symbol in RATIOS and (than := _THAN_ALL.fullmatch(words)):
        return Name(f"{lead_of(than['part'])[0]}与{than['whole']}之比", False, aside=True)
    found = _OF_ALL.fullmatch(words)
    if not found or unit is None or unit.symbol not in RATIOS:
        return None
    part, _ = lead_of(found["part"])
    return Name(f"{part}占{found['whole']}比重", True) if part else None


def _on_another_basis(lead: str, last: Name) -> Name | None:
    """The name before, counted otherwise: 自然口径, 扣除房地产投资后."""
    if not _ON_ANOTHER_BASIS.fullmatch(lead):
        return None
    basis = "自然口径" if lead == "自然" else lead
    return Name(f"{last.text}（{basis}）" if last.text else lead, False, aside=bool(last.text))
