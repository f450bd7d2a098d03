"""What the files have declared before a figure is read."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from typing import NamedTuple

from shizhong_cli.core.figure.alike import Alike
from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Indicator, Section
from shizhong_cli.problems import Problem


class Declared(NamedTuple):
    """What the files have declared that a figure can refer to."""

    indicators: AbstractMapping[str, Indicator]
    sections: AbstractMapping[str, Section]
    units: AbstractMapping[str, Unit]
    problems: list[Problem]
    alike: Alike  # of these units


def in_first_unit(declared: Declared, indicator: str, written: Written) -> Written:
    """The number in the first of the units that count the same thing for its indicator."""
    known = declared.indicators.get(indicator)
    if known is None:
        return written
    if written.unit in known.units:
        written = written._replace(unit=known.units[0])
    if known.per:  # so many for each are a quotient, which is rounded, and no number of things
        written = written._replace(whole=False, countable=False)
    return written
