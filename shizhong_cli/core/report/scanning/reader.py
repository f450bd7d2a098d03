"""The whole reading: clean text, numbers, and what the words around each make of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from shizhong_cli.core.figure.amount import is_unread
from shizhong_cli.core.figure.characters import is_digit, other_digit
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass
from shizhong_cli.core.figure.units import POINT, Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.report.scanning.amounts import UnitFinder
from shizhong_cli.core.report.scanning.cell_lines import INSIDE
from shizhong_cli.core.report.scanning.cells import (
    context_of_cell,
    falls,
    noun_of_cell,
    period_of_cell,
    rate_of_cell,
    under_heads,
)
from shizhong_cli.core.report.scanning.context import Context, context_of
from shizhong_cli.core.report.scanning.dates import is_clock
from shizhong_cli.core.report.scanning.digits_left import complete, marked
from shizhong_cli.core.report.scanning.flow import MARKS, Flow, flow_of, plain_text
from shizhong_cli.core.report.scanning.found import FoundNumber, FoundWord
from shizhong_cli.core.report.scanning.measures import measure_of
from shizhong_cli.core.report.scanning.nouns import listed_nouns, noun_of, since_of
from shizhong_cli.core.report.scanning.qualifiers import Wording, shared_wording, wording_of, written_of
from shizhong_cli.core.report.scanning.tables import Cell, cells_of
from shizhong_cli.core.report.scanning.token import Token
from shizhong_cli.core.report.scanning.tokenizing import tokens_of
from shizhong_cli.core.report.scanning.words import numeral_words

_JOINS = re.compile(r"(?:左右|以上|以内|以下)?(?:[、和与及]|以及)(?:达到?|超过?|近|约)?")
_SIGNS = frozenset(("、", "和", "与", "及", "", "—", "-", "——", "~", "至", "到", "~", "–"))
_SENTENCE_END = re.compile("[。；！？\n]")
_PLAN = re.compile("“?十[一二三四五]五”?(?:期间|时期)|五年来|过去五年")
_PLAN_REACH = 200
_LONGEST_LIST = 50


def scan(text: str, units: Mapping[str, Unit]) -> tuple[FoundNumber, ...]:
    """Every number of a text in order, each with its class; ``units`` maps every known spelling to its unit."""
    flow, cells = flow_of(text), cells_of(plain_text(text).replace(INSIDE, " "))
    tokens, finder = _with_unread(flow.plain, tokens_of(flow.plain, units), units), UnitFinder(units)
    places = {token.start: cell for token in tokens if (cell := cells.at(flow.offsets[token.start]))}
    reader = _Reader(text, flow, places)
    for group in _lists(flow.plain, [_in_table(token, places, finder) for token in tokens]):
        reader.read(_in_points(group))
    return complete(text, sorted(reader.found + [marked(text, mark) for mark in flow.marks]))


def words_of(text: str, units: Mapping[str, Unit]) -> tuple[FoundWord, ...]:
    """Every Chinese numeral of a text that is no number, with the reason; with ``scan`` these are all there are."""
    flow = flow_of(text)
    words = numeral_words(flow.plain, tokens_of(flow.plain, units))
    named = [(word.start, word.end, word.reason) for word in words if word.reason is not None]
    return tuple(FoundWord(flow.offsets[start], flow.offsets[end - 1] + 1, reason) for start, end, reason in named)


def _in_table(token: Token, places: Mapping[int, Cell], finder: UnitFinder) -> Token:
    """A number; that of a cell as its heads say."""
    return under_heads(token, places[token.start], finder) if token.start in places else token


def _with_unread(plain: str, tokens: Sequence[Token], units: Mapping[str, Unit]) -> list[Token]:
    """The numbers, and among them the numerals of which nobody can say that they are none."""
    finder, starts = UnitFinder(units), [*(token.start for token in tokens), len(plain)]
    unread = [
        Token(
            word.start,
            min(word.end + len(finder.at(plain, word.end)[0]), starts[bisect_left(starts, word.end)]),
            NumberClass.OTHER,
            unread=True,
        )
        for word in numeral_words(plain, tokens)
        if word.reason is None
    ]
    return sorted([*tokens, *unread], key=lambda token: token.start) if unread else list(tokens)


def _lists(plain: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Numbers that stand in one list together: 401家和611家, 45%、32%左右; any other number by itself."""
    group: list[Token] = []
    for token in tokens:
        if group and (len(group) >= _LONGEST_LIST or not _are_joined(plain, group[-1], token)):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _in_points(group: list[Token]) -> list[Token]:
    """提高4.3个和5.5个百分点: the first of a list that ends in points is in points as well."""
    point = group[-1].unit
    if point is None or point.symbol != POINT:
        return group
    return [
        token._replace(unit=point, unit_word=POINT, shared=POINT.removeprefix(_COUNTED))
        if token.unit_word == _COUNTED and token.end - token.start < _SHORT_OF_POINTS
        else token
        for token in group
    ]


