"""The amount of a stock beside a growth that was published for the same day.

While the year runs the two have different bases, the same day of the year before and the end of it:
both can be right. On the last day of the year they are on one base, and go together or not.
"""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.overview import Past
from shizhong_cli.tuples import NamedTuple


class AmountBeside(NamedTuple):
    """What the amount of the same day says of the target."""

    gap: Measured
    agrees: bool  # some true values give both growths; of a day inside the year that says nothing


def amount_beside(history: Iterable[Past], gap: Gap) -> AmountBeside | None:
    """The amount on file for the day of a published growth; nothing where there is none."""
    if not isinstance(gap, Measured) or gap.base is not None or gap.actual is None:
        return None
    found = next(
        (past.gap for past in history if past.vintage.superseded_by is None and _is_amount(past.gap, gap)), None
    )
    if not isinstance(found, Measured) or gap.target.measure is not Measure.GROWTH:
        return None
    written = gap.actual.written
    size = interval.exact(RATIOS[gap.target.written.unit]) / interval.exact(RATIOS[written.unit])
    worked_out = found.span or interval.exact(found.value)
    return AmountBeside(found, not (worked_out & (written.entailed() * size)).is_empty)


def _is_amount(other: Gap, gap: Measured) -> bool:
    """Whether a growth was worked out from the stock itself on the same day."""
    from_stock = isinstance(other, Measured) and other.base is not None and other.base.measure is Measure.LEVEL
    return from_stock and other.as_of == gap.as_of
