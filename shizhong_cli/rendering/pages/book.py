"""A table of numbers for people, before any format: each number in the scale that its row is told in, 亿 or 万.

A workbook gets the numbers as numbers and the words around them as their format; a page gets both as text.
"""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.numerals import scale_word
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.rendering.pages.sheet import Tone
from shizhong_cli.rendering.sentences.numbers import fixed, percent, scaled_to
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.tuples import NamedTuple

_MOST_PLACES = 12
"""Decimals that are shown; a workbook keeps fifteen digits."""


class Number(NamedTuple):
    """A number as it is shown: with so many decimals, and words before and behind it."""

    value: Fraction
    places: int = 0
    before: str = ""
    after: str = ""
    signed: bool = False

    @property
    def digits(self) -> str:
        """The number alone, grouped, with all its decimals."""
        whole, point, decimals = fixed(self.value, self.places).partition(".")
        minus = "-" if whole.startswith("-") else ""
        plus = "+" if self.signed and self.value > 0 else ""
        return f"{plus}{minus}{abs(int(whole)):,}{point}{decimals}"

    def told_from(self, other: Fraction) -> Number:
        """The number with as many decimals as it takes not to look like another one that it is not."""
        number = self
        while self.value != other and number.places < _MOST_PLACES and number._looks_like(other):
            number = number._replace(places=number.places + 1)
        return number

    def _looks_like(self, other: Fraction) -> bool:
        return fixed(self.value, self.places) == fixed(other, self.places)

    @property
    def shown(self) -> str:
        """The whole of it as text."""
        return f"{self.before}{self.digits}{self.after}"


class Share(NamedTuple):
    """A share as a percentage that is never 100 % of what is not."""

    value: Fraction

    @property
    def shown(self) -> str:
        """As text."""
        return percent(self.value)


class BookCell(NamedTuple):
    """One cell."""

    content: Number | Share | str = ""
    tone: Tone = Tone.PLAIN

    @property
    def shown(self) -> str:
        """As text."""
        return self.content if isinstance(self.content, str) else self.content.shown


class Book(NamedTuple):
    """One table with what stands above and below it."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[BookCell, ...], ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    kept: int = 1  # columns that stay in sight


class Scale(NamedTuple):
    """The unit that the numbers of a row are told in: 亿美元 is 100 000 000 of 美元."""

    size: Fraction
    name: str

    def of(self, value: Fraction, places: int | None = None, signed: bool = False, after: str = "") -> Number:
        """A number in this unit, with the decimals that it has where none are asked for."""
        scaled = value / self.size
        return Number(scaled, decimals_of(scaled) if places is None else places, after=after, signed=signed)

    def printed(self, written: Written, before: str = "", after: str = "") -> Number:
        """A number with the decimals that were printed, no more and no fewer."""
        places = 0
        while self.size / 10**places > written.place and places < _MOST_PLACES:
            places += 1
        own = abs(written.scale) == self.size or self.size == 1
        scaled = written.value / self.size
        return Number(scaled, places if own else decimals_of(scaled), before, after)


def scale_for(written: Written, unit_name: str, words: Words) -> Scale:
    """The scale that a figure is printed in; in English that of its size."""
    if written.unit in RATIOS or words.language is Language.EN:
        scaled, name = scaled_to(written.value, written.unit, words)
        size = written.value / scaled if scaled else Fraction(1)
        return Scale(size, f"{name} {unit_name}".strip())
    name = scale_word(abs(written.scale))
    return Scale(abs(written.scale) if name else Fraction(1), f"{name}{unit_name}")


def decimals_of(value: Fraction) -> int:
    """How many decimals a number has; of one that does not end three, or as many as it takes not to show as nought."""
    for places in range(_MOST_PLACES + 1):
        if (value * 10**places).denominator == 1:
            return places
    return 3 + next((more for more in range(_MOST_PLACES) if fixed(abs(value), 3 + more).strip("0.")), 0)
