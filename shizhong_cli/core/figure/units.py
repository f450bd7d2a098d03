"""The units that figures are printed in.

A unit is what is left of a printed figure when number and scale word are taken away. Two units are the same only
when they are the same word or one is declared a spelling of the other: 家 is not 户, 个百分点 is not %. All that is
known of a unit stands in its one row here: what it measures, its exact size (1 亩 is 2000/3 平方米, the legal value),
how it is spelled, and which currency it is.
"""

from collections.abc import Mapping

from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.tuples import NamedTuple


class Unit(NamedTuple):
    """One unit of measurement."""

    symbol: str  # as printed: 户, 亿 is never part of it
    name_en: str
    dimension: str  # units of one dimension can be converted; a count is a dimension of its own
    whole: bool  # counts things that come in whole numbers
    spellings: tuple[str, ...] = ()
    factor: Fraction | None = None  # its size, in the unit of its dimension whose size is 1; none for counts and money
    currency: str = ""  # the code of a currency (ISO 4217)


PERCENT = "%"
PER_MILLE = "‰"
POINT = "个百分点"
MILLE_POINT = "个千分点"
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


def _ratios(*rows: str) -> list[Unit]:
    """Amounts for each of something, written with a stroke: "元/亩 yuan/mu", with further spellings behind."""
    parts = [row.split(" ") for row in rows]
    return [Unit(symbol, english, symbol, False, tuple(spellings)) for symbol, english, *spellings in parts]


def _sized(dimension: str, *rows: str) -> list[Unit]:
    """Units of one dimension: symbol, English, size, further spellings; a ``_`` stands for a blank."""
    parts = [row.split(" ") for row in rows]
    return [
        Unit(symbol, english.replace("_", " "), dimension, False, tuple(spellings), exact_number(factor))
        for symbol, english, factor, *spellings in parts
    ]


