"""Intervals as people say them, their ends rounded outwards: ``177.53亿—178.43亿元``, ``540.78亿元以上``.

In Chinese the per cent sign and 万, 亿 stand at both ends, by GB/T 15835: 9亿—16亿, 15%—30%.
"""

from __future__ import annotations

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.rendering.sentences.numbers import (
    EXACT_PLACES,
    fixed,
    grouped,
    places_apart,
    scale_of_ends,
    short,
    spaced_unit,
)
from shizhong_cli.rendering.wording import Language, Words


def span_text(
    values: Interval, unit: str, words: Words, unit_name: str | None = None, apart: Fraction | None = None
) -> str:
    """An interval with its unit; from nothing up is said as below its upper end.

    An end that is not the number ``apart``, in the unit as it is shown, is not shown as that.
    """
    if values.is_empty:
        return words("span.none")
    if unit == PERCENT:
        values = values * interval.exact(Fraction(100))
    low = values.low if values.low or values.is_point or values.high is None else None
    ends = [end for end in (low, values.high) if end is not None]
    if not ends:
        return words("span.any")
    largest = max(ends, key=abs)
    size, name = scale_of_ends(largest, unit, words)
    suffix = f"{name}{spaced_unit(unit, words, unit_name)}"
    if values.is_point:
        return f"{short(largest / size)}{suffix}"
    key = "span.below" if low is None else "span.above" if values.high is None else "span.between"
    shown = _shown(values, size, apart)
    return words(key, unit=suffix, scale=_scale_of_low(shown["low"], unit, name, words), **shown)


def _scale_of_low(low: str, unit: str, name: str, words: Words) -> str:
    """What of the unit stands behind the lower end too."""
    if words.language is not Language.ZH:
        return ""
    return PERCENT if unit == PERCENT else "" if low == "0" else name


def _shown(values: Interval, size: Fraction, apart: Fraction | None) -> dict[str, str]:
    """Both ends, so that the span has no less in it than the interval."""
    places = _places(values, size)
    low, high = ((end or Fraction(0)) / size for end in (values.low, values.high))
    if apart is not None:
        places = max(places_apart(low, places, apart / size, -1), places_apart(high, places, apart / size, 1))
    return {"low": grouped(fixed(low, places, -1)), "high": grouped(fixed(high, places, 1))}


def _places(values: Interval, size: Fraction) -> int:
    """Few decimals, but enough for the width to be ten of the last place or more."""
    if values.low is None or values.high is None:
        known = values.high if values.low is None else values.low
        end = abs(known or Fraction(0)) / size
        return 3 if end < 10 else 2 if end < 1000 else 0
    width, places = (values.high - values.low) / size, 0
    while places < EXACT_PLACES and width * 10**places < (100 if places < 2 else 10):
        places += 1
    return places
