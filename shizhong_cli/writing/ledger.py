"""The ledger of actuals: a CSV file that only grows. The only importer of filelock.

Writers wait for each other at a lock beside the file, and the longer file takes the place of the old one in one step:
two at once, a full disk or a kill lose no row and leave no half one.
"""

from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from shizhong_cli.core.spreadsheet import disarmed
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals_file import COLUMNS, ENCODINGS, WORKBOOKS, columns_of, forbidden_in, surplus_of
from shizhong_cli.reading.files import LARGEST_FILE, read_text
from shizhong_cli.reading.tables import TableRow, csv_rows
from shizhong_cli.writing.files import sweep, write_whole

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


def record(path: Path, entries: Sequence[Entry]) -> None:
    """Add rows at the end of the ledger, and make one with headings where there is none.

    Columns in any order and in either language are kept, a missing one is added; a file in GBK becomes UTF-8 with BOM.
    Raises ``CannotGoOn``, and nothing is added, when the ledger cannot be read, written or locked.
    """
    target = Path(os.path.realpath(path))
    if problem := _unfit(target, path) or forbidden_in("".join(map("".join, entries)), Place(str(path))):
        raise CannotGoOn([problem])
    from filelock import FileLock, Timeout

    lock = FileLock(target.with_name(f".{target.name}.lock"), timeout=PATIENCE)
    try:
        with lock:
            sweep(target.parent)
            write_whole(target, _encoded(_longer(target, path, entries), path))
    except Timeout:
        raise CannotGoOn([Problem(Place(str(path)), "W005", str(PATIENCE))]) from None
    except OSError as error:
        raise CannotGoOn([Problem(Place(str(path)), "W002", error.strerror or str(error))]) from None


def _unfit(target: Path, shown: Path) -> Problem | None:
    """Why there can be no ledger here: a workbook is no CSV, and a folder that is not there may be a slip."""
    if target.suffix.lower() in WORKBOOKS:
        return Problem(Place(str(shown)), "W004", target.suffix, ".csv")
    if not os.path.isdir(target.parent):
        return Problem(Place(str(shown)), "W002", os.strerror(errno.ENOENT))
    return None


def _encoded(text: str, shown: Path) -> bytes:
    """The ledger as bytes. Raises ``CannotGoOn`` when there would be too much of it to be read again."""
    content = text.encode("utf-8-sig")
    if len(content) > LARGEST_FILE:
        raise CannotGoOn([Problem(Place(str(shown)), "Y002", str(len(content)), str(LARGEST_FILE))])
    return content


def _longer(target: Path, shown: Path, entries: Sequence[Entry]) -> str:
    """The text of the ledger with the new rows."""
    if not target.exists():
        return _fresh(entries)
    problems: list[Problem] = []
    text, unreadable = read_text(target, str(shown), ENCODINGS)
    rows = csv_rows(text, str(shown), problems)
    columns = columns_of(rows[0], problems) if rows else None
    if unreadable or problems:
        raise CannotGoOn([*unreadable, *problems])
    if columns is None:
        return _fresh(entries)
    text, columns = _with_columns(text, rows, columns, entries)
    width = max(len(rows[0].cells), *(position + 1 for position in columns.values()))
    separator = "" if text.endswith(("\n", "\r")) else "\r\n"
    return text + separator + _rows([_arranged(entry, columns, width) for entry in entries])


def _fresh(entries: Sequence[Entry]) -> str:
    """A ledger of these rows alone; with a column for doubts only where there is one."""
    names = Entry._fields if any(entry.doubt for entry in entries) else Entry._fields[:-1]
    return _rows([list(names), *([disarmed(getattr(entry, name)) for name in names] for entry in entries)])


def _with_columns(
    text: str, rows: Sequence[TableRow], columns: dict[str, int], entries: Sequence[Entry]
) -> tuple[str, dict[str, int]]:
    """The text and its columns; with those that the new rows need and it has not got at the end."""
    needed = [name for name in Entry._fields if name not in columns and any(getattr(e, name) for e in entries)]
    if not needed:
        return text, columns
    width = len(rows[0].cells)
    if surplus := [problem for row in rows if (problem := surplus_of(row, width))]:
        raise CannotGoOn(surplus)  # these cells would come to stand under the new headings
    old = [[*row.cells, *[""] * (width - len(row.cells))] for row in rows]
    headings = [COLUMNS[name][1 if "指标" in rows[0].cells else 0] for name in needed]
    widened = [[*old[0], *headings], *old[1:]]
    return _rows(widened), columns | {name: width + number for number, name in enumerate(needed)}


def _arranged(entry: Entry, columns: dict[str, int], width: int) -> list[str]:
    cells = [""] * width
    for name, position in columns.items():
        cells[position] = disarmed(getattr(entry, name, ""))
    return cells


def _rows(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
