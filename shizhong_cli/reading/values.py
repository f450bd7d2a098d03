"""Numbers and periods out of texts, wherever these come from: a YAML file, a CSV cell, the command line."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping

from shizhong_cli.core.figure.characters import half_width, other_digit
from shizhong_cli.core.figure.parsing import NotANumber, OtherDigit, TooLong, UnknownUnit, parse_figure, read_printed
from shizhong_cli.core.figure.period import InvalidPeriod, Period, parse_period
from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.spelling import nearest


def read_number(
    text: str, units: Mapping[str, Unit], place: Place, problems: list[Problem], unit: str | None = None
) -> Written | None:
    """The number of a text, in ``unit`` where none is printed; ``None`` with a problem when it cannot be read."""
    try:
        return parse_figure(text, units, unit)
    except UnknownUnit as error:
        if error.found.startswith(","):  # 5,2%
            problems.append(Problem(place, "F001", text, suggestion=_meant(text, units)))
        else:
            problems.append(Problem(place, "F002", error.found, suggestion=nearest(error.found, _suggestible(units))))
    except TooLong as error:
        problems.append(Problem(place, "F009", error.found, str(error.most)))
    except OtherDigit as error:
        problems.append(Problem(place, "F010", text.strip(), error.found))
    except NotANumber as error:
        problems.append(Problem(place, "F001", error.found, suggestion=_meant(text, units)))
    return None


_POINT_AS_COMMA = re.compile("(?P<whole>[0-9]+)[,，](?P<decimals>[0-9]{1,2})(?![0-9,，])")
_DASH = re.compile("——|[—–～~至到-]")


def _meant(text: str, units: Mapping[str, Unit]) -> str:
    """What a text that is no number most likely is: 5,2% is 5.2%, 3%—2% is 2%—3%."""
    first, *second = _DASH.split(text.strip(), maxsplit=1)
    turned = [f"{second[0]}—{first}"] if second else []
    pointed = _POINT_AS_COMMA.sub(r"\g<whole>.\g<decimals>", half_width(text.strip()))
    return next((meant for meant in (pointed, *turned) if meant != text and read_printed(meant, units)), "")


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
    years = _YEARS.fullmatch(half_width(text.strip()))
    turned = f"{years[2]}/{years[1]}" if years and years[2] < years[1] else ""
    return Problem(place, "P001", text, suggestion=turned)


_YEARS = re.compile("([0-9]{4})/([0-9]{4})")
_MONTH = re.compile("([0-9]{4})[-/.年]([0-9]{1,2})(?:月|[-/.月]([0-9]{1,2})日?)?")
_QUARTER = re.compile("([0-9]{4})-?Q[0-9]")


def _span_of(text: str) -> str:
    """From which to which month, day or quarter there is one, where a text names one that there is not."""
    if match := _MONTH.fullmatch(text):
        year, month = match[1], int(match[2])
        if not 1 <= month <= 12:
            return f"{year}-01 … {year}-12"
        return f"{year}-{month:02}-01 … {year}-{month:02}-{monthrange(int(year), month)[1]}" if match[3] else ""
    return f"{match[1]}-Q1 … {match[1]}-Q4" if (match := _QUARTER.fullmatch(text)) else ""
