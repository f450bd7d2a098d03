"""What of a text stays together in a line: a word, a number with its unit, a sign with what it compares.

Not with regular expressions: one over the Chinese characters takes longer to compile than a page takes to write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from shizhong_cli.core.figure.characters import FIRST_CHINESE, is_digit
from shizhong_cli.core.figure.patterns import compiled

Cells: TypeAlias = Callable[[str], int]
"""How many cells a text takes on the terminal."""

OPENING, CLOSING = "（「《【", "，。；：！？、）」》”】"
CLOSES_WIDE = ")]}%,;"  # of another script, behind a Chinese character
OPENS_WIDE = "(["  # before one
_SCALES = "百千万亿"
_ENGLISH_SCALES = ("bn", "m")
_LEADING = ("≥", "≤", ">", "<", "=", "≠", "→", "÷", "×", "+", "−", "~", "·")
"""What begins a line with the number behind it, and ends none."""
_BETWEEN = ((" ", "to", " "), (" ", "of", " "))
DASH = "—"  # between the two ends of a range
_OF_NUMBERS = "0123456789,.—~-/"
_STOPS = ")],.;:"
_LONGEST_UNIT = 6
_BOUNDS = ("左右", "以上", "以下", "以内", "余", "多", "起")
"""What stays with the quantity before it, whose meaning it is."""


@cache
def _units() -> frozenset[str]:
    """What stays with the number before it; pages without a figure need no table of units."""
    from shizhong_cli.core.figure.units import BUILT_IN

    return frozenset(unit for unit in BUILT_IN if unit and unit[0] >= FIRST_CHINESE) | {"月"}


@cache
def _begin_units() -> frozenset[str]:
    return frozenset(unit[0] for unit in _units())


def _is_unit(word: str) -> bool:
    return bool(word) and word in _units()


@lru_cache(4096)
def units_of(text: str) -> tuple[str, ...]:
    """What stays together in a line: a word, or one Chinese character, with its brackets and stops."""
    return tuple([text[it.start() : it.end()] for it in compiled(_UNIT).finditer(text.translate(_KINDS))])


class _Kinds(dict[int, str]):
    """The kind of each character, by its code: a letter for what it does in a line."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind_of(chr(code))
        return kind


_KINDS = _Kinds()


def _kind_of(character: str) -> str:
    """Large letters are of Chinese characters and what belongs to them."""
    if character.isspace():
        kind = "blank"
    elif character in OPENING + OPENS_WIDE:
        kind = "open" if character in OPENING else "(pens before a Chinese one"
    elif character in CLOSING:
        kind = "closes"
    else:
        kind = {".": ".", **dict.fromkeys(CLOSES_WIDE, ")")}.get(character, "word")
    return kind[0].upper() if character >= FIRST_CHINESE else kind[0]


_OPEN = r"(?:[oO]|\((?=[BOCW]))"
_OTHER_SCRIPT = r"(?:[wc).]|\((?![BOCW]))"
_UNIT = (
    rf"{_OPEN}*(?:[WC](?:[Cc)]|\.(?=[bB]|\Z))*|{_OTHER_SCRIPT}(?:{_OTHER_SCRIPT}|C)*|[bB]+)"  # what it encloses
    rf"|{_OPEN}+"  # at the end, with nothing to enclose
)
"""A unit by the kinds of its characters."""


@lru_cache(4096)
def whole_of(text: str) -> tuple[str, ...]:
    """The units of a text, a number with its unit as one: what a line should not divide where there is room."""
    return tuple(kept_together(units_of(text), len(text), len))


@lru_cache(4096)
def quantities_of(text: str) -> tuple[str, ...]:
    """The numbers of a text, each with its unit and a sign that compares: what no line divides."""
    units = units_of(text)
    found = []
    for position, unit in enumerate(units):
        if _is_number(unit):
            start = position - 2 if position >= 2 and units[position - 2] in _LEADING else position
            *firsts, last = "".join(units[start : position + _with_unit(units, position)]).split(DASH)
            found += [*(f"{first}{DASH}" for first in firsts if first), last]
    return tuple(found)


def kept_together(units: Sequence[str], width: int, cells: Cells) -> Iterator[str]:
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
        if cells(shown) > width and (ends := _ends_of_range(units, position, size)):
            first, *others = ends
            yield first
            units, position = [*others, *units[position + size :]], 0
            continue
        if cells(shown) > width:
            bounded = size if size < bounded and cells("".join(units[position : position + size])) <= width else 1
            shown = "".join(units[position : position + bounded])
        yield shown
        position += bounded


