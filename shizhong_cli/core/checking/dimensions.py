"""The units of relations: what is added must be alike, what is multiplied and divided makes a unit of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from shizhong_cli.core.figure.units import RATIOS

Dimension: TypeAlias = Mapping[str, int]  # unit -> exponent; empty for a pure number


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
