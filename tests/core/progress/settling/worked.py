"""The invented packs of Yunting County settled by hand, before the program was run on them."""

from __future__ import annotations

LAST, THIS = "examples/yunting-2025", "examples/yunting-2026"

PROMISES = """
gdp                           met             id       6%以上    6.3%      +3/10   0.3 points over
industrial_value_added        restated        id       7%        88.6亿元          current prices for constant ones
large_industrial_value_added  within_band     id       8%左右    7.7%      -3/10   the band is half a point
fixed_asset_investment        missed          id       5%以上    2.1%      -29/10  2.1 - 5
retail_sales                  missed          id       6%        212.4亿元         212.45 / 201.25 = 1.0556: below 6 %
exports                       undecided       id       5%        42.0亿元          1.047 to 1.053
budget_revenue                met             id       19.8亿元  20.1亿元  +30000000  19.8 since September
disposable_income_per_capita  met             name     6.5%      6.5%      0       another id, the same name
urban_new_jobs                met             id       1.2万人   6.15万人          6.15 - 4.89: above 1.2
urban_unemployment_rate       not_quantified  id       5.5%以内                    就业形势总体稳定
consumer_prices               dropped         id       2%左右                      promised again, not told
energy_per_gdp                missed          id       下降3%    下降2.8%  +2/10   -2.8 - (-3): fell 0.2 points less
services_value_added          not_quantified  id       平稳增长  4.2%              the promise is in words
resident_population           missed          id       39万人以上 38.1万人 -9000   38.1 - 39
high_tech_enterprises         met             same_as  120家     131家     11      131 - 120
grain_output                  not_comparable  id       12万吨以上 60.8万吨         a sum of five years
tourists                      not_comparable  id       10%       45%               against 2020
new_green_area                met             id       1500亩    100公顷   0       100 x 15 亩
pocket_parks                  met             guess    12个      12个      0       新建口袋公园, 新建口袋公园数量
forest_coverage               not_due         id       45%       43.8%             for 2030
"""
"""Indicator, end, matched by, target, result, gap in the unit of the target, and how."""

REASONS = {
    "industrial_value_added": "constant_prices", "exports": "within_rounding", "urban_unemployment_rate": "word_only",
    "consumer_prices": "no_figure", "services_value_added": "qualitative", "grain_output": "other_period",
    "tourists": "other_base", "forest_coverage": "not_due",
}  # fmt: skip
"""Why a promise is not settled; those that are need no reason."""

REPEATED = {
    "gdp": "6%以上", "large_industrial_value_added": "7.5%左右", "fixed_asset_investment": "3%",
    "consumer_prices": "2%左右", "services_value_added": "平稳增长", "budget_revenue": "20.9亿元",
}  # fmt: skip

COUNTS = {
    "met": 7, "within_band": 1, "missed": 4, "dropped": 1, "restated": 1, "not_comparable": 2, "undecided": 1,
    "not_quantified": 2, "not_due": 1,
}  # fmt: skip

UNMATCHED = {
    "gdp.average_growth@2025:2020", "gdp.flow@2025", "budget_revenue.growth@2025", "hi_tech_firms.change@2025",
    "market_entities.level@2025",
}  # fmt: skip
"""What the later report prints of 2025 that no promise asks for: another measure of gdp, budget revenue and high-tech
firms, and a number of market entities, of which nothing was promised."""

NEXT = "examples/yunting-2027"

RECORD = """
budget_revenue                flow         met          missed          +5000000  (20.1 - 19.8 + 20.7 - 20.9) / 2
gdp                           growth       met          missed          +1/20     (0.3 - 0.2) / 2
large_industrial_value_added  growth       within_band  met             +1/20     (-0.3 + 0.4) / 2
fixed_asset_investment        growth       missed       met             -5/4      (-2.9 + 0.4) / 2
consumer_prices               growth       dropped      missed          -11/10    0.9 - 2, and nothing told before
services_value_added          qualitative  not_quantified  not_quantified  -      in words
"""
"""Indicator by its last id, measure, end of 2025 and of 2026, mean of the known gaps, and how."""
