"""The page of verify-baselines: how it stands, what is wrong, what to ask, and what the checks are worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from shizhong_cli.core.checking.check import FINDINGS, Outcome
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.rendering.pages.folded import folded_grids, implied_grids, teaches_nothing
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.implied import ImpliedSpeech
from shizhong_cli.rendering.sentences.names import title_of
from shizhong_cli.rendering.wording import Words

VERDICT_TONES = {
    Verdict.INCONSISTENT: Tone.BAD,
    Verdict.ONLY_IF_TRUNCATED: Tone.BAD,
    Verdict.VACUOUS: Tone.PLAIN,
    Verdict.NOT_CHECKABLE: Tone.FAINT,
    Verdict.CONSISTENT: Tone.GOOD,
}


def verify_sheet(
    catalogue: Catalogue, report: Report, words: Words, list_unchecked: bool = False, list_all: bool = False
) -> Sheet:
    """How it stands, findings, questions, checks that can fail, implied numbers; the rest is counted."""
    speech = ImpliedSpeech(catalogue, words)
    tone = Tone.BAD if report.findings else Tone.STRONG
    blocks: list[Line | Grid] = [
        Line(words("verify.title", title=title_of(catalogue, words)), Tone.STRONG),
        Line(standing(report, words), tone),
    ]
    for verdict in FINDINGS:
        blocks += _group(speech, verdict, report.outcomes)
    if report.questions:
        blocks.append(_questions_grid(speech, report.questions))
    if list_all:
        for verdict in (Verdict.CONSISTENT, Verdict.VACUOUS, Verdict.NOT_CHECKABLE):
            blocks += _group(speech, verdict, report.outcomes)
    else:
        blocks += _group(speech, Verdict.CONSISTENT, [o for o in report.outcomes if not teaches_nothing(o)])
        blocks += implied_grids(speech, report.outcomes)
        blocks += folded_grids(catalogue, report, words)
    if list_unchecked and report.unchecked:
        blocks.append(_unchecked_grid(speech, report.unchecked))
    return tuple(blocks)


def _group(speech: ImpliedSpeech, verdict: Verdict, outcomes: Sequence[Outcome]) -> Iterator[Line | Grid]:
    """The checks of one verdict, with what is said of them all."""
    words, in_full = speech.words, verdict in _IN_FULL
    group = [outcome for outcome in outcomes if outcome.verdict is verdict]
    if not group:
        return
    row = _verify_row if in_full else _brief_row
    yield Grid(
        _columns(words) if in_full else _brief_columns(words),
        tuple(row(speech, outcome) for outcome in group),
        words("verify.group", name=words(f"verdict.{verdict}"), number=len(group)),
        VERDICT_TONES[verdict],
    )
    if verdict is Verdict.CONSISTENT:
        yield Line(words("verify.power_note"), Tone.FAINT)


def standing(report: Report, words: Words) -> str:
    """How it stands, in one line."""
    if not report.outcomes:
        return words("verify.none")
    counts = Counter(outcome.verdict for outcome in report.outcomes)
    parts = [words(f"standing.{verdict}", number=counts[verdict]) for verdict in FINDINGS if counts[verdict]]
    parts = parts or [words("standing.no_findings")]
    others = (Verdict.CONSISTENT, Verdict.NOT_CHECKABLE, Verdict.VACUOUS)
    parts += [words(f"standing.{verdict}", number=counts[verdict]) for verdict in others if counts[verdict]]
    open_questions = len(report.open_questions)
    if report.questions:
        answered = len(report.questions) - open_questions
        key = "standing.questions.answered" if answered else "standing.questions"
        parts.append(words(key, number=open_questions, answered=answered))
    return words("standing", total=len(report.outcomes), parts=words("standing.separator").join(parts))


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
    rules = [question.rule for question in questions]
    rows = tuple(
        (
            Cell(
                "" if rules[number - 1 : number] == [question.rule] else words(f"rule.{question.rule}"),
                Tone.FAINT if question.silenced else Tone.WARN,
            ),
            Cell(speech.question(question), Tone.FAINT if question.silenced else Tone.PLAIN),
        )
        for number, question in enumerate(questions)
    )
    title = words("verify.group", name=words("verify.questions"), number=len(questions))
    return Grid(columns, rows, title, Tone.WARN)


def _unchecked_grid(speech: CheckSpeech, figures: Sequence[Figure]) -> Grid:
    words = speech.words
    columns = (
        Column(words("column.indicator"), narrowest=16),
        Column(words("column.figure"), narrowest=10),
        Column(words("column.place"), narrowest=19),
    )
    rows = tuple(
        (Cell(speech.name_of(f.indicator)), Cell(speech.printed(f)), Cell(f"{f.place.file}:{f.place.line}", Tone.FAINT))
        for f in figures
    )
    return Grid(columns, rows, words("verify.unchecked.title"), Tone.FAINT)


_IN_FULL = (Verdict.INCONSISTENT, Verdict.ONLY_IF_TRUNCATED, Verdict.CONSISTENT)
"""Verdicts whose checks are shown with their formula and power; the others have none to speak of."""


def _brief_row(speech: ImpliedSpeech, outcome: Outcome) -> tuple[Cell, ...]:
    name = f"{speech.check_name(outcome)} · {speech.words(f'kind.{outcome.check.kind}')}"
    return Cell(name), Cell(speech.result(outcome), VERDICT_TONES[outcome.verdict])


def _verify_row(speech: ImpliedSpeech, outcome: Outcome) -> tuple[Cell, ...]:
    kind = speech.words(f"kind.{outcome.check.kind}")
    power = f"{outcome.caught}/{outcome.typos}" if outcome.typos else ""
    slips = f"{outcome.slips_caught}/{outcome.slips}" if outcome.slips else ""
    return (
        Cell(f"{speech.check_name(outcome)}\n{kind}"),
        Cell(speech.relation(outcome)),
        Cell(
            speech.result(outcome) if outcome.is_finding else speech.said(outcome),
            VERDICT_TONES[outcome.verdict] if outcome.is_finding else Tone.PLAIN,
        ),
        Cell(power),
        Cell(slips),
    )
