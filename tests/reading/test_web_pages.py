"""What a reader of a page sees: not what its style sheet hides, and the lines of a page that a table lays out."""

from __future__ import annotations

import pytest

from shizhong_cli.reading.report.web_pages import page_text

PAGE = '<html><head><style>{style}</style></head><body><p>增长5%。</p><p class="a x">增长7%。</p></body></html>'


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        (".x{display:none}", False),
        (".b, .x { color: red; visibility: hidden }", False),
        (".x{font-size:0}", False),
        (".x{font-size:0.9em}", True),
        ("@media print{.x{display:none}}", True),
        ("@media print{.b{color:red}} .x{display:none}", False),
        (".x .y{display:none}", True),
        (".xy{display:none}", True),
        ("", True),
    ],
)
def test_what_a_style_sheet_hides(style, seen):
    text = page_text(PAGE.format(style=style))
    assert "增长5%" in text
    assert ("增长7%" in text) is seen


def test_a_page_laid_out_in_a_table_keeps_its_lines():
    cell = "<p>2026年甲县政府工作报告</p><p>一、2025年工作回顾</p><p>地区生产总值4亿元。</p>"
    text = page_text(f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>")
    assert text.split("\n")[:3] == ["2026年甲县政府工作报告", "一、2025年工作回顾", "地区生产总值4亿元。"]


def test_lines_of_a_cell_beside_others_are_one():
    row = "<tr><td><p>社会消费品</p><p>零售总额</p></td><td>4亿元</td></tr>"
    assert page_text(f"<html><body><table>{row}</table></body></html>").strip() == "社会消费品零售总额\t4亿元"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("地区<br>生产总值", "地区生产总值"),
        ("<p>规模以上</p><p>工业<br/>增加值</p>", "规模以上工业增加值"),
        ("农业、<br>林业", "农业、林业"),
        ("2025年<br>（亿元）", "2025年 （亿元）"),
        ("新建5所<br>改造12个", "新建5所 改造12个"),
        ("12<br>345", "12\u3000\u3000\u3000345"),
        ("总投资<br>（万元）", "总投资 （万元）"),
    ],
)
def test_a_name_that_a_line_end_breaks_is_whole(cell, text):
    assert page_text(f"<html><table><tr><td>{cell}</td><td>4</td></tr></table></html>").strip() == f"{text}\t4"
