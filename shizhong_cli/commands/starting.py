"""What the commands about targets start from: the two files, what came in since, and what is assumed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.shared import leave_undone
from shizhong_cli.commands.talking import say
from shizhong_cli.commands.times import tell_of_the_future, with_year, year_of
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import clock
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.reading.actuals.ledgers import Kept

ActualsFiles = Annotated[list[Path] | None, Option("--actuals", metavar="FILE")]
SkipBad = Annotated[bool, Option("--skip-bad")]
Rates = Annotated[list[str] | None, Option("--rate", metavar="1美元=7.1元@DATE")]
FailOn = Annotated[list[str] | None, Option("--fail-on", metavar="STATUS,…")]


class Given(NamedTuple):
    """The options that say what came in."""

    actual: Annotated[list[str] | None, Option("--actual", metavar="[ID=]FIGURE")] = None
    actuals: ActualsFiles = None
    as_of: Annotated[str | None, Option("--as-of", metavar="DATE")] = None
    results: Annotated[Path | None, Option("--results", metavar="DIR")] = None


class Taken(NamedTuple):
    """The options that say how it is taken: without bad rows, and with what is assumed or looked up."""

    skip_bad: SkipBad = False
    profile: Annotated[list[str] | None, Option("--profile", metavar="[ID=]Q1,Q2,Q3,Q4")] = None
    rate: Rates = None


class Evidence(NamedTuple):
    """What is known: the catalogue with what was assumed for this run, and the actuals."""

    catalogue: Catalogue
    actuals: tuple[Actual, ...]


def gather(
    catalogue: Catalogue,
    given: Given,
    taken: Taken,
    words: Words,
    indicators: Sequence[str] = (),
    handed_on: bool = False,
    ledger: Path | None = None,
) -> Evidence:
    """Read what the options name, or the ledger; rows that ``--skip-bad`` leaves out are told on stderr.

    A bad row of the ledger, which no option names, does not hinder the rest: it is told, and the run ends with the exit
    code for what could not be done. It does for what is ``handed_on`` as a file, which cannot say so. Raises
    ``CannotGoOn``.
    """
    from shizhong_cli.reading.actuals.ledgers import collect_actuals

    problems: list[Problem] = []
    as_of = with_year(catalogue, given.as_of, "--as-of", words) if given.as_of else given.as_of
    try:
        catalogue = _assumed(catalogue, taken, indicators)
    except CannotGoOn as error:
        problems += error.problems
    try:
        without_bad = taken.skip_bad or not (given.actuals or handed_on)
        kept = collect_actuals(
            catalogue, indicators, given.actual or (), given.actuals or (), as_of, clock.today(), without_bad, ledger
        )
    except CannotGoOn as error:
        problems += error.problems
    try:
        told = _results(catalogue, given.results, as_of)
    except CannotGoOn as error:
        problems += error.problems
    if problems:
        raise CannotGoOn(problems)
    if kept.left_out:
        _tell(kept.left_out, words, taken.skip_bad)
    if given.results is not None and not told:
        say(words("results.none", folder=given.results))
    tell_of_the_future(year_of(catalogue), given.as_of, words)
    _tell_later(kept, words)
    _tell_missing(given, ledger, words)
    return Evidence(catalogue, (*told, *kept.actuals))


def _tell_later(kept: Kept, words: Words) -> None:
    """That all that came in is of days after the one asked about."""
    if kept.later and not kept.actuals:
        say(words("ledger.all_later", count=len(kept.later), first=min(kept.later)))


def _tell_missing(given: Given, own: Path | None, words: Words) -> None:
    """That the ledger which was named is not there, where it would have been read."""
    from shizhong_cli.reading.actuals.ledgers import missing_ledger

    if not given.actuals and own is None and (ledger := missing_ledger()) is not None:
        say(words("ledger.missing", ledger=ledger))


def _results(catalogue: Catalogue, folder: Path | None, as_of: str | None) -> list[Actual]:
    """What another report prints of the targets; up to the day that is asked about. Raises ``CannotGoOn``."""
    if folder is None:
        return []
    from shizhong_cli.core.progress.actuals import known_by
    from shizhong_cli.core.progress.settling.promises import results_of, settle
    from shizhong_cli.reading.actuals.ledgers import marked
    from shizhong_cli.reading.dates import read_day
    from shizhong_cli.reading.pack.catalogue import load_catalogue

    told = marked(results_of(settle(catalogue, load_catalogue(folder))), clock.today())
    period = read_day(as_of, Place("--as-of"), []) if as_of else None  # what is wrong with it is told by the others
    return known_by(told, period.last) if period else told


def _assumed(catalogue: Catalogue, taken: Taken, indicators: Sequence[str]) -> Catalogue:
    """The catalogue with the profiles and rates of this run. Raises ``CannotGoOn``."""
    if not taken.profile and not taken.rate:
        return catalogue
    from shizhong_cli.reading.assumptions import with_assumptions

    return with_assumptions(catalogue, indicators, taken.profile or (), taken.rate or ())


def _tell(left_out: Sequence[Problem], words: Words, allowed: bool) -> None:
    """Why rows were left out, and how many; where that was not ``allowed`` it is left undone."""
    from shizhong_cli.reading.actuals.columns import OF_ANOTHER_REPORT, OF_HEADINGS
    from shizhong_cli.rendering.sentences.names import problem_text

    for problem in left_out:
        say(problem_text(problem, words), is_error=not allowed)
    other = [problem.place.file for problem in left_out if problem.code in OF_ANOTHER_REPORT]
    rows = {(p.place.file, p.place.line) for p in left_out if p.code not in (*OF_HEADINGS, *OF_ANOTHER_REPORT)}
    if other and not allowed:
        leave_undone(words("ledger.not_taken.other", ledger=other[0]))
    elif not allowed:
        key = "ledger.not_taken" if rows else "ledger.not_taken.headings"
        leave_undone(words(key, ledger=left_out[0].place.file, number=len(rows)))
    elif rows:
        say(words("skipped", number=len(rows)))
