"""The page of the ledger: one row each, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.ledger import Entered, RowState
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.evidence import evidence_text
from shizhong_cli.rendering.sentences.names import Speech, counts_text
from shizhong_cli.rendering.wording import Words

_TONES = {
    RowState.IN_FORCE: Tone.PLAIN, RowState.SUPERSEDED: Tone.FAINT, RowState.WITHDRAWN: Tone.FAINT,
    RowState.AHEAD: Tone.WARN,
    RowState.UNREADABLE: Tone.BAD,
}  # fmt: skip


def ledger_sheet(catalogue: Catalogue, rows: Sequence[Entered], all: int, ledger: str, words: Words) -> Sheet:
    """The rows that were asked for, out of ``all``."""
    title = Line(words("ledger.title", ledger=PurePath(ledger)), Tone.STRONG)
    if not rows:
        return (title, Line(words("ledger.nothing", all=all), Tone.WARN))
    speech = Speech(catalogue, words)
    has_evidence = any(row.kept.evidence or row.kept.confirmed_by for row in rows)
    columns = (
        Column(words("column.row"), right=True, narrowest=3),
        Column(words("column.indicator"), narrowest=12),
        Column(words("column.as_of"), narrowest=8),
        Column(words("column.figure"), narrowest=8),
        Column(words("column.status"), narrowest=8),
        Column(words("column.remark"), narrowest=12),
        *([Column(words("column.evidence"), narrowest=12)] if has_evidence else []),
        Column(words("column.source"), narrowest=8, optional=True),
        Column(words("column.recorded"), narrowest=10, optional=True),
    )
    counted = Counter(row.state for row in rows)
    parts = counts_text(((words(f"rowstate.{state}"), counted[state]) for state in RowState), words)
    return (
        title,
        Grid(columns, tuple(_row(speech, row, has_evidence) for row in rows)),
        Line(words("ledger.narrow"), Tone.FAINT, instead_of=(words("column.source"), words("column.recorded"))),
        Line(words("ledger.count", all=len(rows), parts=parts)),
        Line(words("ledger.next"), Tone.FAINT),
    )


def _row(speech: Speech, row: Entered, has_evidence: bool) -> tuple[Cell, ...]:
    kept, tone = row.kept, _TONES[row.state]
    name = speech.name_of(row.actual.indicator) if row.actual else _name_of(speech, kept.indicator)
    figure = speech.given(row.actual.written) if row.actual else kept.figure
    texts = (str(kept.number), name, kept.as_of, figure, speech.words(f"rowstate.{row.state}"))
    return (
        *(Cell(text, tone) for text in texts),
        Cell(_remark(speech.words, row), tone),
        *([Cell(evidence_text(kept, speech.words), tone)] if has_evidence else []),
        Cell(kept.source, tone),
        Cell(kept.recorded[:16].replace("T", " "), tone),
    )


def _name_of(speech: Speech, cell: str) -> str:
    """The name of an indicator that is called by its id; what stands in the cell for any other."""
    return speech.name_of(cell) if cell in speech.catalogue.indicators else cell


def _remark(words: Words, row: Entered) -> str:
    """What became of a row, who recorded it, and what was noted beside it."""
    gone = row.withdrawal
    parts = (
        words("ledger.by", by=gone.by, at=gone.recorded[:10], why=gone.note) if gone else "",
        words("ledger.later", number=row.later) if row.later else "",
        words("ledger.kept_by", by=row.kept.by) if row.kept.by else "",
        row.kept.note,
    )
    return words("list.separator").join(filter(None, parts))
