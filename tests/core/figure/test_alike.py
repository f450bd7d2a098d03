"""What is remembered of one text must be what another, written alike, comes to by itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shizhong_cli.core.figure.alike import Alike
from shizhong_cli.core.figure.parsing import FigureError, parse_figure
from shizhong_cli.core.figure.units import BUILT_IN

BEHIND = [
    "", "%", "家", "万家", "亿元", "万亿元", "千瓦", "万千瓦", "百家", "余家", "万余户", "家以上", "%左右",
    "个百分点", "倍", "番", "个半月", "年半", "元多", "个百亿台阶", "到六家", "至六成", "—六家", "家之内",
    "万四千家", "点五万家", "万千", "亿三大", "×10⁸元", "米²", "公里/小时", "头牛", " 家", "平方米以内", "多",
    "来家", "成", "折", "分之一", "、六家", "元五角", "千分点",
]  # fmt: skip
NUMBERS = st.from_regex(r"(0|[1-9][0-9]{0,6})(\.[0-9]{1,3})?", fullmatch=True)


def read(text: str, unit: str | None) -> object:
    try:
        return parse_figure(text, BUILT_IN, unit)
    except FigureError as error:
        return type(error), error.found


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(BEHIND), st.lists(NUMBERS, min_size=2, max_size=5), st.sampled_from([None, "家"]))
def test_a_text_is_read_as_it_is_read_by_itself(behind: str, numbers: list[str], unit: str | None) -> None:
    alike = Alike(BUILT_IN)
    for number in numbers:
        text = f"{number}{behind}"
        try:
            found: object = alike.parse(text, unit)
        except FigureError as error:
            found = type(error), error.found
        assert found == read(text, unit)


@pytest.mark.parametrize("behind", BEHIND)
def test_every_ending_is_read_by_itself_and_behind_another(behind: str) -> None:
    for first, second in (("12.6", "9.35"), ("8", "1455"), ("1455", "3"), ("100", "7"), ("7", "100")):
        alike = Alike(BUILT_IN)
        for text in (f"{first}{behind}", f"{second}{behind}"):
            try:
                found: object = alike.parse(text)
            except FigureError as error:
                found = type(error), error.found
            assert found == read(text, None), text
