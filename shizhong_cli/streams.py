"""The streams that a run talks by, and the size of the page: whatever the caller has done to them, they can be used."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from shizhong_cli.causes import cause_of
from shizhong_cli.problems import CannotGoOn, Place, Problem

LARGEST_PAGE = 10_000
"""Cells; no terminal is as wide."""


class _Closed(io.TextIOBase):
    """Standard output that the caller has closed: what is written to it is lost, and that is said."""

    encoding = "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:  # noqa: ARG002
        raise OSError(errno.EBADF, "")


def prepare() -> None:
    """Streams that can be written to, in every encoding, and a page of a size that is a number."""
    for descriptor in range(3):  # else a file that is opened takes the place of a stream, and is written into
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115 - lives as long as the program
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    for name in ("COLUMNS", "LINES"):
        size = os.environ.pop(name, "").lstrip("0")
        if re.fullmatch("[0-9]+", size):
            os.environ[name] = size if len(size) < len(str(LARGEST_PAGE)) else str(LARGEST_PAGE)


@contextmanager
def standard_output() -> Iterator[IO[str]]:
    """Standard output for a whole result. Raises ``CannotGoOn`` when it does not get there."""
    try:
        yield sys.stdout
        sys.stdout.flush()
    except OSError as error:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - nothing more can be written
        raise CannotGoOn([Problem(Place("stdout"), "W001", cause_of(error))]) from None
