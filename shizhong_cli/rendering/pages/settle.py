"""The page of settle: how many promises came to what, each with both wordings and places, then what else both print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from shizhong_cli.core.checking.across import Compared
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.pack.goal import Adjustment
from shizhong_cli.core.progress.settling.promises import Promise, Settlement
from shizhong_cli.core.progress.settling.record import Record, promises_by_trouble, track_records
from shizhong_cli.core.progress.settling.terms import Kept
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.names import Speech, counts_text, place_text, title_of
from shizhong_cli.rendering.sentences.promises import PromiseSpeech, kept_key
from shizhong_cli.rendering.wording import Words

KEPT_TONES = {
    Kept.MISSED: Tone.BAD,
    Kept.DROPPED: Tone.BAD,
    Kept.RESTATED: Tone.WARN,
    Kept.NOT_COMPARABLE: Tone.WARN,
    Kept.UNDECIDED: Tone.WARN,
    Kept.WITHIN_BAND: Tone.WARN,
    Kept.MET: Tone.GOOD,
    Kept.NOT_QUANTIFIED: Tone.FAINT,
    Kept.NOT_DUE: Tone.FAINT,
}
_NAMED = 6


def settle_sheet(settlement: Settlement, compared: Sequence[Compared], words: Words, folders: tuple[str, str]) -> Sheet:
    """The page of two reports; ``folders`` are where they come from."""
    speech = PromiseSpeech(settlement, words)
    last, this = title_of(settlement.last, words), title_of(settlement.this, words)
    head = (
        Line(words("settle.title", last=last, this=this), Tone.STRONG),
        Line(words("settle.folders", last=folders[0], this=folders[1]), Tone.FAINT),
    )
    if not settlement.promises:
        return (*head, Line(words("settle.nothing")))
    return (
        *head,
        *(Line(line) for line in summary_lines(settlement, words)),
        *_promises(speech, settlement),
        *_again(speech, settlement),
        *past_grid(settlement, compared, words),
        *_unmatched(settlement, words),
    )


def summary_lines(settlement: Settlement, words: Words) -> Iterator[str]:
    """How many promises came to what, and how many are made again."""
    number_of = Counter(kept_key(promise) for promise in promises_by_trouble(settlement))
    counts = counts_text(((words(key), number) for key, number in number_of.items()), words)
    yield words("settle.summary", number=len(settlement.promises), counts=counts)
    again = [promise for promise in settlement.promises if promise.repeated]
    if again:
        same = sum(promise.is_word_for_word for promise in again)
        yield words("settle.again", number=len(again), same=same)


def _promises(speech: PromiseSpeech, settlement: Settlement) -> Iterator[Line | Grid]:
    words, ordered = speech.words, promises_by_trouble(settlement)
    columns = (
        Column(words("settle.end"), narrowest=8),
        Column(words("column.indicator"), narrowest=12),
        Column(words("settle.promise"), narrowest=14),
        Column(words("settle.told"), narrowest=14),
        Column(words("column.gap"), narrowest=10),
    )
    yield Grid(columns, tuple(_row(speech, promise) for promise in ordered))
    for promise in ordered:
        if notes := list(speech.notes(promise)):
            name = speech.name_of(promise.target.indicator)
            text = words("settle.note", name=name, note=("" if words.language == "zh" else " ").join(notes))
            yield Line(text, Tone.FAINT)


def _row(speech: PromiseSpeech, promise: Promise) -> tuple[Cell, ...]:
    tone = KEPT_TONES[promise.kept]
    place = speech.told_place(promise)
    told = speech.told(promise) + (f"\n{place_text(place)}" if place else "")
    return (
        Cell(speech.kept(promise), tone),
        Cell(speech.name(promise)),
        Cell(f"{speech.printed(promise.target)}\n{place_text(promise.target.place)}", Tone.STRONG),
        Cell(told),
        Cell(speech.gap_told(promise), tone),
    )


def _again(speech: PromiseSpeech, settlement: Settlement) -> Iterator[Grid]:
    """What is promised again, with the old and the new number."""
    words = speech.words
    again = [promise for promise in settlement.promises if promise.repeated]
    rows = []
    for promise in again:
        assert promise.repeated is not None
        new = speech.printed(promise.repeated)
        shown = words("settle.same_words", figure=new) if promise.is_word_for_word else new
        rows.append((
            Cell(speech.name_of(promise.target.indicator)),
            Cell(speech.printed(promise.target)),
            Cell(speech.told(promise)),
            Cell(f"{shown}\n{place_text(promise.repeated.place)}", Tone.STRONG),
        ))  # fmt: skip
    if rows:
        headings = ("column.indicator", "settle.last_promise", "settle.told", "settle.new")
        columns = tuple(Column(words(heading), narrowest=12) for heading in headings)
        yield Grid(columns, tuple(rows), words("settle.grid.again", number=len(rows)))


def past_grid(settlement: Settlement, compared: Sequence[Compared], words: Words) -> Iterator[Grid]:
    """What both reports print about the past, the differences first."""
    speech = CheckSpeech(settlement.this, words)
    ordered = sorted(compared, key=_by_difference)
    rows = tuple(_past_row(speech, one, words) for one in ordered)
    if rows:
        columns = (
            Column(words("column.result"), narrowest=8),
            Column(words("column.indicator"), narrowest=12),
            Column(words("settle.past.statement"), narrowest=20),
            Column(words("column.place"), narrowest=21),
        )
        yield Grid(columns, rows, words("settle.grid.past", number=len(rows)))


def _by_difference(one: Compared) -> int:
    return 0 if one.is_question else 1 if one.outcome.is_finding else 2 + (one.outcome.verdict is Verdict.NOT_CHECKABLE)


def _past_row(speech: CheckSpeech, one: Compared, words: Words) -> tuple[Cell, ...]:
    places = "\n".join(past_places(one, words))
    end, tone = past_end(one, words)
    name = f"{speech.check_name(one.outcome)}\n{words(f'kind.{one.outcome.check.kind}')}"
    statement = f"{speech.relation(one.outcome)}\n{speech.result(one.outcome)}"
    return Cell(end, tone), Cell(name), Cell(statement), Cell(places, Tone.FAINT)


def past_places(one: Compared, words: Words) -> list[str]:
    """Where the figures of both reports stand, those of the later one first."""
    later = [words("settle.past.later", place=place_text(figure.place)) for figure in one.later]
    return later + [words("settle.past.earlier", place=place_text(figure.place)) for figure in one.earlier]


def revision_text(revision: Adjustment, words: Words) -> str:
    """The revision that explains why two reports differ."""
    return words("settle.past.answered", figure=revision.written.text, date=revision.date, source=revision.source)


def past_end(one: Compared, words: Words) -> tuple[str, Tone]:
    """What a comparison of two reports came to."""
    if one.answered is not None:
        return revision_text(one.answered, words), Tone.FAINT
    if one.is_question:
        return words("settle.past.question"), Tone.WARN
    if one.outcome.verdict is Verdict.NOT_CHECKABLE:
        return words("settle.past.open"), Tone.FAINT
    return words("settle.past.same"), Tone.GOOD


def _unmatched(settlement: Settlement, words: Words) -> Iterator[Line]:
    """What the later report prints of that time without a promise to it."""
    figures = settlement.unmatched
    if not figures:
        return
    speech = Speech(settlement.this, words)
    named = [
        words("settle.unmatched.one", name=speech.name_of(figure.indicator), figure=speech.printed(figure))
        for figure in figures[:_NAMED]
    ]
    names = words("name.separator").join(named) + (words("settle.and_more") if len(figures) > _NAMED else "")
    yield Line(words("settle.unmatched", number=len(figures), names=names), Tone.FAINT)


# ── several years ────────────────────────────────────────────────────────────


def record_sheet(records: Sequence[Record], settlements: Sequence[Settlement], words: Words) -> Sheet:
    """The record of every indicator, a column a year."""
    last, this = title_of(settlements[0].last, words), title_of(settlements[-1].this, words)
    periods = list(map(str, sorted({promise.target.period for promise in _all(records)})))
    rows = tuple(_record_row(record, periods, words) for record in records)
    columns = (
        Column(words("column.indicator"), narrowest=12),
        Column(words("settle.record.times"), narrowest=6),
        Column(words("settle.record.mean"), narrowest=8),
        *(Column(period, narrowest=10) for period in periods),
    )
    return (
        Line(words("settle.title", last=last, this=this), Tone.STRONG),
        Line(record_summary(records, settlements, words)),
        Grid(columns, rows, words("settle.record.title")),
    )


def record_summary(records: Sequence[Record], settlements: Sequence[Settlement], words: Words) -> str:
    """How often promises were kept through the years."""
    ends = Counter(promise.kept for promise in _all(records))
    judged = ends[Kept.MET] + ends[Kept.MISSED] + ends[Kept.WITHIN_BAND]
    return words(
        "settle.record.summary", years=len(settlements), number=len(records), met=ends[Kept.MET],
        missed=ends[Kept.MISSED], band=ends[Kept.WITHIN_BAND], rest=ends.total() - judged,
    )  # fmt: skip


def _all(records: Sequence[Record]) -> list[Promise]:
    return list(chain.from_iterable(record.years for record in records))


def kept_times(record: Record, words: Words) -> str:
    """How many of the promises that were judged were kept."""
    if not record.judged:
        return words("settle.record.none")
    return words("settle.record.of", met=record.number(Kept.MET), number=record.judged)


def _record_row(record: Record, periods: Sequence[str], words: Words) -> tuple[Cell, ...]:
    speech = Speech(record.catalogue, words)
    by_period = {str(promise.target.period): promise for promise in record.years}
    mean = "" if record.mean_gap is None else speech.amount(record.mean_gap, record.gap_unit, signed=True)
    measure = words(f"measure.{record.measure or 'qualitative'}")
    times = kept_times(record, words)
    return (
        Cell(f"{speech.name_of(record.indicator.id)}\n{measure}"),
        Cell(times),
        Cell(mean),
        *(_year_cell(by_period.get(period), speech) for period in periods),
    )


def _year_cell(promise: Promise | None, speech: Speech) -> Cell:
    words = speech.words
    if promise is None:
        return Cell("")
    told = speech.printed(promise.result) if promise.result else words("settle.silence")
    text = words("settle.record.year", target=speech.printed(promise.target), result=told)
    return Cell(f"{text}\n{words(kept_key(promise))}", KEPT_TONES[promise.kept])


def pages_of(
    settlements: Sequence[Settlement], compared: Sequence[Sequence[Compared]], words: Words, folders: Sequence[str]
) -> Sheet:
    """The page of two reports; of more the record by year, then the page of the newest two."""
    newest = settle_sheet(settlements[-1], compared[-1], words, (folders[-2], folders[-1]))
    if len(settlements) == 1:
        return newest
    return (*record_sheet(track_records(settlements), settlements, words), *newest)
