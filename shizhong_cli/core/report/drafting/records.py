"""What a draft is made of: figures with what was guessed of each, indicators, exclusions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from itertools import chain

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Indicator, Section
from shizhong_cli.core.pack.terms import Binding, Direction
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.in_words import InWords, Stood
from shizhong_cli.core.report.drafting.years import ReportYear
from shizhong_cli.tuples import NamedTuple


class Doubt(StrEnum):
    """What of a drafted figure had to be guessed."""

    ROLE = "role"
    PERIOD = "period"
    MEASURE = "measure"
    NAME = "name"
    UNIT = "unit"
    BOUND = "bound"
    DIRECTION = "direction"


class LeftOut(StrEnum):
    """Why a quantity became an exclusion."""

    UNKNOWN_UNIT = "unknown_unit"
    UNREADABLE = "unreadable"
    REPEATED = "repeated"
    DURATION = "duration"
    ANNIVERSARY = "anniversary"
    CONDITION = "condition"
    ONE_OF = "one_of"
    CLOCK = "clock"
    ASIDE = "aside"
    EARLIER_TARGET = "earlier_target"


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
    multiple: bool = False  # so many times as much: 是2020年的2.5倍
    shared: bool = False  # another figure has the same number of the text: 均增长9%
    binding: str = ""  # how firmly it binds, where a table says so
    wording: str = ""  # how a target is meant to be reached: 力争

    @property
    def bound_by(self) -> str:
        """How firmly it binds, by the table or by where it stands."""
        return self.binding or binding_of(self.era)

    @property
    def sure(self) -> int:
        """2 when nothing had to be guessed, 1 when one thing that is no role and no measure, 0 otherwise."""
        if not self.doubts:
            return 2
        light = {Doubt.PERIOD, Doubt.NAME, Doubt.BOUND, Doubt.DIRECTION}
        return 1 if len(self.doubts) == 1 and set(self.doubts) <= light else 0


def binding_of(era: Era) -> str:
    """How firmly the targets of a paragraph bind."""
    return Binding.EXPECTED if era.expected else Binding.TASK


class DraftedIndicator:
    """One indicator with its figures, growing."""

    def __init__(self, id: str, name: str, known: Indicator | None, direction: Direction) -> None:
        self.id, self.name, self.known, self.direction = id, name, known, direction
        self.baselines: list[DraftedFigure] = []
        self.targets: list[DraftedFigure] = []
        self.in_words: list[InWords] = []
        self.stood: Stood | None = None  # what the report says of it without a number
        self.unit = ""
        self.may_exceed = False
        self.is_real = False  # its growth is at constant prices, as the text says
        self.per = ""

    @property
    def figures(self) -> list[DraftedFigure]:
        """Baselines, then targets."""
        return self.baselines + self.targets

    @property
    def section(self) -> str:
        """Where it is first spoken of."""
        figures = self.figures
        sections = [figures[0].printed.section] if figures else [target.section for target in self.in_words]
        return next(iter(sections), self.stood.section if self.stood else "")

    @property
    def is_told(self) -> bool:
        """Whether anything is said of it."""
        return bool(self.figures or self.in_words or self.stood)

    @property
    def looks_back(self) -> bool:
        """Whether the report says how it was, with a number or without."""
        return bool(self.baselines or self.stood)

    @property
    def is_weak(self) -> bool:
        """Whether all that is said of it is marked low."""
        return all(figure.sure == 0 for figure in self.figures)


class DraftedExclusion(NamedTuple):
    """A quantity that could not become a figure."""

    printed: Printed
    text: str
    reason: LeftOut


class Draft(NamedTuple):
    """Everything that goes into the two files."""

    title: str
    found: ReportYear
    sections: tuple[Section, ...]
    indicators: tuple[DraftedIndicator, ...]
    exclusions: tuple[DraftedExclusion, ...]
    units: Mapping[str, Unit]

    @property
    def year(self) -> int:
        """The year that the report plans."""
        return self.found.year

    @property
    def unread(self) -> int:
        """How many numbers could not be made figures, and wait among the exclusions for a person."""
        return sum(it.reason in (LeftOut.UNREADABLE, LeftOut.UNKNOWN_UNIT) for it in self.exclusions)

    def count(self, sure: int) -> int:
        """How many figures are so sure."""
        figures = chain.from_iterable(indicator.figures for indicator in self.indicators)
        in_words = 0 if sure else sum(len(indicator.in_words) for indicator in self.indicators)
        return sum(figure.sure == sure for figure in figures) + in_words
