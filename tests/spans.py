"""Intervals and numbers as a person writes them."""

from __future__ import annotations

from fractions import Fraction

from shizhong_cli.core.figure.interval import EMPTY, Interval, exact


def span(text: str) -> Interval:
    """``[1, 2)`` as a person writes it; a bare number is a point, ``∅`` the empty interval."""
    if text == "∅":
        return EMPTY
    if text[0] not in "[(":
        return exact(number(text))
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        None if low == "-∞" else number(low),
        None if high == "∞" else number(high),
        text[0] == "[",
        text[-1] == "]",
    )


def number(text: str) -> Fraction:
    """``1/5``, ``1.5`` or ``1455/1.5455``."""
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or 1)
