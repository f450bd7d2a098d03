"""The way over several years: a change since a base year runs over all of them, and each of them counts alike.

An even pace is never behind at the end of a year, 2028 with its 366 days included.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import gap_of, numbers_of, one_indicator, status_of

SINCE = "change: 提高3个百分点, period: 2030, since: 2025"
OVER = "change: 提高3个百分点, period: 2026/2030"
SHARE = "share: 41.0%, period: 2025"
STOCK = "level: 40家, period: 2025"


@pytest.mark.parametrize(
    ("actual", "as_of", "status", "value", "path"),
    [  # 3 points in five years: 0.6 a year
        ("41.2%", "2028", "behind", "0.2", "1.8"),
        ("42.8%", "2028", "on_track", "1.8", "1.8"),
        ("42.7%", "2028", "behind", "1.7", "1.8"),
        ("41.9%", "2030-03", "behind", "0.9", "2.548"),  # 2.4 + 0.6 × 90 / 365
        ("42%", "2026", "on_track", "1", "0.6"),
        ("43%", "2030", "missed", "2", "3"),
        ("44.2%", "2030", "met", "3.2", "3"),
        ("44%", "2030", "undecided", "3", "3"),  # 43.95 less 41.05 to 44.05 less 40.95
        ("比2025年提高1.8个百分点", "2028", "on_track", "1.8", "1.8"),
        ("比2025年提高1.7个百分点", "2028", "behind", "1.7", "1.8"),
    ],
)
def test_a_change_since_a_base_year_runs_over_all_years_from_there(tmp_path, actual, as_of, status, value, path):
    gap = gap_of(one_indicator(tmp_path, "up", SINCE, SHARE), actual, as_of)
    assert gap.path is not None
    assert (gap.status, gap.value, round(float(gap.path), 3)) == (status, Fraction(value), float(path))


@pytest.mark.parametrize(
    ("actual", "as_of", "reason"),
    [
        ("提高1个百分点", "2028", "earlier_missing"),  # of 2028, and those of 2026 and 2027 are not known
        ("比2024年提高1.9个百分点", "2028", "other_measure"),
        ("40.8%", "2024", "not_begun"),
    ],
)
def test_a_change_that_is_not_that_since_the_base_year_is_not_judged(tmp_path, actual, as_of, reason):
    gap = gap_of(one_indicator(tmp_path, "up", SINCE, SHARE), actual, as_of)
    assert (gap.value, gap.reason) == (None, reason)


def test_a_stock_rises_from_that_of_the_base_year(tmp_path):
    """66 are 26 more than the 40 of 2025, 36 more than the 30 of 2024; of a year not known nothing is said."""
    both = one_indicator(
        tmp_path, "up", "change: 净增50家, period: 2030, since: 2024", STOCK, "level: 30家, period: 2024"
    )
    assert gap_of(both, "level=66家", "2028").value == 36
    one = one_indicator(tmp_path, "up", "change: 净增50家, period: 2030, since: 2024", STOCK)
    assert gap_of(one, "level=66家", "2028").reason == "level_for_change"
    known = one_indicator(tmp_path, "up", "change: 净增50家, period: 2030, since: 2025", STOCK)
    late = numbers_of(known, "level=66家", "2030-06")  # 26 of 50; 4 years and 181 days of 5 years are over
    assert (late["status"], late["completion"], late["elapsed"]) == ("behind", "0.52", "1641/1825")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(min_value=date(2026, 1, 1), max_value=date(2030, 12, 31)),
       st.integers(400, 460))  # fmt: skip
def test_since_a_year_and_over_the_years_after_it_are_one(tmp_path, day, tenths):
    """On every day, with every actual: the two ways to say it are judged alike, so nothing turns at New Year."""
    actual = f"{tenths / 10}%"
    one, other = (numbers_of(one_indicator(tmp_path, "up", t, SHARE), actual, str(day)) for t in (SINCE, OVER))
    assert one == other


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2029])
@pytest.mark.parametrize(
    ("direction", "target", "base", "actual"),
    [  # the yearly step of each is 1
        ("up", "share: 65%, period: 2030", "share: 60%, period: 2025", "share={}%"),
        ("down", "share: 55%, period: 2030", "share: 60%, period: 2025", "share={}%"),
        ("up", "level: 65家, period: 2030", "level: 60家, period: 2025", "level={}家"),
        ("down", "level: 55家, period: 2030", "level: 60家, period: 2025", "level={}家"),
        ("up", "change: 5家, period: 2030, since: 2025", "level: 60家, period: 2025", "level={}家"),
        ("up", "growth: 5%, period: 2030, since: 2025", "level: 100家, period: 2025", "level={}家"),
        ("up", "share: 65%, period: 2030, milestones: {2029: 64%}", "share: 60%, period: 2025", "share={}%"),
    ],
)
def test_an_even_pace_is_never_behind_at_the_end_of_a_year(tmp_path, year, direction, target, base, actual):
    start, step = (100 if "100" in base else 60), (1 if direction == "up" else -1)
    catalogue = one_indicator(tmp_path, direction, target, base)
    even = start + step * (year - 2025)
    assert status_of(catalogue, actual.format(even), f"{year}") == "on_track"
    just_short = f"{even - step * 0.1:.1f}" if "%" in actual else str(even - step)
    assert status_of(catalogue, actual.format(just_short), f"{year}") == "behind"


@pytest.mark.parametrize(
    ("direction", "bound", "status"), [("up", "", "on_track"), ("down", "", "on_track"), ("up", "不超过", "on_track")]
)
@pytest.mark.parametrize("year", [2026, 2027, 2028, 2029])
def test_a_sum_of_several_years_brought_evenly_is_on_its_way(tmp_path, direction, bound, status, year):
    catalogue = one_indicator(tmp_path, direction, f"flow: {bound}50家, period: 2026/2030")
    assert status_of(catalogue, f"{10 * (year - 2025)}家", f"2026/{year}") == status
