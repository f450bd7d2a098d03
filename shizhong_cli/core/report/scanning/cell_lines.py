"""Tables of which a page saved as text has every cell on a line of its own, with a stroke on the line between.

    |
    指标
    |
    绝对数
    |
    比上年增长%
    |
    生产总值
    |
    295.4
    |
    7.7

A row is a label and as many numbers as behind every other; what stands before the first label are the heads, as many as
a row has cells, and what is said above the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

INSIDE = "\x1b"
"""In the place of a line end that is none."""

_BETWEEN = "\n|\n"
_TABLE = re.compile(r"(?:[^\n|。；]{1,40}\n\|\n){5,}[^\n|。；]{1,40}(?=\n|$)")
_NUMBER = re.compile(r"[-+−]?[0-9][0-9.,]*[%％‰]?|[-—–…]+")
_FEWEST = 3
"""Rows that a table has at least."""


def in_rows(text: str) -> str:
    """A text of the same length in which the cells of such tables stand in rows, with tabs between."""
    if _BETWEEN not in text or INSIDE in text:
        return text
    return _TABLE.sub(lambda table: _rows(table[0]), text)


def _rows(table: str) -> str:
    cells = table.split(_BETWEEN)
    firsts = set(_firsts([cell.strip() for cell in cells]))
    if not firsts:
        return table
    parts = [cells[0]]
    for number, cell in enumerate(cells[1:], 1):
        parts += [f"\n {INSIDE}" if number in firsts else f"{INSIDE}\t{INSIDE}", cell]
    return "".join(parts)


def _firsts(cells: Sequence[str]) -> Iterator[int]:
    """Which cells begin a row; nothing where the numbers behind labels are not as many each time."""
    numbers = [_NUMBER.fullmatch(cell) is not None for cell in cells]
    labels = [n for n, (is_number, follows) in enumerate(pairwise(numbers)) if follows and not is_number]
    widths = {other - label for label, other in pairwise([*labels, len(cells)])}
    if len(labels) < _FEWEST or len(widths) != 1:
        return
    width = widths.pop()
    yield from range(1, labels[0] - width + 1)  # what is said above, a line each
    yield from (labels[0] - width, *labels) if labels[0] >= width else labels
