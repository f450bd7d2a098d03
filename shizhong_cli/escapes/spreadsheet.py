"""Text in a CSV file that nobody must take for something to run, and what a spreadsheet calls a cell.

A cell that begins with = + - @, in either width and behind blanks too, is run by a spreadsheet; with an apostrophe in
front it is text. Plain numbers, which may begin with a sign, are left alone. A line that begins with ``::`` and ``##[``
anywhere are commands to a runner of jobs, which reads all that is printed; an apostrophe comes between.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?(?:/[0-9]+|%)?")


_SIGNS = tuple("=+-@＝＋－＠")
_BLANKS = " \t\r\n\u00a0\u3000"
_OLD_COMMAND = re.compile(r"#(?='*#[A-Za-z.-]*\[)")
_OLD_COMMAND_DISARMED = re.compile(r"#'(?='*#[A-Za-z.-]*\[)")
_LATER_LINE = re.compile(rf"(\n[{_BLANKS}]*)(?='*::)")
_LATER_LINE_DISARMED = re.compile(rf"(\n[{_BLANKS}]*)'(?='*::)")


def disarmed(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would run it, and where a runner would."""
    text = _LATER_LINE.sub(r"\1'", _OLD_COMMAND.sub("#'", text))
    return f"'{text}" if _is_run(text.lstrip("'")) else text


def rearmed(text: str) -> str:
    """The text as it was before it was disarmed."""
    text = text[1:] if text[:1] == "'" and _is_run(text.lstrip("'")) else text
    return _OLD_COMMAND_DISARMED.sub("#", _LATER_LINE_DISARMED.sub(r"\1", text))


def _is_run(text: str) -> bool:
    inner = text.lstrip(_BLANKS)
    return text[:1] in ("\t", "\r") or inner.startswith("::") or (inner.startswith(_SIGNS) and not _is_number(inner))


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def cell_name(row: int, column: int) -> str:
    """What a spreadsheet calls a cell: ``G7``; rows and columns count from 1."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
