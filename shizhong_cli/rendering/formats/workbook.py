"""Workbooks: results as a sheet, tables of numbers for people, and what every workbook is drawn with.

Texts are written as texts, never as formulas. The same content gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import chain, pairwise
from typing import Any, Literal, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from shizhong_cli.core.pack.rows import Row
from shizhong_cli.rendering.formats.text import flat
from shizhong_cli.rendering.formats.undated import MADE, undated
from shizhong_cli.rendering.formats.workbook_values import (
    STATUSES,
    Value,
    book_value,
    clean,
    in_order,
    lines_needed,
    looks_of,
    plain,
    values_of,
    width_for,
)
from shizhong_cli.rendering.pages.book import Book
from shizhong_cli.rendering.pages.sheet import Tone
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

_SIGNS = ("=", "+", "-", "@", "\t")

_HEADING = PatternFill("solid", fgColor="1F4E79")
_LINE = Side("thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TONES = {
    Tone.GOOD: ("C6EFCE", "006100"),
    Tone.WARN: ("FFEB9C", "7F5000"),
    Tone.BAD: ("FFC7CE", "9C0006"),
    Tone.FAINT: ("EDEDED", "595959"),
}
"""Background and letters of a status."""

LINE_HEIGHT = 15
_HIGHEST = 400  # Excel takes up to 409


class Look(NamedTuple):
    """What a table looks like beyond its values."""

    fills: Mapping[int, PatternFill] = {}  # by column
    widths: Mapping[int, int] = {}  # by column, at least
    groups: int = 0  # a heavier line where the value of this column changes; 0 for none
    kept: int = 0  # columns that stay in sight
    printed: int = 0  # columns that are printed; 0 for all


def results_bytes(rows: Sequence[Row], words: Words, title: str) -> bytes:
    """Rows of facts as a workbook: numbers as numbers, words in the language, colours on the status."""
    book = new_book(title, words)
    _add_rows(book, [flat(row) for row in rows], words, title)
    return bytes_of(book)


def _add_rows(book: Workbook, rows: Sequence[Row], words: Words, title: str) -> None:
    """A sheet with every field of every row."""
    sheet = new_sheet(book, title)
    fields, main = in_order(chain.from_iterable(rows), words)
    headings = [words(f"column.field.{f}") if words.has(f"column.field.{f}") else f for f in fields]
    values = [values_of(row, fields, words) for row in rows]
    table(sheet, headings, values, Look(kept=1, printed=main))
    looks = looks_of(fields, words)
    for column, field in enumerate(fields, 1):
        if field in STATUSES:
            _colours(sheet, get_column_letter(column), len(rows) + 1, looks)


def book_bytes(book: Book, rows: Sequence[Row], words: Words) -> bytes:
    """A table of numbers that people read, and the same rows exact and with all fields on a second sheet."""
    made = new_book(book.title, words)
    _draw(new_sheet(made, book.title), book, words)
    _add_rows(made, [flat(row) for row in rows], words, words("book.exact"))
    return bytes_of(made)


def new_book(title: str, words: Words) -> Workbook:
    """An empty one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = clean(title)
    book.properties.creator = "shizhong"
    book.properties.language = "zh-CN" if words.language == "zh" else "en"
    return book


def new_sheet(book: Workbook, title: str) -> Worksheet:
    """A new sheet that prints on landscape paper, as wide as the paper."""
    sheet: Worksheet = book.create_sheet(re.sub(r"[\[\]:*?/\\']", " ", clean(title)).strip()[:31] or "shizhong")
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.9, bottom=0.8, header=0.4, footer=0.4)
    head, foot = HeaderFooterItem(), HeaderFooterItem()
    head.center.text = (book.properties.title or "").replace("&", "&&")[:200]
    foot.center.text = "&P / &N"
    sheet.oddHeader, sheet.oddFooter = head, foot
    return sheet


def table(sheet: Worksheet, headings: Sequence[str], rows: Sequence[Sequence[Value]], look: Look, top: int = 1) -> None:
    """Headings that stay in sight and filter, rows below them, columns as wide as their content."""
    lines = [1] * len(rows)
    for column, heading in enumerate(headings, 1):
        _heading(cell_at(sheet, top, column), heading)
        values = [row[column - 1] for row in rows]
        width = width_for(heading, values, look.widths.get(column, 0))
        sheet.column_dimensions[get_column_letter(column)].width = width
        for place, value in enumerate(values):
            needed = lines_needed(value.shown, width - 2) if not look.printed or column <= look.printed else 1
            lines[place] = max(lines[place], needed)
            _fill(cell_at(sheet, place + top + 1, column), value, look.fills.get(column), needed > 1)
    for place, count in enumerate(lines, top + 1):
        sheet.row_dimensions[place].height = min(count * LINE_HEIGHT + 3, _HIGHEST)
    sheet.row_dimensions[top].height = 24
    sheet.freeze_panes = f"{get_column_letter(look.kept + 1)}{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    if headings:
        sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(headings))}{len(rows) + top}"
        sheet.print_area = f"A1:{get_column_letter(look.printed or len(headings))}{len(rows) + 1}"
    if look.groups:
        _divide(sheet, rows, look.groups)


