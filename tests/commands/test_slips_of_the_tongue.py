"""What people type that is nearly right is told once, with what is meant."""

from __future__ import annotations

import json
import re

import openpyxl
import pytest
from running import run


@pytest.mark.parametrize("typed", [["gpd", "5%"], ["GDP增速", "5%"], ["单位能耗x", "下降3%"]])
def test_the_figure_of_an_unknown_name_is_no_name(typed):
    ran = run("gap", *typed, lang="zh")
    assert ran.code == 2
    assert ran.err.count("A001") == 1
    assert typed[1] not in ran.err


@pytest.mark.parametrize(
    ("name", "id", "figure"),
    [
        ("社零", "retail_sales", "5%"),
        ("固投", "fixed_asset_investment", "220亿元"),
        ("规上工业", "large_industrial_value_added", "6%"),
        ("财政收入", "budget_revenue", "3%"),
    ],
)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_short_name_in_a_file_is_the_indicator_as_on_the_command_line(name, id, figure, suffix, tmp_path):
    sheet, typed = tmp_path / f"x.{suffix}", run("gap", name, figure, "--format", "json")
    rows = [["指标", "时点", "实际"], [name, "2026-09", figure]]
    if suffix == "csv":
        sheet.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(sheet)
    found = run("gap", id, "--actuals", sheet.name, "--format", "json", cwd=tmp_path)
    assert {gap["indicator"] for gap in json.loads(typed.out)["gaps"]} == {id}
    assert {gap["actual"] for gap in json.loads(found.out)["gaps"]} == {figure}


@pytest.mark.parametrize(
    ("day", "meant"), [("三季度", "2026-Q3"), ("9月", "2026-09"), ("上半年", "2026-S1"), ("9月30日", "2026-09-30")]
)
def test_a_day_without_its_year_in_a_file_is_told_with_the_year(day, meant, tmp_path):
    (tmp_path / "x.csv").write_text(f"指标,时点,实际\ngdp,{day},5%\n", encoding="utf-8")
    told = run("status", "--actuals", "x.csv", cwd=tmp_path, lang="zh").err
    assert told == f"x.csv:2:2: P012 「{day}」没有写是哪一年；文件里要写年份；是不是「{meant}」？\n"


def test_every_spelling_that_is_listed_is_read():
    listed = run("gap", "gdp", "5%", "--as-of", "2026x").err.partition("写作")[2]
    days = re.findall("2026[^、（）\n ]*", listed)
    assert len(days) == 10
    for day in days:
        assert run("gap", "gdp", "5%", "--as-of", day).code == 0


@pytest.mark.parametrize(
    ("lang", "known"), [("zh", "可用：指标、截至、数值、"), ("en", "known: indicator; as_of; figure; ")]
)
def test_columns_are_named_in_the_language_of_the_reader(lang, known, tmp_path):
    (tmp_path / "x.csv").write_text("指标,截至,数值,经费\ngdp,2026-09,5%,\n", encoding="utf-8")
    assert known in run("status", "--actuals", "x.csv", cwd=tmp_path, lang=lang).err


@pytest.mark.parametrize("command", ["status", "gap gdp", "months", "show gdp", "report -o r.html", "rollover -o n"])
def test_two_figures_for_one_time_are_refused_everywhere(command, tmp_path):
    (tmp_path / "x.csv").write_text("指标,截至,数值\ngdp,2026-Q3,5.2%\ngdp,2026-09-30,6.1%\n", encoding="utf-8")
    ran = run(*command.split(), "--actuals", "x.csv", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "x.csv:3:3: A012 同一指标同一时点给了两个实际数，后一个是「6.1%」" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]


def test_without_bad_rows_neither_of_two_figures_counts(tmp_path):
    (tmp_path / "x.csv").write_text("指标,截至,数值\ngdp,2026-Q3,5.2%\ngdp,2026-09-30,6.1%\n", encoding="utf-8")
    ran = run("status", "--actuals", "x.csv", "--skip-bad", cwd=tmp_path)
    assert "A012" in ran.err
    assert "尚无实际数" in ran.out


def test_the_same_figure_twice_is_one(tmp_path):
    (tmp_path / "x.csv").write_text("指标,截至,数值\ngdp,2026-Q3,5.2%\ngdp,2026-09-30,5.2%\n", encoding="utf-8")
    ran = run("status", "--actuals", "x.csv", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("figure", ["1451亿元", "52%", "0.052%"])
def test_what_cannot_be_compared_or_is_doubted_is_not_offered_to_be_recorded(figure):
    assert "shizhong record" not in run("gap", "gdp", figure, columns=200).out.partition("接着")[2]


def test_what_is_counted_is_of_one_kind():
    """Of a target with a number and one in words, both by a doubtful figure, the one is counted."""
    told = run("status", "--actual", "budget_revenue=100%", "--actual", "gdp=52%", columns=200).out
    assert "1 项有实际数：存疑 1。" in told


def test_on_which_condition_a_target_is_met_stands_beside_the_status():
    lines = run("gap", "gdp", "5.2%").out.splitlines()
    assert "实际            5.2%（未给 --as-of，按 2026 年全期的数判断）" in [line.rstrip() for line in lines]
    assert "状态            完成（以全期的数为准）" in [line.rstrip() for line in lines]


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
