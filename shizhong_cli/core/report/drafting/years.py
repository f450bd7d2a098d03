"""Which year a report plans, and which witnesses of the text say so.

A year is certain when two kinds of witnesses agree and none speaks against it; one witness alone never makes it so.
A title may have the year that the report looks back on: it does not speak against two others that say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.report.drafting.witness import Kind, Witness
from shizhong_cli.core.report.drafting.witnesses import witnesses_of
from shizhong_cli.tuples import NamedTuple


class ReportYear(NamedTuple):
    """The year taken, and everything that spoke for or against it."""

    year: int
    witnesses: tuple[Witness, ...] = ()

    @property
    def agreeing(self) -> list[Witness]:
        """The first witness of each kind that has this year."""
        return list({witness.kind: witness for witness in reversed(self._with(True))}.values())[::-1]

    @property
    def against(self) -> list[Witness]:
        """The first witness of each kind that has another year; a year that is merely named is none."""
        other = [witness for witness in self._with(False) if witness.kind not in _WEAK]
        return list({witness.kind: witness for witness in reversed(other)}.values())[::-1]

    @property
    def is_certain(self) -> bool:
        """Whether the user gave it, or two kinds of witnesses agree and none has another year.

        Of three that agree, one may have other years beside it: the day that a page was saved, last year's report.
        """
        kinds = {witness.kind for witness in self.agreeing} - {Kind.NAMED, Kind.PLANS, Kind.PUBLISHED}
        if len({witness.line for witness in self.agreeing if witness.kind in _TELL_OF_A_YEAR}) == 1:
            kinds.discard(Kind.TOLD)  # one sentence is one witness
        against = [it for it in self.against if not self._is_explained(it, kinds)]
        beside = len(kinds) > _SEVERAL and all(it.kind in kinds for it in against)
        return Kind.GIVEN in kinds or (len(kinds) > 1 and (not against or beside))

    def _is_explained(self, witness: Witness, kinds: set[Kind]) -> bool:
        """Whether a title has the year that the text looks back on."""
        return witness.kind is Kind.TITLE and witness.year == self.year - 1 and bool(kinds & _LOOKS_BACK)

    @property
    def looks_back(self) -> bool:
        """Whether a witness says that the text looks back on the year before this one."""
        return any(witness.kind in _LOOKS_BACK for witness in self.agreeing)

    def _with(self, agrees: bool) -> list[Witness]:
        return [witness for witness in self.witnesses if (witness.year == self.year) is agrees]


_SEVERAL = 2
_TELL_OF_A_YEAR = (Kind.OVER, Kind.TOLD)
_LOOKS_BACK = {Kind.LOOKED_BACK, Kind.OVER, Kind.PAST_YEAR}
_WEIGHTS = {
    Kind.GIVEN: 100,
    Kind.RUNNING: 12,
    Kind.OUTLINE: 12,
    Kind.NAMED: 1,
    Kind.SPAN: 1,
    Kind.NEXT_FIVE: 2,
    Kind.PLANS: 0,
    Kind.PUBLISHED: 1,
    Kind.BEGUN: 2,
    Kind.PAST_YEAR: 2,
    Kind.PLAN: 5,
    Kind.OVER: 4,
}
_WEAK = (Kind.NAMED, Kind.SPAN, Kind.NEXT_FIVE, Kind.PLANS, Kind.PUBLISHED)
"""Witnesses that never speak against a year."""
_WEIGHT = 3
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_IN_WORDS = re.compile("(?:二[〇○零][〇○零一二三四五]|一九[五六七八九])[〇○零一二三四五六七八九](?=年)")


def years_in_digits(text: str) -> str:
    """二〇二〇年 as 2020年, which is as long."""
    return _IN_WORDS.sub(lambda it: it[0].translate(_DIGITS), text)


def report_year(lines: Sequence[str], given: int | None = None) -> ReportYear:
    """The year that most of the witnesses have, by their weight; 0 where there is none.

    ``lines`` are without blanks, ``given`` is the year that the user says.
    """
    witnesses = [Witness(Kind.GIVEN, given)] if given else []
    witnesses += witnesses_of([years_in_digits(line) for line in lines])
    weights: dict[int, int] = {}
    for kind, year in dict.fromkeys((witness.kind, witness.year) for witness in witnesses):
        weights[year] = weights.get(year, 0) + _WEIGHTS.get(kind, _WEIGHT)
    best = max(weights, key=lambda year: (weights[year], year), default=0)
    return ReportYear(best, tuple(witnesses))
