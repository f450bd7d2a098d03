"""Indicators, sections and figures as people type them, and what they are told when nothing fits."""

from __future__ import annotations

import csv
import io
import json

import pytest
from running import run

POINT = "的小数点写成了逗号或句号；写作"


def ids_of(*arguments: str) -> list[str]:
    """The indicators that a command answers about, each once."""
    ran = run(*arguments, "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    return list(dict.fromkeys(row["indicator"] for row in csv.DictReader(io.StringIO(ran.out.lstrip("\ufeff")))))


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("gdp", "gdp"),
        ("地区生产总值", "gdp"),
        ("生产总值", "gdp"),  # six names have it in them, one indicator is called so
        ("GDP", "gdp"),
        ("新增就业", "urban_new_jobs"),
        ("社零", "retail_sales"),
        ("固投", "fixed_asset_investment"),
        ("财政收入", "budget_revenue"),
        ("规上工业", "large_industrial_value_added"),
        ("外贸", "total_trade"),
        ("失业人员", "reemployment"),
        ("retail", "retail_sales"),
        ("urban jobs", "urban_new_jobs"),
    ],
)
def test_an_indicator_is_asked_for_by_what_people_call_it(word, id):
    assert ids_of("gap", word) == [id]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["gdp", "5.2%"], ["-i", "gdp", "--actual", "5.2%"]),
        (["gdp=5.2%"], ["-i", "gdp", "--actual", "5.2%"]),
        (["gdp", "-1.1%"], ["-i", "gdp", "--actual=-1.1%"]),
        (["地区生产总值", "5%", "社零", "4%"], ["-i", "gdp", "-i", "retail_sales", "--actual", "5%", "--actual", "4%"]),
        (["gdp", "社零", "4%"], ["-i", "gdp", "-i", "retail_sales", "--actual", "retail_sales=4%"]),
        (["gdp", "5G网络"], ["-i", "gdp", "-i", "coverage_5g"]),  # begins with a digit, and is a name
        (["gdp.growth", "5.2%"], ["-i", "gdp", "--actual", "gdp.growth=5.2%"]),
        (["gdp", "百分之五"], ["-i", "gdp", "--actual", "百分之五"]),
    ],
)  # fmt: skip
def test_what_stands_behind_the_command_is_what_its_options_say(typed, named):
    with_options = run("gap", *named, "--as-of", "2026-Q3", "--format", "json")
    by_place = run("gap", *typed, "--as-of", "2026-Q3", "--format", "json")
    assert by_place == with_options
    assert (by_place.code, bool(json.loads(by_place.out)["gaps"])) == (0, True)


