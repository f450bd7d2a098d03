"""Every promise of one report with what became of it by the next one; none is lost, and nothing answers two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import chain

from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.goal import Relative, WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.core.pack.multiples import as_growth
from shizhong_cli.core.pack.partners import (
    GivenMatch,
    MatchedBy,
    Partner,
    Partners,
    partners_of,
)
from shizhong_cli.core.pack.terms import Binding
from shizhong_cli.core.progress.actuals import Actual, is_alike
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.measuring import gap_to_target
from shizhong_cli.core.progress.settling.answers import answers_to, has_base_of, is_of_time, obstacle_to
from shizhong_cli.core.progress.settling.judging import Judged, judge_answer, judge_beside, origin_of
from shizhong_cli.core.progress.settling.known import Answer, Known, by_width, told_of
from shizhong_cli.core.progress.settling.silence import Finding, Mention, Silence
from shizhong_cli.core.progress.settling.terms import How, Kept, Why
from shizhong_cli.core.progress.terms import Reason
from shizhong_cli.tuples import NamedTuple


class Promise(NamedTuple):
    """A target of one report, and what the next one says of it."""

    target: Target  # by the number in force at the end of its period
    kept: Kept
    why: Why | None = None
    reason: Reason | None = None  # of a number that cannot be compared, by the rules of gaps
    gap: Gap | None = None
    answer: Answer | None = None
    nearest: Figure | None = None  # printed, and no answer
    partner: Partner | None = None
    mention: Mention | None = None
    repeated: Target | None = None  # the target of the next report for the same thing

    @property
    def is_word_for_word(self) -> bool:
        """Whether it is promised again with the very same words."""
        return self.repeated is not None and self.repeated.printed == self.target.printed

    @property
    def result(self) -> Figure | None:
        """What the next report prints of it, whether it answers or not."""
        return self.answer.figure if self.answer else self.nearest


class Settlement(NamedTuple):
    """Two reports, with what became of every promise of the first."""

    last: Catalogue
    this: Catalogue
    partners: Partners
    promises: tuple[Promise, ...]
    unmatched: tuple[Figure, ...]  # printed by the next report of the time promised for, and no answer to anything

    def number(self, *ends: Kept) -> int:
        """How many promises came to one of these ends."""
        return sum(promise.kept in ends for promise in self.promises)


def settle(
    last: Catalogue, this: Catalogue, given: Iterable[GivenMatch] = (), finding: Finding | None = None
) -> Settlement:
    """What became of the promises of ``last`` by what ``this`` reports; ``finding`` looks into the text of ``this``."""
    partners = partners_of(last, this, given)
    settling = _Settling(last, this, partners, finding)
    promises = tuple(settling.promise(target) for target in last.targets)
    used = {id(figure) for figure in chain.from_iterable(map(_used, promises))}
    times = {promise.target.period[1:] for promise in promises}
    unmatched = tuple(f for f in this.baselines if id(f) not in used and f.period[1:] in times)
    return Settlement(last, this, partners, promises, unmatched)


def results_of(settlement: Settlement) -> list[Actual]:
    """The printed results as actuals of the report that promised, each once; amounts that a growth follows from too."""
    actuals: dict[tuple[str, int, Period | None], Actual] = {}
    for promise in settlement.promises:
        actual = promise.gap.actual if promise.gap else None
        if actual is None and promise.answer is not None and promise.answer.how in (How.TWO_AMOUNTS, How.RISE):
            actual = _as_came_in(settlement.this, promise.answer.figure, promise.target, promise.target.period)
        if actual is not None and promise.result is not None:
            actuals.setdefault((actual.indicator, id(promise.result), actual.as_of), actual)
    return list(actuals.values())


def _as_came_in(this: Catalogue, figure: Figure, target: Target, as_of: Period) -> Actual:
    """A figure of the next report as an actual of the report that promised."""
    source = origin_of(this.title, figure)
    return Actual(
        target.indicator, as_growth(figure).written, as_of, source=source, place=figure.place, measure=figure.measure,
        since=figure.since,
    )  # fmt: skip


def _used(promise: Promise) -> list[Figure]:
    """The figures of the next report that a promise is told by."""
    others = promise.answer.others if promise.answer else ()
    return [figure for figure in (promise.result, *others) if figure is not None]


def told_until(this: Catalogue) -> date | None:
    """The last day that a report tells of."""
    return max((figure.period.last for figure in this.baselines), default=None)


class _Settling:
    """What is looked up once for all promises."""

    def __init__(self, last: Catalogue, this: Catalogue, partners: Partners, finding: Finding | None) -> None:
        self.last, self.this, self.partners = last, this, partners
        self.silence = Silence(this, partners, finding)
        self.until = told_until(this)
        self.known = cache(self._known)

    def promise(self, target: Target) -> Promise:
        """One promise settled."""
        if isinstance(target, Figure) and target.adjustments:
            target = target.in_force(target.period.last)._replace(adjustments=())
        target = as_growth(target)
        known = self.known(target.indicator)
        told = self._told(target, known)
        pairs = self.partners.of_last(target.indicator)
        partner = told.answer.partner if told.answer else pairs[0] if pairs else None
        return told._replace(partner=partner, repeated=self._repeated(target, pairs))

    def _known(self, id: str) -> Known:
        told = told_of(self.this, self.partners.of_last(id))
        before = tuple(f.in_force(date.max) for f in self.last.baselines if f.indicator == id)
        return Known(self.last, self.this, self.last.indicators[id], told, before)

    def _told(self, target: Target, known: Known) -> Promise:
        if isinstance(target, WordedTarget):
            if target.relative is not None:
                return self._beside_another(target, target.relative, known)
            return self._in_words(target, known)
        if self.until is not None and target.period.last > self.until:
            return self._not_due(target, known)
        if answers := answers_to(target, known):
            return self._judged(target, answers)
        return self._obstructed(target, known)

    def _obstructed(self, target: Target, known: Known) -> Promise:
        """No answer: what stands in the way of the figures there are, or what kind of silence it is."""
        if obstacle := obstacle_to(target, known):
            why, nearest = obstacle
            return Promise(target, _BY_OBSTACLE.get(why, Kept.RESTATED), why, nearest=nearest)
        unsaid = self.silence.about(target, known.indicator)
        return Promise(target, unsaid.kept, unsaid.why, nearest=unsaid.nearest, mention=unsaid.mention)

    def _judged(self, target: Figure, answers: Sequence[Answer]) -> Promise:
        """By the plainest answer of the best partner; not where two that are as plain contradict each other."""
        best = min(_rank(answer) for answer in answers)
        own = [answer for answer in answers if _rank(answer) == best]
        own = [answer for answer in own if _is_as_plain(answer, own[0])]
        outcomes = [judge_answer(self.last, target, answer, self.this.title) for answer in own]
        judged, answer = outcomes[0], own[0]
        if len({outcome.kept for outcome in outcomes}) > 1:
            return Promise(target, Kept.NOT_COMPARABLE, Why.CONTRADICTION, nearest=answer.figure)
        return Promise(judged.gap.target, judged.kept, _why(judged, answer), judged.reason, judged.gap, answer)

    def _beside_another(self, target: WordedTarget, relative: Relative, known: Known) -> Promise:
        """A promise that is set against another figure: by what the next report prints of both."""
        figure = _of_measure(target, known)
        other = _of_measure(target, self.known(relative.to)) if relative.to in self.last.indicators else None
        if figure is None:
            return self._obstructed(target, known)
        actual = _as_came_in(self.this, figure, target, target.period)
        beside = {} if other is None else {
            relative.to: [_as_came_in(self.this, other, target, target.period)._replace(indicator=relative.to)]
        }  # fmt: skip
        judged = judge_beside(self.last, target, actual, beside)
        if judged is None:
            return Promise(target, Kept.NOT_COMPARABLE, Why.OTHER_SIDE, nearest=figure)
        partner = next(pair for it, pair in known.told if it is figure)
        written = as_growth(figure).written
        values = written.entailed(figure.rounding)
        answer = Answer(figure, partner, How.PRINTED, values, written, (other,) if other else ())
        return Promise(judged.gap.target, judged.kept, _why(judged, answer), judged.reason, judged.gap, answer)

    def _in_words(self, target: WordedTarget, known: Known) -> Promise:
        """A promise without a number: told beside what the next report prints of it."""
        handed_down = target.binding in (Binding.DELEGATED, Binding.MANDATORY)
        why = Why.DELEGATED if handed_down else Why.QUALITATIVE
        told = [figure for figure, _ in known.told if figure.period.is_same_time_as(target.period)]
        nearest = min(told, key=_by_measure, default=None)
        if nearest is None:
            return Promise(target, Kept.NOT_QUANTIFIED, why)
        gap = gap_to_target(self.last, target, _as_came_in(self.this, nearest, target, target.period))
        return Promise(target, Kept.NOT_QUANTIFIED, why, gap.reason, gap, nearest=nearest)

    def _not_due(self, target: Figure, known: Known) -> Promise:
        """A promise for a later time, with the newest figure of its measure."""
        of_measure = [f for f, _ in known.told if f.measure is target.measure and f.period.last < target.period.last]
        nearest = max(of_measure, key=lambda f: (f.period.last, -f.period.days, f.section), default=None)
        if nearest is None:
            return Promise(target, Kept.NOT_DUE, Why.NOT_DUE)
        gap = None
        if is_alike(nearest.written.unit, target.written.unit):
            gap = gap_to_target(self.last, target, _as_came_in(self.this, nearest, target, nearest.period))
        return Promise(target, Kept.NOT_DUE, Why.NOT_DUE, gap=gap, nearest=nearest)

    def _repeated(self, target: Target, pairs: Iterable[Partner]) -> Target | None:
        """The next target for the same thing: measure and length of period, in a unit that can be compared."""
        theirs = {pair.this for pair in pairs}
        later = [
            f for f in self.this.targets
            if f.indicator in theirs and f.measure is target.measure and f.period.first > target.period.last
            and f.period.years == target.period.years and _alike(f, target)
        ]  # fmt: skip
        return min(later, key=lambda f: (f.period, f.printed != target.printed, f.section, f.printed), default=None)


_BY_OBSTACLE = {Why.OTHER_PERIOD: Kept.NOT_COMPARABLE, Why.OTHER_BASE: Kept.NOT_COMPARABLE}
"""Where a printed number that does not answer is no restatement of the promise: it is of another time."""


def _rank(answer: Answer) -> int:
    return list(MatchedBy).index(answer.partner.by)


def _is_as_plain(answer: Answer, first: Answer) -> bool:
    """Whether an answer says as much as the plainest: both printed and with the same wording, or both worked out."""
    if answer.written is None or first.written is None:
        return answer is first
    return answer.written.bound is first.written.bound


def _why(judged: Judged, answer: Answer) -> Why | None:
    """Why it is undecided."""
    if judged.kept is not Kept.UNDECIDED:
        return None
    return Why.OPEN_WORDING if answer.written is not None else Why.WITHIN_ROUNDING


def _alike(one: Target, other: Target) -> bool:
    if isinstance(one, WordedTarget) or isinstance(other, WordedTarget):
        return isinstance(one, WordedTarget) and isinstance(other, WordedTarget)
    return is_alike(one.written.unit, other.written.unit)


def _of_measure(target: Target, known: Known) -> Figure | None:
    """What is told of an indicator in the measure and for the time of a target; of several the plainest."""
    told = [
        f for f, _ in known.told if f.measure is target.measure and is_of_time(target, f) and has_base_of(target, f)
    ]
    return min(told, key=by_width, default=None)


_TELLING = (Measure.GROWTH, Measure.SHARE, Measure.LEVEL, Measure.FLOW, Measure.CHANGE, Measure.AVERAGE_GROWTH)


def _by_measure(figure: Figure) -> tuple[int, str, str]:
    return _TELLING.index(figure.measure), figure.section, figure.printed
