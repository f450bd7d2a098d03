"""Folders of data files that pick themselves up: those in ``good`` load, those in ``bad`` give exactly these problems.

A case is a folder with ``baselines.yaml`` and ``targets.yaml``, and in ``bad`` with ``expected.txt``. To add one, add
the folder and run the tests once with SHIZHONG_REFRESH=1, which writes ``expected.txt``; then read what it wrote.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from making import pack
from running import ROOT

from shizhong_cli.problems import CannotGoOn, Problem
from shizhong_cli.reading import files
from shizhong_cli.reading.pack.checks import load_checked
from shizhong_cli.rendering.wording import TEXTS

EXAMPLES = ROOT / "tests" / "examples"
EXPECTED = "expected.txt"
REFRESH = os.environ.get("SHIZHONG_REFRESH") == "1"

OF_DATA_FILES = "YKFPRC"
"""The families of problems that a data file can cause; A is for actuals and the command line."""
CAUSED_ELSEWHERE = {
    "Y002",  # a file of more than 8 MiB is not stored; see test_a_file_that_is_too_large
    "Y026",  # nor is one of so many nodes; see test_the_number_of_nodes
    "P005",
    "P010",  # said of an option alone
    "P012",  # of a file of actuals: see tests/commands/test_slips_of_the_tongue.py
    "P011",
    "P006",  # the same
    "K007",  # said of the rows of a DataFrame alone
    "K008",
    "K009",
    "Y027",  # what PyYAML would refuse and we would not; there is nothing known
}


def folders(kind: str) -> list[Path]:
    return sorted(path for path in (EXAMPLES / kind).iterdir() if path.is_dir())


def problems_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    monkeypatch.chdir(folder)
    try:
        load_checked(Path())
    except CannotGoOn as error:
        return error.problems
    return ()


def as_line(problem: Problem) -> str:
    """``baselines.yaml:3:5: F002`` and the fields that are filled."""
    fields = {"found": problem.found, "expected": problem.expected, "suggestion": problem.suggestion}
    parts = [f"{name}={value}" for name, value in fields.items() if value]
    return " | ".join([f"{problem.place}: {problem.code}", *parts])


def codes_in(folder: Path) -> set[str]:
    stored = folder / EXPECTED
    return set(re.findall(r"^\S+: ([A-Z]\d{3})", stored.read_text("utf-8"), re.MULTILINE)) if stored.exists() else set()


@pytest.mark.parametrize("folder", folders("good"), ids=lambda folder: folder.name)
def test_good_example_loads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [as_line(problem) for problem in problems_of(folder, monkeypatch)] == []


@pytest.mark.parametrize("folder", folders("bad"), ids=lambda folder: folder.name)
def test_bad_example_gives_the_stored_problems(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = problems_of(folder, monkeypatch)
    assert problems, "a bad example must have a problem"
    found = "".join(f"{as_line(problem)}\n" for problem in problems)
    stored = folder / EXPECTED
    if REFRESH:
        stored.write_text(found, "utf-8", newline="\n")
    assert found == stored.read_text("utf-8")


@pytest.mark.parametrize("folder", folders("bad"), ids=lambda folder: folder.name)
def test_every_place_is_inside_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for problem in problems_of(folder, monkeypatch):
        file, line, column = problem.place
        if line:
            lines = (folder / file).read_bytes().decode("utf-8", "replace").splitlines()
            assert line <= len(lines) + 1, problem
            text = lines[line - 1] if line <= len(lines) else ""
            assert 1 <= column <= len(text) + 1, problem


def test_every_problem_of_a_data_file_has_an_example() -> None:
    codes = {key.removeprefix("problem.") for key in TEXTS if re.fullmatch(r"problem\.[A-Z]\d+", key)}
    known = {code for code in codes if code[0] in OF_DATA_FILES}
    shown = set[str]().union(*(codes_in(folder) for folder in folders("bad")))
    assert sorted(known - shown - CAUSED_ELSEWHERE) == []
    assert sorted(shown - codes) == []


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack(tmp_path, "indicators: {}\n", "# " + "x" * files.LARGEST_FILE + "\n")
    assert [problem.code for problem in problems_of(tmp_path, monkeypatch)] == ["Y002"]
