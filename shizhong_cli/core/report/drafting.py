"""The data of a report that nobody has described yet, as far as a program can tell: ``draft``.

Every quantity of the text becomes a figure or an exclusion, so that ``coverage`` on the result is complete. What had to
be guessed is noted on each, for the author to look at.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY, PER_MILLE, PERCENT, POINT, RATIOS, STEP, TENTH, TIMES, Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.common_indicators import bare_name, common_of, direction_of
from shizhong_cli.core.pack.model import Catalogue, Indicator, Section
from shizhong_cli.core.pack.terms import Direction
from shizhong_cli.core.report.coverage import Printed, names
from shizhong_cli.core.report.drafted_times import times_of
from shizhong_cli.core.report.figure_text import as_figure
from shizhong_cli.core.report.known_names import KnownNames
from shizhong_cli.core.report.numbers import numbers_of
from shizhong_cli.core.report.outline import Era, Outline, outline_of
from shizhong_cli.core.report.scanning import NumberClass
from shizhong_cli.escapes.yaml import one_line

_MOST_ALIKE, _NEIGHBOURS = 50, 6


class Doubt(StrEnum):
    """What of a drafted figure had to be guessed."""

    NAME = "name"
    MEASURE = "measure"
    PERIOD = "period"
    UNIT = "unit"
    BOUND = "bound"


class LeftOut(StrEnum):
    """Why a quantity became an exclusion."""

    UNKNOWN_UNIT = "unknown_unit"
    UNREADABLE = "unreadable"
    REPEATED = "repeated"


class DraftedFigure(NamedTuple):
    """One figure as it is to be written down."""

    printed: Printed
    written: Written
    measure: Measure
    unit: str  # to be declared, where none is printed
    period: str
    since: str
    era: Era
    doubts: tuple[Doubt, ...]

    @property
    def sure(self) -> int:
        """2 when nothing had to be guessed, 1 when only the time, 0 otherwise."""
        return 2 if not self.doubts else 1 if set(self.doubts) == {Doubt.PERIOD} else 0


class DraftedIndicator:
    """One indicator with its figures, growing."""

    def __init__(self, id: str, name: str, known: Indicator | None, direction: Direction) -> None:
        self.id, self.name, self.known, self.direction = id, name, known, direction
        self.baselines: list[DraftedFigure] = []
        self.targets: list[DraftedFigure] = []
        self.unit = ""

    @property
    def figures(self) -> list[DraftedFigure]:
        """Baselines, then targets."""
        return self.baselines + self.targets


class DraftedExclusion(NamedTuple):
    """A quantity that could not become a figure."""

    printed: Printed
    text: str
    reason: LeftOut


class Draft(NamedTuple):
    """Everything that goes into the two files."""

    title: str
    year: int
    sections: tuple[Section, ...]
    indicators: tuple[DraftedIndicator, ...]
    exclusions: tuple[DraftedExclusion, ...]
    units: Mapping[str, Unit]


def draft(text: str, like: Catalogue, year: int | None = None) -> Draft:
    """Describe a report; indicators of ``like`` keep what is known about them."""
    outline = outline_of(text, year)
    catalogue = Catalogue(sections={section.path: section for section in outline.sections}, units=like.units)
    numbers = numbers_of(text, catalogue).printed
    work = _Drafting(like, outline)
    for it in numbers:
        if it.number.class_ is NumberClass.QUANTITY or it.is_unread:
            work.take(it)
    exclusions = _exclusions(work.left_out, numbers)
    indicators = tuple(indicator for indicator in work.indicators.values() if indicator.figures)
    return Draft(outline.title, outline.year, outline.sections, indicators, exclusions, like.units)


class _Drafting:
    """Indicators met so far."""

    def __init__(self, like: Catalogue, outline: Outline) -> None:
        self.like, self.outline, self.units = like, outline, like.units
        self.starts = [start for start, _ in outline.eras]
        self.indicators: dict[str, DraftedIndicator] = {}
        self.left_out: list[tuple[Printed, LeftOut]] = []
        self.known = KnownNames(like)
        self.numbers: dict[tuple[str, ...], dict[str, int]] = {}  # of the figures that say different things
        self.said: dict[tuple[str, ...], tuple[str, set[str]]] = {}  # what was said, and in which sections

    def take(self, it: Printed) -> None:
        """Make a figure of a number, or leave it out."""
        figure = self._figure(it)
        if figure is None:
            self.left_out.append((it, LeftOut.UNKNOWN_UNIT if it.number.unknown_unit else LeftOut.UNREADABLE))
            return
        name = bare_name(one_line(_name_of(it)) or it.text)
        if not it.number.noun:
            figure = figure._replace(doubts=(*figure.doubts, Doubt.NAME))
        indicator, repeated = self._indicator(name, figure)
        if repeated:
            self.left_out.append((it, LeftOut.REPEATED))
            return
        (indicator.targets if figure.era.ahead else indicator.baselines).append(figure)

    def _figure(self, it: Printed) -> DraftedFigure | None:
        written = as_figure(it.number, self.units)
        if written is None or not it.section:
            return None
        printed_unit = written.unit or it.number.unit or ""
        measure = _fitting(it.number.measure, written, printed_unit)
        unit = printed_unit or ("" if measure is Measure.SHARE else _likely_unit(written))
        guessed = {
            Doubt.BOUND: it.number.bound is not written.bound,
            Doubt.MEASURE: measure is not it.number.measure,
            Doubt.UNIT: unit != printed_unit,
        }
        doubts = [doubt for doubt, is_so in guessed.items() if is_so]
        era = self._era_at(it.number.start)
        times = times_of(it, measure, era, self.outline.year)
        if not times.told:
            doubts.append(Doubt.PERIOD)
        declared = "" if written.unit else unit
        return DraftedFigure(it, written, measure, declared, times.period, times.since, era, tuple(doubts))

    def _era_at(self, offset: int) -> Era:
        position = bisect_right(self.starts, offset)
        return self.outline.eras[position - 1][1] if position else Era(False, self.outline.year - 1)

    def _indicator(self, name: str, figure: DraftedFigure) -> tuple[DraftedIndicator, bool]:
        """The indicator that a figure belongs to, and whether its section has said the same before.

        Of two figures of one indicator for one time that do not say the same, the second is another indicator.
        """
        known = self.known.find(name, figure.printed, figure.measure, _amount_unit(figure))
        unit = _amount_unit(figure, known)
        first = self._open(name, known, figure, 1)
        if unit and first.unit not in ("", unit):
            name, known, unit = f"{name}（{unit}）", None, _amount_unit(figure)
            first = self._open(name, known, figure, 1)
        numbers = self.numbers.setdefault(_key(first, figure), {})
        number = numbers.setdefault(figure.written.text, len(numbers) + 1)
        while True:
            indicator = first if number == 1 else self._open(name, None, figure, number)
            said = self.said.setdefault(_key(indicator, figure), (figure.written.text, set()))
            if said[0] == figure.written.text and (not unit or indicator.unit in ("", unit)):
                indicator.unit = indicator.unit or unit
                repeated = figure.printed.section in said[1]
                said[1].add(figure.printed.section)
                return indicator, repeated
            number = numbers[figure.written.text] = number + 1

    def _open(self, name: str, known: Indicator | None, figure: DraftedFigure, number: int) -> DraftedIndicator:
        """An indicator of this name, the first or one more; a share is another matter than the amount."""
        if known is None and figure.measure is Measure.SHARE and not name.endswith(("率", "比重", "占比", "比例")):
            name = f"{name}占比"
        if number > 1:
            name = f"{name}（{number}）"
        common = common_of(name)
        id = known.id if known else common.id if common else _made_up_id(name)
        if id in self.indicators:
            return self.indicators[id]
        falls = figure.written.value < 0 and figure.measure is not Measure.GROWTH
        direction = known.direction if known else common.direction if common else direction_of(name, falls)
        indicator = DraftedIndicator(id, known.name if known else name, known, direction)
        indicator.unit = self.known.units.get(known.id, "") if known else ""
        self.indicators[id] = indicator
        return indicator


def _amount_unit(figure: DraftedFigure, known: Indicator | None = None) -> str:
    """The unit of an amount, the first of those that count the same; nothing for a rate."""
    unit = figure.written.unit or figure.unit
    if unit in RATIOS or unit == STEP:
        return ""
    return known.units[0] if known and unit in known.units else unit


def _likely_unit(written: Written) -> str:
    """The unit of a number printed without one: money when it is large."""
    return MONEY if abs(written.value) >= 10**8 else "个"


def _key(indicator: DraftedIndicator, figure: DraftedFigure) -> tuple[str, ...]:
    """What two figures have in common when they say the same thing."""
    role = "target" if figure.era.ahead else "baseline"
    return indicator.id, role, figure.measure, figure.period, figure.since


def _name_of(it: Printed) -> str:
    """What a number is about: its noun, or the words before it."""
    noun = _balanced(it.number.noun.split(":")[-1].strip("、,。 "))
    if noun:
        return noun
    before = it.before
    for stop in "，。；：,;:、":
        before = before.rpartition(stop)[2]
    return _balanced(before[-10:].strip("（）()")) or it.text


def _balanced(name: str) -> str:
    """The name without a quotation mark that has lost its partner."""
    name = name.strip("”") if "“" not in name else name.removeprefix("”")
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")


def _fitting(measure: Measure | None, written: Written, unit: str) -> Measure:
    """The measure, or the likeliest one that can have this unit."""
    if unit in (POINT, STEP):
        return Measure.CHANGE
    rates = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.SHARE)
    if unit in (PERCENT, PER_MILLE, TENTH):
        return measure if measure in rates else Measure.SHARE
    if unit == TIMES:
        return measure if measure in (*rates[:2], Measure.LEVEL) else Measure.GROWTH
    if not unit and not written.digits and written.value.denominator > 1:
        return Measure.SHARE  # 五分之一
    return measure if measure in (Measure.LEVEL, Measure.FLOW, Measure.CHANGE) else Measure.FLOW


def _made_up_id(name: str) -> str:
    """An id that stays the same as long as the name does."""
    return f"x_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _exclusions(
    left_out: Sequence[tuple[Printed, LeftOut]], numbers: Sequence[Printed]
) -> tuple[DraftedExclusion, ...]:
    """What was left out, each with words that tell it from its neighbours and from those with the same digits."""
    alike: dict[tuple[str, str], list[Printed]] = {}
    order: dict[int, int] = {}
    for n, it in enumerate(numbers):
        alike.setdefault((it.section, it.number.digits), []).append(it)
        order[it.number.start] = n
    exclusions = []
    for it, reason in left_out:
        n = order[it.number.start]
        near = numbers[max(0, n - _NEIGHBOURS) : n + _NEIGHBOURS]
        same = alike[it.section, it.number.digits]
        text = _telling(it, [*near, *same]) if len(same) <= _MOST_ALIKE else it.text
        exclusions.append(DraftedExclusion(it, text, reason))
    return tuple(exclusions)


def _telling(it: Printed, others: Sequence[Printed]) -> str:
    """The number with as few words around it as tell it from others; by itself when none do."""
    texts = [it.text, *(it.text + it.after[:n] for n in (1, 2, 4, 6)), *(it.before[-n:] + it.text for n in (2, 4, 8))]
    rest = [other for other in others if other.section == it.section and other.number.start != it.number.start]
    return next((text for text in texts if not _is_said_of(text, rest)), it.text)


def _is_said_of(text: str, others: Sequence[Printed]) -> bool:
    return any(names(text, other) for other in others)
