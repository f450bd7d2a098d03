"""An answer set against its target: the printed number as it stands, a worked-out one with all that rounding leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.direction import judged_end
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Gap, Unmeasured
from shizhong_cli.core.progress.measuring import at_the_end, gap_to_target
from shizhong_cli.core.progress.settling.known import Answer
from shizhong_cli.core.progress.settling.terms import How, Kept
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.tuples import NamedTuple

KEPT = {
    Status.MET: Kept.MET,
    Status.WITHIN_BAND: Kept.WITHIN_BAND,
    Status.MISSED: Kept.MISSED,
    Status.UNDECIDED: Kept.UNDECIDED,
}
"""What a target that is over came to."""


class Judged(NamedTuple):
    """What an answer comes to."""

    kept: Kept
    gap: Gap
    reason: Reason | None = None  # of one that cannot be compared


def judge_answer(catalogue: Catalogue, target: Figure, answer: Answer, source: str) -> Judged:
    """Judge a target of ``catalogue`` by its answer, as of the end of its period."""
    written = answer.written
    if written is None or written.bound is Bound.RANGE:
        return _judge_values(catalogue, target, answer)
    gap = gap_to_target(catalogue, target, actual_of(target, answer, written, source))
    kept = KEPT.get(gap.status, Kept.NOT_COMPARABLE)
    if kept is Kept.NOT_COMPARABLE:
        return Judged(kept, gap, gap.reason)
    return Judged(Kept.UNDECIDED if _is_open(catalogue, target, answer, written, gap) else kept, gap)


def _is_open(catalogue: Catalogue, target: Figure, answer: Answer, written: Written, gap: Gap) -> bool:
    """Whether a result that is only a bound can be read on either side of its target: 62%以上 for 62.1%."""
    if written.bound in (Bound.EXACT, Bound.ABOUT) or gap.gap == 0:
        return False
    as_read = answer._replace(values=written.as_read(answer.figure.rounding))
    return _judge_values(catalogue, target, as_read).kept is not KEPT.get(gap.status)


def actual_of(target: Figure, answer: Answer, written: Written, source: str) -> Actual:
    """A printed answer as what came in for the period of the target."""
    figure = answer.figure
    return Actual(
        target.indicator, written, target.period, source=origin_of(source, figure), place=figure.place,
        converted=answer.how is How.CONVERTED, measure=figure.measure, since=figure.since,
    )  # fmt: skip


def judge_beside(
    catalogue: Catalogue, target: WordedTarget, actual: Actual, beside: Mapping[str, Sequence[Actual]]
) -> Judged | None:
    """Judge a relative target by its figure and those on the other side; nothing where there is none of these."""
    gap = gap_to_target(catalogue, target, actual, {target.indicator: [actual], **beside})
    if isinstance(gap, Unmeasured):
        return None
    kept = KEPT.get(gap.status, Kept.NOT_COMPARABLE)
    return Judged(kept, gap, gap.reason if kept is Kept.NOT_COMPARABLE else None)


def origin_of(title: str, figure: Figure) -> str:
    """Where a figure of the later report comes from: its title and the place."""
    return f"{title} {figure.place.file}:{figure.place.line}".strip()


def _judge_values(catalogue: Catalogue, target: Figure, answer: Answer) -> Judged:
    """The one end that all possible values lead to; undecided where they lead to several."""
    blank = gap_to_target(catalogue, target, None)
    half = (blank.half_band or Fraction(0)) / target.points
    gaps = [
        at_the_end(catalogue, target, blank.baseline, blank.half_band, value)
        for value in _telling(catalogue, target, answer.values, half)
    ]
    ends = {KEPT.get(gap.status, Kept.NOT_COMPARABLE) for gap in gaps}
    if len(ends) != 1:
        return Judged(Kept.UNDECIDED, blank)
    gap = gaps[0] if answer.values.is_point else blank
    return Judged(ends.pop(), gap)


def _telling(catalogue: Catalogue, target: Figure, values: Interval, half: Fraction) -> list[Fraction]:
    """The values of an interval by which all are judged: its ends, and the numbers of the target inside it."""
    edges = [*_edges(target, half), judged_end(target, catalogue.indicators[target.indicator], target.written.value)]
    inner = [edge for edge in edges if edge in values]
    return [_nearly(values, edges, False), *inner, _nearly(values, edges, True)]


def _edges(target: Figure, half: Fraction) -> Iterable[Fraction]:
    """The numbers at which the judgement of a target can turn; ``half`` is half the width around it."""
    written = target.written
    return (written.low - half, written.low, written.high, written.high + half)


def _nearly(values: Interval, edges: Iterable[Fraction], upper: bool) -> Fraction:
    """An end of an interval, or a value beside it: inside an open end, and beyond every edge where there is none."""
    end, closed = (values.high, values.high_closed) if upper else (values.low, values.low_closed)
    sign = 1 if upper else -1
    known = [*edges, *(other for other in (values.low, values.high) if other is not None)]
    if end is None:
        return sign * max(sign * edge for edge in known) + sign
    if closed:
        return end
    inside = [edge for edge in known if sign * edge < sign * end]
    nearest = sign * max((sign * edge for edge in inside), default=sign * end - 1)
    return (end + nearest) / 2


def gap_values(catalogue: Catalogue, target: Figure, answer: Answer) -> Interval | None:
    """How far an answer lies from its target, as a range; in points for rates."""
    written, values = target.written, answer.values
    if values.is_empty:
        return None
    middle = [end for end in (values.low, values.high) if end is not None]
    wanted = judged_end(target, catalogue.indicators[target.indicator], middle[0] if middle else written.value)
    low, high = ((None if end is None else (end - wanted) * target.points) for end in (values.low, values.high))
    return Interval(low, high, values.low_closed, values.high_closed)
