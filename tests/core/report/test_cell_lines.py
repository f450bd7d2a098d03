"""Tables with every cell on a line, and a stroke on the line between, are tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.core.report.scanning.cell_lines import INSIDE, in_rows

CELLS = [
    "单位:亿元",
    "指标",
    "绝对数",
    "比上年增长%",
    "工业",
    "24.4",
    "3.3",
    "农业",
    "21.1",
    "-1.6",
    "建筑业",
    "6.9",
    "0.2",
]


def shown(text: str) -> list[str]:
    return [line.replace(INSIDE, "").strip(" ") for line in in_rows(text).split("\n")]


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (CELLS, ["单位:亿元", "指标\t绝对数\t比上年增长%", "工业\t24.4\t3.3", "农业\t21.1\t-1.6", "建筑业\t6.9\t0.2"]),
        (CELLS[1:], ["指标\t绝对数\t比上年增长%", "工业\t24.4\t3.3", "农业\t21.1\t-1.6", "建筑业\t6.9\t0.2"]),
        (["项目", "数", "甲", "1", "乙", "2", "丙", "—"], ["项目\t数", "甲\t1", "乙\t2", "丙\t—"]),
        (CELLS[:10], None),  # two rows are no table
        (["项目", "数", "甲", "1", "乙", "2", "3", "丙", "4"], None),  # not as many each time
        (["首页", "新闻", "公开", "服务", "互动", "专题"], None),
    ],
)
def test_rows(cells, rows):
    text = "\n|\n".join(cells)
    assert len(in_rows(text)) == len(text)
    assert in_rows(text).count("\n") + in_rows(text).count(INSIDE) == text.count("\n")
    assert shown(text) == rows if rows else in_rows(text) == text


def test_its_figures_have_their_heads():
    text = "2022年甲区统计公报\n2022年全区主要指标\n|\n" + "\n|\n".join(CELLS) + "\n|\n年末人口3万人。\n"
    found = draft(text, Catalogue(units=BUILT_IN), year=2023)
    told = {(i.name, str(f.measure), f.written.text + f.unit, f.period) for i in found.indicators for f in i.figures}
    assert told >= {
        ("工业", "flow", "24.4亿元", "2022"), ("工业", "growth", "3.3%", "2022"), ("农业", "growth", "-1.6%", "2022"),
    }  # fmt: skip


@given(st.lists(st.sampled_from(["甲", "12", "3.5%", "—", "指标", "单位:亿元"]), max_size=20))
def test_no_place_moves(cells):
    text = "\n|\n".join(cells)
    assert [a == b or b in f"{INSIDE}\t \n" for a, b in zip(text, in_rows(text), strict=True)].count(False) == 0
