"""The command about checks: verify-baselines."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    say,
    words_of,
    write,
    write_text,
)
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.pack.terms import Kind

if TYPE_CHECKING:
    from shizhong_cli.core.checking.check import Outcome


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
    from shizhong_cli.core.checking.verify import Selection, verify
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.reading.pack.checks import find_checks, load_checked
    from shizhong_cli.rendering.formats.verification import report_content, report_rows, report_sheet, write_annotations

    words = words_of(lang)
    catalogue, declared = load_checked(folder_of(data))
    ids = find_indicators(catalogue, indicator or (), "--indicator")
    report = verify(catalogue, declared, Selection(frozenset(ids), frozenset(kind or ()), frozenset(verdict or ())))
    explained = _each_once(find_checks(report, explain_check or (), "--explain"))
    if not report.judged:
        say(words("verify.nothing"), is_error=True)
        leave(CANNOT)
    chosen = format or _format_of(output, bool(explained))
    if chosen in _FOR_MACHINES:
        write_text(output, lambda stream: write_annotations(catalogue, report, words, chosen, strict, stream))
    else:
        content, rows = report_content(catalogue, report, words), report_rows(catalogue, report, words)
        show_all = all or bool(verdict)
        result = Result(content, rows, lambda: report_sheet(catalogue, report, words, unchecked, show_all, explained))
        write(words, Format(chosen) if chosen else None, output, result)
    if report.findings or (strict and report.open_questions):
        leave(FINDINGS)


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
