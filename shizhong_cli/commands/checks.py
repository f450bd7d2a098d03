"""The command about checks: verify-baselines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.packs import Listed, packs_of, refuse
from shizhong_cli.commands.shared import (
    CANNOT,
    FINDINGS,
    USUAL,
    Data,
    Format,
    Jobs,
    Lang,
    Later,
    Output,
    Result,
    folder_of,
    leave,
    name_in_repository,
    typed,
    words_of,
    write,
    write_text,
)
from shizhong_cli.commands.talking import say
from shizhong_cli.core.checking.terms import Depth, Verdict
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.commands.each import Answer
    from shizhong_cli.core.checking.check import Check, Outcome
    from shizhong_cli.core.checking.tally import Tally
    from shizhong_cli.core.checking.verify import Report
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.rendering.pages.sheet import Sheet


def verify_baselines(
    folders: Annotated[list[str] | None, Argument("DIR…")] = None,
    indicator: Annotated[list[str] | None, Option("--indicator", "-i", metavar="ID")] = None,
    kind: Annotated[list[Kind] | None, Option("--kind")] = None,
    verdict: Annotated[list[Verdict] | None, Option("--verdict")] = None,
    explain_check: Annotated[list[str] | None, Option("--explain", metavar="CHECK")] = None,
    all: Annotated[bool, Option("--all")] = False,
    unchecked: Annotated[bool, Option("--unchecked")] = False,
    strict: Annotated[bool, Option("--strict")] = False,
    summary: Annotated[Path | None, Option("--summary", metavar="FILE")] = None,
    listed: Listed = None,
    jobs: Jobs = None,
    data: Data = None,
    format: Annotated[
        Format | None, Option("--format", among=(*USUAL, Format.GITHUB, Format.SARIF, Format.JUNIT))
    ] = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Check whether the figures agree."""
    wanted = _Wanted(
        indicator or [], frozenset(kind or ()), frozenset(verdict or ()), explain_check or [], all, unchecked, strict,
        summary, jobs,
    )  # fmt: skip
    words = words_of(lang)
    packs = packs_of("verify-baselines", folders, listed, data, words)
    if packs is not None and not packs.is_alone:
        _verify_many(packs.paths, wanted, format, output, words)
    else:
        folder = Path(packs.paths[0]) if packs else data
        _verify_one(folder, wanted, format or _format_of(output, bool(explain_check)), output, words)


class _Wanted(NamedTuple):
    """What of the checks is wanted."""

    indicators: list[str]
    kinds: frozenset[str]
    verdicts: frozenset[str]
    explained: list[str]
    all: bool
    unchecked: bool
    strict: bool
    summary: Path | None
    jobs: int | None


def _verify_one(data: Path | None, wanted: _Wanted, format: Format | None, output: Path | None, words: Words) -> None:
    """Judge one pack and tell it in full."""
    from shizhong_cli.core.checking.verify import Selection, verify
    from shizhong_cli.reading.finding import find_indicators
    from shizhong_cli.reading.pack.checks import find_checks
    from shizhong_cli.rendering.formats.verification import report_content, report_rows, report_sheet

    run = _Run(words, folder_of(data, words), format, output)
    catalogue, declared = _load(run)
    ids = find_indicators(catalogue, wanted.indicators, "--indicator")
    selection = Selection(frozenset(ids), wanted.kinds, wanted.verdicts)
    depth = Depth.SHOWN if run.is_page and not wanted.explained else Depth.FULL
    report = verify(catalogue, declared, selection, depth)
    explained = _each_once(find_checks(report, wanted.explained, "--explain"))
    if not (report.judged or report.questions):
        say(words("verify.nothing"), is_error=True)
        leave(CANNOT)
    page = partial(report_sheet, catalogue, report, words, wanted.unchecked, wanted.all or bool(wanted.verdicts))
    if run.format in _FOR_MACHINES:
        _annotate(run, catalogue, report, wanted.strict)
    else:
        result = Later(
            partial(report_content, catalogue, report, words), partial(report_rows, catalogue, report, words),
            partial(page, explained), _following(words, report, data, bool(explained)),
        )  # fmt: skip
        write(words, run.format, output, result)
    if wanted.summary is not None:
        _summarize(wanted.summary, page([]))
    if _fails(report, wanted.strict):
        leave(FINDINGS)


def _fails(report: Report, strict: bool) -> bool:
    """Whether there is something to put right; with ``strict`` a question is as well."""
    return bool(report.findings or (strict and report.open_questions))


class _Run(NamedTuple):
    """How a run is to be told."""

    words: Words
    folder: Path
    format: Format | None
    output: Path | None

    @property
    def is_page(self) -> bool:
        """Whether the answer is a page on the terminal, which shows less than the rows."""
        return self.output is None and self.format in (None, Format.TABLE, Format.MARKDOWN)


