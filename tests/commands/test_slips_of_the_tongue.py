"""What people type that is nearly right is told once, with what is meant."""

from __future__ import annotations

import pytest
from running import run


@pytest.mark.parametrize("typed", [["gpd", "5%"], ["GDP增速", "5%"], ["单位能耗x", "下降3%"]])
def test_the_figure_of_an_unknown_name_is_no_name(typed):
    ran = run("gap", *typed, lang="zh")
    assert ran.code == 2
    assert ran.err.count("A001") == 1
    assert typed[1] not in ran.err


def test_a_short_name_in_a_file_suggests_the_whole_one(tmp_path):
    (tmp_path / "x.csv").write_text("指标,时点,实际\n社零,2026-09,200亿元\n", encoding="utf-8")
    told = run("status", "--actuals", "x.csv", cwd=tmp_path, lang="zh").err
    assert "x.csv:2:1: A001 没有指标「社零」；是不是「社会消费品零售总额」？" in told


@pytest.mark.parametrize(
    ("figure", "unit", "told"),
    [
        ("5‰", "%", ["5‰ = 0.5%", "这样印出的数在 [0.45, 0.55)% 之间"]),
        ("三成", "%", ["三成 = 30%", "这样印出的数在 [25, 35)% 之间"]),
        ("5%", "‰", ["5% = 50‰", "这样印出的数在 [45, 55) ‰ 之间"]),
    ],
)
def test_parts_of_a_whole_are_converted(figure, unit, told):
    assert run("convert", figure, unit, lang="zh").out.splitlines()[:2] == told


def test_what_cannot_be_recorded_as_it_is_is_not_offered():
    shown = run("gap", "民间投资", "46.2%", "--base", "42%", lang="zh").out
    assert "shizhong record" not in shown


def test_a_figure_without_a_unit_is_told_in_english(tmp_path):
    told = run("record", "固投", "150亿", "--as-of", "2026-09", cwd=tmp_path, lang="en")
    assert "150亿 (15 bn yuan) (as of 2026-09)" in told.out + told.err
