"""Days on the command line, as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from shizhong_cli.commands.talking import say
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import clock

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.pack.rows import Row
    from shizhong_cli.rendering.wording import Words


def with_year(catalogue: Catalogue, text: str, option: str, words: Words) -> str:
    """What was typed, with the year of the targets where it has none; what it was taken for is told.

    Raises ``CannotGoOn`` for months that are known, and can be no day of a sum (4—6月), and for what may be two days.
    """
    from shizhong_cli.core.figure.characters import half_width
    from shizhong_cli.reading.dates import LATE, read_day
    from shizhong_cli.reading.two_days import may_be_two
    from shizhong_cli.reading.typed_dates import completed

    full = completed(text, year_of(catalogue), clock.today())
    if full == text and (two := may_be_two(half_width("".join(text.split())), year_of(catalogue), Place(option))):
        raise CannotGoOn([two._replace(found=text.strip())])
    late: list[Problem] = []
    period = read_day(full, Place(option), late) if full != text else None
    if any(problem.code == LATE for problem in late):
        raise CannotGoOn([problem._replace(found=text.strip()) for problem in late])
    if period is None:
        return text
    say(words("as_of.taken", option=option, text=text.strip(), period=period, last=period.last.isoformat()))
    return str(period)


def year_of(catalogue: Catalogue) -> int | None:
    """The year that most targets are for."""
    from shizhong_cli.core.progress import next_year

    return next_year.year_of(catalogue)


def within(text: str, option: str) -> timedelta:
    """So many days, weeks or months of thirty days: 30d, 30天, 4w, 2周, 1个月. Raises ``CannotGoOn``."""
    match = re.fullmatch("([0-9]{1,4})(d|天|日|w|周|个月|m)?", text.strip().lower())
    if match is None:
        raise CannotGoOn([Problem(Place(option), "P005", text)])
    days = {"w": 7, "周": 7, "m": 30, "个月": 30}.get(match[2] or "", 1)
    return timedelta(days=int(match[1]) * days)


def still_to_come(year: int | None, text: str | None) -> Row:
    """The day that was given, as a field of what is told, where it is still to come; nothing for any other text.

    ``year`` is what a day without one is of.
    """
    from shizhong_cli.reading.dates import read_day
    from shizhong_cli.reading.typed_dates import completed

    period = read_day(completed(text, year, clock.today()), Place("--as-of"), []) if text else None
    return {"still_to_come": period.last.isoformat()} if period is not None and period.last > clock.today() else {}


def tell_of_the_future(year: int | None, text: str | None, words: Words) -> None:
    """Say that a day which was given is still to come; what is wrong with it is told where it is read."""
    if text and (coming := still_to_come(year, text)):
        say(words("as_of.future", text=text.strip(), last=coming["still_to_come"]))


def last_day(catalogue: Catalogue, text: str, option: str, words: Words) -> date:
    """The last day of the period that an option names. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.dates import read_day

    problems: list[Problem] = []
    period = read_day(with_year(catalogue, text, option, words), Place(option), problems)
    if period is None:
        raise CannotGoOn(problems)
    return period.last
