"""Answers typed at the terminal are read as they are meant, or said not to be known; nothing else changes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from running import run

TEXT = "2026年甲市政府工作报告\n一、2025年工作回顾\n绿道累计达到80公里。三年内，改造管网120公里。\n"
LINE = "- {level: 80公里, period: 2025, section: 一, guessed: [period, measure]}"


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    assert run("draft", "report.txt", "-o", "made", cwd=tmp_path).code == 0
    assert LINE in files(tmp_path)
    return tmp_path


def files(folder: Path) -> str:
    return "".join((folder / "made" / name).read_text("utf-8") for name in ("baselines.yaml", "targets.yaml"))


def answered(folder: Path, monkeypatch, typed: str) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ran = run("draft", "report.txt", "-o", "made", "--review", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    return ran.err


@pytest.mark.parametrize("typed", ["a\n", "A\n", "ａ\n", "采用\n", "accept\r\n"])
def test_an_answer_is_a_letter_or_its_word(folder, monkeypatch, typed):
    answered(folder, monkeypatch, f"{typed}q\n")
    assert "- {level: 80公里, period: 2025, section: 一}\n" in files(folder)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("period=2026年上半年", "{level: 80公里, period: 2026-S1, section: 一}"),
        ("时期＝２０２４ 口径=累计数", "{flow: 80公里, period: 2024, section: 一}"),
        ("figure=８１公里", "{level: 81公里, period: 2025, section: 一}"),
        ("基数或目标=目标 period=2026", "{indicator: lvdao, level: 80公里, period: 2026, section: 一, binding: task}"),
    ],
)
def test_a_correction_is_read_in_the_words_of_the_sheet(folder, monkeypatch, typed, written):
    answered(folder, monkeypatch, f"c\n{typed}\nq\n")
    assert f"- {written}\n" in files(folder)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("好的\n", "未改：好的"),
        ("c\n\n", "未改：没有写 键=值"),
        ("c\n2024\n", "未改：没有写 键=值"),
        ("c\nrole=\n", "未改：—"),
        ("c\nperiod=\n", "未改：period="),
        ("c\n名称= period=2024\n", "未改：name="),
        ("c\n2023 period=2024\n", "未改：2023"),
        ("c\nperiod=2024 时期=2023\n", "未改：时期=2023"),
        ("c\n口径=增幅\n", "未改：增幅"),
        ("c\nperiod=去年\n", "未改：「去年」不是时期"),
        ("", "还有 2 条待核对"),
    ],
)
def test_what_says_nothing_is_told_and_changes_nothing(folder, monkeypatch, typed, told):
    before = files(folder)
    assert told in answered(folder, monkeypatch, f"{typed}q\n" if typed else "")
    assert files(folder) == before


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("direction=none", "    direction: none\n"),
        ("方向=越低越好", "    direction: down\n"),
        ("价格=现价", "    prices: {level: current}\n"),
        ("口径=累计数 prices=constant", "    prices: {flow: constant}\n"),
        ("figure=80公里以上", "{level: 80公里以上, period: 2025, section: 一}\n"),
        ("数值=80—90公里", "{level: 80—90公里, period: 2025, section: 一}\n"),
    ],
)
def test_direction_prices_and_bounds_can_be_corrected(folder, monkeypatch, typed, written):
    answered(folder, monkeypatch, f"c\n{typed}\nq\n")
    assert written in files(folder)


def test_what_is_no_direction_is_told_and_nothing_changes(folder, monkeypatch):
    before = files(folder)
    assert "sideways" in answered(folder, monkeypatch, "c\ndirection=sideways\nq\n")
    assert files(folder) == before


@pytest.mark.parametrize("typed", ["?", "？", "help"])
def test_a_question_mark_says_what_can_be_answered(folder, monkeypatch, typed):
    before = files(folder)
    told = answered(folder, monkeypatch, f"{typed}\nq\n")
    assert "越低越好 (down)" in told
    assert "现价 (current)" in told
    assert files(folder) == before


def test_files_are_written_only_where_they_load(folder, monkeypatch):
    written = []
    monkeypatch.setattr("shizhong_cli.writing.files.write_together", lambda files, *_: written.append(files))
    assert "未改：" in answered(folder, monkeypatch, "c\nsection=九\nq\n")
    assert written == []
    answered(folder, monkeypatch, "c\nperiod=2024\nq\n")
    assert len(written) == 1


def test_a_target_whose_time_was_over_before_the_report_is_told(folder, monkeypatch):
    assert "请再看：绿道作为目标，时期 2025" in answered(folder, monkeypatch, "c\n基数或目标=目标\nq\n")
    assert "再看" not in answered(folder, monkeypatch, "c\nrole=target period=2026\nq\n")
