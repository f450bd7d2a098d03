"""A verification report in any of its formats."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from shizhong_cli.core.checks import Outcome
from shizhong_cli.core.model import Catalogue
from shizhong_cli.core.verification import Report
from shizhong_cli.rendering.check_pages import explain_sheet, verify_sheet
from shizhong_cli.rendering.check_speech import CheckSpeech
from shizhong_cli.rendering.sheet import Sheet
from shizhong_cli.rendering.wording import Words


def write_report(
    catalogue: Catalogue,
    report: Report,
    words: Words,
    format: str,
    strict: bool = False,
    list_unchecked: bool = False,
    explained: Sequence[Outcome] = (),
) -> None:
    """Write the report to standard output; ``explained`` asks for these checks worked out, on pages for people."""

    def sheet() -> Sheet:
        if explained:
            return explain_sheet(catalogue, explained, words)
        return verify_sheet(catalogue, report, words, list_unchecked)

    if format == "table":
        from shizhong_cli.rendering.table import write_table

        write_table(sheet(), sys.stdout)
    elif format in ("github", "sarif", "junit"):
        from shizhong_cli.rendering import annotations

        write = {"github": annotations.write_github, "sarif": annotations.write_sarif, "junit": annotations.write_junit}
        write[format](catalogue, report, words, strict, sys.stdout)
    else:
        _write_rows(catalogue, report, words, format, sheet)


def _write_rows(catalogue: Catalogue, report: Report, words: Words, format: str, sheet: Callable[[], Sheet]) -> None:
    from shizhong_cli.rendering import text

    if format == "markdown":
        text.write_markdown(sheet(), sys.stdout)
        return
    from shizhong_cli.core.check_rows import check_cells, check_row, question_row, summary_row

    speech = CheckSpeech(catalogue, words)
    checks = [check_row(outcome, speech.result(outcome)) for outcome in report.outcomes]
    if format == "csv":
        text.write_csv([check_cells(check) for check in checks], sys.stdout)
        return
    content: dict[str, object] = {
        "checks": checks,
        "questions": [question_row(question, speech.question(question)) for question in report.questions],
        "unchecked": [figure.reference for figure in report.unchecked],
        "summary": summary_row(report),
    }
    text.write_json(content, sys.stdout)
