"""The command about checks: verify-baselines."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

from shizhong_cli.commands.shared import CANNOT, FINDINGS, Data, Lang, folder_of, say, words_of
from shizhong_cli.core.vocabulary import Kind, Verdict


class VerifyFormat(StrEnum):
    """A format of verify-baselines."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


def verify_baselines(
    indicator: Annotated[list[str] | None, typer.Option("--indicator", "-i", metavar="ID")] = None,
    kind: Annotated[list[Kind] | None, typer.Option("--kind")] = None,
    verdict: Annotated[list[Verdict] | None, typer.Option("--verdict")] = None,
    explain_check: Annotated[list[str] | None, typer.Option("--explain", metavar="CHECK")] = None,
    unchecked: Annotated[bool, typer.Option("--unchecked")] = False,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    data: Data = None,
    format: Annotated[VerifyFormat | None, typer.Option("--format")] = None,
    lang: Lang = None,
) -> None:
    """Check whether the figures agree."""
    from shizhong_cli.core.verification import Selection, verify
    from shizhong_cli.reading.checks import find_checks, load_checked
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.rendering.verification import write_report

    words = words_of(lang)
    catalogue, declared = load_checked(folder_of(data))
    ids = find_indicators(catalogue, indicator or (), "--indicator")
    report = verify(catalogue, declared, Selection(frozenset(ids), frozenset(kind or ()), frozenset(verdict or ())))
    explained = find_checks(report, explain_check or (), "--explain")
    if not report.judged:
        say(words("verify.nothing"))
        raise typer.Exit(CANNOT)
    chosen = VerifyFormat.TABLE if explained and format is None else _verify_format(format)
    write_report(catalogue, report, words, chosen, strict, unchecked, explained)
    if report.findings or (strict and report.open_questions):
        raise typer.Exit(FINDINGS)


def _verify_format(chosen: VerifyFormat | None) -> str:
    """The format asked for; on a GitHub runner annotations, when none is."""
    if chosen is not None:
        return chosen
    return VerifyFormat.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else VerifyFormat.TABLE
