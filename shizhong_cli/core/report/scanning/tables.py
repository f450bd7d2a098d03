"""Numbers of a table: a cell without a unit is in that of its column, its row, or of the whole table (单位：亿元).

A cell is what the heads of its row and its column say. A table is a run of lines with tabs in them; its first line
holds the heads of the columns where it has no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.terms import Measure, NumberClass
from shizhong_cli.core.report.scanning.amounts import UnitFinder
from shizhong_cli.core.report.scanning.token import Token

_SCALES = "".join(numerals.SCALES)
_HEAD = re.compile(rf"\((?P<scale>[{_SCALES}]*)(?P<unit>[^()0-9]{{1,8}})\)$")
_ABOVE = re.compile(rf"\(?(?:计量)?单位[::](?P<scale>[{_SCALES}]*)(?P<unit>[^()0-9、,，/和]{{1,6}})\)?$")
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*%?")
_GROWTH = re.compile("增长|增速|增幅|涨幅|同比|±")
_SHARE = re.compile("比重|占比|比例|率")
_COUNTED = re.compile("序号|编号|名次|排名|位次")


class Cell(NamedTuple):
    """The heads of one cell: of its column and its row, and what stands above the table."""

    column: str = ""
    row: str = ""
    above: str = ""


def in_unit(token: Token, scale: str, word: str, finder: UnitFinder) -> Token:
    """A number without a unit, in one that is printed elsewhere."""
    unit = finder.units.get(word)
    if unit is None or token.unit or not token.is_quantity:
        return token
    scale = "" if token.scale else scale
    return token._replace(unit=unit, unit_word=word, shared=scale + word, scale=token.scale or scale, unknown="")


def under_heads(plain: str, tokens: Sequence[Token], finder: UnitFinder) -> list[Token]:
    """The numbers, those of cells in the units of their heads."""
    if "\t" not in plain:
        return list(tokens)
    cells = dict(_cells(plain))
    return [_under(token, cells[token.start], finder) if token.start in cells else token for token in tokens]


def _under(token: Token, cell: Cell, finder: UnitFinder) -> Token:
    """A number with what its heads say."""
    if not token.is_quantity or token.unit:
        return token
    if _COUNTED.search(cell.column):
        return Token(token.start, token.end, NumberClass.OTHER, token.digits)
    match = _unit_of(cell)
    found = in_unit(token, match["scale"], match["unit"], finder) if match else token
    if found.unit and found.unit.dimension == "ratio" and found.measure is None:
        measure = (
            Measure.GROWTH if _GROWTH.search(cell.column) else Measure.SHARE if _SHARE.search(cell.column) else None
        )
        return found._replace(measure=measure)
    return found


def _unit_of(cell: Cell) -> re.Match[str] | None:
    """The unit in the head of the column, else that of the row, else that of the table; a rate has only its own."""
    if match := _HEAD.search(cell.column):
        return match
    if _GROWTH.search(cell.column) or _SHARE.search(cell.column):
        return None
    return _HEAD.search(cell.row) or _ABOVE.search(cell.above)


def _cells(plain: str) -> Iterator[tuple[int, Cell]]:
    """Where each cell of a table begins, and its heads."""
    heads: list[str] = []
    above = ""
    start = 0
    for line in plain.split("\n"):
        cells = line.split("\t")
        if len(cells) == 1:
            heads, above = [], line[-_LONGEST_ABOVE:] if _ABOVE.search(line[-_LONGEST_ABOVE:]) else ""
        elif not any(map(_NUMBER.fullmatch, cells)):
            heads = cells
        else:
            yield from _row(start, cells, heads, above)
        start += len(line) + 1


_LONGEST_ABOVE = 24


def _row(start: int, cells: Sequence[str], heads: Sequence[str], above: str) -> Iterator[tuple[int, Cell]]:
    """The cells of one row; where it has not as many as there are heads, they have no column."""
    row = next((cell for cell in cells[:2] if not _NUMBER.fullmatch(cell)), "")
    columns = heads if len(heads) == len(cells) else [""] * len(cells)
    for cell, column in zip(cells, columns, strict=True):
        yield start, Cell(column, row, above)
        start += len(cell) + 1
