"""Intervals as people say them, and printed figures in words of English: tables to check with a pencil."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.rendering.sentences.glosses import counted, glossed
from shizhong_cli.rendering.sentences.spans import span_text
from shizhong_cli.rendering.wording import Language, Words

ZH, EN = Words(Language.ZH), Words(Language.EN)


@pytest.mark.parametrize(
    ("low", "high", "unit", "zh", "en"),
    [
        ("17753180000", "17842550000", "元", "177.53亿—178.43亿元", "17.753 to 17.843 bn yuan"),
        ("54078400000", None, "元", "540.78亿元以上", "54.07 bn yuan or more"),
        ("0", "9826100000", "元", "不到 98.3亿元", "under 9.83 bn yuan"),
        ("1", "99999999900000", "元", "0—100万亿元", "0 to 100,000 bn yuan"),
        ("1190000000", "1210000000", "美元", "11.9亿—12.1亿美元", "1.19 to 1.21 bn US dollars"),
        ("100751", "101849", "人", "100,751—101,849人", "100,751 to 101,849 persons"),
        ("1317", "1317", "家", "1,317家", "1,317"),
        ("337.5", "337.5", "个/处", "337.5个/处", "337.5 each"),
        ("0.16139", "0.17843", "%", "16.13%—17.85%", "16.13 to 17.85%"),
        ("2.037", "2.27992", "人/户", "2.03—2.28人/户", "2.03 to 2.28 persons per household"),
        ("75.1", "75.783", "平方米/户", "75.1—75.79平方米/户", "75.1 to 75.79 m² per household"),
    ],
)
def test_a_span(low, high, unit, zh, en):
    values = interval.between(Fraction(low), None if high is None else Fraction(high))
    assert span_text(values, unit, ZH, unit) == zh
    assert span_text(values, unit, EN, counted(unit, BUILT_IN, EN)) == en


SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


@given(st.fractions(0, 10**14, max_denominator=999), st.fractions(0, 10**9, max_denominator=999))
def test_a_span_has_no_less_in_it_than_the_interval(low, width):
    values = interval.between(low, low + width)
    text = span_text(values, "", ZH, "")
    if "—" in text:
        size = next((size for word, size in SCALES.items() if text.endswith(word)), 1)
        shown = [Fraction(part.rstrip("亿万").replace(",", "")) * size for part in text.split("—")]
        assert shown[0] <= low
        assert shown[1] >= low + width


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ("突破160亿元", "突破160亿元 (over 16 bn yuan)"),
        ("1455家", "1455家 (1,455)"),
        ("超过12.6万户", "超过12.6万户 (over 126,000)"),
        ("近9000人", "近9000人 (nearly 9,000 persons)"),
        ("不足9000人", "不足9000人 (under 9,000 persons)"),
        ("压减58.6%", "压减58.6% (down 58.6%)"),
        ("下降3%以上", "下降3%以上 (down 3% or more)"),
        ("1000亩以上", "1000亩以上 (1,000 mu or more)"),
        ("1125P", "1125P"),
        ("5%左右", "5%左右 (about 5%)"),
        ("不超过5%左右", "不超过5%左右 (no more than about 5%)"),
        ("5%以内", "5%以内 (5% or less)"),
        ("10至12家", "10至12家 (10 to 12)"),
        ("预计158.2亿元", "预计158.2亿元 (an expected 15.82 bn yuan)"),
        ("四个百亿台阶", "四个百亿台阶 (4 steps of 10 bn)"),
        ("五分之一", "五分之一 (1/5)"),
        ("2.8万群众", "2.8万群众 (28,000 persons)"),
        ("1.5亿美元", "1.5亿美元 (150 m US dollars)"),
        ("5.2%", "5.2%"),
    ],
)
def test_a_printed_figure_is_read_in_english(figure, shown):
    written = parse_figure(figure, BUILT_IN)
    assert glossed(written, figure, BUILT_IN, EN) == shown
    assert glossed(written, figure, BUILT_IN, ZH) == figure
