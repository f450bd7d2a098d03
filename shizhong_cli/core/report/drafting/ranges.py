"""Two numbers of a text that are the ends of one figure: 5%—5.5%."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.parsing import read_printed
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.coverage import are_a_range
from shizhong_cli.core.report.figure_text import with_words
from shizhong_cli.core.report.layout import clean
from shizhong_cli.tuples import NamedTuple

_MARK = re.compile("[—–~～-]{1,2}|至|到")


class Range(NamedTuple):
    """A range as one number of the text, the figure that says it, and its two ends."""

    printed: Printed
    written: Written
    ends: tuple[Printed, Printed]


def ranges_of(text: str, numbers: Sequence[Printed], units: Mapping[str, Unit]) -> dict[int, Range]:
    """The ranges of a text, by the place they start at."""
    found: dict[int, Range] = {}
    for lower, upper in pairwise(numbers):
        if are_a_range(lower, upper) and (own := _range(text, lower, upper, units)):
            found[lower.number.start] = own
    return found


def _range(text: str, lower: Printed, upper: Printed, units: Mapping[str, Unit]) -> Range | None:
    first, second = lower.number, upper.number
    if first.unit is None or not second.unit or not _MARK.fullmatch(half_width(clean(text[first.end : second.start]))):
        return None
    whole = text[first.start : second.end]
    number = first._replace(end=second.end, text=whole, bound=Bound.RANGE)
    words = clean(whole) + second.shared
    written = read_printed(with_words(number, words), units)
    if written is None and first.value is not None and first.value >= 0 and "左右" in second.qualifier:
        # 5%—6%左右: the ends are kept, how soft they are is not
        written, number = read_printed(words, units), number._replace(bound=Bound.ABOUT)
    if written is None or written.bound is not Bound.RANGE:
        return None
    same_ends = [end.value for end in written.ends] == [first.value, second.value]
    return Range(lower._replace(number=number, after=upper.after), written, (lower, upper)) if same_ends else None


def with_ranges(numbers: Sequence[Printed], ranges: Mapping[int, Range]) -> list[Printed]:
    """The numbers of a text, a range in the place of its two ends."""
    upper = {own.ends[1].number.start for own in ranges.values()}
    return [
        ranges[it.number.start].printed if it.number.start in ranges else it
        for it in numbers
        if it.number.start not in upper
    ]
