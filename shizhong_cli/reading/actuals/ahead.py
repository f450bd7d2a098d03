"""Rows of files that tell of a time that was not over: no command takes them for what came in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.ahead import is_to_come, recorded_ahead
from shizhong_cli.problems import Place, Problem


def come_in(actuals: Iterable[Actual], today: date, problems: list[Problem]) -> list[Actual]:
    """The figures of times that are over; the others are problems, each with its row."""
    kept = []
    for actual in actuals:
        if problem := _ahead(actual, today):
            problems.append(problem)
        else:
            kept.append(actual)
    return kept


def not_over(period: Period | None, today: date, place: Place) -> Problem | None:
    """What is wrong with a time that is named for a figure which came in."""
    if period is None or not is_to_come(period, today):
        return None
    return Problem(place, "A049", str(period), today.isoformat())


def _ahead(actual: Actual, today: date) -> Problem | None:
    place = actual.cell or actual.place or Place("--as-of")
    if problem := not_over(actual.as_of, today, place):
        return problem
    day = recorded_ahead(actual)
    return Problem(place, "A050", str(actual.as_of), day.isoformat()) if day else None
