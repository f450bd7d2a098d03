"""A reported figure that was revised: amounts are set against the one in force on the day, checks against the printed.

300 firms were printed for the end of 2025 and revised to 306 on 2026-06-30; the target is 330.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from making import gap_of, one_indicator

from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.rows import figure_row
from shizhong_cli.core.progress.terms import Status

REVISED = "revised: [{figure: 306家, date: 2026-06-30, source: 经济普查}]"


def firms(folder: Path, *more: str) -> Catalogue:
    return one_indicator(
        folder, "up", "level: 330家, period: 2026", f"level: 300家, period: 2025, {REVISED}", *more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "baseline", "printed", "progress"),
    [
        ("2026-03-31", "300家", "", "2/3"),  # 20 of 30
        ("2026-06-29", "300家", "", "2/3"),
        ("2026-06-30", "306家", "300家", "7/12"),  # 14 of 24, from the day of the revision on
        ("2026-12-31", "306家", "300家", "7/12"),
    ],
)
def test_the_one_in_force_on_the_day_counts(
    tmp_path: Path, day: str, baseline: str, printed: str, progress: str
) -> None:
    gap = gap_of(firms(tmp_path), "320家", day)
    assert gap.baseline is not None
    assert (gap.baseline.printed, gap.baseline.adjusted_from, str(gap.progress)) == (baseline, printed, progress)


def test_the_newest_of_several_counts(tmp_path: Path) -> None:
    twice = (
        "revised: [{figure: 312家, date: 2026-09-30, source: 决算}, {figure: 306家, date: 2026-06-30, source: 普查}]"
    )
    catalogue = one_indicator(tmp_path, "up", "level: 330家, period: 2026", f"level: 300家, period: 2025, {twice}")
    gap = gap_of(catalogue, "321家", "2026-12-31")  # 9 of 18
    assert gap.baseline is not None
    assert (gap.baseline.printed, str(gap.progress), gap.status) == ("312家", "1/2", Status.MISSED)


def test_a_check_stands_on_what_was_printed(tmp_path: Path) -> None:
    """300 is 20 % more than 250; 306 would be 22.4 % more."""
    catalogue = firms(tmp_path, "growth: 20%, period: 2025", "level: 250家, period: 2024")
    outcomes = verify(catalogue, []).outcomes
    assert [(o.check.kind, o.verdict) for o in outcomes if "it.growth@2025" in o.check.figures] == [
        ("implied_base", "consistent"),
    ]  # fmt: skip


def test_an_export_has_both(tmp_path: Path) -> None:
    catalogue = firms(tmp_path)
    row = figure_row(catalogue, catalogue.baselines[0])
    assert (row["figure"], row["value"]) == ("300家", "300")
    assert [row[key] for key in ("revised", "revised_value", "revised_on", "revised_by")] == [
        "306家", "306", "2026-06-30", "经济普查",
    ]  # fmt: skip
