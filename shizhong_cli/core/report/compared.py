"""The numbers of a text and the figures of the data, as they come together."""

from __future__ import annotations

from shizhong_cli.core.pack.declared import Exclusion
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.report.figure_text import printed
from shizhong_cli.core.report.scanning import FoundNumber
from shizhong_cli.tuples import NamedTuple


class Printed(NamedTuple):
    """One number of a report, with its part of the report and the plain text around it."""

    number: FoundNumber
    section: str = ""
    before: str = ""
    after: str = ""
    line: int = 0  # of the text, or of the index, from 1
    column: int = 0
    has_text: bool = True  # false in an index, which keeps nothing of the text around a number
    figures: tuple[str, ...] = ()  # those that had the number when an index was made

    @property
    def text(self) -> str:
        """The number as printed, without dirt."""
        return printed(self.number)

    @property
    def is_unread(self) -> bool:
        """Whether it says how much, but cannot be read: 两三个, 数十家."""
        return self.number.unread


class Match(NamedTuple):
    """A figure and its number; a range that is printed as two numbers has both."""

    figure: Figure
    printed: Printed
    upper: Printed | None = None

    @property
    def says_the_same(self) -> bool:
        """Whether wording and sign agree too: 超过12.6万户 is not 12.6万户."""
        if self.upper is not None:
            return True
        number, written = self.printed.number, self.figure.written
        same_sign = number.value is None or number.value * written.value >= 0
        return same_sign and (number.value is None or number.bound is written.bound)


class Excluded(NamedTuple):
    """A number that is no figure, for what it is or by declaration."""

    printed: Printed
    exclusion: Exclusion | None = None


class Coverage(NamedTuple):
    """How the numbers of a text and the figures of the data come together."""

    matched: tuple[Match, ...] = ()
    undeclared: tuple[Printed, ...] = ()
    unmatched: tuple[Figure, ...] = ()
    misplaced: tuple[Match, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    outdated: tuple[Exclusion, ...] = ()  # exclusions without a number

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left over, out of place or out of date."""
        return not (self.undeclared or self.unmatched or self.misplaced or self.outdated)

    @property
    def unlike(self) -> list[Match]:
        """Matches whose wording differs; not findings, since the words around a number can be read in two ways."""
        return [match for match in self.matched if not match.says_the_same]
