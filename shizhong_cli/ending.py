"""The end of a run by a signal: at once, without a traceback, and with nothing half-written left behind.

It is listened to before anything else is imported, which takes most of the time of a run; so nothing is imported here
that is not in memory anyway.
"""

import os

UNFINISHED: set[str] = set()
"""Files that are being written beside those whose place they will take."""

ON_SCREEN: list[str] = []
"""What takes back from standard error what would stand on its last line for good: a bar that was growing."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def listen() -> None:
    """End at Ctrl-C and the like from now on; what the caller of the program has ignored stays ignored."""
    try:
        import signal

        for name in _SIGNALS:
            number = getattr(signal, name, None)  # Windows has not all of them
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _stop)
    except KeyboardInterrupt:  # before it could be listened to
        os._exit(130)


def _stop(number: int, frame: object) -> None:  # noqa: ARG001 - the system passes both
    """Leave with the exit code that shells give to the end by a signal."""
    for path in tuple(UNFINISHED):
        try:
            os.unlink(path)
        except OSError:
            continue
    for taking_back in ON_SCREEN:
        try:
            os.write(2, taking_back.encode())
        except OSError:
            continue
    os._exit(128 + number)
