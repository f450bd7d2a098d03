"""Days as people type them, where the year is that of the report, or the day is told from today.

三季度, 9月, 上半年, 9.30 and 9月30日 say no year; whoever types them in front of one report means the year of its
targets, and is told what they were taken for. 上月 and 去年 are counted from today. In a file a day always has its
year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.patterns import compiled

_SINCE_TODAY: dict[str, Callable[[date], str]] = {
    **dict.fromkeys(("today", "今天", "今日"), date.isoformat),
    **dict.fromkeys(("yesterday", "昨天", "昨日"), lambda day: (day - timedelta(days=1)).isoformat()),
    **dict.fromkeys(("本月", "当月", "这个月", "thismonth"), lambda day: f"{day:%Y-%m}"),
    **dict.fromkeys(("上月", "上个月", "lastmonth"), lambda day: f"{day.replace(day=1) - timedelta(days=1):%Y-%m}"),
    **dict.fromkeys(("本季", "本季度", "这个季度", "thisquarter"), lambda day: _quarter(day.year, day.month)),
    **dict.fromkeys(("上季", "上季度", "上个季度", "lastquarter"), lambda day: _quarter(day.year, day.month - 3)),
    **dict.fromkeys(("今年", "本年", "thisyear"), lambda day: str(day.year)),
    **dict.fromkeys(("去年", "上年", "lastyear"), lambda day: str(day.year - 1)),
}
"""Words for days and periods, and which they are on a day."""
_MONTHS = "一二三四五六七八九十"
_WITHOUT_YEAR = (
    r"[第前]?(?:[1一]-)?[一二三四1-4]季度?末?|Q[1-4]|[1-4]Q|[HS][12]|[12]H|(?:[0-9]{1,2}月?-)?[0-9]{1,2}月份?[末底]?|[0-9]{1,2}月[0-9]{1,2}[日号]?"
    r"|上半年|全年|年[末底]"
)


def completed(text: str, year: int | None, today: date) -> str:
    """The text with the year that it lacks, or the day that it calls today; any other text as it is."""
    told = _SINCE_TODAY.get(_plain(text).lower())
    return told(today) if told else in_year(text, year)


def _plain(text: str) -> str:
    return re.sub("[—–~～〜至到]", "-", half_width("".join(text.split())))


def in_year(text: str, year: int | None) -> str:
    """The text with the year that it lacks; any other text as it is."""
    plain = _with_digits(_plain(text))
    if year is not None and (month_first := _month_and_day(plain)):
        return f"{year}-{month_first}"
    if year is None or not compiled(_WITHOUT_YEAR, re.IGNORECASE).fullmatch(plain):
        return text
    if part := re.fullmatch("([QHS])([1-4])|([1-4])([QHS])", plain.upper()):
        return f"{year}-{(part[1] or part[4]).replace('H', 'S')}{part[2] or part[3]}"
    return f"{year}{'' if plain.startswith('年') else '年'}{plain.replace('号', '日')}"


def _month_and_day(text: str) -> str:
    """``09-30`` for 9.30, 9/30, 9-30 and 0930; nothing for what may be another day as well, as 9.3, 9/10 and 1-9."""
    match = re.fullmatch("([0-9]{1,2})([./-])([0-9]{2})|([01][0-9])([0-9]{2})", text)
    if match is None:
        return ""
    month, day = int(match[1] or match[4]), int(match[3] or match[5])
    only = match[2] in (".", None) or day > _LAST_MONTH
    return f"{month:02}-{day:02}" if only and month <= _LAST_MONTH else ""


_LAST_MONTH = 12


def _quarter(year: int, month: int) -> str:
    """The quarter of a month; months before January are of the year before."""
    return f"{year if month > 0 else year - 1}-Q{(month - 1) % 12 // 3 + 1}"


def _with_digits(text: str) -> str:
    """九月 and 十二月 with digits; 三季度 is read as it is."""
    month = re.fullmatch(rf"(十?[{_MONTHS}])(月.*)", text)
    if month is None:
        return text
    tens, last = month[1][:-1], month[1][-1]
    return f"{10 * len(tens) + _MONTHS.index(last) + 1}{month[2]}"
