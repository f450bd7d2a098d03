"""A figure in another unit, as a person asks for it."""

from __future__ import annotations

from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.declared import Rate
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.assumptions import rate_for
from shizhong_cli.reading.conversion import convert
from shizhong_cli.reading.english import read_typed
from shizhong_cli.reading.values import read_number
from shizhong_cli.tuples import NamedTuple


class Changed(NamedTuple):
    """What was asked for, and what it is; all in the unit asked for, divided by its scale word (万, 亿)."""

    given: Written
    unit: str  # as it was asked for: 亿元
    result: Written
    scale: Written  # one of that unit
    values: Interval  # what the wording of the figure allows, in the unit without its scale word
    rate: Rate | None = None


def changed(
    catalogue: Catalogue, figure: str, unit: str, place: Place, unit_place: Place, problems: list[Problem]
) -> Changed | None:
    """The figure in the unit; ``None`` with problems when one of them cannot be read, or they measure unlike things."""
    given = read_typed(figure, catalogue.units, place, problems)
    one = _one_of(unit.strip(), catalogue, unit_place, problems)
    if given is None or one is None:
        return None
    if not given.unit:
        problems.append(Problem(place, "A046", given.text.strip(), f"{given.text.strip()}{one.unit}"))
        return None
    rate = rate_for(catalogue.rates, given.unit, one.unit, None)
    result = convert(given, one.unit, rate)
    if result is None:
        currencies = [catalogue.units[w.unit].currency for w in (given, one) if w.unit in catalogue.units]
        code = "A013" if len(currencies) == 2 and all(currencies) else "A038"
        problems.append(Problem(place, code, given.text.strip(), unit))
        return None
    return Changed(given, unit, result, one, result.entailed(), rate)


def _one_of(unit: str, catalogue: Catalogue, place: Place, problems: list[Problem]) -> Written | None:
    """One of a unit, named in Chinese or English; ``None`` with a problem where there is none of the name."""
    if unit.isascii() and unit[:1].isalpha():
        return read_typed(f"1 {unit}", catalogue.units, place, problems)
    return read_number(f"1{unit}", catalogue.units, place, problems)
