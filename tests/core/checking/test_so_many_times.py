"""增至1.5倍 is one and a half times as much, 增长1.5倍 two and a half; the arithmetic stands beside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import gap_of, one_indicator, pack

from shizhong_cli.core.checking.verify import verify
from shizhong_cli.reading.pack.checks import load_checked

PROPERTY = settings(max_examples=40, deadline=None, derandomize=True, database=None)
AS_MANY = [
    "增至{}", "增长到{}", "增加到{}", "达到{}", "升至{}", "提高到{}", "扩大到{}", "是2020年的{}", "相当于2020年的{}",
    "为2020年的{}", "达到2020年的{}", "2020年的{}", "相当于{}", "预计达到2020年的{}",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("times")


def verdict(folder, growth: str, now: str, since: str = ", since: 2020") -> str:
    text = f"""indicators:
  it:
    name: 某项
    direction: up
    figures:
      - {{growth: {growth}, period: 2025{since}, section: 一}}
      - {{flow: {now}亿元, period: 2025, section: 一}}
      - {{flow: 50亿元, period: 2020, section: 一}}
"""
    (outcome,) = verify(*load_checked(pack(folder, text))).outcomes
    return str(outcome.verdict)


@pytest.mark.parametrize("words", AS_MANY)
def test_so_many_times_as_much(folder, words):
    assert verdict(folder, words.format("1.5倍"), "75") == "consistent"  # 50 x 1.5
    assert verdict(folder, words.format("1.5倍"), "125") == "inconsistent"


@pytest.mark.parametrize("words", ["增长{}", "提高{}", "增加{}", "{}"])
def test_so_many_times_more(folder, words):
    assert verdict(folder, words.format("1.5倍"), "125") == "consistent"  # 50 x 2.5
    assert verdict(folder, words.format("1.5倍"), "75") == "inconsistent"


def test_the_words_tell_the_base(folder):
    assert verdict(folder, "是2020年的1.5倍", "75", since="") == "consistent"


@PROPERTY
@given(st.integers(11, 60), st.sampled_from(AS_MANY))
def test_what_is_true_is_never_accused(folder, tenths, words):
    assert verdict(folder, words.format(f"{tenths / 10:.1f}倍"), str(tenths * 5)) in ("consistent", "vacuous")


@pytest.mark.parametrize(
    ("target", "base", "actual", "status"),
    [
        ("增至2倍", "40亿元", "90亿元", "met"),
        ("增至2倍", "40亿元", "70亿元", "missed"),
        ("增长2倍", "40亿元", "90亿元", "missed"),  # 120 are asked for
        ("1.5倍, multiple: times", "50.0亿元", "80.0亿元", "met"),  # 1.6 times
        ("1.5倍, multiple: times", "50.0亿元", "70.0亿元", "missed"),
        ("达到2025年的1.5倍", "50.0亿元", "80.0亿元", "met"),
    ],
)
def test_a_target_of_so_many_times_as_much(tmp_path, target, base, actual, status):
    catalogue = one_indicator(tmp_path, "up", f"growth: {target}, period: 2026", f"flow: {base}, period: 2025")
    assert str(gap_of(catalogue, actual, "2026").status) == status
