"""Days and periods of every spelling: read as one that is spelled in ASCII, or refused with a problem."""

from __future__ import annotations

from random import Random

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.period import YEARS, InvalidPeriod, parse_period
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.dates import read_day

NUMBERS = [
    "2026",
    "２０２６",
    "2025",
    "1899",
    "9999",
    "26",
    "0",
    "1",
    "9",
    "12",
    "13",
    "30",
    "31",
    "09",
    "０９",
    "20२6",
]
SIGNS = [
    "-",
    "－",
    "—",
    "–",
    "/",
    "／",
    "~",
    "至",
    ".",
    "年",
    "月",
    "日",
    "末",
    "底",
    "季度",
    "前三季度",
    "上半年",
    "下半年",
    "Q3",
    "Q5",
    "S1",
    "H2",
    "Sep",
    "sept",
    "September",
]
PIECES = [*NUMBERS, *SIGNS, *["T00:00:00", "第", "一", "१", "٥", "①", "Ⅷ", "²", "\x00", "é", "+"], " ", " 0:00", ""]
SHAPES = [
    "{}-{}",
    "{}/{}",
    "{}年{}月",
    "{}-{}-{}",
    "{}年{}月{}日",
    "{}-Q{}",
    "{}",
    "{}.{}",
    "{}年1-{}月",
    "{}年第{}季度",
]


def period(chance: Random) -> None:
    if chance.random() < 0.6:
        shape = chance.choice(SHAPES)
        text = shape.format(*(chance.choice(NUMBERS) for _ in range(shape.count("{}"))))
    else:
        text = "".join(chance.choices(PIECES, k=chance.randrange(7)))
    problems: list[Problem] = []
    found = read_day(text, Place("--as-of"), problems)
    assert (found is None) == (len(problems) == 1), text
    if found is not None:
        assert str(found).isascii(), text
        assert parse_period(str(found)) == found
        assert found.first <= found.last
        assert found.first.year in YEARS
        assert found.last.year in YEARS
    try:
        strict = parse_period(text)
    except InvalidPeriod:
        return
    assert strict == parse_period(half_width(text))
    assert found == strict


TARGETS = {"periods": period}
