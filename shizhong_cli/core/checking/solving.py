"""Whether a relation can hold: evaluated over intervals, solved for its unknown, searched for whole numbers.

Whole numbers: a count is searched among whole numbers. With one count that is not known exactly the search is exact;
with more than one the others are taken as ranges, which can only make a verdict milder.

What the unknown of another check can be may enter a relation (``sources``); the figures of both then range freely, each
in its own check, which can only make a verdict milder as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from shizhong_cli.core.checking.check import Check, Unknown
from shizhong_cli.core.checking.expression import compare, evaluate, is_plain_sum, solvable_names, solve, solver
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import EMPTY, Interval, WholeNumbers

LONGEST_SEARCH = 1000
"""How many whole numbers are tried from each end of the implied range."""


class Attempt(NamedTuple):
    """Whether a relation can hold, with the numbers that decided."""

    holds: bool
    computed: Interval | None = None
    reported: Interval | None = None
    implied: Interval | None = None
    whole: WholeNumbers | None = None


class Trials:
    """How many whole numbers may still be tried; endless where no number is given."""

    def __init__(self, left: int | None = None) -> None:
        self.left = left

    def take(self) -> bool:
        """Whether there was one left."""
        if self.left is None:
            return True
        self.left -= 1
        return self.left >= 0


def attempt(check: Check, known: Mapping[str, Interval], in_full: bool = True, trials: Trials | None = None) -> Attempt:
    """Whether the relation can hold; ``in_full`` also lists the whole numbers for which it can."""
    trials = trials or Trials()
    relation = check.relation
    known = with_sources(check, known)
    if any(values.is_empty for values in known.values()):
        return Attempt(False)
    if check.unknown is not None:
        return _solve(check, check.unknown, known, in_full, trials)
    computed, reported = (
        evaluate(relation.left, known.__getitem__),
        evaluate(relation.right, known.__getitem__),
    )
    if not compare(computed, relation.sign, reported):
        return Attempt(False, computed, reported)
    loose = loose_counts(check, known)
    if not loose:
        return Attempt(True, computed, reported)
    allowed = (solve(relation, loose[0], known.__getitem__) & known[loose[0]]).whole_numbers()
    narrowed = _narrow(check, loose[0], allowed, loose[1:], known, False, trials)
    return Attempt(narrowed is not None, computed, reported)


def _solve(check: Check, unknown: Unknown, known: Mapping[str, Interval], in_full: bool, trials: Trials) -> Attempt:
    implied = solve(check.relation, unknown.name, known.__getitem__) & unknown.possible
    if implied.is_empty or not unknown.whole:
        return Attempt(not implied.is_empty, implied=implied)
    whole = implied.whole_numbers()
    loose = [] if is_sum_of_counts(check) else loose_counts(check, known)
    narrowed = _narrow(check, unknown.name, whole, loose, known, in_full, trials)
    return Attempt(narrowed is not None, implied=implied, whole=WholeNumbers(1, 0) if narrowed is None else narrowed)


def loose_counts(check: Check, known: Mapping[str, Interval]) -> list[str]:
    """Counts that are not known exactly and can be solved for; of the others the range decides, which is milder."""
    loose = [name for name, figure in check.figures.items() if figure.counts and not known[name].is_point]
    if not loose or check.relation.sign != "=":
        return []
    solvable = solvable_names(check.relation)
    return [name for name in loose if name in solvable]


def is_sum_of_counts(check: Check) -> bool:
    """Whether whole numbers are only added, so that an interval with whole ends holds one if it holds anything."""
    return all(figure.counts for figure in check.figures.values()) and is_plain_sum(check.relation)


def trier(check: Check, name: str, known: Mapping[str, Interval], trials: Trials) -> Callable[[Interval], bool]:
    """Whether the relation can hold, for every interval that one figure may have; as ``attempt``, with less to do.

    What the figure does not touch is worked out once, where the relation has an unknown and no other check comes in.
    """
    unknown = check.unknown
    others = {key: values for key, values in known.items() if key != name}
    if unknown is None or check.sources or any(values.is_empty for values in others.values()):
        return lambda values: attempt(check, {**known, name: values}, False, trials).holds
    implied_by = solver(check.relation, unknown.name, name, known.__getitem__)
    only_counts = is_sum_of_counts(check)

    def can_hold(values: Interval) -> bool:
        implied = interval.EMPTY if values.is_empty else implied_by(values) & unknown.possible
        if implied.is_empty or not unknown.whole:
            return not implied.is_empty
        now = {**known, name: values}
        loose = [] if only_counts else loose_counts(check, now)
        return _narrow(check, unknown.name, implied.whole_numbers(), loose, now, False, trials) is not None

    return can_hold


def _narrow(
    check: Check, name: str, whole: WholeNumbers, loose: list[str], known: Mapping[str, Interval], in_full: bool,
    trials: Trials,
) -> WholeNumbers | None:  # fmt: skip
    """The members of a run of whole numbers that leave the loose count a whole number; only some, if not in full."""
    if whole.is_empty:
        return None
    if not loose:
        return whole
    other, possible = solver(check.relation, loose[0], name, known.__getitem__), known[loose[0]]

    def fits(number: int) -> bool:
        return not trials.take() or not (other(interval.exact(number)) & possible).whole_numbers().is_empty

    return _members(whole, fits, in_full)


def _members(whole: WholeNumbers, fits: Callable[[int], bool], in_full: bool) -> WholeNumbers | None:
    """The members of a run that fit: all of a short one, of a long one those from the first to the last that does."""
    first, last = whole.first, whole.last
    if in_full and first is not None and last is not None and last - first < 2 * LONGEST_SEARCH:
        return WholeNumbers.of([n for n in range(first, last + 1) if fits(n)])
    if first is not None:
        end = first + LONGEST_SEARCH if last is None else min(first + LONGEST_SEARCH, last + 1)
        first = next((n for n in range(first, end) if fits(n)), end)
    if in_full and first is not None and last is not None:
        start = max(last - LONGEST_SEARCH, first - 1)
        last = next((n for n in range(last, start, -1) if fits(n)), start)
    run = WholeNumbers(first, last, sampled=first != last)
    return None if run.is_empty else run


def with_sources(check: Check, known: Mapping[str, Interval]) -> Mapping[str, Interval]:
    """What is known, with what other checks imply, where that is not known yet; nothing of one that cannot hold."""
    if not check.sources:
        return known
    asked = {name: source for name, source in check.sources.items() if name not in known}
    return {**known, **{name: implied_by(source, known) for name, source in asked.items()}}


def implied_by(source: Check, known: Mapping[str, Interval]) -> Interval:
    """What the unknown of a check can be, a count from its first whole number to its last."""
    assert source.unknown is not None
    own = {name: known[name] & source.limits.get(name, interval.EVERYTHING) for name in source.figures}
    found = attempt(source, own)
    if not found.holds or found.implied is None:
        return EMPTY
    return found.implied if found.whole is None else found.whole.hull()
