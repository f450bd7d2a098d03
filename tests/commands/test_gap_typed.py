"""What is typed is what is answered, whatever a ledger has beside it."""

from __future__ import annotations

import pytest
from running import run


@pytest.fixture
def folder(tmp_path):
    run("record", "gdp", "5.3%", "--as-of", "2026-09", cwd=tmp_path)
    return tmp_path


@pytest.mark.parametrize("day", [(), ("--as-of", "2026-09")])
def test_gap_answers_what_is_typed(folder, day):
    shown = run("gap", "gdp", "1100亿元", *day, cwd=folder, columns=120).out
    assert "实际            1100亿元" in shown
    assert "状态            不可比" in shown


def test_status_answers_what_is_typed(folder):
    shown = run("status", "--actual", "gdp=1100亿元", "--as-of", "2026-09", cwd=folder, columns=120).out
    assert "不可比  地区生产总值  5%左右  1100亿元" in shown
    assert "1 项有实际数：正常 1" in run("status", cwd=folder, columns=120).out  # the ledger is as it was


def test_record_tells_of_what_is_recorded(folder):
    told = run("record", "gdp", "1100亿元", "--as-of", "2026-09", cwd=folder, columns=120)
    assert "地区生产总值 截至 2026-09-30：目标 5%左右，不可比" in told.out + told.err


def test_that_all_figures_are_later_is_told(folder):
    told = run("status", "--as-of", "2026-06", cwd=folder)
    assert "已有的 1 个数都在此后，最早的是 2026-09-30" in told.err
    assert "都在此后" not in run("status", "--as-of", "2026-09", cwd=folder).err
