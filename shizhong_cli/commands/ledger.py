"""The command that keeps what comes in: record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import Data, Lang, folder_of, say, words_of
from shizhong_cli.commands.times import with_year
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.streams import standard_output

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.rendering.wording import Words
    from shizhong_cli.writing.ledger import Entry


def record(
    indicator: Annotated[str | None, Argument("ID")] = None,
    figure: Annotated[str | None, Argument("FIGURE", negative=True)] = None,
    as_of: Annotated[str | None, Option("--as-of", metavar="DATE")] = None,
    unit: Annotated[str | None, Option("--unit", metavar="UNIT")] = None,
    source: Annotated[str | None, Option("--source", metavar="TEXT")] = None,
    note: Annotated[str | None, Option("--note", metavar="TEXT")] = None,
    from_file: Annotated[Path | None, Option("--from", metavar="FILE")] = None,
    actuals: Annotated[Path | None, Option("--actuals", metavar="FILE")] = None,
    confirm: Annotated[bool, Option("--confirm")] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Keep what came in."""
    from shizhong_cli.reading.actuals.ledgers import ledger_path
    from shizhong_cli.reading.pack.catalogue import load_catalogue
    from shizhong_cli.rendering.formats.terminal import write_table
    from shizhong_cli.rendering.pages.ledger import recorded_sheet
    from shizhong_cli.rendering.sentences.names import problem_text
    from shizhong_cli.writing.ledger import record as keep

    words, catalogue = words_of(lang), load_catalogue(folder_of(data))
    ledger = ledger_path(actuals)
    problems: list[Problem] = []
    moment = now()
    as_of = with_year(catalogue, as_of, "--as-of", words) if as_of else as_of
    if from_file is not None:
        _refuse({"ID": indicator, "FIGURE": figure, "--as-of": as_of, "--unit": unit, "--note": note})
        known = _known(catalogue, ledger, problems)
        new = _new_ones(_all_of(catalogue, from_file, words), known, words, confirm)
    else:
        new = [_one(catalogue, indicator, figure, unit, as_of)]
        known = _known(catalogue, ledger, problems)
    if confirm:
        new = [actual._replace(doubt="", confirmed=True) for actual in new]
    if new:
        keep(ledger, [_entry(actual, source, note, moment.isoformat(timespec="seconds")) for actual in new])
    with standard_output() as stream:
        write_table(recorded_sheet(catalogue, new, known, str(ledger), words), stream)
    _warn(catalogue, new, known, moment.date(), words)
    for problem in problems:
        say(problem_text(problem, words))
    _tell_doubts(catalogue, new, words)


def now() -> datetime:
    """The moment that is written beside what is recorded, with its distance from UTC."""
    return datetime.now().astimezone()


def _all_of(catalogue: Catalogue, file: Path, words: Words) -> list[Actual]:
    """The figures of a file, each indicator and day once. Raises ``CannotGoOn``, after saying that nothing was kept."""
    from shizhong_cli.core.progress.actuals import vintages
    from shizhong_cli.reading.actuals.from_file import file_of_doubted_encoding, read_actuals

    actuals: list[Actual] = []
    doubt = file_of_doubted_encoding(file)
    problems = [doubt] if doubt else []
    try:
        actuals = read_actuals(catalogue, file, problems)
    except CannotGoOn as error:
        problems += error.problems
    for vintage in vintages(actuals):
        if (later := vintage.superseded_by) is not None:
            problems.append(Problem(later.place or Place(str(file)), "A012", later.written.text))
    if problems:
        say(words("record.refused"))
        raise CannotGoOn(problems)
    return actuals


def _new_ones(actuals: Sequence[Actual], known: Sequence[Actual], words: Words, confirm: bool) -> list[Actual]:
    """The figures that the ledger does not have as its latest of their day already, or not as confirmed."""
    from shizhong_cli.core.progress.actuals import vintages

    latest = {
        (v.actual.indicator, v.actual.written.text, v.actual.as_of and v.actual.as_of.last)
        for v in vintages(known)
        if v.superseded_by is None and not (confirm and v.actual.doubt)
    }
    new = [a for a in actuals if (a.indicator, a.written.text, a.as_of and a.as_of.last) not in latest]
    if len(new) < len(actuals):
        say(words("record.same", number=len(actuals) - len(new)))
    return new


def _known(catalogue: Catalogue, ledger: Path, problems: list[Problem]) -> list[Actual]:
    """What the ledger holds; nothing where there is none yet, or an empty file. Rows with problems stay as they are."""
    from shizhong_cli.reading.actuals.columns import WORKBOOKS
    from shizhong_cli.reading.actuals.from_file import read_actuals
    from shizhong_cli.reading.actuals.ledgers import is_there

    if ledger.suffix.lower() in WORKBOOKS or not is_there(ledger):
        return []  # the writer says that a workbook is no ledger
    try:
        return read_actuals(catalogue, ledger, problems)
    except CannotGoOn as error:
        if [problem.code for problem in error.problems] == ["Y005"]:
            return []
        raise


def _refuse(given: dict[str, str | None]) -> None:
    """What belongs to one figure says nothing about a file of them."""
    wrong = [name for name, value in given.items() if value is not None]
    if wrong:
        raise CannotGoOn([Problem(Place("--from"), "A016", ", ".join(wrong))])


def _one(
    catalogue: Catalogue, indicator: str | None, figure: str | None, unit: str | None, as_of: str | None
) -> Actual:
    """The figure of the command line. Raises ``CannotGoOn`` with everything that is missing or wrong."""
    from shizhong_cli.reading.actuals.from_words import actual_from_words

    needed = {"ID": indicator, "FIGURE": figure, "--as-of": as_of}
    if missing := [name for name, value in needed.items() if not value]:
        raise CannotGoOn([Problem(Place(name), "K002", expected=name) for name in missing])
    return actual_from_words(catalogue, indicator or "", figure or "", unit or "", as_of or "")


def _entry(actual: Actual, source: str | None, note: str | None, now: str) -> Entry:
    from shizhong_cli.core.progress.doubts import CONFIRMED
    from shizhong_cli.writing.ledger import Entry

    return Entry(
        indicator=actual.indicator,
        as_of=str(actual.as_of),
        figure=actual.written.text.strip(),
        source=actual.source or source or "",
        note=note or actual.note,
        recorded=now,
        doubt=CONFIRMED if actual.confirmed else actual.doubt,
        measure=actual.measure.value if actual.measure else "",
    )


def _warn(catalogue: Catalogue, new: Sequence[Actual], known: Sequence[Actual], today: date, words: Words) -> None:
    """Tell what looks odd beside the calendar and the ledger: a day to come, a sum smaller than before."""
    from shizhong_cli.core.progress.actuals import falls_behind
    from shizhong_cli.rendering.sentences.names import Speech

    speech = Speech(catalogue, words)
    for actual in new:
        name = speech.name_of(actual.indicator)
        if actual.as_of is not None and actual.as_of.last > today:
            say(words("record.ahead", name=name, as_of=actual.as_of))
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
