"""The workbook that a department fills: a row for each number asked for, with help for whoever types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.rendering.formats.workbook import (
    LINE_HEIGHT,
    Look,
    bytes_of,
    cell_at,
    font,
    new_book,
    new_sheet,
    table,
    write,
)
from shizhong_cli.rendering.formats.workbook_values import ROOM, TEXT, lines_needed, plain, plain_row
from shizhong_cli.rendering.pages.template import COLUMNS, TO_FILL, asked_rows, periods_to_choose, unnumbered
from shizhong_cli.rendering.sentences.names import title_of
from shizhong_cli.rendering.wording import Words

GIVEN = PatternFill("solid", fgColor="EDEDED")
ASKED = PatternFill("solid", fgColor="FFF9DB")
_PAGE = 100  # the width of running text
_SPARE_ROWS = 200  # below the table, with the same help for whoever types there
_SPANS = {"as_of": 12, "figure": 14, "source": 18, "note": 24, "evidence": 18, "confirmed_by": 10}
"""Widths of the columns to fill, which have no content yet."""


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
    table(fill, headings, [plain_row(row) for row in asked], look)
    lists = choice_lists(book, [row.indicator for row in asked], periods_to_choose(catalogue))
    _help_with_typing(fill, lists, words, len(asked) + 1 + _SPARE_ROWS)
    _others(book, catalogue, words)
    _instructions(book, words)
    return bytes_of(book)


def choice_lists(book: Workbook, *lists: Iterable[str]) -> list[str]:
    """Choices on a hidden sheet; where each of them is."""
    sheet = book.create_sheet("lists")
    sheet.sheet_state = "hidden"
    places = []
    for column, texts in enumerate(lists, 1):
        letter, last = get_column_letter(column), 1
        for last, text in enumerate(dict.fromkeys(texts), 1):
            write(cell_at(sheet, last, column), plain(text))
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
        table(sheet, headings, [plain_row(row) for row in rows], Look(groups=1))


def _instructions(book: Workbook, words: Words) -> None:
    """How to fill it, one sentence a line."""
    sheet = new_sheet(book, words("template.sheet.help"))
    sheet.column_dimensions["A"].width = _PAGE + ROOM
    for line, text in enumerate(words("template.help").split("\n"), 1):
        cell = cell_at(sheet, line, 1)
        write(cell, plain(text))
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.font = font(bold=line == 1, size=14 if line == 1 else 11)
        sheet.row_dimensions[line].height = lines_needed(text, _PAGE) * LINE_HEIGHT + 9
