"""Where the targets of one pack of many stand, in few numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.problems import Problem
from shizhong_cli.tuples import NamedTuple

MOST_PROBLEMS = 3
"""Problems of a pack that are kept to be shown; how many there are is kept as well."""


class Standings(NamedTuple):
    """One line of the answer about many packs."""

    pack: str
    counts: tuple[int, ...] = ()  # how many targets have each status, in the order of ``Status``; none of a bad pack
    problems: tuple[Problem, ...] = ()  # why it, or a row of its ledger, could not be read
    problem_count: int = 0

    @property
    def targets(self) -> int:
        """How many targets were measured."""
        return sum(self.counts)

    @property
    def is_bad(self) -> bool:
        """Whether the pack could not be read."""
        return not self.counts

    def count(self, status: Status) -> int:
        """How many targets have a status."""
        return dict(zip(Status, self.counts, strict=False)).get(status, 0)


def standings(pack: str, gaps: Iterable[Gap], problems: Iterable[Problem] = ()) -> Standings:
    """What measuring a pack came to; ``problems`` are those of its ledger."""
    counted, problems = Counter(gap.status for gap in gaps), tuple(problems)
    return Standings(pack, tuple(counted[one] for one in Status), problems[:MOST_PROBLEMS], len(problems))


def standings_of_bad(pack: str, problems: Iterable[Problem]) -> Standings:
    """That a pack could not be read, and why."""
    problems = tuple(problems)
    return Standings(pack, (), problems[:MOST_PROBLEMS], len(problems))


def worst_first(listed: Iterable[Standings]) -> list[Standings]:
    """Packs that could not be read, then those with most targets missed, then behind and so on; by name."""
    return sorted(listed, key=lambda one: (not one.is_bad, *(-one.count(status) for status in _WORST), one.pack))


_WORST = (Status.MISSED, Status.BEHIND, Status.WITHIN_BAND, Status.UNDECIDED)


def standings_row(one: Standings) -> Row:
    """One pack as a row."""
    counts: Row = {status.value: one.count(status) for status in Status}
    return {"pack": one.pack, "targets": one.targets, **counts, "problems": one.problem_count}
