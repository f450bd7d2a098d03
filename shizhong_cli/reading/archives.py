"""The archives that office files are: how much may be unpacked, and told before any library sees it.

Elements and attributes are counted by their signs, < and ", while a part is inflated: that is never less than there are
and costs next to nothing. A declaration of entities is refused: what stands behind one is lost on the way, or grows.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from shizhong_cli.causes import Cause
from shizhong_cli.tuples import NamedTuple

MOST_MEMBERS = 4096
"""Members of one archive; every one costs memory before it is looked at."""

MOST_OF_ONE = 1000
"""Attributes of one element: some readers compare each with all others."""

_ENTRY = b"PK\x01\x02"
_PIECE = 1 << 20
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
_ENCODING = re.compile(rb"""^[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]+)""")
_ENCODINGS = (b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1")
BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error)
"""What zipfile raises at bytes that are no archive."""


class Refused(Exception):
    """An archive that is not unpacked; ``kind`` is a word of ``Reason``, with what was found and the limit."""

    def __init__(self, kind: str, found: str = "", limit: str = "", part: str = "") -> None:
        super().__init__(kind, found, limit, part)
        self.kind, self.found, self.limit, self.part = kind, found, limit, part


NO_ARCHIVE, LOCKED, TOO_LARGE, TOO_MANY, ENTITIES = "no archive", "locked", "too large", "too many", "entities"


class Limits(NamedTuple):
    """How much one part may hold."""

    bytes: int
    elements: int
    attributes: int


def members(raw: bytes) -> dict[str, ZipInfo]:
    """The members of an archive by name. Raises ``Refused`` for what is none, has a password, or has too many."""
    if (number := raw.count(_ENTRY)) > MOST_MEMBERS:
        raise Refused(TOO_MANY, str(number), str(MOST_MEMBERS), "ZIP")
    try:
        with ZipFile(BytesIO(raw)) as archive:
            found = {entry.filename: entry for entry in archive.infolist()}
    except BROKEN:
        raise Refused(NO_ARCHIVE, Cause.DAMAGED) from None
    if any(entry.flag_bits & 1 for entry in found.values()):
        raise Refused(LOCKED)
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in found.values()):
        raise Refused(NO_ARCHIVE, "compression")
    return found


def count_part(raw: bytes, name: str, limits: Limits, entities: bool = False) -> int:
    """Inflate a part of XML once, keeping nothing; how many elements it has at most.

    Raises ``Refused`` where there is too much of anything, and unless ``entities`` may be declared, where some are.
    """
    size = elements = quotes = crowded = 0
    before = b""
    for piece in _pieces(raw, name):
        size += len(piece)
        elements += piece.count(b"<") - piece.count(b"</")
        quotes += _quotes(piece)
        first, *others = map(_quotes, piece.split(b"<"))
        most, crowded = max(crowded + first, *others, 0), others[-1] if others else crowded + first
        for found, limit in ((elements, limits.elements), (quotes // 2, limits.attributes), (most // 2, MOST_OF_ONE)):
            if found > limit:
                raise Refused(TOO_MANY, f"> {limit}", str(limit), name)
        if size > limits.bytes:
            raise Refused(TOO_LARGE, f"> {limits.bytes}", str(limits.bytes), name)
        _check_head((before + piece).replace(b"\0", b""), not before, name, entities)
        before = piece[-32:]
    return elements


def _quotes(piece: bytes) -> int:
    return piece.count(b'"') + piece.count(b"'")


def _check_head(plain: bytes, is_first: bool, name: str, entities: bool) -> None:
    """Refuse declared entities, and encodings in which the signs that are counted would look otherwise."""
    if not entities and any(sign in plain for sign in _DECLARED):
        raise Refused(ENTITIES, part=name)
    named = _ENCODING.match(plain[:300]) if is_first else None
    if named and named[1].lower() not in _ENCODINGS:
        raise Refused(NO_ARCHIVE, named[1].decode("ascii", "replace"), part=name)


def _pieces(raw: bytes, name: str) -> Iterator[bytes]:
    try:
        with ZipFile(BytesIO(raw)) as archive, archive.open(name) as stream:
            while piece := stream.read(_PIECE):
                yield piece
    except (*BROKEN, KeyError, RuntimeError):
        raise Refused(NO_ARCHIVE, Cause.DAMAGED, part=name) from None
