"""What kind of number the words around it suggest: the nearest telling word decides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shizhong_cli.core.scanning.context import Context
from shizhong_cli.core.scanning.token import Token
from shizhong_cli.core.units import PER_MILLE, PERCENT, POINT, STEP, TENTH, TIMES
from shizhong_cli.core.vocabulary import Measure

_RATIO = (PERCENT, PER_MILLE, TIMES, TENTH)
_GROWS = (
    "增长", "增速", "增幅", "涨幅", "上涨", "下降", "减少", "压减", "压缩", "降低", "回落", "下滑", "降幅", "递增", "同比", "提高",
    "提升", "增加", "扩大", "缩短", "缩减", "削减", "下调", "上调", "环比", "翻", "负增长", "收窄", "减", "增", "升", "降", "涨",
)  # fmt: skip
_IS_SHARE = (
    "率", "占", "占比", "比重", "比例", "覆盖", "达标", "程度", "满意", "进度", "贡献", "份额", "比", "通过", "以上学历", "超过全",
)  # fmt: skip
_AVERAGE = re.compile(r"年均|年平均|平均每年|复合")
_REACHES = re.compile(r"(?:提高|提升|增加|增长|下降|降低|扩大|上升|压缩|压减|缩短|减少|增|升|降|减|缩)(?:到|至|为)")
_FROM = re.compile(r"[由从]$|[由从][^，；。]{0,16}$")
_CHANGED = re.compile(
    r"净增|多增|增加(?!值)|减少|(?:增长|下降|提高|降低|上调|下调|缩短|提升|压减|增收|上涨|下滑|扩大|调高|提前)(?:了|约|近|超过?|到达)?$"
)
_STANDS = (
    "达到",
    "达",
    "共有",
    "总数",
    "拥有",
    "现有",
    "突破",
    "超过",
    "超",
    "共",
    "有",
    "稳定在",
    "保持在",
    "控制在",
    "为",
    "增至",
)
_HOLDS = ("达到", "共有", "总数", "拥有", "现有", "稳定在", "保持在", "控制在")
_STOCK_ADDED = re.compile(r"新增[^，、]*(?:管理规模|余额|存款|人口)$")
_STARTS_DONE = re.compile(
    r"(?:累计|新|共|已|成功|预计|力争)*(?:完成|化解|发放|新增|新建|建成|改造|实施|争取|投入|办理|拨付|安排|减免|偿还)"
)
_FLOW_COUNT = re.compile(r"天数|就业|接待|游客|旅客|客流|人次|航班|吞吐|产量|出栏|销量|订单|案件|新增")
_DONE = (
    "完成", "实现", "新增", "累计", "建成", "新建", "改造", "建设", "发放", "引进", "引入", "培育", "实施", "打造", "创建", "获批",
    "开展", "招引", "争取", "化解", "办理", "投入", "整治", "开工", "竣工", "筹集", "开通", "组织", "举办", "落实", "签约", "落地",
    "安排", "下达", "投资", "销售", "接待", "惠及", "改建", "扩建", "续建", "修复", "治理", "清理", "淘汰", "拆除", "招聘", "培训",
    "帮扶", "救助", "拨付", "减免", "减税", "降费", "减负", "处置", "查处", "承办", "评选", "认定", "入选", "获评", "设立", "组建",
    "推出", "出台", "制定", "修订", "提供", "释放", "出让", "收储", "供应", "保供", "支持", "推进", "启动", "谋划", "策划", "储备",
    "植树", "造林", "绿化", "延伸", "铺设", "更新", "升级", "增设", "配备", "解决", "转移", "脱贫", "搬迁", "征收", "拆迁", "迁入",
    "吸引", "带动", "拉动", "转化", "授权", "发行", "盘活", "整合", "关停", "退出", "就业", "养护", "创造", "成交", "交付", "服务",
    "办成", "引育", "授予", "保障", "资助", "补贴", "奖补", "扶持", "兑现", "减排", "节约", "收入", "支出", "创新", "重组", "集中",
)  # fmt: skip
_REACHED = (
    "达到", "共有", "总数", "数量", "拥有", "现有", "突破", "超过", "集聚", "聚集", "保有", "存量", "余额", "总量", "增至",
    "提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "稳定在", "保持在", "规模", "容量", "里程", "总里程", "装机",
    "在册", "在库", "入库", "注册", "登记", "汇聚", "市值", "增长到", "扩大到", "降至", "下降到", "降低到", "压缩至", "浓度", "规划",
    "库存", "算力", "跨上", "迈上", "站上", "跨入", "上升到", "升至", "升到", "入驻", "每千", "每万", "每百", "限额", "底线",
)  # fmt: skip
_FLOW_NOUN = re.compile(
    r"生产总值|GDP|增加值|收入|零售|零售额|投资|进出口|出口|进口|外贸|销售|营收|支出|成交额|交易额|产值|税收|利润|产量|总产|发电量"
    r"|吞吐量|客流|接待|旅游|用电量|消费|外资|经费|资金|运量|周转量|贷款投放|票房|营业额|合同额|天数|优良天|货运|新增"
)
_LEVEL_NOUN = re.compile(
    r"人口|余额|存款|保有量|资产|总里程|装机|主体(?!培育)|床位(?!.*建)|浓度|寿命|(?<![高达])标准(?!化)|覆盖人|机构(?:数量|总数)|企业(?:数量|总数)"
    r"|管理规模|产业规模|市值|储备规模|债务|户数|总数|参保|基站|耕地|保有"
)


def measure_of(token: Token, context: Context, noun: str) -> Measure:
    """The measure that unit, verb and noun suggest."""
    if token.measure:
        return token.measure
    unit = token.unit.symbol if token.unit else ""
    if unit in (POINT, STEP, "个基点"):
        return Measure.CHANGE
    if unit in _RATIO or "分之" in token.number:
        return _ratio_measure(context, unit)
    return _amount_measure(context, noun, bool(token.unit and token.unit.whole))


def _ratio_measure(context: Context, unit: str) -> Measure:
    before = context.before
    if context.after.startswith(
        ("的增长", "的增速", "增长", "的速度", "以上的增长", "左右的增长", "以上增长", "以上的速度")
    ):
        return Measure.AVERAGE_GROWTH if _AVERAGE.search(before) else Measure.GROWTH
    reaches = _last(_REACHES, before)
    grows, share = _nearest(before, _GROWS), _nearest(before, _IS_SHARE)
    if re.search(r"(?:增长|增)率[^，]*$", before) or re.search(r"(?:增速|增幅|涨幅|降幅)", before):
        grows = max(grows, len(before))
    if reaches >= 0 and reaches >= share - 2 and unit != TIMES and not re.search(r"增速|增幅|涨幅", before):
        return Measure.SHARE
    if grows < 0 and share < 0:
        earlier = context.sentence
        grows, share = (
            _nearest(earlier, ("增长", "增速", "增幅", "涨幅", "下降")),
            _nearest(earlier, ("率", "占", "比重")),
        )
    if grows > share:
        return Measure.AVERAGE_GROWTH if _AVERAGE.search(before) else Measure.GROWTH
    if unit == TIMES and share < 0:
        return Measure.GROWTH
    return Measure.SHARE


def _amount_measure(context: Context, noun: str, is_count: bool) -> Measure:
    before = context.segment if len(context.segment) > 2 else context.before
    flow, level = _last(_FLOW_NOUN, noun), _last(_LEVEL_NOUN, noun)
    if flow < 0 and level < 0:
        flow, level = _last(_FLOW_NOUN, before), _last(_LEVEL_NOUN, before)
    if is_count and not _FLOW_COUNT.search(noun):
        flow = -1
    done, reached = _nearest(context.before, _DONE), _nearest(context.before, _REACHED)
    if _last(_REACHES, before) >= 0 or _FROM.search(before):
        return Measure.FLOW if flow > level else Measure.LEVEL
    if before.endswith(_STANDS) and not (done > 0 and is_count and not before.endswith(_HOLDS)):
        return Measure.FLOW if flow > level else Measure.LEVEL
    if _CHANGED.search(before) or _STOCK_ADDED.search(before):
        return Measure.CHANGE
    if _STARTS_DONE.match(before) or flow > level:
        return Measure.FLOW
    return Measure.LEVEL if level >= 0 or reached > done else Measure.FLOW


def _nearest(text: str, words: Iterable[str]) -> int:
    """Where the last of the words ends; -1 when there is none."""
    return max(((at + len(word)) for word in words if (at := text.rfind(word)) >= 0), default=-1)


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 when there is none."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end
