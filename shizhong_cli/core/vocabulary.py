"""The fixed words of the domain: what a figure, a target, a check and a gap can be called."""

from __future__ import annotations

from enum import StrEnum


class Measure(StrEnum):
    """What kind of number a figure is; each kind has its own rule for gaps and checks."""

    LEVEL = "level"  # stock at the end of the period
    FLOW = "flow"  # sum over the period
    GROWTH = "growth"  # relative change against ``since``
    AVERAGE_GROWTH = "average_growth"  # compound yearly change from ``since``
    SHARE = "share"  # part of a whole, or a rate
    CHANGE = "change"  # absolute change against ``since``


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
    """How firmly a target binds."""

    EXPECTED = "expected"  # 预期性
    TASK = "task"  # 工作任务
    DELEGATED = "delegated"  # set by a higher government
    QUALITATIVE = "qualitative"  # without a number


class Bound(StrEnum):
    """What the wording around a number promises about the true value."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


class NumberClass(StrEnum):
    """What a number in a text is."""

    QUANTITY = "quantity"  # so much of something
    DATE = "date"  # 2026年2月4日, 2021—2025年, 5月
    ORDINAL = "ordinal"  # 第六批, 前3名
    NAME = "name"  # part of a name: 5G, K15+, 12345, 3+2, 20强
    OTHER = "other"  # list markers, footnote marks, page numbers


class Rounding(StrEnum):
    """How the printed digits were made from the true value."""

    NEAREST = "nearest"
    HALF_EVEN = "half_even"
    TRUNCATED = "truncated"


class Kind(StrEnum):
    """What a check relates."""

    IMPLIED_BASE = "implied_base"  # level and growth give the base
    AVERAGE_GROWTH = "average_growth"  # level and compound yearly growth give the base
    MULTIPLE = "multiple"  # level and growth in 倍 give the base
    NET_CHANGE = "net_change"  # level and change give the level before
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
    """What a careful reader would ask; the rules are in ``core.questions``."""

    TARGET_BELOW_BASELINE = "target_below_baseline"
    SAME_NUMBER = "same_number"
    YEAR_EQUALS_PERIOD = "year_equals_period"
    LAST_YEAR_OFF_AVERAGE = "last_year_off_average"
    GROWTH_OFF_AVERAGE = "growth_off_average"
    ABOVE_CONTAINER = "above_container"
    UNSTEADY_PATH = "unsteady_path"
    RATE_OFF_COMPANION = "rate_off_companion"


class Verdict(StrEnum):
    """What a check comes to, worst first."""

    INCONSISTENT = "inconsistent"
    ONLY_IF_TRUNCATED = "only_if_truncated"
    VACUOUS = "vacuous"
    NOT_CHECKABLE = "not_checkable"
    CONSISTENT = "consistent"


class Status(StrEnum):
    """Where a target stands."""

    MISSED = "missed"  # the period is over
    BEHIND = "behind"  # the period is running
    WITHIN_BAND = "within_band"
    ON_TRACK = "on_track"
    MET = "met"
    NOT_COMPARABLE = "not_comparable"
    NO_DATA = "no_data"
    NOT_QUANTIFIED = "not_quantified"


class Reason(StrEnum):
    """Why a status is what it is, where the numbers alone do not say it."""

    WHOLE_PERIOD = "whole_period"  # no date was given, so the actual is taken as that of the whole period
    CONSTANT_PRICES = "constant_prices"  # an amount cannot answer a growth target at constant prices
    PART_OF_YEAR = "part_of_year"  # an amount of part of a year cannot be set against a whole base year
    NO_BASE = "no_base"  # no exact baseline to compute a growth rate from
    QUALITATIVE = "qualitative"
    DELEGATED = "delegated"
    AFTER_PERIOD = "after_period"  # the actual is of a time after the period of the target
    LEVEL_FOR_CHANGE = "level_for_change"  # a stock offered for a target that is a change
    NO_START = "no_start"  # a level years ahead without a baseline: no way on which one could be early or late
    BEFORE_BASELINE = "before_baseline"  # the actual is older than the baseline
    NOT_BEGUN = "not_begun"  # the period of the target lies ahead


class Order(StrEnum):
    """In which order targets are shown."""

    TROUBLE = "trouble"  # the worst first
    REPORT = "report"  # as the report has them
