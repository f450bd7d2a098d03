"""What a draft guessed of a figure, in words."""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.rendering.wording import Words


def guesses_text(guessed: Iterable[str], words: Words) -> str:
    """``period``, ``direction`` … as 时期，方向."""
    return words("list.separator").join(words(f"draft.doubt.{guess}") for guess in guessed)
