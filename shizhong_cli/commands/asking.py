"""Recording figures in a conversation: one target after the other, with what it expects."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.keeping import keep_and_tell, known_in
from shizhong_cli.commands.talking import say
from shizhong_cli.commands.times import with_year
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import clock

if TYPE_CHECKING:
    from shizhong_cli.commands.beside import Beside
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.rendering.pages.template import Asked
    from shizhong_cli.rendering.wording import Words


class _Enough(Exception):
    """Whoever is asked has no more to say."""


def ask_for_figures(
    catalogue: Catalogue,
    ledger: Path,
    as_of: str,
    beside: Beside,
    words: Words,
    following: str = "",
) -> None:
    """Ask for the figure of every target with a number; each is kept as it is given."""
    from shizhong_cli.rendering.pages.template import asked_rows

    asked = kept = 0
    try:
        as_of = as_of or _day(catalogue, words)
        say(words("ask.how"))
        for asked, row in enumerate(asked_rows(catalogue, words, as_of), 1):  # noqa: B007 - counted
            kept += _one(catalogue, ledger, row, beside, words)
    except _Enough:
        pass
    say(words("ask.done", kept=kept, asked=asked, ledger=ledger))
    if kept:
        say(following)


def _day(catalogue: Catalogue, words: Words) -> str:
    """The day that all figures are of."""
    from shizhong_cli.reading.actuals.ahead import not_over
    from shizhong_cli.reading.dates import read_day
    from shizhong_cli.rendering.sentences.names import problem_text

    while True:
        problems: list[Problem] = []
        text = with_year(catalogue, _answer(words("ask.day")), "--as-of", words)
        period = read_day(text, Place("--as-of"), problems) if text else None
        if problem := not_over(period, clock.today(), Place("--as-of")):
            problems.append(problem)
        elif period:
            return text
        for problem in problems:
            say(problem_text(problem, words))


def _one(catalogue: Catalogue, ledger: Path, row: Asked, beside: Beside, words: Words) -> int:
    """Ask until there is a figure that can be kept, or none is given; how many were kept."""
    from shizhong_cli.reading.actuals.from_words import actual_from_words
    from shizhong_cli.rendering.sentences.names import problem_text

    unit = words("ask.unit", unit=row.unit) if row.unit else ""
    prompt = words("ask.figure", name=row.name, target=row.target, period=row.period, unit=unit)
    while text := _answer(prompt):
        try:
            new = [actual_from_words(catalogue, row.indicator, text, row.unit, row.as_of)]
        except CannotGoOn as error:
            for problem in error.problems:
                say(problem_text(problem, words))
            continue
        problems: list[Problem] = []
        known = known_in(catalogue, ledger, clock.today(), problems)
        keep_and_tell(catalogue, ledger, new, known, problems, beside, clock.now(), words)
        return 1
    return 0


def _answer(prompt: str) -> str:
    """What is typed at a prompt, which goes where talk goes. Raises ``_Enough`` at the end of what is typed."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline() if sys.stdin else ""
    if not line or line.strip().casefold() in ("q", "quit", "完", "结束"):
        raise _Enough
    return line.strip()
