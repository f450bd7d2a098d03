"""Where the parts of a report lie in its text.

The parts are known by their headings, in the order of the report. Blanks and the signs of Markdown do not count, since
texts that come out of PDF and Word files have them anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from shizhong_cli.core.pack.model import Section
from shizhong_cli.tuples import NamedTuple

_DIRT = re.compile(r"[\s*#`>\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\u2060\ud800-\udfff\ufeff\ufffe\uffff]+")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}  # ！ to ～
_MOST_PLACES = 200
_STOPS = frozenset("。!?;:”)")


class Plain(NamedTuple):
    """A text without its dirt, with the place of every character that is left."""

    text: str
    offsets: tuple[int, ...]  # of each character in the text as given

    def position(self, offset: int) -> int:
        """Which character of the plain text stands at a place of the given one, or next behind it."""
        return bisect_right(self.offsets, offset - 1)


class Layout(NamedTuple):
    """Where the parts begin, in the order of the text, and those that were not found."""

    starts: tuple[int, ...]  # in the text as given
    paths: tuple[str, ...]
    missing: tuple[str, ...] = ()

    def section_at(self, offset: int) -> str:
        """The part that a place belongs to; nothing before the first."""
        position = bisect_right(self.starts, offset)
        return self.paths[position - 1] if position else ""


def plain_of(text: str) -> Plain:
    """The text without blanks and signs of Markdown, full-width digits and letters made narrow."""
    kept = list(_kept(text))
    return Plain("".join(text[i] for i in kept).translate(_NARROW), tuple(kept))


def without_dirt(text: str) -> str:
    """The same of a short text, without the places."""
    return clean(text).translate(_NARROW)


def clean(text: str) -> str:
    """A short text without blanks and signs of Markdown, its characters as they are."""
    return _DIRT.sub("", text)


def _kept(text: str) -> Iterator[int]:
    position = 0
    for dirt in _DIRT.finditer(text):
        yield from range(position, dirt.start())
        position = dirt.end()
    yield from range(position, len(text))


def layout_of(plain: Plain, sections: Iterable[Section]) -> Layout:
    """Find the parts, in their order: first those that say how they begin, then the others between them."""
    listed = list(sections)
    starts = _chain([_places(plain.text, without_dirt(it.begins), 0, len(plain.text)) for it in listed])
    for first, last in _gaps(starts):
        low = starts[first - 1] + 1 if first else 0
        high = starts[last] if last < len(starts) else len(plain.text)
        starts[first:last] = _chain([_heading_places(plain.text, it, low, high) for it in listed[first:last]])
    found = [(plain.offsets[start], it.path) for start, it in zip(starts, listed, strict=True) if start >= 0]
    missing = tuple(it.path for start, it in zip(starts, listed, strict=True) if start < 0)
    return Layout(tuple(start for start, _ in found), tuple(path for _, path in found), missing)


def _gaps(starts: Sequence[int]) -> list[tuple[int, int]]:
    """The runs of parts that have no place yet, as first and behind last."""
    gaps, first = [], None
    for i, start in enumerate([*starts, 0]):
        if start < 0 and first is None:
            first = i
        elif start >= 0 and first is not None:
            gaps.append((first, i))
            first = None
    return gaps


def _heading_places(text: str, section: Section, low: int, high: int) -> list[int]:
    """Where the last heading of a path, or its name, stands: at the beginning of a sentence if it does anywhere."""
    if section.begins:
        return []  # these words are not in the text
    places: list[int] = []
    for words in dict.fromkeys((section.path.rpartition("/")[2], section.name)):
        wanted = without_dirt(words)
        if len(wanted) > 1:
            places += _places(text, wanted, low, high)
    return sorted(place for place in places if place == 0 or text[place - 1] in _STOPS) or sorted(places)


def _places(text: str, wanted: str, low: int, high: int) -> list[int]:
    places: list[int] = []
    while wanted and len(places) < _MOST_PLACES and (low := text.find(wanted, low, high)) >= 0:
        places.append(low)
        low += 1
    return places


def _chain(places: Sequence[Sequence[int]]) -> list[int]:
    """One place for as many parts as can be in ascending order, the earliest ones; -1 for the others."""
    ends: list[int] = []  # the earliest place that a chain of each length can end at
    last: list[tuple[int, int]] = []  # the part that it ends with, and its place
    before: dict[tuple[int, int], tuple[int, int]] = {}
    for part, candidates in enumerate(places):
        for place in sorted(candidates, reverse=True):
            length = bisect_left(ends, place)
            if length:
                before[part, place] = last[length - 1]
            ends[length : length + 1] = [place]
            last[length : length + 1] = [(part, place)]
    chosen = [-1] * len(places)
    link = last[-1] if last else None
    while link is not None:
        chosen[link[0]] = link[1]
        link = before.get(link)
    return chosen
