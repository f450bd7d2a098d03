"""Texts that may stand for two days: what they may be, each as it is written when one alone is meant."""

from __future__ import annotations

import re
from datetime import date

from shizhong_cli.problems import Place, Problem

TWO_DAYS = "P011"


def may_be_two(text: str, year: int | None, place: Place) -> Problem | None:
    """That a text has two readings, with both of them; ``None`` where it has not.

    ``year`` is what a day without one is of; without it such a day is none.
    """
    readings = _with_year(text) or (_without_year(text, year) if year else [])
    known = [reading for reading in dict.fromkeys(readings) if _is_there(reading)]
    return Problem(place, TWO_DAYS, text, " / ".join(known)) if len(known) > 1 else None


def _with_year(text: str) -> list[str]:
    """201109, 2026.1 (which a spreadsheet makes of 2026.10 as well) and 9/10/2026."""
    if match := re.fullmatch("(20)(0[1-9]|1[0-2])(0[1-9]|1[0-2])", text):
        return [f"20{match[2]}-{match[3]}", f"20{match[1]}-{match[2]}-{match[3]}"]
    if match := re.fullmatch(r"([0-9]{4})\.1", text):
        return [f"{match[1]}-01", f"{match[1]}-10"]
    if match := re.fullmatch(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})", text):
        return _both_ways(int(match[4]), int(match[1]), int(match[3]))
    return []


def _without_year(text: str, year: int) -> list[str]:
    """9.3, which may have been 9.30, and 9/10 or 9-10, where either may be the month."""
    if match := re.fullmatch(r"([0-9]{1,2})\.([1-3])", text):
        month, day = int(match[1]), int(match[2])
        return [f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day}0"]
    if match := re.fullmatch("([0-9]{1,2})([/-])([0-9]{1,2})", text):
        first, last = int(match[1]), int(match[3])
        if match[2] == "-" and first == 1:
            return [f"{year}-01-{last:02}", f"{year}-01/{year}-{last:02}"]
        return _both_ways(year, first, last)
    return []


def _both_ways(year: int, first: int, last: int) -> list[str]:
    return [f"{year}-{first:02}-{last:02}", f"{year}-{last:02}-{first:02}"]


def one_way(text: str) -> str:
    """The ISO spelling of 30/9/2026, where one of the first two can be no month; nothing for any other text."""
    match = re.fullmatch(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})", text)
    if match is None:
        return ""
    known = [way for way in dict.fromkeys(_both_ways(int(match[4]), int(match[1]), int(match[3]))) if _is_there(way)]
    return known[0] if len(known) == 1 else ""


def _is_there(reading: str) -> bool:
    """Whether there is such a day or month."""
    last = reading.rpartition("/")[2]
    try:
        date.fromisoformat(last if last.count("-") > 1 else f"{last}-01")
    except ValueError:
        return False
    return True
