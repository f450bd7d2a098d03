"""Taking back what was recorded: the row stays, and a row behind it says who withdrew it, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.streams import standard_output

if TYPE_CHECKING:
    from shizhong_cli.commands.keeping import Beside
    from shizhong_cli.core.progress.ledger import Kept
    from shizhong_cli.rendering.wording import Words


def withdraw(
    ledger: Path, numbers: Sequence[int], beside: Beside, moment: datetime, words: Words, named: str = ""
) -> None:
    """Withdraw rows by their numbers, or those recorded last. Raises ``CannotGoOn``, and nothing is withdrawn."""
    from shizhong_cli.core.progress.ledger import UNDATED, stamp
    from shizhong_cli.rendering.formats.terminal import write_table
    from shizhong_cli.rendering.pages.ledger import withdrawn_sheet
    from shizhong_cli.rendering.pages.sheet import with_last_line
    from shizhong_cli.writing.ledger import Entry, record

    by = beside.by or _user()
    why = beside.note or ("" if numbers else words("ledger.undone"))
    missing = {"--by": by, "--note": why}
    if lacking := [name for name, value in missing.items() if not value]:
        raise CannotGoOn([Problem(Place(name), "K002", expected=name) for name in lacking])
    chosen, at = _chosen(ledger, numbers), stamp(moment)
    shared = {"source": "", "note": why, "recorded": at, "by": by}
    record(ledger, [Entry(*row[1:4], **shared, withdraws=row.recorded or UNDATED) for row in chosen])
    with standard_output() as stream:
        sheet = withdrawn_sheet(chosen, by, why, str(ledger), words)
        write_table(with_last_line(sheet, words("next.withdrawn", command=f"shizhong ledger{named}")), stream)


def _chosen(ledger: Path, numbers: Sequence[int]) -> list[Kept]:
    """The rows that are meant, all of which still stand. Raises ``CannotGoOn``."""
    from shizhong_cli.core.progress.ledger import last_act, withdrawals
    from shizhong_cli.reading.actuals.ledger_listing import ledger_table
    from shizhong_cli.reading.actuals.ledger_rows import kept_rows

    rows = kept_rows(*ledger_table(ledger))
    gone, _ = withdrawals(rows)
    standing = {row.number: row for row in rows if row.number not in gone and not row.withdraws}
    wanted = list(dict.fromkeys(numbers)) or last_act(rows)
    if not wanted:
        raise CannotGoOn([Problem(Place("--undo"), "A036", "0")])
    if wrong := [number for number in wanted if number not in standing]:
        raise CannotGoOn([Problem(Place("--void"), "A036", str(number)) for number in wrong])
    return [standing[number] for number in wanted]


def _user() -> str:
    """The name that the system knows the user by; nothing where it knows none."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
