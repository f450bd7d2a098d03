"""Formulas of checks in words: a declared per cent sign is shown, other units are not doubled."""

from __future__ import annotations

import pytest
from making import one_indicator
from running import run

from shizhong_cli.rendering.sentences.checks import with_percent


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ('share: "80.4", unit: "%"', "80.4%"),
        ("share: 80.4%", "80.4%"),
        ("share: 80.4％", "80.4％"),
        ('share: 80.4以上, unit: "%"', "80.4%以上"),
        ('share: 超过80, unit: "%"', "超过80%"),
        ('share: 80余, unit: "%"', "80余%"),
        ("share: 80%以上", "80%以上"),
        ('share: 80%, unit: "%"', "80%"),
        ("share: 全覆盖", "全覆盖"),
        ("share: 五分之一", "五分之一"),
        ("change: 0.5个百分点", "0.5个百分点"),
        ('flow: "20", unit: 起', "20"),
        ("flow: 20起", "20起"),
        ("flow: 20起, unit: 起", "20起"),
        ("level: 清零, unit: 户", "清零"),
    ],
)
def test_a_declared_per_cent_sign_is_shown(tmp_path, figure, shown):
    catalogue = one_indicator(tmp_path, "up", "growth: 5%, period: 2026", f"{figure}, period: 2025")
    assert with_percent(catalogue.baselines[0]) == shown


def test_formulas_of_the_shipped_data():
    out = run("verify-baselines", columns=200).out
    assert "0.1% + 19.5% + 80.4% = 100%" in out
    assert "× 80.4%" in out
    assert "%%" not in out
    assert "80.4 " not in out


@pytest.mark.parametrize(
    ("growth", "formula"),
    [
        ("growth: 4.2%, since: 2019", "104.2亿元 = 100亿元 × (1 + 4.2%)"),
        ("growth: 104%, since: 2019, multiple: times", "104.2亿元 = 100亿元 × 104%"),
        ("growth: 1.04倍, since: 2019, multiple: times", "104.2亿元 = 100亿元 × 1.04倍"),
    ],
)
def test_so_many_times_as_much_is_a_factor(tmp_path, growth, formula):
    figures = ("flow: 100亿元, period: 2019", "flow: 104.2亿元, period: 2021", f"{growth}, period: 2021")
    one_indicator(tmp_path, "up", "growth: 5%, period: 2026", *figures)
    assert formula in run("verify-baselines", "--data", str(tmp_path), columns=200).out


def test_a_mean_between_two_amounts_is_told_as_people_say_it(tmp_path):
    figures = ("flow: 12.8万人, period: 2021/2025",)
    one_indicator(tmp_path, "up", "flow: 1.75万人, period: 2026", *figures)
    out = run("verify-baselines", "--data", str(tmp_path), columns=200).out
    assert "此前各年的平均 25,500—25,700人（" in out
