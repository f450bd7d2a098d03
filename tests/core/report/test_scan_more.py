"""More of every kind of sentence that readers of numbers get wrong, beside those of ``tests/data/cases``.

A row is a text and its quantities: as printed, value, unit (with ? where it is not known), bound, and the measure where
the sentence leaves no doubt of it.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import scan

QUANTITIES = [
    (
        "总产值\t12.3\t7\n4家企业投产。",
        [
            ("12.3", "12.3", "", "exact", ""),
            ("7", "7", "", "exact", ""),
            ("4家", "4", "家", "exact", ""),
        ],
    ),
    (
        "共计12\n5个县完成投资3亿元。",
        [
            ("12", "12", "", "exact", ""),
            ("5个", "5", "个", "exact", ""),
            ("3亿元", "300000000", "元", "exact", ""),
        ],
    ),
    (
        "20 35 41\n52 60",
        [
            ("20", "20", "", "exact", ""),
            ("35", "35", "", "exact", ""),
            ("41", "41", "", "exact", ""),
            ("52", "52", "", "exact", ""),
            ("60", "60", "", "exact", ""),
        ],
    ),
    (
        "社会消费品零售总额同比降5.6%，房价环比跌0.4%。",
        [
            ("5.6%", "-5.6", "%", "exact", "growth"),
            ("0.4%", "-0.4", "%", "exact", "growth"),
        ],
    ),
    (
        "税收少收3.2亿元。",
        [
            ("3.2亿元", "-320000000", "元", "exact", "change"),
        ],
    ),
    (
        "降幅收窄1.1个百分点。",
        [
            ("1.1个百分点", "-1.1", "个百分点", "exact", "change"),
        ],
    ),
    (
        "房价环比-0.3%，同比-1.2%。",
        [
            ("-0.3%", "-0.3", "%", "exact", "growth"),
            ("-1.2%", "-1.2", "%", "exact", "growth"),
        ],
    ),
    (
        "工业、农业、服务业分别增长-1.1%、2.3%、-0.4%。",
        [
            ("-1.1%", "-1.1", "%", "exact", "growth"),
            ("2.3%", "2.3", "%", "exact", "growth"),
            ("-0.4%", "-0.4", "%", "exact", "growth"),
        ],
    ),
    (
        "三地占比分别为12.3、15.6、20.1%。",
        [
            ("12.3", "12.3", "%", "exact", "share"),
            ("15.6", "15.6", "%", "exact", "share"),
            ("20.1%", "20.1", "%", "exact", "share"),
        ],
    ),
    (
        "基尼系数为0.4，处于合理区间。",
        [
            ("0.4", "0.4", "", "exact", "level"),
        ],
    ),
    (
        "平均得分为9.6。",
        [
            ("9.6", "9.6", "", "exact", "level"),
        ],
    ),
    (
        "围绕5方面抓落实。",
        [
            ("5", "5", "?方面", "exact", ""),
        ],
    ),
    (
        "累计发电12亿千瓦小时。",
        [
            ("12亿千瓦小时", "1200000000", "千瓦时", "exact", ""),
        ],
    ),
    (
        "全年降水1200mm，最高气温38℃。",
        [
            ("1200mm", "1200", "毫米", "exact", ""),
            ("38℃", "38", "摄氏度", "exact", ""),
        ],
    ),
    (
        "总磷0.02mg/L。",
        [
            ("0.02mg/L", "0.02", "毫克/升", "exact", ""),
        ],
    ),
    (
        "车速12km/h，噪声55dB。",
        [
            ("12km/h", "12", "公里/小时", "exact", ""),
            ("55dB", "55", "分贝", "exact", ""),
        ],
    ),
    (
        "建成110KV变电站1座。",
        [
            ("110KV", "110", "千伏", "exact", ""),
            ("1座", "1", "座", "exact", ""),
        ],
    ),
    (
        "招引50亿元以上项目2个、20公里以上管网3条。",
        [
            ("50亿元", "5000000000", "元", "at_least", ""),
            ("2个", "2", "个", "exact", ""),
            ("20公里", "20", "公里", "at_least", ""),
            ("3条", "3", "条", "exact", ""),
        ],
    ),
    (
        "18岁以下20人、18—60岁50人、60岁以上10人。",
        [
            ("18岁", "18", "岁", "at_most", ""),
            ("20人", "20", "人", "exact", ""),
            ("18", "18", "岁", "at_least", ""),
            ("60岁", "60", "岁", "at_most", ""),
            ("50人", "50", "人", "exact", ""),
            ("60岁", "60", "岁", "at_least", ""),
            ("10人", "10", "人", "exact", ""),
        ],
    ),
    (
        "超过1/3的村完成。",
        [
            ("1/3", "1/3", "", "more_than", "share"),
        ],
    ),
    (
        "不到2/3的企业达标。",
        [
            ("2/3", "2/3", "", "less_than", "share"),
        ],
    ),
    (
        "提高一点五个百分点。",
        [
            ("一点五个百分点", "1.5", "个百分点", "exact", "change"),
        ],
    ),
    (
        "千分之三点五。",
        [
            ("千分之三点五", "0.0035", "", "exact", "share"),
        ],
    ),
    (
        "新增三百多万元。",
        [
            ("三百多万元", "3000000", "元", "more_than", ""),
        ],
    ),
    (
        "价格在3元至5元之间。",
        [
            ("3元", "3", "元", "at_least", ""),
            ("5元", "5", "元", "at_most", ""),
        ],
    ),
    (
        "年龄介于18岁和60岁之间。",
        [
            ("18岁", "18", "岁", "at_least", ""),
            ("60岁", "60", "岁", "at_most", ""),
        ],
    ),
    (
        "年产气2.5×10⁵吨。",
        [
            ("2.5×10⁵吨", "250000", "吨", "exact", ""),
        ],
    ),
    (
        "浓度3×10⁻³克。",
        [
            ("3×10⁻³克", "0.003", "克", "exact", "level"),
        ],
    ),
    (
        "耕地12.5×10^3亩。",
        [
            ("12.5×10^3亩", "12500", "亩", "exact", "level"),
        ],
    ),
    (
        "亏损￥3.5亿元。",
        [
            ("3.5亿元", "350000000", "元", "exact", ""),
        ],
    ),
    (
        "到账US$5000万。",
        [
            ("5000万", "50000000", "美元", "exact", ""),
        ],
    ),
    (
        "到账HK$35亿。",
        [
            ("35亿", "3500000000", "港元", "exact", ""),
        ],
    ),
    (
        "出口100亿韩元，进口3亿美金。",
        [
            ("100亿韩元", "10000000000", "韩元", "exact", ""),
            ("3亿美金", "300000000", "美元", "exact", ""),
        ],
    ),
    (
        "在线率过95%，产值过百亿元。",
        [
            ("95%", "95", "%", "more_than", "share"),
            ("百亿元", "10000000000", "元", "more_than", ""),
        ],
    ),
    (
        "年均各增长5%、6%。",
        [
            ("5%", "5", "%", "exact", "average_growth"),
            ("6%", "6", "%", "exact", "average_growth"),
        ],
    ),
    (
        "生猪出栏30万头，存栏20万头。",
        [
            ("30万头", "300000", "头", "exact", ""),
            ("20万头", "200000", "头", "exact", "level"),
        ],
    ),
    (
        "城乡收入比由2.5缩小至2.3。",
        [
            ("2.5", "2.5", "", "exact", "level"),
            ("2.3", "2.3", "", "exact", "level"),
        ],
    ),
    (
        "收入倍差缩小到1.9倍。",
        [
            ("1.9倍", "1.9", "倍", "exact", "level"),
        ],
    ),
    (
        "用水量30立方米/万元。",
        [
            ("30立方米/万元", "30", "立方米/万元", "exact", ""),
        ],
    ),
    (
        "通关时间由3天压缩至4小时。",
        [
            ("3天", "3", "天", "exact", "level"),
            ("4小时", "4", "小时", "exact", "level"),
        ],
    ),
    (
        "增长5到6%。",
        [
            ("5", "5", "%", "at_least", "growth"),
            ("6%", "6", "%", "at_most", "growth"),
        ],
    ),
    (
        "增加10至12家。",
        [
            ("10", "10", "家", "at_least", "change"),
            ("12家", "12", "家", "at_most", "change"),
        ],
    ),
    (
        "销售额（万元）350.5",
        [
            ("350.5", "3505000", "元", "exact", ""),
        ],
    ),
    (
        "出口（亿美元）2.3",
        [
            ("2.3", "230000000", "美元", "exact", ""),
        ],
    ),
    (
        "跨上5000亿元台阶。",
        [
            ("5000亿元", "500000000000", "元", "more_than", "level"),
        ],
    ),
    (
        "世界500强企业3家。",
        [
            ("3家", "3", "家", "exact", "level"),
        ],
    ),
    (
        "PM10均值60μg/m3。",
        [
            ("60μg/m3", "60", "微克每立方米", "exact", "level"),
        ],
    ),
    (
        "旅客上千万。",
        [
            ("千万", "10000000", "", "more_than", ""),
        ],
    ),
    (
        "惠及300多万妇女儿童。",
        [
            ("300多万", "3000000", "人", "more_than", ""),
        ],
    ),
    (
        "产值是2020年的3倍。",
        [
            ("3倍", "3", "倍", "exact", "share"),
        ],
    ),
    (
        "产值达到2.3倍。",
        [
            ("2.3倍", "2.3", "倍", "exact", "share"),
        ],
    ),
    (
        "产值达到上年2.3倍。",
        [
            ("2.3倍", "2.3", "倍", "exact", "share"),
        ],
    ),
    (
        "用户达2倍。",
        [
            ("2倍", "2", "倍", "exact", "share"),
        ],
    ),
    (
        "产值升到约3倍。",
        [
            ("3倍", "3", "倍", "about", "share"),
        ],
    ),
    (
        "产值增幅达到2.3倍。",
        [
            ("2.3倍", "2.3", "倍", "exact", "growth"),
        ],
    ),
    (
        "产值增长达到2.3倍。",
        [
            ("2.3倍", "2.3", "倍", "exact", "growth"),
        ],
    ),
    (
        "产值增长近2倍。",
        [
            ("2倍", "2", "倍", "less_than", "growth"),
        ],
    ),
    (
        "收入倍差达到2.1倍。",
        [
            ("2.1倍", "2.1", "倍", "exact", "level"),
        ],
    ),
    (
        "产值较2020年增长1.5倍。",
        [
            ("1.5倍", "1.5", "倍", "exact", "growth"),
        ],
    ),
    (
        "占比过半。",
        [
            ("半", "0.5", "", "more_than", "share"),
        ],
    ),
    (
        "超半数完成。",
        [
            ("半数", "0.5", "", "more_than", "share"),
        ],
    ),
    (
        "近半达标。",
        [
            ("半", "0.5", "", "less_than", "share"),
        ],
    ),
    (
        "享受七折优惠。",
        [
            ("七折", "70", "%", "exact", "share"),
        ],
    ),
    (
        "打八五折。",
        [
            ("八五折", "85", "%", "exact", "share"),
        ],
    ),
    (
        "实现零投诉。",
        [
            ("零投诉", "0", "", "exact", "level"),
        ],
    ),
    (
        "实现零增长。",
        [
            ("零增长", "0", "%", "exact", "growth"),
        ],
    ),
    (
        "改造资金（万元）：120",
        [
            ("120", "1200000", "元", "exact", ""),
        ],
    ),
    (
        "臭氧浓度改善3.1%。",
        [
            ("3.1%", "-3.1", "%", "exact", "growth"),
        ],
    ),
    (
        "办件由10个工作日压缩到2.5个工作日。",
        [
            ("10个工作日", "10", "个工作日", "exact", "level"),
            ("2.5个工作日", "2.5", "个工作日", "exact", "level"),
        ],
    ),
]

NO_QUANTITIES = [
    ("第100万名参保人", [("第100万名", "ordinal", "1000000")]),
    ("第3000家企业", [("第3000家", "ordinal", "3000")]),
    ("第十万户", [("第十万户", "ordinal", "100000")]),
    ("2023、2024年", [("2023", "date", None), ("2024年", "date", None)]),
    ("2023和2024两年", [("2023", "date", None), ("2024", "date", None)]),
    ("1—3季度", [("1—3季度", "date", None)]),
    ("一至三季度", [("一至三季度", "date", None)]),
    ("电量5.6×108千瓦时", [("5.6×108千瓦时", "other", None)]),
    ("占½", [("½", "other", None)]),
    ("连续5年", [("5年", "other", None)]),
    ("连续三届", [("三届", "other", None)]),
    ("40周年", [("40周年", "other", None)]),
    ("8大工程", [("8大", "name", None)]),
    ("2银", [("2银", "other", None)]),
    ("“五分之一”", [("五分之一", "name", None)]),
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES, ids=[row[0] for row in QUANTITIES])
def test_the_quantities_of_a_sentence(text, expected):
    found = [number for number in scan(text, BUILT_IN) if number.class_ is NumberClass.QUANTITY]
    assert [
        (n.text, n.value, n.unit if n.unit is not None else f"?{n.unknown_unit}", n.bound.value) for n in found
    ] == [(printed, Fraction(value), unit, bound) for printed, value, unit, bound, _ in expected]
    told = [(number.measure, measure) for number, (*_, measure) in zip(found, expected, strict=True) if measure]
    assert all(measure == expected_measure for measure, expected_measure in told)


@pytest.mark.parametrize(("text", "expected"), NO_QUANTITIES, ids=[row[0] for row in NO_QUANTITIES])
def test_the_numbers_of_a_sentence_that_say_not_how_much(text, expected):
    found = [(n.text, n.class_.value, None if n.value is None else str(n.value)) for n in scan(text, BUILT_IN)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("失业率4.9%，比上年低0.1个百分点。", "-0.1"),
        ("低于上年0.2个百分点", "-0.2"),
        ("较2020年低了0.3个百分点", "-0.3"),
        ("PM2.5均值比上年低3微克", "-3"),
        ("办理时间比上年少2天", "-2"),
        ("比全国平均水平低约0.5个百分点", "-0.5"),
        ("比上年高0.3个百分点", "0.3"),
        ("全年精简审批事项四成。", "-4"),
        ("压缩办理时限75%", "-75"),
        ("减少申报材料60%以上", "-60"),
        ("降低成本占比5%", "5"),
        ("缩短时限的事项达到60%", "60"),
        ("加快压减产能，完成率100%", "100"),
        ("失业率低于5%", "5"),
        ("最低0.1元", "0.1"),
        ("提高幅度不低于0.2个百分点", "0.2"),
        ("占比较低，为5%", "5"),
        ("至少3家", "3"),
        ("工业增加值降幅收窄1.2个百分点至3.4%", "-3.4"),
        ("投资降幅由5.2%", "-5.2"),
        ("投资降幅由5.2%收窄至3.4%", "-3.4"),
        ("跌幅比上年扩大0.3个百分点到8.2%", "-8.2"),
        ("增速收窄1.2个百分点至3.4%", "3.4"),
        ("压减“三公”经费15%", "-15"),
        ("比上年增加（减少）-5.6亿元", "-560000000"),
        ("增长（%）-1.2", "-1.2"),
        ("社消零增长5.5%", "5.5"),
    ],
)
def test_what_is_lower_by_a_number_falls(text, value):
    assert _quantities(text)[-1] == Fraction(value)


def _quantities(text: str) -> list[Fraction | None]:
    return [it.value for it in scan(text, BUILT_IN) if it.class_ is NumberClass.QUANTITY]


def test_numbers_that_run_together_are_told_as_unread():
    found = scan("地区生产总值(亿元),389.12,412.36", BUILT_IN)
    assert [(number.text, number.unread) for number in found] == [("389.12,412.36", True)]
