"""Files of actuals: CSV, and workbooks, with every problem of a file in one run."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import BESIDE, Actual
from shizhong_cli.core.progress.doubts import CONFIRMED, POSSIBLE
from shizhong_cli.core.progress.next_year import year_of
from shizhong_cli.escapes.spreadsheet import rearmed
from shizhong_cli.problems import CannotGoOn, Columns, Place, Problem
from shizhong_cli.reading.actuals.columns import COLUMNS, MEASURES, WORKBOOKS
from shizhong_cli.reading.actuals.from_words import read_actual
from shizhong_cli.reading.actuals.ledger_rows import not_counting, of_another_report
from shizhong_cli.reading.actuals.unit_beside import with_unit
from shizhong_cli.reading.dates import read_day
from shizhong_cli.reading.files import read_bytes
from shizhong_cli.reading.finding import Finder
from shizhong_cli.reading.moments import read_moment
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.reading.tables import Table, TableRow, read_csv
from shizhong_cli.reading.typed_dates import in_year
from shizhong_cli.reading.values import read_number
from shizhong_cli.tuples import NamedTuple

_KNOWN = {heading: column for column, headings in COLUMNS.items() for heading in headings}
_NEEDED = ("indicator", "as_of", "figure")
_INFORMATION = (
    "指标名称", "name", "目标", "target", "目标时期", "period", "target period", "章节", "section",
)  # fmt: skip
"""Headings of columns that a template fills in for the reader's sake, and that are not read back."""


_BESIDE = (*BESIDE, "recorded")
"""Columns of words that are kept as they are."""

_CUT_SHORT = ("A008", "A032", "A033", "D012", "X013")
"""Problems after which a file is not read on: what it held beyond could not be listed as left out."""

MOST_PROBLEMS = 500
"""Problems after which a file is not read on: it is another file than it was taken for."""


def read_actuals(catalogue: Catalogue, path: Path, problems: list[Problem] | None = None) -> list[Actual]:
    """The actuals of a file; the problems of its rows go to ``problems``.

    Raises ``CannotGoOn`` when the headings, or the file up to its end, cannot be read, and without ``problems`` for
    those of rows too.
    """
    met: list[Problem] = []
    rows = table_of(path, met)
    if not rows:
        raise CannotGoOn(met or [Problem(Place(str(path)), "Y005")])
    actuals = actuals_in(rows, catalogue, met)
    if met and (problems is None or any(problem.code in _CUT_SHORT for problem in met)):
        raise CannotGoOn(met)
    if problems is not None:
        problems += met
    return actuals


def actuals_in(rows: Sequence[TableRow], catalogue: Catalogue, met: list[Problem]) -> list[Actual]:
    """The actuals of rows, the headings first; problems are added to ``met``.

    Raises ``CannotGoOn`` with all of them when the headings cannot be used, or the rows are those of another report.
    """
    columns = columns_of(rows[0], met)
    if columns is None:
        raise CannotGoOn(met)
    if problem := of_another_report(rows[1:], columns, catalogue):
        raise CannotGoOn([problem])
    width, finder = len(rows[0].cells), Finder(catalogue)
    actuals: list[Actual] = []
    left_out = not_counting(rows[1:], columns, met)
    for position, row in enumerate(rows[1:]):
        if position in left_out:
            continue
        if (actual := _Row(catalogue, finder, row, columns, width, met).actual()) is not None:
            actuals.append(actual)
        if len(met) > MOST_PROBLEMS:
            met.append(Problem(row.place, "A033", expected=str(MOST_PROBLEMS)))
            break
    return actuals


def table_of(path: Path, problems: list[Problem]) -> list[TableRow]:
    """The rows of a file, the headings first."""
    file = str(path)
    if path.suffix.lower() in WORKBOOKS:
        from shizhong_cli.reading.actuals.workbook import workbook_rows

        return workbook_rows(path, file, problems)
    raw = read_bytes(path, file, problems)
    return list(table_in(raw, file, problems).rows) if raw is not None else []


def table_in(raw: bytes, file: str, problems: list[Problem]) -> Table:
    """The table of a CSV file by its bytes, the headings first. The ledger is read back by this as well."""
    return read_csv(raw, file, problems, _is_header)


def _is_header(cells: Sequence[str]) -> bool:
    return set(_NEEDED) <= {_KNOWN.get(cell.strip().casefold(), "") for cell in cells}


def doubted_encoding(raw: bytes, table: Table) -> str:
    """Why the bytes may be another text than the one read; nothing where they cannot.

    UTF-8 is known by its mark or by characters of three bytes, which other encodings hardly ever look like. GBK is what
    is left over: it is believed where a Chinese heading, or the unit of a figure, is a word that we know.
    """
    if raw.startswith(codecs.BOM_UTF8) or raw.isascii():
        return ""
    if table.encoding == "utf-8-sig":
        return "" if any(character > "\u07ff" for character in table.text) else "UTF-8 / GBK"
    if table.encoding != "gb18030":
        return table.encoding.upper()
    return "" if _is_proven(table) and table.text.encode("gb18030") == raw else "GBK / Big5 / …"


def _is_proven(table: Table) -> bool:
    """Whether a Chinese heading, or the unit of a figure, is a word that we know."""
    headings = [cell.strip().casefold() for cell in table.rows[0].cells]
    words = [cell.strip() for row in table.rows[1:] for cell in row.cells]
    return any(word in _KNOWN and not word.isascii() for word in headings) or any(map(_has_known_unit, words))


def _has_known_unit(cell: str) -> bool:
    unit = cell.lstrip("0123456789.,+-").lstrip("十百千万亿")
    return is_digit(cell[:1]) and not unit.isascii() and unit in BUILT_IN


