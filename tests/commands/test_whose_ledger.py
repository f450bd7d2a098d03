"""A ledger belongs to the report that it was kept for: none of its figures answers for another one."""

from __future__ import annotations

import pytest
from making import load
from running import run

OWN = "青溪县2026年政府工作报告"
INDICATORS = """
indicators:
  gdp: {name: 地区生产总值, name_en: Gross regional product, direction: up}
"""
TARGETS = "targets:\n  - {indicator: gdp, growth: 5%, period: 2026, section: 三}\n"


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """Makes data with a title, and gives the options that name them, for a run in a folder with a ledger."""
    monkeypatch.chdir(tmp_path)

    def make(title: str) -> tuple[str, str]:
        folder = tmp_path / "data"
        folder.mkdir(exist_ok=True)
        head = f"report: {{title: {title}}}\n" if title else ""
        load(folder, head + INDICATORS, TARGETS)
        return "--data", str(folder)

    return make


def ledger(title: str) -> None:
    """A ledger whose rows were recorded for a report, or that does not say it."""
    headings, end = ("indicator,as_of,figure,report", f",{title}") if title else ("indicator,as_of,figure", "")
    with open("actuals.csv", "w", encoding="utf-8") as file:
        file.write(f"{headings}\ngdp,2026-06,4.1%{end}\ngdp,2026-09,5.2%{end}\n")


def test_a_new_ledger_says_for_which_report_it_is_kept(pack, tmp_path):
    data = pack(OWN)
    assert run("record", "gdp", "5.2%", "--as-of", "2026-09", *data, cwd=tmp_path).code == 0
    headings, row = (tmp_path / "actuals.csv").read_text("utf-8-sig").splitlines()
    assert (headings.split(",")[-1], row.split(",")[-1]) == ("report", OWN)


def test_a_ledger_from_before_stays_as_it_is(pack, tmp_path):
    data = pack(OWN)
    ledger("")
    assert run("record", "gdp", "5.4%", "--as-of", "2026-10", *data, cwd=tmp_path).code == 0
    lines = (tmp_path / "actuals.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "indicator,as_of,figure,recorded"
    assert lines[-1].startswith("gdp,2026-10,5.4%,")


@pytest.mark.parametrize("kept_for", ["", OWN, "青溪县2025年政府工作报告", "青溪县“十五五”规划纲要", "政府工作报告"])
def test_whose_figures_count(pack, tmp_path, kept_for):
    data = pack(OWN)
    ledger(kept_for)
    ran = run("status", *data, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert "5.2%" in ran.out


REFUSED = [
    (OWN, "A047 台账里的数是为「白溪县2026年政府工作报告」记的，这份数据是「青溪县2026年政府工作报告」"),
    ("2026年政府工作报告", "A048 台账里的数是为「白溪县2026年政府工作报告」记的，这份数据没有写明是哪里的报告"),
    ("", "A048 台账里的数是为「白溪县2026年政府工作报告」记的，这份数据没有写明是哪里的报告"),
]


@pytest.mark.parametrize(("title", "said"), REFUSED)
@pytest.mark.parametrize("command", [["status"], ["gap", "gdp"], ["months"], ["status", "--brief"]])
def test_what_is_found_of_another_place_is_passed_over_and_told(pack, tmp_path, command, title, said):
    data = pack(title)
    ledger("白溪县2026年政府工作报告")
    ran = run(*command, *data, cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.startswith(f"actuals.csv:2:4: {said}")
    assert "台账 actuals.csv 里的数一个也没有用" in ran.err
    assert "5.2%" not in ran.out
    assert "4.1%" not in ran.out


@pytest.mark.parametrize(("title", "said"), REFUSED)
@pytest.mark.parametrize(
    "command",
    [
        ["status", "--actuals", "actuals.csv"],
        ["record", "gdp", "5.5%", "--as-of", "2026-10"],
        ["ledger"],
        ["rollover", "--output", "next"],
        ["report", "--output", "page.html"],
    ],
)
def test_what_is_named_or_written_to_is_refused(pack, tmp_path, command, title, said):
    data = pack(title)
    ledger("白溪县2026年政府工作报告")
    before = (tmp_path / "actuals.csv").read_bytes()
    ran = run(*command, *data, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert (tmp_path / "actuals.csv").read_bytes() == before


def test_one_row_of_another_place_is_enough(pack, tmp_path):
    data = pack(OWN)
    ledger(OWN)
    with open("actuals.csv", "a", encoding="utf-8") as file:
        file.write("gdp,2026-10,9%,白溪县2026年政府工作报告\n")
    ran = run("status", *data, cwd=tmp_path)
    assert (ran.code, ran.err.split(" ")[0]) == (2, "actuals.csv:4:4:")
