"""Chinese numerals, and their mixtures with Arabic digits, as whole numbers: 八, 百亿, 一万三千亿, 一万二, 3万4000.

What is not well formed has no value; a part of it is never taken for the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.tuples import NamedTuple

DIGITS = (
    {c: n for n, c in enumerate("零一二三四五六七八九")}
    | {c: n for n, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
    | {"〇": 0, "两": 2}
)
SMALL = {"千": 1000, "百": 100, "十": 10, "仟": 1000, "佰": 100, "拾": 10}
LARGE = {"亿": 10**8, "万": 10**4, "億": 10**8, "萬": 10**4}
TENS = {"廿": "二十", "卅": "三十"}
SCALES = {**LARGE, **SMALL}
CHARACTERS = "".join((*DIGITS, *SCALES, *TENS))


SCALE_WORDS = ("十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿")
"""The scale words that figures are printed with, smallest first."""


def scale_word(size: int | Fraction) -> str:
    """The scale word for a size: 亿 for 10**8; nothing for a size that has none."""
    return next((word for word in SCALE_WORDS if numeral_value(word) == size), "")


class _Piece(NamedTuple):
    """A digit, a number in Arabic digits, or a scale word."""

    number: int
    is_scale: bool = False
    is_digit: bool = False  # a single Chinese one


_PIECES = f"[0-9]+|[{CHARACTERS}]"
_TENS = str.maketrans(TENS)


def _pieces(text: str) -> list[_Piece]:
    """The pieces in order; none when anything else stands in the text."""
    spelled = text.translate(_TENS).replace(",", "")
    found = compiled(_PIECES).findall(spelled)
    return [_piece(word) for word in found] if "".join(found) == spelled else []


def _piece(word: str) -> _Piece:
    if word in SCALES:
        return _Piece(SCALES[word], is_scale=True)
    return _Piece(DIGITS[word], is_digit=True) if word in DIGITS else _Piece(int(word))


def numeral_value(text: str) -> int | None:
    """The number a numeral stands for; ``None`` when it is not a well-formed one.

    A multiplier with nothing before it counts as one of it, as in 百亿 and 十二; a digit left over behind one counts
    in its tenths, as in 一万二 (12 000) and 三百五 (350).
    """
    pieces = _pieces(text)
    if not pieces or text.isascii() or "零零" in text:
        return None
    if _is_tenths(pieces):
        head = _value(pieces[:-1], _SIZES, True)
        return None if head is None else head + pieces[-1].number * pieces[-2].number // 10
    return _value(pieces, _SIZES, True)


_SIZES = (10**8, 10**4, 1000, 100, 10)


def _is_tenths(pieces: Sequence[_Piece]) -> bool:
    """Whether the last digit has lost its scale word: 一万二."""
    return len(pieces) > 2 and pieces[-1].is_digit and pieces[-2].is_scale and pieces[-2].number >= 100


def _value(pieces: Sequence[_Piece], sizes: Sequence[int], leads: bool) -> int | None:
    """Split at the last of the largest scale word; what stands before counts in it, what stands behind is smaller.

    ``leads`` says that the pieces begin the number, where a scale word may stand for one of it; 十 may always.
    """
    while len(pieces) > 1 and pieces[0] == _NOTHING:
        pieces, leads = pieces[1:], False
    if len(pieces) == 1 and not pieces[0].is_scale:
        return pieces[0].number
    scales = [piece.number if piece.is_scale else 0 for piece in pieces]
    for position, size in enumerate(sizes):
        if size not in scales:
            continue
        at = len(scales) - 1 - scales[::-1].index(size)
        count = _count(pieces[:at], size, sizes[position + 1 :], leads)
        rest = _value(pieces[at + 1 :], sizes[position + 1 :], False) if pieces[at + 1 :] else 0
        return None if count is None or rest is None or rest >= size else count * size + rest
    return None


_NOTHING = _Piece(0, is_digit=True)


def _count(pieces: Sequence[_Piece], size: int, smaller: Sequence[int], leads: bool) -> int | None:
    """How many of a scale word there are."""
    if not pieces:
        return 1 if leads or size == 10 else None
    return _value(pieces, smaller if size >= 10**4 else (), leads)


def numeral_place(text: str) -> int:
    """The size of the last step a numeral spells out: 1 for 八, 10 for 二十, 10**10 for 百亿, 100 for 一千二."""
    pieces = _pieces(text)
    if _is_tenths(pieces):
        return numeral_place(text[:-1]) // 10
    place = 1
    for piece in reversed(pieces):
        if not piece.is_scale:
            break
        place *= piece.number
    return place
