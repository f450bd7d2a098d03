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
        (["今年（2024年）预期增长5%。"], 2024, False),
        (["在回顾2015年和“十二五”工作时，县长说："], 2016, False),
        (["2020年目标：地区生产总值增长5%。", "2019年，地区生产总值增长7%。"], 2020, True),
        (["2018年政府工作报告", "以2024年11月28日导出", "一、2017年工作回顾"], 2018, True),
        (["据介绍，2014年全省实现生产总值6835亿元，增长8.9%。"], 2015, False),
        (["政府工作报告--2017年12月6日在市五届人大一次会议上", "过去五年工作回顾"], 2018, False),
        (["编辑：甲某2018-01-2416:20", "区长作政府工作报告。"], 2018, False),
        (["《甲省国民经济和社会发展第十三个五年规划纲要》已编制完成。"], 2016, False),
        (["甲县2024年上半年经济运行情况"], 2024, False),  # it looks back on the year that it is of
        (["2025年甲区工作目标任务", "半年完成情况"], 2025, True),
        (["前三季度经济运行情况", "2019年10月22日"], 2019, True),
        (["前三季度经济运行情况", "2019年2月22日"], 2019, False),  # of the year before, by the date: not told
        (["甲市国民经济和社会发展第十五个五年规划纲要", "到2035年，"], 2026, False),
        (["甲市“十四五”规划纲要", "“十四五”规划实施情况"], 2021, False),
        (["2011—2015年地区生产总值及增长速度", "全年粮食总产量5万吨。"], 2016, False),
        (["初步核算，2006年全市生产总值506亿元。"], 2007, False),
        (["预计2016年，全市实现地区生产总值476亿元。"], 2017, False),
        (["第十二届全国人民代表大会第四次会议在京开幕"], 2016, False),
        (["第十四届全国人民代表大会第四次会议", "2026年3月5日"], 2026, True),
        (["“十四五”实现良好开局。"], 2022, False),
        (["确保实现“十四五”良好开局。"], 2021, False),  # a wish is no witness; the plan is named
        (["“十二五”时期，主要预期目标是：生产总值年均增长11%。"], 2011, False),
        (["2026年，是“十五五”开局之年，任务繁重。"], 2026, False),
        (["一、2026年重点工作", "2026年是“十五五”规划实施第一年。"], 2026, True),
        (["一、过去一年工作回顾", "2021年是“十四五”开局之年。", "2022年预期目标是：增长6%。"], 2022, True),
        (["2025年是“十四五”收官之年，我们完成了各项任务。"], 2026, True),
        (["2025年是“十五五”开局之年。"], 2025, False),  # no plan begins in it: the year is merely named
        (["——2021年9月18日在甲县人民代表大会上", "三、明年工作安排"], 2022, False),
        (["2021年甲县政府工作报告", "三、明年工作安排"], 2022, False),
        (["2022年甲县政府工作报告", "——2021年12月3日在甲县人民代表大会上", "三、明年工作安排"], 2022, True),
        (["今后五年，城镇化率年均提高1个百分点，到2026年达到58%。"], 2022, False),
        (["一、2025年工作回顾", "三、2026年工作安排", "推动发展，实现“十五五”良好开局。"], 2026, True),  # a wish
        (["一、工作回顾", "一路走来。2024年、2025年实现事故下降。", "三、2026年工作安排"], 2026, False),
        (["一、“十四五”时期工作回顾", "三、2026年主要工作"], 2026, True),
        (["关于2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告"], 2023, True),
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
