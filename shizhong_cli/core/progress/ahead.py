"""What nobody can know yet: a figure of a time that was not over when it was recorded, or is not over today.

The figure of a time is known from its last day on. What a row of a ledger said of a time still to come stays an
estimate when that time is over: it has to be recorded again.
"""

from __future__ import annotations

from datetime import date

from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.progress.actuals import Actual


def is_to_come(period: Period | None, today: date) -> bool:
    """Whether a time is not over yet; its last day counts as over."""
    return period is not None and period.last > today


def recorded_ahead(actual: Actual) -> date | None:
    """The day on which a figure was recorded, where its time was not over then."""
    try:
        day = date.fromisoformat(actual.recorded[:10])
    except ValueError:  # nothing, or words
        return None
    return day if is_to_come(actual.as_of, day) else None
