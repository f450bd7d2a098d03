"""Actuals whose words leave more than one value: 超过, 近, 余, a range."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import gap_of, one_indicator

from shizhong_cli.core.progress.gap import Measured
from shizhong_cli.core.progress.terms import Reason, Status


@pytest.mark.parametrize(
    ("actual", "as_of", "status"),
    [
        # of 1.75万人
        ("1.75万人", "2026-12", "met"),
        ("超过1.7万人", "2026-12", "undecided"),  # up to 1.8万人, as it is read
        ("1.7万余人", "2026-12", "undecided"),
        ("超过1.75万人", "2026-12", "met"),
        ("1.6万余人", "2026-12", "missed"),  # not 1.7万人 yet
        ("近1.8万人", "2026-12", "undecided"),  # from 1.7万人 on
        ("近1.75万人", "2026-12", "missed"),  # whatever it is, it is short
        ("近1.9万人", "2026-12", "met"),
        ("1.6—1.8万人", "2026-12", "undecided"),
        ("1.6—1.74万人", "2026-12", "missed"),
        ("1.75—1.8万人", "2026-12", "met"),
        ("1.76万人左右", "2026-12", "met"),  # as printed
        # 273 of 365 days are over: 1.75 × 273 / 365 = 1.3089
        ("1.31万人", "2026-09", "on_track"),
        ("不到1.31万人", "2026-09", "undecided"),  # from 1.30万人 on
        ("近1.3万人", "2026-09", "behind"),
        ("1.31—1.4万人", "2026-09", "on_track"),
        ("1.3—1.4万人", "2026-09", "undecided"),
    ],
)
def test_a_wording_is_judged_by_all_that_it_leaves(tmp_path, actual, as_of, status):
    catalogue = one_indicator(tmp_path, "up", "flow: 1.75万人, period: 2026")
    gap = gap_of(catalogue, actual, as_of)
    assert gap.status == status
    assert (gap.reason is Reason.OPEN_WORDING) is (status == "undecided")
    assert gap.completion is None or status != "undecided"


@pytest.mark.parametrize(
    ("actual", "status", "value"),
    [
        ("4.8%—5.1%", "undecided", "5.1"),
        ("4.8%—4.9%", "met", "4.9"),  # the worse end of what is to stay low
        ("5.2%—5.4%", "missed", "5.4"),
        ("不到5%", "met", "5"),
        ("超过5%", "missed", "5"),
    ],
)
def test_the_worse_end_of_a_limit_is_the_upper(tmp_path, actual, status, value):
    catalogue = one_indicator(tmp_path, "down", "share: 5%以内, period: 2026")
    gap = gap_of(catalogue, actual, "2026-12")
    assert (gap.status, gap.value) == (status, Fraction(value))


@given(st.integers(100, 400), st.integers(0, 60), st.sampled_from(["2026-06", "2026-12"]))
def test_a_range_is_decided_only_where_both_ends_are_alike(tmp_path_factory, low, wide, as_of):
    catalogue = one_indicator(tmp_path_factory.mktemp("pack"), "up", "flow: 250人, period: 2026")
    ends = [gap_of(catalogue, f"{end}人", as_of) for end in (low, low + wide)]
    both = gap_of(catalogue, f"{low}—{low + wide}人", as_of) if wide else ends[0]
    assert all(isinstance(gap, Measured) for gap in (*ends, both))
    if ends[0].status is ends[1].status:
        assert both.status is ends[0].status
    else:
        assert both.status is Status.UNDECIDED
