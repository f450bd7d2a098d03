"""Folding of cells, and pages in terminals of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from running import run

from shizhong_cli.rendering.table import fold


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 4, [""]),
        ("地区生产总值", 12, ["地区生产总值"]),
        ("地区生产总值", 8, ["地区生产", "总值"]),
        ("增长，持平", 4, ["增", "长，", "持平"]),  # no line begins with a comma
        ("gross regional product", 10, ["gross", "regional", "product"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("基期 ∈ (941.443, 942.052] 家", 16, ["基期 ∈ (941.443,", "942.052] 家"]),
        ("共三个（1,099 个）", 8, ["共三个", "（1,099", "个）"]),  # nor ends with an opening bracket
        ("一\n二", 2, ["一", "二"]),
        ("宽", 1, ["宽"]),  # one character at the least
    ],
)
def test_fold(text, width, lines):
    assert fold(text, width) == lines


@given(st.text("ab 地区，。(12.5)\n", max_size=60), st.integers(2, 30))
def test_folding_keeps_every_character_and_the_width(text, width):
    lines = fold(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= max(width, 4) for line in lines)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
@pytest.mark.parametrize(
    "command", [["status"], ["gap", "-i", "gdp", "--actual", "5.2%", "--explain"], ["verify-baselines"]]
)
def test_no_encoding_stops_a_page(command, encoding):
    ran = run(*command, encoding=encoding)
    assert (ran.code, ran.err) == (0, "")
    if encoding == "gbk":
        assert "?" not in ran.out


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_pages_fit(columns):
    ran = run("status", columns=columns)
    assert all(cell_len(line) <= columns for line in ran.out.splitlines())
