"""Bytes of a file, as text: regular files only, and none larger than anyone would write."""

from __future__ import annotations

import stat
from pathlib import Path

from shizhong_cli.problems import Place, Problem

LARGEST_FILE = 8 * 1024 * 1024


def read_text(path: Path, file: str, encodings: tuple[str, ...]) -> tuple[str, list[Problem]]:
    """The text of a file in the first of the encodings that fits; ``file`` names it in the problems."""
    try:
        raw = _read_bytes(path)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links
        return "", [Problem(Place(file), "Y001", getattr(error, "strerror", None) or str(error))]
    if len(raw) > LARGEST_FILE:
        return "", [Problem(Place(file), "Y002", expected=str(LARGEST_FILE))]
    problem = Problem(Place(file), "Y003")
    for encoding in encodings:
        try:
            return raw.decode(encoding), []
        except UnicodeDecodeError as error:
            problem = _undecodable(raw, file, encodings, error)
    return "", [problem]


def _read_bytes(path: Path) -> bytes:
    """At most one byte more than the limit."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(None, "not a regular file")
    with path.open("rb") as stream:
        return stream.read(LARGEST_FILE + 1)


def _undecodable(raw: bytes, file: str, encodings: tuple[str, ...], error: UnicodeDecodeError) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    begin = raw.rfind(b"\n", 0, error.start) + 1
    column = len(raw[begin : error.start].decode(error.encoding, "replace")) + 1
    names = " / ".join(name.removesuffix("-sig").upper() for name in encodings)
    return Problem(Place(file, line, column), "Y003", f"0x{raw[error.start]:02x}", names)
