"""Tables as text, whatever file they come from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from shizhong_cli.causes import Cause
from shizhong_cli.problems import Place, Problem

LONGEST_CELL = 131_072
"""Characters; many times what a spreadsheet lets anyone type."""


class TableRow(NamedTuple):
    """One row that is not blank. ``cells[0]`` is the first column; blank cells at the end may be missing."""

    place: Place  # of its first cell
    cells: tuple[str, ...]  # as a person typed them


def csv_rows(text: str, file: str, problems: list[Problem]) -> list[TableRow]:
    """The rows of a CSV text, each with the line it begins on; what is no CSV ends them with a problem."""
    kept = csv.field_size_limit(max(len(text), LONGEST_CELL))  # the module's own limit depends on who set it last
    try:
        return list(_csv_rows(text, file, problems))
    finally:
        csv.field_size_limit(kept)


def _csv_rows(text: str, file: str, problems: list[Problem]) -> Iterator[TableRow]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        place = Place(file, rows.line_num + 1, 1)
        try:
            row = next(rows, None)
        except csv.Error:
            problems.append(Problem(place, "A008", Cause.QUOTES))
            return
        if row is None:
            return
        if any(len(cell) > LONGEST_CELL for cell in row):
            problems.append(Problem(place, "A008", Cause.LONG_CELL))
            return
        if any(cell.strip() for cell in row):
            yield TableRow(place, tuple(row))
