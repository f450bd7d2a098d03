"""What measure an amount has, and whether the words next to it say so: rules, in the order in which they are asked."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY
from shizhong_cli.core.pack.common_indicators import common_of
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.kinds import (
    LENGTHS_OF_TIME,
    QUALIFIERS,
    REACHES,
    STANDS,
    Kind,
    is_sum,
    is_yearly_mean,
)
from shizhong_cli.core.report.drafting.name import Name
from shizhong_cli.tuples import NamedTuple

_CHANGES = re.compile(
    r"(?:[增减多少短]收|[增减]支|净增加?|比[上去]年(?:同期|末)?(?:增加|减少|多|少|净增|提高|降低|下降|增长)|增加(?!值)|减少|"
    r"提高|降低|下降|增长|上升|(?<!巩固)(?<!改造)提升|多增|少增|缩短|压缩|扩大|延长)(?!到|至|为)" + QUALIFIERS
)
_STOCK = re.compile(
    r"(?:余额|(?<!出生)(?<!死亡)人口|年限|保有量|总数|里程|浓度|寿命|资产(?:总[额量]|规模)?|存栏|床位|覆盖人数|参保人数|户数|负债|债务|总量指数|"
    r"(?:建成区|绿地|耕地|林地|森林|湿地|水域)面积|耕地保有量|排名|市值|管理规模|倍差|总库容|产能|总?装机|装机容量|市场主体|经营主体)$"
)
_ADDED = re.compile(r"(?:新增|净增|新设(?!施|备|计)|新登记|新注册|新升规|新上规|新入规)(?!就业|城镇就业)")
_BUILT_SO_FAR = re.compile("累计已?(?:建成|培育|认定|发展|创建|改造|开通|打造)")
"""累计建成高标准农田186万亩, of a year or since ever?"""
_LOOKED_AFTER = re.compile("(?:集聚|聚集|汇聚|已建成|养护|管护|共有|拥有|现有|建有|设有|辖区有|全[市区县省]有)[^,，]*$")
_REACHED_IN_ALL = re.compile("累计已?(?:达|超过|突破)")
"""绿道累计达到80公里: so many in all by now."""
_MORE_OF = re.compile("[、，,]?(?:新?培育|新?认定|新?引进|招引|新?入库|新?纳入)(?!库|壮大的)")
"""培育规上工业企业85家: so many more."""
_STANDING_THINGS = re.compile(
    r"(?:企业|主体|单位|平台|机构|中心|基地|个体工商户|农户|户|合作社|农场|品牌|商标|院士|床位|小巨人”?)$"
)
_DOING = re.compile(
    r"(?:新登记|新注册|补充|发行|新建|建成(?!区)|改造|新改建|改建|扩建|续建|实施|开工|竣工|投产|引进|招引|签约|"
    r"落地|新增|发放|拨付|"
    r"减免|培训|举办|开展|组织|办理|办结|化解|整治|治理|修复|完成|实现|累计|新开|开通|新设|植树|造林|"
    r"接待|查处|疏解|开行|争取|筹集|兑现|投入|安置|救助|资助|种植|栽植|拆除|关停|淘汰|支持|新认定|创建|获批|推进|"
    r"谋划|转移|出台|制定|推广|盘活|招募|招聘|录用)"
)
_FRONT = 8
"""Characters of a clause in which its verb stands."""
_FOR_EACH = re.compile("^每(?:[百千万]|百万)?[人名户亩]|^(?:[人户]均|平均)(?!.*(?:收|支|产|值|消费))")
_TAKEN_AWAY = re.compile(
    "(?:压减|压缩(?!空气|机|天然气)|退出(?!机制)|淘汰|关停|关闭|化解|削减|去(?=产能|库存|杠杆)|裁减|核减|清退|腾退|减轻|拆除)(?!地|年)(?![^,，]*(?:新增|新建|改造|实现|完成|达))[^,，]{2,}$"
)
"""压减钢铁产能3000万吨: what is done, and never what there is."""
_COMES_TO = re.compile("(?:到|至|为|在)(?:约|近|超过?)?$")
_RELIEF = re.compile(
    "(?:减轻|降低)[^,，]*(?:负担|成本|费用|税负|税费|支出)[^,，]*$|(?:减[税负费支]|降[费本]|让利)+[^,，]{0,8}$"
)
"""减负超过26亿元, 减轻企业负担3亿元."""
_COVERED = re.compile("(?P<insured>保险|医保|社保|养老|低保)?(?:制度|网络|服务)?覆盖(?!率|面)[^,，、]{0,4}$")
"""养老保险覆盖9亿人: so many are insured."""
_SECURED = re.compile("[\u4e00-\u9fff]{0,16}(?:得到|享有|享受)[\u4e00-\u9fff]{0,4}保障")
_RED_LINE = re.compile("的?[\u4e00-\u9fff]{0,8}红线")
_SETTLED = re.compile("[\u4e00-\u9fff]{0,12}(?:落户|脱贫|就业|搬迁|入住|返乡|受益|上岗)")
_GRANTED = re.compile("获[批评得准]|荣获")
_HAPPENS = re.compile("案件|案|事故|出生|死亡|就业|人次|登记|航班")
_DONE_BEHIND = re.compile(
    "入选|挂牌|晋级|签署|投入使用|落户|上规|入统|验收|完成|获|受到|退出|出列|摘帽|脱贫|列入|通过|上市|整治|改造|投产|投用|建成|开工|竣工|落地|签约|建设|实现|升级|入驻|取消|实施"
)
_CLASSIFIERS = frozenset("家个户项座条所处件场台套辆名位次宗起批种类期栋棵株口艘架对支只头份")
_AMOUNTS = (Measure.LEVEL, Measure.FLOW, Measure.CHANGE)


def kind_of_an_amount(it: Printed, clause: Clause, name: Name, unit: str) -> Kind:
    """The first rule that says something of an amount; else what the scanner suggests."""
    found = it.number.measure if it.number.measure in _AMOUNTS and not _is_improved(name) else Measure.FLOW
    amount = _Amount(found, clause.segment or clause.clause, clause, name, unit)
    said = (rule(amount) for rule in _RULES)
    kind = next((kind for kind in said if kind), Kind(found, amount.stands and found is Measure.LEVEL))
    if kind.measure is Measure.LEVEL and unit == MONEY and not (kind.certain or _IS_THERE.search(name.text)):
        kind = Kind(Measure.FLOW, False)
    return kind._replace(certain=kind.certain and not is_yearly_mean(amount.segment))


_IS_THERE = re.compile(
    "存款|贷款|资本|资金|基金|规模|价值|估值|储备|存量|余额|资产|负债|债|市值|标准|价格?|单价|(?:[人户亩村]均|每[人户亩月]|最低)|容量|财力"
)
"""Money that is there, or for each of something; any other comes in or goes out."""


def _is_improved(name: Name) -> bool:
    """完成森林质量提升10万亩: on how much land, and not by how much."""
    return name.text.endswith("提升")


def of_all_years(kind: Kind, clause: Clause, name: str, unit: str) -> Kind:
    """探明矿产地35处 in a part about five years: done in all of them, where nothing says that so many there are."""
    may_be_done = kind.measure is Measure.LEVEL and not kind.certain and unit in _CLASSIFIERS and name[:1] != "每"
    words = clause.segment or clause.clause
    stands = STANDS.search(words) or REACHES.search(words) or _STOCK.search(name) or _LOOKED_AFTER.search(words)
    return Kind(Measure.FLOW, False) if may_be_done and not stands else kind


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
        return bool(_CHANGES.search(self.segment)) and not REACHES.search(self.segment) and not _is_improved(self.name)

    @property
    def does(self) -> bool:
        """Whether a verb of doing stands before it."""
        return bool(_DOING.search(self.segment))

    @property
    def stands(self) -> bool:
        """Whether it is said that there are so many."""
        return self.is_counted and bool(STANDS.search(self.segment)) and not self.does


def _taken_away(it: _Amount) -> Kind | None:
    """压减钢铁产能3000万吨, 减轻负担3亿元: what was done, in so far as it is not said what it came to."""
    if _COMES_TO.search(it.segment):
        return None
    relief = it.unit == MONEY and bool(_RELIEF.search(it.segment))
    return Kind(Measure.FLOW, True) if relief or _TAKEN_AWAY.search(it.segment) else None


def _of_time(it: _Amount) -> Kind | None:
    """办理时限不超过3天: how long it takes, of which nothing is added up."""
    if it.unit not in LENGTHS_OF_TIME or it.name.text.endswith(("天数", "日数", "时数")):
        return None
    return Kind(Measure.CHANGE if it.changes else Measure.LEVEL, bool(_LENGTH.search(it.name.text)))


_LENGTH = re.compile("(?:时限|时间|时长|用时|周期|期限|年限|寿命|工期|时效)$")


def _red_line(it: _Amount) -> Kind | None:
    """严守18亿亩耕地红线: what is kept."""
    return Kind(Measure.LEVEL, False) if _RED_LINE.match(it.clause.after) else None


def _of_people(it: _Amount) -> Kind | None:
    """养老保险覆盖9亿人 and 60万人得到保障 are how it is, 1万人落户 what happened."""
    if it.unit not in ("人", "户"):
        return None
    covered = None if it.does else _COVERED.search(it.segment)
    if covered:
        return Kind(Measure.LEVEL, covered["insured"] is not None)
    if _SECURED.match(it.clause.after):
        return Kind(Measure.LEVEL, False)
    settled = (_SETTLED.match(it.clause.after) or it.name.text.startswith("解决")) and not REACHES.search(it.segment)
    return Kind(Measure.FLOW, False) if settled else None


def _counted_sum(it: _Amount) -> Kind | None:
    """快递业务量达到700万件: a sum, although its things are counted one by one."""
    counted = it.name.text.endswith(("量", "客流", "订单")) and is_sum(it.name.text)
    return Kind(Measure.FLOW, True) if counted and not it.changes else None


def _come_to(it: _Amount) -> Kind | None:
    """高铁站发展到36座: so many there are now."""
    reaches = it.is_counted and REACHES.search(it.segment)
    return Kind(Measure.LEVEL, not it.does) if reaches and not _HAPPENS.search(it.name.text) else None


def _added(it: _Amount) -> Kind | None:
    """新增规上企业24家: a change of the stock; only 净增 says that nothing else is meant."""
    if it.unit == MONEY and _STOCK.search(it.name.text) and _ON_TOP.fullmatch(it.segment):
        return Kind(Measure.CHANGE, it.name.text.endswith("余额"))
    common = common_of(it.name.text)
    stands = _STANDING_THINGS.search(it.name.text) or (common is not None and common.stock)
    added = it.is_counted and _ADDED.search(it.segment)
    if added and not stands and it.found is Measure.LEVEL:
        return Kind(Measure.FLOW, False)
    return Kind(Measure.CHANGE, "净增" in it.segment) if added and stands else None


_ON_TOP = re.compile("[,，、]?(?:同比|当年|全年|今年以来|[比较](?:上年|去年|年初)(?:同期|末)?)*新增")
"""贷款余额60亿元，新增10亿元."""


def _known(it: _Amount) -> Kind | None:
    """What the table of common indicators says."""
    common = common_of(it.name.text)
    if common is None or common.kind is None:
        return None
    in_a_list = it.is_counted and it.segment.startswith(("、", "和", "及", "与"))
    if common.stock and it.is_counted and _GRANTED.search(it.segment[:_FRONT]):
        return Kind(Measure.FLOW, False)
    if common.stock and it.is_counted and _MORE_OF.match(it.segment):
        return Kind(Measure.CHANGE, False)
    return Kind(Measure.CHANGE if it.changes else common.kind, not in_a_list)


def _changed(it: _Amount) -> Kind | None:
    if it.name.text.endswith(_BY_HOW_MUCH):
        return Kind(Measure.CHANGE, False)
    certain = bool(re.search("净增|比[上去]年|[增减][加少]|提高|延长", it.segment)) and not _OF_WHOM.search(
        it.name.text
    )
    return Kind(Measure.CHANGE, certain) if it.changes else None


_BY_HOW_MUCH = ("减量", "增量")
_OF_WHOM = re.compile("(?:人口|群众|居民|农户|家庭).*(?:水平|能力|质量|条件)$")
"""巩固提高8.8万贫困人口温饱水平: of how many people, and not by how many."""


def _collected(it: _Amount) -> Kind | None:
    """累计培育企业9家; already built, looked after."""
    gathered = it.is_counted and "累计" in it.clause.sentence[-24:] and _STANDING_THINGS.search(it.name.text)
    if not _ADDED.search(it.segment) and (gathered or _LOOKED_AFTER.search(it.segment)):
        return Kind(Measure.LEVEL, False)
    return None


def _for_each(it: _Amount) -> Kind | None:
    """每万人发明专利19.8件, 死亡率8.9/10万."""
    if it.unit.startswith("/"):
        return Kind(Measure.LEVEL, False)
    said = bool(STANDS.search(it.segment)) or it.segment.endswith(it.name.text)
    return Kind(Measure.LEVEL, said) if _FOR_EACH.search(it.name.text) else None


def _named_behind(it: _Amount) -> Kind | None:
    """9个重点行业: what is counted stands behind."""
    if not (it.is_counted and it.name.behind):
        return None
    if _DONE_BEHIND.search(f"{it.name.text}{it.clause.after}") or it.segment == "为":
        return Kind(Measure.FLOW, False)
    if _DOING.search(it.clause.clause) or STANDS.search(it.segment):
        return None
    return Kind(Measure.LEVEL if not it.segment else it.found, False)


def _stock_or_sum(it: _Amount) -> Kind | None:
    """By the last word of the name: 余额 is a stock, 产值 a sum."""
    if _STOCK.search(it.name.text) and not it.does:
        if it.is_counted and _MORE_OF.match(it.segment):
            return Kind(Measure.FLOW, False)
        said = it.stands or it.name.text.endswith("数") or not it.is_counted
        return Kind(Measure.LEVEL, said)
    if is_sum(it.name.text) and not it.is_counted:
        return Kind(Measure.FLOW, it.unit == MONEY or it.found is Measure.FLOW)
    return None


def _done(it: _Amount) -> Kind | None:
    begins = bool(_DOING.search(it.segment[:_FRONT]) or (it.is_counted and _MORE_OF.match(it.segment)))
    if it.does and it.found is Measure.FLOW:
        return Kind(Measure.FLOW, begins and not (it.unit != MONEY and _BUILT_SO_FAR.search(it.segment)))
    is_left_open = begins and it.found is Measure.LEVEL and not it.stands and not _REACHED_IN_ALL.search(it.segment)
    return Kind(Measure.FLOW, False) if is_left_open else None


_RULES = (
    _of_time,
    _red_line,
    _taken_away,
    _added,
    _known,
    _collected,
    _counted_sum,
    _come_to,
    _of_people,
    _changed,
    _for_each,
    _named_behind,
    _stock_or_sum,
    _done,
)
"""In the order in which they are asked."""
