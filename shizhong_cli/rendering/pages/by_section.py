"""Every target by part of the report: those with a number in a table, the others folded to a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from shizhong_cli.core.pack.model import Figure, group_of
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Tone
from shizhong_cli.rendering.pages.standing import (
    STATUS_TONES,
    doubt_lines,
    fallen,
    group_title,
    status_summary,
    years_ahead,
)
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Words


def by_section(speech: GapSpeech, gaps: Sequence[Gap], with_actuals: bool) -> list[Line | Grid]:
    """Every target, in the order of the file; where all that was asked for have no number, they are listed."""
    words = speech.words
    blocks: list[Line | Grid] = [Line(status_summary(gaps, words)), *_what_can_be_done(speech, gaps)]
    listed = with_actuals or not any(isinstance(gap.target, Figure) for gap in gaps)
    for group in dict.fromkeys(group_of(gap.target.section) for gap in gaps):
        own = [gap for gap in gaps if group_of(gap.target.section) == group]
        title = group_title(speech.catalogue, group, words)
        shown = own if listed else [gap for gap in own if isinstance(gap.target, Figure)]
        blocks += _part(speech, shown, title, with_actuals)
        blocks += _folded(speech, [gap for gap in own if gap not in shown], title if not shown else "")
    blocks += _other_concepts(speech, gaps)
    return [*blocks, *fallen(speech, gaps), *doubt_lines(speech, gaps)]


def _what_can_be_done(speech: GapSpeech, gaps: Sequence[Gap]) -> Iterator[Line]:
    """How actuals come in, where there are none."""
    if not any(gap.actual for gap in gaps) and any(isinstance(gap.target, Figure) for gap in gaps):
        yield Line(speech.words("status.what_can_be_done"))


def _part(speech: GapSpeech, gaps: Sequence[Gap], title: str, with_actuals: bool) -> Iterator[Grid]:
    """The table of one part."""
    if gaps:
        rows = tuple(_status_row(speech, gap, with_actuals) for gap in gaps)
        yield Grid(_status_columns(speech.words, with_actuals), rows, title)


def _folded(speech: GapSpeech, gaps: Iterable[Gap], title: str) -> Iterator[Line]:
    """The targets of a part that have no number, in a line; with the name of the part where it has no others."""
    names = list(dict.fromkeys(speech.name_of(gap.target.indicator) for gap in gaps))
    if names and title:
        yield Line("")
        yield Line(title, Tone.STRONG)
    if names:
        text = speech.words("status.folded", number=len(names), names=speech.words("name.separator").join(names))
        yield Line(text, Tone.FAINT)


def _other_concepts(speech: GapSpeech, gaps: Sequence[Gap]) -> list[Line]:
    """Why a baseline stands beside a target and is not compared with it; a reason said once for all it holds for.

    They are apart from the table above, which is only one of those they are about.
    """
    reasons: dict[str, list[str]] = {}
    for gap in gaps:
        if gap.target.base_differs and gap.baseline is not None:
            differs = speech.words.pick(gap.target.base_differs, gap.target.base_differs_en or gap.target.base_differs)
            reasons.setdefault(differs, []).append(speech.name_of(gap.target.indicator))
    remarks = [
        Line(
            speech.words("status.other_concept", name=speech.words("name.separator").join(names), reason=reason),
            Tone.FAINT,
        )
        for reason, names in reasons.items()
    ]
    return [Line(""), *remarks] if remarks else []


def _status_columns(words: Words, with_actuals: bool) -> tuple[Column, ...]:
    columns = [
        Column(words("column.indicator"), narrowest=12),
        Column(words("column.baseline"), narrowest=9),
        Column(words("column.target"), narrowest=10),
        Column(words("column.asked"), narrowest=12, optional=with_actuals),
    ]
    if with_actuals:
        columns += [Column(words("column.actual"), narrowest=8), Column(words("column.gap"), narrowest=12)]
        columns.append(Column(words("column.status"), narrowest=9))
    return tuple(columns)


def _status_row(speech: GapSpeech, gap: Gap, with_actuals: bool) -> tuple[Cell, ...]:
    words = speech.words
    tone = STATUS_TONES[gap.status]
    cells = [
        Cell(speech.name_of(gap.target.indicator)),
        Cell(speech.baseline(gap)),
        Cell(
            f"{speech.target(gap)}{years_ahead(speech, gap)}",
            Tone.STRONG if isinstance(gap.target, Figure) else Tone.PLAIN,
        ),
        Cell(speech.asked(gap)),
    ]
    if with_actuals:
        cells += [Cell(speech.actual(gap)), Cell(speech.gap(gap), tone), Cell(words(f"status.{gap.status}"), tone)]
    return tuple(cells)
