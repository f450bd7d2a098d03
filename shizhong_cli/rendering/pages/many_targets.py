"""The page about the targets of many packs: one line each, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from shizhong_cli.core.progress.many import Standings
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.problems import Problem
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.names import problem_text
from shizhong_cli.rendering.wording import Words

_TONES = {Status.MISSED: Tone.BAD, Status.BEHIND: Tone.BAD, Status.WITHIN_BAND: Tone.WARN}


def many_targets_sheet(listed: Sequence[Standings], words: Words) -> Sheet:
    """One line a pack with how many targets have each status that there is, then how many there are in all."""
    shown = [status for status in Status if any(one.count(status) for one in listed)]
    columns = (
        Column(words("column.pack"), narrowest=12),
        Column(words("column.targets"), right=True),
        *(Column(words(f"status.{status}"), right=True) for status in shown),
    )
    bad, targets = sum(one.is_bad for one in listed), sum(one.targets for one in listed)
    wrong = chain.from_iterable(what_is_wrong(one.pack, one.problems, one.problem_count, words) for one in listed)
    stands = Line(words("status.many", total=len(listed), bad=bad, targets=targets), Tone.STRONG)
    return stands, Grid(columns, tuple(_row(one, shown) for one in listed)), *wrong


def _row(one: Standings, shown: Sequence[Status]) -> tuple[Cell, ...]:
    counts = (_count(one, status) for status in shown)
    targets = Cell("" if one.is_bad else str(one.targets))
    return Cell(one.pack, Tone.BAD if one.is_bad else Tone.PLAIN), targets, *counts


def _count(one: Standings, status: Status) -> Cell:
    number = one.count(status)
    return Cell(str(number), _TONES.get(status, Tone.PLAIN)) if number else Cell("")


def what_is_wrong(pack: str, problems: Sequence[Problem], number: int, words: Words) -> list[Line]:
    """What is wrong with the files of a pack, ``number`` in all; each names its file."""
    more = number - len(problems)
    shown = [problem_text(problem, words).splitlines()[0] for problem in problems]
    shown += [f"{pack}: {words('verify.many.more', number=more)}"] if more > 0 else []
    return [Line(text, Tone.BAD) for text in shown]
