"""The pages about many targets: by trouble, by part of the report, and what moved. Every number comes in computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.overview import (
    Movement,
    Total,
    Trend,
    each_once,
    ordered,
    statement_of,
    total_of,
    totals_by_responsible,
    totals_by_section,
)
from shizhong_cli.core.progress.terms import Order, Reason, Status
from shizhong_cli.rendering.pages.by_section import by_section
from shizhong_cli.rendering.pages.lights import light_cell, light_counts, light_rule
from shizhong_cli.rendering.pages.sheet import Bar, Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.pages.standing import (
    STANDING,
    STATUS_TONES,
    doubt_lines,
    fallen,
    group_title,
    status_summary,
    years_ahead,
)
from shizhong_cli.rendering.pages.time_lines import how_time_is_drawn, time_lines
from shizhong_cli.rendering.sentences.gaps import GapSpeech, has_its_own_way
from shizhong_cli.rendering.sentences.names import counts_text, title_of
from shizhong_cli.rendering.sentences.numbers import brief, percent
from shizhong_cli.rendering.wording import Words

TREND_TONES = {
    Trend.WORSE: Tone.BAD,
    Trend.BETTER: Tone.GOOD,
    Trend.NEW: Tone.PLAIN,
    Trend.SAME: Tone.FAINT,
    Trend.NONE: Tone.FAINT,
}
_NAMED = 12
"""How many of the targets without data are named."""


def status_sheet(
    catalogue: Catalogue, gaps: Sequence[Gap], words: Words, order: Order | None = None, in_brief: bool = False
) -> Sheet:
    """All targets: the worst first where there are actuals, else by part of the report; or a line a part."""
    if not gaps:
        return (Line(words("status.nothing" if catalogue.targets else "status.none"), Tone.WARN),)
    speech = GapSpeech(catalogue, words)
    with_actuals = any(gap.actual for gap in gaps)
    by_report = order is Order.REPORT or (order is None and not with_actuals)
    title = Line(words("status.title", title=title_of(catalogue, words)), Tone.STRONG)
    if in_brief:
        return (title, Line(status_summary(gaps, words)), *time_lines(gaps, words), _sections_grid(speech, gaps))
    body = by_section(speech, gaps, with_actuals) if by_report else _at_a_glance(speech, gaps, order)
    return (title, *body)


# ── by trouble ────────────────────────────────────────────────────────────────


def _at_a_glance(speech: GapSpeech, gaps: Sequence[Gap], order: Order | None = None) -> list[Line | Grid]:
    """How all stand, those with data by trouble, totals, and what has no data."""
    words = speech.words
    known = each_once(g for g in ordered(speech.catalogue, gaps, order) if g.actual and isinstance(g.target, Figure))
    blocks: list[Line | Grid] = [Line(status_summary(gaps, words)), *light_counts(speech.catalogue, gaps, words)]
    blocks += [*time_lines(known, words), *how_time_is_drawn(known, words)]
    if known:
        blocks += _known_blocks(speech, known, Counter(map(statement_of, gaps)))
    blocks += fallen(speech, gaps)
    if len(totals_by_section(gaps)) > 1:
        blocks.append(_sections_grid(speech, gaps))
    if bodies := totals_by_responsible(gaps):
        named = [(total.name or words("status.unassigned"), total) for total in bodies]
        blocks.append(_totals_grid(words, named, "status.by_responsible"))
    return [*blocks, *_without_data(speech, gaps)]


def _known_blocks(speech: GapSpeech, known: Sequence[Gap], said: Counter[tuple[str, str]]) -> Iterator[Line | Grid]:
    """The targets with data, and what has to be known about them."""
    with_days = len({gap.as_of for gap in known}) > 1
    rows = tuple(_trouble_row(speech, gap, said, with_days) for gap in known)
    long = any(gap.status is Status.NOT_COMPARABLE for gap in known)  # a word of ten letters in English
    yield _without_empty(Grid(_trouble_columns(speech.words, with_days, 10 if long else 8), rows))
    if any(has_its_own_way(gap) and gap.elapsed != 1 for gap in known):
        yield Line(speech.words("status.own_way"), Tone.FAINT)
    yield from light_rule(speech.catalogue, speech.words)
    yield from (Line(note, Tone.FAINT) for note in _notes(speech, known))
    yield from doubt_lines(speech, known)


def _without_data(speech: GapSpeech, gaps: Sequence[Gap]) -> Iterator[Line]:
    """The targets that nothing came in for, the first of them by name."""
    missing = [
        speech.name_of(gap.target.indicator) for gap in gaps if isinstance(gap.target, Figure) and not gap.actual
    ]
    if missing:
        names = speech.words("name.separator").join(list(dict.fromkeys(missing))[:_NAMED])
        key = "status.no_data_list" if len(missing) <= _NAMED else "status.no_data_some"
        yield Line(speech.words(key, number=len(missing), names=names), Tone.FAINT)


def _notes(speech: GapSpeech, known: Sequence[Gap]) -> Iterator[str]:
    """What has to be known about the rows above."""
    words = speech.words
    if any(gap.reason is Reason.WHOLE_PERIOD for gap in known):
        yield words("status.no_date")
    for gap in known:
        if gap.status in _EXPLAINED and gap.reason is not None:
            name = speech.name_of(gap.target.indicator)
            yield words("status.why", name=name, reason=speech.reason(gap.reason, gap))
    if guessed := [speech.name_of(gap.target.indicator) for gap in known if gap.target.guessed]:
        names = words("name.separator").join(list(dict.fromkeys(guessed))[:_NAMED])
        yield words("draft.unsettled_some", number=len(guessed), names=names)


_EXPLAINED = (Status.NOT_COMPARABLE, Status.UNDECIDED, Status.NO_DATA)
"""The statuses that say nothing by themselves."""


def _without_empty(grid: Grid) -> Grid:
    """The grid without the columns in which nothing stands."""
    kept = [n for n in range(len(grid.columns)) if any(row[n].text for row in grid.rows)]
    rows = tuple(tuple(row[n] for n in kept) for row in grid.rows)
    return grid._replace(columns=tuple(grid.columns[n] for n in kept), rows=rows)


def _trouble_columns(words: Words, with_days: bool, widest_status: int) -> tuple[Column, ...]:
    return (
        Column(words("column.light"), narrowest=6),
        Column(words("column.status"), narrowest=widest_status),
        Column(words("column.indicator"), narrowest=12),
        Column(words("column.target"), narrowest=9),
        Column(words("column.actual"), narrowest=9),
        *([Column(words("column.as_of"), narrowest=5, optional=True)] if with_days else []),
        Column(words("column.gap"), narrowest=9),
        Column(words("column.lead"), narrowest=6, right=True, spared=True),
        Column(words("column.completion"), narrowest=12),
    )


def _trouble_row(speech: GapSpeech, gap: Gap, said: Counter[tuple[str, str]], with_days: bool) -> tuple[Cell, ...]:
    """``said`` is how often the report states each target."""
    tone = STATUS_TONES[gap.status]
    times = said[statement_of(gap)]
    return (
        light_cell(speech.catalogue, gap, speech.words),
        Cell(speech.words(f"status.{gap.status}"), tone),
        Cell(speech.name_of(gap.target.indicator) + (speech.words("status.times", times=times) if times > 1 else "")),
        Cell(f"{speech.target(gap)}{years_ahead(speech, gap)}", Tone.STRONG),
        Cell(speech.actual(gap)),
        *([Cell(_day(speech, gap), Tone.FAINT)] if with_days else []),
        Cell(speech.gap(gap), tone),
        Cell("" if gap.lead is None or gap.elapsed == 1 else brief(gap.lead * 100)),
        _completion(speech, gap, tone),
    )


def _day(speech: GapSpeech, gap: Gap) -> str:
    """The day of the actual, without the year where it is that of the target."""
    if gap.as_of is None or gap.reason is Reason.WHOLE_PERIOD:
        return speech.words("status.whole_period")
    same_year = gap.as_of.year == gap.target.period.last.year
    return gap.as_of.strftime("%m-%d") if same_year else gap.as_of.isoformat()


def _completion(speech: GapSpeech, gap: Gap, tone: Tone) -> Cell:
    """How much is done, with a bar; the bar of a limit has its mark at the limit and room beyond it."""
    if gap.completion is not None:
        mark = gap.due_share if gap.elapsed != 1 else None
        return Cell(percent(gap.completion), tone, Bar(gap.completion, mark))
    if gap.progress is not None:
        return Cell(speech.done(gap), tone, Bar(gap.progress))
    if gap.used is not None:
        filled = _FULLEST if gap.is_short else min(gap.used * _AT_LIMIT, _FULLEST)
        return Cell(speech.done(gap), tone, Bar(filled, _AT_LIMIT, is_limit=True))
    return Cell("")


_AT_LIMIT, _FULLEST = Fraction(3, 4), Fraction(19, 20)
"""Where the mark of a limit stands in its bar, and how far an overrun is drawn: never as a full bar."""


def _sections_grid(speech: GapSpeech, gaps: Sequence[Gap]) -> Grid:
    """A line for each part of the report, and their sum."""
    words = speech.words
    parts = totals_by_section(gaps)
    named = [(group_title(speech.catalogue, total.name, words, brief=True), total) for total in parts]
    return _totals_grid(words, [*named, (words("status.total"), total_of("", gaps))], "status.by_section")


def _totals_grid(words: Words, named: Sequence[tuple[str, Total]], title: str) -> Grid:
    columns = (
        Column(words("column.part"), narrowest=16),
        Column(words("column.numbered"), right=True, narrowest=6),
        Column(words("column.with_data"), right=True, narrowest=6),
        *(Column(words(f"status.{status}"), right=True, narrowest=6) for status in STANDING),
        Column(words("report.good"), narrowest=6, optional=True, on_screen=True),
    )
    rows = tuple((Cell(name), *_total_cells(total)) for name, total in named)
    return _without_empty(Grid(columns, rows, words(title)))


def _total_cells(total: Total) -> Iterator[Cell]:
    yield Cell(str(total.numbered))
    yield Cell(str(total.with_data))
    for status in STANDING:
        yield Cell(str(total.standing[status] or ""), STATUS_TONES[status])
    yield _share_good(total)


def _share_good(total: Total) -> Cell:
    """How many of the targets with a number are met or on track, with a bar that is full when all of them are."""
    if not total.with_data:
        return Cell("")
    good = total.standing[Status.MET] + total.standing[Status.ON_TRACK]
    return Cell(f"{good}/{total.numbered}", bar=Bar(Fraction(good, total.numbered)))


# ── what moved ────────────────────────────────────────────────────────────────


def compare_sheet(catalogue: Catalogue, movements: Sequence[Movement], then: date, words: Words) -> Sheet:
    """Every target with data as it stood then and as it stands now, the worse first; each target once."""
    speech = GapSpeech(catalogue, words)
    shown = {id(gap) for gap in each_once(movement.now for movement in movements)}
    once = [movement for movement in movements if id(movement.now) in shown]
    counts = Counter(movement.trend for movement in once)
    summary = counts_text(((words(f"trend.{trend}"), counts[trend]) for trend in Trend), words)
    rows = tuple(_movement_row(speech, movement) for movement in once if movement.trend is not Trend.NONE)
    columns = (
        Column(words("column.trend"), narrowest=6),
        Column(words("column.indicator"), narrowest=12),
        Column(words("column.target"), narrowest=9, spared=True),
        Column(words("column.then"), narrowest=12),
        Column(words("column.now"), narrowest=12),
        Column(words("column.difference"), narrowest=12),
    )
    title = words("compare.title", title=title_of(catalogue, words), then=then)
    rule = Line(words("compare.rule"), Tone.FAINT)
    body: tuple[Line | Grid, ...] = (Grid(columns, rows), rule) if rows else ()
    return (Line(title, Tone.STRONG), *body, Line(summary))


def _movement_row(speech: GapSpeech, movement: Movement) -> tuple[Cell, ...]:
    words, then, now = speech.words, movement.then, movement.now
    difference = "" if movement.difference is None else speech.amount(movement.difference, now.gap_unit, signed=True)
    return (
        Cell(words(f"trend.{movement.trend}"), TREND_TONES[movement.trend]),
        Cell(speech.name_of(now.target.indicator)),
        Cell(speech.target(now), Tone.STRONG),
        Cell(_stood(speech, then)),
        Cell(_stood(speech, now), STATUS_TONES[now.status]),
        Cell(difference, TREND_TONES[movement.trend]),
    )


def _stood(speech: GapSpeech, gap: Gap) -> str:
    """The figure, its day, the status and the lead of one time."""
    if gap.actual is None:
        return speech.words("asked.first")
    lead = f" ({brief(gap.lead * 100)})" if gap.lead is not None and gap.elapsed != 1 else ""
    return f"{speech.actual(gap)}\n{speech.words(f'status.{gap.status}')} {_day(speech, gap)}{lead}"
