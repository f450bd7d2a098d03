"""A ledger row by row, with what became of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import Actual, vintages
from shizhong_cli.core.progress.ledger import Entered, Kept, RowState, withdrawals
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals.ahead import come_in
from shizhong_cli.reading.actuals.from_file import columns_of, read_actuals, table_of
from shizhong_cli.reading.actuals.ledger_rows import kept_rows
from shizhong_cli.reading.actuals.twice import said_once
from shizhong_cli.reading.tables import TableRow


def ledger_table(path: Path) -> tuple[list[TableRow], dict[str, int]]:
    """The rows of a ledger below its headings, and where each column is. Raises ``CannotGoOn``."""
    problems: list[Problem] = []
    rows = table_of(path, problems)
    columns = columns_of(rows[0], problems) if rows else None
    if columns is None:
        raise CannotGoOn(problems or [Problem(Place(str(path)), "Y005")])
    return rows[1:], columns


def entered(catalogue: Catalogue, path: Path, today: date, problems: list[Problem]) -> list[Entered]:
    """Every row that records a figure, with what became of it; problems of rows are noted. Raises ``CannotGoOn``."""
    rows, columns = ledger_table(path)
    kept = kept_rows(rows, columns)
    gone, _ = withdrawals(kept)
    told = read_actuals(catalogue, path, problems)
    ahead = {actual.place for actual in told}
    actuals = {actual.place: actual for actual in come_in(told, today, problems)}
    ahead -= set(actuals)
    actuals = {actual.place: actual for actual in said_once(actuals.values(), problems)}
    numbers = {row.place: number for number, row in enumerate(rows, 1)}
    later = {v.actual.place: numbers[v.superseded_by.place] for v in vintages(actuals.values())
             if v.superseded_by is not None and v.superseded_by.place is not None}  # fmt: skip
    return [
        _entered(one, actuals.get(row.place), later.get(row.place), gone.get(one.number), row.place in ahead)
        for one, row in zip(kept, rows, strict=True)
        if not one.withdraws and (one.figure or one.as_of)
    ]


def _entered(kept: Kept, actual: Actual | None, later: int | None, withdrawal: Kept | None, is_ahead: bool) -> Entered:
    if withdrawal is not None:
        return Entered(kept, RowState.WITHDRAWN, None, None, withdrawal)
    if actual is None:
        return Entered(kept, RowState.AHEAD if is_ahead else RowState.UNREADABLE)
    return Entered(kept, RowState.SUPERSEDED if later else RowState.IN_FORCE, actual, later)
