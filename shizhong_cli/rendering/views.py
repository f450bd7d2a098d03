"""From gaps, outcomes and figures to the page that shows them. Arranges and words; every number comes in computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shizhong_cli.core.checks import Outcome, Verdict
from shizhong_cli.core.gaps import Gap, Reason, Status
from shizhong_cli.core.model import Catalogue, Figure, Indicator, group_of
from shizhong_cli.core.units import POINT
from shizhong_cli.rendering.numbers import percent
from shizhong_cli.rendering.sentences import Speech
from shizhong_cli.rendering.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.wording import Words

_QUALITATIVE = "qualitative"

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
VERDICT_TONES = {
    Verdict.INCONSISTENT: Tone.BAD,
    Verdict.ONLY_IF_TRUNCATED: Tone.BAD,
    Verdict.VACUOUS: Tone.WARN,
    Verdict.NOT_CHECKABLE: Tone.FAINT,
    Verdict.CONSISTENT: Tone.GOOD,
}


def title_of(catalogue: Catalogue, words: Words) -> str:
    """The title of the report."""
    return words.pick(catalogue.title, catalogue.title_en)


# ── status ────────────────────────────────────────────────────────────────────


def status_sheet(catalogue: Catalogue, gaps: Sequence[Gap], words: Words) -> Sheet:
    """Every target, grouped by part of the report in the order of the file."""
    speech = Speech(catalogue, words)
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
    return (*columns, Column(words("column.status"), narrowest=6))


def _status_row(speech: Speech, gap: Gap, with_actuals: bool) -> tuple[Cell, ...]:
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


# ── gap ───────────────────────────────────────────────────────────────────────


def gap_sheet(
    catalogue: Catalogue, indicators: Sequence[str], gaps: Sequence[Gap], words: Words, explain: bool
) -> Sheet:
    """One target after the other, each as a list of what is known about it."""
    speech = Speech(catalogue, words)
    blocks: list[Line | Grid] = []
    for id in indicators:
        own = [gap for gap in gaps if gap.target.indicator == id]
        if not own:
            blocks.append(Line(f"{speech.name_of(id)} ({id})", Tone.STRONG))
            blocks.append(Line(words("gap.no_target"), Tone.WARN))
        for gap in own:
            title = f"{speech.name_of(id)} ({id}) · {speech.section(gap.target.section)}"
            columns = (
                Column(words("column.item"), narrowest=12),
                Column(words("column.value"), narrowest=20),
            )
            blocks.append(Grid(columns, tuple(_gap_rows(speech, gap, explain)), title))
    return tuple(blocks)


def _gap_rows(speech: Speech, gap: Gap, explain: bool) -> Iterable[tuple[Cell, Cell]]:
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
    if gap.elapsed is not None and gap.value is not None and gap.reason is not Reason.WHOLE_PERIOD:
        lead = speech.lead(gap)
        yield Cell(words("gap.elapsed")), Cell(percent(gap.elapsed) + (f"  {lead}" if lead else ""))
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
    return POINT if written is not None and written.unit == "%" else written.unit if written else ""


def _asked(speech: Speech, gap: Gap) -> str:
    if gap.baseline is None or gap.asked is None:
        return speech.words("gap.asked.alone", target=gap.target.printed)
    return speech.words(
        "gap.asked.levels",
        baseline=gap.baseline.printed,
        target=gap.target.printed,
        difference=speech.asked(gap),
    )


def _actual(speech: Speech, gap: Gap) -> str:
    figure = speech.actual(gap)
    if gap.actual is None or gap.actual.as_of is None or gap.as_of is None:
        return speech.words("gap.of_period", figure=figure)
    return speech.words("gap.as_of", figure=figure, as_of=gap.as_of.isoformat())


def _gap_notes(speech: Speech, gap: Gap) -> Iterable[str]:
    words = speech.words
    written = gap.target.written
    if gap.status is Status.NO_DATA and written is not None:
        yield words("gap.cannot.no_data", unit=speech.unit_name(written.unit))
    if gap.actual is not None and gap.actual.assumed_unit and written is not None:
        yield words("gap.assumed_unit", unit=speech.unit_name(written.unit))
    if gap.half_band is not None and gap.status in (Status.ON_TRACK, Status.WITHIN_BAND) and (gap.gap or 0) < 0:
        yield words("reason.in_band")
    if gap.reason is not None:
        yield speech.reason(gap.reason, gap)
    if gap.elapsed == 0 and gap.reason is not Reason.WHOLE_PERIOD and gap.value is not None:
        yield words("reason.not_begun")
    if note := words.pick(gap.target.note, gap.target.note_en):
        yield note


# ── verify ────────────────────────────────────────────────────────────────────


def verify_sheet(catalogue: Catalogue, outcomes: Sequence[Outcome], unchecked: Sequence[Figure], words: Words) -> Sheet:
    """Checks grouped by verdict, worst first."""
    speech = Speech(catalogue, words)
    columns = (
        Column(words("column.check"), narrowest=14),
        Column(words("column.figures"), narrowest=18),
        Column(words("column.result"), narrowest=20),
        Column(words("column.power"), narrowest=6, right=True),
    )
    blocks: list[Line | Grid] = [Line(words("verify.title", title=title_of(catalogue, words)), Tone.STRONG)]
    for verdict in Verdict:
        group = [outcome for outcome in outcomes if outcome.verdict is verdict]
        if group:
            rows = tuple(_verify_row(speech, outcome) for outcome in group)
            blocks.append(Grid(columns, rows, f"{words(f'verdict.{verdict}')} ({len(group)})", VERDICT_TONES[verdict]))
    blocks.append(Line(verify_summary(outcomes, words), Tone.STRONG))
    blocks.append(Line(words("verify.unchecked", total=len(catalogue.baselines), unchecked=len(unchecked))))
    blocks.append(Line(words("verify.power_note"), Tone.FAINT))
    return tuple(blocks)


def verify_summary(outcomes: Sequence[Outcome], words: Words) -> str:
    """How many checks, and how many of each verdict."""
    counts = words("list.separator").join(
        words("count", name=words(f"verdict.{verdict}"), number=number)
        for verdict in Verdict
        if (number := sum(outcome.verdict is verdict for outcome in outcomes))
    )
    return words("verify.summary", total=len(outcomes), counts=counts)


def _verify_row(speech: Speech, outcome: Outcome) -> tuple[Cell, ...]:
    kind = speech.words(f"kind.{outcome.check.kind}")
    power = f"{outcome.caught}/{outcome.typos}" if outcome.typos else ""
    return (
        Cell(f"{speech.check_name(outcome)}\n{kind}"),
        Cell(speech.relation(outcome)),
        Cell(speech.result(outcome), VERDICT_TONES[outcome.verdict]),
        Cell(power),
    )


# ── show ──────────────────────────────────────────────────────────────────────


def show_sheet(catalogue: Catalogue, indicator: Indicator, outcomes: Sequence[Outcome], words: Words) -> Sheet:
    """Everything known about one indicator, with places."""
    speech = Speech(catalogue, words)
    other = words.pick(indicator.name_en, indicator.name)
    blocks: list[Line | Grid] = [
        Line(f"{speech.name_of(indicator.id)} · {other} ({indicator.id})", Tone.STRONG),
        Line(f"{words('show.direction')}: {words(f'direction.{indicator.direction}')}"),
    ]
    if indicator.prices:
        bases = words("list.separator").join(
            f"{words(f'measure.{measure}')} {words(f'prices.{basis}')}" for measure, basis in indicator.prices.items()
        )
        blocks.append(Line(f"{words('show.prices')}: {bases}"))
    blocks.append(_figures_grid(speech, indicator))
    blocks += [
        Line(f"{words('show.note')} {f.printed}: {note}", Tone.FAINT) for f, note in _notes(catalogue, indicator, words)
    ]
    if outcomes:
        columns = (
            Column(words("column.check"), narrowest=12),
            Column(words("column.figures"), narrowest=18),
            Column(words("column.result"), narrowest=20),
            Column(words("column.status"), narrowest=6),
        )
        rows = tuple(_show_check(speech, outcome) for outcome in outcomes)
        blocks.append(Grid(columns, rows, words("column.check")))
    return tuple(blocks)


def _figures_grid(speech: Speech, indicator: Indicator) -> Grid:
    words, catalogue = speech.words, speech.catalogue
    columns = (
        Column(words("column.figure"), narrowest=10),
        Column(words("column.measure"), narrowest=6),
        Column(words("column.period"), narrowest=9),
        Column(words("column.section"), narrowest=14),
        Column(words("column.place"), narrowest=14),
    )
    rows = []
    for figure in (*catalogue.baselines_of(indicator.id), *catalogue.targets_of(indicator.id)):
        measure = words(f"measure.{figure.measure or 'qualitative'}")
        role = words(f"role.{figure.role}")
        since = f" {words('show.since', since=figure.since)}" if figure.since else ""
        tone = Tone.STRONG if figure.role == "target" else Tone.PLAIN
        rows.append(
            (
                Cell(figure.printed, tone), Cell(f"{role} · {measure}"), Cell(f"{figure.period}{since}"),
                Cell(speech.section(figure.section)), Cell(f"{figure.place.file}:{figure.place.line}", Tone.FAINT),
            )
        )  # fmt: skip
    return Grid(columns, tuple(rows), words("show.figures"))


def _notes(catalogue: Catalogue, indicator: Indicator, words: Words) -> list[tuple[Figure, str]]:
    figures = (*catalogue.baselines_of(indicator.id), *catalogue.targets_of(indicator.id))
    return [(f, note) for f in figures if (note := words.pick(f.note, f.note_en))]


def _show_check(speech: Speech, outcome: Outcome) -> tuple[Cell, ...]:
    tone = VERDICT_TONES[outcome.verdict]
    return (
        Cell(speech.words(f"kind.{outcome.check.kind}")),
        Cell(speech.relation(outcome)),
        Cell(speech.result(outcome)),
        Cell(speech.words(f"verdict.{outcome.verdict}"), tone),
    )


# ── export ────────────────────────────────────────────────────────────────────


def figures_sheet(catalogue: Catalogue, words: Words) -> Sheet:
    """All figures as one table."""
    speech = Speech(catalogue, words)
    columns = (
        Column(words("column.indicator"), narrowest=16),
        Column(words("column.figure"), narrowest=10),
        Column(words("column.measure"), narrowest=8),
        Column(words("column.period"), narrowest=9),
        Column(words("column.section"), narrowest=14),
    )
    rows = tuple(
        (
            Cell(f"{speech.name_of(f.indicator)} ({f.indicator})"), Cell(f.printed),
            Cell(f"{words(f'role.{f.role}')} · {words(f'measure.{f.measure or _QUALITATIVE}')}"),
            Cell(str(f.period)), Cell(speech.section(f.section)),
        )
        for f in catalogue.figures()
    )  # fmt: skip
    return (Grid(columns, rows, title_of(catalogue, words)),)
