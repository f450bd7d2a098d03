"""Parts and their whole, averages over their years, targets that are not one number; the arithmetic stands beside."""

from __future__ import annotations

import pytest
from making import load

from shizhong_cli.core.checking.verify import verify

INDICATOR = """
indicators:
  it:
    name: 某指标
    direction: up
    figures:
"""


def verdicts(folder, figures, kind):
    lines = "".join(f"      - {{{figure}, section: 一}}\n" for figure in figures)
    target = "targets:\n  - {indicator: it, qualitative: 稳, period: 2026, section: 三}\n"
    report = verify(load(folder, INDICATOR + lines, target), [])
    return [str(outcome.verdict) for outcome in report.outcomes if str(outcome.check.kind) == kind]


YEARS = [f"flow: 10亿元, period: {year}" for year in range(2021, 2026)]
QUARTERS = [f"flow: 10亿元, period: 2025-Q{quarter}" for quarter in range(1, 5)]


@pytest.mark.parametrize(
    ("figures", "kind", "wanted"),
    [  # five of [9.5, 10.5) are [47.5, 52.5); four of them [38, 42)
        ([*YEARS, "flow: 60亿元, period: 2021/2025"], "sum_of_parts", ["inconsistent"]),
        ([*YEARS, "flow: 51亿元, period: 2021/2025"], "sum_of_parts", ["consistent"]),
        ([*QUARTERS, "flow: 45亿元, period: 2025"], "sum_of_parts", ["inconsistent"]),
        ([*QUARTERS, "flow: 41亿元, period: 2025"], "sum_of_parts", ["consistent"]),
        # two halves, and the four quarters as well: 20 + 30 = 50, 4 x 10 = 40
        (
            [*QUARTERS, "flow: 20亿元, period: 2025-S1", "flow: 30亿元, period: 2025-S2", "flow: 50亿元, period: 2025"],
            "sum_of_parts", ["consistent", "inconsistent", "inconsistent", "consistent"],
        ),
        # three years of 10 in a whole of 25 leave less than nothing, though each of them fits
        ([*YEARS[:3], "flow: 25亿元, period: 2021/2025"], "part_of_period", ["consistent"] * 3 + ["inconsistent"]),
        # 1.12^5 = 1.762, 1.10^5 = 1.6105
        (
            ["flow: 161.05亿元, period: 2025", "flow: 100亿元, period: 2020",
             "average_growth: 12%, period: 2021/2025, since: 2020"], "average_growth", ["inconsistent"],
        ),
        (
            ["flow: 161.05亿元, period: 2025", "flow: 100亿元, period: 2020",
             "average_growth: 10%, period: 2021/2025, since: 2020"], "average_growth", ["consistent"],
        ),
        # 280 x 1.071 = 299.9; 280 x 1.171 = 327.9
        (
            ["flow: 300亿元, period: 2025-Q3", "flow: 280亿元, period: 2024-Q3", "growth: 7.1%, period: 2025-Q3"],
            "implied_base", ["consistent"],
        ),
        (
            ["flow: 300亿元, period: 2025-09", "flow: 280亿元, period: 2024-09", "growth: 17.1%, period: 2025-09"],
            "implied_base", ["inconsistent"],
        ),
        # a stock of December is that of the end of the year, also when it is said twice
        (["level: 50家, period: 2025-12", "level: 51家, period: 2025"], "restatement", ["inconsistent"]),
        (["level: 50家, period: 2025-12-31", "level: 40家, period: 2024", "growth: 25%, period: 2025"],
         "implied_base", ["consistent"]),
        # 80.0 / 73.4 is 9.0 % more
        (["share: 80.0%, period: 2025", "share: 73.4%, period: 2024", "growth: 6.6%, period: 2025"],
         "implied_base", ["inconsistent"]),
    ],
)  # fmt: skip
def test_figures_of_more_than_one_time(tmp_path, figures, kind, wanted):
    assert sorted(verdicts(tmp_path, figures, kind)) == sorted(wanted)


@pytest.mark.parametrize(
    ("base", "targets", "asked"),
    [  # 100 x 1.05 is [104.0, 106.1)
        ("flow: 100亿元", ("flow: 120亿元", "growth: 5%"), True),
        ("flow: 100亿元", ("flow: 105亿元", "growth: 5%"), False),
        ("flow: 100亿元", ("flow: 120亿元", "growth: 5%以上"), False),
        ("level: 1455家", ("level: 1700家", "change: 净增145家"), True),
        ("level: 1455家", ("level: 1600家", "change: 净增145家"), False),
        ("share: 60.0%", ("share: 70%", "change: 提高5个百分点"), True),
        ("share: 60.0%", ("share: 65%以上", "change: 提高5个百分点"), False),
    ],
)
def test_two_targets_that_are_not_one_number(tmp_path, base, targets, asked):
    figures = f"      - {{{base}, period: 2025, section: 一}}\n"
    wanted = "".join(f"  - {{indicator: it, {target}, period: 2026, section: 三}}\n" for target in targets)
    report = verify(load(tmp_path, INDICATOR + figures, f"targets:\n{wanted}"), [])
    assert ("targets_do_not_fit" in {str(question.rule) for question in report.questions}) is asked
