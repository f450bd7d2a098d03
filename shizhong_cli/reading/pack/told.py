"""Whether what a row tells of its figure is what the text of the figure says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shizhong_cli.core.figure.exact import Fraction, exact_number, exact_text
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.problems import Place, Problem

Row = Mapping[str, str]


def untrue_cells(catalogue: Catalogue, given: Mapping[str, list[tuple[Row, Place]]]) -> Iterator[Problem]:
    """The cells that say another number, unit or bound than the text of their figure."""
    read = {"baseline": catalogue.baselines, "target": catalogue.targets, "reference": catalogue.references}
    for role, rows in given.items():
        by_indicator: dict[str, list[Target]] = {}
        for figure in read[role]:
            by_indicator.setdefault(figure.indicator, []).append(figure)
        waiting = {id: iter(figures) for id, figures in by_indicator.items()}
        for row, place in rows:
            yield from _untrue(next(waiting[row["indicator"]]), row, place)


def _untrue(figure: Target, row: Row, place: Place) -> Iterator[Problem]:
    written = figure.written if isinstance(figure, Figure) else None
    if "bound" in row and (written is None or row["bound"] != written.bound.value):
        yield Problem(place, "K007", f"bound: {row['bound']}", f"{written.bound.value if written else ''}")
    if "value" in row and (written is None or not _is_number(row["value"], written.value)):
        yield Problem(place, "K007", f"value: {row['value']}", exact_text(written.value if written else None) or "")


def _is_number(text: str, value: Fraction) -> bool:
    """Whether a text is a number, or the fifteen digits of it that a table for spreadsheets has."""
    try:
        given = exact_number(text)
    except (ValueError, ZeroDivisionError):
        return False
    return given == value or (len(text) > _CUT and abs(given - value) * 10**14 < abs(value))


_CUT = 15
"""Digits of a number that is cut."""
