"""Days as people type them, where the year is that of the report, or the day is today.

三季度, 9月, 上半年 and 9月30日 say no year; whoever types them in front of one report means the year of its targets,
and is told what they were taken for. In a file a day always has its year.
"""

from __future__ import annotations

import re
from datetime import date

from shizhong_cli.core.figure.characters import half_width

_TODAY = ("today", "今天", "今日")
_MONTHS = "一二三四五六七八九十"
_WITHOUT_YEAR = re.compile(
    r"[第前]?(?:[1一]-)?[一二三四1-4]季度?末?|Q[1-4]|(?:[0-9]{1,2}月?-)?[0-9]{1,2}月份?[末底]?|[0-9]{1,2}月[0-9]{1,2}[日号]?"
    r"|上半年|全年|年[末底]",
    re.IGNORECASE,
)


def completed(text: str, year: int | None, today: date) -> str:
    """The text with the year that it lacks, or the day that it calls today; any other text as it is."""
    plain = re.sub("[—–~～〜至到]", "-", half_width("".join(text.split())))
    if plain.lower() in _TODAY:
        return today.isoformat()
    plain = _with_digits(plain)
    if year is None or not _WITHOUT_YEAR.fullmatch(plain):
        return text
    if plain[0] in "Qq":
        return f"{year}-{plain.upper()}"
    return f"{year}{'' if plain.startswith('年') else '年'}{plain.replace('号', '日')}"


def _with_digits(text: str) -> str:
    """九月 and 十二月 with digits; 三季度 is read as it is."""
    month = re.fullmatch(rf"(十?[{_MONTHS}])(月.*)", text)
    if month is None:
        return text
    tens, last = month[1][:-1], month[1][-1]
    return f"{10 * len(tens) + _MONTHS.index(last) + 1}{month[2]}"
