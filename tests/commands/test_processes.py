"""Work in several processes: the same results in the same order, also where a process is ended from outside."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from shizhong_cli.causes import Cause
from shizhong_cli.commands.each import Answer, Asked, answers
from shizhong_cli.commands.processes import in_processes
from shizhong_cli.problems import Problem

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nothing ends a process without its doing there")


def doubled(deadly: dict[int, int], folder: Path, thing: int) -> int:
    """Twice a number; the process is ended as often as ``deadly`` says for it, as a system without memory ends it."""
    with (folder / str(thing)).open("a", encoding="utf-8") as file:
        file.write("x")
    if (folder / str(thing)).stat().st_size <= deadly.get(thing, 0):
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * thing


@pytest.mark.parametrize(
    ("deadly", "lost"),
    [
        ({}, []),
        ({0: 1}, []),
        ({49: 1}, []),
        ({7: 9}, [7]),
        ({0: 9, 49: 9}, [0, 49]),
        ({20: 1, 21: 1, 22: 9, 40: 9}, [22, 40]),
        (dict.fromkeys(range(10), 9), list(range(10))),
    ],
    ids=str,
)
@pytest.mark.parametrize("together", [1, 8])
def test_what_ends_its_process_is_told_and_the_rest_is_done(tmp_path, deadly, lost, together):
    work = partial(doubled, deadly, tmp_path)
    done = list(in_processes(work, range(50), 2, lambda thing: -thing - 1, together))
    assert done == [-thing - 1 if thing in lost else 2 * thing for thing in range(50)]


def test_what_was_done_is_not_done_again(tmp_path):
    """Only what the ended processes may have been at is begun anew."""
    list(in_processes(partial(doubled, {25: 1}, tmp_path), range(50), 2, str, 1))
    again = [thing for thing in range(50) if (tmp_path / str(thing)).stat().st_size > 1]
    assert 25 in again
    assert len(again) <= 4


def test_an_error_is_raised_and_nothing_hangs():
    with pytest.raises(ZeroDivisionError):
        list(in_processes((1).__truediv__, [1, 1, 0, *[1] * 50], 2, str))
    rest = in_processes(abs, range(50), 2, str)
    assert next(rest) == 0
    rest.close()


def told(question: str, thing: str) -> Answer[str]:
    """An answer whose process is ended."""
    if thing.startswith(question):
        os.kill(os.getpid(), signal.SIGKILL)
    return Answer(thing)


def refused(_: str, thing: str, problems: Sequence[Problem]) -> Answer[str]:
    """Which one, where and why."""
    return Answer(f"{thing} {problems[0].place} {problems[0].found}")


def test_a_pack_that_ends_its_process_is_a_bad_one():
    """Its problem names it, and says why."""
    listed = [one.short for one in answers(Asked("b", told, refused), ["a", "b\tb.txt", "c"], 2)]
    assert listed == ["a", f"b\tb.txt b {Cause.ENDED}", "c"]
