"""A growth of a stock that was published is one on the same day of the year before: nothing follows for the rest."""

from __future__ import annotations

import json

import pytest
from running import run

BASELINES = """
indicators:
  loans: {name: 各项信贷, direction: up, figures: [{level: 1000亿元, period: 2025, section: 一}]}
  balance: {name: 贷款余额, direction: up, figures: []}
  cars: {name: 汽车保有量, direction: up, figures: [{growth: 9%, period: 2025, section: 一}]}
  new: {name: 新增贷款, direction: up, figures: []}
  births: {name: 出生人口, direction: up, figures: []}
  revenue: {name: 收入, direction: up, figures: [{flow: 100亿元, period: 2025, section: 一}]}
  summed: {name: 某余额, direction: up, figures: [{flow: 100亿元, period: 2025, section: 一}]}
"""
IDS = ("loans", "balance", "cars", "new", "births", "revenue", "summed")
TARGETS = "targets:\n" + "".join(f"  - {{indicator: {id}, growth: 8%, period: 2026, section: 二}}\n" for id in IDS)

RATES = [(id, id in ("new", "births", "revenue", "summed")) for id in IDS]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    (tmp_path / "baselines.yaml").write_text(BASELINES, encoding="utf-8")
    return tmp_path


def gap_of(folder, *arguments: str) -> dict[str, object]:
    (gap,) = json.loads(run("gap", *arguments, "--data", ".", "--format", "json", cwd=folder).out)["gaps"]
    return gap


@pytest.mark.parametrize(("indicator", "is_sum"), RATES)
def test_only_of_a_sum_the_rest_of_the_year_must_grow(folder, indicator, is_sum):
    gap = gap_of(folder, indicator, "7.1%", "--as-of", "2026-06")
    assert (gap["status"], gap["gap"]) == ("behind", "-0.9")
    assert (gap["required"] is not None, gap["share_done"] is not None) == (is_sum, is_sum)
    said = "存量按公布的增速判断" in run("gap", indicator, "7.1%", "--as-of", "2026-06", "--data", ".", cwd=folder).out
    assert said != is_sum


def test_an_amount_of_the_stock_says_what_is_still_to_come(folder):
    """1000 × 1.08 − 1071 = 9."""
    out = run("gap", "loans", "1071亿元", "--as-of", "2026-06", "--data", ".", cwd=folder).out
    assert "还须增加 9亿元" in out
    assert "存量按公布的增速判断" not in out
