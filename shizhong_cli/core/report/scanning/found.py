"""What a text is found to contain: one record for every number in it."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass
from shizhong_cli.core.report.scanning.tables import Cell
from shizhong_cli.core.report.scanning.words import Reason
from shizhong_cli.tuples import NamedTuple


class FoundNumber(NamedTuple):
    """One number of a text. ``start`` and ``end`` count code points in the text as given, ``end`` not included.

    The span is number, scale word and unit as printed; the words around it (超过, 左右) are in ``qualifier``.
    """

    start: int
    end: int
    paragraph: int  # from 1
    text: str  # the text from start to end, dirt included
    class_: NumberClass
    digits: str = ""  # the Arabic digits with their point, half-width; empty for Chinese numerals
    value: Fraction | None = None  # scale words multiplied out, decreases negative; of quantities and ordinals
    unit: str | None = None  # canonical symbol; empty when none is printed, None when it is not known or no quantity
    unknown_unit: str = ""  # the word in the place of the unit, when it is no known one
    qualifier: str = ""  # 超过, 左右, 预计 ... as printed, with blanks between
    bound: Bound = Bound.EXACT
    low: Fraction | None = None  # the ends, where the bound is a range: 两三个
    high: Fraction | None = None
    estimated: bool = False  # 预计
    measure: Measure | None = None  # what the verb suggests; of quantities only
    noun: str = ""  # what is counted or measured, as far as it can be told
    period: str = ""  # the last date or plan named before it in its paragraph, as printed
    unread: bool = False  # it says how much, but cannot be read: 5—10—15亿元
    cell: Cell | None = None  # the heads of its row and its column, where it is all of a cell of a table
    shared: str = (
        ""  # scale word and unit that stand in the head of a table, behind the last of a list or on the next page
    )
    since: str = ""  # what a change is against, as printed: “十三五”末, 2020年, 上年


class FoundWord(NamedTuple):
    """Chinese numerals that are part of a word, in places of the text as given."""

    start: int
    end: int
    reason: Reason
