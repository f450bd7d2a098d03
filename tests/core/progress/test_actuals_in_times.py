"""增至1.5倍 typed as what came in is a growth of half as much again; a stock counted in 倍 reaches its number."""

from __future__ import annotations

import pytest
from making import gap_of, one_indicator


@pytest.mark.parametrize(
    ("target", "actual", "status", "value"),
    [
        ("growth: 50%, period: 2026", "增至1.5倍", "met", 50),
        ("growth: 50%, period: 2026", "增至1.49倍", "missed", 49),
        ("growth: 50%, period: 2026", "growth=增至1.49倍", "missed", 49),
        ("growth: 50%, period: 2026", "增长1.49倍", "met", 149),
        ("growth: 50%, period: 2026", "达到2025年的1.5倍", "met", 50),
        ("growth: 50%, period: 2026", "达到2020年的1.5倍", "not_comparable", None),
        ("growth: 增至1.5倍, period: 2026", "增至1.5倍", "met", "1/2"),
        ("growth: 增至1.5倍, period: 2026", "增至1.4倍", "missed", "2/5"),
        ("growth: 增至1.5倍, period: 2026", "0.4倍", "missed", "2/5"),
        ("growth: 增至1.5倍, period: 2030, since: 2025", "达到2025年的1.6倍", "met", "3/5"),
        ("level: 1.9倍, period: 2026", "达到1.9倍", "met", "19/10"),
    ],
)
def test_so_many_times_as_much_came_in(tmp_path, target, actual, status, value):
    gap = gap_of(one_indicator(tmp_path, "up", target), actual)
    assert gap.status == status
    assert (None if gap.value is None else str(gap.value)) == (None if value is None else str(value))
