"""What time a part of a report speaks of, by its heading, and whether it looks back or ahead."""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.eras import Era, outlined
from shizhong_cli.core.report.drafting.parts import part_of
from shizhong_cli.core.report.drafting.phrases import PLAN_NAME
from shizhong_cli.core.report.drafting.reach import Reach
from shizhong_cli.core.report.drafting.several import several_years
from shizhong_cli.core.report.drafting.turns import YEAR

_DAY = re.compile(
    "(?:19|20)[0-9][0-9]年[0-9一二三四五六七八九十]{1,2}月(?:[0-9一二三四五六七八九十]{1,3}日|(?=[)）,，]|$|[^0-9]{0,24}会议?))"
)
"""The day or month that a text is published, or a meeting held, says nothing of the time that it speaks of."""
_BACK = re.compile(
    "统计(?:公报|快报)|回顾|总结|综述|回眸|巡礼|过去|去年|以来|年来|完成情况|执行情况|[这本]一?届政府.{0,4}工作$"
)
_TELLS_OF_DONE = re.compile(
    "提前(?:[一两]年)?(?:实现|完成)|(?:圆满|胜利|超额|全面|顺利|如期|较好地?)(?:完成|实现|收官)|(?:完成|实现)了|取得|成效|成就|成绩|历程|辉煌|的五年$"
)
_PLAINLY_AHEAD = (
    "今年|今后|未来|明年|新的一年|下一步|下一阶段|工作安排|预期目标|奋斗目标|总体要求|总体思路|工作思路|展望|打算"
)
_AHEAD = re.compile(f"{_PLAINLY_AHEAD}|安排|部署|主要目标|发展目标|目标任务|主要任务|重点任务|工作任务|重点工作")
_WITHIN_A_PART = re.compile(_PLAINLY_AHEAD)
"""What turns a heading below one that looks back; （一）紧盯目标任务 does not."""
_THE_REST = re.compile("下半年|今后|明年|下一步|下一阶段|下步|安排|部署|打算|展望|工作计划|思路")
"""What plans the rest of a year that is not over: 重点工作 there is what was done of it."""
_PLAN = re.compile(PLAN_NAME)
_LISTS = re.compile("计划(?!完成|执行)|清单|实事|要点|指标|目标|任务")
_BASE = re.compile("基础|现状|形势|环境|回顾|成就|成效|背景")
"""Headings of the outline of a plan that tell of the plan before."""


def era_of_heading(title: str, era: Era, reach: Reach, is_below: bool = False) -> Era:
    """What a part of the report speaks of, by its heading; the same as before where that does not say.

    ``is_below`` says that it stands below the heading of a larger part.
    """
    title = _DAY.sub("", title)
    named = [int(found) for found in YEAR.findall(title)]
    ahead = _looks_ahead(title, named, era, reach, is_below and era.told and not era.ahead)
    if ahead is None or _goes_on(title, era, ahead):
        return era._replace(expected=False)
    return _of_a_part(title, bool(named), ahead, reach)


def says_when(title: str) -> bool:
    """Whether a heading says that it looks back or ahead by more than a year, which titles of pages have as well."""
    return bool(part_of(title)) or any(said.search(title) for said in (_BACK, _AHEAD, _TELLS_OF_DONE, _PLAN, _LISTS))


def _of_a_part(title: str, has_year: bool, ahead: bool, reach: Reach) -> Era:
    """The years that a heading which looks ahead, or back, turns to."""
    own = reach.plan if ahead else reach.back
    years = several_years(title, own)
    if reach.is_outline and not (has_year or years):
        return outlined(reach) if ahead else Era(False, reach.back, reach.back - 4, told=True)
    if years is not None and _is_before(years[2], f"{own}年", title):
        return Era(ahead, years[1], years[0], told=True)
    part = "" if ahead else _part_looked_back_on(title, reach)
    return Era(ahead, own, told=ahead or bool(_THAT_YEAR.search(title)), part=part)


def _goes_on(title: str, era: Era, ahead: bool) -> bool:
    """Whether a heading in a part that looks back tells of what was done, and not of when."""
    return not (ahead or era.ahead or _SAYS_WHEN.search(title) or several_years(title, era.year))


_THAT_YEAR = re.compile(f"{YEAR.pattern}|今年|[过去新]一年|去年")
_SAYS_WHEN = re.compile(f"{_THAT_YEAR.pattern}|一年|回顾|总结|统计|完成情况|执行情况")
"""Of a heading that looks back; 取得明显成效 says nothing of when."""


def _is_before(place: int, words: str, title: str) -> bool:
    found = title.find(words)
    return found < 0 or place < found


def _part_looked_back_on(title: str, reach: Reach) -> str:
    part = part_of(title)
    return reach.part if part is None else part


def _looks_ahead(title: str, named: list[int], era: Era, reach: Reach, below_back: bool) -> bool | None:
    """Whether a heading looks ahead (true) or back (false); nothing when its words do not say.

    ``below_back`` says that it stands in a larger part that looks back, as its words say.
    """
    if _looks_back(title, named, era, reach):
        return False
    plan = several_years(title, reach.plan)
    words = title.replace("今年", "") if reach.next else title
    telling = _WITHIN_A_PART if below_back else _THE_REST if reach.part else _AHEAD
    plans = telling.search(words) or named or (plan is not None and plan[0] >= reach.plan)
    ends = [*named, plan[1]] if plan else named
    if plans and min(ends, default=reach.plan) >= reach.plan:
        return True
    return False if max(named, default=reach.plan) < reach.plan and not era.ahead else None


_WORK_OF_A_YEAR = re.compile("(?:工作|情况|工作情况)$")
"""2017年工作情况."""


def _looks_back(title: str, named: list[int], era: Era, reach: Reach) -> bool:
    """Whether the words of a heading say that it tells of what was done, whatever years it names."""
    if _BACK.search(title) or (named and max(named) < reach.plan and _WORK_OF_A_YEAR.search(title)):
        return True
    if reach.is_outline:
        return bool(_BASE.search(title) or _TELLS_OF_DONE.search(title))
    if reach.part and (part_of(title) or "S2") != "S2":
        return True
    return not era.ahead and bool(_TELLS_OF_DONE.search(title))
