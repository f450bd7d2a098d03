"""The targets of one place beside those of another for the same time: higher, lower, the same, only here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from shizhong_cli.core.figure.exact import Fraction, exact_text
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Target
from shizhong_cli.core.pack.multiples import as_growth
from shizhong_cli.core.pack.partners import Partner, Partners, partners_of
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.progress.distance import difference_unit
from shizhong_cli.core.progress.settling.answers import number_in_unit
from shizhong_cli.tuples import NamedTuple


class Relation(StrEnum):
    """How a target here lies to the one there."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "same"
    OVERLAP = "overlap"  # two ranges that share numbers
    UNLIKE = "unlike"  # another measure or unit, or in words
    ONLY_HERE = "only_here"
    ONLY_THERE = "only_there"


class Beside(NamedTuple):
    """One thing that is to be reached, here and there."""

    here: Target | None
    there: Target | None
    relation: Relation
    partner: Partner | None = None
    difference: Fraction | None = None  # here minus there, of two plain numbers; in points for rates

    @property
    def unit(self) -> str:
        """The unit of the difference."""
        return difference_unit(self.here) if self.here else ""


class Places(NamedTuple):
    """All targets of two places."""

    here: Catalogue
    there: Catalogue
    rows: tuple[Beside, ...]

    def number(self, relation: Relation) -> int:
        """How many targets lie so."""
        return sum(row.relation is relation for row in self.rows)


def compare_places(here: Catalogue, there: Catalogue, targets: Iterable[Target]) -> Places:
    """Every target of ``here`` with the one of ``there`` for the same thing and time, then what is only there."""
    partners = partners_of(here, there)
    rows = []
    taken: set[int] = set()
    for target in targets:
        row = _beside(target, there, partners, taken)
        rows.append(row)
        if row.there is not None:
            taken.add(id(row.there))
    times = {target.period[1:] for target in here.targets}
    alone = [f for f in there.targets if id(f) not in taken and f.period[1:] in times]
    rows += [Beside(None, figure, Relation.ONLY_THERE) for figure in alone]
    return Places(here, there, tuple(rows))


def _beside(target: Target, there: Catalogue, partners: Partners, taken: set[int]) -> Beside:
    by_id = {pair.this: pair for pair in partners.of_last(target.indicator)}
    same_time = [
        f for f in there.targets
        if f.indicator in by_id and id(f) not in taken and f.period.is_same_time_as(target.period)
    ]  # fmt: skip
    if not same_time:
        return Beside(target, None, Relation.ONLY_HERE)
    other = min(same_time, key=lambda f: (f.measure is not target.measure, f.printed != target.printed, f.section))
    relation, difference = _relation(target, other, there)
    return Beside(target, other, relation, by_id[other.indicator], difference)


def _relation(target: Target, other: Target, there: Catalogue) -> tuple[Relation, Fraction | None]:
    """How two numbers lie; of ranges both ends count."""
    if isinstance(target, WordedTarget) or isinstance(other, WordedTarget):
        same = type(target) is type(other) and target.printed == other.printed
        return Relation.SAME if same else Relation.UNLIKE, None
    target = as_growth(target)
    written = number_in_unit(target, other, there) if target.measure is other.measure else None
    if written is None or not _has_one_base(target, other):
        return Relation.UNLIKE, None
    relation = _order(target.written, written)
    if target.written.ends or written.ends:
        return relation, None
    return relation, (target.written.value - written.value) * target.points


def _has_one_base(target: Target, other: Target) -> bool:
    one, two = target.base_period, other.base_period
    return one is None or two is None or target.since == other.since or one.is_same_time_as(two)


def _order(one: Written, other: Written) -> Relation:
    if (one.low, one.high) == (other.low, other.high):
        return Relation.SAME
    if one.low >= other.high:
        return Relation.HIGHER
    return Relation.LOWER if one.high <= other.low else Relation.OVERLAP


def beside_rows(places: Places) -> list[Row]:
    """Both sides of every target as plain text."""
    return [_row(places, row) for row in places.rows]


def _row(places: Places, row: Beside) -> Row:
    catalogue, figure = (places.here, row.here) if row.here else (places.there, row.there)
    assert figure is not None
    indicator = catalogue.indicators[figure.indicator]
    return {
        "indicator": indicator.id,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "measure": figure.measure.value if figure.measure else None,
        "period": str(figure.period),
        "here": row.here.printed if row.here else None,
        "there": row.there.printed if row.there else None,
        "relation": row.relation.value,
        "difference": exact_text(row.difference),
        "difference_unit": row.unit or None,
        "matched_by": row.partner.by.value if row.partner else None,
        **_place("here", row.here),
        **_place("there", row.there),
    }


def _place(side: str, figure: Target | None) -> Row:
    place = figure.place if figure else None
    return {f"{side}_file": place.file if place else None, f"{side}_line": place.line if place else None}


def in_order(places: Places) -> Sequence[Beside]:
    """What differs first: higher, lower, then the same, then what only one of the two has."""
    order = list(Relation)
    return sorted(places.rows, key=lambda row: order.index(row.relation))
