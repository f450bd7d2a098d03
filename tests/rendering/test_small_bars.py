"""Small bars on a terminal: they are plain in a pipe, and nothing that is short is drawn at its full height."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import gap_of, one_indicator
from running import run

from shizhong_cli.rendering.formats.small_bars import drawn_bar, drawn_spark
from shizhong_cli.rendering.pages.sheet import Bar, Spark, Tone
from shizhong_cli.rendering.pages.status import _AT_LIMIT, _FULLEST, _completion
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words

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


@given(st.integers(0, 400), st.integers(5, 16))
def test_the_bar_of_a_limit_is_over_its_mark_only_when_more_is_used(used, length):
    """70 of 70件 end at the mark, 75 of 70 one cell over it at least; no bar is full."""
    drawn = drawn_bar(Bar(min(Fraction(used, 100) * _AT_LIMIT, _FULLEST), _AT_LIMIT, is_limit=True), length, "utf-8")
    mark = drawn.index("│")
    assert ("█" in drawn[mark + 1 :]) == (used > 100)
    assert drawn.endswith("·")


@pytest.mark.parametrize(
    ("actual", "said", "over"),
    [
        ("70件", "已用100%", False),
        ("75件", "已用107.1%", True),
        ("70余件", "已用超过100%", True),
        ("35件", "已用50%", False),
    ],
)
def test_what_is_over_a_limit_is_drawn_and_said_so(tmp_path, actual, said, over):
    catalogue = one_indicator(tmp_path, "down", "flow: 70件以内, period: 2026")
    gap = gap_of(catalogue, actual, "2026")
    cell = _completion(GapSpeech(catalogue, Words(Language.ZH)), gap, Tone.PLAIN)
    assert cell.text == said
    assert ("│█" in drawn_bar(cell.bar, 16, "utf-8")) == over == (gap.status == "missed")
