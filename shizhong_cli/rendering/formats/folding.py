"""How a text is broken into lines: words stay whole, a number stays with its unit, no character stands alone.

Not with regular expressions: one over the Chinese characters takes longer to compile than a page takes to write.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypeAlias

from shizhong_cli.core.figure.characters import FIRST_CHINESE, is_digit

Cells: TypeAlias = Callable[[str], int]
"""How many cells a text takes on the terminal."""

_OPENING, _CLOSING = "（「《【", "，。；：！？、）」》”】"
_CLOSES_WIDE = ")]}%,;"  # of another script, behind a Chinese character
_OPENS_WIDE = "(["  # before one
_SCALES = "百千万亿"
_ENGLISH_SCALES = ("bn", "m")
_COMPARES = ("≥", "≤", ">", "<")
_LONGEST_UNIT = 6
_BOUNDS = ("左右", "以上", "以下", "以内", "余", "多", "起")
"""What stays with the quantity before it, whose meaning it is."""


@cache
def _units() -> frozenset[str]:
    """What stays with the number before it; pages without a figure need no table of units."""
    from shizhong_cli.core.figure.units import BUILT_IN

    return frozenset(unit for unit in BUILT_IN if unit and unit[0] >= FIRST_CHINESE) | {"月"}


def _is_unit(word: str) -> bool:
    return bool(word) and word in _units()


@lru_cache(4096)
def units_of(text: str) -> tuple[str, ...]:
    """What stays together in a line: a word, or one Chinese character, with its brackets and stops."""
    starts: list[int] = []
    kind = ""  # of the last unit: blank, word, wide, or open (brackets that wait for what they enclose)
    for position, character in enumerate(text):
        new = _kind_of(character, text[position + 1 : position + 2])
        closes = (character in _CLOSING and kind in ("word", "wide")) or (character in _CLOSES_WIDE and kind == "wide")
        if not (closes or (starts and (kind == "open" != new or (kind == new and new != "wide")))):
            starts.append(position)
        kind = kind if closes else new
    return tuple([text[start:end] for start, end in pairwise([*starts, len(text)])])


@lru_cache(4096)
def _kind_of(character: str, following: str) -> str:
    if character.isspace():
        return "blank"
    if character in _OPENING or (character in _OPENS_WIDE and following >= FIRST_CHINESE):
        return "open"
    return "wide" if character >= FIRST_CHINESE else "word"


def fold(text: str, width: int, cells: Cells) -> list[str]:
    """The lines of a text in a column of so many cells; at least one, none wider."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += [paragraph] if cells(paragraph) <= width else _folded(paragraph, width, cells)
    return lines


def _folded(paragraph: str, width: int, cells: Cells) -> Iterator[str]:
    lines: list[list[str]] = [[]]
    used = 0
    for unit in _kept_together(units_of(paragraph), width, cells):
        if lines[-1] and used + cells(unit) > width:
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
    _keep_company(lines, width, cells)
    return (line for units in lines if (line := "".join(units).rstrip()))


@lru_cache(4096)
def whole_of(text: str) -> tuple[str, ...]:
    """The units of a text, a number with its unit as one: what a line should not divide where there is room."""
    return tuple(_kept_together(units_of(text), len(text), len))


def _kept_together(units: Sequence[str], width: int, cells: Cells) -> Iterator[str]:
    """The units with a number and its unit made one, where that fits in a line."""
    position = 0
    while position < len(units):
        if _stands_alone(units[position]):
            yield units[position]
            position += 1
            continue
        size = _belongs_to(units, position)
        bounded = size + _bound_behind(units, position + size)
        shown = "".join(units[position : position + bounded])
        if cells(shown) > width:
            bounded = size if size < bounded and cells("".join(units[position : position + size])) <= width else 1
            shown = "".join(units[position : position + bounded])
        yield shown
        position += bounded


@lru_cache(4096)
def _stands_alone(unit: str) -> bool:
    """Whether nothing that follows belongs to a unit: to most words, which are no number, unit, sign or bracket."""
    last = unit[-1:]
    return not (is_digit(last) or last in ")]%‰" or unit in _COMPARES or unit[:1] in "[(" or last in _units())


