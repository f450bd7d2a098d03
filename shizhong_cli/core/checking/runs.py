"""How many of a family of numbers leave a relation possible, without trying each of them.

Where the course of what decides is known, those that do are one run, and its two ends are found by halving. Where a
whole number is asked for, all are known to have one from the first that is wide enough on, and only the others are
tried. Where whole numbers have to be searched, one of each count is taken: what leaves the relation possible with these
needs no search, and the others are tried. Where no course is known, each is left to be tried.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping

from shizhong_cli.core.checking.check import Check, Unknown
from shizhong_cli.core.checking.compiled import Compiled, evaluator, solver
from shizhong_cli.core.checking.courses import (
    Course,
    Form,
    course_of_side,
    course_of_unknown,
    place_beside,
    surely_has_whole,
)
from shizhong_cli.core.checking.evaluating import evaluate, sides, wanted_by
from shizhong_cli.core.checking.expression import Relation, names_in
from shizhong_cli.core.checking.mistaken import Family
from shizhong_cli.core.checking.solving import Trier, searched_counts
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.tuples import NamedTuple

FEWEST = 4
"""Of fewer numbers each is tried."""

Known = Mapping[str, Interval]


class Decider(NamedTuple):
    """What decides: an interval worked out for each number, its course, and what it has to meet."""

    work: Compiled
    course: Course
    wanted: Interval
    whole: bool = False  # whether it must hold a whole number


def passing(check: Check, name: str, known: Known, family: Family, possible: Interval, holds: Trier) -> int | None:
    """How many numbers of a family leave the check possible; ``None`` where it takes trying each of them.

    ``known`` has what the slip does not touch, ``possible`` what the figure can be at all.
    """
    ends = family.at(0), family.at(-1)
    if len(family.numbers) < FEWEST or any(end & possible != end for end in ends):
        return None
    decider = _decider(check, name, known, _own_course(family, *ends))
    if decider is None:
        return _of_some_counts(check, name, known, family, holds)
    if not decider.whole:
        return len(_run(decider, family))
    wide = _wide_enough(decider, family)
    return None if wide is None else _with_others(wide, family, holds)


def _of_some_counts(check: Check, name: str, known: Known, family: Family, holds: Trier) -> int | None:
    """The same where counts have to be searched: with one whole number of each, then by trying what that leaves."""
    taken = None if check.sources else _one_of_each(searched_counts(check), {**known, name: family.values})
    if not taken:
        return None
    one = family._replace(values=taken.pop(name, family.values))
    decider = _decider(check, name, {**known, **taken}, _own_course(one, one.at(0), one.at(-1)))
    if decider is None:
        return None
    sure = _wide_enough(decider, one) if decider.whole else _run(decider, one)
    return None if sure is None else _with_others(sure, family, holds)


def _one_of_each(counts: list[str], values: Known) -> dict[str, Interval] | None:
    """A whole number of each count that is not known exactly; ``None`` where one has no first."""
    first = {key: values[key].whole_numbers().first for key in counts if not values[key].is_point}
    taken = {key: interval.exact(number) for key, number in first.items() if number is not None}
    return taken if len(taken) == len(first) else None


def _with_others(sure: range, family: Family, holds: Trier) -> int:
    """Those that are sure, and of the others those that hold when tried."""
    return len(sure) + sum(holds(family.at(place)) for place in range(len(family.numbers)) if place not in sure)


def _own_course(family: Family, first: Interval, last: Interval) -> Course:
    """That of the figure itself."""
    low, high = (first, last) if family.step > 0 else (last, first)
    hull = interval.between(low.low, high.high)
    return Course(hull, family.step > 0, wider_above=family.step > 0, is_exact=first.is_point)


def _decider(check: Check, name: str, known: Known, own: Course) -> Decider | None:
    touched = [key for key, source in check.sources.items() if name in source.figures and key not in known]
    if not touched:
        return _of_relation(check, name, known, own)
    if len(touched) > 1 or name in names_in(check.relation):
        return None
    inner = _of_source(check.sources[touched[0]], name, known, own)
    outer = _of_relation(check, touched[0], known, inner.course) if inner else None
    if inner is None or outer is None:
        return None
    first, then = inner.work, outer.work
    return outer._replace(work=lambda values: then(first(values)))


def _of_source(source: Check, name: str, known: Known, own: Course) -> Decider | None:
    """What another check implies, where neither a limit nor whole numbers take anything away from it."""
    if source.sources or not _lies_in(own.hull, source.limits.get(name, interval.EVERYTHING)):
        return None
    limited = {key: known[key] & source.limits.get(key, interval.EVERYTHING) for key in source.figures if key != name}
    inner = _of_relation(source, name, {**limited, name: own.hull}, own)
    return inner if inner and not inner.whole and _lies_in(inner.course.hull, inner.wanted) else None


def _lies_in(values: Interval, limit: Interval) -> bool:
    return values & limit == values


def _of_relation(check: Check, name: str, known: Known, own: Course) -> Decider | None:
    """What decides in the relation of a check, where no whole numbers have to be searched for it."""
    counts = searched_counts(check)
    if any(not (own.is_exact if key == name else known[key].is_point) for key in counts):
        return None
    if any(values.is_empty for values in known.values()):
        return None
    if check.unknown is not None:
        return _of_unknown(check.relation, check.unknown, name, known, own)
    return _of_sides(check.relation, name, known, own)


def _of_unknown(relation: Relation, unknown: Unknown, name: str, known: Known, own: Course) -> Decider | None:
    course = course_of_unknown(relation, unknown.name, name, own, known.__getitem__)
    if course is None:
        return None
    work = solver(relation, unknown.name, name, known.__getitem__)
    return Decider(work, course, unknown.possible, unknown.whole)


def _of_sides(relation: Relation, name: str, known: Known, own: Course) -> Decider | None:
    node, sign, other = sides(relation, name)
    wanted, course = wanted_by(sign, evaluate(other, known.__getitem__)), None
    if not wanted.is_empty:
        course = course_of_side(node, name, own, known.__getitem__)
    return Decider(evaluator(node, name, known.__getitem__), course, wanted) if course else None


def _run(decider: Decider, family: Family) -> range:
    """The places between the first that reaches the range and the first that lies behind it."""

    def beside(place: int) -> int:
        return place_beside(decider.work(family.at(place)), decider.wanted)

    count, rises = len(family.numbers), decider.course.rises
    first, last = beside(0), beside(count - 1)
    if first == last:
        return range(0 if first else count)
    in_order: Callable[[int], int] = (lambda place: beside(place)) if rises else (lambda place: -beside(place))
    reached = bisect_left(range(count), 0, key=in_order)
    return range(reached, bisect_left(range(count), 1, reached, count, key=in_order))


def _wide_enough(decider: Decider, family: Family) -> range | None:
    """The places of those that are so wide that each has a whole number; ``None`` where that cannot be said."""
    course, count = decider.course, len(family.numbers)
    if course.form is Form.OTHER or not _lies_in(course.hull, decider.wanted):
        return None
    in_order = range(count) if course.wider_above else range(count - 1, -1, -1)
    narrow = bisect_left(in_order, True, key=lambda place: surely_has_whole(decider.work(family.at(place))))
    return range(narrow, count) if course.wider_above else range(count - narrow)
