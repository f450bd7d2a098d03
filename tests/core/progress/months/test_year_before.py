"""What is known of the same day of the year before, beside what came in: of the same kind, or nothing."""

from __future__ import annotations

import json
import re

import pytest
from running import run

TARGETS = """
targets:
  - {indicator: jobs, flow: 2万人, period: 2026, section: 一}
  - {indicator: gdp, growth: 5%, period: 2026, section: 一}
  - {indicator: share, share: 80%, period: 2026, section: 一}
  - {indicator: beds, level: 300张, period: 2026, section: 一}
  - {indicator: other, flow: 100件, period: 2026, section: 一, base_differs: 两数口径不同}
  - {indicator: since, change: 50家, period: 2026, section: 一}
  - {indicator: rate, growth: 10%, period: 2026, section: 一, since: 2020}
"""
BASELINES = """
units: {张: {name_en: beds, whole: true}}
indicators:
  jobs: {name: 就业, direction: up, figures: [{flow: 1.6万人, period: 2025, section: 一}]}
  gdp:
    {name: 总值, direction: up, prices: {flow: current, growth: constant},
     figures: [{flow: 1400亿元, period: 2025, section: 一}]}
  share: {name: 比重, direction: up, figures: [{share: 75%, period: 2025, section: 一}]}
  beds: {name: 床位, direction: up, figures: [{level: 250张, period: 2025, section: 一}]}
  other: {name: 别的, direction: up, figures: [{flow: 300件, period: 2025, section: 一}]}
  since: {name: 净增, direction: up, figures: [{change: 400家, period: 2025, section: 一, since: 2020}]}
  rate: {name: 增幅, direction: up, figures: [{growth: 8%, period: 2025, section: 一}]}
"""

# indicator, as_of, figure of now; figures recorded before; the figure and the day of the year before; the growth on it
CASES = [
    ("jobs", "2026-09", "1.40万人", {"2025-09": "1.30万人"}, ("1.30万人", "2025-09-30"), "100/13"),  # 1.4 ÷ 1.3 − 1
    ("jobs", "2026-09", "1.40万人", {"2025-08": "1.30万人"}, (None, None), None),  # another day
    ("jobs", "2026", "1.76万人", {}, ("1.6万人", "2025-12-31"), "10"),  # as the report prints it
    ("jobs", "2026-02", "0.2万人", {"2025-02": "0.1万人"}, ("0.1万人", "2025-02-28"), "100"),
    ("gdp", "2026-Q3", "5.2%", {"2025-Q3": "5.1%"}, ("5.1%", "2025-09-30"), None),  # a rate has no growth
    ("gdp", "2026", "1500亿元", {}, ("1400亿元", "2025-12-31"), None),  # at current prices: no growth follows
    ("share", "2026", "77%", {}, ("75%", "2025-12-31"), "2"),  # points
    ("beds", "2026-06-30", "260张", {"2025-06-30": "240张"}, ("240张", "2025-06-30"), "25/3"),
    ("other", "2026", "90件", {}, (None, None), None),  # the report counted something else
    ("other", "2026-06", "40件", {"2025-06": "50件"}, ("50件", "2025-06-30"), "-20"),
    ("since", "2026", "40家", {}, (None, None), None),  # five years are not one
    ("rate", "2026", "9%", {"2025": "8%"}, (None, None), None),  # since 2020 it is no growth on the year before
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    (tmp_path / "baselines.yaml").write_text(BASELINES, encoding="utf-8")
    return tmp_path


def asked(folder, indicator: str, as_of: str, figure: str, known: dict[str, str], *command: str) -> str:
    rows = [f"{indicator},{day},{text}" for day, text in {**known, as_of: figure}.items()]
    (folder / "in.csv").write_text("\n".join(["indicator,as_of,figure", *rows]), encoding="utf-8")
    done = run(*command, "--data", ".", "--actuals", "in.csv", cwd=folder)
    assert done.code == 0, done.err
    return done.out


@pytest.mark.parametrize(("indicator", "as_of", "figure", "known", "before", "growth"), CASES)
def test_the_year_before_stands_beside_the_figure(folder, indicator, as_of, figure, known, before, growth):
    command = ("gap", indicator, "--format", "json")
    (gap,) = json.loads(asked(folder, indicator, as_of, figure, known, *command))["gaps"]
    assert (gap["year_before"], gap["year_before_as_of"], gap["over_year"]) == (*before, growth)
    rows = json.loads(asked(folder, indicator, as_of, figure, known, "status", "--format", "json"))["gaps"]
    (same,) = [row for row in rows if row["indicator"] == indicator]
    assert {key: same[key] for key in gap if key in same} == {key: gap[key] for key in gap if key in same}
    assert ("上年同期" in asked(folder, indicator, as_of, figure, known, "gap", indicator)) == (before[0] is not None)


def test_a_growth_that_was_recorded_beside_the_amount_is_told_without_the_year_before(folder):
    (folder / "in.csv").write_text(
        "indicator,as_of,figure,measure\njobs,2026-06,0.9万人,\njobs,2026-06,7.1%,growth\n", encoding="utf-8"
    )
    given = ("gap", "jobs", "--data", ".", "--actuals", "in.csv")
    (gap,) = json.loads(run(*given, "--format", "json", cwd=folder).out)["gaps"]
    assert (gap["actual"], gap["year_before"], gap["over_year"]) == ("0.9万人", None, "7.1")
    assert re.search("上年同期 +公布同比增长 7.1%", run(*given, cwd=folder).out)


SAID = [
    ("jobs", "1.40万人", "1.30万人", "1.30万人（截至 2025-09-30），同比增长 6.8%—8.5%"),  # 1.395 ÷ 1.305, 1.405 ÷ 1.295
    ("jobs", "1.30万人", "1.40万人", "1.40万人（截至 2025-09-30），同比下降 6.4%—7.9%"),
    ("jobs", "15000人", "15000人", "15000人（截至 2025-09-30），同比持平"),
    ("jobs", "16000人", "15000人", "15000人（截至 2025-09-30），同比增长 6.67%"),
    ("jobs", "14000人", "15000人", "15000人（截至 2025-09-30），同比下降 6.67%"),
    ("jobs", "15000人", "超过1.4万人", "超过1.4万人（截至 2025-09-30）"),  # open: nothing follows
]


@pytest.mark.parametrize(("indicator", "figure", "before", "said"), SAID)
def test_how_it_is_said(folder, indicator, figure, before, said):
    shown = asked(folder, indicator, "2026-09", figure, {"2025-09": before}, "gap", indicator)
    assert re.search(f"上年同期 +{re.escape(said)} *\n", shown)
