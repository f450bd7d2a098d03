"""Two numbers with a colon between them are one."""

from __future__ import annotations

import pytest

from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.parsing import FigureError, parse_figure
from shizhong_cli.core.figure.units import BUILT_IN


@pytest.mark.parametrize(
    ("text", "value", "inside", "outside"),
    [
        ("2.05:1", "2.05", ["2.045", "2.05", "2.0549"], ["2.04", "2.055", "2.06"]),
        ("1:15", "1/15", ["1/15", "1/14.6", "1/15.4"], ["1/14", "1/16.5"]),
        ("1∶15.2", "1/15.2", ["1/15.2", "1/15.16", "1/15.24"], ["1/15", "1/15.3"]),
        ("104.5：100", "1.045", ["1.0445", "1.0454"], ["1.044", "1.046"]),
        ("7:3", "7/3", ["7/3", "6.5/3.5", "7.4/2.6"], ["1", "4"]),
        ("1:1", "1", ["1", "0.5"], ["4"]),
    ],
)
def test_a_proportion_is_how_many_times_one_is_the_other(text, value, inside, outside):
    written = parse_figure(text, BUILT_IN)
    assert (written.value, written.unit) == (number(value), "倍")
    assert [number(it) in written.entailed() for it in inside] == [True] * len(inside)
    assert [number(it) in written.entailed() for it in outside] == [False] * len(outside)


@pytest.mark.parametrize("text", ["08:30", "1:0", "1:2:3", "1:", ":1", "1:15:"])
def test_what_is_no_proportion_is_refused(text):
    with pytest.raises(FigureError):
        parse_figure(text, BUILT_IN)


def number(text: str) -> Fraction:
    above, _, below = text.partition("/")
    return exact_number(above) / exact_number(below or "1")
