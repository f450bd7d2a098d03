"""Problems as data: where, which rule, and the words to fill in. Sentences are made in ``rendering.wording``."""

from collections.abc import Iterable
from enum import StrEnum

from shizhong_cli.tuples import NamedTuple


class Place(NamedTuple):
    """A spot in a file; line and column count from 1, and 0 means that the whole file, or the whole line, is meant."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        spot = (self.file, self.line, self.column) if self.column else (self.file, self.line)
        return ":".join(map(str, spot)) if self.line else self.file


class Spot(NamedTuple):
    """Where the characters of a text of a file stand."""

    place: Place
    on_one_line: bool
    in_quotes: bool

    def at(self, offset: int) -> Place:
        """The place of a character of the text; of the beginning, when it is written over several lines."""
        if not self.on_one_line:
            return self.place
        return self.place._replace(column=self.place.column + offset + self.in_quotes)


class Forms(StrEnum):
    """How a time may be written, where one was expected."""

    PERIOD = "period"  # in the data files
    DAY = "day"  # on the command line and in tables, where people write it in many ways


class Columns(str):
    """Columns of a table that people fill, by the names that programs call them, with commas between."""


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
        super().__init__(self.problems)  # what is given to another process with it

    def __str__(self) -> str:
        return "; ".join(f"{problem.place} {problem.code}" for problem in self.problems)
