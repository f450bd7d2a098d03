"""The page about one target in depth. Arranges and words; every number comes in computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shizhong_cli.core.figure.terms import RATES
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.gap import Gap, difference_unit
from shizhong_cli.core.progress.outlook import Outlook
from shizhong_cli.core.progress.overview import Past, each_once, statement_of
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.numbers import percent
from shizhong_cli.rendering.wording import Words

STATUS_TONES = {
    Status.MET: Tone.GOOD,
    Status.ON_TRACK: Tone.GOOD,
    Status.WITHIN_BAND: Tone.WARN,
    Status.BEHIND: Tone.WARN,
    Status.MISSED: Tone.BAD,
    Status.NOT_COMPARABLE: Tone.WARN,
    Status.NO_DATA: Tone.FAINT,
    Status.NOT_QUANTIFIED: Tone.FAINT,
}


class Page(NamedTuple):
    """One target in depth."""

    gap: Gap
    outlook: Outlook | None = None
    history: Sequence[Past] = ()


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
    standing = words(f"status.{gap.status}")
    if later:
        standing = words("gap.superseded", figure=later.written.text.strip())
    source = " ".join(word for word in (past.vintage.actual.source, past.vintage.actual.note) if word)
    return (
        Cell(gap.as_of.isoformat() if gap.as_of else "", faint), Cell(speech.actual(gap), faint),
        Cell(speech.gap(gap), faint), Cell(speech.done(gap), faint),
        Cell(standing, Tone.FAINT if later else STATUS_TONES[gap.status]), Cell(source, faint),
    )  # fmt: skip


def _gap_rows(speech: GapSpeech, page: Page, explain: bool) -> Iterable[tuple[Cell, Cell]]:
    words, gap, outlook = speech.words, page.gap, page.outlook
    tone = STATUS_TONES[gap.status]
    target = f"{speech.target(gap)}  {gap.target.period}"
    if gap.target.measure:
        target += f"  {speech.measure(gap.target)}"
    if gap.target.responsible:
        target += f"  {gap.target.responsible}"
    if gap.target.binding:
        target += f"  {words(f'binding.{gap.target.binding}')}"
    if gap.target.wording:
        target += f"  {gap.target.wording}"
    yield Cell(words("gap.target")), Cell(target, Tone.STRONG)
    if gap.half_band is not None:
        unit = speech.amount(gap.half_band, gap.gap_unit or difference_unit(gap.target))
        reason = words.pick(speech.catalogue.band.reason, speech.catalogue.band.reason_en)
        yield Cell(words("gap.band")), Cell(f"±{unit}" + (f"  {reason}" if reason else ""))
    if gap.baseline is not None:
        pair = gap.base_value is not None or gap.target.measure not in RATES
        yield Cell(words("gap.baseline" if pair else "gap.base_amount")), Cell(speech.baseline_in_full(gap))
    for other in speech.catalogue.references_of(gap.target.indicator):
        text = f"{other.printed}  {other.period}  {words(f'measure.{other.measure}')}  {speech.source_of(other)}"
        yield Cell(words("gap.reference"), Tone.FAINT), Cell(text, Tone.FAINT)
    if asked := _asked(speech, gap):
        yield Cell(words("gap.asked")), Cell(asked)
    if gap.actual is not None:
        yield Cell(words("gap.actual")), Cell(_actual(speech, gap))
    if gap.gap is not None:
        yield Cell(words("gap.gap")), Cell(speech.gap(gap), tone)
    if gap.completion is not None:
        yield Cell(words("gap.completion")), Cell(percent(gap.completion))
    if gap.used is not None:
        yield Cell(words("gap.used")), Cell(percent(gap.used))
    if gap.path is not None and gap.target.written is not None and gap.elapsed != 1:
        yield Cell(words("gap.path")), Cell(speech.amount(gap.path, gap.target.written.unit))
    if gap.progress is not None:
        yield Cell(words("gap.progress")), Cell(percent(gap.progress))
    if gap.elapsed and gap.value is not None and gap.reason is not Reason.WHOLE_PERIOD:
        lead = speech.lead(gap)
        yield Cell(words("gap.elapsed")), Cell(percent(gap.elapsed) + (f"  {lead}" if lead else ""))
    if forecast := speech.forecast(gap):
        yield Cell(words("gap.forecast")), Cell(forecast)
    if required := speech.required(gap):
        yield Cell(words("gap.required")), Cell(required)
    if outlook is not None:
        yield Cell(words("gap.assumed")), Cell(speech.end(outlook), STATUS_TONES[outlook.end.status])
    yield Cell(words("gap.status")), Cell(words(f"status.{gap.status}"), tone)
    for note in _gap_notes(speech, gap):
        yield Cell(words("gap.note"), Tone.FAINT), Cell(note, Tone.FAINT)
    if explain and gap.baseline is not None and (note := words.pick(gap.baseline.note, gap.baseline.note_en)):
        yield (
            Cell(words("gap.note"), Tone.FAINT),
            Cell(words("gap.base_note", figure=gap.baseline.printed, note=note), Tone.FAINT),
        )
    if explain:
        formulas = [*speech.formulas(gap), *([speech.end_formula(outlook)] if outlook else [])]
        for formula in formulas:
            yield Cell(words("gap.formula")), Cell(formula)


def _asked(speech: GapSpeech, gap: Gap) -> str:
    """What lies between baseline and target, where the two are a pair."""
    if gap.baseline is None or gap.asked is None:
        return ""
    known = gap.asked_range
    if known is not None and known.low is None and known.high is None:
        return speech.words("gap.asked.open")
    return speech.words(
        "gap.asked.levels",
        baseline=speech.baseline(gap),
        target=gap.target.printed,
        difference=speech.asked(gap),
    )


def _actual(speech: GapSpeech, gap: Gap) -> str:
    figure = speech.actual(gap)
    if gap.actual is None or gap.actual.as_of is None or gap.as_of is None:
        return speech.words("gap.of_period", figure=figure)
    source = f"  {gap.actual.source}" if gap.actual.source else ""
    return speech.words("gap.as_of", figure=figure, as_of=gap.as_of.isoformat()) + source


def _gap_notes(speech: GapSpeech, gap: Gap) -> Iterable[str]:
    words = speech.words
    written = gap.target.written
    if gap.status is Status.NO_DATA and written is not None:
        yield words("gap.cannot.no_data", unit=speech.unit_name(written.unit))
        if (amount := speech.nominal_amount(gap)) is not None:
            yield words("gap.cannot.constant", amount=amount.printed, rate=speech.amount(written.value, written.unit))
    if gap.actual is not None and gap.actual.assumed_unit and written is not None:
        yield words("gap.assumed_unit", unit=speech.unit_name(written.unit))
    if gap.actual is not None and gap.actual.doubt:
        yield speech.doubt(gap.actual)
    if gap.short_in_band:
        yield words("reason.in_band")
    if gap.actual is not None and gap.actual.rate is not None:
        rate = gap.actual.rate
        yield words("gap.rate", rate=rate.text, date=rate.date, source=rate.source)
    if gap.target.adjusted_from:
        adjusted = gap.target
        yield words(
            "gap.adjusted", before=adjusted.adjusted_from, date=adjusted.published or "", source=adjusted.source
        )
    if gap.target.provisional:
        yield words("gap.provisional")
    if gap.reason is not None:
        yield speech.reason(gap.reason, gap)
    if note := words.pick(gap.target.note, gap.target.note_en):
        yield note
