"""The fixed words of settling: what became of a promise, why, and how its answer was found."""

from __future__ import annotations

from enum import StrEnum


class Kept(StrEnum):
    """What became of a promise; in the order of a page, the worst first."""

    MISSED = "missed"
    DROPPED = "dropped"  # the next report says nothing of it
    RESTATED = "restated"  # it says it in another measure or unit, and nothing exact leads from one to the other
    NOT_COMPARABLE = "not_comparable"  # it prints numbers, and none of them can be set against the target
    UNDECIDED = "undecided"  # worked out from rounded numbers, and the target lies within the rounding
    WITHIN_BAND = "within_band"
    MET = "met"
    NOT_QUANTIFIED = "not_quantified"  # the promise, or the answer, is in words
    NOT_DUE = "not_due"  # its period ends after the time that the next report tells of


SETTLED = (Kept.MET, Kept.MISSED, Kept.WITHIN_BAND)
"""The ends of a promise that was judged."""


class Why(StrEnum):
    """Why a promise is not settled, where its own reason does not say it."""

    NO_FIGURE = "no_figure"  # nothing in the pack; the text was not looked at
    WORD_ABSENT = "word_absent"  # nor is it named in the text
    WORD_ONLY = "word_only"  # it is named, without a number
    NUMBER_NOT_MATCHED = "number_not_matched"  # it is named with a number that no figure of the pack belongs to
    NAME_UNSURE = "name_unsure"  # a figure is there that would answer, and its name does not tell that it is this
    TIME_NOT_TOLD = "time_not_told"  # the report tells nothing of that time, so its silence says nothing
    OTHER_PERIOD = "other_period"  # told of another time: of five years, of a quarter
    OTHER_BASE = "other_base"  # a change against another year
    OTHER_UNIT = "other_unit"
    OTHER_MEASURE = "other_measure"
    CONSTANT_PRICES = "constant_prices"  # an amount for a growth at constant prices
    PRICES_UNKNOWN = "prices_unknown"  # nothing says that growth and amount are at the same prices
    NO_BASE = "no_base"  # an amount, and none above nought of the year before to set it against
    OTHER_SIDE = "other_side"  # set against another figure, which is not told
    CONTRADICTION = "contradiction"  # printed twice, with numbers that lead to different ends
    WITHIN_ROUNDING = "within_rounding"
    OPEN_WORDING = "open_wording"  # told as a bound or a range, which lies on both sides of the target
    QUALITATIVE = "qualitative"
    DELEGATED = "delegated"
    NOT_DUE = "not_due"


class How(StrEnum):
    """How the answer to a promise comes from the figures of the next report."""

    PRINTED = "printed"  # as it stands there
    CONVERTED = "converted"  # in another unit of the same dimension, exactly
    TWO_AMOUNTS = "two_amounts"  # growth from two amounts at the same prices
    RISE = "rise"  # a change from two stocks
    BASE_AND_CHANGE = "base_and_change"  # a stock from that of the year before and the change
    BASE_AND_GROWTH = "base_and_growth"  # an amount from that of the year before and the growth
    SUM_LESS_YEARS = "sum_less_years"  # a year's sum from that of several years less the others
