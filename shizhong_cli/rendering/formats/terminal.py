"""Pages in a terminal. The only importer of rich."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain
from shutil import get_terminal_size
from typing import IO

from rich import cells
from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Text

from shizhong_cli.core.figure.characters import FIRST_CHINESE, is_digit
from shizhong_cli.escapes.visible import fitting, harmless
from shizhong_cli.rendering.formats import folding
from shizhong_cli.rendering.formats.currency_codes import with_codes
from shizhong_cli.rendering.formats.small_bars import drawn_bar, drawn_spark
from shizhong_cli.rendering.formats.staying_together import quantities_of, whole_of
from shizhong_cli.rendering.formats.widths import BETWEEN, Need, share_out
from shizhong_cli.rendering.pages.sheet import Bar, Cell, Column, Grid, Line, Sheet, Tone

cell_len = lru_cache(8192)(cells.cell_len)
"""How many cells a text takes; asked of the same words again and again."""
_INDENT = 2  # of the lines that go on with a value in a list
_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.GOOD: "green",
    Tone.WARN: "yellow",
    Tone.BAD: "bold red",
    Tone.FAINT: "dim",
}


def write_table(sheet: Sheet, stream: IO[str]) -> None:
    """Write a page to ``stream``, as wide as the terminal, in colour where it is one."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False, no_color=_no_color())
    console.width = max(console.width, _NARROWEST)
    sheet = tuple(_drawn(_harmless(block, console.encoding), console) for block in sheet)
    sheet, widths = laid_out(sheet, console.width)
    sheet = _without_what_is_not_shown(sheet, widths)
    for number, block in enumerate(sheet):
        if isinstance(block, Line):
            _print(console, block.text, block.tone)
            continue
        if block.title:
            if number:
                console.print()
            _print(console, block.title, block.tone)
        shared = widths[block.columns]
        if shared is None:
            _print_list(console, block)
        else:
            _print_table(console, block, shared)


def laid_out(sheet: Sheet, page: int) -> tuple[Sheet, Mapping[tuple[Column, ...], list[int] | None]]:
    """A page as its tables are drawn, and the widths of the columns of each shape of table.

    A table that does not fit with the names of currencies has their codes; one that does not then goes without what
    can be spared.
    """
    shapes: dict[tuple[Column, ...], list[Grid]] = {}
    for block in sheet:
        if isinstance(block, Grid):
            shapes.setdefault(block.columns, []).append(block)
    widths = {columns: column_widths(grids, page) for columns, grids in shapes.items()}
    tight = {columns: _widths_of_codes(grids, page) for columns, grids in shapes.items() if widths[columns] is None}
    if not any(tight.values()):
        return sheet, widths
    return tuple(with_codes(b) if isinstance(b, Grid) and tight.get(b.columns) else b for b in sheet), widths | tight


def _without_what_is_not_shown(sheet: Sheet, widths: Mapping[tuple[Column, ...], list[int] | None]) -> Sheet:
    """The page without the lines about columns that no table of it shows, or for those that one does; a list does."""
    shown: set[str] = set()
    for columns, shared in widths.items():
        kept = shared or [1] * len(columns)
        shown |= {column.heading for column, width in zip(columns, kept, strict=True) if width}
    return tuple(it for it in sheet if isinstance(it, Grid) or _is_wanted(it, shown))


def _is_wanted(line: Line, shown: Set[str]) -> bool:
    """Whether a line is about a column that is shown, or stands for one that is not; or is about none."""
    stands_for_one = not line.instead_of or any(heading not in shown for heading in line.instead_of)
    return stands_for_one and (not line.about or line.about in shown)


def _widths_of_codes(grids: Sequence[Grid], page: int) -> list[int] | None:
    shorter = list(map(with_codes, grids))
    return column_widths(shorter, page) or column_widths(shorter, page, sparing=True)


_NARROWEST = 2
"""Cells of a page: those of a Chinese character."""


def _harmless(block: Line | Grid, encoding: str) -> Line | Grid:
    """The block with nothing in it that hides or steers, nor what the page cannot show."""
    if isinstance(block, Line):
        return block._replace(text=fitting(harmless(block.text), encoding))
    rows = tuple(_harmless_row(row, encoding) for row in block.rows)
    columns = tuple(column._replace(heading=harmless(column.heading)) for column in block.columns)
    return block._replace(columns=columns, rows=rows, title=harmless(block.title))


