"""Settled promises as one object and as rows, for JSON, CSV and workbooks."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.checking.across import Compared
from shizhong_cli.core.checking.rows import check_row
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.progress.settling.promises import Settlement
from shizhong_cli.core.progress.settling.record import track_records
from shizhong_cli.core.progress.settling.rows import figure_told, promise_row, record_row, summary_row
from shizhong_cli.rendering.pages.settle import revision_text
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.wording import Words


def settlement_content(settlements: Sequence[Settlement], compared: Sequence[Sequence[Compared]], words: Words) -> Row:
    """Two reports as one object; of more reports those of every two that follow each other, and the record by year."""
    pairs = [_pair(one, past, words) for one, past in zip(settlements, compared, strict=True)]
    if len(pairs) == 1:
        return pairs[0]
    record = [record_row(record) for record in track_records(settlements)]
    promises = settlement_rows(settlements)
    return {"promises": promises, "record": record, "pairs": pairs}


def settlement_rows(settlements: Sequence[Settlement]) -> list[Row]:
    """Every promise as a row."""
    rows: list[Row] = []
    for one in settlements:
        rows += [promise_row(one.last, promise) for promise in one.promises]
    return rows


def _pair(settlement: Settlement, compared: Sequence[Compared], words: Words) -> Row:
    questions = sum(one.is_question for one in compared)
    return {
        "last": _about(settlement.last),
        "this": _about(settlement.this),
        "promises": settlement_rows([settlement]),
        "unmatched": [figure_told(figure) for figure in settlement.unmatched],
        "restatements": [_restatement(settlement.this, one, words) for one in compared],
        "summary": summary_row(settlement) | {"restatements": len(compared), "questions": questions},
    }


def _about(catalogue: Catalogue) -> Row:
    return {"title": catalogue.title or None, "title_en": catalogue.title_en or None}


def _restatement(this: Catalogue, one: Compared, words: Words) -> Row:
    """A check over two reports, with the places of its figures in both."""
    row = check_row(one.outcome, CheckSpeech(this, words).result(one.outcome), {})
    return row | {
        "printed": [_printed(figure) for figure in (*one.later, *one.earlier)],
        "question": one.is_question,
        "answered": revision_text(one.answered, words) if one.answered else None,
    }


def _printed(figure: Figure) -> Row:
    return {"figure": figure.printed, "file": figure.place.file, "line": figure.place.line}
