"""Growth worked out from amounts: of stocks, over losses, and below a ceiling; the arithmetic stands beside."""

from __future__ import annotations

from fractions import Fraction

import pytest
from making import gap_of, one_indicator

from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words


def test_a_stock_grows_from_where_it_stands(tmp_path):
    """300 to grow by 10 % is 330; 320 stand there at half-year, so 330/320 - 1 = 3.125 % is left."""
    catalogue = one_indicator(tmp_path, "up", "growth: 10%, period: 2026", "level: 300家, period: 2025")
    gap = gap_of(catalogue, "320家", "2026-06")
    assert gap.value == Fraction(20, 3)
    assert (gap.required, gap.required_unit, gap.season) == (Fraction(25, 8), "%", None)
    assert GapSpeech(catalogue, Words(Language.ZH)).required(gap) == "还须增加 10家（现有存量再增长 3.2%）"


def test_a_stock_that_has_grown_enough_needs_nothing(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "growth: 10%, period: 2026", "level: 300家, period: 2025")
    assert gap_of(catalogue, "331家", "2026-06").required is None


@pytest.mark.parametrize(
    ("actual", "reason"),
    [("-3亿元", "base_not_positive"), ("1亿元", "turned_to_profit"), ("-1亿元", "base_not_positive")],
)
def test_a_loss_has_no_growth_rate(tmp_path, actual, reason):
    catalogue = one_indicator(tmp_path, "up", "growth: 10%, period: 2026", "flow: -2亿元, period: 2025")
    gap = gap_of(catalogue, actual, "2026")
    assert (gap.status, gap.reason, gap.gap) == ("not_comparable", reason, None)


@pytest.mark.parametrize("language", Language)
def test_a_ceiling_leaves_room(tmp_path, language):
    """(1.03 - 0.6 * 1.02) / 0.4 - 1 = 4.5 %."""
    catalogue = one_indicator(tmp_path, "down", "growth: 控制在3%以内, period: 2026")
    said = GapSpeech(catalogue, Words(language)).required(gap_of(catalogue, "2%", "2026-08-07"))
    assert said.startswith({"zh": "其余时间还可增长至 4.5%", "en": "room for growth of 4.5%"}[language.value])


def test_an_average_growth_is_that_of_the_years_so_far(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "average_growth: 5%, period: 2030, since: 2025")
    assert [str(gap_of(catalogue, rate, "2026").status) for rate in ("5.2%", "5%", "4.9%")] == [
        "on_track", "on_track", "behind",
    ]  # fmt: skip
    assert gap_of(catalogue, "5.2%", "2025").status == "no_data"  # nothing has grown since 2025 yet
