"""An interval that does not reach a number is not shown as if it did."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shizhong_cli.core.figure import interval
from shizhong_cli.rendering.sentences.spans import span_text
from shizhong_cli.rendering.wording import Language, Words

WORDS = Words(Language.ZH)


@pytest.mark.parametrize(
    ("low", "high", "unit", "apart", "shown"),
    [
        ("0.01", "0.9996", "%", "100", "1%—99.96%"),  # one decimal would say 100.0 %
        ("0.01", "0.9996", "%", None, "1%—100%"),
        ("0.99996", "1.5", "%", "100", "99.9%—150%"),  # rounded down it stays below
        ("1.0004", "2", "%", "100", "100.04%—200%"),
        ("1", "99.96", "家", "100", "1—99.96 家"),
        ("100", "250", "家", "100", "100—250 家"),
    ],
)
def test_ends_stay_on_their_side(low, high, unit, apart, shown):
    values = interval.between(Fraction(low), Fraction(high))
    said = span_text(values, unit, WORDS, None, None if apart is None else Fraction(apart))
    assert said.replace(" ", "") == shown.replace(" ", "")


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 10**6))
def test_no_end_is_shown_as_the_number_that_it_misses(low, width, mark):
    ends = Fraction(low, 1000), Fraction(low + width, 1000)
    said = span_text(interval.between(*ends), "家", WORDS, None, Fraction(mark, 1000))
    told = said.removesuffix("家").strip().replace(",", "").split("—")
    for end, text in zip(ends, told, strict=False):
        if len(told) == 2 and end != Fraction(mark, 1000):
            assert Fraction(text) != Fraction(mark, 1000)
