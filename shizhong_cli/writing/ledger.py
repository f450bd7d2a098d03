"""The ledger of actuals: a CSV file that only grows.

Writers wait for each other at a lock beside the file, and the longer file takes the place of the old one in one step:
two at once, a full disk or a kill lose no row and leave no half one.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from shizhong_cli.causes import Cause, cause_of
from shizhong_cli.escapes.spreadsheet import disarmed
from shizhong_cli.escapes.visible import hidden
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals.columns import COLUMNS, WORKBOOKS
from shizhong_cli.reading.actuals.from_file import columns_of, doubted_encoding, surplus_of, table_in
from shizhong_cli.reading.files import LARGEST_FILE, read_bytes
from shizhong_cli.reading.tables import Table
from shizhong_cli.tuples import NamedTuple
from shizhong_cli.writing.files import Purpose, keep_apart, sweep, write_whole
from shizhong_cli.writing.locking import Busy, held

PATIENCE = 60
"""Seconds to wait for other writers."""


class Entry(NamedTuple):
    """One row of the ledger, every field as it is to stand there."""

    indicator: str
    as_of: str
    figure: str
    source: str
    note: str
    recorded: str
    doubt: str = ""  # why the figure may be a slip, or that it was confirmed
    measure: str = ""  # what the figure measures, where that was declared
    by: str = ""  # who recorded it
    withdraws: str = ""  # when the row was recorded that this one withdraws
    evidence: str = ""  # a file or a link that bears the figure out
    confirmed_by: str = ""  # who stands for it
    confirmed_at: str = ""  # since when
    report: str = ""  # for which report it was recorded


OPTIONAL = ("doubt", "measure", "by", "withdraws", "evidence", "confirmed_by", "confirmed_at", "report")
"""Columns that a fresh ledger has only where there is something in them."""

ONLY_FRESH = ("report",)
"""Columns that a ledger has from its beginning or not at all: a part of its rows would speak for the others."""


def record(path: Path, entries: Sequence[Entry]) -> None:
    """Add rows at the end of the ledger, and make one with headings where there is none.

    Columns in any order and in either language are kept, a missing one is added; the bytes that are there stay,
    in their encoding, with the mark of UTF-8 in front. Where the encoding is not certain nothing is added.
    Raises ``CannotGoOn``, and nothing is added, when the ledger cannot be read, written or locked.
    """
    try:
        target = Path(os.path.realpath(path))
    except OSError as error:  # there is no working folder
        raise CannotGoOn([Problem(Place(str(path)), "W002", cause_of(error))]) from None
    keep_apart(path, Purpose.LEDGER)
    if problem := _unfit(target, path) or _hidden(entries, path):
        raise CannotGoOn([problem])
    try:
        with held(target.with_name(f".{target.name}.lock"), PATIENCE):
            sweep(target.parent)
            write_whole(path, _longer(target, path, entries), purpose=Purpose.LEDGER)
    except Busy:
        raise CannotGoOn([Problem(Place(str(path)), "W005", str(PATIENCE))]) from None
    except OSError as error:
        raise CannotGoOn([Problem(Place(str(path)), "W002", cause_of(error))]) from None


def _unfit(target: Path, shown: Path) -> Problem | None:
    """Why there can be no ledger here: a workbook is no CSV, and a folder that is not there may be a slip."""
    if target.suffix.lower() in WORKBOOKS:
        return Problem(Place(str(shown)), "W004", target.suffix, ".csv")
    if not os.path.isdir(target.parent):
        return Problem(Place(str(shown)), "W002", Cause.NOT_FOUND)
    return None


def _hidden(entries: Sequence[Entry], shown: Path) -> Problem | None:
    """What is wrong with rows that would keep for good what nobody sees."""
    found = hidden().search("\n".join(map("\n".join, entries)))
    return Problem(Place(str(shown)), "Y009", f"U+{ord(found[0]):04X}") if found else None


def _longer(target: Path, shown: Path, entries: Sequence[Entry]) -> bytes:
    """The ledger with the new rows. Raises ``CannotGoOn`` unless all of it can be read again."""
    file, problems = str(shown), list[Problem]()
    raw = read_bytes(target, file, problems) if target.exists() else b""
    if raw is None:
        raise CannotGoOn(problems)
    table = table_in(raw, file, problems)
    columns = columns_of(table.rows[0], problems) if table.rows else None
    if problems:
        raise CannotGoOn(problems)
    if columns is None:
        return _checked(_fresh(entries).encode("utf-8-sig"), file, 1 + len(entries))
    if doubt := doubted_encoding(raw, table):
        raise CannotGoOn([Problem(Place(file), "W011", doubt)])
    width = len(table.rows[0].cells)
    if surplus := [problem for row in table.rows if (problem := surplus_of(row, width))]:
        raise CannotGoOn(surplus)  # such a row is not read again, nor is anything else then
    text, columns = _with_columns(table, columns, entries)
    width = max(len(table.rows[0].cells), *(position + 1 for position in columns.values()))
    end = "" if text.endswith(("\n", "\r")) else "\r\n"
    added = _rows([_arranged(entry, columns, width) for entry in entries], table.separator)
    content = (text + end + added).encode(table.encoding)
    return _checked(content, file, len(table.rows) + len(entries))


def _checked(content: bytes, file: str, rows: int) -> bytes:
    """The content, when the reader makes so many rows of it."""
    problems: list[Problem] = []
    if len(content) > LARGEST_FILE:
        raise CannotGoOn([Problem(Place(file), "Y002", str(len(content)), str(LARGEST_FILE))])
    table = table_in(content, file, problems)
    if not problems and table.rows:
        columns_of(table.rows[0], problems)
    if problems or len(table.rows) != rows:
        raise CannotGoOn(problems or [Problem(Place(file), "W011", table.encoding)])
    return content


def _fresh(entries: Sequence[Entry]) -> str:
    """A ledger of these rows alone; with a column for doubts and for measures only where there is one."""
    names = [name for name in Entry._fields if name not in OPTIONAL or any(getattr(e, name) for e in entries)]
    positions = {name: position for position, name in enumerate(names)}
    return _rows([names, *(_arranged(entry, positions, len(names)) for entry in entries)], ",")


def _with_columns(table: Table, columns: dict[str, int], entries: Sequence[Entry]) -> tuple[str, dict[str, int]]:
    """The text and its columns; with the headings that the new rows need and it has not got behind the others."""
    there = {*columns, *ONLY_FRESH}
    needed = [name for name in Entry._fields if name not in there and _is_used(name, entries)]
    rows = table.rows
    if not needed:
        return table.text, columns
    width = len(rows[0].cells)
    headings = [COLUMNS[name][1 if "指标" in rows[0].cells else 0] for name in needed]
    head = table.text[: table.header_end]
    bare = head.rstrip("\r\n")
    new = bare + table.separator + table.separator.join(headings) + head[len(bare) :]
    return new + table.text[table.header_end :], columns | {name: width + i for i, name in enumerate(needed)}


def _is_used(name: str, entries: Sequence[Entry]) -> bool:
    return any(getattr(entry, name) for entry in entries)


def _arranged(entry: Entry, columns: dict[str, int], width: int) -> list[str]:
    cells = [""] * width
    for name, position in columns.items():
        cells[position] = disarmed(getattr(entry, name, ""))
    return cells


def _rows(rows: Sequence[Sequence[str]], separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n", delimiter=separator).writerows(rows)
    return out.getvalue()
