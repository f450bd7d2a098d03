"""What a number is about, as a statistician would put it in a table: the noun phrase, without verbs and particles."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.units import POINT, RATIOS, Unit
from shizhong_cli.core.pack.common_indicators import common_of
from shizhong_cli.core.report.drafting.areas import part_of_the_area
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.deeds import of_whom, tells_little, whose_problem, with_what_was_done
from shizhong_cli.core.report.drafting.generic import joined_to
from shizhong_cli.core.report.drafting.leads import became_other, behind_of, lead_of
from shizhong_cli.core.report.drafting.made import (
    EXTENTS,
    LANDS,
    funds_of,
    what_is_kept,
    what_was_improved,
    what_was_made,
)
from shizhong_cli.core.report.drafting.name import NOTHING, Name, from_the_sentence, goes_on_with_another
from shizhong_cli.core.report.drafting.outcomes import with_what_came_of_it
from shizhong_cli.core.report.drafting.phrases import GENERIC, VAGUE
from shizhong_cli.core.report.drafting.sizes import sized
from shizhong_cli.core.report.drafting.stages import at_what_stage, of_which_stage
from shizhong_cli.core.report.drafting.wholes import of_another

_SURE = 14
_PARTICLES = re.compile("[了着把被让使将]|(?<!目)的(?!比重|比例)")
_FOR_EACH = re.compile("每[百千万]{1,2}(?:名)?(?:常住|户籍)?人口?(?![0-9])")
_LIST = re.compile("[、和与及]")
_FOR_YEARS = re.compile("连续(?:[0-9]+|[一二三四五六七八九十两]+)(?:年|个月|个季度)[^,，]*$")
_PART_OF = re.compile("[^,，、]{2}占(?!比|地|[^,，]*(?:比重|比例|占比|率)$)[^,，、]{2,}$")


def name_of(clause: Clause, unit: Unit | None, last: Name) -> Name:
    """The name of a number; ``last`` is that of the number before in its sentence, empty for the first."""
    counted = unit is not None and unit.whole and unit.symbol not in RATIOS
    lead, verb = lead_of(_FOR_YEARS.sub("", _own_words(sized(clause), clause, last)))
    if relative := of_another(clause, unit, last, lead):
        return relative
    behind = _behind(clause, lead, counted)
    if counted and (things := _of_things(behind, lead, clause, unit, last)):
        return things
    if not behind and (staged := at_what_stage(clause, last.text)):
        return Name(staged, False, behind=last.behind)
    if lead in GENERIC:
        return _of_a_generic(lead, clause, last)
    if funds := funds_of(clause, unit, verb, lead):
        return Name(funds, _is_sure(funds), behind=True)
    if made := what_was_made(lead, behind, clause, unit):
        return Name(made, False)
    if not lead:
        return _named_elsewhere(clause, unit, last, behind, verb)
    return _of_its_lead(what_was_improved(lead, clause, unit), clause, unit, last, verb)


_COUNTED_BEFORE = re.compile("^(?:以上|以下|以内|左右|[余多])的?[\u4e00-\u9fff]{2,}[^,，]*、(?=[\u4e00-\u9fff“]{2})")
"""50%以上号源、转诊量增长90%: what stands behind the bound is of the number before."""
_RANKS = "[稳位跃高]?居|[位名]?列|跻身|进入|迈入|挺进"
"""What is said before a rank."""
_RANKED_BEFORE = re.compile(f"^[、]?(?:{_RANKS}|保持|蝉联)[^,，、]*(?:[第前首]|[十百]强|行列|方阵|梯队)[^,，、]*、")
_OF_A_STEP = re.compile("^(?:元)?(?:大关|新?台阶|关口|门槛)[、](?=[\u4e00-\u9fff]{2})")


def _own_words(segment: str, clause: Clause, last: Name) -> str:
    """The words before a number without what is counted by the number before: 绿道 of 5个公园、绿道20公里."""
    segment = _OF_A_STEP.sub("", _RANKED_BEFORE.sub("、", _COUNTED_BEFORE.sub("", segment)))
    if last.behind and not clause.is_first and clause.between == clause.segment:
        counted, _, rest = segment.rpartition("、")
        return rest if len(rest) > 1 and last.text.endswith(counted.split("、")[0]) else segment
    return segment


def _of_its_lead(lead: str, clause: Clause, unit: Unit | None, last: Name, verb: bool) -> Name:
    """The name of a number whose noun stands before it."""
    staged = of_which_stage(lead, clause, last.text)
    if in_a_place := _in_a_place(lead, clause, unit):
        return in_a_place
    part = part_of_the_area(lead, clause)
    sure = not (verb or part) and staged == lead
    lead = _as_a_part(with_what_was_done(staged, clause, unit, last.text, behind=False), unit)
    return Name(f"{part}{_for_each(clause, last)}{lead}", sure and _is_sure(lead))


_A_PLACE = re.compile("[区县市镇乡村园岸]$")


def _in_a_place(lead: str, clause: Clause, unit: Unit | None) -> Name | None:
    """老城区危旧房 of 老城区70万平方米危旧房, and what the next area behind 、 is of."""
    behind = behind_of(clause.after, False) if unit is not None and unit.symbol in EXTENTS else ""
    if behind and goes_on_with_another(clause, NOTHING):
        return Name(behind, _is_sure(behind), behind=True)
    return Name(f"{lead}{behind}", False, behind=True) if behind and _A_PLACE.search(lead) else None


def _of_things(behind: str, lead: str, clause: Clause, unit: Unit | None, last: Name) -> Name | None:
    """The name of what a number counts, where that stands behind it."""
    if len(behind) < 2 and with_what_came_of_it(behind, clause.after) == behind:
        return None
    return _of_what_happened(behind, unit, clause, last) or _counted(behind, lead, clause, unit, last)


def _counted(behind: str, lead: str, clause: Clause, unit: Unit | None, last: Name) -> Name:
    """The name of things that stand behind their number, with what tells them from others."""
    if solved := whose_problem(behind, lead, clause, unit):
        return Name(solved, False, behind=True)
    whose = of_whom(behind, lead, clause)
    name = with_what_came_of_it(behind, clause.after)
    done = with_what_was_done(name, clause, unit, last.text, behind=True)
    name = name if whose and whose.endswith(done.removesuffix(name)) else done
    return Name(f"{whose}{name}", not whose and _is_sure(behind), behind=True)


def _behind(clause: Clause, lead: str, counted: bool) -> str:
    return "" if lead and became_other(clause.segment, clause.after) else behind_of(clause.after, counted)


def _named_elsewhere(clause: Clause, unit: Unit | None, last: Name, behind: str, verb: bool) -> Name:
    """The name of a number that has no noun of its own before it."""
    if _GOAL.search(clause.segment):
        return Name("经济", False)
    of_a_size = unit is not None and unit.symbol in LANDS and clause.after.startswith("的")
    if behind and (of_a_size or (last.behind and goes_on_with_another(clause, last))):
        return Name(behind, _is_sure(behind), behind=True)
    if last.text:
        return _went_on(clause, last) or _taken_over(last, clause, unit)
    if not behind:
        return from_the_sentence(clause, verb=verb, unit=unit)
    whose = from_the_sentence(clause, generic=True).text if tells_little(behind) else ""
    return Name(f"{whose if len(whose) <= _SURE else ''}{what_is_kept(behind)}", False, behind=True)


_HAPPENED = frozenset(
    "脱贫 受益 落户 就业 参加 参与 出席 搬迁 入住 返乡 上岗 参训 参保 参赛 获奖".split()  # noqa: SIM905
)
_COUNTED_AS = {"人": "人数", "名": "人数", "户": "户数", "人次": "人次"}


def _of_what_happened(behind: str, unit: Unit | None, clause: Clause, last: Name) -> Name | None:
    """大病保险受益人次 of 1700万人次受益: no name is a verb alone."""
    if unit is None or behind not in _HAPPENED:
        return None
    whose = last.text or from_the_sentence(clause).text
    whose = "" if last.behind or whose in GENERIC or len(whose) > _SURE or behind in whose else whose
    return Name(f"{whose}{behind}{_COUNTED_AS.get(unit.symbol, '')}", False, behind=True)


_GOAL = re.compile("(?:^|[把将的])(?:增长|增速)(?:预期)?目标(?:[设确]?定|安排|设)?(?:为|在)?$")
"""增长预期目标定在7.5%: of the economy, where nothing else is named."""


_WENT_ON = re.compile(
    "(?:保持|维持|实现|呈现?|延续|稳步|持续|平稳|较快|快速|恢复性|两位数|正|大幅|稳定|不断|稳中[有向]|逐[月季步年])*"
    "(?:增长|回升|提升|向好|向优|增强|改善|稳定|上升|攀升|壮大|扩大|发展|提高|恢复|丰收|复苏|回暖|加快|运行|提速|态势|突破|进位|提质)$"
    "|(?:再|屡|连|双双)?创(?:下|出)?(?:历史|同期|近年来?)?(?:新高|最高|最好|新纪录).*$|(?:再上|迈上|跃上|登上)(?:新的?)?台阶$"
)


def _went_on(clause: Clause, last: Name) -> Name | None:
    """粮食产量 of 生产总值增长3%，粮食产量保持稳定，达到50万吨: what a clause without a number tells of."""
    for part in reversed(re.split("[,，]", clause.between)[1:-1]):
        went = _WENT_ON.search(part)
        noun = lead_of(part[: went.start()])[0] if went else ""
        if noun and noun not in GENERIC and noun != last.text and not noun.endswith(("增速", "增幅", "总量", "质量")):
            return Name(noun, False, own=False)
    return None


def _taken_over(last: Name, clause: Clause, unit: Unit | None) -> Name:
    """The name before; a growth behind a share of a whole is that of the part."""
    is_growth = unit is not None and unit.symbol in RATIOS and unit.symbol != POINT and _GROWN_BY.match(clause.segment)
    text = last.part if last.part and is_growth else last.text
    is_named = last.sure or (last.own and common_of(text) is not None)
    return last._replace(text=text, sure=is_named and _goes_on(clause.between), own=False)


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


def _goes_on(between: str) -> bool:
    """Whether nothing but signs and verbs stands between a number and the one before: 1451.6亿元、增长5%."""
    parts = [_ASIDE.sub("", part) for part in re.split("[、,，]", between)]
    return not any(lead_of(part.lstrip("和与"))[0] for part in parts)


_ASIDE = re.compile(
    "^(?:[0-9]*[余多]?(?:以上|左右|以下|以内)?(?:的)?$"
    "|(?:总量|增速|增幅|规模|总额|均|分别|双双|继续|持续|连续[0-9一二三四五六七八九十]+年)*"
    f"(?:{_RANKS}|排|再?创|高于|低于|快于|慢于|好于|优于|超过|领先).*$"
    "|(?:总量|增速|增幅|规模|总额|绝对额|同口径|名义|实际|按可比价格?(?:计算)?)+)"
)
"""What a report says between two numbers of one indicator: 5.53万亿元、稳居全国前十强、增长4.8%."""


def _of_a_generic(lead: str, clause: Clause, last: Name) -> Name:
    """总投资 behind 新开工项目50个 is that of the projects."""
    whose = last.text if last.text and last.text not in GENERIC else from_the_sentence(clause, True).text
    whose = whose or _before_a_step(clause)
    return Name(joined_to(lead, whose, bool(last.text) and not last.behind), False)


def _before_a_step(clause: Clause) -> str:
    """地区生产总值 of 地区生产总值迈上5万亿台阶、五年增量, where the step is no figure."""
    before, step, _ = clause.clause.rpartition("台阶、")
    return lead_of(re.split("[0-9]", before)[0])[0] if step else ""


def _is_sure(name: str) -> bool:
    return 2 <= len(name) <= _SURE and name not in VAGUE and not _PARTICLES.search(name) and not _LIST.search(name)
