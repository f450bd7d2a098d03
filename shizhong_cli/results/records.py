"""What the Python interface gives: frozen records with exact numbers, made of the same rows as the JSON output.

Numbers are ``Fraction``, ratios plain numbers (1/20 for 5 %); ``None`` is not known. All can be pickled and compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from shizhong_cli.tuples import NamedTuple

Row = Mapping[str, object]
"""A row of the JSON output, which cannot be changed: what was a list is a tuple, what was an object is such a row."""


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``; an end that is ``None`` is infinite, a closed one is included."""

    low: Fraction | None
    low_closed: bool
    high: Fraction | None
    high_closed: bool


@dataclass(frozen=True, slots=True)
class WholeNumbers:
    """The whole numbers of a range: how many (``None``: without end), the first, the last, all when ten or fewer."""

    count: int | None
    first: int | None
    last: int | None
    all: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One declared figure: ``value`` in ``unit``, scale words multiplied out; ``range`` is what its wording entails."""

    role: str  # baseline or target
    indicator: str
    name: str
    name_en: str
    measure: str | None
    period: str
    since: str | None
    figure: str  # as printed
    value: Fraction | None
    unit: str | None
    bound: str | None
    range: Range | None
    estimated: bool
    binding: str | None
    wording: str | None
    held: bool
    provisional: bool
    section: str
    note: str | None
    revised: str | None  # what was published in its place, as printed
    revised_value: Fraction | None
    revised_on: str | None
    revised_by: str | None
    revised_earlier: str | None  # numbers that stood in its place before, as they are written in the file
    rounding: str
    rounded_to: str | None
    multiple: str | None  # times, where 增长1.5倍 is declared to be 1.5 times as many
    shared: bool
    guessed: tuple[str, ...]  # what a draft guessed of it and nobody has confirmed: period, name …
    note_en: str | None
    responsible: str | None
    above_last_year: bool
    base_differs: str | None
    base_differs_en: str | None
    milestones: str | None  # this and what follows as it is written in the file: {"2027": "2.3%"}
    relative: str | None
    profile: str | None
    direction: str  # from here on what is declared of the indicator
    prices: str | None
    units: str | None
    per: str | None
    may_exceed: bool
    within: str | None
    companions: str | None
    akin: str | None
    same_as: str | None
    in_words: str | None
    may_be_negative: bool
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """One judged check; ``power`` is the share of wrong digits that it would have noticed."""

    id: str
    kind: str
    verdict: str
    rounding: str
    figures: tuple[str, ...]  # how each is called, such as gdp.growth@2025
    computed: Range | None
    reported: Range | None
    implied: Range | None
    whole_numbers: WholeNumbers | None  # those of ``implied``, of things that are counted
    as_read: Range | None
    unit: str | None
    power: Fraction | None
    typos_caught: int
    typos: int
    power_slips: Fraction | None
    slips_caught: int
    slips: int
    message: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """What a careful reader would ask; ``silenced`` is the answer that the data give."""

    code: str
    figures: tuple[str, ...]
    message: str
    computed: Range | None
    silenced: str | None
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class GapRecord:
    """One target with what came in. Amounts are in ``unit``, differences in ``gap_unit``; shares are plain numbers."""

    indicator: str
    name: str
    name_en: str
    measure: str | None
    period: str
    section: str
    binding: str | None
    wording: str | None
    held: bool
    provisional: bool
    guessed: tuple[str, ...]  # what a draft guessed of the target and nobody has confirmed
    adjusted_from: str | None
    responsible: str | None
    target: str  # as printed
    target_value: Fraction | None
    target_low: Fraction | None  # of a range
    target_high: Fraction | None
    unit: str | None
    baseline: str | None
    baseline_printed: str | None  # where a revision is in force
    baseline_period: str | None
    base_mean: Fraction | None
    asked: Fraction | None  # target minus baseline
    asked_low: Fraction | None
    asked_high: Fraction | None
    base_differs: str | None
    actual: str | None  # as given
    actual_value: Fraction | None
    actual_low: Fraction | None  # what a value that was worked out can be, by the rounding of what it was made of
    actual_high: Fraction | None
    added_up: str | None  # of what a sum was made
    relative_to: str | None  # the indicator whose figure the target is set against
    as_of: date | None
    source: str | None
    gap: Fraction | None  # actual minus target
    gap_unit: str | None
    completion: Fraction | None
    used: Fraction | None
    progress: Fraction | None
    path: Fraction | None  # what the way to the target asks on the day
    path_declared: bool | None  # by milestones; a straight line otherwise
    elapsed: Fraction | None
    lead: Fraction | None
    forecast: Fraction | None
    required: Fraction | None
    required_unit: str | None
    allowed: Fraction | None
    share_done: Fraction | None
    status: str
    reason: str | None
    doubted: str | None
    evidence: str | None  # a file or a link that bears the actual out
    confirmed_by: str | None
    confirmed_at: str | None
    year_before: str | None  # the figure of the same day of the year before
    year_before_value: Fraction | None
    year_before_as_of: date | None
    over_year: Fraction | None  # the growth on it; points of a share
    over_year_low: Fraction | None  # what it can be, by the rounding of the two
    over_year_high: Fraction | None
    over_year_unit: str | None


@dataclass(frozen=True, slots=True)
class NumberRecord:
    """One number of a text; ``start`` and ``end`` count characters, ``end`` not included."""

    start: int
    end: int
    paragraph: int
    text: str
    class_: str
    value: Fraction | None
    unit: str | None
    bound: str | None
    measure: str | None
    noun: str | None
    unread: bool  # it says how much, but cannot be read


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying a pack came to."""

    checks: tuple[CheckRecord, ...]
    questions: tuple[QuestionRecord, ...]
    unchecked: tuple[str, ...]  # reported figures that are in no check and no question

    @property
    def findings(self) -> tuple[CheckRecord, ...]:
        """The checks that have to be put right: those for which the command exits with 1."""
        return tuple(check for check in self.checks if check.verdict in ("inconsistent", "only_if_truncated"))


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """One promise with what the next report tells of it: the row of ``settle``, as docs/settle.md describes it."""

    indicator: str
    name: str
    name_en: str
    measure: str | None
    period: str
    target: str  # as printed
    target_value: Fraction | None
    unit: str | None
    adjusted_from: str | None
    result: str | None  # as printed
    result_value: Fraction | None  # in the unit of the target; nothing for one that is known as a range
    result_low: Fraction | None
    result_high: Fraction | None
    how: str | None
    gap: Fraction | None
    gap_unit: str | None
    status: str
    reason: str | None
    repeated: str | None
    matched_by: str | None
    sure: str | None
    file: str
    line: int
    result_file: str | None
    result_line: int | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of the promises of one report; ``restatements`` are checks over both."""

    promises: tuple[PromiseRecord, ...]
    restatements: tuple[CheckRecord, ...]
    summary: Row


@dataclass(frozen=True, slots=True)
class CoverageRecord:
    """Whether text and data are complete both ways; the lists hold the rows of ``coverage --format json``."""

    complete: bool
    matched: int
    undeclared: tuple[Row, ...]
    unmatched: tuple[Row, ...]
    misplaced: tuple[Row, ...]
    outdated: tuple[Row, ...]
    unlike: tuple[Row, ...]
    excluded: tuple[Row, ...]
    sections_not_found: tuple[str, ...]


class Draft(NamedTuple):
    """The text of the two files that a report would have."""

    baselines: str
    targets: str


YEARS = (1950, 2150)
"""The first and the last year that a drafted report can be of."""
RECORDS = (
    FigureRecord, CheckRecord, QuestionRecord, GapRecord, NumberRecord, PromiseRecord, CoverageRecord, Verification,
    Settled, Range, WholeNumbers,
)  # fmt: skip
"""Everything that can be a row of a DataFrame."""
