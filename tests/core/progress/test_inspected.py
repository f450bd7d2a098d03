"""What an inspector found: small packs with the answer worked out by hand before they were run."""

from __future__ import annotations

import pytest
from making import gap_of, one_indicator


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        ("share: 保持99%以上", "98.9%", "behind"),  # 99 on every day; half the way from 98.5 would be 98.75
        ("share: 保持99%以上", "99.0%", "on_track"),
        ("level: 保持99个以上", "98个", "behind"),
    ],
)
def test_what_is_held_has_the_same_number_on_every_day(tmp_path, target, actual, status):
    base = "level: 90个, period: 2025" if "level" in target else "share: 98.5%, period: 2025"
    catalogue = one_indicator(tmp_path, "up", f"{target}, period: 2026, held: true", base)
    gap = gap_of(catalogue, actual, "2026-06-30")
    assert gap.status == status
    assert gap.path is None
    assert gap.progress is None
