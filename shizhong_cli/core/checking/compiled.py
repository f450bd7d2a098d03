"""Relations compiled for one name that is left open: all that does not depend on it is worked out once.

What is left of a relation is a chain of steps, each with a known interval beside it. A step is written out for what is
common, numbers above zero; everything else goes the way of ``evaluating``, and both give the same.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import mul, truediv
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
    sides,
    steps_down,
    wanted_by,
    without_zero,
)
from shizhong_cli.core.checking.expression import Call, Expression, Operation, Power, Relation, contains
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import Interval, made

Compiled: TypeAlias = Callable[[Interval], Interval]
"""What an expression comes to, for every interval that the open name may have."""


def solver(relation: Relation, unknown: str, open_name: str, values: Values) -> Compiled:
    """``evaluating.solve`` for every interval that ``open_name`` may have."""
    node, sign, other = sides(relation, unknown)
    found = _compiled(other, open_name, values)
    found = wanted_by(sign, found) if isinstance(found, Interval) else _signed(sign, found)
    for undo, beside in steps_down(node, unknown):
        known = interval.EMPTY if beside is None else _compiled(beside, open_name, values)
        found = _combined(undo, found, known)
    return _function(found)


def evaluator(node: Expression, open_name: str, values: Values) -> Compiled:
    """``evaluating.evaluate`` for every interval that one name may have."""
    return _function(_compiled(node, open_name, values))


def _function(found: Interval | Compiled) -> Compiled:
    return (lambda _: found) if isinstance(found, Interval) else found


def _itself(given: Interval) -> Interval:
    return given


def _compiled(node: Expression, open_name: str, values: Values) -> Interval | Compiled:
    """An expression: an interval where the open name is not in it."""
    if not contains(node, open_name):
        return evaluate(node, values)
    if isinstance(node, Operation):
        left, right = _compiled(node.left, open_name, values), _compiled(node.right, open_name, values)
        return _combined(OPERATIONS[node.sign], left, right)
    if isinstance(node, Power):
        exponent = node.exponent
        return _after(_function(_compiled(node.base, open_name, values)), lambda given: given.power(exponent))
    if isinstance(node, Call):
        function, setting = FUNCTIONS[node.function], node.setting
        return _after(
            _function(_compiled(node.argument, open_name, values)), lambda given: function(given, setting)
        )  # fmt: skip
    return _itself


def _signed(sign: str, found: Compiled) -> Compiled:
    return found if sign == "=" else _after(found, lambda given: wanted_by(sign, given))


def _after(first: Compiled, then: Compiled) -> Compiled:
    """One step behind another."""
    return then if first is _itself else lambda given: then(first(given))


def _combined(combine: Combine, left: Interval | Compiled, right: Interval | Compiled) -> Interval | Compiled:
    """Two operands brought together: at once where both are known."""
    if isinstance(left, Interval):
        return combine(left, right) if isinstance(right, Interval) else _after(right, _with_left(combine, left))
    if isinstance(right, Interval):
        return _after(left, _with_right(combine, right))
    return lambda given: combine(left(given), right(given))


def _with_right(combine: Combine, right: Interval) -> Compiled:
    """An operation with its right operand known."""
    if combine is mul:
        return _times(right)
    if combine is truediv or (combine is divided_out and 0 not in right):
        return _times(right.reciprocal())
    if combine is multiplied_back:
        return _times(without_zero(right))
    if combine is divided_into and 0 not in right:
        return _divided(right)
    return lambda given: combine(given, right)


def _with_left(combine: Combine, left: Interval) -> Compiled:
    """An operation with its left operand known."""
    if combine is mul:
        return _times(left)
    if combine is truediv or (combine is divided_out and 0 not in left):
        return _divided(left)
    return lambda given: combine(left, given)


def _times(factor: Interval) -> Compiled:
    """``given * factor``."""
    low, high, low_closed, high_closed = factor
    if low is None or low.numerator <= 0:
        return lambda given: given * factor

    def product(given: Interval) -> Interval:
        own_low, own_high, own_low_closed, own_high_closed = given
        if own_low is None or own_low.numerator <= 0:
            return given * factor
        return made((
            own_low * low,
            None if own_high is None or high is None else own_high * high,
            own_low_closed and low_closed,
            own_high_closed and high_closed,
        ))  # fmt: skip

    return product


def _divided(dividend: Interval) -> Compiled:
    """``dividend / given``."""
    low, high, low_closed, high_closed = dividend
    if low is None or low.numerator <= 0:
        return lambda given: dividend / given

    def quotient(given: Interval) -> Interval:
        own_low, own_high, own_low_closed, own_high_closed = given
        if own_low is None or own_low.numerator <= 0 or own_high is None:
            return dividend / given
        return made((
            low / own_high,
            None if high is None else high / own_low,
            low_closed and own_high_closed,
            high_closed and own_low_closed,
        ))  # fmt: skip

    return quotient