def file_of_doubted_encoding(path: Path) -> Problem | None:
    """That the characters of a file may be others than those read; a workbook says which they are."""
    if path.suffix.lower() in WORKBOOKS:
        return None
    problems: list[Problem] = []
    raw = read_bytes(path, str(path), problems)
    table = table_in(raw, str(path), problems) if raw is not None else None
    doubt = doubted_encoding(raw, table) if raw is not None and table is not None and table.rows else ""
    return Problem(Place(str(path)), "A034", doubt) if doubt else None


def columns_of(header: TableRow, problems: list[Problem]) -> dict[str, int] | None:
    """Where each column is; ``None`` when one that is needed is missing."""
    found: dict[str, int] = {}
    known = _KNOWN
    for position, heading in enumerate(header.cells):
        word, place = heading.strip().casefold(), header.place._replace(column=position + 1)
        if word in known and known[word] in found:
            problems.append(Problem(place, "A009", heading, header.cells[found[known[word]]]))
        elif word in known:
            found[known[word]] = position
        elif word and word not in _INFORMATION:
            problems.append(Problem(place, "A004", heading, Columns(", ".join(COLUMNS)), nearest(word, known)))
    missing = [column for column in _NEEDED if column not in found]
    if missing:
        problems.append(Problem(header.place, "A005", expected=Columns(", ".join(missing))))
        return None
    return found


def surplus_of(row: TableRow, width: int) -> Problem | None:
    """What is wrong with a row that has more cells than there are headings."""
    surplus = [text for text in row.cells[width:] if text.strip()]
    if not surplus:
        return None
    return Problem(row.place._replace(column=width + 1), "A010", ",".join(surplus), str(width))


_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"


def forbidden_in(text: str, place: Place) -> Problem | None:
    """What is wrong with a text that would steer the terminal, or holds half a character."""
    found = re.search(_FORBIDDEN, text)
    return Problem(place, "Y009", f"U+{ord(found[0]):04X}") if found else None


class _Row(NamedTuple):
    """One row being read; the column in a problem counts cells from 1."""

    catalogue: Catalogue
    finder: Finder
    row: TableRow
    columns: dict[str, int]
    width: int
    problems: list[Problem]

    def actual(self) -> Actual | None:
        """What it says; ``None`` where there is no figure, for missing is not zero, or with a problem."""
        before = len(self.problems)
        self._note_surplus()
        id = self._indicator()
        figure = self._figure()
        if not figure and not self.text("as_of"):
            return None  # a line of a template that nobody filled in
        period = self._day()
        if not figure:
            return None
        if id is None:
            read_number(figure, self.catalogue.units, self.place("figure"), self.problems)
            return None
        measure = self._measure()
        actual = read_actual(self.catalogue, id, figure, period, self.place("figure"), self.problems, measure)
        if actual is None or len(self.problems) > before:
            return None
        beside: dict[str, Any] = {column: self.text(column) for column in _BESIDE if column in self.columns}
        for column, text in beside.items():
            if problem := forbidden_in(text, self.place(column)):
                self.problems.append(problem)
                return None
        if moment := beside.get("confirmed_at"):
            beside["confirmed_at"] = read_moment(moment, self.place("confirmed_at"), self.problems)
        if len(self.problems) > before:
            return None
        return actual._replace(**beside, place=self.row.place, cell=self.place("figure"), **self._doubt(actual))

    def _doubt(self, actual: Actual) -> dict[str, Any]:
        """What the ledger says of a doubt: a mark stays until the figure is confirmed, or another takes its place."""
        mark = self.text("doubt").casefold()
        if mark == CONFIRMED:
            return {"doubt": "", "confirmed": True}
        return {"doubt": mark if mark in POSSIBLE else actual.doubt}

    def text(self, column: str) -> str:
        """What stands in a column; nothing where the column or the cell is missing."""
        position = self.columns.get(column, len(self.row.cells))
        return rearmed(self.row.cells[position].strip()) if position < len(self.row.cells) else ""

    def place(self, column: str) -> Place:
        """Where that is."""
        return self.row.place._replace(column=self.columns[column] + 1)

    def _note_surplus(self) -> None:
        if problem := surplus_of(self.row, self.width):
            self.problems.append(problem)

    def _indicator(self) -> str | None:
        try:
            return self.finder.find(self.text("indicator"), self.place("indicator"))
        except CannotGoOn as error:
            self.problems.extend(error.problems)
            return None

    def _day(self) -> Period | None:
        """The day that it stands for; a part of a year that is not named is told with the year of the targets."""
        text, place, found = self.text("as_of"), self.place("as_of"), list[Problem]()
        period = read_day(text, place, found)
        if found and (full := in_year(text, year_of(self.catalogue))) != text:
            meant = read_day(full, place, [])
            found = [Problem(place, "P012", text, suggestion=str(meant))] if meant else found
        self.problems.extend(found)
        return period

    def _measure(self) -> Measure | None:
        """What the figure measures, where a column says it."""
        word = self.text("measure")
        if not word:
            return None
        named = MEASURES.get(word, word).casefold().replace(" ", "_")
        if named in {measure.value for measure in Measure}:
            return Measure(named)
        self.problems.append(
            Problem(self.place("measure"), "K003", word, ", ".join(Measure), nearest(word, list(Measure)))
        )
        return None

    def _figure(self) -> str:
        """The figure, with the unit of its own column where it has none itself."""
        figure, unit = self.text("figure"), self.text("unit")
        if not figure or not unit:
            return figure
        return with_unit(figure, unit, self.catalogue.units, self.place("unit"), self.problems)
