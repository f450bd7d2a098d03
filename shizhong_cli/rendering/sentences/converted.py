"""An amount in another unit, in words."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.pack.declared import Rate
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.sentences.numbers import short
from shizhong_cli.rendering.wording import Words

_SURE = 6
"""Decimals after which a number is rounded, which its sign says."""


def converted_text(
    catalogue: Catalogue, printed: str, value: Fraction, unit: str, values: Interval, plain_unit: str,
    rate: Rate | None, words: Words,
) -> str:  # fmt: skip
    """``1600亩 ≈ 106.667公顷``, with what the wording allows and the rate that was used."""
    sign = "=" if (value * 10**_SURE).denominator == 1 else "≈"
    lines = [words("convert.is", printed=printed, sign=sign, value=short(value), unit=unit)]
    lines.append(words("convert.values", values=Speech(catalogue, words).range(values, plain_unit)))
    if rate is not None:
        lines.append(words("convert.rate", rate=rate.text, date=rate.date))
    return "\n".join(lines)
