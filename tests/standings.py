"""Every target of the shipped data with a low, a fitting and a high actual, at mid-year and at the end, to be read.

``python tests/standings.py [zh|en]`` prints a line for each, and below it what ``gap`` says in words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT, RATIOS
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Target
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.reading.pack.places import shipped
from shizhong_cli.rendering.pages.sheet import Grid
from shizhong_cli.rendering.pages.target import Page, gap_sheet
from shizhong_cli.rendering.wording import Language, Words

DAYS = ("06-30", "12-31")
SIZES = ("low", "fitting", "high")
_PARTS = {"low": Fraction(2, 5), "fitting": Fraction(1), "high": Fraction(3, 2)}
_POINTS = {"low": -2, "fitting": 0, "high": 2}
IN_WORDS = {"low": "-3%", "fitting": "0.5%", "high": "9%"}


class Case(NamedTuple):
    """One target with one actual."""

    target: Target
    day: str
    size: str
    actual: str
    gap: Gap


def cases(catalogue: Catalogue) -> Iterator[Case]:
    """Six of every target; one without a number gets growth rates."""
    for target in catalogue.targets:
        for day in DAYS:
            for size in SIZES:
                as_of = f"{target.period.last.year}-{day}"
                text = actual_for(target, size, day)
                came_in = actuals_from_words(catalogue, [target.indicator], [text], as_of)
                (gap,) = measure_targets(catalogue, [target], came_in)
                yield Case(target, as_of, size, text, gap)


def actual_for(target: Target, size: str, day: str) -> str:
    """An actual of this size; of a sum at mid-year half of it, of a zero target some."""
    if isinstance(target, WordedTarget):
        return IN_WORDS[size]
    written = target.written
    if written.unit in RATIOS:
        value = written.value + _POINTS[size] if target.measure is not Measure.CHANGE else written.value * _PARTS[size]
        if target.measure is Measure.SHARE:
            value = min(value, Fraction(100))
        return f"{exact_text(value)}{written.unit}"
    if written.value == 0:
        return f"{ {'low': 0, 'fitting': 0, 'high': 2}[size] }{written.unit}"
    half = Fraction(1, 2) if target.measure is Measure.FLOW and day == DAYS[0] else 1
    value = written.value * _PARTS[size] * half
    return f"{-(-value // 1) if written.unit not in ('元', '美元', POINT) else exact_text(value)}{written.unit}"


def sentences(catalogue: Catalogue, gap: Gap, words: Words) -> str:
    """What the page of the target says, a line."""
    sheet = gap_sheet(catalogue, [gap.target.indicator], [Page(gap)], words, False)
    rows = [row for block in sheet if isinstance(block, Grid) for row in block.rows]
    return " | ".join(f"{row[0].text} {row[1].text}" for row in rows)


if __name__ == "__main__":
    language = Language(sys.argv[1] if len(sys.argv) > 1 else "zh")
    known = load_catalogue(shipped())
    for case in cases(known):
        print(f"── {case.target.indicator} {case.day} {case.size}: {case.actual}")
        print(sentences(known, case.gap, Words(language)))
