"""The READMEs run: every ``console`` block is executed and compared; SHIZHONG_REFRESH=1 writes the outputs anew."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from running import ROOT, run

from shizhong_cli.reading.checks import load_checked

READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
BLOCK = re.compile(r"```console\n\$ shizhong (?P<command>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_commands_print_what_is_shown(readme):
    text = readme.read_text(encoding="utf-8")
    fresh = BLOCK.sub(_block, text)
    if os.environ.get("SHIZHONG_REFRESH") == "1":
        readme.write_text(fresh, encoding="utf-8", newline="\n")
        text = fresh
    assert len(BLOCK.findall(text)) >= 6
    assert text == fresh


def _block(match: re.Match[str]) -> str:
    ran = run(*shlex.split(match["command"]), lang=None)
    assert (ran.code, ran.err) == (0, "")
    lines = [line.rstrip() for line in ran.out.strip("\n").splitlines()]
    return "```console\n$ shizhong " + match["command"] + "\n" + "\n".join(lines) + "\n```"


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
