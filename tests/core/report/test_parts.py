"""Which part of a year words name."""

from __future__ import annotations

import pytest

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.core.report.drafting.parts import last_part_of, part_of, period_in
from shizhong_cli.core.report.drafting.reach import part_told_first, running_part


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("上半年，", "S1"), ("1-6月，", "S1"), ("1—6月份", "S1"), ("前两季度", "S1"), ("半年完成情况", "S1"),
        ("一季度", "Q1"), ("1至3月", "Q1"), ("首季", "Q1"), ("二季度", "Q2"), ("四季度", "Q4"), ("下半年", "S2"),
        ("前三季度", "01/09"), ("1-9月", "01/09"), ("一至三季度", "01/09"), ("前9个月", "01/09"), ("三季度", "Q3"),
        ("1-5月", "01/05"), ("1—11月", "01/11"), ("前八个月", "01/08"), ("截至9月末", "01/09"), ("10月底", "01/10"),
        ("1-12月", ""), ("全年完成投资", ""), ("全年", None), ("2025年", None), ("9月28日", None), ("三个季度", None),
        ("比上半年加快", None), ("较一季度", None), ("比上半年加快，前三季度增长", "01/09"), ("近半年来", None),
    ],
)  # fmt: skip
def test_the_first_part_named(words, part):
    assert part_of(words) == part


@pytest.mark.parametrize(
    ("part", "of_a_sum", "of_a_stock"),
    [
        ("", "2023", "2023"), ("S1", "2023-S1", "2023-S1"), ("Q3", "2023-Q3", "2023-Q3"),
        ("01/09", "2023-01/2023-09", "2023-09"), ("01/05", "2023-01/2023-05", "2023-05"),
        ("01/01", "2023-01", "2023-01"),
    ],
)  # fmt: skip
def test_the_period_of_a_part(part, of_a_sum, of_a_stock):
    assert (period_in(2023, part, False), period_in(2023, part, True)) == (of_a_sum, of_a_stock)


def test_the_last_part_named():
    assert last_part_of("上半年增长5%，1-9月增长6%") == "01/09"
    assert last_part_of("增长5%，比上半年快") is None


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["甲县2024年上半年经济运行情况"], (2024, "S1", 1)),
        (["关于乙区2023年重点工作1-9月进展情况的通报"], (2023, "01/09", 1)),
        (["", "2025年目标任务", "半年完成情况"], (2025, "S1", 2)),
        (["2026年政府工作报告", "一、2025年工作回顾"], None),
        (["2025年工作总结", "上半年，进出口下降3%。"], None),
    ],
)
def test_a_title_of_a_part(lines, found):
    assert running_part(lines) == found


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        (["昨天，甲区召开半年度经济形势分析会，研究下阶段工作。"], "S1"),
        (["甲县分析前三季度经济运行情况。"], "01/09"),
        (["甲县召开人民代表大会，听取政府工作报告，分析上半年经济运行。"], ""),  # of a year
        (["一、回顾", "上半年增长5%。"], ""),
    ],
)
def test_the_part_that_a_meeting_is_about(lines, part):
    assert part_told_first(lines) == part


def test_what_a_meeting_asks_for_is_no_result():
    text = (
        "昨天，甲区召开半年度经济形势分析会。\n"
        "上半年，全区实现地区生产总值813亿元，增长2.1%。\n"
        "会议要求，以更大力度推进项目，确保全年实际使用外资13亿美元以上。加快盘活用地，全年腾退低效用地5000亩。\n"
    )
    found = draft(text, Catalogue(units=BUILT_IN), year=2022)
    told = {f.written.text: (f.era.ahead, f.period) for indicator in found.indicators for f in indicator.figures}
    assert told == {
        "813亿元": (False, "2022-S1"),
        "2.1%": (False, "2022-S1"),
        "13亿美元以上": (True, "2022"),
        "5000亩": (True, "2022"),
    }
