"""Ranges whose ends are told in words: 三至五元, 二十至三十万元, 百分之五到百分之六."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.figure.amount import Amount, amount_at, part_at
from shizhong_cli.core.figure.number import end_of, number_of
from shizhong_cli.core.figure.numerals import CHARACTERS, numeral_value
from shizhong_cli.core.figure.terms import Bound, NumberClass
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.report.scanning.amounts import UnitFinder, amount_token
from shizhong_cli.core.report.scanning.token import Token

_TO = re.compile(f"(?P<low>[{CHARACTERS}]{{1,8}})(?:至|到|—{{1,2}}|[-–~～])(?=[{CHARACTERS}])")
_PERCENT_TO = re.compile(
    f"百分之(?P<low>[{CHARACTERS}点]{{1,8}})(?:至|到|—{{1,2}}|[-–~～])(?:百分之)?(?P<high>[{CHARACTERS}点]{{1,8}})"
)
_SCALE, _SCALED = re.compile("[百千万亿]+$"), frozenset("百千万亿")
_NO_RANGE = ("由", "从")
_NAMES = re.compile("[一二三四五六七八九十]{1,3}[类级期号楼月日]")
"""一至三级, 一至六年级: which ones, and not how many."""


def range_in_words(plain: str, start: int, finder: UnitFinder) -> Sequence[Token]:
    """The two ends of a range in words that begins at a place; of 从三至五 nobody can say that it is one.

    A unit, and a scale word with it, that stands behind the second end alone is that of both.
    """
    if plain.endswith(_NO_RANGE, 0, start):
        return ()
    if percent := _PERCENT_TO.match(plain, start):
        return _of_a_hundred(percent, finder)
    match = _TO.match(plain, start)
    high = amount_at(plain, match.end(), finder.at) if match else None
    if match is None or high is None or not high.word or _NAMES.match(plain, match.end()):
        return ()
    low = _low(plain, start, match.end("low"), high, finder)
    return () if low is None else (low, amount_token(plain, match.end(), high, finder)._replace(bound=Bound.AT_MOST))


def _low(plain: str, start: int, end: int, high: Amount, finder: UnitFinder) -> Token | None:
    """The lower end, in the unit and, where it has no scale word of its own, in the scale of the upper one."""
    number, upper = number_of(plain, start, end), high.number.value
    is_whole = number.high is None and not high.number.inside and end_of(plain, start) >= end
    if number.value is None or upper is None or not is_whole:
        return None
    scale = _SCALE.search(plain[end + 1 : high.number.end]) if _SCALED.isdisjoint(plain[start:end]) else None
    shared = scale[0] if scale else ""
    if number.value * (numeral_value(shared) or 1) >= upper:
        return None
    first = amount_token(plain, start, Amount(number, "", None, end), finder)
    shared = f"{shared}{high.word}"
    return first._replace(unit=high.unit, unit_word=high.word, shared=shared, unknown="", bound=Bound.AT_LEAST)


def _of_a_hundred(match: re.Match[str], finder: UnitFinder) -> Sequence[Token]:
    """百分之五至六, 百分之五到百分之六."""
    low, high = (part_at(f"百分之{match[end]}", 0) for end in ("low", "high"))
    if low is None or high is None or low.number.value is None or high.number.value is None:
        return ()
    unit, first, second = finder.units.get(PERCENT), match.end("low"), match.start("high")
    ends = (
        (match.start(), first, match["low"], Bound.AT_LEAST),
        (second, match.end(), match["high"], Bound.AT_MOST),
    )
    return [
        Token(start, end, NumberClass.QUANTITY, number=f"百分之{said}", unit_word=PERCENT, unit=unit, bound=bound)
        for start, end, said, bound in ends
    ]
