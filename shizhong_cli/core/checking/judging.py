"""A check relates figures; judging it says whether some true values give all the printed ones, and how strong that is.

A verdict of inconsistent uses only what the wording entails. Power is the share of single-digit typos in the figures
of a check after which it would no longer be consistent; a pass without power is called vacuous.

Whole numbers: a count is searched among whole numbers. With one count that is not known exactly the search is exact;
with more than one the others are taken as ranges, which can only make a verdict milder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from shizhong_cli.core.checking.expression import (
    ExpressionError,
    Relation,
    Values,
    compare,
    evaluate,
    is_plain_sum,
    solvable_names,
    solve,
)
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import Interval, WholeNumbers
from shizhong_cli.core.figure.terms import Bound, Measure, Rounding
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import Place

LONGEST_SEARCH = 1000
"""How many whole numbers are tried from each end of the implied range."""

MOST_TRIALS = 5000
"""How many are tried for all the typos of one figure together; beyond, ranges decide, which is milder."""


PRICE_BASIS = "price_basis"
"""Why an amount at current prices and a growth rate at constant prices do not check each other."""

UNSTEADY_PATH = "unsteady_path"
"""Why a steady path that does not fit proves nothing: the years between may have gone up and down."""

FINDINGS = (Verdict.INCONSISTENT, Verdict.ONLY_IF_TRUNCATED)


class Unknown(NamedTuple):
    """The number that a relation is solved for."""

    name: str  # as it stands in the relation
    unit: str
    whole: bool
    label: str = ""
    label_en: str = ""
    possible: Interval = interval.at_least(0)  # the values it can have at all


class Check(NamedTuple):
    """A relation between figures, or the reason why there can be none."""

    id: str
    kind: Kind
    figures: Mapping[str, Figure]  # by the name they have in the relation
    place: Place
    relation: Relation
    unknown: Unknown | None = None
    unit: str = ""  # of both sides and of the unknown; % for pure numbers
    name: str = ""
    name_en: str = ""
    forbidden: str = ""  # a reason known to ``rendering.wording``, or the author's own words
    forbidden_en: str = ""
    limits: Mapping[str, Interval] = MappingProxyType({})  # what the relation itself asks of a figure, by name

    @property
    def is_conditional(self) -> bool:
        """Whether it still tells something on a condition: a base, if the average growth were at current prices."""
        return self.forbidden == PRICE_BASIS and self.kind is Kind.AVERAGE_GROWTH and self.unknown is not None

    def values(self, rounding: Rounding | None = None) -> dict[str, Interval]:
        """The true values that each figure allows here; ``rounding`` overrides the declared one."""
        values = {name: figure_values(figure, rounding) for name, figure in self.figures.items()}
        for name, limit in self.limits.items():
            values[name] = values[name] & limit
        return values


class Strength(NamedTuple):
    """How many single-digit typos in one figure a check would catch."""

    name: str  # of the figure in the relation
    caught: int
    typos: int


class Outcome(NamedTuple):
    """A judged check, with the numbers that decided."""

    check: Check
    verdict: Verdict
    rounding: Rounding = Rounding.NEAREST
    computed: Interval | None = None  # the left side; None when the relation was solved for an unknown
    reported: Interval | None = None  # the right side
    implied: Interval | None = None  # the unknown
    whole: WholeNumbers | None = None  # its whole numbers, where it counts things
    as_read: Interval | None = None  # the unknown, or the left side, as readers take the wording
    strength: tuple[Strength, ...] = ()  # for every figure

    @property
    def caught(self) -> int:
        """Typos after which the check would fail."""
        return sum(strength.caught for strength in self.strength)

    @property
    def typos(self) -> int:
        """All single-digit typos in the figures."""
        return sum(strength.typos for strength in self.strength)

    @property
    def is_finding(self) -> bool:
        """Whether it has to be put right."""
        return self.verdict in FINDINGS

    @property
    def power(self) -> Fraction | None:
        """The share of single-digit typos caught; ``None`` when there is no digit to get wrong."""
        return Fraction(self.caught, self.typos) if self.typos else None


class _Attempt(NamedTuple):
    holds: bool
    computed: Interval | None = None
    reported: Interval | None = None
    implied: Interval | None = None
    whole: WholeNumbers | None = None


def judge(check: Check, typos: TypoTable | None = None) -> Outcome:
    """Judge one check under the rounding declared for its figures, then, if it fails, as if digits were cut off."""
    if check.is_conditional:
        return _outcome(check, Verdict.NOT_CHECKABLE, _common_rounding(check), _attempt(check, check.values()))
    if check.forbidden:
        return Outcome(check, Verdict.NOT_CHECKABLE)
    declared = check.values()
    attempt = _attempt(check, declared)
    if attempt.holds:
        typos = typos or TypoTable()
        strength = tuple(
            strength_for(check, name, declared, _within(typos.values(figure), check.limits.get(name)))
            for name, figure in check.figures.items()
        )
        verdict = Verdict.CONSISTENT if any(s.caught for s in strength) else Verdict.VACUOUS
        return _outcome(check, verdict, _common_rounding(check), attempt, strength)
    if check.kind is Kind.STEADY_PATH:
        unsteady = check._replace(forbidden=UNSTEADY_PATH)
        return _outcome(unsteady, Verdict.NOT_CHECKABLE, _common_rounding(check), attempt)
    if _attempt(check, check.values(Rounding.TRUNCATED)).holds:
        return _outcome(check, Verdict.ONLY_IF_TRUNCATED, Rounding.TRUNCATED, attempt)
    return _outcome(check, Verdict.INCONSISTENT, _common_rounding(check), attempt)


def holds(check: Check) -> bool:
    """Whether some true values give all the printed figures."""
    return _attempt(check, check.values(), False).holds


class TypoTable:
    """The values of every figure with one digit wrong, worked out once however many checks ask."""

    def __init__(self) -> None:
        self._values: dict[int, tuple[Figure, list[Interval]]] = {}

    def values(self, figure: Figure) -> list[Interval]:
        """What each single-digit typo in the figure would allow."""
        if id(figure) not in self._values:
            self._values[id(figure)] = figure, list(_typo_values(figure))
        return self._values[id(figure)][1]


def _typo_values(figure: Figure) -> Iterator[Interval]:
    """``figure_values`` of every typo. A positive number that stays positive only moves its interval."""
    written = figure.written
    if written is None or written.scale < 0 or written.bound is Bound.ABOUT:
        yield from (figure_values(wrong) for wrong in figure.typos())
        return
    values, whole = figure_values(figure), figure.counts and not written.whole
    printed = figure.values()
    for position, new, difference in written.digit_changes():
        if written.value + difference == 0 or printed.low is None:
            digits = written.digits[:position] + new + written.digits[position + 1 :]
            wrong = written._replace(digits=digits, value=written.value + difference)
            yield figure_values(figure._replace(written=wrong))
        else:
            moved = figure.moved(values if not whole else printed, difference)
            yield moved.whole_numbers().hull() if whole else moved


def strength_for(check: Check, name: str, declared: Mapping[str, Interval], mistaken: list[Interval]) -> Strength:
    """How many single-digit typos in one figure make the check fail; ``declared`` holds the values as printed."""
    allowed = _allowed(check, name, declared)
    if allowed is not None:
        caught = sum(not allowed.meets(values) for values in mistaken)
    else:
        trials = _Trials(MOST_TRIALS)
        caught = sum(not _attempt(check, {**declared, name: values}, False, trials).holds for values in mistaken)
    return Strength(name, caught, len(mistaken))


def _within(mistaken: list[Interval], limit: Interval | None) -> list[Interval]:
    return mistaken if limit is None else [values & limit for values in mistaken]


def _allowed(check: Check, name: str, declared: Mapping[str, Interval]) -> Interval | None:
    """Every value of one figure that the others leave possible; ``None`` where whole numbers forbid the shortcut."""
    unknown = check.unknown
    if not _is_sum_of_counts(check):
        if unknown is not None and unknown.whole:
            return None
        searched = check.figures[name].counts and not declared[name].is_point
        if unknown is None and (searched or _loose_counts(check, declared)):
            return None
    values = {**declared, unknown.name: unknown.possible} if unknown else declared
    try:
        return solve(check.relation, name, values.__getitem__)
    except ExpressionError:
        return None


def _is_sum_of_counts(check: Check) -> bool:
    """Whether whole numbers are only added, so that an interval with whole ends holds one if it holds anything."""
    return all(figure.counts for figure in check.figures.values()) and is_plain_sum(check.relation)


def figure_values(figure: Figure, rounding: Rounding | None = None) -> Interval:
    """The true values a printed figure allows: amounts not negative, growth from -100 %, counts whole."""
    values = figure.values(rounding) & _POSSIBLE.get(figure.measure, interval.EVERYTHING)
    known_exactly = figure.written is not None and figure.written.whole
    return values.whole_numbers().hull() if figure.counts and not known_exactly else values


_NOT_NEGATIVE = interval.at_least(0)
_POSSIBLE: dict[Measure | None, Interval] = {
    Measure.LEVEL: _NOT_NEGATIVE,
    Measure.FLOW: _NOT_NEGATIVE,
    Measure.SHARE: _NOT_NEGATIVE,
    Measure.GROWTH: interval.at_least(-1),
    Measure.AVERAGE_GROWTH: interval.at_least(-1),
}


class _Trials:
    """How many whole numbers may still be tried; endless where no number is given."""

    def __init__(self, left: int | None = None) -> None:
        self.left = left

    def take(self) -> bool:
        """Whether there was one left."""
        if self.left is None:
            return True
        self.left -= 1
        return self.left >= 0


def _attempt(
    check: Check, known: Mapping[str, Interval], in_full: bool = True, trials: _Trials | None = None
) -> _Attempt:
    """Whether the relation can hold; ``in_full`` also lists the whole numbers for which it can."""
    trials = trials or _Trials()
    relation = check.relation
    if any(values.is_empty for values in known.values()):
        return _Attempt(False)
    if check.unknown is not None:
        return _solve(check, check.unknown, known, in_full, trials)
    computed, reported = (
        evaluate(relation.left, known.__getitem__),
        evaluate(relation.right, known.__getitem__),
    )
    if not compare(computed, relation.sign, reported):
        return _Attempt(False, computed, reported)
    loose = _loose_counts(check, known)
    if not loose:
        return _Attempt(True, computed, reported)
    allowed = (solve(relation, loose[0], known.__getitem__) & known[loose[0]]).whole_numbers()
    narrowed = _narrow(check, loose[0], allowed, loose[1:], known, False, trials)
    return _Attempt(narrowed is not None, computed, reported)


def _solve(check: Check, unknown: Unknown, known: Mapping[str, Interval], in_full: bool, trials: _Trials) -> _Attempt:
    implied = solve(check.relation, unknown.name, known.__getitem__) & unknown.possible
    if implied.is_empty or not unknown.whole:
        return _Attempt(not implied.is_empty, implied=implied)
    whole = implied.whole_numbers()
    narrowed = _narrow(check, unknown.name, whole, _loose_counts(check, known), known, in_full, trials)
    return _Attempt(narrowed is not None, implied=implied, whole=WholeNumbers(1, 0) if narrowed is None else narrowed)


def _loose_counts(check: Check, known: Mapping[str, Interval]) -> list[str]:
    """Counts that are not known exactly and can be solved for; of the others the range decides, which is milder."""
    loose = [name for name, figure in check.figures.items() if figure.counts and not known[name].is_point]
    if not loose or check.relation.sign != "=":
        return []
    solvable = solvable_names(check.relation)
    return [name for name in loose if name in solvable]


def _narrow(
    check: Check, name: str, whole: WholeNumbers, loose: list[str], known: Mapping[str, Interval], in_full: bool,
    trials: _Trials,
) -> WholeNumbers | None:  # fmt: skip
    """The members of a run of whole numbers that leave the loose count a whole number; only some, if not in full."""
    if whole.is_empty:
        return None
    if not loose:
        return whole

    def fits(number: int) -> bool:
        if not trials.take():
            return True
        values: Values = {**known, name: interval.exact(number)}.__getitem__
        other = solve(check.relation, loose[0], values) & known[loose[0]]
        return not other.whole_numbers().is_empty

    first, last = whole.first, whole.last
    if in_full and first is not None and last is not None and last - first < LONGEST_SEARCH:
        return WholeNumbers.of([n for n in range(first, last + 1) if fits(n)])
    if first is not None:
        end = first + LONGEST_SEARCH if last is None else min(first + LONGEST_SEARCH, last + 1)
        first = next((n for n in range(first, end) if fits(n)), end)
    if in_full and first is not None and last is not None:
        start = max(last - LONGEST_SEARCH, first - 1)
        last = next((n for n in range(last, start, -1) if fits(n)), start)
    run = WholeNumbers(first, last)
    return None if run.is_empty else run


def _outcome(
    check: Check, verdict: Verdict, rounding: Rounding, attempt: _Attempt, strength: tuple[Strength, ...] = ()
) -> Outcome:
    as_read = {name: figure.values_as_read() & _POSSIBLE.get(figure.measure, interval.EVERYTHING)
               for name, figure in check.figures.items()}  # fmt: skip
    if check.unknown is not None:
        reading = solve(check.relation, check.unknown.name, as_read.__getitem__) & check.unknown.possible
    else:
        reading = evaluate(check.relation.left, as_read.__getitem__)
    return Outcome(
        check, verdict, rounding, attempt.computed, attempt.reported, attempt.implied, attempt.whole, reading,
        strength,
    )  # fmt: skip


def _common_rounding(check: Check) -> Rounding:
    """The declared rounding of the figures, or nearest when they differ."""
    declared = {figure.rounding for figure in check.figures.values()}
    return declared.pop() if len(declared) == 1 else Rounding.NEAREST
