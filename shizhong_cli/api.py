"""The Python interface: what the commands do, as functions of values.

    from shizhong_cli import api

    pack = api.load("figures")
    api.verify(pack).findings
    api.gaps(pack, {"gdp": "5.2%"}, as_of="2026-09")

Everything that is given back is frozen (``shizhong_cli.results``); numbers are exact. What cannot be done raises
``CannotGoOn``, whose ``problems`` hold every ``Problem`` with its place and code; ``explain`` says them in words.
Nothing is printed, no ledger and no environment variable is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.results import (
    CheckRecord,
    CoverageRecord,
    FigureRecord,
    GapRecord,
    NumberRecord,
    PromiseRecord,
    QuestionRecord,
    Settled,
    Verification,
    check_record,
    figure_record,
    record_of,
)

if TYPE_CHECKING:
    import pandas as pd

    from shizhong_cli.core.checking.check import Check
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.actuals import Actual

__all__ = [
    "CannotGoOn",
    "CheckRecord",
    "CoverageRecord",
    "FigureRecord",
    "GapRecord",
    "NumberRecord",
    "Pack",
    "Problem",
    "PromiseRecord",
    "QuestionRecord",
    "Settled",
    "Verification",
    "coverage",
    "draft",
    "explain",
    "figures",
    "frame",
    "gaps",
    "load",
    "load_texts",
    "scan",
    "settle",
    "verify",
]


class Pack(NamedTuple):
    """The two files of one report, read and found sound."""

    catalogue: Catalogue
    declared: tuple[Check, ...]  # the checks that ``baselines.yaml`` writes down


class Draft(NamedTuple):
    """The text of the two files that a report would have."""

    baselines: str
    targets: str


def load(folder: Path | str | None = None) -> Pack:
    """Read a folder with ``baselines.yaml`` and ``targets.yaml``; the data shipped with the package when none is named.

    Raises ``CannotGoOn`` with every problem of both files.
    """
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.reading.pack.places import shipped

    catalogue, declared = load_checked(shipped() if folder is None else Path(folder))
    return Pack(catalogue, tuple(declared))


def load_texts(baselines: str, targets: str) -> Pack:
    """The same of the texts of both files, YAML as it stands in them; places go by the names of the files.

    Raises ``CannotGoOn`` with every problem of both.
    """
    from shizhong_cli.reading.pack.checks import check_texts

    catalogue, declared = check_texts(baselines, targets)
    return Pack(catalogue, tuple(declared))


def figures(pack: Pack) -> tuple[FigureRecord, ...]:
    """Every figure that the two files declare: baselines, then targets, in the order of the files."""
    from shizhong_cli.core.pack.rows import figure_row

    return tuple(figure_record(figure_row(pack.catalogue, figure)) for figure in pack.catalogue.entries())


def verify(pack: Pack, lang: str = "zh") -> Verification:
    """Judge every check, derived and declared, and ask the questions; ``lang`` is that of the messages (zh or en)."""
    from shizhong_cli.core.checking.verify import verify as judged
    from shizhong_cli.rendering.formats.verification import report_content

    report = judged(pack.catalogue, pack.declared)
    content = cast("dict[str, list[Any]]", report_content(pack.catalogue, report, _words(lang)))
    return Verification(
        tuple(map(check_record, content["checks"])),
        tuple(record_of(QuestionRecord, row) for row in content["questions"]),
        tuple(content["unchecked"]),
    )


def gaps(
    pack: Pack,
    actuals: Mapping[str, str] | Iterable[str] = (),
    as_of: str | None = None,
    files: Iterable[Path | str] = (),
) -> tuple[GapRecord, ...]:
    """How far every target is from being met.

    ``actuals`` are figures as printed, by indicator (``{"gdp": "5.2%"}``, ``{"fund.level": "66亿元"}``) or as words
    (``gdp=5.2%``), for the day ``as_of`` (``2026-09``, ``2026-Q3``, ``2026-09-30``); ``files`` are CSV or XLSX files as
    ``--actuals`` takes them. Raises ``CannotGoOn`` for what cannot be read, is ambiguous or can only be a slip.
    """
    from shizhong_cli.core.pack.rows import named
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.core.progress.rows import gap_row

    came_in = _came_in(pack.catalogue, actuals, as_of, files)
    measured = measure_targets(pack.catalogue, pack.catalogue.targets, came_in)
    return tuple(record_of(GapRecord, named(pack.catalogue, gap_row(gap))) for gap in measured)


def settle(last: Pack, this: Pack, lang: str = "zh") -> Settled:
    """What became of the promises of ``last`` by what ``this``, the report of the year after, tells of them."""
    from shizhong_cli.core.checking.across import compare_reports
    from shizhong_cli.core.progress.settling.promises import settle as settled
    from shizhong_cli.rendering.formats.settlement import settlement_content

    found = settled(last.catalogue, this.catalogue)
    compared = compare_reports(found.last, found.this, found.partners)
    content = cast("dict[str, Any]", settlement_content([found], [compared], _words(lang)))
    return Settled(
        tuple(record_of(PromiseRecord, row) for row in content["promises"]),
        tuple(map(check_record, content["restatements"])),
        content["summary"],
    )


def scan(text: str, pack: Pack | None = None) -> tuple[NumberRecord, ...]:
    """Every number of a text, with what it is; ``pack`` adds its units to the known ones."""
    from shizhong_cli.core.figure.units import BUILT_IN
    from shizhong_cli.core.report.scanning import scan as scan_text
    from shizhong_cli.core.report.scanning.rows import number_row

    found = scan_text(text, pack.catalogue.units if pack else BUILT_IN)
    return tuple(record_of(NumberRecord, number_row(number)) for number in found)


def coverage(pack: Pack, text: str) -> CoverageRecord:
    """Whether every number of a text is declared, and every declared figure stands in the text."""
    from shizhong_cli.core.report.coverage import cover
    from shizhong_cli.core.report.coverage_rows import coverage_content
    from shizhong_cli.core.report.numbers import numbers_of

    numbers = numbers_of(text, pack.catalogue)
    found = cover(pack.catalogue, numbers.printed, numbers.located)
    return record_of(CoverageRecord, coverage_content(pack.catalogue, found, numbers.missing))


def draft(text: str, year: int | None = None, like: Pack | None = None, lang: str = "zh") -> Draft:
    """The data of a report that nobody has described yet, as far as a program can tell; to be read through by a person.

    ``year`` is that of the report, found in the text when left out; ``like`` gives names and ids. Raises ``CannotGoOn``
    when the text has no quantity, or no year that it could be of.
    """
    from shizhong_cli.core.figure.units import BUILT_IN
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.report.drafting import draft as draft_of
    from shizhong_cli.reading.pinyin import romanizer
    from shizhong_cli.rendering.formats.draft_files import baselines_text, targets_text

    drafted = draft_of(text, like.catalogue if like else Catalogue(units=BUILT_IN), year, romanizer())
    if not drafted.indicators:
        raise CannotGoOn([Problem(Place("text"), "N002")])
    if not drafted.year:
        raise CannotGoOn([Problem(Place("text"), "N003")])
    return Draft(baselines_text(drafted, _words(lang)), targets_text(drafted, _words(lang)))


def frame(records: Iterable[object], exact: str = "text") -> pd.DataFrame:
    """Records as a DataFrame, one a row; a range is four columns (``implied_low``, ``implied_low_closed`` ...).

    Numbers are text, exact (``"126000"``, ``"1/3"``; dtype object), or ``Fraction`` with ``exact="fraction"`` (dtype
    object); counts and lines are int64, yes and no is bool. Units stand in columns of their own. Raises ``ValueError``
    for another ``exact``.
    """
    from shizhong_cli.frames import frame_of

    return frame_of(records, exact)


def explain(error: CannotGoOn, lang: str = "zh") -> list[str]:
    """The problems of an error in words, each with its place and a suggestion where one can be made."""
    from shizhong_cli.rendering.sentences.names import problem_text

    return [problem_text(problem, _words(lang)) for problem in error.problems]


def _words(lang: str) -> Words:
    return Words(Language(lang))


def _came_in(
    catalogue: Catalogue, actuals: Mapping[str, str] | Iterable[str], as_of: str | None, files: Iterable[Path | str]
) -> list[Actual]:
    """What is known, oldest source first. Raises ``CannotGoOn`` with every problem."""
    from shizhong_cli.reading.actuals.ledgers import read_all

    words = [f"{id}={text}" for id, text in actuals.items()] if isinstance(actuals, Mapping) else list(actuals)
    kept, given, _ = read_all(catalogue, (), words, map(Path, files), as_of)
    return [*kept, *given]
