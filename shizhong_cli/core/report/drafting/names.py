"""What a number is about, as a statistician would put it in a table: the noun phrase, without verbs and particles."""

from __future__ import annotations

import re
from typing import NamedTuple

from shizhong_cli.core.figure.units import POINT, RATIOS, TIMES, Unit
from shizhong_cli.core.pack.common_indicators import bare_name
from shizhong_cli.core.report.drafting.areas import part_of_the_area
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.deeds import (
    at_what_stage,
    of_which_stage,
    of_whom,
    tells_little,
    whose_problem,
    with_what_came_of_it,
    with_what_was_done,
)
from shizhong_cli.core.report.drafting.generic import joined_to
from shizhong_cli.core.report.drafting.leads import became_other, behind_of, lead_of, tidy
from shizhong_cli.core.report.drafting.made import funds_of, what_is_kept, what_was_improved, what_was_made
from shizhong_cli.core.report.drafting.phrases import GENERIC, TIMES_OTHERS, VAGUE
from shizhong_cli.core.report.drafting.sizes import named_by_size, sized

_SURE = 14
_PARTICLES = re.compile("[了着把被让使将]|(?<!目)的(?!比重|比例)")
_OF_A_PLAN = re.compile(
    "(?:完成|占|为|是|相当于)(?:全?年|年度|调整|年初|预算|计划|目标|既定|预期)[^,，]{0,8}(?:任务|计划|预算|目标|预期)的?$"
)
_OF_A_PLANNED_SUM = re.compile("完成[^,，;；0-9]{0,6}(?:计划|任务|目标|预算)[(（]?[0-9][^,，;；的]*的$")
_PARTS = ("比重", "比例", "占比")
_FOR_EACH = re.compile("每[百千万]{1,2}(?:名)?(?:常住|户籍)?人口?(?![0-9])")
_LIST = re.compile("[、和与及]")
_ON_ANOTHER_BASIS = re.compile("自然|(?:自然|同|可比|全|小|大)口径|(?:扣除|剔除|不含|不包括|还原)[^,，、]{1,16}")
_OF_ALL = re.compile("(?P<part>[^,，、0-9]{2,14}?)达到?(?P<whole>[^,，、0-9]{2,12})的")
"""高标准农田达到耕地总面积的64%."""
_THAN_ALL = re.compile(
    "(?P<part>[^,，、0-9]{2,14}?)(?:仅|只)?(?:为|是|有|相当于)(?P<whole>全[国省市区县州](?:平均(?:水平)?)?)的"
)
"""贫困发生率仅为全省的60%."""
_PER_HEAD = re.compile("[、和]?人均(?:每[年月]|增加|提高|减少|达到?|为|突破|超过?|约)*$")
_FOR_YEARS = re.compile("连续(?:[0-9]+|[一二三四五六七八九十两]+)(?:年|个月|个季度)[^,，]*$")
_PART_OF = re.compile("[^,，、]{2}占(?!比|地|[^,，]*(?:比重|比例|占比|率)$)[^,，、]{2,}$")
_DID = re.compile(
    "跻身|入选|获[评批得]|荣获|稳产|丰收|增收|连跨|再创|[位稳]居|列[全入]|成为|提速|不断做大|持续|加快|全面|(?<=[率速幅量额值])是|不断|稳步|有序|(?:明显|显著|快速|迅速|蓬勃|健康|超常|高端|顺利|加速|强势|有力|扎实|平稳)+(?:$|(?=推进|发展|增长|壮大|崛起|提升|运行|实施))|开启|进入|[迈跨][上入过越]"
)
"""What ends the noun of a clause that tells what it did: 电池产业跻身国家级集群."""


class Name(NamedTuple):
    """A name, and whether the words next to the number say it."""

    text: str
    sure: bool
    behind: bool = False  # it stands behind the number: 6家企业
    aside: bool = False  # a distance to others, or one for each person: what follows is not named after it
    own: bool = True  # said of this number, not taken over from the one before
    part: str = ""  # of a share of a whole: what is the part, of which a growth behind it is


NOTHING = Name("", False)


def handed_on(name: Name, last: Name) -> Name:
    """After which of a name and the one before it what follows is named."""
    return last if last.text and (name.behind or name.aside) else name


def name_of(clause: Clause, unit: Unit | None, last: Name) -> Name:
    """The name of a number; ``last`` is that of the number before in its sentence, empty for the first."""
    counted = unit is not None and unit.whole and unit.symbol not in RATIOS
    lead, verb = lead_of(_FOR_YEARS.sub("", sized(clause)))
    if relative := _of_another(clause, unit, last, lead):
        return relative
    behind = _behind(clause, lead, counted)
    if counted and len(behind) > 1:
        return _of_what_happened(behind, unit, clause, last) or _counted(behind, lead, clause, unit, last)
    if not behind and (staged := at_what_stage(clause, last.text)):
        return Name(staged, False, behind=last.behind)
    if lead in GENERIC:
        return _of_a_generic(lead, clause, last)
    if funds := funds_of(clause, unit, verb):
        return Name(funds, _is_sure(funds), behind=True)
    if made := what_was_made(lead, behind, clause, unit):
        return Name(made, False)
    if not lead:
        return _named_elsewhere(clause, unit, last, behind, verb)
    return _of_its_lead(what_was_improved(lead, clause, unit), clause, unit, last, verb)


