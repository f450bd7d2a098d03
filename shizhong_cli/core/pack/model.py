"""What the two files say, as frozen facts: indicators, figures, targets, conventions, checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction, length_of_number
from shizhong_cli.core.figure.frozen import NOTHING
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.once import once
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.slips import typed_as, typos_of
from shizhong_cli.core.figure.terms import Bound, Measure, Rounding
from shizhong_cli.core.figure.units import RATIOS, Unit
from shizhong_cli.core.pack.declared import DeclaredCheck, Exclusion, Lights, Rate, Silence
from shizhong_cli.core.pack.goal import WordedTarget, base_period_of, course_of, reference_of
from shizhong_cli.core.pack.printed import Printed
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.pack.series import NO_FIGURES, Series
from shizhong_cli.core.pack.terms import Direction
from shizhong_cli.problems import Place
from shizhong_cli.tuples import NamedTuple


class Indicator(NamedTuple):
    """One statistical concept."""

    id: str
    name: str
    name_en: str
    direction: Direction
    place: Place
    prices: Mapping[Measure, str] = NOTHING  # current or constant
    units: tuple[str, ...] = ()  # unit words that count the same thing for this indicator
    may_exceed: bool = False  # a rate that can be above 100 %
    within: tuple[str, ...] = ()  # indicators that usually contain this one
    companions: tuple[str, ...] = ()  # indicators whose growth rates usually go along with its own
    per: str = ""  # unit of the denominator of an average: 人 for an amount per person
    akin: tuple[str, ...] = ()  # indicators whose amounts seem to be of the same thing
    same_as: tuple[str, ...] = ()  # ids or names by which the pack of another year or place has it
    in_words: str = ""  # what the report says of it without a number: 物价总体平稳
    may_be_negative: bool = False  # an amount that can be below nought: a profit, a balance


class Figure(Printed):
    """One number about an indicator as printed; what is asked of it often is worked out once."""

    def __getstate__(self) -> None:
        """What was worked out is not handed on with it, to another process or to the index of the shipped data."""

    @property
    def printed(self) -> str:
        """The figure as it stands in the file."""
        return self.written.text

    @once
    def reference(self) -> str:
        """How a check names it: ``gdp.growth@2025``, with ``:2020`` when a base was declared."""
        return reference_of(self.indicator, self.measure, self.period, self.since)

    @once
    def base_period(self) -> Period | None:
        """What a growth or change compares with: ``since``, the year before, of an average the year it starts from."""
        return base_period_of(self.measure, self.period, self.since)

    @once
    def course(self) -> Period:
        """The time that it runs over: of a change since a base year all years from there."""
        return course_of(self.measure, self.period, self.since)

    @property
    def grows_over_years(self) -> bool:
        """Whether it is a growth since an earlier time than the year before: 比2025年增长50%."""
        before = self.period.year_before()
        return self.measure is Measure.GROWTH and bool(self.since and before and self.since.last < before.first)

    def is_of(self, period: Period) -> bool:
        """Whether it is the figure of a period: the same days, for a stock the same last day."""
        is_stock = self.measure is Measure.LEVEL
        return self.period.last == period.last if is_stock else self.period.is_same_time_as(period)

    @once
    def length(self) -> int:
        """The digits of the ends of all that it can stand for, under any rounding and with any digit wrong."""
        written, ratio = self.written, RATIOS.get(self.written.unit, 1)
        ends = (abs(written.value) + written.place, written.place / 2)
        return max(length_of_number(end / ratio) for end in ends) + 2  # one for what a digit typed twice adds

    @property
    def is_ratio(self) -> bool:
        """Whether it is a pure number: a share, a growth, or a change in points; a stock in 倍 is counted in 倍."""
        return self.written.unit in RATIOS and self.measure is not Measure.LEVEL

    @property
    def points(self) -> Fraction:
        """How many percentage points one of its unit is; 1 where differences from it are in its own unit."""
        return points_per_unit(self.written.unit) if self.is_ratio else Fraction(1)

    def values(self, rounding: Rounding | None = None) -> Interval:
        """What the wording allows, ratios as plain numbers (5 % is 1/20). ``rounding`` overrides the declared one."""
        if rounding is None or rounding is self.rounding:
            return self._values
        return self.plain(self.written.entailed(rounding))

    @once
    def _values(self) -> Interval:
        return self.plain(self.written.entailed(self.rounding))

    def values_as_read(self) -> Interval:
        """What readers take the wording to mean, ratios as plain numbers; 左右 has the declared width."""
        written = self.written
        if written.bound is Bound.EXACT:
            return self._values
        if self.half_band is not None and written.bound is Bound.ABOUT:
            return self.plain(interval.between(written.value - self.half_band, written.value + self.half_band))
        return self.plain(written.as_read(self.rounding))

    def plain(self, printed: Interval) -> Interval:
        """An interval in printed units as plain numbers."""
        divisor = RATIOS.get(self.written.unit, 1)
        scaled = printed if divisor == 1 else printed * interval.exact(Fraction(1, divisor))
        return scaled - interval.exact(1) if self.as_multiple else scaled

    def typed_as(self, digits: str) -> Figure:
        """This figure with other digits."""
        return self._replace(written=typed_as(self.written, digits))

    def in_force(self, day: date) -> Figure:
        """The figure as it counts on a day: by the newest adjustment or revision up to then."""
        newest = [it for it in self.adjustments if it.date.last <= day]
        if not newest:
            return self
        last = newest[-1]
        return self._replace(
            written=last.written, provisional=False, adjusted_from=self.printed, published=last.date, source=last.source
        )

    def typos(self) -> Iterator[Figure]:
        """This figure with one digit wrong, in every way."""
        for written in typos_of(self.written):
            yield self._replace(written=written)


Target = Figure | WordedTarget
"""What the report asks for: a number to reach, or words."""


class Band(NamedTuple):
    """The width of 左右: a number of points for growth, a share of the target for the rest."""

    growth: Fraction = Fraction(1, 2)  # 个百分点
    otherwise: Fraction = Fraction(5, 100)
    reason: str = ""
    reason_en: str = ""

    def half_width(self, figure: Figure) -> Fraction:
        """Half the width around the target: in points for rates, else in the unit of the target."""
        if figure.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH):
            return self.growth
        return abs(figure.written.value) * self.otherwise * figure.points


class Section(NamedTuple):
    """A part of the report; ``path`` is the chain of headings joined with /."""

    path: str
    name: str
    name_en: str
    begins: str = ""  # a few words of the report that the part begins with

    @property
    def group(self) -> str:
        """The path of the larger part it belongs to."""
        return group_of(self.path)


class _Declarations(NamedTuple):
    """What the two files declare."""

    indicators: Mapping[str, Indicator] = NOTHING
    baselines: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()
    sections: Mapping[str, Section] = NOTHING
    units: Mapping[str, Unit] = NOTHING
    band: Band = Band()
    checks: tuple[DeclaredCheck, ...] = ()
    silences: tuple[Silence, ...] = ()
    title: str = ""
    title_en: str = ""
    profiles: Mapping[str, Profile] = NOTHING  # of the base year, by indicator
    rates: tuple[Rate, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    references: tuple[Figure, ...] = ()  # from outside the report, each with its source; no check stands on one
    lights: Lights | None = None  # no light is shown where none are declared


class Catalogue(_Declarations):
    """Everything the two files declare, in the order of the files; what is looked up often is put in order once."""

    def __repr__(self) -> str:
        return f"Catalogue({self.title!r}, {len(self.baselines)} baselines, {len(self.targets)} targets)"

    def entries(self) -> tuple[Target, ...]:
        """What the report prints: baselines, then targets, in numbers and in words."""
        return self.baselines + self.targets

    def figures(self) -> tuple[Figure, ...]:
        """The numbers that the report prints: baselines, then targets."""
        return self.baselines + self.numbered_targets

    @once
    def numbered_targets(self) -> tuple[Figure, ...]:
        """The targets that are numbers."""
        return tuple(target for target in self.targets if isinstance(target, Figure))

    @once
    def worded_targets(self) -> tuple[WordedTarget, ...]:
        """The targets in words."""
        return tuple(target for target in self.targets if isinstance(target, WordedTarget))

    def baselines_of(self, indicator: str) -> Series[Figure]:
        """The reported figures of an indicator, oldest first."""
        return self._oldest_first.get(indicator, NO_FIGURES)

    def targets_of(self, indicator: str) -> list[Target]:
        """The targets of an indicator, in the order of the file."""
        return list(self._targets.get(indicator, ()))

    def numbered_targets_of(self, indicator: str) -> list[Figure]:
        """Those of them that are numbers."""
        return [target for target in self.targets_of(indicator) if isinstance(target, Figure)]

    def worded_targets_of(self, indicator: str) -> list[WordedTarget]:
        """Those of them that are in words."""
        return [target for target in self.targets_of(indicator) if isinstance(target, WordedTarget)]

    def on(self, day: date) -> Catalogue:
        """The same with every reported figure as it counts on a day; what is verified is what was printed."""
        if not self._is_adjusted:
            return self
        days: dict[date, Catalogue] = self.__dict__.setdefault("_days", {})  # worked out once for all that ask
        if day not in days:
            days[day] = self._replace(baselines=tuple(figure.in_force(day) for figure in self.baselines))
        return days[day]

    def references_of(self, indicator: str) -> list[Figure]:
        """What others published about an indicator, oldest first."""
        return list(self._references.get(indicator, ()))

    @once
    def first_target_year(self) -> int:
        """The first year that anything is promised for; 0 where nothing is."""
        return min((target.period.first.year for target in self.targets), default=0)

    @once
    def _is_adjusted(self) -> bool:
        return any(figure.adjustments for figure in self.baselines)

    @once
    def _oldest_first(self) -> dict[str, Series[Figure]]:
        figures = _by_indicator(sorted(self.baselines, key=lambda f: f.period.order))
        return {indicator: Series(own) for indicator, own in figures.items()}

    @once
    def _references(self) -> dict[str, list[Figure]]:
        return _by_indicator(sorted(self.references, key=lambda f: f.period.order))

    @once
    def _targets(self) -> dict[str, list[Target]]:
        return _by_indicator(self.targets)


_Entry = TypeVar("_Entry", bound=Target)


def _by_indicator(figures: Iterable[_Entry]) -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for figure in figures:
        found.setdefault(figure.indicator, []).append(figure)
    return found


def points_per_unit(unit: str) -> Fraction:
    """How many percentage points one of a ratio unit is: 1 for %, 100 for 倍; 1 for every other unit."""
    return Fraction(100, RATIOS[unit]) if unit in RATIOS else Fraction(1)


def group_of(path: str) -> str:
    """The first two headings of a section path."""
    return "/".join(path.split("/")[:2])


def is_exact(figure: Figure) -> bool:
    """Whether the wording is a plain number."""
    return figure.written.bound is Bound.EXACT
