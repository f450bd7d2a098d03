"""All checks of a catalogue judged, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from shizhong_cli.core.checking.check import Check, Outcome
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.guesses import set_guesses_apart
from shizhong_cli.core.checking.judging import judge
from shizhong_cli.core.checking.power import SlipTable
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.questions import ask
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.pack.model import Catalogue, Figure


class Report(NamedTuple):
    """What verifying a catalogue came to."""

    outcomes: tuple[Outcome, ...]
    questions: tuple[Question, ...]
    unchecked: tuple[Figure, ...]  # baseline figures that are in no check and no question
    judged: int = 0  # how many checks there were before a choice of verdicts

    @property
    def findings(self) -> list[Outcome]:
        """The outcomes that have to be put right, worst first."""
        order = list(Verdict)
        return sorted((o for o in self.outcomes if o.is_finding), key=lambda o: order.index(o.verdict))

    @property
    def open_questions(self) -> list[Question]:
        """The questions that nobody has answered."""
        return [question for question in self.questions if not question.silenced]


class Selection(NamedTuple):
    """Which checks and questions are wanted; an empty condition lets everything through."""

    indicators: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()

    def wants(self, check: Check) -> bool:
        """Whether a check is to be judged at all."""
        involved = {figure.indicator for figure in check.figures.values()}
        return (not self.kinds or check.kind in self.kinds) and self._about(involved)

    def wants_question(self, question: Question) -> bool:
        """Whether a question is to be shown: those are no checks, so a choice of kind or verdict leaves them out."""
        involved = {figure.indicator for figure in question.figures}
        return not self.kinds and not self.verdicts and self._about(involved)

    def _about(self, involved: set[str]) -> bool:
        return not self.indicators or not self.indicators.isdisjoint(involved)


def verify(
    catalogue: Catalogue, declared: Iterable[Check], selection: Selection | None = None, in_full: bool = True
) -> Report:
    """Judge the derived and the declared checks and ask the questions.

    Unless ``in_full``, what is shown of no check that notices nothing is not worked out: see ``judge``.
    """
    selection = selection or Selection()
    checks = [*derive_checks(catalogue), *declared]
    questions = ask(catalogue, checks)
    seen = {id(figure) for check in checks for figure in check.figures.values()}
    seen |= {id(figure) for question in questions for figure in question.figures}
    unchecked = tuple(f for f in catalogue.baselines if id(f) not in seen)
    slips = SlipTable()
    judged = [judge(check, slips, in_full) for check in checks if selection.wants(check)]
    outcomes, guesses = set_guesses_apart(judged, catalogue)
    questions = [*questions, *guesses]
    wanted = tuple(o for o in outcomes if not selection.verdicts or o.verdict in selection.verdicts)
    return Report(wanted, tuple(q for q in questions if selection.wants_question(q)), unchecked, len(outcomes))
