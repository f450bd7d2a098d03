"""The sheet on which the guessed figures of a draft are answered, one a row: accepted, corrected or dropped.

Which columns there are, what they are called and what may be typed in them is told once, here and in
``commands.review_sheet``, by the names of ``COLUMNS``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from shizhong_cli.rendering.formats.workbook import Look, bytes_of, new_book, new_sheet, table
from shizhong_cli.rendering.formats.workbook_template import ASKED, GIVEN, choice_lists
from shizhong_cli.rendering.formats.workbook_values import TEXT, Value, plain_row
from shizhong_cli.rendering.wording import Words

COLUMNS = (
    *("answer", "before", "figure", "after", "name", "role", "measure", "period", "since", "unit", "section"),
    *("direction", "prices", "guessed", "line", "key", "drafted"),
)
HIDDEN = ("key", "drafted")
TO_FILL = frozenset(COLUMNS) - {"before", "after", "guessed", "line", *HIDDEN}
_WIDTHS = {"answer": 10, "before": 34, "figure": 14, "after": 26, "name": 22, "guessed": 24, "period": 12, "since": 10}


def review_bytes(rows: Sequence[Mapping[str, str]], choices: Mapping[str, Sequence[str]], words: Words) -> bytes:
    """A workbook of these rows; ``choices`` are what may be chosen in a column."""
    book = new_book(words("review.sheet"), words)
    sheet = new_sheet(book, words("review.sheet"))
    look = Look(
        {n: ASKED if column in TO_FILL else GIVEN for n, column in enumerate(COLUMNS, 1)},
        {n: _WIDTHS[column] for n, column in enumerate(COLUMNS, 1) if column in _WIDTHS},
        kept=1,
        printed=len(COLUMNS) - len(HIDDEN),
    )
    headings = [words(f"review.column.{column}") for column in COLUMNS]
    table(sheet, headings, [_cells(row) for row in rows], look)
    places = choice_lists(book, *choices.values())
    for column, place in zip(choices, places, strict=True):
        validation = DataValidation("list", formula1=place, allow_blank=True, errorStyle="warning")
        validation.promptTitle, validation.prompt = headings[COLUMNS.index(column)], words(f"review.prompt.{column}")
        validation.showInputMessage = True
        letter = get_column_letter(COLUMNS.index(column) + 1)
        validation.add(f"{letter}2:{letter}{len(rows) + 1}")
        sheet.add_data_validation(validation)
    for column in TO_FILL:
        sheet.column_dimensions[get_column_letter(COLUMNS.index(column) + 1)].number_format = TEXT
    for column in HIDDEN:
        sheet.column_dimensions[get_column_letter(COLUMNS.index(column) + 1)].hidden = True
    return bytes_of(book)


def _cells(row: Mapping[str, str]) -> list[Value]:
    return plain_row(row.get(column, "") for column in COLUMNS)
