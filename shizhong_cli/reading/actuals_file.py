"""Files of actuals: CSV that Excel writes, in UTF-8 or GBK, with every problem of the file in one run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from shizhong_cli.core.gaps import Actual
from shizhong_cli.core.model import Catalogue
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals import find_indicator, read_actual
from shizhong_cli.reading.fields import nearest
from shizhong_cli.reading.files import read_text
from shizhong_cli.reading.values import read_number, read_period

COLUMNS = {
    "indicator": ("indicator", "指标"),
    "as_of": ("as_of", "截至", "时点", "日期"),
    "figure": ("figure", "数值", "实际", "actual", "value"),
    "source": ("source", "来源"),
    "note": ("note", "备注"),
}
"""The columns of a file of actuals, each with the headings it may have."""


def read_actuals(catalogue: Catalogue, path: Path) -> list[Actual]:
    """A CSV file of actuals, UTF-8 (with or without BOM) or GBK. Raises ``CannotGoOn`` with every problem in it."""
    file = str(path)
    text, problems = read_text(path, file, ("utf-8-sig", "gb18030"))
    if problems:
        raise CannotGoOn(problems)
    rows = list(_numbered_rows(text, file, problems))
    if not rows:
        raise CannotGoOn(problems or [Problem(Place(file), "Y005")])
    columns = _columns(rows[0][1], file, problems)
    actuals = []
    for line, row in rows[1:] if columns is not None else ():
        actual = _row(catalogue, row, columns or {}, len(rows[0][1]), Place(file, line, 1), problems)
        if actual is not None:
            actuals.append(actual)
    if problems:
        raise CannotGoOn(problems)
    return actuals


def _numbered_rows(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the line it begins on; a broken quotation ends them with a problem."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            problems.append(Problem(Place(file, line, 1), "A008", str(error)))
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield line, row


def _columns(header: list[str], file: str, problems: list[Problem]) -> dict[str, int] | None:
    """Where each column is; ``None`` when one that is needed is missing."""
    found: dict[str, int] = {}
    known = {heading: column for column, headings in COLUMNS.items() for heading in headings}
    for position, heading in enumerate(header):
        word = heading.strip().casefold()
        if word in known and known[word] in found:
            problems.append(Problem(Place(file, 1, position + 1), "A009", heading, header[found[known[word]]]))
        elif word in known:
            found[known[word]] = position
        elif word:
            place = Place(file, 1, position + 1)
            problems.append(Problem(place, "A004", heading, ", ".join(COLUMNS), nearest(word, known)))
    missing = [column for column in ("indicator", "as_of", "figure") if column not in found]
    if missing:
        problems.append(Problem(Place(file, 1, 1), "A005", expected=", ".join(missing)))
        return None
    return found


def _row(
    catalogue: Catalogue, row: list[str], columns: dict[str, int], width: int, start: Place, problems: list[Problem]
) -> Actual | None:
    """One row; the column in a problem counts fields from 1. ``None`` for a blank figure: missing is not zero."""

    def cell(column: str) -> tuple[str, Place]:
        position = columns[column]
        text = row[position].strip() if position < len(row) else ""
        return text, start._replace(column=position + 1)

    before = len(problems)
    figure, figure_place = cell("figure")
    if surplus := [text for text in row[width:] if text.strip()]:
        problems.append(Problem(start._replace(column=width + 1), "A010", ",".join(surplus), str(width)))
    word, word_place = cell("indicator")
    when, when_place = cell("as_of")
    period = read_period(when, when_place, problems)
    try:
        id = find_indicator(catalogue, word, word_place)
    except CannotGoOn as error:
        problems += error.problems
        if figure:
            read_number(figure, catalogue.units, figure_place, problems)
        return None
    if not figure:
        return None
    actual = read_actual(catalogue, id, figure, period, figure_place, problems)
    return actual if len(problems) == before else None
