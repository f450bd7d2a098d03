"""What record says: which rows were added, what they supersede, and where their targets stand now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import PurePath

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.actuals import Actual, vintages
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.ledger import Kept
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.overview import each_once
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.rendering.pages.sheet import Line, Sheet, Tone
from shizhong_cli.rendering.pages.standing import STATUS_TONES
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Words


def recorded_sheet(
    catalogue: Catalogue, new: Sequence[Actual], known: Sequence[Actual], ledger: str, words: Words
) -> Sheet:
    """``new`` rows, set against those the ledger had before."""
    if not new:
        return (Line(words("record.empty"), Tone.WARN),)
    speech = GapSpeech(catalogue, words)
    lines = [Line(words("record.done", number=len(new), ledger=PurePath(ledger)), Tone.STRONG)]
    replaced = _replaced(known, new)
    lines += [_recorded(speech, actual, replaced.get(id(actual))) for actual in new]
    for gap in _answered(catalogue, new, known):
        lines += _standing(speech, gap)
    return tuple(lines)


def withdrawn_sheet(rows: Sequence[Kept], by: str, why: str, ledger: str, words: Words) -> Sheet:
    """Which rows no longer count."""
    head = words("ledger.withdrawn", ledger=PurePath(ledger), number=len(rows), by=by, why=why)
    return (Line(head, Tone.STRONG), *(Line(_named(row, words)) for row in rows))


def _named(row: Kept, words: Words) -> str:
    return words("ledger.row", number=row.number, indicator=row.indicator, figure=row.figure, as_of=row.as_of)


def _replaced(known: Sequence[Actual], new: Sequence[Actual]) -> dict[int, Actual]:
    """What each new figure supersedes, by its identity: of two equal ones the second supersedes the first."""
    return {id(v.superseded_by): v.actual for v in vintages([*known, *new]) if v.superseded_by is not None}


def _recorded(speech: GapSpeech, actual: Actual, earlier: Actual | None) -> Line:
    """One row that was added, and the figure that it takes the place of."""
    written = actual.written
    figure = speech.with_its_unit(written, written.unit) if actual.assumed_unit else speech.given(written)
    if actual.doubt:
        figure = speech.words("doubt.mark", figure=figure)
    text = speech.words("record.row", name=speech.name_of(actual.indicator), figure=figure, as_of=actual.as_of)
    if earlier is not None:
        same = earlier.written.text.strip() == actual.written.text.strip()
        text += speech.words("record.again" if same else "record.supersedes", figure=speech.given(earlier.written))
    return Line(text)


def _answered(catalogue: Catalogue, new: Sequence[Actual], known: Sequence[Actual]) -> list[Gap]:
    """The targets that the new figures are about, measured by all figures."""
    ids = dict.fromkeys(actual.indicator for actual in new)
    targets = list(chain.from_iterable(map(catalogue.numbered_targets_of, ids)))
    gaps = measure_targets(catalogue, targets, [*known, *new], new)
    return each_once(gap for gap in gaps if gap.as_of is not None)


def _gap_text(speech: GapSpeech, gap: Gap) -> str:
    text = speech.gap(gap)
    return speech.words("record.gap", gap=text) if text else ""


def _standing(speech: GapSpeech, gap: Gap) -> Iterator[Line]:
    """Where one target stands now, and why that cannot be told."""
    parts = (speech.printed(gap.target), _gap_text(speech, gap), speech.lead(gap), speech.words(f"status.{gap.status}"))
    standing = speech.words("list.separator").join(part for part in parts if part)
    name = speech.name_of(gap.target.indicator)
    text = speech.words("record.stands", name=name, as_of=gap.as_of, standing=standing)
    yield Line(text, STATUS_TONES[gap.status])
    if gap.status is Status.NOT_COMPARABLE and gap.reason is not None:
        yield Line(speech.reason(gap.reason, gap), Tone.FAINT)
