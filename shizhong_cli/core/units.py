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
TENTH = "成"
STEP = "台阶"
MONEY = "元"

RATIOS = {PERCENT: 100, PER_MILLE: 1000, POINT: 100, TIMES: 1, TENTH: 10, "": 1}
"""Units of ratios, and what a number in them is divided by to give the plain ratio."""


def _counts(**words: str) -> list[Unit]:
    return [Unit(symbol, english, symbol, True) for symbol, english in words.items()]


def _classifiers(words: str) -> list[Unit]:
    """Counting words without an English equivalent; what they count is said by the name of the indicator."""
    return [Unit(symbol, symbol, symbol, True) for symbol in words]


def _ratios(*pairs: str) -> list[Unit]:
    """Amounts for each of something, written with a stroke: "元/亩 yuan/mu"; each a dimension of its own."""
    return [Unit(symbol, english, symbol, False) for symbol, english in (pair.split(" ") for pair in pairs)]


def _measures(dimension: str, **words: str) -> list[Unit]:
    return [Unit(symbol, english, dimension, False) for symbol, english in words.items()]


_PERSONS = (
    "群众", "居民", "农民", "职工", "学生", "师生", "老人", "老年人", "儿童", "游客", "党员", "干部", "移民", "村民",
    "市民", "人口", "贫困人口", "农村贫困人口", "劳动力", "农民工", "毕业生", "高校毕业生", "农业转移人口",
    "残疾人", "农村人口",
)  # fmt: skip
"""Words for people that are printed where a counting word would stand: 2.8万群众."""

_UNITS = [
    Unit(PERCENT, "%", "ratio", False, ("％",)),
    Unit(PER_MILLE, "‰", "ratio", False),
    Unit(POINT, "pp", "point", False, ("百分点",)),
    Unit("个基点", "bp", "basis_point", False, ("基点",)),
    Unit(TIMES, "times", "ratio", False),
    Unit(TENTH, "tenths", "ratio", False),
    Unit("户", "households", "户", True, ("个体工商户", "农户", "家庭")),
    Unit("人", "persons", "人", True, _PERSONS),
    Unit("套", "homes", "套", True, ("套(间)", "套/间", "间")),
    Unit("标箱", "TEU", "标箱", True, ("标准箱", "个标箱", "个标准箱", "国际标准箱", "TEU")),
    *_counts(人次="visits", 户次="household visits", 家次="enterprise visits", 场次="sessions", 亩次="mu passes"),
    Unit("天", "days", "天", True, ("日",)),
    *_counts(周="weeks", 个月="months", 季度="quarters", 年="years", 工作日="working days"),
    *_counts(岁="years of age", 周年="anniversaries"),
    *_counts(架="aircraft", 架次="flights", 班次="services", 车次="vehicle trips", 辆次="vehicle trips"),
    *_counts(艘次="ship calls", 列次="train runs", 人份="doses", 床位="beds", 学位="school places"),
    *_counts(省="provinces", 市="cities", 县="counties", 区="districts", 国="countries", 镇="towns", 乡="townships"),
    *_counts(企业="enterprises", 城市="cities"),
    *_classifiers("家个名项件处座所台条支场路起次辆只张份村床宗批株棵本篇门班栋幢盏口头对位款类种"),
    *_classifiers("艘列趟册幅首部根枚颗块孔眼层道段届期轮组队团例单笔页字科站校厂园馆院店剂针羽尾匹箱片步环节级席盒瓶袋柜"),
    *_measures("money", 元="yuan"),
    *_measures("dollars", 美元="US dollars"),
    *_measures("euros", 欧元="euros"),
    *_measures("hong_kong_dollars", 港元="Hong Kong dollars"),
    *_measures("yen", 日元="Japanese yen"),
    *_measures("pounds", 英镑="pounds sterling"),
    Unit("平方米", "m²", "area", False, ("平米", "㎡", "m²", "m2")),
    Unit("平方公里", "km²", "area", False, ("平方千米", "km²", "km2")),
    Unit("公顷", "ha", "area", False, ("hm²", "hm2")),
    *_measures("area", 亩="mu"),
    Unit("公里", "km", "length", False, ("km",)),
    *_measures("length", 米="m", 千米="km", 里="li", 海里="nautical miles", 厘米="cm", 毫米="mm"),
    *_measures("length", 英寸="inches", 微米="µm", 纳米="nm"),
    Unit("立方米", "m³", "volume", False, ("立方", "方", "m³", "m3")),
    *_measures("volume", 升="litres"),
    *_measures("mass", 吨="t", 公斤="kg", 千克="kg", 斤="jin", 克="g"),
    *_measures("train_distance", 车公里="car-km"),
    *_measures("freight", 吨公里="t·km"),
    *_measures("passengers", 人公里="passenger-km"),
    Unit("吨标准煤", "tce", "coal_equivalent", False, ("吨标煤",)),
    Unit("吨二氧化碳", "t CO₂", "carbon", False, ("吨二氧化碳当量",)),
    Unit("千瓦", "kW", "power", False, ("kW",)),
    Unit("兆瓦", "MW", "power", False, ("MW",)),
    Unit("吉瓦", "GW", "power", False, ("GW",)),
    *_measures("power", 瓦="W"),
    *_measures("apparent_power", 千伏安="kVA"),
    Unit("千伏", "kV", "voltage", False, ("kV",)),
    Unit("千瓦时", "kWh", "energy", False, ("度电", "度", "kWh")),
    Unit("兆瓦时", "MWh", "energy", False, ("MWh",)),
    Unit("P", "PFLOPS", "computing_power", False, ("PFLOPS", "PFlops")),
    Unit("EFLOPS", "EFLOPS", "computing_power", False, ("EFlops",)),
    *_measures("data", 比特="bits", GB="GB", TB="TB", PB="PB", EB="EB"),
    *_measures("data_rate", Mbps="Mbit/s", Gbps="Gbit/s", Tbps="Tbit/s"),
    Unit("微克每立方米", "µg/m³", "concentration", False, ("微克/立方米", "μg/m³", "μg/m3")),
    *_ratios("毫克/升 mg/L", "元/人 yuan/person", "元/月 yuan/month", "元/人·月 yuan/person/month", "元/吨 yuan/t"),
    *_ratios("元/亩 yuan/mu", "元/平方米 yuan/m²", "元/千瓦时 yuan/kWh", "公斤/亩 kg/mu", "斤/亩 jin/mu"),
    *_ratios("吨/日 t/day"),
    *_ratios("吨/年 t/year", "立方米/日 m³/day", "人/平方公里 persons/km²", "公里/小时 km/h", "人/千人口 persons/1000"),
    Unit("摄氏度", "°C", "temperature", False, ("℃",)),
    Unit("兆帕", "MPa", "pressure", False, ("MPa",)),
    Unit("小时", "hours", "time", False, ("个小时",)),
    *_measures("time", 分钟="minutes", 秒="seconds", 毫秒="milliseconds"),
]  # fmt: skip

BUILT_IN: dict[str, Unit] = {word: unit for unit in _UNITS for word in (unit.symbol, *unit.spellings)}
"""Every spelling of every unit the program knows by itself."""
