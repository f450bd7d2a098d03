"""Traditional characters as simplified ones, of the same length: the only importer of OpenCC."""

from __future__ import annotations

from collections.abc import Callable

_TELLING = frozenset("個億萬畝區縣鎮鄉產業與從為於過達總額戶長際經濟設會員報導國現務費農電網號級創開關")
"""Characters that no text in simplified ones has."""
_FEWEST = 8
"""So many of them, each counted once for every place, are no mere name of a person."""


def simplifier() -> Callable[[str], str] | None:
    """What writes a text that is in traditional characters in simplified ones, and leaves any other as it is.

    A text keeps its length, so that no place moves. Nothing where the library is not installed
    (``shizhong[documents]``): then numbers and units are read all the same, but few of the words around them.
    """
    try:
        from opencc import OpenCC
    except ImportError:  # pragma: no cover - the extra is not installed
        return None

    def simplified(text: str) -> str:
        if sum(character in _TELLING for character in text) < _FEWEST:
            return text
        lines = text.split("\n")
        convert = OpenCC("t2s").convert
        return "\n".join(_of_same_length(line, convert) for line in lines)

    return simplified


def _of_same_length(line: str, convert: Callable[[str], str]) -> str:
    """A line by its words, or else character by character where a word would become longer or shorter."""
    whole = convert(line)
    if len(whole) == len(line):
        return whole
    each = ((character, convert(character)) for character in line)
    return "".join(new if len(new) == 1 else old for old, new in each)
