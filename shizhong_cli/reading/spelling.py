"""What a misspelt word was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 100
"""Longer words are no slip of anything that is known."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, or an empty string when none is near."""
    from difflib import get_close_matches

    if len(word) > LONGEST:
        return ""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def nearest_pair(word: str, known: Iterable[str]) -> str:
    """The one known word of two Chinese signs that has one of them in common with ``word``: 社零 for 社聆.

    Of so short a word half is wrong then, so there must be no other.
    """
    if len(word) != _PAIR or not all(map(_is_chinese, word)):
        return ""
    near = {one for one in known if len(one) == _PAIR and (one[0] == word[0]) is not (one[1] == word[1])}
    return near.pop() if len(near) == 1 else ""


_PAIR = 2


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
