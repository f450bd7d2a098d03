"""Sets of numbers with exact ends: what a printed figure can stand for.

Conventions: ends are ``Fraction``; an end that is ``None`` is infinite and always open; a closed end belongs to
the set, an open one does not; the empty interval has one spelling, ``EMPTY``. Operations give the exact range of
the operation over all members. Nothing here rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from math import ceil, floor

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.tuples import NamedTuple

ZERO = Fraction(0)


class Interval(NamedTuple):
    """An interval of rational numbers; make one with the named functions below, not by hand.

    It is a tuple because thousands are made; adding and multiplying mean those of intervals.
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool

    @property
    def is_empty(self) -> bool:
        """Whether no number belongs to it."""
        low, high, low_closed, high_closed = self
        return not (low_closed or high_closed or low is None or high is None) and low == high

    @property
    def is_point(self) -> bool:
        """Whether exactly one number belongs to it."""
        return self.low_closed and self.high is not None and self.low == self.high

    def __contains__(self, value: Fraction | int) -> bool:  # type: ignore[override]
        if self.low is not None and (value < self.low or (value == self.low and not self.low_closed)):
            return False
        return self.high is None or value < self.high or (value == self.high and self.high_closed)

    def __and__(self, other: Interval) -> Interval:
        low, high, low_closed, high_closed = self
        low_too, high_too, low_closed_too, high_closed_too = other
        if low_too is not None:
            if low is None or low < low_too:
                low, low_closed = low_too, low_closed_too
            elif low == low_too:
                low_closed = low_closed and low_closed_too
        if high_too is not None:
            high, high_closed = _lower(high, high_closed, high_too, high_closed_too)
        if low is None or high is None or low < high or (low == high and low_closed and high_closed):
            return made((low, high, low_closed, high_closed))
        return EMPTY

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return _reaches(self, other) and _reaches(other, self)

    def __neg__(self) -> Interval:
        if self.is_empty:
            return EMPTY
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __add__(self, other: Interval) -> Interval:  # type: ignore[override]
        if self.is_empty or other.is_empty:
            return EMPTY
        low, high, low_closed, high_closed = self
        low_too, high_too, low_closed_too, high_closed_too = other
        return made((
            None if low is None or low_too is None else low + low_too,
            None if high is None or high_too is None else high + high_too,
            low_closed and low_closed_too,
            high_closed and high_closed_too,
        ))  # fmt: skip

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:  # type: ignore[override]
        if _is_above_zero(self) and _is_above_zero(other):  # the common case, without looking at corners
            return product_above_zero(self, other)
        if self.is_empty or other.is_empty:
            return EMPTY
        if _is_zero(self) or _is_zero(other):
            return exact(ZERO)
        if self.low is not None and other.low is not None and self.low.numerator >= 0 <= other.low.numerator:
            reached = (self.low_closed and not self.low) or (other.low_closed and not other.low)
            return product_above_zero(self, other, reached)
        return _between_corners(self, other)

    def reciprocal(self) -> Interval:
        """The range of 1/x over its members other than zero; everything when it reaches across zero."""
        if self.is_empty or _is_zero(self):
            return EMPTY
        if self.low is not None and self.low.numerator >= 0:
            return Interval(
                ZERO if self.high is None else 1 / self.high,
                1 / self.low if self.low else None,
                self.high is not None and self.high_closed,
                bool(self.low) and self.low_closed,
            )
        if self.high is not None and self.high <= 0:
            return -((-self).reciprocal())
        return EVERYTHING

    def __truediv__(self, other: Interval) -> Interval:
        return self * other.reciprocal()

    def power(self, exponent: int) -> Interval:
        """The range of x**exponent; ``exponent`` is a whole number from 1 on."""
        if exponent < 1:
            raise ValueError(f"exponent must be 1 or more, got {exponent}")
        if self.is_empty or exponent == 1:
            return self
        if exponent % 2 == 0 and (self.low is None or self.low < 0):
            return self._magnitude().power(exponent)
        return Interval(
            None if self.low is None else self.low**exponent,
            None if self.high is None else self.high**exponent,
            self.low_closed,
            self.high_closed,
        )

    def _magnitude(self) -> Interval:
        if self.high is not None and self.high <= 0:
            return -self
        mirrored = -self
        if self.high is None or mirrored.high is None:
            return at_least(0)
        if self.high == mirrored.high:
            return between(ZERO, self.high, True, self.high_closed or mirrored.high_closed)
        wider = self if self.high > mirrored.high else mirrored
        return between(ZERO, wider.high, True, wider.high_closed)

    def floor(self) -> Interval:
        """The hull of the whole parts (greatest whole number not above) of its members."""
        if self.is_empty:
            return EMPTY
        low = None if self.low is None else Fraction(floor(self.low))
        high = None
        if self.high is not None:
            top = floor(self.high)
            high = Fraction(top - 1 if top == self.high and not self.high_closed else top)
        return between(low, high, low is not None, high is not None)

    def whole_numbers(self) -> WholeNumbers:
        """The whole numbers that belong to it, without listing them."""
        if self.is_empty:
            return WholeNumbers(1, 0)
        first = last = None
        if self.low is not None:
            first = ceil(self.low)
            if first == self.low and not self.low_closed:
                first += 1
        if self.high is not None:
            last = floor(self.high)
            if last == self.high and not self.high_closed:
                last -= 1
        return WholeNumbers(first, last)

    @property
    def has_whole(self) -> bool:
        """Whether a whole number belongs to it."""
        if self.low is None or self.high is None:
            return True
        first = ceil(self.low)
        if not self.low_closed and first == self.low:
            first += 1
        return first < self.high or (self.high_closed and first == self.high)

    def __str__(self) -> str:
        if self.is_empty:
            return "∅"
        left = "[" if self.low_closed else "("
        right = "]" if self.high_closed else ")"
        low = "-∞" if self.low is None else str(self.low)
        high = "∞" if self.high is None else str(self.high)
        return f"{left}{low}, {high}{right}"


