"""Whole files or none: what is written stands beside the old file first and takes its place in one step.

Whoever reads meanwhile sees the old content or the new, and a full disk or a kill leaves the old one. Here alone it is
decided what may be written over: never what this run has read, the data and the ledger in force, data and ledgers of
others, or the files that this program itself keeps beside a ledger.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from time import sleep

from shizhong_cli.causes import cause_of
from shizhong_cli.ending import UNFINISHED
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.opened import is_opened, is_same
from shizhong_cli.reading.pack.places import BASELINES, TARGETS, data_folder
from shizhong_cli.tuples import NamedTuple

_TEMPORARY = ".shizhong-{}.tmp"
_ABANDONED = 3600
"""Seconds after which nobody is still writing a temporary file."""


class Purpose(StrEnum):
    """What a file is written for."""

    RESULT = "result"
    DATA = "data"  # the two files of a pack, which may take the place of others where that is allowed
    LEDGER = "ledger"  # by the one who keeps it
    REVIEW = "review"  # the two files of a draft, changed by the one who walks through them


_OWNERS = (Purpose.LEDGER, Purpose.REVIEW)
"""Purposes of those who read a file in order to write it."""
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_whole(path: Path, content: bytes, replace: bool = True, purpose: Purpose = Purpose.RESULT) -> None:
    """Make ``content`` the content of a file, and safe on the disk; a link is followed, permissions are kept.

    Raises ``CannotGoOn``: W002 when it cannot be written, W003 when it is there already and ``replace`` is not allowed,
    W007 when nothing may be written over it.
    """
    write_together({path: content}, replace, purpose)


def write_together(files: Mapping[Path, bytes], replace: bool = True, purpose: Purpose = Purpose.RESULT) -> None:
    """The same for files that belong together: none takes its place before all of them are safe on the disk."""
    for path in files:
        keep_apart(path, purpose)
    ready: list[_Ready] = []
    try:
        for path, content in files.items():
            with _told(path):
                if _is_stream(path):
                    path.write_bytes(content)
                else:
                    _prepare(path, content, replace, ready)
        for shown, temporary, target in ready:
            with _told(shown):
                _put(temporary, target, replace)
    finally:
        for _, temporary, _ in ready:
            with suppress(OSError):
                temporary.unlink()
            UNFINISHED.discard(str(temporary))
    for folder in {one.target.parent for one in ready}:
        _keep_folder(folder)


class _Ready(NamedTuple):
    """A file that is written beside the one whose place it will take."""

    shown: Path  # as it was named
    temporary: Path
    target: Path


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What hinders the writing of a file, with the name that it was given."""
    try:
        yield
    except FileExistsError:
        raise CannotGoOn([Problem(Place(str(path)), "W003")]) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        raise CannotGoOn([Problem(Place(str(path)), "W002", cause_of(error))]) from None


def keep_apart(path: Path, purpose: Purpose = Purpose.RESULT) -> None:
    """Refuse to write over what has to stay. Raises ``CannotGoOn``."""
    if _is_kept(path, purpose) or (purpose not in _OWNERS and _is_needed(path)):
        raise CannotGoOn([Problem(Place(str(path)), "W007")])


def _is_needed(path: Path) -> bool:
    """Whether this run has read it, or the next one would."""
    return is_opened(path) or any(is_same(path, one) for one in _in_force())


def _in_force() -> Iterator[Path]:
    """The data and the ledger that are read where no others are named."""
    from shizhong_cli.reading.actuals.ledgers import ledger_path

    for name in (BASELINES, TARGETS):
        yield data_folder(None) / name
    yield ledger_path()


def _is_kept(path: Path, purpose: Purpose) -> bool:
    """Whether it is there and somebody's data, or a file of this program beside a ledger."""
    with suppress(OSError, ValueError):
        target = Path(os.path.realpath(path))
        if _OWN.fullmatch(target.name):
            return True
        if not stat.S_ISREG(target.stat().st_mode):
            return False
        is_data = target.name.casefold() in (BASELINES, TARGETS)
        return (is_data and purpose not in (Purpose.DATA, Purpose.REVIEW)) or (
            purpose is not Purpose.LEDGER and _is_ledger(target)
        )
    return False


_OWN = re.compile(r"\.shizhong-.*\.tmp|\..+\.lock", re.IGNORECASE)


def _is_ledger(path: Path) -> bool:
    """Whether it begins with the headings of a ledger: those of actuals, and when they were recorded."""
    from shizhong_cli.reading.actuals.from_file import columns_of
    from shizhong_cli.reading.tables import csv_rows

    with path.open("rb") as stream:
        head = stream.read(_HEAD).lstrip(b"\r\n").partition(b"\n")[0]
    for encoding in ("utf-8-sig", "gb18030"):
        rows = csv_rows(head.decode(encoding, "replace"), "", [])
        if rows and "recorded" in (columns_of(rows[0], []) or ()):
            return True
    return False


_HEAD = 4096
"""Bytes that hold the headings of any ledger."""


def _is_stream(path: Path) -> bool:
    """Whether it is a device or a pipe, such as /dev/stdout, which has no place for a new file to take."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def sweep(folder: Path) -> None:
    """Remove the temporary files that a kill left here; no write takes as long as the age they must have."""
    oldest = time.time() - _ABANDONED
    for left in folder.glob(_TEMPORARY.format("*")):
        with suppress(OSError):
            if left.lstat().st_mtime < oldest:
                left.unlink()


def _prepare(shown: Path, content: bytes, replace: bool, ready: list[_Ready]) -> None:
    target = Path(os.path.realpath(shown))
    mode = _mode_of(target)
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if mode is not None and not replace:
        raise FileExistsError
    if mode is not None and not (mode & _WRITABLE and os.access(target, os.W_OK)):  # also for who may do anything
        raise PermissionError(errno.EACCES, "")
    if (names := os.stat(target).st_nlink if mode is not None else 1) > 1:
        raise CannotGoOn([Problem(Place(str(shown)), "W012", str(names))])  # the other names would keep the old file
    temporary = target.with_name(_TEMPORARY.format(secrets.token_hex(8)))
    UNFINISHED.add(str(temporary))
    ready.append(_Ready(shown, temporary, target))
    _fill(temporary, content, mode)


def _mode_of(target: Path) -> int | None:
    """What kind of file there is, with its permissions; ``None`` when there is none."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):  # whatever can be followed has been followed
        raise OSError(errno.ELOOP, "")
    return mode


def _fill(temporary: Path, content: bytes, mode: int | None) -> None:
    """A new file with the permissions of the old one, or those that new files have here."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(temporary, flags, 0o666), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if mode is not None:
        temporary.chmod(stat.S_IMODE(mode))


def _put(temporary: Path, target: Path, replace: bool) -> None:
    """Give the new file its name; without ``replace`` only when nothing has taken the name meanwhile."""
    if not replace:
        try:
            os.link(temporary, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if target.exists():
                raise FileExistsError from None
        else:
            return
    _replace(temporary, target)


def _replace(temporary: Path, target: Path) -> None:
    """Let the new file take the place; where a file that is being read cannot be replaced, try again for a moment."""
    for _ in range(_TRIES if os.name == "nt" else 0):
        with suppress(PermissionError):
            temporary.replace(target)
            return
        sleep(_PAUSE)
    temporary.replace(target)


_TRIES, _PAUSE = 20, 0.05


def _keep_folder(folder: Path) -> None:
    """Have the new name on the disk too, where folders can be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
