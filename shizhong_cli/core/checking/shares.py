"""Shares and rates: a part is not more than its whole, a rate above 100 % and the growth of a rate are asked about."""

from __future__ import annotations

from collections.abc import Iterator

from shizhong_cli.core.checking.check import RATE_ABOVE_WHOLE, Check
from shizhong_cli.core.checking.expression import Name, Number, Relation
from shizhong_cli.core.checking.growths import amount_at
from shizhong_cli.core.checking.question import Question, difference_of
from shizhong_cli.core.checking.relating import check_of
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.terms import Kind, QuestionRule
from shizhong_cli.core.pack.wholes import is_part_of_whole, may_exceed

WHOLE = Number("100%", Fraction(1))
_UP_TO_WHOLE = interval.at_most(1)


def share_of_whole(catalogue: Catalogue, figure: Figure) -> Iterator[Check]:
    """A part is not more than its whole; a rate of which nobody knows whether it is one has an excuse."""
    indicator = catalogue.indicators[figure.indicator]
    if figure.measure is Measure.SHARE and figure.written.value >= 0 and not may_exceed(indicator):
        check = check_of(Kind.SHARE_LIMIT, figure, [figure], Relation(Name(figure.reference), "<=", WHOLE))
        yield check if is_part_of_whole(indicator) else check._replace(excuse=RATE_ABOVE_WHOLE)


def growth_of_share(catalogue: Catalogue) -> Iterator[Question]:
    """A growth in % printed of a share: of its size, or the points that it rose by?"""
    for growth in (f for f in catalogue.figures() if f.measure in RATES):
        shares = _shares_alone(catalogue, growth.indicator)
        if not shares:
            continue
        now = amount_at(shares, growth.period, (Measure.SHARE,)) or shares[-1]
        before = amount_at(shares, growth.base_period, (Measure.SHARE,))
        if before is None or before is now:
            yield Question(QuestionRule.GROWTH_OF_SHARE, (growth, now))
        else:
            apart = difference_of(QuestionRule.GROWTH_OF_SHARE, now, before)
            yield apart._replace(figures=(growth, now, before))


def _shares_alone(catalogue: Catalogue, indicator: str) -> list[Figure]:
    """The shares of an indicator of which no amount is reported."""
    own = catalogue.baselines_of(indicator)
    amounts = any(f.measure in (Measure.LEVEL, Measure.FLOW) for f in own)
    return [] if amounts else [f for f in own if f.measure is Measure.SHARE]


def rate_above_whole(catalogue: Catalogue) -> Iterator[Question]:
    """A rate above 100 %, of which its name does not say that it can be, nor that it cannot."""
    for figure in (f for f in catalogue.figures() if f.measure is Measure.SHARE):
        indicator = catalogue.indicators[figure.indicator]
        if not (may_exceed(indicator) or is_part_of_whole(indicator) or figure.values().meets(_UP_TO_WHOLE)):
            yield Question(QuestionRule.RATE_ABOVE_WHOLE, (figure, figure))
