"""How many slips of the hand in its figures a check would notice.

A slip is noticed when the run would fail at the check: no true values give the figures any more, whether rounded or
cut off. A check that has an excuse never fails the run, so it notices none. Where that gives the same answer, the
slips are counted whose values are among those that the other figures leave possible, found by solving once; elsewhere
every slip is tried, with all worked out beforehand that it does not touch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from shizhong_cli.core.checking.check import Check, Strength
from shizhong_cli.core.checking.evaluating import evaluate, solve
from shizhong_cli.core.checking.expression import (
    Call,
    Expression,
    ExpressionError,
    Name,
    Operation,
    Relation,
    contains,
    nodes_of,
)
from shizhong_cli.core.checking.mistaken import Kind as Slips
from shizhong_cli.core.checking.mistaken import Mistaken
from shizhong_cli.core.checking.runs import passing
from shizhong_cli.core.checking.solving import (
    Trials,
    Trier,
    attempt,
    implied_by,
    is_sum_of_counts,
    loose_counts,
    trier,
)
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.once import once
from shizhong_cli.core.pack.model import Figure

MOST_TRIALS = 5000
"""How many whole numbers are tried for all slips of one kind in a figure; beyond, ranges decide, which is milder."""


class SlipTable:
    """The values of every figure with a slip in it, worked out once however many checks ask."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Figure, Mistaken]] = {}

    def of(self, figure: Figure) -> Mistaken:
        """What each slip in the figure would allow."""
        if id(figure) not in self._known:
            self._known[id(figure)] = figure, Mistaken(figure)
        return self._known[id(figure)][1]


class Watch:
    """How many slips in one figure make a check fail, each kind counted when it is asked for."""

    def __init__(self, check: Check, name: str, declared: Mapping[str, Interval], mistaken: Mistaken) -> None:
        """``declared`` holds the values as printed."""
        self._check, self._name, self._mistaken = check, name, mistaken
        self._known = declared if not check.sources else _with_what_stays(check, name, declared)
        self._trials = Trials(MOST_TRIALS)

    @once
    def typos_caught(self) -> int:
        """How many slips of one digit make the check fail."""
        return self._caught(self._mistaken.typos)

    @property
    def strength(self) -> Strength:
        """How many of each kind."""
        typos, others, caught = self._mistaken.typos, self._mistaken.others, self.typos_caught
        return Strength(self._name, caught, typos.count, caught + self._caught(others), typos.count + others.count)

    def failures(self, mistaken: Iterable[Interval]) -> list[bool]:
        """For each of the values that the figure could have by mistake, whether the check would fail."""
        self._trials.left = MOST_TRIALS
        return list(map(self._fails, mistaken))

    def _caught(self, kind: Slips) -> int:
        """How many slips of a kind make the check fail."""
        if self._check.excuse or not self._mistaken.typos.count:
            return 0
        if self._inside is None:
            return self._failing(kind)
        return kind.count - kind.possible(self._inside)

    def _failing(self, kind: Slips) -> int:
        """The same where it takes trying; of a family whose course is known, only of few."""
        if self._allowed is not None:
            return sum(self.failures([value & self._left for value in kind.values]))
        check, name, left = self._check, self._name, self._left
        counted = [passing(check, name, self._known, family, left, self._can_hold) for family in kind.families]
        if all(found is None for found in counted):
            return sum(self.failures([value & left for value in kind.values]))
        self._trials.left = MOST_TRIALS
        failing = sum(self._fails(value & left) for value in kind.single)
        for family, found in zip(kind.families, counted, strict=True):
            numbers = range(len(family.numbers))
            failing += (
                sum(self._fails(family.at(it) & left) for it in numbers) if found is None else len(numbers) - found
            )
        return failing

    @once
    def _left(self) -> Interval:
        """What the figure can be at all."""
        return self._mistaken.possible & self._check.limits.get(self._name, interval.EVERYTHING)

    @once
    def _allowed(self) -> Interval | None:
        return _allowed(self._check, self._name, self._known)

    @once
    def _inside(self) -> Interval | None:
        """The values of the figure for which the check holds; ``None`` where it takes trying to know."""
        if self._allowed is None or (self._divides and self._could_be_zero()):
            return None
        return self._allowed & self._left

    @once
    def _divides(self) -> bool:
        return _is_divisor(self._check.relation, self._name)

    def _could_be_zero(self) -> bool:
        """Whether a slip could make a number zero, or one that is not told from it."""
        zero = self._left & interval.exact(0)
        return any(kind.possible(zero) for kind in (self._mistaken.typos, self._mistaken.others))

    @once
    def _can_hold(self) -> Trier:
        return trier(self._check, self._name, self._known, self._trials)

    def _fails(self, values: Interval) -> bool:
        if self._allowed is None:
            return not self._can_hold(values)
        if self._divides and 0 in values:  # nothing is divided by zero, whatever the rest allows
            return fails(self._check, self._name, self._known, values, self._trials)
        return not self._allowed.meets(values)


