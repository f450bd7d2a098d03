"""Numbers and periods that cannot be read: what is said of them, and what was most likely meant."""

from __future__ import annotations

import pytest

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.problems import Forms, Place, Problem
from shizhong_cli.reading.values import read_number, read_period

HERE = Place("targets.yaml", 3, 7)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3%—2%", "2%—3%"),
        ("12-10家", ""),  # 10家—12 is not how a range is written
        ("12家-10家", "10家—12家"),
        ("大幅增长", ""),
    ],
)
def test_what_was_most_likely_meant(text: str, meant: str) -> None:
    problems: list[Problem] = []
    assert read_number(text, BUILT_IN, HERE, problems) is None
    assert problems == [Problem(HERE, "F001", text, suggestion=meant)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("5，2%", "5.2%"), ("5,2%", "5.2%"), ("1,5亿元", "1.5亿元"), ("1,45家", "1.45家"), ("1,234,5", "1,234.5")],
)
def test_a_comma_typed_for_a_point_is_told(text: str, meant: str) -> None:
    problems: list[Problem] = []
    assert read_number(text, BUILT_IN, HERE, problems) is None
    assert [(p.code, p.expected) for p in problems] == [("F011", meant)]


@pytest.mark.parametrize(
    ("text", "code", "there_is", "meant"),
    [
        ("2026-13", "P003", "2026-01 … 2026-12", ""),
        ("2026-00", "P003", "2026-01 … 2026-12", ""),
        ("2026-13-01", "P003", "2026-01 … 2026-12", ""),
        ("2026-02-29", "P003", "2026-02-01 … 2026-02-28", ""),
        ("2028-02-30", "P003", "2028-02-01 … 2028-02-29", ""),
        ("2026/9/31", "P003", "2026-09-01 … 2026-09-30", ""),
        ("2026年13月", "P003", "2026-01 … 2026-12", ""),
        ("2026-Q5", "P003", "2026-Q1 … 2026-Q4", ""),
        ("2030/2026", "P001", Forms.PERIOD, "2026/2030"),
        ("昨天", "P001", Forms.PERIOD, ""),
    ],
)
def test_what_is_said_of_a_period_that_there_is_not(text: str, code: str, there_is: str, meant: str) -> None:
    problems: list[Problem] = []
    assert read_period(text, HERE, problems) is None
    assert problems == [Problem(HERE, code, text, there_is, meant)]
