"""Problems as data: where, which rule, and the words to fill in. Sentences are made in ``rendering.wording``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """A spot in a file; line and column count from 1, and 0 means that the whole file is meant."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(NamedTuple):
    """Something the author of a file, or the caller, has to put right."""

    place: Place
    code: str  # for example F002; the first letter names the family
    found: str = ""
    expected: str = ""
    suggestion: str = ""
    excerpt: str = ""  # the text that is wrong, with a caret below the spot


class CannotGoOn(Exception):
    """The work cannot be done; carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("; ".join(f"{p.place} {p.code}" for p in self.problems))

    def __reduce__(self) -> tuple[type[CannotGoOn], tuple[tuple[Problem, ...]]]:
        """How it passes between processes: by its problems, not by its message."""
        return type(self), (self.problems,)
