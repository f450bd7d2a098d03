"""Ranges in figures: two ends, both included, whatever stands between them and whichever end has the unit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spans import span

from shizhong_cli.core.figure.parsing import FigureError, parse_figure
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import BUILT_IN

DASHES = ("—", "——", "–", "-", "－", "~", "～", "至", "到")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5%—5.5%", "5", "11/2", "%"),
        ("5.5％～6％", "11/2", "6", "%"),
        ("5至6%", "5", "6", "%"),  # the unit behind the second end is that of both
        ("百分之五到六", "5", "6", "%"),
        ("百分之五至百分之六", "5", "6", "%"),
        ("3-5个百分点", "3", "5", "个百分点"),
        ("10至12家", "10", "12", "家"),
        ("二十至三十家", "20", "30", "家"),
        ("2—3亿元", "200000000", "300000000", "元"),  # and so is the scale word
        ("3万至5万人", "30000", "50000", "人"),
        ("5000—1万元", "5000", "10000", "元"),  # 5000万 would be the larger end: it is 5000
        ("1.2亿元-1.5亿元", "120000000", "150000000", "元"),
        ("增长5%-5.5%", "5", "11/2", "%"),
        ("预计5%—5.5%", "5", "11/2", "%"),
        ("下降3%—5%", "-5", "-3", "%"),  # a fall of 3 to 5
    ],
)
def test_a_range_has_two_ends(text, low, high, unit):
    read = parse_figure(text, BUILT_IN)
    assert (read.bound, read.low, read.high, read.unit) == (Bound.RANGE, Fraction(low), Fraction(high), unit)
    assert read.text == text
    assert read.entailed() == read.as_read() == span(f"[{low}, {high}]")
    assert read.estimated == text.startswith("预计")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("控制在2%-3%", 2, 3),
        ("控制在2%—3%以内", 2, 3),
        ("2%—3%以内", 2, 3),
        ("不超过5%—6%", 5, 6),
        ("100至120起以内", 100, 120),
        ("下降2%—3%以内", -3, -2),
    ],
)
def test_a_range_that_is_not_to_be_exceeded(text, low, high):
    read = parse_figure(text, BUILT_IN)
    assert (read.bound, read.low, read.high, read.capped) == (Bound.RANGE, low, high, True)
    assert read.entailed() == span(f"[{low}, {high}]")


@pytest.mark.parametrize("text", ["2%到3%之间", "在2%—3%之间", "保持在2%—3%之间", "2%—3%区间"])
def test_between_says_nothing_more(text):
    read = parse_figure(text, BUILT_IN)
    assert (read.low, read.high, read.capped) == (2, 3, False)


@pytest.mark.parametrize(
    "text",
    [
        "5.5%—5%",
        "5%—5%",
        "5%—6万人",
        "5%—",
        "—5%",
        "10-12-14家",
        "-1%-2%",
        "5%左右—6%",
        "5%—6%以上",
        "2%—3%左右",
        "超过2%—3%",
        "接近2%—3%",
    ],
)
def test_what_is_no_range_is_refused(text):
    with pytest.raises(FigureError):
        parse_figure(text, BUILT_IN)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.decimals(0, 9999, places=1).filter(lambda x: x > 0), st.decimals("0.1", 999, places=1),
    st.sampled_from(DASHES), st.sampled_from(["%", "家", "万人", "亿元", "微克/立方米"]), st.booleans(),
)  # fmt: skip
def test_every_dash_and_word_means_the_same(low, more, between, unit, twice):
    high = low + more
    read = parse_figure(f"{low}{unit if twice else ''}{between}{high}{unit}", BUILT_IN)
    one, other = parse_figure(f"{low}{unit}", BUILT_IN), parse_figure(f"{high}{unit}", BUILT_IN)
    assert (read.low, read.high, read.unit) == (one.value, other.value, one.unit)
