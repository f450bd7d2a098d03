"""Which period a number of a report stands for, and what it is compared with, as far as the words tell."""

from __future__ import annotations

import re
from typing import NamedTuple

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY
from shizhong_cli.core.report.coverage import Printed
from shizhong_cli.core.report.outline import Era, plan_of, plan_years

_PLAN = re.compile(r"十([一二三四五六七八九])五")
_SPAN = re.compile(r"((?:19|20)[0-9][0-9])年?[-—–~至到]{1,2}((?:19|20)[0-9][0-9])年")
_YEAR = re.compile(r"((?:19|20)[0-9][0-9])年")
_RATES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)
_REACHED = re.compile("(?:达到?|突破|超过|跨入|迈入|增至|升至|提高到|增加到|迈进|迈上)")
_ADDED_UP = re.compile("累计|共|实现|五年来|发放|完成|争取|引进|投入|办成")
_WITHIN = re.compile("([一二三四五])年内")
_NEAR = 24
"""Characters before a number in which a year belongs to it."""


class Times(NamedTuple):
    """Period and base as they are written in the files; ``told`` when the words near the number say so."""

    period: str
    since: str = ""
    told: bool = True


def times_of(it: Printed, measure: Measure, era: Era, year: int) -> Times:
    """The period of a number in a paragraph that speaks of ``era``, in the report of ``year``."""
    since = _since(it.number.since)
    near = re.split("[。;!?]", it.before)[-1][-_NEAR:]
    spans, years = _SPAN.findall(near), [int(found) for found in _YEAR.findall(near)]
    told = bool(spans or years) or (not era.first and not it.number.since)
    if spans and not era.ahead:
        era = Era(False, int(spans[-1][1]), int(spans[-1][0]))
    elif years and (years[-1] >= year) == era.ahead:
        era = Era(era.ahead, years[-1])
    period = str(era.year)
    if measure is Measure.FLOW and era.first and not since and not _is_of_last_year(it):
        period = era.span
    if era.ahead and (within := _WITHIN.search(near)):
        period = str(year - 1 + "一二三四五".index(within[1]) + 1)
    if measure is Measure.AVERAGE_GROWTH:
        last = max(era.year, plan_of(era.year)[1]) if era.ahead and not era.first else era.year
        base = year - 1 if era.ahead else era.base
        since, period, told = since or str(min(base, last - 1)), str(last), told and bool(it.number.since)
    elif measure in _RATES and era.first and not since:
        since, told = str(year - 1 if era.ahead else era.base), False
    if measure not in _RATES or (since and int(since[-4:]) >= int(period[-4:])):
        since = ""
    return Times(period, since, told)


def _is_of_last_year(it: Printed) -> bool:
    """Whether an amount of money is what a year came to, and no sum of several: 增加值达260.3亿元."""
    clause = re.split("[,。;!?]", it.before)[-1][-_NEAR:]
    words = f"{clause[-8:]} {it.number.qualifier}"
    return it.number.unit in (MONEY, "") and bool(_REACHED.search(words)) and not _ADDED_UP.search(clause)


def _since(words: str) -> str:
    """A base as a period: “十三五”末 is 2020, “十三五” the years 2016 to 2020; nothing for the year before."""
    if plan := _PLAN.search(words):
        first, last = plan_years(f"十{plan[1]}")
        return str(last) if re.search("末|底", words) else str(first - 1) if "初" in words else f"{first}/{last}"
    found = _YEAR.search(words)
    return found[1] if found else ""
