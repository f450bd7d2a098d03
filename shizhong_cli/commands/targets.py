"""The commands about targets: status and gap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shizhong_cli.commands.shared import Data, Format, Lang, OutputFormat, open_catalogue, write
from shizhong_cli.core.vocabulary import Binding, Status

if TYPE_CHECKING:
    from shizhong_cli.core.gaps import Actual, Gap
    from shizhong_cli.core.model import Catalogue
    from shizhong_cli.core.rows import Row
    from shizhong_cli.rendering.sheet import Sheet

GivenActuals = Annotated[list[str] | None, typer.Option("--actual", metavar="[ID=]FIGURE")]
ActualsFile = Annotated[Path | None, typer.Option("--actuals", metavar="FILE")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE")]


def status(
    actual: GivenActuals = None,
    actuals: ActualsFile = None,
    as_of: AsOf = None,
    section: Annotated[str | None, typer.Option("--section", metavar="TEXT")] = None,
    binding: Annotated[list[Binding] | None, typer.Option("--binding")] = None,
    status: Annotated[list[Status] | None, typer.Option("--status")] = None,
    search: Annotated[str | None, typer.Option("--search", metavar="TEXT")] = None,
    data: Data = None,
    format: OutputFormat = Format.TABLE,
    lang: Lang = None,
) -> None:
    """All targets."""
    from shizhong_cli.core.gaps import Filter, measure_targets
    from shizhong_cli.rendering.target_pages import status_sheet

    words, catalogue = open_catalogue(lang, data)
    came_in = _actuals(catalogue, (), actual or (), actuals, as_of)
    chosen = Filter(section or "", search or "", frozenset(binding or ()), frozenset(status or ()))
    gaps = chosen.apply(catalogue, measure_targets(catalogue, catalogue.targets, came_in))
    _write_gaps(format, gaps, lambda: status_sheet(catalogue, gaps, words))


def gap(
    indicator: Annotated[list[str], typer.Option("--indicator", "-i", metavar="ID")],
    actual: GivenActuals = None,
    actuals: ActualsFile = None,
    as_of: AsOf = None,
    explain: Annotated[bool, typer.Option("--explain")] = False,
    data: Data = None,
    format: OutputFormat = Format.TABLE,
    lang: Lang = None,
) -> None:
    """How far from target."""
    from shizhong_cli.core.gaps import measure_targets
    from shizhong_cli.reading.actuals import find_indicators
    from shizhong_cli.rendering.target_pages import gap_sheet

    words, catalogue = open_catalogue(lang, data)
    ids = find_indicators(catalogue, indicator, "--indicator")
    came_in = _actuals(catalogue, ids, actual or (), actuals, as_of)
    targets = [target for id in ids for target in catalogue.targets_of(id)]
    gaps = measure_targets(catalogue, targets, came_in)
    _write_gaps(format, gaps, lambda: gap_sheet(catalogue, ids, gaps, words, explain))


def _actuals(
    catalogue: Catalogue,
    indicators: Iterable[str],
    given: Iterable[str],
    file: Path | None,
    as_of: str | None,
) -> list[Actual]:
    from shizhong_cli.reading.actuals import collect_actuals

    return collect_actuals(catalogue, list(indicators), list(given), file, as_of)


def _write_gaps(format: Format, gaps: list[Gap], sheet: Callable[[], Sheet]) -> None:
    rows: list[Row] = []
    if format in (Format.JSON, Format.CSV):
        from shizhong_cli.core.rows import gap_row

        rows = [gap_row(gap) for gap in gaps]
    write(format, {"gaps": rows}, rows, sheet)
