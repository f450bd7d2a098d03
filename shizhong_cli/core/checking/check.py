"""A check relates figures; judging it says whether some true values give all the printed ones, and how strong that is.

What a check is, and what comes of judging it. ``solving`` finds whether the relation can hold, ``power`` how many slips
of the hand it would notice, ``judging`` puts both together.
"""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.checking.expression import Relation
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.frozen import NOTHING
from shizhong_cli.core.figure.interval import Interval, WholeNumbers
from shizhong_cli.core.figure.terms import Measure, Rounding
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import Place
from shizhong_cli.tuples import NamedTuple

PRICE_BASIS = "price_basis"
"""Why an amount at current prices and a growth rate at constant prices do not check each other."""

GROWTH_OVER_LOSS = "growth_over_loss"
"""Why a growth rate over a base that is not positive checks nothing: from a loss to a profit there is no rate."""

UNSTEADY_PATH = "unsteady_path"
"""Why a steady path that does not fit proves nothing: the years between may have gone up and down."""

RATE_ABOVE_WHOLE = "rate_above_whole"
"""Why a rate above 100 % proves nothing: it may be one that can be."""

GUESSED = "guessed"
"""Why a check that fails on a figure of a draft proves nothing: role, period, measure or name may be guessed wrong."""

FINDINGS = (Verdict.INCONSISTENT, Verdict.ONLY_IF_TRUNCATED)

TRIVIAL_KINDS = (Kind.SHARE_LIMIT, Kind.ORDERING)
"""Kinds that say nothing at all when no digit could make them fail: a share is below 100 %, a part below its whole."""


class Unknown(NamedTuple):
    """The number that a relation is solved for."""

    name: str  # as it stands in the relation
    unit: str
    whole: bool
    label: str = ""
    label_en: str = ""
    possible: Interval = interval.at_least(0)  # the values it can have at all


class Check(NamedTuple):
    """A relation between figures, or the reason why there can be none."""

    id: str
    kind: Kind
    figures: Mapping[str, Figure]  # by the name they have in the relation
    place: Place
    relation: Relation
    unknown: Unknown | None = None
    unit: str = ""  # of the unknown and, but for steps, of both sides; % for pure numbers
    name: str = ""
    name_en: str = ""
    forbidden: str = ""  # a reason known to ``rendering.wording``, or the author's own words
    forbidden_en: str = ""
    limits: Mapping[str, Interval] = NOTHING  # what the relation itself asks of a figure, by name
    sources: Mapping[str, Check] = NOTHING  # checks whose unknown enters the relation, by its name there
    excuse: str = ""  # why it proves nothing where it does not hold; then it is asked, not judged
    promise: Figure | None = None  # a target that is set against the unknown; see ``core.checking.promises``

    @property
    def unit_of_sides(self) -> str:
        """The unit of both sides; of steps their number, while the unknown is an amount."""
        return "个" if self.kind is Kind.STEPS else self.unit

    @property
    def is_conditional(self) -> bool:
        """Whether it still tells something on a condition: a base, if the average growth were at current prices."""
        return self.forbidden == PRICE_BASIS and self.kind is Kind.AVERAGE_GROWTH and self.unknown is not None

    def values(self, rounding: Rounding | None = None) -> dict[str, Interval]:
        """The true values that each figure allows here; ``rounding`` overrides the declared one."""
        values = {name: figure_values(figure, rounding) for name, figure in self.figures.items()}
        for name, limit in self.limits.items():
            values[name] = values[name] & limit
        return values


class Strength(NamedTuple):
    """After how many slips in one figure the run would fail at this check; ``core.figure.slips`` names the slips."""

    name: str  # of the figure in the relation
    caught: int  # of those with one digit wrong
    typos: int
    slips_caught: int  # of all slips, those with one digit wrong among them
    slips: int


class Outcome(NamedTuple):
    """A judged check, with the numbers that decided."""

    check: Check
    verdict: Verdict
    rounding: Rounding = Rounding.NEAREST
    computed: Interval | None = None  # the left side; None when the relation was solved for an unknown
    reported: Interval | None = None  # the right side
    implied: Interval | None = None  # the unknown
    whole: WholeNumbers | None = None  # its whole numbers, where it counts things
    as_read: Interval | None = None  # the unknown, or the left side, as readers take the wording
    strength: tuple[Strength, ...] = ()  # for every figure

    @property
    def caught(self) -> int:
        """Single-digit typos after which the run would fail at this check."""
        return sum(strength.caught for strength in self.strength)

    @property
    def typos(self) -> int:
        """All single-digit typos in the figures."""
        return sum(strength.typos for strength in self.strength)

    @property
    def slips_caught(self) -> int:
        """Slips after which the run would fail at this check."""
        return sum(strength.slips_caught for strength in self.strength)

    @property
    def slips(self) -> int:
        """All slips in the figures."""
        return sum(strength.slips for strength in self.strength)

    @property
    def is_finding(self) -> bool:
        """Whether it has to be put right."""
        return self.verdict in FINDINGS

    @property
    def is_trivial(self) -> bool:
        """Whether it only says what could not have been otherwise, and is counted rather than listed."""
        if self.verdict is not Verdict.VACUOUS:
            return False
        return self.check.kind in TRIVIAL_KINDS or (self.says_nothing and _leaves_all(self.check, self.as_read))

    @property
    def says_nothing(self) -> bool:
        """Whether the wording leaves every value of the unknown possible."""
        return self.check.unknown is not None and _leaves_all(self.check, self.implied)

    @property
    def power(self) -> Fraction | None:
        """The share of single-digit typos caught; ``None`` when there is no digit to get wrong."""
        return Fraction(self.caught, self.typos) if self.typos else None

    @property
    def power_slips(self) -> Fraction | None:
        """The share of all slips caught."""
        return Fraction(self.slips_caught, self.slips) if self.slips else None


def _leaves_all(check: Check, values: Interval | None) -> bool:
    """Whether nothing but the sign is said of the unknown."""
    if values is None or check.unknown is None or values.is_empty:
        return False
    return values.high is None and (values.low is None or values.low <= 0)


def figure_values(figure: Figure, rounding: Rounding | None = None) -> Interval:
    """The true values a printed figure allows: counts whole and, but for profits and balances, nothing below nought."""
    return counted(figure, figure.values(rounding) & possible_values(figure))


def counted(figure: Figure, values: Interval) -> Interval:
    """Of values that a figure could have the whole numbers, where it counts things."""
    return values.whole_numbers().hull() if figure.counts and not values.is_point else values


def possible_values(figure: Figure) -> Interval:
    """What a figure of this measure can be at all."""
    if figure.may_be_negative:
        return interval.EVERYTHING
    return _POSSIBLE.get(figure.measure, interval.EVERYTHING)


def possible_amount(figure: Figure) -> Interval:
    """What an amount of the same indicator that is not printed can be."""
    return interval.EVERYTHING if figure.may_be_negative else _NOT_NEGATIVE


def is_over_loss(amount: Figure, base: Interval) -> bool:
    """Whether a growth may be over a base that is not positive, so that it is no rate of anything."""
    return amount.may_be_negative and not (base.is_empty or (base.low is not None and base.low > 0))


_NOT_NEGATIVE = interval.at_least(0)
_POSSIBLE: dict[Measure | None, Interval] = {
    Measure.LEVEL: _NOT_NEGATIVE,
    Measure.FLOW: _NOT_NEGATIVE,
    Measure.SHARE: _NOT_NEGATIVE,
    Measure.GROWTH: interval.at_least(-1),
    Measure.AVERAGE_GROWTH: interval.at_least(-1),
}
