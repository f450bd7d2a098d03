"""Reference periods in ISO 8601 / SDMX spelling: 2025, 2021/2025, 2026-S1, 2026-Q3, 2026-09, 2026-01/2026-09,
2026-09-30.

Both the first and the last day belong to a period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.tuples import NamedTuple

_SPELLING = re.compile(
    r"(?P<year>[0-9]{4})(?:/(?P<last>[0-9]{4})|-Q(?P<quarter>[1-4])|-[SH](?P<half>[12])"
    r"|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})|/(?P<to_year>[0-9]{4})-(?P<to_month>[0-9]{2}))?)?"
)


YEARS = range(1900, 2200)
"""The years a period can lie in."""


class InvalidPeriod(ValueError):
    """A text that is not the spelling of a period."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is not a period such as 2025, 2021/2025, 2026-Q3, 2026-01/2026-09, 2026-09 or 2026-09-30"
        )
        self.text = text


class Period(NamedTuple):
    """A span of whole days, with the text it was written as."""

    text: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """Number of days, both ends included."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> int:
        """Number of calendar months that it has days of."""
        return 12 * (self.last.year - self.first.year) + self.last.month - self.first.month + 1

    @property
    def years(self) -> int | None:
        """Number of calendar years when the period is made of whole years, else ``None``."""
        whole = (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
        return self.last.year - self.first.year + 1 if whole else None

    def is_same_time_as(self, other: Period) -> bool:
        """Whether the two have the same days, however they are written: 2026/2026 is 2026."""
        return (self.first, self.last) == (other.first, other.last)

    def covers(self, other: Period) -> bool:
        """Whether every day of ``other`` is a day of this period."""
        return self.first <= other.first and other.last <= self.last

    def elapsed(self, as_of: date) -> Fraction:
        """The share of it that is over at the end of ``as_of``: from 0 (not begun) to 1 (over)."""
        before = self.first - timedelta(days=1)
        return share_of_way(before, self.last, min(max(as_of, before), self.last))

    def months_left(self, as_of: date) -> Fraction:
        """Months from the end of ``as_of`` to the end of the period; a begun month counts by its days."""
        days = monthrange(as_of.year, as_of.month)[1]
        whole = 12 * (self.last.year - as_of.year) + self.last.month - as_of.month
        last_days = monthrange(self.last.year, self.last.month)[1]
        past_end = Fraction(last_days - self.last.day, last_days)
        return whole + Fraction(days - as_of.day, days) - past_end

    def year_before(self) -> Period | None:
        """The same time of the year before: 2024-Q3 for 2025-Q3; of several years as many before them."""
        length = (self.months - 1) // 12 + 1
        if self.first.year - length not in YEARS:
            return None
        if self.years == 1:
            return parse_period(f"{self.first.year - 1}")
        ends = (f"{int(end[:4]) - length}{end[4:]}" for end in self.text.split("/"))
        try:
            return parse_period("/".join(ends))
        except InvalidPeriod:  # there was no 29 February
            return parse_period(f"{self.first.year - 1}-02-28")

    @property
    def order(self) -> tuple[date, date]:
        """Periods are in the order of their ends; of two that end together the shorter is the later."""
        return self.last, self.first

    def __lt__(self, other: tuple[object, ...]) -> bool:
        return isinstance(other, Period) and self.order < other.order

    def __le__(self, other: tuple[object, ...]) -> bool:
        return isinstance(other, Period) and self.order <= other.order

    def __gt__(self, other: tuple[object, ...]) -> bool:
        return isinstance(other, Period) and self.order > other.order

    def __ge__(self, other: tuple[object, ...]) -> bool:
        return isinstance(other, Period) and self.order >= other.order

    def __str__(self) -> str:
        return self.text


def share_of_way(first: date, last: date, day: date) -> Fraction:
    """Which share of the time from the end of one day to that of another is over at the end of a day between.

    Each year counts alike, one with 29 February too, and within a year each of its days: of five years exactly three
    fifths are over when the third ends.
    """
    begin = _years_until(first)
    return (_years_until(day) - begin) / (_years_until(last) - begin)


def _years_until(day: date) -> Fraction:
    """The years that are over at the end of a day."""
    first = date(day.year, 1, 1)
    return day.year - 1 + Fraction((day - first).days + 1, (date(day.year, 12, 31) - first).days + 1)


@lru_cache(1024)
def parse_period(text: str) -> Period:
    """Read a period; raises ``InvalidPeriod`` for anything that is not one, 2026-13 and 2025/2021 included."""
    plain = half_width(text.strip())
    match = _SPELLING.fullmatch(plain)
    if match is None:
        raise InvalidPeriod(text)
    part = {name: int(value) for name, value in match.groupdict().items() if value is not None}
    if not all(part.get(year, 1900) in YEARS for year in ("year", "last", "to_year")):
        raise InvalidPeriod(text)
    try:
        first, last = _days(part)
    except ValueError:
        raise InvalidPeriod(text) from None
    if last < first:
        raise InvalidPeriod(text)
    return Period(plain, first, last)


def _days(part: dict[str, int]) -> tuple[date, date]:
    """The first and the last day; ``ValueError`` where there is no such month or day."""
    year = part["year"]
    if "last" in part:
        return date(year, 1, 1), date(part["last"], 12, 31)
    if "day" in part:
        day = date(year, part["month"], part["day"])
        return day, day
    month, months = _months(part)
    last_year, last_month = part.get("to_year", year), part.get("to_month", month + months - 1)
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def year_of(year: int) -> Period | None:
    """A whole year, where a period can lie in it."""
    return parse_period(str(year)) if year in YEARS else None


def _months(part: dict[str, int]) -> tuple[int, int]:
    """First month and number of months of a period inside one year."""
    if "quarter" in part:
        return 3 * part["quarter"] - 2, 3
    if "half" in part:
        return 6 * part["half"] - 5, 6
    if "month" in part:
        return part["month"], 1
    return 1, 12