def _belongs_to(units: Sequence[str], position: int) -> int:
    """How many units from here on are one number with its unit, or both ends of a range; 1 for anything else."""
    first = units[position]
    following = "".join(units[position + 1 : position + 3])
    if first in _COMPARES and following[:1] == " ":
        return 2 + _belongs_to(units, position + 2) if position + 2 < len(units) else 1
    if first[:1] in "[(" and first[-1:] == "," and following[:1] == " ":
        return 2 + _belongs_to(units, position + 2) if position + 2 < len(units) else 1
    if not _is_number(first):
        return 1
    return _with_unit(units, position)


def _is_number(unit: str) -> bool:
    """Whether it ends with a digit, perhaps in brackets."""
    return is_digit(unit[-1:]) or (unit[-1:] in ")]" and is_digit(unit[:-1][-1:]))


def _bound_behind(units: Sequence[str], position: int) -> int:
    """How many units say whether the number before them is that much, more or less."""
    before = units[min(position, len(units)) - 1]
    if not (_is_number(before) or before[-1:] in "%‰" or _is_unit(before[-1:])):
        return 0
    shown = "".join(units[position : position + 2])
    return next(len(bound) for bound in _BOUNDS if shown.startswith(bound)) if shown.startswith(_BOUNDS) else 0


def _with_unit(units: Sequence[str], position: int) -> int:
    """The units of a number: itself, perhaps a blank, scale words, and a unit that is known."""
    start = position + 1
    if "".join(units[start : start + 1]) == " ":
        start += 1
    word = units[start] if start < len(units) else ""
    if word[:1].isascii() and word[:1].isalpha():
        more = word in _ENGLISH_SCALES and "".join(units[start + 1 : start + 2]) == " " and start + 2 < len(units)
        start += 2 if more else 0
        return start + _words_of_unit(units, start) - position
    end = start
    while end < len(units) and units[end] in _SCALES:
        end += 1
    for length in range(_LONGEST_UNIT, 0, -1):
        shown = "".join(units[end : end + length]).rstrip(_CLOSING + _CLOSES_WIDE)
        if _is_unit(shown):
            return end + length + _below_a_stroke(units, end + length) - position
    return end - position if end > start else 1


def _words_of_unit(units: Sequence[str], position: int) -> int:
    """How many units an English unit has, with the blanks between its words: US dollars."""
    for count in _counts_of_words():
        taken = 2 * count - 1
        if "".join(units[position : position + taken]).rstrip(_CLOSES_WIDE + ".") in _english_units():
            return taken
    return 1


@cache
def _english_units() -> frozenset[str]:
    """The English names of units that are more than one word."""
    from shizhong_cli.core.figure.units import BUILT_IN

    return frozenset(name for unit in BUILT_IN.values() if " " in (name := unit.name_en.replace("_", " ")))


@cache
def _counts_of_words() -> tuple[int, ...]:
    return tuple(sorted({len(name.split()) for name in _english_units()}, reverse=True))


def _below_a_stroke(units: Sequence[str], position: int) -> int:
    """How many units go on with a quotient: the two of /个 behind 亿元."""
    return 2 if "".join(units[position : position + 1]) == "/" and position + 1 < len(units) else 0


def _keep_company(lines: list[list[str]], width: int, cells: Cells) -> None:
    """Let no line end a paragraph with one character alone: the one before it goes along."""
    if len(lines) < 2 or not lines[-1]:
        return
    alone = "".join(lines[-1]).strip().rstrip(_CLOSING + _CLOSES_WIDE + ".")
    moved = lines[-2][-2:] if lines[-2][-1:] == [" "] else lines[-2][-1:]
    if len(alone) == 1 and len(lines[-2]) > len(moved) and cells("".join(moved + lines[-1])) <= width:
        del lines[-2][-len(moved) :]
        lines[-1][:0] = moved


def _cut(text: str, width: int, cells: Cells) -> list[str]:
    """A text in pieces, each the longest of at most so many cells, or one character; linear in the text."""
    pieces: list[str] = []
    start = 0
    while start < len(text):
        size = width + 1
        while start + size < len(text) and cells(text[start : start + size]) <= width:  # signs without a width
            size *= 2
        window = text[start : start + size]
        ends = range(1, len(window) + 1)
        end = max(1, bisect_right(ends, width, key=lambda end: cells(window[:end])))
        pieces.append(window[:end])
        start += end
    return pieces
