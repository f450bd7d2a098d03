"""Small bars on a terminal: they are plain in a pipe, and nothing that is short is drawn at its full height."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import run

from shizhong_cli.rendering.formats.terminal import drawn_bar, drawn_spark
from shizhong_cli.rendering.pages.sheet import Bar, Spark

SHARES = st.fractions(0, 1)


@given(st.lists(st.tuples(SHARES, st.booleans()), min_size=1, max_size=40))
def test_only_what_reached_its_target_has_the_full_height(figures):
    heights, reached = zip(*figures, strict=True)
    drawn = drawn_spark(Spark(heights, reached))
    assert len(drawn) == len(figures)
    for sign, height, is_there in zip(drawn, heights, reached, strict=True):
        assert (sign == "█") == (height == 1 and is_there)


@given(SHARES, SHARES, st.booleans())
def test_more_is_never_drawn_lower(one, other, reached):
    low, high = drawn_spark(Spark(tuple(sorted((one, other))), (reached, reached)))
    assert low <= high


@given(st.integers(1, 60), st.data(), st.integers(5, 16))
def test_the_bar_of_a_section_is_full_only_when_all_of_it_is_good(numbered, data, length):
    good = data.draw(st.integers(0, numbered))
    drawn = drawn_bar(Bar(Fraction(good, numbered)), length, "utf-8")
    assert (drawn == "█" * length) == (good == numbered)


LEDGER = """indicator,as_of,figure
foreign_capital_used,2026-03,0.2亿美元
foreign_capital_used,2026-06,0.6亿美元
foreign_capital_used,2026-09,{last}
"""


@pytest.mark.parametrize(
    ("last", "course"),
    [("0.9亿美元", "▁▃▅"), ("1.49亿美元", "▁▃▇"), ("1.5亿美元", "▁▃█"), ("3亿美元", "▁▂█")],
)
def test_the_course_stands_beside_what_came_in_on_a_terminal_alone(tmp_path, last, course):
    """The scale ends at the target, 1.5亿美元, or at what is more: 0.2亿 is 7 × 0.2 ÷ 1.5 = 0.93 steps, the lowest."""
    (tmp_path / "l.csv").write_text(LEDGER.format(last=last), encoding="utf-8")
    command = ["gap", "foreign_capital_used", "--actuals", str(tmp_path / "l.csv")]
    in_a_pipe = run(*command, columns=120).out
    assert not set(in_a_pipe) & set("▁▂▃▄▅▆▇█")
    shown = run(*command, columns=120, environment={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out
    assert f"{last}（截至 2026-09-30）  {course}" in shown


def test_a_section_has_its_bar_on_a_terminal_alone():
    command = ["status", "--brief", "--actual", "gdp=5.2%", "--actual", "retail_sales=2%", "--as-of", "2026-Q3"]
    in_a_pipe = run(*command, columns=120).out
    shown = run(*command, columns=120, environment={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out
    assert "1/7" not in in_a_pipe
    assert "█" not in in_a_pipe
    assert "██··············    1/7" in shown
