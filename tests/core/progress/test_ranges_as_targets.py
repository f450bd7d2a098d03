"""A range is judged by the end that was missed; without a direction only what lies inside is met."""

from __future__ import annotations

from fractions import Fraction

import pytest
from making import gap_of, one_indicator

from shizhong_cli.core.progress.rows import gap_row


@pytest.mark.parametrize(
    ("direction", "actual", "status", "gap"),
    [
        ("up", "4.9%", "missed", "-0.1"), ("up", "5%", "met", "0"), ("up", "5.6%", "met", "0.6"),
        ("down", "5.6%", "missed", "0.1"), ("down", "5.5%", "met", "0"), ("down", "4.9%", "met", "-0.6"),
        ("none", "4.9%", "missed", "-0.1"), ("none", "5.2%", "met", "0"), ("none", "5.6%", "missed", "0.1"),
    ],
)  # fmt: skip
def test_the_end_that_was_missed(tmp_path, direction, actual, status, gap):
    catalogue = one_indicator(tmp_path, direction, "growth: 5%—5.5%, period: 2026")
    found = gap_of(catalogue, actual, "2026-12")
    assert (found.status, found.gap) == (status, Fraction(gap))
    row = gap_row(found)
    assert (row["target"], row["target_value"], row["target_low"], row["target_high"]) == ("5%—5.5%", None, "5", "5.5")
