"""The text layer of a PDF, read in a process of its own: memory and time are bounded there, and a crash ends only it.

Started by ``pdf_files`` as a script, with the PDF as standard input; it knows nothing of the rest of the program. The
only importer of pypdfium2. A page is ``[pieces, level, upright]``: the pieces of its lines, each ``[text, left, right,
baseline, size]`` in points, and the rules drawn on it, each ``[place, begin, end]``, which no piece crosses. A page
whose text does not run from left to right is all of its text instead.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

BROKEN, LOCKED, LONG_TEXT, OVER = 10, 11, 12, 13
"""Exit codes, beside 0 and whatever a crash gives."""
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_WIDEST_GAP, _WIDEST_IN_NUMBERS = 0.4, 0.6
"""Between two characters of one piece, in parts of their size; between those of numbers, which may be two cells."""
_OF_NUMBERS = frozenset("0123456789.,%-−")
_SMALL, _HIGH = 0.8, 0.12
"""How small a raised digit is, and how far it stands above the line, in parts of the size of the others."""
_MOST_SINGLE = 0.5
"""A page of which more pieces than this are of one character does not run from left to right."""
_FEW = 20
_TAB = 9
_MIDDLE = 0.35
"""How far above its baseline the middle of a character is, in parts of its size."""
_OF_A_BOX = 5
"""Corners that a path has which is one box."""
_MOST_RULES, _SHORTEST_RULE, _THIN = 8000, 4.0, 3.0
"""How many rules a page of tables has at most; how long in points one is at least, and how thick at most."""


Point = tuple[float, float]
Box = tuple[float, ...]
"""Left, low, right, high."""


class Glyph(NamedTuple):
    """One character where it stands."""

    character: str
    left: float
    right: float
    baseline: float
    size: float


class Rule(NamedTuple):
    """A straight line that is level or upright: its place on the other axis, where it begins and ends."""

    place: float
    begin: float
    end: float


class Piece(NamedTuple):
    """A piece of a line."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


def main() -> int:
    """Write the pages as a list in JSON. Arguments: the most bytes of text, mebibytes of memory, seconds."""
    most_text, most_memory, seconds = map(int, sys.argv[1:])
    raw = sys.stdin.buffer.read()
    import pypdfium2

    _bound(most_memory, seconds)
    try:
        document = pypdfium2.PdfDocument(raw)
        pages, size = [], 0
        for text, page in _pages(document):
            size += len(text.encode("utf-8", "replace"))
            if size > most_text:
                return LONG_TEXT
            if time.process_time() > seconds:
                return OVER
            pages.append(page)
    except pypdfium2.PdfiumError:
        return LOCKED if b"/Encrypt" in raw else BROKEN  # an encrypted one says so in its trailer
    except MemoryError:
        return OVER
    sys.stdout.buffer.write(json.dumps(pages).encode("ascii"))
    return 0


def _pages(document: Any) -> Iterator[tuple[str, object]]:
    """The text of every page, and the pieces that it consists of."""
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        text = layer.get_text_range()
        level, upright = _rules(page)
        pieces = [_piece(line) for line in _lines(_glyphs(layer), upright)]
        single = sum(piece.text == piece.text[:1] for piece in pieces)
        is_other = len(pieces) > _FEW and single > _MOST_SINGLE * len(pieces)
        yield text, text if is_other else (pieces, level, upright)
        layer.close()
        page.close()


