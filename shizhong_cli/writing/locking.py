"""One writer at a time: a lock file beside what is written, gone when nobody holds it. The only importer of filelock.

Whoever removes a lock file while others wait for it leaves them a lock on a file that nobody sees. So a lock counts
only while the file that was locked still stands under its name; it is removed before it is let go.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PAUSE = 0.02
"""Seconds between two looks at a lock that another holds."""


class Busy(Exception):
    """Another program did not let go."""


if sys.platform == "win32":  # the system itself keeps others from what is open; filelock removes its file

    @contextmanager
    def held(lock: Path, patience: float) -> Iterator[None]:
        """Hold the lock; raises ``Busy`` after ``patience`` seconds, ``OSError`` where no file can be made."""
        from filelock import FileLock, Timeout

        try:
            with FileLock(lock, timeout=patience):
                yield
        except Timeout:
            raise Busy from None

else:
    import fcntl

    @contextmanager
    def held(lock: Path, patience: float) -> Iterator[None]:
        """Hold the lock; raises ``Busy`` after ``patience`` seconds, ``OSError`` where no file can be made."""
        end = time.monotonic() + patience
        while (descriptor := _locked(lock)) is None:
            if time.monotonic() >= end:
                raise Busy
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            with suppress(OSError):  # a folder where nothing may be removed any more
                lock.unlink()
            os.close(descriptor)

    def _locked(lock: Path) -> int | None:
        """The lock file, open and locked; nothing where another holds it, or it is no longer the one of that name."""
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(descriptor), os.lstat(lock)):
                return descriptor
        except (BlockingIOError, FileNotFoundError):
            pass
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        return None
