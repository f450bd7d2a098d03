"""Completion, in the shells that are installed, and what they are told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, run

from shizhong_cli import cli
from shizhong_cli.commands.shells import VARIABLE, Shell
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.reading.pack.catalogue import read_catalogue
from shizhong_cli.reading.pack.glance import glance

PARTS = ("夯实筑牢“两网”基座", "培育壮大新兴未来产业", "扩能提质现代服务业")
GOOD = [ROOT, *(folder for folder in sorted((ROOT / "tests" / "examples").glob("good/*")) if folder.is_dir())]


def offered(*words: str, cwd: Path = ROOT) -> list[str]:
    ran = run(*words, environment={VARIABLE: "bash"}, cwd=cwd)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["ga"], ["gap"]),
        (["--lang", ""], ["zh", "en"]),
        (["gap", "gd"], ["gdp", "gdp_per_capita"]),
        (["gap", "地区"], ["地区生产总值"]),
        (["gap", "社会消费品"], ["社会消费品零售总额"]),
        (["gap", "固"], ["固定资产投资", "固投"]),
        (["gap", "新增就业"], ["新增就业"]),  # what people say begins so
        (["show", "失业人员再"], ["失业人员再就业"]),
        (["gap", "消费品零售"], ["社会消费品零售总额"]),  # the only one that has it within
        (["gap", "生产总值"], []),  # several have it within: a shell would take it away
        (["gap", "--ex"], ["--explain"]),
        (["gap", "gdp", "5%", "--as"], ["--as-of", "--assume"]),
        (["status", "--status", "落"], ["落后"]),
        (["status", "--status", "=", "落"], ["落后"]),  # as bash takes it apart
        (["status", "--status=be"], ["--status=behind"]),
        (["status", "--fail-on", "未"], ["未完成"]),
        (["status", "--binding", "预"], ["预期性"]),
        (["status", "--section", "三/（一"], ["三/（一）", *(f"三/（一）/{part}" for part in PARTS)]),
        (["verify-baselines", "--verdict", "only"], ["only_if_truncated"]),
        (["record", "gdp", "5", "--unit", "公"], ["公顷", "公里", "公斤"]),
        (["export", "--format", "j"], ["json"]),
        (["export", "--output", ""], []),  # a file: the shell does that
        (["scan", ""], []),
        (["nothing", ""], []),
    ],
)  # fmt: skip
def test_what_is_offered(words, expected):
    found = offered(*words)
    assert [word for word in expected if word not in found] == []
    if words[-1] != "公":
        assert sorted(found) == sorted(expected)


def test_every_command_and_option_is_offered():
    assert offered("") == list(cli.COMMANDS)
    assert offered() == list(cli.COMMANDS)
    assert "--install-completion" in offered("--")
    assert offered("status", "--")[:3] == ["--actual", "--actuals", "--as-of"]


def test_descriptions_go_to_shells_that_show_them():
    ran = run("gap", "地区", environment={VARIABLE: "zsh"})
    assert ran.out == "地区生产总值\tgdp\n"


def test_names_are_those_of_the_pack_in_force(tmp_path):
    (tmp_path / "baselines.yaml").write_text(
        "indicators:\n    kites: {name: 风筝, name_en: Kites, direction: up}\n", encoding="utf-8"
    )
    (tmp_path / "targets.yaml").write_text(
        "units:\n  盏: {name_en: lamps}\ntargets:\n  - {indicator: kites, level: 9盏, responsible: 区文旅局}\n",
        encoding="utf-8",
    )
    assert offered("gap", "--data", str(tmp_path), "风") == ["风筝"]
    assert offered("status", f"--data={tmp_path}", "--responsible", "") == ["区文旅局"]
    assert "盏" in offered("record", "--data", str(tmp_path), "--unit", "")
    assert offered("gap", "--data", str(tmp_path / "nowhere"), "") == []


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_a_glance_sees_what_reading_finds(folder):
    catalogue, problems = read_catalogue(folder)
    assert not problems
    seen = glance(folder)
    assert list(seen.indicators) == list(catalogue.indicators)
    assert {id: name for id, name in seen.indicators.items() if name and name != catalogue.indicators[id].name} == {}
    assert folder.name == "quoted_and_folded_text" or all(seen.indicators.values())  # a folded name is not seen
    assert list(seen.sections) == list(catalogue.sections)
    assert set(catalogue.units) - set(BUILT_IN) <= set(seen.units) <= set(catalogue.units)
    assert set(seen.bodies) == {target.responsible for target in catalogue.targets if target.responsible}


def test_no_offer_can_be_taken_for_something_else_by_a_shell():
    words = {word for start in ("gap", "record") for word in offered(start, "")}
    assert words
    assert not [word for word in words if set(word) & set(" '\"`$&|;<>()*?[]{}!#~^\\")]
    assert {"gdp", "地区生产总值"} <= words


def test_nothing_is_said_into_a_command_line(monkeypatch):
    monkeypatch.setattr("shizhong_cli.commands.completing.glance", lambda _: 1 / 0)
    ran = run("gap", "", environment={VARIABLE: "bash"})
    assert (ran.code, ran.out, ran.err) == (2, "", "")


# ── set up ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("shell", Shell)
def test_a_script_is_shown(shell):
    ran = run("--show-completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_SHIZHONG_COMPLETE" in ran.out
    assert "VARIABLE" not in ran.out


@pytest.mark.parametrize(
    ("shell", "settings", "line"),
    [("bash", ".bashrc", "source '{home}/.bash_completions/shizhong.sh'"),
     ("zsh", ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit")],
)  # fmt: skip
def test_installing_adds_one_line_once(tmp_path, shell, settings, line):
    (tmp_path / settings).write_text("alias ll='ls -l'", encoding="utf-8")
    for _ in range(2):
        ran = run("--install-completion", shell, environment={"HOME": str(tmp_path)})
        assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / settings).read_text(encoding="utf-8") == f"alias ll='ls -l'\n{line.format(home=tmp_path)}\n"


def test_powershell_knows_its_settings_itself(tmp_path):
    ran = run("--install-completion", "powershell", environment={"HOME": str(tmp_path)})
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])
    assert "shizhong --show-completion powershell >> $PROFILE" in ran.err


def test_the_script_for_powershell_is_as_its_reference_has_it():
    """There is no PowerShell to run it in here: what ``Register-ArgumentCompleter -Native`` documents is looked for.

    Its block gets three values in this order; a result has four texts, none of them empty; what the block changes in
    the session of the user it puts back.
    """
    text = run("--show-completion", "powershell").out
    lines = [line.strip() for line in text.splitlines()]
    assert lines[0] == "Register-ArgumentCompleter -Native -CommandName shizhong -ScriptBlock {"
    assert lines[1] == "param($wordToComplete, $commandAst, $cursorPosition)"
    results = re.findall(r"\[System\.Management\.Automation\.CompletionResult\]::new\((.*)\)", text)
    assert results == ["$word, $word, 'ParameterValue', $text"]
    assert "if (-not $text) { $text = $word }" in lines
    within, behind = text.split("} finally {")
    changed = re.findall(r"^ +(\$env:[A-Z_]+|\[Console\]::[A-Za-z]+) = ", within, re.MULTILINE)
    assert len(changed) == 3
    for name in changed:
        assert f"{name} = " in behind or f"Remove-Item {name[1:].replace('env', 'Env')}" in behind, name
    for opening, closing in ("{}", "()", "[]"):
        assert text.count(opening) == text.count(closing)
    assert all(text.count(quotation) % 2 == 0 for quotation in "'\"")
    used = set(re.findall(r"\$([a-zA-Z]+)\b(?!:)", text)) - {"null"}
    given = {"wordToComplete", "commandAst", "cursorPosition"}
    assert used - given <= set(re.findall(r"\$([a-z]+)(?:, \$[a-z]+)? = ", text)) | {"text"}


def test_a_word_of_which_nothing_is_typed_is_two_quotation_marks_in_powershell():
    ran = run("--lang", '""', environment={VARIABLE: "powershell"})
    assert ran.out.splitlines() == ["zh", "en"]


def test_a_shell_that_is_none_is_told():
    ran = run("--install-completion", "tcsh")
    assert ran.code == 2
    assert "bash, zsh, fish, powershell" in ran.err


# ── in the shells themselves ──────────────────────────────────────────────────


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``shizhong`` is the program under test, with an empty home."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "shizhong").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m shizhong_cli "$@"\n', encoding="utf-8")
    (folder / "shizhong").chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(tmp_path), "LANG": "C.UTF-8", "TERM": "xterm"}
    return environment | {"SHIZHONG_LANG": "zh", "PYTHONPATH": str(ROOT)}


def played(shell: str, script: str, home: dict[str, str]) -> list[str]:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [program, *(["-f"] if shell == "zsh" else ["--norc"] if shell == "bash" else []), "-c", script],
        capture_output=True, env=home, cwd=home["HOME"], encoding="utf-8", timeout=30, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


LINES = [(["gap", "地区"], ["地区生产总值"]), (["status", "--status", "落"], ["落后"]), (["ga"], ["gap"])]


def test_in_bash(home):
    script = "shizhong --install-completion bash 2>/dev/null; source ~/.bashrc; complete -p shizhong\n"
    for words, _ in LINES:
        quoted = " ".join(f"'{word}'" for word in ["shizhong", *words])
        script += f"COMP_WORDS=({quoted}); COMP_CWORD={len(words)}; COMPREPLY=(); _shizhong_completion\n"
        script += 'echo "${COMPREPLY[@]}"\n'
    registered, *found = played("bash", script, home)
    assert registered == "complete -o default -F _shizhong_completion shizhong"
    assert found == [" ".join(expected) for _, expected in LINES]


def test_in_fish(home):
    script = "shizhong --install-completion fish 2>/dev/null\n"
    for words, _ in LINES:
        script += f"complete -C 'shizhong {' '.join(words)}'; echo .\n"
    lines = [line.partition("\t")[0] for line in played("fish", script, home)]
    assert lines == [line for _, expected in LINES for line in (*expected, ".")]


def test_in_zsh(home):
    """Each typed into a zsh of its own, with a tabulator; what then stands on its line is printed."""
    (Path(home["HOME"]) / ".zshrc").write_text(
        "PROMPT='> '; unsetopt zle_bracketed_paste\n"
        "show() { print -r -- \"LINE<$BUFFER>\"; exit 0 }; zle -N show; bindkey '^X' show\n",
        encoding="utf-8",
    )
    script = "shizhong --install-completion zsh 2>/dev/null; zmodload zsh/zpty\n"
    for number, (words, _) in enumerate(LINES):  # what is typed behind the tabulator waits until all is completed
        script += f"zpty inner{number} 'zsh -i'; zpty -r inner{number} prompt '*> *'\n"
        script += f"zpty -w -n inner{number} $'shizhong {' '.join(words)}\\t\\x18'\n"
        script += f'while zpty -r inner{number} line; do print -rn -- "$line"; done\n'
    text = "\n".join(played("zsh", script, home))
    found = [f"shizhong {' '.join([*words[:-1], *expected])} " for words, expected in LINES]
    assert re.findall("LINE<(.*)>", text) == found
