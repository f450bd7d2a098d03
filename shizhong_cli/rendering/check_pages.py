"""The page of verify-baselines: checks grouped by verdict, worst first."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.checks import Outcome, Verdict
from shizhong_cli.core.model import Catalogue, Figure
from shizhong_cli.rendering.check_speech import CheckSpeech
from shizhong_cli.rendering.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.speech import title_of
from shizhong_cli.rendering.wording import Words

VERDICT_TONES = {
    Verdict.INCONSISTENT: Tone.BAD,
    Verdict.ONLY_IF_TRUNCATED: Tone.BAD,
    Verdict.VACUOUS: Tone.WARN,
    Verdict.NOT_CHECKABLE: Tone.FAINT,
    Verdict.CONSISTENT: Tone.GOOD,
}


def verify_sheet(catalogue: Catalogue, outcomes: Sequence[Outcome], unchecked: Sequence[Figure], words: Words) -> Sheet:
    """Checks grouped by verdict, worst first."""
    speech = CheckSpeech(catalogue, words)
    columns = (
        Column(words("column.check"), narrowest=14),
        Column(words("column.figures"), narrowest=18),
        Column(words("column.result"), narrowest=20),
        Column(words("column.power"), narrowest=6, right=True),
    )
    blocks: list[Line | Grid] = [Line(words("verify.title", title=title_of(catalogue, words)), Tone.STRONG)]
    for verdict in Verdict:
        group = [outcome for outcome in outcomes if outcome.verdict is verdict]
        if group:
            rows = tuple(_verify_row(speech, outcome) for outcome in group)
            blocks.append(Grid(columns, rows, f"{words(f'verdict.{verdict}')} ({len(group)})", VERDICT_TONES[verdict]))
    blocks.append(Line(verify_summary(outcomes, words), Tone.STRONG))
    blocks.append(Line(words("verify.unchecked", total=len(catalogue.baselines), unchecked=len(unchecked))))
    blocks.append(Line(words("verify.power_note"), Tone.FAINT))
    return tuple(blocks)


def verify_summary(outcomes: Sequence[Outcome], words: Words) -> str:
    """How many checks, and how many of each verdict."""
    counts = words("list.separator").join(
        words("count", name=words(f"verdict.{verdict}"), number=number)
        for verdict in Verdict
        if (number := sum(outcome.verdict is verdict for outcome in outcomes))
    )
    return words("verify.summary", total=len(outcomes), counts=counts)


def _verify_row(speech: CheckSpeech, outcome: Outcome) -> tuple[Cell, ...]:
    kind = speech.words(f"kind.{outcome.check.kind}")
    power = f"{outcome.caught}/{outcome.typos}" if outcome.typos else ""
    return (
        Cell(f"{speech.check_name(outcome)}\n{kind}"),
        Cell(speech.relation(outcome)),
        Cell(speech.result(outcome), VERDICT_TONES[outcome.verdict]),
        Cell(power),
    )
