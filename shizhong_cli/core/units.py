"""The units that figures are printed in.

A unit is what is left of a printed figure when number and scale word are taken away. Two units are the same only
when they are the same word or one is declared a spelling of the other: 家 is not 户, 个百分点 is not %.
"""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """One unit of measurement."""

    symbol: str  # as printed: 户, 亿 is never part of it
    name_en: str
    dimension: str  # units of one dimension can be converted; a count is a dimension of its own
    whole: bool  # counts things that come in whole numbers
    spellings: tuple[str, ...] = ()


PERCENT = "%"
PER_MILLE = "‰"
POINT = "个百分点"
TIMES = "倍"
STEP = "台阶"
MONEY = "元"

RATIOS = {PERCENT: 100, PER_MILLE: 1000, POINT: 100, TIMES: 1, "": 1}
"""Units of ratios, and what a number in them is divided by to give the plain ratio."""


def _counts(**words: str) -> list[Unit]:
    return [Unit(symbol, english, symbol, True) for symbol, english in words.items()]


def _classifiers(words: str) -> list[Unit]:
    """Counting words without an English equivalent; what they count is said by the name of the indicator."""
    return [Unit(symbol, symbol, symbol, True) for symbol in words]


def _measures(dimension: str, **words: str) -> list[Unit]:
    return [Unit(symbol, english, dimension, False) for symbol, english in words.items()]


_UNITS = [
    Unit(PERCENT, "%", "ratio", False, ("％",)),
    Unit(PER_MILLE, "‰", "ratio", False),
    Unit(POINT, "pp", "point", False, ("百分点",)),
    Unit(TIMES, "times", "ratio", False),
    Unit("人", "persons", "人", True, ("群众",)),
    Unit("套", "homes", "套", True, ("套(间)", "套/间", "间")),
    *_counts(户="households", 人次="visits", 天="days", 年="years"),
    *_classifiers("家个名项件处座所台条支场路起次辆只张份村床宗批株棵本篇门班栋幢盏口头对位款类种"),
    *_measures("money", 元="yuan"),
    *_measures("dollars", 美元="US dollars"),
    *_measures("euros", 欧元="euros"),
    *_measures("hong_kong_dollars", 港元="Hong Kong dollars"),
    *_measures("area", 平方米="m²", 亩="mu", 公顷="ha", 平方公里="km²"),
    *_measures("length", 米="m", 公里="km", 千米="km"),
    *_measures("volume", 立方米="m³"),
    *_measures("mass", 吨="t", 公斤="kg", 千克="kg"),
    *_measures("coal_equivalent", 吨标准煤="tce"),
    *_measures("power", 瓦="W", 千瓦="kW", 兆瓦="MW"),
    Unit("千瓦时", "kWh", "energy", False, ("度",)),
    *_measures("computing_power", P="PFLOPS"),
    *_measures("concentration", 微克每立方米="µg/m³"),
    Unit("小时", "hours", "time", False),
]  # fmt: skip

BUILT_IN: dict[str, Unit] = {word: unit for unit in _UNITS for word in (unit.symbol, *unit.spellings)}
"""Every spelling of every unit the program knows by itself."""
