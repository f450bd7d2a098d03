"""Several years: what was promised of one indicator year by year, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.model import Catalogue, Indicator
from shizhong_cli.core.progress.distance import difference_unit
from shizhong_cli.core.progress.overview import shortfall
from shizhong_cli.core.progress.settling.promises import Promise, Settlement
from shizhong_cli.core.progress.settling.terms import SETTLED, Kept
from shizhong_cli.tuples import NamedTuple


class Record(NamedTuple):
    """One indicator in one measure through the years."""

    indicator: Indicator  # as the last report that promised it has it
    measure: Measure | None
    years: tuple[Promise, ...]  # oldest first
    catalogue: Catalogue  # of that report

    def number(self, *ends: Kept) -> int:
        """How often it came to one of these ends."""
        return sum(promise.kept in ends for promise in self.years)

    @property
    def judged(self) -> int:
        """How many of the promises were judged: what is not due, or was not told, is no promise broken."""
        return self.number(*SETTLED)

    @property
    def not_settled(self) -> int:
        """How often nothing was told that the promise could be judged by."""
        return len(self.years) - self.judged

    @property
    def gap_unit(self) -> str:
        """The unit of the gaps."""
        return difference_unit(self.years[-1].target)

    @property
    def mean_gap(self) -> Fraction | None:
        """The mean of the gaps that are known to a point and in one unit; nothing where none is."""
        judged = [promise for promise in self.years if promise.answer and promise.gap]
        known = [promise.gap.gap for promise in judged if promise.gap and promise.gap.gap is not None]
        units = {difference_unit(promise.target) for promise in judged}
        return sum(known, Fraction(0)) / len(known) if known and len(units) == 1 else None


def track_records(settlements: Sequence[Settlement]) -> list[Record]:
    """The record of every indicator and measure; what was missed most comes first, then what was told least of.

    A promise for one year that is made in several places counts once: with the worst end.
    """
    chains: dict[tuple[int, Measure | None], list[tuple[Promise, Settlement]]] = {}
    number_of: dict[tuple[int, str], int] = {}
    for year, settlement in enumerate(settlements):
        for promise in settlement.promises:
            id = promise.target.indicator
            number = number_of.setdefault((year, id), len(number_of))
            chains.setdefault((number, promise.target.measure), []).append((promise, settlement))
        for pair in settlement.partners.pairs:
            number_of[year + 1, pair.this] = number_of.setdefault((year, pair.last), len(number_of))
    return sorted((_record(measure, own) for (_, measure), own in chains.items()), key=_by_trouble)


def _record(measure: Measure | None, promised: Sequence[tuple[Promise, Settlement]]) -> Record:
    once: dict[tuple[object, ...], Promise] = {}
    order = list(Kept)
    for promise, _ in promised:
        time = promise.target.period[1:]
        other = once.get(time)
        if other is None or order.index(promise.kept) < order.index(other.kept):
            once[time] = promise
    newest, settlement = promised[-1]
    years = tuple(sorted(once.values(), key=lambda promise: promise.target.period))
    return Record(settlement.last.indicators[newest.target.indicator], measure, years, settlement.last)


def _by_trouble(record: Record) -> tuple[int, int, int, str, str]:
    of = record.number
    return -of(Kept.MISSED), -of(Kept.DROPPED), -len(record.years), record.indicator.id, str(record.measure)


def promises_by_trouble(settlement: Settlement) -> list[Promise]:
    """The promises with the worst first, and of one end what lies furthest from its target."""
    order = list(Kept)

    def trouble(promise: Promise) -> tuple[int, Fraction]:
        short = shortfall(settlement.last, promise.gap) if promise.gap and promise.answer else Fraction(0)
        return order.index(promise.kept), short

    return sorted(settlement.promises, key=trouble)
