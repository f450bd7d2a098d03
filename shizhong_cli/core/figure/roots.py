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
    wanted = int(value * PRECISION**degree)
    return Fraction(isqrt(wanted) if degree == 2 else _whole_root(wanted, degree), PRECISION)


def _whole_root(power: int, degree: int) -> int:
    """The greatest whole number whose power is not above another: Newton's way down from one that is not too small."""
    if degree == 1 or power < 2:
        return power
    near = 1 << power.bit_length() // degree + 1
    while (below := ((degree - 1) * near + power // near ** (degree - 1)) // degree) < near:
        near = below
    return near
