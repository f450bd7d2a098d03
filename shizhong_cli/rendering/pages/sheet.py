"""What a page for people consists of: lines and grids of cells, before any format. Text only, no computing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from shizhong_cli.rendering.wording import with_minus
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.core.figure.exact import Fraction


class Tone(StrEnum):
    """How a piece of text should strike the eye."""

    PLAIN = ""
    STRONG = "strong"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    FAINT = "faint"


class Bar(NamedTuple):
    """How much is done, drawn beside the number where there is room; shares of the length."""

    filled: Fraction  # below 0 shows as nothing, above 1 as full
    mark: Fraction | None = None  # where time stands, or the limit
    is_limit: bool = False  # what is above the mark is drawn over it, what is not is not


class Spark(NamedTuple):
    """A row of small bars behind the text, on a terminal alone."""

    heights: tuple[Fraction, ...]  # from 0 to 1
    reached: tuple[bool, ...]  # which of them may stand at the full height


class Cell(NamedTuple):
    """One cell of a grid."""

    text: str
    tone: Tone = Tone.PLAIN
    bar: Bar | None = None
    spark: Spark | None = None


class Column(NamedTuple):
    """One column of a grid."""

    heading: str
    right: bool = False  # numbers stand to the right
    narrowest: int = 6  # below this width it is not readable
    optional: bool = False  # may be left out where the page is narrow
    spared: bool = False  # is left out where else no table fits
    on_screen: bool = False  # of bars, for a terminal alone: a pipe gets no such column


class Grid(NamedTuple):
    """A table."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    tone: Tone = Tone.STRONG  # of the title


class Line(NamedTuple):
    """A line of text."""

    text: str
    tone: Tone = Tone.PLAIN
    about: str = ""  # the heading of the column it explains, and without which it is not wanted
    instead_of: tuple[str, ...] = ()  # the headings of columns that it stands for where the page is too narrow for one


Sheet: TypeAlias = tuple[Line | Grid, ...]


def typeset(sheet: Sheet) -> Sheet:
    """The page with a minus sign, not a hyphen, between the numbers of its formulas."""
    return tuple(map(_typeset_block, sheet))


def on_a_wide_page(sheet: Sheet) -> Sheet:
    """The page for a format that shows every column, without the lines that stand for one."""
    return tuple(block for block in sheet if isinstance(block, Grid) or not block.instead_of)


def _typeset_block(block: Line | Grid) -> Line | Grid:
    if isinstance(block, Line):
        return block._replace(text=_typeset_text(block.text))
    return block._replace(rows=tuple(map(_typeset_row, block.rows)))


def _typeset_row(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(cell._replace(text=_typeset_text(cell.text)) for cell in row)


def _typeset_text(text: str) -> str:
    return with_minus(text) if " = " in text else text


def with_last_line(sheet: Sheet, text: str) -> Sheet:
    """The page with a line at its end, apart from the rest; as it is where there is none."""
    return (*sheet, Line(""), Line(text, Tone.FAINT)) if text else sheet
