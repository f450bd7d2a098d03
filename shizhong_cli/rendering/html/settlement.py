"""Settled promises as one self-contained HTML page; of several years with a small chart for each indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from shizhong_cli.core.checking.across import Compared
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.progress.settling.promises import Promise, Settlement
from shizhong_cli.core.progress.settling.record import Record, promises_by_trouble, track_records
from shizhong_cli.core.progress.settling.terms import SETTLED, Kept
from shizhong_cli.rendering.html.environment import environment
from shizhong_cli.rendering.pages.settle import kept_times, past_end, past_places, record_summary, summary_lines
from shizhong_cli.rendering.pages.sheet import Tone
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.names import Speech, place_text, title_of
from shizhong_cli.rendering.sentences.numbers import fixed
from shizhong_cli.rendering.sentences.promises import PromiseSpeech, kept_key
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple


class PromiseView(NamedTuple):
    """One promise in words; what there is nothing to say about is empty."""

    kept: Kept
    kept_word: str
    name: str
    target: str
    target_place: str
    told: str
    told_place: str
    gap: str
    notes: tuple[str, ...]
    again: str
    again_place: str
    word_for_word: bool


class PastView(NamedTuple):
    """What both reports print about the past."""

    end: str
    tone: Tone
    name: str
    kind: str
    statement: str
    result: str
    places: tuple[str, ...]


class YearView(NamedTuple):
    """One year of a chart, with the heights in it; no bar, or no stroke, where there is no number."""

    period: str
    kept: Kept
    text: str
    promised: str  # of the stroke, from above
    top: str  # of the bar, from above
    height: str


class RecordView(NamedTuple):
    """One indicator through the years."""

    name: str
    measure: str
    times: str
    mean: str
    years: tuple[YearView, ...]
    label: str  # the chart in a sentence


class PairView(NamedTuple):
    """Two reports."""

    title: str
    folders: str
    summary: tuple[str, ...]
    cards: tuple[tuple[str, int, str], ...]  # class, number, words
    strip: tuple[tuple[Kept, str, int, Fraction], ...]
    promises: tuple[PromiseView, ...]
    past: tuple[PastView, ...]
    unmatched: tuple[str, ...]


def settlement_html(
    settlements: Sequence[Settlement], compared: Sequence[Sequence[Compared]], words: Words, folders: Sequence[str]
) -> str:
    """The whole page: the record by year where there are several, then every two reports, the newest first."""
    pairs = [
        _pair(one, past, words, (folders[number], folders[number + 1]))
        for number, (one, past) in enumerate(zip(settlements, compared, strict=True))
    ]
    records = track_records(settlements) if len(settlements) > 1 else []
    last, this = title_of(settlements[0].last, words), title_of(settlements[-1].this, words)
    page = {
        "title": words("settle.title", last=last, this=this),
        "records": [_record(record, words) for record in records],
        "record_summary": record_summary(records, settlements, words) if records else "",
        "pairs": pairs[::-1],
    }
    return environment(words).get_template("settle.html").render(page)


def _pair(settlement: Settlement, compared: Sequence[Compared], words: Words, folders: tuple[str, str]) -> PairView:
    speech, this = PromiseSpeech(settlement, words), Speech(settlement.this, words)
    last, later = title_of(settlement.last, words), title_of(settlement.this, words)
    return PairView(
        words("settle.title", last=last, this=later),
        words("settle.folders", last=folders[0], this=folders[1]),
        tuple(summary_lines(settlement, words)),
        tuple(_cards(settlement, words)),
        tuple(_strip(settlement, words)),
        tuple(_promise(speech, promise) for promise in promises_by_trouble(settlement)),
        tuple(_past(settlement, compared, words)),
        tuple(
            words("settle.unmatched.one", name=this.name_of(figure.indicator), figure=this.printed(figure))
            for figure in settlement.unmatched
        ),
    )


def _strip(settlement: Settlement, words: Words) -> Iterator[tuple[Kept, str, int, Fraction]]:
    """How many came to what, in the order of the page, with their share of all."""
    counted = Counter((promise.kept, kept_key(promise)) for promise in promises_by_trouble(settlement))
    for (kept, key), number in counted.items():
        yield kept, words(key), number, Fraction(number, counted.total())


def _cards(settlement: Settlement, words: Words) -> Iterator[tuple[str, int, str]]:
    """The numbers that a reader looks for first."""
    counted = Counter(map(kept_key, settlement.promises))
    yield "", len(settlement.promises), words("settle.html.promises")
    for kept in (Kept.MET, Kept.WITHIN_BAND, Kept.MISSED):
        yield f"s-{kept}", counted[f"kept.{kept}"], words(f"kept.{kept}")
    silent = "kept.no_figure" if counted["kept.no_figure"] else "kept.dropped"  # the text was looked at, or not
    yield "s-dropped", counted[silent], words(silent)
    yield "", counted["kept.word_only"], words("kept.word_only")


def _promise(speech: PromiseSpeech, promise: Promise) -> PromiseView:
    place, again = speech.told_place(promise), promise.repeated
    return PromiseView(
        promise.kept,
        speech.kept(promise),
        speech.name(promise),
        speech.printed(promise.target),
        place_text(promise.target.place),
        speech.told(promise),
        place_text(place) if place else "",
        speech.gap_told(promise),
        tuple(speech.notes(promise)),
        speech.printed(again) if again else "",
        place_text(again.place) if again else "",
        promise.is_word_for_word,
    )


def _past(settlement: Settlement, compared: Sequence[Compared], words: Words) -> Iterator[PastView]:
    speech = CheckSpeech(settlement.this, words)
    for one in sorted(compared, key=lambda it: not it.is_question):
        end, tone = past_end(one, words)
        yield PastView(
            end, tone, speech.check_name(one.outcome), words(f"kind.{one.outcome.check.kind}"),
            speech.relation(one.outcome), speech.result(one.outcome),
            tuple(past_places(one, words)),
        )  # fmt: skip


# ── several years ────────────────────────────────────────────────────────────


def _record(record: Record, words: Words) -> RecordView:
    speech = Speech(record.catalogue, words)
    name = speech.name_of(record.indicator.id)
    years = tuple(_years(record, speech))
    mean = "" if record.mean_gap is None else speech.amount(record.mean_gap, record.gap_unit, signed=True)
    told = words("list.separator").join(f"{year.period} {year.text}" for year in years)
    return RecordView(
        name,
        words(f"measure.{record.measure or 'qualitative'}"),
        kept_times(record, words),
        mean,
        years,
        words("settle.html.chart", name=name, years=told),
    )


def _years(record: Record, speech: Speech) -> Iterator[YearView]:
    """Every year with the places of stroke and bar; the scale holds nought and every number, with room above."""
    words = speech.words
    drawn = [_numbers(promise) for promise in record.years]
    numbers = [number for number in chain.from_iterable(drawn) if number is not None]
    top, bottom = max([Fraction(0), *numbers]) * _ROOM, min([Fraction(0), *numbers]) * _ROOM
    size = _HEIGHT / (top - bottom or Fraction(1))
    for promise, (promised, result) in zip(record.years, drawn, strict=True):
        ends = sorted((Fraction(0), result or Fraction(0)))
        told = speech.printed(promise.result) if promise.result else words("settle.silence")
        yield YearView(
            str(promise.target.period),
            promise.kept,
            words("settle.record.year", target=speech.printed(promise.target), result=told),
            "" if promised is None else fixed((top - promised) * size, 1),
            "" if result is None else fixed((top - ends[1]) * size, 1),
            "" if result is None else fixed((ends[1] - ends[0]) * size, 1),
        )


_HEIGHT = Fraction(48)
_ROOM = Fraction(6, 5)


def _numbers(promise: Promise) -> tuple[Fraction | None, Fraction | None]:
    """The number promised and the one that came, where it was judged by a number."""
    target = promise.target
    known = promise.gap.value if promise.gap and promise.kept in SETTLED else None
    return (target.written.value if isinstance(target, Figure) else None), known
