"""Characters that do not show, or that steer what shows them: what they look like on a page.

Controls, marks of direction, signs of no width, line ends that only some programs know, halves of characters. Each
becomes one U+FFFD, which has no digit in it and takes one place, so that nothing hides and no number reads as another.
Data for machines keep them, as escapes (``hidden`` says which).
"""

from __future__ import annotations

import re
from functools import cache

_HIDDEN = (
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab and line ends
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # no width, fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # no width, line ends, direction
    "\ud800-\udfff\ufff0-\ufffb\ufffe\uffff"  # halves, and what is no character
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "]"
)


@cache
def hidden() -> re.Pattern[str]:
    """The pattern of one character that hides, or steers what shows it."""
    return re.compile(_HIDDEN)


_LINE_ENDS = re.compile(r"\r\n|\r")
_COMMAND = re.compile(r":(?=:[:A-Za-z])|#(?=#[A-Za-z.-]*\[)")
"""What a runner of jobs takes for a command: ``::error``, ``##[error]``, ``##vso[``."""

_SIGN = "\ufffd"


def visible(text: str) -> str:
    """A text with nothing hidden in it; line ends and tabs stay, a carriage return alone is a line end."""
    return text if _shows(text) else hidden().sub(_SIGN, _LINE_ENDS.sub("\n", text))


def _shows(text: str) -> bool:
    """Whether nothing in a text is hidden, as most texts are; a quick look that spares the pattern."""
    return _FILLERS.isdisjoint(text) and (text.isprintable() or text.translate(_BLANKS).isprintable())


_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
"""Characters that do not show, although Unicode calls them printable."""
_BLANKS = dict.fromkeys(map(ord, "\t\n\u3000"))


def one_line(text: str) -> str:
    """The same where line ends have no place: in the name of a file."""
    return (text if _shows(text) else hidden().sub(_SIGN, text)).translate(_NO_LINE_ENDS)


_NO_LINE_ENDS = dict.fromkeys(map(ord, "\t\n\r"), _SIGN)


def fitting(text: str, encoding: str | None) -> str:
    """A text with a hyphen for the minus sign where that is not to be had: in GBK, in ASCII."""
    return text if (encoding or "utf-8").lower().startswith("utf") else text.replace("\u2212", "-")


def harmless(text: str) -> str:
    """A text for a terminal: nothing hidden, no tabs, and no command to a runner, wherever its lines are broken."""
    return _COMMAND.sub(r"\g<0>\\", visible(text)).replace("\t", " ")
