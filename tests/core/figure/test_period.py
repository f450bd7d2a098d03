"""Periods: spellings, days, order, and the shares of a year that the gaps rest on."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shizhong_cli.core.figure.period import InvalidPeriod, Period, parse_period

PROPERTY = settings(max_examples=120, deadline=None, derandomize=True, database=None)


@pytest.mark.parametrize(
    ("text", "first", "last", "days", "years"),
    [
        ("2025", "2025-01-01", "2025-12-31", 365, 1),
        ("2024", "2024-01-01", "2024-12-31", 366, 1),
        ("2021/2025", "2021-01-01", "2025-12-31", 1826, 5),
        ("2021/2021", "2021-01-01", "2021-12-31", 365, 1),
        ("2026-S1", "2026-01-01", "2026-06-30", 181, None),
        ("2026-H2", "2026-07-01", "2026-12-31", 184, None),
        ("2026-Q1", "2026-01-01", "2026-03-31", 90, None),
        ("2026-Q3", "2026-07-01", "2026-09-30", 92, None),
        ("2026-Q4", "2026-10-01", "2026-12-31", 92, None),
        ("2026-09", "2026-09-01", "2026-09-30", 30, None),
        ("2026-12", "2026-12-01", "2026-12-31", 31, None),
        ("2024-02", "2024-02-01", "2024-02-29", 29, None),
        ("2026-09-30", "2026-09-30", "2026-09-30", 1, None),
        (" 2025 ", "2025-01-01", "2025-12-31", 365, 1),
        ("2026-01/2026-09", "2026-01-01", "2026-09-30", 273, None),
        ("2025-11/2026-02", "2025-11-01", "2026-02-28", 120, None),
        ("2026-01/2026-12", "2026-01-01", "2026-12-31", 365, 1),
    ],
)
def test_spellings(text: str, first: str, last: str, days: int, years: int | None) -> None:
    period = parse_period(text)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (period.days, period.years) == (days, years)
    assert str(period) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["", "25", "20255", "2026-13", "2026-00", "2026-9", "2026-Q5", "2026-Q0", "2026-S3", "2026-q3", "2025/2021",
     "2026-01/2026-13", "2026-05/2026-01", "2026-01/2026", "2026/2026-01", "2026-01/09", "2026-01/2026-09-01",
     "2026-01/0000-09", "2021-2025", "2021/25", "2026-02-29", "2026-04-31", "2026-09-30-1", "0000", "2025年",
     "2021/2025/2026"],
)  # fmt: skip
def test_no_period(text: str) -> None:
    with pytest.raises(InvalidPeriod) as caught:
        parse_period(text)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2025", "2024"),
        ("2021/2025", "2016/2020"),
        ("2026-Q3", "2025-Q3"),
        ("2026-09", "2025-09"),
        ("2026-09-30", "2025-09-30"),
        ("2024-02", "2023-02"),
        ("2024-02-29", "2023-02-28"),
        ("2026-01/2026-09", "2025-01/2025-09"),
        ("2025-11/2026-02", "2024-11/2025-02"),
        ("2025-01/2026-06", "2023-01/2024-06"),
        ("2026-01/2026-12", "2025"),
        ("1900-Q1", None),
    ],
)
def test_year_before(text: str, before: str | None) -> None:
    assert parse_period(text).year_before() == (None if before is None else parse_period(before))


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        ("2026", "2026/2026", True),
        ("2026-S1", "2026-H1", True),
        ("2026-01/2026-03", "2026-Q1", True),
        ("2026-12-31", "2026-12", False),
        ("2021/2025", "2025", False),
    ],
)
def test_same_time_however_it_is_written(text: str, other: str, same: bool) -> None:
    assert parse_period(text).is_same_time_as(parse_period(other)) is same
    assert parse_period(other).is_same_time_as(parse_period(text)) is same


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2021/2025", "2025", True),
        ("2021/2025", "2021/2025", True),
        ("2021/2025", "2026", False),
        ("2021/2025", "2020", False),
        ("2025", "2021/2025", False),
        ("2026", "2026-Q3", True),
        ("2026-Q3", "2026-09-30", True),
        ("2026-Q3", "2026-10", False),
        ("2026-S1", "2026-Q3", False),
    ],
)
def test_covers(outer: str, inner: str, expected: bool) -> None:
    assert parse_period(outer).covers(parse_period(inner)) is expected


@pytest.mark.parametrize(
    ("text", "as_of", "elapsed"),
    [
        ("2026", "2025-12-31", "0"),
        ("2026", "2026-01-01", "1/365"),
        ("2026", "2026-03-31", "90/365"),
        ("2026", "2026-09-30", "273/365"),
        ("2026", "2026-12-31", "1"),
        ("2026", "2027-05-01", "1"),
        ("2024", "2024-02-29", "60/366"),
        ("2026/2030", "2026-12-31", "1/5"),
        ("2026/2030", "2028-12-31", "3/5"),
        ("2026-Q3", "2026-08-15", "46/92"),
    ],
)
def test_elapsed(text: str, as_of: str, elapsed: str) -> None:
    assert parse_period(text).elapsed(date.fromisoformat(as_of)) == Fraction(elapsed)


@pytest.mark.parametrize(
    ("text", "as_of", "months"),
    [
        ("2026", "2026-09-30", "3"),
        ("2026", "2026-12-31", "0"),
        ("2026", "2026-02-28", "10"),
        ("2026", "2026-09-15", "3 1/2"),
        ("2026", "2026-01-01", "11 30/31"),
        ("2026-Q3", "2026-08-31", "1"),
        ("2026/2030", "2026-12-31", "48"),
        ("2026-09", "2026-09-10", "2/3"),
        ("2026-09-30", "2026-09-30", "0"),
        ("2026-09-10", "2026-09-10", "0"),
    ],
)
def test_months_left(text: str, as_of: str, months: str) -> None:
    expected = sum((Fraction(part) for part in months.split()), Fraction(0))
    assert parse_period(text).months_left(date.fromisoformat(as_of)) == expected


@pytest.mark.parametrize(
    "in_order",
    [
        ["2020", "2024", "2021/2025", "2025", "2026-Q1", "2026-S1", "2026-Q2", "2026-09"],
        ["2026", "2026-Q4", "2026-12", "2026-12-31"],  # all end on one day; what began first comes first
    ],
)
def test_sorted_by_last_day_then_first(in_order: list[str]) -> None:
    backwards = [parse_period(text) for text in reversed(in_order)]
    assert [period.text for period in sorted(backwards)] == in_order


SPELLINGS = (
    st.integers(1900, 2100).map(str)
    | st.tuples(st.integers(2000, 2010), st.integers(2010, 2030)).map(lambda pair: f"{pair[0]}/{pair[1]}")
    | st.builds("{}-Q{}".format, st.integers(2020, 2030), st.integers(1, 4))
    | st.builds("{}-S{}".format, st.integers(2020, 2030), st.integers(1, 2))
    | st.builds("{}-{:02}".format, st.integers(2020, 2030), st.integers(1, 12))
    | st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(str)
)
PERIODS = SPELLINGS.map(parse_period)


@given(PERIODS, st.integers(-5, 4000))
@PROPERTY
def test_elapsed_counts_the_days_that_are_over(period: Period, offset: int) -> None:
    as_of = period.first + timedelta(days=offset)
    days = [period.first + timedelta(days=n) for n in range(period.days)]
    year = {day: Fraction(1, 366 if isleap(day.year) else 365) for day in days}  # each year counts alike
    assert period.elapsed(as_of) * sum(year.values()) == sum(part for day, part in year.items() if day <= as_of)


@given(PERIODS, PERIODS)
@PROPERTY
def test_covers_means_every_day(outer: Period, inner: Period) -> None:
    days = {outer.first + timedelta(days=n) for n in range(outer.days)}
    assert outer.covers(inner) == all(inner.first + timedelta(days=n) in days for n in range(inner.days))


@given(PERIODS, PERIODS)
@PROPERTY
def test_less_than_goes_by_last_day_then_first(a: Period, b: Period) -> None:
    assert (a < b) == ((a.last, a.first) < (b.last, b.first))


# ── what was once read wrongly ────────────────────────────────────────────────


@given(PERIODS, PERIODS)
@PROPERTY
def test_at_most_one_of_two_periods_is_the_later(a: Period, b: Period) -> None:
    assert (a > b) == (b < a)
    assert (a >= b) == (not a < b)
    assert (a <= b) == (not b < a)


@pytest.mark.parametrize(
    ("texts", "latest"),
    [
        (["2021/2025", "2024"], "2021/2025"),
        (["2026-09-30", "2026-S1"], "2026-09-30"),
        (["2026-H1", "2026-09"], "2026-09"),
    ],
)
def test_the_latest_period(texts: list[str], latest: str) -> None:
    assert max(parse_period(text) for text in texts).text == latest
