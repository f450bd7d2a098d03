"""From a target and what came in to a gap, by the rule of the target's measure.

Decisions compare printed values exactly: the published number is what a target is judged by. A value that was worked
out of printed ones is an interval: where its ends are judged differently the answer is that it is undecided. Rates are
compared in percentage points, never as a per cent of a per cent. Time counts in whole days, the day of the actual
included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.pack.baselines import baseline_of, longer_sum_of
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Band, Catalogue, Figure, Target
from shizhong_cli.core.pack.multiples import as_growth
from shizhong_cli.core.pack.stocks import is_stock
from shizhong_cli.core.progress.actuals import Actual, newest_first
from shizhong_cli.core.progress.answering.answer import answer_of
from shizhong_cli.core.progress.answering.relative import Known, with_number
from shizhong_cli.core.progress.answering.unnumbered import gap_in_words
from shizhong_cli.core.progress.gap import Gap, Measured, Unmeasured
from shizhong_cli.core.progress.pace.needed import begin, pace_of
from shizhong_cli.core.progress.pace.paces import NoPace, ShareOf, without
from shizhong_cli.core.progress.standing import judge
from shizhong_cli.core.progress.terms import Reason, Status

NOTHING_KNOWN: Known = {}


def measure_targets(
    catalogue: Catalogue, targets: Iterable[Target], actuals: Iterable[Actual], asked: Iterable[Actual] = ()
) -> list[Gap]:
    """A gap for every target, each with the latest actual of its indicator that can answer it.

    Where some of the actuals are ``asked`` about, no other stands in for them: what they do not answer is said so.
    """
    known, wanted = by_indicator(actuals), by_indicator(asked)
    return [latest_gap(catalogue, target, known, wanted.get(target.indicator, ())) for target in targets]


def by_indicator(actuals: Iterable[Actual]) -> Known:
    """What came in, the figures of an indicator together."""
    known: dict[str, list[Actual]] = {}
    for actual in actuals:
        known.setdefault(actual.indicator, []).append(actual)
    return known


def latest_gap(catalogue: Catalogue, target: Target, known: Known, asked: Sequence[Actual] = ()) -> Gap:
    """The gap by the newest actual that can be set against the target; else by the newest, which says why not.

    An actual without a date counts as that of the whole period. Of one day a figure in the unit of the target counts
    before an amount for a growth rate, and the later given before the earlier. Of those that are ``asked`` about, where
    there are any in a unit that can answer, one is taken.
    """
    first = None
    own = newest_first(catalogue, target, asked)
    for actual in own or newest_first(catalogue, target, known.get(target.indicator, ())):
        gap = gap_to_target(catalogue, target, actual, known)
        if isinstance(gap, Measured):
            return gap
        first = first or gap
    return first or gap_to_target(catalogue, target, None, known)


def gap_to_target(catalogue: Catalogue, target: Target, actual: Actual | None, known: Known = NOTHING_KNOWN) -> Gap:
    """The gap of one target by the rule of its measure; without an actual, what can be said without one.

    ``known`` is everything that came in: what a sum is added up from, and whom a relative target is set against.
    """
    day = actual.as_of.last if actual and actual.as_of else target.period.last
    target, catalogue = _in_force(target, day), catalogue.on(day)
    found = baseline_of(catalogue, target) or longer_sum_of(catalogue, target)
    target, baseline = as_growth(target), found and as_growth(found)
    if isinstance(target, WordedTarget) and actual is not None:
        target = with_number(catalogue, target, actual, known)
    if isinstance(target, WordedTarget):
        words = gap_in_words if target.relative is None else _without_other_side
        return words(target, baseline, actual)
    half_band = _half_band(catalogue.band, target)
    if actual is None:
        return Unmeasured(target, Status.NO_DATA, baseline, half_band=half_band)
    answer = answer_of(catalogue, target, actual, baseline, known.get(target.indicator, ()))
    if isinstance(answer, Reason):
        status = Status.NO_DATA if answer is Reason.NOT_BEGUN else Status.NOT_COMPARABLE
        return Unmeasured(target, status, baseline, actual, day, answer, half_band)
    begun = begin(
        target, baseline, day, answer.value, catalogue.indicators[target.indicator], half_band,
        actual, None if actual.as_of else Reason.WHOLE_PERIOD,
    )  # fmt: skip
    gap = _with_span(catalogue, _judged(catalogue, begun._replace(base=answer.base, parts=answer.parts)), answer.span)
    return _not_final(gap)


def _not_final(gap: Measured) -> Measured:
    """The gap, on a day that is still to come without what is final: nothing is met or missed yet, nor all done."""
    is_open = gap.elapsed != 1 and gap.status not in (Status.MET, Status.MISSED)
    if gap.actual is None or not gap.actual.to_come or is_open:
        return gap
    pace = without(gap.pace, *(share.of for share in gap.shares))
    return gap._replace(status=Status.UNDECIDED, reason=Reason.STILL_TO_COME, would_be=gap.status, pace=pace)


def _in_force(target: Target, day: date) -> Target:
    """The target as it counts on a day; nothing takes the place of words."""
    return target.in_force(day) if isinstance(target, Figure) else target


def _without_other_side(target: WordedTarget, baseline: Figure | None, actual: Actual | None) -> Gap:
    """What can be said of a relative target whose other figure is not known."""
    as_of = actual.as_of.last if actual and actual.as_of else None
    return Unmeasured(target, Status.NO_DATA, baseline, actual, as_of, Reason.OTHER_SIDE if actual else None)


def at_the_end(
    catalogue: Catalogue, target: Figure, baseline: Figure | None, half_band: Fraction | None, value: Fraction
) -> Measured:
    """A target judged as if its period had ended with ``value``, in the unit of the target."""
    indicator = catalogue.indicators[target.indicator]
    return _judged(catalogue, begin(target, baseline, target.period.last, value, indicator, half_band))


def _judged(catalogue: Catalogue, begun: Measured) -> Measured:
    """The gap with what its measure has, and its status."""
    id = begun.target.indicator
    indicator = catalogue.indicators[id]
    pace = pace_of(begun, indicator, catalogue.profiles.get(id), is_stock(catalogue, id))
    return judge(begun._replace(pace=pace), indicator)


def _with_span(catalogue: Catalogue, gap: Measured, span: Interval | None) -> Measured:
    """The same with all that its value can be; undecided where such values are judged differently.

    What was worked out is judged as if the period had ended with it; what is said in open words, as it is on the day.
    """
    is_said = gap.base is None and not gap.parts
    if span is None or gap.status is Status.NOT_COMPARABLE or (is_said and gap.gap == 0):
        return gap  # 近5200人 of 5200人 is short of it, whatever it is
    judged = _status_on_the_day if is_said else _status_at_the_end
    ends = {judged(catalogue, gap, value) for value in _tried(span, _marks(gap))}
    if len(ends) == 1:
        return gap._replace(span=span)
    if is_said:
        return gap._replace(span=span, status=Status.UNDECIDED, reason=Reason.OPEN_WORDING, pace=NoPace())
    pace = without(gap.pace, ShareOf.COMPLETION, ShareOf.PROGRESS)
    return gap._replace(span=span, status=Status.UNDECIDED, reason=Reason.ROUNDING, pace=pace)


def _status_at_the_end(catalogue: Catalogue, gap: Measured, value: Fraction) -> Status:
    return at_the_end(catalogue, gap.target, gap.baseline, gap.half_band, value).status


def _status_on_the_day(catalogue: Catalogue, gap: Measured, value: Fraction) -> Status:
    """Where the target stands on the day if the value is this one."""
    indicator = catalogue.indicators[gap.target.indicator]
    begun = begin(gap.target, gap.baseline, gap.as_of, value, indicator, gap.half_band, None, gap.reason)
    return _judged(catalogue, begun).status


def _marks(gap: Measured) -> list[Fraction]:
    """The numbers on whose sides a target is met, within its band or missed, on its way or behind, in its unit."""
    written = gap.target.written
    due = gap.wanted * gap.elapsed if gap.path is None else gap.path
    band = (gap.half_band or Fraction(0)) / gap.target.points
    ends = (written.low, written.high)
    return sorted({*ends, *(end - band for end in ends), *(end + band for end in ends), due})


def _tried(span: Interval, marks: list[Fraction]) -> Iterator[Fraction]:
    """One value of the span between any two marks, each mark in it, and its ends where they belong to it."""
    inside = [mark for mark in marks if mark in span]
    low = span.low if span.low is not None else min((*marks, span.high or marks[0])) - 1
    high = span.high if span.high is not None else max((*marks, low)) + 1
    stops = sorted({low, *inside, high})
    yield from (stop for stop in stops if stop in span)
    yield from ((one + other) / 2 for one, other in pairwise(stops))


def _half_band(band: Band, target: Figure) -> Fraction | None:
    written = target.written
    about = written.bound is Bound.ABOUT or written.nearing
    return band.half_width(target) if about else None
