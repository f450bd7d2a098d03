"""Which way what a relation comes to goes while one of its figures grows.

Of a family of numbers, each a step above the one before, two ends then tell of all: what begins and ends ever higher
meets a given range in one run and nowhere else. And what is only moved, multiplied and raised to powers, all of it
above zero, is the wider the greater it is: beyond the first that is wider than one, each holds a whole number. Asked is
interval for interval, with everything else that is in the relation ranging freely, so that nothing is taken for sure
that trying each number would not give. Where that cannot be said, there is no course.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from operator import add, mul, sub, truediv
from typing import TypeAlias

from shizhong_cli.core.checking.evaluating import (
    FUNCTIONS,
    OPERATIONS,
    Combine,
    Values,
    divided_into,
    divided_out,
    evaluate,
    multiplied_back,
    path_sum,
    sides,
    steps_down,
    taken_from,
    without_zero,
)
from shizhong_cli.core.checking.expression import Call, Expression, Operation, Power, Relation, contains
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.tuples import NamedTuple


class Form(IntEnum):
    """What became of the figure on the way."""

    MOVED = 0  # by constants: always as wide
    SCALED = 1  # multiplied, divided, raised to powers, nothing of it at or below zero: the greater, the wider
    SCALED_AND_MOVED = 2  # as wide, and no more than added to
    OTHER = 3  # nothing is known of how wide it is


class Course(NamedTuple):
    """Something with the figure in it."""

    hull: Interval  # of all that it can be for any number of the family
    rises: bool  # both its ends with the figure, or else both fall
    form: Form = Form.MOVED
    wider_above: bool = True  # whether it is the wider, or as wide, the greater the figure is
    is_exact: bool = False  # whether each number of the family stands for itself alone

    @property
    def is_above_zero(self) -> bool:
        """Whether no number of the family makes it zero or less."""
        return self.hull.low is not None and self.hull.low > 0

    @property
    def is_scalable(self) -> bool:
        """Whether multiplying makes it wider the greater it is."""
        return self.is_above_zero and self.form <= Form.SCALED


Found: TypeAlias = Interval | Course | None
"""An interval where the figure is not in it; nothing where its course is not known."""


def course_of_side(node: Expression, name: str, own: Course, values: Values) -> Course | None:
    """The course of an expression with a name in it whose own course is known."""
    found = _found(node, name, own, values)
    return found if isinstance(found, Course) else None


def course_of_unknown(relation: Relation, unknown: str, name: str, own: Course, values: Values) -> Course | None:
    """The course of what an equation is solved for."""
    node, sign, other = sides(relation, unknown)
    if sign != "=":
        return None
    found = _found(other, name, own, values)
    for undo, beside in steps_down(node, unknown):
        found = None if beside is None else _combined(undo, found, _found(beside, name, own, values))
    return found if isinstance(found, Course) else None


def _found(node: Expression, name: str, own: Course, values: Values) -> Found:
    if not contains(node, name):
        return evaluate(node, values)
    if isinstance(node, Operation):
        left, right = (_found(side, name, own, values) for side in (node.left, node.right))
        return _combined(OPERATIONS[node.sign], left, right)
    if isinstance(node, Power):
        return _raised(_found(node.base, name, own, values), node.exponent)
    if isinstance(node, Call):
        return _called(_found(node.argument, name, own, values), node)
    return own


def _combined(combine: Combine, left: Found, right: Found) -> Found:
    if left is None or right is None:
        return None
    if isinstance(left, Interval) and isinstance(right, Interval):
        return combine(left, right)
    if combine is multiplied_back:
        combine, right = mul, without_zero(right) if isinstance(right, Interval) else right
        if isinstance(right, Course) and not right.is_above_zero:
            return None
    if combine in _TURNED:
        combine, left, right = _TURNED[combine], right, left
    return _WAYS[combine](left, right) if combine in _WAYS else None


def _sum(left: Interval | Course, right: Interval | Course) -> Found:
    if isinstance(left, Course):
        return _moved(left, left.hull + right, left.rises) if isinstance(right, Interval) else None
    return _sum(right, left)


def _difference(left: Interval | Course, right: Interval | Course) -> Found:
    if isinstance(left, Course):
        return _moved(left, left.hull - right, left.rises) if isinstance(right, Interval) else None
    return _moved(right, left - right.hull, not right.rises) if isinstance(right, Course) else None


def _moved(course: Course, hull: Interval, rises: bool) -> Course:
    form = Form.SCALED_AND_MOVED if course.form is Form.SCALED else course.form
    return Course(hull, rises, form, course.wider_above)


def _product(left: Interval | Course, right: Interval | Course) -> Found:
    if isinstance(left, Interval):
        return None if isinstance(right, Interval) else _product(right, left)
    if isinstance(right, Course) or not _keeps_sign(right):
        return None
    rises = left.rises if _is_from_zero(right) else not left.rises
    scales = left.is_scalable and right.low is not None and right.low > 0
    return _scaled(left.hull * right, rises, scales)


def _quotient(left: Interval | Course, right: Interval | Course) -> Found:
    if isinstance(right, Interval):
        return None if 0 in right or isinstance(left, Interval) else _product(left, right.reciprocal())
    if isinstance(left, Course) or not right.is_above_zero or not _keeps_sign(left):
        return None
    rises = right.rises if not _is_from_zero(left) else not right.rises
    scales = right.is_scalable and left.low is not None and left.low > 0
    return _scaled(left / right.hull, rises, scales)


def _raised(found: Found, exponent: int) -> Found:
    if not isinstance(found, Course) or not found.is_above_zero:
        return None
    return _scaled(found.hull.power(exponent), found.rises, found.is_scalable)


def _called(found: Found, node: Call) -> Found:
    """The sum of a steady path falls while the growth rises; a root rises, and so does what it is rounded to."""
    if not isinstance(found, Course) or found.hull.low is None:
        return None
    if node.function == "path_sum" and found.hull.low > -1:
        return Course(path_sum(found.hull, node.setting), not found.rises, Form.OTHER)
    if node.function == "root" and found.is_above_zero:
        return Course(FUNCTIONS["root"](found.hull, node.setting), found.rises, Form.OTHER)
    return None


def _scaled(hull: Interval, rises: bool, scales: bool) -> Course:
    return Course(hull, rises, Form.SCALED if scales else Form.OTHER, rises)


def _is_from_zero(values: Interval) -> bool:
    return values.low is not None and values.low >= 0


def _keeps_sign(values: Interval) -> bool:
    return _is_from_zero(values) or (values.high is not None and values.high <= 0)


Way: TypeAlias = Callable[[Interval | Course, Interval | Course], Found]
_WAYS: dict[Combine, Way] = {
    add: _sum, sub: _difference, mul: _product, truediv: _quotient, divided_out: _quotient,
}  # fmt: skip
_TURNED: dict[Combine, Combine] = {divided_into: divided_out, taken_from: sub}
"""What is meant with its operands the other way round."""


def place_beside(found: Interval, wanted: Interval) -> int:
    """Whether an interval lies below another, meets it or lies above; neither is empty."""
    if found.meets(wanted):
        return 0
    return -1 if found.high is not None and wanted.low is not None and found.high <= wanted.low else 1


def surely_has_whole(found: Interval) -> bool:
    """Whether an interval is so wide that a whole number lies in it wherever it begins."""
    return found.low is None or found.high is None or bool(found.high - found.low > 1)
