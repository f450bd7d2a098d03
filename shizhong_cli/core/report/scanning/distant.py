"""Words of bound and of falls that stand at a distance from their number: 至少完成投资6亿元, 减少贫困人口1.2万人."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import MILLE_POINT, PERCENT, POINT, TENTH
from shizhong_cli.core.figure.words import BEFORE
from shizhong_cli.core.report.scanning.token import Token

LIMITS = frozenset(word for word, bound in BEFORE.items() if bound is Bound.AT_MOST)
"""耕地减少面积控制在500亩以内: of how much, and not by how much it fell."""
_BOUND_BEFORE = re.compile(
    "(?P<about>大?约)(?:占|合|为|相当于)(?:了)?[\u4e00-\u9fff]{0,8}$"
    "|(?P<least>至少|最少)(?:要|须|应|得|再|新)?(?:完成|实现|新建|建成|建设|达成|安排|投入|增加|新增|补贴|补助|奖励|培育|引进|招引|开展|举办|解决|办成|有)(?:了)?[\u4e00-\u9fff]{0,8}$"
    "|(?P<most>最高|最多|至多)可?(?:给予|奖励|补贴|补助|资助|支持|奖补|贷款|贷|授信|返还|减免)(?:了)?[\u4e00-\u9fff]{0,8}$"
)
"""至少完成投资6亿元, 约占全省的12%, 最高奖励50万元: what is done stands between."""
_BOUNDS = {"about": "大约", "least": "至少", "most": "至多"}


def bound_before(plain: str, position: int, floor: int) -> str:
    """The word of bound that stands before what is done with so much."""
    found = _BOUND_BEFORE.search(plain, max(floor, position - _FEWER_REACH), position)
    return next((word for group, word in _BOUNDS.items() if found[group]), "") if found else ""


def falls_before(plain: str, position: int, token: Token, floor: int) -> bool:
    """Whether a fall is said with something between it and the number."""
    near = max(floor, token.start - _FEWER_REACH)
    reaches = _REACHED.search(plain, position, token.start)
    fewer = _FEWER_OF if _is_ratio(token) and not reaches else _FEWER
    narrows = _FALL_MOVED.search(plain, max(0, token.start - _MOVED_REACH), token.start)
    is_points = token.unit is not None and token.unit.symbol in _POINTS
    if is_points and _LOWERED_RATE.search(plain, near, position):
        return True
    return bool(narrows or _FALL_ITSELF.search(plain, near, token.start) or fewer.search(plain, near, position))


def is_lower(plain: str, position: int, token: Token) -> int:
    """How long the word is that says a number to be what something is lower by; 0 where none does."""
    lead = plain[max(0, position - _FEWER_REACH) : position]
    is_points = token.unit is not None and token.unit.symbol in _POINTS
    found = _LOWER.search(lead) or (is_points and _LOWER_BY_POINTS.search(lead))
    return len(next(filter(None, found.groups()), "")) if found else 0


_LOWER = re.compile(
    "(?:[比较](?![重例率值])[^，。；、\\n]{1,14}?|同比|环比)(?<![最降减至缺不较])(?P<word>[低少短]了?)$"
)
_LOWER_BY_POINTS = re.compile("(?<![最降减较])(?P<word>低了?)$|(?<!不)(?P<than>低于[^，。；、\\n]{1,16})$")
"""比上年低0.1个百分点, 低于上年0.2个百分点: a fall, or a difference downwards; not 低于5%, nor 最低5%."""
_POINTS = frozenset((POINT, MILLE_POINT))
_LOWERED_RATE = re.compile("(?:下调|降低|调低|减征)[\u4e00-\u9fff]{1,12}[率费]$")
"""下调存款准备金率0.5个百分点."""
_FALL_ITSELF = re.compile("[降跌]幅(?:(?:扩大|收窄|缩小|回落|加深)[到至为]约?|[由从])$")
"""降幅收窄至6.4%: how much it falls now."""
_FALL_MOVED = re.compile(
    "[降跌]幅[^，。；、\\n0-9]{0,10}(?:(?:扩大|收窄|缩小|回落|加深)了?[0-9.]+个百分点|[由从][0-9.]+%(?:扩大|收窄|缩小|回落|加深))[到至为]约?$"
)
_MOVED_REACH = 40
"""降幅收窄1.2个百分点至3.4%, 降幅由5.2%收窄至3.4%: the same, with how it moved between."""
_FEWER = re.compile("(?<!加)减少[\u4e00-\u9fff]{1,12}$")
"""减少贫困人口1.2万人: what there is less of stands between."""
_FEWER_OF = re.compile(
    "(?:(?<!加)减少|砍掉|精简|压减|压缩|缩减|缩短|削减|降低|下调)(?![到至为])(?:(?![占达比率为至到增升长提过超完以高])[\u4e00-\u9fff“”]){1,24}$"
)
"""精简审批事项四成, 压缩办理时限75%; not 降低成本占比5%, where the ratio is of something else."""
_REACHED = re.compile("[达到至为]|完成|实现|保持")
_FEWER_REACH = 28


def _is_ratio(token: Token) -> bool:
    return token.unit is not None and token.unit.symbol in (PERCENT, TENTH)
