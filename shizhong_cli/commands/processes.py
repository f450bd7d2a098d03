"""The same done to many things by all cores: the results in their order, whatever the number of processes.

A process may be ended from outside, by a system that runs out of memory. What it may have been at is then begun anew,
each thing in a process of its own; one that ends two of these is lost, and not in the way of the rest.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

AT_A_TIME = 8
"""Things that are handed to a process together at most: fewer wait for each other, more save handing over."""
COLLECT_AFTER = 20_000
"""New objects after which garbage is looked for: next to none of ours goes in circles, and looking takes its time."""

Thing = TypeVar("Thing")
Done = TypeVar("Done")


def in_processes(
    work: Callable[[Thing], Done], things: Sequence[Thing], jobs: int | None, lost: Callable[[Thing], Done],
    together: int = AT_A_TIME,
) -> Iterator[Done]:  # fmt: skip
    """Do work on each, in ``jobs`` processes or on all cores; ``work`` and what it gives must be picklable.

    ``lost`` is what is given for a thing that ends its processes; ``together`` are handed over at once at most.
    """
    _collect_seldom()
    number = min(jobs or _cores(), len(things))
    if number < 2:
        yield from map(work, things)
        return
    size = max(1, min(together, len(things) // (4 * number)))  # so that all end at about the same time
    yield from _in_parts(work, [things[begin : begin + size] for begin in range(0, len(things), size)], number, lost)


def _in_parts(
    work: Callable[[Thing], Done], parts: Sequence[Sequence[Thing]], number: int, lost: Callable[[Thing], Done]
) -> Iterator[Done]:  # fmt: skip
    """Do work on each part, in a new pool whenever a process of the last one was ended."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    done: dict[int, list[Done]] = {}  # by the part, until it is its turn
    at = 0
    while at < len(parts):
        with _pool(number) as pool:
            begun = dict[int, Future[list[Done]]]()
            try:
                for part in range(at, len(parts)):
                    if part not in done:
                        begun[part] = pool.submit(_each, work, parts[part])
                while at < len(parts):
                    yield from done.pop(at, None) or begun.pop(at).result()
                    at += 1
            except BrokenProcessPool:
                done |= {part: one.result() for part, one in begun.items() if _is_done(one)}
        if at < len(parts) and at not in done:
            done[at] = [_by_itself(work, thing, lost) for thing in parts[at]]


def _each(work: Callable[[Thing], Done], things: Iterable[Thing]) -> list[Done]:
    return list(map(work, things))


def _is_done(begun: Future[Any]) -> bool:
    return begun.done() and not begun.cancelled() and begun.exception() is None


def _by_itself(work: Callable[[Thing], Done], thing: Thing, lost: Callable[[Thing], Done]) -> Done:
    """Do work on one thing in a process of its own, and where that is ended in a second one."""
    from concurrent.futures.process import BrokenProcessPool

    for _ in range(2):
        with suppress(BrokenProcessPool), _pool(1) as pool:
            return pool.submit(work, thing).result()
    return lost(thing)


@contextmanager
def _pool(number: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end when their work is done, or is waited for no longer."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    pool = ProcessPoolExecutor(number, get_context("fork" if sys.platform == "linux" else "spawn"), _begin_process)
    try:
        yield pool
    except BaseException:
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


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

    from shizhong_cli.ending import ON_SCREEN, UNFINISHED

    parent = parent_process()
    ON_SCREEN.clear()  # that is for the one that drew it to take back
    UNFINISHED.clear()  # and that for the one that writes it

    def follow() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    _collect_seldom()
    Thread(target=follow, daemon=True).start()
