"""The table of months: every indicator with what came in, the month alone and the year before; and its target.

The same rows become a page, half a year at a time, and a table of numbers for a workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.direction import is_upward
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.months.courses import Course
from shizhong_cli.core.progress.months.series import By, Series
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.rendering.pages.book import Book, BookCell
from shizhong_cli.rendering.pages.month_rows import rows_of, scale_of
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.pages.standing import STATUS_TONES
from shizhong_cli.rendering.pages.status import TREND_TONES
from shizhong_cli.rendering.pages.time_lines import where_from
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.months import heading_of, range_text
from shizhong_cli.rendering.sentences.names import title_of
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

_A_HALF = {By.MONTH: 6, By.QUARTER: 4}
"""Columns that fit beside each other on a terminal of eighty columns."""


class Table(NamedTuple):
    """What the table is made of."""

    catalogue: Catalogue
    series: Sequence[Series]
    courses: Sequence[Course]
    by: By


def months_sheet(table: Table, words: Words) -> Sheet:
    """The months, half a year at a time, then where the targets stand."""
    if not table.series:
        return (Line(title_of(table.catalogue, words), Tone.STRONG), Line(words("months.nothing"), Tone.WARN))
    title = words(f"months.title.{table.by}", title=title_of(table.catalogue, words), range=_range(table, words))
    speech = GapSpeech(table.catalogue, words)
    blocks: list[Line | Grid] = [Line(title, Tone.STRONG), Line(_counts(table, words))]
    blocks += grids(table, words)
    blocks += [Line(text, Tone.FAINT) for text in notes(table, words)]
    if table.courses:
        blocks.append(_courses_grid(speech, table.courses))
    return tuple(blocks)


def grids(table: Table, words: Words) -> Iterator[Grid]:
    """Half a year at a time; none of a half in which nothing came in."""
    speech = GapSpeech(table.catalogue, words)
    width, number = _A_HALF[table.by], len(table.series[0].cells)
    parts = (_part(table.series, start, width) for start in range(0, number, width))
    halves = list(filter(None, (_grid(speech, part, table.by) for part in parts)))
    yield from halves if len(halves) == 1 else (_titled(grid, words) for grid in halves)


def _part(series: Sequence[Series], start: int, width: int) -> list[Series]:
    """So many columns of every line."""
    return [one._replace(cells=one.cells[start : start + width]) for one in series]


def _titled(grid: Grid, words: Words) -> Grid:
    """One of several tables with the columns it is of above it."""
    first, last = grid.columns[_NAMES].heading, grid.columns[-1].heading
    return grid._replace(title=words("months.half", first=first, last=last))


_NAMES = 2
"""Columns before those of months."""


def months_book(table: Table, words: Words) -> Book:
    """The same as one table of numbers, with target, status, trend and what is needed behind the months."""
    speech = GapSpeech(table.catalogue, words)
    title = words(f"months.title.{table.by}", title=title_of(table.catalogue, words), range=_range(table, words))
    months = _headings(table.series, words)
    head = (words("column.indicator"), words("column.unit"), words("column.item"))
    tail = (words("column.target"), words("column.status"), words("column.trend"), words("column.needed"))
    rows = []
    for series in table.series:
        own = [one for one in table.courses if _is_of(one, series)]
        for place, row in enumerate(rows_of(speech, series, table.by)):
            behind = _behind(speech, own) if place == 0 else (BookCell(),) * len(tail)
            name = speech.name_of(series.indicator)
            cells = (BookCell(name), BookCell(row.unit), BookCell(row.name), *row.cells, *behind)
            rows.append(cells)
    return Book(title, (*head, *months, *tail), tuple(rows), (_counts(table, words),), notes(table, words), kept=3)


def notes(table: Table, words: Words) -> tuple[str, ...]:
    """What the rows mean; only of those that are there."""
    speech = GapSpeech(table.catalogue, words)
    kinds = set(chain.from_iterable(_kinds_of(speech, series, table.by) for series in table.series))
    said = {kind: kind for kind in ("sum", "alone", "over_year", "growth", "unclear")} | {"alone": f"alone.{table.by}"}
    return tuple(words(f"months.note.{key}") for kind, key in said.items() if kind in kinds)


def _kinds_of(speech: GapSpeech, series: Series, by: By) -> list[str]:
    return [row.kind for row in rows_of(speech, series, by)]


def _range(table: Table, words: Words) -> str:
    return range_text([cell.period for cell in table.series[0].cells], words)


def _counts(table: Table, words: Words) -> str:
    figures = list(chain.from_iterable(one.figures for one in table.series))
    last = max(actual.as_of.last for actual in figures if actual.as_of)
    counts = words("months.counts", number=len({one.indicator for one in table.series}), last=last.isoformat())
    return counts + where_from(figures, words)


# ── the page ──────────────────────────────────────────────────────────────────


def _headings(series: Sequence[Series], words: Words) -> list[str]:
    periods = [cell.period for cell in series[0].cells]
    years = {period.first.year for period in periods}
    return [heading_of(period, len(years) > 1, words) for period in periods]


def _grid(speech: GapSpeech, part: Sequence[Series], by: By) -> Grid | None:
    """One half of a year; nothing where nothing came in in it."""
    with_data = [one for one in part if one.figures]
    if not with_data:
        return None
    columns = (
        Column(speech.words("column.indicator"), narrowest=14),
        Column(speech.words("column.item"), narrowest=4),
        *(Column(heading, right=True, narrowest=5) for heading in _headings(part, speech.words)),
    )
    return Grid(columns, tuple(_lines(speech, with_data, by)))


def _lines(speech: GapSpeech, series: Sequence[Series], by: By) -> Iterator[tuple[Cell, ...]]:
    for one in series:
        name, unit = speech.name_of(one.indicator), scale_of(speech, one).name
        name = speech.words("months.name", name=name, unit=unit) if unit else name
        for row in rows_of(speech, one, by):
            tone = Tone.FAINT if row.kind in ("alone", "over_year") else Tone.PLAIN
            cells = (Cell(cell.shown, cell.tone or tone) for cell in row.cells)
            yield (Cell(name), Cell(row.name, tone), *cells)
            name = ""


def _courses_grid(speech: GapSpeech, courses: Sequence[Course]) -> Grid:
    """Target, latest figure, which way it moved, and what is still needed."""
    words = speech.words
    columns = (
        Column(words("column.indicator"), narrowest=12),
        Column(words("column.target"), narrowest=9),
        Column(words("column.actual"), narrowest=9),
        Column(words("column.status"), narrowest=6),
        Column(words("column.trend"), narrowest=8),
        Column(words("column.needed"), narrowest=16),
    )
    rows = tuple(_course_row(speech, course) for course in courses)
    return Grid(columns, rows, words("months.courses"))


def _course_row(speech: GapSpeech, course: Course) -> tuple[Cell, ...]:
    gap, words = course.gap, speech.words
    return (
        Cell(speech.name_of(gap.target.indicator)),
        Cell(speech.target(gap), Tone.STRONG),
        Cell(speech.actual(gap)),
        Cell(words(f"status.{gap.status}"), STATUS_TONES[gap.status]),
        Cell(trend_text(course, words), TREND_TONES[course.trend]),
        Cell(_needed(speech, course)),
    )


def trend_text(course: Course, words: Words) -> str:
    """Better or worse than by the figure before."""
    return words(f"months.trend.{course.trend}")


def _needed(speech: GapSpeech, course: Course) -> str:
    """What is still needed; why that cannot be told where it cannot."""
    gap = course.gap
    if gap.reason is not None and (gap.value is None or gap.status is Status.NOT_COMPARABLE):
        return speech.reason(gap.reason, gap)
    return speech.required(gap) or _still_short(speech, gap)


def _still_short(speech: GapSpeech, gap: Gap) -> str:
    """How far a stock or a share is from its number; nothing once it is there, or where it cannot be compared."""
    target = gap.target
    if not isinstance(gap, Measured) or target.relative is not None:
        return ""
    upward = is_upward(gap.target, speech.catalogue.indicators[target.indicator])
    if target.measure not in (Measure.LEVEL, Measure.SHARE) or not gap.gap or upward != (gap.gap < 0):
        return ""
    key = "months.short.rise" if upward else "months.short.fall"
    return speech.words(key, amount=speech.amount(abs(gap.gap), gap.gap_unit))


def _behind(speech: GapSpeech, courses: Sequence[Course]) -> tuple[BookCell, ...]:
    """The targets of one line: several below each other."""
    words = speech.words
    texts = (
        [speech.target(one.gap) for one in courses],
        [words(f"status.{one.gap.status}") for one in courses],
        [trend_text(one, words) for one in courses],
        [_needed(speech, one) for one in courses],
    )
    target, status, trend, needed = ("\n".join(column) for column in texts)
    tone = STATUS_TONES[courses[0].gap.status] if len(courses) == 1 else Tone.PLAIN
    return BookCell(target), BookCell(status, tone), BookCell(trend), BookCell(needed)


def _is_of(course: Course, series: Series) -> bool:
    """Whether the figure that a target is judged by is one of the line."""
    return any(actual is course.gap.actual for actual in series.figures)
