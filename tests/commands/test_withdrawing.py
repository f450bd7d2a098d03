"""The ledger is looked at, and what was wrong in it withdrawn: every row stays, with who and why."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime, timedelta

import pytest
from running import run

from shizhong_cli.core.progress.ledger import Kept, last_act, withdrawals


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    """Every look at the clock is a minute later than the one before."""
    moments = (datetime(2026, 10, 1, 9, tzinfo=UTC) + timedelta(minutes=n) for n in range(1000))
    monkeypatch.setattr("shizhong_cli.reading.clock.now", lambda: next(moments))
    monkeypatch.setenv("LOGNAME", "wang")


@pytest.fixture
def folder(tmp_path):
    for arguments in (
        ["gdp", "5%", "--as-of", "2026-Q1", "--by", "张三"],
        ["gdp", "5.1%", "--as-of", "2026-Q3"],
        ["gdp", "5.2%", "--as-of", "2026-Q3", "--note", "修订"],
        ["urban_new_jobs", "1.4万人", "--as-of", "2026-09", "--source", "区人社局"],
    ):
        assert run("record", *arguments, cwd=tmp_path).code == 0
    return tmp_path


def listed(folder, *arguments: str) -> list[tuple[object, ...]]:
    rows = json.loads(run("ledger", *arguments, "--format", "json", cwd=folder).out)["ledger"]
    return [(row["number"], row["figure"], row["state"], row["superseded_by"]) for row in rows]


def actual_of(folder, indicator: str) -> str | None:
    return json.loads(run("gap", indicator, "--format", "json", cwd=folder).out)["gaps"][0]["actual"]


ALL = [(1, "5%", "in_force", None), (2, "5.1%", "superseded", 3), (3, "5.2%", "in_force", None),
       (4, "1.4万人", "in_force", None)]  # fmt: skip


def test_every_row_is_listed_with_what_became_of_it(folder):
    assert listed(folder) == ALL
    page = run("ledger", cwd=folder, columns=120).out
    assert "4 行：有效 3，已被取代 1。" in page
    assert "见第 3 行" in page
    assert "张三" in page


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (["gdp"], [1, 2, 3]),
        (["新增就业"], [4]),
        (["--state", "superseded"], [2]),
        (["--state", "已被取代"], [2]),
        (["--search", "人社"], [4]),
        (["--search", "修订"], [3]),
        (["--search", "张三"], [1]),
        (["gdp", "--state", "in_force"], [1, 3]),
        (["--search", "没有"], []),
    ],
)
def test_rows_can_be_chosen(folder, arguments, numbers):
    assert [row[0] for row in listed(folder, *arguments)] == numbers


def test_a_row_is_withdrawn_and_stays(folder):
    before = (folder / "actuals.csv").read_bytes()
    ran = run("record", "--void", "3", "--note", "口径不对", "--by", "李四", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "已在 actuals.csv 撤销 1 行（原行仍在）；李四：口径不对\n第 3 行 gdp 5.2%（截至 2026-Q3）\n\n"
        "接着可以输入：shizhong ledger（台账各行）\n"
    )
    after = (folder / "actuals.csv").read_bytes()
    head = before.split(b"\r\n")[0]
    assert after.startswith(head)  # with the column for withdrawals behind it
    assert after.split(b"\r\n", 1)[1].startswith(before.split(b"\r\n", 1)[1])
    assert listed(folder)[1:3] == [(2, "5.1%", "in_force", None), (3, "5.2%", "withdrawn", None)]
    assert actual_of(folder, "gdp") == "5.1%"
    (row,) = json.loads(run("ledger", "--state", "withdrawn", "--format", "json", cwd=folder).out)["ledger"]
    assert (row["withdrawn_by"], row["withdrawn_why"], row["withdrawn_at"][:10]) == ("李四", "口径不对", "2026-10-01")


def test_what_was_recorded_last_is_taken_back_step_by_step(folder):
    assert actual_of(folder, "urban_new_jobs") == "1.4万人"
    assert run("record", "--undo", cwd=folder).out.startswith(
        "已在 actuals.csv 撤销 1 行（原行仍在）；wang：撤回刚才所记\n第 4 行"
    )
    assert actual_of(folder, "urban_new_jobs") is None
    assert "第 3 行" in run("record", "--undo", cwd=folder).out
    assert actual_of(folder, "gdp") == "5.1%"
    for _ in range(2):
        assert run("record", "--undo", cwd=folder).code == 0
    assert run("record", "--undo", cwd=folder).err == "--undo: A044 台账里没有可撤销的行\n"
    assert {row[2] for row in listed(folder)} == {"withdrawn"}


def test_a_file_is_taken_back_as_a_whole(folder):
    (folder / "new.csv").write_text("指标,截至,数值\ngdp,2026,5.3%\n社会消费品零售总额,2026,4%\n", encoding="utf-8")
    assert run("record", "--from", "new.csv", cwd=folder).code == 0
    assert "撤销 2 行" in run("record", "--undo", cwd=folder).out
    assert listed(folder)[:4] == ALL


def test_after_a_withdrawal_the_right_figure_is_recorded(folder):
    run("record", "--void", "3", "--note", "记错", cwd=folder)
    run("record", "gdp", "5.4%", "--as-of", "2026-Q3", cwd=folder)
    assert actual_of(folder, "gdp") == "5.4%"


def test_a_row_that_cannot_be_read_can_be_withdrawn(folder):
    with (folder / "actuals.csv").open("a", encoding="utf-8") as file:
        file.write("gpd,2026-Q3,5%,,,,\r\n")
    assert run("status", cwd=folder).code == 2
    assert listed(folder)[-1] == (5, "5%", "unreadable", None)
    assert run("record", "--void", "5", "--note", "写错指标", cwd=folder).code == 0
    assert run("status", cwd=folder).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--void", "9", "--note", "x"], "--void: A036 没有第 9 行可撤销；可撤销的是第 1–4 行"),
        (["--void", "1"], "--note: A051 缺少 --note；例如：shizhong record --void 1 --note 记错了 --by 姓名"),
        (["--undo", "gdp"], "--undo: A037 --undo 不能与这些同给：ID"),
        (["--void", "1", "--note", "x", "--as-of", "2026"], "--void: A037 --void 不能与这些同给：--as-of"),
        (["--void", "0", "--note", "x"], "--void: A036 没有第 0 行可撤销；可撤销的是第 1–4 行"),
        (["--void", "-1", "--note", "x"], "用法错误：--void 的值「-1」不是整数"),
        (["-i", "gdp", "5%"], "--interactive: A037 --interactive 不能与这些同给：ID, FIGURE"),
    ],
)
def test_what_cannot_be_withdrawn_is_told_and_nothing_changes(folder, arguments, said):
    before = (folder / "actuals.csv").read_bytes()
    ran = run("record", *arguments, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert (folder / "actuals.csv").read_bytes() == before


def test_a_row_is_withdrawn_once(folder):
    assert run("record", "--void", "1", "--note", "x", cwd=folder).code == 0
    assert run("record", "--void", "1", "--note", "x", cwd=folder).code == 2


def test_a_sorted_ledger_says_the_same(folder):
    run("record", "--void", "3", "--note", "口径不对", cwd=folder)
    path = folder / "actuals.csv"
    head, *rows = path.read_text(encoding="utf-8-sig").splitlines()
    path.write_text("\n".join([head, *reversed(rows)]) + "\n", encoding="utf-8")
    assert actual_of(folder, "gdp") == "5.1%"


def test_a_withdrawal_of_a_row_that_was_changed_is_told(folder):
    run("record", "--void", "3", "--note", "口径不对", cwd=folder)
    path = folder / "actuals.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace("5.2%", "5.25%", 1), encoding="utf-8")
    ran = run("status", cwd=folder)
    assert ran.code == 2
    assert "A035 这一行撤销的是「gdp 2026-Q3 5.2%」" in ran.err


def test_of_equal_rows_each_withdrawal_takes_one():
    rows = [Kept(1, "gdp", "2026", "5%"), Kept(2, "gdp", "2026", "5%"),
            Kept(3, "gdp", "2026", "5%", withdraws="undated")]  # fmt: skip
    assert {number: row.number for number, row in withdrawals(rows)[0].items()} == {2: 3}
    assert withdrawals([*rows, rows[2]._replace(number=4)])[0].keys() == {1, 2}
    assert last_act(rows) == [1]
    assert last_act([]) == []


# ── in a conversation ─────────────────────────────────────────────────────────


def told(folder, monkeypatch, typed: str, *arguments: str):
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return run("record", "-i", *arguments, cwd=folder)


def test_one_target_is_asked_for_after_the_other(tmp_path, monkeypatch):
    ran = told(tmp_path, monkeypatch, "哪天\n2026-Q3\n5.2%\n\nabc\n7.9%\nq\n", "--source", "统计局")
    assert ran.code == 0
    assert "--as-of: P001 「哪天」不是时期" in ran.err
    assert "地区生产总值，目标 5%左右（2026），单位 %：" in ran.err
    assert "FIGURE: F001 「abc」里读不出数" in ran.err
    assert ran.err.endswith(
        "问了 4 项，记下 2 个数（actuals.csv）。\n"
        "接着可以输入：shizhong status（离目标还有多远）；记错了：shizhong record --undo\n"
    )
    rows = (tmp_path / "actuals.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert [row.split(",")[:5] for row in rows] == [
        ["gdp", "2026-Q3", "5.2%", "统计局", ""], ["large_industrial_value_added", "2026-Q3", "7.9%", "统计局", ""],
    ]  # fmt: skip


def test_a_bare_number_takes_the_unit_that_was_asked_for(tmp_path, monkeypatch):
    typed = "\n" * 53 + "q\n"
    asked = told(tmp_path, monkeypatch, typed, "--as-of", "2026-09").err
    place = asked.split("：").index(next(part for part in asked.split("：") if "城镇新增就业" in part))
    prompts = [part for part in asked.split("：")[: place + 1] if "目标" in part]
    ran = told(tmp_path, monkeypatch, "\n" * (len(prompts) - 1) + "1.4\nq\n", "--as-of", "2026-09")
    assert "城镇新增就业 1.4万人（截至 2026-09）" in ran.out


def test_the_end_of_what_is_typed_ends_it(tmp_path, monkeypatch):
    ran = told(tmp_path, monkeypatch, "")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith("问了 0 项，记下 0 个数（actuals.csv）。\n")
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_that_is_not_there_yet_is_no_error(tmp_path):
    """It says how one comes to be; one that was named and is not there is an error."""
    ran = run("ledger", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert "actuals.csv" in ran.err
    assert "shizhong record gdp 5% --as-of 2026-Q3" in ran.err
    assert '"ledger": []' in run("ledger", "--format", "json", cwd=tmp_path).out
    named = run("ledger", "--actuals", "other.csv", cwd=tmp_path)
    assert (named.code, " Y001 " in named.err) == (2, True)


def test_what_was_recorded_in_one_second_by_two_calls_is_taken_back_one_by_one(tmp_path):
    for figure in ("5.1%", "5.2%", "5.3%"):
        run("record", "gdp", figure, "--as-of", f"2026-Q{figure[2]}", cwd=tmp_path)
    assert run("record", "--undo", cwd=tmp_path).out.count("5.3%") == 1
    rows = (tmp_path / "actuals.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 5
    assert "5.3%" in rows[-1]
