"""The same thing said twice: what must allow a common value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, combinations

from shizhong_cli.core.checking.check import Check
from shizhong_cli.core.checking.expression import Name, Relation
from shizhong_cli.core.checking.relating import display_unit
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.frozen import frozen
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Kind

_AGAINST_A_BASE = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)


def restatements(figures: Iterable[Figure]) -> Iterator[Check]:
    """The same thing said again must allow a common value."""
    said: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        compared = figure.base_period if figure.measure in _AGAINST_A_BASE else None
        unit = figure.written.unit if not figure.is_ratio else ""
        span = figure.period[2:] if figure.measure is Measure.LEVEL else figure.period[1:]
        about = (figure.indicator, figure.measure, span, compared and compared[1:], unit)
        said.setdefault(about, []).append(figure)
    for statements in chain.from_iterable(map(_told_apart, said.values())):
        for first, other in _compared(statements):
            name = f"{other.reference}#2"
            relation = Relation(Name(first.reference), "=", Name(name))
            id = f"{other.indicator}.{Kind.RESTATEMENT}@{other.period}"
            figures_by_name = frozen({first.reference: first, name: other})
            yield Check(id, Kind.RESTATEMENT, figures_by_name, other.place, relation, unit=display_unit(first))


def _told_apart(statements: list[Figure]) -> list[list[Figure]]:
    """By how they are meant to be reached, where one section has two of them: 增长6%，力争6.5% are two targets."""
    if len({figure.section for figure in statements}) == len(statements):
        return [statements]
    alike: dict[str, list[Figure]] = {}
    for figure in statements:
        alike.setdefault(figure.wording, []).append(figure)
    return list(alike.values())


ALL_PAIRS = 8
"""So many statements of one thing are compared two by two."""


def _compared(statements: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs are enough: intervals that meet two by two have a common value.

    Of many statements each is compared with the one that begins highest and the one that ends lowest: whatever meets
    both meets all, and whatever disagrees with any disagrees with one of the two.
    """
    if len(statements) <= ALL_PAIRS:
        yield from combinations(statements, 2)
        return
    highest = max(statements, key=_beginning)
    lowest = min(statements, key=_end)
    for statement in statements:
        if statement is not highest:
            yield highest, statement
        if statement is not lowest and statement is not highest and lowest is not highest:
            yield lowest, statement


def _beginning(figure: Figure) -> tuple[bool, Fraction, bool]:
    """What orders figures by their lower end."""
    values = figure.values()
    return values.low is not None, values.low or Fraction(0), not values.low_closed


def _end(figure: Figure) -> tuple[bool, Fraction, bool]:
    """What orders figures by their upper end."""
    values = figure.values()
    return values.high is None, values.high or Fraction(0), values.high_closed
