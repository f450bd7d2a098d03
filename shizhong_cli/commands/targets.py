"""The commands about targets: status and gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.choosing import Against, Chosen, Shown
from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.packs import Listed, packs_of, refuse
from shizhong_cli.commands.shared import (
    FINDINGS,
    Data,
    Format,
    Jobs,
    Lang,
    Later,
    Output,
    OutputFormat,
    Result,
    leave,
    open_catalogue,
    words_of,
    write,
)
from shizhong_cli.commands.starting import FailOn, Given, Taken, gather
from shizhong_cli.commands.talking import say
from shizhong_cli.commands.times import last_day, still_to_come, within, year_of
from shizhong_cli.core.progress.actuals import can_answer, typed
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import clock
from shizhong_cli.rendering.pages.help import Mistake

if TYPE_CHECKING:
    from shizhong_cli.core.figure.written import Written
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.pack.rows import Row
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.core.progress.gap import Gap
    from shizhong_cli.core.progress.outlook import Outlook
    from shizhong_cli.core.progress.overview import Filter
    from shizhong_cli.reading.pack.folders import Named
    from shizhong_cli.rendering.pages.book import Book
    from shizhong_cli.rendering.wording import Language, Words


def status(
    folders: Annotated[list[str] | None, Argument("DIR…")] = None,
    *,
    given: Given,
    against: Against,
    chosen: Chosen,
    shown: Shown,
    fail_on: FailOn = None,
    listed: Listed = None,
    jobs: Jobs = None,
    taken: Taken,
    data: Data = None,
    format: OutputFormat = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """All targets, of one pack or of many."""
    from shizhong_cli.commands.following import after_status

    failing = _statuses(fail_on, words_of(lang))
    packs = packs_of("status", folders, listed, data, words_of(lang))
    if packs is not None and not packs.is_alone:
        options = (given, taken, against, shown)
        _status_of_many(packs.paths, chosen.as_filter(), options, (format, output), lang, failing, jobs)
        return
    data, ledger = _place_of(packs, data)
    words, catalogue = open_catalogue(lang, data)
    catalogue, came_in = gather(catalogue, given, taken, words, ledger=ledger)
    gaps = _asked_for(catalogue, came_in, chosen.as_filter(), shown, given.as_of, words)
    coming = still_to_come(year_of(catalogue), given.as_of)
    following = partial(after_status, words, catalogue, gaps, data)
    if against.is_asked:
        from shizhong_cli.commands.comparing import compared

        beside = compared(catalogue, gaps, came_in, (against.compare_with, against.compare), words)
        content = {**coming, **beside.content}
        write(words, format, output, beside._replace(content=content, following=following("next.alone")))
    else:
        next_lines = following("next.alone") if shown.brief else following()
        write(words, format, output, _glance(catalogue, gaps, came_in, words, shown, next_lines, coming))
    _fail(gaps, failing)


def _asked_for(
    catalogue: Catalogue, came_in: Sequence[Actual], chosen: Filter, shown: Shown, as_of: str | None, words: Words
) -> list[Gap]:
    """The gaps that are chosen, of those the ones that fall due and come first; that there are none is told."""
    from shizhong_cli.commands.nothing import tell_nothing
    from shizhong_cli.core.progress.measuring import measure_targets

    measured = list(measure_targets(catalogue, catalogue.targets, came_in, typed(came_in)))
    gaps = chosen.apply(catalogue, measured)
    if not gaps:
        tell_nothing(catalogue, chosen, measured, words)
    return _narrowed(catalogue, gaps, shown, as_of, words)


def _place_of(packs: Named | None, data: Path | None) -> tuple[Path | None, Path | None]:
    """Where the one pack is, and its ledger where it was given by its place: it has its own, as each of many."""
    from shizhong_cli.reading.actuals.ledgers import ledger_of

    return (data, None) if packs is None else (pack := Path(packs.paths[0]), ledger_of(pack))


def _status_of_many(
    packs: Sequence[str], chosen: Filter, options: tuple[Given, Taken, Against, Shown],
    told: tuple[Format | None, Path | None], lang: Language | None, failing: frozenset[Status], jobs: int | None,
) -> None:  # fmt: skip
    """The targets of many packs, without the options that are about one. Raises ``CannotTell``."""
    from shizhong_cli.commands.each import are_lines
    from shizhong_cli.commands.many_targets import Question, status_of_many

    given, taken, against, shown = options
    for_one = {
        "--compare": against.compare, "--compare-with": against.compare_with, "--sort": shown.sort,
        "--brief": shown.brief, "--top": shown.top, "--due": shown.due, "--actual": given.actual,
        "--actuals": given.actuals, "--results": given.results, "--profile": taken.profile, "--rate": taken.rate,
    }  # fmt: skip
    refuse("status", [(value, option) for option, value in for_one.items()])
    as_lines = are_lines(*told)
    question = Question(chosen, given.as_of or "", words_of(lang).language, as_lines)
    status_of_many(packs, question, failing, told, jobs)


def _narrowed(catalogue: Catalogue, gaps: Sequence[Gap], shown: Shown, as_of: str | None, words: Words) -> list[Gap]:
    """Those that fall due soon, and the first of these. Raises ``CannotGoOn``."""
    from shizhong_cli.commands.nothing import tell_none_due
    from shizhong_cli.core.progress.overview import due_by, each_once, ordered, statement_of

    if shown.due is not None:
        day = last_day(catalogue, as_of, "--as-of", words) if as_of else clock.today()
        until = day + within(shown.due, "--due")
        all_of_them, gaps = gaps, due_by(gaps, day, until)
        if not gaps:
            tell_none_due(all_of_them, day, until, words)
    if not shown.top:
        return list(gaps)
    first = each_once(ordered(catalogue, gaps, shown.sort))[: shown.top]
    stated = set(map(statement_of, first))
    if left := sum(statement_of(gap) not in stated for gap in gaps):  # one that is printed twice counts twice, as above
        say(words("status.top", top=shown.top, left=left))
    return first


def _glance(
    catalogue: Catalogue,
    gaps: Sequence[Gap],
    came_in: Sequence[Actual],
    words: Words,
    shown: Shown,
    following: str,
    coming: Row,
) -> Later:
    """How all targets stand; ``coming`` is a day that is to come."""
    from shizhong_cli.core.progress.overview import ordered
    from shizhong_cli.rendering.pages.status import status_sheet

    def rows() -> list[Row]:
        from shizhong_cli.core.progress.lights import with_lights
        from shizhong_cli.core.progress.months.rows import gap_rows

        in_order = ordered(catalogue, gaps, shown.sort)
        return with_lights(catalogue, in_order, gap_rows(catalogue, in_order, came_in))

    def book() -> Book:
        from shizhong_cli.rendering.pages.status_book import status_book

        return status_book(catalogue, gaps, words, shown.sort)

    sheet = partial(status_sheet, catalogue, gaps, words, shown.sort, shown.brief)
    return Later(lambda: {**coming, "gaps": rows()}, rows, sheet, following, book if gaps else None)


def gap(
    *,
    asked: Annotated[list[str] | None, Argument("ID [FIGURE] …", negative=True)] = None,
    indicator: Annotated[list[str] | None, Option("--indicator", "-i", metavar="ID")] = None,
    given: Given,
    assume: Annotated[list[str] | None, Option("--assume", metavar="[ID=]FIGURE")] = None,
    base: Annotated[list[str] | None, Option("--base", metavar="[ID=]FIGURE")] = None,
    explain: Annotated[bool, Option("--explain")] = False,
    fail_on: FailOn = None,
    taken: Taken,
    data: Data = None,
    format: OutputFormat = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """How far from target."""
    from shizhong_cli.commands.following import after_gap
    from shizhong_cli.core.pack.rows import named
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.core.progress.months.rows import year_before_row
    from shizhong_cli.core.progress.months.year_before import years_before
    from shizhong_cli.core.progress.overview import history_of, statement_of
    from shizhong_cli.core.progress.rows import gap_row, history_row
    from shizhong_cli.reading.actuals.from_words import assumed_from_words
    from shizhong_cli.rendering.pages.target import Page, gap_sheet

    failing = _statuses(fail_on, words_of(lang))
    if not asked and not indicator:
        raise _nothing_asked(words_of(lang))
    words, catalogue = open_catalogue(lang, data)
    ids, given = _asked(catalogue, asked, indicator, given)
    if base:
        from shizhong_cli.reading.actuals.bases import with_bases

        catalogue = with_bases(catalogue, ids, base)
    catalogue, came_in = gather(catalogue, given, taken, words, ids)
    targets = list(chain.from_iterable(map(catalogue.targets_of, ids)))
    gaps = list(measure_targets(catalogue, targets, came_in, typed(came_in)))
    _tell_beside(catalogue, gaps, came_in, words)
    outlooks = _outlooks(catalogue, gaps, assumed_from_words(catalogue, ids, assume or ()))
    histories = [history_of(catalogue, gap.target, came_in) for gap in gaps]
    pages = list(map(Page, gaps, outlooks, histories, years_before(catalogue, gaps, came_in)))
    rows = [named(catalogue, gap_row(page.gap, page.outlook) | year_before_row(page.before)) for page in pages]
    stated = {statement_of(page.gap): page for page in pages}
    history = list(map(history_row, chain.from_iterable(page.history for page in stated.values())))
    content: Row = {**still_to_come(year_of(catalogue), given.as_of), "gaps": rows, "history": history}
    result = Result(content, rows, lambda: gap_sheet(catalogue, ids, pages, words, explain))
    write(words, format, output, result._replace(following=after_gap(words, gaps, data, bool(base or taken.rate))))
    _fail(gaps, failing)


def _tell_beside(catalogue: Catalogue, gaps: Sequence[Gap], came_in: Sequence[Actual], words: Words) -> None:
    """That a growth which was given judges no target, where nothing else came in of its indicator."""
    without = {gap.target.indicator for gap in gaps if gap.actual is None}
    for actual in came_in:
        targets = catalogue.numbered_targets_of(actual.indicator)
        answers = any(can_answer(catalogue, actual.written, target) for target in targets)
        if actual.indicator in without and targets and not answers:
            say(words("gap.beside_only", figure=actual.written.text.strip(), indicator=actual.indicator))


def _nothing_asked(words: Words) -> CannotTell:
    """That no indicator was named."""
    return CannotTell(Mistake("usage.missing_argument", "shizhong gap", "ID", expected=words("help.option.indicator")))


def _asked(
    catalogue: Catalogue, typed: Sequence[str] | None, named: Sequence[str] | None, given: Given
) -> tuple[list[str], Given]:
    """The indicators that are asked about, in either way, and what came in of them. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.actuals.asked import asked_by_words
    from shizhong_cli.reading.finding import find_indicators

    asked = asked_by_words(catalogue, typed or ())
    ids = dict.fromkeys((*asked.indicators, *find_indicators(catalogue, named or (), "--indicator")))
    return list(ids), given._replace(actual=[*asked.actuals, *(given.actual or ())])


