"""A sum of one later year runs from its baseline, through milestones if there are some, whatever else is promised."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import gap_of, load, numbers_of, one_indicator
from running import run

from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.reading.actuals.from_words import actuals_from_words

SUM = "flow: 100亿元, period: 2030"
BASE = "flow: 60亿元, period: 2025"


@pytest.mark.parametrize(
    ("target", "base", "actual", "as_of", "status", "reason", "path"),
    [  # 40亿 in five years: 8亿 a year
        (SUM, BASE, "67亿元", "2026", "behind", None, 68),
        (SUM, BASE, "68亿元", "2026", "on_track", None, 68),
        (SUM, BASE, "84亿元", "2028", "on_track", None, 84),
        (f"{SUM}, milestones: {{2027: 80亿元}}", BASE, "69亿元", "2026", "behind", None, 70),
        (f"{SUM}, milestones: {{2027: 80亿元}}", BASE, "70亿元", "2026", "on_track", None, 70),
        (SUM, BASE, "60亿元", "2025", "no_data", "not_begun", None),  # where it begins
        (SUM, BASE, "33亿元", "2026-06", "no_data", "not_begun", None),  # half a year
        (SUM, "", "67亿元", "2026", "not_comparable", "no_start", None),
        ("flow: 100亿元, period: 2027", "", "67亿元", "2026", "no_data", "not_begun", None),
        ("flow: 100亿元, period: 2027", BASE, "80亿元", "2026", "on_track", None, 80),
    ],
)
def test_a_whole_year_before(tmp_path, target, base, actual, as_of, status, reason, path):
    gap = gap_of(one_indicator(tmp_path, "up", target, *filter(None, [base])), actual, as_of)
    assert (gap.status, gap.reason, gap.path) == (status, reason, None if path is None else path * 10**8)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(2024, 2030), st.integers(1, 120), st.integers(2024, 2030))
def test_another_target_plays_no_part(tmp_path, year, amount, other):
    alone = one_indicator(tmp_path, "up", SUM, BASE)
    both = load(
        tmp_path,
        f"""indicators:
  it: {{name: 某指标, name_en: it, direction: up, figures: [{{{BASE}, section: 一}}]}}
  tree: {{name: 植树, name_en: Trees, direction: up}}
""",
        f"targets:\n  - {{indicator: it, {SUM}, section: 三}}\n"
        f"  - {{indicator: tree, flow: 5万亩, period: {other}, section: 三}}\n",
    )
    came_in = actuals_from_words(both, ["it"], [f"{amount}亿元"], str(year))
    row = gap_row(measure_targets(both, both.targets, came_in)[0])
    wanted = numbers_of(alone, f"{amount}亿元", str(year))
    assert {key: row[key] for key in wanted} == wanted


def test_a_figure_that_says_nothing_yet_is_no_missing_one(tmp_path):
    one_indicator(tmp_path, "up", SUM, BASE)
    ran = run("status", "--actual", "it=33亿元", "--as-of", "2026-06", "--data", str(tmp_path), "--lang", "zh")
    assert "尚无实际数" not in ran.out
