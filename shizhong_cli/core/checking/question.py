"""What a question is, and what its rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.units import POINT
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target
from shizhong_cli.core.pack.terms import QuestionRule
from shizhong_cli.tuples import NamedTuple

ALL_PAIRS = 8
"""So many figures that say the same are asked about two by two; of more, each is set against one of them."""
POINTS_OFF = Fraction(5, 100)
"""Rates further apart than this are asked about; for a last year against the average before, twice this."""


class Question(NamedTuple):
    """Something to ask, with the figures it is about and the numbers that raise it."""

    rule: QuestionRule
    figures: tuple[Target, ...]
    unit: str = ""  # of ``computed``
    computed: Interval | None = None
    silenced: str = ""  # the author's reason not to ask

    @property
    def numbers(self) -> tuple[Figure, ...]:
        """Those of the figures that are numbers; a target in words can be one of them."""
        return tuple(figure for figure in self.figures if isinstance(figure, Figure))


def by_comparison(catalogue: Catalogue) -> dict[tuple[object, ...], list[Figure]]:
    """The figures by their indicator and all that must agree with another to be compared."""
    found: dict[tuple[object, ...], list[Figure]] = {}
    for figure in catalogue.figures():
        found.setdefault((figure.indicator, *compared(figure)), []).append(figure)
    return found


def related(
    catalogue: Catalogue, names_of: Callable[[Indicator], Iterable[str]]
) -> Iterator[tuple[Figure, Written, Figure, Written]]:
    """Every figure with each comparable one of the indicators that its own one names, and what is written of both."""
    naming = {id: names for id, indicator in catalogue.indicators.items() if (names := tuple(names_of(indicator)))}
    others = by_comparison(catalogue) if naming else {}
    for own in catalogue.figures() if naming else ():
        for name in naming.get(own.indicator, ()):
            for other in others.get((name, *compared(own)), [])[:ALL_PAIRS]:
                if are_comparable(own, other):
                    yield own, own.written, other, other.written


def compared(figure: Figure) -> tuple[object, ...]:
    """All that must agree for two figures to be compared."""
    return figure.role, figure.measure, figure.period[1:], figure.written.unit


def are_comparable(first: Figure, second: Figure) -> bool:
    """Whether two figures are of one kind, time and unit."""
    return (
        (first.role, first.measure, first.period[1:]) == (second.role, second.measure, second.period[1:])
        and first.written.unit == second.written.unit
    )  # fmt: skip


def difference_of(rule: QuestionRule, first: Figure, second: Figure) -> Question:
    """A question about how far apart two printed figures of one unit are; rates in points."""
    unit = POINT if first.is_ratio else first.written.unit
    apart = (first.written.value - second.written.value) * first.points
    return Question(rule, (first, second), unit, interval.exact(apart))
