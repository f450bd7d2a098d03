"""Two numbers with a colon between them, which are one: 2.05:1 says how many times one thing is the other.

Of 1:15.2 the last digit of the second number is as rounded as that of any other; the 1, and the 100 of 104.5:100, are
what the other is counted by. The width that is given is the larger one of both sides, so that nothing possible is lost.
"""

from __future__ import annotations

from shizhong_cli.core.figure.characters import digits_in
from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.number import Number
from shizhong_cli.core.figure.patterns import compiled

_NUMBER = r"(?:[1-9][0-9]{0,5}(?:\.[0-9]{1,6})?|0\.[0-9]{1,6})"
_PROPORTION = f"(?P<one>{_NUMBER})[:∶︰：](?P<other>{_NUMBER})(?![0-9.]|[:∶︰：][0-9])"
_COUNTED_BY = ("1", "100")


def proportion_at(text: str, start: int) -> Number | None:
    """The proportion that begins at a place; nothing where none does, or one of more than two numbers."""
    found = compiled(_PROPORTION).match(text, start) if _may_be_one(text, start) else None
    if found is None:
        return None
    one, other = exact_number(found["one"]), exact_number(found["other"])
    below, above = _half(found["one"], found["other"]), _half(found["other"], found["one"])
    value = one / other
    if other <= above:
        return None
    width = max((one + below) / (other - above) - value, value - (one - below) / (other + above))
    return Number(found.end(), value, 2 * width, digits_in(found[0]), Fraction(1))


def _may_be_one(text: str, start: int) -> bool:
    """Whether a colon is near enough; most numbers have none, and the pattern takes its time to compile."""
    return not _COLONS.isdisjoint(text[start : start + _LONGEST])


_COLONS = frozenset(":∶︰：")
_LONGEST = 14
"""Characters of the longest first number, and its colon."""


def _half(number: str, counted: str) -> Fraction:
    """Half of the last place of a number; nothing of what the other one is counted by."""
    if number in _COUNTED_BY and counted not in _COUNTED_BY:
        return Fraction(0)
    return Fraction(1, 2 * 10 ** len(number.partition(".")[2]))
