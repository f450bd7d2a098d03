"""Bytes of a file or a pipe, as text: regular files only, and none larger than anyone would write."""

from __future__ import annotations

import errno
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from shizhong_cli.causes import NotRegular, cause_of
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.opened import note

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
            problem = undecodable(file, encodings, error)
    return "", [problem]


def read_bytes(path: Path, file: str, problems: list[Problem], most: int = LARGEST_FILE) -> bytes | None:
    """The bytes of a regular file; ``None`` with a problem when it cannot be read or has more than ``most``."""

    def first(size: int) -> bytes:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(mode):
            raise NotRegular
        with path.open("rb") as stream:
            note(stream.fileno(), path)
            return stream.read(size)

    return _no_more_than(most, first, file, problems)


def read_pipe(file: str, problems: list[Problem], most: int) -> bytes | None:
    """The same for standard input."""

    def first(size: int) -> bytes:
        if sys.stdin is None:  # closed by who started the program
            raise OSError(errno.EBADF, "")
        with suppress(OSError):  # a stream without a descriptor
            note(sys.stdin.fileno())
        return sys.stdin.buffer.read(size)

    return _no_more_than(most, first, file, problems)


def _no_more_than(most: int, first: Callable[[int], bytes], file: str, problems: list[Problem]) -> bytes | None:
    try:
        raw = first(most + 1)
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a name with a null character
        problems.append(Problem(Place(file), "Y001", cause_of(error)))
        return None
    if len(raw) > most:
        problems.append(too_large(file, most))
        return None
    return raw


def too_large(file: str, most: int) -> Problem:
    """That there is more to read than ``most`` bytes; how much more is not known."""
    return Problem(Place(file), "Y002", f"> {most}", str(most))


def undecodable(file: str, encodings: tuple[str, ...], error: UnicodeDecodeError) -> Problem:
    """That bytes are a text in none of the encodings, with the place where the last of them broke off."""
    before = error.object[: error.start].decode(error.encoding, "replace").removeprefix("\ufeff")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    names = " / ".join(name.removesuffix("-sig").upper() for name in encodings)
    return Problem(Place(file, line, column), "Y003", f"0x{error.object[error.start]:02x}", names)
