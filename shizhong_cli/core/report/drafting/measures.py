"""What measure a number has, and whether the words next to it say so beyond doubt.

The scanner suggests one; here it is held against unit, verb and name. A measure is certain only where the verb next to
the number leaves one reading.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY, PER_MILLE, PERCENT, POINT, STEP, TENTH, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.common_indicators import common_of, prices_of
from shizhong_cli.core.report.coverage import Printed
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.names import Name
from shizhong_cli.core.report.drafting.phrases import AGAINST_OTHERS, TIMES_OTHERS

_QUALIFIERS = (
    r"(?:左右|约|近|超过?|高达|达到?|至少|不低于|不少于|不超过|突破|以上|了|预计|预期|控制在|保持在|稳定在|"
    r"分别|各|均|在|为|同比|实际|名义|\s)*$"
)
_GROWS = re.compile(
    r"(?:增长(?!率)|(?<!年均)增速|增幅|涨幅|降幅|下降(?!到|至|为)|上涨|下滑|下跌|递增|回升|负增长|"
    r"(?<=同比)[增升降减])" + _QUALIFIERS
)
_IN_BRACKETS = re.compile("[(（][^()（）0-9]{1,8}[)）]$")
_GROWTH_WANTED = re.compile("(?:增长|增速|增幅)的?(?:预期|奋斗|年度|调控)*目标值?(?:为|是|定为|:)?$")
"""增长的预期目标为9%."""
_AVERAGE = re.compile(
    r"(?:年均|年平均|平均每年|年复合)(?:分别|实际|名义|同比|各|均)*(?:增长|增速|递增|增幅|下降|提高)" + _QUALIFIERS
)
_CHANGES = re.compile(
    r"(?:净增加?|比[上去]年(?:同期|末)?(?:增加|减少|多|少|净增|提高|降低|下降|增长)|增加(?!值)|减少|"
    r"提高|降低|下降|增长|上升|提升|多增|少增|缩短|压缩|扩大|延长)(?!到|至|为)" + _QUALIFIERS
)
_REACHES = re.compile(
    r"(?:[增升降减缩扩提压][加长高低升少短小大缩]?|上升|下降|回升|回落|达|攀升|发展|调整|优化|收窄)(?:到|至|为)"
    + _QUALIFIERS
)
_STANDS = re.compile(
    r"(?:达到?|为|共有|拥有|现有|已有|突破|超过|稳定在|保持在|控制在|有|是|增至|升至|降至)" + _QUALIFIERS
)
_SHARE_OF = re.compile(
    r"(?:占|相当于)[^,，。]*$|完成[^,，。]*(?:任务|目标|计划|预算)(?:[(（][^)）]*[)）])?的$|达到?[^,，。]{2,12}的$|(?:比重|占比|比例)[^,，。]{0,8}$"
)
_RATE = re.compile(r"(?:(?<!增长)率|自然增长率|[盖密]度|比重|占比|比例|覆盖面|强度|指数|份额|满意度|进度|达标)$")
_STOCK = re.compile(
    r"(?:余额|(?<!出生)(?<!死亡)人口|年限|保有量|总数|里程|浓度|寿命|资产|存栏|床位|覆盖人数|参保人数|户数|负债|债务|总量指数|"
    r"(?:建成区|绿地|耕地|林地|森林|湿地|水域)面积|排名|市值|管理规模|倍差|总库容|产能|总?装机|装机容量|市场主体|经营主体)$"
)
_SUM = re.compile(
    r"(?:(?<!单位)生产总值|GDP|增加值|收入|支出|总额|产值|营收|投资(?!强度|占比)|产量|总产|销售额|营业额|"
    r"成交额|交易额|进出口|出口|进口|税收|零售额|利润|用电量|发电量|吞吐量|客运量|货运量|外资|票房|经费|"
    r"补助|补贴|出生人口|死亡人口)$"
)
_ADDED = re.compile(r"(?:新增|净增)(?!就业|城镇就业)")
_LOOKED_AFTER = re.compile("(?:已建成|养护|管护|共有|拥有|现有|建有|设有|辖区有|全[市区县省]有)[^,，]*$")
_REACHED_IN_ALL = re.compile("累计已?(?:达|超过|突破)")
"""绿道累计达到80公里: so many in all by now."""
_MORE_OF = re.compile("[、，,]?(?:新?培育|新?认定|新?获[批评]|新?引进|招引|新?入库|新?纳入)(?!库|壮大的)")
"""培育规上工业企业85家: so many more."""
_STANDING_THINGS = re.compile(
    r"(?:企业|主体|单位|平台|机构|中心|基地|个体工商户|农户|户|合作社|农场|品牌|商标|院士|床位|小巨人”?)$"
)
_DOING = re.compile(
    r"(?:新登记|新注册|补充|发行|新建|建成(?!区)|改造|新改建|改建|扩建|续建|实施|开工|竣工|投产|引进|招引|签约|"
    r"落地|新增|发放|拨付|"
    r"减免|培训|举办|开展|组织|办理|办结|化解|整治|治理|修复|完成|实现|累计|新开|开通|新设|植树|造林|"
    r"接待|查处|争取|筹集|兑现|投入|安置|救助|资助|种植|栽植|拆除|关停|淘汰|支持|新认定|创建|获批|推进|"
    r"谋划|转移|出台|制定|推广|盘活)"
)
_FRONT = 8
"""Characters of a clause in which its verb stands."""
_CUT = re.compile("精简|压降|取消")
"""Falls that the figure itself does not say: 精简四成."""
_FOR_EACH = re.compile("^每(?:[百千万]|百万)?[人名户亩]|^(?:[人户]均|平均)(?!.*(?:收|支|产|值))")
_DONE_BEHIND = re.compile(
    "入选|完成|获|列入|通过|上市|整治|改造|投产|投用|建成|开工|竣工|落地|签约|建设|实现|升级|入驻|取消|实施"
)
_CLASSIFIERS = frozenset("家个户项座条所处件场台套辆名位次宗起批种类期栋棵株口艘架对支只头份")


_AMOUNTS = (Measure.LEVEL, Measure.FLOW, Measure.CHANGE)
_RATES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.SHARE)
_GROWS_OR_MOVES = re.compile(
    f"{_GROWS.pattern}|(?:缩短|压缩|压减|缩减|减少|降低|精简|提高|提升|增加|扩大|上升){_QUALIFIERS}"
)


PROPORTION = (":", "∶", "︰")
"""What stands between the parts of a proportion."""


class Kind(NamedTuple):
    """A measure, and whether the words leave no other."""

    measure: Measure
    certain: bool
    multiple: bool = False  # 是2020年的2.5倍: so many times as much, not so many times more


def kind_of_figure(it: Printed, clause: Clause, name: Name, written: Written, unit: str) -> Kind:
    """The measure of one number by itself."""
    if is_against_others(clause):
        return Kind(it.number.measure or Measure.CHANGE, False)
    if unit in (POINT, STEP):
        return Kind(Measure.CHANGE, unit == POINT)
    if unit == TIMES:
        return _of_times(it, clause, name)
    if unit in (PERCENT, PER_MILLE, TENTH) or is_part(written, unit):
        kind = _of_a_ratio(it, clause, name, written)
        return kind._replace(certain=False) if is_in_a_proportion(clause) else kind
    kind = _of_an_amount(it, clause, name, unit)
    sinks = kind.measure is Measure.LEVEL and unit != "摄氏度"
    has_fallen = written.value < 0 and (sinks or (kind.measure is Measure.FLOW and written.text[:1] in "减降下"))
    return Kind(Measure.CHANGE, False) if has_fallen else kind


def is_in_a_proportion(clause: Clause) -> bool:
    """15:40:45, of which no one number has a name of its own."""
    return clause.between.endswith(PROPORTION) or clause.follows.startswith(PROPORTION)


def is_against_others(clause: Clause) -> bool:
    """Whether a number is a distance to what others have, by its own words or those of the list it stands in."""
    words = clause.clause if clause.segment == "、" else clause.segment
    return bool(AGAINST_OTHERS.search(words))


def is_sum(name: str) -> bool:
    """Whether a name is of something that is added up over a year."""
    return bool(_SUM.search(name))


def is_part(written: Written, unit: str) -> bool:
    """Whether a number is a part of a whole: 五分之一, 1/5."""
    return not unit and (written.scale if written.digits else written.value).denominator > 1


def _of_times(it: Printed, clause: Clause, name: Name) -> Kind:
    if TIMES_OTHERS.fullmatch(clause.segment):
        return Kind(Measure.LEVEL, False)
    if it.number.measure is Measure.LEVEL or re.search("倍差|倍率|覆盖", name.text):
        return Kind(Measure.LEVEL, bool(_STANDS.search(clause.segment) or _REACHES.search(clause.segment)))
    real = prices_of(name.text).get(Measure.GROWTH) == "constant"  # by amounts, or by rates at constant prices
    if it.number.measure is Measure.SHARE:
        said = re.search("(?:是|为|相当于|增至|达到?|扩大到|增加到|增长到)", clause.segment)
        return Kind(Measure.GROWTH, bool(said) and not real, True)
    return Kind(Measure.GROWTH, bool(_GROWS.search(clause.segment)) and not real)


def _of_a_ratio(it: Printed, clause: Clause, name: Name, written: Written) -> Kind:
    segment = _IN_BRACKETS.sub("", clause.segment or clause.clause)
    if _AVERAGE.search(segment):
        return Kind(Measure.AVERAGE_GROWTH, True)
    if _GROWTH_WANTED.search(segment):
        return Kind(Measure.GROWTH, True)
    if _SHARE_OF.search(segment) and not _moved_by(segment):
        return Kind(Measure.SHARE, True)
    is_rate = bool(_RATE.search(name.text))
    reaches = bool(_REACHES.search(segment))
    if not reaches and (_GROWS_OR_MOVES.search(segment) or written.value < 0):
        falls_unsaid = written.value > 0 and bool(_CUT.search(segment))
        return Kind(Measure.GROWTH, not is_rate and written.value != 0 and not falls_unsaid)
    return _of_a_rate(it, clause) if not is_rate else Kind(Measure.SHARE, _is_said(segment, name, reaches))


def _is_said(segment: str, name: Name, reaches: bool) -> bool:
    """Whether a rate is said to stand at its number: 失业率3.2%, 覆盖率达到98%."""
    return reaches or bool(_STANDS.search(segment)) or segment.endswith(name.text)


def _of_a_rate(it: Printed, clause: Clause) -> Kind:
    """What the scanner suggests, where neither name nor verb says it."""
    found = it.number.measure if it.number.measure in _RATES else Measure.SHARE
    if _STANDS.search(clause.segment) and not _GROWS_OR_MOVES.search(clause.segment):
        return Kind(Measure.SHARE, False)
    return Kind(found, found is Measure.SHARE and bool(_SHARE_OF.search(clause.clause)))


def _moved_by(segment: str) -> bool:
    """占比提高5%, and not 占比提高到5%."""
    return bool(_GROWS.search(segment)) and not _REACHES.search(segment)


def _of_an_amount(it: Printed, clause: Clause, name: Name, unit: str) -> Kind:
    """The first rule that says something of an amount; else what the scanner suggests."""
    found = it.number.measure if it.number.measure in _AMOUNTS else Measure.FLOW
    amount = _Amount(found, clause.segment or clause.clause, clause, name, unit)
    said = (rule(amount) for rule in _RULES)
    return next((kind for kind in said if kind), Kind(found, amount.stands and found is Measure.LEVEL))


class _Amount(NamedTuple):
    """An amount, as the rules look at it."""

    found: Measure  # what the scanner suggests
    segment: str
    clause: Clause
    name: Name
    unit: str

    @property
    def is_counted(self) -> bool:
        """Whether it counts things with a classifier."""
        return self.unit in _CLASSIFIERS

    @property
    def changes(self) -> bool:
        """Whether the words next to it say by how much something changed."""
        return bool(_CHANGES.search(self.segment)) and not _REACHES.search(self.segment)

    @property
    def does(self) -> bool:
        """Whether a verb of doing stands before it."""
        return bool(_DOING.search(self.segment))

    @property
    def stands(self) -> bool:
        """Whether it is said that there are so many."""
        return self.is_counted and bool(_STANDS.search(self.segment)) and not self.does


def _added(it: _Amount) -> Kind | None:
    """新增规上企业24家: a change of the stock; only 净增 says that nothing else is meant."""
    common = common_of(it.name.text)
    stands = _STANDING_THINGS.search(it.name.text) or (common is not None and common.stock)
    added = it.is_counted and _ADDED.search(it.segment)
    if added and not stands and it.found is Measure.LEVEL:
        return Kind(Measure.FLOW, False)
    return Kind(Measure.CHANGE, "净增" in it.segment) if added and stands else None


def _known(it: _Amount) -> Kind | None:
    """What the table of common indicators says."""
    common = common_of(it.name.text)
    if common is None or common.kind is None:
        return None
    in_a_list = it.is_counted and it.segment.startswith(("、", "和", "及", "与"))
    if common.stock and it.is_counted and _MORE_OF.match(it.segment):
        return Kind(Measure.CHANGE, False)
    return Kind(Measure.CHANGE if it.changes else common.kind, not in_a_list)


def _changed(it: _Amount) -> Kind | None:
    certain = bool(re.search("净增|比[上去]年|[增减][加少]|提高|延长", it.segment))
    return Kind(Measure.CHANGE, certain) if it.changes else None


def _collected(it: _Amount) -> Kind | None:
    """累计培育企业9家; already built, looked after."""
    gathered = it.is_counted and "累计" in it.clause.sentence[-24:] and _STANDING_THINGS.search(it.name.text)
    if not _ADDED.search(it.segment) and (gathered or _LOOKED_AFTER.search(it.segment)):
        return Kind(Measure.LEVEL, False)
    return None


def _for_each(it: _Amount) -> Kind | None:
    """每万人发明专利19.8件."""
    said = bool(_STANDS.search(it.segment)) or it.segment.endswith(it.name.text)
    return Kind(Measure.LEVEL, said) if _FOR_EACH.search(it.name.text) else None


def _named_behind(it: _Amount) -> Kind | None:
    """9个重点行业: what is counted stands behind."""
    if not (it.is_counted and it.name.behind):
        return None
    if _DONE_BEHIND.search(f"{it.name.text}{it.clause.after}") or it.segment == "为":
        return Kind(Measure.FLOW, False)
    if _DOING.search(it.clause.clause) or _STANDS.search(it.segment):
        return None
    return Kind(Measure.LEVEL if not it.segment else it.found, False)


def _stock_or_sum(it: _Amount) -> Kind | None:
    """By the last word of the name: 余额 is a stock, 产值 a sum."""
    if _STOCK.search(it.name.text) and not it.does:
        return Kind(Measure.LEVEL, True)
    if _SUM.search(it.name.text) and not it.is_counted:
        return Kind(Measure.FLOW, it.unit == MONEY or it.found is Measure.FLOW)
    return None


def _done(it: _Amount) -> Kind | None:
    begins = bool(_DOING.search(it.segment[:_FRONT]))
    if it.does and it.found is Measure.FLOW:
        return Kind(Measure.FLOW, begins)
    is_left_open = begins and it.found is Measure.LEVEL and not it.stands and not _REACHED_IN_ALL.search(it.segment)
    return Kind(Measure.FLOW, False) if is_left_open else None


_RULES = (_added, _known, _collected, _changed, _for_each, _named_behind, _stock_or_sum, _done)
"""In the order in which they are asked."""
