"""Which way is better of a drafted indicator: by what is asked of it, then by its name, else it is a guess."""

from __future__ import annotations

import pytest

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.common_indicators import direction_of
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft

NOTHING = Catalogue(units=BUILT_IN)
REPORT = (
    "2026年己市政府工作报告\n一、2025年工作回顾\n经济平稳，甲覆盖面70%，乙检出面70%。\n"
    "二、2026年工作安排\n今年主要预期目标是：{}。\n"
)


@pytest.mark.parametrize(
    ("clause", "direction", "guessed"),
    [
        ("赤字率1.5%左右", "down", False),
        ("三公经费减少10%", "down", False),
        ("审批项目减少三分之一", "down", False),
        ("投诉办结率95%", "up", True),  # neither wording nor name: more is likelier, and nobody has said so
        ("投诉办结率95%以上", "up", False),
        ("贫困地区上重点高校人数增长10%以上", "up", False),
        ("贫困发生率控制在1%以内", "down", False),
        ("亩均用水降至280立方米", "down", False),
        ("好评率达到98%", "up", False),
        ("低保标准提高到每月780元", "up", False),
        ("办理时长2小时", "up", True),
        ("固定资产投资下降3%", "up", True),  # better the more there is: wanted, or no more than borne?
        ("固定资产投资增长3%", "up", False),
        ("单位GDP能耗下降3%", "down", False),
        ("新建学校12所", "up", False),
        ("甲覆盖面80%", "up", False),
        ("林地面积不低于320万亩", "up", False),
        ("办结时间不少于3天", "up", False),
        ("乙检出面60%", "down", False),
        ("万元产值能耗0.35吨标准煤", "down", False),
        ("合格率提高到99%，合格率不低于98%", "up", False),
    ],
)
def test_the_direction_of_a_draft(clause, direction, guessed):
    indicator = next(it for it in draft(REPORT.format(clause), NOTHING).indicators if it.targets)
    assert (str(indicator.direction), any("direction" in target.doubts for target in indicator.targets)) == (
        direction,
        guessed,
    )


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("失业率", "down"), ("财政赤字", "down"), ("二氧化硫排放量", "down"), ("三公经费", "down"),
        ("城乡收入差距", "down"),
        ("投诉办结率", "up"), ("隐患整改率", "up"), ("化解债务", "up"), ("案件查处数", "up"), ("污水处理率", "up"),
        ("失业人员再就业", "up"), ("常住人口", "none"), ("进出口总额", "up"),
    ],
)  # fmt: skip
def test_the_direction_of_a_name(name, direction):
    assert str(direction_of(name, falls=False)) == direction