def _outlooks(catalogue: Catalogue, gaps: Sequence[Gap], assumed: dict[str, Written]) -> list[Outlook | None]:
    """Where every target ends under what is assumed of it. Raises ``CannotGoOn`` for what fits no target."""
    from shizhong_cli.core.progress.outlook import outlook

    ends = [
        outlook(catalogue, gap, assumed[gap.target.indicator]) if gap.target.indicator in assumed else None
        for gap in gaps
    ]
    fitting = {end.now.target.indicator for end in ends if end is not None}
    if unfit := [id for id in assumed if id not in fitting]:
        place = Place("--assume")
        raise CannotGoOn([Problem(place, "A015", assumed[id].text, suggestion=id) for id in unfit])
    return ends


def _statuses(texts: Sequence[str] | None, words: Words) -> frozenset[Status]:
    """The statuses of ``--fail-on``, separated by commas or given one by one. Raises ``CannotGoOn``."""
    from shizhong_cli.commands.choices import chosen

    return frozenset(chosen(texts or (), Status, "--fail-on", words))


def _fail(gaps: Iterable[Gap], failing: frozenset[Status]) -> None:
    """Leave with the exit code for findings when a target is where it should not be."""
    if any(gap.status in failing for gap in gaps):
        leave(FINDINGS)
