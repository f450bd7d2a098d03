"""The rows of a ledger: what was recorded when, what took the place of what, and what was withdrawn by whom."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.tuples import NamedTuple


class RowState(StrEnum):
    """Whether a row of the ledger counts."""

    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"  # a later one says the same of the same day
    WITHDRAWN = "withdrawn"
    AHEAD = "ahead"  # its time was not over when it was recorded
    UNREADABLE = "unreadable"  # a problem of the row keeps it from being taken


class Kept(NamedTuple):
    """One row as it stands in the ledger; the number counts from 1, without the headings."""

    number: int
    indicator: str  # the cell
    as_of: str
    figure: str
    source: str = ""
    note: str = ""
    recorded: str = ""
    by: str = ""  # who recorded it
    withdraws: str = ""  # when the row that it withdraws was recorded
    evidence: str = ""  # a file or a link that bears it out
    confirmed_by: str = ""  # who stands for it
    confirmed_at: str = ""  # since when


class Entered(NamedTuple):
    """One row with what became of it."""

    kept: Kept
    state: RowState
    actual: Actual | None = None
    later: int | None = None  # the number of the row that took its place
    withdrawal: Kept | None = None

    def is_about(self, catalogue: Catalogue, id: str) -> bool:
        """Whether it records the indicator; any row where none is asked for."""
        names = {id, catalogue.indicators[id].name} if id else set()
        return not id or (self.actual.indicator == id if self.actual else self.kept.indicator in names)

    def mentions(self, text: str) -> bool:
        """Whether a text is in what people wrote beside the figure."""
        gone = self.withdrawal
        kept = self.kept
        said = (kept.source, kept.note, kept.by, kept.evidence, kept.confirmed_by)
        beside = (*said, *((gone.by, gone.note) if gone else ()))
        return text.casefold() in "\n".join(beside).casefold()


UNDATED = "undated"
"""What a withdrawal says of a row without a time of recording."""


def withdrawals(rows: list[Kept]) -> tuple[dict[int, Kept], list[Kept]]:
    """Which rows are withdrawn, by number, each with the row that does it; and those that withdraw nothing there is.

    A row is known by what stands in it, not by its place, so that a ledger that was sorted still says the same. Of
    several that are the same in everything each withdrawal takes one.
    """
    open_rows: dict[tuple[str, ...], list[int]] = {}
    for row in rows:
        if not row.withdraws:
            open_rows.setdefault((*row[1:4], row.recorded or UNDATED), []).append(row.number)
    found: dict[int, Kept] = {}
    lost: list[Kept] = []
    for row in rows:
        if row.withdraws:
            same = open_rows.get((*row[1:4], row.withdraws))
            if same is None:
                lost.append(row)
            elif same:
                found[same.pop()] = row
    return found, lost


def stamp(moment: datetime) -> str:
    """A moment as the ledger keeps it, to the millisecond: two acts of one second are two."""
    return moment.isoformat(timespec="milliseconds" if moment.microsecond else "seconds")


def last_act(rows: list[Kept]) -> list[int]:
    """The numbers of the rows that were recorded together last and still stand: one, or those of one file."""
    gone, _ = withdrawals(rows)
    standing = [row for row in rows if not row.withdraws and row.number not in gone]
    if not standing:
        return []
    last = standing[-1]
    together = [row.number for row in standing if last.recorded and row.recorded == last.recorded]
    return together or [last.number]


def entered_row(entered: Entered) -> Row:
    """One row of the ledger for formats that machines read."""
    kept, gone = entered.kept, entered.withdrawal
    row: Row = {
        "number": kept.number,
        "indicator": entered.actual.indicator if entered.actual else kept.indicator,
        "as_of": kept.as_of,
        "figure": kept.figure,
        "source": kept.source or None,
        "note": kept.note or None,
        "recorded": kept.recorded or None,
        "by": kept.by or None,
        **{name: getattr(kept, name) or None for name in ("evidence", "confirmed_by", "confirmed_at")},
        "state": entered.state.value,
        "superseded_by": entered.later,
        "doubt": entered.actual.doubt or None if entered.actual else None,
    }
    return row | {
        "withdrawn_by": gone.by if gone else None,
        "withdrawn_why": gone.note if gone else None,
        "withdrawn_at": gone.recorded if gone else None,
    }
