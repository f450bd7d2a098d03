"""What a number and a figure must have in common to be the same."""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.parsing import read_printed
from shizhong_cli.core.figure.units import STEP, Unit
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.report.figure_text import printed
from shizhong_cli.core.report.scanning import FoundNumber, NumberClass

Key = tuple[str, Fraction, str, Fraction | None]
"""Digits, value without sign, unit, and the size of a step: what a number and a figure must have in common."""


def keys_of(figure: Figure, catalogue: Catalogue) -> list[Key]:
    """What a number may look like to be that of a figure, one for every unit it may have.

    A range in digits is two numbers of the text, and no one number is it.
    """
    written = figure.written
    if written.ends and written.digits:
        return []
    same = catalogue.indicators[figure.indicator].units
    words = [written.unit, *(catalogue.units[word].symbol for word in same if word in catalogue.units)]
    as_typed = read_printed(written.text, catalogue.units)
    if as_typed is not None and not as_typed.unit:
        words.append("")  # the unit is declared beside it
    return [(written.digits, abs(written.value), unit, written.step) for unit in dict.fromkeys(words)]


def key_of(number: FoundNumber, units: Mapping[str, Unit]) -> Key | None:
    """What a figure must look like to be that of a number; nothing for one without value or known unit."""
    if number.class_ is not NumberClass.QUANTITY or number.value is None or number.unit is None:
        return None
    as_typed = read_printed(printed(number), units) if number.unit == STEP else None
    return number.digits, abs(number.value), number.unit, as_typed.step if as_typed else None


def ends_of(figure: Figure) -> tuple[Key, Key] | None:
    """What the two numbers of a range look like."""
    written = figure.written
    if len(written.ends) != 2:
        return None
    first, second = written.ends
    return (first.digits, abs(first.value), first.unit, None), (second.digits, abs(second.value), second.unit, None)
