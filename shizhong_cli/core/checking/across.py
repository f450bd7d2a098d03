"""What two reports print about the same past: the same thing said twice, a level against the one of the year before.

The later report's figures come first. Only checks that need figures of both reports are made; what a report says about
itself is the matter of ``derive``.
"""

from __future__ import annotations

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.judging import holds, judge
from shizhong_cli.core.checking.power import SlipTable
from shizhong_cli.core.figure.frozen import frozen
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.goal import Adjustment
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.partners import MatchedBy, Partner, Partners
from shizhong_cli.tuples import NamedTuple


class Compared(NamedTuple):
    """A check over two reports."""

    outcome: Outcome
    partner: Partner
    later: tuple[Figure, ...]  # of the later report
    earlier: tuple[Figure, ...]
    answered: Adjustment | None = None  # the revision that explains a difference

    @property
    def is_question(self) -> bool:
        """Whether the two reports differ, and nobody said why."""
        return self.outcome.is_finding and not self.answered


def compare_reports(last: Catalogue, this: Catalogue, partners: Partners) -> list[Compared]:
    """Judge every check that needs figures of both reports."""
    joined, origin = _joined(last, this, partners)
    slips = SlipTable()
    compared = []
    for check in derive_checks(joined):
        partner = partners.of_this(next(iter(check.figures.values())).indicator)
        earlier = tuple(origin[id(f)] for f in check.figures.values() if id(f) in origin)
        later = tuple(f for f in check.figures.values() if id(f) not in origin)
        if partner is not None and earlier and later:
            outcome = judge(check, slips)
            compared.append(Compared(outcome, partner, later, earlier, _answer(outcome)))
    return compared


def _answer(outcome: Outcome) -> Adjustment | None:
    """The revision, in either report, with which the two agree; nothing where there is none."""
    if not outcome.is_finding:
        return None
    check = outcome.check
    for name, figure in check.figures.items():
        for revision in figure.adjustments:
            revised = figure._replace(written=revision.written, adjustments=())
            if holds(check._replace(figures=frozen({**check.figures, name: revised}))):
                return revision
    return None


def _joined(last: Catalogue, this: Catalogue, partners: Partners) -> tuple[Catalogue, dict[int, Figure]]:
    """The later report with what the earlier one prints of the same indicators, and these as they were there.

    A guess is no ground for a difference between two reports, nor are numbers in different units.
    """
    own = this.baselines
    origin: dict[int, Figure] = {}
    added = []
    for pair in partners.pairs:
        theirs = [] if pair.by is MatchedBy.GUESS else last.baselines_of(pair.last)
        units = {figure.written.unit for figure in own if figure.indicator == pair.this} - set(RATIOS)
        for figure in theirs:
            if _is_in_units(figure, units):
                moved = figure._replace(indicator=pair.this)
                origin[id(moved)] = figure
                added.append(moved)
    return this._replace(baselines=(*own, *added), targets=()), origin


def _is_in_units(figure: Figure, units: set[str]) -> bool:
    """Whether a figure is a ratio, or in a unit that the other report has the amounts of the indicator in."""
    return figure.written.unit in RATIOS or not units or figure.written.unit in units
