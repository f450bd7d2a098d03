"""Points of a share, and targets whose months are declared; worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import gap_of, one_indicator
from running import run

from shizhong_cli.core.progress.terms import Reason, Status

OVER = "2026-12-31"


@pytest.mark.parametrize(
    ("base", "actual", "value", "status"),
    [
        ("35.0%", "35.3%", "3/10", Status.MISSED),  # 0.3 of 0.5; at most 0.4
        ("35.0%", "35.7%", "7/10", Status.MET),  # at least 0.6
        ("35.0%", "35.5%", "1/2", Status.UNDECIDED),  # between 0.4 and 0.6
        ("35.0%", "34.9%", "-1/10", Status.MISSED),
        ("35%", "36.5%", "3/2", Status.MET),  # at least 0.95
    ],
)
def test_a_share_answers_a_target_to_raise_it(
    tmp_path: Path, base: str, actual: str, value: str, status: Status
) -> None:
    catalogue = one_indicator(tmp_path, "up", "change: 0.5个百分点, period: 2026", f"share: {base}, period: 2025")
    gap = gap_of(catalogue, actual, OVER)
    assert (str(gap.value), gap.status, gap.gap_unit) == (value, status, "个百分点")
    assert gap.base is not None
    assert gap.base.printed == base


def test_points_themselves_need_no_base(tmp_path: Path) -> None:
    catalogue = one_indicator(tmp_path, "up", "change: 0.5个百分点, period: 2026", "share: 35.0%, period: 2025")
    gap = gap_of(catalogue, "0.6个百分点", OVER)
    assert (gap.status, gap.base) == (Status.MET, None)


def test_a_share_of_another_year_is_no_base(tmp_path: Path) -> None:
    catalogue = one_indicator(tmp_path, "up", "change: 0.5个百分点, period: 2026", "share: 35.0%, period: 2023")
    assert gap_of(catalogue, "35.6%", OVER).value is None


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["-i", "private_investment_share", "--actual", "35.3%", "--base", "32%"], 0, "35.3%，比 32% 增加 3.3个百分点"),
        (["-i", "private_investment_share", "--actual", "35.3%"], 2, "A003"),
        (["-i", "private_investment_share", "--actual", "35.3%", "--base", "32亿元"], 2, "F003"),
        (["-i", "gdp", "--actual", "5.2%", "--base", "32%"], 2, "A020"),
    ],
)
def test_a_base_can_be_given_for_one_run(arguments: list[str], code: int, said: str) -> None:
    ran = run("gap", *arguments, "--as-of", "2026-12", columns=200)
    assert ran.code == code
    assert said in ran.out + ran.err


@pytest.mark.parametrize(
    ("profile", "day", "actual", "due", "status"),
    [
        ("9月", "2026-06-30", "0个", "0", Status.ON_TRACK),  # nothing is due before September
        ("9月", "2026-09-15", "674个", "675", Status.BEHIND),  # 15 of 30 days of September
        ("9月", "2026-09-15", "675个", "675", Status.ON_TRACK),
        ("9月", "2026-09-30", "1349个", "1350", Status.BEHIND),
        ("9月", "2026-09-30", "1350个", "1350", Status.MET),
        ("{9月: 60%, 10月: 40%}", "2026-09-30", "810个", "810", Status.ON_TRACK),  # 0.6 x 1350
        ("{9: 900个, 10: 450个}", "2026-09-30", "899个", "900", Status.BEHIND),
        ("{Q3: 60%, Q4: 40%}", "2026-09-30", "810个", "810", Status.ON_TRACK),
        ("9月", OVER, "1349个", "1350", Status.MISSED),
    ],
)
def test_what_comes_in_its_month_is_not_behind_before(
    tmp_path: Path, profile: str, day: str, actual: str, due: str, status: Status
) -> None:
    catalogue = one_indicator(tmp_path, "up", f"flow: 1350个, period: 2026, profile: {profile}")
    gap = gap_of(catalogue, actual, day)
    assert (str(gap.path), gap.status) == (due, status)
    assert gap.forecast is gap.lead is gap.need is None  # no straight line through what is lumpy


def test_a_stock_runs_from_its_baseline_by_its_months(tmp_path: Path) -> None:
    target = "level: 200个, period: 2026, profile: {Q1: 10%, Q2: 10%, Q3: 60%, Q4: 20%}"
    catalogue = one_indicator(tmp_path, "up", target, "level: 100个, period: 2025")
    assert gap_of(catalogue, "120个", "2026-06-30").status is Status.ON_TRACK  # 100 + 0.2 x 100
    assert gap_of(catalogue, "119个", "2026-06-30").status is Status.BEHIND


def test_a_growth_is_no_share(tmp_path: Path) -> None:
    catalogue = one_indicator(tmp_path, "up", "change: 0.5个百分点, period: 2026", "share: 35.0%, period: 2025")
    gap = gap_of(catalogue, "it.growth=35.6%", OVER)
    assert gap.value is None
    assert gap.reason in (Reason.OTHER_MEASURE, Reason.NO_BASE)
