"""Periods as they stand in a sentence."""

from __future__ import annotations

import pytest

from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.rendering.sentences.periods import said
from shizhong_cli.rendering.wording import Language, Words


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2026", "2026 年", "2026"),
        ("2026/2026", "2026 年", "2026"),
        ("2021/2025", "2021—2025 年", "2021–2025"),
        ("2026-Q3", "2026年三季度", "Q3 2026"),
        ("2026-S1", "2026年1月至6月", "Jan to Jun 2026"),
        ("2026-09", "2026年9月", "Sep 2026"),
        ("2026-01/2026-09", "2026年1月至9月", "Jan to Sep 2026"),
        ("2025-11/2026-02", "2025年11月至2026年2月", "Nov 2025 to Feb 2026"),
        ("2026-09-30", "2026-09-30", "2026-09-30"),
    ],
)
def test_a_period_in_a_sentence(period, zh, en):
    assert said(parse_period(period), Words(Language.ZH)) == zh
    assert said(parse_period(period), Words(Language.EN)) == en
