"""A measure with how certain it is, and the words about a number that bear on more than one measure."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.tuples import NamedTuple

LENGTHS_OF_TIME = frozenset(("年", "个月", "月", "天", "日", "周", "季度", "个季度", "个工作日", "小时", "分钟", "秒"))
"""Units of how long something takes or lasts."""
QUALIFIERS = (
    r"(?:左右|约|近|超过?|高达|达到?|至少|不低于|不少于|不超过|突破|以上|了|预计|预期|要|须|应|力争|确保|高于|低于|控制在|保持在|稳定在|"
    r"分别|各|均|在|为|同比|实际|名义|\s)*$"
)
REACHES = re.compile(
    r"(?:[增升降减缩扩提压][加长高低升少短小大缩]?|上升|下降|回升|回落|达|攀升|发展|调整|优化|收窄)(?:到|至|为)"
    + QUALIFIERS
)
STANDS = re.compile(
    r"(?:达到?|为|共有|拥有|现有|已有|突破|超过|稳定在|保持在|控制在|有|是|增至|升至|降至)" + QUALIFIERS
)
_SUM = re.compile(
    r"(?:(?<!单位)生产总值|GDP|人次|客流量|客流|业务量|件量|增加值|收入|支出|总额|产值|营收|投资(?!强度|占比)|产量|总产|销售额|营业额|"
    r"成交额|[国地]税入库|税收?入库|交易额|进出口|出口|进口|税收|零售额|利润|用电量|发电量|吞吐量|[销修造运送]量|(?:制造|生产|加工|销售|接待|办理|处理|收治|诊疗|发送|周转|运输|成交)量|订单量?|客运量|货运量|外资|票房|经费|"
    r"补助|补贴|(?:补贴|补助|奖补|扶持|专项|投入|到位|引进)资金|出生人口|死亡人口)$"
)


class Kind(NamedTuple):
    """A measure, and whether the words leave no other."""

    measure: Measure
    certain: bool
    multiple: bool = False  # 是2020年的2.5倍: so many times as much, not so many times more


_MEAN_OF_YEARS = re.compile(
    "(?:年均|年平均|平均每年|(?<![人户亩月学])每年|[日月]均(?=[净新多]?增))(?!浓度|气温|降[水雨]|值|温度|湿度|径流|利率|汇率|价格|[高低])"
)


def is_yearly_mean(segment: str) -> bool:
    """Whether an amount is that of a mean year, 年均减少20万亩, for which there is no measure."""
    return bool(_MEAN_OF_YEARS.search(segment))


def is_sum(name: str) -> bool:
    """Whether a name is of something that is added up over a year."""
    return bool(_SUM.search(name))
