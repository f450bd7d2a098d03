"""Numbers and periods out of texts, wherever these come from: a YAML file, a CSV cell, the command line."""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.figure.characters import other_digit
from shizhong_cli.core.figure.parsing import NotANumber, OtherDigit, TooLong, UnknownUnit, parse_figure
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
        problems.append(Problem(place, "F002", error.found, suggestion=nearest(error.found, _suggestible(units))))
    except TooLong as error:
        problems.append(Problem(place, "F009", error.found, str(error.most)))
    except OtherDigit as error:
        problems.append(Problem(place, "F010", text.strip(), error.found))
    except NotANumber as error:
        problems.append(Problem(place, "F001", error.found))
    return None


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
    other = other_digit(text)
    return Problem(place, "F010", text, other) if other else Problem(place, "P001", text)
