"""Many packs: one line each, worst first; the same whatever the number of processes; a bad one is not in the way."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from running import ROOT, run

from shizhong_cli.commands.each import Asked, answers
from shizhong_cli.commands.many import Question, judge_pack, judged_bad
from shizhong_cli.core.checking.terms import Depth
from shizhong_cli.core.checking.verify import Selection
from shizhong_cli.rendering.wording import Language

WRITE_PACK = runpy.run_path(str(ROOT / "benchmarks" / "packs.py"))["write_pack"]
SOUND = """indicators:
  a:
    name: 甲
    name_en: A
    direction: up
    figures: [{level: 150家, period: 2025, section: 一}, {growth: 50%, period: 2025, section: 一}]
"""
WRONG = SOUND.replace("growth: 50%, period: 2025", "level: 151家, period: 2025").replace(
    "section: 一}]", "section: 二}]"
)


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Ten generated ones, one that contradicts itself, one that cannot be read."""
    for number in range(10):
        WRITE_PACK(tmp_path / f"p{number}", 8, number)
    for name, text in (("sound", SOUND), ("wrong", WRONG)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "baselines.yaml").write_text(text, encoding="utf-8")
        (tmp_path / name / "targets.yaml").write_text("targets: []", encoding="utf-8")
    (tmp_path / "missing").mkdir()
    return tmp_path


def test_worst_first_and_counted(packs):
    done = run("verify-baselines", "sound", "wrong", "missing", lang="en", columns=100, cwd=packs)
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines[3:] if line and not line.startswith(" ")] == [
        "missing",
        "wrong",
        "sound",
        "Next:",
    ]
    assert lines[0] == "3 packs: 1 could not be judged, 1 has findings."
    assert lines[-1] == "Next: shizhong verify-baselines missing (this pack check by check)"
    assert "a.restatement@2025" in done.out
    assert "Y001" in done.out
    assert (done.code, done.err) == (1, "")


def test_sound_packs_are_no_finding(packs):
    (packs / "list.txt").write_text("# two\nsound\n\np*\n".replace("p*\n", "sound\n"), encoding="utf-8")
    assert run("verify-baselines", "list.txt", lang="en", cwd=packs).code == 0


def test_one_folder_is_a_pack_as_with_data(packs):
    assert run("verify-baselines", "sound", cwd=packs) == run("verify-baselines", "--data", "sound", cwd=packs)


def test_json_has_a_line_for_each_in_the_order_given(packs):
    done = run("verify-baselines", "wrong", "missing", "sound", "--format", "json", cwd=packs)
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["pack"] for line in lines] == ["wrong", "missing", "sound"]
    assert [bool(line["problems"]) for line in lines] == [False, True, False]
    alone = json.loads(run("verify-baselines", "sound", "--format", "json", cwd=packs).out)
    assert {**alone, "pack": "sound", "problems": []} == lines[2]


def test_the_same_from_one_process_and_from_two(packs):
    folders = [str(path) for path in sorted(packs.iterdir())]
    question = Question(Selection(), Language.ZH, Depth.FULL)
    one, two = (list(answers(Asked(question, judge_pack, judged_bad), folders, processes)) for processes in (1, 2))
    assert len(one) == 13
    assert one == two
    assert [judged.short.pack for judged in two] == folders


@pytest.mark.parametrize(
    "arguments", [["--explain", "a"], ["--all"], ["--data", "sound"], ["--format", "sarif"]], ids=" ".join
)
def test_what_is_for_one_pack_is_refused(packs, arguments):
    done = run("verify-baselines", "sound", "wrong", *arguments, lang="en", cwd=packs)
    assert done.code == 2
    assert "is for one pack" in done.err


def test_a_pattern_that_finds_nothing_is_said(packs):
    done = run("verify-baselines", "nothing*", lang="en", cwd=packs)
    assert (done.code, done.out) == (2, "")
    assert "nothing*: Y001" in done.err


def test_the_same_seed_gives_the_same_packs(tmp_path):
    for folder in ("one", "two"):
        WRITE_PACK(tmp_path / folder, 40, 7)
    assert len({(tmp_path / folder / "baselines.yaml").read_bytes() for folder in ("one", "two")}) == 1


def test_jobs_change_nothing_that_is_said(packs):
    asked = [run("verify-baselines", "p*", "wrong", "missing", *jobs, cwd=packs) for jobs in ([], ["--jobs", "1"])]
    assert asked[0] == asked[1]
    assert run("verify-baselines", "p*", "--jobs", "0", cwd=packs).code == 2
