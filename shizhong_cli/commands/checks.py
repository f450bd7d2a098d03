"""The command about checks: verify-baselines."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, NamedTuple

import typer

from shizhong_cli.causes import Cause
from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import (
    CANNOT,
    FINDINGS,
    Data,
    Format,
    Lang,
    Later,
    Output,
    Result,
    folder_of,
    say,
    words_of,
    write,
    write_text,
)
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.pages.help import Mistake
from shizhong_cli.rendering.wording import Words

if TYPE_CHECKING:
    from shizhong_cli.commands.many import Judged
    from shizhong_cli.core.checking.check import Outcome
    from shizhong_cli.core.checking.tally import Tally
    from shizhong_cli.core.checking.verify import Report, Selection
    from shizhong_cli.core.pack.model import Catalogue


class VerifyFormat(StrEnum):
    """A format of verify-baselines."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


class Wanted(NamedTuple):
    """What of the checks is wanted."""

    indicator: Annotated[list[str] | None, Option("--indicator", "-i", metavar="ID")] = None
    kind: Annotated[list[Kind] | None, Option("--kind")] = None
    verdict: Annotated[list[Verdict] | None, Option("--verdict")] = None
    explain_check: Annotated[list[str] | None, Option("--explain", metavar="CHECK")] = None
    all: Annotated[bool, Option("--all")] = False
    unchecked: Annotated[bool, Option("--unchecked")] = False
    strict: Annotated[bool, Option("--strict")] = False

    def selection(self, indicators: Iterable[str]) -> Selection:
        """The same as conditions."""
        from shizhong_cli.core.checking.verify import Selection

        return Selection(frozenset(indicators), frozenset(self.kind or ()), frozenset(self.verdict or ()))

    @property
    def of_one_pack(self) -> list[str]:
        """What is given that is about one pack."""
        given = {
            "--explain": self.explain_check,
            "--all": self.all,
            "--unchecked": self.unchecked,
            "--indicator": self.indicator,
        }
        return [name for name, value in given.items() if value]


class Way(NamedTuple):
    """How the answer is to be told, and where."""

    format: VerifyFormat | None
    output: Path | None
    words: Words


