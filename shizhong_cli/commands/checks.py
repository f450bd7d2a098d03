"""The command about checks: verify-baselines."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.shared import (
    CANNOT,
    FINDINGS,
    Data,
    Format,
    Lang,
    Output,
    Result,
    folder_of,
    leave,
    name_in_repository,
    say,
    typed,
    words_of,
    write,
    write_text,
)
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.rendering.wording import Words

if TYPE_CHECKING:
    from shizhong_cli.core.checking.check import Check, Outcome
    from shizhong_cli.core.checking.verify import Report
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.rendering.pages.sheet import Sheet


class VerifyFormat(StrEnum):
    """A format of verify-baselines."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    HTML = "html"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


def verify_baselines(
    indicator: Annotated[list[str] | None, Option("--indicator", "-i", metavar="ID")] = None,
    kind: Annotated[list[Kind] | None, Option("--kind")] = None,
    verdict: Annotated[list[Verdict] | None, Option("--verdict")] = None,
    explain_check: Annotated[list[str] | None, Option("--explain", metavar="CHECK")] = None,
    all: Annotated[bool, Option("--all")] = False,
    unchecked: Annotated[bool, Option("--unchecked")] = False,
    strict: Annotated[bool, Option("--strict")] = False,
    summary: Annotated[Path | None, Option("--summary", metavar="FILE")] = None,
    data: Data = None,
    format: Annotated[VerifyFormat | None, Option("--format")] = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Check whether the figures agree."""
    from shizhong_cli.core.checking.verify import Selection, verify
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.reading.pack.checks import find_checks
    from shizhong_cli.rendering.formats.verification import report_content, report_rows, report_sheet

    run = _Run(words_of(lang), folder_of(data), format or _format_of(output, bool(explain_check)), output)
    catalogue, declared = _load(run)
    ids = find_indicators(catalogue, indicator or (), "--indicator")
    report = verify(catalogue, declared, Selection(frozenset(ids), frozenset(kind or ()), frozenset(verdict or ())))
    explained = _each_once(find_checks(report, explain_check or (), "--explain"))
    if not report.judged:
        say(run.words("verify.nothing"), is_error=True)
        leave(CANNOT)
    page = partial(report_sheet, catalogue, report, run.words, unchecked, all or bool(verdict))
    if run.format in _FOR_MACHINES:
        _annotate(run, catalogue, report, strict)
    else:
        content, rows = report_content(catalogue, report, run.words), report_rows(catalogue, report, run.words)
        result = Result(content, rows, partial(page, explained), _following(run.words, report, data, bool(explained)))
        write(run.words, Format(run.format) if run.format else None, output, result)
    if summary is not None:
        _summarize(summary, page([]))
    if _fails(report, strict):
        leave(FINDINGS)


def _fails(report: Report, strict: bool) -> bool:
    """Whether there is something to put right; with ``strict`` a question is as well."""
    return bool(report.findings or (strict and report.open_questions))


class _Run(NamedTuple):
    """How a run is to be told."""

    words: Words
    folder: Path
    format: VerifyFormat | None
    output: Path | None


def _load(run: _Run) -> tuple[Catalogue, list[Check]]:
    """The data; what keeps them from being read is told in the format of the run as well. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.pack.checks import load_checked

    try:
        return load_checked(run.folder)
    except CannotGoOn as error:
        if run.format in _FOR_MACHINES:
            from shizhong_cli.rendering.formats.verification import write_problems

            where, problems = partial(name_in_repository, run.folder), error.problems
            write_text(run.output, lambda stream: write_problems(problems, run.words, str(run.format), where, stream))
        raise


def _annotate(run: _Run, catalogue: Catalogue, report: Report, strict: bool) -> None:
    from shizhong_cli.rendering.formats.verification import write_annotations

    where = partial(name_in_repository, run.folder)
    told = partial(write_annotations, catalogue, report, run.words, str(run.format), strict, where)
    write_text(run.output, told)


def _summarize(file: Path, page: Sheet) -> None:
    from shizhong_cli.rendering.formats.text import write_markdown

    write_text(file, partial(write_markdown, page))


def _following(words: Words, report: Report, data: Path | None, is_explained: bool) -> str:
    """What to type next: a check worked out, a finding before one that holds; after that the figures themselves."""
    told = [*report.findings, *(o for o in report.outcomes if o.caught), *report.outcomes]
    if not told:
        return words("next.coverage.complete", verify=typed("verify-baselines", data))
    if is_explained:
        subject = next(iter(told[0].check.figures.values())).indicator
        return words("next.figure", command=typed(f"show {subject}", data))
    return words("next.verify", command=typed(f"verify-baselines --explain {told[0].check.id}", data))


def _each_once(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Without repetition: a word may name a check and the indicator that it is about."""
    return list({(outcome.check.id, outcome.check.place): outcome for outcome in outcomes}.values())


def _format_of(output: Path | None, explained: bool) -> VerifyFormat | None:
    """The format when none is asked for: that of the file's name, which others know, or annotations on GitHub."""
    if output is not None:
        return _SUFFIXES.get(output.suffix.lower())
    on_runner = os.environ.get("GITHUB_ACTIONS") == "true" and not explained
    return VerifyFormat.GITHUB if on_runner else None


_FOR_MACHINES = (VerifyFormat.GITHUB, VerifyFormat.SARIF, VerifyFormat.JUNIT)
_SUFFIXES = {".sarif": VerifyFormat.SARIF, ".xml": VerifyFormat.JUNIT}
