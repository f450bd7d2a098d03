"""Every figure of a table names the heads of its row and its column, or is said to have none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import scan

COMMUNIQUE = """
单位：亿元
指标\t2024年\t2025年\t比上年增长（%）
生产总值\t80.1\t86.5\t5.0
城镇化率\t70.1\t71.2\t—
其余照旧。
"""
TABLES = {
    "the unit above, years as heads, a rate of its own": (
        COMMUNIQUE,
        """
80.1 = 8010000000 元 flow | 生产总值 | 2024年
86.5 = 8650000000 元 flow | 生产总值 | 2025年
5.0 = 5 % growth | 生产总值 | 比上年增长(%)
70.1 = 70.1 - share | 城镇化率 | 2024年
71.2 = 71.2 - share | 城镇化率 | 2025年
""",
    ),
    "a column of units, and a number that looks like a year": (
        "指标\t单位\t总量\t同比±%\n常住人口\t万人\t91.97\t0.3\n财政自给率\t%\t45.2\t-1.1\n个体户数\t户\t2011\t3\n",
        """
91.97 = 919700 人 level | 常住人口 | 总量
0.3 = 0.3 % growth | 常住人口 | 同比±%
45.2 = 45.2 % share | 财政自给率 | 总量
-1.1 = -1.1 % growth | 财政自给率 | 同比±%
2011 = 2011 户 level | 个体户数 | 总量
3 = 3 % growth | 个体户数 | 同比±%
""",
    ),
    "wide blanks": (
        "指标    总量（亿元）    比上年增长（%）\n投资    12    345\n消费    138.2    13\n5个县完成投资3亿元。\n",
        """
12 = 1200000000 元 flow | 投资 | 总量(亿元)
345 = 345 % growth | 投资 | 比上年增长(%)
138.2 = 13820000000 元 flow | 消费 | 总量(亿元)
13 = 13 % growth | 消费 | 比上年增长(%)
5个 = 5 个 flow
3亿元 = 300000000 元 flow
""",
    ),
    "strokes": (
        "| 指标 | 产量（万吨） |\n|---|---:|\n| 粮食 | 25.7 |\n| 蔬菜 | 13 |\n",
        """
25.7 = 257000 吨 flow | 粮食 | 产量(万吨)
13 = 130000 吨 flow | 蔬菜 | 产量(万吨)
""",
    ),
    "heads of two lines, one of them over two columns": (
        "指标\t2025年\t\n\t总量（亿元）\t下降（%）\n能耗费用\t12.1\t3.4\n",
        """
12.1 = 1210000000 元 flow | 能耗费用 | 2025年 总量(亿元)
3.4 = -3.4 % growth | 能耗费用 | 2025年 下降(%)
""",
    ),
    "an empty cell keeps its place": (
        "指标\t总量（万元）\t增速（%）\t占比（%）\n甲类产值\t\t6.1\t\n乙类产值\t7\t\t8\n",
        """
6.1 = 6.1 % growth | 甲类产值 | 增速(%)
7 = 70000 元 flow | 乙类产值 | 总量(万元)
8 = 8 % share | 乙类产值 | 占比(%)
""",
    ),
    "years without 年, and a corner without words": (
        "\t2024\t2025\n户数（户）\t1233\t1244\n",
        """
1233 = 1233 户 level | 户数(户) | 2024
1244 = 1244 户 level | 户数(户) | 2025
""",
    ),
    "a group of rows": (
        "类别\t指标\t数量（个）\n工业\t企业\t12\n\t园区\t3\n",
        """
12 = 12 个 level/flow | 工业 企业 | 数量(个)
3 = 3 个 level/flow | 工业 园区 | 数量(个)
""",
    ),
    "two tables side by side": (
        "指标\t数量（家）\t指标\t数量（亩）\n企业\t12\t耕地\t345\n",
        """
12 = 12 家 level/flow | 企业 | 数量(家)
345 = 345 亩 level/flow | 耕地 | 数量(亩)
""",
    ),
    "what numbers the rows is no quantity": (
        "序号\t指标\t数量（家）\n1\t规上企业\t12\n2\t限上企业\t13\n",
        """
