"""Traffic lights by declared thresholds: green, yellow or red; nothing where a light would be a guess.

A miss is red and never anything else; what is behind, or short inside the width of 左右, is never green. How far behind
is yellow is declared in ``conventions: lights``; what is beyond is red. No light where nothing is known, nothing can be
compared, rounding leaves it open, or the figure may be a slip.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT
from shizhong_cli.core.pack.declared import Lights
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.terms import Status


class Light(StrEnum):
    """The light of a target."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


_BY_STATUS = {
    Status.MET: Light.GREEN,
    Status.ON_TRACK: Light.GREEN,
    Status.WITHIN_BAND: Light.YELLOW,
    Status.MISSED: Light.RED,
}


def with_lights(catalogue: Catalogue, gaps: Sequence[Gap], rows: Sequence[Row]) -> list[Row]:
    """The rows of targets with their lights, where lights are declared."""
    if catalogue.lights is None:
        return list(rows)
    return [row | {"light": light_of(catalogue, gap)} for row, gap in zip(rows, gaps, strict=True)]


def light_of(catalogue: Catalogue, gap: Gap) -> Light | None:
    """The light of a target; ``None`` where no lights are declared, or there is nothing to go by."""
    lights = catalogue.lights
    if lights is None or gap.actual is None or gap.actual.doubt:
        return None
    if isinstance(gap, Measured) and gap.status is Status.BEHIND:
        return Light.YELLOW if _is_near(gap, lights) else Light.RED
    return _BY_STATUS.get(gap.status)


def _is_near(gap: Measured, lights: Lights) -> bool:
    """Whether what is behind is so by no more than was declared."""
    if gap.target.measure in (Measure.FLOW, Measure.CHANGE) and gap.gap_unit != POINT:
        return _is_near_in_time(gap, lights.lead)
    due = gap.way.due if gap.way else gap.wanted
    short = abs(gap.value - due)
    if gap.gap_unit == POINT:
        return short * gap.target.points <= lights.points
    return due != 0 and short / abs(due) <= lights.otherwise


def _is_near_in_time(gap: Measured, points: Fraction) -> bool:
    """Whether what is done, or used of a limit, differs from the share that is due by so many points at most."""
    share = gap.used if gap.completion is None else gap.completion
    due = gap.elapsed if gap.due_share is None else gap.due_share
    if share is None or (gap.used is not None and gap.used > 1):
        return False
    return abs(share - due) * 100 <= points
