"""The text layer of a PDF, read in a process of its own: memory and time are bounded there, and a crash ends only it.

Started by ``pdf_files`` as a script, with the PDF as standard input; it knows nothing of the rest of the program. The
only importer of pypdfium2. A page is a list of pieces of lines, each ``[text, left, right, baseline, size]`` in points;
one whose text does not run from left to right is all of its text instead.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from collections.abc import Iterator
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


class Glyph(NamedTuple):
    """One character where it stands."""

    character: str
    left: float
    right: float
    baseline: float
    size: float


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
        pieces = [_piece(line) for line in _lines(_glyphs(layer))]
        single = sum(piece.text == piece.text[:1] for piece in pieces)
        yield text, text if len(pieces) > _FEW and single > _MOST_SINGLE * len(pieces) else pieces
        layer.close()
        page.close()


def _glyphs(layer: Any) -> Iterator[Glyph]:
    """Every character but the line ends, in the order of the file; blanks have no size."""
    from pypdfium2 import raw

    page, box, x, y = layer.raw, raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(layer.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        character = chr(code) if code < 0x110000 else "\ufffd"
        if character in "\r\n\0":
            continue
        if character.isspace() or raw.FPDFText_IsGenerated(page, index) == 1:
            yield Glyph(character, 0, 0, 0, 0)
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        yield Glyph(character, box.left, box.right, y.value, max(box.top - box.bottom, 1.0))


def _lines(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """The characters of one piece after the other: those that follow each other on one line without a wide gap."""
    piece: list[Glyph] = []
    blanks: list[Glyph] = []
    for glyph in glyphs:
        if not glyph.size:
            blanks.append(glyph)
            continue
        if piece and not _follows(glyph, piece[-1]):
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
