"""Every number of a text is found, and is what it is said to be."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from running import ROOT, run

from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import FoundNumber, scan
from shizhong_cli.reading.pack.checks import load_checked

REPORT = Path(os.environ.get("SHIZHONG_REPORT", ROOT.parent / "shared" / "report.txt"))
QUANTITY, DATE, ORDINAL, NAME, OTHER = NumberClass
FIELDS = {"start", "end", "paragraph", "text", "class", "value", "unit", "qualifier", "bound", "measure", "noun"}
DIGITS = re.compile(r"\d+")


def found_in(text: str) -> tuple[FoundNumber, ...]:
    return scan(text, BUILT_IN)


def quantities(text: str) -> list[FoundNumber]:
    return [number for number in found_in(text) if number.class_ is QUANTITY]


VALUES = [
    # snippet, then (text, value, unit) of each quantity
    ("余额1.2万亿元", [("1.2万亿元", "1200000000000", "元")]),
    # money in words is money, also where its clause goes on; 二元 and 三元 make words
    ("每人补贴十五元", [("十五元", "15", "元")]),
    ("收费五元的停车场", [("五元", "5", "元")]),
    ("每人每月提高五元、十元", [("五元", "5", "元"), ("十元", "10", "元")]),
    ("票价十五美元的展览", [("十五美元", "15", "美元")]),
    ("城乡二元结构、三元催化、多元投入、一元复始", []),
    ("新增装机10万千瓦", [("10万千瓦", "100000", "千瓦")]),
    ("并网容量1.9万千瓦。", [("1.9万千瓦", "19000", "千瓦")]),
    ("GDP 1451.6 亿元，增长5%", [("1451.6 亿元", "145160000000", "元"), ("5%", "5", "%")]),
    ("耕地23.5万亩", [("23.5万亩", "235000", "亩")]),
    ("人均1.2万元", [("1.2万元", "12000", "元")]),
    ("算力1200P，", [("1200P", "1200", "P")]),
    ("压力150MPa级", [("150MPa", "150", "兆帕")]),
    ("气温零下5℃", [("5℃", "-5", "摄氏度")]),
    ("增速为-0.5%，", [("-0.5%", "-0.5", "%")]),
    ("产量稳定在百万吨以上", [("百万吨", "1000000", "吨")]),
    ("投资下降3.1%", [("3.1%", "-3.1", "%")]),
    ("审批时限压缩30%", [("30%", "-30", "%")]),
    ("粮食产量达到1.39万亿斤", [("1.39万亿斤", "1390000000000", "斤")]),
    ("节约3.5万吨标准煤", [("3.5万吨标准煤", "35000", "吨标准煤")]),
    ("发电1亿千瓦时", [("1亿千瓦时", "100000000", "千瓦时")]),
    ("浓度29微克/立方米", [("29微克/立方米", "29", "微克每立方米")]),
    ("补贴300元/亩", [("300元/亩", "300", "元/亩")]),
    ("吞吐量8097万标箱", [("8097万标箱", "80970000", "标箱")]),
    ("接待游客9.6亿人次", [("9.6亿人次", "960000000", "人次")]),
    ("达060.3亿元", [("060.3亿元", "6030000000", "元")]),
    ("带动千余家企业", [("千余家", "1000", "家")]),
    ("耕作1.19亿亩次", [("1.19亿亩次", "119000000", "亩次")]),
    ("高铁4.8万公里", [("4.8万公里", "48000", "公里")]),
    ("5100多亿元", [("5100多亿元", "510000000000", "元")]),
    ("2000余万元", [("2000余万元", "20000000", "元")]),
    ("200余个", [("200余个", "200", "个")]),
    ("1万余户", [("1万余户", "10000", "户")]),
    ("1,520.3亿元", [("1,520.3亿元", "152030000000", "元")]),
    ("住房1450套（间）", [("1450套（间）", "1450", "套")]),
    ("2.8万群众迁入", [("2.8万群众", "28000", "人")]),
    ("三次产业结构为0.1：19.5：80.4；", [("0.1", "0.1", "%"), ("19.5", "19.5", "%"), ("80.4", "80.4", "%")]),
    ("三次产业4.0∶37.7∶58.3", [("4.0", "4", "%"), ("37.7", "37.7", "%"), ("58.3", "58.3", "%")]),
    ("收入比2.27:1", [("2.27:1", "2.27", "倍")]),
    ("约占全国1/10", [("1/10", "1/10", "")]),
    ("培育30—50万人", [("30", "300000", "人"), ("50万人", "500000", "人")]),
    ("每年30-50个", [("30", "30", "个"), ("50个", "50", "个")]),
    ("增长4.5%—5%", [("4.5%", "4.5", "%"), ("5%", "5", "%")]),
    ("达1409万、1305万人次", [("1409万", "14090000", "人次"), ("1305万人次", "13050000", "人次")]),
    ("分别为3、5和7家", [("3", "3", "家"), ("5", "5", "家"), ("7家", "7", "家")]),
    ("占全国的五分之一；", [("五分之一", "1/5", "")]),
    ("三分之二强", [("三分之二", "2/3", "")]),
    ("百分之5.2", [("百分之5.2", "5.2", "%")]),
    ("近八成。", [("八成", "8", "成")]),
    ("实现两位数增长", [("两位数", "10", "%")]),
    ("五年翻一番", [("翻一番", "1", "倍")]),
    ("总量翻三番", [("翻三番", "7", "倍")]),
    ("跨越两个万亿元台阶", [("两个万亿元台阶", "2", "台阶")]),
    ("跨越4个百亿台阶", [("4个百亿台阶", "4", "台阶")]),
    ("突破百亿大关", [("百亿", "10000000000", "")]),
    ("收入上千万元", [("千万元", "10000000", "元")]),
    ("提高三个百分点", [("三个百分点", "3", "个百分点")]),
    ("连续八年获评", [("八年", "8", "年")]),
    ("保持动态清零", [("动态清零", "0", "")]),
    ("实现全覆盖", [("全覆盖", "100", "%")]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=[text for text, _ in VALUES])
def test_value_and_unit(text, expected):
    found = [(number.text, number.value, number.unit) for number in quantities(text)]
    assert found == [(printed, Fraction(value), unit) for printed, value, unit in expected]


CLASSES = [
    ("5G基站", NAME),
    ("5G-A试点", NAME),
    ("探索6G、", NAME),
    ("K15+教育联盟", NAME),
    ("Wi-Fi7等", NAME),
    ("“12345”热线", NAME),
    ("12345热线", NAME),
    ("“3+2”产业", NAME),
    ("“6+N”基金", NAME),
    ("20强城市", NAME),
    ("世界500强企业", NAME),
    ("6S管理", NAME),
    ("15分钟公共文化服务圈", NAME),
    ("G20峰会", NAME),
    ("PM2.5平均浓度", NAME),
    ("5A级景区", NAME),
    ("B2B平台", NAME),
    ("7×24小时服务", NAME),
    ("地铁3号线", NAME),
    ("“1310”部署", NAME),
    ("211高校", NAME),
    ("90后青年", NAME),
    ("2025年", DATE),
    ("2026年2月4日", DATE),
    ("2021—2025年", DATE),
    ("5月起", DATE),
    ("1—9月", DATE),
    ("1-9月份", DATE),
    ("2月4日", DATE),
    ("11月6日至10日", DATE),
    ("二〇二六年", DATE),
    ("90年代", DATE),
    ("21世纪", DATE),
    ("2026中国峰会", DATE),
    ("前三季度", DATE),
    ("2025-12-31", DATE),
    ("国发〔2026〕", DATE),
    ("第六批", ORDINAL),
    ("第1名", ORDINAL),
    ("第十九届", ORDINAL),
    ("位居前三，", ORDINAL),
    ("全国前10位", ORDINAL),
    ("全国第一。", ORDINAL),
    ("（一）强化支撑", OTHER),
    ("一、工作回顾", OTHER),
    ("1. 加强领导", OTHER),
    ("(2) 提高质量", OTHER),
    ("增长[2]较快", OTHER),
    ("增长［5］较快", OTHER),
    ("— 12 —", OTHER),
    ("第 3 页 ", OTHER),
]


@pytest.mark.parametrize(("text", "class_"), CLASSES, ids=[text for text, _ in CLASSES])
def test_what_is_no_quantity(text, class_):
    assert [number.class_ for number in found_in(text)] == [class_]


@pytest.mark.parametrize(
    "text",
    [
        "一般公共服务",
        "统一市场",
        "百强榜",
        "一带一轴四区",
        "“十四五”时期",
        "三农工作",
        "四上企业",
        "两会",
        "一河一峪",
        "百年变局",
        "千家万户",
        "一刻钟便民生活圈",
        "万众一心",
        "一成不变",
        "七个方面工作",
        "三年行动",
        "第三方机构",
        "目前一切",
        "三大工程",
        "生成",
        "百万英才汇南粤",
        "二十大精神",
        "四个自信",
        "一次办好",
        "半壁江山",
        "以上述为准",
    ],
)
def test_traps_are_left_alone(text):
    assert found_in(text) == ()


BOUNDS = [
    ("超过12.6万户", Bound.MORE_THAN, "超过"),
    ("突破600家", Bound.MORE_THAN, "突破"),
    ("近200家", Bound.LESS_THAN, "近"),
    ("达到320个以上", Bound.AT_LEAST, "以上"),
    ("5%左右", Bound.ABOUT, "左右"),
    ("约5亿元", Bound.ABOUT, "约"),
    ("控制在5%以内", Bound.AT_MOST, "控制在 以内"),
    ("控制在5.5%左右", Bound.ABOUT, "控制在 左右"),
    ("不低于30%", Bound.AT_LEAST, "不低于"),
    ("不超过3个", Bound.AT_MOST, "不超过"),
    ("签约30亿元", Bound.EXACT, ""),
    ("节约3吨", Bound.EXACT, ""),
    ("达100%", Bound.EXACT, ""),
    ("5100多亿元", Bound.MORE_THAN, "多"),
    ("下降3%以上", Bound.AT_MOST, "下降 以上"),
    ("三分之二强", Bound.MORE_THAN, "强"),
    ("近3年累计", Bound.EXACT, ""),
    ("正向1500亿大关迈进", Bound.LESS_THAN, "正向"),
    ("迈上2万亿元台阶", Bound.MORE_THAN, "迈上"),
    ("两位数增长", Bound.AT_LEAST, ""),
    ("达标率≥95%", Bound.AT_LEAST, "≥"),
    ("误差＜5%", Bound.LESS_THAN, "<"),
]


@pytest.mark.parametrize(("text", "bound", "qualifier"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_bound(text, bound, qualifier):
    (number,) = quantities(text)
    assert (number.bound, number.qualifier) == (bound, qualifier)


def test_a_range_is_two_numbers_low_and_high():
    assert [number.bound for number in quantities("增长4.5%—5%")] == [Bound.AT_LEAST, Bound.AT_MOST]
    assert [number.bound for number in quantities("下降0.5—1个百分点")] == [Bound.AT_MOST, Bound.AT_LEAST]
    assert [number.bound for number in quantities("由4.5%提高到5%")] == [Bound.EXACT, Bound.EXACT]


def test_what_is_said_once_of_a_list_counts_for_all_of_it():
    assert [n.bound for n in quantities("占比45%和32%左右")] == [Bound.ABOUT, Bound.ABOUT]
    assert [n.bound for n in quantities("收入分别超过55亿元和200亿元")] == [Bound.MORE_THAN, Bound.MORE_THAN]
    assert [n.value for n in quantities("警情分别下降17.7%、17.4%、68%。")] == [
        Fraction("-17.7"),
        Fraction("-17.4"),
        -68,
    ]


MEASURES = [
    ("地区生产总值增长5%左右", ["growth"]),
    ("金融业增加值年均增长7.9%", ["average_growth"]),
    ("比重提高5个百分点", ["change"]),
    ("净增企业138家", ["change"]),
    ("产业类项目占比65%", ["share"]),
    ("城镇化率达到98.6%", ["share"]),
    ("企业数量达到1455家", ["level"]),
    ("完成投资219.5亿元", ["flow"]),
    ("新增学位2.6万个", ["flow"]),
    ("地区生产总值达1451.6亿元", ["flow"]),
    ("常住人口91.97万人", ["level"]),
    ("单位GDP能耗下降3%左右", ["growth"]),
    ("城镇调查失业率5.5%左右", ["share"]),
    ("居民消费价格涨幅2%", ["growth"]),
    ("赤字率拟按4%左右安排", ["share"]),
    ("新增城镇就业1200万人以上", ["flow"]),
    ("失业率降低1.2个百分点", ["change"]),
    ("优良天数比例87.2%", ["share"]),
    ("普及率从45.8%提升至77.3%", ["share", "share"]),
    ("标准由每人每月821元提高至1114元", ["level", "level"]),
    ("较“十三五”末增长1.5倍和2.9倍", ["growth", "growth"]),
    ("分别增长17.8%和54.5%", ["growth", "growth"]),
    ("分别达到401家和611家", ["level", "level"]),
    ("收入提高到5.4万元、增长4.3%", ["flow", "growth"]),
    ("PM2.5平均浓度29微克/立方米", ["level"]),
    ("贷款余额1.2万亿元", ["level"]),
    ("完成率100%", ["share"]),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES, ids=[row[0] for row in MEASURES])
def test_measure(text, measures):
    assert [number.measure for number in quantities(text)] == [Measure(measure) for measure in measures]


NOUNS = [
    ("地区生产总值完成1451.6亿元，增长5%；", ["地区生产总值", "地区生产总值"]),
    ("高新技术企业、国家科技型中小企业分别达到401家和611家", ["高新技术企业", "国家科技型中小企业"]),
    ("高质量完成20件民生实事。", ["民生实事"]),
    ("新增停车场16处、停车位4000余个", ["停车场", "停车位"]),
    ("新能源汽车产量增长27.7%", ["新能源汽车产量"]),
]


@pytest.mark.parametrize(("text", "nouns"), NOUNS, ids=[row[0] for row in NOUNS])
def test_noun(text, nouns):
    assert [number.noun for number in quantities(text)] == nouns


DIRTY = [
    # text as it comes, and the quantities in it
    ("居民收入增至 7.8 万元；", [("7.8 万元", "78000", "元")]),
    ("雨污合流改造 488 公\n\n里。生态底色", [("488 公\n\n里", "488", "公里")]),
    ("去年全区地区生产总值\n\n- 3 -\n\n完成 1451.6 亿元", [("1451.6 亿元", "145160000000", "元")]),
    ("去年我们实施雨污合流改造 488 公\n- 3 -\n里。", [("488 公", "488", "公里")]),
    ("完成１４５１．６亿元", [("１４５１．６亿元", "145160000000", "元")]),
    ("增长５％左右", [("５％", "5", "%")]),
    ("市场主体**12.6**万户", [("12.6**万户", "126000", "户")]),
    ("完成1451.6[2]亿元，", [("1451.6", "145160000000", "元")]),
    ("完成1451. 6亿元，", [("1451. 6亿元", "145160000000", "元")]),
    ("完成1 451.6亿元，", [("1 451.6亿元", "145160000000", "元")]),
    ("指标\t1451.6\t5.0%", [("1451.6", "1451.6", ""), ("5.0%", "5", "%")]),
    ("措施1：①2026年建成5个园区", [("1", "1", ""), ("5个", "5", "个")]),
    ("比为1：②3家", [("1", "1", ""), ("3家", "3", "家")]),
    ("新增٣٤家，²家", []),
    ("新增१२.𝟓万户", []),
    ("| 增速 | 5% | 6% |", [("5%", "5", "%"), ("6%", "6", "%")]),
]


@pytest.mark.parametrize(("text", "expected"), DIRTY, ids=[row[0] for row in DIRTY])
def test_dirt(text, expected):
    found = [(number.text, number.value, number.unit) for number in quantities(text)]
    assert found == [(printed, Fraction(value), unit) for printed, value, unit in expected]


def wrapped(text: str, width: int) -> str:
    """The text in lines of one length, with a page number after every 20, as it comes out of some files."""
    lines = [paragraph[i : i + width] for paragraph in text.split("\n\n") for i in range(0, len(paragraph), width)]
    pages = ["\n".join(lines[i : i + 20]) for i in range(0, len(lines), 20)]
    return "\n".join(f"{page}\n\n- {number} -\n" for number, page in enumerate(pages, 1))


@pytest.mark.parametrize("width", [28, 33, 37, 40])
def test_lines_of_any_length_give_the_same_quantities(width):
    text = (
        "一年来，地区生产总值完成1451.6亿元，增长5.2%；市场主体超过12.6万户，分别较“十三五”末增长17.8%和54.5%。"
        "实施雨污合流改造488公里，改造老旧小区943万平方米，2025年进出口总额增长10%以上，常住人口91.97万人。"
    )
    plain = [(number.value, number.unit, number.bound) for number in quantities(text)]
    assert len(plain) == 9
    assert [(n.value, n.unit, n.bound) for n in quantities(wrapped(text, width))] == plain


def test_an_unknown_unit_is_kept_as_a_finding():
    (number,) = quantities("购置3鬲。")
    assert (number.value, number.unit, number.unknown_unit) == (3, None, "鬲")


def test_paragraphs_are_counted_and_those_that_a_page_divides_are_one():
    text = "# 标题\n\n一年来完成投资5亿元，建设学校公\n\n园3处。\n\n又完成6亿元。\n"
    assert [number.paragraph for number in quantities(text)] == [2, 2, 3]


def test_periods_and_bases_are_hinted_at():
    growth = quantities("2025年完成5亿元，较“十三五”末增长3%。")
    assert [n.period for n in quantities("“十四五”期间年均增长6%，2025年完成5亿元")] == ["“十四五”期间", "2025年"]
    assert [(number.period, number.since) for number in growth] == [("2025年", ""), ("2025年", "“十三五”末")]


def test_expected_values_are_marked():
    assert [number.estimated for number in quantities("预计实现进出口总额158.2亿元，实际使用外资1.5亿美元")] == [
        True,
        False,
    ]


TEXTS = st.one_of(
    st.text(max_size=120),
    st.text(
        "0123456789０９.．,，%％‰万亿千百十零两年月日第前[](（）［］)、。；：:-—+/ \n\t*#|GPkK个元家余多"
        "左右超分别和至之成番翻①⑳²⁵₃❶٣४𝟗½Ⅳ㈠",
        max_size=120,
    ),
)


@settings(max_examples=400, deadline=None)
@example("十P/0")  # the unit of a numeral that nobody can read is the beginning of a name
@given(TEXTS)
def test_any_text(text):
    found = found_in(text)
    places = [(number.start, number.end) for number in found]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    for run_of_digits in DIGITS.finditer(text):
        covering = [place for place in places if place[0] <= run_of_digits.start() and run_of_digits.end() <= place[1]]
        assert len(covering) == 1
    for number in found:
        assert number.text == text[number.start : number.end]
        assert (number.class_ is QUANTITY) == (number.measure is not None)
        assert number.class_ is not QUANTITY or number.value is not None


LONG = 250_000
DENSE = 3_000  # repetitions of what is a number each time
HOSTILE = {
    "one digit": "7" * LONG,
    "wan": "万" * LONG,
    "brackets": "[（" * (LONG // 2),
    "line of dashes": "-" * LONG,
    "blanks": " " * LONG,
    "growth": "增长" * (LONG // 2),
    "numerals": "一二三" * (LONG // 3),
    "first": "前第" * (LONG // 2),
    "controls": "\x00\x1f\x07" * (LONG // 3),
    **{
        unit: unit * DENSE
        for unit in (
            "[1]",
            "1.",
            "1 ",
            "1、",
            "1:",
            "5%—",
            "A1",
            "١٢٣४५1а́🎉五",
            "1\n",
            "1,234",
            "*1",
            "1+",
            "2025年",
            "1\x00",
            "十之1",
            "百分之1",
            "1/1",
            "第1",
            "前1",
            "5亿元、",
            "分别5个和",
            "“1”",
            "1万1",
            "(1)",
            "1——",
        )
    },
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_its_end(name):
    text = HOSTILE[name]
    found = found_in(text)
    assert sum(1 for _ in DIGITS.finditer(text)) >= sum(1 for n in found if n.digits) - text.count("第")
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_the_command_prints_every_number(tmp_path):
    path = tmp_path / "text.md"
    path.write_text("# 报告\n\n2025年完成5亿元，增长3%，购置3鬲。5G基站7处。\n", encoding="utf-8")
    document = json.loads(run("scan", str(path), "--format", "json").out)
    assert document["schema_version"] == "1"
    assert [(n["text"], n["class"], n["value"], n["unit"]) for n in document["numbers"]] == [
        ("2025年", "date", None, None),
        ("5亿元", "quantity", "500000000", "元"),
        ("3%", "quantity", "3", "%"),
        ("3", "quantity", "3", None),
        ("5G", "name", None, None),
        ("7处", "quantity", "7", "处"),
    ]
    assert set(document["numbers"][0]) >= FIELDS
    for lang, total, unknown in [("zh", "共 6 个数", "鬲"), ("en", "6 numbers", "鬲")]:
        for columns in (80, 120):
            ran = run("scan", str(path), lang=lang, columns=columns)
            assert ran.code == 0
            assert total in ran.out
            assert unknown in ran.out
    only = json.loads(run("scan", str(path), "--class", "name", "--class", "date", "--format", "json").out)
    assert [n["text"] for n in only["numbers"]] == ["2025年", "5G"]
    assert run("scan", str(path), "--format", "csv").out.startswith("start,end,paragraph,text,class,")
    assert "5亿元" in run("scan", str(path), "--format", "markdown").out


def report_numbers() -> tuple[FoundNumber, ...]:
    if not REPORT.is_file():
        pytest.skip(f"the report is not here: {REPORT}")
    return found_in(REPORT.read_text(encoding="utf-8"))


def test_every_quantity_of_the_report_has_a_known_unit():
    assert [number.text for number in report_numbers() if number.unknown_unit] == []


def test_every_declared_figure_is_found_in_the_report():
    """With the same value, unit and bound, each its own: all but one that is printed once for two indicators."""
    catalogue, _ = load_checked(ROOT)
    printed = Counter((n.value, n.unit or "", n.bound) for n in report_numbers() if n.class_ is QUANTITY)
    missing = []
    for figure in catalogue.figures():
        written = figure.written
        units = (written.unit, "", *catalogue.indicators[figure.indicator].units)
        fit = next((u for u in units if printed[(written.value, u, written.bound)]), None)
        if fit is None:
            missing.append(written.text)
        else:
            printed[(written.value, fit, written.bound)] -= 1
    assert missing == [
        "全覆盖"
    ]  # 清运率、达标率均达100% is one number for two figures, and takes the value of this one
    assert [key for key, count in printed.items() if count] == []


def test_the_cells_of_a_table_are_in_the_unit_of_their_column():
    text = "指标\t绝对数（亿元）\t比上年增长（%）\n投资\t219.5\t-5.0\n消费\t30.2万元\t4\n其余照旧。\n人口\t91.97\t3\n"
    found = [(n.value, n.unit, n.measure) for n in quantities(text)]
    assert found[:4] == [
        (21_950_000_000, "元", Measure.FLOW),
        (-5, "%", Measure.GROWTH),
        (302_000, "元", Measure.FLOW),
        (4, "%", Measure.GROWTH),
    ]
    assert [unit for _, unit, _ in found[4:]] == ["", ""]
