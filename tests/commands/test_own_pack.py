"""A pack of one's own: begun, looked at for what is missing, opened in an editor; and what else is at hand."""

from __future__ import annotations

import json
import os
from datetime import date

import pytest
from running import run

from shizhong_cli.reading import clock
from shizhong_cli.reading.pack.checks import load_checked


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pack_that_is_begun_loads_and_says_what_to_change(tmp_path, lang):
    ran = run("init", "mine", "--year", "2027", cwd=tmp_path, lang=lang)
    assert (ran.code, ran.out) == (0, "")
    assert "shizhong check mine" in ran.err
    catalogue, _ = load_checked(tmp_path / "mine")
    assert (len(catalogue.baselines), len(catalogue.targets)) == (3, 2)
    assert {str(target.period) for target in catalogue.targets} == {"2027"}
    for stem in ("targets", "baselines"):
        text = (tmp_path / "mine" / f"{stem}.yaml").read_text(encoding="utf-8")
        assert f"\n# yaml-language-server: $schema=./{stem}.schema.json\n" in text
        assert text.count("#") >= 5
    assert run("verify-baselines", "--data", "mine", cwd=tmp_path).code == 0
    assert run("gap", "gdp", "5%", "--data", "mine", cwd=tmp_path).code == 0


def test_the_ledger_of_another_report_is_told(tmp_path):
    assert "actuals.csv" not in run("init", "first", cwd=tmp_path).err
    run("record", "gdp", "5.1%", "--as-of", "2026-06", cwd=tmp_path)
    assert "actuals.csv" in run("init", "mine", "--year", "2026", cwd=tmp_path).err
    ran = run("status", "--data", "mine", cwd=tmp_path)
    assert (ran.code, "5.1%" in ran.out, "actuals.csv:2:7: A048" in ran.err) == (2, False, True)
    (tmp_path / "actuals.csv").write_text("indicator,as_of,figure\ngdp,2026-06,5.1%\n", encoding="utf-8")
    assert "实际数出自 actuals.csv。" in run("status", "--data", "mine", cwd=tmp_path).out
    typed = run("status", "--data", "mine", "--actual", "gdp=5%", "--as-of", "2026-09", cwd=tmp_path)
    assert "实际数出自" not in typed.out


def test_nothing_is_written_over(tmp_path):
    assert run("init", ".", cwd=tmp_path).code == 0
    again = run("init", ".", cwd=tmp_path)
    assert (again.code, again.err.count("W003")) == (2, 2)
    assert run("init", ".", "--force", cwd=tmp_path).code == 0


def test_what_is_missing_is_said_in_plain_words(tmp_path):
    run("init", "mine", "--year", "2026", cwd=tmp_path)
    said = run("check", "mine", cwd=tmp_path, columns=200)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[:2] == [
        "能读：2 个指标，3 个基数，2 个目标。", "- 标题还是例子里的，数也可能是：换成你们的报告",
    ]  # fmt: skip
    assert said.out.splitlines()[-1].endswith("下一步：shizhong verify-baselines mine 核对算术。")
    (tmp_path / "mine" / "baselines.yaml").write_text(
        "sections:\n  一: {name: 回顾}\n  二: {name: 安排}\n  三: {name: 空}\nindicators:\n"
        "  gdp: {name: 地区生产总值, name_en: GDP, direction: up}\n  b: {name: 道路, name_en: Roads, direction: up}\n",
        encoding="utf-8",
    )
    (tmp_path / "mine" / "targets.yaml").write_text(
        "targets:\n  - {indicator: gdp, growth: 5%左右, period: 2026, section: 二}\n", encoding="utf-8"
    )
    assert run("check", "mine", cwd=tmp_path, columns=200).out.splitlines()[1:-1] == [
        "- 没有写报告的标题（report: title）",
        "- 一个基数也没有（baselines.yaml 里指标的 figures）：目标没有起点可比",
        "- 1 个指标既没有基数也没有目标：道路",
        "- 1 个有数字的目标没有基数可比：地区生产总值",
        "- 2 节里没有数：一、三",
        "- 1 个目标带「左右」，没有写「左右」是多宽、为什么（conventions: about），按默认的算：地区生产总值",
    ]


