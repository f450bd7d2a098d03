"""Relations between figures as trees: what stands in one, and which names it has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.tuples import NamedTuple


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


def names_in(relation: Relation) -> list[str]:
    """Every name in the order it occurs, once for each time it occurs."""
    return [*_names(relation.left), *_names(relation.right)]


def unknown_in(relation: Relation) -> str | None:
    """The unknown, when there is one."""
    return next(filter(is_unknown, names_in(relation)), None)


def is_unknown(name: str) -> bool:
    """Whether a name is a bare word."""
    return "." not in name and not implied_check_id(name)


def implied_check_id(name: str) -> str:
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
    if isinstance(node, Name):
        return node.text == name
    if isinstance(node, Operation):
        return contains(node.left, name) or contains(node.right, name)
    if isinstance(node, Power):
        return contains(node.base, name)
    return isinstance(node, Call) and contains(node.argument, name)


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
