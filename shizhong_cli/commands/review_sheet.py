"""Answering what a draft guessed on a sheet: ``draft --sheet``.

All answers of a sheet are written together or, where one cannot be, none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.review_answers import Answer, Answers, answers_of, shown
from shizhong_cli.commands.review_applying import applied
from shizhong_cli.commands.review_files import is_past, read_files, write_files
from shizhong_cli.commands.review_rows import Sheet, SheetRow, kept, key_of, read_sheet
from shizhong_cli.commands.review_words import (
    ACCEPT,
    ANSWERS,
    CORRECT,
    DROP,
    directions,
    measures_of_all,
    prices,
    roles,
)
from shizhong_cli.commands.talking import say
from shizhong_cli.problems import CannotGoOn, Problem
from shizhong_cli.rendering.sentences.guesses import guesses_text
from shizhong_cli.rendering.wording import Words

if TYPE_CHECKING:
    from shizhong_cli.writing.draft_indicators import Files
    from shizhong_cli.writing.draft_review import Waiting

_AROUND = (40, 24)
_MOST_NAMED = 12


def review_on_sheet(folder: Path, text: str, sheet: Path, year: int | None, words: Words) -> None:
    """Write the sheet, or read the answers of the one that is there. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.pack.catalogue import load_catalogue

    if not sheet.exists():
        _write_sheet(folder, text, sheet, words)
        return
    load_catalogue(folder)  # whose problems have places, where a person broke it
    files = read_files(folder)
    problems: list[Problem] = []
    read, figures = read_sheet(sheet, text, problems), figures_of(files)
    found = answers_of(read.rows, figures, problems)
    if problems:
        raise CannotGoOn(problems)
    answered = applied(files, found.answers, figures_of, words)
    if found.answers:
        write_files(folder, answered)
    counts = Counter(answer.action for answer in found.answers)
    left = _guessed(figures_of(answered))
    said = {"accepted": counts[ACCEPT], "corrected": counts[CORRECT], "dropped": counts[DROP]}
    say(words("review.sheet_read", file=sheet, gone=found.gone, left=left, **said))
    past = _past(found.answers, figures, text, year)
    for line in _notes(read, len(figures), found, past, words):
        say(line)


def _notes(read: Sheet, rows: int, found: Answers, past: Sequence[str], words: Words) -> Iterator[str]:
    """What was not taken, and what looks odd and was."""
    if found.lost:
        yield words("review.sheet_lost", number=len(found.lost), cells=_listed(_cells_said(found.lost), words))
    if missing := read.missing if read.rows else rows:
        yield words("review.sheet_missing", number=missing)
    if read.unread:
        yield words("review.sheet_unread", columns=_listed(read.unread, words))
    if past:
        yield words("review.sheet_past", number=len(past), cells=_listed(past, words))


def _cells_said(rows: Sequence[SheetRow]) -> list[str]:
    """The answer of each row, and which figure it is about."""
    return [f"{row.cell('answer')[1]} ({row.drafted.get('name', '')} {row.drafted.get('figure', '')})" for row in rows]


def _listed(cells: Sequence[str], words: Words) -> str:
    """The first of many."""
    return words("list.separator").join(cells[:_MOST_NAMED]) + (" …" if len(cells) > _MOST_NAMED else "")


def _past(answers: Iterable[Answer], waiting: Mapping[str, Waiting], text: str, year: int | None) -> list[str]:
    """The cells of times that were over when the report was given, of what is now a target."""
    from shizhong_cli.writing.draft_review import as_meant

    cells = []
    for answer in answers:
        now = {**shown(waiting[answer.key]), **answer.changes}
        if answer.action != DROP and is_past(now["role"], as_meant("period", now["period"]), text, year):
            cells.append(answer.row.cell("period")[1])
    return cells


def _write_sheet(folder: Path, text: str, sheet: Path, words: Words) -> None:
    from shizhong_cli.rendering.formats.workbook_review import review_bytes
    from shizhong_cli.writing.files import write_whole

    lines = text.split("\n")
    figures = figures_of(read_files(folder))
    rows = [_row(key, it, lines, len(figures), words) for key, it in figures.items()]
    choices = {
        "answer": [words(f"review.answer.{answer}") for answer in ANSWERS],
        "role": [words(f"role.{role}") for role in roles()],
        "measure": [words(f"measure.{measure}") for measure in measures_of_all()],
        "direction": [words(f"direction.{direction}") for direction in directions()],
        "prices": [words(f"prices.{basis}") for basis in prices()],
    }
    write_whole(sheet, review_bytes(rows, choices, words), replace=False)
    guessed = _guessed(figures)
    say(words("review.sheet_written", number=guessed, certain=len(rows) - guessed, file=sheet))


def figures_of(files: Files) -> dict[str, Waiting]:
    """Every figure, by a key that stays the same while other figures are answered; the guessed ones first."""
    from shizhong_cli.writing.draft_review import every_figure

    found: dict[str, Waiting] = {}
    for it in every_figure(files):
        key = key_of(it)
        while key in found:
            key += "+"
        found[key] = it
    return found


def _guessed(figures: Mapping[str, Waiting]) -> int:
    """How many of the figures wait for an answer."""
    return sum(bool(it.guessed) for it in figures.values())


def _row(key: str, it: Waiting, lines: Sequence[str], rows: int, words: Words) -> dict[str, str]:
    """A figure as a row, with the words around it."""
    line = lines[it.line - 1] if 0 < it.line <= len(lines) else ""
    at = max(0, it.column - 1)
    end = at + len(it.figure) if line.startswith(it.figure, at) else at
    given = {
        "before": line[max(0, at - _AROUND[0]) : at],
        "after": line[end : end + _AROUND[1]],
        "guessed": guesses_text(it.guessed, words),
    }
    return {
        **shown(it),
        **given,
        "role": words(f"role.{it.role.value}"),
        "measure": words(f"measure.{it.measure}"),
        "direction": words(f"direction.{it.direction}") if it.direction else "",
        "prices": words(f"prices.{it.prices}") if it.prices else "",
        "line": f"{it.line}:{it.column}",
        "key": key,
        "drafted": kept({**shown(it), **given}, rows),
    }
