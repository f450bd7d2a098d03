"""Which files this run has opened to read: whoever writes asks here, and leaves them alone.

The only thing that a run remembers. A file is known by what it is on the disk, so that a link, another spelling of its
path or ``/proc/self/fd/3`` is still the same file, and by its path, for one that has been replaced since.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_identities: set[tuple[int, int]] = set()
_paths: set[str] = set()


def begin() -> None:
    """Forget the run before."""
    _identities.clear()
    _paths.clear()


def note(descriptor: int, path: Path | None = None) -> None:
    """Remember a file that has been opened; ``path`` is its name where it has one."""
    with suppress(OSError):
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode) and status.st_ino:
            _identities.add((status.st_dev, status.st_ino))
        if path is not None:
            _paths.add(_real(path))


def opened() -> frozenset[str]:
    """The paths of the files that have been opened."""
    return frozenset(_paths)


def is_opened(path: Path) -> bool:
    """Whether this is one of the files that have been opened."""
    with suppress(OSError, ValueError):
        if _real(path) in _paths:
            return True
        status = path.stat()
        return (status.st_dev, status.st_ino) in _identities
    return False


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, be it there or not."""
    with suppress(OSError, ValueError):
        if _real(one) == _real(other):
            return True
        return os.path.samefile(one, other)
    return False


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
