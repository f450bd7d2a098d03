"""Walking through what a draft guessed: ``draft --review``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.review_files import is_past, problems_of, read_files, write_files
from shizhong_cli.commands.review_words import (
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

if TYPE_CHECKING:
    from shizhong_cli.rendering.wording import Words
    from shizhong_cli.writing.draft_indicators import Files
    from shizhong_cli.writing.draft_review import Waiting

_AROUND = 40
_MOST_PROBLEMS = 3
_ACCEPT, _CORRECT, _DROP, _LATER, _QUIT = "acdsq"


def review(folder: Path, text: str, year: int | None, words: Words) -> None:
    """Ask about every guessed figure of a folder; after each answer the files are written."""
    from shizhong_cli.writing.draft_review import waiting

    passed: set[tuple[str, str, int, int]] = set()
    while True:
        files = read_files(folder)
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
        elif answer == _LATER or not (now := _done(answer, folder, files, it, words)):
            passed.add(_key(it))
        elif is_past(now.get("role", ""), now.get("period", ""), text, year):
            say(words("review.past", name=it.name, period=now["period"]))
    say(words("review.left", number=len(list(waiting(read_files(folder))))))


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


def _done(answer: str, folder: Path, files: Files, it: Waiting, words: Words) -> dict[str, str]:
    """Do what was answered and say what the figure is now; nothing, with nothing changed, where it cannot be done."""
    from shizhong_cli.writing.draft_review import CannotCorrect, accepted, as_meant, corrected, dropped

    changes: dict[str, str] = {}
    try:
        if answer == _ACCEPT:
            changed = accepted(files, it)
        elif answer == _DROP:
            changed = dropped(files, it, words("review.reason"))
        else:
            changes = _changes(_ask(words("review.changes")))
            changed = corrected(files, it, changes)
    except CannotCorrect as error:
        say(words("review.cannot", reason=", ".join(error.words) or words("review.no_changes")))
        return {}
    if not _write(folder, changed, words):
        return {}
    period = as_meant("period", changes.get("period", it.fields.get("period", "")))
    return {"role": "" if answer == _DROP else changes.get("role", it.role.value), "period": period}


def _changes(line: str) -> dict[str, str]:
    """``period=2024 measure=level`` as fields, in the words of either language; a value runs to the next key.

    Raises ``CannotCorrect`` for words before the first key, and where a key comes twice.
    """
    from shizhong_cli.writing.draft_review import EDITABLE, CannotCorrect

    changes: dict[str, str] = {}
    key, columns, unread = "", codes("review.column", EDITABLE), []
    for word in line.replace("＝", "=").split():
        name, equals, value = word.partition("=")
        if equals:
            key = columns.get(name.casefold(), name)
            unread += [word] if key in changes else []
            changes[key] = value
        elif key:
            changes[key] = f"{changes[key]} {word}"
        else:
            unread.append(word)
    if changes and unread:
        raise CannotCorrect(unread)
    listed = {"role": roles(), "measure": measures_of_all(), "direction": directions(), "prices": prices()}
    for key, known in ((key, codes(key, of)) for key, of in listed.items()):
        if key in changes:
            changes[key] = known.get(changes[key].casefold(), changes[key])
    return changes


def _write(folder: Path, files: Files, words: Words) -> bool:
    """Write both files where they load; nothing at all where they would not."""
    from shizhong_cli.rendering.sentences.names import problem_message

    if problems := problems_of(files):
        reason = "; ".join(problem_message(problem, words) for problem in problems[:_MOST_PROBLEMS])
        say(words("review.cannot", reason=reason))
        return False
    write_files(folder, files)
    return True
