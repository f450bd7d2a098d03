"""Which record a measure adds to a gap: a rate has no forecast, a stock no lead, a limit nothing that must come."""

from __future__ import annotations

from fractions import Fraction as F
from pathlib import Path

import pytest

from shizhong_cli.core.progress.gap import Measured, Unmeasured
from shizhong_cli.core.progress.pace.paces import (
    AmountNeeded,
    AveragePace,
    GrowthPace,
    LimitPace,
    NoPace,
    Pace,
    RoomLeft,
    Season,
    Share,
    ShareOf,
    StockPace,
    SumPace,
    Way,
)
from tests.making import gap_of, one_indicator

COMPLETION, PROGRESS, USED = ShareOf.COMPLETION, ShareOf.PROGRESS, ShareOf.USED


@pytest.mark.parametrize(
    ("direction", "target", "actual", "pace"),
    [
        # half of 120 at half of the time: 1/2 - 181/365 ahead, 60 × 365/181 by a straight line, 60 in 6 months
        (
            "up", "flow: 120家, period: 2026", "60家@2026-06-30",
            SumPace(
                (Share(COMPLETION, F(1, 2)),), None, AmountNeeded(F(10), "month"), 60 / F(181, 365),
                F(1, 2) - F(181, 365),
            ),
        ),
        # 100 of 120 used: 20 are left for 6 months
        (
            "down", "flow: 控制在120家以内, period: 2026", "100家@2026-06-30",
            LimitPace((Share(USED, F(5, 6)),), None, RoomLeft(F(20, 6)), 100 / F(181, 365)),
        ),
        # no number of the year before: no way and no progress, and less than a year is left
        ("up", "level: 120家, period: 2026", "90家@2026-06-30", StockPace((Share(COMPLETION, F(3, 4)),))),
        ("down", "level: 120家, period: 2026", "130家@2026-06-30", StockPace((Share(USED, F(13, 12)),))),
        ("up", "share: 60%, period: 2026", "50%@2026-06-30", StockPace(())),
        # kept all through the year: nothing remains to be done
        ("up", "level: 120家, period: 2026, held: true", "90家@2026-06-30", StockPace((Share(COMPLETION, F(3, 4)),))),
        # the rate of the whole year is reached: 5 % is needed, and nothing else is known at its end
        ("up", "growth: 5%, period: 2026", "6%@2026-12-31", GrowthPace(None, None, Season(F(1), None))),
        ("up", "average_growth: 5%, period: 2026/2030, since: 2025", "6%@2026-06-30", AveragePace()),
    ],
)  # fmt: skip
def test_a_measure_has_its_own_record(tmp_path: Path, direction: str, target: str, actual: str, pace: Pace) -> None:
    gap = gap_of(one_indicator(tmp_path, direction, target), *actual.split("@"))
    assert isinstance(gap, Measured)
    assert gap.pace == pace
    assert type(gap.pace) is type(pace)


def test_a_stock_on_its_way_has_its_completion_first(tmp_path: Path) -> None:
    catalogue = one_indicator(tmp_path, "up", "level: 120家, period: 2026", "level: 100家, period: 2025")
    gap = gap_of(catalogue, "105家", "2026-12-31")
    assert [(share.of, share.part) for share in gap.shares] == [(COMPLETION, F(7, 8)), (PROGRESS, F(1, 4))]
    assert isinstance(gap.way, Way)


def test_of_a_limit_on_a_stock_its_way_is_told_before_what_is_used(tmp_path: Path) -> None:
    catalogue = one_indicator(tmp_path, "down", "level: 控制在80家以内, period: 2026", "level: 100家, period: 2025")
    gap = gap_of(catalogue, "90家", "2026-12-31")
    assert [(share.of, share.part) for share in gap.shares] == [(PROGRESS, F(1, 2)), (USED, F(9, 8))]


def test_growth_of_a_stock_has_no_season(tmp_path: Path) -> None:
    """How the year before was spread over its months says nothing about a stock, on no day."""
    catalogue = one_indicator(tmp_path, "up", "growth: 10%, period: 2026", "level: 300家, period: 2025")
    for day in ("2026-06-30", "2026-12-31", None):
        assert gap_of(catalogue, "310家", day).season is None, day


def test_what_nothing_was_set_against_has_no_pace(tmp_path: Path) -> None:
    gap = gap_of(one_indicator(tmp_path, "up", "flow: 120家, period: 2026"), None)
    assert isinstance(gap, Unmeasured)
    assert (gap.pace, gap.shares) == (NoPace(), ())
