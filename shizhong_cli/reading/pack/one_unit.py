"""Relations whose figures are in units of different size: 36万千瓦 beside 360兆瓦, 亩 beside 公顷.

Of each kind of size the unit that stands first is kept, and every figure or number in another is multiplied by what one
of the other is in it. That factor is exact and stands in the relation, so that it is shown and the interval of the
figure, made from its digits, is what is multiplied.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shizhong_cli.core.checking.expression import (
    Call,
    Expression,
    Name,
    Number,
    Operation,
    Power,
    Relation,
    nodes_of,
)
from shizhong_cli.core.figure.exact import Fraction, exact_text
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.reading.conversion import conversion_factor

_UnitOf = Callable[[Expression], str]


def in_one_unit(relation: Relation, figures: Mapping[str, Figure]) -> Relation:
    """The relation with everything of one kind of size in one unit."""

    def unit_of(node: Expression) -> str:
        if isinstance(node, Number):
            return "" if node.per else node.unit
        return figures[node.text].written.unit if isinstance(node, Name) and node.text in figures else ""

    kept: dict[str, str] = {}
    for node in (*nodes_of(relation.left), *nodes_of(relation.right)):
        known = BUILT_IN.get(unit_of(node))
        if known is not None and known.factor:
            kept.setdefault(known.dimension, known.symbol)
    left, right = (_converted(side, kept, unit_of) for side in (relation.left, relation.right))
    return Relation(left, relation.sign, right)


def _converted(node: Expression, kept: Mapping[str, str], unit_of: _UnitOf) -> Expression:
    if isinstance(node, Operation):
        return node._replace(
            left=_converted(node.left, kept, unit_of), right=_converted(node.right, kept, unit_of)
        )  # fmt: skip
    if isinstance(node, Power):
        return node._replace(base=_converted(node.base, kept, unit_of))
    if isinstance(node, Call):
        return node._replace(argument=_converted(node.argument, kept, unit_of))
    unit = unit_of(node)
    wanted = kept.get(BUILT_IN[unit].dimension, unit) if unit in BUILT_IN else unit
    factor = conversion_factor(unit, wanted) if wanted != unit else None
    return node if factor is None else Operation("*", node, _times(factor, wanted, unit))


def _times(factor: Fraction, unit: str, per: str) -> Number:
    return Number(f"{exact_text(factor)}{unit}/{per}", factor, unit, per)
