"""Runs the fuzzers: ``python tests/fuzz/run.py --inputs 100000 --seed 7 [TARGET ...]``.

A module of this folder that has ``TARGETS`` adds its own: a name and a function that makes one input from a
``Random``, gives it to the program, and fails with an exception where a promise is broken. Every input has a chance of
its own, so a failure is repeated by ``--seed``, its target and ``--first`` with the number that was printed.
"""

from __future__ import annotations

import argparse
import pkgutil
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeAlias

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:
    sys.path.insert(0, str(HERE.parent))  # as a script: the tests find each other as they do in pytest

Target: TypeAlias = Callable[[Random], None]
SLOW = 5.0
"""Seconds of computing in which every input ends."""
LARGEST = 300
"""Mebibytes that the process may ever have taken, above what it had before the first input."""


class Failure(NamedTuple):
    """An input that broke a promise."""

    number: int
    reason: str


def targets() -> dict[str, Target]:
    """All targets of the modules beside this one, by name."""
    found: dict[str, Target] = {}
    for module in pkgutil.iter_modules([str(HERE)]):
        if module.name != "run" and not module.name.startswith("test_"):
            found |= getattr(import_module(f"fuzz.{module.name}"), "TARGETS", {})
    return found


def failures(name: str, target: Target, inputs: int, seed: int, first: int = 0) -> Iterator[Failure]:
    """Give a target its inputs; those that broke a promise, each with how."""
    for number in range(first, first + inputs):
        started = time.process_time()
        try:
            target(Random(f"{seed}/{name}/{number}"))
        except KeyboardInterrupt:
            raise
        except BaseException:  # noqa: BLE001 - whatever it is, it is what we look for
            yield Failure(number, traceback.format_exc(limit=-6))
        if (taken := time.process_time() - started) > SLOW:
            yield Failure(number, f"{taken:.1f} s")


def memory() -> int:
    """The most mebibytes this process ever took; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Run the targets that are named, or all; 1 when anything failed."""
    known = targets()
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("target", nargs="*", choices=[[], *known], metavar="TARGET", help="default: all of them")
    options.add_argument("--inputs", type=int, default=10_000, help="for each target")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--first", type=int, default=0, help="number of the first input")
    given = options.parse_args()
    bad = 0
    for name in given.target or known:
        started, before = time.monotonic(), memory()
        for failure in failures(name, known[name], given.inputs, given.seed, given.first):
            bad += 1
            print(f"{name} --seed {given.seed} --first {failure.number} --inputs 1\n{failure.reason}", flush=True)
        if memory() - before > LARGEST:
            bad += 1
            print(f"{name}: {memory() - before} MiB")
        print(f"{name}: {given.inputs} inputs in {time.monotonic() - started:.0f} s", flush=True)
    print(f"{bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
