"""Which year a report plans: all witnesses together, agreeing or said not to agree."""

from __future__ import annotations

import pytest

from shizhong_cli.core.report.drafting.years import report_year


@pytest.mark.parametrize(
    ("lines", "year", "certain"),
    [
        (["2026年甲市政府工作报告"], 2026, False),  # one witness
        (["2026年甲市政府工作报告", "一、2025年工作回顾"], 2026, True),
        (["一、2018年工作回顾", "二、2019年工作安排"], 2019, True),
        (["——2021年12月28日在甲区人民代表大会上", "一、2021年工作回顾"], 2022, True),
        (["二〇二六年一月八日", "二〇二六年甲区政府工作报告"], 2026, True),
        (["2035年远景目标展板", "过去的2023年，", "2024年的主要预期目标是：增长5%。"], 2024, True),
        (["今年是“十五五”开局之年。", "一、2025年工作回顾"], 2026, True),
        (["今年是“十四五”收官之年。", "2025年重点工作"], 2025, True),
        (["一、2018年以来工作回顾"], 2018, False),  # of several years: it is merely named
        (
            ["2025年甲市政府工作报告", "一、2025年工作回顾", "二、2026年工作安排"],
            2026,
            True,
        ),  # a title of the year that is over
        (["2024年甲市政府工作报告", "一、2025年工作回顾", "二、2026年工作安排"], 2026, False),  # they do not agree
        (["没有年份。"], 0, False),
    ],
)
def test_witnesses(lines, year, certain):
    found = report_year(lines)
    assert (found.year, found.is_certain) == (year, certain)


def test_what_the_user_says_goes_before_all():
    found = report_year(["2026年甲市政府工作报告", "一、2025年工作回顾"], 2020)
    assert (found.year, found.is_certain) == (2020, True)
    assert {witness.year for witness in found.against} == {2026}


def test_those_that_do_not_agree_are_named():
    found = report_year(["2025年甲市政府工作报告", "一、2025年工作回顾", "二、2026年工作安排"])
    assert [(witness.kind, witness.year, witness.line) for witness in found.against] == [("title", 2025, 1)]
    assert [witness.kind for witness in found.agreeing][:2] == ["looked_back", "planned"]
