"""Workbooks: the template that a department fills, and results as a sheet.

Texts are written as texts, never as formulas. The same content gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from itertools import chain, pairwise
from typing import Any, Literal, NamedTuple, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.rendering.formats.text import flat
from shizhong_cli.rendering.formats.undated import MADE, undated
from shizhong_cli.rendering.formats.workbook_values import (
    ROOM,
    STATUSES,
    TEXT,
    Value,
    clean,
    in_order,
    lines_needed,
    looks_of,
    plain,
    plain_row,
    values_of,
    width_for,
)
from shizhong_cli.rendering.pages.sheet import Tone
from shizhong_cli.rendering.pages.template import COLUMNS, TO_FILL, asked_rows, periods_to_choose, unnumbered
from shizhong_cli.rendering.sentences.names import title_of
from shizhong_cli.rendering.wording import Words

_SIGNS = ("=", "+", "-", "@", "\t")

_HEADING = PatternFill("solid", fgColor="1F4E79")
GIVEN = PatternFill("solid", fgColor="EDEDED")
ASKED = PatternFill("solid", fgColor="FFF9DB")
_LINE = Side("thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TONES = {
    Tone.GOOD: ("C6EFCE", "006100"),
    Tone.WARN: ("FFEB9C", "7F5000"),
    Tone.BAD: ("FFC7CE", "9C0006"),
    Tone.FAINT: ("EDEDED", "595959"),
}
"""Background and letters of a status."""

_LINE_HEIGHT = 15
_HIGHEST = 400  # Excel takes up to 409
_PAGE, _SPARE_ROWS = 100, 200  # the width of running text; rows below the table, with the same help
_SPANS = {"as_of": 12, "figure": 14, "source": 18, "note": 24}
"""Widths of the columns to fill, which have no content yet."""


class Look(NamedTuple):
    """What a table looks like beyond its values."""

    fills: Mapping[int, PatternFill] = {}  # by column
    widths: Mapping[int, int] = {}  # by column, at least
    groups: int = 0  # a heavier line where the value of this column changes; 0 for none
    kept: int = 0  # columns that stay in sight
    printed: int = 0  # columns that are printed; 0 for all


def template_bytes(catalogue: Catalogue, words: Words, as_of: str = "") -> bytes:
    """A workbook to fill in: a row for each number asked for, targets without a number, and how to fill it."""
    book = new_book(title_of(catalogue, words), words)
    asked = asked_rows(catalogue, words, as_of)
    fill = new_sheet(book, words("template.sheet.fill"))
    columns = range(1, len(COLUMNS) + 1)
    look = Look(
        {n: ASKED if COLUMNS[n - 1] in TO_FILL else GIVEN for n in columns},
        {n: _SPANS[COLUMNS[n - 1]] for n in columns if COLUMNS[n - 1] in _SPANS},
        groups=1,
    )
    headings = [words(f"template.column.{column}") for column in COLUMNS]
    write_table(fill, headings, [plain_row(row) for row in asked], look)
    lists = write_choices(book, [row.indicator for row in asked], periods_to_choose(catalogue))
    _help_with_typing(fill, lists, words, len(asked) + 1 + _SPARE_ROWS)
    _others(book, catalogue, words)
    _instructions(book, words)
    return book_bytes(book)


def results_bytes(rows: Sequence[Row], words: Words, title: str) -> bytes:
    """Rows of facts as a workbook: numbers as numbers, words in the language, colours on the status."""
    rows = [flat(row) for row in rows]
    book = new_book(title, words)
    sheet = new_sheet(book, title)
    fields, main = in_order(chain.from_iterable(rows), words)
    headings = [words(f"column.field.{f}") if words.has(f"column.field.{f}") else f for f in fields]
    values = [values_of(row, fields, words) for row in rows]
    write_table(sheet, headings, values, Look(kept=1, printed=main))
    looks = looks_of(fields, words)
    for column, field in enumerate(fields, 1):
        if field in STATUSES:
            _colours(sheet, get_column_letter(column), len(rows) + 1, looks)
    return book_bytes(book)


def new_book(title: str, words: Words) -> Workbook:
    """A book without sheets."""
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


def write_table(sheet: Worksheet, headings: Sequence[str], rows: Sequence[Sequence[Value]], look: Look) -> None:
    """Headings that stay in sight and filter, rows below them, columns as wide as their content."""
    lines = [1] * len(rows)
    for column, heading in enumerate(headings, 1):
        _heading(_cell(sheet, 1, column), heading)
        values = [row[column - 1] for row in rows]
        width = width_for(heading, values, look.widths.get(column, 0))
        sheet.column_dimensions[get_column_letter(column)].width = width
        for place, value in enumerate(values):
            needed = lines_needed(value.shown, width - 2) if not look.printed or column <= look.printed else 1
            lines[place] = max(lines[place], needed)
            _fill(_cell(sheet, place + 2, column), value, look.fills.get(column), needed > 1)
    for place, count in enumerate(lines, 2):
        sheet.row_dimensions[place].height = min(count * _LINE_HEIGHT + 3, _HIGHEST)
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = f"{get_column_letter(look.kept + 1)}2"
    sheet.print_title_rows = "1:1"
    if headings:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
        sheet.print_area = f"A1:{get_column_letter(look.printed or len(headings))}{len(rows) + 1}"
    if look.groups:
        _divide(sheet, rows, look.groups)


def _font(bold: bool, size: int = 11, color: str | None = None) -> Font:
    """The font that the rest of the book has."""
    return Font(name="Calibri", scheme="minor", bold=bold, size=size, color=color)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    return cell


def _heading(cell: Cell, text: str) -> None:
    _write(cell, plain(text))
    cell.fill = _HEADING
    cell.font = _font(bold=True, color="FFFFFF")
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = _BOX


def _fill(cell: Cell, value: Value, fill: PatternFill | None, wrap: bool) -> None:
    _write(cell, value)
    cell.border = _BOX
    side: Literal["right", "left"] = "right" if value.is_number else "left"
    cell.alignment = Alignment(vertical="center", horizontal=side, wrap_text=wrap, indent=1)
    if fill is not None:
        cell.fill = fill


def _write(cell: Cell, value: Value) -> None:
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


def write_choices(book: Workbook, *lists: Iterable[str]) -> list[str]:
    """Choices on a hidden sheet; where each of them is."""
    sheet = book.create_sheet("lists")
    sheet.sheet_state = "hidden"
    places = []
    for column, texts in enumerate(lists, 1):
        letter, last = get_column_letter(column), 1
        for last, text in enumerate(dict.fromkeys(texts), 1):
            _write(_cell(sheet, last, column), plain(text))
        places.append(f"lists!${letter}$1:${letter}${last}")
    return places


def _help_with_typing(sheet: Worksheet, lists: Sequence[str], words: Words, last: int) -> None:
    """Choices for indicator and date, a word of advice for the figure, and digits kept as typed."""
    known, periods = lists
    free, chosen, dated = (
        DataValidation(),
        *(DataValidation("list", formula1=place, allow_blank=True, errorStyle="warning") for place in (known, periods)),
    )
    for column, validation in (("indicator", chosen), ("as_of", dated), ("figure", free)):
        validation.promptTitle = validation.errorTitle = words(f"template.column.{column}")
        if words.has(f"template.prompt.{column}"):
            validation.showInputMessage, validation.prompt = True, words(f"template.prompt.{column}")
        if words.has(f"template.error.{column}"):
            validation.showErrorMessage, validation.error = True, words(f"template.error.{column}")
        letter = get_column_letter(COLUMNS.index(column) + 1)
        validation.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(validation)
        sheet.column_dimensions[letter].number_format = TEXT


def _others(book: Workbook, catalogue: Catalogue, words: Words) -> None:
    """Targets without a number, for information."""
    rows = unnumbered(catalogue, words)
    if rows:
        sheet = new_sheet(book, words("template.sheet.others"))
        headings = [words(f"template.others.{c}") for c in ("section", "indicator", "name", "target", "period")]
        write_table(sheet, headings, [plain_row(row) for row in rows], Look(groups=1))


def _instructions(book: Workbook, words: Words) -> None:
    """How to fill it, one sentence a line."""
    sheet = new_sheet(book, words("template.sheet.help"))
    sheet.column_dimensions["A"].width = _PAGE + ROOM
    for line, text in enumerate(words("template.help").split("\n"), 1):
        cell = _cell(sheet, line, 1)
        _write(cell, plain(text))
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.font = _font(bold=line == 1, size=14 if line == 1 else 11)
        sheet.row_dimensions[line].height = lines_needed(text, _PAGE) * _LINE_HEIGHT + 9


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


def book_bytes(book: Workbook) -> bytes:
    """The archive, without the time it was made at."""
    made = BytesIO()
    book.properties.modified = MADE
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        _InMemory(book, archive).write_data()
    return undated(made)
