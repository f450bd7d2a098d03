"""What the pages for developers name is there: paths, commands, tools."""

from __future__ import annotations

import re
import shlex

import pytest
from running import ROOT

PAGES = [ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md"]
PATH = re.compile(r"(?<![\w/.])((?:shizhong_cli|tests|benchmarks|docs|\.ci)/[\w./-]*|[\w-]+\.(?:py|toml|txt|yaml|md))")
MADE = {"expected.txt"}
"""Names of files that are in many folders."""
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def paths_named(text: str) -> set[str]:
    return {match.rstrip(".") for match in PATH.findall(text)} - MADE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_paths_that_it_names_exist(page):
    named = paths_named(page.read_text(encoding="utf-8"))
    assert len(named) >= 8
    assert sorted(path for path in named if not _is_there(path)) == []


def _is_there(path: str) -> bool:
    """A bare name of a page may stand beside the page that names it."""
    return (ROOT / path).exists() or ("/" not in path and (ROOT / "docs" / path).exists())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_name_in_backquotes_that_is_ours_stands_in_the_code(page):
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z][A-Za-z]+)`", text))
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "shizhong_cli").rglob("*.py"))
    assert named
    assert sorted(name for name in named if not re.search(rf"^class {name}\b", source, re.MULTILINE)) == []


def test_the_commands_of_contributing_are_those_of_the_project():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    lines = [line for block in SHELL.findall(text) for line in block.splitlines()]
    assert len(lines) >= 9
    for line in lines:
        for word in shlex.split(line):
            if word.startswith("tests/") or word.endswith(".txt") or word == ".ci/run":
                assert (ROOT / word).exists(), line


def test_everything_that_may_be_imported_is_in_the_table_of_the_house():
    table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## The way")[0]
    for folder in (ROOT / "shizhong_cli").iterdir():
        if folder.is_dir() and (folder / "__init__.py").exists():
            rooms = folder.glob("*/__init__.py") if folder.name == "core" else [folder / "__init__.py"]
            for room in rooms:
                assert f"`shizhong_cli/{room.parent.relative_to(ROOT / 'shizhong_cli').as_posix()}/`" in table
