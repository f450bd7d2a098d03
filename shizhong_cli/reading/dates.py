"""The day a figure stands for, as people and spreadsheets write it.

ISO spellings first; then what Excel makes of them (2026/9/30, Sep-26) and what a statistical release says
(2026年前三季度, 2026年1-9月). Parts of a year that begin in January are all there is: figures of sums are year to date.
"""

from __future__ import annotations

import re

from shizhong_cli.core.period import InvalidPeriod, Period, parse_period
from shizhong_cli.problems import Place, Problem

_PLAIN = str.maketrans("０１２３４５６７８９／－．—–~～〜至", "0123456789/-.------")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAY = re.compile(r"(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?(?:T?0{1,2}:00(?::00)?)?")
_MONTH = re.compile(r"(\d{4})[/.年-](?:0?1月?-)?(\d{1,2})月?份?")
_QUARTER = re.compile(r"(\d{4})年?-?(?:第|前)?(?:[1一]-)?([一二三四1-4])季度?")
_HALF = re.compile(r"(\d{4})年?-?(上|全)(?:半?年)")
_ENGLISH = re.compile(rf"({'|'.join(_MONTHS)})[a-z]*-?(\d{{2}}|\d{{4}})")


def read_day(text: str, place: Place, problems: list[Problem]) -> Period | None:
    """The period whose last day is meant; ``None`` with a problem when the text names none."""
    plain = re.sub(r"\s+", "", text.translate(_PLAIN))
    for spelling in dict.fromkeys((plain, _iso(plain))):
        try:
            return parse_period(spelling)
        except InvalidPeriod:
            continue
    problems.append(Problem(place, "P001", text))
    return None


def _iso(text: str) -> str:
    """The ISO spelling of another one; the text itself where it is none of those known."""
    if match := _DAY.fullmatch(text):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match := _MONTH.fullmatch(text):
        return f"{match[1]}-{int(match[2]):02}"
    if match := _QUARTER.fullmatch(text):
        return f"{match[1]}-Q{_QUARTERS[match[2]]}"
    if match := _HALF.fullmatch(text):
        return match[1] if match[2] == "全" else f"{match[1]}-S1"
    if match := re.fullmatch(r"(\d{4})年", text):
        return match[1]
    if match := _ENGLISH.fullmatch(text.lower()):
        return f"{match[2].rjust(4, '20')}-{_MONTHS.index(match[1]) + 1:02}"
    return text
