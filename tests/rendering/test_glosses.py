"""Every printed figure can be read in English: what stands behind it says the same."""

from __future__ import annotations

import pytest

from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.rendering.sentences.glosses import glossed, is_chinese
from shizhong_cli.rendering.wording import Language, Words

FIGURES = """
5%左右: about 5%
约3000家: about 3,000
300左右: about 300
10至12家: 10 to 12
近9000人: nearly 9,000 persons
近2亿元左右: nearly 200 m yuan
200余处: over 200
上千家: over 1,000
超过12.6万户: over 126,000
突破160亿元: over 16 bn yuan
5%以内: 5% or less
35微克/立方米以下: 35 µg/m³ or less
不超过3%: 3% or less
不超过5%左右: no more than about 5%
不低于8%: 8% or more
至少10家: 10 or more
力争达到6%以上: 6% or more
预计98.6%: an expected 98.6%
预计达到158.2亿元: an expected 15.82 bn yuan
下降3%: down 3%
下降0.3个百分点: down 0.3 pp
提高1.2个百分点: 1.2 pp
压减20%: down 20%
-2亿元: -200 m yuan
增长1.5倍: up 150%
翻一番: up 100% or more
1.9倍: 1.9 times
增至3.5倍: 3.5 times
五分之一: 1/5
百分之十五点六: 15.6%
全覆盖: 100%
动态清零: 0
四个百亿台阶: 4 steps of 10 bn
1.2万亿元: 1,200 bn yuan
3亿欧元: 300 m euros
120亿日元: 12 bn Japanese yen
5.5亿港元: 550 m Hong Kong dollars
1.5亿美元: 150 m US dollars
7.8万元/人: 78,000 yuan per person
1500元/月: 1,500 yuan per month
2万元/亩: 20,000 yuan per mu
1600亩: 1,600 mu
1.2亿斤: 120 m jin
943万平方米: 9.43 m m²
3万户次: 30,000 household visits
2.67万人次: 26,700 visits
0.3吨标准煤/万元: 0.3 tce per 10,000 yuan
1.5亿度: 150 m kWh
8.5万公顷: 85,000 ha
15天: 15 days
1.3万套（间）: 13,000 homes
30万头: 300,000
"""


@pytest.mark.parametrize("case", FIGURES.strip().splitlines())
def test_what_a_figure_says_in_english(case):
    printed, meaning = case.split(": ")
    written = parse_figure(printed, BUILT_IN)
    assert glossed(written, printed, BUILT_IN, Words(Language.EN)) == f"{printed} ({meaning})"
    assert glossed(written, printed, BUILT_IN, Words(Language.ZH)) == printed


@pytest.mark.parametrize("unit", [unit for unit in BUILT_IN if is_chinese(unit)])
def test_every_unit_can_be_read(unit):
    try:
        written = parse_figure(f"1234{unit}", BUILT_IN)
    except ValueError:
        pytest.skip("not a unit of figures")
    said = glossed(written, f"1234{unit}", BUILT_IN, Words(Language.EN)).partition(" (")[2]
    assert not is_chinese(said)
    assert "_" not in said


@pytest.mark.parametrize(("is_growth", "meaning"), [(True, "up 150%"), (False, "1.5 times")])
def test_times_of_a_growth_are_not_times_as_many(is_growth, meaning):
    written = parse_figure("1.5倍", BUILT_IN)
    assert glossed(written, "1.5倍", BUILT_IN, Words(Language.EN), is_growth) == f"1.5倍 ({meaning})"
