"""Stocks that are ratios (收入倍差 1.9倍, 拨备覆盖 2.1倍): differences are in 倍, never in points; by hand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from making import expected, gap_of, numbers_of, one_indicator

from shizhong_cli.core.figure.interval import between
from shizhong_cli.core.progress.settling.beside import Relation, compare_places
from shizhong_cli.core.progress.settling.judging import gap_values
from shizhong_cli.core.progress.settling.promises import settle
from shizhong_cli.core.progress.settling.terms import Kept
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.problems import CannotGoOn

OVER = "2026-12-31"


@pytest.mark.parametrize(
    ("direction", "target", "base", "actual", "as_of", "result"),
    [
        # a limit: 1.93 / 1.9 = 193/190 used, 0.02 of 0.05 of the way done
        ("down", "1.9倍以内", "1.95倍", "1.93倍", OVER, "missed, gap 0.03 倍, used 193/190, progress 0.4, elapsed 1"),
        ("down", "1.9倍以内", "1.95倍", "1.9倍", OVER, "met, gap 0 倍, used 1, progress 1, elapsed 1"),
        # a plain number with direction down is a limit as well
        ("down", "1.9倍", "1.95倍", "1.85倍", OVER, "met, gap -0.05 倍, used 37/38, progress 2, elapsed 1"),
        # upwards: 2.04 / 2.1 = 34/35, 0.04 of 0.1
        ("up", "2.1倍", "2倍", "2.04倍", OVER, "missed, gap -0.06 倍, completion 34/35, progress 0.4, elapsed 1"),
        ("up", "2.1倍以上", "2倍", "2.1倍", OVER, "met, gap 0 倍, completion 1, progress 1, elapsed 1"),
        # 左右 is 5 % of 2, which is 0.1倍 and not 10 points
        ("up", "2倍左右", "1.5倍", "1.9倍", OVER, "within_band, gap -0.1 倍, completion 0.95, progress 0.8, elapsed 1"),
        ("up", "2倍左右", "1.5倍", "1.89倍", OVER, "missed, gap -0.11 倍, completion 0.945, progress 0.78, elapsed 1"),
        # a range, missed at its upper end: 0.04 of 0.1 of the way
        ("down", "1.8—1.85倍", "1.95倍", "1.91倍", OVER, "missed, gap 0.06 倍, used 191/185, progress 0.4, elapsed 1"),
        # half of the year over (181 of 365 days) and 0.02 of 0.05 done: less than 181/365
        (
            "down", "1.9倍以内", "1.95倍", "1.93倍", "2026-06",
            "behind, gap 0.03 倍, used 193/190, progress 0.4, elapsed 181/365",
        ),
    ],
)  # fmt: skip
def test_a_stock_in_times(
    tmp_path: Path, direction: str, target: str, base: str, actual: str, as_of: str, result: str
) -> None:
    catalogue = one_indicator(
        tmp_path, direction, f"level: {target}, period: 2026", f"level: {base}, period: 2025",
    )  # fmt: skip
    assert numbers_of(catalogue, actual, as_of) == expected(result)


def test_a_rate_in_per_cent_is_the_same_ratio(tmp_path: Path) -> None:
    catalogue = one_indicator(tmp_path, "up", "level: 2.1倍, period: 2026", "level: 2倍, period: 2025")
    gap = gap_of(catalogue, "210%", OVER)
    assert (gap.status, gap.gap, gap.gap_unit) == (Status.MET, 0, "倍")
    assert gap.actual is not None
    assert gap.actual.doubt == ""


def test_a_figure_in_times_beside_a_stock_in_times_is_no_growth_by_itself(tmp_path: Path) -> None:
    """1.93倍 may be the stock: said to be a growth it is 193 %, else nothing is said."""
    catalogue = one_indicator(tmp_path, "up", "growth: 5%, period: 2026", "level: 1.9倍, period: 2025")
    assert gap_of(catalogue, "1.93倍", OVER).reason is Reason.AMBIGUOUS
    assert gap_of(catalogue, "it.growth=1.93倍", OVER).value == 193


@pytest.mark.parametrize("measure", ["flow", "change"])
def test_only_a_stock_can_be_in_times(tmp_path: Path, measure: str) -> None:
    with pytest.raises(CannotGoOn, match="F003"):
        one_indicator(tmp_path, "up", f"{measure}: 1.9倍, period: 2026")


def test_two_places_differ_in_times(tmp_path: Path) -> None:
    here, there = (
        one_indicator(tmp_path, "up", f"level: {target}, period: 2026", "level: 1.5倍, period: 2025")
        for target in ("1.9倍", "2.1倍")
    )
    (row,) = compare_places(here, there, here.targets).rows
    assert (row.relation, row.difference, row.unit) == (Relation.LOWER, Fraction(-1, 5), "倍")


def test_a_range_that_settles_a_promise_is_apart_in_times(tmp_path: Path) -> None:
    """2.1倍 promised and 1.92 to 1.95倍 told: short by 0.15 to 0.18倍."""
    last = one_indicator(tmp_path, "up", "level: 2.1倍, period: 2026", "level: 1.5倍, period: 2025")
    this = one_indicator(tmp_path, "up", "level: 2.2倍, period: 2027", "level: 1.92—1.95倍, period: 2026")
    (promise,) = settle(last, this).promises
    assert promise.kept is Kept.MISSED
    assert promise.answer is not None
    values = gap_values(last, promise.target, promise.answer)
    assert values == between(Fraction("-0.18"), Fraction("-0.15"))
