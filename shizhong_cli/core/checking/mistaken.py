"""What a figure would allow after each slip of the hand in it.

Slips with the same number of decimals allow the same interval, moved by whole steps of the last digit. Of such a family
one is read anew; which of its numbers leave a relation possible are then a run of whole numbers, found by two divisions
and counted in a sorted list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from math import floor
from typing import NamedTuple

from shizhong_cli.core.checking.check import figure_values, possible_values
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.slips import has_digits, slips_of, wrong_digits
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
        written = figure.written
        self._digits = slips_of(written.digits) if written is not None and has_digits(written) else []
        self.typos = len(wrong_digits(written.digits)) if written is not None and self._digits else 0
        self.possible = possible_values(figure)

    @property
    def slips(self) -> int:
        """How many there are."""
        return len(self._digits)

    @property
    def families(self) -> list[Family]:
        """The slips that are told from each other by whole steps."""
        return list(self._by_decimals.values())

    @cached_property
    def single(self) -> dict[int, Interval]:
        """What each of the others allows, by its place in the order."""
        inside = set(self._in_families)
        return {
            place: figure_values(self._figure.typed_as(digits))
            for place, digits in enumerate(self._digits)
            if place not in inside
        }

    @cached_property
    def values(self) -> list[Interval]:
        """What each slip allows."""
        families, single = self._by_decimals, self.single
        return [
            single[place] if place in single else families[_decimals(digits)].at(_number(digits)) & self.possible
            for place, digits in enumerate(self._digits)
        ]

    @cached_property
    def _by_decimals(self) -> dict[int, Family]:
        members: dict[int, list[int]] = {}
        for place in self._in_families:
            members.setdefault(_decimals(self._digits[place]), []).append(place)
        return {decimals: self._family(decimals, places) for decimals, places in members.items()}

    @cached_property
    def _in_families(self) -> list[int]:
        """The places of the slips that belong to a family.

        None do where half is rounded to even, so that the ends depend on the digit, or where the number may be read as
        one part of so many; and a number of things only where a step is a whole number of them.
        """
        figure, written = self._figure, self._figure.written
        if written is None or not written.unit or figure.rounding is Rounding.HALF_EVEN:
            return []
        return [
            place
            for place, digits in enumerate(self._digits)
            if digits.strip("0.") and not (figure.counts and self._step(_decimals(digits)).denominator > 1)
        ]

    def _step(self, decimals: int) -> Fraction:
        written = self._figure.written
        assert written is not None
        parts: int = 10**decimals * RATIOS.get(written.unit, 1)
        return written.scale / parts

    def _family(self, decimals: int, places: list[int]) -> Family:
        first = self._digits[places[0]]
        values = self._figure.typed_as(first).values()
        if self._figure.counts and not values.is_point:
            values = values.whole_numbers().hull()
        typos, others = (
            sorted(_number(self._digits[place]) for place in places if (place >= self.typos) is others)
            for others in (False, True)
        )
        return Family(values, _number(first), self._step(decimals), (typos, others))


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def _number(digits: str) -> int:
    return int(digits.replace(".", ""))
