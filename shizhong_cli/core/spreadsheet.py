"""Text that a spreadsheet must not take for a formula.

A cell that begins with = + - @ is run by a spreadsheet; with an apostrophe in front it is text. Plain numbers, which
may begin with a sign, are left alone.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?(?:/[0-9]+|%)?")


def disarmed(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would run it."""
    return f"'{text}" if _is_run(text.lstrip("'")) else text


def rearmed(text: str) -> str:
    """The text as it was before it was disarmed."""
    return text[1:] if text[:1] == "'" and _is_run(text.lstrip("'")) else text


def _is_run(text: str) -> bool:
    return text[:1] in tuple("=+-@\t\r") and not _is_number(text)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None
