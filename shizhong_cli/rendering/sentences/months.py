"""The words of the table of months: what a column and a row are called, and which months a figure covers."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.figure.period import Period
from shizhong_cli.rendering.wording import Words


def heading_of(period: Period, with_year: bool, words: Words) -> str:
    """What a month, or a quarter, is called at the head of its column."""
    quarter = period.days > _MONTH
    number = (period.first.month - 1) // 3 + 1 if quarter else period.first.month
    name = words(f"months.quarter.{number}" if quarter else f"months.month.{number}")
    return words("months.of_year", year=period.first.year, name=name) if with_year else name


_MONTH = 31


def range_text(periods: Sequence[Period], words: Words) -> str:
    """Which months the table is of."""
    first, last = periods[0], periods[-1]
    if len(periods) == 1:
        return heading_of(first, True, words)
    if first.first.year == last.first.year:
        one, other = (heading_of(period, False, words) for period in (first, last))
        return words("months.range.year", first=one, last=other, year=first.first.year)
    return words("months.range", first=heading_of(first, True, words), last=heading_of(last, True, words))
