"""Relations evaluated over intervals and solved for one name.

Interval evaluation is exact as long as no figure occurs twice (each figure then ranges freely over its own
interval, and the range of a continuous expression is an interval). ``repeated_names`` tells when one does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import add, mul, sub, truediv
from typing import TypeAlias

from shizhong_cli.core.checking.expression import (
    Call,
    Expression,
    ExpressionError,
    Name,
    Number,
    Operation,
    Power,
    Relation,
    contains,
)
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.roots import PRECISION, root_of

Values: TypeAlias = Callable[[str], Interval]


def evaluate(node: Expression, values: Values) -> Interval:
    """The range of an expression; ``values`` gives the interval of every name."""
    if isinstance(node, Name):
        return values(node.text)
    if isinstance(node, Number):
        return interval.exact(node.value)
    if isinstance(node, Operation):
        return OPERATIONS[node.sign](evaluate(node.left, values), evaluate(node.right, values))
    if isinstance(node, Power):
        return evaluate(node.base, values).power(node.exponent)
    return FUNCTIONS[node.function](evaluate(node.argument, values), node.setting)


def compare(left: Interval, sign: str, right: Interval) -> bool:
    """Whether some member of ``left`` stands in the relation ``sign`` to some member of ``right``."""
    return left.meets(wanted_by(sign, right))


def solve(relation: Relation, unknown: str, values: Values) -> Interval:
    """The values of ``unknown`` for which the relation can hold; it must occur exactly once."""
    node, sign, other = sides(relation, unknown)
    wanted = wanted_by(sign, evaluate(other, values))
    for undo, beside in steps_down(node, unknown):
        wanted = undo(wanted, _NOTHING if beside is None else evaluate(beside, values))
    return wanted


def sides(relation: Relation, unknown: str) -> tuple[Expression, str, Expression]:
    """The side with the unknown, the sign as seen from there, and the other side."""
    if contains(relation.left, unknown):
        return relation.left, relation.sign, relation.right
    return relation.right, _MIRROR[relation.sign], relation.left


Combine: TypeAlias = Callable[[Interval, Interval], Interval]
"""An operation, or what undoes one: of what is wanted and the operand beside."""


def steps_down(node: Expression, unknown: str) -> Iterator[tuple[Combine, Expression | None]]:
    """On the way down to the unknown: how to undo each operation, and the operand beside it."""
    while not isinstance(node, Name):
        node, undo, beside = _step_down(node, unknown)
        yield undo, beside


def _step_down(node: Expression, unknown: str) -> tuple[Expression, Combine, Expression | None]:
    """The operand that holds the unknown, how to undo the operation, and the operand beside it."""
    if isinstance(node, Operation):
        if contains(node.left, unknown):
            return node.left, _UNDO_LEFT[node.sign], node.right
        return node.right, _UNDO_RIGHT[node.sign], node.left
    if isinstance(node, Call) and node.function == "floor":
        return node.argument, _undo_floor, None
    raise ExpressionError("C006", 0, unknown)


def _undo_floor(wanted: Interval, _: Interval) -> Interval:
    whole = wanted.whole_numbers()
    if whole.is_empty:
        return interval.EMPTY
    return interval.between(whole.first, None if whole.last is None else whole.last + 1, True, False)


def without_zero(divisor: Interval) -> Interval:
    """What something can be divided by, of a range that ends at zero."""
    if divisor.low == 0 or divisor.high == 0:
        low_closed, high_closed = divisor.low_closed and divisor.low != 0, divisor.high_closed and divisor.high != 0
        return interval.between(divisor.low, divisor.high, low_closed, high_closed)
    return divisor


def divided_out(product: Interval, other: Interval) -> Interval:
    """What times some member of ``other`` is a member of ``product``: anything at all where both can be zero."""
    return interval.EVERYTHING if 0 in product and 0 in other else product / other


def multiplied_back(wanted: Interval, divisor: Interval) -> Interval:
    """What divided by some member of ``divisor`` is wanted."""
    return wanted * without_zero(divisor)


def divided_into(wanted: Interval, dividend: Interval) -> Interval:
    """What some member of ``dividend`` divided by it makes what is wanted."""
    return divided_out(dividend, wanted)


def taken_from(wanted: Interval, left: Interval) -> Interval:
    """What taken from some member of ``left`` makes what is wanted."""
    return left - wanted


_NOTHING = interval.EMPTY
"""Beside a function there is no other operand."""

OPERATIONS: dict[str, Combine] = {"+": add, "-": sub, "*": mul, "/": truediv}
_UNDO_LEFT: dict[str, Combine] = {
    "+": sub,
    "-": add,
    "*": divided_out,
    "/": multiplied_back,
}
_UNDO_RIGHT: dict[str, Combine] = {
    "+": sub,
    "-": taken_from,
    "*": divided_out,
    "/": divided_into,
}


def wanted_by(sign: str, right: Interval) -> Interval:
    """Everything that stands in the relation ``sign`` to some member of ``right``."""
    if sign == "=" or right.is_empty:
        return right
    if sign in ("<=", "<"):
        return interval.between(None, right.high, False, right.high_closed and sign == "<=")
    return interval.between(right.low, None, right.low_closed and sign == ">=", False)


_MIRROR = {"=": "=", "<=": ">=", ">=": "<=", "<": ">", ">": "<"}


def path_sum(growth: Interval, years: int) -> Interval:
    """Sum of ``years`` yearly amounts that grow at ``growth``, as a multiple of the last: 1 + 1/(1+g) + ...

    Falls as ``growth`` rises, so its range is found at the ends; ``growth`` is taken above -1.
    """
    growth = growth & interval.more_than(-1)
    if growth.is_empty:
        return interval.EMPTY
    if years == 1:
        return interval.exact(1)
    return interval.between(
        Fraction(1) if growth.high is None else _path_sum(growth.high, years),
        None if growth.low is None or growth.low == -1 else _path_sum(growth.low, years),
        growth.high is not None and growth.high_closed,
        growth.low is not None and growth.low_closed,
    )


def _path_sum(growth: Fraction, years: int) -> Fraction:
    """Horner's rule: every step divides once."""
    total = Fraction(1)
    for _ in range(years - 1):
        total = 1 + total / (1 + growth)
    return total


def _root(argument: Interval, degree: int) -> Interval:
    """Rounded outwards, so that a root can only make a verdict milder."""
    argument = argument & interval.at_least(0)
    if argument.is_empty:
        return interval.EMPTY
    found = root_of(argument, degree)
    low, high = found.low, found.high
    exact_high = None if high is None else high - Fraction(1, PRECISION)
    if exact_high is not None and exact_high**degree == argument.high:
        return interval.between(low, exact_high, _is_reached(low, degree, argument.low, argument.low_closed),
                                argument.high_closed)  # fmt: skip
    return interval.between(low, high, _is_reached(low, degree, argument.low, argument.low_closed), False)


def _is_reached(end: Fraction | None, degree: int, of: Fraction | None, closed: bool) -> bool:
    """Whether an end of a root is a root, and belongs to it; one that was rounded outwards is none."""
    return closed and end is not None and end**degree == of


FUNCTIONS: dict[str, Callable[[Interval, int], Interval]] = {
    "floor": lambda argument, _: argument.floor(),
    "path_sum": path_sum,
    "root": _root,
}
