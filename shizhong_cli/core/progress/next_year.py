"""What of a year that is over goes into the data of the next one: final actuals become baselines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from shizhong_cli.core.figure.parsing import read_printed
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.since import since_in
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.progress.actuals import Actual, is_alike, vintages
from shizhong_cli.tuples import NamedTuple


class Kept(StrEnum):
    """Why an actual does not become a baseline."""

    NOT_FINAL = "not_final"  # of a day before the end of the year, and nothing newer came in
    OTHER_YEAR = "other_year"
    OTHER_UNIT = "other_unit"  # neither the unit of the target nor that of a baseline


class NewBaseline(NamedTuple):
    """An actual as a figure of the next year's data."""

    actual: Actual
    measure: Measure
    unit: str = ""  # to be declared, where none is printed
    since: str = ""

    def reference(self, period: Period) -> str:
        """How a check names it."""
        base = f":{self.since}" if self.since else ""
        return f"{self.actual.indicator}.{self.measure}@{period}{base}"


class NextYear(NamedTuple):
    """What is taken over, what is not, and which targets nothing final came in for."""

    period: Period
    taken: tuple[NewBaseline, ...]
    left: tuple[tuple[Actual, Kept], ...]
    unanswered: tuple[Figure, ...]


def finished_period(catalogue: Catalogue) -> Period | None:
    """The year that most targets are for; the earliest of several."""
    years = Counter(figure.period for figure in catalogue.targets if figure.period.years == 1)
    return min(years, key=lambda period: (-years[period], period.last), default=None)


def year_of(catalogue: Catalogue) -> int | None:
    """The year that most targets are for."""
    period = finished_period(catalogue)
    return period.first.year if period else None


def next_year(catalogue: Catalogue, actuals: Sequence[Actual], period: Period) -> NextYear:
    """Sort the actuals of a ledger by whether they are final for the period."""
    taken: list[NewBaseline] = []
    left: list[tuple[Actual, Kept]] = []
    for id in dict.fromkeys(actual.indicator for actual in actuals):
        for group in _alike(_standing([actual for actual in actuals if actual.indicator == id])):
            newest = _newest_final(group, period)
            if newest is None:
                left.append((group[-1], _why_not_final(group[-1], period)))
            elif baseline := _as_baseline(catalogue, newest, period):
                taken.append(baseline)
            else:
                left.append((newest, Kept.OTHER_UNIT))
    return NextYear(period, tuple(taken), tuple(left), _unanswered(catalogue, taken, period))


def _unanswered(catalogue: Catalogue, taken: Sequence[NewBaseline], period: Period) -> tuple[Figure, ...]:
    """The targets with a number that end by the period and got no baseline."""
    answered = {baseline.actual.indicator for baseline in taken}
    ending = [figure for figure in catalogue.numbered_targets if figure.period.last <= period.last]
    return tuple(f for f in ending if f.indicator not in answered)


def _standing(actuals: Sequence[Actual]) -> list[Actual]:
    """The actuals that nothing newer took the place of."""
    return [vintage.actual for vintage in vintages(actuals) if vintage.superseded_by is None]


def _newest_final(group: Sequence[Actual], period: Period) -> Actual | None:
    final = [actual for actual in group if actual.as_of and actual.as_of.last == period.last]
    return final[-1] if final else None


def _why_not_final(actual: Actual, period: Period) -> Kept:
    within = actual.as_of is not None and period.covers(actual.as_of)
    return Kept.NOT_FINAL if within else Kept.OTHER_YEAR


def _alike(actuals: Iterable[Actual]) -> list[list[Actual]]:
    """Amounts and rates of one indicator apart, each in the order of their days."""
    groups: list[list[Actual]] = []
    for actual in actuals:
        for group in groups:
            if is_alike(group[0].written.unit, actual.written.unit):
                group.append(actual)
                break
        else:
            groups.append([actual])
    return groups


def _as_baseline(catalogue: Catalogue, actual: Actual, period: Period) -> NewBaseline | None:
    """The figure that an actual is; nothing when it fits no figure of its indicator."""
    like = _figure_like(catalogue, actual, period)
    if like is None or actual.rate is not None:
        return _amount_of_a_rate(catalogue, actual)
    if actual.since is not None:  # the words that say what it is on are the key since
        plain = actual.written._replace(text=since_in(actual.written.text)[1])
        return NewBaseline(actual._replace(written=plain), Measure.GROWTH, "", str(actual.since))
    read = read_printed(actual.written.text.strip(), catalogue.units)
    unit = "" if read and read.unit else actual.written.unit
    measure = Measure.GROWTH if like.measure is Measure.AVERAGE_GROWTH else like.measure
    since = str(like.since) if like.since and like.period == period and like.measure is measure else ""
    return NewBaseline(actual, measure, unit, since)


def _figure_like(catalogue: Catalogue, actual: Actual, period: Period) -> Figure | None:
    """The figure that says what an actual is: a target of the year, or else the newest baseline."""
    targets = [figure for figure in catalogue.numbered_targets_of(actual.indicator) if figure.period == period]
    known = [*targets, *reversed(catalogue.baselines_of(actual.indicator))]
    alike = [f for f in known if is_alike(f.written.unit, actual.written.unit)]
    stocks = [f for f in alike if f.measure is not Measure.CHANGE or f.period == period]
    return next(iter(stocks or alike), None)  # 1520家 of what has a level is a level


def _amount_of_a_rate(catalogue: Catalogue, actual: Actual) -> NewBaseline | None:
    """An amount that came in for an indicator of which only rates are known."""
    figures = [f for f in catalogue.figures() if f.indicator == actual.indicator]
    only_rates = all(f.written.unit in RATIOS for f in figures)
    if actual.rate is not None or actual.written.unit in RATIOS or not only_rates:
        return None
    return NewBaseline(actual, Measure.FLOW)
