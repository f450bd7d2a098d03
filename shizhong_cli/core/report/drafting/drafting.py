"""The data of a report that nobody has described yet, as far as a program can tell: ``draft``.

Every quantity of the text becomes a figure or an exclusion, so that ``coverage`` on the result is complete. What had to
be guessed is noted on each, for the author to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.common_indicators import bare_name, common_of
from shizhong_cli.core.pack.fitting import fits
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.amounts import of_all_years
from shizhong_cli.core.report.drafting.cells import told_by_heads
from shizhong_cli.core.report.drafting.clauses import Clause, clauses_of, is_quantity
from shizhong_cli.core.report.drafting.clock import Clock
from shizhong_cli.core.report.drafting.covering import of_all_that_is_covered
from shizhong_cli.core.report.drafting.directions import with_direction
from shizhong_cli.core.report.drafting.divided import divided_names
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.ids import Romanize
from shizhong_cli.core.report.drafting.in_words import in_words_of, stood_of
from shizhong_cli.core.report.drafting.indicators import Indicators, for_each_of
from shizhong_cli.core.report.drafting.jumps import doubt_jumps
from shizhong_cli.core.report.drafting.kinds import Kind, is_yearly_mean
from shizhong_cli.core.report.drafting.left_out import exclusions_of, why_no_figure
from shizhong_cli.core.report.drafting.listed import names_of_distances
from shizhong_cli.core.report.drafting.measures import is_against_others, kind_of_figure
from shizhong_cli.core.report.drafting.name import NOTHING, Name, handed_on
from shizhong_cli.core.report.drafting.names import name_of, of_a_pace
from shizhong_cli.core.report.drafting.outline import Outline, as_printed, outline_of
from shizhong_cli.core.report.drafting.people import with_its_people
from shizhong_cli.core.report.drafting.proportions import as_a_proportion
from shizhong_cli.core.report.drafting.ranges import Range, ranges_of, with_ranges
from shizhong_cli.core.report.drafting.records import Doubt, Draft, DraftedFigure, LeftOut
from shizhong_cli.core.report.drafting.resolve import resolve_of, said_again
from shizhong_cli.core.report.drafting.roles import Spoken, is_of_a_task
from shizhong_cli.core.report.drafting.said import JOINED, Said, for_both, kind_in_a_list, names_of_a_list, with_pairs
from shizhong_cli.core.report.drafting.scopes import of_its_scope
from shizhong_cli.core.report.drafting.suiting import likely_unit, that_fits, unit_of_a_rate
from shizhong_cli.core.report.drafting.times import Times
from shizhong_cli.core.report.drafting.years import years_in_digits
from shizhong_cli.core.report.figure_text import as_figure
from shizhong_cli.core.report.layout import Plain, plain_of
from shizhong_cli.core.report.numbers import numbers_of
from shizhong_cli.core.report.scanning import without_furniture
from shizhong_cli.escapes.yaml import one_line


def draft(
    text: str,
    like: Catalogue,
    year: int | None = None,
    romanize: Romanize | None = None,
    simplify: Callable[[str], str] | None = None,
) -> Draft:
    """Describe a report; indicators of ``like`` keep what is known about them.

    ``simplify`` writes a text in simplified characters, in the same length; names are, and parts begin as printed.
    """
    printed = without_furniture(text)
    words = simplify(printed) if simplify else printed
    outline = outline_of(words, year)
    if not outline.year:  # what its figures are can be told, of when they are nobody will say
        outline = outline_of(words, _ANY_YEAR)._replace(found=outline.found)
    if words != text:
        outline = outline._replace(sections=as_printed(outline.sections, words, text))
    catalogue = Catalogue(sections={section.path: section for section in outline.sections}, units=like.units)
    numbers = numbers_of(text, catalogue).printed
    ranges = ranges_of(text, numbers, like.units)
    whole = with_ranges(numbers, ranges)
    work = _Drafting(like, outline, clauses_of(_with_years(plain_of(words)), whole, outline), romanize, ranges)
    for sentence in _sentences([it for it in whole if is_quantity(it)], work.clauses):
        work.read(sentence)
    for target in in_words_of(words, outline):
        work.indicators.put_in_words(target)
    for stood in stood_of(words, outline):
        work.indicators.put_stood(stood)
    for indicator in work.indicators.all.values():
        doubt_jumps(indicator)
        with_direction(indicator)
    exclusions = exclusions_of(list(work.every_one_left_out()), numbers)
    indicators = tuple(indicator for indicator in work.indicators.all.values() if indicator.is_told)
    return Draft(outline.title, outline.found, outline.sections, indicators, exclusions, like.units)


_ANY_YEAR = 2000


def _with_years(plain: Plain) -> Plain:
    return plain._replace(text=years_in_digits(plain.text))


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
        self,
        like: Catalogue,
        outline: Outline,
        clauses: dict[int, Clause],
        romanize: Romanize | None,
        ranges: Mapping[int, Range],
    ) -> None:
        self.ranges = ranges
        self.outline, self.units, self.clauses = outline, like.units, clauses
        self.indicators = Indicators(like, romanize)
        self.left_out: list[tuple[Printed, LeftOut]] = []
        self.held: set[int] = set()  # where the numbers begin that are figures
        self.clock = Clock(outline.reach)
        self.first_before = NOTHING  # the first name of the sentence before

    def every_one_left_out(self) -> Iterator[tuple[Printed, LeftOut]]:
        """What was left out, of a range both ends."""
        for it, reason in self.left_out:
            if it.number.start in self.held:
                continue
            own = self.ranges.get(it.number.start)
            yield from ((end, reason) for end in (own.ends if own else (it,)))

    def read(self, numbers: Sequence[Printed]) -> None:
        """Make figures of the numbers of one sentence, or leave them out."""
        numbers = [it for it in numbers if not self._takes_cell(it)]
        said: list[Said] = []
        last = NOTHING
        listed: list[Name] = []
        both: list[Name] = []  # those of the last list of this sentence
        for group in self._groups(numbers):
            listed = self._listed(group, said, last, listed)
            begins = len(said)
            for n, it in enumerate(group):
                found = self._said(it, last, listed[n] if listed else None, said[-1] if said else None)
                if found is None:
                    continue
                said += for_both(found, both)
                last = handed_on(found.name, last)
            both = names_of_a_list(said[begins:]) or both
        if said:
            self.first_before = said[0].name
        self.clock.begin_sentence()
        for own in with_pairs(said):
            self._take(own)

    def _listed(self, group: Sequence[Printed], said: Sequence[Said], last: Name, listed: list[Name]) -> list[Name]:
        """The names of a list of numbers: divided by 分别, or those of a list of as many before it."""
        clause, count = self.clauses[group[0].number.start], len(group)
        if is_against_others(clause):
            return names_of_distances(clause, count, name_of(clause, None, last))
        if shared := divided_names(clause, count, said):
            return shared
        goes_on = count > 1 and len(listed) == count and not name_of(clause, None, last).own
        return listed if goes_on else []

    def _groups(self, numbers: Sequence[Printed]) -> Iterator[list[Printed]]:
        """Numbers that stand in one list: 5%、6%; any other by itself."""
        group: list[Printed] = []
        for it in numbers:
            between = self.clauses[it.number.start].between
            divided = group and "分别" in self.clauses[group[0].number.start].clause
            if group and (
                it.is_unread or not (JOINED.fullmatch(between) and (divided or it.number.unit == group[-1].number.unit))
            ):
                yield group
                group = []
            group.append(it)
        if group:
            yield group

    def _said(self, it: Printed, last: Name, shared: Name | None, before: Said | None) -> Said | None:
        """What the words say of a number; it is left out where they say that it is no figure."""
        clause = self._beyond_a_duration(self.clauses[it.number.start])
        own = self.ranges.get(it.number.start)
        written = own.written if own else as_figure(it.number, self.units)
        reason = why_no_figure(it, clause, written is not None, not self._era(clause).ahead)
        if reason or written is None:
            self.left_out.append((it, reason or LeftOut.UNREADABLE))
            return None
        name = shared or said_again(clause, last) or self._name_of(it, clause, last)
        printed_unit = written.unit or it.number.unit or ""
        if not name.text and printed_unit in RATIOS:  # 其中，三季度增长3.9%: of what the sentence before told
            name = self.first_before._replace(sure=False)
        name = of_all_that_is_covered(it, of_a_pace(name, clause, printed_unit))
        kind = that_fits(_kind(it, clause, name, written, before), written, printed_unit)
        name, kind = as_a_proportion(it, clause, name, kind)
        needs_none = printed_unit or fits(kind.measure, "")
        unit = printed_unit if needs_none else likely_unit(written, kind.measure, name.text)
        return Said(it, written, clause, name, kind, unit)

    def _beyond_a_duration(self, clause: Clause) -> Clause:
        """工业产值 of 工业产值4年翻了一番, where the words since the last number are those of the clause before it."""
        it, reason = self.left_out[-1] if self.left_out else (None, None)
        behind = f"{it.text}{clause.segment}" if it and reason is LeftOut.DURATION else ""
        if not behind or not clause.clause.endswith(behind):
            return clause
        return clause._replace(segment=clause.clause.removesuffix(behind) + clause.segment)

    def _name_of(self, it: Printed, clause: Clause, last: Name) -> Name:
        """What the words say."""
        if it.number.shared:  # a page ends between the number and its unit
            clause = clause._replace(after=clause.after.removeprefix(it.number.shared))
        named = name_of(clause, self.units.get(it.number.unit or ""), last)
        return of_its_scope(with_its_people(it, named), clause, last)

    def _take(self, it: Said) -> None:
        """Give a number its time, and put it under its indicator."""
        era = self._era(it.clause)
        if era.first and not it.pair:
            it = it._replace(kind=of_all_years(it.kind, it.clause, it.name.text, it.unit))
        spoken, times = self.clock.time_of(it, era)
        self._put(it, spoken, times)

    def _takes_cell(self, it: Printed) -> bool:
        """Take a number of a table by the heads of its cell; false where no head says anything of it."""
        cell, own = it.number.cell, self.ranges.get(it.number.start)
        if cell is None or not (cell.row or cell.column):
            return False
        clause = self.clauses[it.number.start]
        written = own.written if own else as_figure(it.number, self.units)
        if written is None or not it.section:
            self.left_out.append((it, LeftOut.UNKNOWN_UNIT if it.number.unknown_unit else LeftOut.UNREADABLE))
            return True
        told = told_by_heads(it, written, self._era(clause), self.outline.reach)
        unit = written.unit or it.number.unit or unit_of_a_rate(told.kind)
        kind = that_fits(told.kind, written, unit)
        if told.left_out:
            self.left_out.append((it, told.left_out))
            return True
        in_no_sentence = clause._replace(clause=told.name.text, segment=told.name.text)
        unit = unit or likely_unit(written, kind.measure, told.name.text)
        said = Said(it, written, in_no_sentence, told.name, kind, unit)
        self._put(said, told.spoken, told.times, told.binding)
        return True

    def _put(self, it: Said, spoken: Spoken, times: Times, binding: str = "") -> None:
        """Put a number under its indicator."""
        figure = DraftedFigure(
            it.printed, it.written, it.kind.measure, "" if it.written.unit else it.unit, times.period, times.since,
            spoken.era, self._doubts(it, spoken, times), it.kind.multiple, it.printed.number.start in self.held,
            binding, resolve_of(it.clause) if spoken.era.ahead else "",
        )  # fmt: skip
        if self.indicators.put(_name(it), figure, it.clause):
            self.held.add(it.printed.number.start)
        else:
            self.left_out.append((it.printed, LeftOut.REPEATED))

    def _era(self, clause: Clause) -> Era:
        """What the sentence of a number speaks of."""
        number = clause.sentence_number
        return self.outline.eras[number][1] if number >= 0 else Era(False, self.outline.reach.back)

    def _doubts(self, it: Said, spoken: Spoken, times: Times) -> tuple[Doubt, ...]:
        is_named = it.name.sure or (it.name.own and common_of(it.name.text) is not None)
        doubts = {
            Doubt.ROLE: not spoken.certain or is_of_a_task(it.name.text, it.unit),
            Doubt.PERIOD: not (times.told and self.outline.found.is_certain) or _is_of_a_mean_year(it),
            Doubt.MEASURE: not it.kind.certain or self._is_a_mean_unsaid(it),
            Doubt.NAME: not is_named or is_against_others(it.clause),
            Doubt.UNIT: it.unit != (it.written.unit or it.printed.number.unit or ""),
            Doubt.BOUND: it.printed.number.bound is not it.written.bound,
        }
        return tuple(doubt for doubt, is_so in doubts.items() if is_so)

    def _is_a_mean_unsaid(self, it: Said) -> bool:
        """Whether things that come in whole numbers have decimals, 3.1人, and no name says for each of what."""
        unit = self.units.get(it.unit)
        return unit is not None and unit.whole and it.written.place < 1 and not for_each_of(it.name.text)


def _is_of_a_mean_year(it: Said) -> bool:
    """年均减少20万亩: of no year, and no total of several; only a growth has a measure of its own for it."""
    return it.kind.measure is not Measure.AVERAGE_GROWTH and is_yearly_mean(it.clause.segment)


def _kind(it: Printed, clause: Clause, name: Name, written: Written, before: Said | None) -> Kind:
    """The measure of a number, or that of the number before it in a list."""
    if before and (listed := kind_in_a_list(before, clause, written)):
        return listed
    return kind_of_figure(it, clause, name, written, written.unit or it.number.unit or "")


def _name(it: Said) -> str:
    return bare_name(one_line(it.name.text) or it.printed.text)
