"""The fixed words for what the two files of a report say."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Role(StrEnum):
    """Whether a figure reports, is to be reached, or comes from outside the report."""

    BASELINE = "baseline"
    TARGET = "target"
    REFERENCE = "reference"


class Binding(StrEnum):
    """How firmly a target binds; whether it has a number is another matter."""

    EXPECTED = "expected"  # 预期性
    MANDATORY = "mandatory"  # 约束性
    TASK = "task"  # 工作任务
    DELEGATED = "delegated"  # set by a higher government
    QUALITATIVE = "qualitative"  # without a number, and nothing said of how firmly it binds


PRICE_BASES = ("current", "constant")
"""At which prices an amount or a growth is."""


class Kind(StrEnum):
    """What a check relates."""

    IMPLIED_BASE = "implied_base"  # level and growth give the base
    AVERAGE_GROWTH = "average_growth"  # level and compound yearly growth give the base
    MULTIPLE = "multiple"  # level and growth in 倍 give the base
    NET_CHANGE = "net_change"  # level and change give the level before
    BASES = "bases"  # level, change and growth imply one base
    CHAIN = "chain"  # growths and changes from year to year lead from one amount to another
    STEPS = "steps"  # 跨越四个百亿台阶
    PART_OF_PERIOD = "part_of_period"  # a flow over part of a longer period
    STEADY_PATH = "steady_path"  # sum over years, last year and average growth
    RESTATEMENT = "restatement"  # the same thing said twice
    SUM_OF_PARTS = "sum_of_parts"
    SHARE = "share"  # part, whole and share
    PER_CAPITA = "per_capita"
    WHOLE_NUMBER = "whole_number"  # a share of a count must be a whole number
    ORDERING = "ordering"  # part and whole, built and planned
    SHARE_LIMIT = "share_limit"  # a part is not more than its whole
    TARGET_AMOUNT = "target_amount"  # base and growth target give the amount to reach
    RATIO = "ratio"  # one amount for each unit of another
    DECLARED = "declared"  # any other relation the author wrote down


class QuestionRule(StrEnum):
    """What a careful reader would ask; the rules are in ``core.checking.questions`` and ``promises``."""

    TARGET_BELOW_BASELINE = "target_below_baseline"
    SAME_NUMBER = "same_number"
    YEAR_EQUALS_PERIOD = "year_equals_period"
    LAST_YEAR_OFF_AVERAGE = "last_year_off_average"
    GROWTH_OFF_AVERAGE = "growth_off_average"
    ABOVE_CONTAINER = "above_container"
    UNSTEADY_PATH = "unsteady_path"
    RATE_OFF_COMPANION = "rate_off_companion"
    TARGET_BELOW_MEAN = "target_below_mean"
    TARGET_BELOW_AVERAGE_GROWTH = "target_below_average_growth"
    TARGET_HARDLY_ABOVE = "target_hardly_above"
    AMOUNTS_DO_NOT_FIT = "amounts_do_not_fit"
    PROMISE_ABOVE_IMPLIED = "promise_above_implied"
    GROWTH_NOT_PRINTED = "growth_not_printed"
    TARGETS_DO_NOT_FIT = "targets_do_not_fit"
    GROWTH_OF_SHARE = "growth_of_share"
    RATE_ABOVE_WHOLE = "rate_above_whole"
    NOMINAL_BELOW_REAL = "nominal_below_real"
    GUESSED = "guessed"
