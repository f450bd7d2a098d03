"""In CI: files are named from the root of the repository, and a pack that cannot be read is told in every format."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from making import pack
from running import ROOT, Ran, run
from test_verify_formats import annotations, check_schema

WRONG = """
indicators:
  it:
    name: 某
    name_en: It
    direction: up
    figures:
      - {level: 100家, period: 2025, section: 一}
      - {level: 63家, period: 2024, section: 一}
      - {growth: 60%, period: 2025, section: 一}
"""
UNREADABLE = WRONG.replace("100家", "100斗").replace("direction: up", "direction: upwards")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a pack in a folder, and another folder beside it."""
    for name in (".git", "figures", "tools"):
        (tmp_path / name).mkdir()
    pack(tmp_path / "figures", WRONG)
    return tmp_path


def verified(folder: Path, data: str, format: str, **more: str) -> Ran:
    return run("verify-baselines", "--data", data, "--format", format, lang="en", cwd=folder, environment=more)


def file_named_by(ran: Ran, format: str) -> str:
    """The file of the first finding."""
    if format == "github":
        return annotations(ran.out)[0][1]["file"]
    if format == "junit":
        return ElementTree.fromstring(ran.out).find(".//failure").text.rpartition(":")[0]
    result = json.loads(ran.out)["runs"][0]["results"][0]
    return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


@pytest.mark.parametrize("format", ["github", "sarif", "junit"])
@pytest.mark.parametrize(("folder", "data"), [(".", "figures"), ("tools", "../figures"), ("figures", ".")])
def test_files_are_named_from_the_root_of_the_repository(repository, folder, data, format):
    ran = verified(repository / folder, data, format)
    assert (ran.code, ran.err) == (1, "")
    assert file_named_by(ran, format) == "figures/baselines.yaml"


def test_the_runner_says_where_the_root_is(repository):
    (repository / ".git").rmdir()
    ran = verified(repository / "figures", ".", "github", GITHUB_WORKSPACE=str(repository))
    assert file_named_by(ran, "github") == "figures/baselines.yaml"


def test_outside_a_repository_files_are_named_from_the_working_folder(repository):
    (repository / ".git").rmdir()
    assert file_named_by(verified(repository, "figures", "github"), "github") == "figures/baselines.yaml"
    assert file_named_by(verified(repository / "tools", "../figures", "github"), "github") == "baselines.yaml"


@pytest.fixture
def unreadable(repository: Path) -> Path:
    pack(repository / "figures", UNREADABLE)
    return repository


def test_problems_are_annotations(unreadable):
    ran = verified(unreadable / "tools", "../figures", "github")
    found = annotations(ran.out)
    assert ran.code == 2
    assert [(level, p.get("file"), p.get("line"), p["title"]) for level, p, _ in found] == [
        ("error", "figures/baselines.yaml", "6", "K003"),
        ("error", "figures/baselines.yaml", "8", "F002"),
        ("notice", None, None, "shizhong verify-baselines"),
    ]
    assert found[-1][2] == "The data cannot be read: 2 problems."
    assert ran.err.count("baselines.yaml") == 2


def test_problems_are_results_of_a_run_that_failed(unreadable):
    ran = verified(unreadable, "figures", "sarif")
    (made,) = json.loads(ran.out)["runs"]
    assert ran.code == 2
    assert made["invocations"] == [{"executionSuccessful": False}]
    rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    assert [(r["ruleId"], r["level"], rules[r["ruleIndex"]]) for r in made["results"]] == [
        ("problem/K003", "error", "problem/K003"),
        ("problem/F002", "error", "problem/F002"),
    ]
    places = [result["locations"][0]["physicalLocation"] for result in made["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"figures/baselines.yaml"}
    assert [place["region"]["startLine"] for place in places] == [6, 8]


def test_problems_are_test_cases_in_error(unreadable):
    ran = verified(unreadable, "figures", "junit")
    root = ElementTree.fromstring(ran.out)
    check_schema(root)
    assert (ran.code, root.get("tests"), root.get("errors"), root.get("failures")) == (2, "2", "2", "0")
    assert [error.get("type") for error in root.iter("error")] == ["K003", "F002"]
    assert next(root.iter("error")).text == "figures/baselines.yaml:6"


def test_the_summary_is_written_in_the_same_run(repository):
    ran = run("verify-baselines", "--data", "figures", "--format", "github", "--summary", "sum.md", cwd=repository)
    assert ran.code == 1
    assert ran.out.startswith("::error file=figures/baselines.yaml,")
    assert "### 矛盾 (1)" in (repository / "sum.md").read_text("utf-8")


def test_the_action_verifies_once():
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    commands = "\n".join(step.get("run", "") for step in action["runs"]["steps"])
    assert commands.count("shizhong verify-baselines") == 1
    assert 'pip install --quiet "$SOURCE"' in commands


def test_the_hook_finds_packs_in_subfolders(repository):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository / "good").mkdir()
    pack(repository / "good", WRONG.replace("60%", "58.7%"))
    _, *arguments = hook["entry"].split()
    command = [sys.executable, *arguments]
    good, bad = "good/targets.yaml", "figures/baselines.yaml"

    def code(*files: str) -> int:
        return subprocess.run([*command, *files], cwd=repository, check=False, capture_output=True).returncode

    assert (code(good), code(bad), code(good, bad)) == (0, 1, 1)
