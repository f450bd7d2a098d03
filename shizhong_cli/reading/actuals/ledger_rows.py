"""The rows of a ledger as they stand there, and which of them do not count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shizhong_cli.core.pack.issuer import are_of_one_place, issuer_of
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.ledger import Kept, withdrawals
from shizhong_cli.escapes.spreadsheet import rearmed
from shizhong_cli.problems import Problem
from shizhong_cli.reading.tables import TableRow

_CELLS = ("indicator", "as_of", "figure", "source", "note", "recorded", "by", "withdraws",
          "evidence", "confirmed_by", "confirmed_at")  # fmt: skip


def kept_rows(rows: Sequence[TableRow], columns: Mapping[str, int]) -> list[Kept]:
    """The rows below the headings, numbered."""
    return [_kept(number, row, columns) for number, row in enumerate(rows, 1)]


def _kept(number: int, row: TableRow, columns: Mapping[str, int]) -> Kept:
    return Kept(number, *(_text(row, columns.get(name)) for name in _CELLS))


def _text(row: TableRow, position: int | None) -> str:
    if position is None or position >= len(row.cells):
        return ""
    return rearmed(row.cells[position].strip())


def not_counting(rows: Sequence[TableRow], columns: Mapping[str, int], problems: list[Problem]) -> set[int]:
    """The positions of rows that are withdrawn, or withdraw others; a withdrawal of nothing is a problem."""
    if "withdraws" not in columns:
        return set()
    kept = kept_rows(rows, columns)
    gone, lost = withdrawals(kept)
    for row in lost:
        place = rows[row.number - 1].place._replace(column=columns["withdraws"] + 1)
        problems.append(Problem(place, "A035", f"{row.indicator} {row.as_of} {row.figure}", row.withdraws))
    return {number - 1 for number in gone} | {row.number - 1 for row in kept if row.withdraws}


def of_another_report(rows: Sequence[TableRow], columns: Mapping[str, int], catalogue: Catalogue) -> Problem | None:
    """The first row that was recorded for the report of another place, or for one of which this cannot be told.

    A row that names no report, or one without a place, may be of any; next year's report of a place goes on with the
    ledger of this year, and so does its plan.
    """
    for row in rows if "report" in columns else ():
        title = _text(row, columns["report"])
        if title and issuer_of(title) and not are_of_one_place(title, catalogue.title):
            place = row.place._replace(column=columns["report"] + 1)
            code = "A047" if issuer_of(catalogue.title) else "A048"
            return Problem(place, code, title, catalogue.title)
    return None
