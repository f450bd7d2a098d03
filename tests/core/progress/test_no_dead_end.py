"""Answers where there was none: an amount for an average growth, a cut of a stock, a sum with milestones.

The arithmetic stands beside each.
"""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from making import gap_of, one_indicator

from shizhong_cli.core.progress.pace.paces import StockNeeded
from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.rendering.sentences.arithmetic import formulas
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words

ZH, EN = Words(Language.ZH), Words(Language.EN)
AVERAGE = "average_growth: 8%, period: 2030, since: 2025"


# ── an average growth from an amount ─────────────────────────────────────────


@pytest.mark.parametrize(
    ("actual", "as_of", "status"),
    [
        ("729家", "2027", "on_track"),  # 625 × 1.08² = 729: the very number
        ("728家", "2027", "behind"),
        ("675家", "2026", "on_track"),  # 625 × 1.08
        ("919家", "2030", "met"),  # 625 × 1.08⁵ = 918.33
        ("918家", "2030", "missed"),
        ("918家", None, "missed"),  # without a day it is that of the whole period
    ],
)
def test_the_amount_of_a_year_is_set_against_the_year_it_starts_from(tmp_path, actual, as_of, status):
    catalogue = one_indicator(tmp_path, "up", AVERAGE, "level: 625家, period: 2025")
    assert gap_of(catalogue, actual, as_of).status == status


def test_the_root_is_exact_where_it_is_a_fraction(tmp_path):
    """720 of 500 in two years are 1.44 times, 1.2 times a year; what is left: (1.08⁵ ÷ 1.44)^(1/3) - 1 = 0.68 %."""
    catalogue = one_indicator(tmp_path, "up", AVERAGE, "level: 500家, period: 2025")
    gap = gap_of(catalogue, "720家", "2027")
    assert (gap.value, gap.span) == (F(20), None)
    speech = GapSpeech(catalogue, ZH)
    assert speech.actual(gap) == "720家，比 500家 年均增长 20%（2 年）"
    assert "20% = (720家 ÷ 500家)^(1/2) - 1" in formulas(speech, gap)
    assert speech.required(gap) == "其余 3 年须年均增长 0.7%"


def test_a_fall_is_told_as_one(tmp_path):
    """405 of 500 in two years are 0.81 times, 0.9 times a year."""
    catalogue = one_indicator(tmp_path, "up", AVERAGE, "level: 500家, period: 2025")
    gap = gap_of(catalogue, "405家", "2027")
    assert gap.value == -10
    assert "down 10% a year from 500家" in GapSpeech(catalogue, EN).actual(gap)


def test_rounded_amounts_leave_it_open(tmp_path):
    """100亿 is 99.5 to 100.5, 117亿 116.5 to 117.5: between 7.66 and 8.67 % a year, and 8 % lies in it."""
    catalogue = one_indicator(tmp_path, "up", AVERAGE, "flow: 100亿元, period: 2025")
    gap = gap_of(catalogue, "117亿元", "2027")
    assert (gap.status, gap.reason) == ("undecided", "rounding")
    assert F(766, 100) < gap.span.low < F(767, 100)  # (116.5 ÷ 100.5)^(1/2) = 1.07666
    assert F(866, 100) < gap.span.high < F(867, 100)  # (117.5 ÷ 99.5)^(1/2) = 1.08669
    assert gap_of(catalogue, "119亿元", "2027").status == "on_track"  # (118.5 ÷ 100.5)^(1/2) = 1.0859


@pytest.mark.parametrize(
    ("base", "prices", "actual", "as_of", "reason"),
    [
        ("flow: 100亿元, period: 2025", "", "60亿元", "2027-06", "not_a_year"),
        ("level: 500家, period: 2025", "", "540家", "2027-06", "not_a_year"),  # no power of half a year
        ("flow: 100亿元, period: 2025", "", "250亿元", "2026/2027", "not_a_year"),
        ("flow: 100亿元, period: 2024", "", "120亿元", "2027", "no_base_year"),
        ("flow: 超过100亿元, period: 2025", "", "120亿元", "2027", "no_base_year"),
        ("flow: -2亿元, period: 2025", "", "3亿元", "2027", "turned_to_profit"),
        ("flow: 100亿元, period: 2025", "flow: current, growth: constant", "120亿元", "2027", "constant_prices"),
    ],
)
def test_what_would_do_is_said_where_nothing_follows(tmp_path, base, prices, actual, as_of, reason):
    catalogue = one_indicator(tmp_path, "up", AVERAGE, base, prices=prices)
    gap = gap_of(catalogue, actual, as_of)
    assert (gap.status, gap.reason, gap.value) == ("not_comparable", reason, None)
    for words, asks in ((ZH, "增速"), (EN, "growth")):
        said = GapSpeech(catalogue, words).reason(gap.reason, gap)
        assert asks in said or reason == "turned_to_profit"
        assert "2025" in said or reason in ("turned_to_profit", "constant_prices")


