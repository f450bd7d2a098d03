"""The same done to many things by all cores: the results in their order, whatever the number of processes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

AT_A_TIME = 8
"""Things that are handed to a process together at most: fewer wait for each other, more save handing over."""
COLLECT_AFTER = 20_000
"""New objects after which garbage is looked for: next to none of ours goes in circles, and looking takes its time."""

Thing = TypeVar("Thing")
Done = TypeVar("Done")


def in_processes(work: Callable[[Thing], Done], things: Sequence[Thing], jobs: int | None = None) -> Iterator[Done]:
    """Do work on each, in ``jobs`` processes or on all cores; ``work`` and what it gives must be picklable."""
    _collect_seldom()
    number = min(jobs or _cores(), len(things))
    if number < 2:
        yield from map(work, things)
        return
    from multiprocessing import get_context

    context = get_context("fork" if sys.platform == "linux" else "spawn")
    at_a_time = max(1, min(AT_A_TIME, len(things) // (4 * number)))  # so that all end at about the same time
    with context.Pool(number, _begin_process) as pool:
        yield from pool.imap(work, things, at_a_time)
        pool.close()  # done: they end by themselves, and none is stopped while it still begins
        pool.join()


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _collect_seldom() -> None:
    """A run over many is long, and collects; what is there already stays. See ``__main__``."""
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)
    gc.enable()


def _begin_process() -> None:
    """End with the process that started this one, however that ends."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    from shizhong_cli.ending import ON_SCREEN

    parent = parent_process()
    ON_SCREEN.clear()  # that is for the one that drew it to take back

    def follow() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    _collect_seldom()
    Thread(target=follow, daemon=True).start()
