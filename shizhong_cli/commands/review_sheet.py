"""Answering what a draft guessed on a sheet: ``draft --sheet``.

All answers of a sheet are written together or, where one cannot be, none of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.review_answers import (
    ACCEPT,
    ANSWERS,
    CORRECT,
    DROP,
    Answer,
    answers_on,
    directions,
    measures_of_all,
    prices,
    roles,
    shown,
)
from shizhong_cli.commands.talking import say
from shizhong_cli.problems import CannotGoOn, Problem
from shizhong_cli.rendering.sentences.guesses import guesses_text
from shizhong_cli.rendering.wording import Words

if TYPE_CHECKING:
    from shizhong_cli.writing.draft_indicators import Files
    from shizhong_cli.writing.draft_review import Waiting

_AROUND = (40, 24)


def review_on_sheet(folder: Path, text: str, sheet: Path, words: Words) -> None:
    """Write the sheet, or read the answers of the one that is there. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.pack.catalogue import load_catalogue

    if not sheet.exists():
        _write_sheet(folder, text, sheet, words)
        return
    load_catalogue(folder)  # whose problems have places, where a person broke it
    files = _files(folder)
    problems: list[Problem] = []
    answers, gone = answers_on(sheet, _figures(files), problems)
    if problems:
        raise CannotGoOn(problems)
    answered = _applied(files, answers, words)
    if answers:
        _write_files(folder, answered)
    counts = Counter(answer.action for answer in answers)
    left = _guessed(_figures(answered))
    said = {"accepted": counts[ACCEPT], "corrected": counts[CORRECT], "dropped": counts[DROP]}
    say(words("review.sheet_read", file=sheet, gone=gone, left=left, **said))


def _write_sheet(folder: Path, text: str, sheet: Path, words: Words) -> None:
    from shizhong_cli.rendering.formats.workbook_review import review_bytes
    from shizhong_cli.writing.files import write_whole

    lines = text.split("\n")
    figures = _figures(_files(folder))
    rows = [_row(key, it, lines, words) for key, it in figures.items()]
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


def _files(folder: Path) -> Files:
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.writing.draft_indicators import Files

    return Files(*((folder / name).read_text(encoding="utf-8") for name in (BASELINES, TARGETS)))


def _write_files(folder: Path, files: Files) -> None:
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.writing.files import Purpose, write_together

    contents = {folder / BASELINES: files.baselines, folder / TARGETS: files.targets}
    write_together({path: text.encode("utf-8") for path, text in contents.items()}, True, Purpose.REVIEW)


def _figures(files: Files) -> dict[str, Waiting]:
    """Every figure, by a key that stays the same while other figures are answered; the guessed ones first."""
    from shizhong_cli.writing.draft_review import every_figure

    found: dict[str, Waiting] = {}
    for it in every_figure(files):
        place, period = f"{it.line}:{it.column}", it.fields.get("period", "")
        key = "|".join((it.role.value, it.indicator, place, it.measure, it.figure, period))
        while key in found:
            key += "+"
        found[key] = it
    return found


def _guessed(figures: Mapping[str, Waiting]) -> int:
    """How many of the figures wait for an answer."""
    return sum(bool(it.guessed) for it in figures.values())


def _row(key: str, it: Waiting, lines: Sequence[str], words: Words) -> dict[str, str]:
    """A figure as a row, with the words around it."""
    line = lines[it.line - 1] if 0 < it.line <= len(lines) else ""
    at = max(0, it.column - 1)
    end = at + len(it.figure) if line.startswith(it.figure, at) else at
    return {
        **shown(it),
        "before": line[max(0, at - _AROUND[0]) : at],
        "after": line[end : end + _AROUND[1]],
        "role": words(f"role.{it.role.value}"),
        "measure": words(f"measure.{it.measure}"),
        "direction": words(f"direction.{it.direction}") if it.direction else "",
        "prices": words(f"prices.{it.prices}") if it.prices else "",
        "guessed": guesses_text(it.guessed, words),
        "line": f"{it.line}:{it.column}",
        "key": key,
        "drafted": json.dumps(shown(it), separators=(",", ":")),
    }


def _applied(files: Files, answers: Sequence[Answer], words: Words) -> Files:
    """The files with all answers in them. Raises ``CannotGoOn`` where one cannot be written."""
    answered, problems = files, []
    for answer in sorted(answers, key=lambda it: len(it.key.rstrip("+")) - len(it.key)):  # those alike from the last on
        answered, reason = _with(answered, answer, words)
        if reason:
            problems.append(Problem(answer.place, "N010", reason))
    if not problems and (said := _refused(answered, words)):
        alone = ((answer, _refused(_with(files, answer, words)[0], words)) for answer in answers)
        problems = [Problem(it.place, "N010", why) for it, why in alone if why] or [
            Problem(answers[0].place, "N010", said)
        ]
    if problems:
        raise CannotGoOn(problems)
    return answered


def _with(files: Files, answer: Answer, words: Words) -> tuple[Files, str]:
    """The files with one answer in them, or why it says nothing that can be done."""
    from shizhong_cli.writing.draft_review import CannotCorrect, accepted, corrected, dropped

    it = _figures(files)[answer.key]
    if answer.action == DROP:
        return dropped(files, it, words("review.reason")), ""
    if answer.action == ACCEPT:
        return accepted(files, it), ""
    try:
        return corrected(files, it, answer.changes), ""
    except CannotCorrect as error:
        return files, ", ".join(error.words)


def _refused(files: Files, words: Words) -> str:
    """Why files would no longer load; nothing where they do."""
    from shizhong_cli.reading.pack.catalogue import read_texts
    from shizhong_cli.rendering.sentences.names import problem_message

    _, problems = read_texts(files.baselines, files.targets)
    return "; ".join(dict.fromkeys(problem_message(problem, words) for problem in problems))
