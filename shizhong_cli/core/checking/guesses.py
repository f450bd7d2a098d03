"""What a draft guessed proves nothing: a check that fails on a guessed figure is no finding but a question.

A figure carries what was guessed of it (``guessed: [period]``) until somebody has looked and taken the words away.
"""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.core.checking.check import GUESSED, Outcome
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.terms import QuestionRule


def set_guesses_apart(outcomes: Iterable[Outcome], catalogue: Catalogue) -> tuple[list[Outcome], list[Question]]:
    """The outcomes, those that would find fault with a guess made ``not_checkable``, and a question for each."""
    kept, questions = [], []
    for outcome in outcomes:
        if outcome.is_finding and any(figure.guessed for figure in _figures_of(outcome)):
            figures = tuple(outcome.check.figures.values())
            questions.append(Question(QuestionRule.GUESSED, figures if len(figures) > 1 else figures * 2))
            outcome = Outcome(outcome.check._replace(forbidden=GUESSED), Verdict.NOT_CHECKABLE)
        kept.append(outcome)
    silenced = {(it.rule, it.indicator): it.reason for it in catalogue.silences}
    return kept, [it._replace(silenced=_reason(it, silenced)) for it in questions]


def _figures_of(outcome: Outcome) -> Iterable[Figure]:
    """The figures of a check, and those of the checks that it builds on."""
    yield from outcome.check.figures.values()
    for source in outcome.check.sources.values():
        yield from source.figures.values()


def _reason(question: Question, silenced: dict[tuple[QuestionRule, str], str]) -> str:
    return next((text for it in question.figures if (text := silenced.get((question.rule, it.indicator)))), "")
