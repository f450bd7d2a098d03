"""A target that the report states in two places is shown once and counted as often as it is printed, everywhere."""

from __future__ import annotations

import pytest
from making import load
from running import run

BASELINES = """
indicators:
  capital: {name: 实际使用外资, name_en: Foreign capital, direction: up}
  jobs: {name: 新增就业, name_en: New jobs, direction: up}
  roads: {name: 新建道路, name_en: New roads, direction: up}
"""
TARGETS = """
conventions:
  lights: {lead: 5个百分点}
targets:
  - {indicator: capital, flow: 1.5亿美元, period: 2026, section: 三/甲}
  - {indicator: capital, flow: 1.5亿美元, period: 2026, section: 三/乙}
  - {indicator: jobs, flow: 1000人, period: 2026, section: 三/甲}
  - {indicator: roads, flow: 10公里, period: 2026, section: 三/乙}
"""
CAME_IN = ["--actual", "capital=0.5亿美元", "--actual", "jobs=900人", "--as-of", "2026-09-30"]


@pytest.fixture
def at(tmp_path):
    load(tmp_path, BASELINES, TARGETS)
    return lambda *arguments, **options: run(*arguments, "--data", str(tmp_path), cwd=tmp_path, **options)


def test_sum_status_and_lights_count_alike(at):
    lines = at("status", *CAME_IN).out.splitlines()
    assert lines[1] == "共 4 项目标，4 项有数字；3 项有实际数：落后 2，正常 1。"
    assert lines[2] == "亮灯：红灯 2，绿灯 1。"


def test_what_is_left_of_the_first_ones_adds_up(at):
    ran = at("status", *CAME_IN, "--top", "1")
    assert "只看前 1 项，下面的数都只说这几项；另有 2 项未列。" in ran.err  # the two of foreign capital are one row
    assert at("status", *CAME_IN, "--top", "3").err == ""


def test_a_narrow_ledger_says_what_it_leaves_out(at, tmp_path):
    rows = "capital,2026-06,0.5亿美元,商务局外资科月报,2026-07-03T09:00:00+08:00\n"
    (tmp_path / "actuals.csv").write_text(f"indicator,as_of,figure,source,recorded\n{rows}", encoding="utf-8")
    narrow, wide = (at("ledger", columns=columns).out for columns in (50, 120))
    assert "来源、记录时间没有列全" in narrow
    assert "没有列全" not in wide
    assert "没有列全" not in at("ledger", "--format", "markdown").out
