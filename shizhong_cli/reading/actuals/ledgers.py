"""Where actuals come from: the files that are named, the ledger, the words of the command line.

The reader of files is imported only where there is one to read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import Actual, known_by
from shizhong_cli.core.progress.ahead import is_to_come
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals.ahead import come_in
from shizhong_cli.reading.actuals.columns import OF_ANOTHER_REPORT
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.reading.actuals.twice import said_once
from shizhong_cli.reading.dates import read_day
from shizhong_cli.tuples import NamedTuple

LEDGER = "actuals.csv"


class Kept(NamedTuple):
    """What files of actuals hold."""

    actuals: tuple[Actual, ...]
    left_out: tuple[Problem, ...] = ()  # why rows were not taken, where that was allowed
    later: tuple[date, ...] = ()  # the days of those that are after the one asked about


def ledger_path(given: Path | None = None) -> Path:
    """The ledger: the one given, else SHIZHONG_ACTUALS, else ``actuals.csv`` in the working folder."""
    return given or Path(os.environ.get("SHIZHONG_ACTUALS") or LEDGER)


def ledger_of(folder: Path) -> Path:
    """The ledger of a pack that is given by its place: in its own folder."""
    return folder / LEDGER


def is_there(path: Path) -> bool:
    """Whether there is something under a name; what hinders looking is for the reader to say."""
    try:
        return path.exists()
    except OSError:
        return True


def missing_ledger() -> Path | None:
    """The ledger that SHIZHONG_ACTUALS names, when it is not there."""
    ledger = ledger_path()
    return ledger if os.environ.get("SHIZHONG_ACTUALS") and not is_there(ledger) else None


def collect_actuals(
    catalogue: Catalogue,
    indicators: Sequence[str],
    words: Sequence[str],
    files: Sequence[Path],
    as_of: str | None,
    today: date,
    skip_bad: bool = False,
    ledger: Path | None = None,
) -> Kept:
    """Actuals of the files, or else of the ledger where there is one, then those given as words, which count first.

    With ``as_of`` only what stands for a day up to it. Raises ``CannotGoOn`` with every problem; with ``skip_bad`` rows
    with problems are left out instead.
    """
    ledger = ledger_path(ledger)
    named = files or ([ledger] if is_there(ledger) else [])
    kept, given, left_out = read_all(catalogue, indicators, words, named, as_of, today, skip_bad)
    later: list[date] = []
    if as_of and (period := read_day(as_of, Place("--as-of"), [])):
        later = [actual.as_of.last for actual in kept if actual.as_of and actual.as_of.last > period.last]
        kept = known_by(kept, period.last)
    return Kept((*kept, *given), tuple(sorted(left_out)), tuple(later))


def read_all(
    catalogue: Catalogue,
    indicators: Sequence[str],
    words: Sequence[str],
    files: Iterable[Path],
    as_of: str | None,
    today: date,
    skip_bad: bool = False,
) -> tuple[list[Actual], list[Actual], list[Problem]]:
    """Everything in the files, what is given as words for the day, and with ``skip_bad`` why rows were left out.

    What files say of a time that is not over ``today`` is a problem; what is given for such a day is marked.

    Raises ``CannotGoOn`` with every problem of both.
    """
    problems: list[Problem] = []
    kept: list[Actual] = []
    left_out: list[Problem] = []
    for path in files:
        own: list[Problem] = []
        try:
            from shizhong_cli.reading.actuals.from_file import read_actuals

            kept += come_in(read_actuals(catalogue, path, own), today, own)
        except CannotGoOn as error:
            is_passed_over = skip_bad and all(problem.code in OF_ANOTHER_REPORT for problem in error.problems)
            (left_out if is_passed_over else problems).extend(error.problems)
        (left_out if skip_bad else problems).extend(own)
    kept = said_once(kept, left_out if skip_bad else problems)
    try:
        given = marked(actuals_from_words(catalogue, indicators, words, as_of), today)
    except CannotGoOn as error:
        problems += error.problems
    if problems:
        raise CannotGoOn(problems)
    return kept, given, left_out


def marked(actuals: Iterable[Actual], today: date) -> list[Actual]:
    """The figures with a mark on those of a day that is still to come."""
    return [actual._replace(to_come=True) if is_to_come(actual.as_of, today) else actual for actual in actuals]