def _verify_many(
    packs: Sequence[str], wanted: _Wanted, format: Format | None, output: Path | None, words: Words
) -> None:  # fmt: skip
    """Judge many packs: as lines of JSON as they come, or one line each at the end."""
    from shizhong_cli.commands.each import Asked, answers, are_lines, write_lines
    from shizhong_cli.commands.many import Question, judge_pack, judged_bad
    from shizhong_cli.core.checking.verify import Selection

    refuse("verify-baselines", [
        (wanted.indicators, "--indicator"), (wanted.explained, "--explain"), (wanted.all, "--all"),
        (wanted.unchecked, "--unchecked"), (wanted.summary, "--summary"),
        (format in _FOR_MACHINES, f"--format {format}"),
    ])  # fmt: skip
    as_lines = are_lines(format, output)
    selection = Selection(frozenset(), wanted.kinds, wanted.verdicts)
    told_apart = wanted.verdicts or output is not None or format not in (None, Format.TABLE)
    depth = Depth.FULL if as_lines else Depth.NOTICES if told_apart else Depth.HOLDS
    asked = Asked(Question(selection, words.language, depth), judge_pack, judged_bad)
    judged = answers(asked, packs, wanted.jobs)
    tallies = write_lines(judged, output) if as_lines else _as_page(judged, format, output, words)
    if any(one.is_finding or (wanted.strict and one.questions) for one in tallies):
        leave(FINDINGS)


def _as_page(
    judged: Iterable[Answer[Tally]], format: Format | None, output: Path | None, words: Words
) -> list[Tally]:  # fmt: skip
    """Write one line a pack, worst first, when all are there."""
    from shizhong_cli.core.checking.tally import tally_row, worst_first
    from shizhong_cli.escapes.shells import typed_word
    from shizhong_cli.rendering.pages.many import many_sheet

    tallies = worst_first(one.short for one in judged)
    rows = [tally_row(one) for one in tallies]
    worst = f"shizhong verify-baselines {typed_word(tallies[0].pack)}" if tallies else ""
    following = words("next.many", command=worst) if worst else ""
    result = Result({"packs": rows}, rows, lambda: many_sheet(tallies, words))
    write(words, format, output, result._replace(following=following))
    return tallies


def _load(run: _Run) -> tuple[Catalogue, list[Check]]:
    """The data; what keeps them from being read is told in the format of the run as well. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.pack.checks import load_checked

    try:
        return load_checked(run.folder)
    except CannotGoOn as error:
        if run.format in _FOR_MACHINES:
            from shizhong_cli.rendering.formats.verification import write_problems

            where, problems = partial(name_in_repository, run.folder), error.problems
            write_text(run.output, lambda stream: write_problems(problems, run.words, str(run.format), where, stream))
        raise


def _annotate(run: _Run, catalogue: Catalogue, report: Report, strict: bool) -> None:
    from shizhong_cli.rendering.formats.verification import write_annotations

    where = partial(name_in_repository, run.folder)
    told = partial(write_annotations, catalogue, report, run.words, str(run.format), strict, where)
    write_text(run.output, told)


def _summarize(file: Path, page: Sheet) -> None:
    from shizhong_cli.rendering.formats.text import write_markdown

    write_text(file, partial(write_markdown, page))


def _following(words: Words, report: Report, data: Path | None, is_explained: bool) -> str:
    """What to type next: a check worked out, a finding before one that holds; after that the figures themselves."""
    told = [*report.findings, *(o for o in report.outcomes if o.caught), *report.outcomes]
    if not told:
        return words("next.coverage.complete", verify=typed("verify-baselines", data))
    if is_explained:
        subject = next(iter(told[0].check.figures.values())).indicator
        return words("next.figure", command=typed(f"show {subject}", data))
    return words("next.verify", command=typed(f"verify-baselines --explain {told[0].check.id}", data))


def _each_once(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Without repetition: a word may name a check and the indicator that it is about."""
    return list({(outcome.check.id, outcome.check.place): outcome for outcome in outcomes}.values())


def _format_of(output: Path | None, explained: bool) -> Format | None:
    """The format when none is asked for: that of the file's name, which others know, or annotations on GitHub."""
    if output is not None:
        return _SUFFIXES.get(output.suffix.lower())
    on_runner = os.environ.get("GITHUB_ACTIONS") == "true" and not explained
    return Format.GITHUB if on_runner else None


_FOR_MACHINES = (Format.GITHUB, Format.SARIF, Format.JUNIT)
_SUFFIXES = {".sarif": Format.SARIF, ".xml": Format.JUNIT}
