"""Checks put together from figures and a relation, the same way for every kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shizhong_cli.core.checking.check import Check, Unknown
from shizhong_cli.core.checking.expression import Name, Relation
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.frozen import NOTHING, frozen
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Kind


def check_of(
    kind: Kind, about: Figure, figures: list[Figure], relation: Relation, unknown: Unknown | None = None,
    forbidden: str = "", limits: Mapping[str, Interval] = NOTHING,
) -> Check:  # fmt: skip
    """A check about a figure; its id names the indicator, the kind and the period."""
    id = f"{about.indicator}.{kind}@{about.period}" + (f":{about.since}" if about.since else "")
    unit = display_unit(figures[0])
    named = frozen({figure.reference: figure for figure in figures})
    return Check(id, kind, named, about.place, relation, unknown, unit, forbidden=forbidden, limits=limits)


def display_unit(figure: Figure) -> str:
    """The unit that results about a figure are shown in: % for every ratio."""
    return PERCENT if figure.is_ratio else figure.written.unit


def tightest(figures: Iterable[Figure]) -> Figure | None:
    """The figure that says most: two-sided before one-sided, then the narrower, then the first."""

    def width(figure: Figure) -> tuple[bool, Fraction]:
        values = figure.values()
        if values.low is None or values.high is None:
            return True, Fraction(0)
        return False, values.high - values.low

    listed = [*figures]
    return min(listed, key=width) if len(listed) > 1 else next(iter(listed), None)


def name_of(figure: Figure | None, unknown: str) -> Name:
    """What a figure is called in a relation, or the unknown in its place."""
    return Name(figure.reference if figure else unknown)


def known(*figures: Figure | None) -> list[Figure]:
    """Those of the figures that there are."""
    return [figure for figure in figures if figure is not None]
