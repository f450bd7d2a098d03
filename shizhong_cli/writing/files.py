"""Whole files or none: what is written stands beside the old file first and takes its place in one step.

Whoever reads meanwhile sees the old content or the new, and a full disk or a kill leaves the old one.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path
from time import sleep

from shizhong_cli.problems import CannotGoOn, Place, Problem

_TEMPORARY = ".shizhong-{}.tmp"
_ABANDONED = 3600
"""Seconds after which nobody is still writing a temporary file."""


_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_whole(path: Path, content: bytes, replace: bool = True) -> None:
    """Make ``content`` the content of a file, and safe on the disk; a link is followed, permissions are kept.

    Raises ``CannotGoOn``: W002 when it cannot be written, W003 when it is there already and ``replace`` is not allowed.
    """
    try:
        if _is_stream(path):
            path.write_bytes(content)
        else:
            _write(Path(os.path.realpath(path)), content, replace)
    except FileExistsError:
        raise CannotGoOn([Problem(Place(str(path)), "W003")]) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotGoOn([Problem(Place(str(path)), "W002", reason)]) from None


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


def _write(target: Path, content: bytes, replace: bool) -> None:
    mode = _mode_of(target)
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(content)  # a device or a pipe has no place to take; a folder says that it is one
        return
    if mode is not None and not replace:
        raise FileExistsError
    if mode is not None and not (mode & _WRITABLE and os.access(target, os.W_OK)):  # also for who may do anything
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if (names := os.stat(target).st_nlink if mode is not None else 1) > 1:
        raise CannotGoOn([Problem(Place(str(target)), "W012", str(names))])  # the other names would keep the old file
    temporary = target.with_name(_TEMPORARY.format(secrets.token_hex(8)))
    try:
        _fill(temporary, content, mode)
        _put(temporary, target, replace)
    finally:
        with suppress(OSError):
            temporary.unlink()
    _keep_folder(target.parent)


def _mode_of(target: Path) -> int | None:
    """What kind of file there is, with its permissions; ``None`` when there is none."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):  # whatever can be followed has been followed
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
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
