"""Long pages on a terminal go through a pager: the one that SHIZHONG_PAGER or PAGER name, else less where it is there.

Nothing is paged in a pipe or a file, on a page that fits, or with ``--no-pager``. What the pager is, only the
environment says, which is the user's; a file of settings can only switch it off.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO

from shizhong_cli.streams import standard_output

NONE = "cat"
"""What PAGER is where nobody wants one."""

_OWN = {"LESS": "FRX", "LESSCHARSET": "utf-8", "LV": "-c"}
"""What pagers are told unless the user tells them something else: end where all fits, keep colours, leave it there."""

_AT_ONCE = 1.0
"""Seconds in which nobody has read a page: a pager that ends with an error before has shown none."""

_paging = {"off": False}


def no_pager(off: bool) -> None:
    """Whether this run pages nothing."""
    _paging["off"] = off


@contextmanager
def paged_output() -> Iterator[IO[str]]:
    """Standard output for a whole page that somebody reads. Raises ``CannotGoOn`` when it does not get there."""
    pager = [] if _paging["off"] or not _is_read(sys.stdout) else pager_of(os.environ)
    if not pager:
        with standard_output() as stream:
            yield stream
        return
    page = _Page(sys.stdout.encoding)
    yield page
    text = page.getvalue()
    from shutil import get_terminal_size

    if text.count("\n") < get_terminal_size().lines or not _shown_by(pager, text):
        with standard_output() as stream:
            stream.write(text)


def pager_of(environment: Mapping[str, str]) -> list[str]:
    """The command of the pager; nothing where there is none, or none is wanted."""
    from shlex import split
    from shutil import which

    named = environment.get("SHIZHONG_PAGER", environment.get("PAGER"))
    if environment.get("TERM") == "dumb":
        return []
    if named is None:
        return ["less"] if sys.platform != "win32" and which("less") else []
    try:
        command = split(named, posix=sys.platform != "win32")
    except ValueError:
        return []
    return [] if command[:1] in ([], [NONE]) or not which(command[0]) else command


class _Page(io.StringIO):
    """A page that is drawn as for the terminal it will be shown on."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the terminal: what it cannot show is not drawn."""
        return self._encoding

    def isatty(self) -> bool:
        return True


def _is_read(stream: IO[str]) -> bool:
    """Whether somebody sits before it."""
    return stream is sys.__stdout__ and stream.isatty()


def _shown_by(pager: list[str], text: str) -> bool:
    """Let the pager show a page, as long as its reader wants; whether it did: it started, and did not fail at once.

    Ctrl-C ends what the pager does and not the pager; one that was left takes nothing any more, which is no error.
    """
    import signal
    import subprocess
    from time import monotonic

    environment, encoding = {**_OWN, **os.environ}, sys.stdout.encoding
    left_to_it = [signal.SIGINT, *([signal.SIGPIPE] if hasattr(signal, "SIGPIPE") else [])]
    begun = monotonic()
    try:
        process = subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    kept = [(number, signal.signal(number, signal.SIG_IGN)) for number in left_to_it]
    try:
        with suppress(OSError):  # whoever has read enough does not wait for the end
            process.communicate(text.encode(encoding, "replace"))
        process.wait()
    finally:
        for number, handler in kept:
            signal.signal(number, handler)
    return process.returncode == 0 or monotonic() - begun > _AT_ONCE
