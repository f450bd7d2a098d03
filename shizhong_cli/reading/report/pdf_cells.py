"""The texts of cells of several lines: which lines are one text, and which rows stand in cells that no rule divides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.report.scanning.table_lines import is_value
from shizhong_cli.reading.report.cell_text import APART
from shizhong_cli.reading.report.pdf_rows import Piece, rows_of

_NOTHING = frozenset(("-", "—", "——", "–", "…", "……", "/"))
_LEVEL = 0.25
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
    anchors = max((column for column in columns if all(map(_is_value, column))), key=len, default=[])
    if not anchors:
        return None
    divided: list[list[str]] = []
    for column in columns:
        blocks = _divided(column, anchors)
        if blocks is None:
            return None
        divided.append(list(map(joined, blocks)))
    return list(map(list, zip(*divided, strict=True)))


def _is_value(line: Line) -> bool:
    return is_value(line.text) or line.text in _NOTHING


def _divided(column: Sequence[Line], anchors: Sequence[Line]) -> list[list[Line]] | None:
    """The lines of a column that belong to each row: those around its middle, those from it on, or those up to it."""
    for place in (_middle, _first, _last):
        blocks: list[list[Line]] = []
        end = len(column)
        for anchor in reversed(anchors):
            most = _LEVEL * anchor.size
            begins = [n for n in range(end) if abs(place(column[n:end]) - anchor.baseline) < most]
            begin = begins[0] if begins else end
            blocks.append(list(column[begin:end]))
            end = begin
        if not end:
            return blocks[::-1]
    return None


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
        return APART  # two, or one that was broken: nobody can say
    are_words = _LETTER.match(last) and _LETTER.match(first)
    return " " if are_words or (text and " " in line) else ""  # what has blanks in it is a row of a table in the cell


_LETTER = re.compile("[A-Za-z]")
