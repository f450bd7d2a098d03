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
