"""All checks of a catalogue judged, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from shizhong_cli.core.checking.check import Check, Outcome
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.guesses import set_guesses_apart
from shizhong_cli.core.checking.judging import judge
from shizhong_cli.core.checking.power import SlipTable
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.questions import ask
from shizhong_cli.core.checking.terms import Depth, Verdict
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.tuples import NamedTuple


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
    catalogue: Catalogue, declared: Iterable[Check], selection: Selection | None = None, depth: Depth = Depth.FULL
) -> Report:
    """Judge the derived and the declared checks, as far as that will be shown, and ask the questions."""
    selection = selection or Selection()
    checks = [*derive_checks(catalogue), *declared]
    questions = ask(catalogue, checks)
    involved = chain.from_iterable(check.figures.values() for check in checks)
    asked_about = chain.from_iterable(question.figures for question in questions)
    seen = set(map(id, chain(involved, asked_about)))
    unchecked = tuple(f for f in catalogue.baselines if id(f) not in seen)
    slips = SlipTable()
    judged = [judge(check, slips, depth) for check in checks if selection.wants(check)]
    outcomes, guesses = set_guesses_apart(judged, catalogue)
    questions = [*questions, *guesses]
    wanted = tuple(o for o in outcomes if not selection.verdicts or o.verdict in selection.verdicts)
    return Report(wanted, tuple(q for q in questions if selection.wants_question(q)), unchecked, len(outcomes))
