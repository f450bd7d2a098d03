"""Indicators that nearly every work report has, and what a name tells about the direction of any other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.terms import Direction

_CONSTANT = {Measure.FLOW: "current", Measure.GROWTH: "constant", Measure.AVERAGE_GROWTH: "constant"}
_CURRENT = {Measure.FLOW: "current", Measure.GROWTH: "current", Measure.AVERAGE_GROWTH: "current"}


class Common(NamedTuple):
    """What is known about an indicator by its name."""

    id: str
    name_en: str
    prices: Mapping[Measure, str] = {}
    direction: Direction = Direction.UP
    per: str = ""


COMMON: dict[str, Common] = {
    "地区生产总值": Common("gdp", "Gross regional product", _CONSTANT),
    "国内生产总值": Common("gdp", "Gross domestic product", _CONSTANT),
    "生产总值": Common("gdp", "Gross regional product", _CONSTANT),
    "GDP": Common("gdp", "Gross regional product", _CONSTANT),
    "经济总量": Common("gdp", "Gross regional product", _CONSTANT),
    "人均地区生产总值": Common("gdp_per_capita", "Gross regional product per capita", _CONSTANT, per="人"),
    "人均生产总值": Common("gdp_per_capita", "Gross regional product per capita", _CONSTANT, per="人"),
    "一般公共预算收入": Common("budget_revenue", "General public budget revenue", _CURRENT),
    "一般公共预算支出": Common("budget_expenditure", "General public budget expenditure", _CURRENT),
    "财政收入": Common("fiscal_revenue", "Fiscal revenue", _CURRENT),
    "税收收入": Common("tax_revenue", "Tax revenue", _CURRENT),
    "固定资产投资": Common("fixed_asset_investment", "Fixed asset investment", _CURRENT),
    "全社会固定资产投资": Common("fixed_asset_investment", "Fixed asset investment", _CURRENT),
    "民间投资": Common("private_investment", "Private investment", _CURRENT),
    "工业投资": Common("industrial_investment", "Industrial investment", _CURRENT),
    "制造业投资": Common("manufacturing_investment", "Manufacturing investment", _CURRENT),
    "房地产开发投资": Common("real_estate_investment", "Real estate development investment", _CURRENT),
    "社会消费品零售总额": Common("retail_sales", "Total retail sales of consumer goods", _CURRENT),
    "规模以上工业增加值": Common(
        "large_industrial_value_added", "Value added of industry above designated size", _CONSTANT
    ),
    "规上工业增加值": Common(
        "large_industrial_value_added", "Value added of industry above designated size", _CONSTANT
    ),
    "工业增加值": Common("industrial_value_added", "Value added of industry", _CONSTANT),
    "第一产业增加值": Common("primary_industry_value_added", "Value added of primary industry", _CONSTANT),
    "第二产业增加值": Common("secondary_industry_value_added", "Value added of secondary industry", _CONSTANT),
    "第三产业增加值": Common("tertiary_industry_value_added", "Value added of tertiary industry", _CONSTANT),
    "服务业增加值": Common("services_value_added", "Value added of services", _CONSTANT),
    "农林牧渔业总产值": Common(
        "agricultural_output", "Gross output of farming, forestry, animal husbandry and fishery", _CONSTANT
    ),
    "建筑业总产值": Common("construction_output", "Gross output of construction", _CURRENT),
    "金融业增加值": Common("financial_value_added", "Value added of the financial industry", _CONSTANT),
    "进出口总额": Common("total_trade", "Total imports and exports", _CURRENT),
    "外贸进出口总额": Common("total_trade", "Total imports and exports", _CURRENT),
    "货物进出口总额": Common("total_trade", "Total imports and exports", _CURRENT),
    "进出口总值": Common("total_trade", "Total imports and exports", _CURRENT),
    "出口总额": Common("exports", "Exports", _CURRENT),
    "实际使用外资": Common("foreign_capital_used", "Foreign capital actually used", _CURRENT),
    "实际利用外资": Common("foreign_capital_used", "Foreign capital actually used", _CURRENT),
    "居民人均可支配收入": Common("disposable_income_per_capita", "Disposable income per capita", _CURRENT, per="人"),
    "城镇居民人均可支配收入": Common(
        "urban_disposable_income_per_capita", "Disposable income of urban residents per capita", _CURRENT, per="人"
    ),
    "农村居民人均可支配收入": Common(
        "rural_disposable_income_per_capita", "Disposable income of rural residents per capita", _CURRENT, per="人"
    ),
    "常住人口": Common("resident_population", "Resident population", {}, Direction.NONE),
    "常住人口城镇化率": Common("urbanization_rate", "Urbanization rate"),
    "城镇化率": Common("urbanization_rate", "Urbanization rate"),
    "城镇新增就业": Common("urban_new_jobs", "New urban jobs"),
    "失业人员再就业": Common("reemployment", "Re-employment of the unemployed"),
    "城镇调查失业率": Common("urban_unemployment_rate", "Surveyed urban unemployment rate", {}, Direction.DOWN),
    "城镇登记失业率": Common("registered_unemployment_rate", "Registered urban unemployment rate", {}, Direction.DOWN),
    "居民消费价格": Common("consumer_prices", "Consumer prices", {}, Direction.NONE),
    "居民消费价格指数": Common("consumer_prices", "Consumer prices", {}, Direction.NONE),
    "全社会研发投入": Common("rd_expenditure", "Gross expenditure on research and development", _CURRENT),
    "研发经费投入": Common("rd_expenditure", "Gross expenditure on research and development", _CURRENT),
    "技术合同成交额": Common("technology_contract_turnover", "Turnover of technology contracts", _CURRENT),
    "高新技术企业": Common("high_tech_enterprises", "High-tech enterprises"),
    "市场主体": Common("market_entities", "Registered market entities"),
    "经营主体": Common("market_entities", "Registered market entities"),
    "粮食总产量": Common("grain_output", "Grain output"),
    "粮食产量": Common("grain_output", "Grain output"),
    "森林覆盖率": Common("forest_coverage", "Forest coverage"),
    "单位地区生产总值能耗": Common("energy_per_gdp", "Energy consumption per unit of GDP", {}, Direction.DOWN),
    "单位生产总值能耗": Common("energy_per_gdp", "Energy consumption per unit of GDP", {}, Direction.DOWN),
    "单位国内生产总值能耗": Common("energy_per_gdp", "Energy consumption per unit of GDP", {}, Direction.DOWN),
    "PM2.5平均浓度": Common("pm25", "PM2.5, yearly mean", {}, Direction.DOWN),
    "存款余额": Common("deposits", "Balance of deposits"),
    "贷款余额": Common("loans", "Balance of loans"),
}
"""Name to what is known of it. Price bases are those of the national accounts."""

_AREA = re.compile("^(?:全区|全市|全省|全县|全国|全自治区|本市|全年|其中|实现|完成|预计)+")
_DOWN = re.compile(
    "失业(?!.{0,4}就业)|能耗|煤耗|水耗|排放|贫困|返贫|事故|死亡|伤亡|债务|负债|逾期|不良|浓度|污染|缺口|投诉|空置|积案|黑臭|时限|成本|拖欠|时间缩短"
)
_NEITHER = re.compile("人口|三次产业|产业结构|价格")


def bare_name(noun: str) -> str:
    """The name without the words for the place and for doing it."""
    return _AREA.sub("", noun) or noun


def common_of(name: str) -> Common | None:
    """What is known about an indicator of this name."""
    return COMMON.get(bare_name(name))


def direction_of(name: str, falls: bool) -> Direction:
    """Which way is better, as far as a name tells; ``falls`` says that a fall of it is reported or wanted."""
    if _DOWN.search(name) or falls:
        return Direction.DOWN
    return Direction.NONE if _NEITHER.search(name) else Direction.UP
