"""Indicators that nearly every work report has, and what a name tells about the direction of any other."""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.terms import Direction
from shizhong_cli.tuples import NamedTuple

_CONSTANT = {Measure.FLOW: "current", Measure.GROWTH: "constant", Measure.AVERAGE_GROWTH: "constant"}
_CURRENT = {Measure.FLOW: "current", Measure.GROWTH: "current", Measure.AVERAGE_GROWTH: "current"}


class Common(NamedTuple):
    """What is known about an indicator by its name."""

    id: str
    name_en: str
    prices: Mapping[Measure, str] = {}
    direction: Direction = Direction.UP
    per: str = ""
    stock: bool = False  # an amount of it is what there is at the end, not what a year came to
    rate: bool = False  # it has no amount: a share or a rate

    @property
    def kind(self) -> Measure | None:
        """What an amount of it is, where there is only one answer."""
        if self.rate:
            return None
        return Measure.LEVEL if self.stock else Measure.FLOW


_KNOWN: tuple[tuple[str, Common], ...] = (
    ("地区生产总值 国内生产总值 生产总值 GDP 经济总量", Common("gdp", "Gross regional product", _CONSTANT)),
    (
        "人均地区生产总值 人均生产总值 人均国内生产总值 人均GDP",
        Common("gdp_per_capita", "Gross regional product per capita", _CONSTANT, per="人"),
    ),
    (
        "一般公共预算收入 地方一般公共预算收入 地方公共财政预算收入 公共财政预算收入 公共财政收入 "
        "一般预算收入 地方一般预算收入 一般公共财政预算收入",
        Common("budget_revenue", "General public budget revenue", _CURRENT),
    ),
    (
        "一般公共预算支出 地方一般公共预算支出 公共财政预算支出 一般预算支出",
        Common("budget_expenditure", "General public budget expenditure", _CURRENT),
    ),
    ("财政收入 财政总收入", Common("fiscal_revenue", "Fiscal revenue", _CURRENT)),
    ("地方财政收入 地方级财政收入", Common("local_fiscal_revenue", "Local fiscal revenue", _CURRENT)),
    ("税收收入 各项税收收入", Common("tax_revenue", "Tax revenue", _CURRENT)),
    (
        "固定资产投资 全社会固定资产投资 固定资产投资额 固定资产投资总额 城镇固定资产投资 500万元以上固定资产投资",
        Common("fixed_asset_investment", "Fixed asset investment", _CURRENT),
    ),
    ("民间投资 民间固定资产投资", Common("private_investment", "Private investment", _CURRENT)),
    ("工业投资 工业固定资产投资", Common("industrial_investment", "Industrial investment", _CURRENT)),
    (
        "工业技改投资 技改投资 工业技术改造投资 技术改造投资",
        Common("technical_upgrading_investment", "Investment in technical upgrading", _CURRENT),
    ),
    ("制造业投资", Common("manufacturing_investment", "Manufacturing investment", _CURRENT)),
    ("基础设施投资", Common("infrastructure_investment", "Infrastructure investment", _CURRENT)),
    ("高技术产业投资", Common("high_tech_investment", "Investment in high-tech industries", _CURRENT)),
    ("房地产开发投资 房地产投资", Common("real_estate_investment", "Real estate development investment", _CURRENT)),
    (
        "社会消费品零售总额 全社会消费品零售总额 社会消费品零售额 社零额 社零总额 社零",
        Common("retail_sales", "Total retail sales of consumer goods", _CURRENT),
    ),
    (
        "规模以上工业增加值 规上工业增加值 规模工业增加值 规模以上工业企业增加值",
        Common("large_industrial_value_added", "Value added of industry above designated size", _CONSTANT),
    ),
    ("工业增加值 全部工业增加值 全部工业", Common("industrial_value_added", "Value added of industry", _CONSTANT)),
    (
        "规上工业总产值 规模以上工业总产值 规模工业总产值",
        Common("large_industrial_output", "Gross output of industry above designated size", _CONSTANT),
    ),
    ("高新技术产业增加值", Common("high_tech_value_added", "Value added of high-tech industries", _CONSTANT)),
    ("数字经济核心产业增加值", Common("digital_value_added", "Value added of core digital industries", _CONSTANT)),
    ("第一产业增加值 一产增加值", Common("primary_industry_value_added", "Value added of primary industry", _CONSTANT)),
    (
        "第二产业增加值 二产增加值",
        Common("secondary_industry_value_added", "Value added of secondary industry", _CONSTANT),
    ),
    (
        "第三产业增加值 三产增加值",
        Common("tertiary_industry_value_added", "Value added of tertiary industry", _CONSTANT),
    ),
    ("服务业增加值", Common("services_value_added", "Value added of services", _CONSTANT)),
    (
        "农林牧渔业总产值",
        Common("agricultural_output", "Gross output of farming, forestry, animal husbandry and fishery", _CONSTANT),
    ),
    ("农林牧渔业增加值 农业增加值", Common("agricultural_value_added", "Value added of agriculture", _CONSTANT)),
    ("建筑业总产值", Common("construction_output", "Gross output of construction", _CURRENT)),
    ("金融业增加值", Common("financial_value_added", "Value added of the financial industry", _CONSTANT)),
    (
        "进出口总额 外贸进出口总额 货物进出口总额 进出口总值 外贸进出口 外贸进出口总值 进出口 货物进出口",
        Common("total_trade", "Total imports and exports", _CURRENT),
    ),
    ("出口总额 外贸出口 外贸出口总额 出口 货物出口", Common("exports", "Exports", _CURRENT)),
    ("进口总额 外贸进口 进口", Common("imports", "Imports", _CURRENT)),
    (
        "实际使用外资 实际利用外资 实际利用外资额 实际到账外资 实际利用外商直接投资",
        Common("foreign_capital_used", "Foreign capital actually used", _CURRENT),
    ),
    (
        "居民人均可支配收入 全体居民人均可支配收入 城乡居民人均可支配收入 居民可支配收入 全体常住居民人均可支配收入",
        Common("disposable_income_per_capita", "Disposable income per capita", _CURRENT, per="人"),
    ),
    (
        "城镇居民人均可支配收入 城镇常住居民人均可支配收入 城镇居民可支配收入 城镇居民收入 城市居民人均可支配收入",
        Common(
            "urban_disposable_income_per_capita", "Disposable income of urban residents per capita", _CURRENT, per="人"
        ),
    ),
    (
        "农村居民人均可支配收入 农村常住居民人均可支配收入 农民人均可支配收入 农村居民可支配收入 "
        "农村居民收入 农牧民人均可支配收入 农村牧区居民人均可支配收入",
        Common(
            "rural_disposable_income_per_capita", "Disposable income of rural residents per capita", _CURRENT, per="人"
        ),
    ),
    (
        "农民人均纯收入 农村居民人均纯收入",
        Common("rural_net_income_per_capita", "Net income of rural residents per capita", _CURRENT, per="人"),
    ),
    ("常住人口 年末常住人口", Common("resident_population", "Resident population", {}, Direction.NONE, stock=True)),
    ("户籍人口 年末户籍人口", Common("registered_population", "Registered population", {}, Direction.NONE, stock=True)),
    ("常住人口城镇化率 城镇化率", Common("urbanization_rate", "Urbanization rate", rate=True)),
    (
        "户籍人口城镇化率",
        Common("registered_urbanization_rate", "Urbanization rate of the registered population", rate=True),
    ),
    (
        "城镇新增就业 城镇新增就业人数 新增城镇就业 新增城镇就业人数 城镇新增就业人口",
        Common("urban_new_jobs", "New urban jobs"),
    ),
    ("失业人员再就业 城镇失业人员再就业 下岗失业人员再就业", Common("reemployment", "Re-employment of the unemployed")),
    (
        "城镇调查失业率 调查失业率 城镇调查失业率均值 城镇调查失业率平均值",
        Common("urban_unemployment_rate", "Surveyed urban unemployment rate", {}, Direction.DOWN, rate=True),
    ),
    (
        "城镇登记失业率 登记失业率",
        Common("registered_unemployment_rate", "Registered urban unemployment rate", {}, Direction.DOWN, rate=True),
    ),
    (
        "居民消费价格 居民消费价格指数 居民消费价格总水平 居民消费价格涨幅 CPI 居民消费价格总水平涨幅 "
        "居民消费价格指数涨幅",
        Common("consumer_prices", "Consumer prices", {}, Direction.NONE, rate=True),
    ),
    (
        "全社会研发投入 研发经费投入 全社会研发经费投入 研发投入 R&D经费投入 全社会研究与试验发展经费 研发经费",
        Common("rd_expenditure", "Gross expenditure on research and development", _CURRENT),
    ),
    (
        "研发投入强度 研发经费投入强度 全社会研发投入强度 全社会研发经费投入强度",
        Common("rd_intensity", "R&D expenditure as a share of gross product", rate=True),
    ),
    (
        "技术合同成交额 技术合同交易额",
        Common("technology_contract_turnover", "Turnover of technology contracts", _CURRENT),
    ),
    (
        "高新技术企业 国家高新技术企业 国家级高新技术企业 高企",
        Common("high_tech_enterprises", "High-tech enterprises", stock=True),
    ),
    (
        "市场主体 经营主体 各类市场主体 各类经营主体",
        Common("market_entities", "Registered market entities", stock=True),
    ),
    (
        "规模以上工业企业 规上工业企业 规模工业企业",
        Common("large_industrial_enterprises", "Industrial enterprises above designated size", stock=True),
    ),
    ("粮食总产量 粮食产量 粮食总产 粮食", Common("grain_output", "Grain output")),
    ("森林覆盖率", Common("forest_coverage", "Forest coverage", rate=True)),
    (
        "单位地区生产总值能耗 单位生产总值能耗 单位国内生产总值能耗 万元地区生产总值能耗 万元GDP能耗 "
        "单位GDP能耗 万元生产总值能耗",
        Common("energy_per_gdp", "Energy consumption per unit of GDP", {}, Direction.DOWN, rate=True),
    ),
    (
        "PM2.5平均浓度 PM2.5浓度 PM2.5年均浓度 细颗粒物浓度 细颗粒物平均浓度 细颗粒物年均浓度",
        Common("pm25", "PM2.5, yearly mean", {}, Direction.DOWN, stock=True),
    ),
    (
        "空气质量优良天数比例 空气质量优良率 空气质量优良天数比率 优良天数比例 空气优良天数比例",
        Common("good_air_share", "Share of days with good air", rate=True),
    ),
    (
        "存款余额 各项存款余额 年末存款余额 本外币存款余额 金融机构存款余额 金融机构各项存款余额 "
        "金融机构本外币存款余额 人民币存款余额 金融机构人民币存款余额 本外币各项存款余额 "
        "金融机构本外币各项存款余额",
        Common("deposits", "Balance of deposits", stock=True),
    ),
    (
        "贷款余额 各项贷款余额 年末贷款余额 本外币贷款余额 金融机构贷款余额 金融机构各项贷款余额 "
        "金融机构本外币贷款余额 人民币贷款余额 金融机构人民币贷款余额 本外币各项贷款余额 "
        "金融机构本外币各项贷款余额",
        Common("loans", "Balance of loans", stock=True),
    ),
    ("旅游总收入 旅游收入 旅游综合收入", Common("tourism_revenue", "Tourism revenue", _CURRENT)),
    ("接待游客 接待国内外游客 游客接待量 接待游客人次 接待海内外游客", Common("tourists", "Visits of tourists")),
    ("全社会用电量", Common("electricity_use", "Electricity use", {}, Direction.NONE)),
    ("工业用电量", Common("industrial_electricity_use", "Electricity use of industry")),
    ("人均预期寿命 居民人均预期寿命", Common("life_expectancy", "Life expectancy", per="人", stock=True)),
)
_VALUES = "(?:生产总值|增加值|产值)$"


