"""Numbers that say which things are meant, or that are said in passing, and are no figures of a report."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import MONEY, PERCENT
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.kinds import LENGTHS_OF_TIME

_MONEY = frozenset((MONEY, "美元"))
_AGES = frozenset(("岁", "周岁"))
_SIDES = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN)
_THINGS = "(?:企业|项目|产业|集群|园区|乡镇|镇|村|街道|单位|工程)"
_COUNTED = "[0-9]+(?:个|家|户|项|所|人|名)"
_OF_WHAT = re.compile(
    f"(?:及?以[上下]|以内)?的?(?:[县市区镇乡村]+(?:[(（][市区县旗][)）])?)?(?:已|共|由|从|有|为|达|增|加|发展|[到至])*{_COUNTED}"
    "|(?:及?以[上下]|以内)的?(?![增占较比达列居同位以累年高及和与或])[\u4e00-\u9fff][^,，、。;；]*[0-9]"
    f"|[\u4e00-\u9fff]{{0,6}}{_THINGS}[\u4e00-\u9fff]{{0,6}}[0-9]"
    "|(?:及?以上)?的?(?:特大|重大|重点|规上|规模|龙头|工业|产业|制造业?|农业|文旅|服务业?|外资|优质){0,4}(?:企业|项目)(?!投资|建设资金)"
)
"""10亿元以上项目6个: the money says which projects are counted."""
_CLASS = re.compile(f"级?的?[\u4e00-\u9fff]{{0,6}}{_THINGS}[\u4e00-\u9fff]{{0,6}}{_COUNTED}")
"""十亿元企业30家: of what size they are."""
_OR = re.compile(f"(?:以上)?(?:或|或者)[0-9.]+[百千万亿]*(?:美元|元|欧元)(?:以上)?的?[\u4e00-\u9fff]{{0,6}}{_THINGS}")
_SHARED = re.compile("(?:以上|以下|以内)?的?(?:部分|小微企业|小型微利企业|纳税人|个人|家庭|农户|困难户)")
"""不到100万元的部分: what a rule holds for."""
_WHOLE_OF = re.compile("投资|总额|规模|资金|收入|产值$")
_AGED = re.compile("寿命|年龄|达到|提高|提升|延长|[增升]至")
_SIZED_PLANTS = frozenset(("千瓦", "兆瓦", "吨", "蒸吨", "蒸吨/小时", "千伏安"))
_PLANTS = re.compile("(?:及?以[上下]|以内)的?[\u4e00-\u9fff]{0,6}(?:机组|锅炉|窑炉|电站|电厂|装置|风机|煤矿|矿井)")
_GRID = re.compile("(?:[、和及与]|$|[\u4e00-\u9fff]{0,6}(?:电网|变电|线路|工程|站|主变|通道))")
"""新建22个750千伏和330千伏电网工程: of what kind they are."""
_GOODS = frozenset(("台", "辆", "套", "架", "片", "吨", "千瓦", "兆瓦"))
_PROJECT = re.compile("[\u4e00-\u9fff]{1,8}?等?(?:项目|生产线)(?!个|数)")
"""20万台发动机等项目: what the project is called after."""
_RULE = re.compile("的?(?:优惠)?政策|的?起付|的规定")
_NATION = re.compile("多?(?:人口)?的|多?(?:中国|中华)|多?各族|多?人民")
_NATION_FROM = 10**9
_PEOPLE = re.compile(
    "(?:多|余)?(?:名|位|人)?(?:(?:优秀|勤劳|勇敢|全[省市县区])*(?:各族(?:人民|群众|儿女|干部)|中国人|中华儿女|人民(?![币政医法检银调团])"
    "|[\u4e00-\u9fff]{0,2}儿女|父老|乡亲|同胞))"
)
"""60万人民, 45万各族群众: whom the report speaks of."""
_PEOPLE_FROM = 10**4
_MEASURED = frozenset(("公斤", "千克", "斤", "吨", "亩", "公里", "平方米", "公顷"))
"""每50公斤: for how much of it."""
_OF_WHOM = re.compile("的(?!目标|要求|预期|承诺|标准|限|$)[\u4e00-\u9fff]")
"""参保不足1年的农民工, 工期超过3年的项目: for whom or what a rule holds."""
_PRESENT = re.compile("[\u4e00-\u9fff]{0,8}(?:出席|列席|参会|到会|与会)|位代表|多?名代表委员")
_AMONG = re.compile("(?:个|座)?[\u4e00-\u9fff]{1,10}中(?:综合)?(?:排|位[居列]|[列居]|名列|处于|脱颖而出)")
"""在全国169个重点城市中排名第8: how many others there are."""
_ASPECTS = re.compile(
    "(?:大)?方面(?!军)|(?:主要|约束性|预期性|考核)?指标(?=$|[,，。;；、:])|[\u4e00-\u9fff]{0,6}指标(?![值率])[\u4e00-\u9fff]{0,4}(?:完成|达到|提前|实现|进展|达标|超额|好于)"
)


def is_condition(it: Printed, clause: Clause) -> bool:
    """Whether a number says which things are counted, or what a rule holds for."""
    unit, sided = it.number.unit, it.number.bound in _SIDES
    if unit in _AGES:
        return not _AGED.search(clause.clause[-_NEAR:])
    if (unit in _GOODS and _PROJECT.match(clause.after)) or (unit in _REACHES and _WITHIN.match(clause.after)):
        return True
    if unit in LENGTHS_OF_TIME:
        return sided and bool(_OF_WHOM.match(clause.after))
    if unit in _ONLY_IF:
        return bool(_ONLY_IF[unit].match(clause.after))
    return _is_of_money(it, clause, sided)


def _is_of_money(it: Printed, clause: Clause, sided: bool) -> bool:
    """Whether an amount of money, or a number without a unit, says of what size things are."""
    unit = it.number.unit
    if (unit in _MONEY or not unit) and _OF_EACH.search(clause.clause):
        return True
    return unit in _MONEY and _is_a_size(it, clause, sided)


_ONLY_IF = {"千伏": _GRID, PERCENT: _RULE, **dict.fromkeys(_SIZED_PLANTS, _PLANTS)}
"""What has to stand behind a number in such a unit."""
_REACHES = frozenset(("米", "公里", "分钟", "小时"))
_WITHIN = re.compile("以?内(?:的)?[\u4e00-\u9fff]{1,8}(?:比[例重]|[覆到占]?[盖达比]?率)")
"""50米内换乘比例: what is within is counted."""
_OF_EACH = re.compile(
    "[0-9][个家户][\u4e00-\u9fff]{0,8}(?:经济总量|生产总值|产值|收入|营收|税收|纳税额?)(?:超过?|近|过|突破)$"
)
"""新增1个经济总量近千亿、4个过五百亿的县市: of what size each is."""
_NEAR = 12


def _is_a_size(it: Printed, clause: Clause, sided: bool) -> bool:
    """Whether an amount of money is the size of each of what is counted."""
    after = clause.after
    if sided and (_OF_WHAT.match(after) or _SHARED.match(after)):
        return True
    is_class = not it.number.digits and not _WHOLE_OF.search(clause.segment[-_NEAR:])
    either = clause.segment in ("或", "或者")
    return bool(_OR.match(after)) or ((is_class or either) and bool(_CLASS.match(after)))


def is_said_in_passing(it: Printed, clause: Clause) -> bool:
    """14亿人的大国, 320名代表出席, 9项约束性指标全部完成: of the country, of who is there, of the report itself."""
    unit, value = it.number.unit, it.number.value
    if clause.segment.endswith(("平均每", "均每", "每")) and unit in _MEASURED:
        return True
    if unit in ("人", "") and value is not None and value >= _PEOPLE_FROM and _is_a_people(it, clause):
        return True
    if unit == "人" and value is not None and value >= _NATION_FROM:
        return bool(_NATION.match(clause.after))
    if unit in ("人", "名", "位"):
        return bool(_PRESENT.match(clause.after))
    return unit in ("个", "项", "座") and bool(_ASPECTS.match(clause.after) or _AMONG.match(clause.after))


def _is_a_people(it: Printed, clause: Clause) -> bool:
    """Whether those are meant who live there, all of them together."""
    unknown = it.number.unknown_unit
    words = clause.after if clause.after.startswith(unknown) else f"{unknown}{clause.after}"
    return bool(_PEOPLE.match(words))
