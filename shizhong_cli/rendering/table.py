"""Pages in a terminal. The only importer of rich."""

from __future__ import annotations

import os
from typing import IO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from shizhong_cli.rendering.sheet import Cell, Grid, Line, Sheet, Tone

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.GOOD: "green",
    Tone.WARN: "yellow",
    Tone.BAD: "bold red",
    Tone.FAINT: "dim",
}
_BETWEEN = 2  # blanks between two columns; the box draws one of them


def write_table(sheet: Sheet, stream: IO[str]) -> None:
    """Write a page to ``stream``, as wide as the terminal, in colour where it is one."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False, no_color=_no_color())
    for block in sheet:
        if isinstance(block, Line):
            console.print(Text(block.text, style=_STYLES[block.tone]))
            continue
        alike = [other for other in sheet if isinstance(other, Grid) and other.columns == block.columns]
        if block.title:
            console.print()
            console.print(Text(block.title, style=_STYLES[block.tone]))
        console.print(_table(block, _widths(alike, console.width)))


def _no_color() -> bool | None:
    return True if os.environ.get("NO_COLOR") else None


def _table(grid: Grid, widths: list[int]) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=0,
        header_style="bold",
    )
    shown = [index for index, width in enumerate(widths) if width]
    for index in shown:
        column = grid.columns[index]
        blank = 0 if index == shown[-1] else _BETWEEN - 1  # cheaper than padding every cell
        table.add_column(
            Text(column.heading),
            width=widths[index] + blank,
            overflow="fold",
            justify="right" if column.right else "left",
        )
    for row in grid.rows:
        table.add_row(*(_text(row[index]) for index in shown))
    return table


def _text(cell: Cell) -> Text:
    return Text(cell.text, style=_STYLES[cell.tone])


def _widths(grids: list[Grid], page: int) -> list[int]:
    """A width for every column, the same for all grids of one shape; 0 for an optional column that has no room."""
    columns = grids[0].columns
    natural = [
        max([cell_len(column.heading), *(_longest(row[i]) for grid in grids for row in grid.rows)])
        for i, column in enumerate(columns)
    ]
    least = [min(width, column.narrowest) for width, column in zip(natural, columns, strict=True)]
    kept = list(range(len(columns)))
    for i in [i for i, column in enumerate(columns) if column.optional]:
        if sum(least[k] for k in kept) + _gaps(kept) > page:
            kept.remove(i)
    room = page - _gaps(kept)
    widths = _shared(room, [least[k] for k in kept], [natural[k] for k in kept])
    return [widths[kept.index(i)] if i in kept else 0 for i in range(len(columns))]


def _gaps(kept: list[int]) -> int:
    return _BETWEEN * (len(kept) - 1)


def _shared(room: int, least: list[int], natural: list[int]) -> list[int]:
    """Give every column its least width, then share what is left by what each still wants."""
    widths = list(least)
    spare = room - sum(widths)
    while spare > 0:
        wanting = [i for i, width in enumerate(widths) if width < natural[i]]
        if not wanting:
            break
        most = max(wanting, key=lambda i: (natural[i] - widths[i]) / natural[i])
        widths[most] += 1
        spare -= 1
    return [max(width, 1) for width in widths]


def _longest(cell: Cell) -> int:
    return max((cell_len(line) for line in cell.text.splitlines()), default=0)
