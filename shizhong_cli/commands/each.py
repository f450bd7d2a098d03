"""The same question asked of many packs: the answers in their order, as they come, and one line of JSON each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Generic, TypeVar

from shizhong_cli.commands.processes import in_processes
from shizhong_cli.commands.progress import with_progress
from shizhong_cli.commands.shared import Format, write_text
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.problems import Problem
from shizhong_cli.rendering.wording import Language, Words

Thing = TypeVar("Thing")
Short = TypeVar("Short")


@dataclass(frozen=True)
class Answer(Generic[Short]):
    """What is told of one pack."""

    short: Short  # in few numbers
    line: str = ""  # in full, where that is the question


def answers(
    work: Callable[[Thing], Answer[Short]], packs: Sequence[Thing], jobs: int | None
) -> Iterator[Answer[Short]]:  # fmt: skip
    """Ask each pack, by all cores, with a bar on a terminal."""
    return with_progress(in_processes(work, packs, jobs), len(packs))


def are_lines(format: Format | None, output: Path | None) -> bool:
    """Whether one line of JSON a pack is asked for, by the format or by the name of the file."""
    return format is Format.JSON or (format is None and str(output).endswith(".json"))


def write_lines(told: Iterable[Answer[Short]], output: Path | None) -> list[Short]:
    """Write one object a pack, each as soon as it is there."""
    listed = []

    def fill(stream: IO[str]) -> None:
        for one in told:
            listed.append(one.short)
            stream.write(one.line)
            stream.flush()

    write_text(output, fill)
    return listed


def line_of(content: Row, problems: Iterable[Problem], language: Language) -> str:
    """One pack as a line of JSON, with what is wrong with its files."""
    from shizhong_cli.rendering.formats.text import json_line
    from shizhong_cli.rendering.sentences.names import problem_text

    words = Words(language)
    return json_line({**content, "problems": [problem_text(one, words) for one in problems]})
