"""The same question asked of many packs: the answers in their order, as they come, and one line of JSON each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Generic, TypeVar

from shizhong_cli.causes import Cause
from shizhong_cli.commands.processes import AT_A_TIME, in_processes
from shizhong_cli.commands.progress import with_progress
from shizhong_cli.commands.shared import Format, write_text
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.opened import begin
from shizhong_cli.rendering.wording import Language, Words

Question = TypeVar("Question")
Thing = TypeVar("Thing")
Short = TypeVar("Short")


@dataclass(frozen=True)
class Answer(Generic[Short]):
    """What is told of one pack."""

    short: Short  # in few numbers
    line: str = ""  # in full, where that is the question


@dataclass(frozen=True)
class Asked(Generic[Question, Thing, Short]):
    """A question with what answers it; of a pack that cannot be read the answer is why."""

    question: Question
    answer: Callable[[Question, Thing], Answer[Short]]  # raises CannotGoOn
    of_bad: Callable[[Question, Thing, Sequence[Problem]], Answer[Short]]
    together: int = AT_A_TIME  # things that one process is given at once at most

    def __call__(self, thing: Thing) -> Answer[Short]:
        """The answer of one pack."""
        begin()  # each is read for itself: none need be remembered for the next
        try:
            return self.answer(self.question, thing)
        except CannotGoOn as error:
            return self.of_bad(self.question, thing, error.problems)

    def lost(self, thing: Thing) -> Answer[Short]:
        """The answer of one whose process was ended from outside."""
        name = thing[0] if isinstance(thing, tuple) else str(thing).partition("\t")[0]
        return self.of_bad(self.question, thing, (Problem(Place(name), "Y001", Cause.ENDED),))


def answers(
    asked: Asked[Question, Thing, Short], packs: Sequence[Thing], jobs: int | None
) -> Iterator[Answer[Short]]:  # fmt: skip
    """Ask each pack, by all cores, with a bar on a terminal."""
    return with_progress(in_processes(asked, packs, jobs, asked.lost, asked.together), len(packs))


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
