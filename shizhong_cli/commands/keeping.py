"""What is done with figures that are to be kept, wherever they come from: written, shown, and what looks odd told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.talking import say, write_page
from shizhong_cli.problems import CannotGoOn, Problem
from shizhong_cli.streams import standard_output

if TYPE_CHECKING:
    from shizhong_cli.commands.beside import Beside
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.rendering.wording import Words
    from shizhong_cli.writing.ledger import Entry


def keep_and_tell(
    catalogue: Catalogue,
    ledger: Path,
    new: Sequence[Actual],
    known: Sequence[Actual],
    problems: Sequence[Problem],
    beside: Beside,
    moment: datetime,
    words: Words,
    following: str = "",
) -> None:
    """Add figures to the ledger, and tell what they take the place of, where their targets stand, and what is next."""
    from shizhong_cli.core.progress.actuals import said_again
    from shizhong_cli.core.progress.ledger import stamp
    from shizhong_cli.rendering.pages.ledger import recorded_sheet
    from shizhong_cli.rendering.sentences.names import problem_text
    from shizhong_cli.writing.ledger import record as keep

    if beside.confirm:
        new = [actual._replace(doubt="", confirmed=True) for actual in new]
    missing: list[str] = []
    if new:
        at = stamp(moment)
        said = [said_again(_beside(actual, beside, at), known) for actual in new]
        keep(ledger, [_entry(actual, beside.by or "", at)._replace(report=catalogue.title) for actual in said])
        missing = _missing_evidence(said, beside.evidence, ledger)
    with standard_output() as stream:
        sheet = recorded_sheet(catalogue, new, known, str(ledger), words)
        write_page(sheet, following if new else "", stream)
    _warn(catalogue, new, known, words)
    for evidence in missing:
        say(words("record.no_evidence", evidence=evidence))
    for problem in problems:
        say(problem_text(problem, words))
    _tell_doubts(catalogue, new, words)


def known_in(catalogue: Catalogue, ledger: Path, today: date, problems: list[Problem]) -> list[Actual]:
    """What the ledger holds; nothing where there is none yet, or an empty file. Rows with problems stay as they are."""
    from shizhong_cli.reading.actuals.ahead import come_in
    from shizhong_cli.reading.actuals.columns import WORKBOOKS
    from shizhong_cli.reading.actuals.from_file import read_actuals
    from shizhong_cli.reading.actuals.ledgers import is_there

    if ledger.suffix.lower() in WORKBOOKS or not is_there(ledger):
        return []  # the writer says that a workbook is no ledger
    try:
        return come_in(read_actuals(catalogue, ledger, problems), today, problems)
    except CannotGoOn as error:
        if [problem.code for problem in error.problems] == ["Y005"]:
            return []
        raise


def _beside(actual: Actual, beside: Beside, now: str) -> Actual:
    """The figure with what is said beside all of them, where its own row says nothing of it."""
    stands = (actual.confirmed_by, actual.confirmed_at)
    if beside.confirmed_by and not actual.confirmed_by:
        stands = (beside.confirmed_by, now)
    return actual._replace(
        source=actual.source or beside.source or "",
        note=beside.note or actual.note,
        evidence=actual.evidence or beside.evidence or "",
        confirmed_by=stands[0],
        confirmed_at=stands[1],
    )


def _missing_evidence(actuals: Sequence[Actual], given: str | None, ledger: Path) -> list[str]:
    """What is named as a file that bears a figure out and is none, here or beside the ledger; a link is taken as it is.

    In the column of a file what has no suffix and no folder may be words: the number of a letter.
    """
    from shizhong_cli.reading.actuals.ledgers import is_there

    named = dict.fromkeys(actual.evidence for actual in actuals if actual.evidence and "://" not in actual.evidence)
    files = [name for name in named if name == given or Path(name).suffix or len(Path(name).parts) > 1]
    return [name for name in files if not (is_there(Path(name)) or is_there(ledger.parent / name))]


def _entry(actual: Actual, by: str, now: str) -> Entry:
    from shizhong_cli.core.progress.doubts import CONFIRMED
    from shizhong_cli.writing.ledger import Entry

    return Entry(
        indicator=actual.indicator,
        as_of=str(actual.as_of),
        figure=actual.written.text.strip(),
        source=actual.source,
        note=actual.note,
        recorded=now,
        doubt=CONFIRMED if actual.confirmed else actual.doubt,
        measure=actual.measure.value if actual.measure else "",
        by=by,
        evidence=actual.evidence,
        confirmed_by=actual.confirmed_by,
        confirmed_at=actual.confirmed_at,
    )


def _warn(catalogue: Catalogue, new: Sequence[Actual], known: Sequence[Actual], words: Words) -> None:
    """Tell what looks odd beside the ledger: a sum smaller than before."""
    from shizhong_cli.core.progress.actuals import falls_behind
    from shizhong_cli.rendering.sentences.names import Speech

    speech = Speech(catalogue, words)
    for actual in new:
        name = speech.name_of(actual.indicator)
        if (earlier := falls_behind(catalogue, actual, [*known, *new])) is not None:
            this = {"figure": actual.written.text, "as_of": actual.as_of}
            that = {"earlier": earlier.written.text, "earlier_as_of": earlier.as_of}
            say(words("record.lower", name=name, **this, **that))


def _tell_doubts(catalogue: Catalogue, new: Sequence[Actual], words: Words) -> None:
    """Tell what may be a slip, each with its cell where it came out of a file, and how to confirm it."""
    from shizhong_cli.rendering.sentences.names import Speech

    speech = Speech(catalogue, words)
    doubted = [actual for actual in new if actual.doubt]
    for actual in doubted:
        say(speech.doubt(actual, with_cell=True))
    if doubted:
        say(words("doubt.confirm"))
