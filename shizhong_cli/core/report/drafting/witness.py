"""A place of a text that tells the year of the report, and the kinds of such places."""

from __future__ import annotations

from enum import StrEnum

from shizhong_cli.tuples import NamedTuple


class Kind(StrEnum):
    """What of a text names a year."""

    GIVEN = "given"  # by the user
    TITLE = "title"
    DATE = "date"  # of the meeting
    LOOKED_BACK = "looked_back"  # a heading: the work of a year that is over
    PLANNED = "planned"  # a heading or a sentence: the work or the targets of a year to come
    PAST_YEAR = "past_year"  # 过去的2018年
    OVER = "over"  # a sentence that looks back begins with a year
    PLAN = "plan"  # a five-year plan that ends or begins this year
    RUNNING = "running"  # a title of a part of a year that is not over
    OUTLINE = "outline"  # the title of the outline of a five-year plan
    SERIES = "series"  # the title of a chart of several years
    TOLD = "told"  # a sentence with what a year came to
    PUBLISHED = "published"  # the day in digits that a text was published
    SESSION = "session"  # of the national congress, which meets every year
    BEGUN = "begun"  # a five-year plan has begun well, says the part that looks back
    PLANS = "plans"  # the last five-year plan that is named
    EVENT = "event"  # what everybody knows the year of happens this year
    SPAN = "span"  # five years that are over, told from the year before them
    NEXT_FIVE = "next_five"  # five years to come, and what is to be by the last of them
    NAMED = "named"  # the last year that any line begins with


class Witness(NamedTuple):
    """One place of a text that tells the year of the report."""

    kind: Kind
    year: int  # of the report, as this witness has it
    line: int = 0  # from 1
