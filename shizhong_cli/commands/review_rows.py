"""The rows of a review sheet as they were filled in, and whether they still are the rows that were written.

A row is known by its key, and keeps what it said when it was written; both stand in hidden columns. Where they, the
headings, or the cells that only show something are no longer as written, nobody can say which figure a cell is about:
the columns may have been sorted without the hidden ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.review_words import named
from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.escapes.visible import visible
from shizhong_cli.problems import Place, Problem
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.reading.tables import TableRow
    from shizhong_cli.writing.draft_review import Waiting

GIVEN = ("before", "after", "guessed", "line")
"""What a row shows of the report and of the draft, and nobody is to change."""
_KEY = re.compile(r"(?P<head>(?P<role>baseline|target)\|[^|]+\|(?P<line>[0-9]+:[0-9]+))\|[a-z_]*\|.*\|[^|]*")
_NUMBER = re.compile("[0-9]{1,6}")
_OF_A_CELL = 16  # characters of a long cell that a problem repeats


class SheetRow(NamedTuple):
    """One row."""

    row: TableRow
    cells: Mapping[str, str]  # by column
    columns: Mapping[str, int]
    drafted: Mapping[str, str]  # what the cells said when it was written
    is_of_report: bool = True  # whether the words around its figure stand in the report

    @property
    def key(self) -> str:
        """Which figure it is about."""
        return self.cells["key"]

    def cell(self, column: str) -> tuple[Place, str]:
        """The place of a cell, and what Excel calls it."""
        return cell_of(self.row, self.columns[column])


class Sheet(NamedTuple):
    """All rows, and what is to be said of the rest."""

    rows: tuple[SheetRow, ...] = ()
    missing: int = 0  # rows that were written and are not there
    unread: tuple[str, ...] = ()  # what is filled in beside the columns of the sheet


def key_of(it: Waiting) -> str:
    """What a row is known by; it stays the same while other figures are answered."""
    place, period = f"{it.line}:{it.column}", it.fields.get("period", "")
    return "|".join((it.role.value, it.indicator, place, it.measure, it.figure, period))


def kept(cells: Mapping[str, str], rows: int) -> str:
    """What a row keeps of what it said, and of how many rows there were."""
    return json.dumps({**cells, "rows": str(rows)}, separators=(",", ":"))


def as_read(text: str) -> str:
    """A text as it comes back from a workbook."""
    from shizhong_cli.reading.actuals.cell_text import cell_text
    from shizhong_cli.rendering.formats.workbook_values import clean

    return cell_text(clean(text))


def read_sheet(sheet: Path, text: str, problems: list[Problem]) -> Sheet:
    """The rows of a sheet that belong to a report with this text."""
    from shizhong_cli.reading.actuals.workbook import Headings, workbook_rows
    from shizhong_cli.rendering.formats.workbook_review import COLUMNS

    known = named("review.column", COLUMNS)
    spelled: dict[str, tuple[str, ...]] = {}
    for word, column in known.items():
        spelled[column] = (*spelled.get(column, ()), word)
    headings = Headings(spelled, ("key",), is_strict=True, dated=("period", "since"), printed=("figure",))
    table = workbook_rows(sheet, str(sheet), problems, headings)
    if not table:
        return Sheet()
    columns = _columns(table[0], known, spelled, problems)
    if len(columns) < len(COLUMNS):
        return Sheet()
    whole = bare("".join(map(visible, text.split("\n"))))
    rows = tuple(row._replace(is_of_report=_stands_in(whole, row)) for row in _rows(table[1:], columns, problems))
    around = [row for row in rows if _around(row)]
    if around and not any(row.is_of_report for row in around):
        problems.append(Problem(Place(table[0].place.file), "N020", short("".join(_around(around[0])))))
        return Sheet()
    written = max((int(row.drafted.get("rows", "0")) for row in rows), default=0)
    return Sheet(rows, max(0, written - len(rows)), tuple(_unread(table, columns)))


def _columns(
    head: TableRow, known: Mapping[str, str], spelled: Mapping[str, Sequence[str]], problems: list[Problem]
) -> dict[str, int]:
    """Where each column is; every column has its heading, and has it once."""
    columns: dict[str, int] = {}
    for at, text in enumerate(head.cells):
        column = known.get(text.casefold())
        if column and column in columns:
            place, cell = cell_of(head, at)
            problems.append(Problem(place, "N014", text, cell, cell_of(head, columns[column])[1]))
        elif column:
            columns[column] = at
    for at, column in enumerate(spelled):
        if column not in columns:
            place, cell = cell_of(head, at)
            instead = head.cells[at] if at < len(head.cells) else ""
            instead = "" if instead.casefold() in known else instead
            problems.append(Problem(place, "N015", "/".join(spelled[column]), cell, instead))
    return columns


def _rows(rows: Sequence[TableRow], columns: Mapping[str, int], problems: list[Problem]) -> Iterator[SheetRow]:
    """The rows that are as they were written, but for the cells to fill."""
    seen: dict[str, SheetRow] = {}
    for row in rows:
        cells = {name: row.cells[n].strip() if n < len(row.cells) else "" for name, n in columns.items()}
        one = SheetRow(row, cells, columns, _drafted(cells))
        if told := _odd(one, seen):
            problems.append(told)
        else:
            seen[one.key] = one
            yield one


def _drafted(cells: Mapping[str, str]) -> dict[str, str]:
    """What a row said when it was written; nothing where it does not keep it."""
    try:
        kept = json.loads(cells["drafted"])
    except ValueError:
        return {}
    return {str(name): as_read(str(text)) for name, text in kept.items()} if isinstance(kept, dict) else {}


def _odd(row: SheetRow, seen: Mapping[str, SheetRow]) -> Problem | None:
    """What is wrong with a row that is none of the sheet, is there twice, or shows what was not written there."""
    place, cell = row.cell("key")
    key = _KEY.fullmatch(row.key)
    if not key:
        return Problem(place, "N011", row.key, cell)
    if row.key in seen:
        return Problem(place, "N012", cell, seen[row.key].cell("key")[1])
    if not _NUMBER.fullmatch(row.drafted.get("rows", "")):
        place, cell = row.cell("drafted")
        return Problem(place, "N011", short(row.cells["drafted"]), cell)
    drafted = row.drafted
    whole = "|".join((key["head"], drafted.get("measure", ""), drafted.get("figure", ""), drafted.get("period", "")))
    if bare(row.key.rstrip("+")) != bare(whole):
        return Problem(place, "N011", short(row.key), cell)
    written = {**drafted, "line": key["line"]}
    for column in GIVEN:
        if bare(row.cells[column]) != bare(written.get(column, "")):
            place, cell = row.cell(column)
            return Problem(place, "N016", short(row.cells[column]), cell, short(written.get(column, "")))
    return None


def _around(row: SheetRow) -> tuple[str, ...]:
    """The words around the figure of a row, where it is said where it stands."""
    return tuple(part for column in ("before", "after") if (part := row.drafted.get(column, "")))


def _stands_in(whole: str, row: SheetRow) -> bool:
    """Whether the words around its figure stand in a text."""
    return all(bare(part) in whole for part in _around(row))


def _unread(table: Sequence[TableRow], columns: Mapping[str, int]) -> Iterator[str]:
    """The columns that are none of the sheet and have something in them, as Excel calls them."""
    from shizhong_cli.reading.actuals.workbook import letters

    head, known = table[0].cells, set(columns.values())
    for at in range(max(len(row.cells) for row in table)):
        if at in known or not any("".join(row.cells[at : at + 1]) for row in table):
            continue
        heading = head[at] if at < len(head) else ""
        yield f"{letters(at + 1)} {heading}".strip()


def bare(text: str) -> str:
    """Without blanks and quotation marks, full-width forms in half width."""
    return half_width("".join(text.split())).replace("'", "").replace('"', "")


def short(text: str) -> str:
    """The beginning of a long text."""
    return text if len(text) <= _OF_A_CELL else f"{text[:_OF_A_CELL]}…"


def cell_of(row: TableRow, column: int) -> tuple[Place, str]:
    """The place of a cell, and what Excel calls it."""
    from shizhong_cli.reading.actuals.workbook import letters

    return Place(row.place.file, row.place.line, column + 1), f"{letters(column + 1)}{row.place.line}"
