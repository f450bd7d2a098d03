"""Doing something again each time when a file that it has read has changed."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from shizhong_cli.commands.talking import say
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.opened import begin, opened
from shizhong_cli.rendering.sentences.names import problem_text
from shizhong_cli.rendering.wording import Words

EVERY = 0.5
"""Seconds between two looks."""


def watch(make: Callable[[], None], output: Path, also: Iterable[Path], words: Words) -> None:
    """Make it, and again after every change of what was read and of ``also``, until Ctrl-C.

    What is wrong with the files is told, and waited for. Changes are seen by looking, which works on every system and
    on folders of other machines.
    """
    also = tuple(also)
    for _ in _changes(lambda: {*opened(), *map(str, also)}):
        begin()
        try:
            make()
        except CannotGoOn as error:
            for problem in error.problems:
                say(problem_text(problem, words), is_error=True)
        else:
            say(words("watch.written", time=time.strftime("%H:%M:%S"), file=output))
        gc.collect()  # which the program, made for short runs, leaves undone


def _changes(files: Callable[[], Iterable[str]]) -> Iterator[None]:
    """Once at the beginning, then whenever a file differs from what it was before the last time."""
    while True:
        before = _seen(files())
        yield
        before = {file: before.get(file, mark) for file, mark in _seen(files()).items()}
        while _seen(before) == before:
            time.sleep(EVERY)


def _seen(files: Iterable[str]) -> dict[str, tuple[int, int] | None]:
    """The time and size of files; of one that is not there nothing."""
    return {file: _mark(Path(file)) for file in files}


def _mark(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
