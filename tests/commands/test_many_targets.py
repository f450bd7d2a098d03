"""The targets of many packs: one line each, worst first, each with the ledger of its own folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import run

BASELINES = """indicators:
  a: {name: 甲, name_en: A, direction: up, figures: [{growth: 5%, period: 2025, section: 一}]}
"""
TARGETS = """targets:
  - {indicator: a, growth: 5%以上, period: 2026, section: 一}
  - {indicator: a, qualitative: 稳中有进, period: 2026, binding: qualitative, section: 一}
"""
LEDGERS = {"ahead": "5.5%", "behind": "4.2%", "silent": "", "odd": "百分之"}


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """One that is ahead, one behind, one without a ledger, one with a row that cannot be read; and one that is none."""
    for name, figure in LEDGERS.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "baselines.yaml").write_text(BASELINES, encoding="utf-8")
        (folder / "targets.yaml").write_text(TARGETS, encoding="utf-8")
        if figure:
            row = f"a,{figure},2026-06,growth"
            (folder / "actuals.csv").write_text(f"indicator,figure,as_of,measure\n{row}\n", encoding="utf-8")
    (tmp_path / "none").mkdir()
    return tmp_path


def rows(packs: Path, *arguments: str) -> dict[str, list[str]]:
    done = run("status", "ahead", "behind", "silent", "odd", "none", *arguments, "--format", "csv", cwd=packs)
    header, *lines = (line.split(",") for line in done.out.lstrip("\ufeff").splitlines())
    return {line[0]: [f"{name} {number}" for name, number in zip(header[1:], line[1:], strict=True) if number != "0"]
            for line in lines}  # fmt: skip


def test_each_is_counted_with_its_own_ledger_worst_first(packs):
    found = rows(packs)
    assert found == {
        "none": ["problems 2"],
        "behind": ["targets 2", "behind 1", "not_quantified 1"],
        "ahead": ["targets 2", "on_track 1", "not_quantified 1"],
        "odd": ["targets 2", "no_data 1", "not_quantified 1", "problems 1"],
        "silent": ["targets 2", "no_data 1", "not_quantified 1"],
    }
    assert list(found) == ["none", "behind", "ahead", "odd", "silent"]


def test_only_what_was_known_on_a_day(packs):
    assert rows(packs, "--as-of", "2026-03")["behind"] == ["targets 2", "no_data 1", "not_quantified 1"]


def test_filters_hold_for_each(packs):
    assert rows(packs, "--binding", "qualitative")["behind"] == ["targets 1", "not_quantified 1"]


def test_the_page_names_what_is_wrong(packs):
    done = run("status", "behind", "odd", "none", lang="en", columns=100, cwd=packs)
    assert "Y001" in done.out
    assert "odd/actuals.csv:2" in done.out.replace("\\", "/")
    lines = done.out.splitlines()
    assert lines[0] == "3 packs, 4 targets; 1 pack could not be read."
    assert lines[-1] == "Next: shizhong check none (why this pack cannot be read)"

    assert (done.code, done.err) == (1, "")


def test_the_page_ends_with_the_worst_pack(packs):
    assert run("status", "ahead", "behind", cwd=packs).out.splitlines()[-1] == (
        "接着可以输入：shizhong status --data behind（逐项看这一套）"
    )


def test_json_has_a_line_for_each_in_the_order_given(packs):
    done = run("status", "silent", "none", "behind", "--format", "json", cwd=packs)
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [(line["pack"], len(line["gaps"]), len(line["problems"])) for line in lines] == [
        ("silent", 2, 0), ("none", 0, 2), ("behind", 2, 0),
    ]  # fmt: skip
    one = run("status", "--data", "behind", "--actuals", "behind/actuals.csv", "--sort", "report", "--format", "json",
              cwd=packs)  # fmt: skip
    assert lines[2]["gaps"] == json.loads(one.out)["gaps"]


@pytest.mark.parametrize(("failing", "code"), [("behind", 1), ("missed", 0)])
def test_what_fails_is_asked_for(packs, failing, code):
    assert run("status", "behind", "silent", "--fail-on", failing, cwd=packs).code == code


def test_jobs_change_nothing(packs):
    one, two = (run("status", "ahead", "behind", "odd", "--jobs", number, cwd=packs) for number in ("1", "2"))
    assert one == two


@pytest.mark.parametrize(
    "arguments", [["--actual", "5%"], ["--top", "3"], ["--data", "ahead"], ["--brief"]], ids=" ".join
)
def test_what_is_for_one_pack_is_refused(packs, arguments):
    done = run("status", "ahead", "behind", *arguments, lang="en", cwd=packs)
    assert done.code == 2
    assert "is for one pack" in done.err


def test_one_folder_is_a_pack_as_with_data_and_its_own_ledger(packs):
    (packs / "actuals.csv").write_bytes((packs / "ahead" / "actuals.csv").read_bytes())  # is of another place
    own = ("--actuals", "behind/actuals.csv")
    assert run("status", "behind", cwd=packs) == run("status", "--data", "behind", *own, cwd=packs)
    named = run("status", "behind", *own, "--format", "json", cwd=packs)
    assert run("status", "behind", "--format", "json", cwd=packs) == named
    assert run("status", "ahead", "--format", "json", cwd=packs).out != named.out
    silent = json.loads(run("status", "silent", "--format", "json", cwd=packs).out)["gaps"]
    assert [gap["actual"] for gap in silent] == [None, None]  # it has no ledger, and takes none from elsewhere
