"""A growth below nought is told as a fall: one that is still enough, or one that is asked for."""

from __future__ import annotations

import pytest
from making import gap_of, one_indicator

from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words


@pytest.mark.parametrize(
    ("direction", "target", "baselines", "actual", "zh", "en"),
    [
        # (1.05 - 181/365 × 1.2) / (184/365) - 1 = -9.755 %
        (
            "up",
            "growth: 5%",
            [],
            "20%",
            "其余时间下降不超过 9.7% 即可",
            "a fall of no more than 9.7% in the rest of the year",
        ),
        # to fall by 3 %, and it fell by 1: (0.97 - 181/365 × 0.99) / (184/365) - 1 = -4.97 %
        ("down", "growth: -3.0%", [], "-1.0%", "其余时间须下降 4.97%", "a fall of 4.97% in the rest of the year"),
        ("up", "growth: 5.0%", [], "4.0%", "其余时间须增长 5.99%", "growth of 5.99% in the rest of the year"),
    ],
)
def test_what_is_needed(tmp_path, direction, target, baselines, actual, zh, en):
    catalogue = one_indicator(tmp_path, direction, f"{target}, period: 2026", *baselines)
    gap = gap_of(catalogue, actual, "2026-06")
    for language, expected in ((Language.ZH, zh), (Language.EN, en)):
        told = GapSpeech(catalogue, Words(language)).required(gap)
        assert told.startswith(expected)
        assert "-" not in told
