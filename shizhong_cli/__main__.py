"""Run the program: the command ``shizhong``, and ``python -m shizhong_cli``.

Before anything is imported, the working folder is taken out of the places that modules come from: files there are data,
whatever they are called. Out of reach is only what the interpreter itself imports before it comes here, and, with
``-m``, a folder called shizhong_cli; the command ``shizhong`` is not open to that one.

A run is short, and makes no garbage that goes in circles: it does not collect, neither on the way nor at its end, where
everything that others have registered still runs. Seen (CPython 3.11, a busy machine, processor time, medians of 21
alternating runs of ``gap``, ``--version`` and ``verify-baselines``): not collecting on the way saves 6, 7 and 4 %, not
collecting at the end another 8, 10 and 12 %. Leaving by ``os._exit`` would save 0, 7 and -5 % more, which is nothing
but noise for a command that reads data, and swallow what is registered.
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
    try:
        _leave_out_working_folder()
        listen()
    except KeyboardInterrupt:  # Ctrl-C before it is listened to
        os._exit(130)
    gc.disable()
    if sys.warnoptions:
        _let_warnings_pass()
    from shizhong_cli.cli import main as run

    try:
        run()
    finally:
        gc.freeze()  # the collection at the end of the interpreter finds nothing to look at


def _leave_out_working_folder() -> None:
    """Take the working folder out of the path of modules.

    It stays, as the last place, where the program itself lies in it: what it needs may lie there too.
    """
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:  # it is there no more
        here = ""
    own = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    library = os.path.dirname(os.path.realpath(os.__file__))
    places = [os.path.realpath(place) if place else here for place in sys.path]
    first = places.index(library) if library in places else len(places)  # after it come the installed packages
    sys.path[:] = [
        entry for number, (entry, place) in enumerate(zip(sys.path, places, strict=True))
        if place != here or number > first
    ] + [here] * (own == here)  # fmt: skip


def _let_warnings_pass() -> None:
    """Show what ``-W error`` asked to raise: that is meant for the code of the user, not for the libraries below."""
    if any("error".startswith(option.partition(":")[0].strip() or "-") for option in sys.warnoptions):
        import warnings

        warnings.simplefilter("default")


if __name__ == "__main__":
    main()