def _glyphs(layer: Any) -> Iterator[Glyph]:
    """Every character but the line ends, in the order of the file; blanks have no size."""
    from pypdfium2 import raw

    page, box, x, y = layer.raw, raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(layer.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        character = " " if code == _TAB else chr(code) if code < 0x110000 else "\ufffd"
        if character in "\r\n\0":
            continue
        if character.isspace() or raw.FPDFText_IsGenerated(page, index) == 1:
            yield Glyph(character, 0, 0, 0, 0)
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        yield Glyph(character, box.left, box.right, y.value, max(box.top - box.bottom, 1.0))


def _lines(glyphs: Iterator[Glyph], upright: list[Rule]) -> Iterator[list[Glyph]]:
    """The characters of one piece after the other: those that follow each other on one line without a wide gap."""
    piece: list[Glyph] = []
    blanks: list[Glyph] = []
    for glyph in glyphs:
        if not glyph.size:
            blanks.append(glyph)
            continue
        if piece and (not _follows(glyph, piece[-1]) or _are_divided(piece[-1], glyph, upright)):
            yield piece
            piece, blanks = [], []
        piece += [*blanks, glyph] if piece else [glyph]
        blanks = []
    if piece:
        yield piece


def _follows(glyph: Glyph, last: Glyph) -> bool:
    size = max(glyph.size, last.size)
    numbers = glyph.character in _OF_NUMBERS and last.character in _OF_NUMBERS
    widest = _WIDEST_IN_NUMBERS if numbers else _WIDEST_GAP
    is_level = abs(glyph.baseline - last.baseline) < 0.5 * size
    return is_level and -0.5 * size < glyph.left - last.right < widest * size


def _are_divided(last: Glyph, glyph: Glyph, upright: list[Rule]) -> bool:
    """Whether a rule stands between two characters; ``upright`` is in order."""
    one, other = sorted(((last.left + last.right) / 2, (glyph.left + glyph.right) / 2))
    middle = glyph.baseline + _MIDDLE * glyph.size
    between = upright[bisect_left(upright, (one,)) : bisect_right(upright, (other,))]
    return any(rule.begin < middle < rule.end for rule in between)


def _rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    """The rules of a page, level and upright ones, in order; none where there are more than tables have."""
    from pypdfium2 import raw

    boxes: list[Box] = []
    if raw.FPDFPage_CountObjects(page.raw) > _MOST_RULES:
        return [], []  # a map
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)
    for path in paths:
        boxes += _boxes(path.raw)
        if len(boxes) > _MOST_RULES:
            return [], []
    level = [Rule((low + high) / 2, left, right) for left, low, right, high in boxes if high - low < _THIN]
    upright = [Rule((left + right) / 2, low, high) for left, low, right, high in boxes if right - left < _THIN]
    return _long(level), _long(upright)


def _long(rules: list[Rule]) -> list[Rule]:
    return sorted(rule for rule in rules if rule.end - rule.begin >= _SHORTEST_RULE)


def _boxes(path: Any) -> Iterator[Box]:
    """What a path draws: a box for each of its lines, or for each of its areas where these are filled only."""
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value:
        for points in _outlines(path):
            yield from map(_box, pairwise(points))
    elif fill.value and raw.FPDFPath_CountSegments(path) <= _OF_A_BOX:
        ends = tuple(ctypes.c_float() for _ in range(4))
        raw.FPDFPageObj_GetBounds(path, *ends)
        yield tuple(end.value for end in ends)
    elif fill.value:
        yield from map(_box, _outlines(path))


def _outlines(path: Any) -> Iterator[list[Point]]:
    """The corners of each part of a path, in points of the page."""
    from pypdfium2 import raw

    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    points: list[Point] = []
    for index in range(min(raw.FPDFPath_CountSegments(path), _OF_A_BOX * _MOST_RULES)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if points and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _box(points: Sequence[Point]) -> Box:
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _piece(glyphs: list[Glyph]) -> Piece:
    """The text of a piece, its raised digits as such, with its place."""
    seen = [glyph for glyph in glyphs if glyph.size]
    size = max(glyph.size for glyph in seen)
    baseline = min(glyph.baseline for glyph in seen if glyph.size > _SMALL * size)
    text = "".join(_shown(glyph, size, baseline) for glyph in glyphs)
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Piece(whole, min(glyph.left for glyph in seen), max(glyph.right for glyph in seen), baseline, size)


def _shown(glyph: Glyph, size: float, baseline: float) -> str:
    is_raised = 0 < glyph.size < _SMALL * size and glyph.baseline > baseline + _HIGH * size
    return glyph.character.translate(_RAISED) if is_raised else glyph.character


def _bound(mebibytes: int, seconds: int) -> None:
    """Take no more than so much memory beyond what is taken already, and no more time; where the system can."""
    try:
        import resource
    except ImportError:
        return
    taken = Path("/proc/self/statm")
    pages = int(taken.read_text().split()[0]) if taken.exists() else 0
    for limit, most in (
        (resource.RLIMIT_AS, pages * resource.getpagesize() + (mebibytes << 20)),
        (resource.RLIMIT_CPU, seconds + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    sys.exit(main())
