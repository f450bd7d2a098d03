"""The chart of a way to a later year: where its ends, its milestones and the actual stand."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from making import gap_of, one_indicator

from shizhong_cli.rendering.html.targets import target_view
from shizhong_cli.rendering.html.ways import Point, way_view
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words

ZH = Words(Language.ZH)
SHARE = "share: 2.5%以上, period: 2030"
BASE = "share: 2.1%, period: 2025"


def _way(folder, target, base, actual, as_of, direction="up"):
    catalogue = one_indicator(folder, direction, target, *([base] if base else []))
    return way_view(GapSpeech(catalogue, ZH), gap_of(catalogue, actual, as_of))


def test_a_way_through_a_milestone(tmp_path):
    way = _way(tmp_path, f"{SHARE}, milestones: {{2027: 2.4%}}", BASE, "2.2%", "2026-12")
    start, stop, end = Point(F(0), F(1)), Point(F(2, 5), F(1, 4)), Point(F(1), F(0))  # 2.1, 2.4 and 2.5 of 0.4
    assert way.lines == ((start, stop), (stop, end))
    assert way.actual == Point(F(1, 5), F(3, 4))  # 2.2: a quarter of the height from below
    assert (way.first, way.last) == ("2025", "2030")
    assert way.label == "今日应为 2.25%（按所定的分年目标），实际 2.2%"


def test_a_way_down_and_an_actual_above_it(tmp_path):
    way = _way(tmp_path, "level: 降至30件, period: 2030", "level: 40件, period: 2025", "42件", "2026-12", "down")
    assert way.lines == ((Point(F(0), F(1, 6)), Point(F(1), F(1))),)  # of 42 - 30 = 12, 40 is 2 below the top
    assert way.actual.y == 0


def test_no_way_is_drawn_in_the_last_year_nor_without_one(tmp_path):
    assert _way(tmp_path, SHARE, BASE, "2.4%", "2030-06") is None
    assert _way(tmp_path, SHARE, None, "2.2%", "2026-12") is None


def test_what_is_due_by_a_profile_is_marked_where_it_is_due(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "flow: 1350个, period: 2026, profile: {Q3: 900个, Q4: 450个}")
    gap = gap_of(catalogue, "800个", "2026-09")
    assert gap.due_share == F(900, 1350)
    chart = target_view(GapSpeech(catalogue, ZH), gap, "t1", None, "2026").chart
    assert chart.bullet.due == chart.bullet.target * F(900, 1350)  # the scale begins with nought
    assert "今日应为 900个" in chart.label


def test_a_limit_of_a_range_is_marked_at_its_upper_end(tmp_path):
    catalogue = one_indicator(tmp_path, "none", "share: 控制在2%-3%, period: 2026")
    chart = target_view(GapSpeech(catalogue, ZH), gap_of(catalogue, "2.4%", "2026-12"), "t1", None, "2026").chart
    assert chart.bullet.actual.at < chart.bullet.target == F(3, 100)  # a share is drawn on a scale to 100 %


@pytest.mark.parametrize(
    ("actual", "end"),
    [
        ("19999人", F(98, 100)),  # 99.995 % would look like all of it
        ("15000人", F(3, 4)),
        ("20000人", F(1)),
        ("近20000人", None),  # short of the very number: no bar, as in the table
    ],
)
def test_no_bar_of_a_miss_is_full(tmp_path, actual, end):
    catalogue = one_indicator(tmp_path, "up", "flow: 20000人, period: 2026")
    chart = target_view(GapSpeech(catalogue, ZH), gap_of(catalogue, actual, "2026-12"), "t1", None, "2026").chart
    assert (chart.bullet.bar and chart.bullet.bar.end) == end
