"""The way to a target that lies years ahead, and where the actual stands to it: exact places for a small chart.

From left to right runs the time, from the beginning of the way to its end; the highest number is at the top.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import share_of_way
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.tuples import NamedTuple


class Point(NamedTuple):
    """A place in the chart, from 0 to 1; ``y`` counts from the top."""

    x: Fraction
    y: Fraction


class WayView(NamedTuple):
    """The chart of a way with its words."""

    lines: tuple[tuple[Point, Point], ...]
    actual: Point
    label: str  # what the way asks on the day, and what came in
    first: str  # the years at its ends
    last: str


def way_view(speech: GapSpeech, gap: Gap) -> WayView | None:
    """The way of a target whose period ends in a later year than that of the actual."""
    if gap.way is None or len(gap.way.stops) < 2:
        return None
    stops, last = gap.way.stops, gap.way.stops[-1][0]
    if last.year <= gap.as_of.year:
        return None
    points = _placed([*stops, (gap.as_of, gap.value)])
    words = speech.words
    due = words("report.pair", name=words("gap.path"), value=speech.due(gap))
    actual = words("report.pair", name=words("gap.actual"), value=speech.actual(gap))
    label = words("list.separator").join((due, actual))
    return WayView(tuple(pairwise(points[:-1])), points[-1], label, str(stops[0][0].year), str(last.year))


def _placed(stops: list[tuple[date, Fraction]]) -> list[Point]:
    """Days and numbers as places between the first and the last day, and between the lowest and the highest number."""
    days, values = [day for day, _ in stops], [value for _, value in stops]
    first, last, lowest = min(days), max(days), min(values)
    height = max(values) - lowest or Fraction(1)
    return [Point(share_of_way(first, last, day), 1 - (value - lowest) / height) for day, value in stops]
