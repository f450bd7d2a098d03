"""Walking through what a draft guessed: ``draft --review``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.review_answers import (
    ACCEPT,
    ANSWERS,
    CORRECT,
    DROP,
    codes,
    directions,
    measures_of_all,
    prices,
    roles,
)
from shizhong_cli.commands.talking import say
from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.problems import CannotGoOn

if TYPE_CHECKING:
    from shizhong_cli.rendering.wording import Words
    from shizhong_cli.writing.draft_indicators import Files
    from shizhong_cli.writing.draft_review import Waiting

_AROUND = 40
_MOST_PROBLEMS = 3
_ACCEPT, _CORRECT, _DROP, _LATER, _QUIT = "acdsq"


def review(folder: Path, text: str, words: Words) -> None:
    """Ask about every guessed figure of a folder; after each answer the files are written."""
    from shizhong_cli.writing.draft_review import waiting

    passed: set[tuple[str, str, int, int]] = set()
    while True:
        files = _read(folder)
        left = list(waiting(files))
        here = [it for it in left if _key(it) not in passed]
        if not here:
            break
        it = here[0]
        say(_shown(it, text, words, len(left)))
        typed = _ask(words("review.ask"))
        answer = _meant(typed)
        if typed == "" or answer == _QUIT:
            break
        if half_width(typed) in ("?", "h", "help"):
            say(_help(words))
        elif not answer:
            say(words("review.cannot", reason=typed))
        elif answer == _LATER or not _done(answer, folder, files, it, words):
            passed.add(_key(it))
    say(words("review.left", number=len(list(waiting(_read(folder))))))


def _help(words: Words) -> str:
    """What each answer does, and what can be typed in a correction."""

    def listed(prefix: str, of: Iterable[str]) -> str:
        return ", ".join(f"{words(f'{prefix}.{code}')} ({code})" for code in of)

    return words(
        "review.help",
        measures=listed("measure", measures_of_all()),
        directions=listed("direction", directions()),
        prices=listed("prices", prices()),
    )


def _meant(typed: str) -> str:
    """The letter of an answer, typed as a letter or as the word for it; nothing where nobody knows it."""
    typed = half_width(typed).strip().casefold()
    if typed in (_ACCEPT, _CORRECT, _DROP, _LATER, _QUIT):
        return typed
    answer = codes("review.answer", ANSWERS).get(typed, "")
    return {ACCEPT: _ACCEPT, CORRECT: _CORRECT, DROP: _DROP}.get(answer, "")


def _key(it: Waiting) -> tuple[str, str, int, int]:
    return it.indicator, it.figure, it.line, it.column


def _read(folder: Path) -> Files:
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.writing.draft_indicators import Files

    return Files(*((folder / name).read_text(encoding="utf-8") for name in (BASELINES, TARGETS)))


def _shown(it: Waiting, text: str, words: Words, left: int) -> str:
    """One figure, with the words around it."""
    lines = text.split("\n")
    around = ""
    if 0 < it.line <= len(lines):
        line, column = lines[it.line - 1], max(0, it.column - 1)
        around = f"{line[max(0, column - _AROUND) : column]}▶{line[column : column + _AROUND]}"
    from shizhong_cli.rendering.sentences.guesses import guesses_text

    guesses = guesses_text(it.guessed, words)
    return words(
        "review.figure",
        left=left, around=around, name=it.name, figure=it.figure, measure=words(f"measure.{it.measure}"),
        role=words(f"role.{it.role}"), period=it.fields.get("period", ""), since=it.fields.get("since", "—"),
        guesses=guesses,
    )  # fmt: skip


def _ask(prompt: str) -> str:
    """One line of the person at the terminal; nothing when there is no more."""
    say(prompt)
    return sys.stdin.readline().strip() if sys.stdin else ""


def _done(answer: str, folder: Path, files: Files, it: Waiting, words: Words) -> bool:
    """Do what was answered; false, with nothing changed, where it cannot be done."""
    from shizhong_cli.writing.draft_review import CannotCorrect, accepted, corrected, dropped

    try:
        if answer == _ACCEPT:
            changed = accepted(files, it)
        elif answer == _DROP:
            changed = dropped(files, it, words("review.reason"))
        else:
            changed = corrected(files, it, _changes(_ask(words("review.changes"))))
    except CannotCorrect as error:
        say(words("review.cannot", reason=", ".join(error.words) or words("review.no_changes")))
        return False
    return _write(folder, files, changed, words)


def _changes(line: str) -> dict[str, str]:
    """``period=2024 measure=level`` as fields, in the words of either language; a value runs to the next key."""
    from shizhong_cli.writing.draft_review import EDITABLE

    changes: dict[str, str] = {}
    key, columns = "", codes("review.column", EDITABLE)
    for word in line.replace("＝", "=").split():
        name, equals, value = word.partition("=")
        if equals:
            key = columns.get(name.casefold(), name)
            changes[key] = value
        elif key:
            changes[key] = f"{changes[key]} {word}"
    listed = {"role": roles(), "measure": measures_of_all(), "direction": directions(), "prices": prices()}
    for key, known in ((key, codes(key, of)) for key, of in listed.items()):
        if key in changes:
            changes[key] = known.get(changes[key].casefold(), changes[key])
    return changes


def _write(folder: Path, before: Files, after: Files, words: Words) -> bool:
    """Write both files; put them back as they were when they would no longer load."""
    from shizhong_cli.reading.pack.catalogue import load_catalogue
    from shizhong_cli.rendering.sentences.names import problem_message

    _put(folder, after)
    try:
        load_catalogue(folder)
    except CannotGoOn as error:
        _put(folder, before)
        reason = "; ".join(problem_message(problem, words) for problem in error.problems[:_MOST_PROBLEMS])
        say(words("review.cannot", reason=reason))
        return False
    return True


def _put(folder: Path, files: Files) -> None:
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.writing.files import Purpose, write_together

    contents = {folder / BASELINES: files.baselines, folder / TARGETS: files.targets}
    write_together({path: text.encode("utf-8") for path, text in contents.items()}, True, Purpose.REVIEW)
