"""What the first screen of verify-baselines says beside the checks themselves: implied numbers, and what is folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Tone
from shizhong_cli.rendering.sentences.implied import ImpliedSpeech, implies_a_number
from shizhong_cli.rendering.wording import Words


def implied_grids(speech: ImpliedSpeech, outcomes: Sequence[Outcome]) -> Iterator[Grid]:
    """The numbers that the printed ones imply, each with the relation that it comes from."""
    words = speech.words
    rows = tuple(
        (
            Cell(speech.subject(outcome)),
            Cell(speech.number(outcome), Tone.STRONG),
            Cell(speech.relation(outcome) + speech.is_guessed(outcome), Tone.FAINT),
        )
        for outcome in outcomes
        if implies_a_number(outcome)
    )
    columns = (
        Column(words("column.implied_of"), narrowest=18),
        Column(words("column.implied"), narrowest=18),
        Column(words("column.implied_from"), narrowest=18),
    )
    if rows:
        yield Grid(columns, rows, words("verify.implied.title", number=len(rows)))


def teaches_nothing(outcome: Outcome) -> bool:
    """Whether there is nothing in it to read: a part within its whole, a share that is printed as 100 %."""
    passed = outcome.verdict is Verdict.CONSISTENT and outcome.check.kind is Kind.SHARE_LIMIT
    return passed or outcome.is_trivial


def folded_grids(catalogue: Catalogue, report: Report, words: Words) -> Iterator[Grid]:
    """What is counted and not listed, a line for each group, with the option that lists it."""
    groups = [group for group in _groups(catalogue, report) if group[1]]
    rows = tuple(
        (Cell(words(f"folded.{key}", total=total)), Cell(str(number)), Cell(option))
        for key, number, total, option in groups
    )
    columns = (
        Column(words("column.folded"), narrowest=24),
        Column(words("column.number"), right=True, narrowest=4),
        Column(words("column.unfold"), narrowest=24),
    )
    if rows:
        yield Grid(columns, rows, words("verify.folded"), Tone.FAINT)


def _groups(catalogue: Catalogue, report: Report) -> Iterator[tuple[str, int, int, str]]:
    """Key, number, of how many, and the option."""
    vacuous = [o for o in report.outcomes if o.verdict is Verdict.VACUOUS]
    verdicts = Counter(o.verdict for o in report.outcomes)
    implying = sum(map(implies_a_number, vacuous))
    plain = sum(o.is_trivial for o in vacuous)
    passed = sum(map(teaches_nothing, report.outcomes)) - plain
    of_vacuous = f"--verdict {Verdict.VACUOUS}"
    yield "implying", implying, 0, of_vacuous
    yield "trivial", plain, 0, of_vacuous
    yield "powerless", len(vacuous) - implying - plain, 0, of_vacuous
    yield "whole_share", passed, 0, f"--verdict {Verdict.CONSISTENT}"
    yield "not_checkable", verdicts[Verdict.NOT_CHECKABLE], 0, f"--verdict {Verdict.NOT_CHECKABLE}"
    yield "unchecked", len(report.unchecked), len(catalogue.baselines), "--unchecked"
