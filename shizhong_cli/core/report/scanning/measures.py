"""What kind of number the words around it suggest: the nearest telling word decides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MILLE_POINT, PER_MILLE, PERCENT, POINT, STEP, TENTH, TIMES, Unit
from shizhong_cli.core.report.scanning.context import Context
from shizhong_cli.core.report.scanning.lexicon import DONE, GROWS, IS_SHARE, REACHED
from shizhong_cli.core.report.scanning.token import Token

_RATIO = (PERCENT, PER_MILLE, TIMES, TENTH)
_AVERAGE = re.compile(
    r"年均(?:分别|实际|名义|复合|同比|约|累计|各|均|净){0,2}(?:增长|增速|增幅|增|下降|降|提高|降低|提升|减少|减|增加|递增|递减|压减|缩减|缩小|削减|上涨|上升|涨|扩大"
    r"|涨幅|降幅|回落|下滑|下跌|收窄|$)"
    r"|年平均(?:增长|增速|增幅)|平均每年|年复合|复合增长"
)
_REACHES = re.compile(r"(?:提高|提升|增加|增长|下降|降低|扩大|上升|压缩|压减|缩短|减少|增|升|降|减|缩|提)(?:到|至|为)")
_ARRIVES = re.compile(r"(?<!达)[至到]$")
_FROM = re.compile(r"[由从]$|[由从][^，；。]{0,16}$")
_CHANGED = re.compile(
    r"净增|多增|减收|增收|少收|多收|短收|增支|减支|少支|多支|减亏|增亏|增加(?!值)|减少|(?:增长|下降|提高|降低|上调|下调|缩短|缩小|提升"
    r"|压减|增收|上涨|下滑|扩大|调高|提前|前进|后退|上升|跃升|晋升|攀升|[比较][^，]*(?:[多少][发收支投放缴征还贷拨派出降]?|[增减升降涨跌高低]))(?:了|约|近|超过?|到达)?$"
)
_STANDS = (
    *("达到", "达", "共有", "总数", "拥有", "现有", "突破", "超过", "超", "共"),
    *("连续", "稳定在", "保持在", "控制在", "为", "增至"),
)
_HOLDS = ("达到", "连续", "共有", "总数", "拥有", "现有", "稳定在", "保持在", "控制在")
_STOCK_ADDED = re.compile(r"新增[^，、]*(?:管理规模|余额|存款|人口)$")
_DONE_WORD = "|".join(sorted(DONE, key=len, reverse=True))
_STARTS_DONE = re.compile(
    r"(?:累计|新|共|已|成功|预计|力争|争取|确保|再|将|全年|年内|先后|高标准|高质量|有序|重点|加快|持续|积极|五年|今年|去年|全市|全省|全区)*"
    rf"(?:{_DONE_WORD})"
)
_ENDS_DONE = re.compile(
    r"(?:新增|完成|实现|累计|发放|销售|投入|接待|减免|培训|拨付|安排|新建|建成|改造|引进|办理|化解|减负|降费|让利|出栏)(?:约|近|超过?)?$"
)
_FLOW_COUNT = re.compile(r"天数|出生|死亡|就业|接待|游客|旅客|客流|人次|航班|吞吐|产量|出栏|销量|订单|案件|新增")
_FLOW_NOUN = re.compile(
    r"(?<!单位国内)生产总值|出生人口|死亡人口|出栏|总额|产业规模|发送量|点击量|贸易|投入|花费|首贷|赤字|债券|总值|补助|补贴|GDP|增加值|收入|零售|零售额|投资|进出口|出口|进口|外贸|销售|营收|支出|成交额|交易额|产值|税收|经济总量|利润|产量|总产|发电量"
    r"|吞吐量|客流|接待|旅游|用电量|消费|外资|经费|资金|运量|周转量|贷款投放|票房|营业额|合同额|天数|优良天|货运|新增"
)
_LEVEL_NOUN = re.compile(
    r"(?<!出生)(?<!死亡)人口|用户(?!投诉)|蓄积量|蓄水量|库容|人均[^，]*面积|存栏|指数|得分|基尼系数|老人|师生|在校生|倍差|余额|存款|保有量|资产|总里程|装机|主体(?!培育)|床位(?!.*建)|浓度|寿命|(?<![高达])标准(?!化)|覆盖人|机构(?:数量|总数)|企业(?:数量|总数)"
    r"|管理规模|市值|储备规模|债务|户数|总数|参保|基站|耕地|保有"
)


def measure_of(token: Token, context: Context, noun: str, behind: bool, inherited: Measure | None) -> Measure:
    """The measure that unit, verb and noun suggest; ``inherited`` is that of the number before in the sentence."""
    if token.measure:
        return token.measure
    unit = token.unit.symbol if token.unit else ""
    if unit in _CHANGES:
        return Measure.CHANGE
    if unit == TIMES and _RATIO_OF_LEVELS.search(context.sentence):
        return Measure.LEVEL
    if unit in _RATIO or token.is_part:
        return _aimed_at(context, inherited) or _ratio_measure(token, context, unit)
    if not unit and (plain := _of_a_plain_number(context.before)):
        return plain
    return _amount_measure(context, noun, token.unit, behind) or inherited or Measure.FLOW


_CHANGES = (POINT, MILLE_POINT, STEP, "个基点")


_AIMS = re.compile("(?:并|再|努力|力争|争取|确保|冲刺|预计|有望)+(?:达到?|实现|完成|突破|超过?)?")
"""增长5.5%，力争达到6%: of the same as the number before."""
_RATIO_MEASURES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.SHARE)


def _aimed_at(context: Context, inherited: Measure | None) -> Measure | None:
    return inherited if inherited in _RATIO_MEASURES and _AIMS.fullmatch(context.before) else None


def _of_a_plain_number(before: str) -> Measure | None:
    """What a number without a unit is: 差距缩小0.05, 收入比为2.4."""
    if _WIDENED.search(before):
        return Measure.CHANGE
    return Measure.LEVEL if _RATIO_OF_LEVELS.search(before) else None


_WIDENED = re.compile("(?:缩小|扩大|收窄|提高|下降|降低|上升|增加|减少|改善)了?$")
_RATIO_OF_LEVELS = re.compile("倍差|收入比|消费比|比值|倍率|覆盖[^，]*$|倍数|杠杆[^，]*$|市盈率")
_AS_MANY = re.compile(
    r"(?:是|为|相当于|达到?|超过?|增至|(?:增[加长]|扩大|提高|上升)[到至])[^，。；]{0,16}的(?:近|约|超过?)?$"
    r"|(?:[增扩升涨][至到]|(?:增[加长]|扩大|提高|上升)[到至])(?:原来的|近|约|超过?)?$|相当于[^，。；]{0,16}$"
    r"|(?:是|为|达到?|超过?)[^，。；]{0,12}(?:年|同期|平均|平均水平|原来)(?:近|约)?$"
)
"""产值是2020年的2.5倍, 增至2.5倍, 达到上年2.5倍: so many times as much."""
_AS_MANY_ALONE = re.compile(r"达到?了?(?:近|约|超过?)?$")
"""The same where no word of growth stands before it: 产值达到2.5倍, and not 增幅达到2.5倍."""


def _ratio_measure(token: Token, context: Context, unit: str) -> Measure:
    """What a ratio says: by how much something grew, or what part it is."""
    before = context.before
    if context.after.startswith(_GROWTH_BEHIND):
        return _growth(before)
    grows, share = _nearest_words(context)
    if unit == TIMES and _is_as_many(before, grows):
        return Measure.SHARE  # 2.5 times as many are a growth of 1.5 times
    reaches = max(_last(_REACHES, before), _last(_ARRIVES, before))
    is_pace = _PACE.search(before) is not None
    if reaches >= max(0, share - 2, grows) and unit != TIMES and not is_pace:
        return Measure.SHARE
    is_signed = token.number.startswith("-") and share < 0
    return _growth(before) if grows > share or is_signed or (unit == TIMES and share < 0) else Measure.SHARE


def _is_as_many(before: str, grows: int) -> bool:
    """Whether a number of times says how many times as much; ``grows`` is where a word of growth stands."""
    if _AS_MANY.search(before):
        return True
    return grows < 0 and _AS_MANY_ALONE.search(before) is not None and not _PACE.search(before)


_GROWTH_BEHIND = ("的增长", "的增速", "增长", "的速度", "以上的增长", "左右的增长", "以上增长", "以上的速度")
_PACE = re.compile(r"增速|增幅|涨幅|降幅|跌幅")
_OF_GROWTH = re.compile(r"(?:增长|增)率[^，]*$|增速|增幅|涨幅|降幅|跌幅")


def _growth(before: str) -> Measure:
    return Measure.AVERAGE_GROWTH if _AVERAGE.search(before) else Measure.GROWTH


def _nearest_words(context: Context) -> tuple[int, int]:
    """How far on the nearest word of a growth and that of a share are; in a short clause those of the sentence."""
    before = context.before
    grows, share = _nearest(before, GROWS), _nearest(before.replace("同比", "同期").replace("环比", "同期"), IS_SHARE)
    if _OF_GROWTH.search(before):
        grows = max(grows, len(before))
    if grows < 0 and share < 0 and len(context.segment) < 4:
        earlier = context.sentence
        return _nearest(earlier, ("增长", "增速", "增幅", "涨幅", "下降")), _nearest(earlier, ("率", "占", "比重"))
    return grows, share


_LIKE_BEFORE = re.compile("(?:上年|去年|前年|(?:上年|去年)?同期)(?:[为是达仅约]|只有)*")
"""What stood in the place of the number before, a year ago."""
_CONVERTED = re.compile("(?:折算|折合|约合)(?:人民币)?[为成达]?约?$")
"""约合20533美元: the number before in another unit."""
_WITH = re.compile("以(?=[0-9]|$)")
_TOTAL, _ECONOMY = re.compile("总量"), re.compile("生产总值|GDP|经济")
_STANDS_THERE = re.compile("(?:企业|主体|基地|平台|机构|工厂|单位|人才|中心|瞪羚|小巨人)$")


def _amount_measure(context: Context, noun: str, unit: Unit | None, behind: bool) -> Measure | None:
    """What is counted or weighed, or nothing told; ``behind`` says that the noun stands behind the number."""
    before = context.segment if len(context.segment) > 2 else context.before
    is_count = unit is not None and unit.whole
    if _is_as_before(before):
        return None
    if told := _told_by_itself(context, before, unit):
        return told
    flow, level = _noun_kind("" if is_count and behind else noun, before, is_count)
    done = _nearest(context.before, DONE)
    if _reaches(before, done > 0 and is_count):
        return Measure.FLOW if flow > level and not _is_quotient(unit) else Measure.LEVEL
    told = _flow_or_level(context, before, flow, level, unit)
    return told or _standing(before, is_count and not behind)


def _is_as_before(before: str) -> bool:
    """Whether a number is what the one before it is, a year earlier or in another unit."""
    return bool(_LIKE_BEFORE.fullmatch(before) or _CONVERTED.search(before))


def _is_quotient(unit: Unit | None) -> bool:
    """Whether it is so much of one thing for each of another: 吨标准煤/万元."""
    return unit is not None and "/" in unit.symbol


def _flow_or_level(context: Context, before: str, flow: int, level: int, unit: Unit | None) -> Measure | None:
    """What nouns and verb say, where it is not told what it came to."""
    if _CHANGED.search(before) or _STOCK_ADDED.search(before):
        return Measure.CHANGE
    if unit and unit.dimension == "concentration":
        return Measure.LEVEL
    done = _nearest(context.before, DONE)
    if flow > level or _is_done(before):
        return Measure.FLOW
    if level >= 0 or _nearest(context.before, REACHED) > done:
        return Measure.LEVEL
    return Measure.FLOW if done > 0 or flow >= 0 else None


def _is_done(before: str) -> bool:
    return bool(_STARTS_DONE.match(before) or _ENDS_DONE.search(before))


def _standing(before: str, is_count: bool) -> Measure | None:
    """高新技术企业1320家: what there is, where nothing else is said."""
    return Measure.LEVEL if is_count and _STANDS_THERE.search(before) else None


def _told_by_itself(context: Context, before: str, unit: Unit | None) -> Measure | None:
    """What unit and wording tell, whatever the noun: 以2家…为主体, 总量达到, 3次."""
    if unit is not None and unit.dimension == "temperature":
        return Measure.CHANGE if _CHANGED.search(before) else Measure.LEVEL
    if unit is not None and unit.whole and _WITH.match(context.before):
        return Measure.LEVEL
    is_total = _TOTAL.match(before) and _ECONOMY.search(context.sentence)
    is_often = unit is not None and unit.symbol.endswith("次") and not before.endswith("连续")
    return Measure.FLOW if is_total or is_often else None


def _reaches(before: str, is_done: bool) -> bool:
    """Whether the words before say what it came to: 提高到, 由, 达到."""
    if _last(_REACHES, before) >= 0 or _FROM.search(before):
        return True
    doing = is_done or _STARTS_DONE.match(before) is not None
    return before.endswith(_STANDS) and not (doing and not before.endswith(_HOLDS))


def _noun_kind(noun: str, before: str, is_count: bool) -> tuple[int, int]:
    """How far on the last word of a flow and that of a stock are in the noun, or where it has none, in the clause."""
    flow, level = _last(_FLOW_NOUN, noun), _last(_LEVEL_NOUN, noun)
    if flow < 0 and level < 0:
        flow, level = _last(_FLOW_NOUN, before), _last(_LEVEL_NOUN, before)
    return (-1 if is_count and not _FLOW_COUNT.search(noun) else flow), level


def _nearest(text: str, words: Iterable[str]) -> int:
    """Where the last of the words ends; -1 when there is none."""
    return max(((at + len(word)) for word in words if (at := text.rfind(word)) >= 0), default=-1)


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 when there is none."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end