def _drawn(block: Line | Grid, console: Console) -> Line | Grid:
    """The block with its small bars as text on a terminal; without them elsewhere."""
    if isinstance(block, Line):
        return block
    on_screen = console.is_terminal
    kept = [number for number, column in enumerate(block.columns) if on_screen or not column.on_screen]
    with_sparks = on_screen and console.encoding.startswith("utf")
    return block._replace(
        columns=tuple(block.columns[number] for number in kept),
        rows=tuple(tuple(_drawn_cell(row[number], with_sparks) for number in kept) for row in block.rows),
    )


def _drawn_cell(cell: Cell, with_sparks: bool) -> Cell:
    if cell.spark is None or not with_sparks:
        return cell
    return cell._replace(text=f"{cell.text}  {drawn_spark(cell.spark)}")


def _harmless_row(row: Sequence[Cell], encoding: str) -> tuple[Cell, ...]:
    return tuple(cell._replace(text=fitting(harmless(cell.text), encoding)) for cell in row)


def _print(console: Console, text: str, tone: Tone) -> None:
    console.print(Text("\n".join(fold(text, console.width)), style=_STYLES[tone]))


def _print_list(console: Console, grid: Grid) -> None:
    """Every row as lines of heading and value, for a page that is too narrow for a table."""
    indent = _INDENT if console.width >= _INDENT + _NARROWEST else 0
    for number, row in enumerate(grid.rows):
        if number:
            console.print()
        for column, cell in zip(grid.columns, row, strict=True):
            if cell.text:
                first, *others = fold(f"{column.heading}: {cell.text}", console.width - indent)
                lines = [first, *(" " * indent + line for line in others)]
                console.print(Text("\n".join(lines), style=_STYLES[cell.tone]))


def _no_color() -> bool | None:
    return True if os.environ.get("NO_COLOR") else None


def _print_table(console: Console, grid: Grid, widths: Sequence[int]) -> None:
    """The cells side by side, the headings above a rule.

    Widths, lines and sides are settled by then; the general machinery of tables and styled text would settle them
    again, which takes most of the time of a page.
    """
    shown = [index for index, width in enumerate(widths) if width]
    sign_between, rule, crossing = (" ", "─", "─") if console.encoding.startswith("utf") else ("|", "-", "+")
    between = " " * (BETWEEN - 1) + sign_between

    def drawn(cells: Sequence[Cell], *, heads: bool = False) -> Iterator[Segment]:
        folded = [_Folded(console, cells[index], widths[index], grid.columns[index].right) for index in shown]
        return _side_by_side(folded, between, heads)

    lines = [*drawn([Cell(column.heading, Tone.STRONG) for column in grid.columns], heads=True)]
    ruled = [rule * (widths[index] + (BETWEEN - 1) * (index != shown[-1])) for index in shown]
    lines.append(Segment(crossing.join(ruled) + "\n"))
    for row in grid.rows:
        lines += drawn(row)
    console.print(Segments(lines), crop=False)


def _side_by_side(cells: Sequence[_Folded], between: str, heads: bool) -> Iterator[Segment]:
    """One row of a table; headings end in one line, other cells begin in one."""
    height = max(len(cell.lines) for cell in cells)
    for number in range(height):
        plain = ""
        for place, cell in enumerate(cells):
            at = number - (height - len(cell.lines) if heads else 0)
            text = cell.lines[at] if 0 <= at < len(cell.lines) else ""
            if cell.style and text:
                yield Segment(plain)
                yield Segment(text, cell.style)
                plain = ""
            else:
                plain += text
            plain += " " * (cell.width - cell_len(text)) + between * (place < len(cells) - 1)
        yield Segment(plain + "\n")


class _Folded:
    """A cell whose lines are made here: Chinese text may break anywhere, words of other scripts stay whole."""

    __slots__ = ("lines", "style", "width")

    def __init__(self, console: Console, cell: Cell, width: int, right: bool) -> None:
        lines = fold(cell.text, width)
        self.style = console.get_style(_STYLES[cell.tone]) if _STYLES[cell.tone] else None
        self.width = width
        self.lines = [" " * (width - cell_len(line)) + line for line in lines] if right else lines
        if cell.bar is not None:
            self.lines = _beside_bar(self.lines, cell.bar, width, console.encoding)


