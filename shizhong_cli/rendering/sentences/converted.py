"""An amount in another unit, in words."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval, exact
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.declared import Rate
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.sentences.numbers import short
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.tuples import NamedTuple

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
    speech, value = Speech(catalogue, words), asked.result.value / asked.scale
    sign = "=" if (value * 10**_SURE).denominator == 1 else "≈"
    shown = f"{short(value)}{asked.unit}"
    if words.language is Language.EN:
        shown = speech.amount(asked.result.value, asked.result.unit)
    lines = [words("convert.is", printed=speech.given(asked.given), sign=sign, value=shown)]
    plain = exact(Fraction(1, 100)) if asked.result.unit == PERCENT else exact(1)  # as ranges of rates are kept
    lines.append(words("convert.values", values=speech.range(values * plain, asked.result.unit)))
    if rate is not None:
        lines.append(words("convert.rate", rate=rate.text, date=rate.date))
    return "\n".join(lines)
