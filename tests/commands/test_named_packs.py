"""What the four commands over many are given: folders or texts by name, by a pattern, by a list, in either way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import run

from shizhong_cli.commands.many_drafts import names_of

BASELINES = """sections: {一: 回顾}
indicators:
  a:
    {name: 甲, name_en: A, direction: up, figures: [
      {flow: 12亿元, period: 2025, section: 一}, {growth: 5%, period: 2025, section: 一}]}
"""
TEXT = "甲县2026年政府工作报告\n一、回顾\n2025年，甲完成12亿元，增长5%。\n"
COMMANDS = {
    "verify-baselines": ("verify-baselines",),
    "status": ("status",),
    "coverage": ("coverage",),
    "draft": ("draft", "-o", "out", "--force"),
}
OF_A_TEXT = ("draft",)


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Three packs, each with its text."""
    for name in ("p1", "p2", "q"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "baselines.yaml").write_text(BASELINES, encoding="utf-8")
        (tmp_path / name / "targets.yaml").write_text("targets: []\n", encoding="utf-8")
        (tmp_path / name / "report.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def thing(command: str, name: str) -> str:
    """What the command is about, of a pack."""
    return f"{name}/report.txt" if command in OF_A_TEXT else name


def lines(packs: Path, command: str, *said: str) -> list[str]:
    """What is told of each, as lines of JSON."""
    done = run(*COMMANDS[command], *said, "--format", "json", "--lang", "en", cwd=packs)
    key = "text" if command in OF_A_TEXT else "pack"
    told = [json.loads(line)[key].replace("\\", "/") for line in done.out.splitlines()]
    return [str(Path(one)).replace("\\", "/") for one in told]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("way", ["pattern", "--list", "list", "several"])
def test_one_that_many_were_asked_for_is_told_as_many_are(packs, command, way):
    """A list, a pattern and a repeated name that come to one pack give a page of lines and lines of JSON."""
    one = thing(command, "q")
    (packs / "list.txt").write_text(f"# one\n{one}\n", encoding="utf-8")
    said = {"pattern": [one.replace("q", "q*")], "--list": ["--list", "list.txt"], "list": ["list.txt"],
            "several": [one, one]}[way]  # fmt: skip
    assert lines(packs, command, *said) == [one]
    page = run(*COMMANDS[command], *said, lang="en", cwd=packs)
    assert page.out.startswith(("1 pack", "1 report"))
    assert page.code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_one_typed_plainly_is_told_alone(packs, command):
    done = run(*COMMANDS[command], thing(command, "q"), lang="en", cwd=packs)
    assert "1 pack" not in done.out
    assert "1 report" not in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_list_and_names_go_together_the_list_first(packs, command):
    (packs / "more").mkdir()
    first, second = (f"../{thing(command, name)}" for name in ("q", "p2"))
    (packs / "more" / "list.txt").write_text(f"{first}\n\n# last\n{second}\n", encoding="utf-8")
    wanted = [f"more/{first}", f"more/{second}"]
    assert lines(packs, command, "--list", "more/list.txt", thing(command, "p1")) == [*wanted, thing(command, "p1")]
    assert lines(packs, command, "more/list.txt") == wanted


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("spelling", ["{}", "./{}", "x/../{}", "{absolute}"])
def test_what_is_named_twice_in_any_spelling_is_one_line_and_told(packs, command, spelling):
    (packs / "x").mkdir()
    one, two = thing(command, "p1"), thing(command, "p2")
    again = spelling.format(one, absolute=packs / one)
    once = run(*COMMANDS[command], one, two, lang="en", cwd=packs)
    twice = run(*COMMANDS[command], one, two, again, lang="en", cwd=packs)
    assert (twice.code, twice.out) == (once.code, once.out)
    assert f"named more than once, taken once: {one}" in twice.err
    assert "named more" not in once.err


def test_of_many_that_are_named_twice_a_few_are_told(packs):
    names = [f"none{number}" for number in range(8)]
    done = run("verify-baselines", *names, *names, lang="en", cwd=packs)
    assert "none3, none4 and 3 more" in done.err
    assert "none5" not in done.err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("text", "told"),
    [("# nothing\n", "empty"), ("nowhere\nnor/here\n", "no line names"), (None, "no such file")],
    ids=["empty", "nothing there", "missing"],
)
def test_a_list_that_names_nothing_cannot_be_used(packs, command, text, told):
    if text is not None:
        (packs / "list.txt").write_text(text, encoding="utf-8")
    done = run(*COMMANDS[command], "--list", "list.txt", lang="en", cwd=packs)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("list.txt: Y001 ")
    assert told in done.err


@pytest.mark.parametrize("command", COMMANDS)
def test_one_of_a_list_that_is_not_there_is_in_nobodys_way(packs, command):
    (packs / "list.txt").write_text(f"nowhere\n{thing(command, 'q')}\n", encoding="utf-8")
    assert lines(packs, command, "--list", "list.txt") == ["nowhere", thing(command, "q")]


@pytest.mark.parametrize("command", ["coverage", "draft"])
def test_a_file_by_itself_is_a_text_unless_all_of_it_is_a_list(packs, command):
    """A report is never taken for a list, whatever a line of it is called."""
    (packs / "report.txt").write_text(f"{thing(command, 'q')}\n{TEXT}", encoding="utf-8")
    (packs / "binary.txt").write_bytes(b"\xff\xfe\x00q")
    for name in ("report.txt", "binary.txt"):
        data = ("--data", "q") if command == "coverage" else ()
        done = run(*COMMANDS[command], name, *data, lang="en", cwd=packs)
        assert not done.out.startswith(("1 pack", "1 report"))


@pytest.mark.parametrize("command", ["verify-baselines", "status", "coverage"])
def test_a_list_is_for_many_and_data_for_one(packs, command):
    (packs / "list.txt").write_text("q\n", encoding="utf-8")
    done = run(command, "--list", "list.txt", "--data", "q", lang="en", cwd=packs)
    assert done.code == 2
    assert "--data is for one pack" in done.err


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["a.txt", "b.txt"], "a b"),
        (["甲/report.txt", "乙/report.txt", "b.txt"], "甲 乙 b"),
        (["甲/report.txt", "乙/report.txt", "甲.txt"], "甲-2 乙 甲"),
        (["x/甲/report.txt", "y/甲/report.txt", "乙/report.txt"], "甲 甲-2 乙"),
        (["甲/a.txt", "甲/A.docx", "甲/b.txt"], "a A-2 b"),
        (["甲/a.txt", "甲/a.md", "甲/a-2.txt"], "a a-3 a-2"),
        (["甲/a.txt", "甲/a.md", "乙/a.txt"], "甲 甲-2 乙"),
        (["甲/a.txt", "乙/a.txt", "丙/b.txt", "丁/b.txt", "甲/b.txt"], "甲 乙 丙 丁 甲-2"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_two_drafts_are_called_alike(texts, names):
    named = names_of(texts)
    assert [one.text for one in named] == texts
    assert " ".join(one.name for one in named) == names


def test_three_thousand_called_alike_are_numbered_without_trying_each_again():
    named = names_of([f"{number}/2025/report.txt" for number in range(3000)])
    assert len({one.name.casefold() for one in named}) == 3000
    assert named[-1].name == "report-3000"
