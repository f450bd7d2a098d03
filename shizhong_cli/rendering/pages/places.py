"""The targets of one place beside those of others."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.pack.likeness import may_be_one
from shizhong_cli.core.progress.settling.beside import Beside, Places, Relation, in_order
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.names import Speech, counts_text, place_text, title_of
from shizhong_cli.rendering.wording import Words

RELATION_TONES = {
    Relation.HIGHER: Tone.STRONG,
    Relation.LOWER: Tone.WARN,
    Relation.SAME: Tone.PLAIN,
    Relation.OVERLAP: Tone.PLAIN,
    Relation.UNLIKE: Tone.FAINT,
    Relation.ONLY_HERE: Tone.FAINT,
    Relation.ONLY_THERE: Tone.FAINT,
}


def places_sheet(compared: Sequence[Places], words: Words) -> Sheet:
    """A table for every other place."""
    blocks: list[Line | Grid] = []
    for places in compared:
        here, there = title_of(places.here, words), title_of(places.there, words)
        counts = counts_text(((words(f"places.{it}"), places.number(it)) for it in Relation), words)
        columns = (
            Column(words("places.relation"), narrowest=8),
            Column(words("column.indicator"), narrowest=12),
            Column(words("places.here"), narrowest=12),
            Column(words("places.there"), narrowest=12),
            Column(words("places.difference"), narrowest=10),
        )
        speech, other = Speech(places.here, words), Speech(places.there, words)
        rows = tuple(_row(speech, other, row) for row in in_order(places))
        blocks += [Line(words("places.title", here=here, there=there), Tone.STRONG), Line(counts)]
        blocks += [Grid(columns, rows)] if rows else []
    return tuple(blocks)


def _row(speech: Speech, other: Speech, row: Beside) -> tuple[Cell, ...]:
    words = speech.words
    figure = row.here or row.there
    assert figure is not None
    name = (speech if row.here else other).name_of(figure.indicator)
    is_guess = row.partner is not None and row.partner.sure is not None
    difference = "" if row.difference is None else speech.amount(row.difference, row.unit, signed=True)
    tone = RELATION_TONES[row.relation]
    measure = (speech if row.here else other).measure(figure)
    called = f"{name}{words('settle.guess.mark') if is_guess else ''}{_other_name(other, row, speech)}"
    return (
        Cell(words(f"places.{row.relation}"), tone),
        Cell(f"{called}\n{figure.period} {measure}"),
        *(
            Cell(f"{own.printed(it)}\n{place_text(it.place)}" if it else words("settle.silence"))
            for own, it in ((speech, row.here), (other, row.there))
        ),
        Cell(difference, tone),
    )


def _other_name(other: Speech, row: Beside, speech: Speech) -> str:
    """What it is called there, where that is no other way to say the same: one id can stand for two things."""
    if row.here is None or row.there is None:
        return ""
    names = [own.catalogue.indicators[it.indicator].name for own, it in ((speech, row.here), (other, row.there))]
    if may_be_one(*names):
        return ""
    return speech.words("places.called", name=other.name_of(row.there.indicator))
