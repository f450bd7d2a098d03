"""What record says: which rows were added, what they supersede, and where their targets stand now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import Actual, vintages
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.overview import each_once
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.rendering.pages.sheet import Line, Sheet, Tone
from shizhong_cli.rendering.pages.target import STATUS_TONES
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Words


def recorded_sheet(
    catalogue: Catalogue, new: Sequence[Actual], known: Sequence[Actual], ledger: str, words: Words
) -> Sheet:
    """``new`` rows, set against those the ledger had before."""
    speech = GapSpeech(catalogue, words)
    if not new:
        return (Line(words("record.empty"), Tone.WARN),)
    lines = [Line(words("record.done", number=len(new), ledger=PurePath(ledger)), Tone.STRONG)]
    replaced = _replaced(known, new)
    for actual in new:
        name, figure = speech.name_of(actual.indicator), actual.written.text.strip()
        if actual.assumed_unit:
            figure += speech.unit_name(actual.written.unit)
        if actual.doubt:
            figure = words("doubt.mark", figure=figure)
        text = words("record.row", name=name, figure=figure, as_of=actual.as_of)
        if (earlier := replaced.get(id(actual))) is not None:
            text += words("record.supersedes", figure=earlier.written.text.strip())
        lines.append(Line(text))
    ids = dict.fromkeys(actual.indicator for actual in new)
    targets = [t for id in ids for t in catalogue.targets_of(id) if t.written is not None]
    answered = (gap for gap in measure_targets(catalogue, targets, [*known, *new]) if gap.as_of is not None)
    for gap in each_once(answered):
        parts = (gap.target.printed, speech.gap(gap), speech.lead(gap), words(f"status.{gap.status}"))
        standing = words("list.separator").join(part for part in parts if part)
        name = speech.name_of(gap.target.indicator)
        text = words("record.stands", name=name, as_of=gap.as_of, standing=standing)
        lines.append(Line(text, STATUS_TONES[gap.status]))
        if gap.status is Status.NOT_COMPARABLE and gap.reason is not None:
            lines.append(Line(speech.reason(gap.reason, gap), Tone.FAINT))
    return tuple(lines)


def _replaced(known: Sequence[Actual], new: Sequence[Actual]) -> dict[int, Actual]:
    """What each new figure supersedes, by the identity of the figure."""
    return {id(v.superseded_by): v.actual for v in vintages([*known, *new]) if v.superseded_by is not None}
