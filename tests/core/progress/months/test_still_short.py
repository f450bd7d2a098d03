"""What stocks and shares still need stands in the table of months as well."""

from __future__ import annotations

import pytest
from running import run

BASELINES = """
units: {张: {name_en: beds, whole: true}}
indicators:
  beds: {name: 床位, direction: up, figures: [{level: 250张, period: 2025, section: 一}]}
  share: {name: 比重, direction: up, figures: [{share: 75%, period: 2025, section: 一}]}
  debts: {name: 欠款, direction: down, figures: [{level: 20亿元, period: 2025, section: 一}]}
  rate: {name: 失业率, direction: down, figures: [{share: 5.2%, period: 2025, section: 一}]}
  far: {name: 远期, direction: up, figures: []}
"""
TARGETS = """
targets:
  - {indicator: beds, level: 300张, period: 2026, section: 二}
  - {indicator: share, share: 80%以上, period: 2026, section: 二}
  - {indicator: debts, level: 12亿元, period: 2026, section: 二}
  - {indicator: rate, share: 5%以内, period: 2026, section: 二}
  - {indicator: far, level: 100亿元, period: 2030, section: 二}
"""

# indicator, figure up to June, what the table says is needed
CASES = [
    ("beds", "260张", "还差 40张"),
    ("beds", "300张", None),
    ("beds", "310张", None),
    ("share", "77%", "还差 3个百分点"),
    ("debts", "15亿元", "还须降 3亿元"),
    ("debts", "11亿元", None),
    ("rate", "5.4%", "还须降 0.4个百分点"),
    ("rate", "4.9%", None),
    ("far", "20亿元", "不能说快慢"),  # no start: why it cannot be judged, and no amount
]


@pytest.mark.parametrize(("indicator", "figure", "said"), CASES)
def test_what_is_needed(tmp_path, indicator, figure, said):
    for name, text in (("targets.yaml", TARGETS), ("baselines.yaml", BASELINES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    given = ("--data", ".", "--actual", f"{indicator}={figure}", "--as-of", "2026-06")
    shown = run("months", indicator, *given, columns=160, cwd=tmp_path).out
    for text in ("还差", "还须降"):
        assert (text in shown) == (said is not None and text in said), shown
    assert said is None or said in shown