class WholeNumbers(NamedTuple):
    """A run of whole numbers, both ends included; an end that is ``None`` is infinite.

    ``members`` lists them where some of the run are left out; of a ``sampled`` run only the ends are known to belong.
    """

    first: int | None
    last: int | None
    members: tuple[int, ...] | None = None
    sampled: bool = False

    @classmethod
    def of(cls, numbers: Sequence[int]) -> WholeNumbers | None:
        """Just these numbers, in order; ``None`` when there are none."""
        if not numbers:
            return None
        unbroken = numbers[-1] - numbers[0] + 1 == len(numbers)
        return cls(numbers[0], numbers[-1], None if unbroken else tuple(numbers))

    @property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return self.first is not None and self.last is not None and self.first > self.last

    @property
    def count(self) -> int | None:  # type: ignore[override]
        """How many there are; ``None`` when without end, or when nobody tried them all."""
        if self.is_empty:
            return 0
        if self.first is None or self.last is None or self.sampled:
            return None
        return self.last - self.first + 1 if self.members is None else len(self.members)

    @property
    def listed(self) -> Sequence[int]:
        """All of them, in order."""
        if self.first is None or self.last is None:
            raise ValueError("an endless run of whole numbers cannot be listed")
        return range(self.first, self.last + 1) if self.members is None else self.members

    def hull(self) -> Interval:
        """The interval from the first to the last."""
        if self.is_empty:
            return EMPTY
        return between(
            None if self.first is None else Fraction(self.first),
            None if self.last is None else Fraction(self.last),
        )


made: Callable[[tuple[Fraction | None, Fraction | None, bool, bool]], Interval] = partial(tuple.__new__, Interval)
"""An interval of its parts, which are known to be in order: as ``Interval``, without a call."""
EMPTY = Interval(ZERO, ZERO, False, False)
EVERYTHING = Interval(None, None, False, False)


def between(
    low: Fraction | int | None, high: Fraction | int | None, low_closed: bool = True, high_closed: bool = True
) -> Interval:
    """The numbers from ``low`` to ``high``; ``None`` is infinite; crossed ends give the empty interval."""
    if low is not None and high is not None and (low > high or (low == high and not (low_closed and high_closed))):
        return EMPTY
    return made((
        low if low is None or type(low) is Fraction else Fraction(low),
        high if high is None or type(high) is Fraction else Fraction(high),
        low is not None and low_closed,
        high is not None and high_closed,
    ))  # fmt: skip


