"""The commands about figures: show and export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import (
    USUAL,
    Data,
    Format,
    Lang,
    Output,
    OutputFormat,
    Result,
    folder_of,
    open_catalogue,
    tell_written,
    typed,
    words_of,
    write,
    write_text,
)
from shizhong_cli.commands.starting import ActualsFiles, Given, Rates, SkipBad, Taken, gather
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.wording import Words

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.rendering.pages.sheet import Sheet


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
    from shizhong_cli.core.checking.rows import check_row, figure_names
    from shizhong_cli.core.checking.verify import Selection, verify
    from shizhong_cli.core.pack.rows import figure_row, indicator_row, reference_row
    from shizhong_cli.core.progress.actuals import vintages
    from shizhong_cli.core.progress.rows import actual_row
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.rendering.pages.figures import show_sheet
    from shizhong_cli.rendering.sentences.checks import CheckSpeech

    words = words_of(lang)
    catalogue, declared = load_checked(folder_of(data, words))
    (id,) = find_indicators(catalogue, [indicator], "ID")
    outcomes = verify(catalogue, declared, Selection(frozenset([id]))).outcomes
    speech = CheckSpeech(catalogue, words)
    figures = [figure_row(catalogue, f) for f in catalogue.entries() if f.indicator == id]
    names = figure_names(catalogue)
    checks = [check_row(outcome, speech.result(outcome), names) for outcome in outcomes]
    _, came_in = gather(catalogue, Given(actuals=actuals), Taken(skip_bad, rate=rate), words)
    history = vintages([a for a in came_in if a.indicator == id])
    subject = catalogue.indicators[id]
    content = indicator_row(subject) | {
        "figures": figures,
        "references": [reference_row(catalogue, f) for f in catalogue.references_of(id)],
        "actuals": [actual_row(vintage) for vintage in history],
        "checks": checks,
    }
    following = _after_show(words, id, data, bool(catalogue.targets_of(id)), bool(outcomes))
    sheet = lambda: show_sheet(catalogue, subject, outcomes, history, words)  # noqa: E731
    write(words, format, output, Result(content, figures, sheet, following))


def _after_show(words: Words, id: str, data: Path | None, has_target: bool, has_check: bool) -> str:
    """What to type next: how far from the target, and the checks step by step, where there are such."""
    commands = {
        "gap": typed(f"gap {id}", data),
        "explain": typed(f"verify-baselines --explain {id}", data),
        "status": typed("status", data),
    }
    lacks = {(True, True): "", (False, True): ".no_target", (True, False): ".no_check", (False, False): ".neither"}
    return words(f"next.show{lacks[has_target, has_check]}", **commands)


def export(
    data: Data = None,
    format: Annotated[
        Format | None, Option("--format", among=(*USUAL, Format.PARQUET, Format.SDMX_CSV, Format.DATAPACKAGE))
    ] = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """All figures."""
    words, catalogue = open_catalogue(lang, data)
    if format is None and output is not None and output.suffix.lower() == ".parquet":
        format = Format.PARQUET
    if format in _WRITERS:
        _WRITERS[format](catalogue, output)
        tell_written(output, words)
    else:
        write(words, format, output, _figures(catalogue, data, words))


def _figures(catalogue: Catalogue, data: Path | None, words: Words) -> Result:
    """Every figure, and what else the pack declares, for people and as rows."""
    from shizhong_cli.core.pack.declared_rows import declared_rows
    from shizhong_cli.core.pack.rows import Row
    from shizhong_cli.core.pack.whole_rows import told_figure_row, told_reference_row, whole_figure_row

    figures = [told_figure_row(catalogue, figure) for figure in catalogue.entries()]
    others = [told_reference_row(catalogue, figure) for figure in catalogue.references]
    content: Row = {"figures": figures, "references": others, "declared": declared_rows(catalogue)}
    following = words("next.figure", command=typed(f"show {figures[0]['indicator'] if figures else 'gdp'}", data))

    def sheet() -> Sheet:
        from shizhong_cli.rendering.pages.figures import figures_sheet

        return figures_sheet(catalogue, words)

    cells = [whole_figure_row(catalogue, figure) for figure in catalogue.entries()]
    return Result(content, cells, sheet, following)


def _write_parquet(catalogue: Catalogue, output: Path | None) -> None:
    if output is None:
        raise CannotGoOn([Problem(Place("--format"), "W006", Format.PARQUET)])
    from shizhong_cli.rendering.formats.observations import observation_rows
    from shizhong_cli.rendering.formats.parquet import parquet_bytes
    from shizhong_cli.writing.files import write_whole

    write_whole(output, parquet_bytes(observation_rows(catalogue), Format.PARQUET))


def _write_sdmx_csv(catalogue: Catalogue, output: Path | None) -> None:
    from shizhong_cli.rendering.formats.observations import write_sdmx_csv

    write_text(output, partial(write_sdmx_csv, catalogue))


def _write_data_package(catalogue: Catalogue, output: Path | None) -> None:
    from shizhong_cli.rendering.formats.observations import data_package
    from shizhong_cli.rendering.formats.text import write_json

    write_text(output, partial(write_json, data_package(catalogue)))


_WRITERS: Mapping[Format | None, Callable[[Catalogue, Path | None], None]] = {
    Format.PARQUET: _write_parquet,
    Format.SDMX_CSV: _write_sdmx_csv,
    Format.DATAPACKAGE: _write_data_package,
}
"""The formats for other programs, which are of figures alone."""
