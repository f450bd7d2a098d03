"""The door by which exact numbers come in, and such numbers as text without any rounding.

``Fraction`` is that of quicktions where it is installed, else that of the standard library: one interface and the same
results, hashes and texts; the compiled one is about seven times as fast and loads in the same time. All of the package
takes it from here. It is never given text: from 1.19 to 1.24 quicktions, reading a text of one digit, overwrites the
interpreter's own string of U+0000. ``exact_number`` reads text for it, and after each test it is asked whether that
string is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction
else:
    try:
        from quicktions import Fraction
    except ImportError:  # no wheel for this platform
        from fractions import Fraction

__all__ = ["Fraction", "exact_number", "exact_text", "length_of_number", "ratio"]


def ratio(numerator: int, denominator: int) -> Fraction:
    """A number by its parts."""
    return Fraction(numerator, denominator)


def exact_number(text: str) -> Fraction:
    """The number that ``exact_text`` writes: ``12``, ``-12.50`` or ``1/3``. Raises ``ValueError`` for another text."""
    top, _, bottom = text.partition("/")
    whole, _, decimals = top.partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals) * int(bottom or 1))


def exact_text(value: Fraction | None) -> str | None:
    """The number without any rounding: a decimal where it ends, ``n/d`` where it does not."""
    if value is None:
        return None
    denominator, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        places = max(places, power)
    if denominator != 1:
        return str(value)
    digits = str(abs(value.numerator) * (10**places // value.denominator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def length_of_number(value: Fraction) -> int:
    """Digits of the longer part of a number; never less, at most one more."""
    bits = max(value.numerator.bit_length(), value.denominator.bit_length())
    return bits * 30103 // 100000 + 1
