"""What is worked out is shown with the digits of its inputs, one more at most, and more only where it would else lie.

A rate that misses 6 % is never shown as 6 %, nor what is due as what came in.
"""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import gap_of, one_indicator

from shizhong_cli.core.progress.gap import Measured
from shizhong_cli.rendering.sentences.arithmetic import formulas
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.numbers import fixed, places_apart
from shizhong_cli.rendering.wording import Language, Words

GROWTH, AVERAGE = "growth: 6%, period: 2026", "average_growth: 6%, period: 2030, since: 2025"
SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rate_in(text: str) -> Fraction:
    """The first rate in a text, with the sign of 增长 or 下降."""
    found = re.search(r"(下降)? ?(-?[0-9][0-9,.]*)%", text)
    assert found is not None, text
    return Fraction(found[2].replace(",", "")) * (-1 if found[1] else 1)


@pytest.mark.parametrize(
    ("target", "base", "actual", "as_of", "rate", "gap"),
    [
        (GROWTH, "flow: 2103.3亿元", "2229.1亿元", "2026", "增长 5.98%", "-0.02个百分点"),  # 5.9811
        (GROWTH, "flow: 640亿元", "671亿元", "2026", "增长 4.8%", "-1.2个百分点"),  # 4.84375
        (GROWTH, "level: 640家", "671家", "2026", "增长 4.8%", "-1.2个百分点"),
        (GROWTH, "level: 640家", "600家", "2026", "下降 6.3%", "-12.3个百分点"),  # -6.25
        ("growth: 6.00%, period: 2026", "level: 640家", "671家", "2026", "增长 4.844%", "-1.156个百分点"),
        (AVERAGE, "flow: 210.3亿元", "281.2亿元", "2030", "年均增长 5.98%（5 年）", "-0.02个百分点"),  # 5.98276
        (AVERAGE, "flow: 100亿元", "106亿元", "2026", "年均增长 6%（1 年）", "0个百分点"),
    ],
)
def test_a_rate_that_was_worked_out(tmp_path, target, base, actual, as_of, rate, gap):
    catalogue = one_indicator(tmp_path, "up", target, f"{base}, period: 2025")
    speech, judged = GapSpeech(catalogue, Words(Language.ZH)), gap_of(catalogue, actual, as_of)
    assert rate in speech.actual(judged)
    assert speech.gap(judged) == gap


@SOME
@given(st.integers(90000, 110000), st.integers(-300, 300), st.sampled_from(list(Language)))
def test_a_rate_is_shown_on_its_side_of_the_target(tmp_path, base, off, language):
    """Amounts of four decimals about 6 % apart."""
    actual = base * 106 // 100 + off
    catalogue = one_indicator(tmp_path, "up", GROWTH, f"flow: {base / 100}亿元, period: 2025")
    judged = gap_of(catalogue, f"{actual / 100}亿元", "2026")
    assert isinstance(judged, Measured)
    speech = GapSpeech(catalogue, Words(language))
    for text in (speech.value(judged), formulas(speech, judged)[0]):
        shown = rate_in(text)
        assert (shown > 6, shown < 6) == (judged.value > 6, judged.value < 6), text
    assert (rate_in(speech.gap(judged).replace("个百分点", "%").replace(" pp", "%")) == 0) == (judged.value == 6)


@SOME
@given(st.integers(1, 1459), st.integers(6000, 6500))
def test_what_is_due_is_not_shown_as_what_came_in(tmp_path, offset, hundredths):
    from datetime import date, timedelta

    day = date(2026, 1, 1) + timedelta(days=offset)
    catalogue = one_indicator(tmp_path, "up", "share: 65%, period: 2030", "share: 60%, period: 2025")
    gap = gap_of(catalogue, f"share={hundredths / 100}%", str(day))
    assert isinstance(gap, Measured)
    assert gap.path is not None
    shown = rate_in(GapSpeech(catalogue, Words(Language.ZH)).due(gap))
    assert (shown > gap.value, shown < gap.value) == (gap.path > gap.value, gap.path < gap.value)


@given(st.fractions(-1000, 1000, max_denominator=10**6), st.fractions(-1000, 1000, max_denominator=100))
def test_as_many_places_as_it_takes(value, mark):
    shown = Fraction(fixed(value, places_apart(value, 1, mark)))
    assert value == mark or (shown > mark, shown < mark) == (value > mark, value < mark)
