"""The command that shows what was recorded: ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import Data, Lang, Output, OutputFormat, Result, open_catalogue, say, write
from shizhong_cli.core.progress.ledger import RowState


def ledger(
    indicator: Annotated[str | None, Argument("ID")] = None,
    state: Annotated[list[RowState] | None, Option("--state")] = None,
    search: Annotated[str, Option("--search", metavar="TEXT")] = "",
    actuals: Annotated[Path | None, Option("--actuals", metavar="FILE")] = None,
    data: Data = None,
    format: OutputFormat = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Every row of the ledger."""
    from shizhong_cli.core.progress.ledger import entered_row
    from shizhong_cli.problems import Place, Problem
    from shizhong_cli.reading.actuals.ledger_listing import entered
    from shizhong_cli.reading.actuals.ledgers import ledger_path
    from shizhong_cli.reading.finding import find_indicator
    from shizhong_cli.rendering.pages.ledger_rows import ledger_sheet
    from shizhong_cli.rendering.sentences.names import problem_text

    words, catalogue = open_catalogue(lang, data)
    path, problems = ledger_path(actuals), list[Problem]()
    id = find_indicator(catalogue, indicator, Place("ID")) if indicator else ""
    if not path.exists():
        say(words("ledger.none", command="shizhong record gdp 5.3% --as-of 2026-09"), is_error=True)
    rows = entered(catalogue, path, problems)
    states = frozenset(state or RowState)
    chosen = [row for row in rows if row.state in states and row.is_about(catalogue, id) and row.mentions(search)]
    listed = [entered_row(row) for row in chosen]
    sheet = lambda: ledger_sheet(catalogue, chosen, len(rows), str(path), words)  # noqa: E731
    write(words, format, output, Result({"ledger": listed}, listed, sheet))
    for problem in problems:
        say(problem_text(problem, words))
