"""The years of five-year plans."""

from __future__ import annotations

from shizhong_cli.core.figure.numerals import numeral_value


def plan_of(year: int) -> tuple[int, int]:
    """First and last year of the five-year plan that a year belongs to."""
    first = (year - 1) // 5 * 5 + 1
    return first, first + 4


def plan_years(numeral: str) -> tuple[int, int]:
    """The years of a five-year plan: 十四五 is 2021 to 2025. ``numeral`` is the part before 五."""
    first = 1981 + 5 * (int(numeral_value(numeral) or 0) - 6)
    return first, first + 4
