"""Numbers as text without any rounding."""

from __future__ import annotations

from fractions import Fraction


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
