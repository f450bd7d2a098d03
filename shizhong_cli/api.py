"""The Python interface: what the commands do, as functions of values.

    from shizhong_cli import api

    pack = api.load("figures")
    api.verify(pack).findings
    api.gaps(pack, {"gdp": "5.2%"}, as_of="2026-09")

Everything that is given back is frozen (``shizhong_cli.results``); numbers are exact. What cannot be done raises
``CannotGoOn``, whose ``problems`` hold every ``Problem`` with its place and code; ``explain`` says them in words. An
argument of another type than its annotation says is a ``TypeError``, one that is no such thing (an unknown language) a
``ValueError``; both say what was found and what was expected. Nothing is printed, no ledger and no environment read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from shizhong_cli.arguments import by_name, check_choice, check_type, check_within, each
from shizhong_cli.loading import Pack, load, load_texts
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import clock
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.results.of_rows import check_record, figure_record, frozen_row, record_of
from shizhong_cli.results.records import (
    RECORDS,
    YEARS,
    CheckRecord,
    CoverageRecord,
    Draft,
    FigureRecord,
    GapRecord,
    NumberRecord,
    PromiseRecord,
    QuestionRecord,
    Range,
    Settled,
    Verification,
    WholeNumbers,
)

if TYPE_CHECKING:
    import pandas as pd

    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.actuals import Actual

__all__ = [
    "CannotGoOn",
    "CheckRecord",
    "CoverageRecord",
    "Draft",
    "FigureRecord",
    "GapRecord",
    "NumberRecord",
    "Pack",
    "Place",
    "Problem",
    "PromiseRecord",
    "QuestionRecord",
    "Range",
    "Settled",
    "Verification",
    "WholeNumbers",
    "coverage",
    "draft",
    "explain",
    "figures",
    "frame",
    "gaps",
    "gaps_frame",
    "load",
    "load_texts",
    "pack_frame",
    "scan",
    "settle",
    "verify",
    "verify_frame",
]


def figures(pack: Pack) -> tuple[FigureRecord, ...]:
    """Every figure that the two files declare: baselines, then targets, in the order of the files."""
    from shizhong_cli.core.pack.whole_rows import told_figure_row

    check_type("pack", pack, Pack)
    return tuple(figure_record(told_figure_row(pack.catalogue, figure)) for figure in pack.catalogue.entries())


def verify(pack: Pack, lang: str = "zh") -> Verification:
    """Judge every check, derived and declared, and ask the questions; ``lang`` is that of the messages (zh or en)."""
    from shizhong_cli.core.checking.verify import verify as judged
    from shizhong_cli.rendering.formats.verification import report_content

    words = _words(lang)
    check_type("pack", pack, Pack)
    report = judged(pack.catalogue, pack.declared)
    content = cast("dict[str, list[Any]]", report_content(pack.catalogue, report, words))
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
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.core.progress.months.rows import gap_rows

    check_type("pack", pack, Pack)
    came_in = _came_in(pack.catalogue, actuals, as_of, files)
    measured = list(measure_targets(pack.catalogue, pack.catalogue.targets, came_in))
    return tuple(record_of(GapRecord, row) for row in gap_rows(pack.catalogue, measured, came_in))


def settle(last: Pack, this: Pack, lang: str = "zh") -> Settled:
    """What became of the promises of ``last`` by what ``this``, the report of the year after, tells of them."""
    from shizhong_cli.core.checking.across import compare_reports
    from shizhong_cli.core.progress.settling.promises import settle as settled
    from shizhong_cli.rendering.formats.settlement import settlement_content

    words = _words(lang)
    check_type("last", last, Pack)
    check_type("this", this, Pack)
    found = settled(last.catalogue, this.catalogue)
    compared = compare_reports(found.last, found.this, found.partners)
    content = cast("dict[str, Any]", settlement_content([found], [compared], words))
    return Settled(
        tuple(record_of(PromiseRecord, row) for row in content["promises"]),
        tuple(map(check_record, content["restatements"])),
        frozen_row(content["summary"]),
    )


def scan(text: str, pack: Pack | None = None) -> tuple[NumberRecord, ...]:
    """Every number of a text, with what it is; ``pack`` adds its units to the known ones."""
    from shizhong_cli.core.figure.units import BUILT_IN
    from shizhong_cli.core.report.scanning import scan as scan_text
    from shizhong_cli.core.report.scanning.rows import number_row

    check_type("text", text, str)
    check_type("pack", pack, Pack, or_none=True)
    found = scan_text(text, pack.catalogue.units if pack else BUILT_IN)
    return tuple(record_of(NumberRecord, number_row(number)) for number in found)


def coverage(pack: Pack, text: str) -> CoverageRecord:
    """Whether every number of a text is declared, and every declared figure stands in the text."""
    from shizhong_cli.core.report.coverage import cover
    from shizhong_cli.core.report.coverage_rows import coverage_content
    from shizhong_cli.core.report.numbers import numbers_of

    check_type("pack", pack, Pack)
    check_type("text", text, str)
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
    from shizhong_cli.reading.simplified import simplifier
    from shizhong_cli.rendering.formats.draft_files import baselines_text, targets_text

    words = _words(lang)
    check_type("text", text, str)
    check_type("year", year, int, or_none=True)
    if year is not None:
        check_within("year", year, *YEARS)
    check_type("like", like, Pack, or_none=True)
    drafted = draft_of(text, like.catalogue if like else Catalogue(units=BUILT_IN), year, romanizer(), simplifier())
    if not drafted.indicators:
        raise CannotGoOn([Problem(Place("text"), "N002")])
    if not drafted.year:
        raise CannotGoOn([Problem(Place("text"), "N003")])
    return Draft(baselines_text(drafted, words), targets_text(drafted, words))


def frame(records: Iterable[object], exact: str = "text") -> pd.DataFrame:
    """Records as a DataFrame, one a row; a range is four columns (``implied_low``, ``implied_low_closed`` ...).

    Numbers are text, exact (``"126000"``, ``"1/3"``; dtype object), or ``Fraction`` with ``exact="fraction"`` (dtype
    object); counts and lines are int64, yes and no is bool. Units stand in columns of their own.
    """
    from shizhong_cli.frames.records import frame_of

    check_choice("exact", exact, ("text", "fraction"))
    return frame_of(each("records", records, "Record", *RECORDS), exact)


def pack_frame(packs: Pack | Mapping[str, Pack]) -> pd.DataFrame:
    """Everything that one pack declares, or several by their names, as the frame that ``verify_frame`` takes.

    One row a declaration: ``pack``, ``role`` (baseline, target, reference; check, indicator, unit …), then the columns
    of ``export --format csv`` and those of the other roles. Texts (dtype string) are as printed and declared, exact
    numbers are text in the unit of the column ``unit``; ``line`` is Int64, yes and no boolean.
    """
    from shizhong_cli.frames.packs import frame_of_packs

    check_type("packs", packs, Pack, Mapping, what="Pack or Mapping of these")
    named = {"": packs} if isinstance(packs, Pack) else by_name("packs", packs, Pack)
    return frame_of_packs({name: pack.catalogue for name, pack in named.items()})


def verify_frame(figures: pd.DataFrame, shared: pd.DataFrame | None = None, lang: str = "zh") -> pd.DataFrame:
    """Judge packs that are rows of a DataFrame: as ``verify`` does for each group with one value of ``pack``.

    A pure function of its arguments, so that Dask or any other engine can map it over partitions, as long as all rows
    of a pack are in one partition. ``pack`` is a column or the index; without it all rows are one pack.

    Takes: one row a figure, with ``indicator``, ``period`` and ``figure`` (as printed: 1451.6亿元; ``unit`` where none
    is printed), ``measure`` (level, flow, growth, average_growth, share, change; empty for a target in words), ``role``
    (baseline where the column is missing; target, reference) and the other keys of a figure and of its indicator, of
    which ``direction`` must be said once (docs/scale.md). That is what ``pack_frame`` gives and ``export`` writes, read
    as text. Further roles (check, unit, silence …) declare what is no figure; those that hold for every pack can stand
    in ``shared`` instead, without ``pack``. Every cell is text (any text dtype), a whole number or yes and no.

    Gives: one row an answer; ``what`` says of which kind. *check*: the fields of ``verify``, with ``computed_low`` and
    the like for its ranges, ratios as plain numbers (1/20 for 5 %), the rest in ``unit``. *question*: ``code``,
    ``figures``, ``message``, ``silenced``. *unchecked*: a figure that is in no check. *unused*: a check of ``shared``
    that the pack has no figures for. *nothing*: the pack has nothing to check. *problem*: why the pack could not be
    used (``code``, ``message``, ``file``, ``line``); it has no other rows then. Dtypes: string, counts and lines Int64,
    yes and no boolean; exact numbers are text, never floats. An empty frame gives these columns.

    Raises ``CannotGoOn`` for columns that are unknown, missing, or hold floats, dates or lists.
    """
    from shizhong_cli.frames.packs import check_frames, verified

    words = _words(lang)
    check_frames(figures, shared)
    return verified(figures, shared, words)


def gaps_frame(figures: pd.DataFrame, shared: pd.DataFrame | None = None, lang: str = "zh") -> pd.DataFrame:
    """How far every target is from being met, as ``gaps`` says it, for packs that are rows of a DataFrame.

    Takes what ``verify_frame`` takes, and what came in as rows with the role *actual*: ``indicator``, ``as_of``,
    ``figure``, and ``measure``, ``unit``, ``source``, ``note`` as in ``actuals.csv``.

    Gives: one row a target (``what`` is *gap*) with the fields of ``gaps``: amounts in ``unit``, differences in
    ``gap_unit``, shares as plain numbers, all exact text; ``as_of`` is a day as text. *problem* and *nothing* as in
    ``verify_frame``; an actual that cannot be read is a problem of its pack. Dtypes and exceptions as there.
    """
    from shizhong_cli.frames.packs import check_frames, measured

    words = _words(lang)
    check_frames(figures, shared)
    return measured(figures, shared, words, clock.today())


def explain(error: CannotGoOn, lang: str = "zh") -> tuple[str, ...]:
    """The problems of an error in words, each with its place and a suggestion where one can be made."""
    from shizhong_cli.rendering.sentences.names import problem_text

    words = _words(lang)
    check_type("error", error, CannotGoOn)
    return tuple(problem_text(problem, words) for problem in error.problems)


def _words(lang: str) -> Words:
    check_choice("lang", lang, Language)
    return Words(Language(lang))


def _came_in(
    catalogue: Catalogue, actuals: Mapping[str, str] | Iterable[str], as_of: str | None, files: Iterable[Path | str]
) -> list[Actual]:
    """What is known, oldest source first. Raises ``CannotGoOn`` with every problem."""
    from shizhong_cli.reading.actuals.ledgers import read_all

    check_type("as_of", as_of, str, or_none=True)
    paths = map(Path, each("files", files, "str or Path", str, PathLike))
    if isinstance(actuals, Mapping):
        words = [f"{id}={text}" for id, text in by_name("actuals", actuals, str).items()]
    else:
        words = each("actuals", actuals, "str", str)
    kept, given, _ = read_all(catalogue, (), words, paths, as_of, clock.today())
    return [*kept, *given]
