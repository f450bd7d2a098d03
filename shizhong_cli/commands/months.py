"""The command that shows what came in month by month: months."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import Data, Lang, Later, Output, OutputFormat, open_catalogue, typed, write
from shizhong_cli.commands.starting import Given, Taken, gather
from shizhong_cli.commands.times import with_year
from shizhong_cli.core.progress.months.series import By
from shizhong_cli.problems import CannotGoOn, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from shizhong_cli.core.figure.period import Period
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.pack.rows import Row
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.core.progress.gap import Gap
    from shizhong_cli.core.progress.overview import Filter
    from shizhong_cli.rendering.pages.months import Table
    from shizhong_cli.rendering.wording import Words


def months(
    *,
    asked: Annotated[list[str] | None, Argument("ID …")] = None,
    indicator: Annotated[list[str] | None, Option("--indicator", "-i", metavar="ID")] = None,
    by_span: Annotated[By, Option("--by")] = By.MONTH,
    from_month: Annotated[str | None, Option("--from", metavar="MONTH")] = None,
    to_month: Annotated[str | None, Option("--to", metavar="MONTH")] = None,
    section: Annotated[str | None, Option("--section", metavar="TEXT")] = None,
    responsible: Annotated[str | None, Option("--responsible", metavar="TEXT")] = None,
    given: Given,
    taken: Taken,
    data: Data = None,
    format: OutputFormat = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """The table of months."""
    from shizhong_cli.core.progress.months.courses import courses_of
    from shizhong_cli.core.progress.months.series import series_of, spans
    from shizhong_cli.core.progress.overview import Filter
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.rendering.pages.months import Table

    words, catalogue = open_catalogue(lang, data)
    ids = find_indicators(catalogue, [*(asked or ()), *(indicator or ())], "--indicator")
    catalogue, came_in = gather(catalogue, given, taken, words)
    first, last = _ends(catalogue, came_in, from_month, to_month, words)
    chosen = Filter(section or "", responsible=responsible or "")
    asks_for_all = not ids and chosen == Filter()
    gaps = _gaps(catalogue, came_in, chosen, ids, words)
    about = set(ids or (gap.target.indicator for gap in gaps))
    own = [actual for actual in came_in if asks_for_all or actual.indicator in about]
    series = series_of(catalogue, own, spans(first, last, by_span)) if first and last else []
    table = Table(catalogue, series, courses_of(catalogue, gaps, came_in), by_span)
    write(words, format, output, _result(table, words, data))


def _gaps(
    catalogue: Catalogue, came_in: Sequence[Actual], chosen: Filter, ids: Sequence[str], words: Words
) -> list[Gap]:
    """The targets that are asked for; said where there are none."""
    from shizhong_cli.commands.nothing import tell_nothing
    from shizhong_cli.core.progress.measuring import measure_targets

    measured = measure_targets(catalogue, catalogue.targets, came_in)
    gaps = chosen.apply(catalogue, measured)
    if not gaps:
        tell_nothing(catalogue, chosen, measured, words)
    return [gap for gap in gaps if not ids or gap.target.indicator in ids]


def _result(table: Table, words: Words, data: Path | None) -> Later:
    from shizhong_cli.core.pack.rows import named
    from shizhong_cli.core.progress.months.rows import course_row, month_rows
    from shizhong_cli.rendering.pages.months import months_book, months_sheet

    def rows() -> list[Row]:
        return [named(table.catalogue, row) for row in month_rows(table.series)]

    def content() -> Row:
        targets = [named(table.catalogue, course_row(course)) for course in table.courses]
        return {"months": rows(), "targets": targets}

    following = _following([course.gap for course in table.courses], table.catalogue, words, data)
    if not table.series:
        from shizhong_cli.commands.following import example_of_record

        following = words("next.months.none", command=typed(example_of_record(table.catalogue), data))
    sheet, book = partial(months_sheet, table, words), partial(months_book, table, words)
    return Later(content, rows, sheet, following, book if table.series else None)


def _following(gaps: Sequence[Gap], catalogue: Catalogue, words: Words, data: Path | None) -> str:
    """How the worst one is worked out."""
    from shizhong_cli.commands.following import given_again
    from shizhong_cli.core.progress.overview import in_trouble

    gap = next(iter([*in_trouble(catalogue, gaps), *gaps]), None)
    if gap is None:
        return ""
    command = typed(f"gap {gap.target.indicator}{given_again(gap)} --explain", data)
    return words("next.months", command=command)


def _ends(
    catalogue: Catalogue, actuals: Sequence[Actual], first: str | None, last: str | None, words: Words
) -> tuple[Period | None, Period | None]:
    """The first and the last month; the year so far of the newest figure where they are not asked for."""
    from shizhong_cli.core.figure.period import parse_period

    begins, ends = (_period(catalogue, text, option, words) for text, option in ((first, "--from"), (last, "--to")))
    days = [one.as_of.last for one in actuals if one.as_of and (ends is None or one.as_of.last <= ends.last)]
    newest = max(days, default=None)
    if ends is None and newest is not None:
        ends = parse_period(f"{newest.year}-{newest.month:02}")
    if begins is None and ends is not None:
        begins = parse_period(f"{ends.last.year}-01")
    if begins is not None and ends is not None and ends.last < begins.first:
        raise CannotGoOn([Problem(Place("--from"), "P006", str(begins), str(ends))])
    return begins, ends


def _period(catalogue: Catalogue, text: str | None, option: str, words: Words) -> Period | None:
    """The period that an option names. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.dates import read_day

    if text is None:
        return None
    problems: list[Problem] = []
    period = read_day(with_year(catalogue, text, option, words), Place(option), problems)
    if period is None:
        raise CannotGoOn(problems)
    return period
