"""The command about checks: verify-baselines."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

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
    from shizhong_cli.core.checking.check import Outcome
    from shizhong_cli.core.checking.tally import Tally


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


def verify_baselines(
    folders: Annotated[list[str] | None, Argument("DIR…")] = None,
    indicator: Annotated[list[str] | None, Option("--indicator", "-i", metavar="ID")] = None,
    kind: Annotated[list[Kind] | None, Option("--kind")] = None,
    verdict: Annotated[list[Verdict] | None, Option("--verdict")] = None,
    explain_check: Annotated[list[str] | None, Option("--explain", metavar="CHECK")] = None,
    all: Annotated[bool, Option("--all")] = False,
    unchecked: Annotated[bool, Option("--unchecked")] = False,
    strict: Annotated[bool, Option("--strict")] = False,
    data: Data = None,
    format: Annotated[VerifyFormat | None, Option("--format")] = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Check whether the figures agree."""
    if folders:
        packs = _packs(folders, data)
        if len(packs) != 1 or packs != folders:
            given = {"--explain": explain_check, "--all": all, "--unchecked": unchecked, "--indicator": indicator}
            _refuse([name for name, value in given.items() if value], format)
            conditions = frozenset(kind or ()), frozenset(verdict or ())
            _verify_many(packs, conditions, format, output, words_of(lang), strict)
            return
        data = Path(packs[0])
    from shizhong_cli.core.checking.verify import Selection, verify
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.reading.pack.checks import find_checks, load_checked
    from shizhong_cli.rendering.formats.verification import report_content, report_rows, report_sheet, write_annotations

    words = words_of(lang)
    catalogue, declared = load_checked(folder_of(data))
    ids = find_indicators(catalogue, indicator or (), "--indicator")
    chosen = format or _format_of(output, bool(explain_check))
    selection = Selection(frozenset(ids), frozenset(kind or ()), frozenset(verdict or ()))
    shows_all = bool(explain_check) or output is not None or chosen not in _PAGES
    report = verify(catalogue, declared, selection, shows_all)
    explained = _each_once(find_checks(report, explain_check or (), "--explain"))
    if not report.judged:
        say(words("verify.nothing"))
        raise typer.Exit(CANNOT)
    if chosen in _FOR_MACHINES:
        write_text(output, lambda stream: write_annotations(catalogue, report, words, chosen, strict, stream))
    else:
        show_all = all or bool(verdict)
        result = Later(
            lambda: report_content(catalogue, report, words),
            lambda: report_rows(catalogue, report, words),
            lambda: report_sheet(catalogue, report, words, unchecked, show_all, explained),
        )
        write(words, Format(chosen) if chosen else None, output, result)
    if report.findings or (strict and report.open_questions):
        raise typer.Exit(FINDINGS)


def _packs(folders: list[str], data: Path | None) -> list[str]:
    """The packs that are meant; ``--data`` beside them would be one too many. Raises ``CannotTell``."""
    from shizhong_cli.reading.pack.folders import pack_folders

    if data is not None:
        _refuse(["--data"], None)
    packs = pack_folders(folders)
    if not packs:
        raise CannotGoOn([Problem(Place(folders[0]), "Y001", Cause.NOT_FOUND)])
    return packs


def _refuse(given: list[str], format: VerifyFormat | None) -> None:
    """Options that are about one pack. Raises ``CannotTell``."""
    if format in _FOR_MACHINES:
        given = [*given, f"--format {format}"]
    if given:
        raise CannotTell(Mistake("usage.one_pack", "shizhong verify-baselines", given[0]))


def _verify_many(
    packs: list[str], selection: tuple[frozenset[str], frozenset[str]], format: VerifyFormat | None,
    output: Path | None, words: Words, strict: bool,
) -> None:  # fmt: skip
    """Judge many packs: as lines of JSON as they come, or one line each at the end."""
    from shizhong_cli.commands.many import Wanted, judge_packs
    from shizhong_cli.core.checking.tally import tally_row, worst_first
    from shizhong_cli.core.checking.verify import Selection
    from shizhong_cli.rendering.formats.progress import with_progress
    from shizhong_cli.rendering.pages.many import many_sheet

    chosen = format or _format_of(output, True)
    as_lines = chosen is VerifyFormat.JSON or (chosen is None and output is not None and output.suffix == ".json")
    wanted = Wanted(Selection(frozenset(), *selection), words.language, as_lines)
    judged = with_progress(judge_packs(packs, wanted), len(packs))
    tallies: list[Tally] = []

    def fill(stream: IO[str]) -> None:
        for one in judged:
            tallies.append(one.tally)
            stream.write(one.line)
            stream.flush()

    if as_lines:
        write_text(output, fill)
    else:
        tallies += [one.tally for one in judged]
        rows = [tally_row(one) for one in worst_first(tallies)]
        result = Result({"packs": rows}, rows, lambda: many_sheet(tallies, words))
        write(words, Format(chosen) if chosen else None, output, result)
    if any(one.is_finding or (strict and one.questions) for one in tallies):
        raise typer.Exit(FINDINGS)


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
