"""The formulas behind a gap, with the numbers in them: what ``--explain`` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.pack.direction import judged_end
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.progress.gap import Gap, Measured, Unmeasured
from shizhong_cli.core.progress.outlook import Outlook
from shizhong_cli.core.progress.pace.paces import AmountNeeded, AverageNeeded, RateNeeded, ShareOf, StockNeeded
from shizhong_cli.core.progress.terms import Reason
from shizhong_cli.rendering.sentences.gaps import GapSpeech, has_its_own_way
from shizhong_cli.rendering.sentences.numbers import percent, short


def formulas(speech: GapSpeech, gap: Gap) -> list[str]:
    """The computation with its numbers, a line each."""
    if isinstance(gap, Unmeasured):
        return []
    return list(chain.from_iterable(part(speech, gap) for part in _PARTS))


def _value(speech: GapSpeech, gap: Measured) -> str:
    return speech.value(gap)


def _wanted(speech: GapSpeech, gap: Measured) -> str:
    """The number that the actual is set against."""
    indicator = speech.catalogue.indicators[gap.target.indicator]
    return speech.amount(judged_end(gap.target, indicator, gap.value), gap.target.written.unit)


def _made_of(speech: GapSpeech, gap: Measured) -> Iterator[str]:
    """How a value was worked out, and between which ends rounding leaves it."""
    if gap.actual is None:
        return
    value, amount = _value(speech, gap), gap.actual.written.text
    if gap.parts:
        amount = _added_up(gap)
        if gap.base is None:
            yield f"{value} = {amount}"
    if gap.base is not None:
        brackets = f"({amount})" if len(gap.parts) > 1 else amount
        yield f"{value} = {_from_base(gap, gap.base, brackets)}"
    if gap.span is not None:
        yield speech.words("gap.span", value=value, span=speech.span(gap))


def _from_base(gap: Measured, base: Figure, amount: str) -> str:
    """How the measure of the target follows from an amount and its base."""
    match gap.target.measure:
        case Measure.CHANGE:
            return f"{amount} - {base.printed}"
        case Measure.AVERAGE_GROWTH:
            return f"({amount} ÷ {base.printed})^(1/{gap.as_of.year - base.period.last.year}) - 1"
        case _:
            return f"{amount} ÷ {base.printed} - 1"


def _added_up(gap: Measured) -> str:
    """The figures of a sum with their signs, those that count before those that are taken off."""
    ordered = sorted(gap.parts, key=lambda part: part.sign, reverse=True)
    text = "".join(f" {'+' if part.sign > 0 else '-'} {part.written.text.strip()}" for part in ordered)
    return text.removeprefix(" + ")


def _difference(speech: GapSpeech, gap: Measured) -> Iterator[str]:
    relative = gap.target.relative
    if relative is not None:
        by = relative.by.text.strip()
        name = speech.name_of(relative.to)
        yield speech.words("gap.relative.formula", wanted=_wanted(speech, gap), name=name, by=by)
    yield f"{speech.words('gap.gap')} = {_value(speech, gap)} - {_wanted(speech, gap)} = {speech.gap(gap)}"


def _done(speech: GapSpeech, gap: Measured) -> Iterator[str]:
    words, value, wanted = speech.words, _value(speech, gap), _wanted(speech, gap)
    for share in gap.shares:
        if share.of is not ShareOf.PROGRESS:  # that is told with its way
            yield f"{words(f'gap.{share.of}')} = {value} ÷ {wanted} = {speech.share(gap, share, 2)}"


def _way(speech: GapSpeech, gap: Measured) -> Iterator[str]:
    words, written, base = speech.words, gap.target.written, gap.baseline
    if gap.way is not None:
        start = gap.way.start.printed if gap.way.start else "0"
        stops = [f"{milestone.written.text.strip()} ({milestone.period})" for milestone in gap.target.milestones]
        way = words("gap.way", way=" → ".join([start, *stops, gap.target.printed]), as_of=gap.as_of)
        yield f"{words('gap.path')} = {speech.amount(gap.way.due, written.unit)} ({way})"
    if gap.progress is None:
        return
    value, wanted, share = _value(speech, gap), _wanted(speech, gap), percent(gap.progress, 2)
    if gap.target.measure is Measure.CHANGE:  # begins with nought, whatever the stock was
        yield f"{words('gap.progress')} = {value} ÷ {wanted} = {share}"
    elif base is not None:
        start = speech.amount(base.written.value, written.unit)
        yield f"{words('gap.progress')} = ({value} - {start}) ÷ ({wanted} - {start}) = {share}"


def _time(speech: GapSpeech, gap: Measured) -> Iterator[str]:
    words = speech.words
    if gap.elapsed and gap.reason is not Reason.WHOLE_PERIOD:
        days, years = gap.target.course.days, gap.target.course.years or 1
        part = f"{int(gap.elapsed * days)} ÷ {days}"
        if years > 1:
            over, all = (
                words("gap.years", number=short(number, 2)) for number in (gap.elapsed * years, Fraction(years))
            )
            part = f"{over} ÷ {all}"
        yield f"{words('gap.elapsed')} = {part} = {percent(gap.elapsed, 2)}"
    if speech.lead(gap) and gap.lead is not None and gap.completion is not None:
        points, due, name = speech.points(gap.lead * 100), gap.elapsed, "gap.elapsed"
        if has_its_own_way(gap) and gap.way is not None:
            due, name = gap.completion - gap.lead, "gap.due_share"
            path = speech.amount(gap.way.due, gap.target.written.unit)
            yield f"{words(name)} = {path} ÷ {_wanted(speech, gap)} = {percent(due, 2)}"
        done = percent(gap.completion, 2)
        yield f"{words('gap.completion')} - {words(name)} = {done} - {percent(due, 2)} = {points}"
    if gap.forecast is not None:
        line = f"{_value(speech, gap)} ÷ {percent(gap.elapsed, 2)} = {speech.forecast(gap)}"
        yield f"{words('gap.forecast')} = {line}"


def _needed(speech: GapSpeech, gap: Measured) -> Iterator[str]:
    words, value, wanted = speech.words, _value(speech, gap), _wanted(speech, gap)
    match gap.need:
        case RateNeeded(rate) if gap.season is not None:
            share = percent(gap.season.done, 2)
            yield f"w = {speech.basis(gap)}"
            result = speech.needed(gap, rate, PERCENT)
            formula = f"((1 + {wanted}) - {share} × (1 + {value})) ÷ (1 - {share}) - 1"
            yield f"{words('gap.required')} = {formula} = {result}"
        case StockNeeded(rate):
            sign = "-" if rate < 0 else ""
            stands = gap.actual.written.text.strip() if gap.actual else value
            amount = speech.stock_needed(gap, gap.need)
            yield f"{words('gap.required')} = {gap.need.base.printed} × (1 + {wanted}) - {stands} = {sign}{amount}"
            yield f"{words('gap.required')} = (1 + {wanted}) ÷ (1 + {value}) - 1 = {speech.needed(gap, rate, PERCENT)}"
        case AverageNeeded(rate, left):
            since = gap.target.since
            years = gap.target.period.last.year - since.last.year if since else left
            rest = f"(1 + {wanted})^{years} ÷ (1 + {value})^{years - left}"
            result = speech.needed(gap, rate, PERCENT)
            yield f"{words('gap.required')} = ({rest})^(1/{left}) - 1 = {result}"
        case AmountNeeded(pace, span):
            rest, months = speech.amount(abs(gap.gap), gap.gap_unit), gap.target.period.months_left(gap.as_of)
            time = words("gap.months", number=short(months, 2))
            if span == "year":
                time = words("gap.years", number=short(months / 12, 2))
            yield f"{words('gap.required')} = {rest} ÷ {time} = {speech.needed(gap, pace, gap.gap_unit)}"
        case _:
            return


_PARTS: tuple[Callable[[GapSpeech, Measured], Iterator[str]], ...] = (
    _made_of,
    _difference,
    _done,
    _way,
    _time,
    _needed,
)


def end_formula(speech: GapSpeech, outlook: Outlook) -> str:
    """How the end follows from the assumption."""
    now, end = outlook.now, outlook.end
    target = end.target.written
    so_far = speech.amount(now.value, target.unit)
    assumed = speech.amount(outlook.assumed.value, outlook.assumed.unit)
    if end.target.measure is Measure.GROWTH:
        share = percent(now.season.done if now.season else Fraction(0), 2)
        computed = f"{share} × {so_far} + (1 - {share}) × {assumed}"
    else:
        months = speech.words("gap.months", number=short(now.months_left or Fraction(0), 2))
        computed = f"{so_far} + {months} × {assumed}"
    return f"{speech.words('gap.end')} = {computed} = {speech.amount(end.value, target.unit)}"