def exact(value: Fraction | int) -> Interval:
    """The one number ``value``."""
    end = value if type(value) is Fraction else Fraction(value)
    return made((end, end, True, True))


def at_least(value: Fraction | int) -> Interval:
    """``value`` and everything above."""
    return Interval(Fraction(value), None, True, False)


def more_than(value: Fraction | int) -> Interval:
    """Everything above ``value``, without it."""
    return Interval(Fraction(value), None, False, False)


def at_most(value: Fraction | int) -> Interval:
    """``value`` and everything below."""
    return Interval(None, Fraction(value), False, True)


def less_than(value: Fraction | int) -> Interval:
    """Everything below ``value``, without it."""
    return Interval(None, Fraction(value), False, False)


_End = tuple[int, Fraction | None, bool]  # sign of infinity or of the number, the number, closed


def _lower(high: Fraction | None, closed: bool, other: Fraction, other_closed: bool) -> tuple[Fraction, bool]:
    """The lower of two upper ends; it is closed where both are, if they are one."""
    if high is None or other < high:
        return other, other_closed
    return high, closed and (other_closed or high != other)


def _reaches(lower: Interval, upper: Interval) -> bool:
    if lower.is_empty:
        return False
    if lower.low is None or upper.high is None:
        return True
    if lower.low == upper.high:
        return lower.low_closed and upper.high_closed
    return lower.low < upper.high


def _is_zero(interval: Interval) -> bool:
    return interval.low_closed and interval.low == 0 == interval.high


def _is_above_zero(interval: Interval) -> bool:
    """Whether it has a low end, and that is above zero."""
    return interval.low is not None and interval.low.numerator > 0


def product_above_zero(one: Interval, other: Interval, zero: bool = False) -> Interval:
    """The product of two that do not begin below zero; ``zero`` is whether one of them reaches it."""
    low, high, low_closed, high_closed = one
    low_too, high_too, low_closed_too, high_closed_too = other
    assert low is not None
    assert low_too is not None
    return made((
        low * low_too,
        None if high is None or high_too is None else high * high_too,
        zero or (low_closed and low_closed_too),
        high_closed and high_closed_too,
    ))  # fmt: skip


def _between_corners(one: Interval, other: Interval) -> Interval:
    """The product as the hull of the products of the ends."""
    corners = [_corner(a, b) for a, b in product(_ends(one), _ends(other))]
    low, low_closed = _least(corners)
    high, high_closed = _least([(-sign, None if v is None else -v, c) for sign, v, c in corners])
    return Interval(low, None if high is None else -high, low_closed, high_closed)


def _ends(interval: Interval) -> tuple[_End, _End]:
    low: _End = (-1, None, False)
    if interval.low is not None:
        low = ((interval.low > 0) - (interval.low < 0), interval.low, interval.low_closed)
    high: _End = (1, None, False)
    if interval.high is not None:
        high = ((interval.high > 0) - (interval.high < 0), interval.high, interval.high_closed)
    return low, high


def _corner(a: _End, b: _End) -> _End:
    """The product of two ends. A zero that is reached makes zero of anything; one that is not only approaches it."""
    sign = a[0] * b[0]
    if sign == 0:
        closed = (a[0] == 0 and a[2]) or (b[0] == 0 and b[2])
        return 0, ZERO, closed
    if a[1] is None or b[1] is None:
        return sign, None, False
    return sign, a[1] * b[1], a[2] and b[2]


def _least(corners: list[_End]) -> tuple[Fraction | None, bool]:
    """The lowest of the corner products; of two equal ones the closed one counts."""
    if any(value is None and sign < 0 for sign, value, _ in corners):
        return None, False
    finite = [(value, closed) for _, value, closed in corners if value is not None]
    least = min(value for value, _ in finite)
    return least, any(closed for value, closed in finite if value == least)
