"""What time a document as a whole is about: a year that is over and the next, a part of a year, a five-year plan.

A report of work looks back on one year and plans the next. What is told while a year runs (上半年总结) looks back on a
part of that same year and plans the rest of it. The outline of a plan (规划纲要) looks back on the plan before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shizhong_cli.core.report.drafting.parts import NAMED_PART, last_month, part_of
from shizhong_cli.core.report.drafting.phrases import OF_A_TASK, PLAN_NAME
from shizhong_cli.core.report.drafting.plans import plan_years
from shizhong_cli.tuples import NamedTuple


class Reach(NamedTuple):
    """The year that is planned, the one looked back on, which part of it, and the plan that the document is about."""

    plan: int
    back: int
    part: str = ""  # as a period spells it, where the year is not over: S1
    five: tuple[int, int] | None = None  # first and last year of the plan whose outline this is or tells of
    is_outline: bool = False  # the document is that outline itself
    is_told: bool = False  # it tells of that outline, and is no report of work
    late: bool = False  # 今年 is the year looked back on: the meeting is held before that year is over
    next: bool = False  # 明年 is what is planned
    is_sure: bool = True  # the witnesses leave no doubt of the year that is planned

    @property
    def this(self) -> int:
        """The year that 今年 stands for."""
        return self.back if self.late else self.plan


_NEXT_YEAR = re.compile(
    "明年[^。;；,，]{0,24}(?:目标|安排|总体要求|重点工作|工作重点|(?:工作|主要|重点)任务|工作(?:的?(?:建议|思路|打算|部署|计划))|的?工作$)"
)
"""Of a report of late in the year, before the congress of the next: 明年的主要预期目标是…"""
_LATE = 11
"""From this month on a meeting is about the year to come."""
_FRONT, _LEAD = 8, 80
_FIRST = 3
"""Lines in which a sentence, and no title, may say that a text is of a part of a year."""
_LONGEST_TITLE = 60
_RUNNING = re.compile(
    rf"((?:19|20)[0-9]{{2}})年[^。,，]{{0,30}}?{NAMED_PART}[^。]{{0,24}}?"
    "(?:情况|总结|小结|回顾|汇报|通报|报告|运行|进展|完成|形势|分析|工作|获悉)"
)
_OF_THE_YEAR = re.compile("工作报告$|年度工作总结")
_TITLE_OF_A_PART = 40
_OF_A_PART = re.compile(
    f"{NAMED_PART}政府工作报告|{NAMED_PART}(?!计划)[^。]{{0,16}}(?:情况|总结|回顾|汇报|通报|运行|完成|形势|分析|经济|增长|下降)"
)
_DATE = re.compile("((?:19|20)[0-9]{2})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])[0-9]{1,2}")
_OUTLINE = re.compile(
    f"(?:第(?P<nth>十[一二三四五六七八九])个五年|{PLAN_NAME}(?:时期)?(?:发展)?)规划(?:和[^,，。]{{0,16}})?(?:纲要|的?建议)"
)
_NOT_ITSELF = re.compile("审议|审查|提请|连同|中期评估|工作报告|实施情况|执行情况")


def plans_next_year(lines: Sequence[str]) -> bool:
    """Whether a text says 明年 of what it plans."""
    return any(_NEXT_YEAR.search(line) for line in lines)


def is_held_before(lines: Sequence[str], year: int) -> bool:
    """Whether a meeting about a year is held in the last months of the year before it."""
    days = (found for line in lines[:_DAY] if (found := _DATE.search(line)))
    return any(int(day[1]) == year - 1 and int(day[2]) >= _LATE for day in days)


_DAY = 30
"""Lines in which the day of a meeting stands."""


def running_part(lines: Sequence[str]) -> tuple[int, str, int] | None:
    """The year and the part of it that a title or the first words tell of, and on which line."""
    front = [(number, line) for number, line in enumerate(lines, 1) if line][:_FRONT]
    for number, words in _titles(front):
        found = _RUNNING.search(words)
        if found and not _OF_THE_YEAR.search(found[0]) and (part := part_of(found[0])):
            return int(found[1]), part, number
    for number, line in front:
        if _is_title(line) and (month := _OF_A_MONTH.search(line)):
            return int(month[1]), f"01/{int(month[2]):02}", number
    return _running_by_date(front, lines[:_DAY]) or _running_by_its_tasks(lines)


_OF_A_MONTH = re.compile(
    "(?:经济|运行|统计|指标|月报|简况)[^。,，]{0,8}[(（]((?:19|20)[0-9]{2})年([2-9]|1[01])月份?[)）]$"
)
"""每月经济运行简况（2020年3月）, of what came in since January."""


def _titles(front: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Every title, with the line below it, and the first sentences; these not of a text that tells of a report."""
    tells_of_a_report = any("工作报告" in line and not part_of(line) for _, line in front)
    for place, (number, line) in enumerate(front):
        if _is_title(line):
            yield number, line + "".join(below[:_LEAD] for _, below in front[place + 1 : place + 2])
        elif place < _FIRST and not tells_of_a_report:
            yield number, line[:_LEAD]


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith("。")


