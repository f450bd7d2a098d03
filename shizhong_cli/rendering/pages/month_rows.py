"""The lines of the table of months: what was published, the month alone, the year before."""

from __future__ import annotations

from datetime import date, timedelta

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.numerals import scale_word
from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.figure.units import POINT, RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.months.kinds import SUMS
from shizhong_cli.core.progress.months.series import By, Series
from shizhong_cli.core.progress.months.series import Cell as Month
from shizhong_cli.core.progress.months.year_before import OverYear
from shizhong_cli.rendering.pages.book import BookCell, Number, Scale, decimals_of, scale_for
from shizhong_cli.rendering.pages.sheet import Tone
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.glosses import is_chinese, meaning_of
from shizhong_cli.rendering.sentences.numbers import fixed, spaced_unit
from shizhong_cli.rendering.sentences.year_before import sure_decimals
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.tuples import NamedTuple


class MonthRow(NamedTuple):
    """One line of the table."""

    kind: str  # sum, alone, stock, share, growth, over_year, unclear
    name: str
    unit: str
    cells: tuple[BookCell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.shown for cell in self.cells)


def rows_of(speech: GapSpeech, series: Series, by: By) -> list[MonthRow]:
    """The lines of one indicator: what was published, the month alone, the year before; none that is empty."""
    words, scale = speech.words, scale_of(speech, series)
    kind = _KINDS.get(series.measure, "unclear") if series.measure else "unclear"
    figures = tuple(_figure(speech, series, cell, scale, by) for cell in series.cells)
    rows = [MonthRow(kind, words(f"months.row.{kind}"), scale.name, figures)]
    if series.measure in SUMS:
        alone = tuple(_alone(one, scale, by, words) for one in series.cells)
        rows.append(MonthRow("alone", words(f"months.row.alone.{by}"), scale.name, alone))
    over = tuple(BookCell(_over_year(speech, one.over_year)) for one in series.cells)
    unit = POINT if series.measure is Measure.SHARE else "%"
    rows.append(MonthRow("over_year", words("months.row.over_year"), spaced_unit(unit, words).strip(), over))
    return [row for row in rows if not row.is_empty]


_KINDS = {
    Measure.FLOW: "sum", Measure.CHANGE: "sum", Measure.LEVEL: "stock", Measure.SHARE: "share",
    Measure.GROWTH: "growth", Measure.AVERAGE_GROWTH: "average",
}  # fmt: skip


def scale_of(speech: GapSpeech, series: Series) -> Scale:
    """The unit of the whole line: the largest that one of its figures is printed in."""
    figures, unit = [actual.written for actual in series.figures], series.unit
    if speech.words.language is Language.EN:
        largest = max(figures, key=lambda written: abs(written.value))
    else:
        largest = max(figures, key=_worded_scale)
    return scale_for(largest, spaced_unit(unit, speech.words, speech.counted(unit)).strip(), speech.words)


def _figure(speech: GapSpeech, series: Series, cell: Month, scale: Scale, by: By) -> BookCell:
    """What was published; with its bound where it is one, with a mark of a slip or of an earlier day."""
    if cell.actual is None:
        return BookCell()
    written = cell.actual.written
    after = ("?" if cell.actual.doubt else "") + _up_to(cell, by, speech.words)
    if written.bound is not Bound.EXACT or written.ends:
        return BookCell(_printed(speech, written) + after)
    if written.unit != series.unit:  # rates in several units
        percents = written.value * 100 / RATIOS[written.unit]
        return BookCell(Number(percents, decimals_of(percents), after=after))
    return BookCell(scale.printed(written, after=after), Tone.WARN if cell.actual.doubt else Tone.PLAIN)


def _up_to(cell: Month, by: By, words: Words) -> str:
    """The day, or the month, up to which a figure is known that does not cover the whole of its column."""
    if cell.up_to is None:
        return ""
    whole_month = (cell.up_to + timedelta(days=1)).day == 1
    month = words(f"months.month.{cell.up_to.month}")
    key = "months.up_to.month" if whole_month and by is By.QUARTER else "months.up_to.day"
    return words(key, month=month, day=cell.up_to.day)


def _printed(speech: GapSpeech, written: Written) -> str:
    """A figure with a wording, as printed; in English what it says."""
    text = written.text.strip()
    if speech.words.language is Language.EN and is_chinese(text):
        return meaning_of(written, speech.catalogue.units, speech.words)
    return text


def _alone(cell: Month, scale: Scale, by: By, words: Words) -> BookCell:
    """What came on top; of several months with their names, with a warning where the sum has become smaller."""
    alone = cell.alone
    if alone is None or cell.actual is None:
        return BookCell()
    after = "?" if alone.doubted else ""
    after += "" if alone.since == cell.period.first else f" ({_span_text(alone.since, cell.period.last, by, words)})"
    places = max(scale.printed(cell.actual.written).places, decimals_of(alone.value / scale.size))
    tone = Tone.WARN if alone.value < 0 or alone.doubted else Tone.PLAIN
    return BookCell(scale.of(alone.value, places, after=after), tone)


def _over_year(speech: GapSpeech, over: OverYear | None) -> Number | str:
    """As published; worked out where rounding leaves no doubt about a decimal of it, else both ends."""
    if over is None:
        return ""
    after = "?" if over.doubted else ""
    if over.recorded is not None:
        return _published(speech, over.recorded, over.value, after)
    if over.span is None or over.span.low is None or over.span.high is None:
        return ""
    if decimals := sure_decimals(over):
        return Number(over.value, decimals, after=_WORKED_OUT + after)
    return _both_ends(over.span) + after


_WORKED_OUT = "*"


def _published(speech: GapSpeech, rate: Actual, value: Fraction, after: str) -> Number | str:
    if rate.written.bound is not Bound.EXACT or rate.written.ends:
        return _printed(speech, rate.written) + after
    return Number(value, decimals_of(rate.written.place * 100 / RATIOS[rate.written.unit]), after=after)


def _both_ends(span: Interval) -> str:
    """The ends with one decimal, rounded outwards."""
    assert span.low is not None
    assert span.high is not None
    return f"{fixed(span.low, 1, -1)}~{fixed(span.high, 1, 1)}{_WORKED_OUT}"


def _worded_scale(written: Written) -> Fraction:
    """By what a figure is scaled, where there is a word for it; an amount that was converted has none."""
    return abs(written.scale) if scale_word(abs(written.scale)) else Fraction(1)


def _span_text(first: date, last: date, by: By, words: Words) -> str:
    """Several months as one: 4-5月."""
    if by is By.QUARTER:
        one, other = ((day.month - 1) // 3 + 1 for day in (first, last))
        return words("months.quarters", first=one, last=other)
    return words("months.months", first=first.month, last=last.month)
