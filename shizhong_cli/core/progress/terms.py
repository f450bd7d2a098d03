"""The fixed words for where a target stands, and why."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a target stands."""

    MISSED = "missed"  # the period is over
    BEHIND = "behind"  # the period is running
    WITHIN_BAND = "within_band"
    UNDECIDED = "undecided"  # rounding, the wording, or a direction that nobody declared leaves it open
    ON_TRACK = "on_track"
    MET = "met"
    NOT_COMPARABLE = "not_comparable"
    NO_DATA = "no_data"
    NOT_QUANTIFIED = "not_quantified"


class Reason(StrEnum):
    """Why a status is what it is, where the numbers alone do not say it."""

    STILL_TO_COME = "still_to_come"  # of a day that is still to come, so nothing is final
    WHOLE_PERIOD = "whole_period"  # no date was given, so the actual is taken as that of the whole period
    CONSTANT_PRICES = "constant_prices"  # an amount cannot answer a growth target at constant prices
    PART_OF_YEAR = "part_of_year"  # an amount of part of a year cannot be set against a whole base year
    NO_BASE = "no_base"  # no exact baseline to compute a growth rate from
    NO_BASE_YEAR = "no_base_year"  # the same for an average growth, which needs the year that it starts from
    NOT_A_YEAR = "not_a_year"  # an average growth is worked out from the amount of a whole year after that
    BASE_NOT_POSITIVE = "base_not_positive"  # a loss has no growth rate
    TURNED_TO_LOSS = "turned_to_loss"  # a profit before, a loss now: no growth rate
    TURNED_TO_PROFIT = "turned_to_profit"  # the other way
    QUALITATIVE = "qualitative"
    DELEGATED = "delegated"
    AFTER_PERIOD = "after_period"  # the actual is of a time after the period of the target
    BELOW_LAST_YEAR = "below_last_year"  # less than the year before, where growth is asked for in words
    NOT_BELOW_LAST_YEAR = "not_below_last_year"
    LEVEL_FOR_CHANGE = "level_for_change"  # a stock offered for a target that is a change
    OTHER_MEASURE = "other_measure"  # declared to measure something else than the target
    AMBIGUOUS = "ambiguous"  # several things could be meant by a figure in this unit
    NO_START = "no_start"  # a level years ahead without a baseline: no way on which one could be early or late
    BEFORE_BASELINE = "before_baseline"  # the actual is older than the baseline
    PASSED = "passed"  # a limit on a sum that is passed: it cannot come down again
    ROUNDING = "rounding"  # worked out of rounded figures, and the answer lies between what these can be
    NO_DIRECTION = "no_direction"  # beside its number on a side that nobody has declared to be worse
    OPEN_WORDING = "open_wording"  # told as a bound or a range, which is judged differently at its ends
    EARLIER_MISSING = "earlier_missing"  # a sum of several years, or of a part of one, and the rest is not known
    UNSIGNED = "unsigned"  # a bare number for a cut: what was cut, or what came on top
    GROWTH_BASE = "growth_base"  # a growth over several years, and a rate that does not say what it is on
    OTHER_SIDE = "other_side"  # a relative target without the figure on the other side for the same day
    NOT_BEGUN = "not_begun"  # the period of the target lies ahead


class Order(StrEnum):
    """In which order targets are shown."""

    TROUBLE = "trouble"  # the worst first
    REPORT = "report"  # as the report has them
    GAP = "gap"  # the largest shortfall first, whatever the status
