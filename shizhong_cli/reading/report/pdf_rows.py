"""The pieces of a page as rows: those at one height, and what stands near each other in a row as one piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.tuples import NamedTuple

_LEVEL = 0.4
"""Pieces of one row differ by less in height, in parts of their size."""
_NEAR = 1.2
"""How far pieces of one text are from each other at most, in parts of their size."""


class Piece(NamedTuple):
    """A piece of a line, in points from the left and from the bottom; with what it is made of, between its blanks."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    parts: tuple[Piece, ...] = ()


Row = list[Piece]


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The pieces from top to bottom, those at one height together from left to right."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda it: (-it.baseline, it.left)):
        if rows and rows[-1][0].baseline - piece.baseline < _LEVEL * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_without_blanks(sorted(row, key=lambda it: it.left)) for row in rows]


def is_of_a_grid(row: Row) -> bool:
    """Whether a row is one of a table with rules, its cells divided by tabs already."""
    return any("\t" in piece.text for piece in row)


def as_rows(lines: Sequence[Row], cells: Sequence[Sequence[str]]) -> list[Row]:
    """The rows of a table in the place of the lines that it was read from."""
    left, right = min(row[0].left for row in lines), max(row[-1].right for row in lines)
    high, low = lines[0][0].baseline, lines[-1][0].baseline
    size, step = lines[0][0].size, (high - low) / len(cells)
    return [[Piece("\t".join(row), left, right, high - n * step, size)] for n, row in enumerate(cells)]


def _without_blanks(row: Row) -> Row:
    """A row in which what stands near each other is one piece, as words are between which there is a blank."""
    joined: list[Row] = []
    for piece in row:
        last = joined[-1][-1] if joined else None
        if (
            last
            and -0.5 * last.size < piece.left - last.right < _NEAR * max(last.size, piece.size)
            and not (is_digit(last.text[-1:]) and is_digit(piece.text[:1]))
        ):
            joined[-1].append(piece)
        else:
            joined.append([piece])
    return [_as_one(pieces) for pieces in joined]


def _as_one(pieces: Row) -> Piece:
    if len(pieces) == 1:
        return pieces[0]
    text, parts = " ".join(piece.text for piece in pieces), tuple(parts_of(pieces))
    size, right = max(piece.size for piece in pieces), max(piece.right for piece in pieces)
    return Piece(text, pieces[0].left, right, pieces[0].baseline, size, parts)


def parts_of(row: Row) -> Iterator[Piece]:
    """What the pieces of a row are made of, between its blanks."""
    for piece in row:
        yield from piece.parts or (piece,)
