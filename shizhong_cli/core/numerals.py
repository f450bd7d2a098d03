"""Chinese numerals as whole numbers: 八, 十二, 两百, 百亿, 一万三千亿, 一万二."""

from __future__ import annotations

from fractions import Fraction

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"千": 1000, "百": 100, "十": 10}
LARGE = {"亿": 10**8, "万": 10**4}
CHARACTERS = "".join(DIGITS) + "".join(SMALL) + "".join(LARGE)
_SCALES = {**LARGE, **SMALL}


SCALE_WORDS = ("十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿")
"""The scale words that figures are printed with, smallest first."""


def scale_word(size: int | Fraction) -> str:
    """The scale word for a size: 亿 for 10**8; nothing for a size that has none."""
    return next((word for word in SCALE_WORDS if numeral_value(word) == size), "")


def numeral_value(text: str) -> int | None:
    """The number a Chinese numeral stands for; ``None`` when it is not a well-formed one.

    A multiplier with nothing before it counts as one of it, as in 百亿 and 十二; a digit left over behind one counts
    in its tenths, as in 一万二 (12 000) and 三百五 (350).
    """
    if not text or any(c not in CHARACTERS for c in text) or "零零" in text:
        return None
    if len(text) > 2 and text[-1] in DIGITS and _SCALES.get(text[-2], 0) >= 100:
        head = numeral_value(text[:-1])
        return None if head is None else head + DIGITS[text[-1]] * _SCALES[text[-2]] // 10
    return _value(text, tuple(_SCALES.items()))


def _value(text: str, scales: tuple[tuple[str, int], ...]) -> int | None:
    """Split at the last of the largest scale word; what stands before counts in it, what stands behind is smaller."""
    text = text.lstrip("零〇") or text[:1]
    if text in DIGITS:
        return DIGITS[text]
    for position, (word, size) in enumerate(scales):
        before, found, behind = text.rpartition(word)
        if not found:
            continue
        larger = scales[position:] if size >= 10**4 else ()
        count = 1 if not before else _value(before, larger[1:] or tuple(SMALL.items()) if larger else ())
        rest = 0 if not behind else _value(behind, scales[position + 1 :])
        return None if count is None or rest is None else count * size + rest
    return None


def numeral_place(text: str) -> int:
    """The size of the last step a numeral spells out: 1 for 八, 10 for 二十, 10**10 for 百亿, 100 for 三百."""
    place = 1
    for c in reversed(text):
        if c in DIGITS:
            break
        place *= _SCALES[c]
    return place
