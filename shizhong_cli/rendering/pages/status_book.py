"""All targets as one table of numbers for a workbook: at most ten columns, each row in the unit of its target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.figure.units import PERCENT, POINT
from shizhong_cli.core.figure.written import MIRRORED, Written
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Gap, Unmeasured
from shizhong_cli.core.progress.overview import each_once, ordered
from shizhong_cli.core.progress.pace.paces import AmountNeeded, RoomLeft
from shizhong_cli.core.progress.terms import Order
from shizhong_cli.rendering.pages.book import Book, BookCell, Number, Scale, Share, decimals_of, scale_for
from shizhong_cli.rendering.pages.lights import light_cell, light_counts, light_rule
from shizhong_cli.rendering.pages.sheet import Tone
from shizhong_cli.rendering.pages.standing import STATUS_TONES, status_summary
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.names import title_of
from shizhong_cli.rendering.sentences.numbers import fixed, spaced_unit
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

MOST_COLUMNS = 10
_LEFT_OUT_FIRST = ("as_of", "lead", "section", "baseline")
"""Columns that are left out, one after the other, where there are too many with something in them."""


class _Column(NamedTuple):
    name: str
    cell: Callable[[GapSpeech, Gap], BookCell]


def status_book(catalogue: Catalogue, gaps: Sequence[Gap], words: Words, order: Order | None = None) -> Book:
    """The targets in the order that is asked for, the worst first; those without a figure behind the others."""
    speech = GapSpeech(catalogue, words)
    shown = each_once(ordered(catalogue, gaps, order))
    columns = _fitting(speech, shown)
    rows = tuple(_row(speech, columns, gap) for gap in shown)
    above = (status_summary(gaps, words), *(line.text for line in light_counts(catalogue, gaps, words)))
    rules = chain.from_iterable(line.text.split(words("book.stop")) for line in light_rule(catalogue, words))
    below = (words("book.notes"), *filter(None, map(str.strip, rules)))
    title = words("status.title", title=title_of(catalogue, words))
    kept = [column.name for column in columns].index("indicator") + 1
    return Book(title, tuple(words(f"book.{one.name}") for one in columns), rows, above, below, kept)


def _row(speech: GapSpeech, columns: Sequence[_Column], gap: Gap) -> tuple[BookCell, ...]:
    return tuple(column.cell(speech, gap) for column in columns)


def _fitting(speech: GapSpeech, gaps: Sequence[Gap]) -> list[_Column]:
    """The columns in which something stands, ten at most."""
    with_actuals = any(gap.actual for gap in gaps)
    wanted = _WITH_ACTUALS if with_actuals else _WITHOUT
    columns = [one for one in wanted if _is_used(speech, one, gaps)]
    for name in _LEFT_OUT_FIRST:
        if len(columns) > MOST_COLUMNS:
            columns = [one for one in columns if one.name != name]
    return columns[:MOST_COLUMNS]


def _is_used(speech: GapSpeech, column: _Column, gaps: Sequence[Gap]) -> bool:
    return any(column.cell(speech, gap).shown for gap in gaps)


# ── cells ─────────────────────────────────────────────────────────────────────


def _scale(speech: GapSpeech, gap: Gap) -> Scale | None:
    """The unit that the row is told in: that of the target as it is printed."""
    if isinstance(gap.target, WordedTarget):
        return None
    written = gap.target.written
    unit = spaced_unit(written.unit, speech.words, speech.counted(written.unit)).strip()
    return scale_for(written, unit, speech.words)


def _target(speech: GapSpeech, gap: Gap) -> BookCell:
    target, scale = gap.target, _scale(speech, gap)
    if isinstance(target, WordedTarget) or scale is None or target.provisional:
        return BookCell(speech.target(gap))
    written = target.written
    if written.ends or written.step:
        return BookCell(speech.target(gap))
    before, after = _bound(written, speech.words)
    number = scale.printed(written, before, after)
    return BookCell(number._replace(signed=gap.target.measure is Measure.CHANGE))


def _bound(written: Written, words: Words) -> tuple[str, str]:
    """What a wording puts before and behind its number: ≥ for 以上, 左右 behind."""
    bound = MIRRORED.get(written.bound, written.bound) if written.scale < 0 else written.bound
    if bound is Bound.ABOUT:
        return ("≤" if written.capped else "", words("book.about"))
    return (_SIGNS.get(bound, ""), "")


_SIGNS = {Bound.AT_LEAST: "≥", Bound.MORE_THAN: ">", Bound.AT_MOST: "≤", Bound.LESS_THAN: "<"}


def _baseline(speech: GapSpeech, gap: Gap) -> BookCell:
    base, scale = gap.baseline, _scale(speech, gap)
    if base is None:
        return BookCell()
    if scale is None or gap.pair.mean_years or base.written.ends or gap.pair.value is None:
        return BookCell(speech.baseline(gap))
    return BookCell(scale.printed(base.written, *_bound(base.written, speech.words)))


def _actual(speech: GapSpeech, gap: Gap) -> BookCell:
    """The number that stands against the target; its words where it was worked out, or stands against nothing."""
    scale, written = _scale(speech, gap), gap.actual.written if gap.actual else None
    if gap.actual is None or written is None:
        return BookCell()
    if scale is None or gap.value is None or gap.base is not None or gap.parts or written.bound is not Bound.EXACT:
        return BookCell(speech.actual(gap))
    after = "?" if gap.actual.doubt else ""
    same = gap.value == written.value and not gap.actual.converted
    number = scale.printed(written, after=after) if same else scale.of(gap.value, after=after)
    number = number.told_from(gap.wanted / scale.size)
    return BookCell(number, Tone.WARN if after else Tone.PLAIN)


def _gap(speech: GapSpeech, gap: Gap) -> BookCell:
    """What is more, or less, than the target; points where it is a rate."""
    scale, tone = _scale(speech, gap), STATUS_TONES[gap.status]
    if gap.gap is None or scale is None or gap.is_short:
        text = speech.gap(gap)
        return BookCell(text, tone if text else Tone.PLAIN)
    if gap.gap_unit == POINT:
        after = spaced_unit(POINT, speech.words)
        return BookCell(Number(gap.gap, decimals_of(gap.gap), after=after, signed=True), tone)
    return BookCell(scale.of(gap.gap, signed=True), tone)


def _done(speech: GapSpeech, gap: Gap) -> BookCell:
    """Which share is done; of a limit what is used, of a stock how much of the way."""
    if gap.completion is not None:
        return BookCell(Share(gap.completion))
    return BookCell(speech.done(gap))


def _lead(speech: GapSpeech, gap: Gap) -> BookCell:
    del speech
    if gap.lead is None or gap.elapsed == 1:
        return BookCell()
    points, places = gap.lead * 100, 1
    while points != 0 and fixed(abs(points), places).strip("0.") == "":
        places += 1
    return BookCell(Number(points, places, signed=True))


def _needed(speech: GapSpeech, gap: Gap) -> BookCell:
    """What a month, or the rest of the time, must bring; rounded so that bringing it is enough."""
    scale, words, need = _scale(speech, gap), speech.words, gap.need
    if isinstance(gap, Unmeasured) or need is None or scale is None:
        return BookCell()
    points = spaced_unit(POINT, words) if gap.gap_unit == POINT != gap.target.written.unit else ""
    if isinstance(need, AmountNeeded):
        return BookCell(_rounded(gap, scale, need.pace, 1, after=points + words(f"book.{need.span}")))
    if isinstance(need, RoomLeft):
        return BookCell(_rounded(gap, scale, need.pace, -1, words("book.room"), words("book.month")))
    return BookCell(speech.required(gap))


def _rounded(gap: Gap, scale: Scale, value: Fraction, towards: int, before: str = "", after: str = "") -> Number:
    """A number that was worked out, with one digit more than target and actual carry, rounded to the safe side."""
    known = [one.written for one in (gap.target, gap.actual) if isinstance(one, Figure | Actual)]
    units = (gap.gap_unit, PERCENT) if gap.gap_unit == POINT else (gap.gap_unit,)
    finest = min((one.place for one in known if one.unit in units), default=scale.size / 100) / 10
    places = 0
    while scale.size / 10**places > finest and places < _FINEST:
        places += 1
    return Number(exact_number(fixed(value / scale.size, places, towards)), places, before, after)


_FINEST = 6


def _day(speech: GapSpeech, gap: Gap) -> BookCell:
    del speech
    return BookCell(gap.as_of.isoformat() if gap.as_of else "")


def _asked(speech: GapSpeech, gap: Gap) -> BookCell:
    return BookCell(speech.asked(gap))


_INDICATOR = _Column("indicator", lambda speech, gap: BookCell(speech.name_of(gap.target.indicator)))
_UNIT = _Column("unit", lambda speech, gap: BookCell(scale.name if (scale := _scale(speech, gap)) else ""))
_BODY = _Column("responsible", lambda _, gap: BookCell(gap.target.responsible))
_STATUS = _Column(
    "status", lambda speech, gap: BookCell(speech.words(f"status.{gap.status}"), STATUS_TONES[gap.status])
)


def _binding(speech: GapSpeech, gap: Gap) -> BookCell:
    return BookCell(speech.words(f"binding.{gap.target.binding}") if gap.target.binding else "")


def _light(speech: GapSpeech, gap: Gap) -> BookCell:
    cell = light_cell(speech.catalogue, gap, speech.words)
    return BookCell(cell.text, cell.tone)


_WITH_ACTUALS = (
    _Column("light", _light), _STATUS, _INDICATOR, _UNIT, _Column("target", _target), _Column("actual", _actual),
    _Column("as_of", _day), _Column("gap", _gap), _Column("done", _done), _Column("lead", _lead),
    _Column("needed", _needed), _BODY,
)  # fmt: skip
_WITHOUT = (
    _Column("section", lambda speech, gap: BookCell(speech.section(gap.target.section))), _INDICATOR, _UNIT,
    _Column("baseline", _baseline), _Column("target", _target), _Column("asked", _asked),
    _Column("period", lambda _, gap: BookCell(str(gap.target.period))),
    _Column("binding", _binding),
    _BODY,
)  # fmt: skip