def _of_its_lead(lead: str, clause: Clause, unit: Unit | None, last: Name, verb: bool) -> Name:
    """The name of a number whose noun stands before it."""
    staged = of_which_stage(lead, clause, last.text)
    part = part_of_the_area(lead, clause)
    sure = not (verb or part) and staged == lead
    lead = _as_a_part(with_what_was_done(staged, clause, unit, last.text, behind=False), unit)
    return Name(f"{part}{_for_each(clause, last)}{lead}", sure and _is_sure(lead))


def _counted(behind: str, lead: str, clause: Clause, unit: Unit | None, last: Name) -> Name:
    """The name of things that stand behind their number, with what tells them from others."""
    if solved := whose_problem(behind, lead, clause, unit):
        return Name(solved, False, behind=True)
    whose = of_whom(behind, lead, clause)
    name = with_what_came_of_it(behind, clause.after)
    name = with_what_was_done(name, clause, unit, last.text, behind=True)
    return Name(f"{whose}{name}", not whose and _is_sure(behind), behind=True)


def _behind(clause: Clause, lead: str, counted: bool) -> str:
    return "" if lead and became_other(clause.segment, clause.after) else behind_of(clause.after, counted)


def _named_elsewhere(clause: Clause, unit: Unit | None, last: Name, behind: str, verb: bool) -> Name:
    """The name of a number that has no noun of its own before it."""
    if _GOAL.search(clause.segment):
        return Name("经济", False)
    if last.text:
        return _taken_over(last, clause, unit)
    if not behind:
        return _from_the_sentence(clause, verb=verb, unit=unit)
    whose = _from_the_sentence(clause, generic=True).text if tells_little(behind) else ""
    return Name(f"{whose if len(whose) <= _SURE else ''}{what_is_kept(behind)}", False, behind=True)


_HAPPENED = frozenset(
    "脱贫 受益 落户 就业 参加 参与 出席 搬迁 入住 返乡 上岗 参训 参保 参赛 获奖".split()  # noqa: SIM905
)
_COUNTED_AS = {"人": "人数", "名": "人数", "户": "户数", "人次": "人次"}


def _of_what_happened(behind: str, unit: Unit | None, clause: Clause, last: Name) -> Name | None:
    """大病保险受益人次 of 1700万人次受益: no name is a verb alone."""
    if unit is None or behind not in _HAPPENED:
        return None
    whose = last.text or _from_the_sentence(clause).text
    whose = "" if last.behind or whose in GENERIC or len(whose) > _SURE or behind in whose else whose
    return Name(f"{whose}{behind}{_COUNTED_AS.get(unit.symbol, '')}", False, behind=True)


_GOAL = re.compile("(?:^|[把将的])(?:增长|增速)(?:预期)?目标(?:[设确]?定|安排|设)?(?:为|在)?$")
"""增长预期目标定在7.5%: of the economy, where nothing else is named."""


def _taken_over(last: Name, clause: Clause, unit: Unit | None) -> Name:
    """The name before; a growth behind a share of a whole is that of the part."""
    is_growth = unit is not None and unit.symbol in RATIOS and unit.symbol != POINT and _GROWN_BY.match(clause.segment)
    text = last.part if last.part and is_growth else last.text
    return last._replace(text=text, sure=last.sure and _goes_on(clause.between), own=False)


_GROWN_BY = re.compile("[、,，]?(?:同比|比上年|较上年|分别|均)*(?:增长|下降|上涨|[增降]幅)")


def _as_a_part(lead: str, unit: Unit | None) -> str:
    """个私经济占生产总值 of 个私经济占生产总值的36.1%, as the share that it is."""
    return f"{lead}比重" if unit is not None and unit.symbol in RATIOS and _PART_OF.search(lead) else lead


_PACE = re.compile("(增速|增幅|涨幅|降幅|跌幅)(?:[比较]|同比|收窄|扩大|回落|提高|提升|加快|放缓|上升|下降|加深)")


def of_a_pace(name: Name, clause: Clause, unit: str) -> Name:
    """降幅收窄2.3个百分点: the fall has moved by so much, and not what fell."""
    pace = _PACE.search(clause.segment) if unit == POINT and not name.aside else None
    return name._replace(text=f"{name.text}{pace[1]}") if pace and not name.text.endswith(pace[1]) else name


