"""Growth told by doublings: 翻番, 翻了近两番, 翻3番以上.

One 番 is a doubling, n of them are 2 to the n-th times as much, which is 2 to the n-th less one times more. Of a part
of a doubling (翻1.5番, 翻一番半) nobody says what is meant: it is read whole and has no value.
"""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.numerals import numeral_value
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.words import BEFORE, INSIDE
from shizhong_cli.tuples import NamedTuple

BEGIN = "翻"
_DOUBLED = (
    "翻[了上]?(?P<before>将近|接近|超过|大约|至少|不到|不足|近|超|逾|约|过)?(?P<times>[一二两三四五六七八九十]{1,3}|[0-9]{1,3}(?:[.点][0-9]{1,3})?)?个?番"
    "(?P<half>半)?(?P<behind>多|有余)?"
)
_MOST = 20
"""More doublings than that are a slip: a million times as much."""


class Doubling(NamedTuple):
    """How much more it is, and what the words inside make of that."""

    end: int
    value: Fraction | None  # in 倍 of growth; nothing where it cannot be told
    bound: Bound
    is_bounded: bool  # a word inside says so


def doubling_at(text: str, at: int) -> Doubling | None:
    """The growth by doublings that begins at ``at`` of half-width text, if one does."""
    match = compiled(_DOUBLED).match(text, at) if text.startswith(BEGIN, at) else None
    if match is None:
        return None
    bound = INSIDE.get((match["behind"] or "")[-1:]) or BEFORE.get(match["before"] or "")
    return Doubling(
        match.end(), _more(match["times"] or "一", bool(match["half"])), bound or Bound.AT_LEAST, bool(bound)
    )


def is_plain_doubling(text: str) -> bool:
    """Whether a number is told by doublings and no word in it says whether it is more or less: as printed it is exact,
    while a file that has it promises so much or more.
    """
    doubling = doubling_at(text, 0)
    return doubling is not None and not doubling.is_bounded


def _more(times: str, and_a_half: bool) -> Fraction | None:
    """How many times more so many doublings are."""
    whole = numeral_value(times) if times.isalpha() else int(times) if times.isalnum() else None  # of 1.5 nothing
    return Fraction(2**whole - 1) if whole and whole <= _MOST and not and_a_half else None
