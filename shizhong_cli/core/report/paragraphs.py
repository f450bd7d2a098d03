"""The paragraphs of a text whose lines may be broken at a width: official paper has 28 characters a line.

A line goes on with the next one where it is as wide as lines of the text are, has as many characters as all full ones
have, or ends with a comma. In a text whose lines are paragraphs, one of them is wider than nearly all others, and no
width is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import accumulate, pairwise

from shizhong_cli.core.report.layout import without_dirt
from shizhong_cli.core.report.scanning.cell_lines import INSIDE
from shizhong_cli.core.report.scanning.flow import OF_THE_PAGE
from shizhong_cli.core.report.scanning.joining import (
    begins_anew,
    begins_with_mark,
    cut_at,
    fills,
    full_width,
    waits_for,
)
from shizhong_cli.tuples import NamedTuple

_STOPS = "。!?;:"
_COMMAS = ",，、"
_LONGER_THAN_A_HEADING = 12


class Paragraph(NamedTuple):
    """A paragraph as printed, with what is left of it without blanks."""

    start: int  # in the text
    line: int  # its first, from 1, as editors count them
    text: str  # line ends included
    plain: str


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order, none of them without a word."""
    lines = text.splitlines(keepends=True)
    plains = [without_dirt(line) for line in lines]
    firsts = [*_firsts(lines, plains), len(lines)]
    starts = [0, *accumulate(map(len, lines))]
    ends = (line.count(INSIDE) + line.endswith("\n") for line in lines)  # a form feed begins no line
    numbers = list(accumulate(ends, initial=1))
    return [
        Paragraph(starts[n], numbers[n], "".join(lines[n:end]).rstrip(), "".join(plains[n:end]))
        for n, end in pairwise(firsts)
    ]


def _firsts(lines: Sequence[str], plains: Sequence[str]) -> Iterator[int]:
    """Which lines begin a paragraph."""
    width, cut = full_width(list(filter(None, plains))), cut_at([line.rstrip() for line in lines if line.strip()])
    is_cut = False  # the line before has as many characters as lines are cut at
    last, between = "", Between.LINE_END  # the line before with words, and what is between
    for n, (line, plain) in enumerate(zip(lines, plains, strict=True)):
        if not plain:
            between = max(between, _between(line))
            continue
        if not last or _is_new(line, plain) or not _goes_on(last, plain, 0.0 if is_cut else width, between):
            yield n
        is_cut = len(line.rstrip()) == cut
        last, between = "" if is_row(line) else plain, Between.PAGE if "\f" in line else Between.LINE_END


class Between(IntEnum):
    """What stands between two lines with words."""

    LINE_END = 0
    BLANK = 1
    PAGE = 2  # a page ends, which ends no paragraph


def _between(line: str) -> Between:
    """What a line without words is."""
    return Between.PAGE if OF_THE_PAGE in line or "\f" in line else Between.BLANK


def is_row(line: str) -> bool:
    """Whether a line is one of a table, which goes on with nothing and is no heading."""
    return "\t" in line.strip() or line.lstrip().startswith("|")


def _goes_on(last: str, line: str, width: float, between: Between) -> bool:
    """Whether a line goes on with the one before: a sentence does, or the next one where it is no heading."""
    if between is Between.BLANK:
        return False
    if between is Between.PAGE and last[-1] not in _STOPS and len(last) >= _LONGER_THAN_A_HEADING:
        return True
    if last[-1] in _COMMAS or begins_with_mark(line) or waits_for(last, line):
        return True
    return fills(last, line, width) and (last[-1] not in _STOPS or line[-1] in _STOPS or fills(line, "", width))


def by_lines(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The paragraphs, each in the place of its first line, and nothing in the places of others."""
    return list(_by_lines(paragraphs))


def _by_lines(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    number = 1
    for paragraph in paragraphs:
        for _ in range(paragraph.line - number):
            yield ""
        yield paragraph.plain
        number = paragraph.line + 1


def _is_new(line: str, plain: str) -> bool:
    """Whether a line has the mark or the indentation of a paragraph of its own."""
    return line.startswith(("\u3000", "    ", "\t")) or is_row(line) or begins_anew(plain)
