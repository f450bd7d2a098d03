"""The text of a PDF is what a reader of its pages would read out: columns, heads, notes and tables."""

from __future__ import annotations

import pytest
from pdfs import Placed, placed_pdf, set_in

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import FoundNumber, scan
from shizhong_cli.reading.report.documents import read_document

pytest.importorskip("pypdfium2", reason="the extra documents is not installed")

LEFT = (
    "一年来，规模以上工业企业达到142家，完成投资318.6亿元，增长7.5%，新增就业1.3万人，失业率控制在3.2%以内，"
    "居民收入增长5.6%，粮食产量25.7万吨。"
)
RIGHT = (
    "坚持项目为王，开工重点项目87个，竣工42个，引进外资2.4亿美元，进出口完成96.8亿元，其中出口71.5亿元，"
    "占比提高3.1个百分点。"
)
FIGURES = [
    "142家",
    "318.6亿元",
    "7.5%",
    "1.3万人",
    "3.2%",
    "5.6%",
    "25.7万吨",
    "87个",
    "42个",
    "2.4亿美元",
    "96.8亿元",
    "71.5亿元",
    "3.1个百分点",
]


def text_of(tmp_path, pages: list[list[Placed]]) -> str:
    path = tmp_path / "report.pdf"
    path.write_bytes(placed_pdf(pages))
    return read_document(path)


def quantities(text: str) -> list[FoundNumber]:
    return [number for number in scan(text, BUILT_IN) if number.class_ is NumberClass.QUANTITY]


def shown(text: str) -> list[str]:
    """The quantities as printed, without line ends."""
    return ["".join(number.text.split()) for number in quantities(text)]


def by_height(texts: list[Placed]) -> list[Placed]:
    return sorted(texts, key=lambda text: (-text[1], text[0]))


COLUMNS = {
    "column by column": set_in(LEFT, 50, 760, 18) + set_in(RIGHT, 310, 760, 18),
    "row by row": by_height(set_in(LEFT, 50, 760, 18) + set_in(RIGHT, 310, 760, 18)),
    "rows that are not level": by_height(set_in(LEFT, 50, 760, 18) + set_in(RIGHT, 310, 753, 18)),
    "the right column first": set_in(RIGHT, 310, 760, 18) + set_in(LEFT, 50, 760, 18),
    "below a line over both": by_height(
        [
            (50.0, 800.0, 18.0, "全区经济运行情况和下一步重点工作安排"),
            *set_in(LEFT, 50, 760, 18),
            *set_in(RIGHT, 310, 760, 18),
        ]
    ),
}


@pytest.mark.parametrize("order", COLUMNS)
def test_two_columns_are_read_one_behind_the_other(tmp_path, order):
    assert shown(text_of(tmp_path, [COLUMNS[order]])) == FIGURES


def test_three_columns(tmp_path):
    third = "新建改造学校12所，增加学位5400个，建成保障房2160套，改造老旧小区31个，惠及居民1.9万户，新增停车位3300个。"
    texts = [*set_in(LEFT, 40, 760, 13), *set_in(RIGHT, 215, 760, 13), *set_in(third, 390, 760, 13)]
    figures = [*FIGURES, *["12所", "5400个", "2160套", "31个", "1.9万户", "3300个"]]
    assert shown(text_of(tmp_path, [by_height(texts)])) == figures


def test_what_the_pages_repeat_stands_in_no_sentence(tmp_path):
    first = "实施雨污合流改造，全区新建管网488公"
    pages = [
        [(200, 800, 9, "中山区2026年政府工作报告"), (50, 700, 12, line), (290, 40, 10, f"- {number} -")]
        for number, line in enumerate((first, "里，完成投资15.2亿元，建成口袋公园", "23处，改造老旧小区31个。"), 1)
    ]
    text = text_of(tmp_path, pages)
    assert text.startswith("中山区2026年政府工作报告\n\f\n实施")
    assert text.count("政府工作报告") == 1
    assert [(number.value, number.unit) for number in quantities(text)] == [
        (488, "公里"), (1_520_000_000, "元"), (23, "处"), (31, "个"),
    ]  # fmt: skip


def test_the_head_of_a_table_that_goes_on_is_no_running_head(tmp_path):
    def page(name: str, value: str) -> list[Placed]:
        head = [(50.0, 760.0, 10.0, "指标"), (250.0, 760.0, 10.0, "总量"), (400.0, 760.0, 10.0, "增长（%）")]
        return [
            (450, 780, 10, "单位：亿元"), *head,
            (50, 740, 10, name), (250, 740, 10, value), (400, 740, 10, "5.1"),
            (50, 720, 10, "其中：甲类"), (250, 720, 10, "3.3"), (400, 720, 10, "-2"),
        ]  # fmt: skip

    text = text_of(tmp_path, [page("投资", "12.4"), page("消费", "40")])
    assert [(number.value, number.unit) for number in quantities(text)][::4] == [
        (1_240_000_000, "元"),
        (4 * 10**9, "元"),
    ]