def _ends_of_range(units: Sequence[str], position: int, size: int) -> list[str]:
    """A range as its first end with the dash, and what follows; empty where the units are none."""
    for at in range(position, min(position + size, len(units))):
        behind = units[at].rfind(DASH) + 1
        if behind and (_is_number(units[at]) or units[at][-1:] in "%‰"):
            first = "".join(units[position:at]) + units[at][:behind]
            return [first, units[at][behind:], *units[at + 1 : position + size]] if first != DASH else []
    return []


@lru_cache(4096)
def _stands_alone(unit: str) -> bool:
    """Whether nothing that follows belongs to a unit: to most words, which are no number, unit, sign or bracket."""
    last = unit[-1:]
    return not (is_digit(last) or last in ")]%‰" or unit in _LEADING or unit[:1] in "[(" or last in _units())


def _belongs_to(units: Sequence[str], position: int) -> int:
    """How many units from here on are one number with its unit, or both ends of a range; 1 for anything else."""
    first = units[position]
    following = "".join(units[position + 1 : position + 3])
    if first in _LEADING and following[:1] == " ":
        return 2 + _belongs_to(units, position + 2) if position + 2 < len(units) else 1
    if first[:1] == "(" and following[:1] == " " and _closes_sum(units, position):
        return 5
    if first[:1] in "[(" and first[-1:] == "," and following[:1] == " ":
        return 2 + _belongs_to(units, position + 2) if position + 2 < len(units) else 1
    if not _is_number(first):
        return 1
    return _with_both_ends(units, position) or _with_unit(units, position)


def _closes_sum(units: Sequence[str], position: int) -> bool:
    """Whether a bracket holds two numbers and the sign between them: (1 + 54.5%)."""
    sign, _, last = [*units[position + 2 : position + 5], "", "", ""][:3]
    return sign in ("+", "−") and is_digit(last[:1]) and ")" in last


def _with_both_ends(units: Sequence[str], position: int) -> int:
    """How many units are two numbers with a word between them and one unit: 11.36 to 11.38 bn yuan, 3 of 4."""
    if tuple(units[position + 1 : position + 4]) not in _BETWEEN or position + 4 >= len(units):
        return 0
    last = units[position + 4]
    if not (_is_number(last.rstrip(_STOPS)) or last.rstrip(_STOPS)[-1:] in "%‰"):
        return 0
    return 4 + (_with_unit(units, position + 4) if _is_number(last) else 1)


@lru_cache(4096)
def _is_number(unit: str) -> bool:
    """Whether it ends with a number, perhaps behind a sign or in brackets; not PM2.5."""
    shown = unit[:-1] if unit[-1:] in (")", "]") else unit
    before = shown.rstrip(_OF_NUMBERS)
    return is_digit(shown[-1:]) and not before[-1:].isalpha()


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
    if _is_of_another_script(word):
        more = word in _ENGLISH_SCALES and "".join(units[start + 1 : start + 2]) == " " and start + 2 < len(units)
        start += 2 if more else 0
        return start + _words_of_unit(units, start) - position
    end = _behind_scales(units, start)
    if end > start and _goes_on_to_other_end(units, end):
        return end + _with_unit(units, end) - position
    if length := _length_of_unit(units, end):
        return end + length + _below_a_stroke(units, end + length) - position
    return end - position if end > start else 1


def _length_of_unit(units: Sequence[str], position: int) -> int:
    """How many units are a known unit of measure, the longest that there is; 0 where none begins."""
    if position >= len(units) or units[position][:1] not in _begin_units():
        return 0
    for length in range(_LONGEST_UNIT, 0, -1):
        if _is_unit("".join(units[position : position + length]).rstrip(CLOSING + CLOSES_WIDE)):
            return length
    return 0


def _behind_scales(units: Sequence[str], position: int) -> int:
    while position < len(units) and units[position] in _SCALES:
        position += 1
    return position


def _goes_on_to_other_end(units: Sequence[str], position: int) -> bool:
    """Whether a dash and a number follow a scale word: 9亿—16亿元."""
    return position < len(units) and units[position][:1] == DASH and _is_number(units[position])


def _is_of_another_script(word: str) -> bool:
    """Whether a word behind a number can be a unit in English or a sign: yuan, µg/m³, °C, %."""
    return bool(word) and word < FIRST_CHINESE and (word[0].isalpha() or word[0] in "%‰°")


def _words_of_unit(units: Sequence[str], position: int) -> int:
    """How many units an English unit has, with the blanks between its words: US dollars."""
    for count in _counts_of_words():
        taken = 2 * count - 1
        if "".join(units[position : position + taken]).rstrip(CLOSES_WIDE + ".") in _english_units():
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
