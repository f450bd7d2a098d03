"""Which characters are read as digits and signs: the one table of full-width forms, and the digits of other scripts.

０ is 0, ％ is %, Ａ is A: a text is made half-width character for character where it comes in, so that no place in it
moves. The digits of other scripts (१, ١, 𝟏, ①, ², Ⅷ, ㈠, ½) are read nowhere: a figure that holds one is refused, for a
reader may take it for another number than a program does. Only here is asked what Unicode takes for a digit.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from shizhong_cli.core.figure.patterns import compiled

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys((0x2010, 0x2011), ord("-"))
"""Full-width signs, digits and letters, and what they are in half width; hyphens that are no minus are one."""

FIRST_CHINESE = "\u2e80"
"""From here on characters are Chinese, or belong to them."""

_USUAL = ((0, 0x7F), (0x3000, 0x3020), (0x3030, 0x3030), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xFF00, 0xFF5E))
"""First and last code points of what most texts consist of; a regular expression of them takes long to compile."""
_OTHER_DECIMAL = r"[^\D0-9]"
_SQUARED = "[A-Za-zμµ°%/]+[23]?"


def half_width(text: str) -> str:
    """The text with every full-width form in half width; of the same length."""
    return text if text.isascii() else text.translate(FULL_WIDTH)


def other_digit(text: str, beside: str = "") -> str:
    """The first digit of another script, with its code point: ``१ (U+0967)``; nothing where there is none.

    A superscript behind an m belongs to a unit (m²), as do the characters of ``beside``.
    """
    if text.isascii() or not (others := set(filter(is_other_digit, set(text))) - set(beside)):
        return ""
    for before, character in zip("\n" + text, text, strict=False):
        if character in others and not (character in "²³" and before == "m"):
            return f"{character} (U+{ord(character):04X})"
    return ""


@cache
def is_other_digit(character: str) -> bool:
    """Whether a character is a digit, or holds one, and is none of 0 to 9 in either width nor a Chinese numeral."""
    code = ord(character)
    if any(first <= code <= last for first, last in _USUAL):
        return False
    if unicodedata.category(character)[0] == "N" or unicodedata.numeric(character, None) is not None:
        return True
    plain = unicodedata.normalize("NFKC", character)
    return any(map(is_digit, plain)) and compiled(_SQUARED).fullmatch(plain) is None


def is_digit(text: str) -> bool:
    """Whether a text is one of the digits 0 to 9."""
    return len(text) == 1 and "0" <= text <= "9"


def is_whole_number(text: str) -> bool:
    """Whether a text is made of the digits 0 to 9, one or more of them."""
    return bool(text) and all(map(is_digit, text))


def with_plain_digits(text: str) -> str:
    """The text with every decimal digit of any script as one of 0 to 9; of the same length."""
    return compiled(_OTHER_DECIMAL).sub(lambda match: str(unicodedata.decimal(match[0])), text)


def digits_in(text: str) -> str:
    """The decimal digits of a text, of any script, as those of ASCII."""
    return "".join(filter(is_digit, with_plain_digits(text)))
