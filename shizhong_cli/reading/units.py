"""Conversion between units of different size. The only importer of pint, and only when there is one to make.

Factors are exact: 1 亩 is 2000/3 平方米 (the legal 市制 value), not 666.67.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from shizhong_cli.core.model import Rate
from shizhong_cli.core.written import Written

if TYPE_CHECKING:
    from pint import UnitRegistry

_DEFINITIONS = {
    "平方米": "m2 = [area]",
    "亩": "mu = 2000 / 3 * m2",
    "公顷": "hectare = 10000 * m2",
    "平方公里": "km2 = 1000000 * m2",
    "米": "metre = [length]",
    "公里": "kilometre = 1000 * metre",
    "千米": "kilometre",
    "里": "li = 500 * metre",
    "海里": "nautical_mile = 1852 * metre",
    "厘米": "centimetre = metre / 100",
    "毫米": "millimetre = metre / 1000",
    "英寸": "inch_length = 127 * metre / 5000",
    "微米": "micrometre = metre / 1000000",
    "纳米": "nanometre = metre / 1000000000",
    "立方米": "m3 = [volume]",
    "升": "litre = m3 / 1000",
    "吨": "tonne = 1000 * kilogram",
    "公斤": "kilogram = [mass]",
    "千克": "kilogram",
    "斤": "jin = kilogram / 2",
    "克": "gram = kilogram / 1000",
    "瓦": "watt = [power]",
    "千瓦": "kilowatt = 1000 * watt",
    "兆瓦": "megawatt = 1000000 * watt",
    "吉瓦": "gigawatt = 1000000000 * watt",
    "千瓦时": "kilowatt_hour = [energy]",
    "兆瓦时": "megawatt_hour = 1000 * kilowatt_hour",
    "P": "petaflops = [computing_power]",
    "EFLOPS": "exaflops = 1000 * petaflops",
    "比特": "bit = [data]",
    "GB": "gigabyte = 8000000000 * bit",
    "TB": "terabyte = 8000000000000 * bit",
    "PB": "petabyte = 8000000000000000 * bit",
    "EB": "exabyte = 8000000000000000000 * bit",
    "Mbps": "megabit_per_second = [data_rate]",
    "Gbps": "gigabit_per_second = 1000 * megabit_per_second",
    "Tbps": "terabit_per_second = 1000000 * megabit_per_second",
    "小时": "hour = [time]",
    "分钟": "minute = hour / 60",
    "秒": "second = hour / 3600",
    "毫秒": "millisecond = hour / 3600000",
}
"""Every unit that can be converted by itself, each scale spelled out."""

_CURRENCIES = {
    "元": "yuan",
    "美元": "dollar",
    "欧元": "euro",
    "港元": "hong_kong_dollar",
}
"""Money of two currencies is not of one dimension: it needs a dated rate."""


def convert(written: Written, target: str, rate: Rate | None = None) -> Written | None:
    """The same figure in the unit ``target``, money by ``rate``; ``None`` when they do not measure the same thing."""
    if written.unit == target:
        return written
    factor = conversion_factor(written.unit, target) if rate is None else exchange_factor(written.unit, target, rate)
    if factor is None:
        return None
    return written._replace(
        value=written.value * factor, place=written.place * factor, scale=written.scale * factor, unit=target
    )


def conversion_factor(unit: str, target: str) -> Fraction | None:
    """What a number in ``unit`` is multiplied by to be in ``target``; ``None`` when there is no such number."""
    if unit not in _DEFINITIONS or target not in _DEFINITIONS:
        return None
    from pint.errors import DimensionalityError

    registry = _registry()
    try:
        quantity = registry.Quantity(Fraction(1), _name(unit)).to(_name(target))
    except DimensionalityError:
        return None
    return Fraction(quantity.magnitude)


def exchange_factor(unit: str, target: str, rate: Rate) -> Fraction | None:
    """What an amount in one currency is multiplied by to be in another; ``None`` when the rate is not of these two."""
    if {unit, target} != {rate.unit, rate.into} or unit not in _CURRENCIES or target not in _CURRENCIES:
        return None
    one, other = _CURRENCIES[rate.unit], _CURRENCIES[rate.into]
    factor = rate.factor
    registry = _registry_of((f"{other} = [money]", f"{one} = {factor.numerator} / {factor.denominator} * {other}"))
    return Fraction(registry.Quantity(Fraction(1), _CURRENCIES[unit]).to(_CURRENCIES[target]).magnitude)


def _name(unit: str) -> str:
    return _DEFINITIONS[unit].split(" ")[0]


@cache
def _registry() -> UnitRegistry[Fraction]:
    definitions = sorted(set(_DEFINITIONS.values()), key=lambda text: "[" not in text)
    return _registry_of(tuple(text for text in definitions if "=" in text))


@cache
def _registry_of(definitions: tuple[str, ...]) -> UnitRegistry[Fraction]:
    from pint import UnitRegistry

    registry: UnitRegistry[Fraction] = UnitRegistry(None, non_int_type=Fraction)
    for definition in definitions:
        registry.define(definition)
    return registry
