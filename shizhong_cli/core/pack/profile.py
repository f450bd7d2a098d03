"""How a year was spread over its quarters or months, and so how much of it lies before a day.

A growth rate through the year is one on the same months of the base year. What the rest of the year must bring depends
on how much of the base year the rest was: its profile says so, and where there is none the days that have passed do.
"""

from calendar import monthrange
from datetime import date

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import Period
from shizhong_cli.tuples import NamedTuple


class Profile(NamedTuple):
    """The parts of a year as they were declared: four quarters or twelve months, in any one unit."""

    parts: tuple[Fraction, ...]  # not negative, and their sum is not 0
    source: str = ""

    def share_until(self, period: Period, as_of: date) -> Fraction | None:
        """The share of the year up to the end of ``as_of``; within a part by its days. ``None`` for other periods."""
        if period.years != 1:
            return None
        months = 12 // len(self.parts)
        spans = (_months(period.first.year, 1 + number * months, months) for number in range(len(self.parts)))
        done = sum((part * span.elapsed(as_of) for part, span in zip(self.parts, spans, strict=True)), Fraction(0))
        return done / sum(self.parts)


def _months(year: int, first: int, number: int) -> Period:
    """So many months of a year as a period."""
    last = first + number - 1
    return Period("", date(year, first, 1), date(year, last, monthrange(year, last)[1]))