def prices_of(name: str) -> Mapping[Measure, str]:
    """The price bases of an indicator by its name: values added and outputs grow at constant prices."""
    common = COMMON.get(name)
    return common.prices if common else _CONSTANT if compiled(_VALUES).search(name) else {}


COMMON: dict[str, Common] = {}
for _names, _common in _KNOWN:
    COMMON |= dict.fromkeys(_names.split(), _common)
"""Name to what is known of it. Price bases are those of the national accounts."""

_AREA = "^(?:全区|全市|全省|全县|全州|全国|全自治区|全旗|本市|我市|我区|我县|我省|全年|其中|实现|完成|预计)+"
_DOWN = (
    "失业(?!.{0,4}就业)|能耗|煤耗|水耗|排放|贫困|返贫|事故|死亡|伤亡|债务|负债|逾期|不良|浓度|污染|"
    "缺口|投诉|空置|积案|黑臭|时限|成本|拖欠|时间缩短|赤字|能源消耗|能源强度|化学需氧量|二氧化硫|氮氧化物|氨氮|颗粒物|"
    "臭氧|三公|接待费|行政经费|差距|倍差|恩格尔系数|基尼系数|空气污染|超标|违法|发案|案件|火灾|逾期|烂尾|闲置|用水量|"
    "死亡率|发病率|患病率|感染率|辍学率|返贫率|不良率|负债率|杠杆率|失信|流失"
)
_DONE_TO = (
    "(?:办结|处理|处置|化解|整改|治理|达标|破案|查处|调处|修复|回收|利用|净化|消除|清除|压减|减排|完成|覆盖|满意|控制|防控|就业|脱贫|摘帽|清收|盘活|"
    "解决|监测|公开|受理|响应)(?:率|数|量|面|度)?$|^(?:化解|处置|压减|减少|清理|整治|治理|盘活|淘汰|退出|清收|减轻|节约|查处|消除)"
)
"""What is done to something of which less is better: 投诉办结率, 化解债务."""
_NEITHER = "人口|三次产业|产业结构|价格"


def bare_name(noun: str) -> str:
    """The name without the words for the place and for doing it, and without 总量 behind that of a known indicator."""
    bare = compiled(_AREA).sub("", noun) or noun
    whole = bare.removesuffix("总量")
    return whole if whole in COMMON else bare


def common_of(name: str) -> Common | None:
    """What is known about an indicator of this name."""
    return COMMON.get(bare_name(name))


def is_named_for_less(name: str) -> bool:
    """Whether a name is of something of which less is better: 失业率, 赤字."""
    return bool(compiled(_DOWN).search(name)) and not compiled(_DONE_TO).search(name)


def direction_of(name: str, falls: bool) -> Direction:
    """Which way is better, as far as a name tells; ``falls`` says that a fall of it is reported or wanted."""
    if is_named_for_less(name) or falls:
        return Direction.DOWN
    return Direction.NONE if compiled(_NEITHER).search(name) else Direction.UP
