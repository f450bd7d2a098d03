"""The day a figure stands for, as people and spreadsheets write it.

ISO spellings first; then what Excel makes of them (2026/9/30, Sep-26) and what a statistical release says
(2026年前三季度, 2026年1-9月). Parts of a year that begin in January are all there is: figures of sums are year to date.
"""

from __future__ import annotations

import re

from shizhong_cli.core.figure.characters import FULL_WIDTH
from shizhong_cli.core.figure.period import InvalidPeriod, Period, parse_period
from shizhong_cli.problems import Forms, Place, Problem
from shizhong_cli.reading.values import not_a_period

_PLAIN = FULL_WIDTH | str.maketrans("—–~～〜至", "------")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
LATE = "P010"
"""Of months that do not begin with the year."""
# Texts, not compiled patterns: most runs read ISO spellings only, and ``re`` keeps what it has compiled.
_DAYS = (
    r"([0-9]{4})([/.-])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})",
    r"([0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]?",
    r"([0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
)
_MONTH = (
    r"([0-9]{4})[/-](?P<month>[0-9]{1,2})",
    r"([0-9]{4})\.(?P<month>[0-9]{2}|[2-9])",  # 2026.1 may be what a spreadsheet made of 2026.10
    r"([0-9]{2}(?:1[3-9]|[2-9][0-9]|00))(?P<month>[0-9]{2})",  # 202609; 201109 may be a day of 2020
    r"([0-9]{4})-?[Mm](?P<month>[0-9]{2})",  # as SDMX writes it
    r"([0-9]{4})年(?:0?1月?-)?(?P<month>[0-9]{1,2})月?份?[末底]?",
)
_MONTHS_OF_A_YEAR = r"([0-9]{4})年?(?P<from>[0-9]{1,2})月?-(?P<to>[0-9]{1,2})月份?"
_QUARTER = r"([0-9]{4})年?-?(?:[第前]?(?:[1一]-)?([一二三四1-4])季度?末?|Q([1-4]))"
_MIDNIGHT = r"[\sT]+0{1,2}:00(?::00)?$"
_PARTS = (
    (r"([0-9]{4})年?-?(?:上半年|[HhSs]1)", "{0}-S1"),
    (r"([0-9]{4})年?-?(?:下半年|[HhSs]2)", "{0}-07/{0}-12"),
    (r"([0-9]{4})年(?:度|全年|末|底)?", "{0}"),
)
_ENGLISH_QUARTER = r"Q([1-4])-?([0-9]{4})"
_ENGLISH = r"([a-z]{3,9})\.?[-,]?([0-9]{2}|[0-9]{4})"


def read_day(text: str, place: Place, problems: list[Problem]) -> Period | None:
    """The period whose last day is meant; ``None`` with a problem when the text names none."""
    shown = re.sub(_MIDNIGHT, "", text.strip()) if ":" in text else text
    plain = "".join(shown.translate(_PLAIN).split())
    try:
        own = parse_period(plain)
        return None if _begins_late(own, text, place, problems) else own
    except InvalidPeriod:
        pass
    try:
        from shizhong_cli.reading.two_days import one_way

        own = parse_period(one_way(plain) or _iso(re.sub("^(?=[0-7][0-9]年)", "20", plain)))  # 26年9月 is of 2026
    except InvalidPeriod:
        from shizhong_cli.reading.two_days import may_be_two

        problem = (may_be_two(plain, None, place) or not_a_period(text, place))._replace(found=text)
        problems.append(problem._replace(expected=Forms.DAY) if problem.code == "P001" else problem)
        return None
    return None if _begins_late(own, text, place, problems) else own


def _begins_late(period: Period, text: str, place: Place, problems: list[Problem]) -> bool:
    """Whether several months are named that do not begin with the year: what came in then is no sum of the year."""
    late = "/" in period.text and period.years is None and period.first.month != 1
    if late:
        last = period.text.rpartition("/")[2]
        problems.append(Problem(place, LATE, text, suggestion=f"{last[:4]}-01/{last}"))
    return late


def _iso(text: str) -> str:
    """The ISO spelling of another one; the text itself where it is none of those known."""
    for pattern in _DAYS:
        if match := re.fullmatch(pattern, text):
            return f"{match[1]}-{int(match['month']):02}-{int(match['day']):02}"
    for pattern in _MONTH:
        if match := re.fullmatch(pattern, text):
            return f"{match[1]}-{int(match['month']):02}"
    if match := re.fullmatch(_MONTHS_OF_A_YEAR, text):
        return f"{match[1]}-{int(match['from']):02}/{match[1]}-{int(match['to']):02}"
    if match := re.fullmatch(_QUARTER, text):
        return f"{match[1]}-Q{match[3] or _QUARTERS[match[2]]}"
    for pattern, part in _PARTS:
        if match := re.fullmatch(pattern, text):
            return part.format(match[1])
    if match := re.fullmatch(_ENGLISH_QUARTER, text.upper()):
        return f"{match[2]}-Q{match[1]}"
    match = re.fullmatch(_ENGLISH, text.lower())
    return (_english(match[1], match[2]) if match else "") or text


def _english(name: str, year: str) -> str:
    """``Sep-26`` as a spreadsheet writes September of 2026: a month by its name or its first three letters."""
    month = next((n for n, known in enumerate(_MONTHS, 1) if name in (known, known[:3])), None)
    return f"{year if len(year) == 4 else '20' + year}-{month:02}" if month else ""
