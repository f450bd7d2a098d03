"""One target as the report page shows it: texts and a chart. The only module of the page that takes a gap apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.pack.direction import is_upward
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Figure, Target
from shizhong_cli.core.progress.distance import Pair, number_of
from shizhong_cli.core.progress.gap import Gap, Measured, Unmeasured
from shizhong_cli.core.progress.months.year_before import YearBefore
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.rendering.html.bullet import Bullet, Span, bullet
from shizhong_cli.rendering.html.ways import WayView, way_view
from shizhong_cli.rendering.pages.lights import light_cell
from shizhong_cli.rendering.pages.sheet import Cell
from shizhong_cli.rendering.sentences.bounds import of_wording
from shizhong_cli.rendering.sentences.evidence import evidence_text
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.names import place_text
from shizhong_cli.rendering.sentences.numbers import percent
from shizhong_cli.rendering.sentences.year_before import labelled
from shizhong_cli.tuples import NamedTuple


class ChartView(NamedTuple):
    """A bullet chart with its words."""

    bullet: Bullet
    label: str  # the whole chart in a sentence, for those who do not see it
    low: str  # the ends of the scale
    high: str


class SourceView(NamedTuple):
    """Where a figure stands."""

    printed: str
    period: str
    section: str
    place: str  # file:line


class EvidenceView(NamedTuple):
    """What bears an actual out."""

    link: str  # nothing where it is a file, or where there is none
    text: str


class TargetView(NamedTuple):
    """One target in words; what there is nothing to say about is empty."""

    anchor: str  # the id of its row
    indicator: str
    name: str
    kind: str  # period where it is not the usual one, measure, how it binds
    status: Status
    status_word: str
    light: Cell  # its traffic light; nothing where none are declared
    target: str
    baseline: str
    asked: str
    actual: str
    dated: str
    year_before: str
    gap: str
    completion: str
    pace: str
    needed: str
    assumption: str  # what ``needed`` assumes
    forecast: str
    reasons: tuple[str, ...]
    note: str  # what the data files say about the target
    chart: ChartView | None
    way: WayView | None  # of a target that lies years ahead
    sources: tuple[SourceView | None, SourceView | None]  # of the target and of its baseline
    came_from: str  # where the actual comes from, as far as it was recorded
    evidence: EvidenceView | None
    figure: int  # the ``id`` of the target itself, which its checks are found by


def target_view(
    speech: GapSpeech, gap: Gap, anchor: str, as_of: date | None, usual: str, before: YearBefore | None = None
) -> TargetView:
    """What the page says about one target; ``usual`` is the period that need not be named."""
    words, target = speech.words, gap.target
    return TargetView(
        anchor,
        target.indicator,
        speech.name_of(target.indicator),
        " · ".join(_kind(speech, gap, usual)),
        gap.status,
        words(f"status.{gap.status}"),
        light_cell(speech.catalogue, gap, words),
        speech.target(gap),
        _baseline(speech, gap),
        speech.asked(gap),
        speech.actual(gap),
        _dated(speech, gap),
        labelled(speech, before, gap),
        speech.gap(gap),
        _completion(speech, gap),
        speech.lead(gap),
        *_divided(speech.required(gap)),
        speech.forecast(gap),
        tuple(_reasons(speech, gap)),
        words.pick(target.note, target.note_en),
        _chart(speech, gap, as_of),
        way_view(speech, gap),
        (_source(speech, target), _source(speech, gap.baseline) if gap.baseline else None),
        _came_from(gap),
        _evidence(speech, gap),
        id(target),
    )


def _kind(speech: GapSpeech, gap: Gap, usual: str) -> Iterable[str]:
    target = gap.target
    if str(target.period) != usual:
        yield str(target.period)
    if target.measure:
        yield speech.measure(target)
    if target.binding:
        yield speech.words(f"binding.{target.binding}")
    if target.wording:
        yield speech.resolve(target)
    if target.responsible:
        yield target.responsible


def _baseline(speech: GapSpeech, gap: Gap) -> str:
    """The baseline, with its period where that is not the year before the target."""
    if gap.baseline is None:
        return ""
    shown = speech.baseline(gap)
    if gap.pair.mean_years:
        return f"{shown} ({speech.printed(gap.baseline)}, {gap.baseline.period})"
    if shown != speech.printed(gap.baseline):
        return ""
    before = gap.target.period.year_before()
    usual = before is not None and gap.baseline.period.is_same_time_as(before)
    return shown if usual else f"{shown} ({gap.baseline.period})"


def _dated(speech: GapSpeech, gap: Gap) -> str:
    if gap.actual is None:
        return ""
    if gap.actual.as_of is None or gap.as_of is None:
        return speech.words("report.whole_period")
    return speech.words("report.until", date=gap.as_of.isoformat())


def _completion(speech: GapSpeech, gap: Gap) -> str:
    """How much of the target is there; of a level, how much of the way from the baseline."""
    if gap.progress is not None:
        return speech.words("report.progress", share=percent(gap.progress))
    return speech.done(gap)


def _divided(sentence: str) -> tuple[str, str]:
    """A sentence and what it says in brackets at its end."""
    match = re.fullmatch(r"([^(（]*)([(（].*)?", sentence)
    return (match[1].strip(), match[2] or "") if match else (sentence, "")


def _reasons(speech: GapSpeech, gap: Gap) -> Iterable[str]:
    """What has to be known about the status."""
    words, target = speech.words, gap.target
    if gap.actual is not None and gap.actual.assumed_unit and isinstance(target, Figure):
        yield words("gap.assumed_unit", unit=speech.unit_name(target.written.unit))
    if gap.short_in_band:
        yield words("reason.in_band")
    yield from of_wording(speech, gap)
    yield from speech.unsettled(target)
    if gap.target.base_differs:
        yield words.pick(gap.target.base_differs, gap.target.base_differs_en or gap.target.base_differs)
    said = isinstance(target, Figure) or gap.reason in (Reason.BELOW_LAST_YEAR, Reason.NOT_BELOW_LAST_YEAR)
    if said and gap.reason not in (None, Reason.WHOLE_PERIOD):
        yield speech.reason(gap.reason, gap)


def _came_from(gap: Gap) -> str:
    if gap.actual is None:
        return ""
    place = gap.actual.place
    parts = (gap.actual.source, gap.actual.note, place_text(place) if place else "")
    return " · ".join(part for part in parts if part)


def _evidence(speech: GapSpeech, gap: Gap) -> EvidenceView | None:
    if gap.actual is None or not (text := evidence_text(gap.actual, speech.words)):
        return None
    evidence = gap.actual.evidence
    is_link = evidence.startswith(("http://", "https://"))
    rest = evidence_text(gap.actual._replace(evidence=""), speech.words)
    return EvidenceView(evidence, rest) if is_link else EvidenceView("", text)


def _source(speech: GapSpeech, figure: Target) -> SourceView:
    section = speech.section(figure.section)
    return SourceView(speech.printed(figure), str(figure.period), section, place_text(figure.place))


def _chart(speech: GapSpeech, gap: Gap, as_of: date | None) -> ChartView | None:
    """The chart of a target that has a number."""
    target = gap.target
    if isinstance(target, WordedTarget):
        return None
    elapsed = _due(speech, gap, target, as_of)
    drawn = bullet(
        gap.wanted if isinstance(gap, Measured) else number_of(target.written),
        None if gap.is_short else gap.value,  # 近2万人 does not reach the mark of 2万人
        _baseline_value(gap.pair, target),
        None if gap.half_band is None else gap.half_band / target.points,
        elapsed,
        _least_end(gap, target),
    )
    drawn = drawn if gap.status in (Status.MET, Status.ON_TRACK) else _not_full(drawn)
    ends = (speech.amount(value, target.written.unit) if value else "0" for value in (drawn.low, drawn.high))
    return ChartView(drawn, _in_a_sentence(speech, gap, target, drawn, elapsed), *ends)


def _not_full(drawn: Bullet) -> Bullet:
    """The chart with a bar that does not fill it: 99.995 % of a target looks like all of it."""
    if drawn.bar is None:
        return drawn
    start, end = drawn.bar
    if drawn.zero < drawn.target:
        return drawn._replace(bar=Span(start, max(start, min(end, _FULLEST))))
    falling = drawn.target < drawn.zero
    return drawn._replace(bar=Span(min(end, max(start, 1 - _FULLEST)), end)) if falling else drawn


_FULLEST = Fraction(98, 100)
_ROOM = Fraction(21, 20)


def _least_end(gap: Gap, target: Figure) -> Fraction | None:
    """How far the scale must go: a share to the whole; what is too much beyond its own end, so that no bar is full."""
    share = target.measure is Measure.SHARE and target.written.unit == PERCENT
    ends = [Fraction(100)] if share else []
    if isinstance(gap, Unmeasured):
        return max(ends, default=None)
    value, wanted = gap.value, gap.wanted
    beyond = value >= wanted if value > 0 else wanted <= 0
    if value and beyond and (gap.in_trouble or gap.status is Status.UNDECIDED):
        ends.append(value * _ROOM)
    return max(ends, key=abs, default=None)


def _baseline_value(pair: Pair, target: Figure) -> Fraction | None:
    """The baseline, where it can stand on the scale of the target: the same measure and unit, as long a time."""
    base = pair.baseline
    if pair.asked is None or base is None:
        return None
    alike = base.written.unit == target.written.unit
    lasting = target.measure is Measure.LEVEL or base.period.years == target.period.years
    return base.written.value if alike and lasting else None


def _due(speech: GapSpeech, gap: Gap, target: Figure, as_of: date | None) -> Fraction | None:
    """The share of a sum that is due on the day: by its way, else by the time elapsed."""
    if target.schedule is None and not target.milestones:
        return _elapsed(speech, gap, target, as_of)
    share = gap.due_share if gap.way is not None else None
    return share if share is not None and 0 < share < 1 else None


def _elapsed(speech: GapSpeech, gap: Gap, target: Figure, as_of: date | None) -> Fraction | None:
    """The share of the time that is over, for sums to be reached while their period runs."""
    upward = is_upward(target, speech.catalogue.indicators[target.indicator])
    day = gap.as_of or as_of
    if target.measure is not Measure.FLOW or not upward or day is None or gap.reason is Reason.WHOLE_PERIOD:
        return None
    share = target.period.elapsed(day)
    return share if 0 < share < 1 else None


def _in_a_sentence(speech: GapSpeech, gap: Gap, target: Figure, drawn: Bullet, elapsed: Fraction | None) -> str:
    words = speech.words
    parts = [words("report.pair", name=words("gap.target"), value=speech.target(gap))]
    if gap.actual is not None:
        parts.append(words("report.pair", name=words("gap.actual"), value=speech.actual(gap)))
    if drawn.actual is not None and drawn.actual.off:
        parts.append(words("report.off_scale"))
    if drawn.baseline is not None and gap.baseline is not None:
        parts.append(words("report.pair", name=words("gap.baseline"), value=speech.printed(gap.baseline)))
    if drawn.due is not None and elapsed is not None:
        by_way = target.schedule is not None or bool(target.milestones)
        due = (words("gap.path"), speech.due(gap)) if by_way else (words("gap.elapsed"), percent(elapsed))
        parts.append(words("report.pair", name=due[0], value=due[1]))
    parts.append(words("report.pair", name=words("gap.status"), value=words(f"status.{gap.status}")))
    return words("report.pair", name=speech.name_of(gap.target.indicator), value=words("list.separator").join(parts))
