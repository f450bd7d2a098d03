"""Numbers and periods out of texts, wherever these come from: a YAML file, a CSV cell, the command line."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping

from shizhong_cli.core.figure.alike import Alike
from shizhong_cli.core.figure.characters import half_width, other_digit
from shizhong_cli.core.figure.parsing import FigureError, OtherDigit, TooLong, UnknownUnit, parse_figure, read_printed
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.period import InvalidPeriod, Period, parse_period
from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.problems import Forms, Place, Problem
from shizhong_cli.reading.spelling import nearest


def read_number(
    text: str, units: Mapping[str, Unit], place: Place, problems: list[Problem], unit: str | None = None,
    alike: Alike | None = None,
) -> Written | None:  # fmt: skip
    """The number of a text, in ``unit`` where none is printed; ``None`` with a problem when it cannot be read.

    ``alike`` remembers what texts of these units come to.
    """
    try:
        if fixed := _with_point(text, units, _ZERO_AND_COMMA):  # 0,523 would be read as 523
            problems.append(Problem(place, "F011", text.strip(), fixed))
            return None
        return alike.parse(text, unit) if alike else parse_figure(text, units, unit)
    except TooLong as error:
        problems.append(Problem(place, "F009", error.found, str(error.most)))
    except OtherDigit as error:
        problems.append(Problem(place, "F010", text.strip(), error.found))
    except FigureError as error:
        problems.append(_why_no_number(text, error, units, place))
    return None


def _why_no_number(text: str, error: FigureError, units: Mapping[str, Unit], place: Place) -> Problem:
    """What is wrong with a text: the slips that people make on a keyboard before anything else."""
    if fixed := _with_point(text, units, _COMMA_FOR_POINT):
        return Problem(place, "F011", text.strip(), fixed)
    if says_nothing(text):
        return Problem(place, "F012", text.strip())
    if isinstance(error, UnknownUnit):
        return Problem(place, "F002", error.found, suggestion=nearest(error.found, _suggestible(units)))
    return Problem(place, "F001", error.found, suggestion=_turned(text, units))


_DASH = "——|[—–～~至到-]"


def _turned(text: str, units: Mapping[str, Unit]) -> str:
    """The range that one from more to less is meant to be: 3%—2% is 2%—3%."""
    first, *second = compiled(_DASH).split(text.strip(), maxsplit=1)
    turned = f"{second[0]}—{first}" if second else ""
    return turned if turned and read_printed(turned, units) else ""


_TYPED_FOR_POINT = frozenset(",、。·")
_COMMA_FOR_POINT = r"(?<=[0-9])[,、。·](?=[0-9]{1,2}(?![0-9]))"
_ZERO_AND_COMMA = r"(?<![0-9.,]0)(?<=0),(?=[0-9])"
"""What stands where a point is meant: in 5，2% and 5。2%; behind a zero that begins a number a comma is never one of
thousands."""

_NOTHING = frozenset(
    ("-", "--", "---", "–", "—", "——", "−", "/", "\\", "…", "……", "*", "无", "暂无", "没有", "尚无", "未公布", "未发布",
     "待公布", "空", "n/a", "na", "n.a.", "nil", "none", "null", "tbd")
)  # fmt: skip
"""What people write into a cell that there is nothing for."""


def says_nothing(text: str) -> bool:
    """Whether a text says that there is no number: 无, —, N/A."""
    return half_width(text).strip().casefold() in _NOTHING


def _with_point(text: str, units: Mapping[str, Unit], pattern: str) -> str:
    """The text with a point where another sign was typed for it; nothing where that makes no number of it."""
    plain = half_width(text).strip()
    if _TYPED_FOR_POINT.isdisjoint(plain):
        return ""
    fixed = re.sub(pattern, ".", plain)
    try:
        return fixed if fixed != plain and parse_figure(fixed, units) else ""
    except FigureError:
        return ""


def _suggestible(units: Mapping[str, Unit]) -> list[str]:
    """The words to suggest: of a currency its own name only, for 圆 is not 日圆."""
    return [word for word, unit in units.items() if word == unit.symbol or not unit.currency]


def read_period(text: str, place: Place, problems: list[Problem]) -> Period | None:
    """The period of a text; ``None`` with a problem when it is none."""
    try:
        return parse_period(text)
    except InvalidPeriod:
        problems.append(not_a_period(text, place))
        return None


def not_a_period(text: str, place: Place) -> Problem:
    """What is wrong with a text that names no period."""
    if other := other_digit(text):
        return Problem(place, "F010", text, other)
    if span := _span_of(half_width(text.strip())):
        return Problem(place, "P003", text, span)
    years = compiled(_YEARS).fullmatch(half_width(text.strip()))
    turned = f"{years[2]}/{years[1]}" if years and years[2] < years[1] else ""
    return Problem(place, "P001", text, Forms.PERIOD, turned)


_YEARS = "([0-9]{4})/([0-9]{4})"
_MONTH = "([0-9]{4})[-/.年]([0-9]{1,2})(?:月|[-/.月]([0-9]{1,2})日?)?"
_QUARTER = "([0-9]{4})-?Q[0-9]"


def _span_of(text: str) -> str:
    """From which to which month, day or quarter there is one, where a text names one that there is not."""
    if match := compiled(_MONTH).fullmatch(text):
        year, month = match[1], int(match[2])
        if not 1 <= month <= 12:
            return f"{year}-01 … {year}-12"
        return f"{year}-{month:02}-01 … {year}-{month:02}-{monthrange(int(year), month)[1]}" if match[3] else ""
    return f"{match[1]}-Q1 … {match[1]}-Q4" if (match := compiled(_QUARTER).fullmatch(text)) else ""
