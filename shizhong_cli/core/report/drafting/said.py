"""One number with what its words say before it is a figure, and what it has to do with its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import BUILT_IN, RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.kinds import Kind
from shizhong_cli.core.report.drafting.measures import PROPORTION
from shizhong_cli.core.report.drafting.name import Name
from shizhong_cli.core.report.drafting.pairs import is_listed, is_pair, measure_of_pair, rises
from shizhong_cli.core.report.drafting.resolve import is_striven_for
from shizhong_cli.tuples import NamedTuple

INDUSTRIES = ("第一产业占比", "第二产业占比", "第三产业占比")
_OF_INDUSTRIES = re.compile(
    "(?:三次|一二三|一、二、三次?)产业(?:结构|比重|比例|占比|增加值|之比|比|构成)|三产(?:结构|比例|比重)"
)
_BESIDE = re.compile("[、和]?")
JOINED = re.compile(r"(?:左右|以上|以内|以下)?(?:[、和与及]|以及)(?:达到?|超过?|近|约)?|")


class Said(NamedTuple):
    """One number with what its words say before the time is told."""

    printed: Printed
    written: Written
    clause: Clause
    name: Name
    kind: Kind
    unit: str
    pair: str = ""  # from or to, where it rose from one to the other


def goes_on(before: Said, it: Said) -> bool:
    """Whether a number stands in one list with the one before it, for the same time: 达4270亿元、500亿元和242亿元."""
    same = (it.unit, it.kind.measure, it.pair) == (before.unit, before.kind.measure, before.pair)
    return same and (it.clause.between in PROPORTION or bool(JOINED.fullmatch(it.clause.between)))


def names_of_a_list(group: Sequence[Said]) -> list[Name]:
    """What the numbers of one list are of, where each is of something else."""
    names = list({it.name.text: it.name for it in group}.values())
    return names if 1 < len(names) == len(group) else []


def kind_in_a_list(before: Said, clause: Clause, written: Written) -> Kind | None:
    """The measure of a number that says the same as the one before it, of the same or of other things."""
    if before.written.unit == written.unit:
        if is_striven_for(clause):
            return before.kind
        return before.kind if is_listed(before.clause, clause, before.kind) else None
    counted = all(unit in BUILT_IN and BUILT_IN[unit].whole for unit in (before.written.unit, written.unit))
    listed = counted and is_listed(before.clause, clause, before.kind)
    return before.kind._replace(certain=False) if listed else None


_BOTH = re.compile("[,，、]?(?:均|都|双双|皆)(?:同比|比上年|较上年)?(?:增长|提高|下降|降低|上升|增加)")


def for_both(it: Said, names: Sequence[Name]) -> list[Said]:
    """均增长9% behind a list: once for each of what was listed."""
    of_all = not it.name.own and it.name.text in {name.text for name in names} and _BOTH.match(it.clause.segment)
    return [it._replace(name=name._replace(own=False)) for name in names] if of_all else [it]


def with_pairs(said: Sequence[Said]) -> list[Said]:
    """The numbers of a sentence, marked where one rose to the other: 由13677户49479人减至887户1472人 as well."""
    own = [_named_with(it, following) for it, following in zip_longest(said, said[1:])]
    taken = _take_industries(own)
    for n in range(len(own)):
        both = _pairs_at(own, n)
        if taken.isdisjoint(both):
            taken.update(both)
            is_growth = any(own[place].written.value < 0 for place in both)
            for first, second in zip(both[::2], both[1::2], strict=True):
                own[first] = _end_of_pair(own[first], "from", is_growth)
                of_the_same = own[second]._replace(name=own[first].name._replace(own=False))
                own[second] = _end_of_pair(of_the_same, "to", is_growth)
    return own


def _take_industries(own: list[Said]) -> set[int]:
    """Name the parts of every proportion of the three industries, and mark those that became others."""
    runs = [run for run in _proportions(own) if len(run) == len(INDUSTRIES) and _OF_INDUSTRIES.search(_words(own, run))]
    for run in runs:
        for place, name in zip(run, INDUSTRIES, strict=True):
            own[place] = own[place]._replace(name=Name(name, True), kind=Kind(Measure.SHARE, True))
    taken: set[int] = set()
    for first, second in pairwise(runs):
        if first[-1] + 1 == second[0] and rises(own[first[0]].clause, own[second[0]].clause):
            taken.update(first, second)
            for before, now in zip(first, second, strict=True):
                own[before], own[now] = _end_of_pair(own[before], "from"), _end_of_pair(own[now], "to")
    return taken


def _proportions(said: Sequence[Said]) -> list[list[int]]:
    """The places of the numbers of each proportion: 8.3:41.4:50.3."""
    runs: list[list[int]] = []
    for place, it in enumerate(said):
        if place and it.clause.between in PROPORTION:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [run for run in runs if len(run) > 1]


def _words(said: Sequence[Said], run: Sequence[int]) -> str:
    return said[run[0]].clause.sentence[-60:]


def _named_with(it: Said, following: Said | None) -> Said:
    """9034户20427名贫困对象: the first counts what the second names."""
    if following is None or following.clause.between or not following.name.behind or (it.name.sure and it.name.own):
        return it
    return it._replace(name=following.name._replace(sure=False))


def _pairs_at(said: Sequence[Said], n: int) -> tuple[int, ...]:
    """The places of what rose and of what it rose to, of two things where two stand side by side."""
    if _is_pair(said[n : n + 2]):
        return n, n + 1
    if len(said) < n + 4 or not all(_BESIDE.fullmatch(said[place].clause.between) for place in (n + 1, n + 3)):
        return ()
    goes_on = _is_pair((said[n], said[n + 2])) and said[n + 1].unit == said[n + 3].unit
    return (n, n + 2, n + 1, n + 3) if goes_on else ()


def _is_pair(both: Sequence[Said]) -> bool:
    return len(both) > 1 and is_pair(both[0].clause, both[1].clause, both[0].unit, both[1].unit)


_MOVED = Kind(Measure.GROWTH, False)
"""由-3.2%回升至2.1%: no part of a whole is below nothing."""


def _end_of_pair(it: Said, end: str, is_growth: bool = False) -> Said:
    kind = _MOVED if is_growth and it.unit in RATIOS else measure_of_pair(it.name, it.unit, it.kind)
    words = it.clause if end == "from" else it.clause._replace(sentence=it.clause.between, clause=it.clause.between)
    return it._replace(kind=kind, pair=end, clause=words)
