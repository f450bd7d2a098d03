"""No line of any page parts a number from its unit, nor holds one character alone."""

from __future__ import annotations

import re
from functools import cache

import pytest
from rich.cells import cell_len
from running import ROOT, run

from shizhong_cli.core.figure.characters import FIRST_CHINESE
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.rendering.formats import terminal as table
from shizhong_cli.rendering.formats.terminal import fold, laid_out
from shizhong_cli.rendering.pages.sheet import Grid

HALF_YEAR = "tests/data/ledgers/half_year.csv"
PLAN = ["--data", "examples/five_year_plan", "--actuals", "examples/five_year_plan/actuals.csv"]
TWO = ["examples/yunting-2025", "examples/yunting-2026"]
TYPED = ["--actual", "gdp=5.2%", "--actual", "foreign_capital_used=0.9亿美元", "--actual", "tech_smes=605家"]
COMMANDS = [
    ["status", "--as-of", "2026-Q3", *TYPED],
    ["status", "--actuals", HALF_YEAR, "--compare", "2026-Q1"],
    ["status", "--data", TWO[1], "--compare-with", "."],
    ["status", *PLAN],
    ["months", *PLAN],
    ["months", "--actuals", HALF_YEAR],
    ["months", "--actuals", HALF_YEAR, "--by", "季", "新招引项目"],
    ["gap", "foreign_capital_used", "--actual", "0.9亿美元", "--as-of", "2026-09-30", "--explain"],
    ["gap", "foreign_capital_used", "gdp", "--actuals", HALF_YEAR],
    ["gap", "new_energy_vehicle_scale", "--actual", "20亿元", "--as-of", "2026", "--explain"],
    ["show", "gdp"],
    ["show", "foreign_capital_used", "--actuals", HALF_YEAR],
    ["ledger", "--actuals", HALF_YEAR],
    ["verify-baselines", "--explain", "gdp_per_capita"],
    ["settle", *TWO, "--text", "examples/yunting-2026/report.txt"],
    ["settle", *TWO, "examples/yunting-2027"],
    ["coverage", "examples/yunting-2026/report.txt", "--data", TWO[1]],
    ["scan", "examples/yunting-2026/report.txt"],
]
OF_EVERY_PACK = [
    ["status"],
    ["status", "--brief"],
    ["status", "--sort", "report"],
    ["verify-baselines"],
    ["verify-baselines", "--all"],
    ["export"],
]
PACKS = [".", "examples/five_year_plan", *TWO, "examples/yunting-2027"]


def _any_of(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


CHINESE = _any_of({unit for unit in BUILT_IN if unit >= FIRST_CHINESE})
ENGLISH = _any_of({unit.name_en for unit in BUILT_IN.values() if "a" <= unit.name_en[0].lower() <= "z"} | {"USD"})
QUANTITY = re.compile(
    r"(?<![\d.A-Za-z/-])(?:[≥≤<>]\s)?[-−+]?\d[\d,]*(?:\.\d+)?%?"
    rf"(?:\s?(?:(?:万亿|[亿万千百])(?:{CHINESE})?|(?:{CHINESE}))"
    rf"|(?:\s(?:bn|m)\b)?\s(?:{ENGLISH})(?![A-Za-z])|\s(?:bn|m)\b)?"
)
"""Written down anew, so that what folds a line is not asked whether it did."""


@cache
def sheets() -> list[tuple]:
    """Every page that the commands make, in both languages, before it is as wide as anything."""
    caught: list[tuple] = []
    every = COMMANDS + [[*command, "--data", pack] for command in OF_EVERY_PACK for pack in PACKS]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "write_table", lambda sheet, _: caught.append(sheet))
        for lang in ("zh", "en"):
            for command in every:
                assert run(*command, lang=lang, cwd=ROOT).err == ""
    assert len(caught) == 2 * len(every)
    return caught


@cache
def quantities(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in QUANTITY.finditer(text)]


def parted(text: str, lines: list[str]) -> list[str]:
    """The quantities of a text that its lines divide."""
    found, at = [], 0
    for number, line in enumerate(lines):
        start = text.index(line.strip(), at)
        if number:
            found += [text[a:b] for a, b in quantities(text) if a < at and start < b]
        at = start + len(line.strip())
    return found


