"""The tables of a page with rules around their cells: each row becomes one piece, a tab between its cells.

A cell is what no rule divides, however many lines its text has, and however many columns or rows it reaches over; in
the places that it reaches over there is nothing, as in a saved page. A table without rules at its sides ends where its
level ones do. What has one column only is a frame around text, and what is no grid is left as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise, product

from shizhong_cli.reading.report.pdf_cells import divided_cells
from shizhong_cli.reading.report.pdf_rows import Piece

Rule = tuple[float, float, float]
"""A straight line: its place on the other axis, where it begins and ends."""
_NEAR = 2.5
"""Rules so near are one, and touch, in points."""
_MOST_LINES = 300
"""A table has no more rows, and no more columns."""
_MIDDLE = 0.35
"""How far above its baseline the middle of a text is, in parts of its size."""


def with_rows_of_grids(pieces: Sequence[Piece], level: Sequence[Rule], upright: Sequence[Rule]) -> list[Piece]:
    """The pieces of a page, those in a grid replaced by one for each row."""
    left = list(pieces)
    for rules_across, rules_up in _grids(_merged(level), _merged(upright)):
        grid = _Grid(rules_across, rules_up)
        if grid.is_table:
            inside = [piece for piece in left if grid.holds(piece)]
            if rows := grid.rows(inside):
                left = [piece for piece in left if not grid.holds(piece)] + rows
    return left


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules of which those that go on with each other are one."""
    merged: list[Rule] = []
    for line in _groups(sorted(rules)):
        place = sum(rule[0] for rule in line) / len(line)
        spans: list[tuple[float, float]] = []
        for _, begin, end in sorted(line, key=lambda it: it[1]):
            if spans and begin <= spans[-1][1] + _NEAR:
                spans[-1] = spans[-1][0], max(spans[-1][1], end)
            else:
                spans.append((begin, end))
        merged += [(place, begin, end) for begin, end in spans]
    return merged


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in order, those at one place together."""
    groups: list[list[Rule]] = []
    for rule in rules:
        if groups and rule[0] - groups[-1][0][0] <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _grids(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules that hang together, directly or by others."""
    above = list(range(len(level) + len(upright)))

    def first(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    places = [rule[0] for rule in level]
    for n, (place, low, high) in enumerate(upright, len(level)):
        for i in range(bisect_left(places, low - _NEAR), bisect_right(places, high + _NEAR)):
            if level[i][1] - _NEAR <= place <= level[i][2] + _NEAR:
                above[first(n)] = first(i)
    grids: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for n, rule in enumerate([*level, *upright]):
        grids[first(n)][n >= len(level)].append(rule)
    return [grid for grid in grids.values() if all(grid)]


class _Grid:
    """The cells that rules make."""

    def __init__(self, level: Sequence[Rule], upright: Sequence[Rule]) -> None:
        self.level, self.upright = level, upright
        sides = [(min(rule[1] for rule in level), 0.0, 0.0), (max(rule[2] for rule in level), 0.0, 0.0)]
        self.across = _places([*upright, *sides])
        self.up = _places(level)  # from the lowest
        self.is_table = 2 < len(self.across) <= _MOST_LINES and 1 < len(self.up) <= _MOST_LINES

    def holds(self, piece: Piece) -> bool:
        across, up = _middle(piece)
        return self.across[0] < across < self.across[-1] and self.up[0] < up < self.up[-1]

    def rows(self, inside: Iterable[Piece]) -> list[Piece]:
        """The rows from above, each as one piece; nothing where a cell is none, or where less than two are filled."""
        firsts = self._first_squares()
        if not firsts:
            return []
        texts: dict[tuple[int, int], list[Piece]] = defaultdict(list)
        for piece in inside:
            across, up = _middle(piece)
            square = bisect_right(self.up, up) - 1, bisect_right(self.across, across) - 1
            texts[firsts[square]].append(piece)
        if len(texts) < _FEWEST:
            return []
        columns = sorted({column for _, column in texts} | {0})
        found: list[Piece] = []
        for row in range(len(self.up) - 2, -1, -1):
            cells = [texts.get((row, column), []) for column in columns]
            if any(cells):
                found += self._lines(row, cells)
        return found

    def _lines(self, row: int, cells: Sequence[Sequence[Piece]]) -> list[Piece]:
        """One row of the grid as the rows that stand in it: one, but where no rules are between several."""
        lines = divided_cells(cells)
        low, high = self.up[row], self.up[row + 1]
        size = max(piece.size for piece in chain.from_iterable(cells))
        step = (high - low) / len(lines)
        return [
            Piece("\t".join(line), self.across[0], self.across[-1], high - step * (n + 0.5), min(size, step))
            for n, line in enumerate(lines)
        ]

    def _first_squares(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each square between the lines of the grid the upper left one of its cell; nothing where one is no box."""
        height, width = len(self.up) - 1, len(self.across) - 1
        right = _beside(self.upright, self.across, self.up)
        below = _beside(self.level, self.up, self.across)
        firsts: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(height - 1, -1, -1):
            for column in range(width):
                if (row, column) in firsts:
                    continue
                last, low = column, row
                while last + 1 < width and (last + 1, row) not in right:
                    last += 1
                while low > 0 and (low, column) not in below:
                    low -= 1
                squares = list(product(range(low, row + 1), range(column, last + 1)))
                if any(square in firsts for square in squares):
                    return {}
                firsts.update(dict.fromkeys(squares, (row, column)))
        return firsts


def _beside(rules: Sequence[Rule], places: Sequence[float], across: Sequence[float]) -> set[tuple[int, int]]:
    """Which lines of a grid have a rule beside which squares."""
    found: set[tuple[int, int]] = set()
    middles = [(low + high) / 2 for low, high in pairwise(across)]
    for place, begin, end in rules:
        line = bisect_left(places, place - _NEAR)
        found |= {(line, n) for n in range(bisect_left(middles, begin), bisect_right(middles, end))}
    return found


_FEWEST = 3
"""Cells with a text that a table has at least."""


def _places(rules: Iterable[Rule]) -> list[float]:
    return [group[0][0] for group in _groups(sorted(rules))]


def _middle(piece: Piece) -> tuple[float, float]:
    return (piece.left + piece.right) / 2, piece.baseline + _MIDDLE * piece.size
