"""Growths and changes from year to year lead from one amount to another; by hand, and against amounts made first."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import load

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.verify import verify

NO_TARGETS = "targets: []\n"
PROPERTY = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def chains(folder, *figures: str, name: str = "甲") -> list[Outcome]:
    lines = "".join(f"      - {{{figure}, section: 一}}\n" for figure in figures)
    text = f"indicators:\n  a:\n    name: {name}\n    direction: up\n    figures:\n{lines}"
    report = verify(load(folder, text, NO_TARGETS), ())
    return [outcome for outcome in report.outcomes if outcome.check.kind == "chain"]


G24, G25 = "growth: 10%, period: 2024", "growth: 20%, period: 2025"
"""Together 1.32, between 1.095 x 1.195 and 1.105 x 1.205."""


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [
        # 66 x 1.32 is 87
        (("level: 66家, period: 2023", G24, G25, "level: 55家, period: 2025"), "inconsistent"),
        (("level: 66家, period: 2023", G24, G25, "level: 87家, period: 2025"), "consistent"),
        (("flow: 50.0亿元, period: 2023", G24, G25, "flow: 66.4亿元, period: 2025"), "consistent"),
        (("flow: 50.0亿元, period: 2023", G24, G25, "flow: 6640万元, period: 2025"), "inconsistent"),
        # changes, and changes among growths: (50 + 10) x 1.2 is 72
        (("level: 50家, period: 2023", "change: 10家, period: 2024", "change: 20家, period: 2025",
          "level: 80家, period: 2025"), "consistent"),
        (("level: 50家, period: 2023", "change: 10家, period: 2024", "change: 20家, period: 2025",
          "level: 90家, period: 2025"), "inconsistent"),
        (("level: 50家, period: 2023", "change: 10家, period: 2024", G25, "level: 72家, period: 2025"), "consistent"),
        (("level: 50家, period: 2023", "change: 10家, period: 2024", G25, "level: 77家, period: 2025"), "inconsistent"),
        # points of a share: 50 + 1 + 2
        (("share: 50.0%, period: 2023", "change: 1.0个百分点, period: 2024", "change: 2.0个百分点, period: 2025",
          "share: 53.1%, period: 2025"), "consistent"),
        (("share: 50.0%, period: 2023", "change: 1.0个百分点, period: 2024", "change: 2.0个百分点, period: 2025",
          "share: 54.0%, period: 2025"), "inconsistent"),
        # 1.1 to the third is 1.331, twice 1.32
        (("level: 50家, period: 2020", "average_growth: 10.0%, period: 2023, since: 2020", G24, G25,
          "level: 88家, period: 2025"), "consistent"),
        # growths alone: 1.32 over two years, 14.9 % a year
        ((G24, G25, "growth: 32%, period: 2025, since: 2023"), "consistent"),
        ((G24, G25, "growth: 35%, period: 2025, since: 2023"), "inconsistent"),
        ((G24, G25, "average_growth: 14.9%, period: 2024/2025, since: 2023"), "consistent"),
        ((G24, G25, "average_growth: 16.0%, period: 2024/2025, since: 2023"), "inconsistent"),
        # a fall and its recovery, and so many times as much
        (("level: 80家, period: 2023", "growth: -50%, period: 2024", "growth: 1倍, period: 2025",
          "level: 80家, period: 2025"), "consistent"),
        (("level: 80家, period: 2023", "growth: -50%, period: 2024", "growth: 增至2倍, period: 2025",
          "level: 80家, period: 2025"), "consistent"),
    ],
)  # fmt: skip
def test_a_chain_is_judged(tmp_path, figures, verdict):
    (outcome,) = chains(tmp_path, *figures)
    assert outcome.verdict == verdict
    assert (verdict == "consistent") == bool(outcome.power)


@pytest.mark.parametrize(
    "figures",
    [
        # the amount between is printed: every step is a check of its own
        ("level: 50家, period: 2023", G24, "level: 55家, period: 2024", G25, "level: 66家, period: 2025"),
        ("level: 50家, period: 2023", G25, "level: 66家, period: 2025"),  # of 2024 nothing is printed
        ("level: 50家, period: 2022", G24, G25, "level: 66家, period: 2025"),
        ("share: 50%, period: 2023", G24, G25, "share: 66%, period: 2025"),  # growth of a share may be points
        ("flow: 50家, period: 2023", G24, G25, "level: 66家, period: 2025"),
        (G24, G25, "growth: 32%, period: 2025, since: 2022"),
    ],
)
def test_what_does_not_meet_is_no_chain(tmp_path, figures):
    assert chains(tmp_path, *figures) == []


@pytest.mark.parametrize(
    ("name", "base", "reason"),
    [("地区生产总值", "50.0亿元", "price_basis"), ("规上工业利润", "-5.0亿元", "growth_over_loss")],
)
def test_what_checks_nothing_is_not_accused(tmp_path, name, base, reason):
    (outcome,) = chains(
        tmp_path, f"flow: {base}, period: 2023", G24, G25, "flow: 55.0亿元, period: 2025", name=name
    )  # fmt: skip
    assert (outcome.verdict, outcome.check.forbidden) == ("not_checkable", reason)


def test_growths_at_constant_prices_are_set_against_each_other(tmp_path):
    (outcome,) = chains(tmp_path, G24, G25, "growth: 35%, period: 2025, since: 2023", name="地区生产总值")
    assert outcome.verdict == "inconsistent"


def _shown(value: Decimal, digits: str) -> Decimal:
    return value.quantize(Decimal(digits), ROUND_HALF_UP)


@PROPERTY
@given(
    st.lists(st.integers(500, 3000), min_size=3, max_size=6),
    st.lists(st.booleans(), min_size=5, max_size=5),
    st.sampled_from(["1", "0.1", "0.01"]),
)
def test_what_was_rounded_from_one_truth_is_never_accused(tmp_path_factory, amounts, as_change, digits):
    years = range(2025 - len(amounts) + 1, 2026)
    figures = [f"flow: {amounts[0]}亿元, period: {years[0]}", f"flow: {amounts[-1]}亿元, period: 2025"]
    for year, before, now, changes in zip(years[1:], amounts, amounts[1:], as_change, strict=False):
        growth = _shown(Decimal(100 * now) / before - 100, digits)
        figures.append(
            f"change: {now - before}亿元, period: {year}" if changes else f"growth: {growth}%, period: {year}"
        )
    whole = _shown(Decimal(100 * amounts[-1]) / amounts[0] - 100, digits)
    figures.append(f"growth: {whole}%, period: 2025, since: {years[0]}")
    outcomes = chains(tmp_path_factory.getbasetemp(), *figures)
    assert outcomes
    assert {str(outcome.verdict) for outcome in outcomes} <= {"consistent", "vacuous"}
