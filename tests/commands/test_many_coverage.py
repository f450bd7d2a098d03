"""The texts of many packs: each with the report in its own folder or as a list says, worst first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import run

BASELINES = """indicators:
  a: {name: 甲, name_en: A, direction: up, figures: [{flow: 12亿元, period: 2025, section: 一}]}
"""
TEXTS = {
    "whole": "一、回顾\n甲完成12亿元。\n",
    "less": "一、回顾\n甲完成21亿元、乙完成35亿元。\n",
    "other": "一、回顾\n甲完成13亿元。\n",
    "silent": None,
}


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """One that is complete, two with numbers left over, one without a text; and one that is none."""
    for name, text in TEXTS.items():
        folder = tmp_path / name
        folder.mkdir()
        sections = BASELINES.replace("indicators:", "sections: {一: 回顾}\nindicators:")
        (folder / "baselines.yaml").write_text(sections, encoding="utf-8")
        (folder / "targets.yaml").write_text("targets: []\n", encoding="utf-8")
        if text:
            (folder / "report.txt").write_text(text, encoding="utf-8")
    (tmp_path / "none").mkdir()
    return tmp_path


ALL = ("whole", "silent", "less", "none", "other")


def test_each_is_compared_with_its_own_text_worst_first(packs):
    done = run("coverage", *ALL, "--format", "csv", cwd=packs)
    header, *lines = done.out.lstrip("\ufeff").replace("\\", "/").splitlines()
    assert header == "pack,text,complete,matched,undeclared,unmatched,misplaced,outdated,problems"
    assert lines == [
        "none,,false,,,,,,2",
        "silent,,false,,,,,,1",
        "less,less/report.txt,false,0,2,1,0,0,0",
        "other,other/report.txt,false,0,1,1,0,0,0",
        "whole,whole/report.txt,true,1,0,0,0,0,0",
    ]
    assert done.code == 1


def test_the_page_says_how_many_are_complete_and_what_is_wrong(packs):
    done = run("coverage", *ALL, lang="en", columns=100, cwd=packs)
    lines = done.out.replace("\\", "/").splitlines()
    assert lines[0] == "5 packs: 1 complete both ways, 2 could not be compared."
    assert "silent/report.txt: Y001 cannot be read: no such file or folder" in lines
    assert lines[-1] == "Next: shizhong coverage none (why this pack cannot be read)"


def test_json_has_a_line_for_each_in_the_order_given(packs):
    done = run("coverage", *ALL, "--format", "json", cwd=packs)
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [(line["pack"], line["complete"], len(line["problems"])) for line in lines] == [
        ("whole", True, 0), ("silent", False, 1), ("less", False, 0), ("none", False, 2), ("other", False, 0),
    ]  # fmt: skip
    assert len({tuple(line) for line in lines}) == 1
    alone = json.loads(run("coverage", "less/report.txt", "--data", "less", "--format", "json", cwd=packs).out)
    del alone["file"]
    assert alone.items() <= lines[2].items()


def test_a_list_says_which_text(packs):
    (packs / "list.txt").write_text("# two\nother\twhole/report.txt\n\nless\n", encoding="utf-8")
    done = run("coverage", "--list", "list.txt", "--format", "csv", cwd=packs)
    assert [line.rsplit(",", 7)[0].replace("\\", "/") for line in done.out.splitlines()[1:]] == [
        "less,less/report.txt", "other,whole/report.txt",
    ]  # fmt: skip
    assert ",true,1,0,0,0,0,0" in done.out


def test_all_complete_is_no_finding(packs):
    (packs / "list.txt").write_text("whole\nother\twhole/report.txt\n", encoding="utf-8")
    assert run("coverage", "--list", "list.txt", cwd=packs).code == 0


def test_jobs_change_nothing(packs):
    one, two = (run("coverage", *ALL, "--format", "json", "--jobs", number, cwd=packs) for number in ("1", "2"))
    assert one == two


def test_one_folder_is_a_text_with_its_data(packs):
    assert run("coverage", "less", cwd=packs) == run(
        "coverage", str(Path("less", "report.txt")), "--data", "less", cwd=packs
    )


@pytest.mark.parametrize(
    "arguments", [["--data", "less"], ["--excluded"], ["--index", "i.csv"], ["--format", "github"]], ids=" ".join
)
def test_what_is_for_one_pack_is_refused(packs, arguments):
    done = run("coverage", "less", "whole", *arguments, lang="en", cwd=packs)
    assert done.code == 2
    assert "is for one pack" in done.err


def test_a_pattern_that_finds_nothing_is_said(packs):
    done = run("coverage", "nothing*", lang="en", cwd=packs)
    assert (done.code, done.out) == (2, "")
    assert "nothing*: Y001" in done.err


def test_a_list_that_is_not_there_is_told_by_its_name(tmp_path):
    ran = run("coverage", "--list", "none.lst", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("none.lst: Y001 ")
