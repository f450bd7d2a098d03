"""Days as people type them: what they are taken for is told where they say no year."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from running import ROOT, run

from shizhong_cli.reading import clock
from shizhong_cli.reading.typed_dates import completed


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 26))


def day_of(text: str) -> tuple[str, str, str]:
    """Last day and spelling of what was taken, and what was told of it."""
    ran = run("gap", "gdp", "5%", "--as-of", text, "--format", "json")
    content = json.loads(ran.out)
    told = [line for line in ran.err.splitlines(keepends=True) if "尚未到来" not in line]
    return content["gaps"][0]["as_of"], content["history"][0]["as_of"], "".join(told)


@pytest.mark.parametrize(
    ("text", "last", "spelling"),
    [
        ("2026年三季度", "2026-09-30", "2026-Q3"),
        ("2026年前三季度", "2026-09-30", "2026-Q3"),
        ("2026年上半年", "2026-06-30", "2026-S1"),
        ("20260930", "2026-09-30", "2026-09-30"),
        ("2026.9.30", "2026-09-30", "2026-09-30"),
        ("2026/9/30", "2026-09-30", "2026-09-30"),
        ("2026-9", "2026-09-30", "2026-09"),
        ("２０２６年９月３０日", "2026-09-30", "2026-09-30"),
        ("2025年9月30号", "2025-09-30", "2025-09-30"),
        ("202609", "2026-09-30", "2026-09"),
        ("2026M09", "2026-09-30", "2026-09"),
        ("2026H1", "2026-06-30", "2026-S1"),
        ("2026h1", "2026-06-30", "2026-S1"),
        ("2026S1", "2026-06-30", "2026-S1"),
        ("26年9月", "2026-09-30", "2026-09"),
        ("26年三季度", "2026-09-30", "2026-Q3"),
        ("30/9/2026", "2026-09-30", "2026-09-30"),
        ("9/30/2026", "2026-09-30", "2026-09-30"),
    ],
)
def test_a_day_with_its_year_is_taken_silently(text, last, spelling):
    if last.startswith("2026"):
        assert day_of(text) == (last, spelling, "")
    else:
        assert run("gap", "gdp", "5%", "--as-of", text).err == ""


@pytest.mark.parametrize(
    ("text", "last", "spelling"),
    [
        ("三季度", "2026-09-30", "2026-Q3"),
        ("3季度", "2026-09-30", "2026-Q3"),
        ("前三季度", "2026-09-30", "2026-Q3"),
        ("Q3", "2026-09-30", "2026-Q3"),
        ("9月", "2026-09-30", "2026-09"),
        ("九月", "2026-09-30", "2026-09"),
        ("十二月", "2026-12-31", "2026-12"),
        ("1-9月", "2026-09-30", "2026-09"),
        ("1至9月", "2026-09-30", "2026-09"),
        ("9月30日", "2026-09-30", "2026-09-30"),
        ("上半年", "2026-06-30", "2026-S1"),
        ("全年", "2026-12-31", "2026"),
        ("年底", "2026-12-31", "2026"),
        ("today", "2026-11-26", "2026-11-26"),
        ("今天", "2026-11-26", "2026-11-26"),
        ("昨天", "2026-11-25", "2026-11-25"),
        ("本月", "2026-11-30", "2026-11"),
        ("上月", "2026-10-31", "2026-10"),
        ("上个月", "2026-10-31", "2026-10"),
        ("本季度", "2026-12-31", "2026-Q4"),
        ("上季度", "2026-09-30", "2026-Q3"),
        ("今年", "2026-12-31", "2026"),
        ("H1", "2026-06-30", "2026-S1"),
        ("3Q", "2026-09-30", "2026-Q3"),
        ("9.30", "2026-09-30", "2026-09-30"),
        ("9.05", "2026-09-05", "2026-09-05"),
        ("9/30", "2026-09-30", "2026-09-30"),
        ("0930", "2026-09-30", "2026-09-30"),
    ],
)
def test_a_day_without_year_is_of_the_year_of_the_targets_and_told(text, last, spelling):
    said = f"--as-of「{text}」按 {spelling} 读，截至 {last}。\n"
    assert day_of(text) == (last, spelling, said)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("2026.1", "2026-01 / 2026-10"),
        ("9.3", "2026-09-03 / 2026-09-30"),
        ("9/10", "2026-09-10 / 2026-10-09"),
        ("1-9", "2026-01-09 / 2026-01/2026-09"),
        ("201109", "2011-09 / 2020-11-09"),
        ("9/10/2026", "2026-09-10 / 2026-10-09"),
    ],
)
def test_of_what_could_be_two_days_both_are_told(text, readings):
    ran = run("gap", "gdp", "5%", "--as-of", text)
    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        f"--as-of: P011 「{text}」可以是两个时候：{readings}；请写明是哪一个\n",
    )


@pytest.mark.parametrize("text", ["9.31", "202613", "13月", "20261331", "五季度", "2月30日"])
def test_what_is_no_day_is_refused(text):
    ran = run("gap", "gdp", "5%", "--as-of", text)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"--as-of: P001 「{text}」不是时期")


def test_without_targets_of_a_year_nothing_is_supplied():
    assert completed("三季度", None, date(2026, 11, 26)) == "三季度"


def test_every_command_that_takes_a_day_takes_it_so(tmp_path):
    told = "--as-of「三季度」按 2026-Q3 读，截至 2026-09-30。\n"
    recorded = run("record", "gdp", "5.2%", "--as-of", "三季度", cwd=tmp_path)
    assert (recorded.code, recorded.err) == (0, told)
    assert "gdp,2026-Q3,5.2%" in (tmp_path / "actuals.csv").read_text(encoding="utf-8-sig")
    assert run("status", "--as-of", "三季度", cwd=tmp_path).err == told
    assert run("report", "-o", "r.html", "--as-of", "三季度", cwd=tmp_path).err.startswith(told)
    assert run("template", "-o", "t.csv", "--as-of", "三季度", cwd=tmp_path).err.startswith(told)
    assert ",2026-Q3," in (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    moved = run("status", "--compare", "一季度", cwd=tmp_path)
    assert (moved.code, moved.err) == (0, "--compare「一季度」按 2026-Q1 读，截至 2026-03-31。\n")


def test_in_a_file_a_day_has_its_year(tmp_path):
    (tmp_path / "a.csv").write_text("指标,截至,数值\ngdp,三季度,5%\n", encoding="utf-8")
    ran = run("status", "--actuals", "a.csv", cwd=tmp_path)
    assert (ran.code, ran.err.split("」")[0]) == (2, "a.csv:2:2: P012 「三季度")


def test_a_sheet_with_a_blank_in_its_name_is_named_as_it_is_typed(tmp_path):
    assert run("template", "-o", "三季度 表.csv", cwd=tmp_path).err.endswith("shizhong record --from '三季度 表.csv'\n")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-12-31", "--as-of 2026-12-31：按 2026-12-31 计算（尚未到来）。\n"),
        ("2026", "--as-of 2026：按 2026-12-31 计算（尚未到来）。\n"),
        ("2026-Q3", ""),
        ("2026-11-26", ""),
    ],
)
def test_a_day_that_is_still_to_come_is_told(day, told):
    assert run("status", "--actual", "gdp=5.2%", "--as-of", day).err == told
    assert run("gap", "gdp", "5.2%", "--as-of", day).err == told


EARLY = "指标,截至,数值\ngdp,2026-Q3,5.2%\ngdp,2026-12,5.3%\n"
TOO_EARLY = "A049 「2026-12」还没有过完（今天是 2026-11-26），还没有实际数"


@pytest.mark.parametrize("as_of", ["2026-12", "2026", "2026-Q4", "2026-11", "2026-11-27", "2027-01-01", "年底", "本月"])
def test_what_is_not_over_is_not_recorded(as_of, tmp_path):
    ran = run("record", "gdp", "5.3%", "--as-of", as_of, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "--as-of: A049 「" in ran.err
    assert "--as-of 2026-11-26" in ran.err
    assert not (tmp_path / "actuals.csv").exists()


@pytest.mark.parametrize("as_of", ["2026-11-26", "today", "2026-10", "2026-Q3", "2025"])
def test_what_is_over_is_recorded(as_of, tmp_path):
    assert run("record", "gdp", "5.3%", "--as-of", as_of, cwd=tmp_path).code == 0


def test_a_sheet_with_a_day_to_come_is_not_recorded(tmp_path):
    (tmp_path / "sheet.csv").write_text(EARLY, encoding="utf-8")
    ran = run("record", "--from", "sheet.csv", cwd=tmp_path)
    assert ran.code == 2
    assert f"sheet.csv:3:3: {TOO_EARLY}" in ran.err
    assert not (tmp_path / "actuals.csv").exists()


def test_in_a_conversation_a_day_to_come_is_asked_for_again(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("2026-12\n2026-Q3\n5.2%\nq\n"))
    ran = run("record", "-i", cwd=tmp_path)
    assert TOO_EARLY in ran.err
    assert "gdp,2026-Q3,5.2%" in (tmp_path / "actuals.csv").read_text(encoding="utf-8-sig")


USED = [
    ("status", "--actuals", "a.csv"),
    ("status", "--actuals", "a.csv", "--format", "json"),
    ("gap", "gdp", "--actuals", "a.csv"),
    ("months", "--actuals", "a.csv"),
    ("show", "gdp", "--actuals", "a.csv"),
    ("report", "-o", "r.html", "--actuals", "a.csv"),
    ("rollover", "-o", "next", "--actuals", "a.csv"),
]


@pytest.mark.parametrize("command", USED, ids=lambda command: " ".join(command[:1]))
def test_a_file_with_a_day_to_come_is_not_taken(command, tmp_path):
    (tmp_path / "a.csv").write_text(EARLY, encoding="utf-8")
    ran = run(*command, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert f"a.csv:3:3: {TOO_EARLY}" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_without_bad_rows_and_from_the_ledger_the_rest_is_taken(tmp_path):
    (tmp_path / "actuals.csv").write_text(EARLY, encoding="utf-8")
    for option in ((), ("--skip-bad",), ("--actuals", "actuals.csv", "--skip-bad")):
        ran = run("status", *option, cwd=tmp_path)
        assert f"actuals.csv:3:3: {TOO_EARLY}" in ran.err
        assert "数据截至 2026-09-30，2026 年已过 74.8%" in ran.out
        assert "5.3%" not in ran.out
    listed = run("ledger", cwd=tmp_path)
    assert "2 行：有效 1，时未到，不计 1。" in listed.out


@pytest.mark.parametrize("command", ["status", "months", "gap gdp", "rollover -o next", "report -o r.html"])
def test_what_was_recorded_before_its_time_was_over_is_an_estimate_ever_after(command, tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2027, 1, 20))
    rows = "指标,截至,数值,记录时间\ngdp,2026,5.3%,2026-11-26T10:00:00+08:00\n"
    (tmp_path / "actuals.csv").write_text(rows, encoding="utf-8")
    ran = run(*command.split(), cwd=tmp_path)
    assert ran.code == 2
    assert "A050 这个数是 2026-11-26 记下的，那时「2026」还没有过完" in ran.err
    assert "5.3%" not in ran.out
    again = run("record", "gdp", "5.3%", "--as-of", "2026", cwd=tmp_path)
    assert again.code == 0
    assert "完成" in run("gap", "gdp", cwd=tmp_path).out


@pytest.mark.parametrize("figure", ["gdp=5.2%", "gdp=3%", "gdp=4.6%", "urban_new_jobs=20000人", "urban_new_jobs=3人"])
def test_nothing_is_final_on_a_day_to_come(figure):
    id, _, text = figure.partition("=")
    for command in (("gap", id, text), ("status", "--actual", figure)):
        ran = run(*command, "--as-of", "2026-12-31")
        assert "不能判定" in ran.out
        assert "尚未到来，不能说已完成或未完成" in "".join(ran.out.split())
        assert "已结束" not in ran.out
        row = json.loads(run(*command, "--as-of", "2026-12-31", "--format", "json").out)["gaps"]
        judged = [gap for gap in row if gap["actual"]]
        assert {(gap["status"], gap["reason"], gap["completion"]) for gap in judged} == {
            ("undecided", "still_to_come", None)
        }
    assert "record" not in run("gap", id, text, "--as-of", "2026-12-31").out


def test_a_day_that_is_still_to_come_is_told_in_english():
    ran = run("status", "--actual", "gdp=5.2%", "--as-of", "2026-12", lang="en")
    assert ran.err == "--as-of 2026-12: judged as of 2026-12-31, which is still to come.\n"


def test_a_day_that_is_still_to_come_is_a_field_of_what_is_told(tmp_path):
    ahead, over = ("--as-of", "2026-12-31"), ("--as-of", "2026-Q3")
    for command in (("gap", "gdp", "5.2%"), ("status", "--actual", "gdp=5.2%"), ("status", "--compare", "2026-Q1")):
        assert json.loads(run(*command, *ahead, "--format", "json").out)["still_to_come"] == "2026-12-31"
        assert "still_to_come" not in json.loads(run(*command, *over, "--format", "json").out)
    packs = ("examples/yunting-2025", "examples/yunting-2026")
    many = run("status", *packs, *ahead, "--format", "json", cwd=ROOT)
    assert [json.loads(line)["still_to_come"] for line in many.out.splitlines()] == ["2026-12-31"] * 2
    assert run("status", *packs, *ahead, cwd=ROOT).err.startswith(
        "--as-of 2026-12-31：按 2026-12-31 计算（尚未到来）。"
    )
    page = run("report", "-o", "r.html", "--actual", "gdp=5.2%", *ahead, cwd=tmp_path)
    assert page.err.startswith("--as-of 2026-12-31：按 2026-12-31 计算（尚未到来）。")
    assert "尚未到来" in (tmp_path / "r.html").read_text(encoding="utf-8")
