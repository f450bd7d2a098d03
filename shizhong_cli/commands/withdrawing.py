"""Taking back what was recorded: the row stays, and a row behind it says who withdrew it, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.talking import write_page
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.streams import standard_output

if TYPE_CHECKING:
    from shizhong_cli.commands.beside import Beside
    from shizhong_cli.core.progress.ledger import Kept
    from shizhong_cli.rendering.wording import Words


def withdraw(
    ledger: Path, numbers: Sequence[int], beside: Beside, moment: datetime, words: Words, named: str = ""
) -> None:
    """Withdraw rows by their numbers, or those recorded last. Raises ``CannotGoOn``, and nothing is withdrawn."""
    from shizhong_cli.core.progress.ledger import UNDATED, stamp
    from shizhong_cli.rendering.pages.ledger import withdrawn_sheet
    from shizhong_cli.writing.ledger import Entry, record

    chosen, at = _chosen(ledger, numbers), stamp(moment)
    by = beside.by or _user()
    why = beside.note or ("" if numbers else words("ledger.undone"))
    missing = {"--by": by, "--note": why}
    if lacking := [name for name, value in missing.items() if not value]:
        rows = " ".join(f"--void {number}" for number in numbers) or "--undo"
        example = f"shizhong record {rows} {words('record.void.example')}"
        raise CannotGoOn([Problem(Place(name), "A051", name, example) for name in lacking])
    shared = {"source": "", "note": why, "recorded": at, "by": by}
    record(ledger, [Entry(*row[1:4], **shared, withdraws=row.recorded or UNDATED) for row in chosen])
    with standard_output() as stream:
        sheet = withdrawn_sheet(chosen, by, why, str(ledger), words)
        write_page(sheet, words("next.withdrawn", command=f"shizhong ledger{named}"), stream)


def _chosen(ledger: Path, numbers: Sequence[int]) -> list[Kept]:
    """The rows that are meant, all of which still stand. Raises ``CannotGoOn``."""
    from shizhong_cli.core.progress.ledger import last_act, withdrawals
    from shizhong_cli.reading.actuals.ledger_listing import ledger_table
    from shizhong_cli.reading.actuals.ledger_rows import kept_rows
    from shizhong_cli.reading.actuals.ledgers import is_there

    if not is_there(ledger):
        raise CannotGoOn([Problem(Place(str(ledger)), "A044")])
    rows = kept_rows(*ledger_table(ledger))
    gone, _ = withdrawals(rows)
    standing = {row.number: row for row in rows if row.number not in gone and not row.withdraws}
    wanted = list(dict.fromkeys(numbers)) or last_act(rows)
    if not standing:
        raise CannotGoOn([Problem(Place("--void" if numbers else "--undo"), "A044")])
    if wrong := [number for number in wanted if number not in standing]:
        rows_there_are = _runs(sorted(standing))
        raise CannotGoOn([Problem(Place("--void"), "A036", str(number), rows_there_are) for number in wrong])
    return [standing[number] for number in wanted]


def _runs(numbers: Sequence[int]) -> str:
    """Numbers in their order, those that follow each other as one: 1–3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _user() -> str:
    """The name that the system knows the user by; nothing where it knows none."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
