"""Drafts of many reports: a folder each, one line each, worst first, or one line of JSON each in the order given."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import run

TEXT = "甲县2026年政府工作报告\n一、2025年工作回顾\n地区生产总值完成{}亿元，增长5%。\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two that can be drafted, one without a number."""
    for name, number in (("a", "12"), ("b", "35.5")):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(number), encoding="utf-8")
    (tmp_path / "c.txt").write_text("没有数。\n", encoding="utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_each_has_a_folder_as_one_alone_and_a_line(reports):
    done = run("draft", "b.txt", "c.txt", "a.txt", "nix.txt", "-o", "out", lang="en", columns=100, cwd=reports)
    lines = done.out.replace("\\", "/").splitlines()
    assert lines[0] == "4 reports: 2 could not be drafted."
    assert [line.split()[:3] for line in lines[3:5]] == [["c.txt"], ["nix.txt"]]
    assert [line.split()[:3] for line in lines[5:7]] == [["out/a", "2026", "2"], ["out/b", "2026", "2"]]
    assert lines[-1] == "Next: shizhong draft a.txt -o out/a --review (go through this one)"
    assert "c.txt: N002" in done.out
    assert "nix.txt: Y001" in done.out
    assert done.code == 1
    run("draft", "a.txt", "-o", "alone/a", lang="en", cwd=reports)
    run("draft", "b.txt", "-o", "alone/b", lang="en", cwd=reports)
    assert files(reports / "out") == files(reports / "alone")


def test_nothing_is_replaced_without_force(reports):
    assert run("draft", "a.txt", "b.txt", "-o", "out", cwd=reports).code == 0
    before = files(reports / "out")
    (reports / "a.txt").write_text(TEXT.format("99"), encoding="utf-8")
    again = run("draft", "a.txt", "b.txt", "-o", "out", cwd=reports)
    assert (again.code, again.out.count("W003")) == (1, 4)
    assert files(reports / "out") == before
    assert run("draft", "a.txt", "b.txt", "-o", "out", "--force", cwd=reports).code == 0
    assert files(reports / "out") != before


def test_jobs_change_nothing(reports):
    one = run("draft", "*.txt", "-o", "out", "--jobs", "1", cwd=reports)
    first = files(reports / "out")
    two = run("draft", "*.txt", "-o", "out", "--jobs", "2", "--force", cwd=reports)
    assert (one, first) == (two, files(reports / "out"))


def test_texts_called_alike_are_written_apart_and_told(reports):
    (reports / "more").mkdir()
    (reports / "more" / "A.txt").write_text(TEXT.format("1"), encoding="utf-8")
    (reports / "more" / "a.md").write_text(TEXT.format("2"), encoding="utf-8")
    done = run("draft", "b.txt", "more/A.txt", "more/a.md", "a.txt", "-o", "out", lang="en", cwd=reports)
    assert done.code == 0
    home = reports.name
    assert {Path(name).parent.name for name in files(reports / "out")} == {"b", "more", "more-2", home}
    assert done.err.replace("\\", "/").splitlines() == [
        "more/A.txt is called like another file: its draft is more",
        "more/a.md is called like another file: its draft is more-2",
        f"a.txt is called like another file: its draft is {home}",
    ]
    assert "flow: 2亿元" in (reports / "out" / "more-2" / "baselines.yaml").read_text(encoding="utf-8")


def test_those_called_alike_in_folders_of_their_own_are_called_by_these(reports):
    for place in ("甲区", "乙区"):
        (reports / place).mkdir()
        (reports / place / "report.txt").write_text(TEXT.format("1"), encoding="utf-8")
    done = run("draft", "*区/report.txt", "-o", "out", cwd=reports)
    assert done.code == 0
    assert sorted(files(reports / "out")) == sorted(
        str(Path(place, name)) for place in ("甲区", "乙区") for name in ("baselines.yaml", "targets.yaml")
    )


@pytest.mark.parametrize("arguments", [["--review"], ["--sheet", "s.xlsx"], ["-"]], ids=" ".join)
def test_what_is_for_one_is_refused(reports, arguments):
    done = run("draft", "a.txt", "b.txt", *arguments, "-o", "out", lang="en", cwd=reports)
    assert done.code == 2
    assert "is for one pack" in done.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_line_of_json_each_in_the_order_given(reports, jobs):
    done = run(
        "draft", "b.txt", "c.txt", "a.txt", "-o", "out", "--format", "json", "--jobs", jobs, lang="en", cwd=reports
    )
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [(row["text"], row["year"], row["high"], row["left"]) for row in rows] == [
        ("b.txt", 2026, 2, 0), ("c.txt", None, None, None), ("a.txt", 2026, 2, 0),
    ]  # fmt: skip
    assert ["N002" in "".join(row["problems"]) for row in rows] == [False, True, False]
    assert done.code == 1


def test_one_report_is_a_line_of_json_as_well(reports):
    done = run("draft", "a.txt", "-o", "out", "--format", "json", cwd=reports)
    assert (done.code, json.loads(done.out)["other_years"]) == (0, [])
    assert (reports / "out" / "targets.yaml").is_file()  # where it is without --format


def test_a_year_that_is_given_is_told_beside_those_of_the_text(reports):
    done = run("draft", "a.txt", "b.txt", "-o", "out", "--year", "2031", lang="en", columns=100, cwd=reports)
    assert done.out.count("2031 (also 2026)") == 2


def test_reports_can_be_listed_in_a_file(reports):
    (reports / "more").mkdir()
    (reports / "more" / "list.txt").write_text("# two\n../b.txt\n\n../a.txt\n", encoding="utf-8")
    done = run("draft", "--list", "more/list.txt", "-o", "out", "--format", "json", cwd=reports)
    assert [Path(json.loads(line)["folder"]).name for line in done.out.splitlines()] == ["b", "a"]
    assert done.code == 0


@pytest.mark.parametrize("command", [["draft", "-o", "out"], ["coverage"]], ids=" ".join)
def test_a_list_without_a_line_is_told_so(reports, command):
    (reports / "list.txt").write_text("# nothing\n", encoding="utf-8")
    done = run(*command, "--list", "list.txt", lang="en", cwd=reports)
    assert (done.code, "list.txt: Y001" in done.err, "empty" in done.err) == (2, True, True)


def test_no_report_at_all_is_told_as_of_any_command(reports):
    done = run("draft", "-o", "out", lang="en", cwd=reports)
    assert (done.code, "FILE" in done.err) == (2, True)


def test_numbers_that_could_not_be_read_are_counted(reports):
    (reports / "d.txt").write_text(TEXT.format("12") + "全年完成工业投资4.6 1 亿元。\n", encoding="utf-8")
    alone = run("draft", "d.txt", "-o", "alone", lang="en", cwd=reports)
    assert "1 number could not be written as figures" in alone.err
    done = run("draft", "d.txt", "-o", "out", "--format", "json", cwd=reports)
    assert json.loads(done.out)["unread"] == 1


@pytest.mark.skipif(os.name == "nt", reason="no signal stops a group of processes there")
def test_a_run_that_is_stopped_ends_without_a_trace(reports):
    """Its lines are more than a pipe holds, so that it still runs when the first of them is read."""
    for number in range(120):
        (reports / f"{number:03}{'长' * 60}.txt").write_text(TEXT.format(number + 1), encoding="utf-8")
    texts = sorted(path.name for path in reports.glob("[0-9]*.txt"))
    command = [sys.executable, "-m", "shizhong_cli", "draft", *texts, "-o", "out", "--format", "json", "--jobs", "2"]
    with subprocess.Popen(
        command, cwd=reports, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as ran:
        assert ran.stdout
        assert ran.stderr
        first = ran.stdout.readline()
        os.killpg(ran.pid, signal.SIGINT)
        rest, told = ran.stdout.read().splitlines(keepends=True), ran.stderr.read()
    assert ran.returncode == 128 + signal.SIGINT
    assert len(rest) < len(texts) - 1
    assert all(json.loads(line)["folder"] for line in (first, *rest) if line.endswith(b"\n"))
    assert b"Traceback" not in told
