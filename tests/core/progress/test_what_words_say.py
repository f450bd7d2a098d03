"""Words before a number that say which way it went: things to do, sign words of an actual, profits and losses.

压减80家 is met from 80 on, whatever the indicator is better at; a rise never answers for a stock, a loss is no growth.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import gap_of, load, numbers_of, one_indicator, status_of

from shizhong_cli.core.figure.words import FALLS, RISES
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.reading.actuals.from_words import actuals_from_words

DIRECTIONS = ("up", "down", "none")
SEVEN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(
    ("target", "actual", "as_of", "status"),
    [
        ("flow: 压减80家", "压减79家", "2026", "missed"),
        ("flow: 压减80家", "压减80家", "2026", "met"),
        ("flow: 压减80家", "压减81家", "2026", "met"),
        ("flow: 压减80家", "压减30家", "2026-09", "behind"),  # 37.5 % of it in 74.8 % of the time
        ("flow: 压减80家", "压减60家", "2026-09", "on_track"),  # 75 %
        ("flow: 压减80家", "80家", "2026", "not_comparable"),  # cut, or what came on top
        ("flow: 压减80家", "增加5家", "2026", "missed"),
        ("flow: 压减80家左右", "压减77家", "2026", "within_band"),
        ("flow: 压减80家左右", "压减90家", "2026", "met"),
        ("flow: 压减80—100家", "压减79家", "2026", "missed"),
        ("flow: 压减80—100家", "压减120家", "2026", "met"),
        ("flow: 压减80家以上", "压减81家", "2026", "met"),
        ("flow: 压减80家以上", "压减79家", "2026", "missed"),
        ("flow: 压减不超过80家", "压减79家", "2026", "met"),
        ("flow: 压减不超过80家", "压减81家", "2026", "missed"),
        ("change: 净减80家", "净增5家", "2026", "missed"),
        ("change: 净减80家", "净减79家", "2026", "missed"),
        ("change: 净减80家", "净减81家", "2026", "met"),
        *((f"flow: {done}80家", f"{done}{n}家", "2026", status)
          for done in ("化解", "淘汰", "关闭") for n, status in ((79, "missed"), (80, "met"), (81, "met"))),
        ("flow: 淘汰80家", "81家", "2026", "met"),
        ("flow: 淘汰80家", "30家", "2026-09", "behind"),
    ],
)  # fmt: skip
def test_what_is_to_be_done_is_met_from_its_number_on(tmp_path, direction, target, actual, as_of, status):
    gap = gap_of(one_indicator(tmp_path, direction, f"{target}, period: 2026"), actual, as_of)
    assert gap.status == status
    if status in ("missed", "behind"):
        assert (gap.completion or 0) < 1
        assert (gap.progress or 0) < 1


@SEVEN
@given(st.sampled_from(DIRECTIONS[:2]), st.sampled_from(("压减", "淘汰", "净减")), st.integers(1, 200))
def test_the_direction_of_the_indicator_plays_no_part(tmp_path, direction, word, done):
    catalogue = one_indicator(tmp_path, direction, f"flow: {word}80家, period: 2026")
    assert status_of(catalogue, f"{word}{done}家", "2026") == ("met" if done >= 80 else "missed")


@pytest.mark.parametrize("word", [*RISES, *(f"{rise}了" for rise in RISES)])
def test_every_word_of_a_rise_says_that_something_came_on_top(tmp_path, word):
    falling = one_indicator(tmp_path, "down", "change: 下降0.3个百分点, period: 2026")
    assert numbers_of(falling, f"{word}0.1个百分点", "2026")["gap"] == "0.4"


@pytest.mark.parametrize("word", [fall for fall in FALLS if fall not in ("零下",)])
def test_every_word_of_a_fall_turns_the_sign(tmp_path, word):
    falling = one_indicator(tmp_path, "down", "change: 下降0.3个百分点, period: 2026")
    assert numbers_of(falling, f"{word}0.1个百分点", "2026")["gap"] == "0.2"


@pytest.mark.parametrize(
    ("target", "base", "actual", "wanted"),
    [
        ("change: 下降0.3个百分点", None, "持平", ("missed", None)),
        ("change: 下降0.3个百分点", None, "与上年持平", ("missed", None)),
        ("growth: 5%", None, "持平", ("missed", None)),
        ("share: 65%", "share: 60%", "持平", ("not_comparable", "other_measure")),  # 0 % is no share
        ("share: 65%", "share: 60%", "提高2%", ("not_comparable", "other_measure")),
        ("share: 65%", "share: 60%", "提高到65%", ("met", None)),
        ("level: 80亿元", "level: 70亿元", "增加2亿元", ("not_comparable", "other_measure")),
        ("level: 80亿元", "level: 70亿元", "增至80亿元", ("met", None)),
        ("change: 净增5家", "level: 60家", "净增64家", ("met", None)),  # says that it is no stock
        ("change: 净增5家", "level: 60家", "64家", ("missed", None)),  # the stock: 4 more
    ],
)
def test_a_rise_is_no_stock(tmp_path, target, base, actual, wanted):
    bases = [f"{base}, period: 2025"] if base else []
    gap = gap_of(one_indicator(tmp_path, "up", f"{target}, period: 2026", *bases), actual, "2026")
    assert (gap.status, gap.reason) == wanted


AVERAGE = "average_growth: 6%, period: 2030, since: 2025"


@pytest.mark.parametrize(
    ("target", "base", "actual", "as_of", "reason"),
    [
        ("growth: 12%, period: 2026", "flow: 2.5亿元", "-1.5亿元", "2026", "turned_to_loss"),
        ("growth: 12%, period: 2026", "level: 2.5亿元", "-1.5亿元", "2026-06", "turned_to_loss"),
        ("growth: 8%, period: 2026", "flow: -4.1亿元", "1亿元", "2026", "turned_to_profit"),
        ("growth: 8%, period: 2026", "flow: -4.1亿元", "-1亿元", "2026", "base_not_positive"),
        ("growth: 8%, period: 2026", "flow: -4.1亿元", "9%", "2026", "base_not_positive"),
        ("growth: 8%, period: 2026", "flow: 0亿元", "9%", "2026", "base_not_positive"),
        ("growth: 8%, period: 2026", "flow: 0亿元", "1亿元", "2026", "base_not_positive"),
        (AVERAGE, "flow: 3亿元", "-5亿元", "2028", "turned_to_loss"),
        (AVERAGE, "flow: 3亿元", "-5亿元", "2028-06", "not_a_year"),
        (AVERAGE, "flow: -3亿元", "5亿元", "2028", "turned_to_profit"),
        (AVERAGE, "flow: -3亿元", "6%", "2028", "base_not_positive"),
    ],
)
def test_a_loss_has_no_growth(tmp_path, target, base, actual, as_of, reason):
    gap = gap_of(one_indicator(tmp_path, "up", target, f"{base}, period: 2025"), actual, as_of)
    assert (gap.status, gap.reason, gap.value) == ("not_comparable", reason, None)


@SEVEN
@given(st.integers(-99, 99), st.integers(-99, 99), st.sampled_from(("growth: 8%, period: 2026", AVERAGE)))
def test_a_growth_is_worked_out_only_from_a_profit_to_no_loss(tmp_path, base, actual, target):
    catalogue = one_indicator(tmp_path, "up", target, f"flow: {base}.0亿元, period: 2025")
    gap = gap_of(catalogue, f"{actual}.0亿元", "2026")
    assert (gap.value is not None) == (base > 0 and actual >= 0)


@pytest.mark.parametrize(
    ("actual", "status", "gap"),
    [
        ("-4.5亿元", "not_comparable", None),  # the stock, or a change
        ("2亿元", "not_comparable", None),
        ("level=-4.9亿元", "undecided", "10000000"),  # 3.1 more, and -8 is rounded to the 亿
        ("level=-4.0亿元", "met", "100000000"),
        ("增加2亿元", "missed", "-100000000"),
        ("change=2亿元", "missed", "-100000000"),
    ],
)
def test_beside_a_stock_below_nought_a_bare_figure_may_be_the_stock(tmp_path, actual, status, gap):
    catalogue = one_indicator(tmp_path, "up", "change: 增加3亿元, period: 2026", "level: -8亿元, period: 2025")
    row = numbers_of(catalogue, actual, "2026")
    assert (row["status"], row.get("gap")) == (status, gap)


@pytest.mark.parametrize(
    ("actual", "level", "change"),
    [
        ("64家", "not_comparable ambiguous", "not_comparable ambiguous"),
        ("level=65家", "met None", "met None"),
        ("change=4家", "not_comparable other_measure", "missed None"),
        ("净增5家", "not_comparable other_measure", "met None"),
    ],
)
def test_what_is_ambiguous_answers_neither_target(tmp_path, actual, level, change):
    base = "{it: {name: 某, name_en: it, direction: up, figures: [{level: 60家, period: 2025, section: 一}]}}"
    targets = "".join(
        f"\n  - {{indicator: it, {one}, period: 2026, section: 三}}" for one in ("level: 65家", "change: 净增5家")
    )
    catalogue = load(tmp_path, f"indicators: {base}\n", f"targets:{targets}\n")
    gaps = measure_targets(catalogue, catalogue.targets, actuals_from_words(catalogue, ["it"], [actual], "2026"))
    assert [f"{gap.status} {gap.reason}" for gap in gaps] == [level, change]
