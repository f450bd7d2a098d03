"""How many slips of the hand in its figures a check would notice.

A slip is noticed when the run would fail at the check: no true values give the figures any more, whether rounded or
cut off. A steady path never fails the run, so it notices none. Where that gives the same answer, the slips are counted
whose values are among those that the other figures leave possible, found by solving once; elsewhere every slip is
tried, with all worked out beforehand that it does not touch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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
from shizhong_cli.core.checking.solving import Trials, attempt, implied_by, is_sum_of_counts, loose_counts, trier
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Kind

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


def notices_typo(check: Check, name: str, declared: Mapping[str, Interval], slips: SlipTable) -> bool:
    """Whether one digit wrong in a figure can make the check fail."""
    mistaken = slips.of(check.figures[name])
    return any(_caught(check, name, declared, mistaken, [mistaken.typos]))


def strength_of(check: Check, name: str, declared: Mapping[str, Interval], slips: SlipTable) -> Strength:
    """How many slips in one figure make the check fail; ``declared`` holds the values as printed."""
    mistaken = slips.of(check.figures[name])
    typos, others = mistaken.typos, mistaken.others
    caught, slipped = _caught(check, name, declared, mistaken, [typos, others])
    return Strength(name, caught, typos.count, caught + slipped, typos.count + others.count)


def _caught(
    check: Check, name: str, declared: Mapping[str, Interval], mistaken: Mistaken, kinds: Sequence[Slips]
) -> list[int]:
    """How many slips of each kind make the check fail."""
    if check.kind is Kind.STEADY_PATH or not mistaken.typos.count:
        return [0 for _ in kinds]
    declared = _with_what_stays(check, name, declared)
    allowed = _allowed(check, name, declared)
    left = mistaken.possible & check.limits.get(name, interval.EVERYTHING)  # for the figure to be at all
    if allowed is None or (_is_divisor(check.relation, name) and _holds_zero(mistaken, left)):
        tried = ([value & left for value in kind.values] for kind in kinds)
        return [sum(_failing(check, name, declared, values, allowed)) for values in tried]
    inside = allowed & left
    return [kind.count - kind.possible(inside) for kind in kinds]


def _holds_zero(mistaken: Mistaken, left: Interval) -> bool:
    """Whether a slip could make a number zero, or one that is not told from it."""
    zero = left & interval.exact(0)
    return any(kind.possible(zero) for kind in (mistaken.typos, mistaken.others))


def failures(check: Check, name: str, declared: Mapping[str, Interval], mistaken: Sequence[Interval]) -> list[bool]:
    """For each of the values that a figure could have by mistake, whether the check would fail."""
    declared = _with_what_stays(check, name, declared)
    return _failing(check, name, declared, mistaken, _allowed(check, name, declared))


def _failing(
    check: Check, name: str, declared: Mapping[str, Interval], mistaken: Sequence[Interval], allowed: Interval | None
) -> list[bool]:
    """The same, with what the others leave possible where it is known."""
    trials = Trials(MOST_TRIALS)
    if allowed is None:
        can_hold = trier(check, name, declared, trials)
        return [not can_hold(values) for values in mistaken]
    divides = _is_divisor(check.relation, name)  # nothing is divided by zero, whatever the rest allows
    return [
        fails(check, name, declared, values, trials) if divides and 0 in values else not allowed.meets(values)
        for values in mistaken
    ]


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
