"""Relations between figures as trees: evaluate over intervals, solve for one unknown, compare units.

Interval evaluation is exact as long as no figure occurs twice (each figure then ranges freely over its own
interval, and the range of a continuous expression is an interval). ``repeated_names`` tells when one does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import add, mul, sub, truediv
from typing import NamedTuple, TypeAlias

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.roots import PRECISION, root_of
from shizhong_cli.core.figure.units import RATIOS

Dimension: TypeAlias = Mapping[str, int]  # unit -> exponent; empty for a pure number


class Number(NamedTuple):
    """A number written in the expression; exact."""

    text: str
    value: Fraction
    unit: str = ""
    per: str = ""  # the unit that it is divided by: 1套/户


class Name(NamedTuple):
    """A figure, by its reference, what another check implies, as ``implied(id)``, or the unknown, by a bare word."""

    text: str


class Operation(NamedTuple):
    """Two operands and one of + - * /."""

    sign: str
    left: Expression
    right: Expression


class Power(NamedTuple):
    """A whole power from 1 on."""

    base: Expression
    exponent: int


class Call(NamedTuple):
    """A function of one expression, with whole-number settings: ``floor(x)``, ``path_sum(g, 5)``."""

    function: str
    argument: Expression
    setting: int = 0


Expression: TypeAlias = Number | Name | Operation | Power | Call


class Relation(NamedTuple):
    """Two expressions and the sign between them."""

    left: Expression
    sign: str
    right: Expression


class ExpressionError(ValueError):
    """A relation that cannot be used; ``code`` names the rule, ``offset`` counts characters from 0."""

    def __init__(self, code: str, offset: int, found: str = "", expected: str = "") -> None:
        super().__init__(code, offset, found, expected)  # what is given to another process with it
        self.code, self.offset, self.found, self.expected = code, offset, found, expected

    def __str__(self) -> str:
        return f"{self.code} at {self.offset}: {self.found}"


ONE = Number("1", Fraction(1))
Values: TypeAlias = Callable[[str], Interval]


# ── evaluating ────────────────────────────────────────────────────────────────


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


# ── looking at a relation ─────────────────────────────────────────────────────


def names_in(relation: Relation) -> list[str]:
    """Every name in the order it occurs, once for each time it occurs."""
    return [*_names(relation.left), *_names(relation.right)]


def unknown_in(relation: Relation) -> str | None:
    """The unknown, when there is one."""
    return next(filter(is_unknown, names_in(relation)), None)


def is_unknown(name: str) -> bool:
    """Whether a name is a bare word."""
    return "." not in name and not source_of(name)


def source_of(name: str) -> str:
    """The id of the check whose unknown a name stands for; nothing for any other name."""
    return name.removeprefix("implied(").removesuffix(")") if name.startswith("implied(") else ""


def solvable_names(relation: Relation) -> list[str]:
    """The names that ``solve`` can be asked for: those that occur once, and not inside a power or a path."""
    names, open_ones = names_in(relation), [*_outside(relation.left), *_outside(relation.right)]
    return [name for name in open_ones if names.count(name) == 1]


def repeated_names(relation: Relation) -> list[str]:
    """Names that occur more than once, which would make interval evaluation wider than the truth."""
    names = names_in(relation)
    return [name for name in dict.fromkeys(names) if names.count(name) > 1]


def is_plain_sum(relation: Relation) -> bool:
    """Whether it only adds and subtracts, so that whole numbers give whole numbers."""
    return _is_sum(relation.left) and _is_sum(relation.right)


def _is_sum(node: Expression) -> bool:
    if isinstance(node, Operation):
        return node.sign in "+-" and _is_sum(node.left) and _is_sum(node.right)
    return isinstance(node, Name) or (isinstance(node, Number) and node.value.denominator == 1)


def _names(node: Expression) -> Iterator[str]:
    if isinstance(node, Name):
        yield node.text
    elif isinstance(node, Operation):
        yield from _names(node.left)
        yield from _names(node.right)
    elif isinstance(node, Power):
        yield from _names(node.base)
    elif isinstance(node, Call):
        yield from _names(node.argument)


def _outside(node: Expression) -> Iterator[str]:
    """The names that stand in no power, and in no function that cannot be undone."""
    if isinstance(node, Name):
        yield node.text
    elif isinstance(node, Operation):
        yield from _outside(node.left)
        yield from _outside(node.right)
    elif isinstance(node, Call) and node.function == "floor":
        yield from _outside(node.argument)


def contains(node: Expression, name: str) -> bool:
    """Whether a name occurs in an expression."""
    return name in _names(node)


def nodes_of(node: Expression) -> Iterator[Expression]:
    """An expression and everything inside it."""
    yield node
    if isinstance(node, Operation):
        yield from nodes_of(node.left)
        yield from nodes_of(node.right)
    elif isinstance(node, Power):
        yield from nodes_of(node.base)
    elif isinstance(node, Call):
        yield from nodes_of(node.argument)


# ── units ─────────────────────────────────────────────────────────────────────


def dimension_of(node: Expression, dimensions: Callable[[str], Dimension | None]) -> Dimension | None:
    """The unit of an expression; ``None`` when an unknown leaves it open.

    Raises ``ExpressionError`` C005 when unlike things are added: a number of firms to a growth rate, 元 to 美元.
    """
    if isinstance(node, Number):
        own = {} if node.unit in RATIOS else {node.unit: 1}
        return _product(own, {node.per: 1}, -1) if node.per else own
    if isinstance(node, Name):
        return dimensions(node.text)
    if isinstance(node, Power):
        base = dimension_of(node.base, dimensions)
        return None if base is None else {unit: n * node.exponent for unit, n in base.items()}
    if isinstance(node, Call):
        dimension_of(node.argument, dimensions)
        return {}
    left, right = dimension_of(node.left, dimensions), dimension_of(node.right, dimensions)
    if node.sign in "+-":
        return same_dimension(left, right)
    if left is None or right is None:
        return None
    return _product(left, right, 1 if node.sign == "*" else -1)


def dimension_of_unknown(relation: Relation, unknown: str, dimensions: Callable[[str], Dimension | None]) -> Dimension:
    """The unit that the unknown must have for both sides to agree."""
    if contains(relation.left, unknown):
        node, wanted = relation.left, dimension_of(relation.right, dimensions) or {}
    else:
        node, wanted = relation.right, dimension_of(relation.left, dimensions) or {}
    while not isinstance(node, Name):
        if isinstance(node, Call) and node.function == "floor":
            node, wanted = node.argument, {}
            continue
        if not isinstance(node, Operation):
            raise ExpressionError("C006", 0, unknown)
        inside_left = contains(node.left, unknown)
        inner, other = (node.left, node.right) if inside_left else (node.right, node.left)
        if node.sign in "*/":
            beside = dimension_of(other, dimensions) or {}
            wanted = _undo_product(node.sign, inside_left, wanted, beside)
        node = inner
    return wanted


def _undo_product(sign: str, inside_left: bool, wanted: Dimension, beside: Dimension) -> Dimension:
    if sign == "*":
        return _product(wanted, beside, -1)
    return _product(wanted, beside, 1) if inside_left else _product(beside, wanted, -1)


def _product(left: Dimension, right: Dimension, factor: int) -> Dimension:
    product = {unit: left.get(unit, 0) + factor * right.get(unit, 0) for unit in {**left, **right}}
    return {unit: n for unit, n in product.items() if n}


def same_dimension(left: Dimension | None, right: Dimension | None) -> Dimension | None:
    """The common unit of two sides; an open one takes the other's. Raises C005 when they differ."""
    if left is None or right is None:
        return right if left is None else left
    if dict(left) != dict(right):
        raise ExpressionError("C005", 0, spell_dimension(left), spell_dimension(right))
    return left


def spell_dimension(dimension: Dimension) -> str:
    """A unit as text: 元/人; 1 for a pure number."""
    above = [_spell(unit, n) for unit, n in dimension.items() if n > 0]
    below = [_spell(unit, -n) for unit, n in dimension.items() if n < 0]
    return "·".join(above or ["1"]) + "".join(f"/{unit}" for unit in below)


def _spell(unit: str, exponent: int) -> str:
    return unit if exponent == 1 else f"{unit}^{exponent}"