12 = 12 家 level/flow | 规上企业 | 数量(家)
13 = 13 家 level/flow | 限上企业 | 数量(家)
""",
    ),
    "a row with fewer cells than heads has no columns": (
        "指标\t总量（亿元）\t增长（%）\n投资\t5.1\n",
        """
5.1 = 5.1 - flow | 投资 | ?
""",
    ),
    "no heads at all": (
        "投资\t5.1\t3\n消费\t6.2\t4\n",
        """
5.1 = 5.1 - flow | 投资 | ?
3 = 3 - flow | 投资 | ?
6.2 = 6.2 - flow | 消费 | ?
4 = 4 - flow | 消费 | ?
""",
    ),
    "a sentence in a cell is read as a sentence": (
        "任务\t要求\n投资\t完成5亿元，增长3%\n",
        """
5亿元 = 500000000 元 flow
3% = 3 % growth
""",
    ),
    "per cent in a figure of its own": (
        "指标\t2025年\n失业率\t3.2%\n投资\t5亿元\n",
        """
3.2% = 3.2 % share | 失业率 | 2025年
5亿元 = 500000000 元 flow | 投资 | 2025年
""",
    ),
    "points": (
        "指标\t2025年\t比上年提高（百分点）\n绿化率（%）\t41.2\t0.7\n",
        """
41.2 = 41.2 % share | 绿化率(%) | 2025年
0.7 = 0.7 个百分点 change | 绿化率(%) | 比上年提高(百分点)
""",
    ),
    "a sign behind wide blanks, and an empty cell before a number": (
        "指标  总量（亿元）  增长（%）  目标\n投资  456.7  -1.2  -\n消费  138.2  -  5左右\n能耗  2  -3  ≥44\n",
        """
456.7 = 45670000000 元 flow | 投资 | 总量(亿元)
-1.2 = -1.2 % growth | 投资 | 增长(%)
138.2 = 13820000000 元 flow | 消费 | 总量(亿元)
5 = 5 - flow | 消费 | 目标
2 = 200000000 元 flow | 能耗 | 总量(亿元)
-3 = -3 % growth | 能耗 | 增长(%)
44 = 44 - level/flow | 能耗 | 目标
""",
    ),
    "sentences with wide blanks are no rows": (
        "全市生产总值  1234.5  亿元 ， 增长  5.2% 。\n财政收入  89.3  亿元 ， 增长  3.1% 。\n",
        """
1234.5  亿元 = 123450000000 元 flow
5.2% = 5.2 % growth
89.3  亿元 = 8930000000 元 flow
3.1% = 3.1 % growth
""",
    ),
    "figures with units and no heads are no rows": (
        "全县下辖  12个镇  256个村\n总人口  65.3万人  面积  2300平方公里\n",
        """
12个 = 12 个 level/flow
256个 = 256 个 level/flow
65.3万人 = 653000 人 level
2300平方公里 = 2300 平方公里 level
""",
    ),
    "years in a column or in the heads are in no unit": (
        "支出（万元）  2024  2025\n教育  1345  1456\n年份  人口  出生率（‰）\n2020  65.3  10.2\n2021  65.1  9.8\n",
        """
