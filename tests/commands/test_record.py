"""``record``, and what the other commands make of the ledger: by the command line, as a shell would see it."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from making import load
from running import run

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.actuals.unit_beside import with_unit

BASELINES = """
indicators:
  gdp:
    name: 地区生产总值
    name_en: Gross regional product
    direction: up
    prices: {growth: constant}
    figures:
      - {growth: 5%, period: 2025, section: 一}
  projects: {name: 招引项目, name_en: Projects attracted, direction: up, units: [个, 项]}
  capital: {name: 实际使用外资, name_en: Foreign capital used, direction: up}
  construction: {name: 建筑业总产值, name_en: Construction output, direction: up}
  network:
    name: 能源互联网规模
    name_en: Energy network
    direction: up
    figures:
      - {level: 340亿元, period: 2025, section: 一}
  private_share: {name: 民间投资比重, name_en: Private share, direction: up}
  rate: {name: 供养率, name_en: Rate of care, direction: up}
  revenue: {name: 一般公共预算收入, name_en: Budget revenue, direction: up}
"""
TARGETS = """
targets:
  - {indicator: gdp, growth: 5%左右, period: 2026, section: 三}
  - {indicator: projects, flow: 320个以上, period: 2026, section: 三}
  - {indicator: capital, flow: 1.5亿美元, period: 2026, section: 三}
  - {indicator: construction, growth: 5%, period: 2026, section: 三}
  - {indicator: network, level: 380亿元, period: 2026, section: 三}
  - {indicator: private_share, change: 5个百分点, period: 2026, section: 三}
  - {indicator: rate, share: 60%以上, period: 2026, section: 三}
  - {indicator: revenue, qualitative: 保持合理增长, period: 2026, binding: qualitative, section: 三}
