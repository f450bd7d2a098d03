"""The texts of cells of several lines: which lines are one text, and which rows stand in cells that no rule divides."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import chain, pairwise

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.report.scanning.table_lines import LINE_OF_A_CELL, is_value
from shizhong_cli.reading.report.pdf_rows import Piece, rows_of

_NOTHING = frozenset(("-", "—", "——", "–", "…", "……", "/"))
_LEVEL = 0.2
"""How far from the middle of its row a text may be, in parts of its size."""
_FEWEST = 3
"""Rows that stand in cells without a rule between at least."""


class Line:
    """One line of a cell."""

    def __init__(self, row: Sequence[Piece]) -> None:
        self.text = " ".join(piece.text for piece in row)
        self.baseline, self.size = row[0].baseline, max(piece.size for piece in row)


def lines_of(cell: Sequence[Piece]) -> list[Line]:
    """The lines of a cell from above."""
    return list(map(Line, rows_of(cell)))


def divided_cells(cells: Sequence[Sequence[Piece]]) -> list[list[str]]:
    """The cells between two rules as the rows that they hold: one, or several with values one below the other."""
    columns = [lines_of(cell) for cell in cells]
    rows = rows_in(columns) if max(map(len, columns)) >= _FEWEST else None
    return rows if rows and len(rows) >= _FEWEST else [[joined(lines) for lines in columns]]


def rows_in(columns: Sequence[Sequence[Line]]) -> list[list[str]] | None:
    """Lines of columns as rows, by the column with most values; nothing where the texts beside them do not tell."""
    anchors = max((column for column in columns if values_at_end(column) == list(column)), key=len, default=[])
    divided: list[list[str]] = []
    if not anchors:
        return None
    for column in columns:
        found = blocks_of(column, anchors)
        if found is None:
            return None
        divided.append(list(map(joined, found[1])))
    return list(map(list, zip(*divided, strict=True)))


def values_at_end(column: Sequence[Line]) -> list[Line]:
    """The lines of a column from which on all of them are values."""
    first = len(column)
    while first and (is_value(column[first - 1].text) or column[first - 1].text in _NOTHING):
        first -= 1
    return list(column[first:])


def blocks_of(
    column: Sequence[Line], anchors: Sequence[Line], heads: Sequence[Line] = ()
) -> tuple[list[Line], list[list[Line]]] | None:
    """The lines of a column that are heads beside the given ones, and those of each row; nothing where none can tell.

    They stand around the values of the rows, or begin beside them, or end there.
    """
    lowest_head = heads[-1] if heads else None
    for place in (_middle, _first, _last):
        blocks: list[list[Line]] = []
        end = len(column)
        for anchor, above in zip(reversed(anchors), [*reversed(anchors[:-1]), lowest_head], strict=True):
            most = _LEVEL * anchor.size
            low = above.baseline - most if above else math.inf
            begins = [n for n in range(end) if column[n].baseline < low and _is_at(place(column[n:end]), anchor, most)]
            begin = begins[0] if begins else end
            blocks.append(list(column[begin:end]))
            end = begin
        if _are_heads(column[:end], heads) and _are_apart(column[:end], blocks[::-1]):
            return list(column[:end]), blocks[::-1]
    return None


def _is_at(place: float, anchor: Line, most: float) -> bool:
    return abs(place - anchor.baseline) < most


def _are_heads(lines: Sequence[Line], heads: Sequence[Line]) -> bool:
    """Whether lines stand beside heads."""
    if not (lines and heads):
        return not lines
    size = heads[0].size
    return heads[0].baseline + size > lines[0].baseline and lines[-1].baseline > heads[-1].baseline - size


def _are_apart(heads: Sequence[Line], blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether lines of one text are no further from each other than those of two."""
    filled = [block for block in (heads, *blocks) if block]
    inside = list(map(_gap, chain.from_iterable(map(pairwise, filled))))
    between = [one[-1].baseline - other[0].baseline for one, other in pairwise(filled)]
    return not (inside and between) or max(inside) < min(between) * _SAME


def _gap(lines: tuple[Line, Line]) -> float:
    return lines[0].baseline - lines[1].baseline


_SAME = 1.05
"""How much less the space between two texts may be than that in them, where nobody wanted it to be less."""


def _middle(lines: Sequence[Line]) -> float:
    return (lines[0].baseline + lines[-1].baseline) / 2


def _first(lines: Sequence[Line]) -> float:
    return lines[0].baseline


def _last(lines: Sequence[Line]) -> float:
    return lines[-1].baseline


def joined(lines: Sequence[Line]) -> str:
    """Lines of one text as one: nothing between them but where two words or numbers would become one."""
    text = ""
    for line in lines:
        text += _between(text, line.text) + line.text
    return text


def _between(text: str, line: str) -> str:
    last, first = text[-1:], line[:1]
    if is_digit(last) and is_digit(first):
        return LINE_OF_A_CELL  # two, or one that was broken: nobody can say
    are_words = _LETTER.match(last) and _LETTER.match(first)
    return " " if are_words or (text and " " in line) else ""  # what has blanks in it is a row of a table in the cell


_LETTER = re.compile("[A-Za-z]")
