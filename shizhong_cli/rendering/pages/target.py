"""The page about one target in depth. Arranges and words; every number comes in computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.stocks import is_stock
from shizhong_cli.core.progress.amount_beside import amount_beside
from shizhong_cli.core.progress.distance import difference_unit
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.months.year_before import YearBefore
from shizhong_cli.core.progress.outlook import Outlook
from shizhong_cli.core.progress.overview import Past, each_once, statement_of
from shizhong_cli.core.progress.pace.paces import ShareOf
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.escapes.visible import one_line
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.pages.spark import spark_of
from shizhong_cli.rendering.pages.standing import STATUS_TONES, status_text
from shizhong_cli.rendering.sentences.bounds import of_wording
from shizhong_cli.rendering.sentences.evidence import evidence_text
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.numbers import percent
from shizhong_cli.rendering.sentences.year_before import year_before_text
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple


class Page(NamedTuple):
    """One target in depth."""

    gap: Gap
    outlook: Outlook | None = None
    history: Sequence[Past] = ()
    before: YearBefore | None = None  # what was known of the same day of the year before


def gap_sheet(
    catalogue: Catalogue, indicators: Sequence[str], pages: Sequence[Page], words: Words, explain: bool
) -> Sheet:
    """One target after the other, each as a list of what is known about it, and what came in through the time."""
    speech = GapSpeech(catalogue, words)
    blocks: list[Line | Grid] = []
    for id in indicators:
        own = [page for page in pages if page.gap.target.indicator == id]
        if not own:
            blocks.append(Line(f"{speech.name_of(id)} ({id})", Tone.STRONG))
            blocks.append(Line(words("gap.no_target"), Tone.WARN))
        for first in each_once(page.gap for page in own):
            same = [page for page in own if statement_of(page.gap) == statement_of(first)]
            blocks += _blocks(speech, same, explain)
    return tuple(blocks)


def _blocks(speech: GapSpeech, same: Sequence[Page], explain: bool) -> Iterable[Line | Grid]:
    """One target, which the report may state in several sections."""
    words, page = speech.words, same[0]
    sections = dict.fromkeys(speech.section(other.gap.target.section) for other in same)
    id = page.gap.target.indicator
    title = f"{speech.name_of(id)} ({id}) · {words('name.separator').join(sections)}"
    columns = (Column(words("column.item"), narrowest=16), Column(words("column.value"), narrowest=20))
    yield Grid(columns, tuple(_gap_rows(speech, page, explain)), title)
    if len(page.history) > 1:
        yield _history(speech, page)


def _history(speech: GapSpeech, page: Page) -> Grid:
    """What came in, newest last; a superseded figure is faint."""
    words = speech.words
    columns = (
        Column(words("column.as_of"), narrowest=10),
        Column(words("column.actual"), narrowest=9),
        Column(words("column.gap"), narrowest=10),
        Column(words("column.completion"), narrowest=7, right=True, optional=True),
        Column(words("column.status"), narrowest=9),
        Column(words("column.source"), narrowest=10),
    )
    return Grid(columns, tuple(_past_row(speech, past) for past in page.history), words("gap.history"))


def _past_row(speech: GapSpeech, past: Past) -> tuple[Cell, ...]:
    words, gap, later = speech.words, past.gap, past.vintage.superseded_by
    faint = Tone.FAINT if later else Tone.PLAIN
    standing = words("gap.before_its_time" if _is_before_its_time(past) else f"status.{gap.status}")
    if later:
        standing = words("gap.superseded", figure=speech.given(later.written))
    actual = past.vintage.actual
    source = " ".join(filter(None, (actual.source, actual.note, evidence_text(actual, words))))
    return (
        Cell(gap.as_of.isoformat() if gap.as_of else "", faint), Cell(speech.actual(gap), faint),
        Cell(speech.gap(gap), faint), Cell(speech.done(gap), faint),
        Cell(standing, Tone.FAINT if later else STATUS_TONES[gap.status]), Cell(source, faint),
    )  # fmt: skip


def _is_before_its_time(past: Past) -> bool:
    """Whether a figure is of the time before the target, and so says nothing of it."""
    period, as_of = past.gap.target.course, past.vintage.actual.as_of
    return past.gap.status is Status.NO_DATA and as_of is not None and as_of.last < period.first


def _gap_rows(speech: GapSpeech, page: Page, explain: bool) -> Iterator[Row]:
    """Everything about one target, one line each: what is asked, what came in, where it stands, and why."""
    gap = page.gap
    yield _row(speech, "gap.target", _target(speech, gap), Tone.STRONG)
    yield from _asked_rows(speech, gap)
    if gap.actual is not None:
        yield Cell(speech.words("gap.actual")), Cell(_actual(speech, gap), spark=spark_of(page.history))
        if (place := gap.actual.place) and place.file:
            yield _row(speech, "gap.in_file", one_line(str(place._replace(column=0))))
        if said := evidence_text(gap.actual, speech.words):
            yield _row(speech, "gap.evidence", said)
    if page.before is not None:
        yield _row(speech, "gap.year_before", year_before_text(speech, page.before, gap))
    yield from _standing_rows(speech, gap)
    yield from _pace_rows(speech, page)
    yield _row(speech, "gap.status", status_text(speech, gap), STATUS_TONES[gap.status])
    for note in (*_note_on_rate_of_stock(speech, page), *_gap_notes(speech, gap)):
        yield _faint(speech, note)
    if explain:
        yield from _explained(speech, page)


Row = tuple[Cell, Cell]


def _row(speech: GapSpeech, key: str, text: str, tone: Tone = Tone.PLAIN) -> Row:
    return Cell(speech.words(key)), Cell(text, tone)


def _faint(speech: GapSpeech, text: str, key: str = "gap.note") -> Row:
    return Cell(speech.words(key), Tone.FAINT), Cell(text, Tone.FAINT)


def _target(speech: GapSpeech, gap: Gap) -> str:
    """The target with its period, its measure, who answers for it and how it binds."""
    target = gap.target
    binding = speech.words(f"binding.{target.binding}") if target.binding else ""
    measure = speech.measure(target) if target.measure else ""
    parts = (speech.target(gap), str(target.period), measure, target.responsible, binding, speech.resolve(target))
    return "  ".join(part for part in parts if part)


def _asked_rows(speech: GapSpeech, gap: Gap) -> Iterator[Row]:
    """What the target is set against: the width of its number, its baseline, what others published, another figure."""
    words = speech.words
    if gap.half_band is not None:
        unit = speech.amount(gap.half_band, gap.gap_unit or difference_unit(gap.target))
        reason = words.pick(speech.catalogue.band.reason, speech.catalogue.band.reason_en)
        yield _row(speech, "gap.band", f"±{unit}" + (f"  {reason}" if reason else ""))
    if relative := speech.relative(gap):
        yield _row(speech, "gap.relative", relative)
    if gap.baseline is not None:
        pair = gap.pair.value is not None or gap.target.measure not in RATES
        over_years = isinstance(gap.target, Figure) and gap.target.grows_over_years
        average = over_years or gap.target.measure is Measure.AVERAGE_GROWTH
        amount_before = "gap.base_amount.average" if average else "gap.base_amount"
        yield _row(speech, "gap.baseline" if pair else amount_before, speech.baseline_in_full(gap))
    for other in speech.catalogue.references_of(gap.target.indicator):
        measure, publisher = words(f"measure.{other.measure}"), speech.publisher_of(other)
        text = f"{speech.printed(other)}  {other.period}  {measure}  {publisher}"
        yield _faint(speech, text, "gap.reference")
    if asked := _asked(speech, gap):
        yield _row(speech, "gap.asked", asked)


def _standing_rows(speech: GapSpeech, gap: Gap) -> Iterator[Row]:
    """How far it is, and how much is done."""
    if gap.gap is not None:
        yield _row(speech, "gap.gap", speech.gap(gap), STATUS_TONES[gap.status])
    shares = [(share.of, _row(speech, f"gap.{share.of}", speech.share(gap, share))) for share in gap.shares]
    yield from (row for of, row in shares if of is not ShareOf.PROGRESS)
    if gap.elapsed != 1 and (due := speech.due(gap)):
        yield _row(speech, "gap.path", due)
    yield from (row for of, row in shares if of is ShareOf.PROGRESS)  # beside the way that it is a part of


def _pace_rows(speech: GapSpeech, page: Page) -> Iterator[Row]:
    """The time that is over, where it ends if it goes on so, and what is still needed."""
    gap, outlook = page.gap, page.outlook
    if gap.elapsed and gap.reason not in (Reason.WHOLE_PERIOD, Reason.STILL_TO_COME):
        lead = speech.lead(gap)
        yield _row(speech, "gap.elapsed", percent(gap.elapsed) + (f"  {lead}" if lead else ""))
    if forecast := speech.forecast(gap):
        yield _row(speech, "gap.forecast", forecast)
    if required := speech.required(gap):
        yield _row(speech, "gap.required", required)
    if outlook is not None:
        yield _row(speech, "gap.assumed", speech.end(outlook), STATUS_TONES[outlook.end.status])


def _explained(speech: GapSpeech, page: Page) -> Iterator[Row]:
    """What the data files say about the baseline, and the formulas with their numbers."""
    from shizhong_cli.rendering.sentences.arithmetic import end_formula, formulas

    words, gap, outlook = speech.words, page.gap, page.outlook
    if gap.baseline is not None and (note := words.pick(gap.baseline.note, gap.baseline.note_en)):
        yield _faint(speech, words("gap.base_note", figure=speech.printed(gap.baseline), note=note))
    for formula in [*formulas(speech, gap), *([end_formula(speech, outlook)] if outlook else [])]:
        yield _row(speech, "gap.formula", formula)


def _asked(speech: GapSpeech, gap: Gap) -> str:
    """What lies between baseline and target, where the two are a pair."""
    if gap.pair.asked is None:
        return ""
    known = gap.pair.asked_range
    if known is not None and known.low is None and known.high is None:
        return speech.words("gap.asked.open")
    return speech.words(
        "gap.asked.levels",
        baseline=speech.baseline(gap),
        target=speech.printed(gap.target),
        difference=speech.asked(gap),
    )


def _actual(speech: GapSpeech, gap: Gap) -> str:
    figure = speech.actual(gap)
    if gap.actual is None or gap.actual.as_of is None or gap.as_of is None:
        return speech.words("gap.of_period", figure=figure, period=speech.when(gap.target.period))
    source = f"  {gap.actual.source}" if gap.actual.source else ""
    return speech.words("gap.as_of", figure=figure, as_of=gap.as_of.isoformat()) + source


def _gap_notes(speech: GapSpeech, gap: Gap) -> Iterator[str]:
    """What has to be known about the target, its actual and its status."""
    yield from _notes_without_data(speech, gap)
    yield from _note_on_range(speech, gap)
    yield from _notes_on_actual(speech, gap)
    yield from _notes_on_target(speech, gap)
    if gap.reason is not None and gap.reason is not Reason.WHOLE_PERIOD:  # that stands beside the figure
        yield speech.reason(gap.reason, gap)
    if note := speech.words.pick(gap.target.note, gap.target.note_en):
        yield note


def _notes_without_data(speech: GapSpeech, gap: Gap) -> Iterator[str]:
    """How to give an actual, and which amount does not follow from the target."""
    words, target = speech.words, gap.target
    if gap.status is not Status.NO_DATA or isinstance(target, WordedTarget) or gap.actual is not None:
        return
    written = target.written
    yield words("gap.cannot.no_data", unit=speech.unit_name(written.unit))
    if (amount := speech.nominal_amount(gap)) is not None:
        yield words(
            "gap.cannot.constant", amount=speech.printed(amount), rate=speech.amount(written.value, written.unit)
        )


def _note_on_range(speech: GapSpeech, gap: Gap) -> Iterator[str]:
    """By which end of its range a target is judged."""
    target = gap.target
    if isinstance(gap, Measured) and isinstance(target, Figure) and target.written.ends and not target.written.capped:
        yield speech.words("gap.by_end", end=speech.amount(gap.wanted, target.written.unit))


def _notes_on_actual(speech: GapSpeech, gap: Gap) -> Iterator[str]:
    words, target, actual = speech.words, gap.target, gap.actual
    if actual is None:
        return
    if actual.assumed_unit and isinstance(target, Figure):
        yield words("gap.assumed_unit", unit=speech.unit_name(target.written.unit))
    if actual.doubt:
        yield speech.doubt(actual)
    if gap.short_in_band:
        yield words("reason.in_band")
    yield from of_wording(speech, gap)
    if actual.rate is not None:
        yield words("gap.rate", rate=actual.rate.text, date=actual.rate.date, source=actual.rate.source)


def _note_on_rate_of_stock(speech: GapSpeech, page: Page) -> Iterator[str]:
    """That a published growth is what counts, and what the amount of the same day says, where it is on file."""
    gap = page.gap
    if not isinstance(gap, Measured) or gap.target.measure is not Measure.GROWTH or gap.base is not None:
        return
    if gap.actual is None or not is_stock(speech.catalogue, gap.target.indicator):
        return
    beside, is_over = amount_beside(page.history, gap), gap.elapsed == 1
    if beside is None:
        yield from () if is_over else (speech.words("gap.stock_rate"),)
        return
    parts = {"amount": speech.actual(beside.gap), "rate": speech.given(gap.actual.written)}
    needed = speech.required(beside.gap)
    if is_over and not beside.agrees:
        yield speech.words("gap.stock_rate.differs", **parts)
    elif not is_over:
        yield speech.words("gap.stock_rate.needed", **parts, needed=needed or speech.words("gap.stock_rate.enough"))


def _notes_on_target(speech: GapSpeech, gap: Gap) -> Iterator[str]:
    words, target = speech.words, gap.target
    if isinstance(target, Figure) and target.adjusted_from:
        yield words("gap.adjusted", before=target.adjusted_from, date=target.published or "", source=target.source)
    yield from speech.unsettled(target)
