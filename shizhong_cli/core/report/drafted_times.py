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
    near = re.split("[。;!?]", it.before)[-1][-_NEAR:]
    spans, years = _SPAN.findall(near), [int(found) for found in _YEAR.findall(near)]
    told = bool(spans or years) or not (era.first or it.number.since)
    era = _era_near(era, spans, years, year)
    since = _since(it.number.since)
    times = Times(_period(it, measure, era, near, year), since, told)
    if measure is Measure.AVERAGE_GROWTH:
        times = _of_an_average(times, era, year)._replace(told=told and bool(it.number.since))
    elif measure in _RATES and era.first and not since:
        times = times._replace(since=str(_base_of(era, year)), told=False)
    return times if measure in _RATES and _is_in_order(times) else times._replace(since="")


def _era_near(era: Era, spans: list[tuple[str, str]], years: list[int], year: int) -> Era:
    """The era of the paragraph, or that of the years beside the number where they are as far ahead or behind."""
    if spans and not era.ahead:
        first, last = spans[-1]
        return Era(False, int(last), int(first))
    if years and (years[-1] >= year) == era.ahead:
        return Era(era.ahead, years[-1])
    return era


def _period(it: Printed, measure: Measure, era: Era, near: str, year: int) -> str:
    """A number of years where the words say so, all years of a sum, or else the last year."""
    if era.ahead and (within := _WITHIN.search(near)):
        return str(year - 1 + "一二三四五".index(within[1]) + 1)
    is_sum = measure is Measure.FLOW and era.first and not _since(it.number.since)
    return era.span if is_sum and not _is_of_last_year(it) else str(era.year)


def _of_an_average(times: Times, era: Era, year: int) -> Times:
    """An average runs to the end of the years spoken of, or of the plan, from a year before."""
    last = max(era.year, plan_of(era.year)[1]) if era.ahead and not era.first else era.year
    return times._replace(period=str(last), since=times.since or str(min(_base_of(era, year), last - 1)))


def _base_of(era: Era, year: int) -> int:
    """The year that the years spoken of are compared with."""
    return year - 1 if era.ahead else era.base


def _is_in_order(times: Times) -> bool:
    """Whether the base, where there is one, ends before the period does."""
    return not times.since or int(times.since[-4:]) < int(times.period[-4:])


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
