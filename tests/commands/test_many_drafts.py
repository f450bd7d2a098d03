"""Drafts of many reports: a folder each, one line each in the order given."""

from __future__ import annotations

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
    assert [line.split()[:3] for line in lines[3:5]] == [["out/b", "2026", "2"], ["c.txt"]]
    assert [line.split()[:3] for line in lines[5:7]] == [["out/a", "2026", "2"], ["nix.txt"]]
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


def test_two_called_alike_are_refused_before_anything_is_written(reports):
    (reports / "more").mkdir()
    (reports / "more" / "A.txt").write_text(TEXT.format("1"), encoding="utf-8")
    done = run("draft", "a.txt", "b.txt", "more/A.txt", "-o", "out", lang="en", cwd=reports)
    assert done.code == 2
    assert "called alike" in done.err
    assert not (reports / "out").exists()


@pytest.mark.parametrize("arguments", [["--review"], ["--sheet", "s.xlsx"], ["-"]], ids=" ".join)
def test_what_is_for_one_is_refused(reports, arguments):
    done = run("draft", "a.txt", "b.txt", *arguments, "-o", "out", lang="en", cwd=reports)
    assert done.code == 2
    assert "is for one pack" in done.err
