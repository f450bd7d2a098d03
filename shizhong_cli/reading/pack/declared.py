"""What the files have declared before a figure is read."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping

from shizhong_cli.core.figure.alike import Alike
from shizhong_cli.core.figure.units import Unit, is_other_word
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Indicator, Section
from shizhong_cli.problems import Problem
from shizhong_cli.reading.conversion import conversion_factor, convert
from shizhong_cli.tuples import NamedTuple


class Declared(NamedTuple):
    """What the files have declared that a figure can refer to."""

    indicators: AbstractMapping[str, Indicator]
    sections: AbstractMapping[str, Section]
    units: AbstractMapping[str, Unit]
    problems: list[Problem]
    alike: Alike  # of these units


def can_be_one(units: AbstractMapping[str, Unit], word: str, other: str) -> bool:
    """Whether numbers in one of two units can be told in the other."""
    return is_other_word(units, word, other) or conversion_factor(word, other) is not None


def in_first_unit(declared: Declared, indicator: str, written: Written) -> Written:
    """The number in the first of the units that its indicator declares: converted, where another is of another size."""
    known = declared.indicators.get(indicator)
    if known is None:
        return written
    if written.unit in known.units and written.unit != known.units[0]:
        first = known.units[0]
        is_word = is_other_word(declared.units, written.unit, first)
        written = written._replace(unit=first) if is_word else convert(written, first) or written
    if known.per:  # so many for each are a quotient, which is rounded, and no number of things
        written = written._replace(whole=False, countable=False)
    return written