_COUNTED = "个"
_SHORT_OF_POINTS = 7


def _are_joined(plain: str, token: Token, following: Token) -> bool:
    if not (token.is_quantity and following.is_quantity) or following.start - token.end > 8:
        return False
    return token.bound is not None or bool(_JOINS.fullmatch(plain, _end_of(token), following.start))


def _end_of(token: Token) -> int:
    """Where a number ends, the word in the place of its unit included."""
    return token.end + len(token.unknown)


class _Reader:
    """Turns the numbers of the clean text into findings, and keeps what carries over from one to the next."""

    def __init__(self, text: str, flow: Flow, cells: Mapping[int, Cell]) -> None:
        self.text = text
        self.flow = flow
        self.cells = cells
        self.found: list[FoundNumber] = []
        self.mark_starts = sorted(mark.start for mark in flow.marks)
        self.paragraph = 0
        self.noun = self.period = ""
        self.noun_behind = False  # the last noun stood behind its unit
        self.last_end = self.last_quantity_end = 0

    def read(self, group: Sequence[Token]) -> None:
        """Add the numbers of one list."""
        paragraph = self.flow.paragraph_at(group[0].start)
        if paragraph != self.paragraph:
            self.paragraph, self.noun, self.period = paragraph, "", ""
        between = self.flow.plain[max(self.last_end, group[0].start - _PLAN_REACH) : group[0].start]
        if plans := _PLAN.findall(between.rpartition("\n")[2]):
            self.period = plans[-1]
        if group[0].is_quantity and group[0].start in self.cells:
            for token in group:
                self._cell(token, self.cells[group[0].start])
        elif group[0].is_quantity:
            self._quantities(group)
        else:
            self._plain(group[0])
        self.last_end = group[-1].end

    def _plain(self, token: Token) -> None:
        """A number that is no quantity."""
        record = self._record(token)
        if self._is_half_read(record):
            self.found.append(record._replace(class_=NumberClass.OTHER, unread=True))
            return
        if token.class_ is NumberClass.DATE:
            period = self.flow.plain[token.start : token.end]
            self.period = self.period if is_clock(period) else period
            record = record._replace(period=period)
        self.found.append(record._replace(value=token.value, unread=self._is_unread(token)))

    def _is_unread(self, token: Token) -> bool:
        """Whether it says how much, but cannot be read: 两三个, 数十家, 翻一番半."""
        is_other = token.class_ is NumberClass.OTHER
        return is_other and (token.unread or is_unread(self.flow.plain[token.start : token.end]))

    def _cell(self, token: Token, cell: Cell) -> None:
        """A number that is all of a cell: its words are those of its heads."""
        wording = wording_of(self.flow.plain, token, self.last_end)
        if falls(cell) and not token.number.startswith("-"):
            wording = wording._replace(before=(*wording.before, "下降"))
        number = self._quantity(token, wording, context_of_cell(cell), noun_of_cell(cell), False)
        measure = rate_of_cell(cell) if number.unit == "" and number.measure else None
        number = number._replace(cell=cell, period=period_of_cell(cell), measure=measure or number.measure)
        self.found.append(number)
        self.last_quantity_end = token.end

    def _quantities(self, group: Sequence[Token]) -> None:
        plain = self.flow.plain
        floors = [self.last_end, *(token.end for token in group)]
        reached = [self.last_quantity_end, *floors[1:]]
        contexts = [context_of(plain, token, floor) for token, floor in zip(group, reached, strict=False)]
        wordings = [wording_of(plain, token, floor) for token, floor in zip(group, floors, strict=False)]
        nouns = listed_nouns(contexts[0], len(group)) if len(group) > 1 else []
        direct = self._direct(group)
        for i, wording in enumerate(shared_wording(wordings, group, direct)):
            chain = group[i].start - wordings[i].chain_start
            if nouns:
                noun, behind = nouns[i], False
            else:
                noun, behind = noun_of(contexts[i], chain, self.noun, self.noun_behind)
            number = self._quantity(group[i], wording, contexts[i], noun, behind)
            if i and number.measure and direct[i] and self._last_measure(number.unit):
                number = number._replace(measure=self.found[-1].measure)  # 增长5至6%, 下降5微克、3微克
            self.found.append(number)
            self.noun, self.noun_behind = noun or self.noun, behind
        self.last_quantity_end = group[-1].end

    def _last_measure(self, unit: str | None) -> Measure | None:
        """The measure of the number before, where it is in the same unit."""
        last = self.found[-1]
        return last.measure if last.unit == unit else None

    def _is_half_read(self, number: FoundNumber) -> bool:
        """Whether a digit of another script stands in it or next to it; marks of the page are none of its digits."""
        around = self.text[max(0, number.start - 1) : number.end + 1]
        return not around.isascii() and bool(other_digit(around, MARKS))

    def _direct(self, group: Sequence[Token]) -> list[bool]:
        """For each number whether nothing but the sign of a list stands between it and the one before."""
        between = [self.flow.plain[_end_of(a) : b.start].removesuffix("以及") for a, b in pairwise(group)]
        return [False, *(text in _SIGNS for text in between)]

    def _quantity(self, token: Token, wording: Wording, context: Context, noun: str, behind: bool) -> FoundNumber:
        record = self._record(token)
        written = None if token.value is not None else written_of(token, wording)
        value = written.value if written else token.value
        if value is None or self._is_half_read(record):
            return record._replace(class_=NumberClass.OTHER, unread=True)
        ends = (written.low, written.high) if written and written.bound is Bound.RANGE else (None, None)
        measure = measure_of(token, context, noun, behind, self._inherited(token))
        words = (*wording.before, *([token.inside] if token.inside else []), *wording.after)
        return record._replace(
            value=value,
            unit=_symbol(token),
            unknown_unit=token.unknown,
            qualifier=" ".join(words),
            bound=_bound(token, written, value),
            low=ends[0],
            high=ends[1],
            estimated="预计" in context.before,
            measure=measure,
            noun=noun,
            period=self.period,
            shared="" if token.measure else record.shared or token.shared,  # a proportion's is printed nowhere
            since=since_of(context),
        )

    def _inherited(self, token: Token) -> Measure | None:
        """The measure of the number before in the same sentence, when both are amounts or both are one ratio."""
        last = self.found[-1] if self.found else None
        if last is None or _SENTENCE_END.search(self.flow.plain, self.last_quantity_end, token.start):
            return None
        if token.unit and token.unit.dimension == "ratio":
            return last.measure if last.unit == token.unit.symbol else None
        return last.measure if last.measure in (Measure.LEVEL, Measure.FLOW) else None

    def _record(self, token: Token) -> FoundNumber:
        """Place, text and class; a span ends before a mark that stands inside it, a unit behind that is shared."""
        start, end = self.flow.offsets[token.start], self.flow.offsets[token.end - 1] + 1
        mark, behind = bisect_right(self.mark_starts, start), ""
        if mark < len(self.mark_starts) and self.mark_starts[mark] < end:
            inside = bisect_right(self.flow.offsets, self.mark_starts[mark], token.start, token.end)
            end = self.flow.offsets[inside - 1] + 1
            behind = self.flow.plain[inside : token.end]
        shared = "" if any(map(is_digit, behind)) else behind
        return FoundNumber(start, end, self.paragraph, self.text[start:end], token.class_, token.digits, shared=shared)


def _symbol(token: Token) -> str | None:
    """The unit of a number; nothing where it is not known."""
    if token.unknown:
        return None
    return token.unit.symbol if token.unit else ""


def _bound(token: Token, written: Written | None, value: Fraction) -> Bound:
    """What the wording promises, or the place in a range."""
    bound = written.bound if written else token.bound or Bound.EXACT
    return _place_in_range(token, value) if token.bound and bound in _SAID_OF_BOTH_ENDS else bound


_SAID_OF_BOTH_ENDS = (Bound.EXACT, Bound.AT_MOST, Bound.ABOUT)
"""控制在5%—5.5%之间, 5%—6%左右: the ends stay the low one and the high one."""


def _place_in_range(token: Token, value: Fraction) -> Bound:
    """The bound of the low or high number of a range; of 下降0.5—1个百分点 the first is the higher one."""
    assert token.bound is not None
    if value >= 0 or token.number.startswith("-"):
        return token.bound
    return Bound.AT_MOST if token.bound is Bound.AT_LEAST else Bound.AT_LEAST
