"""Where the parts of a bullet chart stand: a table to be checked with a pencil, and what holds for any numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shizhong_cli.rendering.html.bullet import Mark, Span, bullet

F = Fraction


@pytest.mark.parametrize(
    ("numbers", "ends", "zero", "target", "actual"),
    [
        # target, actual, baseline, half band, elapsed, whole: the scale, where zero, the target and the actual stand
        (("5",), "0 5", "0", "1", None),
        (("5", "4.8"), "0 5", "0", "1", "0.96"),
        (("5", "4.8", "5", "0.5"), "0 6", "0", "5/6", "0.8"),  # 5.5 / 5 steps = 1.1: steps of 2
        (("100", "62", "86", "5"), "0 150", "0", "2/3", "62/150"),  # 105 / 5 = 21: steps of 50
        (("1.5", "0.82"), "0 1.5", "0", "1", "82/150"),
        (("10", "12", "20"), "0 20", "0", "1/2", "0.6"),
        (("5", "-1.6", None, "0.5"), "-2 6", "1/4", "7/8", "1/20"),
        (("-10", "-4"), "-10 0", "1", "0", "0.6"),  # a reduction
        (("0",), "0 1", "0", "0", None),  # 动态清零
        (("0", "0"), "0 1", "0", "0", "0"),
        (("0", "3"), "0 3", "0", "0", "1"),
        (("0", "2500", "10"), "0 2500", "0", "0", "1"),
        (("60", "61.2", None, None, None, "100"), "0 100", "0", "3/5", "0.612"),
        (("0.001", "0.0004"), "0 0.001", "0", "1", "0.4"),
        (("1/3", "1/7"), "0 0.4", "0", "5/6", "5/14"),
    ],
)
def test_geometry(numbers, ends, zero, target, actual):
    drawn = bullet(*(None if number is None else F(number) for number in numbers))
    assert (drawn.low, drawn.high) == tuple(F(end) for end in ends.split())
    assert (drawn.zero, drawn.target) == (F(zero), F(target))
    assert (drawn.actual and drawn.actual.at) == (None if actual is None else F(actual))


def test_every_part():
    drawn = bullet(F(100), F(62), F(86), F(5), F(3, 4))
    assert drawn.bar == Span(F(0), F(62, 150))
    assert drawn.baseline == Mark(F(86, 150))
    assert drawn.band == Span(F(95, 150), F(105, 150))
    assert drawn.due == F(75, 150)
    assert drawn.ticks == (F(0), F(1, 3), F(2, 3), F(1))


def test_what_is_not_there_is_not_drawn():
    drawn = bullet(F(100))
    assert (drawn.bar, drawn.actual, drawn.baseline, drawn.band, drawn.due) == (None,) * 5


@pytest.mark.parametrize(
    ("numbers", "ends", "actual", "baseline"),
    [
        # beyond twice the target the scale ends, and the mark stands at its end
        ((320, 742, 878), "0 800", Mark(F(742, 800)), Mark(F(1), 1)),
        ((5, 40), "0 10", Mark(F(1), 1), None),
        ((5, 10), "0 10", Mark(F(1)), None),
        ((5, -40), "-10 5", Mark(F(0), -1), None),
        ((5, 40, -40), "-10 10", Mark(F(1), 1), Mark(F(0), -1)),
        ((10, 9, 68), "0 20", Mark(F(9, 20)), Mark(F(1), 1)),
    ],
)
def test_off_the_scale(numbers, ends, actual, baseline):
    drawn = bullet(*(F(number) for number in numbers))
    assert (drawn.low, drawn.high) == tuple(F(end) for end in ends.split())
    assert (drawn.actual, drawn.baseline) == (actual, baseline)


numbers = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=1000)


@given(numbers, st.none() | numbers, st.none() | numbers, st.none() | numbers.map(abs), st.none() | st.fractions(0, 1))
def test_everything_is_inside_the_chart(target, actual, baseline, half_band, elapsed):
    drawn = bullet(target, actual, baseline, half_band, elapsed)
    marks = [mark for mark in (drawn.actual, drawn.baseline) if mark]
    spans = [span for span in (drawn.bar, drawn.band) if span]
    places = [drawn.zero, drawn.target, *drawn.ticks, *(m.at for m in marks), *(e for s in spans for e in s)]
    places += [] if drawn.due is None else [drawn.due]
    assert all(0 <= place <= 1 for place in places)
    assert all(span.start <= span.end for span in spans)
    assert drawn.low <= 0 <= drawn.high
    assert drawn.low < drawn.high
    assert (drawn.ticks[0], drawn.ticks[-1]) == (0, 1)
    assert len(drawn.ticks) <= 9
    for mark, value in ((drawn.actual, actual), (drawn.baseline, baseline)):
        if mark is not None and value is not None and not mark.off:
            assert mark.at == (value - drawn.low) / (drawn.high - drawn.low)
