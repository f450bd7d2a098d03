"""What in a text tells which year it plans: titles, dates, headings, sentences, plans, jubilees, sessions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.figure.numerals import numeral_value
from shizhong_cli.core.report.drafting.events import year_of_session, years_of_events
from shizhong_cli.core.report.drafting.looking import in_parts, is_later_part, is_told_of
from shizhong_cli.core.report.drafting.phrases import PLAN_NAME
from shizhong_cli.core.report.drafting.plans import plan_years
from shizhong_cli.core.report.drafting.reach import outline_named, plans_next_year, running_part
from shizhong_cli.core.report.drafting.witness import Kind, Witness
from shizhong_cli.core.report.drafting.year_headings import years_worked
from shizhong_cli.tuples import NamedTuple

_FRONT = 15
"""Lines in which a title and the day of the meeting stand."""
_YEAR = "((?:19|20)[0-9][0-9])年"
_TITLE = re.compile(
    r"^[^。]{0,12}?((?:19|20)[0-9][0-9])年?[^。0-9]{0,16}(?:(?:政府)?工作报告|两会)|工作报告[^。0-9]{0,3}((?:19|20)[0-9][0-9])(?!年[0-9]{1,2}月)"
)
_DATE = re.compile(_YEAR + r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日")
_MONTH_OF_MEETING = re.compile(
    r"[—\-(（]*"
    + _YEAR
    + "([0-9]{1,2}|[一二三四五六七八九十]{1,2})月[)）]?(?:[,，]?[^。0-9,，]{0,30}(?:会议|大会|人代会)[^。0-9]{0,8})?"
)
"""A line with no more than the month, or the month and the meeting."""
_PUBLISHED = re.compile("((?:19|20)[0-9]{2})[-/.](1[0-2]|0?[1-9])[-/.][0-3]?[0-9]")
_LOOKED_BACK = re.compile(
    _YEAR + "(?:(?:及今年以来)?[^。年]{0,10}(?:回顾|总结|工作情况|完成情况|主要工作(?!安排|任务))"
    "|[^。年]{0,16}统计(?:公报|快报))"
    f"|(?:回顾|总结)了?{_YEAR}"
)
_PLANNED = re.compile(
    _YEAR
    + r"(?!远景)[^。年,，]{0,16}(?:安排|部署|总体要求|目标|重点工作|主要任务|重点任务|工作(?:任务|思路|打算|要求|建议))"
    r"(?![^。,，]{0,14}(?:完成|实现|达成|落实|超额|圆满|情况))"
)
_PLANNED_BARE = re.compile("^((?:19|20)[0-9]{2})(?:年度?)?(?:预期|主要|奋斗|发展|工作)目标")
"""2013预期目标, the heading of a list."""
_LAST_DAYS = re.compile(f"{_YEAR}的?(?:最后一[天周]|岁末|岁尾)")
_TARGETED = re.compile(
    _YEAR
    + "(?:国民经济和社会发展)?[^。，,;；和与]{0,12}(?:计划|预算)(?:[(（]?草案|安排)|"
    + _YEAR
    + r"(?:政府)?(?:工作|经济社会发展)?的?(?:总体)?"
    + r"(?:工作安排|安排|部署|思路|要求|重点任务|主要任务|重点工作|重点(?=[。,，;]))|"
    + _YEAR
    + r"[^。，,;0-9]{0,16}(?:主要|预期|发展)[^。，,;0-9]{0,6}目标(?![^。，,;]{0,10}(?:完成|实现|达成))|"
    + _YEAR
    + r"[^。，,;0-9]{2,20}目标(?:定?为|是|设为|定在|设定|确定)|"
    + _YEAR
    + r"[^。，,;0-9]{0,16}(?:作了?|作出了?|进行了?)(?:全面|总体|具体|系统)?(?:的)?(?:安排|部署)"
)
_BEGUN = re.compile(
    f"(?<!确保)(?<!力争)(?<!推动)(?:实现了?{PLAN_NAME}(?:时期|规划)?的?|{PLAN_NAME}(?:实现|取得|迈出)了?)良好开局"
)
_ANY_PLAN = re.compile(f"{PLAN_NAME}|第(十[一二三四五六七八九])个五年")
_CHART = re.compile(
    "(?:^|[图表][0-9一二三四五六七八九十]*[:、]?)(?:19|20)[0-9]{2}年?[-—–~至]{1,2}((?:19|20)[0-9]{2})年[^。,，;；]{2,}$"
)
_TOLD = re.compile(
    f"(?:初步(?:核算|测算|统计|预计)|经核算|根据地区生产总值统一核算结果)[^。]{{0,4}}{_YEAR}(?![前上下1一二三四])"
    f"|(?:据介绍|据统计|统计显示|数据显示)[,，]{_YEAR}(?![前上下1一二三四])[^。,，;；]{{2,24}}[0-9]"
    f"|预计{_YEAR}[,，]?[^。,，到至]{{0,24}}(?:实现|完成|达|[0-9])"
    f"|{_YEAR}[,，]?[^。,，;；前上下一二三四]{{2,24}}[0-9.]+[万亿]+元,(?:比上年|同比)"
    f"|{_YEAR}[^。,，;；:、前上下一二三四年目预计力确要将]{{2,24}}增长[0-9.]+%"
    f"|(?<![到至]){_YEAR}全[省市区县旗州镇乡][^。,，;；:、年0-9到至目预计力确要将]{{2,20}}(?:达到?|完成|实现)[0-9]"
)
_SAID_BACK = re.compile(
    _YEAR
    + "(?:国民经济和社会发展)?[^。，,;；和与]{0,12}(?:计划|预算)[^。，,和与]{0,6}执行情况|"
    + _YEAR
    + "(?:[和及与][^。;；，,]{0,16}?)?(?:政府)?工作(?:(?:作|进行)了?(?:全面|系统|认真)?)?(?:的)?(?:回顾|总结)"
    + f"|(?:回顾|总结)了?{_YEAR}"
)
_THIS_YEAR = re.compile(rf"今年[(（]{_YEAR}[)）]")
_PAST_YEAR = re.compile(r"(?:过去的|刚刚过去的|即将过去的|走过的|(?:过去的?一年|一年来)[,，])" + _YEAR)
_PLAN_YEAR = re.compile(
    f"{_YEAR}[,，]?(?:也|既|正|又)?是[^。]{{0,60}}?{PLAN_NAME}(?:时期|规划|实施)?[^。]{{0,8}}?(收官|最后一年|决胜|开局|第一年|起步)"
)
"""2026年是“十五五”开局之年: of the year that is planned, or of the one looked back on, as its part does."""
_PLAN = re.compile(f"今年[^。]{{0,400}}?{PLAN_NAME}[^。]{{0,8}}?(收官|最后一年|决胜|开局|第一年|起步)")
_PLAN_OVER = re.compile(f"{PLAN_NAME}(?:时期|期间)?[^。,，]{{0,12}}(?:回顾|总结|成就|综述|回眸|巡礼|答卷)")
_PLAN_DONE = re.compile(
    f"(?:圆满|胜利|全面|顺利|较好地?)完成了?{PLAN_NAME}(?:规划|时期|计划)?(?:确?定的|既定|各项|主要|的)*(?:目标|任务|规划)"
)
"""圆满完成了“十二五”各项目标任务: that plan is over."""
_FIVE_OF_A_PLAN = re.compile(
    f"{PLAN_NAME}(?:时期|期间)?[,，]?是[^。;]{{0,40}}(?:成效|成就|变化|提升|突破|发展)[^。;，,]{{0,10}}的五年"
)
"""“十二五”时期，是变化最大的五年: they are over."""
_NOT_BACK = re.compile("(?<!及今年)以来|五年|[一二三四五]年回顾|届")
_OVER = re.compile(
    r"(?:^|[。;；!])(?:[—-]*|[(（][一二三四五六七八九十]+[)）][^。]{0,40}。|[^。,，;；0-9]{1,16}(?:说|指出|表示|获悉|了解到|介绍)了?[,，:])"
    + _YEAR
    + r"(?![以起底末前初度、和—至到-]|[上下]半年|[一二三四]季度|[0-9一二三四五六七八九十]{1,2}(?:[—至-][0-9]{1,2})?月)"
    + "(?P<said>[^。;；]*)"
)
_FIVE_YEARS = re.compile("(?:过去|这)五年|五年来|任期五年|任期的五年")
_FIVE_TO_COME = re.compile("^(?:今后|未来)五年(?:的)?(?:主要|总体|发展|奋斗|工作)*(?:目标|任务|蓝图)")
"""未来五年主要目标任务, of which the last year is named somewhere below."""
_NEXT_FIVE = re.compile("(?:今后|未来)五年[^。]{0,160}?到(20[0-9]{2}(?<!2035)(?<!2050))年")
"""今后五年, …, 到2026年, which is the last of them."""
_YEARS_OVER = re.compile("[两三四五六七八九十]年来")
_ROSE = re.compile(
    f"[从由](?:19|20)[0-9]{{2}}年的?[^。,，;；到]{{1,16}}(?:增加|提高|增长|上升|扩大|发展|跃升)到{_YEAR}"
)
"""六年来, …从2005年的28亿元增加到2011年的95亿元: so far the years go that are over."""
_TOLD_FROM = re.compile(f"[由从]{_YEAR}的")
_OF_THE_PAGE = re.compile("导出|下载|打印|浏览|点击|更新(?:时间|日期|于)|抓取")
"""Of a line with the day that a page was saved."""
_BESIDE = 4  # characters behind a date in which such words belong to it
_LEAD = 40
_LATE = 11
"""From this month on a meeting is about the year to come."""


def witnesses_of(lines: Sequence[str]) -> Iterable[Witness]:
    """Every witness of a text; its lines are without blanks."""
    named = 0
    front = _FRONT
    held = _Held(plans_next_year(lines), _day_of_meeting(lines))
    yield from _over(lines)
    yield from _of_plan_years(lines)
    yield from _of_plans_begun(lines)
    yield from _of_the_kind(lines)
    yield from _of_sessions_and_plans(lines)
    yield from (Witness(Kind.LOOKED_BACK, year + 1, number) for year, number in years_worked(lines))
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        front -= 1
        if front >= 0:
            yield from _of_the_front(line, number, held)
        yield from _of_a_line(line, number)
        yield from _of_what_is_known(line, number)
        named = max(
            [named, *map(int, re.findall("(?!2035|2050)((?:19|20)[0-9][0-9])(?=年|政府工作报告)", line[:_LEAD]))]
        )
    if named:
        yield Witness(Kind.NAMED, named)
    if named and any(_FIVE_TO_COME.search(line) for line in lines):
        yield Witness(Kind.NEXT_FIVE, named - 4)


def _of_the_kind(lines: Sequence[str]) -> Iterable[Witness]:
    """What kind of a document it is: of a part of a year, the outline of a plan, one with charts of several years."""
    if running := running_part(lines):
        yield Witness(Kind.RUNNING, running[0], running[2])
    if (outline := outline_named(lines)) and outline[1]:
        yield Witness(Kind.OUTLINE, outline[0][0], outline[2])
    charts = [
        (int(it[1]), number)
        for number, line in enumerate(lines, 1)
        if len(line) <= _LEAD and (it := _CHART.search(line))
    ]
    if charts and len({year for year, _ in charts}) == 1:
        yield Witness(Kind.SERIES, charts[0][0] + 1, charts[0][1])
    for number, line in enumerate(lines, 1):
        if told := _TOLD.search(line):
            yield Witness(Kind.TOLD, int(next(filter(None, told.groups()))) + 1, number)
            return


def _of_sessions_and_plans(lines: Sequence[str]) -> Iterable[Witness]:
    """Which session of the national congress meets, which plan has begun well, and which is the last one named."""
    front = 0
    named: list[tuple[int, int]] = []
    for number, line in enumerate(lines, 1):
        front += bool(line)
        if front <= _FRONT and (session := year_of_session(line)):
            yield Witness(Kind.SESSION, session, number)
        named += [(plan_years(plan[1] or plan[2])[0], -number) for plan in _ANY_PLAN.finditer(line)]
    if named:
        yield Witness(Kind.PLANS, max(named)[0], -max(named)[1])


def _over(lines: Sequence[str]) -> Iterable[Witness]:
    """The last year that a sentence of the part that looks back begins with and tells of."""
    found: list[tuple[int, int]] = []
    for number, line, back in in_parts(lines, True):
        if back:
            told = (it for it in _OVER.finditer(line) if is_told_of(it["said"]))
            found += [(int(it[1]), -number) for it in told]
    if found:
        year, number = max(found)
        yield Witness(Kind.OVER, year + 1, -number)


def _of_plans_begun(lines: Sequence[str]) -> Iterable[Witness]:
    """A plan that has begun well, as the part that looks back says; one that looks ahead wishes for it."""
    for number, line, back in in_parts(lines, True):
        if back and (begun := _BEGUN.search(line)):
            yield Witness(Kind.BEGUN, plan_years(begun[1] or begun[2])[0] + 1, number)


def _of_plan_years(lines: Sequence[str]) -> Iterable[Witness]:
    """A year that begins or ends a plan; in a part that looks back it is the year before that of the report."""
    for number, line, back in in_parts(lines, False):
        if found := _PLAN_YEAR.search(line):
            first, last = plan_years(found[2])
            year = int(found[1])
            said, _, rest = line[found.end() :].partition("。")
            is_over = back or is_told_of(said) or _GOES_ON_BACK.match(rest) is not None
            if year == (first if found[3] in _BEGINNINGS else last):
                yield Witness(Kind.PLAN, year + is_over, number)


_GOES_ON_BACK = re.compile("(?:一年来|这一年|过去一年|全年)[,，]")
_BEGINNINGS = ("开局", "第一年", "起步")


def _of_what_is_known(line: str, number: int) -> Iterable[Witness]:
    """What happens this year: a jubilee, a congress; and the year before five years that are over."""
    if plan := _PLAN.search(line):
        first, last = plan_years(plan[1])
        yield Witness(Kind.PLAN, first if plan[2] in _BEGINNINGS else last, number)
    yield from (Witness(Kind.EVENT, year, number) for year in years_of_events(line))
    if len(line) <= _LEAD and (over := _PLAN_OVER.search(line)):
        yield Witness(Kind.PLAN, plan_years(over[1])[1] + 1, number)
    if to_come := _NEXT_FIVE.search(line):
        yield Witness(Kind.NEXT_FIVE, int(to_come[1]) - 4, number)
    yield from _of_years_over(line, number)


def _of_years_over(line: str, number: int) -> Iterable[Witness]:
    """The year before several that are over, and the last of them."""
    rose = _ROSE.search(line) if _YEARS_OVER.search(line) else None
    last = int(rose[1]) if rose else 0
    if last:
        yield Witness(Kind.SPAN, last + 1, number)
    if (done := _PLAN_DONE.search(line) or _FIVE_OF_A_PLAN.search(line)) and not _is_long_over(
        line, plan_years(done[1])[1], last
    ):
        yield Witness(Kind.PLAN, plan_years(done[1])[1] + 1, number)
    if _FIVE_YEARS.search(line) and (base := _TOLD_FROM.search(line)):
        yield Witness(Kind.SPAN, int(base[1]) + 6, number)


def _is_long_over(line: str, end: int, last: int) -> bool:
    """Whether more years are over than those of a plan: the next one has begun, or years behind it are told of."""
    begun = _BEGUN.search(line)
    return last > end or (begun is not None and plan_years(begun[1] or begun[2])[0] > end)


class _Held(NamedTuple):
    """Whether the meeting is held in the year before the one that it plans, as it says, and the year of its day."""

    before: bool
    year: int


def _day_of_meeting(lines: Sequence[str]) -> int:
    front = [line[: 2 * _LEAD] for line in lines if line][:_FRONT]
    dates = (found for line in front if (found := _DATE.search(line)) and not _OF_THE_PAGE.search(line))
    return next((int(found[1]) for found in dates), 0)


def _of_the_front(line: str, number: int, held: _Held) -> Iterable[Witness]:
    if len(line) <= _LEAD and (title := _TITLE.search(line)):
        year = int(title[1] or title[2])
        yield Witness(Kind.TITLE, year + (held.before and held.year in (0, year)), number)
    if published := _PUBLISHED.search(line[: 2 * _LEAD]):
        yield Witness(Kind.PUBLISHED, int(published[1]) + (int(published[2]) >= _LATE), number)
    if last := _LAST_DAYS.search(line[:_LEAD]):
        yield Witness(Kind.DATE, int(last[1]) + 1, number)
    yield from _of_a_day(line, number, held)


def _of_a_day(line: str, number: int, held: _Held) -> Iterable[Witness]:
    date = _DATE.search(line[: 2 * _LEAD]) or _MONTH_OF_MEETING.fullmatch(line)
    if date and date[2].startswith("0") and date[0] == line:  # 2025年05月11日, which a page says of today
        yield Witness(Kind.PUBLISHED, int(date[1]) + (_month(date[2]) >= _LATE), number)
    elif date and not _OF_THE_PAGE.search(line, 0, date.end() + _BESIDE):
        yield Witness(Kind.DATE, int(date[1]) + (held.before or _month(date[2]) >= _LATE), number)


def _month(word: str) -> int:
    return int(word) if all(map(is_digit, word)) else int(numeral_value(word) or 0)


def _of_a_line(line: str, number: int) -> Iterable[Witness]:
    """What a heading says, and a sentence of any line."""
    is_short = len(line) <= _LEAD
    backs = (_LOOKED_BACK if is_short else _SAID_BACK).finditer(line)
    for back in (it for it in backs if not _NOT_BACK.search(it[0])):
        year = int(next(filter(None, back.groups())))
        is_later = is_later_part(line, back[0])
        yield Witness(Kind.PLANNED if is_later else Kind.LOOKED_BACK, year + (not is_later), number)
    planned = (_PLANNED if is_short else _TARGETED).search(line) or _PLANNED_BARE.match(line)
    if planned and not line[: planned.start()].endswith(("到", "至")):
        yield Witness(Kind.PLANNED, int("".join(filter(None, planned.groups()))), number)
    if this := _THIS_YEAR.search(line):
        yield Witness(Kind.PLANNED, int(this[1]), number)
    yield from (Witness(Kind.PAST_YEAR, int(past[1]) + 1, number) for past in _PAST_YEAR.finditer(line))
