"""The clock of a run: the day up to which things came in, and the moment that is written beside them."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day of this run."""
    return date.today()


def now() -> datetime:
    """The moment, with its distance from UTC."""
    return datetime.now().astimezone()
