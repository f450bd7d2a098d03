"""The number that was probably meant: 1451.6 against 1415.6."""

from __future__ import annotations

from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.report.compared import Coverage, Printed

_MOST = 200
"""Left-overs of a section that are looked through; there are more only where text and data have little in common."""


class NearMisses:
    """The left-over numbers and figures of a comparison, by section and by digits."""

    def __init__(self, coverage: Coverage) -> None:
        self.numbers: dict[str, list[Printed]] = {}
        self.figures: dict[str, list[Figure]] = {}
        for it in coverage.undeclared:
            for key in (f"section {it.section}", f"digits {it.number.digits}"):
                self.numbers.setdefault(key, []).append(it)
        for figure in coverage.unmatched:
            digits = figure.written.digits
            for key in (f"section {figure.section}", f"digits {digits}"):
                self.figures.setdefault(key, []).append(figure)

    def number(self, figure: Figure) -> Printed | None:
        """The undeclared number most like a figure that the text does not have."""
        digits = figure.written.digits
        near = self.numbers.get(f"section {figure.section}", [])[:_MOST]
        near = near + self.numbers.get(f"digits {digits}", [])[:_MOST]
        costs = [(cost, n) for n, it in enumerate(near) if (cost := _cost(figure, it)) is not None]
        return near[min(costs)[1]] if costs else None

    def figure(self, it: Printed) -> Figure | None:
        """The figure most like a number that the data do not have, out of those that the text does not have."""
        near = self.figures.get(f"section {it.section}", [])[:_MOST]
        near = near + self.figures.get(f"digits {it.number.digits}", [])[:_MOST]
        costs = [(cost, n) for n, figure in enumerate(near) if (cost := _cost(figure, it)) is not None]
        return near[min(costs)[1]] if costs else None


def _cost(figure: Figure, it: Printed) -> tuple[int, bool, int] | None:
    """How unlike they are; nothing when they are not alike at all."""
    written, number = figure.written, it.number
    elsewhere, other_unit = figure.section != it.section, written.unit != number.unit
    if not written.digits or not number.digits:
        return (0, other_unit, 0) if not elsewhere and written.digits == number.digits else None
    if elsewhere and written.digits != number.digits:
        return None
    distance = digit_distance(written.digits, number.digits)
    if 2 * distance > max(len(written.digits), len(number.digits)) and (other_unit or distance > 1):
        return None
    return distance, other_unit, elsewhere


def digit_distance(one: str, other: str) -> int:
    """How many digits were changed, left out, added or exchanged with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
