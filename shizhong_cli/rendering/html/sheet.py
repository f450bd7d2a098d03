"""Any page of the program as one self-contained HTML file, in the style of the report page."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.rendering.html.environment import environment
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple


class CellView(NamedTuple):
    """One cell: its lines, and how it strikes the eye."""

    lines: tuple[str, ...]
    tone: str
    label: str  # the heading of its column, shown before it where the page is narrow
    right: bool


class BlockView(NamedTuple):
    """A line of text, or a table."""

    anchor: str
    text: str  # of a line, or the title of a table
    tone: str
    headings: tuple[tuple[str, bool], ...] = ()  # with whether they stand to the right
    rows: tuple[tuple[CellView, ...], ...] = ()
    is_table: bool = False


def sheet_html(sheet: Sheet, words: Words) -> str:
    """The whole file; its first line is the heading, its tables are in a list of contents where there are several."""
    title, blocks = _titled([block_view(block, f"part-{number}") for number, block in enumerate(sheet, 1)])
    page = {
        "title": title,
        "blocks": [block for block in blocks if block.text or block.is_table],
        "contents": [block for block in blocks if block.is_table and block.text],
    }
    return environment(words).get_template("sheet.html").render(page)


def _titled(blocks: list[BlockView]) -> tuple[str, list[BlockView]]:
    """The first text of a page as its heading, and the page without it."""
    title = next((block.text for block in blocks if block.text), "shizhong")
    if not blocks:
        return title, blocks
    first, *rest = blocks
    if not first.is_table:
        return title, rest
    return title, [first._replace(text="") if first.text == title else first, *rest]


def block_view(block: Line | Grid, anchor: str) -> BlockView:
    """A block of a page as a template takes it."""
    if isinstance(block, Line):
        return BlockView(anchor, block.text, _class(block.tone))
    headings = tuple((column.heading.replace("\n", " "), column.right) for column in block.columns)
    rows = tuple(_row(block, row) for row in block.rows)
    return BlockView(anchor, block.title, _class(block.tone), headings, rows, True)


def _row(grid: Grid, row: Sequence[Cell]) -> tuple[CellView, ...]:
    return tuple(_cell(cell, column) for cell, column in zip(row, grid.columns, strict=True))


def _cell(cell: Cell, column: Column) -> CellView:
    heading = column.heading.replace("\n", " ")
    return CellView(tuple(cell.text.split("\n")), _class(cell.tone), heading, column.right)


def _class(tone: Tone) -> str:
    return f"tone-{tone or 'plain'}"
