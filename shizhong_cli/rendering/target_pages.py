"""The pages about targets: all of them, or one in depth. Arranges and words; every number comes in computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shizhong_cli.core.gaps import Gap
from shizhong_cli.core.model import Catalogue, group_of
from shizhong_cli.core.units import POINT, RATIOS
from shizhong_cli.core.vocabulary import Reason, Status
from shizhong_cli.rendering.gap_speech import GapSpeech
from shizhong_cli.rendering.numbers import percent
from shizhong_cli.rendering.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.speech import title_of
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


def status_sheet(catalogue: Catalogue, gaps: Sequence[Gap], words: Words) -> Sheet:
    """Every target, grouped by part of the report in the order of the file."""
    speech = GapSpeech(catalogue, words)
    if not gaps:
        return (Line(words("status.nothing"), Tone.WARN),)
    with_actuals = any(gap.actual for gap in gaps)
    blocks: list[Line | Grid] = [Line(words("status.title", title=title_of(catalogue, words)), Tone.STRONG)]
    for group in dict.fromkeys(group_of(gap.target.section) for gap in gaps):
        rows = [_status_row(speech, gap, with_actuals) for gap in gaps if group_of(gap.target.section) == group]
        blocks.append(Grid(_status_columns(words, with_actuals), tuple(rows), _group_title(catalogue, group, words)))
    blocks.append(Line(status_summary(gaps, words)))
    return tuple(blocks)


def _status_columns(words: Words, with_actuals: bool) -> tuple[Column, ...]:
    columns = [
        Column(words("column.indicator"), narrowest=14),
        Column(words("column.baseline"), narrowest=9),
        Column(words("column.target"), narrowest=10),
        Column(words("column.asked"), narrowest=12, optional=with_actuals),
    ]
    if with_actuals:
        columns += [Column(words("column.actual"), narrowest=8), Column(words("column.gap"), narrowest=12)]
    return (*columns, Column(words("column.status"), narrowest=9))


def _status_row(speech: GapSpeech, gap: Gap, with_actuals: bool) -> tuple[Cell, ...]:
    words = speech.words
    tone = STATUS_TONES[gap.status]
    ahead = f" ({gap.target.period})" if gap.target.period.first.year > _first_year(speech.catalogue) else ""
    cells = [
        Cell(speech.name_of(gap.target.indicator)),
        Cell(gap.baseline.printed if gap.baseline else words("asked.first")),
        Cell(f"{gap.target.printed}{ahead}", Tone.STRONG if gap.target.written else Tone.PLAIN),
        Cell(speech.asked(gap)),
    ]
    if with_actuals:
        cells += [Cell(speech.actual(gap)), Cell(speech.gap(gap), tone)]
    return (*cells, Cell(words(f"status.{gap.status}"), tone))


def _first_year(catalogue: Catalogue) -> int:
    return min((t.period.first.year for t in catalogue.targets), default=0)


def _group_title(catalogue: Catalogue, group: str, words: Words) -> str:
    section = catalogue.sections.get(group)
    if section is None:
        return group
    own = group.split("/")[-1]
    if words.language == "zh":
        return own if section.name == own else f"{own}{section.name}"
    return section.name_en


def status_summary(gaps: Sequence[Gap], words: Words) -> str:
    """How many targets, how many with data, and where they stand."""
    numbered = [gap for gap in gaps if gap.target.written is not None]
    with_data = [gap for gap in numbered if gap.actual is not None]
    if not with_data:
        return words("status.summary.none", total=len(gaps), numbered=len(numbered))
    standing = [gap.status for gap in with_data]
    counts = words("list.separator").join(
        words("count", name=words(f"status.{status}"), number=standing.count(status))
        for status in reversed(Status)
        if status in standing
    )
    return words("status.summary", total=len(gaps), numbered=len(numbered), with_data=len(with_data), counts=counts)


def gap_sheet(
    catalogue: Catalogue, indicators: Sequence[str], gaps: Sequence[Gap], words: Words, explain: bool
) -> Sheet:
    """One target after the other, each as a list of what is known about it."""
    speech = GapSpeech(catalogue, words)
    blocks: list[Line | Grid] = []
    for id in indicators:
        own = [gap for gap in gaps if gap.target.indicator == id]
        if not own:
            blocks.append(Line(f"{speech.name_of(id)} ({id})", Tone.STRONG))
            blocks.append(Line(words("gap.no_target"), Tone.WARN))
        for gap in own:
            title = f"{speech.name_of(id)} ({id}) · {speech.section(gap.target.section)}"
            columns = (
                Column(words("column.item"), narrowest=16),
                Column(words("column.value"), narrowest=20),
            )
            blocks.append(Grid(columns, tuple(_gap_rows(speech, gap, explain)), title))
    return tuple(blocks)


def _gap_rows(speech: GapSpeech, gap: Gap, explain: bool) -> Iterable[tuple[Cell, Cell]]:
    words = speech.words
    tone = STATUS_TONES[gap.status]
    target = f"{gap.target.printed}  {gap.target.period}"
    if gap.target.measure:
        target += f"  {words(f'measure.{gap.target.measure}')}"
    if gap.target.binding:
        target += f"  {words(f'binding.{gap.target.binding}')}"
    yield Cell(words("gap.target")), Cell(target, Tone.STRONG)
    if gap.half_band is not None:
        unit = speech.amount(gap.half_band, gap.gap_unit or _band_unit(gap))
        reason = words.pick(speech.catalogue.band.reason, speech.catalogue.band.reason_en)
        yield Cell(words("gap.band")), Cell(f"±{unit}" + (f"  {reason}" if reason else ""))
    if gap.baseline is not None:
        measure = words(f"measure.{gap.baseline.measure}")
        yield Cell(words("gap.baseline")), Cell(f"{gap.baseline.printed}  {gap.baseline.period}  {measure}")
    if gap.target.written is not None:
        yield Cell(words("gap.asked")), Cell(_asked(speech, gap))
    if gap.actual is not None:
        yield Cell(words("gap.actual")), Cell(_actual(speech, gap))
    if gap.gap is not None:
        yield Cell(words("gap.gap")), Cell(speech.gap(gap), tone)
    if gap.completion is not None:
        yield Cell(words("gap.completion")), Cell(percent(gap.completion))
    if gap.progress is not None:
        yield Cell(words("gap.progress")), Cell(percent(gap.progress))
    if gap.elapsed and gap.value is not None and gap.reason is not Reason.WHOLE_PERIOD:
        lead = speech.lead(gap)
        yield Cell(words("gap.elapsed")), Cell(percent(gap.elapsed) + (f"  {lead}" if lead else ""))
    if gap.forecast is not None and gap.target.written is not None:
        yield Cell(words("gap.forecast")), Cell(speech.amount(gap.forecast, gap.target.written.unit))
    if gap.required is not None:
        yield Cell(words("gap.required")), Cell(speech.required(gap))
    yield Cell(words("gap.status")), Cell(words(f"status.{gap.status}"), tone)
    for note in _gap_notes(speech, gap):
        yield Cell(words("gap.note"), Tone.FAINT), Cell(note, Tone.FAINT)
    if explain:
        for formula in speech.formulas(gap):
            yield Cell(words("gap.formula")), Cell(formula)


def _band_unit(gap: Gap) -> str:
    written = gap.target.written
    return "" if written is None else POINT if written.unit in RATIOS else written.unit


def _asked(speech: GapSpeech, gap: Gap) -> str:
    if gap.baseline is None or gap.asked is None:
        return speech.words("gap.asked.alone", target=gap.target.printed)
    return speech.words(
        "gap.asked.levels",
        baseline=gap.baseline.printed,
        target=gap.target.printed,
        difference=speech.asked(gap),
    )


def _actual(speech: GapSpeech, gap: Gap) -> str:
    figure = speech.actual(gap)
    if gap.actual is None or gap.actual.as_of is None or gap.as_of is None:
        return speech.words("gap.of_period", figure=figure)
    return speech.words("gap.as_of", figure=figure, as_of=gap.as_of.isoformat())


def _gap_notes(speech: GapSpeech, gap: Gap) -> Iterable[str]:
    words = speech.words
    written = gap.target.written
    if gap.status is Status.NO_DATA and written is not None:
        yield words("gap.cannot.no_data", unit=speech.unit_name(written.unit))
        if (amount := speech.nominal_amount(gap)) is not None:
            yield words("gap.cannot.constant", amount=amount.printed, rate=speech.amount(written.value, written.unit))
    if gap.actual is not None and gap.actual.assumed_unit and written is not None:
        yield words("gap.assumed_unit", unit=speech.unit_name(written.unit))
    if gap.half_band is not None and gap.status in (Status.ON_TRACK, Status.WITHIN_BAND) and (gap.gap or 0) < 0:
        yield words("reason.in_band")
    if gap.reason is not None:
        yield speech.reason(gap.reason, gap)
    if note := words.pick(gap.target.note, gap.target.note_en):
        yield note
