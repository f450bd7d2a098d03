"""The command that shows what was recorded: ledger."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import Data, Format, Lang, Output, OutputFormat, Result, open_catalogue, typed, write
from shizhong_cli.commands.talking import say
from shizhong_cli.core.progress.ledger import RowState
from shizhong_cli.reading import clock

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.rendering.wording import Words


def ledger(
    asked: Annotated[str | None, Argument("ID")] = None,
    indicator: Annotated[str | None, Option("--indicator", "-i", metavar="ID")] = None,
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
    from shizhong_cli.problems import Problem
    from shizhong_cli.reading.actuals.ledger_listing import entered
    from shizhong_cli.reading.actuals.ledgers import ledger_path
    from shizhong_cli.rendering.pages.ledger_rows import ledger_sheet
    from shizhong_cli.rendering.sentences.names import problem_text

    words, catalogue = open_catalogue(lang, data)
    path, problems = ledger_path(actuals), list[Problem]()
    id = _about(catalogue, {"ID": asked, "--indicator": indicator})
    is_missing = _is_missing(catalogue, actuals, data, words)
    rows = [] if is_missing else entered(catalogue, path, clock.today(), problems)
    states = frozenset(state or RowState)
    about = [row for row in rows if row.is_about(catalogue, id) and row.mentions(search)]
    chosen = [row for row in about if row.state in states]
    listed = [entered_row(row) for row in chosen]
    sheet = lambda: ledger_sheet(catalogue, chosen, len(rows), str(path), words)  # noqa: E731
    if not is_missing or format not in (None, Format.TABLE):
        write(words, format, output, Result({"ledger": listed}, listed, sheet))
    for problem in problems:
        say(problem_text(problem, words))


def _about(catalogue: Catalogue, named: Mapping[str, str | None]) -> str:
    """The one indicator that is asked about, by its place or by its option; nothing where none is."""
    from shizhong_cli.problems import Place
    from shizhong_cli.reading.finding import find_indicator

    return next((find_indicator(catalogue, word, Place(option)) for option, word in named.items() if word), "")


def _is_missing(catalogue: Catalogue, named: Path | None, data: Path | None, words: Words) -> bool:
    """Whether there is no ledger yet, where none was named; then how one comes to be is told."""
    from shizhong_cli.commands.following import example_of_record
    from shizhong_cli.reading.actuals.ledgers import is_there, ledger_path

    path = ledger_path()
    if named is not None or is_there(path):
        return False
    say(words("ledger.none", ledger=path, command=typed(example_of_record(catalogue), data)))
    return True
