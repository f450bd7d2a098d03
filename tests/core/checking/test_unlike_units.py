"""Amounts in units of different size are converted before they are compared; the arithmetic stands beside."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import pack

from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.reading.pack.checks import load_checked

PROPERTY = settings(max_examples=80, deadline=None, derandomize=True, database=None)
PASSES = {"consistent", "vacuous"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("units")


def verdicts(folder, units, *figures, check="") -> set[str]:
    lines = "".join(f"      - {{{figure}, section: 第{number}处}}\n" for number, figure in enumerate(figures, 1))
    text = f"indicators:\n  it:\n    name: 某项\n    direction: up\n    units: [{units}]\n    figures:\n{lines}"
    report = verify(*load_checked(pack(folder, text + check)))
    return {str(outcome.verdict) for outcome in report.outcomes}


@pytest.mark.parametrize(
    ("one", "other", "units", "verdict"),
    [
        ("1500亩", "100公顷", "亩, 公顷", "consistent"),  # 15亩 a hectare
        ("1500亩", "100公顷", "公顷, 亩", "consistent"),
        ("100亩", "100公顷", "亩, 公顷", "inconsistent"),
        ("36万千瓦", "360兆瓦", "千瓦, 兆瓦", "consistent"),
        ("36万千瓦", "3.6兆瓦", "千瓦, 兆瓦", "inconsistent"),
        ("36公里", "36000米", "米, 公里", "consistent"),
        ("3.2万平方米", "48亩", "平方米, 亩", "consistent"),  # 48 x 666.67 = 32 000
        ("3.2万平方米", "50亩", "平方米, 亩", "inconsistent"),  # 33 333
        ("12件", "12项", "件, 项", "consistent"),
    ],
)
def test_one_thing_in_two_units(folder, one, other, units, verdict):
    assert verdicts(folder, units, f"level: {one}, period: 2025", f"level: {other}, period: 2025") == {verdict}


def test_units_of_size_in_sums_and_rises(folder):
    figures = ["level: 36公里, period: 2025", "level: 30公里, period: 2024", "change: 6000米, period: 2025"]
    assert verdicts(folder, "米, 公里", *figures) == {"consistent"}
    assert verdicts(folder, "公里, 米", *figures[:2], "change: 6米, period: 2025") == {"inconsistent"}


TWO = """indicators:
  a: {{name: 甲, direction: up, figures: [{{level: {one}, period: 2025, section: 一}}]}}
  b: {{name: 乙, direction: up, figures: [{{level: {other}, period: 2025, section: 一}}]}}
checks:
  it: {{expression: "{check}"}}
"""


@pytest.mark.parametrize(
    ("one", "other", "check", "verdict"),
    [
        ("36万千瓦", "360兆瓦", "a.level@2025 = b.level@2025", "consistent"),
        ("36万千瓦", "36兆瓦", "a.level@2025 = b.level@2025", "inconsistent"),
        ("48亩", "3.2万平方米", "a.level@2025 / b.level@2025 = 100%", "consistent"),
        ("48亩", "3.2万平方米", "a.level@2025 = b.level@2025 - 1公顷", "inconsistent"),
        ("33亩", "3.2万平方米", "a.level@2025 = b.level@2025 - 1公顷", "consistent"),  # 2.2万平方米 are 33亩
        ("40公里", "4000米", "b.level@2025 <= a.level@2025", "vacuous"),  # a digit more is 9000米
    ],
)
def test_declared_checks_over_units_of_size(folder, one, other, check, verdict):
    report = verify(*load_checked(pack(folder, TWO.format(one=one, other=other, check=check))))
    assert [str(outcome.verdict) for outcome in report.outcomes] == [verdict]


SIZED = {symbol: unit for symbol, unit in BUILT_IN.items() if unit.factor and symbol == unit.symbol}
PAIRS = [(a, b) for a, b in permutations(SIZED, 2) if SIZED[a].dimension == SIZED[b].dimension]


@PROPERTY
@given(st.sampled_from(PAIRS), st.integers(1, 999))
def test_the_same_size_is_never_accused_and_the_same_digits_never_pass(folder, pair, number):
    one, other = pair
    factor = SIZED[one].factor / SIZED[other].factor
    if factor >= 10:  # of what is smaller so many more; otherwise the other way round, where it can be printed
        many = f"{round(number * factor)}{other}"
        if (number * factor).denominator == 1:
            both = f"level: {number}{one}, period: 2025", f"level: {many}, period: 2025"
            assert verdicts(folder, f"{one}, {other}", *both) <= PASSES
        bare = f"level: {number}{one}, period: 2025", f"level: {number}{other}, period: 2025"
        assert verdicts(folder, f"{one}, {other}", *bare) == {"inconsistent"}
