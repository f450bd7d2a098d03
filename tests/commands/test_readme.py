"""The READMEs run: every ``console`` block is executed and compared; SHIZHONG_REFRESH=1 writes the outputs anew.

What stands between ``<!-- story -->`` and ``<!-- end -->`` is played in order in an empty folder, at a fixed time.
"""

from __future__ import annotations

import os
import re
import shlex
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from running import ROOT, run

from shizhong_cli.commands import ledger
from shizhong_cli.reading.pack.checks import load_checked

READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
BLOCK = re.compile(r"```console\n\$ shizhong (?P<command>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)
COMMANDS = re.compile(r"```sh\n(?P<lines>.*?)```", re.DOTALL)
EITHER = re.compile(f"{BLOCK.pattern}|{COMMANDS.pattern}", re.DOTALL)
STORY = re.compile(r"(?<=<!-- story -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)
NEW_YEAR = datetime(2027, 1, 31, 9, tzinfo=timezone(timedelta(hours=8)))


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_commands_print_what_is_shown(readme, tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "now", lambda: NEW_YEAR)
    text = readme.read_text(encoding="utf-8")
    before, story, after = STORY.split(text)
    fresh = _shown(before, ROOT) + _played(story, tmp_path) + _shown(after, ROOT)
    if os.environ.get("SHIZHONG_REFRESH") == "1":
        readme.write_text(fresh, encoding="utf-8", newline="\n")
        text = fresh
    assert len(BLOCK.findall(text)) >= 10
    assert text == fresh
    assert {"actuals.csv", "report.html", "status.xlsx"} <= {path.name for path in tmp_path.iterdir()}


def _shown(text: str, folder: Path) -> str:
    return BLOCK.sub(lambda match: _printed(match["command"], folder), text)


def _played(story: str, folder: Path) -> str:
    """The story with the output that its commands have, one after the other."""

    def block(match: re.Match[str]) -> str:
        if match["command"]:
            return _printed(match["command"], folder)
        for line in match["lines"].splitlines():
            ran = run(*shlex.split(line)[1:], cwd=folder)
            assert (ran.code, ran.err) == (0, ""), line
        return match[0]

    return EITHER.sub(block, story)


def _printed(command: str, folder: Path) -> str:
    ran = run(*shlex.split(command), lang=None, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    lines = [line.rstrip() for line in ran.out.strip("\n").splitlines()]
    return "```console\n$ shizhong " + command + "\n" + "\n".join(lines) + "\n```"


def test_both_have_the_same_blocks():
    english, chinese = (path.read_text(encoding="utf-8") for path in READMES)
    for language in ("console", "sh"):
        assert english.count(f"```{language}\n") == chinese.count(f"```{language}\n")
    assert re.findall(r"```sh\n.*?```", english, re.DOTALL) == re.findall(r"```sh\n.*?```", chinese, re.DOTALL)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_example_files_load(readme, tmp_path):
    blocks = re.findall(
        r"```yaml\n# (baselines|targets)\.yaml\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL
    )
    assert [name for name, _ in blocks] == ["baselines", "targets"]
    for name, text in blocks:
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    catalogue, _ = load_checked(tmp_path)
    assert (len(catalogue.baselines), len(catalogue.targets)) == (2, 1)


def test_links_lead_somewhere():
    for page in (*READMES, *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / Path(link)).exists(), (page.name, link)
