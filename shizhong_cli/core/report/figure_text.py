"""A number found in a text as the figure to write into the data: wording, digits, scale word and unit, clean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.parsing import read_printed
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import POINT, Unit
from shizhong_cli.core.figure.words import AFTER, BEFORE, ESTIMATE, FALLEN, FALLS, INSIDE, UPWARDS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.report.layout import clean, without_dirt
from shizhong_cli.core.report.scanning import FoundNumber
from shizhong_cli.core.report.scanning.flow import plain_text

_WORDS = {
    Bound.EXACT: ("", ""),
    Bound.ABOUT: ("", "左右"),
    Bound.AT_LEAST: ("", "以上"),
    Bound.AT_MOST: ("", "以下"),
    Bound.MORE_THAN: ("超过", ""),
    Bound.LESS_THAN: ("不足", ""),
    Bound.RANGE: ("", ""),
}
_MIRRORED = {
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.LESS_THAN: Bound.MORE_THAN,
}


def printed(number: FoundNumber) -> str:
    """The number as printed, without the dirt of its text: 488公里."""
    return without_dirt(number.text)


def as_figure(number: FoundNumber, units: Mapping[str, Unit]) -> Written | None:
    """The figure that says what the number says, with the words of the text where they do, else with plain ones.

    Nothing when no figure can be written: a unit that is not known, a number without value, 0,523 which may be less
    than one.
    """
    if number.value is None or number.unit is None:
        return None
    text = _STOP_FOR_POINT.sub(".", clean(_without_page(number.text)))
    if half_width(text).startswith("0,"):
        return None
    fitting: Written | None = None
    for spelling in _spellings(number, text, units):
        written = read_printed(spelling, units)
        if written is None or not _says_the_same(written, number):
            continue
        if written.bound is number.bound and written.estimated == number.estimated:
            return written
        fitting = fitting or written
    return fitting


_STOP_FOR_POINT = re.compile("(?<=[0-9])。(?=[0-9])")


def _without_page(text: str) -> str:
    """What is printed of a number that a page divides, without the lines of the page: 4.6, — 3 —, 亿元."""
    lines = text.strip().split("\n")
    return lines[0] + lines[-1] if len(lines) > 1 else text


def _spellings(number: FoundNumber, text: str, units: Mapping[str, Unit]) -> Iterator[str]:
    """How a number could be written, that with a unit which is printed elsewhere first."""
    for whole in dict.fromkeys((text + number.shared, text)):
        yield with_words(number, whole)
        yield _plain(number, whole)
        yield _plain(number, plain_text(whole))  # 萬畝
    if number.unit and number.unit in units:
        yield _plain(number, text + number.unit)
        yield _plain(number, number.digits + number.unit)


def _says_the_same(written: Written, number: FoundNumber) -> bool:
    """Whether value and digits are those of the number, and 4.3个 that means points is no count of things."""
    in_points = number.unit != POINT or written.unit in ("", POINT)
    return in_points and (written.value, written.digits) == (number.value, number.digits)


def with_words(number: FoundNumber, text: str) -> str:
    """A number as text, between the words around it that bear on what it says."""
    words = number.qualifier.split(" ")
    estimate = "".join(word for word in words if word in ESTIMATE)
    decrease = "".join(word for word in words if word in FALLS or word in FALLEN)
    before = "".join(word for word in words if word in BEFORE or word == UPWARDS)
    after = "".join(word for word in words if word in AFTER and word not in INSIDE)
    return estimate + decrease + before + text + after


def _plain(number: FoundNumber, text: str) -> str:
    decrease = number.value is not None and number.value < 0
    before, after = _WORDS[_MIRRORED.get(number.bound, number.bound) if decrease else number.bound]
    return ("预计" if number.estimated else "") + ("下降" if decrease else "") + before + text + after
