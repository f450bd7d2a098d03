"""Above the tables of targets: up to when there are figures, where they came from, and how time is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.terms import Reason
from shizhong_cli.escapes.visible import one_line
from shizhong_cli.rendering.pages.sheet import Line, Tone
from shizhong_cli.rendering.sentences.numbers import percent
from shizhong_cli.rendering.sentences.periods import said
from shizhong_cli.rendering.wording import Words


def time_lines(known: Sequence[Gap], words: Words) -> list[Line]:
    """Up to which day there are figures, and how much of the year is over then."""
    dated = [gap for gap in known if gap.as_of and gap.reason is not Reason.WHOLE_PERIOD and gap.elapsed]
    latest = max(dated, key=lambda gap: (gap.as_of or date.min, gap.target.period.years == 1), default=None)
    if latest is None or latest.elapsed is None:
        return []
    if latest.actual is not None and latest.actual.to_come:
        return [Line(words("status.to_come", as_of=latest.as_of), Tone.WARN)]
    key, period = "status.over" if latest.elapsed == 1 else "status.time", said(latest.target.period, words)
    text = words(key, as_of=latest.as_of, elapsed=percent(latest.elapsed), period=period)
    return [Line(text + where_from([gap.actual for gap in known if gap.actual], words))]


def where_from(actuals: Iterable[Actual], words: Words) -> str:
    """The files that actuals came from: the ledger of another report would answer too."""
    files = dict.fromkeys(actual.place.file for actual in actuals if actual.place)
    names = [one_line(file) for file in files if file]
    return words("status.from", files=words("list.separator").join(names)) if names else ""


def how_time_is_drawn(known: Sequence[Gap], words: Words) -> Iterator[Line]:
    """What the stroke in a bar is, and the lead, where there are any."""
    running = [gap for gap in known if gap.elapsed != 1]
    if any(gap.completion is not None and gap.due_share is not None for gap in running):
        yield Line(words("status.stroke"), about=words("column.completion"))
    if any(gap.lead is not None for gap in running):
        yield Line(words("status.lead"), about=words("column.lead"))