1345 = 1345 - flow | 教育 | 2024
1456 = 1456 - flow | 教育 | 2025
65.3 = 65.3 - level | 2020 | 人口
10.2 = 10.2 ‰ share | 2020 | 出生率(‰)
65.1 = 65.1 - level | 2021 | 人口
9.8 = 9.8 ‰ share | 2021 | 出生率(‰)
""",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_cell_is_what_its_heads_say(name):
    text, expected = TABLES[name]
    found = [number for number in scan(text, BUILT_IN) if number.class_ is NumberClass.QUANTITY]
    rows = expected.strip().splitlines()
    assert [number.text for number in found] == [row.split(" = ")[0] for row in rows]
    for number, row in zip(found, rows, strict=True):
        said, *heads = row.split(" = ")[1].split(" | ")
        value, unit, measures = said.split()
        assert (number.value, number.unit) == (Fraction(value), unit.removeprefix("-")), row
        assert number.measure is not None
        assert number.measure.value in measures.split("/"), row
        cell = [number.cell.row or "?", number.cell.column or "?"] if number.cell else []
        assert cell == heads, row


def test_the_year_of_a_column_is_the_time_of_its_cells():
    found = {number.text: number.period for number in scan(COMMUNIQUE, BUILT_IN) if number.cell}
    assert found == {"80.1": "2024年", "86.5": "2025年", "5.0": "", "70.1": "2024年", "71.2": "2025年"}


NO_HEADS = (
    "服务电话\t\t0531-82078888\t12345",
    "服务热线\t\t400-820-8820\t12345热线",
    "办公时间\t\t8:30\t9时30分",
    "师生比\t\t1:15\t1:14",
)
NOTES = ("[15]", "［3］", "[注1]", "[1,2]", "[1-3]", "〔2〕", "①", "¹", " [4]")


@pytest.mark.parametrize("note", NOTES)
def test_the_mark_of_a_note_is_neither_figure_nor_head(note):
    text = (
        f"指标\t单位\t2023年实际\t2024年计划\n生产总值{note}\t亿元\t1200\t1300{note}\n粮食产量\t万吨\t500{note}\t510\n"
    )
    read = [it for it in scan(text, BUILT_IN) if it.class_ is NumberClass.QUANTITY]
    assert [(it.value, it.unit, it.noun, it.period) for it in read] == [
        (120_000_000_000, "元", "生产总值", "2023年"),
        (130_000_000_000, "元", "生产总值", "2024年"),
        (5_000_000, "吨", "粮食产量", "2023年"),
        (5_100_000, "吨", "粮食产量", "2024年"),
    ]


@pytest.mark.parametrize("row", NO_HEADS)
def test_a_row_of_telephones_or_times_is_no_line_of_heads(row):
    text = f"指标\t单位\t2023年实际\t2024年计划\n{row}\n登记失业率\t%\t3.2\t3.5\n"
    read = [it for it in scan(text, BUILT_IN) if it.class_ is NumberClass.QUANTITY and it.cell]
    assert [(it.value, it.unit, it.period) for it in read] == [
        (Fraction("3.2"), "%", "2023年"),
        (Fraction("3.5"), "%", "2024年"),
    ]


CALLED = """
会议于8:30开始
8:30:15计时
9时30分结束
下午3点半散会
早上8点开门
上午九时三十分开会
九点半散会
联系电话：0531-82078888
电话(0531)82078888转8001
拨打12380
举报电话：12388、12337
12309检察服务热线
0531—82078888
138-0531-8888
400-820-8820
邮编250001
12345热线
产值[15]
产值[1,2]
产值[注1]
产值（注1）
"""


@pytest.mark.parametrize("text", CALLED.split())
def test_times_telephones_and_notes_are_no_quantities(text):
    assert [it.text for it in scan(f"{text}。", BUILT_IN) if it.class_ is NumberClass.QUANTITY] == []


STILL = """
12345热线受理12000件 = 12000件
热线3条 = 3条
热线满意率95% = 95%
电话用户1200万户 = 1200万户
电话普及率110.5部/百人 = 110.5部/百人
手机1500台 = 1500台
移动电话1200余万部 = 1200余万部
产值1200[15]亿元 = 1200
"""


@pytest.mark.parametrize(("text", "printed"), [line.split(" = ") for line in STILL.strip().splitlines()])
def test_what_stands_beside_a_telephone_is_still_a_quantity(text, printed):
    assert [it.text for it in scan(f"{text}。", BUILT_IN) if it.class_ is NumberClass.QUANTITY] == [printed]


def test_a_time_of_the_day_is_no_period_of_a_figure():
    *_, growth = scan("2024年会议于8:30开始，产值增长5%。", BUILT_IN)
    assert growth.period == "2024年"


def test_a_title_on_every_page_is_inside_no_sentence():
    head = "2025年甲市人民政府工作报告"
    lines = ["全年完成的全部固定资产投资比上年", "增长5.1%，规模以上工业增加值", "增长7.1%。"]
    text = "\n".join(f"{head}\n{line}\n— {page} —" for page, line in enumerate(lines, 11))
    found = scan(text, BUILT_IN)
    read = [(it.text, it.noun, it.measure) for it in found if it.class_ is NumberClass.QUANTITY]
    alone = [
        (it.text, it.noun, it.measure) for it in scan(head + "\n" + "".join(lines), BUILT_IN) if it.value is not None
    ]
    assert read == alone
    assert [it.text for it in found if it.class_ is NumberClass.DATE][1:] == ["2025", "2025"]