def _beside_bar(lines: list[str], bar: Bar, width: int, encoding: str) -> list[str]:
    """The lines of a cell behind its bar, where there is room for one."""
    room = max(cell_len(lines[0]), _BESIDE_BAR)
    length = min(width - room - 1, _LONGEST_BAR)
    if length < _SHORTEST_BAR:
        return lines
    return [f"{drawn_bar(bar, length, encoding)} {' ' * (room - cell_len(line))}{line}" for line in lines]


_SHORTEST_BAR, _LONGEST_BAR = 5, 16
_BESIDE_BAR = 6  # cells for the number: 100.8%


def fold(text: str, width: int) -> list[str]:
    """The lines of a text in a column of so many cells; at least one, none wider."""
    return folding.fold(text, width, cell_len)


def folded_for_reading(text: str) -> str:
    """A text as somebody reads it on a terminal, no word or number divided."""
    return "\n".join(fold(text, get_terminal_size().columns))


_SHORTEST = 6  # cells of a column that holds three Chinese characters: in two, every odd one stands alone


def column_widths(grids: Sequence[Grid], page: int, sparing: bool = False) -> list[int] | None:
    """A width for every column of grids of one shape, 0 for one left out; ``None`` where they have to be lists.

    With ``sparing`` the columns that can be spared are left out.
    """
    rows = list(chain.from_iterable(grid.rows for grid in grids))
    columns = grids[0].columns
    kept = [number for number, column in enumerate(columns) if not (sparing and column.spared)]
    shared = share_out([_need(columns[number], [row[number] for row in rows]) for number in kept], page)
    if shared is None:
        return None
    widths = dict(zip(kept, shared, strict=True))
    return [widths.get(number, 0) for number in range(len(columns))]


def _need(column: Column, cells: Sequence[Cell]) -> Need:
    """What one column needs: a number that is broken, or parted from its unit, reads as another, so it is never.

    Nor is a word of the heading over numbers. What is longer than any number with its unit may be.
    """
    cells = [Cell(column.heading), *cells]
    texts = {cell.text for cell in cells}
    spaced = set(chain.from_iterable(map(str.split, texts)))
    whole = set(chain.from_iterable(map(whole_of, texts | spaced)))
    widths = {unit: cell_len(unit) for unit in whole}
    widths |= {word: width for word in spaced if (width := cell_len(word)) <= _SHORT}
    natural = max(map(_longest, cells))
    numbers = [width for unit, width in widths.items() if _is_never_divided(unit, width)]
    quantities = [cell_len(text) for text in chain.from_iterable(map(quantities_of, texts))]
    heads = [cell_len(word) for word in column.heading.split() if column.right or word < FIRST_CHINESE]
    least = max(
        min(natural, _SHORTEST), *_up_to(_LONGEST_WORD, numbers + heads), *_up_to(_LONGEST_QUANTITY, quantities)
    )
    words = [width for unit, width in widths.items() if " " not in unit]
    return Need(
        natural,
        max(least, min(natural, column.narrowest)),
        least,
        max([0, *widths.values()]),
        column.optional,
        common=max(least, *_up_to(_LONGEST_WORD, words)),
    )


def _up_to(most: int, widths: Sequence[int]) -> list[int]:
    return [0, *(width for width in widths if width <= most)]


def _is_never_divided(unit: str, width: int) -> bool:
    """Whether it is a number with its unit, in one word, or so short that a part of it would stand alone."""
    return width <= (_SHORT_WORD if unit.isalpha() and unit < FIRST_CHINESE else _SHORT) or (
        " " not in unit and any(map(is_digit, unit))
    )


_SHORT = 6  # cells of three Chinese characters
_SHORT_WORD = 10  # letters of a word of another script: "comparable"
_LONGEST_QUANTITY = 24  # of a number with its unit: (145.16 bn US dollars)
_LONGEST_WORD = 15  # cells of a number, period or word that stays whole in any table: -6,000.5万美元, 2026-01/2026-06


def _longest(cell: Cell) -> int:
    longest = max((cell_len(line) for line in cell.text.splitlines()), default=0)
    return longest if cell.bar is None else max(longest, _BESIDE_BAR) + 1 + _LONGEST_BAR
