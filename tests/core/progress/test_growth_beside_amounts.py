"""A growth on the year before, where a target is an amount: taken when it is declared as one, and judges nothing."""

from __future__ import annotations

import json

import pytest
from running import run

AS_OF = ("--as-of", "2026-06")


def test_declared_it_is_kept_beside_the_amount(tmp_path):
    for figure in (("urban_new_jobs", "0.9万人"), ("urban_new_jobs.growth", "7.1%")):
        assert run("record", *figure, *AS_OF, cwd=tmp_path).code == 0
    (gap,) = json.loads(run("gap", "urban_new_jobs", "--format", "json", cwd=tmp_path).out)["gaps"]
    assert (gap["actual"], gap["over_year"], gap["status"]) == ("0.9万人", "7.1", "on_track")
    months = json.loads(run("months", "--format", "json", cwd=tmp_path).out)["months"]
    assert [(row["value"], row["over_year"], row["over_year_by"]) for row in months] == [("9000", "7.1", "recorded")]


@pytest.mark.parametrize("figure", ["7.1%", "百分之七"])
def test_undeclared_it_may_be_anything(tmp_path, figure):
    """A rate of completion as well."""
    refused = run("record", "urban_new_jobs", figure, *AS_OF, cwd=tmp_path)
    assert refused.code == 2
    assert (
        f"A043 「{figure}」是比率，urban_new_jobs 的目标用：人；若是同比增速，指标写作 urban_new_jobs.growth"
        in refused.err
    )
    assert not (tmp_path / "actuals.csv").exists()


@pytest.mark.parametrize("declared", ["flow", "level", "share"])
def test_declared_as_something_else_it_is_refused(tmp_path, declared):
    assert run("record", f"urban_new_jobs.{declared}", "7.1%", *AS_OF, cwd=tmp_path).code == 2


def test_points_are_no_growth(tmp_path):
    refused = run("record", "urban_new_jobs.growth", "2个百分点", *AS_OF, cwd=tmp_path)
    assert (refused.code, "A003" in refused.err) == (2, True)


def test_alone_it_is_said_to_judge_nothing(tmp_path):
    ran = run("gap", "urban_new_jobs", "--actual", "urban_new_jobs.growth=7.1%", *AS_OF, cwd=tmp_path)
    assert (ran.code, "无数据" in ran.out) == (0, True)
    assert ran.err == "7.1% 是 urban_new_jobs 的同比增速，只列在累计数旁边，不用来判断目标。\n"
    both = ("--actual", "urban_new_jobs.growth=7.1%", "--actual", "urban_new_jobs=0.9万人")
    assert run("gap", "urban_new_jobs", *both, *AS_OF, cwd=tmp_path).err == ""
