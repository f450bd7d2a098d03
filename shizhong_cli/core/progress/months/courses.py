"""Where the targets stand after what came in month by month, and which way they moved with the last figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.overview import Trend, each_once, history_of, movement
from shizhong_cli.tuples import NamedTuple


class Course(NamedTuple):
    """One target with a figure: where it stands, and whether that is better than by the figure before."""

    gap: Gap
    trend: Trend
    before: Gap | None = None  # by the figure before


def courses_of(catalogue: Catalogue, gaps: Iterable[Gap], actuals: Sequence[Actual]) -> list[Course]:
    """The targets that have an actual, each once."""
    known = each_once(gap for gap in gaps if gap.actual is not None and isinstance(gap.target, Figure))
    return [_course(catalogue, gap, actuals) for gap in known]


def _course(catalogue: Catalogue, gap: Gap, actuals: Sequence[Actual]) -> Course:
    past = [
        one.gap
        for one in history_of(catalogue, gap.target, actuals)
        if one.vintage.superseded_by is None and one.gap.value is not None and _is_earlier(one.gap, gap)
    ]
    if gap.value is None or not past:
        return Course(gap, Trend.NONE if gap.value is None else Trend.NEW)
    return Course(gap, movement(catalogue, past[-1], gap).trend, past[-1])


def _is_earlier(one: Gap, now: Gap) -> bool:
    """Whether it stands for an earlier day, and one of the period that is judged."""
    if one.as_of is None or now.as_of is None:
        return False
    begins = now.target.course.first
    return one.as_of < now.as_of and (now.as_of < begins or one.as_of >= begins)
