"""Roots are rounded outwards, to the last place that is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import exact
from shizhong_cli.core.figure.roots import PRECISION, root_of

LAST = Fraction(1, PRECISION)


@pytest.mark.parametrize(
    ("power", "degree", "root"), [(32, 5, 2), (81, 4, 3), (1, 7, 1), (10**30, 3, 10**10), (0, 4, 0), (7, 1, 7)]
)
def test_a_whole_root_is_found(power: int, degree: int, root: int) -> None:
    assert root_of(exact(power), degree).low == root


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.fractions(min_value=0, max_value=10**9), st.sampled_from([1, 2, 3, 4, 5, 9, 40]))
def test_the_root_lies_between_two_neighbours(power: Fraction, degree: int) -> None:
    value = Fraction(power.numerator, power.denominator)
    found = root_of(exact(value), degree)
    assert found.low is not None
    assert found.high is not None
    assert found.low**degree <= value < found.high**degree
    assert found.high - found.low == LAST
