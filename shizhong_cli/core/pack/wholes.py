"""Which shares are parts of a whole, and which rates can be more than 100 %.

占…的比重 cannot, nor can a 覆盖率 or 达标率, which counts some of those that it divides by. Of most rates nobody can
tell by the name: 毛入学率, 拨备覆盖率, 产销率 and 计划完成率 are printed above 100 % every year. So a rate above it is
asked about at most, and these are not even asked about.
"""

from __future__ import annotations

from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.pack.model import Indicator

_PART = (
    "占(?!地|用|道)|比重|份额|(?:覆盖|达标|合格|优良|清运|出庭|应诉|整改|办结|安全利用|无害化处[理置]|集中处[理置]|城镇化|失业|贫困发生)率"
    "|优良天数比例|满意[率度]"
)
"""What is counted is among what it is counted of: the villages covered, the cases closed."""
_CAN_EXCEED = (
    "毛入[学园]率|拨备|产销率|完成率|贡献率|周转率|负债率|杠杆率|充足率|流动性|存贷比|替代率|回报率|收益率|利润率|增长率"
    "|保值|变动率"
)


def is_part_of_whole(indicator: Indicator) -> bool:
    """Whether its shares are surely those of a whole that they are in."""
    return bool(compiled(_PART).search(indicator.name)) and not may_exceed(indicator)


def may_exceed(indicator: Indicator) -> bool:
    """Whether a rate of it can be above 100 %, by declaration or name."""
    return indicator.may_exceed or bool(compiled(_CAN_EXCEED).search(indicator.name))
