"""Relations evaluated over intervals and solved for one name.

Interval evaluation is exact as long as no figure occurs twice (each figure then ranges freely over its own
interval, and the range of a continuous expression is an interval). ``repeated_names`` tells when one does.
"""

from __future__ import annotations

from collections.abc import Callable
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
        return _OPERATIONS[node.sign](evaluate(node.left, values), evaluate(node.right, values))
    if isinstance(node, Power):
        return evaluate(node.base, values).power(node.exponent)
    return FUNCTIONS[node.function](evaluate(node.argument, values), node.setting)


def compare(left: Interval, sign: str, right: Interval) -> bool:
    """Whether some member of ``left`` stands in the relation ``sign`` to some member of ``right``."""
    return left.meets(_wanted(sign, right))


def solve(relation: Relation, unknown: str, values: Values) -> Interval:
    """The values of ``unknown`` for which the relation can hold; it must occur exactly once."""
    node, sign, other = _sides(relation, unknown)
    wanted = _wanted(sign, evaluate(other, values))
    while not isinstance(node, Name):
        node, undo, beside = _step_down(node, unknown)
        wanted = undo(wanted, _NOTHING if beside is None else evaluate(beside, values))
    return wanted


def solver(relation: Relation, unknown: str, open_name: str, values: Values) -> Callable[[Interval], Interval]:
    """``solve`` for every interval that ``open_name`` may have, with all worked out that does not depend on it."""
    node, sign, other = _sides(relation, unknown)
    start = evaluator(other, open_name, values)
    steps: list[tuple[_Undo, Callable[[Interval], Interval]]] = []
    while not isinstance(node, Name):
        node, undo, beside = _step_down(node, unknown)
        steps.append((undo, evaluator(beside, open_name, values)))

    def solved(given: Interval) -> Interval:
        wanted = _wanted(sign, start(given))
        for undo, beside in steps:
            wanted = undo(wanted, beside(given))
        return wanted

    return solved


def evaluator(node: Expression | None, open_name: str, values: Values) -> Callable[[Interval], Interval]:
    """``evaluate`` for every interval that one name may have."""
    if node is None:
        return lambda _: _NOTHING
    if not contains(node, open_name):
        known = evaluate(node, values)
        return lambda _: known
    if isinstance(node, Operation):
        left, right = evaluator(node.left, open_name, values), evaluator(node.right, open_name, values)
        operation = _OPERATIONS[node.sign]
        return lambda given: operation(left(given), right(given))
    if isinstance(node, Power):
        base, exponent = evaluator(node.base, open_name, values), node.exponent
        return lambda given: base(given).power(exponent)
    if isinstance(node, Call):
        argument, function, setting = evaluator(node.argument, open_name, values), node.function, node.setting
        return lambda given: FUNCTIONS[function](argument(given), setting)
    return lambda given: given


def _sides(relation: Relation, unknown: str) -> tuple[Expression, str, Expression]:
    """The side with the unknown, the sign as seen from there, and the other side."""
    if contains(relation.left, unknown):
        return relation.left, relation.sign, relation.right
    return relation.right, _MIRROR[relation.sign], relation.left


_Undo: TypeAlias = Callable[[Interval, Interval], Interval]


def _step_down(node: Expression, unknown: str) -> tuple[Expression, _Undo, Expression | None]:
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


def _without_zero(divisor: Interval) -> Interval:
    """What something can be divided by, of a range that ends at zero."""
    if divisor.low == 0 or divisor.high == 0:
        low_closed, high_closed = divisor.low_closed and divisor.low != 0, divisor.high_closed and divisor.high != 0
        return interval.between(divisor.low, divisor.high, low_closed, high_closed)
    return divisor


def _factor(product: Interval, other: Interval) -> Interval:
    """What times some member of ``other`` is a member of ``product``: anything at all where both can be zero."""
    return interval.EVERYTHING if 0 in product and 0 in other else product / other


_NOTHING = interval.EMPTY
"""Beside a function there is no other operand."""

_OPERATIONS: dict[str, _Undo] = {"+": add, "-": sub, "*": mul, "/": truediv}
_UNDO_LEFT: dict[str, _Undo] = {
    "+": sub,
    "-": add,
    "*": _factor,
    "/": lambda wanted, right: wanted * _without_zero(right),
}
_UNDO_RIGHT: dict[str, _Undo] = {
    "+": sub,
    "-": lambda wanted, left: left - wanted,
    "*": _factor,
    "/": lambda wanted, left: _factor(left, wanted),
}


def _wanted(sign: str, right: Interval) -> Interval:
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