def _draw(sheet: Worksheet, book: Book, words: Words) -> None:
    """The table with its title above and its notes below; the headings stay in sight and on every page."""
    write(cell_at(sheet, 1, 1), plain(book.title))
    cell_at(sheet, 1, 1).font = font(bold=True, size=14)
    for line, text in enumerate(book.above, 2):
        write(cell_at(sheet, line, 1), plain(text))
    top = len(book.above) + 2
    values = [list(map(book_value, row)) for row in book.rows]
    table(sheet, book.headings, values, Look(kept=book.kept), top)
    for line, row in enumerate(book.rows, top + 1):
        for column, cell in enumerate(row, 1):
            if cell.tone in _TONES:
                background, letters = _TONES[cell.tone]
                cell_at(sheet, line, column).fill = PatternFill("solid", fgColor=background)
                cell_at(sheet, line, column).font = font(bold=False, color=letters)
    last = top + len(book.rows)
    for line, text in enumerate((*book.below, words("book.exact_note")), last + 1):
        write(cell_at(sheet, line, 1), plain(text))
        cell_at(sheet, line, 1).font = font(bold=False, size=9, color="595959")
    sheet.print_area = f"A1:{get_column_letter(len(book.headings))}{last + len(book.below) + 1}"


def font(bold: bool, size: int = 11, color: str | None = None) -> Font:
    """The font that the rest of the book has."""
    return Font(name="Calibri", scheme="minor", bold=bold, size=size, color=color)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell of a row and a column, both counted from 1."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    return cell


def _heading(cell: Cell, text: str) -> None:
    write(cell, plain(text))
    cell.fill = _HEADING
    cell.font = font(bold=True, color="FFFFFF")
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = _BOX


def _fill(cell: Cell, value: Value, fill: PatternFill | None, wrap: bool) -> None:
    write(cell, value)
    cell.border = _BOX
    side: Literal["right", "left"] = "right" if value.is_number else "left"
    cell.alignment = Alignment(vertical="center", horizontal=side, wrap_text=wrap, indent=1)
    if fill is not None:
        cell.fill = fill


def write(cell: Cell, value: Value) -> None:
    """A text is a text, whatever sign it begins with."""
    cell.value = value.content
    cell.number_format = value.format
    if isinstance(value.content, str):
        cell.data_type = "s"
        cell.quotePrefix = value.content.startswith(_SIGNS)


def _divide(sheet: Worksheet, rows: Sequence[Sequence[Value]], column: int) -> None:
    """A heavier line above each row that begins a new group."""
    heavy = Border(left=_LINE, right=_LINE, top=Side("medium", color="7F7F7F"), bottom=_LINE)
    for line, (above, row) in enumerate(pairwise(rows), 3):
        if above[column - 1] != row[column - 1]:
            for cell in sheet[line]:
                cell.border = heavy


def _colours(sheet: Worksheet, column: str, last: int, looks: Mapping[str, Tone]) -> None:
    """Colours that follow the word in the cell, also when someone changes it."""
    for text, tone in looks.items():
        background, letters = _TONES[tone]
        word = text.replace('"', '""')
        look = DifferentialStyle(font=Font(color=letters), fill=PatternFill("solid", bgColor=background))
        rule = Rule("cellIs", operator="equal", formula=[f'"{word}"'], dxf=look)
        sheet.conditional_formatting.add(f"{column}2:{column}{last}", rule)


class _InMemory(ExcelWriter):
    """Writes its sheets in memory: the folder for temporary files, where openpyxl does it, may be missing or full."""

    def write_worksheet(self, ws: Any) -> None:
        """One sheet."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        out, book = BytesIO(), cast("Any", self)
        writer = cast("Any", WorksheetWriter(ws, out))
        writer.write()
        ws._rels = writer._rels
        book._archive.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)


def bytes_of(book: Workbook) -> bytes:
    """The archive, without the time it was made at."""
    made = BytesIO()
    book.properties.modified = MADE
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        _InMemory(book, archive).write_data()
    return undated(made)
