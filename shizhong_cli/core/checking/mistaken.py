"""What a figure would allow after each slip of the hand in it.

Slips with the same number of decimals allow the same interval, moved by whole steps of the last digit. Of such a family
one is read anew; which of its numbers leave a relation possible are then a run of whole numbers, found by two divisions
and counted in a sorted list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain
from math import floor
from typing import NamedTuple

from shizhong_cli.core.checking.check import figure_values, possible_values
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.slips import has_digits, other_slips, slips_of, wrong_numbers
from shizhong_cli.core.figure.terms import Rounding
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.model import Figure


class Family(NamedTuple):
    """Slips with as many decimals, none of them zero: what one allows, and how far the others are from it."""

    values: Interval  # of ``first``, what the measure asks left out
    first: int
    step: Fraction
    numbers: tuple[list[int], list[int]]  # in order: those with one digit wrong, the others; the point left out

    def within(self, allowed: Interval, others: bool) -> int:
        """How many of the slips leave one of the allowed values possible."""
        numbers, (least, most) = self.numbers[others], self._run(allowed)
        start = 0 if least is None else bisect_left(numbers, self.first + least)
        end = len(numbers) if most is None else bisect_right(numbers, self.first + most)
        return max(end - start, 0)

    def at(self, number: int) -> Interval:
        """What the slip with these digits allows."""
        return _moved(self.values, (number - self.first) * self.step)

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
    return Interval(
        None if values.low is None else values.low + by,
        None if values.high is None else values.high + by,
        values.low_closed,
        values.high_closed,
    )


class Mistaken:
    """The slips of one figure, those with one digit wrong first."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._digits = figure.written.digits if figure.written is not None and has_digits(figure.written) else ""
        self.possible = possible_values(figure)

    @cached_property
    def typos(self) -> int:
        """How many have one digit wrong."""
        return len(self._numbers[0])

    @cached_property
    def slips(self) -> int:
        """How many there are."""
        return sum(map(len, self._numbers))

    @cached_property
    def families(self) -> list[Family]:
        """The slips that are told from each other by whole steps."""
        return list(self._by_decimals.values())

    @cached_property
    def single(self) -> tuple[list[Interval], list[Interval]]:
        """What each of the others allows: those with one digit wrong, and the rest."""
        typos, others = self._numbers
        return self._alone(typos, 0), self._alone(others, self.typos)

    @cached_property
    def values(self) -> list[Interval]:
        """What each slip allows."""
        families = self._by_decimals
        return [
            families[decimals].at(number) & self.possible
            if self._is_in_family(decimals, number)
            else self._anew(self._spelled[place])
            for place, (decimals, number) in enumerate(chain(*self._numbers))
        ]

    @cached_property
    def _numbers(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The decimals and the digits of each slip: those with one digit wrong, and the rest."""
        digits = self._digits
        if not digits:
            return [], []
        own = _decimals(digits)
        others = other_slips(digits)
        return [(own, number) for number in wrong_numbers(digits)], [(_decimals(new), _number(new)) for new in others]

    @cached_property
    def _spelled(self) -> list[str]:
        return slips_of(self._digits)

    def _anew(self, digits: str) -> Interval:
        return figure_values(self._figure.typed_as(digits))

    def _alone(self, numbers: list[tuple[int, int]], before: int) -> list[Interval]:
        places = (place for place, number in enumerate(numbers, before) if not self._is_in_family(*number))
        return [self._anew(self._spelled[place]) for place in places]

    def _is_in_family(self, decimals: int, number: int) -> bool:
        return number != 0 and self._has_family(decimals)

    def _has_family(self, decimals: int) -> bool:
        """Whether slips with so many decimals allow the same, moved by whole steps.

        They do not where half is rounded to even, so that the ends depend on the digit, or where the number may be read
        as one part of so many; and numbers of things only where a step is a whole number of them.
        """
        figure, written = self._figure, self._figure.written
        if written is None or not written.unit or figure.rounding is Rounding.HALF_EVEN:
            return False
        return not figure.counts or self._step(decimals).denominator == 1

    def _step(self, decimals: int) -> Fraction:
        written = self._figure.written
        assert written is not None
        parts: int = 10**decimals * RATIOS.get(written.unit, 1)
        return written.scale / parts

    @cached_property
    def _by_decimals(self) -> dict[int, Family]:
        members: dict[int, tuple[list[int], list[int]]] = {}
        for others, numbers in enumerate(self._numbers):
            for decimals, number in numbers:
                if number:
                    members.setdefault(decimals, ([], []))[others].append(number)
        return {
            decimals: self._family(decimals, numbers)
            for decimals, numbers in members.items()
            if self._has_family(decimals)
        }

    def _family(self, decimals: int, numbers: tuple[list[int], list[int]]) -> Family:
        first = next(chain(*numbers))
        values = self._figure.typed_as(_spelled(first, decimals)).values()
        if self._figure.counts and not values.is_point:
            values = values.whole_numbers().hull()
        return Family(values, first, self._step(decimals), (sorted(numbers[0]), sorted(numbers[1])))


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def _number(digits: str) -> int:
    return int(digits.replace(".", ""))


def _spelled(number: int, decimals: int) -> str:
    digits = str(number).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
