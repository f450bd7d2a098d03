"""The data of a report that nobody has described yet, as far as a program can tell: ``draft``.

Every quantity of the text becomes a figure or an exclusion, so that ``coverage`` on the result is complete. What had to
be guessed is noted on each, for the author to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY, PER_MILLE, PERCENT, POINT, STEP, TENTH, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.common_indicators import bare_name, common_of
from shizhong_cli.core.pack.fitting import fits
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.coverage import Printed
from shizhong_cli.core.report.drafting.clauses import Clause, clauses_of, is_quantity
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.ids import Romanize
from shizhong_cli.core.report.drafting.indicators import Indicators
from shizhong_cli.core.report.drafting.left_out import exclusions_of, why_no_figure
from shizhong_cli.core.report.drafting.measures import Kind, measure_of
from shizhong_cli.core.report.drafting.names import NOTHING, Name, name_of, shared_names
from shizhong_cli.core.report.drafting.outline import Outline, outline_of
from shizhong_cli.core.report.drafting.pairs import is_pair, measure_of_pair
from shizhong_cli.core.report.drafting.phrases import AGAINST_OTHERS
from shizhong_cli.core.report.drafting.records import Doubt, Draft, DraftedFigure, LeftOut
from shizhong_cli.core.report.drafting.roles import era_of
from shizhong_cli.core.report.drafting.times import base_of_a_pair, times_of
from shizhong_cli.core.report.figure_text import as_figure
from shizhong_cli.core.report.layout import plain_of
from shizhong_cli.core.report.numbers import numbers_of
from shizhong_cli.escapes.yaml import one_line

_JOINED = re.compile(r"(?:左右|以上|以内|以下)?(?:[、和与及]|以及)(?:达到?|超过?|近|约)?|")

_LISTED = re.compile("(?:[、和与及]|以及)?")


class Said(NamedTuple):
    """One number with what its words say before the time is told."""

    printed: Printed
    written: Written
    clause: Clause
    name: Name
    kind: Kind
    unit: str
    pair: str = ""  # from or to, where it rose from one to the other


def draft(text: str, like: Catalogue, year: int | None = None, romanize: Romanize | None = None) -> Draft:
    """Describe a report; indicators of ``like`` keep what is known about them."""
    outline = outline_of(text, year)
    catalogue = Catalogue(sections={section.path: section for section in outline.sections}, units=like.units)
    numbers = numbers_of(text, catalogue).printed
    work = _Drafting(like, outline, clauses_of(plain_of(text), numbers, outline), romanize)
    for sentence in _sentences([it for it in numbers if is_quantity(it)], work.clauses):
        work.read(sentence)
    exclusions = exclusions_of(work.left_out, numbers)
    indicators = tuple(indicator for indicator in work.indicators.all.values() if indicator.figures)
    return Draft(outline.title, outline.found, outline.sections, indicators, exclusions, like.units)


def _sentences(numbers: Sequence[Printed], clauses: dict[int, Clause]) -> Iterator[list[Printed]]:
    """The quantities of each sentence."""
    own: list[Printed] = []
    for it in numbers:
        if own and clauses[it.number.start].is_first:
            yield own
            own = []
        own.append(it)
    if own:
        yield own


class _Drafting:
    """What was met so far."""

    def __init__(
        self, like: Catalogue, outline: Outline, clauses: dict[int, Clause], romanize: Romanize | None
    ) -> None:
        self.outline, self.units, self.clauses = outline, like.units, clauses
        self.indicators = Indicators(like, romanize)
        self.left_out: list[tuple[Printed, LeftOut]] = []
        self.risen_since = ""  # the year that a number of this sentence rose from

    def read(self, numbers: Sequence[Printed]) -> None:
        """Make figures of the numbers of one sentence, or leave them out."""
        said: list[Said] = []
        last = NOTHING
        listed: list[Name] = []
        for group in self._groups(numbers):
            first = self.clauses[group[0].number.start]
            shared = _shared(first, len(group), said)
            if not shared and len(group) > 1 and len(listed) == len(group) and not _own_noun(first, last):
                shared = listed
            listed = shared or (listed if len(listed) == len(group) else [])
            for n, it in enumerate(group):
                found = self._said(it, last, shared[n] if shared else None, said if n else [])
                if found is None:
                    continue
                said.append(found)
                if not found.name.behind or not last.text:
                    last = found.name
        self.risen_since = ""
        for n, own in enumerate(said):
            self._take(own, said[n + 1] if n + 1 < len(said) else None, said[n - 1] if n else None)

    def _groups(self, numbers: Sequence[Printed]) -> Iterator[list[Printed]]:
        """Numbers that stand in one list: 5%、6%; any other by itself."""
        group: list[Printed] = []
        for it in numbers:
            between = self.clauses[it.number.start].between
            if group and not (_JOINED.fullmatch(between) and it.number.unit == group[-1].number.unit):
                yield group
                group = []
            group.append(it)
        if group:
            yield group

    def _said(self, it: Printed, last: Name, shared: Name | None, before: Sequence[Said]) -> Said | None:
        """What the words say of a number; it is left out where they say that it is no figure."""
        clause = self.clauses[it.number.start]
        written = as_figure(it.number, self.units)
        reason = why_no_figure(it, clause)
        if reason or written is None or not it.section:
            unknown = LeftOut.UNKNOWN_UNIT if it.number.unknown_unit else LeftOut.UNREADABLE
            self.left_out.append((it, reason or unknown))
            return None
        name = shared or name_of(clause, self.units.get(it.number.unit or ""), last)
        printed_unit = written.unit or it.number.unit or ""
        kind = measure_of(it, clause, name, written, printed_unit)
        if before and _LISTED.fullmatch(clause.between) and before[-1].written.unit == written.unit:
            kind = before[-1].kind
        kind = _that_fits(kind, written, printed_unit)
        unit = printed_unit or ("" if fits(kind.measure, "") else _likely_unit(written))
        return Said(it, written, clause, name, kind, unit)

    def _take(self, it: Said, following: Said | None, before: Said | None) -> None:
        """Give a number its time, and put it under its indicator."""
        is_from = following is not None and is_pair(it.clause, following.clause, it.unit, following.unit)
        is_to = before is not None and is_pair(before.clause, it.clause, before.unit, it.unit)
        if is_to:
            own = it.clause.between
            it = it._replace(clause=it.clause._replace(sentence=own, clause=own))
        if is_from or is_to:
            it = it._replace(kind=measure_of_pair(it.name, it.unit, it.kind))
        year = self.outline.year
        sentence = (
            self.outline.eras[it.clause.sentence_number][1] if it.clause.sentence_number >= 0 else Era(False, year - 1)
        )
        era, certain = era_of(it.clause, sentence, year)
        if is_from:
            times = base_of_a_pair(it.clause, sentence, year)
            era, certain = Era(False, int(times.period[:4]), told=True), sentence.told
        else:
            times = times_of(it.printed, it.clause, it.name.text, it.kind.measure, era, year)
        if is_to and "/" in times.period:
            times = times._replace(period=str(era.year))
        if is_from:
            self.risen_since = times.period
        elif it.kind.measure is Measure.AVERAGE_GROWTH and self.risen_since and self.risen_since < times.period:
            times = times._replace(since=self.risen_since)
        figure = DraftedFigure(
            it.printed, it.written, it.kind.measure, "" if it.written.unit else it.unit, times.period, times.since,
            era, (), it.kind.multiple,
        )  # fmt: skip
        doubts = {
            Doubt.ROLE: not certain,
            Doubt.PERIOD: not times.told or not self.outline.found.is_certain,
            Doubt.MEASURE: not it.kind.certain,
            Doubt.NAME: (not it.name.sure and not common_of(it.name.text))
            or bool(AGAINST_OTHERS.search(it.clause.segment)),
            Doubt.UNIT: it.unit != (it.written.unit or it.printed.number.unit or ""),
            Doubt.BOUND: it.printed.number.bound is not it.written.bound,
        }
        figure = figure._replace(doubts=tuple(doubt for doubt, is_so in doubts.items() if is_so))
        if self.indicators.put(_name(it), figure, it.clause):
            return
        self.left_out.append((it.printed, LeftOut.REPEATED))


def _shared(clause: Clause, count: int, said: Sequence[Said]) -> list[Name]:
    """What 分别 divides among the numbers of a list: its own nouns, or the last things that were named before it."""
    if count < 2 or "分别" not in clause.clause:
        return []
    if names := shared_names(clause, count):
        return [Name(name, True) for name in names]
    own = list(dict.fromkeys(it.name._replace(own=True, behind=False) for it in said))
    return own[-count:] if len(own) >= count and not name_of(clause, None, own[-1]).own else []


def _own_noun(clause: Clause, last: Name) -> bool:
    """Whether a list of numbers says what it is about by itself."""
    return name_of(clause, None, last).own


def _name(it: Said) -> str:
    return bare_name(one_line(it.name.text) or it.printed.text)


def _that_fits(kind: Kind, written: Written, unit: str) -> Kind:
    """The measure, or the likeliest one that can have this unit."""
    if fits(kind.measure, unit) and (unit or not written.digits):
        return kind
    if unit in (POINT, STEP):
        return Kind(Measure.CHANGE, False)
    if unit in (PERCENT, PER_MILLE, TENTH) or (not unit and not written.digits and written.value.denominator > 1):
        return Kind(Measure.SHARE, False)
    if unit == TIMES:
        return Kind(Measure.GROWTH, False)
    amount = kind.measure in (Measure.LEVEL, Measure.FLOW, Measure.CHANGE)
    return Kind(kind.measure if amount else Measure.FLOW, kind.certain and amount)


def _likely_unit(written: Written) -> str:
    """The unit of a number printed without one: money when it is large."""
    return MONEY if abs(written.value) >= 10**8 else "个"