def test_what_cannot_be_read_is_told_with_what_to_do(tmp_path):
    run("init", "mine", cwd=tmp_path)
    path = tmp_path / "mine" / "targets.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("binding: expected", "binding: expectd"), encoding="utf-8")
    ran = run("check", "mine", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "是不是「expected」？\n    怎么办：改成列出的词之一。\n1 个问题。\n" in ran.err


# ── an editor ─────────────────────────────────────────────────────────────────


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the editor")
@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("vim", ["+21", "mine/baselines.yaml"]),
        ("nano", ["+21", "mine/baselines.yaml"]),
        ("code", ["-g", "mine/baselines.yaml:21"]),
        ("subl", ["mine/baselines.yaml:21"]),
        ("unheard-of", ["mine/baselines.yaml"]),
    ],
)
def test_an_editor_opens_the_file_at_the_line(tmp_path, name, given):
    run("init", "mine", cwd=tmp_path)
    editor = tmp_path / name
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/given.txt"\n', encoding="utf-8")
    editor.chmod(0o755)
    environment = {"EDITOR": f"{editor} --wait", "VISUAL": ""}
    ran = run("edit", "新增就业", "--data", "mine", cwd=tmp_path, environment=environment)
    assert (ran.code, ran.err) == (0, "mine/baselines.yaml 第 21 行\n")
    assert (tmp_path / "given.txt").read_text(encoding="utf-8").splitlines() == ["--wait", *given]
    lines = (tmp_path / "mine" / "baselines.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[20].strip() == "urban_new_jobs:"


def test_an_editor_that_fails_or_is_not_there_is_told(tmp_path):
    run("init", "mine", cwd=tmp_path)
    failed = run("edit", "gdp", "--data", "mine", cwd=tmp_path, environment={"VISUAL": "false", "EDITOR": ""})
    assert (failed.code, failed.err.splitlines()[-1]) == (2, "false 没有正常结束（1）")
    absent = run("edit", "gdp", "--data", "mine", cwd=tmp_path, environment={"VISUAL": "no-such-editor"})
    assert (absent.code, "W008" in absent.err) == (2, True)


def test_the_data_that_came_with_the_program_are_not_edited(tmp_path, monkeypatch):
    monkeypatch.setattr("shizhong_cli.commands.own_pack.folder_of", lambda *_: tmp_path / "shizhong_cli" / "data")
    ran = run("edit", "gdp")
    assert (ran.code, "W013" in ran.err) == (2, True)


# ── conversion ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["1600亩", "公顷"], "1600亩 ≈ 106.667公顷"),  # 1600 × 2000/3 ÷ 10000
        (["1亩", "平方米"], "1亩 ≈ 666.667平方米"),
        (["15亩", "公顷"], "15亩 = 1公顷"),
        (["3万千瓦", "兆瓦"], "3万千瓦 = 30兆瓦"),
        (["1.5亿元", "万元"], "1.5亿元 = 15,000万元"),
        (["1.5亿美元", "亿元", "--rate", "1美元=7.1元@2026-09-30"], "1.5亿美元 = 10.65亿元"),
    ],
)
def test_an_amount_in_another_unit(arguments, first):
    ran = run("convert", *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == first


def test_a_conversion_says_what_the_digits_allow():
    assert run("convert", "15亩", "公顷").out.splitlines()[1] == "这样印出的数不小于 0.967 公顷、小于 1.033 公顷"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["1600亩", "公里"], "A038"), (["1600", "公顷"], "A046"),
     (["1.5亿美元", "亿元"], "A013"), (["5家", "户"], "A038"), (["abc", "公里"], "F001"),
     (["5亩", "西瓜"], "F002")],
)  # fmt: skip
def test_what_cannot_be_converted_is_told(arguments, code):
    ran = run("convert", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert code in ran.err


# ── many targets ──────────────────────────────────────────────────────────────

CAME_IN = (
    "--actual",
    "gdp=4%",
    "--actual",
    "retail_sales=1%",
    "--actual",
    "urban_new_jobs=1.7万人",
    "--as-of",
    "2026-Q3",
)


def ids(*arguments: str) -> list[str]:
    gaps = json.loads(run("status", *arguments, "--format", "json").out)["gaps"]
    return [gap["indicator"] for gap in gaps]


def test_the_largest_gap_first_and_so_many_of_them():
    # 零售 1 − 3.5 = −2.5 of 3.5; gdp 4 − 5 = −1 of 5; jobs are ahead of the time
    assert ids(*CAME_IN, "--sort", "gap")[:3] == ["retail_sales", "gdp", "urban_new_jobs"]
    assert ids(*CAME_IN, "--sort", "差距大的在前", "--top", "2") == ["retail_sales", "gdp"]
    assert len(ids("--top", "5")) == 5
    ran = run("status", *CAME_IN, "--sort", "gap", "--top", "2")
    assert ran.err == "只看前 2 项，下面的数都只说这几项；另有 85 项未列。\n"
    page = ran.out
    assert page.index("社会消费品零售总额") < page.index("地区生产总值")
    assert "城镇新增就业" not in page


def test_what_falls_due_soon(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 12, 5))
    all_of_2026 = [gap for gap in json.loads(run("status", "--format", "json").out)["gaps"] if gap["period"] == "2026"]
    assert len(ids("--due", "30d")) == len(all_of_2026)
    assert ids("--due", "3周") == []
    assert ids("--due", "30天", "--as-of", "2026-09-30") == []
    assert len(ids("--due", "4个月", "--as-of", "2026-09-30")) == len(all_of_2026)


