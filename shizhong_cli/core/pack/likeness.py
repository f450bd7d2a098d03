"""How alike two names of indicators are, and whether they may well be one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.common_indicators import bare_name, common_of


def plain_name(name: str) -> str:
    """A name as names are compared: half width, without quotation marks, blanks, and number or unit in brackets."""
    plain = re.sub(r"[\s“”\"'‘’《》]", "", half_width(name)).casefold()
    in_unit = _IN_UNIT.search(plain)
    if in_unit and in_unit[1] in BUILT_IN:  # 粮食产量（吨）: a draft, where the indicator was in another unit
        plain = plain[: in_unit.start()]
    return bare_name(NUMBER.sub("", plain))


_IN_UNIT = re.compile(r"\(([^()]+)\)$")


NUMBER = re.compile(r"\([0-9]+\)$")
"""What a draft puts behind the name of a second indicator that is called the same."""


def concept_of(name: str) -> str:
    """What a name stands for: the id of a common indicator, or the plain name."""
    plain = plain_name(name)
    known = common_of(plain)
    return known.id if known else plain


_CHANGES_NOTHING = re.compile(
    "全体|地方|全年|年度|累计|本年|预计|实现|完成|达到|总量|总额|总值|总数|增速|增幅|涨幅|增长率|均值|平均值|人数|数量|户数|水平|(?:数|率)$"
)
"""Words in a name without which it means the same."""
_NARROWS = re.compile(
    "农村|农民|城镇|城市|城乡|规模以上|规上|限额以上|限上|民间|工业|制造业|服务业|高新|战略|新兴|出口|进口|外资|内资|税收|非税|"
    "支出|人均|单位|第[一二三]产业|[一二三]产|存款|贷款|新增|净增|累计|登记|调查|增加值|总产值|营业|利润|投资|其中|"
    "公办|民办|普惠|护理|托育|学前|小学|初中|高中|中学|高校|国家级|省级|市级|区级|县级|户籍|常住|新能源|保障|重点|重大|"
    "夏粮|秋粮|早稻|老年|残疾|青年|中小|小微"
)
"""Words that make another indicator of it."""


def likeness_of(one: str, other: str) -> float:
    """How alike two names are: 1 where they differ by words that change nothing; 0 where one is narrower."""
    bare = [_CHANGES_NOTHING.sub("", name) or name for name in (one, other)]
    if bare[0] == bare[1]:
        return 1
    if sorted(_NARROWS.findall(one)) != sorted(_NARROWS.findall(other)):
        return 0
    shorter, longer = sorted(bare, key=len)
    if len(shorter) < _SHORTEST or not _is_within(shorter, longer):  # 老旧小区 and 老旧街区 are two things
        return 0
    return SequenceMatcher(None, shorter, longer, autojunk=False).ratio()


_SHORTEST = 4


def _is_within(shorter: str, longer: str) -> bool:
    """Whether a name has all the characters of another in their order, and some more between."""
    rest = iter(longer)
    return all(character in rest for character in shorter)


def narrows(name: str, other: str) -> bool:
    """Whether a name has a word that makes it narrower than another: 城镇居民收入 than 居民收入."""
    return not set(_NARROWS.findall(name)) <= set(_NARROWS.findall(other))


_ACTS = re.compile("新建成|新建|建成|建设|新增|净增|新改建|改造|完成|调查|登记")
"""Words for what was done to a thing or how it was counted; without them it may be the same number or another."""


def may_be_one(one: str, other: str) -> bool:
    """Whether two names differ by what was done to a thing or by the order of words alone: 建成充电桩, 新增充电桩."""
    if concept_of(one) == concept_of(other):
        return True
    stems = [_ACTS.sub("", _CHANGES_NOTHING.sub("", plain_name(name))) for name in (one, other)]
    return len(stems[0]) >= _SHORTEST_STEM and sorted(stems[0]) == sorted(stems[1])


_SHORTEST_STEM = 2