def verify_baselines(
    wanted: Wanted,
    folders: Annotated[list[str] | None, Argument("DIR…")] = None,
    data: Data = None,
    format: Annotated[VerifyFormat | None, Option("--format")] = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Check whether the figures agree."""
    way = Way(format, output, words_of(lang))
    packs = _packs(folders, data) if folders else []
    if packs in ([], folders) and len(packs) < 2:
        _verify_one(Path(packs[0]) if packs else data, wanted, way)
    else:
        _verify_many(packs, wanted, way)


def _verify_one(data: Path | None, wanted: Wanted, way: Way) -> None:
    """Judge one pack and tell it in full."""
    from shizhong_cli.core.checking.verify import verify
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.reading.pack.checks import find_checks, load_checked

    words = way.words
    catalogue, declared = load_checked(folder_of(data))
    ids = find_indicators(catalogue, wanted.indicator or (), "--indicator")
    chosen = way.format or _format_of(way.output, bool(wanted.explain_check))
    shows_all = bool(wanted.explain_check) or way.output is not None or chosen not in _PAGES
    report = verify(catalogue, declared, wanted.selection(ids), shows_all)
    explained = _each_once(find_checks(report, wanted.explain_check or (), "--explain"))
    if not report.judged:
        say(words("verify.nothing"))
        raise typer.Exit(CANNOT)
    _tell(catalogue, report, wanted, way._replace(format=chosen), explained)
    if report.findings or (wanted.strict and report.open_questions):
        raise typer.Exit(FINDINGS)


def _tell(catalogue: Catalogue, report: Report, wanted: Wanted, way: Way, explained: list[Outcome]) -> None:
    """Hand a report to the renderer of its format."""
    from shizhong_cli.rendering.formats.verification import report_content, report_rows, report_sheet, write_annotations

    chosen, output, words = way
    if chosen is not None and chosen in _FOR_MACHINES:
        write_text(output, lambda stream: write_annotations(catalogue, report, words, chosen, wanted.strict, stream))
        return
    show_all = wanted.all or bool(wanted.verdict)
    result = Later(
        lambda: report_content(catalogue, report, words),
        lambda: report_rows(catalogue, report, words),
        lambda: report_sheet(catalogue, report, words, wanted.unchecked, show_all, explained),
    )
    write(words, Format(chosen) if chosen else None, output, result)


def _packs(folders: list[str], data: Path | None) -> list[str]:
    """The packs that are meant; ``--data`` beside them would be one too many. Raises ``CannotTell``."""
    from shizhong_cli.reading.pack.folders import pack_folders

    if data is not None:
        _refuse("--data")
    packs = pack_folders(folders)
    if not packs:
        raise CannotGoOn([Problem(Place(folders[0]), "Y001", Cause.NOT_FOUND)])
    return packs


def _refuse(given: str) -> None:
    """An option that is about one pack. Raises ``CannotTell``."""
    raise CannotTell(Mistake("usage.one_pack", "shizhong verify-baselines", given))


def _verify_many(packs: list[str], wanted: Wanted, way: Way) -> None:
    """Judge many packs: as lines of JSON as they come, or one line each at the end."""
    from shizhong_cli.commands.many import Question, judge_packs
    from shizhong_cli.rendering.formats.progress import with_progress

    for given in wanted.of_one_pack:
        _refuse(given)
    if way.format in _FOR_MACHINES:
        _refuse(f"--format {way.format}")
    chosen = way.format or _format_of(way.output, True)
    as_lines = chosen is VerifyFormat.JSON or (chosen is None and str(way.output).endswith(".json"))
    judged = judge_packs(packs, Question(wanted.selection(()), way.words.language, as_lines))
    shown = with_progress(judged, len(packs))
    tallies = _as_lines(shown, way.output) if as_lines else _as_page(shown, way._replace(format=chosen))
    if any(one.is_finding or (wanted.strict and one.questions) for one in tallies):
        raise typer.Exit(FINDINGS)


def _as_lines(judged: Iterable[Judged], output: Path | None) -> list[Tally]:
    """Write one object a pack, each as soon as it is there."""
    tallies = []

    def fill(stream: IO[str]) -> None:
        for one in judged:
            tallies.append(one.tally)
            stream.write(one.line)
            stream.flush()

    write_text(output, fill)
    return tallies


def _as_page(judged: Iterable[Judged], way: Way) -> list[Tally]:
    """Write one line a pack, worst first, when all are there."""
    from shizhong_cli.core.checking.tally import tally_row, worst_first
    from shizhong_cli.rendering.pages.many import many_sheet

    tallies = worst_first(one.tally for one in judged)
    rows = [tally_row(one) for one in tallies]
    result = Result({"packs": rows}, rows, lambda: many_sheet(tallies, way.words))
    write(way.words, Format(way.format) if way.format else None, way.output, result)
    return tallies


def _each_once(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Without repetition: a word may name a check and the indicator that it is about."""
    return list({(outcome.check.id, outcome.check.place): outcome for outcome in outcomes}.values())


def _format_of(output: Path | None, explained: bool) -> VerifyFormat | None:
    """The format when none is asked for: that of the file's name, which others know, or annotations on GitHub."""
    if output is not None:
        return _SUFFIXES.get(output.suffix.lower())
    on_runner = os.environ.get("GITHUB_ACTIONS") == "true" and not explained
    return VerifyFormat.GITHUB if on_runner else None


_PAGES = (None, VerifyFormat.TABLE, VerifyFormat.MARKDOWN)
_FOR_MACHINES = (VerifyFormat.GITHUB, VerifyFormat.SARIF, VerifyFormat.JUNIT)
_SUFFIXES = {".sarif": VerifyFormat.SARIF, ".xml": VerifyFormat.JUNIT}