def lonely(lines: list[str]) -> list[str]:
    """The lines in which one character stands alone, perhaps with a stop."""
    return [line for line in lines if len(lines) > 1 and len(line.strip().strip("，。；：、.,;")) <= 1]


@cache
def faults(text: str, width: int) -> tuple[str, ...]:
    found = []
    for paragraph in text.split("\n"):
        if cell_len(paragraph) > width:
            lines = fold(paragraph, width)
            alone = lonely(lines) if width >= ROOMY else []
            found += [f"{what!r} in {lines}" for what in [*parted(paragraph, lines), *alone]]
    return tuple(found)


ROOMY = 12
"""Cells of a column from which on a word need not be cut so that a sign stands alone."""


def faults_of(sheet, page: int) -> set[str]:
    sheet, widths = laid_out(sheet, page)
    found: set[str] = set()
    for block in sheet:
        if not isinstance(block, Grid):
            found.update(faults(block.text, page))
        elif (shared := widths[block.columns]) is not None:
            for number, width in enumerate(shared):
                texts = [block.columns[number].heading, *(row[number].text for row in block.rows)]
                found.update(fault for text in texts if width for fault in faults(text, width))
    return found


@pytest.mark.parametrize("page", range(60, 141))
def test_no_line_parts_what_belongs_together(page):
    assert {fault for sheet in sheets() for fault in faults_of(sheet, page)} == set()


@pytest.mark.parametrize("page", range(80, 141, 10))
def test_every_table_fits(page):
    """None has to be a list where a terminal is as wide as terminals are."""
    assert [sheet[0] for sheet in sheets() if None in laid_out(sheet, page)[1].values()] == []


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("falls by -7 bn yuan", 11, ["falls by", "-7 bn yuan"]),
        ("1.35 bn US dollars left", 20, ["1.35 bn US dollars", "left"]),
        ("a year 11.36 to 11.38 bn yuan", 23, ["a year", "11.36 to 11.38 bn yuan"]),
        ("a year 11.356 to 11.384 bn yuan", 17, ["a year 11.356 to", "11.384 bn yuan"]),
        ("at least (35 µg/m³ or less)", 14, ["at least", "(35 µg/m³ or", "less)"]),
        ("in all ≥ +11,000 persons", 18, ["in all", "≥ +11,000 persons"]),
        ("share ≤ 100 %", 12, ["share", "≤ 100 %"]),
        ("kept are 0 of 12", 12, ["kept are", "0 of 12"]),
        ("前者157,820.2—157,848.1元/人", 16, ["前者157,820.2—", "157,848.1元/人"]),
        ("合计（2021/2025 年）", 16, ["合计", "（2021/2025 年）"]),
        ("数字相同（160亿元）", 14, ["数字相同", "（160亿元）"]),
        ("PM2.5 concentration", 14, ["PM2.5", "concentration"]),
        ("PM2.5平均浓度", 7, ["PM2.5平", "均浓度"]),
        ("前者，后者 [20.040475, 20.164375)", 24, ["前者，后者", "[20.040475, 20.164375)"]),
        ("后 baselines.yaml:104", 18, ["后 baselines.", "yaml:104"]),
        ("(road_deep_cleaning_rate)", 24, ["(road_deep_cleaning_", "rate)"]),
        ("environment", 10, ["environm", "ent"]),
        ("20.9亿元 → 20.7亿元", 12, ["20.9亿元", "→ 20.7亿元"]),
        ("（虚构）.", 8, ["（虚", "构）."]),
    ],
)  # fmt: skip
def test_where_a_line_ends(text, width, lines):
    assert fold(text, width) == lines


def test_currencies_have_their_codes_where_their_names_do_not_fit():
    narrow = run("status", "--as-of", "2026-Q3", *TYPED, lang="en", columns=80).out
    wide = run("status", "--as-of", "2026-Q3", *TYPED, lang="en", columns=120).out
    assert "-60 m USD" in narrow
    assert "-60 m US dollars" in wide
    assert run("gap", "foreign_capital_used", "90 m USD", lang="en").out.count("-60 m US dollars")
