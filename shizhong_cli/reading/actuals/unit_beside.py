"""A figure and the unit that stands in a cell, or an option, beside it."""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.units import RATIOS, Unit
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.values import read_number


def with_unit(figure: str, unit: str, units: Mapping[str, Unit], place: Place, problems: list[Problem]) -> str:
    """A figure and the unit beside it as one text: ``1,520.3`` and ``亿元`` are 1,520.3亿元.

    A unit in the figure itself counts before the one beside it, which a template may have filled in.
    """
    if unit not in units and any(character in "0123456789.," for character in half_width(unit)):
        problems.append(Problem(place, "F002", unit))  # 5.2 beside 12亿元 would be 5.212亿元
        return figure
    own = read_number(figure, units, place, [])
    beside = read_number(f"1{unit}", units, place, problems)
    if own is None or beside is None or own.unit:
        return figure
    if not own.digits and beside.unit in RATIOS:
        return figure  # 五分之一 is a ratio by itself
    word = unit if abs(own.scale) == 1 else beside.unit
    number = compiled(_NUMBER).search(figure)
    end = number.end() if number else len(figure)
    return f"{figure[:end]}{word}{figure[end:]}"


_NUMBER = r"[0-9０-９][0-9０-９,，.．]*(?:万亿|[十百千]?[万亿]|[十百千])?[余多]?"