@pytest.mark.parametrize("text", ["soon", "-3d", "3 年", ""])
def test_what_is_no_length_of_time(text):
    ran = run("status", f"--due={text}")
    assert (ran.code, ran.err.split("「")[0]) == (2, "--due: P005 ")


# ── quiet ─────────────────────────────────────────────────────────────────────


def test_a_quiet_run_says_results_and_errors_alone():
    command = ("gap", "gdp", "5%", "--as-of", "三季度")
    loud = run(*command)
    assert loud.err
    quiet = run("--quiet", *command)
    assert quiet == run(*command, "-q")
    assert (quiet.code, quiet.err) == (loud.code, "")
    assert quiet.out
    assert loud.out.startswith(quiet.out)
    assert loud.out.removeprefix(quiet.out).strip().startswith("接着可以输入")
    assert run("gap", "gpd", "--quiet").err == run("gap", "gpd").err != ""
    assert run(*command) == loud  # of the next run nothing is kept back


def test_a_pack_in_the_working_folder_that_is_not_read_is_said(tmp_path):
    run("init", "mine", cwd=tmp_path)
    here = tmp_path / "mine"
    passed = run("status", "--brief", cwd=here)
    assert "加 --data ." in passed.err
    assert "市中区" in passed.out
    assert "add --data ." in run("status", "--brief", "--lang", "en", cwd=here).err
    assert run("status", "--brief", "--data", ".", cwd=here).err == ""
    assert run("status", "--brief", cwd=here, environment={"SHIZHONG_DATA": "."}).err == ""
    assert run("status", "--brief", cwd=tmp_path).err == ""


def test_the_heading_of_a_section_reads_as_in_a_report(tmp_path):
    run("init", "mine", "--year", "2026", cwd=tmp_path)
    assert "二、2026年工作安排" in run("status", "--data", "mine", cwd=tmp_path).out.splitlines()
    assert "2025年主要预期目标" in run("status", "--data", "examples/yunting-2025").out.splitlines()
