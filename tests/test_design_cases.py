"""DESIGN, section 5, worked out by hand: one table, each line to be checked with a pencil.

A line is the direction of the indicator, its target as an author types it, what came in and when (in the order it was
recorded; ``then`` divides), the status, and every number that follows from it. A number that is not named is not there:
no progress without a level to start from, no forecast when the period is over. ``lead`` is in percentage points,
``required`` an amount a month, an amount a year or the growth of the rest in %, ``end`` where the period ends under the
assumption beside it and ``ends`` what it is then. 亿 multiplies by 100 000 000.

Days of 2026 that divide well: 14 March is day 73 (1/5), 26 May 146 (2/5), 7 August 219 (3/5), 19 October 292 (4/5).
At the end of a quarter 90, 181 and 273 of 365 days are over. On 7 August 24/31 + 4 = 148/31 months remain, on
19 October 12/31 + 2 = 74/31. A year of growth T that has had growth a in its share w needs
((1 + T) - w(1 + a)) / (1 - w) - 1 = (T - wa) / (1 - w) in the rest.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from making import one_indicator

from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.terms import Direction
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.outlook import outlook
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.actuals.from_words import actuals_from_words, assumed_from_words


class Case(NamedTuple):
    """One line of the table."""

    direction: str
    target: str
    came_in: str  # 72家@2026-08-07 then 70家@2026-09; empty when nothing did
    status: str
    numbers: str = ""
    before: str = ""  # the baseline
    head: str = ""  # more of targets.yaml: profiles, rates, conventions
    prices: str = ""
    assume: str = ""


NO_NUMBER = "qualitative: 保持合理增长, period: 2026, binding: "
LEVEL_80 = "level: 80家, period: 2025"
LEVEL_60 = "level: 60亿元, period: 2025"
AMOUNT_200 = "flow: 200亿元, period: 2025"
QUARTERS = "profiles: {it: {quarters: [20%, 25%, 25%, 30%]}}"
# 60, 120, 200, 280, 360, 450, 520, 590, 680, 760, 840, 1000 up to the end of each month
MONTHS = (
    "profiles: {it: {months: [60亿元, 60亿元, 80亿元, 80亿元, 80亿元, 90亿元, "
    "70亿元, 70亿元, 90亿元, 80亿元, 80亿元, 160亿元]}}"
)
DOLLAR = "rates: [{rate: 1美元=7.1元, date: 2026-06-30}]"

FLOWS_OVER = [  # actual / target; on the last day the lead is completion - 1
    Case("up", "flow: 120家, period: 2026", "120家@2026-12-31", "met", "gap 0 家, completion 1, elapsed 1, lead 0"),
    Case(
        "up", "flow: 120家, period: 2026", "119家@2026-12-31", "missed",
        "gap -1 家, completion 119/120, elapsed 1, lead -5/6",
    ),
    Case("up", "flow: 120家, period: 2026", "150家@2026", "met", "gap 30, completion 1.25, elapsed 1, lead 25"),
    Case("up", "flow: 120家, period: 2026", "0家@2026", "missed", "gap -120, completion 0, elapsed 1, lead -100"),
    # without a date it is that of the whole year, and time plays no part
    Case("up", "flow: 120家, period: 2026", "120家", "met", "gap 0, completion 1, elapsed 1, reason whole_period"),
    Case(
        "up", "flow: 120家以上, period: 2026", "119家@2026", "missed",
        "gap -1, completion 119/120, elapsed 1, lead -5/6",
    ),
    Case("up", "flow: 120家以上, period: 2026", "120家@2026", "met", "gap 0, completion 1, elapsed 1, lead 0"),
    # more_than too is met from the number on
    Case("up", "flow: 超过120家, period: 2026", "120家@2026", "met", "gap 0, completion 1, elapsed 1, lead 0"),
    Case(
        "up", "flow: 超过120家, period: 2026", "119家@2026", "missed",
        "gap -1, completion 119/120, elapsed 1, lead -5/6",
    ),
    # a ceiling, whatever the direction: 119 of 120 are used, and nothing is completed
    Case("up", "flow: 不超过120家, period: 2026", "120家@2026", "met", "gap 0, used 1, elapsed 1"),
    Case("up", "flow: 不超过120家, period: 2026", "121家@2026", "missed", "gap 1, used 121/120, elapsed 1"),
    Case("down", "flow: 120家以内, period: 2026", "120家@2026", "met", "gap 0, used 1, elapsed 1"),
    Case("down", "flow: 120家, period: 2026", "119家@2026", "met", "gap -1, used 119/120, elapsed 1"),
    Case("down", "flow: 120家, period: 2026", "121家@2026", "missed", "gap 1, used 121/120, elapsed 1"),
    Case("down", "flow: 低于120家, period: 2026", "121家@2026", "missed", "gap 1, used 121/120, elapsed 1"),
    Case("down", "flow: 低于120家, period: 2026", "119家@2026", "met", "gap -1, used 119/120, elapsed 1"),
    # a floor, whatever the direction
    Case(
        "down", "flow: 120家以上, period: 2026", "119家@2026", "missed",
        "gap -1, completion 119/120, elapsed 1, lead -5/6",
    ),
    Case("none", "flow: 120家以上, period: 2026", "125家@2026", "met", "gap 5, completion 25/24, elapsed 1, lead 25/6"),
    Case("none", "flow: 120家, period: 2026", "120家@2026", "met", "gap 0, completion 1, elapsed 1, lead 0"),
    # the band of 左右 is 5 % of 120, which is 6
    Case(
        "up", "flow: 120家左右, period: 2026", "113家@2026", "missed",
        "gap -7, completion 113/120, elapsed 1, lead -35/6",
    ),
    Case(
        "up", "flow: 120家左右, period: 2026", "114家@2026", "within_band",
        "gap -6, completion 0.95, elapsed 1, lead -5",
    ),
    Case(
        "up", "flow: 120家左右, period: 2026", "119家@2026", "within_band",
        "gap -1, completion 119/120, elapsed 1, lead -5/6",
    ),
    Case("up", "flow: 120家左右, period: 2026", "120家@2026", "met", "gap 0, completion 1, elapsed 1, lead 0"),
    Case("up", "flow: 120家左右, period: 2026", "132家@2026", "met", "gap 12, completion 1.1, elapsed 1, lead 10"),
    Case("down", "flow: 120家左右, period: 2026", "126家@2026", "within_band", "gap 6, used 1.05, elapsed 1"),
    Case("down", "flow: 120家左右, period: 2026", "127家@2026", "missed", "gap 7, used 127/120, elapsed 1"),
    Case(
        "none", "flow: 120家左右, period: 2026", "114家@2026", "within_band",
        "gap -6, completion 0.95, elapsed 1, lead -5",
    ),
    # 12 too many, of what is to be neither more nor less: missed, and not 110 % of anything
    Case("none", "flow: 120家左右, period: 2026", "132家@2026", "missed", "gap 12, elapsed 1"),
    Case(  # a declared band of 1 %: 1.2
        "up", "flow: 120亩左右, period: 2026", "118.8亩@2026", "within_band", "gap -1.2, completion 0.99, "
        "elapsed 1, lead -1",
        head="conventions: {about: {otherwise: 1%}}",
    ),
]  # fmt: skip

FLOWS_RUNNING = [
    Case(  # 3/5 of the sum in 3/5 of the time; 48 in 148/31 months: 48 x 31 / 148 = 372/37
        "up", "flow: 120家, period: 2026", "72家@2026-08-07", "on_track",
        "gap -48 家, completion 0.6, elapsed 0.6, lead 0, forecast 120, required 372/37 家/month",
    ),
    Case(  # -1/120 of the target; 71 / 0.6 = 355/3; 49 x 31 / 148 = 1519/148
        "up", "flow: 120家, period: 2026", "71家@2026-08-07", "behind",
        "gap -49, completion 71/120, elapsed 0.6, lead -5/6, forecast 355/3, required 1519/148",
    ),
    Case(  # 3/4 - 273/365 = 3/1460; 90 x 365 / 273 = 10950/91; 30 in three months
        "up", "flow: 120家以上, period: 2026", "90家@2026-09", "on_track",
        "gap -30, completion 0.75, elapsed 273/365, lead 15/73, forecast 10950/91, required 10 家/month",
    ),
    Case(  # already there: 1 - 273/365 = 92/365; 120 x 365 / 273 = 14600/91
        "up", "flow: 超过120家, period: 2026", "120家@2026-Q3", "met",
        "gap 0, completion 1, elapsed 273/365, lead 1840/73, forecast 14600/91",
    ),
    Case(  # 0.95 x 365 = 346.75, and 12.75/365 = 51/1460; 114 x 365 / 334 = 20805/167; 6 in one month
        "up", "flow: 120家左右, period: 2026", "114家@2026-11", "on_track",
        "gap -6, completion 0.95, elapsed 334/365, lead 255/73, forecast 20805/167, required 6",
    ),
    Case(  # 0.4 - 0.6; 48 / 0.6; 72 x 31 / 148 = 558/37
        "none", "flow: 120家, period: 2026", "48家@2026-08-07", "behind",
        "gap -72, completion 0.4, elapsed 0.6, lead -20, forecast 80, required 558/37",
    ),
    Case(  # the first day: 30/31 + 11 = 371/31 months; 364 x 31 / 371 = 1612/53
        "up", "flow: 365家, period: 2026", "1家@2026-01-01", "on_track",
        "gap -364, completion 1/365, elapsed 1/365, lead 0, forecast 365, required 1612/53",
    ),
    Case(  # nothing on the first day
        "up", "flow: 371家, period: 2026", "0家@2026-01-01", "behind",
        "gap -371, completion 0, elapsed 1/365, lead -20/73, forecast 0, required 31",
    ),
    Case(  # the day before the last: 1/31 of a month
        "up", "flow: 365家, period: 2026", "364家@2026-12-30", "on_track",
        "gap -1, completion 364/365, elapsed 364/365, lead 0, forecast 365, required 31",
    ),
    Case(  # a leap year: 1 July is day 183 of 366; 30/31 + 5 = 185/31 months; 183 x 31 / 185
        "up", "flow: 366家, period: 2028", "183家@2028-07-01", "on_track",
        "gap -183, completion 0.5, elapsed 0.5, lead 0, forecast 366, required 5673/185",
    ),
    Case(  # 29 February is day 60; 306 in ten months
        "up", "flow: 366家, period: 2028", "60家@2028-02-29", "on_track",
        "gap -306, completion 10/61, elapsed 10/61, lead 0, forecast 366, required 30.6",
    ),
    Case(  # one day late
        "up", "flow: 366家, period: 2028", "59家@2028-02", "behind",
        "gap -307, completion 59/366, elapsed 10/61, lead -50/183, forecast 359.9, required 30.7",
    ),
    Case(  # 55 - 40 = 15 of the quarter itself: 91 days, 45 of them over
        # 15 x 91 / 45 = 91/3; 16/31 + 1 = 47/31 months; 15 x 31 / 47
        "up", "flow: 30家, period: 2026-Q2", "40家@2026-03 then 55家@2026-05-15", "on_track",
        "gap -15, completion 0.5, elapsed 45/91, lead 50/91, forecast 91/3, required 465/47",
    ),
]  # fmt: skip

FIVE_YEARS = [  # each year counts alike
    Case(  # one of five years: 0.2 - 0.2; 100 / 0.2; 400 in 4 years
        "up", "flow: 500家, period: 2026/2030", "100家@2026", "on_track",
        "gap -400, completion 0.2, elapsed 0.2, lead 0, forecast 500, required 100",
    ),
    Case(  # three of five years, one of 366 days: an even pace is not behind; 200 in 2 years
        "up", "flow: 500家, period: 2026/2030", "110家@2026 then 90家@2027 then 100家@2028", "on_track",
        "gap -200, completion 0.6, elapsed 0.6, lead 0, forecast 500, required 100",
    ),
    # a figure of the third year alone is that of its year, and the two before are not known; dated by all it is the sum
    Case("up", "flow: 500家, period: 2026/2030", "300家@2028", "not_comparable", "reason earlier_missing"),
    Case(
        "up", "flow: 500家, period: 2026/2030", "500家@2026/2030", "met", "gap 0, completion 1, elapsed 1, lead 0"
    ),
]  # fmt: skip

LIMITS = [  # used up with the time at most; nothing is needed, what is left may still come
    Case(  # 40 left for 148/31 months: 40 x 31 / 148 = 310/37
        "down", "flow: 100家, period: 2026", "60家@2026-08-07", "on_track",
        "gap -40, used 0.6, elapsed 0.6, forecast 100, allowed 310/37",
    ),
    Case(  # 61 / 0.6 = 305/3; 39 x 31 / 148 = 1209/148
        "down", "flow: 100家, period: 2026", "61家@2026-08-07", "behind",
        "gap -39, used 0.61, elapsed 0.6, forecast 305/3, allowed 1209/148",
    ),
    # all of it used up with two fifths of the year to go: 100 / 0.6 = 500/3, and nothing is left
    Case(
        "down", "flow: 100家以内, period: 2026", "100家@2026-08-07", "behind",
        "gap 0, used 1, elapsed 0.6, forecast 500/3",
    ),
    # passed: the sum cannot come down again, so it is missed at once, and no straight line is drawn
    Case(
        "down", "flow: 100家以内, period: 2026", "102家@2026-08-07", "missed",
        "gap 2, used 1.02, elapsed 0.6, reason passed",
    ),
    Case(  # 100 x 31 / 148 = 775/37
        "none", "flow: 不足100家, period: 2026", "0家@2026-08-07", "on_track",
        "gap -100, used 0, elapsed 0.6, forecast 0, allowed 775/37",
    ),
]  # fmt: skip

ZEROS = [  # gap = actual, and no completion
    Case("down", "flow: 动态清零, unit: 件, period: 2026", "0件@2026", "met", "gap 0 件, elapsed 1"),
    Case("down", "flow: 动态清零, unit: 件, period: 2026", "2件@2026", "missed", "gap 2 件, elapsed 1"),
    # nothing so far can still become something
    Case(
        "down", "flow: 动态清零, unit: 件, period: 2026", "0件@2026-08-07", "on_track",
        "gap 0, elapsed 0.6, forecast 0",
    ),
    # three are no longer none, whatever comes
    Case(
        "down", "flow: 动态清零, unit: 件, period: 2026", "3件@2026-08-07", "missed",
        "gap 3, elapsed 0.6, reason passed",
    ),
    Case("none", "flow: 不发生, unit: 起, period: 2026", "1起@2026", "missed", "gap 1 起, elapsed 1"),
    Case(  # 30 of 50 are gone with three fifths of the way from 2025-12-31: 50 - 0.6 x 50 = 20 is what it asks
        "down", "level: 清零, unit: 处, period: 2026", "20处@2026-08-07", "on_track", "gap 20 处, progress 0.6, "
        "elapsed 0.6",
        before="level: 50处, period: 2025",
    ),
    Case(
        "down", "level: 清零, unit: 处, period: 2026", "0处@2026", "met", "gap 0, progress 1, elapsed 1",
        before="level: 50处, period: 2025",
    ),
    # (0 - 0.6 x -2) / 0.4 = 3
    Case("up", "growth: 0%, period: 2026", "-2%@2026-08-07", "behind", "gap -2 个百分点, elapsed 0.6, required 3 %"),
    Case("up", "growth: 0%, period: 2026", "0%@2026", "met", "gap 0, elapsed 1"),
    Case("down", "share: 0%, period: 2026", "0.1%@2026", "missed", "gap 0.1 个百分点, elapsed 1"),
    Case("up", "change: 0个百分点, period: 2026", "0.1个百分点@2026", "met", "gap 0.1, elapsed 1"),
    Case("down", "change: 0元, period: 2026", "1元@2026", "missed", "gap 1 元, elapsed 1"),
]  # fmt: skip

LEVELS = [  # the target is 100, the baseline 80; on 7 August the way from it asks 80 + 0.6 x 20 = 92
    Case(
        "up", "level: 100家, period: 2026", "100家@2026", "met",
        "gap 0 家, completion 1, progress 1, elapsed 1", LEVEL_80,
    ),
    Case(
        "up", "level: 100家, period: 2026", "99家@2026", "missed",
        "gap -1, completion 0.99, progress 0.95, elapsed 1", LEVEL_80,
    ),
    Case(
        "up", "level: 100家以上, period: 2026", "100家@2026-08-07", "on_track",
        "gap 0, completion 1, progress 1, elapsed 0.6", LEVEL_80,
    ),
    Case(
        "up", "level: 超过100家, period: 2026", "92家@2026-08-07", "on_track",
        "gap -8, completion 0.92, progress 0.6, elapsed 0.6", LEVEL_80,
    ),
    Case(
        "up", "level: 100家左右, period: 2026", "95家@2026", "within_band",
        "gap -5, completion 0.95, progress 0.75, elapsed 1", LEVEL_80,
    ),
    Case(
        "up", "level: 100家左右, period: 2026", "94家@2026", "missed",
        "gap -6, completion 0.94, progress 0.7, elapsed 1", LEVEL_80,
    ),
    Case(
        "up", "level: 100家, period: 2026", "70家@2026-08-07", "behind",
        "gap -30, completion 0.7, progress -0.5, elapsed 0.6", LEVEL_80,
    ),
    Case(
        "up", "level: 100家, period: 2026", "104家@2026", "met",
        "gap 4, completion 1.04, progress 1.2, elapsed 1", LEVEL_80,
    ),
    Case("up", "level: 100家, period: 2026", "90家@2026", "missed", "gap -10, completion 0.9, elapsed 1"),
    Case(
        "none", "level: 100家以上, period: 2026", "101家@2026", "met",
        "gap 1, completion 1.01, progress 1.05, elapsed 1", LEVEL_80,
    ),
    # downwards from 120: a limit, of which 110/100 are used; the way asks 120 - 0.6 x 20 = 108 on 7 August
    Case(
        "down", "level: 100家, period: 2026", "110家@2026-08-07", "behind",
        "gap 10, used 1.1, progress 0.5, elapsed 0.6", "level: 120家, period: 2025",
    ),
    Case(
        "down", "level: 100家以下, period: 2026", "100家@2026", "met", "gap 0, used 1, progress 1, elapsed 1",
        "level: 120家, period: 2025",
    ),
    Case(
        "down", "level: 低于100家, period: 2026", "101家@2026", "missed",
        "gap 1, used 1.01, progress 0.95, elapsed 1", "level: 120家, period: 2025",
    ),
    # the target is the baseline: 0/0 is no progress
    Case(
        "up", "level: 100家, period: 2026", "100家@2026-08-07", "on_track", "gap 0, completion 1, elapsed 0.6",
        "level: 100家, period: 2025",
    ),
    Case(
        "up", "level: 100家, period: 2026", "99家@2026", "missed", "gap -1, completion 0.99, elapsed 1",
        "level: 100家, period: 2025",
    ),
    # from nothing: 40/100
    Case(
        "up", "level: 100家, period: 2026", "40家@2026-08-07", "behind", "gap -60, completion 0.4, progress 0.4, "
        "elapsed 0.6",
        "level: 0家, period: 2025",
    ),
    # from less than nothing: (0 + 10) / (10 + 10)
    Case(
        "up", "level: 10亿元, period: 2026", "0亿元@2026-08-07", "behind",
        "gap -10亿 元, completion 0, progress 0.5, elapsed 0.6", "level: -10亿元, period: 2025",
    ),
    # (6 + 10) / 20
    Case(
        "up", "level: 10亿元, period: 2026", "6亿元@2026", "missed",
        "gap -4亿, completion 0.6, progress 0.8, elapsed 1", "level: -10亿元, period: 2025",
    ),
    # (-10 + 20) / (0 + 20), downwards from 20 to 0
    Case(
        "down", "level: 0亿元, period: 2026", "10亿元@2026", "missed", "gap 10亿, progress 0.5, elapsed 1",
        "level: 20亿元, period: 2025",
    ),
    # the other wordings
    Case("up", "level: 超过100家, period: 2026", "100家@2026", "met", "gap 0, completion 1, elapsed 1"),
    Case(
        "up", "level: 100家左右, period: 2026", "95家@2026-08-07", "within_band",
        "gap -5, completion 0.95, elapsed 0.6",
    ),
    Case("down", "level: 100家以下, period: 2026", "101家@2026-08-07", "behind", "gap 1, used 1.01, elapsed 0.6"),
    Case("down", "level: 低于100家, period: 2026", "99家@2026-08-07", "on_track", "gap -1, used 0.99, elapsed 0.6"),
    Case("none", "level: 100家, period: 2026", "100家@2026-08-07", "on_track", "gap 0, completion 1, elapsed 0.6"),
]  # fmt: skip

LEVELS_AHEAD = [  # from 60 at the end of 2025 to 100 at the end of 2030; the year 2030 has not begun
    Case(  # 10 of 40 gone, a fifth due; 30 in four years
        "up", "level: 100亿元, period: 2030", "70亿元@2026", "on_track",
        "gap -30亿, completion 0.7, progress 0.25, elapsed 0, required 7.5亿 元/year", LEVEL_60,
    ),
    Case(  # 16 of 40 gone, three fifths due; 24 in two years
        "up", "level: 100亿元, period: 2030", "76亿元@2028", "behind",
        "gap -24亿, completion 0.76, progress 0.4, elapsed 0, required 12亿", LEVEL_60,
    ),
    Case(  # 30 of 40 gone, (3 + 181/365)/5 due; 10 in a year and a half is 20/3 a year
        "up", "level: 100亿元, period: 2030", "90亿元@2029-06-30", "on_track",
        "gap -10亿, completion 0.9, progress 0.75, elapsed 0, required 2000000000/3", LEVEL_60,
    ),
    Case(  # 100 -> 60: 5 of 40 gone, a fifth due; 35 in four years
        "down", "level: 60亿元, period: 2030", "95亿元@2026", "behind",
        "gap 35亿, used 19/12, progress 0.125, elapsed 0, required 8.75亿",
        "level: 100亿元, period: 2025",
    ),
    Case(  # a fifth gone, a fifth due; 1460 in four years
        "up", "level: 1825家, period: 2030", "365家@2026", "on_track",
        "gap -1460, completion 0.2, progress 0.2, elapsed 0, required 365",
        "level: 0家, period: 2025",
    ),
    Case(  # one short of that; 1461 in four years
        "up", "level: 1825家, period: 2030", "364家@2026", "behind",
        "gap -1461, completion 364/1825, progress 364/1825, elapsed 0, required 365.25",
        "level: 0家, period: 2025",
    ),
    Case(  # the period itself is long
        "up", "level: 100亿元, period: 2026/2030", "70亿元@2026", "on_track",
        "gap -30亿, completion 0.7, progress 0.25, elapsed 0.2, required 7.5亿", LEVEL_60,
    ),
    Case(
        "up", "level: 100亿元, period: 2030", "99.99亿元@2030", "missed",
        "gap -0.01亿, completion 0.9999, progress 0.99975, elapsed 1", LEVEL_60,
    ),
]  # fmt: skip

GROWTH = [  # in points, no completion
    Case("up", "growth: 5%, period: 2026", "5.2%@2026", "met", "gap 0.2 个百分点, elapsed 1"),
    Case("up", "growth: 5%, period: 2026", "4.99%@2026", "missed", "gap -0.01, elapsed 1"),
    Case("up", "growth: 5%以上, period: 2026", "5%@2026", "met", "gap 0, elapsed 1"),
    Case("up", "growth: 超过5%, period: 2026", "4.9%@2026", "missed", "gap -0.1, elapsed 1"),
    Case("up", "growth: 5%左右, period: 2026", "4.49%@2026", "missed", "gap -0.51, elapsed 1"),
    Case("up", "growth: 5%左右, period: 2026", "4.5%@2026", "within_band", "gap -0.5, elapsed 1"),
    Case("up", "growth: 5%左右, period: 2026", "5.6%@2026", "met", "gap 0.6, elapsed 1"),
    Case("none", "growth: 5%左右, period: 2026", "5.6%@2026", "missed", "gap 0.6, elapsed 1"),
    Case("down", "growth: 3%左右, period: 2026", "3.5%@2026", "within_band", "gap 0.5, elapsed 1"),
    Case("down", "growth: 3%以下, period: 2026", "3%@2026", "met", "gap 0, elapsed 1"),
    Case("down", "growth: 不足3%, period: 2026", "3.1%@2026", "missed", "gap 0.1, elapsed 1"),
    Case("down", "growth: 下降5%, period: 2026", "下降4.9%@2026", "missed", "gap 0.1, elapsed 1"),
    Case("down", "growth: 下降5%以上, period: 2026", "下降5%@2026", "met", "gap 0, elapsed 1"),
    Case("up", "growth: 1倍, period: 2026", "90%@2026", "missed", "gap -10 个百分点, elapsed 1"),
    # with the elapsed share: (5 - 0.6 x 4) / 0.4 = 6.5
    Case("up", "growth: 5%, period: 2026", "4%@2026-08-07", "behind", "gap -1, elapsed 0.6, required 6.5 %"),
    # (5 - 0.8 x 5.5) / 0.2 = 3
    Case("up", "growth: 5%以上, period: 2026", "5.5%@2026-10-19", "on_track", "gap 0.5, elapsed 0.8, required 3"),
    # (5 - 0.6 x 4.5) / 0.4 = 5.75: on the edge of the band, below the number
    Case(
        "up", "growth: 5%左右, period: 2026", "4.5%@2026-08-07", "within_band",
        "gap -0.5, elapsed 0.6, required 5.75",
    ),
    # (3 - 0.6 x 3.5) / 0.4 = 2.25: may grow by no more
    Case("down", "growth: 3%以下, period: 2026", "3.5%@2026-08-07", "behind", "gap 0.5, elapsed 0.6, required 2.25"),
    # (5 - 0.8 x 35) / 0.2 = -115
    Case("up", "growth: 5%, period: 2026", "35%@2026-10-19", "on_track", "gap 30, elapsed 0.8, required -115"),
    # the last day but one of a leap year: 366 x 5 - 365 x 4 = 370
    Case("up", "growth: 5%, period: 2028", "4%@2028-12-30", "behind", "gap -1, elapsed 365/366, required 370"),
    # the first day: (365 x 5 - 369) / 364 = 4
    Case("up", "growth: 5%, period: 2026", "369%@2026-01-01", "on_track", "gap 364, elapsed 1/365, required 4"),
    # declared quarters: 0.7 are over, (5 - 0.7 x 4) / 0.3 = 22/3
    Case(
        "up", "growth: 5%, period: 2026", "4%@2026-Q3", "behind",
        "gap -1, elapsed 273/365, required 22/3", head=QUARTERS,
    ),
    # 0.2: (5 - 0.2 x 6) / 0.8 = 4.75
    Case(
        "up", "growth: 5%, period: 2026", "6%@2026-03-31", "on_track",
        "gap 1, elapsed 90/365, required 4.75", head=QUARTERS,
    ),
    # 38 of the 92 days of the third quarter: 0.45 + 0.25 x 38/92 = 509/920; (5 x 920 - 4 x 509) / 411 = 2564/411
    Case(
        "up", "growth: 5%, period: 2026", "4%@2026-08-07", "behind",
        "gap -1, elapsed 0.6, required 2564/411", head=QUARTERS,
    ),
    # half of June: 0.2 + 0.25 x 76/91 = 37.2/91; (5 x 91 - 5 x 37.2) / 53.8 = 5
    Case(
        "up", "growth: 5%, period: 2026", "5%@2026-06-15", "on_track",
        "gap 0, elapsed 166/365, required 5", head=QUARTERS,
    ),
    # declared months: 680 of 1000, (5 - 0.68 x 5.5) / 0.32 = 1.26 / 0.32
    Case(
        "up", "growth: 5%, period: 2026", "5.5%@2026-09", "on_track",
        "gap 0.5, elapsed 273/365, required 3.9375", head=MONTHS,
    ),
    # 120 of 1000, (5 - 0.12 x 2) / 0.88 = 4.76 / 0.88
    Case(
        "up", "growth: 5%, period: 2026", "2%@2026-02", "behind",
        "gap -3, elapsed 59/365, required 119/22", head=MONTHS,
    ),
    # and half of April: 200 + 40 = 240; (5 - 0.24 x 5) / 0.76 = 5
    Case(
        "up", "growth: 5%, period: 2026", "5%@2026-04-15", "on_track",
        "gap 0, elapsed 105/365, required 5", head=MONTHS,
    ),
    # average growth: points; three of five years; the two years left, as
    # (1.06^5 / 1.059^3)^(1/2) = 1.0615017..., rounded up
    Case(
        "up", "average_growth: 6%, period: 2026/2030, since: 2025", "5.9%@2028", "behind",
        "gap -0.1, elapsed 0.6, required 6.1501770817",
    ),
    Case(
        "up", "average_growth: 6%以上, period: 2026/2030, since: 2025", "6%@2028", "on_track",
        "gap 0, elapsed 0.6, required 6",
    ),
    Case(
        "up", "average_growth: 6%左右, period: 2026/2030, since: 2025", "5.5%@2030", "within_band",
        "gap -0.5, elapsed 1",
    ),
    Case("down", "average_growth: 3%以下, period: 2026/2030, since: 2025", "3.2%@2030", "missed", "gap 0.2, elapsed 1"),
    # an amount at current prices: 211/200 - 1 = 5.5 %, by its rounding in (4.99, 6.01), 213/200 in (5.98, 7.02); at
    # constant prices, of part of a year or without a base: none
    Case(
        "up", "growth: 5%, period: 2026", "211亿元@2026", "undecided",
        "gap 0.5 个百分点, elapsed 1, reason rounding", AMOUNT_200, prices="growth: current",
    ),
    Case(
        "up", "growth: 5%, period: 2026", "213亿元@2026", "met",
        "gap 1.5 个百分点, elapsed 1", AMOUNT_200, prices="growth: current",
    ),
    Case(
        "up", "growth: 5%, period: 2026", "211亿元@2026", "not_comparable",
        "reason constant_prices", AMOUNT_200, prices="growth: constant",
    ),
    Case("up", "growth: 5%, period: 2026", "150亿元@2026-Q3", "not_comparable", "reason part_of_year", AMOUNT_200),
    Case(
        "up", "growth: 5%, period: 2026", "211亿元@2026", "not_comparable",
        "reason no_base", "flow: 超过200亿元, period: 2025",
    ),
    # the other wordings: (5 - 0.8 x 5.5) / 0.2 = 3, (3 - 0.6 x 2) / 0.4 = 4.5, (5 - 0.6 x 5) / 0.4 = 5
    Case("up", "growth: 超过5%, period: 2026", "5.5%@2026-10-19", "on_track", "gap 0.5, elapsed 0.8, required 3"),
    Case("down", "growth: 不足3%, period: 2026", "2%@2026-08-07", "on_track", "gap -1, elapsed 0.6, required 4.5"),
    Case("none", "growth: 5%, period: 2026", "5%@2026-08-07", "on_track", "gap 0, elapsed 0.6, required 5"),
    Case("up", "average_growth: 6%, period: 2026/2030, since: 2025", "5.9%@2030", "missed", "gap -0.1, elapsed 1"),
    Case("up", "average_growth: 6%以上, period: 2026/2030, since: 2025", "6.1%@2030", "met", "gap 0.1, elapsed 1"),
    Case("up", "average_growth: 超过6%, period: 2026/2030, since: 2025", "6%@2030", "met", "gap 0, elapsed 1"),
    Case("down", "average_growth: 低于3%, period: 2026/2030, since: 2025", "2.9%@2030", "met", "gap -0.1, elapsed 1"),
    Case("none", "average_growth: 6%, period: 2026/2030, since: 2025", "6%@2030", "met", "gap 0, elapsed 1"),
    Case(
        "up", "average_growth: 超过6%, period: 2026/2030, since: 2025", "5%@2028", "behind",
        "gap -1, elapsed 0.6, required 7.5178854539",
    ),
    Case(
        "up", "average_growth: 6%左右, period: 2026/2030, since: 2025", "5.5%@2028", "within_band",
        "gap -0.5, elapsed 0.6, required 6.7544466355",
    ),
    Case(
        "down", "average_growth: 3%以下, period: 2026/2030, since: 2025", "3%@2028", "on_track",
        "gap 0, elapsed 0.6, required 3",
    ),
    Case(
        "none", "average_growth: 低于3%, period: 2026/2030, since: 2025", "3.1%@2028", "behind",
        "gap 0.1, elapsed 0.6, required 2.8501818329",
    ),
]  # fmt: skip

SHARES = [  # in points, no completion; 左右 is 5 % of 60, which is 3 points
    Case("up", "share: 60%, period: 2026", "59.9%@2026", "missed", "gap -0.1 个百分点, elapsed 1"),
    Case("up", "share: 60%以上, period: 2026", "60.0%@2026", "met", "gap 0, elapsed 1"),
    Case("up", "share: 超过60%, period: 2026", "61%@2026-08-07", "on_track", "gap 1, elapsed 0.6"),
    Case("up", "share: 60%左右, period: 2026", "57%@2026", "within_band", "gap -3, elapsed 1"),
    Case("up", "share: 60%左右, period: 2026", "56.9%@2026", "missed", "gap -3.1, elapsed 1"),
    Case("up", "share: 60%左右, period: 2026", "57%@2026-08-07", "within_band", "gap -3, elapsed 0.6"),
    Case("up", "share: 全覆盖, period: 2026", "99.99%@2026-12-31", "missed", "gap -0.01, elapsed 1"),
    Case("down", "share: 3‰以下, period: 2026", "0.25%@2026", "met", "gap -0.05 个百分点, elapsed 1"),
    Case("down", "share: 低于5%, period: 2026", "5.2%@2026-08-07", "behind", "gap 0.2, elapsed 0.6"),
    Case("none", "share: 60%, period: 2026", "60%@2026-08-07", "on_track", "gap 0, elapsed 0.6"),
    Case("none", "share: 60%, period: 2026", "59%@2026", "missed", "gap -1, elapsed 1"),
    Case("up", "share: 五分之一, period: 2026", "19%@2026", "missed", "gap -1, elapsed 1"),
    Case("up", "share: 超过60%, period: 2026", "60%@2026", "met", "gap 0, elapsed 1"),
    Case("up", "share: 60%以上, period: 2026", "59%@2026-08-07", "behind", "gap -1, elapsed 0.6"),
    Case("down", "share: 低于5%, period: 2026", "4.9%@2026", "met", "gap -0.1, elapsed 1"),
    Case("down", "share: 3‰以下, period: 2026", "4‰@2026-08-07", "behind", "gap 0.1 个百分点, elapsed 0.6"),
]  # fmt: skip

CHANGES = [  # judged like a sum: actual / target against the time elapsed; a fall has no completion
    Case(  # 8 / 0.6 = 40/3; 2 in 148/31 months: 2 x 31 / 148 = 31/74
        "up", "change: 10亿元, period: 2026", "8亿元@2026-08-07", "on_track",
        "gap -2亿 元, completion 0.8, elapsed 0.6, lead 20, forecast 4000000000/3, required 1550000000/37 元/month",
    ),
    Case(  # already there; 12 / 0.6 = 20
        "up", "change: 10亿元以上, period: 2026", "12亿元@2026-08-07", "met",
        "gap 2亿, completion 1.2, elapsed 0.6, lead 60, forecast 20亿",
    ),
    Case("up", "change: 超过10亿元, period: 2026", "10亿元@2026", "met", "gap 0, completion 1, elapsed 1, lead 0"),
    Case(  # the band is 5 % of 10
        "up", "change: 10亿元左右, period: 2026", "9.5亿元@2026", "within_band",
        "gap -0.5亿, completion 0.95, elapsed 1, lead -5",
    ),
    Case(
        "up", "change: 10亿元, period: 2026", "-2亿元@2026", "missed",
        "gap -12亿, completion -0.2, elapsed 1, lead -120",
    ),
    Case(
        "up", "change: 5个百分点, period: 2026", "3个百分点@2026", "missed",
        "gap -2 个百分点, completion 0.6, elapsed 1, lead -40",
    ),
    # a fall of 5, of which 4 are there: -4 - -5 = 1; 4/5 of it in 3/5 of the time; -4 / 0.6 = -20/3; 1 x 31 / 148
    Case(
        "down", "change: 降低5个百分点, period: 2026", "降低4个百分点@2026-08-07", "on_track",
        "gap 1, progress 0.8, elapsed 0.6, forecast -20/3, required 31/148",
    ),
    Case(
        "down", "change: 降低5个百分点以上, period: 2026", "降低6个百分点@2026", "met",
        "gap -1, progress 1.2, elapsed 1",
    ),
    Case(
        "down", "change: 不超过2个百分点, period: 2026", "2.1个百分点@2026", "missed",
        "gap 0.1, used 1.05, elapsed 1",
    ),
    Case("none", "change: 不足2个百分点, period: 2026", "1个百分点@2026", "met", "gap -1, used 0.5, elapsed 1"),
    Case("none", "change: 10家, period: 2026", "10家@2026", "met", "gap 0, completion 1, elapsed 1, lead 0"),
    Case(  # 78 less 68 is between 9 and 11
        "up", "change: 10亿元, period: 2026", "78亿元@2026", "undecided", "gap 0, elapsed 1, reason rounding",
        "level: 68亿元, period: 2025",
    ),
    Case(
        "up", "change: 10家, period: 2026", "78家@2026", "met", "gap 0, completion 1, elapsed 1, lead 0",
        "level: 68家, period: 2025",
    ),
    Case("up", "change: 10家以上, period: 2026", "9家@2026", "missed", "gap -1, completion 0.9, elapsed 1, lead -10"),
    Case(  # 10 / 0.6 = 50/3
        "up", "change: 超过10家, period: 2026", "10家@2026-08-07", "met",
        "gap 0, completion 1, elapsed 0.6, lead 40, forecast 50/3",
    ),
    # a net increase can come down again: behind, and not yet missed
    Case("down", "change: 10家以内, period: 2026", "11家@2026-08-07", "behind", "gap 1, used 1.1, elapsed 0.6"),
    # nine tenths of the limit are used in three fifths of the time
    Case("down", "change: 不足10家, period: 2026", "9家@2026-08-07", "behind", "gap -1, used 0.9, elapsed 0.6"),
    Case(  # 9/10 in 3/5 of the time; 9 / 0.6 = 15; 1 x 31 / 148
        "none", "change: 10家, period: 2026", "9家@2026-08-07", "on_track",
        "gap -1, completion 0.9, elapsed 0.6, lead 30, forecast 15, required 31/148",
    ),
]  # fmt: skip

WHICH_COUNTS = [
    Case("up", "flow: 120家, period: 2026", "", "no_data"),
    Case("down", "flow: 动态清零, unit: 件, period: 2026", "", "no_data"),  # missing is not zero
    Case("up", "growth: 5%左右, period: 2026", "", "no_data"),
    Case("up", "level: 100家, period: 2026", "", "no_data", "", LEVEL_80),
    Case("up", f"{NO_NUMBER}qualitative", "4%@2026", "not_quantified", "reason qualitative"),
    Case("up", f"{NO_NUMBER}delegated", "", "not_quantified", "reason delegated"),
    Case(  # there in September, revised for the same day: 11/12 - 273/365 = 739/4380; 110 x 365 / 273; 10 in three
        "up", "flow: 120家, period: 2026", "120家@2026-09 then 110家@2026-09", "on_track",
        "gap -10, completion 11/12, elapsed 273/365, lead 3695/219, forecast 40150/273, required 10/3",
    ),
    Case(  # there in June, less in September: 59/60 - 273/365 = 1031/4380; 118 x 365 / 273; 2 in three
        "up", "flow: 120家, period: 2026", "120家@2026-06 then 118家@2026-09", "on_track",
        "gap -2, completion 59/60, elapsed 273/365, lead 5155/219, forecast 43070/273, required 2/3",
    ),
    Case(  # recorded later, but of an earlier day: 13/12 - 273/365 = 1469/4380; 130 x 365 / 273 = 3650/21
        "up", "flow: 120家, period: 2026", "130家@2026-09 then 90家@2026-06", "met",
        "gap 10, completion 13/12, elapsed 273/365, lead 7345/219, forecast 3650/21",
    ),
    Case(  # there in November, not there at the end
        "up", "flow: 120家, period: 2026", "120家@2026-11 then 119家@2026-12", "missed",
        "gap -1, completion 119/120, elapsed 1, lead -5/6",
    ),
    Case("up", "growth: 5%, period: 2026", "5.2%@2026 then 4.8%@2026", "missed", "gap -0.2, elapsed 1"),
    Case(  # the way asks 80 + 0.8 x 20 = 96
        "up", "level: 100家, period: 2026", "101家@2026-10-19 then 98家@2026-10-19", "on_track",
        "gap -2, completion 0.98, progress 0.9, elapsed 0.8", LEVEL_80,
    ),
    # after the period and before it
    Case(
        "up", "flow: 120家, period: 2026", "120家@2026 then 30家@2027-03", "met",
        "gap 0, completion 1, elapsed 1, lead 0",
    ),
    Case("up", "flow: 120家, period: 2026", "130家@2027-01-01", "not_comparable", "reason after_period"),
    Case("up", "growth: 5%, period: 2026", "5.2%@2027", "not_comparable", "reason after_period"),
    Case("up", "flow: 120家, period: 2026", "130家@2025-12-31", "no_data", "reason not_begun"),
    Case("up", "growth: 5%, period: 2026", "5.2%@2025", "no_data", "reason not_begun"),
]  # fmt: skip

UNITS = [
    Case(  # 7.81 / 7.1 = 1.1; 1.1/1.5 - 273/365 = -16/1095; 1.1 x 365 / 273; 0.4 in three months
        "up", "flow: 1.5亿美元, period: 2026", "7.81亿元@2026-09", "behind",
        "gap -0.4亿 美元, completion 11/15, elapsed 273/365, lead -320/219, forecast 40150000000/273, "
        "required 40000000/3",
        head=DOLLAR,
    ),
    Case(  # 5 x 7.1 = 35.5; 0.5 - 181/365 = 3/730; 35.5 x 365 / 181; 35.5 in six months
        "up", "flow: 71亿元, period: 2026", "5亿美元@2026-06", "on_track",
        "gap -35.5亿 元, completion 0.5, elapsed 181/365, lead 30/73, forecast 1295750000000/181, "
        "required 1775000000/3",
        head=DOLLAR,
    ),
    Case(  # a hectare is 15 mu: 80 x 15 = 1200 of 1500; 300 x 31 / 74 = 4650/37
        "up", "flow: 1500亩, period: 2026", "80公顷@2026-10-19", "on_track",
        "gap -300 亩, completion 0.8, elapsed 0.8, lead 0, forecast 1500, required 4650/37 亩/month",
    ),
    Case(  # 106.7 x 15 = 1600.5
        "up", "flow: 1600亩, period: 2026", "106.7公顷@2026", "met", "gap 0.5, completion 3201/3200, "
        "elapsed 1, lead 1/32",
    ),
    Case(  # 1500 mu are 100 hectares
        "up", "level: 100公顷, period: 2026", "1485亩@2026", "missed", "gap -1 公顷, completion 0.99, progress 0.9, "
        "elapsed 1",
        "level: 90公顷, period: 2025",
    ),
]  # fmt: skip

ASSUMED = [
    Case(  # 0.7 x 4.6 + 0.3 x 5.5 = 3.22 + 1.65; needed (5 - 3.22) / 0.3 = 89/15
        "up", "growth: 5%, period: 2026", "4.6%@2026-Q3", "behind",
        "gap -0.4, elapsed 273/365, required 89/15, end 4.87, ends missed", head=QUARTERS, assume="5.5%",
    ),
    Case(  # 左右 makes it good enough
        "up", "growth: 5%左右, period: 2026", "4.6%@2026-Q3", "within_band",
        "gap -0.4, elapsed 273/365, required 89/15, end 4.87, ends within_band", head=QUARTERS, assume="5.5%",
    ),
    Case(  # 0.6 x 4 + 0.4 x 6.5 = 5
        "up", "growth: 5%, period: 2026", "4%@2026-08-07", "behind",
        "gap -1, elapsed 0.6, required 6.5, end 5, ends met", assume="6.5%",
    ),
    Case(  # 90 + 3 x 10
        "up", "flow: 120家, period: 2026", "90家@2026-09", "on_track",
        "gap -30, completion 0.75, elapsed 273/365, lead 15/73, forecast 10950/91, required 10, end 120, ends met",
        assume="10家",
    ),
    Case(  # 90 + 3 x 9
        "up", "flow: 120家, period: 2026", "90家@2026-09", "on_track",
        "gap -30, completion 0.75, elapsed 273/365, lead 15/73, forecast 10950/91, required 10, end 117, ends missed",
        assume="9家",
    ),
    Case(  # 60 + 148/31 x 31 = 208
        "down", "flow: 100家, period: 2026", "60家@2026-08-07", "on_track",
        "gap -40, used 0.6, elapsed 0.6, forecast 100, allowed 310/37, end 208, ends missed", assume="31家",
    ),
    Case(  # 94 + 3 x 2
        "up", "level: 100家, period: 2026", "94家@2026-09", "behind",
        "gap -6, completion 0.94, progress 0.7, elapsed 273/365, end 100, ends met", LEVEL_80, assume="2家",
    ),
    Case(  # 8 + 6 x 0.25 = 9.5: in the band; 0.8 - 181/365 = 111/365; 8 x 365 / 181; 2 in six months
        "up", "change: 10亿元左右, period: 2026", "8亿元@2026-06", "on_track",
        "gap -2亿, completion 0.8, elapsed 181/365, lead 2220/73, forecast 292000000000/181, required 100000000/3, "
        "end 9.5亿, ends within_band",
        assume="0.25亿元",
    ),
    # the year is over: there is no rest
    Case("up", "growth: 5%, period: 2026", "4%@2026", "missed", "gap -1, elapsed 1", assume="6.5%"),
]  # fmt: skip

MENDED = [  # what the table once had otherwise than the program
    # 「0以上」 is at_least, met from its number on: (-10 + 20) / 20, (10 + 20) / 20
    Case(
        "up", "level: 0亿元以上, period: 2026", "-10亿元@2026", "missed", "gap -10亿, progress 0.5, elapsed 1",
        "level: -20亿元, period: 2025",
    ),
    Case(
        "up", "level: 0亿元以上, period: 2026", "10亿元@2026", "met", "gap 10亿, progress 1.5, elapsed 1",
        "level: -20亿元, period: 2025",
    ),
    # a sum that is to fall is a thing to do, not a limit to be used up: 40 more in 148/31 months
    Case(
        "down", "flow: 压减100家, period: 2026", "压减60家@2026-08-07", "on_track",
        "gap 40, completion 0.6, elapsed 0.6, lead 0, forecast -100, required 310/37",
    ),
    Case(
        "down", "flow: 压减100家, period: 2026", "压减100家@2026-08-07", "met",
        "gap 0, completion 1, elapsed 0.6, lead 40, forecast -500/3",
    ),
    # an amount of the whole year is later than a rate of its third quarter: 212/200 - 1 = 6 %
    Case("up", "growth: 5%, period: 2026", "4%@2026-Q3 then 212亿元@2026", "met", "gap 1, elapsed 1", AMOUNT_200),
    Case("up", "growth: 5%, period: 2026", "4%@2025-12 then 213亿元@2026", "met", "gap 1.5, elapsed 1", AMOUNT_200),
    # beside a stock of 5, 8 may be the stock (3 more) as well as what came on top
    Case(
        "up", "change: 10家, period: 2026", "8家@2026", "not_comparable", "reason ambiguous",
        "level: 5家, period: 2025",
    ),
    # nearly all of it by September is ahead of time, and never 100 %
    Case(
        "up", "flow: 120家, period: 2026", "近120家@2026-09", "on_track",
        "gap 0, elapsed 273/365, lead 1840/73, forecast 14600/91",
    ),
    # growth in 倍 has a rest of the year as well: (100 - 0.6 x 90) / 0.4 = 115 %
    Case("up", "growth: 1倍, period: 2026", "0.9倍@2026-08-07", "behind", "gap -10, elapsed 0.6, required 115"),
    # with a profile that starts at nothing the formula still holds, (5 - 0 x a) / 1 = 5
    Case(
        "up", "growth: 5%, period: 2026", "0%@2026-Q1", "behind", "gap -5, elapsed 90/365, required 5",
        head="profiles: {it: {quarters: [0%, 50%, 50%, 0%]}}",
    ),
    # 35 of 40 gone with four fifths of the time over
    Case(
        "up", "level: 100亿元, period: 2030", "95亿元@2029-12-31", "on_track",
        "gap -5亿, completion 0.95, progress 0.875, elapsed 0, required 5亿", LEVEL_60,
    ),
]  # fmt: skip

CASES = [
    *FLOWS_OVER, *FLOWS_RUNNING, *FIVE_YEARS, *LIMITS, *ZEROS, *LEVELS, *LEVELS_AHEAD, *GROWTH, *SHARES, *CHANGES,
    *WHICH_COUNTS, *UNITS, *ASSUMED, *MENDED,
]  # fmt: skip

NUMBERS = ("gap", "completion", "used", "progress", "elapsed", "forecast", "required", "allowed")
Found = dict[str, Fraction | str]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.direction} {case.target} | {case.came_in}")
def test_a_case_worked_out_by_hand(tmp_path: Path, case: Case) -> None:
    wanted, units = worked_out(case.numbers)
    gap, found = computed(tmp_path, case)
    assert (str(gap.status), found) == (case.status, wanted)
    assert {name: unit_of(gap, name) for name in units} == units


def test_every_measure_bound_and_direction_is_in_the_table(tmp_path: Path) -> None:
    """Each measure with each bound, and with each direction, both while its period runs and when it is over.

    Ranges have a table of their own: tests/core/progress/worked/ranges.jsonl.
    """
    there = set()
    for case in CASES:
        (target,) = one_indicator(tmp_path, case.direction, case.target).targets
        over = "elapsed 1" in case.numbers.split(", ")
        if isinstance(target, Figure) and "elapsed" in case.numbers:
            there |= {(target.measure, target.written.bound, over), (target.measure, Direction(case.direction), over)}
    assert there == {
        (m, word, over) for m in Measure for word in ({*Bound, *Direction} - {Bound.RANGE}) for over in (True, False)
    }


def worked_out(text: str) -> tuple[Found, dict[str, str]]:
    """The numbers of a line, and the units of those that have one beside them."""
    found: Found = {}
    units = {}
    for field in filter(None, text.split(", ")):
        name, value, *unit = field.split(" ")
        found[name] = value if name in ("reason", "ends") else number(value)
        units |= {name: unit[0]} if unit else {}
    return found, units


def number(text: str) -> Fraction:
    """An exact decimal or fraction, 亿 multiplied out."""
    return Fraction(text.removesuffix("亿")) * (10**8 if text.endswith("亿") else 1)


def computed(folder: Path, case: Case) -> tuple[Gap, Found]:
    """The same numbers as the program has them, through the real reader."""
    catalogue = one_indicator(
        folder, case.direction, case.target, *filter(None, [case.before]), prices=case.prices, head=case.head
    )
    gap = gap_after(catalogue, case.came_in)
    fields = {name: getattr(gap, name) for name in (*NUMBERS, "reason")}
    fields["lead"] = None if gap.lead is None else gap.lead * 100
    if case.assume:
        assumed = assumed_from_words(catalogue, ["it"], [case.assume])
        end = outlook(catalogue, gap, assumed["it"])
        fields |= {"end": end and end.end.value, "ends": end and str(end.end.status)}
    return gap, {name: value for name, value in fields.items() if value is not None}


def gap_after(catalogue: Catalogue, came_in: str) -> Gap:
    """The gap of the only target after figures came in, each with its day behind an @."""
    actuals = []
    for entry in filter(None, came_in.split(" then ")):
        figure, _, day = entry.partition("@")
        actuals += actuals_from_words(catalogue, ["it"], [figure], day or None)
    (gap,) = measure_targets(catalogue, catalogue.targets, actuals)
    return gap


def unit_of(gap: Gap, name: str) -> str:
    return gap.gap_unit if name == "gap" else gap.required_unit


@pytest.mark.parametrize(
    ("target", "came_in", "head"),
    [
        ("flow: 1.5亿美元, period: 2026", "7.81亿元@2026-09", ""),
        ("flow: 71亿元, period: 2026", "5亿美元@2026-09", ""),
        ("flow: 1.5亿美元, period: 2026", "7.81亿元@2026-05", DOLLAR),  # the rate is of a later day
        ("flow: 1.5亿美元, period: 2026", "1亿欧元@2026-09", DOLLAR),
    ],
)
def test_money_of_two_currencies_needs_a_dated_rate(tmp_path: Path, target: str, came_in: str, head: str) -> None:
    with pytest.raises(CannotGoOn) as refused:
        gap_after(one_indicator(tmp_path, "up", target, head=head), came_in)
    assert [problem.code for problem in refused.value.problems] == ["A013"]
