"""What time the parts, paragraphs and sentences of a report speak of, and whether they look back or ahead.

A report that has begun to look ahead goes on doing so: only a heading that says plainly that it looks back turns it.
A heading or sentence without a word of time changes nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from shizhong_cli.core.figure.numerals import numeral_value
from shizhong_cli.core.report.drafting.phrases import COMPARED, PLAN_NAME


class Era(NamedTuple):
    """What time a sentence speaks of."""

    ahead: bool  # of what is to come
    year: int  # the year that it speaks of, or the last one
    first: int = 0  # the first year, where it speaks of several
    expected: bool = False  # the paragraph with the headline expectations
    told: bool = False  # words of the text say whether it looks ahead, and of when it speaks

    @property
    def span(self) -> str:
        """The years as a period."""
        return f"{self.first}/{self.year}" if self.first else str(self.year)

    @property
    def base(self) -> int:
        """The year that several years are compared with."""
        return (self.first or plan_of(self.year)[0]) - 1


def plan_of(year: int) -> tuple[int, int]:
    """First and last year of the five-year plan that a year belongs to."""
    first = (year - 1) // 5 * 5 + 1
    return first, first + 4


def plan_years(numeral: str) -> tuple[int, int]:
    """The years of a five-year plan: 十四五 is 2021 to 2025. ``numeral`` is the part before 五."""
    first = 1981 + 5 * (int(numeral_value(numeral) or 0) - 6)
    return first, first + 4


_DAY = re.compile("(?:19|20)[0-9][0-9]年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日")
"""The day that a text is published, or a meeting held, says nothing of the time that it speaks of."""
_YEAR = re.compile(r"((?:19|20)[0-9][0-9])(?=年|政府工作报告)")
_BACK = re.compile("统计(?:公报|快报)|回顾|总结|过去|以来|年来|完成情况|执行情况|[这本]一?届政府.{0,4}工作$")
_TELLS_OF_DONE = re.compile(
    "提前(?:[一两]年)?(?:实现|完成)|(?:圆满|胜利|超额|全面|顺利)(?:完成|实现|收官)|取得|成效|成就|成绩|历程|辉煌|的五年$"
)
_AHEAD = re.compile(
    "今年|今后|未来|明年|新的一年|下一步|下一阶段|安排|部署|预期目标|奋斗目标|主要目标|发展目标|"
    "目标任务|总体要求|总体思路"
    "|工作思路|主要任务|重点任务|工作任务|重点工作|展望|打算"
)
_SEVERAL = re.compile(
    r"(?P<five>(?<!连续)(?<!第)五年(?!规划|计划|行动|攻坚|方案|目标|内)|(?<!连续)(?<![0-9])5年(?:来|间|累计|共)|(?:过去|近|这)5年"
    r"|(?:本|上一|第?[一二三四五六七八九十]+)届(?:人民)?政府(?=工作的?回顾|[^,，。]{0,6}以来))"
    r"|(?:过去的?|近|这)(?P<past>[两三四六七八十])年(?!规划|计划|行动|攻坚)"
    r"|(?<!连续)(?<!第)(?P<years>[二三四]十|(?<!十)[两三四六七八十])年(?:来|间|累计|共)"
    rf"|{PLAN_NAME.replace('(十', '(?P<plan>十', 1)}(?!规划)"
)
_LOOKS_ASIDE = re.compile("(?:[一二三四五六七八九十]{1,3}年来|建[区市县州]以来|撤[县地]设[市区]以来|多年来|这些年)")
_SINCE = re.compile("((?:19|20)[0-9][0-9])年以来")
_NUMBERS = {"两": 2, "三": 3, "四": 4, "六": 6, "七": 7, "八": 8, "十": 10, "二十": 20, "三十": 30, "四十": 40}
_ONE = re.compile("一年来|这一年|一年间|过去的?一年|刚刚过去|去年|全年")
_TARGETS = re.compile(
    r"(?:预期|奋斗|发展|主要|工作|总体|指导性|约束性)(?:性)?(?:目标|"
    r"指标)(?:任务)?(?:[^，。；,;:]{0,8}?(?:是|为|:|如下|确定|——)|$)"
)
_REACHED = re.compile("完成了?|超额|圆满|好于|去年|实现了")
_TURNS = re.compile(
    r"^(?:做好)?(?:今年|新的一年|(?:今后|未来)[一三五]|明年|下一步)[^。]{0,40}?(?:要|将|工作|目标|总体|"
    r"任务|是|力争|确保|计划)"
    r"|做好(?:今年|新一年|[0-9]{4}年)[^。]{0,6}工作"
)
_BEFORE = re.compile(r"(?:报告[^,，。]{0,6}[:,])?((?:19|20)[0-9]{2})年[,，是]")
"""A paragraph of its own about a year that is over, in a part that looks ahead."""
_LEAD = 40


def era_of_heading(title: str, era: Era, year: int) -> Era:
    """What a part of the report speaks of, by its heading; the same as before where that does not say."""
    title = _DAY.sub("", title)
    named = [int(found) for found in _YEAR.findall(title)]
    ahead = _looks_ahead(title, named, era, year)
    if ahead is None:
        return era._replace(expected=False)
    own = year if ahead else year - 1
    years = _several_years(title, own)
    this_year = re.search(f"{own}年", title)
    told = ahead or bool(named) or bool(re.search("今年|[过去新]一年|去年", title))
    if years is not None and (not this_year or years[2] < this_year.start()):
        return Era(ahead, years[1], years[0], told=True)
    return Era(ahead, own, told=told)


def _looks_ahead(title: str, named: list[int], era: Era, year: int) -> bool | None:
    """Whether a heading looks ahead (true) or back (false); nothing when its words do not say."""
    if _BACK.search(title) or (not era.ahead and _TELLS_OF_DONE.search(title)):
        return False
    plan = _several_years(title, year)
    plans = _AHEAD.search(title) or named or (plan is not None and plan[0] >= year)
    ends = [*named, plan[1]] if plan else named
    if plans and min(ends, default=year) >= year:
        return True
    return False if max(named, default=year) < year and not era.ahead else None


def era_of_sentence(sentence: str, era: Era, year: int, begins: bool) -> Era:
    """What a sentence speaks of, by its words; ``begins`` says that it is the first of its paragraph."""
    sentence = COMPARED.sub("", sentence)
    if names_targets(sentence):
        return _of_targets(sentence, era, year)
    if not era.ahead and _is_turn(sentence, year):
        return Era(True, year, told=True)
    if begins and era.ahead and (past := _BEFORE.match(sentence)) and int(past[1]) < year:
        return Era(False, int(past[1]))
    if era.ahead and (aside := _aside(sentence[:_LEAD], year)):
        return aside
    if era.ahead:
        own = _ahead(sentence[:_LEAD], era, year)
        return own._replace(expected=False) if begins else own
    return _back(sentence[:_LEAD], era, year)


def _aside(lead: str, year: int) -> Era | None:
    """What a sentence looks back on in a part that looks ahead: 二十年来, 建区以来."""
    if not _LOOKS_ASIDE.match(lead):
        return None
    several = _several_years(lead, year - 1)
    return Era(False, year - 1, several[0] if several else 0)


def names_targets(sentence: str) -> bool:
    """Whether a sentence says what the targets are."""
    found = _TARGETS.search(sentence)
    return found is not None and not _REACHED.search(sentence[max(0, found.start() - 16) : found.start()])


def _of_targets(sentence: str, era: Era, year: int) -> Era:
    lead = sentence[:60]
    years = _several_years(lead, year)
    if years and years[1] < year:
        return era
    this = re.search(f"今年|{year}年", lead)
    if years and not (this and this.start() < years[2]):
        return Era(True, years[1], years[0], True, True)
    if this or not era.ahead:
        return Era(True, year, 0, True, True)
    return era._replace(expected=True)


def _is_turn(sentence: str, year: int) -> bool:
    """Whether a sentence that looks back no longer begins: 今年是…, 2026年，我们将…"""
    lead = sentence[:60].lstrip("—-")
    if "工作报告" in lead:
        return False
    if found := re.match(_YEAR.pattern, lead):
        return int(found[1]) >= year and bool(
            re.match(r"年(?:政府)?[^。]{0,30}?(?:要|将|工作|目标|总体|任务|是|力争|确保)", lead[4:])
        )
    return bool(_TURNS.search(lead)) and not re.match("今年以来", lead)


def _ahead(lead: str, era: Era, year: int) -> Era:
    years = _several_years(lead, year)
    one = re.search(f"^[^，。]{{0,6}}(?:今年|{year}年)", lead)
    if years and years[1] >= year and (not one or years[2] < one.start()) and years[2] < 12:
        return Era(True, years[1], years[0], era.expected, True)
    return Era(True, year, 0, era.expected, True) if one and not re.search("今年[起来后底]", lead) else era


def _back(lead: str, era: Era, year: int) -> Era:
    if (since := _SINCE.search(lead)) and int(since[1]) < year - 1:
        return Era(False, year - 1, int(since[1]), told=True)
    one = _ONE.search(lead) or re.search(rf"^[^到至从由]{{0,8}}{year - 1}年", lead)
    several = _several_years(lead, year - 1)
    if several and several[1] < year and (not one or several[2] < one.start()):
        return Era(False, several[1], several[0], told=True)
    return Era(False, year - 1, told=True) if one else era


def _several_years(words: str, year: int) -> tuple[int, int, int] | None:
    """The several years that words speak of, as first and last, and where they do so."""
    found = _SEVERAL.search(words)
    if not found:
        return None
    if found["plan"]:
        first, last = plan_years(found["plan"])
        last = max(last, year) if words.startswith("以来", found.end()) else last
    elif re.search(r"(?:今后|未来|今后的)$", words[: found.start()]):
        first, last = year, year + 4
    else:
        number = found["past"] or found["years"]
        first, last = year + 1 - (_NUMBERS[number] if number else 5), year
    return first, last, found.start()