def test_typed_and_named_indicators_go_together():
    assert ids_of("gap", "社零", "-i", "gdp") == ["retail_sales", "gdp"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gap", "地区生产总植"], "ID: A001 没有指标「地区生产总植」；是不是「地区生产总值」？"),
        (["gap", "社聆"], "ID: A001 没有指标「社聆」；是不是「社会消费品零售总额」？"),
        (["gap", "规上工夜"], "ID: A001 没有指标「规上工夜」；是不是「规模以上工业增加值」？"),
        (["gap", "城口"], "ID: A001 没有指标「城口」；shizhong export 列出全部"),  # nothing is as near as that
        (["gap", "gpd"], "ID: A001 没有指标「gpd」；是不是「gdp」？"),
        (["gap", "就业"], "ID: A002 「就业」可指几个指标：城镇新增就业, 失业人员再就业, 发放政策性就业资金"),
        (["gap", "gdp", "5，2%"], f"--actual: F011 「5，2%」{POINT} 5.2%（逗号只用来隔开每三位）"),
        (["gap", "gdp", "5。2%"], f"--actual: F011 「5。2%」{POINT} 5.2%（逗号只用来隔开每三位）"),
        (["gap", "gdp", "0,523%"], f"--actual: F011 「0,523%」{POINT} 0.523%（逗号只用来隔开每三位）"),
        (["gap", "gdp", "5,2西瓜"], "--actual: F002 不认识的单位「,2西瓜」；新单位在 units 里声明"),
        (["gap", "gdp", "N/A"], "--actual: F012 「N/A」不是数；还没有数就留空，没有数不等于零"),
        (["gap", "gdp", "—"], "--actual: F012 「—」不是数；还没有数就留空，没有数不等于零"),
        (["gap", "gdp", "无"], "--actual: F012 「无」不是数；还没有数就留空，没有数不等于零"),
        (["gap", "gdp", "--actual", "N/A"], "--actual: F012 「N/A」不是数；还没有数就留空，没有数不等于零"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told(arguments, said):
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err.splitlines()) == (2, "", [said])


def test_grouping_commas_are_read_on():
    ran = run("gap", "total_trade", "1,451.6亿元", "--format", "json")
    assert json.loads(ran.out)["gaps"][0]["actual"] == "1,451.6亿元"


@pytest.mark.parametrize("words", ["三（一）", "三(一)", "三/（一）", "（一）", "(一)", "产业重构"])
def test_a_section_is_found_however_it_is_written(words):
    ran = run("status", "--section", words, "--format", "json")
    gaps = json.loads(ran.out)["gaps"]
    assert {gap["section"].rpartition("/")[0] or gap["section"] for gap in gaps} <= {"三/（一）"}
    assert len(gaps) == 10


def test_a_problem_of_a_workbook_names_its_cell(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for row in (["指标", "截至", "数值"], ["gdp", "2026-Q3", "5，2%"], ["gpd", "2026-Q3", "5%"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    told = run("status", "--actuals", "a.xlsx", cwd=tmp_path).err.splitlines()
    assert told[0].startswith("a.xlsx[Sheet]:2:3: F011 单元格 C2：「5,2%」的小数点写成了逗号")
    assert told[1].startswith("a.xlsx[Sheet]:3:1: A001 单元格 A3：没有指标「gpd」")


@pytest.mark.parametrize("nothing", ["—", "无", "N/A", "-", "/", "暂无", "……"])
def test_nothing_is_left_empty(tmp_path, nothing):
    (tmp_path / "a.csv").write_text(f"指标,截至,数值\ngdp,2026-Q3,{nothing}\n", encoding="utf-8")
    ran = run("status", "--actuals", "a.csv", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"a.csv:2:3: F012 「{nothing}」不是数；还没有数就留空，没有数不等于零\n"


def test_a_part_of_a_name_in_a_file_may_be_another_thing(tmp_path):
    """Nobody looks at every row of a file, so 工业 or 投资 of somebody's table is not taken for the nearest thing."""
    (tmp_path / "a.csv").write_text("指标,截至,数值\n零售总额,2026-Q3,150亿元\n", encoding="utf-8")
    ran = run("status", "--actuals", "a.csv", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.startswith("a.csv:2:1: A001 没有指标「零售总额」；是不是「社会消费品零售总额」？")


@pytest.mark.parametrize(
    ("option", "chinese", "code"),
    [
        ("--status", "无数据", "no_data"),
        ("--status", "暂无数据", "no_data"),
        ("--binding", "预期性", "expected"),
        ("--binding", "上级下达", "delegated"),
        ("--sort", "问题在前", "trouble"),
    ],
)
def test_values_have_chinese_names(option, chinese, code):
    named, coded = (run("status", option, value, "--format", "csv") for value in (chinese, code))
    assert named == coded
    assert named.code == 0
    assert named.out.count("\n") > 1


def test_values_of_checks_and_numbers_have_chinese_names(tmp_path):
    (tmp_path / "a.txt").write_text("2026年增长5%。\n", encoding="utf-8")
    for chinese, english in (
        (["verify-baselines", "--verdict", "不可核对"], ["--verdict", "not_checkable"]),
        (["verify-baselines", "--kind", "人均"], ["--kind", "per_capita"]),
        (["verify-baselines", "--kind=分项之和"], ["--kind", "sum_of_parts"]),
        (["scan", str(tmp_path / "a.txt"), "--class", "日期"], [str(tmp_path / "a.txt"), "--class", "date"]),
    ):  # fmt: skip
        named, coded = run(*chinese, "--format", "json"), run(chinese[0], *english, "--format", "json")
        assert named == coded
        assert named.out


def test_what_counts_as_a_finding_can_be_said_in_chinese():
    missed = ("--actual", "gdp=4%", "--as-of", "2026", "--format", "csv")
    assert run("status", *missed, "--fail-on", "未完成").code == 1
    assert run("status", *missed, "--fail-on", "落后、未完成").code == 1
    assert run("status", *missed, "--fail-on", "落后").code == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_value_is_told_with_both_kinds(lang):
    for arguments in (["--status", "没做"], ["--fail-on", "没做"], ["--status", "bihind"], ["--fail-on", "bihind"]):
        told = run("status", *arguments, lang=lang).err
        assert ("missed 未完成, behind 落后, within_band " if lang == "zh" else "missed, behind, within_band,") in told
        assert ("behind" in told.partition("not_quantified")[2]) == (arguments[1] == "bihind")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--section", "三（九）"], "--section「三（九）」一项也没有；有：三/主要预期目标，三/（一） 实施产业重构，"),
        (["--status", "落后"], "--status「落后」一项也没有；有：无数据 54，无数字 33。"),
        (["--responsible", "发改"], "--responsible：没有一项目标写了牵头单位；做一张「指标、牵头单位」的表"),
        (["--search", "城镇新增就叶"], "--search「城镇新增就叶」一项也没有；有：地区生产总值，"),
        (["--search", "就业", "--section", "（一）"], "这几个条件各有符合的目标，同时符合的没有；少给一个。"),
    ],
)  # fmt: skip
def test_filters_that_let_nothing_through_say_what_there_is(arguments, said):
    ran = run("status", *arguments)
    assert (ran.code, ran.out) == (0, "没有符合条件的目标。\n\n接着可以输入：shizhong status（所有目标）\n")
    assert ran.err.startswith(said)
    assert ("是不是「城镇新增就业」？" in ran.err) == ("城镇新增就叶" in arguments)


def test_when_nothing_falls_due_the_first_day_is_told():
    ran = run("status", "--due", "30天", "--as-of", "2026-09-30")
    assert ran.err == "到 2026-10-30 为止没有到期的目标；最早到期的在 2026-12-31。\n"
    assert ran.out.splitlines()[-1] == "接着可以输入：shizhong status（所有目标）"


def test_without_a_body_or_a_ledger_there_is_nothing_to_choose_from(tmp_path):
    ran = run("template", "--responsible", "统计局", "--output", "a.xlsx", cwd=tmp_path)
    assert ran.err.startswith("--responsible: A042 没有一项目标写了牵头单位；做一张「指标、牵头单位」的表")
    assert run("status", "--responsible", "统计局").err.startswith("--responsible：没有一项目标写了牵头单位；做一张")
    assert run("record", "--undo", cwd=tmp_path).err == "actuals.csv: A044 台账里没有可撤销的行\n"


def test_data_without_targets_say_so(tmp_path):
    (tmp_path / "targets.yaml").write_text("targets: []\n", encoding="utf-8")
    (tmp_path / "baselines.yaml").write_text(
        "indicators:\n  a: {name: 甲, direction: up, figures: [{level: 5家, period: 2025, section: 一}]}\n",
        encoding="utf-8",
    )
    assert run("status", "--data", ".", cwd=tmp_path).out.splitlines() == [
        "这份数据里还没有目标（targets.yaml 的 targets）。", "", "接着可以输入：shizhong check .",
    ]  # fmt: skip
