"""READMEs and guides run: each ``console`` block is executed and compared; SHIZHONG_REFRESH=1 writes outputs anew.

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

from shizhong_cli.reading import clock
from shizhong_cli.reading.pack.checks import load_checked

READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
GUIDES = [ROOT / "docs" / "guide.md", ROOT / "docs" / "guide.zh-CN.md"]
PAGES = READMES + GUIDES
LONGEST_README = 200
BLOCK = re.compile(r"```console\n\$ shizhong (?P<command>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)
COMMANDS = re.compile(r"```sh\n(?P<lines>.*?)```", re.DOTALL)
EITHER = re.compile(f"{BLOCK.pattern}|{COMMANDS.pattern}", re.DOTALL)
STORY = re.compile(r"(?<=<!-- story -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)
NEW_YEAR = datetime(2027, 1, 31, 9, tzinfo=timezone(timedelta(hours=8)))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_print_what_is_shown(page, tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NEW_YEAR)
    text = page.read_text(encoding="utf-8")
    before, *story = STORY.split(text)
    fresh = _shown(before, ROOT)
    if story:
        fresh += _played(story[0], tmp_path) + _shown(story[1], ROOT)
    if os.environ.get("SHIZHONG_REFRESH") == "1":
        page.write_text(fresh, encoding="utf-8", newline="\n")
        text = fresh
    assert len(BLOCK.findall(text)) >= 3
    assert text == fresh
    if page in GUIDES:
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
            assert ran.code == 0, line
            assert "注意" not in ran.err, line
        return match[0]

    return EITHER.sub(block, story)


def _printed(command: str, folder: Path) -> str:
    ran = run(*shlex.split(command), lang=None, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    lines = [line.rstrip() for line in ran.out.strip("\n").splitlines()]
    return "```console\n$ shizhong " + command + "\n" + "\n".join(lines) + "\n```"


@pytest.mark.parametrize("pair", [READMES, GUIDES], ids=["readme", "guide"])
def test_both_have_the_same_blocks(pair):
    english, chinese = (path.read_text(encoding="utf-8") for path in pair)
    for language in ("console", "sh"):
        assert english.count(f"```{language}\n") == chinese.count(f"```{language}\n")
    assert re.findall(r"```sh\n.*?```", english, re.DOTALL) == re.findall(r"```sh\n.*?```", chinese, re.DOTALL)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_a_readme_is_short(readme):
    assert len(readme.read_text(encoding="utf-8").splitlines()) <= LONGEST_README


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_the_example_files_load(guide, tmp_path):
    blocks = re.findall(r"```yaml\n# (baselines|targets)\.yaml\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
    assert [name for name, _ in blocks] == ["baselines", "targets"]
    for name, text in blocks:
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    catalogue, _ = load_checked(tmp_path)
    assert (len(catalogue.baselines), len(catalogue.targets)) == (2, 1)


def test_links_lead_somewhere():
    for page in (*READMES, ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / Path(link)).exists(), (page.name, link)
