"""The pages about many targets: by trouble, by part of the report, and what moved. Every number comes in computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.pack.model import Catalogue, group_of
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.overview import (
    BY_TROUBLE,
    Movement,
    Total,
    Trend,
    doubted,
    each_once,
    ordered,
    statement_of,
    total_of,
    totals_by_responsible,
    totals_by_section,
    undoubted,
)
from shizhong_cli.core.progress.terms import Order, Reason, Status
from shizhong_cli.rendering.pages.sheet import Bar, Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.pages.target import STATUS_TONES
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.names import title_of
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
_STANDING = [status for status in BY_TROUBLE if status not in (Status.NO_DATA, Status.NOT_QUANTIFIED)]


def status_sheet(catalogue: Catalogue, gaps: Sequence[Gap], words: Words, order: Order | None = None) -> Sheet:
    """All targets: the worst first where there are actuals, else by part of the report."""
    if not gaps:
        return (Line(words("status.nothing"), Tone.WARN),)
    speech = GapSpeech(catalogue, words)
    with_actuals = any(gap.actual for gap in gaps)
    by_report = order is Order.REPORT or (order is None and not with_actuals)
    title = Line(words("status.title", title=title_of(catalogue, words)), Tone.STRONG)
    body = _by_report(speech, gaps, with_actuals) if by_report else _at_a_glance(speech, gaps, order)
    return (title, *body)


# ── by trouble ────────────────────────────────────────────────────────────────


def _at_a_glance(speech: GapSpeech, gaps: Sequence[Gap], order: Order | None = None) -> list[Line | Grid]:
    """How all stand, those with data by trouble, totals, and what has no data."""
    words = speech.words
    known = each_once(g for g in ordered(speech.catalogue, gaps, order) if g.actual and g.target.written)
    blocks: list[Line | Grid] = [Line(status_summary(gaps, words))]
    blocks += _time_line(known, words)
    days = {gap.as_of for gap in known}
    if known:
        said = Counter(map(statement_of, gaps))
        rows = tuple(_trouble_row(speech, gap, said, len(days) > 1) for gap in known)
        blocks.append(_without_empty(Grid(_trouble_columns(words, len(days) > 1), rows)))
        blocks += [Line(note, Tone.FAINT) for note in _notes(speech, known)]
        blocks += doubt_lines(speech, known)
    blocks += _fallen(speech, gaps)
    sections, bodies = totals_by_section(gaps), totals_by_responsible(gaps)
    if len(sections) > 1:
        named = [(group_title(speech.catalogue, total.name, words, brief=True), total) for total in sections]
        named.append((words("status.total"), total_of("", gaps)))
        blocks.append(_totals_grid(words, named, "status.by_section"))
    if bodies:
        named = [(total.name or words("status.unassigned"), total) for total in bodies]
        blocks.append(_totals_grid(words, named, "status.by_responsible"))
    missing = [speech.name_of(gap.target.indicator) for gap in gaps if gap.target.written and not gap.actual]
    if missing:
        names = words("name.separator").join(list(dict.fromkeys(missing))[:_NAMED])
        key = "status.no_data_list" if len(missing) <= _NAMED else "status.no_data_some"
        blocks.append(Line(words(key, number=len(missing), names=names), Tone.FAINT))
    return blocks


def _notes(speech: GapSpeech, known: Sequence[Gap]) -> Iterator[str]:
    """What has to be known about the rows above."""
    words = speech.words
    if any(gap.reason is Reason.WHOLE_PERIOD for gap in known):
        yield words("status.no_date")
    for gap in known:
        if gap.status is Status.NOT_COMPARABLE and gap.reason is not None:
            name = speech.name_of(gap.target.indicator)
            yield words("status.why", name=name, reason=speech.reason(gap.reason, gap))


def doubt_lines(speech: GapSpeech, gaps: Iterable[Gap]) -> list[Line]:
    """Which figures may be slips, and how to confirm them."""
    lines = [Line(speech.doubt(actual), Tone.WARN) for actual in doubted(gaps)]
    return [*lines, Line(speech.words("doubt.confirm"), Tone.FAINT)] if lines else []


def _without_empty(grid: Grid) -> Grid:
    """The grid without the columns in which nothing stands."""
    kept = [n for n in range(len(grid.columns)) if any(row[n].text for row in grid.rows)]
    rows = tuple(tuple(row[n] for n in kept) for row in grid.rows)
    return grid._replace(columns=tuple(grid.columns[n] for n in kept), rows=rows)


def _time_line(known: Sequence[Gap], words: Words) -> list[Line]:
    """Up to which day there are figures, and how much of the year is over then."""
    dated = [gap for gap in known if gap.as_of and gap.reason is not Reason.WHOLE_PERIOD and gap.elapsed is not None]
    latest = max(dated, key=lambda gap: (gap.as_of or date.min, gap.target.period.years == 1), default=None)
    if latest is None or latest.elapsed is None:
        return []
    key = "status.over" if latest.elapsed == 1 else "status.time"
    elapsed = percent(latest.elapsed)
    return [Line(words(key, as_of=latest.as_of, elapsed=elapsed, period=latest.target.period))]


def _trouble_columns(words: Words, with_days: bool) -> tuple[Column, ...]:
    return (
        Column(words("column.status"), narrowest=8),
        Column(words("column.indicator"), narrowest=12),
        Column(words("column.target"), narrowest=9),
        Column(words("column.actual"), narrowest=9),
        *([Column(words("column.as_of"), narrowest=5, optional=True)] if with_days else []),
        Column(words("column.gap"), narrowest=9),
        Column(words("column.lead"), narrowest=6, right=True),
        Column(words("column.completion"), narrowest=12),
    )


def _trouble_row(speech: GapSpeech, gap: Gap, said: Counter[tuple[str, str]], with_days: bool) -> tuple[Cell, ...]:
    """``said`` is how often the report states each target."""
    tone = STATUS_TONES[gap.status]
    times = said[statement_of(gap)]
    return (
        Cell(speech.words(f"status.{gap.status}"), tone),
        Cell(speech.name_of(gap.target.indicator) + (speech.words("status.times", times=times) if times > 1 else "")),
        Cell(f"{speech.target(gap)}{_years_ahead(speech, gap)}", Tone.STRONG),
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
        mark = gap.elapsed if gap.lead is not None and gap.elapsed != 1 else None
        return Cell(percent(gap.completion), tone, Bar(gap.completion, mark))
    if gap.progress is not None:
        return Cell(speech.done(gap), tone, Bar(gap.progress))
    if gap.used is not None:
        return Cell(speech.done(gap), tone, Bar(min(gap.used * _AT_LIMIT, _FULLEST), _AT_LIMIT))
    return Cell("")


_AT_LIMIT, _FULLEST = Fraction(3, 4), Fraction(19, 20)
"""Where the mark of a limit stands in its bar, and how far an overrun is drawn: never as a full bar."""


def _totals_grid(words: Words, named: Sequence[tuple[str, Total]], title: str) -> Grid:
    columns = (
        Column(words("column.part"), narrowest=16),
        Column(words("column.numbered"), right=True, narrowest=6),
        Column(words("column.with_data"), right=True, narrowest=6),
        *(Column(words(f"status.{status}"), right=True, narrowest=6) for status in _STANDING),
    )
    rows = tuple((Cell(name), *_total_cells(total)) for name, total in named)
    return _without_empty(Grid(columns, rows, words(title)))


def _total_cells(total: Total) -> Iterator[Cell]:
    yield Cell(str(total.numbered))
    yield Cell(str(total.with_data))
    for status in _STANDING:
        yield Cell(str(total.standing[status] or ""), STATUS_TONES[status])


def status_summary(gaps: Sequence[Gap], words: Words) -> str:
    """How many targets, how many with data, and where they stand."""
    total = total_of("", gaps)
    if not total.with_data:
        return words("status.summary.none", total=total.targets, numbered=total.numbered)
    return words(
        "status.summary", total=total.targets, numbered=total.numbered, with_data=total.with_data,
        counts=_counts(total_of("", undoubted(gaps)).standing, len(gaps) - len(undoubted(gaps)), words),
    )  # fmt: skip


def _counts(standing: Counter[Status], in_doubt: int, words: Words) -> str:
    """How many stand where, by figures that are not doubted, and how many are."""
    counts = [(words(f"status.{status}"), standing[status]) for status in _STANDING]
    counts.append((words("doubt.count"), in_doubt))
    return words("list.separator").join(words("count", name=name, number=number) for name, number in counts if number)


# ── by part of the report ─────────────────────────────────────────────────────


def _by_report(speech: GapSpeech, gaps: Sequence[Gap], with_actuals: bool) -> list[Line | Grid]:
    """Every target, grouped by part of the report in the order of the file."""
    words, blocks = speech.words, list[Line | Grid]()
    for group in dict.fromkeys(group_of(gap.target.section) for gap in gaps):
        rows = [_status_row(speech, gap, with_actuals) for gap in gaps if group_of(gap.target.section) == group]
        title = group_title(speech.catalogue, group, words)
        blocks.append(Grid(_status_columns(words, with_actuals), tuple(rows), title))
    blocks += _other_concepts(speech, gaps)
    blocks += _fallen(speech, gaps)
    return [*blocks, *doubt_lines(speech, gaps), Line(status_summary(gaps, words))]


def _other_concepts(speech: GapSpeech, gaps: Sequence[Gap]) -> list[Line]:
    """Why a baseline stands beside a target and is not compared with it; a reason said once for all it holds for."""
    reasons: dict[str, list[str]] = {}
    for gap in gaps:
        if gap.target.base_differs and gap.baseline is not None:
            differs = speech.words.pick(gap.target.base_differs, gap.target.base_differs_en or gap.target.base_differs)
            reasons.setdefault(differs, []).append(speech.name_of(gap.target.indicator))
    return [
        Line(
            speech.words("status.other_concept", name=speech.words("name.separator").join(names), reason=reason),
            Tone.FAINT,
        )
        for reason, names in reasons.items()
    ]


def _fallen(speech: GapSpeech, gaps: Sequence[Gap]) -> list[Line]:
    """What fell where growth was asked for in words."""
    return [
        Line(
            speech.words(
                "status.fell", name=speech.name_of(gap.target.indicator), reason=speech.reason(gap.reason, gap)
            ),
            Tone.BAD,
        )
        for gap in gaps
        if gap.reason is Reason.BELOW_LAST_YEAR
    ]


def _status_columns(words: Words, with_actuals: bool) -> tuple[Column, ...]:
    columns = [
        Column(words("column.indicator"), narrowest=12),
        Column(words("column.baseline"), narrowest=9),
        Column(words("column.target"), narrowest=10),
        Column(words("column.asked"), narrowest=12, optional=with_actuals),
    ]
    if with_actuals:
        columns += [Column(words("column.actual"), narrowest=8), Column(words("column.gap"), narrowest=12)]
    return (*columns, Column(words("column.status"), narrowest=9))


def _status_row(speech: GapSpeech, gap: Gap, with_actuals: bool) -> tuple[Cell, ...]:
    words = speech.words
    tone = STATUS_TONES[gap.status]
    cells = [
        Cell(speech.name_of(gap.target.indicator)),
        Cell(speech.baseline(gap)),
        Cell(f"{speech.target(gap)}{_years_ahead(speech, gap)}", Tone.STRONG if gap.target.written else Tone.PLAIN),
        Cell(speech.asked(gap)),
    ]
    if with_actuals:
        cells += [Cell(speech.actual(gap)), Cell(speech.gap(gap), tone)]
    return (*cells, Cell(words(f"status.{gap.status}"), tone))


def _years_ahead(speech: GapSpeech, gap: Gap) -> str:
    """The period of a target that lies beyond the first year of targets."""
    later = gap.target.period.first.year > speech.catalogue.first_target_year
    return f" ({gap.target.period})" if later else ""


def group_title(catalogue: Catalogue, group: str, words: Words, brief: bool = False) -> str:
    """What a larger part of the report is called, or its first clause; what is no section is its own name."""
    section = catalogue.sections.get(group)
    if section is None:
        return group
    own = group.split("/")[-1]
    name = words.pick(section.name, section.name_en)
    if brief:
        name = name.split("，")[0]
    return name if words.language == "en" or name == own else f"{own}{name}"


# ── what moved ────────────────────────────────────────────────────────────────


def compare_sheet(catalogue: Catalogue, movements: Sequence[Movement], then: date, words: Words) -> Sheet:
    """Every target with data as it stood then and as it stands now, the worse first; each target once."""
    speech = GapSpeech(catalogue, words)
    shown = {id(gap) for gap in each_once(movement.now for movement in movements)}
    once = [movement for movement in movements if id(movement.now) in shown]
    counts = Counter(movement.trend for movement in once)
    summary = words("list.separator").join(
        words("count", name=words(f"trend.{trend}"), number=counts[trend]) for trend in Trend if counts[trend]
    )
    rows = tuple(_movement_row(speech, movement) for movement in once if movement.trend is not Trend.NONE)
    columns = (
        Column(words("column.trend"), narrowest=6),
        Column(words("column.indicator"), narrowest=12),
        Column(words("column.target"), narrowest=9),
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
