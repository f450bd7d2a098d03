"""The page of verify-baselines: checks grouped by verdict, worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.names import title_of
from shizhong_cli.rendering.wording import Words

VERDICT_TONES = {
    Verdict.INCONSISTENT: Tone.BAD,
    Verdict.ONLY_IF_TRUNCATED: Tone.BAD,
    Verdict.VACUOUS: Tone.WARN,
    Verdict.NOT_CHECKABLE: Tone.FAINT,
    Verdict.CONSISTENT: Tone.GOOD,
}


def verify_sheet(
    catalogue: Catalogue, report: Report, words: Words, list_unchecked: bool = False, list_all: bool = False
) -> Sheet:
    """Checks grouped by verdict, worst first; then questions, and what was not checked."""
    speech = CheckSpeech(catalogue, words)
    blocks: list[Line | Grid] = [Line(words("verify.title", title=title_of(catalogue, words)), Tone.STRONG)]
    for verdict in Verdict:
        if group := [outcome for outcome in report.outcomes if outcome.verdict is verdict]:
            blocks += _group(speech, verdict, group, list_all)
    if report.questions:
        blocks.append(_questions_grid(speech, report.questions))
    if list_unchecked and report.unchecked:
        blocks.append(_unchecked_grid(speech, report.unchecked))
    blocks.append(Line(verify_summary(report.outcomes, words), Tone.STRONG))
    silenced = len(report.questions) - len(report.open_questions)
    blocks.append(Line(words("verify.questions.summary", number=len(report.open_questions), silenced=silenced)))
    blocks.append(Line(words("verify.unchecked", total=len(catalogue.baselines), unchecked=len(report.unchecked))))
    blocks.append(Line(words("verify.power_note"), Tone.FAINT))
    return tuple(blocks)


def _group(speech: CheckSpeech, verdict: Verdict, group: Sequence[Outcome], list_all: bool) -> Iterator[Line | Grid]:
    """The checks of one verdict; those in which nothing is learnt are counted, unless all are asked for."""
    words, in_full = speech.words, verdict in _IN_FULL
    row = _verify_row if in_full else _brief_row
    listed = [outcome for outcome in group if list_all or not outcome.is_trivial]
    yield Grid(
        _columns(words) if in_full else _brief_columns(words),
        tuple(row(speech, outcome) for outcome in listed),
        f"{words(f'verdict.{verdict}')} ({len(group)})",
        VERDICT_TONES[verdict],
    )
    if left_out := len(group) - len(listed):
        yield Line(words("verify.trivial", number=left_out), Tone.FAINT)


def explain_sheet(catalogue: Catalogue, outcomes: Sequence[Outcome], words: Words) -> Sheet:
    """Checks worked out step by step."""
    speech = CheckSpeech(catalogue, words)
    columns = (Column(words("column.item"), narrowest=12), Column(words("column.value"), narrowest=20))
    return tuple(
        Grid(columns, tuple((Cell(head), Cell(text)) for head, text in speech.explanation(outcome)),
             speech.check_name(outcome))
        for outcome in outcomes
    )  # fmt: skip


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("column.check"), narrowest=14),
        Column(words("column.figures"), narrowest=18),
        Column(words("column.result"), narrowest=20),
        Column(words("column.power"), narrowest=6, right=True),
        Column(words("column.power_slips"), narrowest=6, right=True),
    )


def _brief_columns(words: Words) -> tuple[Column, ...]:
    return (Column(words("column.check"), narrowest=28), Column(words("column.result"), narrowest=30))


def _questions_grid(speech: CheckSpeech, questions: Sequence[Question]) -> Grid:
    words = speech.words
    columns = (Column(words("column.rule"), narrowest=16), Column(words("column.question"), narrowest=30))
    rows = tuple(
        (
            Cell(words(f"rule.{question.rule}"), Tone.FAINT if question.silenced else Tone.WARN),
            Cell(speech.question(question), Tone.FAINT if question.silenced else Tone.PLAIN),
        )
        for question in questions
    )
    return Grid(columns, rows, f"{words('verify.questions')} ({len(questions)})", Tone.WARN)


def _unchecked_grid(speech: CheckSpeech, figures: Sequence[Figure]) -> Grid:
    words = speech.words
    columns = (
        Column(words("column.indicator"), narrowest=16),
        Column(words("column.figure"), narrowest=10),
        Column(words("column.place"), narrowest=19),
    )
    rows = tuple(
        (Cell(speech.name_of(f.indicator)), Cell(f.printed), Cell(f"{f.place.file}:{f.place.line}", Tone.FAINT))
        for f in figures
    )
    return Grid(columns, rows, words("verify.unchecked.title"), Tone.FAINT)


def verify_summary(outcomes: Sequence[Outcome], words: Words) -> str:
    """How many checks, and how many of each verdict."""
    if not outcomes:
        return words("verify.none")
    counts = words("list.separator").join(
        words("count", name=words(f"verdict.{verdict}"), number=number)
        for verdict in Verdict
        if (number := sum(outcome.verdict is verdict for outcome in outcomes))
    )
    return words("verify.summary", total=len(outcomes), counts=counts)


_IN_FULL = (Verdict.INCONSISTENT, Verdict.ONLY_IF_TRUNCATED, Verdict.CONSISTENT)
"""Verdicts whose checks are shown with their formula and power; the others have none to speak of."""


def _brief_row(speech: CheckSpeech, outcome: Outcome) -> tuple[Cell, ...]:
    name = f"{speech.check_name(outcome)} · {speech.words(f'kind.{outcome.check.kind}')}"
    return Cell(name), Cell(speech.result(outcome), VERDICT_TONES[outcome.verdict])


def _verify_row(speech: CheckSpeech, outcome: Outcome) -> tuple[Cell, ...]:
    kind = speech.words(f"kind.{outcome.check.kind}")
    power = f"{outcome.caught}/{outcome.typos}" if outcome.typos else ""
    slips = f"{outcome.slips_caught}/{outcome.slips}" if outcome.slips else ""
    return (
        Cell(f"{speech.check_name(outcome)}\n{kind}"),
        Cell(speech.relation(outcome)),
        Cell(speech.result(outcome), VERDICT_TONES[outcome.verdict]),
        Cell(power),
        Cell(slips),
    )
