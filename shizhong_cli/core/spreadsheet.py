"""Text that a spreadsheet must not take for a formula, and what it calls a cell.

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


def cell_name(row: int, column: int) -> str:
    """What a spreadsheet calls a cell: ``G7``; rows and columns count from 1."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
