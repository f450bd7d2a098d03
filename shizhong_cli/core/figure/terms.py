"""The fixed words for figures: what kind of number one is, what its wording promises, how it was rounded."""

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


class Bound(StrEnum):
    """What the wording around a number promises about the true value."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"  # 5%—5.5%: from one end to the other, both included


class Turn(StrEnum):
    """Which way something went, where a word before the number says so."""

    RISE = "rise"  # 提高, 净增
    FALL = "fall"  # 下降, 压减
    FLAT = "flat"  # 持平
    DONE = "done"  # 化解, 淘汰, 关闭: taken away, and counted


RATES = (Measure.GROWTH, Measure.AVERAGE_GROWTH)
"""The measures that say how fast something changed."""


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
