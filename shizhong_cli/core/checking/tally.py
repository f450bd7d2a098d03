"""What verifying one pack of many came to, in few numbers."""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.core.checking.check import FINDINGS
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.problems import Problem
from shizhong_cli.tuples import NamedTuple

MOST_PROBLEMS = 3
"""Problems of a pack that are kept to be shown; how many there are is kept as well."""


class Tally(NamedTuple):
    """One line of the answer about many packs."""

    pack: str
    verdicts: tuple[int, ...] = ()  # how many checks came to each, in the order of ``Verdict``; none of a bad pack
    questions: int = 0
    findings: tuple[str, ...] = ()  # the ids of the checks that have to be put right, worst first
    problems: tuple[Problem, ...] = ()  # why it could not be judged
    problem_count: int = 0

    @property
    def checks(self) -> int:
        """How many checks were judged."""
        return sum(self.verdicts)

    @property
    def is_finding(self) -> bool:
        """Whether something has to be put right."""
        return bool(self.findings or not self.checks)

    def count(self, verdict: Verdict) -> int:
        """How many checks came to a verdict."""
        return dict(zip(Verdict, self.verdicts, strict=False)).get(verdict, 0)


def tally(pack: str, report: Report) -> Tally:
    """What a report came to."""
    verdicts = [outcome.verdict for outcome in report.outcomes]
    counts = tuple(verdicts.count(verdict) for verdict in Verdict)
    findings = tuple(outcome.check.id for outcome in report.findings)
    return Tally(pack, counts, len(report.open_questions), findings)


def tally_of_bad(pack: str, problems: Iterable[Problem]) -> Tally:
    """That a pack could not be judged, and why."""
    problems = tuple(problems)
    return Tally(pack, problems=problems[:MOST_PROBLEMS], problem_count=len(problems))


def worst_first(tallies: Iterable[Tally]) -> list[Tally]:
    """Packs that could not be judged, then those with most to put right, then with most questions; by name."""
    return sorted(tallies, key=_badness)


def _badness(one: Tally) -> tuple[object, ...]:
    return (bool(one.checks), *(-one.count(verdict) for verdict in FINDINGS), -one.questions, one.pack)


def tally_row(one: Tally) -> Row:
    """One pack as a row."""
    counts: Row = {verdict.value: one.count(verdict) for verdict in Verdict}
    return {
        "pack": one.pack,
        "checks": one.checks,
        **counts,
        "questions": one.questions,
        "findings": list(one.findings),
        "problems": one.problem_count,
    }
