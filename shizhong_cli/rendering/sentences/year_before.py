"""What was known of the same day of the year before, and the growth on it."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, POINT
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.months.year_before import OverYear, YearBefore
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.sentences.numbers import fixed, places_apart, spaced_unit


def year_before_text(speech: Speech, before: YearBefore, gap: Gap | None = None) -> str:
    """``1.6万人（截至 2025-09-30），同比增长 8.1%``; beside a growth that is asked for on the right side of that."""
    said = []
    if before.written is not None:
        figure = speech.given(before.written)
        figure = speech.words("doubt.mark", figure=figure) if before.doubted else figure
        said.append(speech.words("gap.year_before.text", figure=figure, day=before.day.isoformat()))
    if before.over is not None:
        wanted = gap.wanted if isinstance(gap, Measured) and gap.target.measure is Measure.GROWTH else None
        said.append(_over_text(speech, before.over, wanted))
    return speech.words("list.separator").join(said)


def labelled(speech: Speech, before: YearBefore | None, gap: Gap) -> str:
    """The same with what it is in front; nothing where nothing is known."""
    text = "" if before is None else year_before_text(speech, before, gap)
    return speech.words("report.year_before", before=text) if before and before.written else text


def _over_text(speech: Speech, over: OverYear, wanted: Fraction | None) -> str:
    """As recorded, or worked out; where rounding leaves more than one decimal open, both ends."""
    words, unit = speech.words, spaced_unit(over.unit, speech.words)
    if over.recorded is not None:
        return words(
            "gap.over_year.published", said=_said(speech, over, speech.given(over.recorded.written).lstrip("-−"))
        )
    span, sure = over.span, sure_decimals(over)
    at_least = sure or 1
    places = at_least if wanted is None else places_apart(over.value, at_least, wanted)
    if span is None or span.low is None or span.high is None:
        return _said(speech, over, f"{fixed(abs(over.value), places)}{unit}")
    if sure and (span.low > 0 or span.high < 0 or span.is_point):
        return _said(speech, over, f"{fixed(abs(over.value), places)}{unit}")
    return _said_by_ends(speech, over, (span.low, span.high), wanted)


def sure_decimals(over: OverYear) -> int | None:
    """With how many decimals a rate that was worked out can be said; with none where rounding leaves a whole step open.

    Those within whose step rounding leaves it, and no more than rates are published with.
    """
    span = over.span
    if span is None or span.low is None or span.high is None:
        return None
    return next((number for number in (2, 1) if span.high - span.low <= Fraction(1, 10**number)), None)


def _said_by_ends(speech: Speech, over: OverYear, ends: tuple[Fraction, Fraction], wanted: Fraction | None) -> str:
    """Both ends rounded outwards, each on its side of the number that is asked for; of a fall as so much less."""
    low, high = ends if ends[1] >= 0 else (-ends[1], -ends[0])
    places, unit = 1, spaced_unit(over.unit, speech.words)
    if wanted is not None:
        mark = wanted if ends[1] >= 0 else -wanted
        places = max(places_apart(low, 1, mark, -1), places_apart(high, 1, mark, 1))
    texts = (f"{fixed(low, places, -1)}{unit}", f"{fixed(high, places, 1)}{unit}")
    both = speech.words("gap.over_year.ends", low=texts[0], high=texts[1])
    return _said(speech, over, both) if low > 0 else speech.words("gap.over_year.open", rate=both)


def _said(speech: Speech, over: OverYear, rate: str) -> str:
    if not over.value:
        return speech.words("gap.over_year.none")
    up = over.value > 0
    if over.unit == POINT:
        return speech.words("gap.over_year.more" if up else "gap.over_year.less", rate=rate)
    assert over.unit == PERCENT
    return speech.words("gap.over_year.rise" if up else "gap.over_year.fall", rate=rate)
