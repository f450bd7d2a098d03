"""What two reports print of one promised indicator, and an answer made of it."""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.figure.units import MONEY
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target
from shizhong_cli.core.pack.partners import Partner
from shizhong_cli.core.pack.prices import declared_basis, grows_at_constant_prices
from shizhong_cli.core.progress.settling.terms import How, Why
from shizhong_cli.tuples import NamedTuple

AMOUNTS = (Measure.LEVEL, Measure.FLOW)


class Known(NamedTuple):
    """What both reports print of one promised indicator, with what they say about it."""

    last: Catalogue
    this: Catalogue
    indicator: Indicator  # of the report that promised
    told: tuple[tuple[Figure, Partner], ...]  # by the next report
    before: tuple[Figure, ...]  # by the report that promised

    def prices(self, measure: Measure) -> str:
        """The price basis of a measure, as either report declares it; nothing where neither does, nor a name."""
        partners = [self.this.indicators[pair.this] for _, pair in self.told]
        either = (self.indicator, *partners)
        declared = next(filter(None, (declared_basis(it, measure) for it in either)), "")
        if not declared and measure is Measure.GROWTH and any(map(grows_at_constant_prices, either)):
            return "constant"
        return declared

    def amount(self, period: Period | None, measure: Measure | None, unit: str) -> Figure | None:
        """The amount of a period in a unit; what the next report prints counts first, being the newer vintage."""
        for figures in ((figure for figure, _ in self.told), self.before):
            own = [
                f for f in figures
                if period is not None and f.measure is measure and f.period.is_same_time_as(period)
                and f.written.unit == unit
            ]  # fmt: skip
            if own:
                return min(own, key=by_width)
        return None


class Answer(NamedTuple):
    """A result that can be set against a target."""

    figure: Figure  # of the next report
    partner: Partner
    how: How
    values: Interval  # what it can be, in the unit of the target as printed
    written: Written | None = None  # of what is printed: with its value in the unit of the target
    others: tuple[Figure, ...] = ()  # what it was worked out with


def told_of(this: Catalogue, pairs: Iterable[Partner]) -> tuple[tuple[Figure, Partner], ...]:
    """What a report prints of the partners of an indicator."""
    by_id = {pair.this: pair for pair in pairs}
    return tuple((f, by_id[f.indicator]) for f in this.baselines if f.indicator in by_id)


def by_width(figure: Figure) -> tuple[bool, tuple[bool, Fraction], str, str]:
    """A plain number first, then the narrower; the rest so that the order of the file plays no part."""
    plain = figure.written.bound is Bound.EXACT
    return not plain, width(figure.values()), figure.section, figure.printed


def width(values: Interval) -> tuple[bool, Fraction]:
    """How wide an interval is; the endless ones are the widest."""
    if values.low is None or values.high is None:
        return True, Fraction(0)
    return False, values.high - values.low


def price_obstacle(amount: Target, known: Known) -> Why | None:
    """Why an amount and a growth of this indicator may not be set against each other."""
    of_growth = known.prices(Measure.GROWTH)
    of_amount = known.prices(amount.measure) if amount.measure else ""
    if of_growth and of_amount:
        return None if of_growth == of_amount else Why.CONSTANT_PRICES
    if of_growth == "constant":
        return Why.CONSTANT_PRICES
    if isinstance(amount, WordedTarget):
        return None
    return Why.PRICES_UNKNOWN if amount.measure is Measure.FLOW and amount.written.unit == MONEY else None
