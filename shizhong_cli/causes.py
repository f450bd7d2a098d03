"""Why the system or a library refused, in our words; theirs change, and are in no language of ours.

A cause goes into a problem as what was found. The sentences are in ``rendering.texts.causes``.
"""

from __future__ import annotations

import errno
from enum import StrEnum


class Cause(StrEnum):
    """A kind of failure that a person can do something about."""

    NOT_FOUND = "not_found"
    EXISTS = "exists"
    FOLDER = "folder"
    NOT_A_FOLDER = "not_a_folder"
    NOT_REGULAR = "not_regular"
    PERMISSION = "permission"
    READ_ONLY = "read_only"
    NO_SPACE = "no_space"
    QUOTA = "quota"
    TOO_LARGE = "too_large"
    LONG_NAME = "long_name"
    BAD_NAME = "bad_name"
    LOOP = "loop"
    TOO_MANY_OPEN = "too_many_open"
    BUSY = "busy"
    DEVICE = "device"
    CLOSED = "closed"
    MEMORY = "memory"
    ENDED = "ended"
    UNKNOWN = "unknown"
    EMPTY = "empty"
    NOTHING_LISTED = "nothing_listed"
    DAMAGED = "damaged"
    QUOTES = "quotes"
    LONG_CELL = "long_cell"


_OF_ERRNO = {
    "ENOENT": Cause.NOT_FOUND,
    "EEXIST": Cause.EXISTS,
    "EISDIR": Cause.FOLDER,
    "ENOTDIR": Cause.NOT_A_FOLDER,
    "EACCES": Cause.PERMISSION,
    "EPERM": Cause.PERMISSION,
    "EROFS": Cause.READ_ONLY,
    "ENOSPC": Cause.NO_SPACE,
    "EDQUOT": Cause.QUOTA,
    "EFBIG": Cause.TOO_LARGE,
    "ENAMETOOLONG": Cause.LONG_NAME,
    "ELOOP": Cause.LOOP,
    "EMFILE": Cause.TOO_MANY_OPEN,
    "ENFILE": Cause.TOO_MANY_OPEN,
    "EBUSY": Cause.BUSY,
    "ETXTBSY": Cause.BUSY,
    "EIO": Cause.DEVICE,
    "ENODEV": Cause.DEVICE,
    "ENXIO": Cause.DEVICE,
    "EPIPE": Cause.CLOSED,
    "EBADF": Cause.CLOSED,
    "ENOMEM": Cause.MEMORY,
}
"""By the name of the number, since not every system has all of them."""


class NotRegular(OSError):
    """Something that is neither a file nor a folder: a device, a pipe, a socket."""


def cause_of(error: Exception) -> str:
    """Why a file cannot be read or written; the name of the system's number where there is no word for it."""
    if isinstance(error, NotRegular):
        return Cause.NOT_REGULAR
    if isinstance(error, RuntimeError):  # how pathlib tells of links that lead to each other
        return Cause.LOOP
    if not isinstance(error, OSError):  # a name with a null character, or one that cannot be encoded
        return Cause.BAD_NAME
    name = errno.errorcode.get(error.errno or 0, "")
    return _OF_ERRNO.get(name) or name or Cause.UNKNOWN
