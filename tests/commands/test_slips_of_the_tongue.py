"""What people type that is nearly right is told once, with what is meant."""

from __future__ import annotations

import json
import re

import openpyxl
import pytest
from making import load
from running import ROOT, run


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
        ("5‰", "%", ["5‰ = 0.5%", "这样印出的数不小于 0.45%、小于 0.55%"]),
        ("三成", "%", ["三成 = 30%", "这样印出的数不小于 25%、小于 35%"]),
        ("5%", "‰", ["5% = 50‰", "这样印出的数不小于 45 ‰、小于 55 ‰"]),
        ("5%—5.5%", "‰", ["5%—5.5% = 50‰—55‰", "这样印出的数不小于 50 ‰、不大于 55 ‰"]),
        ("10—12亩", "公顷", ["10—12亩 ≈ 0.667公顷—0.8公顷", "这样印出的数不小于 0.667 公顷、不大于 0.8 公顷"]),
        ("1—2千米", "米", ["1—2千米 = 1,000米—2,000米", "这样印出的数不小于 1,000 米、不大于 2,000 米"]),
        ("超过12.6万户", "户", ["超过12.6万户 ≥ 126,000户", "这样印出的数不小于 126,000 户"]),
        ("近150亿元", "亿元", ["近150亿元 < 150亿元", "这样印出的数小于 150 亿元"]),
        ("1455家", "家", ["1455家 = 1,455家", "这样印出的数就是 1,455 家"]),
    ],
)
def test_what_is_converted_keeps_its_ends_and_its_bound(figure, unit, told):
    assert run("convert", figure, unit, lang="zh").out.splitlines()[:2] == told


def test_a_range_in_another_unit_is_judged_by_its_ends():
    """80—120公顷 are 1200—1800亩: on both sides of the 1500亩 that were promised, whatever the unit."""
    asked = ("--data", "examples/yunting-2025", "--as-of", "2025", "--format", "json")
    found = [
        json.loads(run("gap", "新增造林面积", figure, *asked, cwd=ROOT).out)["gaps"][0]["status"]
        for figure in ("80—120公顷", "110—120公顷", "80—90公顷", "1200—1800亩")
    ]
    assert found == ["undecided", "met", "missed", "undecided"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("record gdp 5.3%", "--as-of: A051 缺少 --as-of；例如：shizhong record gdp 5.3% --as-of 2099-11"),
        ("record --void 99", "A044 台账里没有可撤销的行"),
        ("show 区长", "ID: A001 没有指标「区长」；shizhong export 列出全部"),
    ],
)
def test_what_is_missing_is_told_with_what_to_type(typed, told, tmp_path):
    assert told in run(*typed.split(), cwd=tmp_path).err


def test_a_row_that_is_not_there_is_told_before_a_note_that_is_missing(tmp_path):
    run("record", "gdp", "5.3%", "--as-of", "2026-09", cwd=tmp_path)
    assert run("record", "--void", "99", cwd=tmp_path).err.startswith("--void: A036 没有第 99 行可撤销")


def test_without_data_months_tells_what_to_type(tmp_path):
    assert "接着可以输入：shizhong record gdp 5% --as-of 2026-Q3（记下一个数）" in run("months", cwd=tmp_path).out


@pytest.mark.parametrize(
    "command", ["export -o x.json", "export -o x.csv --format sdmx-csv", "status -o x.csv", "schema targets -o x.json"]
)
def test_what_was_written_is_told_but_for_a_quiet_run(command, tmp_path):
    name = command.split()[command.split().index("-o") + 1]
    assert run(*command.split(), cwd=tmp_path) == (0, "", f"已写 {name}。\n")
    assert run(*command.split(), "--quiet", cwd=tmp_path) == (0, "", "")


def test_the_rows_of_one_indicator_are_asked_for_either_way(tmp_path):
    for name, figure in (("gdp", "5.3%"), ("社零", "5%")):
        run("record", name, figure, "--as-of", "2026-09", cwd=tmp_path)
    by_place, by_option = run("ledger", "gdp", cwd=tmp_path), run("ledger", "--indicator", "gdp", cwd=tmp_path)
    assert by_place == by_option
    assert "零售" not in by_option.out


@pytest.mark.parametrize("figure", ["8211人", "8213人", "0.9001万人"])
def test_things_are_needed_and_drawn_on_whole(figure):
    rows = json.loads(run("gap", "新增就业", figure, "--as-of", "2026-06", "--format", "json").out)["gaps"]
    assert rows[0]["required"]
    lines = run("gap", "新增就业", figure, "--as-of", "2026-06", columns=120).out.splitlines()
    told = [line for line in lines if line.startswith(("直线外推", "还需"))]
    assert len(told) == 2
    for number, scale in re.findall(r"([0-9,.]+)(万?)人", "".join(told)):
        assert float(number.replace(",", "")) * (10000 if scale else 1) % 1 < 1e-6


def test_what_cannot_be_recorded_as_it_is_is_not_offered():
    shown = run("gap", "民间投资", "46.2%", "--base", "42%", lang="zh").out
    assert "shizhong record" not in shown


def test_a_figure_without_a_unit_is_told_in_english(tmp_path):
    told = run("record", "固投", "150亿", "--as-of", "2026-09", cwd=tmp_path, lang="en")
    assert "150亿 (15 bn yuan) (as of 2026-09)" in told.out + told.err


@pytest.mark.parametrize(("figure", "said"), [("11亿元", True), ("11.1亿元", False), ("10.9亿元", False)])
def test_why_the_very_number_is_enough_is_told(figure, said):
    """The target is 超过11亿元; published figures meet it from the number on."""
    ran = run("gap", "aerospace_low_altitude_scale", figure, "--as-of", "2026", columns=200)
    assert ("正好等于「超过11亿元」里的数" in ran.out) is said
    assert ("完成" in ran.out.partition("状态")[2]) is True


@pytest.mark.parametrize(("direction", "said"), [("none", True), ("up", False), ("down", False)])
def test_why_more_than_a_number_without_a_direction_missed_it_is_told(direction, said, tmp_path):
    own = f"{{name: 甲, name_en: A, direction: {direction}, figures: [{{level: 90家, period: 2025, section: 一}}]}}"
    target = "{indicator: a, level: 100家, period: 2026, binding: task, section: 三}"
    baselines = f"sections: {{一: {{name: 一, name_en: One}}}}\nindicators: {{a: {own}}}\n"
    load(tmp_path, baselines, f"sections: {{三: {{name: 三, name_en: Three}}}}\ntargets: [{target}]\n")
    ran = run("gap", "a", "120家", "--as-of", "2026", "--data", str(tmp_path), columns=200)
    assert ("没有声明哪边更好" in ran.out) is said
