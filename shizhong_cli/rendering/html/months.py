"""The months of the year on the report page: what came in, the month alone, and the year before."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.months.series import By, series_of, spans
from shizhong_cli.rendering.html.sheet import BlockView, block_view
from shizhong_cli.rendering.pages.months import Table, grids, notes
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple


class MonthsView(NamedTuple):
    """Half a year at a time, and what the lines mean."""

    tables: tuple[BlockView, ...]
    notes: tuple[str, ...]


def months_view(catalogue: Catalogue, actuals: Sequence[Actual], words: Words) -> MonthsView | None:
    """The year of the newest figure up to its month; nothing where there is no figure."""
    newest = max((actual.as_of.last for actual in actuals if actual.as_of), default=None)
    if newest is None:
        return None
    first, last = parse_period(f"{newest.year}-01"), parse_period(f"{newest.year}-{newest.month:02}")
    table = Table(catalogue, series_of(catalogue, actuals, spans(first, last, By.MONTH)), (), By.MONTH)
    if not table.series:
        return None
    tables = tuple(block_view(grid, f"months-{number}") for number, grid in enumerate(grids(table, words), 1))
    return MonthsView(tables, notes(table, words))
