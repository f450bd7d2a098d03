"""The year that the guide plays, with invented figures, checked with a pencil at several days."""

from __future__ import annotations

import csv
import json
import re
import shlex
from fractions import Fraction

import pytest
from running import ROOT, run
from test_readme import COMMANDS, STORY

GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
LINES = [
    line
    for block in COMMANDS.finditer(STORY.split(GUIDE)[1])
    for line in block["lines"].splitlines()
    if line.startswith("shizhong record ")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder in which every figure of the year was recorded."""
    place = tmp_path_factory.mktemp("year")
    for line in LINES:
        ran = run(*shlex.split(line)[1:], cwd=place)
        assert ran.code == 0, ran.err
    return place


# 2026 has 365 days: 181 are over on 30 June, 273 on 30 September.
# day, indicator, actual, status, gap, completion, lead
STANDINGS = [
    ("2026-Q1", "gdp", "4.3%", "behind", "-0.7", None, None),  # the band is half a point
    ("2026-Q2", "gdp", "4.6%", "within_band", "-0.4", None, None),
    ("2026-Q2", "urban_new_jobs", "0.90万人", "on_track", "-8500", "18/35", "9000/17500 - 181/365"),
    ("2026-Q2", "foreign_capital_used", "0.62亿美元", "behind", "-88000000", "31/75", "31/75 - 181/365"),
    ("2026-Q2", "livelihood_projects", "9件", "behind", "-16", "0.36", "9/25 - 181/365"),
    ("2026-Q2", "black_odorous_water_bodies", None, "no_data", None, None, None),
    ("2026-Q3", "gdp", "4.8%", "within_band", "-0.2", None, None),  # revised from 4.7 %
    ("2026-Q3", "retail_sales", "2.9%", "behind", "-0.6", None, None),
    ("2026-Q3", "livelihood_projects", "20件", "on_track", "-5", "0.8", "20/25 - 273/365"),
    ("2026-Q3", "black_odorous_water_bodies", "1处", "behind", "1", None, None),
    ("2026-Q3", "industrial_land_released", "86.7公顷", "on_track", "-299.5", "2601/3200", None),  # 86.7 ha = 1300.5 亩
    ("2026", "gdp", "5.0%", "met", "0", None, None),
    ("2026", "urban_new_jobs", "1.79万人", "met", "400", "179/175", None),
    ("2026", "foreign_capital_used", "1.46亿美元", "missed", "-4000000", "73/75", None),
    ("2026", "retail_sales", "3.2%", "within_band", "-0.3", None, None),
    ("2026", "livelihood_projects", "25件", "met", "0", "1", None),
    ("2026", "black_odorous_water_bodies", "0处", "met", "0", None, None),
    ("2026", "industrial_land_released", "106.7公顷", "met", "0.5", "3201/3200", None),  # 1600.5 亩
]


@pytest.mark.parametrize(("day", "indicator", "actual", "status", "gap", "completion", "lead"), STANDINGS)
def test_where_the_year_stands(folder, day, indicator, actual, status, gap, completion, lead):
    ran = run("status", "--as-of", day, "--format", "json", cwd=folder)
    row = next(row for row in json.loads(ran.out)["gaps"] if row["indicator"] == indicator)
    assert (row["actual"], row["status"], row["gap"]) == (actual, status, gap)
    if completion is not None:
        assert Fraction(row["completion"]) == Fraction(completion)
    if lead is not None:
        done, elapsed = map(Fraction, lead.split(" - "))
        assert Fraction(row["lead"]) == (done - elapsed) * 100  # in points


def test_every_row_is_kept(folder):
    with (folder / "actuals.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["figure"] for row in rows] == [shlex.split(line)[3] for line in LINES]
    assert {row["source"] for row in rows} == {"虚构"}


def test_all_twelve_months_are_there():
    months = {match[1] for line in LINES if (match := re.search(r"--as-of 2026-(\d\d)\b", line))}
    assert months == {f"{month:02}" for month in range(1, 13)}


def test_a_revised_figure_stays_as_history(folder):
    document = json.loads(run("show", "urban_new_jobs", "--format", "json", cwd=folder).out)
    superseded = [(row["figure"], row["superseded_by"]) for row in document["actuals"] if row["superseded_by"]]
    assert superseded == [("0.92万人", "0.90万人")]


def test_the_year_ends_in_a_report_and_in_exit_codes(folder):
    assert run("report", "--output", "report.html", cwd=folder).code == 0
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "1.46亿美元" in page
    assert "未完成" in page
    assert run("status", "--fail-on", "missed", cwd=folder).code == 1
    assert run("status", "--fail-on", "missed,behind", "--search", "gdp", cwd=folder).code == 0
