"""Sentences whose numbers stand on lines of their own, as some converters of documents write what had another font.

    预计生产总值增长
    3.5%
    左右，
    实现税收
    12
    亿元。

Where a line with what is counted, or one that begins with a comma or a stop, stands below a number alone several times,
all numbers are put back into their sentences; the cells of a table, which are in no sentence, stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shizhong_cli.core.report.scanning.cell_lines import INSIDE, in_rows
from shizhong_cli.core.report.scanning.joining import begins_anew, begins_with_mark

_NUMBER = re.compile("[0-9][0-9.,]*[%％‰]?[，。、；;]?")
_COUNTED = re.compile("[年月日号%％‰万亿千百元家个人户项余多倍吨亩公平立件所处座名位条套辆台美以左至到]")
_WAITS = re.compile("[年月第至到—~约近超达长降升为在是于过破少多]$")
_SENTENCE = re.compile("[，。；、,;]")
_STOPS = tuple("。！？：!?:")
_FEWEST = 3
"""So many numbers alone, with the rest of their sentences below, a text in pieces has at least."""


def in_whole_lines(text: str) -> str:
    """A text of the same length in which ``INSIDE`` stands for every line end inside a sentence."""
    text = in_rows(text)
    lines = text.split("\n")
    stripped = [line.strip() for line in lines]
    if not _is_in_pieces(stripped):
        return text
    inside, last = set(_inside(stripped)), len(lines) - 1
    return "".join(line + (INSIDE if n in inside else "\n" if n < last else "") for n, line in enumerate(lines))


def _inside(lines: Sequence[str]) -> Iterator[int]:
    """The lines whose end is none."""
    is_sentence = False  # what stands before the end of the line is a sentence, or the beginning of one
    is_first = True
    for number, (line, following) in enumerate(pairwise(lines)):
        may_be_heading = is_first and begins_anew(line) and "。" not in line
        is_sentence = is_sentence or (not may_be_heading and _is_of_a_sentence(line, lines[number + 1 : number + 3]))
        is_first = False
        if line and following and (begins_with_mark(following) or _goes_on(is_sentence, line, following)):
            yield number
        else:
            is_sentence, is_first = False, True


def _is_in_pieces(lines: Sequence[str]) -> bool:
    alone = (following for line, following in pairwise(lines) if _NUMBER.fullmatch(line))
    return sum(begins_with_mark(it) or _COUNTED.match(it) is not None for it in alone) >= _FEWEST


def _is_of_a_sentence(line: str, below: Sequence[str]) -> bool:
    """Whether a line has a comma, or one stands behind the number below: 手机产量, 3, 亿部、销量."""
    if len(below) > 1 and _NUMBER.fullmatch(below[0]) and not line.endswith(_STOPS):
        line += below[1] if begins_with_mark(below[1]) or _COUNTED.match(below[1]) else ""
    return _SENTENCE.search(line) is not None


def _goes_on(is_sentence: bool, line: str, following: str) -> bool:
    """Whether words go on with the next line: with their number, with what is counted, or as a sentence does."""
    open_sentence = is_sentence and not line.endswith(_STOPS)
    if _NUMBER.fullmatch(line):
        return _COUNTED.match(following) is not None or (open_sentence and not _NUMBER.match(following))
    if _NUMBER.fullmatch(following):
        return open_sentence or _WAITS.search(line) is not None
    return open_sentence and not begins_anew(following)
