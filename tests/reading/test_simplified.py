"""A text in traditional characters is drafted as one in simplified ones, and begins its parts as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.reading.simplified import simplifier

opencc = pytest.importorskip("opencc", reason="the extra documents is not installed")
NOTHING = Catalogue(units=BUILT_IN)
TEXT = """2015年乙縣政府工作報告
各位代表：
一、2014年工作回顧
一年來，全縣地區生產總值達到161.3億元，增長5.3%；規模以上工業增加值增長8.1%，新增就業3400人。
二、2015年工作安排
今年經濟社會發展的主要預期目標是：地區生產總值增長6%左右，農村居民人均可支配收入增長8%以上。
"""


def told(text: str) -> list[tuple[str, ...]]:
    return [
        (str(one.era.ahead), str(one.written.value), indicator.name, str(one.measure), one.period, *one.doubts)
        for indicator in draft(text, NOTHING, simplify=simplifier()).indicators
        for one in indicator.figures
    ]


def test_both_are_drafted_alike():
    simple = opencc.OpenCC("t2s").convert(TEXT)
    assert len(simple) == len(TEXT)
    assert told(TEXT) == told(simple)
    assert {row[2] for row in told(TEXT)} >= {"地区生产总值", "规模以上工业增加值", "农村居民人均可支配收入"}


def test_parts_begin_as_printed():
    parts = draft(TEXT, NOTHING, simplify=simplifier()).sections
    assert [part.name for part in parts][1:3] == ["2014年工作回顾", "2015年工作安排"]
    assert all(part.begins in TEXT.replace("\n", "") for part in parts)


@given(st.text("縣長個億萬區產业与县a1。，\n乾裏麼", max_size=60))
def test_no_place_moves(text):
    simplify = simplifier()
    assert simplify is not None
    simple = simplify(text)
    assert [len(line) for line in simple.split("\n")] == [len(line) for line in text.split("\n")]


def test_a_simplified_text_is_left_as_it_is():
    simplify = simplifier()
    assert simplify is not None
    assert simplify("乾县县长的於某，增长5%。" * 3) == "乾县县长的於某，增长5%。" * 3


def test_units_in_traditional_characters_are_read():
    text = "2011年甲市林業發展規劃\n一、2010年工作回顧\n每年造林5萬畝，竹漿年生產能力達到15萬噸，林業總產值87.5億元。\n"
    drafted = draft(text, NOTHING, simplify=simplifier())
    figures = [it.written.text for indicator in drafted.indicators for it in indicator.baselines]
    assert figures == ["5万亩", "15万吨", "87.5億元"]
