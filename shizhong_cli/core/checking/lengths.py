"""How long the exact numbers of a relation can become, worked out before any of them is made.

The length of a fraction is the number of digits of its numerator or its denominator, whichever is longer. Under
+ - * / the lengths of both operands add up, with one for a carry; a power multiplies the length, and so does a sum of
a path, whose common denominator is a power. Solving undoes the same operations, so that both sides together bound
whatever comes of a relation: its ends, its unknown, and what a wrong digit would make of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.checking.check import Check
from shizhong_cli.core.checking.expression import Expression, Name, Number, Operation, Power, Relation
from shizhong_cli.core.figure.exact import length_of_number
from shizhong_cli.core.figure.frozen import NOTHING
from shizhong_cli.core.figure.roots import PRECISION
from shizhong_cli.core.pack.model import Figure

LONGEST = 900
"""Digits that a number made by a relation may have. Written as a decimal it has less than five times as many, which
the interpreter can still make a text of."""


_OF_ROOT = len(str(PRECISION)) + 1


def length_of(relation: Relation, figures: Mapping[str, Figure], sources: Mapping[str, int] = NOTHING) -> int:
    """The digits that evaluating and solving a relation can come to; names without a figure are the unknown.

    ``sources`` has the digits of what other checks imply, by its name here.
    """
    lengths = {**sources, **{name: figure.length for name, figure in figures.items()}}
    return _length(relation.left, lengths) + _length(relation.right, lengths)


def _length(node: Expression, lengths: Mapping[str, int]) -> int:
    if isinstance(node, Name):
        return lengths.get(node.text, 1)
    if isinstance(node, Number):
        return length_of_number(node.value)
    if isinstance(node, Operation):
        return _length(node.left, lengths) + _length(node.right, lengths) + 1
    if isinstance(node, Power):
        return node.exponent * _length(node.base, lengths)
    return max(node.setting, 1) * (_length(node.argument, lengths) + 1) + (_OF_ROOT if node.function == "root" else 1)


TOO_LONG = "too_long"


def within_length(check: Check) -> Check:
    """Forbidden where its numbers would grow without measure: a rate of 40 digits over a hundred years."""
    long = not check.forbidden and length_of(check.relation, check.figures) > LONGEST
    return check._replace(forbidden=TOO_LONG) if long else check
