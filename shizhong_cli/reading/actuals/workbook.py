"""Workbooks that people fill: .xlsx files as rows of text, with every problem of the file in one run.

The table is on the first visible sheet with the headings of an indicator and a figure in one of its first rows. Sheets
and columns of information are left alone. A row with a cell that cannot be taken is left out, with a problem.
"""

from __future__ import annotations

import lzma
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.actuals.archive import (
    LAST_COLUMN,
    Merged,
    archive_problem,
    damaged_part,
    has_formulas,
    merged_cells,
)
from shizhong_cli.reading.actuals.cell_text import BadCell, cell_text, typed_text
from shizhong_cli.reading.actuals.columns import COLUMNS
from shizhong_cli.reading.files import read_bytes
from shizhong_cli.reading.tables import TableRow
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

LARGEST_WORKBOOK = 32 * 1024 * 1024
MOST_ROWS = 20_000
HEADER_WITHIN = 10
_LAST_ROW = 1_048_576  # a sheet has no more rows


class Headings(NamedTuple):
    """By which headings a table is known: what the columns may be called, and which of them it must have."""

    columns: Mapping[str, tuple[str, ...]] = COLUMNS
    needed: tuple[str, ...] = ("indicator", "figure")
    is_strict: bool = False  # whether cells that are merged, or that a spreadsheet made a date of, are refused
    dated: tuple[str, ...] = ()  # the columns in which a date is one, where it is strict
    printed: tuple[str, ...] = ()  # the columns whose digits are those of a print, none more and none less

    def column(self, word: str) -> str | None:
        """The column of a heading."""
        return next((column for column, headings in self.columns.items() if word in headings), None)


OF_ACTUALS = Headings()

_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, BadZipFile, EOFError, ImportError, LookupError, MemoryError,
    OSError, RuntimeError, SyntaxError, TypeError, ValueError, lzma.LZMAError, zlib.error,
)  # fmt: skip
"""What openpyxl and the libraries below it raise at a file that is not what they expect."""


class _Spot(NamedTuple):
    """One cell."""

    cell: Any  # of openpyxl, which has two kinds of them
    row: int
    column: int


class _Table(NamedTuple):
    """The table of one sheet."""

    rows: list[TableRow]
    problems: list[Problem]
    figures: bool  # whether there is a figure in it


def workbook_rows(path: Path, file: str, problems: list[Problem], headings: Headings = OF_ACTUALS) -> list[TableRow]:
    """The headings and rows of the table in an .xlsx file; empty when there is none, and ``problems`` say why."""
    raw = read_bytes(path, file, problems, LARGEST_WORKBOOK)
    if raw is None:
        return []
    if problem := archive_problem(raw, file):
        problems.append(problem)
        return []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts of a workbook that are not read here
            tables = list(_tables(raw, file, headings))
    except _BROKEN:
        problems.append(Problem(Place(file), "X005", damaged_part(raw)))
        return []
    return _only_table(tables, file, problems, headings)


def _only_table(tables: Sequence[_Table], file: str, problems: list[Problem], headings: Headings) -> list[TableRow]:
    """The first table; figures in another one are not passed over in silence."""
    if not tables:
        expected = " + ".join("/".join(headings.columns[column]) for column in headings.needed)
        problems.append(Problem(Place(file), "X006", str(HEADER_WITHIN), expected))
        return []
    first, *others = tables
    problems += first.problems
    for other in others:
        if other.figures:
            problems.append(Problem(other.rows[0].place, "X012", expected=first.rows[0].place.file))
    return first.rows


def _tables(raw: bytes, file: str, headings: Headings) -> Iterator[_Table]:
    """The table of every visible sheet that has one."""
    merged = merged_cells(raw)
    formulas = _formulas(raw) if has_formulas(raw) else {}
    with _opened(raw) as book:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            name = f"{file}[{sheet.title}]"
            reader = _SheetReader(name, book, formulas.get(sheet.title, set()), merged.get(sheet.title, []))
            reader.known = headings
            if table := reader.read(sheet):
                yield table


def _formulas(raw: bytes) -> dict[str, set[tuple[int, int]]]:
    """Where the formulas are, by the title of the sheet; they are read as such only when asked for."""
    with _opened(raw, values=False) as book:
        return {
            sheet.title: {(s.row, s.column) for row in _rows(sheet) for s in row if s.cell.data_type == "f"}
            for sheet in book.worksheets
        }


