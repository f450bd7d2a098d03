"""The lines of one cell as one line: a name that is broken is whole again, two numbers stay two."""

from __future__ import annotations

import re
from collections.abc import Sequence

APART = "\u3000" * 3
"""Between two numbers of one cell, one below the other: the blanks that keep them apart on one line."""
_SAYS = re.compile("[0-9０-９。；;]")
_BETWEEN_WORDS = re.compile("[\u4e00-\u9fff、]\n[\u4e00-\u9fff]")
_BETWEEN_NUMBERS = re.compile("[0-9]\n[0-9]")


def in_one_line(lines: Sequence[str]) -> str:
    """The lines with a blank between; with nothing inside a name (地区, 生产总值), several between two numbers."""
    kept = list(filter(None, map(str.strip, lines)))
    is_name = _SAYS.search("".join(kept)) is None
    text = ""
    for line in kept:
        text += _between(f"{text[-1:]}\n{line[:1]}", is_name) + line
    return text


def _between(around: str, is_name: bool) -> str:
    if around.startswith("\n"):
        return ""
    if _BETWEEN_NUMBERS.fullmatch(around):
        return APART
    return "" if is_name and _BETWEEN_WORDS.fullmatch(around) else " "
