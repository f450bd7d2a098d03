"""The commands about figures: show and export."""

from __future__ import annotations

from typing import Annotated

from shizhong_cli.commands.declaring import Argument
from shizhong_cli.commands.evidence import ActualsFiles, Given, Rates, SkipBad, Taken, gather
from shizhong_cli.commands.shared import (
    Data,
    Lang,
    Output,
    OutputFormat,
    Result,
    folder_of,
    open_catalogue,
    words_of,
    write,
)


def show(
    indicator: Annotated[str, Argument("ID")],
    actuals: ActualsFiles = None,
    skip_bad: SkipBad = False,
    rate: Rates = None,
    data: Data = None,
    format: OutputFormat = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Everything known about one indicator."""
    from shizhong_cli.core.checking.rows import check_row
    from shizhong_cli.core.checking.verify import Selection, verify
    from shizhong_cli.core.pack.rows import figure_row, indicator_row
    from shizhong_cli.core.progress.actuals import vintages
    from shizhong_cli.core.progress.rows import actual_row
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.rendering.pages.figures import show_sheet
    from shizhong_cli.rendering.sentences.checks import CheckSpeech

    words = words_of(lang)
    catalogue, declared = load_checked(folder_of(data))
    (id,) = find_indicators(catalogue, [indicator], "ID")
    outcomes = verify(catalogue, declared, Selection(frozenset([id]))).outcomes
    speech = CheckSpeech(catalogue, words)
    figures = [figure_row(catalogue, f) for f in catalogue.figures() if f.indicator == id]
    checks = [check_row(outcome, speech.result(outcome)) for outcome in outcomes]
    _, came_in = gather(catalogue, Given(actuals=actuals), Taken(skip_bad, rate=rate), words)
    history = vintages([a for a in came_in if a.indicator == id])
    content = indicator_row(catalogue.indicators[id]) | {
        "figures": figures, "actuals": [actual_row(vintage) for vintage in history], "checks": checks,
    }  # fmt: skip
    write(words, format, output, Result(
        content, figures, lambda: show_sheet(catalogue, catalogue.indicators[id], outcomes, history, words),
    ))  # fmt: skip


def export(data: Data = None, format: OutputFormat = None, output: Output = None, lang: Lang = None) -> None:
    """All figures."""
    from shizhong_cli.core.pack.rows import figure_row
    from shizhong_cli.rendering.pages.figures import figures_sheet

    words, catalogue = open_catalogue(lang, data)
    figures = [figure_row(catalogue, figure) for figure in catalogue.figures()]
    write(words, format, output, Result({"figures": figures}, figures, lambda: figures_sheet(catalogue, words)))
