"""Whole roots of intervals, rounded outwards: no rational number is lost, a few are gained.

Used for showing an implied yearly growth, never for a verdict.
"""

from __future__ import annotations

from math import isqrt

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval, between

PRECISION = 10**12
"""Roots are found to this fraction of one."""


def root_of(values: Interval, degree: int) -> Interval:
    """The non-negative numbers whose ``degree``-th power lies in ``values``, with ends rounded outwards."""
    if degree < 1:
        raise ValueError(f"degree must be 1 or more, got {degree}")
    low = None if values.low is None else _root(max(values.low, Fraction(0)), degree)
    high = None if values.high is None else _root(max(values.high, Fraction(0)), degree) + Fraction(1, PRECISION)
    return between(low, high)


def _root(value: Fraction, degree: int) -> Fraction:
    """The greatest multiple of 1/PRECISION whose power is not above ``value``."""
    if degree == 2:
        return Fraction(isqrt(int(value * PRECISION**2)), PRECISION)
    wanted = value * PRECISION**degree
    low, high = 0, PRECISION * 2 ** (int(value).bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= wanted else (low, middle)
    return Fraction(low, PRECISION)
