"""Chinese numerals as whole numbers: 八, 十二, 两百, 百亿, 一万二千."""

from __future__ import annotations

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
CHARACTERS = "".join(DIGITS) + "".join(SMALL) + "".join(LARGE)


def numeral_value(text: str) -> int | None:
    """The number a Chinese numeral stands for; ``None`` when it is not a well-formed one.

    A multiplier with nothing before it counts as one of it, as in 百亿 and 十二.
    """
    if not text or any(c not in CHARACTERS for c in text):
        return None
    total = section = 0
    digit: int | None = None
    for c in text:
        if c in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[c]
        elif c in SMALL:
            section += (1 if digit is None else digit) * SMALL[c]
            digit = None
        else:
            section += digit or 0
            if section == 0 and total:
                total *= LARGE[c]  # 万亿
            else:
                total += (section or 1) * LARGE[c]
            section, digit = 0, None
    return total + section + (digit or 0)


def numeral_place(text: str) -> int:
    """The size of the last step a numeral spells out: 1 for 八, 10**10 for 百亿, 100 for 三百."""
    place = 1
    for c in reversed(text):
        if c in DIGITS:
            break
        place *= SMALL.get(c) or LARGE[c]
    return place
