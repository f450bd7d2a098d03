"""Many gaps at a glance: which to show, which are in trouble, totals, and what moved."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.pack.direction import is_upward
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Target, group_of
from shizhong_cli.core.pack.terms import Binding
from shizhong_cli.core.progress.actuals import Actual, Vintage, can_answer, known_by, vintages
from shizhong_cli.core.progress.gap import Gap, Unmeasured
from shizhong_cli.core.progress.measuring import by_indicator, gap_to_target, measure_targets
from shizhong_cli.core.progress.terms import Order, Status
from shizhong_cli.tuples import NamedTuple


class Filter(NamedTuple):
    """Which targets to show; an empty condition lets everything through."""

    section: str = ""  # part of a section path or title
    search: str = ""  # part of an id or name
    bindings: frozenset[Binding] = frozenset()
    statuses: frozenset[Status] = frozenset()
    responsible: str = ""  # part of the name of the responsible body

    def apply(self, catalogue: Catalogue, gaps: Iterable[Gap]) -> list[Gap]:
        """The gaps that satisfy every condition."""
        return [gap for gap in gaps if self._lets_through(catalogue, gap)]

    def _lets_through(self, catalogue: Catalogue, gap: Gap) -> bool:
        indicator = catalogue.indicators[gap.target.indicator]
        names = f"{indicator.id}\n{indicator.name}\n{indicator.name_en}".casefold()
        return (
            is_in_section(catalogue, gap.target.section, self.section)
            and self.search.casefold() in names
            and (not self.bindings or bool(self.bindings & _bindings(gap.target)))
            and (not self.statuses or gap.status in self.statuses)
            and self.responsible.casefold() in gap.target.responsible.casefold()
        )


def _bindings(target: Target) -> frozenset[Binding | None]:
    """How a target binds; to have no number is asked for in the same way."""
    own: set[Binding | None] = {target.binding}
    return frozenset(own | {Binding.QUALITATIVE} if isinstance(target, WordedTarget) else own)


def of_body(catalogue: Catalogue, body: str) -> Catalogue:
    """The catalogue with the targets of one responsible body alone: those whose body has the words in it."""
    wanted = body.casefold()
    return catalogue._replace(targets=tuple(one for one in catalogue.targets if wanted in one.responsible.casefold()))


def bodies_of(catalogue: Catalogue) -> list[str]:
    """Every responsible body, in the order of the file."""
    return list(dict.fromkeys(target.responsible for target in catalogue.targets if target.responsible))


def is_in_section(catalogue: Catalogue, path: str, words: str) -> bool:
    """Whether path or titles of a section have the words in them; 三（一）, 三(一) and 三/（一） are one."""
    text, wanted = _section_text(catalogue, path), words.casefold()
    return wanted in text or _squeezed(wanted) in _squeezed(text)


def _squeezed(text: str) -> str:
    return half_width("".join(text.split(" "))).replace("/", "")


def _section_text(catalogue: Catalogue, path: str) -> str:
    """Path and titles of a section and of the part it belongs to."""
    known = (catalogue.sections.get(path), catalogue.sections.get(group_of(path)))
    return "\n".join([path, *(f"{s.name}\n{s.name_en}" for s in known if s)]).casefold()


BY_TROUBLE = (
    Status.MISSED,
    Status.BEHIND,
    Status.NOT_COMPARABLE,
    Status.UNDECIDED,
    Status.WITHIN_BAND,
    Status.ON_TRACK,
    Status.MET,
    Status.NO_DATA,
    Status.NOT_QUANTIFIED,
)
"""All statuses, the worst first."""


TROUBLE = (Status.MISSED, Status.BEHIND)
"""The statuses that ask for attention."""

GOOD = (Status.WITHIN_BAND, Status.ON_TRACK, Status.MET)
"""The statuses that do not."""


def by_trouble(catalogue: Catalogue, gaps: Iterable[Gap]) -> list[Gap]:
    """The gaps with the worst first: by status, what is due soon before what lies years ahead, how far short it is.

    Otherwise in the order of the file. The order is for the eye; no status depends on it.
    """
    return sorted(gaps, key=lambda gap: (BY_TROUBLE.index(gap.status), _is_ahead(gap), shortfall(catalogue, gap)))


def ordered(catalogue: Catalogue, gaps: Iterable[Gap], order: Order | None) -> list[Gap]:
    """The gaps as they are asked for: as the report has them, by how far short they are, or the worst first."""
    if order is Order.REPORT:
        return list(gaps)
    if order is Order.GAP:
        return sorted(gaps, key=lambda gap: (gap.gap is None, shortfall(catalogue, gap)))
    return by_trouble(catalogue, gaps)


def due_by(gaps: Iterable[Gap], day: date, last: date) -> list[Gap]:
    """The gaps whose target ends between two days, both included, the first to end first."""
    due = [gap for gap in gaps if day <= gap.target.period.last <= last]
    return sorted(due, key=lambda gap: gap.target.period.last)


def in_trouble(catalogue: Catalogue, gaps: Iterable[Gap]) -> list[Gap]:
    """The targets that ask for attention, each once, the worst first."""
    return each_once(by_trouble(catalogue, (gap for gap in gaps if gap.status in TROUBLE)))


def headlines(catalogue: Catalogue, gaps: Iterable[Gap]) -> list[Gap]:
    """Those in trouble by figures that are not doubted: a slip is no headline."""
    return in_trouble(catalogue, undoubted(gaps))


def undoubted(gaps: Iterable[Gap]) -> list[Gap]:
    """Those that stand on no figure that may be a slip."""
    return [gap for gap in gaps if not (gap.actual and gap.actual.doubt)]


def doubted(gaps: Iterable[Gap]) -> list[Actual]:
    """The figures that gaps stand on and that may be slips, each once."""
    return list({id(gap.actual): gap.actual for gap in gaps if gap.actual and gap.actual.doubt}.values())


def each_once(gaps: Iterable[Gap]) -> list[Gap]:
    """Without the repetitions of a target that the report states in several places: the first of each."""
    once: dict[tuple[str, str], Gap] = {}
    for gap in gaps:
        once.setdefault(statement_of(gap), gap)
    return list(once.values())


def statement_of(gap: Gap) -> tuple[str, str]:
    """What a target says; the same for one that the report states again in another place."""
    return gap.target.reference, gap.target.printed


def _is_ahead(gap: Gap) -> bool:
    return gap.as_of is not None and gap.as_of < gap.target.course.first


def shortfall(catalogue: Catalogue, gap: Gap) -> Fraction:
    """How the target does, as a share that can be compared between targets: the more negative, the worse.

    Completion against the time elapsed for a sum, otherwise the gap as a share of the target, the gap itself where
    that is zero.
    """
    if gap.lead is not None:
        return gap.lead
    if isinstance(gap, Unmeasured):
        return Fraction(0)
    towards = 1 if is_upward(gap.target, catalogue.indicators[gap.target.indicator]) else -1
    wanted = abs(gap.target.written.value) * gap.target.points
    return towards * gap.gap / (wanted or 1)


class Past(NamedTuple):
    """One figure of the history of a target, judged by itself."""

    vintage: Vintage
    gap: Gap


def history_of(catalogue: Catalogue, target: Target, actuals: Iterable[Actual]) -> list[Past]:
    """What came in about a target through the time, oldest first, each judged as of its day."""
    known = by_indicator(actuals)
    own = [a for a in known.get(target.indicator, ()) if can_answer(catalogue, a.written, target)]
    return [Past(vintage, gap_to_target(catalogue, target, vintage.actual, known)) for vintage in vintages(own)]


class Total(NamedTuple):
    """How the targets of one section, or of one responsible body, do."""

    name: str  # the path of the section, or the body as it is declared; empty where none is
    targets: int
    numbered: int  # with a number
    with_data: int  # of these, with an actual
    standing: Counter[Status]  # of those with data


def totals_by_section(gaps: Sequence[Gap]) -> list[Total]:
    """A total for every larger part of the report, in the order of the gaps."""
    return _totals([(group_of(gap.target.section), gap) for gap in gaps])


def totals_by_responsible(gaps: Sequence[Gap]) -> list[Total]:
    """A total for every body that is declared responsible; nothing when none is."""
    named = [(gap.target.responsible, gap) for gap in gaps]
    return _totals(named) if any(name for name, _ in named) else []


def _totals(named: Sequence[tuple[str, Gap]]) -> list[Total]:
    together: dict[str, list[Gap]] = {}
    for name, gap in named:
        together.setdefault(name, []).append(gap)
    return [total_of(name, gaps) for name, gaps in together.items()]


def total_of(name: str, gaps: Sequence[Gap]) -> Total:
    """One total over the gaps."""
    numbered = [gap for gap in gaps if isinstance(gap.target, Figure)]
    with_data = [gap for gap in numbered if gap.actual is not None and gap.status is not Status.NO_DATA]
    return Total(name, len(gaps), len(numbered), len(with_data), Counter(gap.status for gap in with_data))


class Trend(StrEnum):
    """Which way a target has moved."""

    WORSE = "worse"
    BETTER = "better"
    NEW = "new"  # there was no actual then
    SAME = "same"
    NONE = "none"  # there is none now either


class Movement(NamedTuple):
    """One target at two times."""

    then: Gap
    now: Gap
    difference: Fraction | None  # of the two values, in the gap's unit
    trend: Trend


def movements(catalogue: Catalogue, targets: Iterable[Target], actuals: Sequence[Actual], then: date) -> list[Movement]:
    """Every target as it stood by the figures up to ``then``, and as it stands by all of them; the worse first."""
    wanted = list(targets)
    now = measure_targets(catalogue, wanted, actuals)
    before = measure_targets(catalogue, wanted, known_by(actuals, then))
    moved = [movement(catalogue, earlier, later) for earlier, later in zip(before, now, strict=True)]
    order = list(Trend)
    return sorted(moved, key=lambda m: (order.index(m.trend), shortfall(catalogue, m.now)))


def movement(catalogue: Catalogue, then: Gap, now: Gap) -> Movement:
    """One target by two figures: better or worse by the status, then by the distance."""
    if isinstance(now, Unmeasured):
        return Movement(then, now, None, Trend.NONE)
    if isinstance(then, Unmeasured):
        return Movement(then, now, None, Trend.NEW)
    before, after = (_standing(catalogue, gap) for gap in (then, now))
    trend = Trend.SAME if before == after else Trend.BETTER if after > before else Trend.WORSE
    return Movement(then, now, now.gap - then.gap, trend)


def _standing(catalogue: Catalogue, gap: Gap) -> tuple[int, Fraction]:
    """Status first, then the distance: more is better."""
    return BY_TROUBLE.index(gap.status), shortfall(catalogue, gap)
