"""Sums and the parts of their time: a year in five, the four quarters of a year, five years one by one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import reduce

from shizhong_cli.core.checking.check import Check, Unknown, possible_amount
from shizhong_cli.core.checking.expression import Expression, Name, Operation, Relation
from shizhong_cli.core.checking.relating import check_of, tightest
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Kind


def part_of_period(figures: Sequence[Figure]) -> Iterator[Check]:
    """whole period = part + rest, with a rest that is not below nought, unless the amounts can be."""
    for whole, parts in _wholes(figures):
        for span in dict.fromkeys(part.period[1:] for part in parts):
            if part := tightest(f for f in parts if f.period[1:] == span):
                total = Operation("+", Name(part.reference), Name("rest"))
                rest = _rest_of(whole)
                relation = Relation(Name(whole.reference), "=", total)
                yield check_of(Kind.PART_OF_PERIOD, whole, [whole, part], relation, rest)


def _rest_of(whole: Figure) -> Unknown:
    return Unknown("rest", whole.written.unit, whole.counts, possible=possible_amount(whole))


def parts_of_whole(figures: Sequence[Figure]) -> Iterator[Check]:
    """whole = the sum of its parts where these leave no day out; else parts and a rest.

    Parts of the longest kind are taken, and those of the shortest where they are others.
    """
    for whole, inside in _wholes(figures):
        found: list[tuple[Figure, ...]] = []
        for longest_first in (True, False):
            chosen = _one_after_the_other(inside, whole.period.first, longest_first)
            if len(chosen) > 1 and chosen not in found:
                found.append(chosen)
                yield _sum_check(whole, chosen)


def _wholes(figures: Sequence[Figure]) -> Iterator[tuple[Figure, list[Figure]]]:
    """Every sum with those of parts of its time, in the order given."""
    flows = [f for f in figures if f.measure is Measure.FLOW and f.written]
    order = sorted(range(len(flows)), key=lambda n: flows[n].period.first)
    begins = [flows[n].period.first for n in order]
    for whole in flows:
        begin, end = bisect_left(begins, whole.period.first), bisect_right(begins, whole.period.last)
        inside = (flows[n] for n in sorted(order[begin:end]))
        yield whole, [part for part in inside if _is_part(part, whole)]


def _is_part(part: Figure, whole: Figure) -> bool:
    own = whole.period.covers(part.period) and not part.period.is_same_time_as(whole.period)
    return own and part.written.unit == whole.written.unit


def _one_after_the_other(parts: Sequence[Figure], day: date, longest_first: bool) -> tuple[Figure, ...]:
    """Parts that do not overlap, from a day on: of those that begin on one day the longest, or the shortest."""
    chosen: list[Figure] = []
    while begun := sorted({f.period.first for f in parts if f.period.first >= day}):
        spans = sorted({f.period.last for f in parts if f.period.first == begun[0]}, reverse=longest_first)
        same = [f for f in parts if (f.period.first, f.period.last) == (begun[0], spans[0])]
        best = tightest(same)
        assert best is not None
        chosen.append(best)
        day = spans[0] + timedelta(days=1)
    return tuple(chosen)


def _sum_check(whole: Figure, parts: Sequence[Figure]) -> Check:
    names: list[Expression] = [Name(part.reference) for part in parts]
    complete = sum(part.period.days for part in parts) == whole.period.days
    unknown = None if complete else _rest_of(whole)
    total = reduce(lambda one, other: Operation("+", one, other), names if complete else [*names, Name("rest")])
    kind = Kind.SUM_OF_PARTS if complete else Kind.PART_OF_PERIOD
    return check_of(kind, whole, [whole, *parts], Relation(Name(whole.reference), "=", total), unknown)
