"""Whole outputs on the shipped data, stored and compared; SHIZHONG_REFRESH=1 stores them anew."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from running import ROOT, run

from shizhong_cli.cli import COMMANDS
from shizhong_cli.reading import clock

STORED = ROOT / "tests" / "outputs"

STATUS_ACTUALS = [
    "status", "--as-of", "2026-Q3", "--actual", "gdp=5.2%", "--actual", "新招引项目=250个",
    "--actual", "foreign_capital_used=0.9亿美元", "--actual", "tech_smes=605", "--actual", "retail_sales=3.1%",
    "--actual", "black_odorous_water_bodies=0",
]  # fmt: skip
CASES = {
    "help": ["--help"],
    "help-status": ["status", "--help"],
    "help-gap": ["gap", "--help"],
    "help-record": ["record", "--help"],
    "status": ["status"],
    "status-brief": ["status", "--brief"],
    "status-actuals": STATUS_ACTUALS,
    "gap-plain": ["gap", "--indicator", "gdp"],
    "gap-growth": ["gap", "--indicator", "gdp", "--actual", "5.2%", "--as-of", "2026-Q3", "--explain"],
    "gap-flow": ["gap", "-i", "foreign_capital_used", "--actual", "0.9亿美元", "--as-of", "2026-09-30", "--explain"],
    "gap-level-for-growth": ["gap", "-i", "gdp", "--actual", "1520亿元"],
    "gap-years-ahead": ["gap", "-i", "new_energy_vehicle_scale", "--actual", "20亿元", "--as-of", "2026", "--explain"],
    "months": ["months", "--actuals", "tests/data/ledgers/half_year.csv"],
    "quarters": ["months", "--actuals", "tests/data/ledgers/half_year.csv", "--by", "季", "新招引项目"],
    "verify-baselines": ["verify-baselines"],
    "show": ["show", "four_up_enterprises"],
    "coverage": ["coverage", "tests/data/numbers.csv"],
    "check": ["check"],
    "ledger": ["ledger", "--actuals", "tests/data/ledgers/half_year.csv"],
    "show-target": ["show", "foreign_capital_used", "--actuals", "tests/data/ledgers/half_year.csv"],
    "gap-history": ["gap", "foreign_capital_used", "gdp", "--actuals", "tests/data/ledgers/half_year.csv"],
    "status-many": ["status", ".", "examples/yunting-2025", "examples/yunting-2026", "examples/five_year_plan"],
    "verify-many": ["verify-baselines", ".", "examples/yunting-2025", "examples/yunting-2026"],
    "verify-all": ["verify-baselines", "--all"],
    "verify-explain": ["verify-baselines", "--explain", "gdp_per_capita"],
    "scan": ["scan", "tests/data/speech.txt"],
    "help-settle": ["settle", "--help"],
    "settle": [
        "settle",
        "examples/yunting-2025",
        "examples/yunting-2026",
        "--text",
        "examples/yunting-2026/report.txt",
    ],
    "settle-years": ["settle", "examples/yunting-2025", "examples/yunting-2026", "examples/yunting-2027"],
    "status-beside": ["status", "--data", "examples/yunting-2026", "--compare-with", ".", "--section", "主要预期目标"],
}


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CASES)
def test_output(name, lang, columns):
    ran = run(*CASES[name], lang=lang, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    compare(STORED / f"{name}.{lang}.{columns}.txt", ran.out)


NEEDS_MORE = [name for name in COMMANDS if name not in ("status", "verify-baselines", "export", "check")]
MONTH = [
    "init mine", "check mine", "record gdp 5.3% --as-of 2026-Q3", "record 社零 2.9% --as-of 2026-Q3", "ledger",
    "gap gdp", "status --brief", "template --output sheet.csv", "report --output page.html", "rollover --output next",
    "convert 1600亩 公顷", "gap gpd", "show four_up_enterprises", "record gdp 5，3% --as-of 2026-10",
]  # fmt: skip
"""What somebody types in the first month."""


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_commands_alone(lang, columns, tmp_path):
    """What a command says that cannot do anything without more."""
    compare(STORED / f"alone.{lang}.{columns}.txt", said(NEEDS_MORE, lang, columns, tmp_path))


TEXT = [
    "scan report.txt", "draft report.txt --output mine --year 2026", "check mine", "coverage report.txt --data mine",
    "verify-baselines --data mine", "status --data mine", "export --data mine", "assign bodies.csv --data mine",
    "convert 1.5亿美元 亿元 --rate 1美元=7.1元@2026-09-30", "draft report.txt --output mine",
]  # fmt: skip
"""What somebody types who has the text of a report."""


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_text_of_ones_own(lang, columns, tmp_path):
    (tmp_path / "report.txt").write_bytes((ROOT / "docs" / "example.txt").read_bytes())
    (tmp_path / "bodies.csv").write_text("indicator,responsible\n地区生产总值,统计局\n", encoding="utf-8")
    compare(STORED / f"text.{lang}.{columns}.txt", said(TEXT, lang, columns, tmp_path))


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_first_month(lang, columns, tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 10, 12, 9, tzinfo=timezone(timedelta(hours=8))))
    compare(STORED / f"month.{lang}.{columns}.txt", said(MONTH, lang, columns, tmp_path))


def said(commands: Sequence[str], lang: str, columns: int, folder: Path) -> str:
    """Each command with all that it says, and its exit code where that is not 0."""
    texts = []
    for command in commands:
        ran = run(*shlex.split(command), lang=lang, columns=columns, cwd=folder)
        end = f"(exit {ran.code})\n" if ran.code else ""
        texts.append(f"$ shizhong {command}\n{ran.out}{ran.err}{end}")
    return "\n".join(texts)


@pytest.mark.parametrize("format", ["json", "csv", "markdown"])
@pytest.mark.parametrize(
    "name", ["status-actuals", "gap-growth", "verify-baselines", "show", "coverage", "settle", "months"]
)
def test_format(name, format):
    ran = run(*CASES[name], "--format", format)
    assert (ran.code, ran.err) == (0, "")
    compare(STORED / f"{name}.{format}", ran.out)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["settle", "settle-years"])
def test_page_for_a_browser(name, lang):
    ran = run(*CASES[name], "--format", "html", lang=lang)
    assert (ran.code, ran.err) == (0, "")
    compare(STORED / f"{name}.{lang}.html", ran.out)


def compare(path: Path, text: str) -> None:
    text = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("SHIZHONG_REFRESH") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{path.name} is not stored; run with SHIZHONG_REFRESH=1 and read it"
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_page(columns):
    from rich.cells import cell_len

    for path in STORED.glob(f"*.{columns}.txt"):
        if path.name.startswith(("alone", "month", "text")):
            continue  # what is told beside the results is folded by the terminal
        wide = [line for line in path.read_text(encoding="utf-8").splitlines() if cell_len(line) > columns]
        assert not wide, (path.name, wide[:3])
