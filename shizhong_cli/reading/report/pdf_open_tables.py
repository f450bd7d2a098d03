"""A table without rules whose cells have several lines: which lines are one cell, by where the numbers stand.

The rows are those of the column whose texts are all values. The lines of another column belong to the value that they
stand around, or begin or end beside; this must hold for all of them, and lines of one cell are no further apart than
those of two. Where it does not, nobody can say which text belongs to which number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, combinations, groupby, product

from shizhong_cli.core.report.scanning.joining import begins_anew
from shizhong_cli.core.report.scanning.table_lines import is_value
from shizhong_cli.reading.report.pdf_cells import Line, blocks_of, joined, lines_of, values_at_end
from shizhong_cli.reading.report.pdf_rows import Piece, Row, as_rows, is_of_a_grid, parts_of

_FEWEST = 2
"""Rows with values that a table has at least."""
_MOST_TRIMMED = 3
"""So many lines at either end may be none of the table."""
Found = tuple[int, int, list[list[str]]]
"""The first line of a table, the one behind its last, and its rows."""


def with_open_tables(rows: Sequence[Row], wide: Sequence[bool]) -> tuple[list[Row], list[bool]]:
    """Rows, and which of them are wide; in the place of such tables their rows, with tabs between their cells."""
    every, are_wide = list(rows), list(wide)
    for first, end in reversed(_runs(rows, wide)):
        if found := _open_table(rows[first:end]):
            begin, behind, cells = first + found[0], first + found[1], found[2]
            every[begin:behind] = as_rows(rows[begin:behind], cells)
            are_wide[begin:behind] = [False] * len(cells)
    return every, are_wide


def _runs(rows: Sequence[Row], wide: Sequence[bool]) -> list[tuple[int, int]]:
    """Where rows of a table begin and end of which some may be lines of cells: those of one text, and several heads."""
    may = list(map(_may_be_of_a_table, rows, wide))
    runs: list[tuple[int, int]] = []
    for is_run, both in groupby(range(len(rows)), key=may.__getitem__):
        numbers = list(both)
        are_wide = [wide[n] for n in numbers]
        if is_run and any(are_wide) and not (all(are_wide) and _has_values(rows[n] for n in numbers[:_SEVERAL])):
            runs.append((numbers[0], numbers[-1] + 1))
    return runs


_SEVERAL = 2


def _has_values(rows: Iterable[Row]) -> bool:
    return any(is_value(part.text) for part in parts_of(list(chain.from_iterable(rows))))


def _may_be_of_a_table(row: Row, is_wide: bool) -> bool:
    text = "".join(piece.text for piece in row).strip()
    if is_of_a_grid(row) or _NO_CELL.match(text):
        return False
    is_short = all(len(part.text) <= _LONGEST_LINE for part in parts_of(row))
    return is_wide or (is_short and not (_SAYS.search(text) or begins_anew(text)))


_LONGEST_LINE = 16
_SAYS = re.compile("[，。；]")
_NO_CELL = re.compile(
    "[附续]?[表图][0-9一二三四五六七八九十]|专栏|[(（]?(?:计量)?单位[:：]|注[:：0-9]|(?:资料|数据)来源|说明"
)
"""What is said above or below a table."""


def _open_table(rows: Sequence[Row]) -> Found | None:
    """The table that lines hold, but for a few at their ends; nothing where its cells cannot be told."""
    singles = [len(list(parts_of(row))) == 1 for row in rows]
    for first, last in sorted(product(range(_MOST_TRIMMED + 1), repeat=2), key=sum):
        if all(singles[:first]) and all(singles[len(rows) - last :]) and first + last < len(rows):
            found = _sorted(rows[first : len(rows) - last])
            if found:
                return first, len(rows) - last, found
    return None


def _sorted(rows: Sequence[Row]) -> list[list[str]] | None:
    columns = _columns(rows)
    if len(columns) < _FEWEST:
        return None
    inside: list[list[Piece]] = [[] for _ in columns]
    above: dict[int, tuple[int, Piece]] = {}
    for piece in parts_of(list(chain.from_iterable(rows))):
        reached = _reached(piece, columns)
        if not reached or (len(reached) > 1 and reached[0] in above):
            return None
        if len(reached) == 1:
            inside[reached[0]].append(piece)
        else:
            above[reached[0]] = reached[-1], piece
    return _rows(list(map(lines_of, inside)), above)


def _rows(columns: Sequence[Sequence[Line]], above: dict[int, tuple[int, Piece]]) -> list[list[str]] | None:
    """Heads and rows of columns, below heads that are said of several."""
    anchors = max(map(values_at_end, columns), key=len)
    owner = next(column for column in columns if values_at_end(column) == anchors)
    if len(anchors) < _FEWEST:
        return None
    heads = owner[: len(owner) - len(anchors)]
    body: list[list[str]] = []
    named: list[str] = []
    for column in columns:
        found = blocks_of(column, anchors, heads)
        if found is None:
            return None
        named.append(joined(found[0]))
        body.append(list(map(joined, found[1])))
    if above and any(piece.baseline < anchors[0].baseline for _, piece in above.values()):
        return None
    return [*_heads(named, above), *map(list, zip(*body, strict=True))]


def _heads(named: Sequence[str], above: dict[int, tuple[int, Piece]]) -> list[list[str]]:
    """The heads of columns in one line, or in two where some are said of several columns."""
    if not above:
        return [list(named)] if any(named) else []
    first, second = list(named), [""] * len(named)
    for begin, (end, piece) in above.items():
        for n in range(begin, end + 1):
            first[n], second[n] = piece.text if n == begin else "", named[n]
    return [first, second]


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Where columns begin and end: those of rows with values, and those of several texts beside them."""
    of_values, others = list[Piece](), list[Piece]()
    for row in rows:
        parts = list(parts_of(row))
        (of_values if any(is_value(part.text) for part in parts) else others).extend(parts)
    columns = _merged(of_values)
    beside = [piece for piece in others if not _overlapped(piece, columns)]
    more = [ends for ends in _merged(beside) if _count(beside, ends) >= _FEWEST]
    return sorted([*columns, *more])


def _count(pieces: Sequence[Piece], ends: tuple[float, float]) -> int:
    """How many texts begin between two places."""
    return sum(ends[0] <= piece.left < ends[1] for piece in pieces)


def _merged(pieces: Sequence[Piece]) -> list[tuple[float, float]]:
    """Where texts begin and end, those that overlap together."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((piece.left, piece.right) for piece in pieces):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _overlapped(piece: Piece, columns: Sequence[tuple[float, float]]) -> list[int]:
    return [n for n, (left, right) in enumerate(columns) if min(right, piece.right) > max(left, piece.left)]


def _reached(piece: Piece, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The column that a text stands in, or those that it stands over; nothing where nobody can say."""
    overlapped = _overlapped(piece, columns)
    if len(overlapped) == 1:
        return overlapped
    middle = (piece.left + piece.right) / 2
    off = {
        (first, last): abs((columns[first][0] + columns[last][1]) / 2 - middle)
        for first, last in combinations(range(len(columns)), 2)
        if not overlapped or (first <= overlapped[0] and last >= overlapped[-1])
    }
    first, last = min(off, key=lambda it: (off[it], it[1] - it[0]), default=(0, 0))
    return list(range(first, last + 1)) if first and off[first, last] < piece.size else []
