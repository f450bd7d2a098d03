"""How a text is broken into lines: words stay whole, a number stays with its unit, no character stands alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from shizhong_cli.rendering.formats.staying_together import (
    CLOSES_WIDE,
    CLOSING,
    DASH,
    OPENING,
    OPENS_WIDE,
    Cells,
    kept_together,
    units_of,
)


def fold(text: str, width: int, cells: Cells) -> list[str]:
    """The lines of a text in a column of so many cells; at least one, none wider."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += [paragraph] if cells(paragraph) <= width else _folded(paragraph, width, cells)
    return lines


def _folded(paragraph: str, width: int, cells: Cells) -> Iterator[str]:
    lines: list[list[str]] = [[]]
    used = 0
    for unit in kept_together(units_of(paragraph), width, cells):
        if lines[-1] and used + cells(unit) > width:
            if unit.isspace():  # at the end of a line it is not seen
                lines[-1].append(unit)
                continue
            piece = _beside_one_alone(lines[-1], unit, width - used)
            lines[-1] += [piece] if piece else []
            unit = unit[len(piece) :]
            lines.append([])
            used = 0
        rest = unit if lines[-1] else unit.lstrip()
        if cells(rest) > width:
            *heads, rest = _cut(rest, width, cells)
            lines[-1:] = [*([head] for head in heads), []]
            used = 0
        if rest:
            lines[-1].append(rest)
            used += cells(rest)
    for number in range(1, len(lines)):
        _keep_company(lines[number - 1], lines[number], width, cells)
    return (line for units in lines if (line := "".join(units).rstrip()))


def _beside_one_alone(line: Sequence[str], unit: str, room: int) -> str:
    """What of a long word that does not fit stands beside one character, which would be alone without it."""
    shown = "".join(line).strip()
    return unit[: _joint_before(unit, room)] if len(shown) == 1 and unit.isascii() else ""


def _keep_company(before: list[str], line: list[str], width: int, cells: Cells) -> None:
    """Let one character stand alone in no line: the one before it goes along."""
    shown = "".join(line).strip()
    alone = shown.rstrip(CLOSING + CLOSES_WIDE + ".") if shown[:1] not in (*OPENING, *OPENS_WIDE) else shown
    moved = before[-2:] if before[-1:] == [" "] else before[-1:]
    if len(alone) <= 1 and len(before) > len(moved) and cells("".join(moved + line)) <= width:
        del before[-len(moved) :]
        line[:0] = moved


def _cut(text: str, width: int, cells: Cells) -> list[str]:
    """A text in pieces, each the longest of at most so many cells, or one character; linear in the text.

    Where a sign joins two words, as in an id or the name of a file, it is cut behind the sign.
    """
    pieces: list[str] = []
    start = 0
    while start < len(text):
        size = width + 1
        while start + size < len(text) and cells(text[start : start + size]) <= width:  # signs without a width
            size *= 2
        window = text[start : start + size]
        ends = range(1, len(window) + 1)
        end = max(1, bisect_right(ends, width, key=lambda end: cells(window[:end])))
        if start + end < len(text):
            end = _joint_before(window, end) or _leaving_some(len(text) - start, end)
        pieces.append(window[:end])
        start += end
    return pieces


def _joint_before(text: str, end: int) -> int:
    """The last place up to there at which a sign joins two words, some characters from the start; 0 for none."""
    return next(
        (
            at
            for at in range(end, _LEAST_OF_A_WORD, -1)
            if text[at - 1] == DASH or (text[at - 1] in _JOINTS and text[at : at + 1].isalpha())
        ),
        0,
    )


def _leaving_some(length: int, end: int) -> int:
    """Where a word is cut, so that neither part of it is a character or two where it has enough of them."""
    return length - _LEAST_OF_A_WORD if end >= 2 * _LEAST_OF_A_WORD and length - end < _LEAST_OF_A_WORD else end


_JOINTS = "_/\\.:-="
_LEAST_OF_A_WORD = 3  # characters of a word that are left in a line
