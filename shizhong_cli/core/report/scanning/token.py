"""A number as it stands in the clean text, before its surroundings are asked what it means."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass
from shizhong_cli.core.figure.units import Unit
from shizhong_cli.tuples import NamedTuple


class Token(NamedTuple):
    """One number. Places are those of the clean text."""

    start: int
    end: int
    class_: NumberClass
    digits: str = ""
    number: str = ""  # of a quantity: the figure as printed, unit included
    scale: str = ""  # 万, 亿 ... at the end of the number
    inside: str = ""  # 余 or 多 between number and unit
    unit_word: str = ""  # as printed, or shared by a later number of the list
    shared: str = ""  # scale word and unit that only a later number of the list has printed
    unit: Unit | None = None
    unknown: str = ""  # the word where a unit should be
    value: Fraction | None = None  # where the wording itself gives it: 翻一番, and ordinals
    bound: Bound | None = None  # where the place in a range gives it
    measure: Measure | None = None  # where the wording itself gives it
    unread: bool = False  # it says how much, but nobody can say how much

    @property
    def is_quantity(self) -> bool:
        """Whether it says how much."""
        return self.class_ is NumberClass.QUANTITY

    @property
    def is_part(self) -> bool:
        """Whether it is a part of a whole: 三分之一, 1/3, 一半."""
        return not self.unit and ("分之" in self.number or "/" in self.number or self.number == "一半")
