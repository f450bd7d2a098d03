"""Periods as they stand in a sentence; how files and commands spell them is another matter."""

from __future__ import annotations

from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.rendering.sentences.months import heading_of, range_text
from shizhong_cli.rendering.wording import Words


def said(period: Period, words: Words) -> str:
    """``2021—2025 年`` for 2021/2025, ``2026年三季度`` for 2026-Q3; a single day as it is."""
    first, last = period.first, period.last
    if first == last:
        return str(period)
    if period.years:
        return words("period.year" if period.years == 1 else "period.years", first=first.year, last=last.year)
    if period.months == 1 or (period.months == 3 and first.month % 3 == 1):
        return heading_of(period, True, words)
    return range_text([parse_period(f"{end:%Y-%m}") for end in (first, last)], words)
