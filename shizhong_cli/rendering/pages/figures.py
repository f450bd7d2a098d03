"""The pages of show and export: figures with their places."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target
from shizhong_cli.core.progress.actuals import Vintage
from shizhong_cli.rendering.pages.checks import VERDICT_TONES
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.evidence import evidence_text
from shizhong_cli.rendering.sentences.names import title_of
from shizhong_cli.rendering.wording import Words


def show_sheet(
    catalogue: Catalogue,
    indicator: Indicator,
    outcomes: Sequence[Outcome],
    history: Sequence[Vintage],
    words: Words,
) -> Sheet:
    """Everything known about one indicator, with places."""
    speech = CheckSpeech(catalogue, words)
    names = dict.fromkeys((speech.name_of(indicator.id), words.pick(indicator.name_en, indicator.name)))
    blocks: list[Line | Grid] = [
        Line(f"{' · '.join(names)} ({indicator.id})", Tone.STRONG),
        Line(words("show.direction", direction=words(f"direction.{indicator.direction}"))),
    ]
    if indicator.prices:
        bases = words("list.separator").join(
            f"{words(f'measure.{measure}')} {words(f'prices.{basis}')}" for measure, basis in indicator.prices.items()
        )
        blocks.append(Line(words("show.prices", bases=bases)))
    blocks.append(_figures_grid(speech, indicator))
    if others := catalogue.references_of(indicator.id):
        blocks.append(_references_grid(speech, others))
    blocks += [
        Line(words("show.note", figure=speech.printed(f), note=note), Tone.FAINT)
        for f, note in _notes(catalogue, indicator, words)
    ]
    if history:
        blocks.append(_vintages_grid(history, speech))
    if outcomes:
        columns = (
            Column(words("column.check"), narrowest=12),
            Column(words("column.figures"), narrowest=18),
            Column(words("column.result"), narrowest=20),
            Column(words("column.status"), narrowest=14),
        )
        rows = tuple(_show_check(speech, outcome) for outcome in outcomes)
        blocks.append(Grid(columns, rows, words("column.check")))
    return tuple(blocks)


def _figures_grid(speech: CheckSpeech, indicator: Indicator) -> Grid:
    words, catalogue = speech.words, speech.catalogue
    columns = (
        Column(words("column.figure"), narrowest=10),
        Column(words("column.measure"), narrowest=13),
        Column(words("column.period"), narrowest=9),
        Column(words("column.section"), narrowest=14),
        Column(words("column.place"), narrowest=19),
    )
    rows = []
    for figure in (*catalogue.baselines_of(indicator.id), *catalogue.targets_of(indicator.id)):
        kind = " · ".join(word for word in (speech.measure(figure), speech.resolve(figure)) if word)
        role = words(f"role.{figure.role}")
        tone = Tone.STRONG if figure.role == "target" else Tone.PLAIN
        rows.append(
            (
                Cell("\n".join((speech.printed(figure), *speech.replaced(figure))), tone), Cell(f"{role} · {kind}"),
                Cell(f"{figure.period}{_since(figure, words)}"),
                Cell(speech.section(figure.section)), Cell(f"{figure.place.file}:{figure.place.line}", Tone.FAINT),
            )
        )  # fmt: skip
    return Grid(columns, tuple(rows), words("show.figures"))


def _since(figure: Target, words: Words) -> str:
    return f" {words('show.since', since=figure.since)}" if figure.since else ""


def _references_grid(speech: CheckSpeech, others: Sequence[Figure]) -> Grid:
    """What others published; never to be taken for a figure of the report."""
    words = speech.words
    columns = (
        Column(words("column.figure"), narrowest=10),
        Column(words("column.measure"), narrowest=13),
        Column(words("column.period"), narrowest=9),
        Column(words("column.source"), narrowest=14),
        Column(words("column.place"), narrowest=19),
    )
    rows = tuple(
        (
            Cell(speech.printed(f)),
            Cell(f"{words('role.reference')} · {words(f'measure.{f.measure}')}"),
            Cell(f"{f.period}{_since(f, words)}"),
            Cell(speech.publisher_of(f)),
            Cell(f"{f.place.file}:{f.place.line}", Tone.FAINT),
        )
        for f in others
    )
    return Grid(columns, rows, words("show.references"))


def _vintages_grid(history: Sequence[Vintage], speech: CheckSpeech) -> Grid:
    """What came in, with its place in the ledger; a superseded figure is faint."""
    words = speech.words
    columns = (
        Column(words("column.figure"), narrowest=9),
        Column(words("column.as_of"), narrowest=10),
        Column(words("column.recorded"), narrowest=10),
        Column(words("column.source"), narrowest=10),
        Column(words("column.note"), narrowest=10, optional=True),
        Column(words("column.place"), narrowest=14),
    )
    return Grid(columns, tuple(_vintage_row(vintage, speech) for vintage in history), words("show.actuals"))


def _vintage_row(vintage: Vintage, speech: CheckSpeech) -> tuple[Cell, ...]:
    words, (actual, later) = speech.words, vintage
    tone = Tone.FAINT if later else Tone.PLAIN
    superseded = f"\n{words('gap.superseded', figure=speech.given(later.written))}" if later else ""
    place = f"{actual.place.file}:{actual.place.line}" if actual.place else ""
    note = words("list.separator").join(filter(None, (actual.note, evidence_text(actual, words))))
    figure = speech.given(actual.written)
    figure = words("doubt.mark", figure=figure) if actual.doubt else figure
    return (
        Cell(f"{figure}{superseded}", tone), Cell(str(actual.as_of or ""), tone),
        Cell(actual.recorded[:16].replace("T", " "), tone), Cell(actual.source, tone), Cell(note, tone),
        Cell(place, Tone.FAINT),
    )  # fmt: skip


def _notes(catalogue: Catalogue, indicator: Indicator, words: Words) -> list[tuple[Target, str]]:
    id = indicator.id
    figures = (*catalogue.baselines_of(id), *catalogue.targets_of(id), *catalogue.references_of(id))
    return [(f, note) for f in figures if (note := words.pick(f.note, f.note_en))]


def _show_check(speech: CheckSpeech, outcome: Outcome) -> tuple[Cell, ...]:
    tone = VERDICT_TONES[outcome.verdict]
    return (
        Cell(speech.words(f"kind.{outcome.check.kind}")),
        Cell(speech.relation(outcome)),
        Cell(speech.result(outcome)),
        Cell(speech.words(f"verdict.{outcome.verdict}"), tone),
    )


def figures_sheet(catalogue: Catalogue, words: Words) -> Sheet:
    """All figures as one table."""
    speech = CheckSpeech(catalogue, words)
    columns = (
        Column(words("column.indicator"), narrowest=16),
        Column(words("column.figure"), narrowest=10),
        Column(words("column.measure"), narrowest=13),
        Column(words("column.period"), narrowest=9),
        Column(words("column.section"), narrowest=14),
    )
    rows = tuple(
        (
            Cell(f"{speech.name_of(f.indicator)} ({f.indicator})"), Cell(speech.printed(f)),
            Cell(f"{words(f'role.{f.role}')} · {speech.measure(f)}"),
            Cell(str(f.period)), Cell(speech.section(f.section)),
        )
        for f in catalogue.figures()
    )  # fmt: skip
    return (Grid(columns, rows, title_of(catalogue, words)),)
