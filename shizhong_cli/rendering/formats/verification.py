"""A verification report for every format: as a page, as rows and as one object."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import IO

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.rows import check_cells, check_row, figure_names, question_row, summary_row
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.problems import Problem
from shizhong_cli.rendering.pages.checks import explain_sheet, verify_sheet
from shizhong_cli.rendering.pages.sheet import Sheet
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.wording import Words


def report_sheet(
    catalogue: Catalogue, report: Report, words: Words, list_unchecked: bool, list_all: bool,
    explained: Sequence[Outcome],
) -> Sheet:  # fmt: skip
    """The report as a page; ``explained`` asks for these checks worked out instead."""
    if explained:
        return explain_sheet(catalogue, explained, words)
    return verify_sheet(catalogue, report, words, list_unchecked, list_all)


def report_content(catalogue: Catalogue, report: Report, words: Words) -> Row:
    """The report as one object."""
    speech, names = CheckSpeech(catalogue, words), figure_names(catalogue)
    return {
        "checks": [check_row(outcome, speech.result(outcome), names) for outcome in report.outcomes],
        "questions": [question_row(question, speech.question(question)) for question in report.questions],
        "unchecked": [figure.reference for figure in report.unchecked],
        "summary": summary_row(report),
    }


def report_rows(catalogue: Catalogue, report: Report, words: Words) -> list[Row]:
    """The checks as rows, all with the same fields."""
    speech, names = CheckSpeech(catalogue, words), figure_names(catalogue)
    return [check_cells(check_row(outcome, speech.result(outcome), names)) for outcome in report.outcomes]


def write_annotations(
    catalogue: Catalogue, report: Report, words: Words, format: str, strict: bool, where: Callable[[str], str],
    stream: IO[str],
) -> None:  # fmt: skip
    """Write the report for a machine that reads ``github``, ``sarif`` or ``junit``."""
    from shizhong_cli.rendering.formats import annotations, junit

    write = {"github": annotations.write_github, "sarif": annotations.write_sarif, "junit": junit.write_junit}
    write[format](catalogue, report, words, strict, where, stream)


def write_problems(
    problems: Sequence[Problem], words: Words, format: str, where: Callable[[str], str], stream: IO[str]
) -> None:
    """Write for the same machines why there is no report."""
    from shizhong_cli.rendering.formats import annotations, junit

    write = {
        "github": annotations.write_github_problems,
        "sarif": annotations.write_sarif_problems,
        "junit": junit.write_junit_problems,
    }
    write[format](problems, words, where, stream)
