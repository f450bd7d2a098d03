"""What a figure would allow after each slip of the hand in it.

Slips with the same number of decimals allow the same interval, moved by whole steps of the last digit. Of such a family
one is read anew; which of its numbers leave a relation possible are then a run of whole numbers, found by two divisions
and counted in a sorted list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import floor

from shizhong_cli.core.checking.check import counted, possible_values
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval, made
from shizhong_cli.core.figure.once import once
from shizhong_cli.core.figure.slips import has_digits, other_slips, with_digits, wrong_digits, wrong_numbers
from shizhong_cli.core.figure.terms import Rounding
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.tuples import NamedTuple


class Origin(NamedTuple):
    """What one number with so many decimals allows, and how far one step of its last digit moves that."""

    values: Interval  # what the measure asks left out
    first: int
    step: Fraction


class Family(NamedTuple):
    """Slips with as many decimals, none of them zero: what one allows, and how far the others are from it."""

    values: Interval  # of ``first``, what the measure asks left out
    first: int
    step: Fraction
    numbers: list[int]  # in order, the point left out

    def at(self, place: int) -> Interval:
        """What the slip at this place in the order of the numbers allows."""
        return _moved(self.values, (self.numbers[place] - self.first) * self.step)

    def within(self, allowed: Interval) -> int:
        """How many of the slips leave one of the allowed values possible."""
        numbers, (least, most) = self.numbers, self._run(allowed)
        start = 0 if least is None else bisect_left(numbers, self.first + least)
        end = len(numbers) if most is None else bisect_right(numbers, self.first + most)
        return max(end - start, 0)

    def _run(self, allowed: Interval) -> tuple[int | None, int | None]:
        """By how many steps the interval can be moved and still meet the allowed one."""
        least = most = None
        if self.values.low is not None and allowed.high is not None:
            most = _whole(allowed.high - self.values.low, self.step, allowed.high_closed and self.values.low_closed)
        if self.values.high is not None and allowed.low is not None:
            closed = allowed.low_closed and self.values.high_closed
            least = -_whole(self.values.high - allowed.low, self.step, closed)
        return (least, most) if self.step > 0 else (_negative(most), _negative(least))


def _whole(room: Fraction, step: Fraction, closed: bool) -> int:
    """How many steps, whatever their sign, fit into the room that there is; all of it only where it is closed."""
    steps = room / abs(step)
    whole = floor(steps)
    return whole - 1 if whole == steps and not closed else whole


def _negative(number: int | None) -> int | None:
    return None if number is None else -number


def _moved(values: Interval, by: Fraction) -> Interval:
    low, high, low_closed, high_closed = values
    return made((None if low is None else low + by, None if high is None else high + by, low_closed, high_closed))


class Mistaken:
    """The slips of one figure: those with one digit wrong, and the others."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._digits = figure.written.digits if has_digits(figure.written) else ""
        self.possible = possible_values(figure)
        self._origins: dict[int, Origin | None] = {}
        self.typos = Kind(self, False)
        self.others = Kind(self, True)

    @property
    def values(self) -> list[Interval]:
        """What each slip allows."""
        return [*self.typos.values, *self.others.values]

    def numbers(self, others: bool) -> list[tuple[int, int]]:
        """The decimals and the digits of each slip of a kind."""
        digits = self._digits
        if not digits:
            return []
        if others:
            return [_parts_of(new) for new in other_slips(digits)]
        own = _decimals(digits)
        return [(own, number) for number in wrong_numbers(digits)]

    def spelled(self, others: bool) -> list[str]:
        """The same as typed."""
        return other_slips(self._digits) if others else wrong_digits(self._digits)

    def anew(self, digits: str) -> Interval:
        """What the figure with these digits allows."""
        return counted(self._figure, self._values_of(digits) & self.possible)

    def _values_of(self, digits: str) -> Interval:
        """The same, what the measure asks and that it counts things left out."""
        written = with_digits(self._figure.written, digits)
        return self._figure.plain(written.entailed(self._figure.rounding))

    def origin(self, decimals: int) -> Origin | None:
        """Where the slips with so many decimals are moved from, if they allow the same, moved by whole steps."""
        if decimals not in self._origins:
            self._origins[decimals] = self._origin(decimals)
        return self._origins[decimals]

    def _origin(self, decimals: int) -> Origin | None:
        """The same, worked out.

        They do not where half is rounded to even, so that the ends depend on the digit, or where the number may be read
        as one part of so many; and numbers of things only where a step is a whole number of them.
        """
        figure, written = self._figure, self._figure.written
        if not written.unit or figure.rounding is Rounding.HALF_EVEN:
            return None
        parts: int = 10**decimals * RATIOS.get(written.unit, 1)
        step = written.scale / parts
        if figure.counts and step.denominator > 1:
            return None
        first = _number(self._digits) if decimals == _decimals(self._digits) else 0
        values = figure.values() if first else self._values_of(_spelled(1, decimals))
        return Origin(counted(figure, values), first or 1, step)


class Kind:
    """The slips of one kind."""

    def __init__(self, mistaken: Mistaken, others: bool) -> None:
        self._mistaken = mistaken
        self._others = others

    @once
    def count(self) -> int:
        """How many there are."""
        return len(self._numbers)

    def possible(self, inside: Interval) -> int:
        """How many leave one of these values of the figure possible, which are among those it can have at all."""
        if inside.is_empty:
            return 0
        alone = sum(inside.meets(values) for values in self.single)
        return alone + sum(family.within(inside) for family in self.families)

    @once
    def values(self) -> list[Interval]:
        """What each allows."""
        possible, found = self._mistaken.possible, []
        for place, (decimals, number) in enumerate(self._numbers):
            origin = self._mistaken.origin(decimals) if number else None
            if origin is None:
                found.append(self._mistaken.anew(self._spelled[place]))
            else:
                found.append(_moved(origin.values, (number - origin.first) * origin.step) & possible)
        return found

    @once
    def _numbers(self) -> list[tuple[int, int]]:
        return self._mistaken.numbers(self._others)

    @once
    def _spelled(self) -> list[str]:
        return self._mistaken.spelled(self._others)

    @once
    def single(self) -> list[Interval]:
        """What those allow that are in no family."""
        origin, numbers = self._mistaken.origin, self._numbers
        alone = {decimals for decimals in self._members if not origin(decimals)}
        if not alone and sum(map(len, self._members.values())) == self.count:
            return []
        places = [place for place, (decimals, number) in enumerate(numbers) if not number or decimals in alone]
        return [self._mistaken.anew(self._spelled[place]) for place in places]

    @once
    def families(self) -> list[Family]:
        """Those that allow the same, moved by whole steps."""
        with_origin = ((self._mistaken.origin(decimals), numbers) for decimals, numbers in self._members.items())
        return [Family(*origin, sorted(numbers)) for origin, numbers in with_origin if origin]

    @once
    def _members(self) -> dict[int, list[int]]:
        """The numbers that are not zero, by their decimals."""
        members: dict[int, list[int]] = {}
        for decimals, number in self._numbers:
            if number:
                members.setdefault(decimals, []).append(number)
        return members


def _parts_of(digits: str) -> tuple[int, int]:
    """The decimals and the digits."""
    whole, _, decimals = digits.partition(".")
    return len(decimals), int(whole + decimals)


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def _number(digits: str) -> int:
    return int(digits.replace(".", ""))


def _spelled(number: int, decimals: int) -> str:
    digits = str(number).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