"""


@pytest.fixture
def at(tmp_path, monkeypatch):
    """Runs the program in a folder of its own, on the last day of 2026."""
    (tmp_path / "data").mkdir()
    load(tmp_path / "data", BASELINES, TARGETS)

    monkeypatch.setattr("shizhong_cli.reading.clock.now", lambda: datetime(2026, 12, 31, tzinfo=UTC))

    def shizhong(*arguments: str, **options):
        return run(*arguments, "--data", str(tmp_path / "data"), cwd=tmp_path, **options)

    return shizhong


def content(folder: Path, name: str = "actuals.csv") -> list[list[str]]:
    """The rows below the headings, without the time of recording."""
    text = (folder / name).read_bytes().decode("utf-8-sig")
    return [row[:5] for row in csv.reader(io.StringIO(text, newline=""))][1:]


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_bytes(text.encode())
    return name


# ── one figure ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (["gdp", "5.2%"], ["gdp", "2026-Q3", "5.2%", "", ""]),
        (["gdp", "5.2"], ["gdp", "2026-Q3", "5.2", "", ""]),
        (["地区生产总值", "+5.2%"], ["gdp", "2026-Q3", "+5.2%", "", ""]),
        (["construction", "-1.1%"], ["construction", "2026-Q3", "-1.1%", "", ""]),
        (["construction", "下降1.1%"], ["construction", "2026-Q3", "下降1.1%", "", ""]),
        (["private_share", "+5.2个百分点"], ["private_share", "2026-Q3", "'+5.2个百分点", "", ""]),
        (["capital", "1.2", "--unit", "亿美元"], ["capital", "2026-Q3", "1.2亿美元", "", ""]),
        (["capital", "120,000,000", "--unit", "美元"], ["capital", "2026-Q3", "120,000,000美元", "", ""]),
        (["capital", "1.2亿美元", "--unit", "美元"], ["capital", "2026-Q3", "1.2亿美元", "", ""]),
        (["network", "1,320.3", "--unit", "亿元"], ["network", "2026-Q3", "1,320.3亿元", "", ""]),
        (["projects", "250项", "--source", "市局", "--note", "快报"], ["projects", "2026-Q3", "250项", "市局", "快报"]),
        (["revenue", "3%"], ["revenue", "2026-Q3", "3%", "", ""]),
        (["gdp", "百分之五"], ["gdp", "2026-Q3", "百分之五", "", ""]),
    ],
)  # fmt: skip
def test_a_figure_is_kept_as_it_was_typed(at, tmp_path, words, row):
    ran = at("record", *words, "--as-of", "2026-Q3")
    assert (ran.code, ran.err) == (0, "")
    assert content(tmp_path) == [row]
    assert ran.out.splitlines()[0] == "已记入 actuals.csv，1 行。"


@pytest.mark.parametrize(
    ("words", "problems"),
    [
        (["gdp"], ["--as-of: A051", "FIGURE: A051"]),
        (["gdp", ""], ["--as-of: A051", "FIGURE: A051"]),
        (["--as-of", "2026-Q3"], ["FIGURE: A051", "ID: A051"]),
        (["gpd", "5%", "--as-of", "2026-Q3"], ["ID: A001"]),
        (["projects", "12家", "--as-of", "2026-Q3"], ["FIGURE: A003"]),
        (["gdp", "5.2个百分点", "--as-of", "2026-Q3"], ["FIGURE: A003"]),
        (["capital", "1.2", "--as-of", "2026-Q3"], ["FIGURE: A014"]),
        (["network", "5.2", "--unit", "12亿元", "--as-of", "2026-Q3"], ["--unit: F002", "FIGURE: A014"]),
        (["network", "1", "--unit", ",000亿元", "--as-of", "2026-Q3"], ["--unit: F002", "FIGURE: A014"]),
        (["gdp", "5.2", "--unit", "亿", "--as-of", "2026-Q3"], ["FIGURE: A003"]),
        (["gdp", "5%", "--as-of", "2026-Q3", "--note", "\x1b[31m"], ["actuals.csv: Y009"]),
        (["capital", "8亿元", "--as-of", "2026-Q3"], ["FIGURE: A013"]),
        (["nosuch", "abc", "--unit", "咫", "--as-of", "改天"],
         ["--as-of: P001", "--unit: F002", "FIGURE: F001", "ID: A001"]),
        (["gdp", "5%", "--from", "a.csv", "--note", "x"], ["--from: A016"]),
    ],
)  # fmt: skip
def test_everything_that_is_wrong_is_named_and_nothing_kept(at, tmp_path, words, problems):
    ran = at("record", *words)
    assert (ran.code, ran.out) == (2, "")
    assert [" ".join(line.split(" ")[:2]) for line in ran.err.splitlines() if ": " in line] == problems
    assert not (tmp_path / "actuals.csv").exists()


def test_what_could_be_meant_is_said(at):
    assert "是不是「gdp」？" in at("record", "gpd", "5%", "--as-of", "2026-Q3").err
    assert "是 1.2 还是 1.2亿美元" in at("record", "capital", "1.2", "--as-of", "2026-Q3").err
    assert "是不是" not in at("record", "capital", "8亿元", "--as-of", "2026-Q3").err


def test_a_later_figure_takes_the_place_of_the_earlier(at, tmp_path):
    first = at("record", "gdp", "5.2%", "--as-of", "2026-Q3", "--source", "区统计局")
    assert "取代" not in first.out
    second = at("record", "gdp", "5.1%", "--as-of", "2026-09-30")  # the same day in other words
    assert "地区生产总值 5.1%（截至 2026-09-30），取代原来的 5.2%" in second.out
    assert [row[2] for row in content(tmp_path)] == ["5.2%", "5.1%"]
    assert at("record", "gdp", "5%", "--as-of", "2026-Q2").out.count("取代") == 0

    shown = json.loads(at("show", "gdp", "--format", "json").out)["actuals"]
    assert [(row["figure"], row["as_of"], row["superseded_by"]) for row in shown] == [
        ("5%", "2026-Q2", None), ("5.2%", "2026-Q3", "5.1%"), ("5.1%", "2026-09-30", None),
    ]  # fmt: skip
    assert shown[1]["source"] == "区统计局"
    assert (shown[1]["file"], shown[1]["line"]) == ("actuals.csv", 2)
    assert "5.2%         2026-Q3" in at("show", "gdp").out
    assert "\n后改为 5.1%" in at("show", "gdp").out

    gap = at("gap", "-i", "gdp", "--format", "json")
    answer = json.loads(gap.out)
    assert [(row["actual"], row["as_of"], row["status"]) for row in answer["gaps"]] == [
        ("5.1%", "2026-09-30", "on_track")
    ]
    assert [(row["figure"], row["superseded_by"]) for row in answer["history"]] == [
        ("5%", None), ("5.2%", "5.1%"), ("5.1%", None),
    ]  # fmt: skip
    page = at("gap", "-i", "gdp").out
    assert "历次数据" in page
    assert "后改为 5.1%" in page


def test_a_fraction_in_words_is_a_ratio_by_itself(at):
    (row,) = json.loads(at("gap", "-i", "gdp", "--actual", "百分之四", "--as-of", "2026-Q3", "--format", "json").out)[
        "gaps"
    ]
    assert (row["gap"], row["gap_unit"]) == ("-1", "个百分点")
    assert "A043" in at("gap", "-i", "projects", "--actual", "五分之一").err


def test_signs_that_steer_a_terminal_are_not_shown(at, tmp_path):
    write(tmp_path, "actuals.csv", "indicator,as_of,figure,source\ngdp,2026-Q3,5.2%,\x1b[2J统计局\n")
    ran = at("show", "gdp")
    assert ran.code == 2
    assert "\x1b" not in ran.out
    assert "actuals.csv:2:4: Y009 不允许的字符 U+001B" in ran.err
    assert "\x1b" not in at("show", "gdp", "--skip-bad").out + ran.err


def test_an_amount_and_a_rate_of_one_day_stand_side_by_side(at):
    at("record", "revenue", "3%", "--as-of", "2026-Q3")
    assert "取代" not in at("record", "revenue", "120亿元", "--as-of", "2026-Q3").out


def test_a_sum_that_falls_is_told(at):
    at("record", "projects", "250个", "--as-of", "2026-Q2")
    ran = at("record", "projects", "240个", "--as-of", "2026-Q3")
    assert ran.code == 0
    assert ran.err.startswith("注意：招引项目 截至 2026-Q3 的 240个 小于 2026-Q2 的 250个")
    assert at("record", "projects", "260个", "--as-of", "2026-11").err == ""
    at("record", "network", "350亿元", "--as-of", "2026-Q2")
    assert at("record", "network", "345亿元", "--as-of", "2026-Q3").err == ""  # a level may fall


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "cp1252", "ascii"])
def test_the_output_is_in_the_encoding_of_the_stream(at, encoding):
    ran = at("record", "gdp", "5.2%", "--as-of", "2026-Q3", encoding=encoding)
    said = "已记入 actuals.csv，1 行。".encode(encoding, "replace").decode(encoding)
    assert (ran.code, ran.out.splitlines()[0]) == (0, said)


# ── a file of figures ─────────────────────────────────────────────────────────

FILE = "指标,截至,数值,单位,来源\ngdp,2026年前三季度,5.2,%,统计局\n招引项目,2026/9/30,250,个,\ncapital,,,亿美元,\n"


def test_all_of_a_file_or_nothing(at, tmp_path):
    write(tmp_path, "f.csv", FILE)
    ran = at("record", "--from", "f.csv", "--source", "督查室")
    assert (ran.code, ran.err) == (0, "")
    kept = [["gdp", "2026-Q3", "5.2%", "统计局", ""], ["projects", "2026-09-30", "250个", "督查室", ""]]
    assert content(tmp_path) == kept
    write(tmp_path, "g.csv", FILE + "x,2026-Q3,1,,\n招引项目,2026-Q3,250家,,\n")
    ran = at("record", "--from", "g.csv")
    assert (ran.code, ran.out) == (2, "")
    assert [line.split(" ")[:2] for line in ran.err.splitlines()[:3]] == [
        ["一行都没有记。"],
        ["g.csv:5:1:", "A001"],
        ["g.csv:6:3:", "A003"],
    ]
    assert content(tmp_path) == kept


def test_a_workbook(at, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["指标", "截至", "数值"])
    book.active.append(["gdp", "2026-Q3", 5.2])
    book.active.append(["projects", date(2026, 9, 30), "250个"])
    book.save(tmp_path / "f.xlsx")
    assert at("record", "--from", "f.xlsx").code == 0
    assert [row[:3] for row in content(tmp_path)] == [["gdp", "2026-Q3", "5.2"], ["projects", "2026-09-30", "250个"]]
    book.active.append(["projects", "2026-Q3", "许多"])
    book.save(tmp_path / "f.xlsx")
    ran = at("record", "--from", "f.xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert "[Sheet]:4:3: F001" in ran.err
    assert len(content(tmp_path)) == 2


def test_a_file_without_a_figure_makes_no_ledger(at, tmp_path):
    write(tmp_path, "f.csv", "指标,截至,数值\ngdp,,\n")
    ran = at("record", "--from", "f.csv")
    assert (ran.code, ran.out) == (0, "表里没有填数，什么也没有记。\n")
    assert not (tmp_path / "actuals.csv").exists()


# ── which ledger ──────────────────────────────────────────────────────────────


def test_the_ledger_is_the_one_given_else_that_of_the_environment_else_that_of_the_folder(at, tmp_path, monkeypatch):
    at("record", "gdp", "5.1%", "--as-of", "2026-Q3")
    for command in (["status", "--search", "gdp"], ["gap", "-i", "gdp"]):
        (row,) = json.loads(at(*command, "--format", "json").out)["gaps"]
        assert row["actual"] == "5.1%"
    assert [row["figure"] for row in json.loads(at("show", "gdp", "--format", "json").out)["actuals"]] == ["5.1%"]
    at("record", "gdp", "4.1%", "--as-of", "2026-Q3", "--actuals", "other.csv")
    assert [row[2] for row in content(tmp_path, "other.csv")] == ["4.1%"]
    assert [row[2] for row in content(tmp_path)] == ["5.1%"]
    (row,) = json.loads(at("gap", "-i", "gdp", "--actuals", "other.csv", "--format", "json").out)["gaps"]
    assert row["actual"] == "4.1%"


def test_the_environment_names_the_ledger(tmp_path, monkeypatch):
    from shizhong_cli.reading.actuals.ledgers import ledger_path

    monkeypatch.setenv("SHIZHONG_ACTUALS", "shared.csv")
    assert ledger_path() == Path("shared.csv")
    assert ledger_path(Path("given.csv")) == Path("given.csv")
    monkeypatch.setenv("SHIZHONG_ACTUALS", "")
    assert ledger_path() == Path("actuals.csv")


def test_several_files_count_together(at, tmp_path):
    write(tmp_path, "a.csv", "indicator,as_of,figure\ngdp,2026-Q2,5.2%\n")
    write(tmp_path, "b.csv", "indicator,as_of,figure\ngdp,2026-Q3,4.2%\nprojects,2026-Q3,250个\n")
    rows = json.loads(at("status", "--actuals", "a.csv", "--actuals", "b.csv", "--format", "json").out)["gaps"]
    known = {row["indicator"]: row["actual"] for row in rows if row["actual"]}
    assert known == {"gdp": "4.2%", "projects": "250个"}


def test_what_stands_for_a_later_day_is_cut_off(at):
    for figure, day in (("5.2%", "2026-Q1"), ("4.6%", "2026-Q3")):
        at("record", "gdp", figure, "--as-of", day)
    for day, wanted in (("2026-02", None), ("2026-Q1", "5.2%"), ("2026-09-29", "5.2%"), ("2026-09-30", "4.6%")):
        (row,) = json.loads(at("gap", "-i", "gdp", "--as-of", day, "--format", "json").out)["gaps"]
        assert row["actual"] == wanted, day


BAD = "indicator,as_of,figure\ngdp,2026-Q3,5.2%\ngpd,2026-Q3,5.2%\nprojects,昨天,2家\nprojects,2026-Q3,250个\n"


@pytest.mark.parametrize("command", [["status"], ["gap", "-i", "gdp"], ["show", "gdp"]])
def test_bad_rows_of_the_ledger_are_told_and_the_rest_is_judged(at, tmp_path, command):
    """Two rows cannot be read, the first one can: its figure is shown, the exit code says that not all was done."""
    write(tmp_path, "actuals.csv", BAD)
    ran = at(*command)
    problems = ["actuals.csv:3:1: A001", "actuals.csv:4:2: P001", "actuals.csv:4:3: A003"]
    assert ran.code == 2
    assert "5.2%" in ran.out
    assert [" ".join(line.split(" ")[:2]) for line in ran.err.splitlines()[:-1]] == problems
    assert ran.err.splitlines()[-1].startswith("台账 actuals.csv 有 2 行没有读进来")
    assert at(*command, "--quiet").err == ran.err  # what could not be done is told in any case
    assert at("verify-baselines").code == 0  # and is forgotten when the run is over


def test_what_is_handed_on_is_not_made_without_the_rows_that_are_bad(at, tmp_path):
    write(tmp_path, "actuals.csv", BAD)
    for command in (["report", "--output", "page.html"], ["rollover", "-o", "next"]):
        ran = at(*command)
        assert (ran.code, ran.out) == (2, "")
        assert "actuals.csv:3:1: A001" in ran.err
    assert not (tmp_path / "page.html").exists()
    assert at("report", "--output", "page.html", "--skip-bad").code == 0


def test_a_heading_of_the_ledger_that_is_unknown_hinders_nothing(at, tmp_path):
    write(tmp_path, "actuals.csv", "indicator,as_of,figure,负责人\ngdp,2026-Q3,5.2%,某人\n")
    ran = at("gap", "-i", "gdp", "--lang", "en")
    assert ran.code == 2
    assert "5.2%" in ran.out
    assert ran.err.splitlines()[-1].startswith("Some headings of the ledger actuals.csv cannot be read")


@pytest.mark.parametrize("command", [["status"], ["gap", "-i", "gdp"], ["show", "gdp"]])
def test_a_file_that_is_named_is_taken_only_when_its_problems_may_be_skipped(at, tmp_path, command):
    write(tmp_path, "bad.csv", BAD)
    command = [*command, "--actuals", "bad.csv"]
    ran = at(*command)
    problems = ["bad.csv:3:1: A001", "bad.csv:4:2: P001", "bad.csv:4:3: A003"]
    assert (ran.code, ran.out) == (2, "")
    assert [" ".join(line.split(" ")[:2]) for line in ran.err.splitlines()[:-1]] == problems
    ran = at(*command, "--skip-bad")
    assert ran.code == 0
    assert "5.2%" in ran.out
    assert [" ".join(line.split(" ")[:2]) for line in ran.err.splitlines()[:-1]] == problems
    assert ran.err.splitlines()[-1] == "略去 2 行（--skip-bad）。"


def test_what_cannot_be_listed_cannot_be_skipped(at, tmp_path):
    write(tmp_path, "actuals.csv", BAD + 'gdp,2026-Q3,"5.3%\n' + "gdp,2026-Q4,5.4%\n" * 9)
    ran = at("status", "--skip-bad")
    assert (ran.code, ran.out) == (2, "")
    assert "A008" in ran.err
    assert "A001" in ran.err


def test_a_column_that_is_passed_over_is_no_row_that_is_left_out(at, tmp_path):
    write(tmp_path, "actuals.csv", "indicator,as_of,figure,负责人\ngdp,2026-Q3,5.2%,某人\n")
    ran = at("gap", "-i", "gdp", "--skip-bad")
    assert ran.code == 0
    assert "5.2%" in ran.out
    assert "actuals.csv:1:4: A004" in ran.err
    assert "略去" not in ran.err


def test_all_problems_of_a_run(at, tmp_path):
    write(tmp_path, "actuals.csv", BAD)
    words = ["--actuals", "actuals.csv", "--actual", "abc", "--as-of", "2026-13", "--rate", "x", "--profile", "1,2"]
    ran = at("gap", "-i", "gdp", *words)
    assert (ran.code, ran.out) == (2, "")
    found = [line.split(": ")[1].split(" ")[0] for line in ran.err.splitlines() if ": " in line]
    assert sorted(found) == ["A001", "A003", "B001", "B005", "F001", "P001", "P003"]


# ── exit codes and files ──────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("actual", "fail_on", "code"),
    [
        ("gdp=4%", ["behind"], 1), ("gdp=4%", ["missed"], 0), ("gdp=4%", ["behind,missed"], 1),
        ("gdp=5%", ["behind，missed"], 0),
        ("gdp=4%", ["missed", "behind"], 1), ("gdp=5%", ["on_track"], 1), ("gdp=4%", [], 0), ("gdp=4%", ["no_data"], 1),
    ],
)  # fmt: skip
def test_fail_on(at, actual, fail_on, code):
    options = [word for words in fail_on for word in ("--fail-on", words)]
    ran = at("status", "--actual", actual, "--as-of", "2026-Q3", *options)
    assert (ran.code, ran.err) == (code, "")
    assert "地区生产总值" in ran.out  # the result is there all the same


def test_a_status_that_is_none(at):
    ran = at("status", "--fail-on", "behind,mised,")
    assert (ran.code, ran.out) == (2, "")
    assert "--fail-on: K003 「mised」" in ran.err
    assert "是不是「missed」？" in ran.err


@pytest.mark.parametrize("suffix", [".csv", ".json", ".md", ".xlsx", ".txt", ".CSV"])
@pytest.mark.parametrize(
    "command", [["status"], ["status", "--compare", "2026-Q2"], ["gap", "-i", "gdp"], ["show", "gdp"], ["export"]]
)
def test_a_file_in_every_format(at, tmp_path, command, suffix):
    if command != ["export"]:
        command = [*command, "--actuals", write(tmp_path, "a.csv", "indicator,as_of,figure\ngdp,2026-Q3,-1%\n")]
    ran = at(*command, "--output", f"out{suffix}")
    assert ran == (0, "", f"已写 out{suffix}。\n")
    raw = (tmp_path / f"out{suffix}").read_bytes()
    if suffix == ".xlsx":
        from openpyxl import load_workbook

        assert load_workbook(io.BytesIO(raw)).worksheets[0].max_row > 1
        return
    assert raw.startswith(b"\xef\xbb\xbf") is (suffix in (".csv", ".CSV"))
    text = raw.decode("utf-8-sig")
    if suffix == ".json":
        assert json.loads(text)["schema_version"] == "1"
        assert "gdp" in text
    elif suffix in (".csv", ".CSV"):
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert len({len(row) for row in rows}) == 1
        assert len(rows) > 1
    else:
        assert "地区生产总值" in text


def test_a_figure_in_a_result_is_disarmed_too(at):
    ran = at("gap", "-i", "construction", "--actual", "-1.1%", "--as-of", "2026-Q3", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(ran.out))
    assert (row["actual"], row["gap"], row["actual_value"]) == ("-1.1%", "-6.1", "-1.1")


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--output", "a.pdf"], "a.pdf: W004"),
        (["--output", "a"], "a: W004"),
        (["--format", "xlsx"], "--format: W006"),
        (["--output", "none/a.csv"], "none/a.csv: W002"),
        (["--output", "data", "--format", "csv"], "data: W002"),
    ],
)
@pytest.mark.parametrize("command", [["status"], ["gap", "-i", "gdp"], ["show", "gdp"], ["export"]])
def test_a_file_that_cannot_be(at, tmp_path, command, options, problem):
    ran = at(*command, *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(problem)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_the_fields_of_a_gap(at):
    at("record", "projects", "250个", "--as-of", "2026-Q3", "--source", "投促局", "--note", "快报")
    answer = json.loads(at("gap", "-i", "projects", "--format", "json").out)
    (gap,), (past,) = answer["gaps"], answer["history"]
    wanted = {
        "indicator": "projects", "measure": "flow", "period": "2026", "target": "320个以上", "target_value": "320",
        "unit": "个", "actual": "250个", "actual_value": "250", "as_of": "2026-09-30", "source": "投促局", "gap": "-70",
        "gap_unit": "个", "completion": "0.78125", "elapsed": "273/365", "required": "70/3",
        "required_unit": "个/month", "status": "on_track", "reason": None,
    }  # fmt: skip
    assert {key: gap[key] for key in wanted} == wanted
    wanted = {
        "indicator": "projects", "figure": "250个", "value": "250", "unit": "个", "as_of": "2026-Q3",
        "source": "投促局", "note": "快报", "superseded_by": None, "file": "actuals.csv", "line": 2,
        "status": "on_track",
    }  # fmt: skip
    assert {key: past[key] for key in wanted} == wanted
    assert past["recorded"]


# ── what if ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("indicator", "actual", "assumed", "end", "gap", "status"),
    [
        ("projects", "250个", "2.5个", "257.5", "-62.5", "missed"),  # a pace may be half a thing: 250 + 3 x 2.5
        # w = 273/365 of 4.6 %, the rest of 5.5 %: (273 × 4.6 + 92 × 5.5) ÷ 365
        ("gdp", "4.6%", "5.5%", "8809/1825", "-316/1825", "within_band"),
        ("gdp", "4.6%", "5.5", "8809/1825", "-316/1825", "within_band"),
        # three months are left
        ("projects", "250个", "20个", "310", "-10", "missed"),
        ("projects", "250个", "30", "340", "20", "met"),
        ("capital", "1.2亿美元", "0.1亿美元", "150000000", "0", "met"),
        ("network", "365亿元", "5亿元", "38000000000", "0", "met"),
        ("private_share", "4.1个百分点", "0.2个百分点", "4.7", "-0.3", "missed"),
    ],
)
def test_where_it_ends(at, indicator, actual, assumed, end, gap, status):
    words = ["--actual", actual, "--as-of", "2026-Q3", "--assume", assumed]
    ran = at("gap", "-i", indicator, *words, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    (row,) = json.loads(ran.out)["gaps"]
    assert (row["end_value"], row["end_gap"], row["end_status"]) == (end, gap, status)
    assert "假定" in at("gap", "-i", indicator, *words, "--explain").out


def test_several_assumptions_by_name(at):
    words = ["-i", "gdp", "-i", "projects", "--actual", "4.6%", "--actual", "250个", "--as-of", "2026-Q3"]
    ran = at("gap", *words, "--assume", "projects=30个", "--assume", "gdp=6%", "--format", "json")
    assert [row["end_status"] for row in json.loads(ran.out)["gaps"]] == ["within_band", "met"]


@pytest.mark.parametrize(
    ("indicator", "actual", "day", "assumed", "code"),
    [
        ("gdp", [], "2026-Q3", "5%", "A015"),  # nothing to start from
        ("gdp", ["--actual", "5.2%"], "2026", "5%", "A015"),  # there is no rest
        ("rate", ["--actual", "55%"], "2026-Q3", "60%", "A015"),  # a share does not add up
        ("revenue", ["--actual", "3%"], "2026-Q3", "5%", "A015"),  # no number to reach
        ("capital", ["--actual", "1.2亿美元"], "2026-Q3", "0.1", "A014"),
        ("gdp", ["--actual", "5.2%"], "2026-Q3", "5家", "A003"),
        ("gdp", ["--actual", "5.2%"], "2026-Q3", "projects=5个", "A011"),
        ("gdp", ["--actual", "5.2%"], "2026-Q3", "许多", "F001"),
    ],
)
def test_what_cannot_be_assumed(at, indicator, actual, day, assumed, code):
    ran = at("gap", "-i", indicator, *actual, "--as-of", day, "--assume", assumed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"--assume: {code} ")


@pytest.mark.parametrize(
    "profile", ["22%,25%,26%,27%", "gdp=22%,25%,26%,27%", "22，25，26，27", "319亿元,363亿元,377亿元,391.5亿元"]
)
def test_a_profile_of_the_base_year(at, profile):
    """(1.05 - w × 1.052) ÷ (1 - w) - 1 with w = 73 % is 0.04459..."""
    ran = at("gap", "-i", "gdp", "--actual", "5.2%", "--as-of", "2026-Q3", "--profile", profile, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    (row,) = json.loads(ran.out)["gaps"]
    done = "0.73" if "亿元" not in profile else "706/967"
    assert (row["share_done"], row["required_unit"]) == (done, "%")
    if done == "0.73":
        assert row["required"] == "602/135"


def test_a_rate_of_a_later_day_does_not_count(at):
    words = ["gap", "-i", "capital", "--actual", "7.1亿元", "--as-of", "2026-Q3", "--format", "json"]
    assert "A013" in at(*words).err
    assert "A013" in at(*words, "--rate", "1美元=7.1元@2026-10-01").err
    for rate in ("1美元=7.1元@2026-09-30", "7.1元=1美元@2026-Q3", "100美元=710元@2026-Q2"):
        (row,) = json.loads(at(*words, "--rate", rate).out)["gaps"]
        assert (row["gap"], row["unit"]) == ("-50000000", "美元"), rate


# ── slips ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["projects", "-3个"], "A018"),  # fewer than none
        (["projects", "3.5个"], "A018"),  # in parts
        (["capital", "9800亿美元"], "A017"),  # a target of 1.5亿美元
        (["projects", "320000个"], "A017"),
    ],
)
def test_a_slip_is_refused(at, words, code):
    ran = at("record", *words, "--as-of", "2026-Q3")
    assert (ran.code, ran.out) == (2, "")
    assert code in ran.err


def test_a_doubt_names_what_a_figure_was_set_against(at, tmp_path):
    growth = "      - {growth: 5%, period: 2025, section: 一}\n"
    load(
        tmp_path / "data",
        BASELINES.replace(growth, f"{growth}      - {{flow: 1500亿元, period: 2025, section: 一}}\n"),
        TARGETS,
    )
    said = at("record", "gdp", "5.2亿元", "--as-of", "2026-Q3").err
    assert "不到报告数（1500亿元）" in said
    assert "目标（5%左右）" not in said


def test_an_unusual_number_is_told_and_kept(at, tmp_path):
    assert "四倍以上" in at("record", "projects", "3300个", "--as-of", "2026-Q3").err
    assert "二十分之一" in at("record", "gdp", "0.05", "--as-of", "2026-Q3").err
    assert [row[2] for row in content(tmp_path)] == ["3300个", "0.05"]


def test_the_same_file_again_adds_nothing(at, tmp_path):
    write(tmp_path, "f.csv", FILE)
    at("record", "--from", "f.csv")
    before = content(tmp_path)
    ran = at("record", "--from", "f.csv")
    assert (ran.code, content(tmp_path)) == (0, before)
    assert "2 行与台账里的一样" in ran.err


def test_two_figures_for_one_day_in_a_file_are_refused(at, tmp_path):
    write(tmp_path, "f.csv", "指标,截至,数值\ngdp,2026-Q3,5.2%\ngdp,2026-09-30,5.3%\n")
    ran = at("record", "--from", "f.csv")
    assert (ran.code, ran.out) == (2, "")
    assert "f.csv:3:1: A012" in ran.err


def test_a_result_is_not_written_over_what_was_read(at, tmp_path):
    at("record", "gdp", "5.2%", "--as-of", "2026-Q3")
    before = (tmp_path / "actuals.csv").read_bytes()
    for words in (["status"], ["export"], ["show", "gdp"], ["gap", "-i", "gdp"]):
        ran = at(*words, "--output", "actuals.csv")
        assert (ran.code, "W007" in ran.err) == (2, True), words
    assert (tmp_path / "actuals.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("unit", "figure", "kept"),
    [
        ("亿元", "300以上", "300亿元以上"),
        ("%", "5.2左右", "5.2%左右"),
        ("%", "五分之一", "五分之一"),
        ("个", "200余", "200余个"),
    ],
)
def test_a_unit_stands_behind_the_number_and_not_behind_the_wording(unit, figure, kept):
    problems: list[Problem] = []
    assert with_unit(figure, unit, BUILT_IN, Place("here"), problems) == kept
    assert problems == []


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "euc_kr"])
def test_a_file_of_doubted_encoding_is_not_made_permanent(tmp_path, encoding):
    words = {"big5": "統計局", "shift_jis": "統計局", "euc_kr": "통계국"}[encoding]
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(f"indicator,as_of,figure,source\r\ngdp,2026-Q1,5.1%,{words}\r\n".encode(encoding))
    ran = run("record", "--from", "sheet.csv", cwd=tmp_path)
    assert (ran.code, ran.err.count("A034")) == (2, 1)
    assert not (tmp_path / "actuals.csv").exists()


def test_nothing_is_added_to_a_ledger_that_is_not_read(tmp_path):
    ledger = tmp_path / "actuals.csv"
    ledger.write_text("indicator,as_of,figure,recorded\ngdp,2026-Q1,5.1%,,zz\n", "utf-8-sig")
    before = ledger.read_bytes()
    ran = run("record", "retail_sales", "3%", "--as-of", "2026-Q2", cwd=tmp_path)
    assert (ran.code, ran.err.count("actuals.csv:2:5: A010")) == (2, 1)
    assert ledger.read_bytes() == before


def test_figures_in_doubt_are_counted_apart(tmp_path):
    for figure in (["gdp", "46%"], ["retail_sales", "3.6%"]):
        assert run("record", *figure, "--as-of", "2026-Q3", cwd=tmp_path).code == 0
    assert "2 项有实际数：正常 1，存疑 1。" in run("status", cwd=tmp_path).out.replace("\n", "")
    assert "46%？" in run("show", "gdp", cwd=tmp_path).out


def test_a_figure_of_the_year_before_is_told_as_such_in_the_history(tmp_path):
    for figure, as_of in (("5.2%", "2025-06"), ("5.1%", "2026-06")):
        run("record", "gdp", figure, "--as-of", as_of, cwd=tmp_path)
    history = run("gap", "gdp", cwd=tmp_path).out.partition("历次数据")[2].splitlines()
    assert [line.split() for line in history if line.startswith("202")] == [
        ["2025-06-30", "5.2%", "目标期以前"], ["2026-06-30", "5.1%", "+0.1个百分点", "正常"],
    ]  # fmt: skip
