"""An amount in another unit, in words."""

from __future__ import annotations

from functools import partial

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval, exact
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.declared import Rate
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.sentences.numbers import short
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.tuples import NamedTuple

_SIGNS = {Bound.AT_LEAST: "≥", Bound.MORE_THAN: "≥", Bound.AT_MOST: "≤", Bound.LESS_THAN: "<", Bound.ABOUT: "≈"}
"""How a number that is a bound, or about one, is told to be another."""
_SURE = 6
"""Decimals after which a number is rounded, which its sign says."""


class Asked(NamedTuple):
    """An amount, and the same in the unit that was asked for."""

    given: Written
    result: Written
    scale: Fraction  # of the unit as it was asked for: 亿 of 亿元
    unit: str  # as it was asked for


def converted_text(catalogue: Catalogue, asked: Asked, values: Interval, rate: Rate | None, words: Words) -> str:
    """``1600亩 ≈ 106.667公顷``, with what the wording allows and the rate that was used."""
    speech = Speech(catalogue, words)
    numbers = [end.value for end in asked.result.ends] or [asked.result.value]
    is_exact = all((number / asked.scale * 10**_SURE).denominator == 1 for number in numbers)
    sign = _SIGNS.get(asked.result.bound, "=" if is_exact else "≈")
    shown = "—".join(map(partial(_shown, asked, speech), numbers))
    lines = [words("convert.is", printed=speech.given(asked.given), sign=sign, value=shown)]
    plain = exact(Fraction(1, 100)) if asked.result.unit == PERCENT else exact(1)  # as ranges of rates are kept
    lines.append(words("convert.values", values=between(values * plain, asked.result.unit, speech)))
    if rate is not None:
        lines.append(words("convert.rate", rate=rate.text, date=rate.date))
    return "\n".join(lines)


def _shown(asked: Asked, speech: Speech, value: Fraction) -> str:
    """One number in the unit that was asked for."""
    if speech.words.language is Language.EN:
        return speech.amount(value, asked.result.unit)
    return f"{short(value / asked.scale)}{asked.unit}"


def between(values: Interval, unit: str, speech: Speech) -> str:
    """From which number on, and below which: each end with whether it belongs to it."""
    if values.is_point or values.is_empty:
        return speech.words("convert.exactly", values=speech.range(values, unit))
    ends = (
        ("from" if values.low_closed else "above", values.low),
        ("to" if values.high_closed else "below", values.high),
    )
    said = [speech.words(f"convert.{key}", end=speech.range(exact(end), unit)) for key, end in ends if end is not None]
    return speech.words("convert.and").join(said) or speech.words("span.any")
