"""The page of rollover: which actuals became baselines, and which did not."""

from __future__ import annotations

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.next_year import NewBaseline, NextYear
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Sheet, Tone
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.wording import Language, Words


def rollover_sheet(catalogue: Catalogue, plan: NextYear, words: Words) -> Sheet:
    """Two tables, each left out where it would be empty."""
    speech = Speech(catalogue, words)
    columns = (
        Column(words("column.indicator"), narrowest=16),
        Column(words("column.figure"), narrowest=10),
        Column(words("column.as_of"), narrowest=10),
        Column(words("column.source"), narrowest=10),
    )
    taken = tuple((*_cells(speech, new.actual), Cell(words(f"measure.{new.measure}"))) for new in plan.taken)
    left = tuple(
        (*_cells(speech, actual), Cell(words(f"rollover.reason.{why}"), Tone.WARN)) for actual, why in plan.left
    )
    grids = [
        Grid(
            (*columns, Column(words("column.measure"), narrowest=8)),
            taken,
            words("rollover.taken", year=plan.period, number=len(taken)),
            Tone.GOOD,
        ),
        Grid(
            (*columns, Column(words("coverage.column.reason"), narrowest=12)),
            left,
            words("rollover.left", number=len(left)),
            Tone.WARN,
        ),
    ]
    return tuple(grid for grid in grids if grid.rows)


def _cells(speech: Speech, actual: Actual) -> tuple[Cell, ...]:
    return (
        Cell(speech.name_of(actual.indicator)),
        Cell(speech.given(actual.written)),
        Cell(str(actual.as_of or "")),
        Cell(actual.source),
    )


def source_note(new: NewBaseline) -> tuple[str, str]:
    """Where a new baseline comes from, in both languages, whatever the language of the user."""
    actual = new.actual
    chinese, english = Words(Language.ZH), Words(Language.EN)
    parts = [part for part in (actual.source, actual.note) if part]
    return (
        chinese("rollover.note", as_of=actual.as_of or "", source="；".join(parts) or "—"),
        english("rollover.note", as_of=actual.as_of or "", source="; ".join(parts) or "—"),
    )
