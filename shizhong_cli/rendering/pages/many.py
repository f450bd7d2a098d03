"""The page about many packs: one line each, worst first."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.checking.tally import Tally, worst_first
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.names import problem_text
from shizhong_cli.rendering.wording import Words

MOST_FINDINGS = 3
"""Checks that are named in a line; more are counted."""


def many_sheet(tallies: Sequence[Tally], words: Words) -> Sheet:
    """One line a pack, then how many there are of each kind."""
    columns = (
        Column(words("column.pack"), narrowest=12),
        Column(words("column.checks"), right=True),
        Column(words("column.found"), right=True),
        Column(words("column.questions"), right=True),
        *([Column(words("column.what"), narrowest=20)] if any(one.is_finding for one in tallies) else []),
    )
    grid = Grid(columns, tuple(_row(one, words)[: len(columns)] for one in worst_first(tallies)))
    bad = sum(not one.checks for one in tallies)
    wrong = sum(one.is_finding for one in tallies) - bad
    return Line(words("verify.many", total=len(tallies), bad=bad, wrong=wrong), Tone.STRONG), grid


def _row(one: Tally, words: Words) -> tuple[Cell, ...]:
    tone = Tone.BAD if one.is_finding else Tone.PLAIN
    found = str(len(one.findings)) if one.checks else ""
    checks, questions = (str(number) if one.checks else "" for number in (one.checks, one.questions))
    return Cell(one.pack, tone), Cell(checks), Cell(found, tone), Cell(questions), Cell(_what(one, words), tone)


def _what(one: Tally, words: Words) -> str:
    """What is wrong with a pack; of a sound one nothing."""
    if not one.checks:
        shown = [problem_text(problem, words).splitlines()[0] for problem in one.problems] or [words("verify.nothing")]
        return "\n".join(shown + _more(one.problem_count - len(one.problems), words))
    named = [*one.findings[:MOST_FINDINGS], *_more(len(one.findings) - MOST_FINDINGS, words)]
    truncated = one.count(Verdict.ONLY_IF_TRUNCATED)
    alone = truncated and truncated == len(one.findings)
    return (f"{words('verdict.only_if_truncated')}: " if alone else "") + ", ".join(named)


def _more(number: int, words: Words) -> list[str]:
    return [words("verify.many.more", number=number)] if number > 0 else []