def watches_of(check: Check, declared: Mapping[str, Interval], slips: SlipTable) -> list[Watch]:
    """How well the check watches over each of its figures; ``declared`` holds the values as printed."""
    return [Watch(check, name, declared, slips.of(figure)) for name, figure in check.figures.items()]


def _with_what_stays(check: Check, name: str, declared: Mapping[str, Interval]) -> Mapping[str, Interval]:
    """The values as printed, with what those checks imply that a slip in this figure does not touch."""
    untouched = {key: source for key, source in check.sources.items() if name not in source.figures}
    return {**declared, **{key: implied_by(source, declared) for key, source in untouched.items()}}


def fails(
    check: Check, name: str, declared: Mapping[str, Interval], values: Interval, trials: Trials | None = None
) -> bool:
    """Whether the check fails with other values for one figure."""
    return not attempt(check, {**declared, name: values}, False, trials).holds


def _allowed(check: Check, name: str, declared: Mapping[str, Interval]) -> Interval | None:
    """Every value of one figure that the others leave possible; ``None`` where it takes trying to know."""
    unknown = check.unknown
    if check.sources:
        return None
    if not is_sum_of_counts(check):
        if unknown is not None and unknown.whole:
            return None
        searched = check.figures[name].counts and not declared[name].is_point
        if unknown is None and (searched or loose_counts(check, declared)):
            return None
    values = {**declared, unknown.name: unknown.possible} if unknown else declared
    try:
        return solve(check.relation, name, values.__getitem__) if _is_exact(check.relation, name, values) else None
    except ExpressionError:
        return None


def _is_divisor(relation: Relation, name: str) -> bool:
    """Whether a side is something divided by just this figure."""
    sides = (relation.left, relation.right)
    return any(isinstance(side, Operation) and side.sign == "/" and side.right == Name(name) for side in sides)


def _is_exact(relation: Relation, name: str, values: Mapping[str, Interval]) -> bool:
    """Whether solving for a figure and trying its values give the same.

    They need not where a range reaches across zero and something is divided by it (the result is two ranges, taken for
    one), nor where whole parts are taken.
    """
    for side, other in ((relation.left, relation.right), (relation.right, relation.left)):
        for node in nodes_of(side):
            if isinstance(node, Call) and node.function == "floor":
                return False
            if isinstance(node, Operation) and node.sign in "*/" and not _divides_exactly(
                node, name, values, other if node is side and relation.sign == "=" else None
            ):  # fmt: skip
                return False
    return True


def _divides_exactly(node: Operation, name: str, values: Mapping[str, Interval], other: Expression | None) -> bool:
    """The same for one product or quotient; ``other`` is the other side of an equation where this is a whole side."""
    get: Callable[[str], Interval] = values.__getitem__
    if node.sign == "/" and contains(node.right, name):
        return other is not None and node.right == Name(name) and _keeps_sign(evaluate(other, get), True)
    if node.sign == "/":
        return _keeps_sign(evaluate(node.right, get))
    if contains(node.left, name):
        return _keeps_sign(evaluate(node.right, get))
    return not contains(node.right, name) or _keeps_sign(evaluate(node.left, get))


def _keeps_sign(values: Interval, or_is_anything: bool = False) -> bool:
    """Whether no two members have different signs."""
    if values == interval.EVERYTHING:
        return or_is_anything
    below = values.low is None or values.low < 0
    above = values.high is None or values.high > 0
    return not (below and above)
