"""Bytes of a file, as text: regular files only, and none larger than anyone would write."""

from __future__ import annotations

import stat
from pathlib import Path

from shizhong_cli.problems import Place, Problem

LARGEST_FILE = 8 * 1024 * 1024


def read_text(path: Path, file: str, encodings: tuple[str, ...]) -> tuple[str, list[Problem]]:
    """The text of a file in the first of the encodings that fits; ``file`` names it in the problems."""
    problems: list[Problem] = []
    raw = read_bytes(path, file, problems)
    if raw is None:
        return "", problems
    problem = Problem(Place(file), "Y003")
    for encoding in encodings:
        try:
            return raw.decode(encoding), []
        except UnicodeDecodeError as error:
            problem = _undecodable(raw, file, encodings, error)
    return "", [problem]


def read_bytes(path: Path, file: str, problems: list[Problem], most: int = LARGEST_FILE) -> bytes | None:
    """The bytes of a regular file; ``None`` with a problem when it cannot be read or has more than ``most``."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(None, "not a regular file")
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links
        problems.append(Problem(Place(file), "Y001", getattr(error, "strerror", None) or str(error)))
        return None
    if len(raw) > most:
        problems.append(Problem(Place(file), "Y002", expected=str(most)))
        return None
    return raw


def _undecodable(raw: bytes, file: str, encodings: tuple[str, ...], error: UnicodeDecodeError) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    begin = raw.rfind(b"\n", 0, error.start) + 1
    column = len(raw[begin : error.start].decode(error.encoding, "replace")) + 1
    names = " / ".join(name.removesuffix("-sig").upper() for name in encodings)
    return Problem(Place(file, line, column), "Y003", f"0x{raw[error.start]:02x}", names)
