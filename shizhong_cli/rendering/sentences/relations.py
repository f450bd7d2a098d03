"""Relations as a person writes them, in words of one language."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from shizhong_cli.core.checking.expression import Call, Expression, Name, Number, Operation, Power, Relation
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.units import PERCENT, RATIOS, Unit
from shizhong_cli.rendering.sentences.glosses import counted, is_chinese
from shizhong_cli.rendering.sentences.numbers import amount
from shizhong_cli.rendering.wording import Language, Words

_FACTOR = "×"


def as_factors(relation: Relation, multiples: Collection[str]) -> Relation:
    """A relation in which 1 + 1.04倍, said of 1.04 times as many, is the factor that it is; see :func:`is_factor`."""
    left, right = (_factor_in(side, multiples) for side in (relation.left, relation.right))
    return Relation(left, relation.sign, right) if multiples else relation


def is_factor(name: str) -> bool:
    """Whether a name of such a relation is that of a factor."""
    return name.startswith(_FACTOR)


def figure_named(name: str) -> str:
    """The figure that a name of such a relation is of."""
    return name.removeprefix(_FACTOR)


def _factor_in(node: Expression, multiples: Collection[str]) -> Expression:
    if not isinstance(node, Operation):
        return node
    if node.sign == "+" and node.left == Number("1", Fraction(1)) and isinstance(node.right, Name):
        return Name(f"{_FACTOR}{node.right.text}") if node.right.text in multiples else node
    return Operation(node.sign, _factor_in(node.left, multiples), _factor_in(node.right, multiples))


def in_language(relation: Relation, units: Mapping[str, Unit], words: Words) -> Relation:
    """A relation with the numbers that were typed into it in words of the language: 365天 is 365 days."""
    if words.language is Language.ZH:
        return relation
    return Relation(_node(relation.left, units, words), relation.sign, _node(relation.right, units, words))


def _node(node: Expression, units: Mapping[str, Unit], words: Words) -> Expression:
    match node:
        case Number():
            return _typed(node, units, words)
        case Operation():
            return Operation(node.sign, _node(node.left, units, words), _node(node.right, units, words))
        case Power():
            return Power(_node(node.base, units, words), node.exponent)
        case Call():
            return Call(node.function, _node(node.argument, units, words), node.setting)
        case _:
            return node


def _typed(number: Number, units: Mapping[str, Unit], words: Words) -> Number:
    if not is_chinese(number.text):
        return number
    unit = f"{number.unit}/{number.per}" if number.per else number.unit
    value = number.value * RATIOS.get(number.unit, 1)
    return number._replace(text=amount(value, unit or PERCENT, words, unit_name=_counted(number, unit, units, words)))


def _counted(number: Number, unit: str, units: Mapping[str, Unit], words: Words) -> str:
    """The unit of a number, of one thing where it is one: 1 home per household."""
    name = counted(unit, units, words)
    first, blank, others = name.partition(" ")
    return f"{first.removesuffix('s')}{blank}{others}" if number.value == 1 and first.isalpha() else name
