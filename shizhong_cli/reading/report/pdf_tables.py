"""The rows of a table on a page, from where the texts in them stand: one line a row, a tab between its cells.

A cell stands under the head that it overlaps. Where the places of the texts do not make columns, the row is what
stands in it, with tabs between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

Text = tuple[str, float, float]
"""A text with its left and its right end."""


def table_lines(rows: Sequence[Sequence[Text]]) -> list[str]:
    """The lines of a table."""
    columns = _columns(rows)
    return ["\t".join(_cells(row, columns)) for row in rows]


def _columns(rows: Sequence[Sequence[Text]]) -> list[tuple[float, float]]:
    """Where each column begins and ends, by the rows that have most texts; none where they overlap."""
    counts = Counter(len(row) for row in rows)
    most = max((number for number, count in counts.items() if count > 1), default=max(counts))
    full = [row for row in rows if len(row) == most]
    columns = [_ends(cells) for cells in zip(*full, strict=True)]
    return columns if all(one[1] <= other[0] for one, other in pairwise(columns)) else []


def _ends(texts: Sequence[Text]) -> tuple[float, float]:
    return min(left for _, left, _ in texts), max(right for _, _, right in texts)


def _cells(row: Sequence[Text], columns: Sequence[tuple[float, float]]) -> list[str]:
    texts = [text for text, _, _ in row]
    places = [_column_of(left, right, columns) for _, left, right in row] if columns else []
    if len(set(places)) < len(row):
        return texts
    cells = [""] * len(columns)
    for place, text in zip(places, texts, strict=True):
        cells[place] = text
    return cells


def _column_of(left: float, right: float, columns: Sequence[tuple[float, float]]) -> int:
    """The column that a text overlaps most, the first of several; the nearest where it overlaps none."""
    return max(
        range(len(columns)),
        key=lambda i: (min(right, columns[i][1]) - max(left, columns[i][0]), -i),
    )