def test_a_note_at_the_foot_stands_behind_the_text_and_its_mark_is_no_digit(tmp_path):
    pages = [
        [
            (50, 700, 12, "培育高新技术企业600家"), (176, 705, 6, "1"), (180, 700, 12, "，改造雨污合流管网488公"),
            (50, 80, 8, "1高新技术企业：研发投入占比不低于3%。"),
            (50, 70, 8, "2雨污合流：见专栏5。"), (290, 40, 10, "- 1 -"),
        ],
        [(50, 760, 12, "里，面积15.2万平方米。"), (290, 40, 10, "- 2 -")],
    ]  # fmt: skip
    text = text_of(tmp_path, pages)
    assert "600家¹" in text
    assert shown(text)[:4] == ["600家", "488公", "15.2万平方米", "3%"]
    assert quantities(text)[1].unit == "公里"


def table(rows: list[tuple[str, ...]], places: tuple[float, ...]) -> list[Placed]:
    return [
        (x, 700 - 18 * i, 10.5, cell) for i, row in enumerate(rows) for x, cell in zip(places, row, strict=True) if cell
    ]


def test_the_cells_of_a_table_stand_under_their_heads_also_where_one_is_empty(tmp_path):
    rows = [
        ("指标", "总量", "比上年增长"),
        ("", "（亿元）", "（%）"),
        ("生产总值", "86.5", "5.0"),
        ("第三产业", "", "6.1"),
        ("工业增加值", "38.2", "13"),
    ]
    text = text_of(tmp_path, [[*table(rows, (60, 260, 400)), (50, 560, 12, "5个县完成投资3亿元。")]])
    found = [(n.value, n.unit, n.cell.row, n.cell.column) for n in quantities(text) if n.cell]
    assert [(str(value), *rest) for value, *rest in found] == [
        ("8650000000", "元", "生产总值", "总量(亿元)"),
        ("5", "%", "生产总值", "比上年增长(%)"),
        ("61/10", "%", "第三产业", "比上年增长(%)"),
        ("3820000000", "元", "工业增加值", "总量(亿元)"),
        ("13", "%", "工业增加值", "比上年增长(%)"),
    ]
    assert shown(text)[-2:] == ["5个", "3亿元"]


def test_narrow_cells_are_not_one_number(tmp_path):
    rows = [("投资", "12", "345", "5.1"), ("消费", "13", "346", "5.2")]
    text = text_of(tmp_path, [table(rows, (50, 150, 170, 198))])
    assert shown(text) == ["12", "345", "5.1", "13", "346", "5.2"]


def test_a_page_that_runs_from_top_to_bottom_is_read_as_it_comes(tmp_path):
    words = "全区生产总值八十六亿元比上年增长百分之五就业稳定"
    upright: list[Placed] = [(500, 760 - 14 * i, 12, character) for i, character in enumerate(words)]
    text = text_of(tmp_path, [upright])
    assert "".join(text.split()) == words


OPENING = "　　一年来，我们坚持稳中求进工作总基调，全县经济运行总体平稳、稳中有进，呈现良好态势。"
ENDS = {
    "地区生产总值完成31|2.6亿元，增长5.4%。": ["312.6亿元", "5.4%"],
    "地区生产总值完成312.|6亿元，增长5.4%。": ["312.6亿元", "5.4%"],
    "规模以上工业企业达到1|42家，固定资产投资增长7.5%。": ["142家", "7.5%"],
    "居民人均可支配收入3|1，234元，增长5.9%。": ["31，234元", "5.9%"],
    "进出口完成96.8亿元，增长1|2.5%，出口增长8%。": ["96.8亿元", "12.5%", "8%"],
    "惠及居民1|.9万户。": ["1.9万户"],
    "城镇新增就业1.3|万人，粮食产量33.6万吨。": ["1.3万人", "33.6万吨"],
    "新建学校5|所，幼儿园12所。": ["5所", "12所"],
}


def two_pages(sentence: str, filled: bool) -> list[list[Placed]]:
    """A sentence over two pages of lines of 40 characters; the last line of the first is full or not."""
    first, second = sentence.split("|")
    words = OPENING + OPENING.strip() * 2
    lines = (set_in(words[:n] + first, 50, 760, 40) for n in range(len(words), 0, -1))
    fits = (placed for placed in lines if (sum(0.5 if c < "\x7f" else 1 for c in placed[-1][3]) >= 39.5) == filled)
    numbers = [[(290.0, 40.0, 10.0, f"- {n} -")] for n in (1, 2)]
    return [[*next(fits), *numbers[0]], [*set_in(second, 50, 760, 40), *numbers[1]]]


@pytest.mark.parametrize("sentence", ENDS)
def test_a_number_that_the_end_of_a_page_divides_is_one(tmp_path, sentence):
    assert shown(text_of(tmp_path, two_pages(sentence, True))) == ENDS[sentence]


def test_a_number_before_the_end_of_a_page_is_not_joined_without_a_full_line(tmp_path):
    text = text_of(tmp_path, two_pages("地区生产总值完成31|2.6亿元，增长5.4%。", False))
    assert shown(text) == ["5.4%"]  # the first is told as not read