@contextmanager
def _opened(raw: bytes, values: bool = True) -> Iterator[Workbook]:
    """A workbook, read row by row; with the values of formulas, or with the formulas themselves."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(raw), read_only=True, data_only=values, keep_links=False)
    try:
        yield book
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[list[_Spot]]:
    """The cells that are there, row by row; the size that the sheet claims to have is not believed."""
    before: object = None
    for number, row in enumerate(sheet.iter_rows(max_row=_LAST_ROW, max_col=LAST_COLUMN), 1):
        missing = row is before  # one and the same tuple stands for every row that is not there
        cells = () if missing else enumerate(row, 1)
        yield [_Spot(cell, number, column) for column, cell in cells if hasattr(cell, "row")]
        before = row


class _SheetReader:
    """Reads one sheet, remembering what its merged cells say."""

    def __init__(self, name: str, book: Workbook, formulas: set[tuple[int, int]], merged: Sequence[Merged]) -> None:
        self.name = name
        self.epoch = book.epoch
        self.known = OF_ACTUALS
        self.formulas = formulas
        self.all_merged = merged
        self.merged: dict[int, dict[int, Merged]] = {}  # over rows: by the first row, then by column
        for one in filter(lambda it: it.is_over_rows, merged):
            self.merged.setdefault(one.first, {})[one.column] = one
        self.open: dict[int, tuple[Merged, _Spot | None]] = {}  # by column: merged cells that go on, and their first
        self.columns: dict[int, str] = {}  # what the columns are, by their number

    def read(self, sheet: Any) -> _Table | None:
        """The table of the sheet; ``None`` when there are no headings near the top."""
        rows: list[TableRow] = []
        problems: list[Problem] = []
        figures = False
        for number, spots in enumerate(_rows(sheet), 1):
            spots = self._with_merged(number, spots)
            if not self.columns:
                if found := self._headings(spots):
                    rows.append(TableRow(Place(self.name, number, 1), found))
                elif number >= HEADER_WITHIN:
                    return None
                continue
            texts = self._texts(spots, problems)
            if texts is None or not any(texts.get(column) for column in self.columns):
                continue
            if len(rows) > MOST_ROWS:
                problems.append(Problem(Place(self.name, number, 1), "X013", expected=str(MOST_ROWS)))
                break
            figures = figures or any(texts.get(c) for c, name in self.columns.items() if name == "figure")
            rows.append(TableRow(Place(self.name, number, 1), _padded(texts)))
        problems += self._in_the_way(rows)
        return _Table(rows, problems, figures) if rows else None

    def _in_the_way(self, rows: Sequence[TableRow]) -> Iterator[Problem]:
        """The merged cells of a strict table: whose the value is, and what was there before, nobody can say."""
        lines = [row.place.line for row in rows]
        for one in self.all_merged if self.known.is_strict and rows else ():
            columns = self.columns.keys() & range(one.column, one.last_column + 1)
            if columns and one.last >= lines[0] and one.first <= lines[-1]:
                found = f"{letters(one.column)}{one.first}:{letters(one.last_column)}{one.last}"
                yield Problem(Place(self.name, one.first, one.column), "X016", found)

    def _with_merged(self, number: int, spots: list[_Spot]) -> list[_Spot]:
        """The cells of a row; where one belongs to a merged cell from above, what that one says."""
        if not self.open and not self.merged:
            return spots
        here = {spot.column: spot for spot in spots}
        self.open = {column: kept for column, kept in self.open.items() if kept[0].last >= number}
        for column, (_, first) in self.open.items():
            if first is not None:
                here[column] = _Spot(first.cell, number, column)
        for column, one in self.merged.pop(number, {}).items():
            self.open[column] = (one, here.get(column))
        return [here[column] for column in sorted(here)]

    def _headings(self, spots: Sequence[_Spot]) -> tuple[str, ...]:
        """The headings, when the row has the ones that are needed; then it is known what the columns are."""
        texts = {s.column: t for s in spots if isinstance(s.cell.value, str) and (t := cell_text(s.cell.value))}
        known = {at: column for at, text in texts.items() if (column := self.known.column(text.casefold()))}
        if not set(self.known.needed) <= set(known.values()):
            return ()
        self.columns = known
        return _padded(texts)

    def _texts(self, spots: Sequence[_Spot], problems: list[Problem]) -> dict[int, str] | None:
        """The text of each cell; ``None`` with problems when one that matters cannot be taken."""
        texts: dict[int, str] = {}
        before = len(problems)
        for spot in spots:
            try:
                texts[spot.column] = self._text(spot)
            except BadCell as bad:
                if spot.column in self.columns:
                    place = Place(self.name, spot.row, spot.column)
                    problems.append(Problem(place, bad.code, bad.found, f"{letters(spot.column)}{spot.row}"))
        return texts if len(problems) == before else None

    def _text(self, spot: _Spot) -> str:
        cell = spot.cell
        if cell.value is None:
            if cell.data_type == "n" and (spot.row, spot.column) in self.formulas:
                raise BadCell("X009", "")
            return ""
        if cell.data_type == "e":
            raise BadCell("X007", str(cell.value))
        if self.columns.get(spot.column) == "figure" and spot.column in self.open:
            raise BadCell("X010", cell_text(cell.value))
        column = self.columns.get(spot.column)
        if column and self.known.is_strict:
            dated = column in self.known.dated
            text = typed_text(cell.value, cell.number_format, cell.style_array.numFmtId, self.epoch, dated)
            if column in self.known.printed and isinstance(cell.value, int | float):  # 5.20% is kept as 0.052
                raise BadCell("X018", text)
            return text
        return cell_text(cell.value, cell.number_format, cell.style_array.numFmtId, self.epoch)


def _padded(texts: dict[int, str]) -> tuple[str, ...]:
    """The texts of a row from its first column to the last that is not blank."""
    last = max((column for column, text in texts.items() if text), default=0)
    return tuple(texts.get(column, "") for column in range(1, last + 1))


def letters(column: int) -> str:
    """The column as Excel calls it: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