def _running_by_date(front: Sequence[tuple[int, str]], lines: Sequence[str]) -> tuple[int, str, int] | None:
    """前三季度经济运行情况, of the year that stands in the date beside it."""
    titles = (it for it in front if len(it[1]) <= _TITLE_OF_A_PART and _is_title(it[1]) and _OF_A_PART.search(it[1]))
    dates = [found for line in lines if (found := _DATE.search(line))]
    dates.sort(key=lambda found: "年" not in found[0])  # the day of a meeting before that of a page
    title, date = next(titles, None), next(iter(dates), None)
    part = part_of(title[1]) if title else None
    if title is None or date is None or not part or int(date[2]) <= last_month(part):
        return None
    return int(date[1]), part, title[0]


def _running_by_its_tasks(lines: Sequence[str]) -> tuple[int, str, int] | None:
    """截至6月底完成419万元，为全年任务的56.6%, of the one year that a line begins with."""
    told = next((line for line in lines if _OF_THE_TASKS.search(line) and part_of(line)), "")
    years = [
        (int(found[1]), number) for number, line in enumerate(lines, 1) if (found := _BEGINS_WITH_A_YEAR.match(line))
    ]
    if not told or len({year for year, _ in years}) != 1:
        return None
    return years[0][0], part_of(told) or "", years[0][1]


_OF_THE_TASKS = re.compile(OF_A_TASK)
_BEGINS_WITH_A_YEAR = re.compile("((?:19|20)[0-9]{2})年[,，](?:我|全)")


def part_told_first(lines: Sequence[str]) -> str:
    """The part of a year that the first words are about, where no year is named: 召开半年度经济形势分析会."""
    front = [line[:_LEAD].partition("。")[0] for line in lines if line][:_FIRST]
    if any("工作报告" in words for words in front):
        return ""
    found = next((it for words in front if (it := _MEETS_ABOUT.search(words))), None)
    return ("S1" if found["half"] else part_of(found[0]) or "") if found else ""


_MEETS_ABOUT = re.compile(f"(?:(?P<half>半年度)|{NAMED_PART})[^。,，]{{0,12}}(?:形势|运行|情况|总结|小结|工作会)")


def outline_named(lines: Sequence[str]) -> tuple[tuple[int, int], bool, int] | None:
    """The plan whose outline a document is or tells of, whether it is that outline, and on which line it says so."""
    front = [(number, line) for number, line in enumerate(lines, 1) if line][:_FRONT]
    for number, line in front:
        if found := _OUTLINE.search(line):
            numeral = next(filter(None, (found["nth"], *found.groups()[1:])))
            is_title = _is_title(line) and not _NOT_ITSELF.search(line)
            return plan_years(numeral), is_title, number
    return None
