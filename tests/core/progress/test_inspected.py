"""What an inspector found: small packs with the answer worked out by hand before they were run."""

from __future__ import annotations

from fractions import Fraction

import pytest
from making import gap_of, load, one_indicator

from shizhong_cli.rendering.sentences.arithmetic import formulas
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        ("share: 保持99%以上", "98.9%", "behind"),  # 99 on every day; half the way from 98.5 would be 98.75
        ("share: 保持99%以上", "99.0%", "on_track"),
        ("level: 保持99个以上", "98个", "behind"),
    ],
)
def test_what_is_held_has_the_same_number_on_every_day(tmp_path, target, actual, status):
    base = "level: 90个, period: 2025" if "level" in target else "share: 98.5%, period: 2025"
    catalogue = one_indicator(tmp_path, "up", f"{target}, period: 2026, held: true", base)
    gap = gap_of(catalogue, actual, "2026-06-30")
    assert gap.status == status
    assert gap.path is None
    assert gap.progress is None


@pytest.mark.parametrize(("actual", "status"), [("0%", "missed"), ("0.1%", "met"), ("-0.1%", "missed")])
def test_a_growth_of_none_is_no_growth(tmp_path, actual, status):
    assert gap_of(one_indicator(tmp_path, "up", "growth: 正增长, period: 2026"), actual, "2026-12").status == status


@pytest.mark.parametrize(
    ("target", "base", "low", "high"),
    [
        ("level: 500至550人", "level: 600人", -100, -50),  # 500 - 600, 550 - 600
        ("level: 不超过500—550人", "level: 600人", None, -50),
        ("share: 控制在2%-3%", "share: 2.5%", None, Fraction(1, 2)),  # 3 - 2.5
        ("share: 2%-3%", "share: 2.5%", Fraction(-1, 2), Fraction(1, 2)),
        ("share: 2%-3%", "share: 2.5%以上", None, None),
    ],
)
def test_a_range_lies_to_its_base_with_both_ends(tmp_path, target, base, low, high):
    catalogue = one_indicator(tmp_path, "down", f"{target}, period: 2026", f"{base}, period: 2025")
    known = gap_of(catalogue, None).pair.asked_range
    assert known is not None
    assert (known.low, known.high) == (low, high)


@pytest.mark.parametrize(
    ("actual", "as_of", "used"),
    [
        ("104亿元", "2026-06", None),  # 60 % of the way from 110 to 100: nothing of a limit is broken yet
        ("98亿元", "2026-06", Fraction(98, 100)),
        ("104亿元", "2026-12", Fraction(104, 100)),  # over, and 4 too many
    ],
)
def test_a_stock_on_its_way_down_has_not_come_to_its_limit(tmp_path, actual, as_of, used):
    catalogue = one_indicator(tmp_path, "down", "level: 不超过100亿元, period: 2026", "level: 110亿元, period: 2025")
    assert gap_of(catalogue, actual, as_of).used == used


def test_how_a_change_to_fall_is_explained(tmp_path):
    catalogue = one_indicator(tmp_path, "down", "change: 降低2个百分点, period: 2026", "share: 12.0%, period: 2025")
    gap = gap_of(catalogue, "13.0%", "2026-12")  # 1 more where 2 less are asked for: -1/2
    lines = formulas(GapSpeech(catalogue, Words(Language.ZH)), gap)
    assert "基数到目标的进度 = 1个百分点 ÷ -2个百分点 = -50%" in lines


def test_the_room_of_a_ceiling_is_rounded_down_to_what_was_measured(tmp_path):
    catalogue = one_indicator(tmp_path, "down", "growth: 不超过2%, period: 2026", "flow: 2000.0万元, period: 2025")
    gap = gap_of(catalogue, "1%", "2026-06")  # (102 - 101 × 181/365) ÷ 184/365 - 100 = 2.98369…
    assert "2.9%（" in GapSpeech(catalogue, Words(Language.ZH)).required(gap)


@pytest.mark.parametrize(
    ("direction", "wording", "actual", "status"),
    [
        ("up", "快于全国", "5.0%", "missed"),  # as fast is not faster
        ("up", "快于全国", "5.1%", "met"),
        ("up", "与全国同步", "5.0%", "met"),
        ("up", "不低于全国", "5.0%", "met"),
        ("up", "低于全国", "6.0%", "missed"),  # spending, which otherwise counts upwards: 1 too much
        ("up", "低于全国", "4.9%", "met"),
        ("down", "低于全国", "5.0%", "missed"),
        ("up", "不超过全国", "5.0%", "met"),
        ("up", "不超过全国", "5.2%", "missed"),
    ],
)
def test_faster_than_another_is_not_as_fast(tmp_path, direction, wording, actual, status):
    catalogue = load(
        tmp_path,
        f"indicators:\n  it: {{name: 甲, direction: {direction}}}\n  nat: {{name: 全国, direction: up}}\n"
        "references:\n  - {indicator: nat, growth: 5.0%, period: 2026, source: 统计局}\n",
        f"targets:\n  - {{indicator: it, growth: {wording}, relative: {{to: nat}}, period: 2026, section: 三}}\n",
    )
    assert gap_of(catalogue, actual, "2026-12").status == status
