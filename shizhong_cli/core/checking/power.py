"""How many slips of the hand in its figures a check would notice.

A slip is noticed when the run would fail at the check: no true values give the figures any more, whether rounded or
cut off. A steady path never fails the run, so it notices none. Where that gives the same answer, the values of a slip
are compared with what the other figures leave possible, found by solving once; elsewhere every slip is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from shizhong_cli.core.checking.check import Check, Strength, figure_values, possible_values
from shizhong_cli.core.checking.expression import (
    Call,
    Expression,
    ExpressionError,
    Name,
    Operation,
    Relation,
    contains,
    evaluate,
    nodes_of,
    solve,
)
from shizhong_cli.core.checking.solving import Trials, attempt, implied_by, is_sum_of_counts, loose_counts
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.slips import has_digits, slips_of, wrong_digits
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Kind

MOST_TRIALS = 5000
"""How many whole numbers are tried for all slips of one kind in a figure; beyond, ranges decide, which is milder."""


class Mistaken:
    """What a figure would allow after each of its slips, those with one digit wrong first."""

    def __init__(self, figure: Figure) -> None:
        self.typos = 0
        self.values: list[Interval] = []
        written = figure.written
        if written is not None and has_digits(written):
            self.typos = len(wrong_digits(written.digits))
            self.values = list(_values_of_slips(figure))


class SlipTable:
    """The values of every figure with a slip in it, worked out once however many checks ask."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Figure, Mistaken]] = {}

    def of(self, figure: Figure) -> Mistaken:
        """What each slip in the figure would allow."""
        if id(figure) not in self._known:
            self._known[id(figure)] = figure, Mistaken(figure)
        return self._known[id(figure)][1]


def _values_of_slips(figure: Figure) -> Iterator[Interval]:
    """``figure_values`` of every slip; most of them without writing the figure anew."""
    written = figure.written
    assert written is not None
    printed, decimals = figure.values(), _decimals(written.digits)
    exact = written.whole and written.bound is Bound.EXACT and written.scale == 1
    moves = not written.whole and written.scale > 0 and written.bound is not Bound.ABOUT and printed.low is not None
    for digits in slips_of(written.digits):
        if exact and "." not in digits:
            yield interval.exact(int(digits))
        elif moves and _decimals(digits) == decimals and digits.strip("0."):
            number = Fraction(int(digits.replace(".", "")), 10**decimals)
            moved = figure.moved(printed, number * written.scale - written.value)
            if moved.low is not None and moved.low.numerator < 0:
                moved &= possible_values(figure)
            yield moved.whole_numbers().hull() if figure.counts else moved
        else:
            yield figure_values(figure.typed_as(digits))


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def strength_of(check: Check, name: str, declared: Mapping[str, Interval], slips: SlipTable) -> Strength:
    """How many slips in one figure make the check fail; ``declared`` holds the values as printed."""
    mistaken = slips.of(check.figures[name])
    limit = check.limits.get(name)
    values = mistaken.values if limit is None else [value & limit for value in mistaken.values]
    typos, slipped = values[: mistaken.typos], values[mistaken.typos :]
    if check.kind is Kind.STEADY_PATH:
        return Strength(name, 0, len(typos), 0, len(values))
    caught = sum(failures(check, name, declared, typos))
    return Strength(
        name, caught, len(typos), caught + sum(failures(check, name, declared, slipped)), len(values)
    )  # fmt: skip


def failures(check: Check, name: str, declared: Mapping[str, Interval], mistaken: list[Interval]) -> list[bool]:
    """For each of the values that a figure could have by mistake, whether the check would fail."""
    trials = Trials(MOST_TRIALS)
    declared = _with_what_stays(check, name, declared)
    allowed = _allowed(check, name, declared)
    if allowed is None:
        return [fails(check, name, declared, values, trials) for values in mistaken]
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
