"""Conversion between units of different size. The only importer of pint, and only when there is one to make.

The sizes are those of ``core.figure.units``, exact fractions: 1 亩 is 2000/3 平方米, not 666.67.
"""

from __future__ import annotations

from fractions import Fraction as Magnitude  # pint reads its definitions as text
from functools import cache
from typing import TYPE_CHECKING

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.units import BUILT_IN, PER_MILLE, PERCENT, RATIOS, TENTH, Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.declared import Rate

if TYPE_CHECKING:
    from pint import UnitRegistry


def convert(written: Written, target: str, rate: Rate | None = None) -> Written | None:
    """The same figure in the unit ``target``, money by ``rate``; ``None`` when they do not measure the same thing."""
    if written.unit == target:
        return written
    factor = conversion_factor(written.unit, target) if rate is None else exchange_factor(written.unit, target, rate)
    if factor is None:
        return None
    return _times(written, factor, target)


def _times(written: Written, factor: Fraction, target: str) -> Written:
    """The figure with every number in it, both ends of a range included, in the other unit."""
    ends = tuple(_times(end, factor, target) for end in written.ends)
    value, place, scale = (number * factor for number in (written.value, written.place, written.scale))
    return written._replace(value=value, place=place, scale=scale, unit=target, ends=ends)


def conversion_factor(unit: str, target: str) -> Fraction | None:
    """What a number in ``unit`` is multiplied by to be in ``target``; ``None`` when there is no such number."""
    if unit in _PARTS and target in _PARTS:
        return Fraction(RATIOS[target]) / RATIOS[unit]
    one, other = BUILT_IN.get(unit), BUILT_IN.get(target)
    if one is None or other is None or not one.factor or not other.factor or one.dimension != other.dimension:
        return None
    return _plain(_registry().Quantity(Magnitude(1), _name(one)).to(_name(other)).magnitude)


_PARTS = (PERCENT, PER_MILLE, TENTH)
"""Units of parts of a whole; points and 倍 are none."""


def exchange_factor(unit: str, target: str, rate: Rate) -> Fraction | None:
    """What an amount in one currency is multiplied by to be in another; ``None`` when the rate is not of these two."""
    known = [BUILT_IN[symbol] for symbol in (rate.unit, rate.into) if symbol in BUILT_IN]
    if {unit, target} != {rate.unit, rate.into} or not all(it.currency for it in known) or len(known) < 2:
        return None
    return rate.factor if unit == rate.unit else 1 / rate.factor


def _plain(magnitude: Magnitude) -> Fraction:
    return Fraction(magnitude.numerator, magnitude.denominator)


def _name(unit: Unit) -> str:
    """What the registry calls a unit: a word of its own for each, since 亩 and µ are no names there."""
    return f"unit_{'_'.join(f'{ord(c):x}' for c in unit.symbol)}"


@cache
def _registry() -> UnitRegistry[Magnitude]:
    sized = {unit.symbol: unit for unit in BUILT_IN.values() if unit.factor}
    dimensions = dict.fromkeys(unit.dimension for unit in sized.values())
    bases = [f"base_{dimension} = [{dimension}]" for dimension in dimensions]
    return _registry_of((*bases, *(_definition(unit) for unit in sized.values())))


def _definition(unit: Unit) -> str:
    assert unit.factor is not None
    return f"{_name(unit)} = {unit.factor.numerator} / {unit.factor.denominator} * base_{unit.dimension}"


@cache
def _registry_of(definitions: tuple[str, ...]) -> UnitRegistry[Magnitude]:
    from pint import UnitRegistry

    registry: UnitRegistry[Magnitude] = UnitRegistry(None, non_int_type=Magnitude)
    for definition in definitions:
        registry.define(definition)
    return registry
