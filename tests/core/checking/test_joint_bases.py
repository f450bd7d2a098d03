"""What amount, change and rates say of one base must meet; by hand, and against a search of whole bases."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import load

from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import verify

NO_TARGETS = "targets: []\n"


def pack_of(*figures: str, prices: str = "") -> str:
    spelled = [figure.replace(" since", ", since:") for figure in figures]
    lines = "".join(f"      - {{{figure}, period: 2025, section: 一}}\n" for figure in spelled)
    return (
        "sections: {一: {name: 一}}\nindicators:\n  a:\n    name: 甲\n    name_en: a\n    direction: up\n"
        f"{prices}    figures:\n{lines}"
    )


def verdicts(folder, *figures: str, prices: str = "") -> list[Verdict]:
    report = verify(load(folder, pack_of(*figures, prices=prices), NO_TARGETS), ())
    return [outcome.verdict for outcome in report.outcomes if outcome.check.kind == "bases"]


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [
        # 150 less 20 is 130; 150 / 1.275 is 117.6
        (("level: 150.00亿元", "change: 20.00亿元", "growth: 27.5%"), "inconsistent"),
        # 80 less 10 is 70, and 80 / 70 is 1.1429
        (("level: 80.0亿元", "change: 10.0亿元", "growth: 14.3%"), "consistent"),
        (("flow: 80.0亿元", "change: 10.0亿元", "growth: 18.5%"), "inconsistent"),
        # a fall: 90 plus 10 is 100, 10 % less
        (("level: 90.0亿元", "change: -10.0亿元", "growth: -10.0%"), "consistent"),
        # over five years 1.1 to the fifth is 1.61051
        (("growth: 61.1% since 2020", "average_growth: 10.0% since 2020"), "consistent"),
        (("growth: 81.1% since 2020", "average_growth: 10.0% since 2020"), "inconsistent"),
    ],
)  # fmt: skip
def test_bases_meet(tmp_path, figures, verdict):
    assert verdicts(tmp_path, *figures) == [verdict]


def test_another_base_or_period_is_another_matter(tmp_path):
    level, change = "level: 150亿元", "change: 20亿元 since 2020"
    assert verdicts(tmp_path, level, change, "growth: 27.5%") == []


def test_prices_that_differ_are_not_compared(tmp_path):
    figures = ("flow: 150亿元", "change: 20亿元", "growth: 27.5%")
    assert verdicts(tmp_path, *figures, prices="    prices: {flow: current, growth: constant}\n") == []


@given(base=st.integers(100, 900), more=st.integers(1, 90))
def test_what_is_printed_of_true_numbers_always_meets(tmp_path_factory, base, more):
    rate = Fraction(100 * more, base)
    printed = f"{float(round(rate, 1)):.1f}"
    if abs(Fraction(printed) - rate) >= Fraction(1, 20):
        return  # rounded the other way at a half
    figures = (
        f"level: {base + more}亿元",
        f"change: {more}亿元",
        f"growth: {printed}%",
    )
    folder = tmp_path_factory.mktemp("pack")
    assert verdicts(folder, *figures)[0] in (Verdict.CONSISTENT, Verdict.VACUOUS)
