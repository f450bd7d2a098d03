"""What a limit leaves a month, and a number to be met exactly that was passed; the arithmetic stands beside."""

from __future__ import annotations

from fractions import Fraction

import pytest
from making import gap_of, one_indicator, status_of


@pytest.mark.parametrize(
    ("target", "actual", "as_of", "allowed"),
    [
        ("flow: 不超过120件", "60件", "2026-06-30", "10"),  # (120 - 60) / 6 months
        ("flow: 不超过120件", "110件", "2026-09-30", "10/3"),  # (120 - 110) / 3
        ("flow: 120件以内", "0件", "2026-01-31", "120/11"),  # 120 / 11
        ("flow: 120件", "60件", "2026-06-30", "10"),  # of an indicator that is to fall every sum is a limit
        ("flow: 不超过1.2亿元", "1.1亿元", "2026-10-31", "5000000"),  # (120 000 000 - 110 000 000) / 2
        ("flow: 不超过120件", "120件", "2026-09-30", None),  # used up: nothing is left
        ("flow: 不超过120件", "130件", "2026-09-30", None),  # passed
        ("flow: 不超过120件", "60件", "2026-12-31", None),  # over: no month is left
        ("flow: 120件以上", "60件", "2026-06-30", None),  # no limit: 60 are still needed
        ("growth: 不超过5%", "3%", "2026-06-30", None),  # a rate is not used up
    ],
)
def test_a_limit_leaves_so_much_a_month(tmp_path, target, actual, as_of, allowed):
    catalogue = one_indicator(tmp_path, "down", f"{target}, period: 2026")
    found = gap_of(catalogue, actual, as_of).allowed
    assert found == (None if allowed is None else Fraction(allowed))


@pytest.mark.parametrize(
    ("target", "actual", "as_of", "status"),
    [
        ("flow: 100件", "120件", "2026-06-30", "behind"),  # 20 too many already: a sum only grows
        ("flow: 100件", "101件", "2026-11-30", "behind"),
        ("flow: 100件", "60件", "2026-06-30", "on_track"),  # 60 % done in 50 % of the time
        ("flow: 100件", "40件", "2026-06-30", "behind"),  # 40 % done
        ("flow: 100件左右", "120件", "2026-06-30", "behind"),  # beyond the band of 5
        ("flow: 100件左右", "104件", "2026-06-30", "on_track"),  # inside it
        ("flow: 100件以上", "120件", "2026-06-30", "met"),  # more was asked for
    ],
)
def test_too_much_already_is_behind(tmp_path, target, actual, as_of, status):
    assert status_of(one_indicator(tmp_path, "none", f"{target}, period: 2026"), actual, as_of) == status