def test_a_unit_that_fits_nothing_is_told_all_that_fit(tmp_path):
    catalogue = one_indicator(tmp_path, "up", AVERAGE, "flow: 100亿元, period: 2025")
    with pytest.raises(CannotGoOn) as told:
        actuals_from_words(catalogue, ["it"], ["120万人"], "2027")
    assert [(problem.code, problem.expected) for problem in told.value.problems] == [("A003", "%, 元")]


def test_an_amount_that_says_what_it_measures_is_not_set_against_another_measure(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "growth: 8%, period: 2026", "flow: 100亿元, period: 2025")
    came_in = actuals_from_words(catalogue, ["it"], ["it.level=120亿元"], "2026")
    from shizhong_cli.core.progress.measuring import measure_targets

    (gap,) = measure_targets(catalogue, catalogue.targets, came_in)
    assert (gap.status, gap.reason) == ("not_comparable", "no_base")


# ── a cut of a stock ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("target", "actual", "amount", "rate", "said"),
    [
        # 500 × 0.8 = 400; 400 ÷ 450 - 1 = -11.1 %
        ("压减20%", "450家", -50, F(-100, 9), "还须减少 50家（现有存量再下降 11.2%）"),
        ("下降20%", "530家", -130, F(-1300, 53), "还须减少 130家（现有存量再下降 24.6%）"),  # it rose
        # 500 × 0.967 = 483.5, so 483: 7 of 490
        ("下降3.3%", "490家", F(-13, 2), F(-65, 49), "还须减少 7家（现有存量再下降 1.33%）"),
    ],
)
def test_a_cut_of_a_known_stock_says_what_is_left_to_cut(tmp_path, target, actual, amount, rate, said):
    catalogue = one_indicator(tmp_path, "down", f"growth: {target}, period: 2026", "level: 500家, period: 2025")
    gap = gap_of(catalogue, actual, "2026-06")
    assert isinstance(gap.need, StockNeeded)
    assert (gap.need.amount, gap.need.unit, gap.need.rate) == (amount, "家", rate)
    assert GapSpeech(catalogue, ZH).required(gap) == said


def test_the_formula_of_a_cut(tmp_path):
    catalogue = one_indicator(tmp_path, "down", "growth: 压减20%, period: 2026", "level: 500家, period: 2025")
    assert "还需 = 500家 × (1 + -20%) - 450家 = -50家" in formulas(
        GapSpeech(catalogue, ZH), gap_of(catalogue, "450家", "2026-06")
    )


@pytest.mark.parametrize(
    ("direction", "target", "actual"),
    [
        ("down", "压减20%", "380家"),  # 24 % less already
        ("down", "控制在3%以内", "510家"),  # 2 % more, below the ceiling
        ("up", "3%以上", "520家"),
    ],
)
def test_what_is_far_enough_needs_nothing(tmp_path, direction, target, actual):
    catalogue = one_indicator(tmp_path, direction, f"growth: {target}, period: 2026", "level: 500家, period: 2025")
    gap = gap_of(catalogue, actual, "2026-06")
    assert (gap.status, gap.need) == ("on_track", None)


# ── sums with milestones ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("actual", "as_of", "lead", "status"),
    [
        ("7000人", "2026-06-30", F(70 - 80), "behind"),  # 8000 of 10000 are due, and not 49.6 %
        ("8500人", "2026-06-30", F(85 - 80), "on_track"),
        ("9000人", "2026-09-30", 90 - (80 + F(20 * 92, 184)), "on_track"),  # 92 of the 184 days after June
    ],
)
def test_a_sum_with_milestones_is_ahead_of_its_way_and_not_of_time(tmp_path, actual, as_of, lead, status):
    catalogue = one_indicator(tmp_path, "up", "flow: 10000人, period: 2026, milestones: {2026-06: 8000人}")
    gap = gap_of(catalogue, actual, as_of)
    assert (gap.status, gap.lead * 100) == (status, lead)
    assert gap_row(gap)["lead"] == str(lead)
    word = "快于" if lead >= 0 else "慢于"
    assert GapSpeech(catalogue, ZH).lead(gap).startswith(f"{word}当日应完成比例")


def test_the_formula_of_a_lead_on_a_way(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "flow: 10000人, period: 2026, milestones: {2026-06: 8000人}")
    said = formulas(GapSpeech(catalogue, ZH), gap_of(catalogue, "7000人", "2026-06-30"))
    assert "当日应完成比例 = 8,000人 ÷ 1万人 = 80%" in said
    assert "完成率 - 当日应完成比例 = 70% - 80% = -10个百分点" in said


def test_without_milestones_it_is_time_that_counts(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "flow: 10000人, period: 2026")
    gap = gap_of(catalogue, "7000人", "2026-06-30")
    assert gap.lead == F(7, 10) - F(181, 365)
    assert GapSpeech(catalogue, ZH).lead(gap).startswith("快于序时进度")
