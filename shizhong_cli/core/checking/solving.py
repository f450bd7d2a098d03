"""Whether a relation can hold: evaluated over intervals, solved for its unknown, searched for whole numbers.

Whole numbers: a count is searched among whole numbers. With one count that is not known exactly the search is exact;
with more than one the others are taken as ranges, which can only make a verdict milder.

What the unknown of another check can be may enter a relation (``sources``); the figures of both then range freely, each
in its own check, which can only make a verdict milder as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from shizhong_cli.core.checking.check import Check, Unknown
from shizhong_cli.core.checking.compiled import evaluator, solver
from shizhong_cli.core.checking.evaluating import compare, evaluate, solve
from shizhong_cli.core.checking.expression import is_plain_sum, names_in, solvable_names
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import EMPTY, Interval, WholeNumbers
from shizhong_cli.tuples import NamedTuple

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
    return Attempt(_counts_fit(check, loose_counts(check, known), known, trials), computed, reported)


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
    return _loose(_solvable_counts(check), known)


def _loose(counts: Iterable[str], known: Mapping[str, Interval]) -> list[str]:
    return [name for name in counts if not known[name].is_point]


def _solvable_counts(check: Check) -> list[str]:
    """The counts that an equation can be solved for."""
    counts = [name for name, figure in check.figures.items() if figure.counts]
    if not counts or check.relation.sign != "=":
        return []
    solvable = solvable_names(check.relation)
    return [name for name in counts if name in solvable]


def is_sum_of_counts(check: Check) -> bool:
    """Whether whole numbers are only added, so that an interval with whole ends holds one if it holds anything."""
    return all(figure.counts for figure in check.figures.values()) and is_plain_sum(check.relation)


Trier: TypeAlias = Callable[[Interval], bool]


def trier(check: Check, name: str, known: Mapping[str, Interval], trials: Trials) -> Trier:
    """Whether the relation can hold, for every interval that one figure may have; as ``attempt``, with less to do.

    What the figure does not touch is worked out once.
    """
    if any(values.is_empty for key, values in known.items() if key != name):
        return lambda _: False
    touched = [key for key, source in check.sources.items() if name in source.figures and key not in known]
    if touched:
        return _of_sources(check, name, touched, known, trials)
    return _of_unknown(check, name, known, trials) if check.unknown else _of_sides(check, name, known, trials)


def _of_sources(check: Check, name: str, touched: list[str], known: Mapping[str, Interval], trials: Trials) -> Trier:
    """The same where the figure is in other checks that enter this one."""
    if any(check.sources[key].sources for key in touched):
        return lambda values: attempt(check, {**known, name: values}, False, trials).holds
    implied = {key: _implied(check.sources[key], name, known) for key in touched}
    if len(touched) > 1 or name in names_in(check.relation):
        return lambda values: attempt(check, _all_known(known, name, values, implied), False, trials).holds
    first, outer = implied[touched[0]], trier(check, touched[0], known, trials)
    return lambda values: not values.is_empty and outer(first(values))


def _all_known(
    known: Mapping[str, Interval], name: str, values: Interval, implied: Mapping[str, Callable[[Interval], Interval]]
) -> Mapping[str, Interval]:
    """What is known where one figure has these values, with what other checks then imply."""
    return {**known, name: values, **{key: implies(values) for key, implies in implied.items()}}


def _of_unknown(check: Check, name: str, known: Mapping[str, Interval], trials: Trials) -> Trier:
    """The same for a relation with an unknown."""
    assert check.unknown is not None
    unknown, counts = check.unknown, [] if is_sum_of_counts(check) else _solvable_counts(check)
    solved = solver(check.relation, unknown.name, name, known.__getitem__)

    def can_hold(values: Interval) -> bool:
        implied = interval.EMPTY if values.is_empty else solved(values) & unknown.possible
        if implied.is_empty or not unknown.whole:
            return not implied.is_empty
        if not counts or not implied.has_whole:
            return implied.has_whole
        now = {**known, name: values}
        whole, loose = implied.whole_numbers(), _loose(counts, now)
        return _narrow(check, unknown.name, whole, loose, now, False, trials) is not None

    return can_hold


def _of_sides(check: Check, name: str, known: Mapping[str, Interval], trials: Trials) -> Trier:
    """The same for a relation whose two sides are known."""
    relation = check.relation
    left, right = (evaluator(side, name, known.__getitem__) for side in (relation.left, relation.right))
    counts = _solvable_counts(check)

    def can_hold(values: Interval) -> bool:
        if values.is_empty or not compare(left(values), relation.sign, right(values)):
            return False
        now = {**known, name: values}
        return not counts or _counts_fit(check, _loose(counts, now), now, trials)

    return can_hold


def _counts_fit(check: Check, loose: list[str], known: Mapping[str, Interval], trials: Trials) -> bool:
    """Whether the counts of a relation whose sides can agree can be whole numbers."""
    if not loose:
        return True
    allowed = (solve(check.relation, loose[0], known.__getitem__) & known[loose[0]]).whole_numbers()
    return _narrow(check, loose[0], allowed, loose[1:], known, False, trials) is not None


def _implied(source: Check, name: str, known: Mapping[str, Interval]) -> Callable[[Interval], Interval]:
    """``implied_by`` for every interval that one figure may have."""
    assert source.unknown is not None
    unknown, limit = source.unknown, source.limits.get(name, interval.EVERYTHING)
    own = {key: known[key] & source.limits.get(key, interval.EVERYTHING) for key in source.figures}
    counts = searched_counts(source)
    loose = _loose((key for key in counts if key != name), own)
    if loose or any(values.is_empty for key, values in own.items() if key != name):
        return lambda values: implied_by(source, {**known, name: values})
    solved = solver(source.relation, unknown.name, name, own.__getitem__)

    def implied(values: Interval) -> Interval:
        allowed = values & limit
        if name in counts and not allowed.is_point:
            return implied_by(source, {**known, name: values})
        found = EMPTY if allowed.is_empty else solved(allowed) & unknown.possible
        return found.whole_numbers().hull() if unknown.whole else found

    return implied


def searched_counts(check: Check) -> list[str]:
    """The counts that are searched among whole numbers where they are not known exactly."""
    if check.unknown is not None and (not check.unknown.whole or is_sum_of_counts(check)):
        return []
    return _solvable_counts(check)


def _narrow(
    check: Check, name: str, whole: WholeNumbers, loose: list[str], known: Mapping[str, Interval], in_full: bool,
    trials: Trials,
) -> WholeNumbers | None:  # fmt: skip
    """The members of a run of whole numbers that leave the loose count a whole number; only some, if not in full."""
    if whole.is_empty:
        return None
    if not loose:
        return whole
    other, possible = _solved_for(check, loose[0], name, known, in_full), known[loose[0]]

    def fits(number: int) -> bool:
        return not trials.take() or (other(interval.exact(number)) & possible).has_whole

    return _members(whole, fits, in_full)


def _solved_for(
    check: Check, unknown: str, name: str, known: Mapping[str, Interval], often: bool
) -> Callable[[Interval], Interval]:
    """What an unknown is for every interval that a name may have; compiled only where that is asked often."""
    if often:
        return solver(check.relation, unknown, name, known.__getitem__)
    return lambda values: solve(check.relation, unknown, {**known, name: values}.__getitem__)


def _members(whole: WholeNumbers, fits: Callable[[int], bool], in_full: bool) -> WholeNumbers | None:
    """The members of a run that fit: all of a short one, of a long one those from the first to the last that does."""
    first, last = whole.first, whole.last
    if in_full and first is not None and last is not None and last - first < 2 * LONGEST_SEARCH:
        return WholeNumbers.of([number for number in whole.listed if fits(number)])
    first = _first_member(whole, fits)
    last = _last_member(first, last, fits) if in_full else last
    run = WholeNumbers(first, last, sampled=first != last)
    return None if run.is_empty else run


def _first_member(whole: WholeNumbers, fits: Callable[[int], bool]) -> int | None:
    """The first that fits; of the last tried, the one behind it where none does."""
    first, last = whole.first, whole.last
    if first is None:
        return None
    end = first + LONGEST_SEARCH if last is None else min(first + LONGEST_SEARCH, last + 1)
    return next((number for number in range(first, end) if fits(number)), end)


def _last_member(first: int | None, last: int | None, fits: Callable[[int], bool]) -> int | None:
    """The last that fits, from the other end."""
    if first is None or last is None:
        return last
    start = max(last - LONGEST_SEARCH, first - 1)
    return next((number for number in range(last, start, -1) if fits(number)), start)


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
