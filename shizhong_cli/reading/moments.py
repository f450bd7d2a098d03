"""When something was done: a day, or a day with a time of it, as people and spreadsheets write it.

It is kept in its ISO spelling, so that its first ten characters are the day.
"""

from __future__ import annotations

import re
from datetime import datetime

from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.dates import read_day

_TIME = r"(.*?)[\sT]+([0-9]{1,2})[:：时]([0-9]{1,2})分?(?:[:：]([0-9]{1,2}))?(?:\.0*)?"
_AT_LEAST = 10  # characters of a day


def read_moment(text: str, place: Place, problems: list[Problem]) -> str:
    """The ISO spelling of a moment; nothing, with a problem, where the text names none."""
    if len(text) > _AT_LEAST and text[_AT_LEAST] == "T" and _is_iso(text):
        return text  # as the ledger keeps it, with its distance from UTC
    timed = re.fullmatch(_TIME, text.strip())
    met: list[Problem] = []
    day = read_day(timed[1] if timed else text, place, met)
    if day is None or day.first != day.last:
        problems.append(Problem(place, "A045", text))
        return ""
    if timed is None:
        return day.last.isoformat()
    hour, minute, second = (int(part or 0) for part in timed.groups()[1:])
    written = f"{day.last.isoformat()}T{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
    if _is_iso(written):
        return written
    problems.append(Problem(place, "A045", text))
    return ""


def _is_iso(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
