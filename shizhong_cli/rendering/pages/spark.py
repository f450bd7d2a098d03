"""What came in through the time as a row of small bars, for a terminal: low to high, the target at the top.

Only a figure that reaches its target has the full height: nothing that is short looks like all.
"""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.overview import Past
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.rendering.pages.sheet import Spark

_FEWEST = 2
_REACHED = (Status.MET, Status.ON_TRACK)


def spark_of(history: Sequence[Past]) -> Spark | None:
    """The course of the figures that stand, the oldest first; none where there are fewer than two."""
    gaps = [past.gap for past in history if past.vintage.superseded_by is None]
    known = [gap for gap in gaps if isinstance(gap, Measured)]
    if len(known) < _FEWEST or len(known) < len(gaps):
        return None
    values = [gap.value for gap in known]
    ends = [*values, *(gap.wanted for gap in known), Fraction(0)]
    low, high = min(ends), max(ends)
    if low == high:
        return None
    return Spark(tuple((value - low) / (high - low) for value in values), tuple(map(_is_reached, gaps)))


def _is_reached(gap: Gap) -> bool:
    return gap.status in _REACHED and not gap.is_short
