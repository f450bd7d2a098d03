"""Run the program: the command ``shizhong``, and ``python -m shizhong_cli``.

A run is short: it makes no garbage that goes in circles, and the system takes its memory back at once when it ends.
Not collecting, and not taking everything apart at the end, is a sixth of the time of a command.
"""

import os

try:
    import gc
    import sys

    from shizhong_cli.ending import listen
except KeyboardInterrupt:  # Ctrl-C before it is listened to
    os._exit(130)


def main() -> None:
    """Run the program and leave with its exit code."""
    listen()
    gc.disable()
    from shizhong_cli.cli import main as run

    try:
        run()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
