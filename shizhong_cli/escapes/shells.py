"""A word of a command as a person types it, so that the shell takes it as that word."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

_PLAIN = re.compile(r"[\w%+:,./@-][\w%+=:,./@-]*")
"""Chinese characters mean nothing to a shell: 1.75万人 needs no quotes."""
_PLAIN_ON_WINDOWS = re.compile(r"[\w%+:./\\-][\w%+=:./\\-]*")
"""A comma makes a list in PowerShell."""


def typed_word(text: str) -> str:
    """The word as it is, or in quotes: those of POSIX shells, on Windows double ones, which cmd knows too."""
    if sys.platform == "win32":
        return text if _PLAIN_ON_WINDOWS.fullmatch(text) else f'"{text}"'
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "'\"'\"'") + "'"


def typed_words(texts: Iterable[str]) -> str:
    """Several of them."""
    return " ".join(map(typed_word, texts))
