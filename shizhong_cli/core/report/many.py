"""What comparing one text of many with its pack came to, in few numbers."""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.report.compared import Coverage
from shizhong_cli.problems import Problem
from shizhong_cli.tuples import NamedTuple

MOST_PROBLEMS = 3
"""Problems of a pack that are kept to be shown; how many there are is kept as well."""
LEFT = ("undeclared", "unmatched", "misplaced", "outdated")
"""What makes a comparison incomplete."""


class Covered(NamedTuple):
    """One line of the answer about many packs."""

    pack: str
    text: str  # the file that was compared; empty where there is none
    matched: int = 0
    left: tuple[int, ...] = ()  # in the order of ``LEFT``; none of a pair that could not be read
    problems: tuple[Problem, ...] = ()  # why it could not be compared
    problem_count: int = 0

    @property
    def is_bad(self) -> bool:
        """Whether pack or text could not be read."""
        return not self.left

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left over, out of place or out of date."""
        return not self.is_bad and not any(self.left)


def covered(pack: str, text: str, found: Coverage) -> Covered:
    """What a comparison came to."""
    left = (found.undeclared, found.unmatched, found.misplaced, found.outdated)
    return Covered(pack, text, len(found.matched), tuple(map(len, left)))


def covered_of_bad(pack: str, text: str, problems: Iterable[Problem]) -> Covered:
    """That a pack or its text could not be read, and why."""
    problems = tuple(problems)
    return Covered(pack, text, problems=problems[:MOST_PROBLEMS], problem_count=len(problems))


def worst_first(listed: Iterable[Covered]) -> list[Covered]:
    """Pairs that could not be read, then those with most left over; by name."""
    return sorted(listed, key=lambda one: (not one.is_bad, -sum(one.left), one.pack))


def covered_row(one: Covered) -> Row:
    """One pair as a row; the counts of one that could not be read are not known."""
    counts: Row = dict(zip(LEFT, one.left or (None,) * len(LEFT), strict=True))
    matched = None if one.is_bad else one.matched
    head: Row = {"pack": one.pack, "text": one.text or None, "complete": one.is_complete, "matched": matched}
    return {**head, **counts, "problems": one.problem_count}


class Drafted(NamedTuple):
    """One line of the answer about drafts of many reports."""

    text: str
    folder: str = ""  # empty where nothing was written
    year: int = 0
    other_years: tuple[int, ...] = ()  # of witnesses that have another year
    sure: tuple[int, ...] = ()  # figures of high, medium and low confidence
    left: int = 0  # what coverage finds
    unread: int = 0  # numbers that could not be made figures
    problems: tuple[Problem, ...] = ()  # why it could not be drafted
    problem_count: int = 0

    @property
    def is_bad(self) -> bool:
        """Whether there is no draft."""
        return not self.folder


def worst_drafts_first(listed: Iterable[Drafted]) -> list[Drafted]:
    """Reports that could not be drafted, then those with most left over, then most that is in doubt; by name."""
    return sorted(listed, key=lambda one: (not one.is_bad, -one.left, -sum(one.sure[2:]), one.text))


def drafted_row(one: Drafted) -> Row:
    """One report as a row; what is not known of one that could not be drafted is nothing."""
    high, medium, low = one.sure or (None,) * 3
    head: Row = {"text": one.text, "folder": one.folder or None, "year": one.year or None}
    counts: Row = {"high": high, "medium": medium, "low": low, "left": None if one.is_bad else one.left}
    counts |= {"unread": None if one.is_bad else one.unread}
    return {**head, "other_years": list(one.other_years), **counts}