def _for_each(clause: Clause, last: Name) -> str:
    """每千人口 of 每千人口执业医师3.2人、床位7.1张, which goes for both."""
    each = _FOR_EACH.match(last.text) if clause.between.startswith("、") else _FOR_EACH.match(clause.clause)
    return each[0] if each and each[0] not in clause.segment else ""


def _of_another(clause: Clause, unit: Unit | None, last: Name, lead: str) -> Name | None:
    """A name made with that of something else."""
    if of_size := named_by_size(clause, last.text):
        return Name(of_size, False, aside=True)
    whole = _of_a_whole(clause, unit, last) or _of_all(clause, unit) or _part_of_whose(clause, last)
    return whole or _on_another_basis(lead, last) or _spent(lead, clause, last)


def _spent(lead: str, clause: Clause, last: Name) -> Name | None:
    """公共预算支出 of 公共预算收入增长2%、支出超过700亿元."""
    if lead != "支出" or not clause.between.startswith("、") or not last.text.endswith("收入"):
        return None
    return Name(f"{last.text.removesuffix('收入')}支出", False)


def _of_a_whole(clause: Clause, unit: Unit | None, last: Name) -> Name | None:
    """占全市比重, 完成年度任务的115%: a share of what was named before; and what stands on top of 在…基础上."""
    segment = _ITS_TOTAL.sub("", clause.segment.strip("、"))
    if clause.after.startswith("的基础上"):
        named, _ = lead_of(clause.follows.partition(",")[2])
        return Name(named, False) if named else None
    if not last.text and segment.startswith("占"):
        last = _from_the_sentence(clause)
    if not last.text:
        return None
    if _PER_HEAD.fullmatch(clause.segment):
        return Name(f"人均{bare_name(last.text)}", last.sure, aside=True)
    if of_it := _of_the_name_before(clause, segment, unit, last):
        return of_it
    if segment.startswith("占"):
        whole, _ = lead_of(segment)
        of_what = f"占{whole}" if whole.endswith(_PARTS) else f"占{whole}比重" if whole else "占比"
        return Name(f"{last.text}{of_what}", last.sure, part=last.part or last.text)
    return None


def _part_of_whose(clause: Clause, last: Name) -> Name | None:
    """新材料产业产值占规模以上工业产值比重, behind 新材料产业投资额增长2.8倍; nothing for other words."""
    segment = clause.segment.lstrip("、,，")
    measured = _PART_OF_WHOSE.match(segment)
    whose = (last.text or _from_the_sentence(clause, True).text) if measured else ""
    if measured is None or not whose:
        return None
    whole, _ = lead_of(segment[measured.end() :])
    return Name(f"{joined_to(measured[0], whose, bool(last.text) and not last.behind)}占{whole}", False)


_PART_OF_WHOSE = re.compile("(?:产值|增加值|总产值|收入|投资额?)(?=占)")
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


def _goes_on(between: str) -> bool:
    """Whether nothing but signs and verbs stands between a number and the one before: 1451.6亿元、增长5%."""
    return len(between) <= 12 and not lead_of(between.lstrip("、,，和"))[0]


def _on_another_basis(lead: str, last: Name) -> Name | None:
    """The name before, counted otherwise: 自然口径, 扣除房地产投资后."""
    if not _ON_ANOTHER_BASIS.fullmatch(lead):
        return None
    basis = "自然口径" if lead == "自然" else lead
    return Name(f"{last.text}（{basis}）" if last.text else lead, False, aside=bool(last.text))


def _of_a_generic(lead: str, clause: Clause, last: Name) -> Name:
    """总投资 behind 新开工项目50个 is that of the projects."""
    whose = last.text if last.text and last.text not in GENERIC else _from_the_sentence(clause, True).text
    return Name(joined_to(lead, whose, bool(last.text) and not last.behind), False)


def _from_the_sentence(clause: Clause, generic: bool = False, verb: bool = False, unit: Unit | None = None) -> Name:
    """The last noun phrase of the clauses before; else what was done with the money."""
    parts = re.split("[,，:]", clause.sentence)[:-1]
    for part in reversed(parts[-3:]):
        lead, _ = lead_of(re.split("[0-9]", part)[-1].removeprefix("年") if not generic else part)
        lead = _DID.split(lead)[0] if len(_DID.split(lead)[0]) > 1 else lead
        if len(lead) > 1 and lead not in GENERIC:
            return Name(lead, False)
    spent = _SPENT.search(clause.segment) if verb and unit is not None and unit.currency else None
    return Name(f"{spent[1]}资金", False) if spent else NOTHING


_SPENT = re.compile("(投入|争取|安排|发放|拨付|筹集|下达|兑现|投放)")


def _is_sure(name: str) -> bool:
    return 2 <= len(name) <= _SURE and name not in VAGUE and not _PARTICLES.search(name) and not _LIST.search(name)
