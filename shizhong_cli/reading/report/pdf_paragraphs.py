"""The lines of one column of a page as paragraphs: a line that reaches the edge goes on with the next one.

A paragraph begins with an indentation or behind a gap, and what is set in another size is another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.report.scanning.joining import begins_anew
from shizhong_cli.reading.report.pdf_rows import Row

_INDENT = (1.5, 2.8)
_NEARLY = 0.5
"""How far from the margin a line of a paragraph begins, in parts of its size."""
_OTHER_SIZE = 1 / 6
"""How much larger another size of type is, in parts of the smaller: glyphs of one size differ in height."""
_FULL = 1.6
"""How far from the edge a full line may end: what comes next, with a mark that begins no line, did not fit."""
_GAP = 1.35
"""How much wider than between most lines the space between two paragraphs is."""
_LONGEST_NUMBER = 6
_BEGINS_NO_LINE = "，。、；：？！）》”%"
_STOPS = "。！？：；.!?:;"


def paragraphs_of_rows(rows: Sequence[Row], margin: float, edge: float) -> list[str]:
    """The paragraphs of rows between a margin and an edge; an indented one begins with two blanks of full width."""
    usual = median(one[0].baseline - other[0].baseline for one, other in pairwise(rows)) if len(rows) > 1 else 0.0
    has_indents = any(_is_indented(row, margin) for row in rows)
    lines: list[str] = []
    for n, row in enumerate(rows):
        before = rows[n - 1] if n else None
        if before and _fills(before, row, edge) and _goes_on(before, row, margin, usual, has_indents):
            lines[-1] += _text(row)
        else:
            lines.append(("\u3000\u3000" if _is_indented(row, margin) else "") + _text(row))
    return lines


def _is_indented(row: Row, margin: float) -> bool:
    return _INDENT[0] <= (row[0].left - margin) / row[0].size <= _INDENT[1]


def _fills(row: Row, following: Row, edge: float) -> bool:
    """Whether a line reaches the edge, or ends where the number or the word that follows had no room."""
    room, begins = edge - row[-1].right, following[0].text[:2]
    needed = _FULL + (begins[1:] in _BEGINS_NO_LINE and len(begins) > 1)
    return room < needed * row[0].size or (room < _LONGEST_NUMBER * row[0].size and begins[:1].isascii())


def _goes_on(before: Row, row: Row, margin: float, usual: float, has_indents: bool) -> bool:
    """Whether a line behind a full one is of the same paragraph."""
    first = row[0]
    if len(row) > 1 or len(before) > 1 or abs(first.left - margin) > _NEARLY * first.size or begins_anew(first.text):
        return False
    smaller, larger = sorted((before[0].size, first.size))
    is_apart = before[0].baseline - first.baseline > _GAP * usual or larger - smaller > _OTHER_SIZE * smaller
    has_ended = before[-1].text.rstrip()[-1:] in _STOPS
    return not is_apart and (has_indents or not has_ended)


def _text(row: Row) -> str:
    line = row[0].text
    for piece in row[1:]:
        line += ("\t" if is_digit(line[-1:]) and is_digit(piece.text[:1]) else " ") + piece.text
    return line
