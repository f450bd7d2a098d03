"""Targets in words, and what one has beside its number: what took its place, the way to it, whom it is relative to."""

from datetime import timedelta

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.period import Period, year_of
from shizhong_cli.core.figure.terms import RATES, Bound, Measure
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.pack.terms import Binding, Role
from shizhong_cli.problems import Place
from shizhong_cli.tuples import NamedTuple


class Adjustment(NamedTuple):
    """A number that takes the place of a target, or of a reported figure that was revised, from a day on."""

    written: Written
    date: Period
    source: str


class Milestone(NamedTuple):
    """Where the way to a target is to be at the end of a period."""

    period: Period
    written: Written  # as printed
    value: Fraction  # in the unit of the target


class Relative(NamedTuple):
    """The other figure that gives a target its number."""

    to: str  # an indicator; its own for 不低于上年 and 快于全国
    by: Written  # what the figure is to be more than the other, with its bound
    period: Period | None = None  # of the other figure, where it is not that of the same day

    def bound(self, wording: str) -> Bound:
        """What is promised: by ``by``, else by the words. 快于 is more, 不低于 at least, 同步 the number itself."""
        found = compiled(_COMPARED).search(wording)
        if self.by.bound is not Bound.EXACT or found is None:
            return self.by.bound
        return _BOUNDS[found["more"] is not None, found["no"] is not None]


_COMPARED = "(?P<no>不)?(?:(?P<more>快于|高于|超过)|低于|慢于|少于)"
_BOUNDS = {
    (True, False): Bound.MORE_THAN, (True, True): Bound.AT_MOST,
    (False, False): Bound.LESS_THAN, (False, True): Bound.AT_LEAST,
}  # fmt: skip


class WordedTarget(NamedTuple):
    """A target in words: 保持合理增长; or set against another figure, 同步, as long as that one is not known."""

    indicator: str
    period: Period
    section: str
    place: Place
    printed: str  # the words
    measure: Measure | None = None  # of a target that is set against another figure
    relative: Relative | None = None  # that figure
    since: Period | None = None
    binding: Binding | None = None
    note: str = ""
    note_en: str = ""
    responsible: str = ""  # the body that answers for it
    wording: str = ""  # how it is meant to be reached, as printed: 力争, 争取, 确保
    held: bool = False  # a state to be kept all through the period, not one to be arrived at
    provisional: bool = False  # not adopted yet: candidates put to a congress
    above_last_year: bool = False  # it asks at least for more than the year before
    base_differs: str = ""  # why the latest reported figure is of another concept
    base_differs_en: str = ""
    guessed: tuple[str, ...] = ()  # what a draft guessed of it and nobody has confirmed
    schedule: Profile | None = None  # when in its year it is to be done

    @property
    def role(self) -> Role:
        """That of a target."""
        return Role.TARGET

    @property
    def reference(self) -> str:
        """How it is named beside figures: ``income.growth@2026``, ``budget_revenue.qualitative@2026``."""
        return reference_of(self.indicator, self.measure, self.period, self.since)

    @property
    def base_period(self) -> Period | None:
        """What a growth or change compares with, as of a figure."""
        return base_period_of(self.measure, self.period, self.since)

    @property
    def course(self) -> Period:
        """The time that it runs over, as of a figure."""
        return course_of(self.measure, self.period, self.since)


def reference_of(indicator: str, measure: Measure | None, period: Period, since: Period | None) -> str:
    """How a check names what is said of an indicator: ``gdp.growth@2025``, ``gdp.average_growth@2025:2020``."""
    base = f":{since}" if since else ""
    return f"{indicator}.{measure or 'qualitative'}@{period}{base}"


def base_period_of(measure: Measure | None, period: Period, since: Period | None) -> Period | None:
    """What a growth or change compares with: ``since``, the year before, of an average the year it starts from."""
    if since is None and measure is Measure.AVERAGE_GROWTH and period.years:
        return year_of(period.first.year - 1)
    return since or period.year_before()


def course_of(measure: Measure | None, period: Period, since: Period | None) -> Period:
    """The time that a target runs over: of a change or a growth since a base year all years from there to its period.

    A growth on the same time of the year before, and one on a base within a year, runs over its period alone.
    """
    if since is None or since.last >= period.first or measure not in _RUNNING:
        return period
    if measure is not Measure.CHANGE and (since.years != 1 or period.years is None):
        return period
    return period._replace(first=since.last + timedelta(days=1))


_RUNNING = (Measure.CHANGE, *RATES)
"""What is told against a base."""