def _money(*rows: str) -> list[Unit]:
    """Currencies: symbol, English, code, further spellings; each a dimension of its own, tied by dated rates only."""
    parts = [row.split(" ") for row in rows]
    return [
        Unit(symbol, english.replace("_", " "), f"money_{code}", False, (code, *spellings), None, code)
        for symbol, english, code, *spellings in parts
    ]


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
    Unit(MILLE_POINT, "per mille points", "point_per_mille", False, ("千分点",)),
    Unit("个基点", "bp", "basis_point", False, ("基点",)),
    Unit(TIMES, "times", "ratio", False),
    Unit(TENTH, "tenths", "ratio", False),
    Unit("户", "households", "户", True, ("个体工商户", "农户", "家庭")),
    Unit("人", "persons", "人", True, _PERSONS),
    Unit("套", "homes", "套", True, ("套(间)", "套/间", "间")),
    Unit("标箱", "TEU", "标箱", True, ("标准箱", "个标箱", "个标准箱", "国际标准箱", "TEU")),
    *_counts(人次="visits", 户次="household visits", 家次="enterprise visits", 场次="sessions", 亩次="mu passes"),
    Unit("天", "days", "天", True, ("日",)),
    *_counts(周="weeks", 个月="months", 季度="quarters", 年="years"),
    Unit("个工作日", "working days", "工作日", True, ("工作日",)),
    Unit("岁", "years of age", "岁", True, ("周岁",)),
    *_counts(周年="anniversaries"),
    *_counts(架="aircraft", 架次="flights", 班次="services", 车次="vehicle trips", 辆次="vehicle trips"),
    *_counts(艘次="ship calls", 列次="train runs", 人份="doses", 床位="beds", 学位="school places"),
    *_counts(省="provinces", 市="cities", 县="counties", 区="districts", 国="countries", 镇="towns", 乡="townships"),
    *_counts(企业="enterprises", 城市="cities"),
    *_classifiers("家个名项件处座所台条支场路起次辆只张份村床宗批株棵本篇门班栋幢盏口头对位款类种"),
    *_classifiers("艘列趟册幅首部根枚颗块孔眼层道段届期轮组队团例单笔"),
    *_classifiers("页字科站校厂园馆院店剂针羽尾匹箱片步环节级席盒瓶袋柜"),
    *_money("元 yuan CNY 人民币元", "美元 US_dollars USD 美金", "欧元 euros EUR", "英镑 pounds_sterling GBP"),
    *_money("港元 Hong_Kong_dollars HKD 港币", "日元 Japanese_yen JPY 日圆", "韩元 Korean_won KRW"),
    *_sized("area", "平方米 m² 1 平米 ㎡ m² m2", "平方公里 km² 1000000 平方千米 km² km2 ㎢", "公顷 ha 10000 hm² hm2"),
    *_sized("area", "亩 mu 2000/3"),
    *_sized("area", "平方厘米 cm² 1/10000 cm² cm2", "平方毫米 mm² 1/1000000 mm² mm2"),
    *_sized("length", "米 m 1 m", "公里 km 1000 km ㎞", "千米 km 1000", "里 li 500", "海里 nautical_miles 1852"),
    *_sized("length", "厘米 cm 1/100 cm ㎝", "毫米 mm 1/1000 mm ㎜", "微米 µm 1/1000000", "纳米 nm 1/1000000000"),
    *_sized("length", "英寸 inches 127/5000"),
    *_sized("volume", "立方米 m³ 1 立方 方 m³ m3 ㎥", "升 litres 1/1000 L", "毫升 ml 1/1000000 mL ml"),
    *_sized("volume", "立方厘米 cm³ 1/1000000 cm³ cm3"),
    *_sized("mass", "公斤 kg 1", "千克 kg 1 kg ㎏", "吨 t 1000 t", "斤 jin 1/2", "克 g 1/1000"),
    *_sized("mass", "毫克 mg 1/1000000 mg ㎎", "微克 µg 1/1000000000 µg μg"),
    *_sized("train_distance", "车公里 car-km 1"),
    *_sized("freight", "吨公里 t·km 1"),
    *_sized("passengers", "人公里 passenger-km 1"),
    *_sized("coal_equivalent", "吨标准煤 tce 1 吨标煤"),
    *_sized("carbon", "吨二氧化碳 t_CO₂ 1 吨二氧化碳当量"),
    *_sized("power", "瓦 W 1", "千瓦 kW 1000 kW", "兆瓦 MW 1000000 MW", "吉瓦 GW 1000000000 GW"),
    *_sized("apparent_power", "千伏安 kVA 1"),
    *_sized("voltage", "千伏 kV 1 kV KV"),
    *_sized("energy", "千瓦时 kWh 1 度电 度 kWh 千瓦小时", "兆瓦时 MWh 1000 MWh", "吉瓦时 GWh 1000000 GWh"),
    *_sized("computing_power", "P PFLOPS 1 PFLOPS PFlops PF", "EFLOPS EFLOPS 1000 EFlops EF"),
    *_sized("data", "比特 bits 1", "GB GB 8000000000", "TB TB 8000000000000", "PB PB 8000000000000000"),
    *_sized("data", "EB EB 8000000000000000000"),
    *_sized("data_rate", "Mbps Mbit/s 1", "Gbps Gbit/s 1000", "Tbps Tbit/s 1000000"),
    *_sized("concentration", "微克每立方米 µg/m³ 1 微克/立方米 μg/m³ μg/m3 µg/m³ µg/m3 ug/m³ ug/m3"),
    Unit("公里/小时", "km/h", "公里/小时", False, ("km/h",)),
    Unit("米/秒", "m/s", "米/秒", False, ("m/s",)),
    Unit("分贝", "dB", "分贝", False, ("dB(A)", "dB")),
    Unit("毫克/升", "mg/L", "毫克/升", False, ("mg/L", "mg/l", "㎎/L")),
    Unit("分", "points", "分", False),
    *_ratios("元/平方米·月 yuan/m²/month"),
    *_ratios("元/人 yuan/person", "元/月 yuan/month", "元/人·月 yuan/person/month", "元/吨 yuan/t"),
    *_ratios("元/亩 yuan/mu", "元/平方米 yuan/m²", "元/千瓦时 yuan/kWh", "公斤/亩 kg/mu", "斤/亩 jin/mu"),
    *_ratios("吨/日 t/day t/d 吨/天", "吨/小时 t/h t/h 吨/时", "吨标准煤/万元 tce/10,000_yuan tce/万元"),
    *_ratios("吨二氧化碳/万元 t_CO₂/10,000_yuan tCO₂/万元 tCO2/万元", "立方米/小时 m³/h m³/h m3/h"),
    *_ratios("立方米/秒 m³/s m³/s m3/s 立方/秒"),
    *_ratios("吨/年 t/year t/a", "立方米/日 m³/day m³/d m3/d 立方米/天"),
    *_ratios(
        "人/平方公里 persons/km²",
        "人/千人口 persons/1000",
        "人/亿元 persons/100_m_yuan",
        "人/百亿元 persons/10_bn_yuan",
    ),
    Unit("/10万", "per 100,000", "/10万", False, ("/十万",)),
    Unit("/万", "per 10,000", "/万", False, ("/1万",)),
    Unit("摄氏度", "°C", "temperature", False, ("℃",)),
    Unit("兆帕", "MPa", "pressure", False, ("MPa",)),
    *_sized("time", "小时 hours 1 个小时", "分钟 minutes 1/60", "秒 seconds 1/3600", "毫秒 milliseconds 1/3600000"),
]

BUILT_IN: dict[str, Unit] = {word: unit for unit in _UNITS for word in (unit.symbol, *unit.spellings)}
"""Every spelling of every unit the program knows by itself."""


def is_other_word(units: Mapping[str, Unit], word: str, other: str) -> bool:
    """Whether two units can be two words for one thing: 件 and 项, and what files declare. 亩 and 公顷 are sizes."""
    known = [units[symbol] for symbol in (word, other) if symbol in units]
    is_one = len({unit.symbol for unit in known}) == 1
    return is_one or all(unit.whole or unit.symbol not in BUILT_IN for unit in known)
