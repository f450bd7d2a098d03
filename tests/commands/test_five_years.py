"""The five years of ``docs/five-years.md``: its commands are run, and where the plan stands is checked with a pencil.

R&D goes from 2.1 (2025) to 2.3 (2027) to 2.5 (2030): 2.2, 2.3, 2.3667, 2.4333. PM2.5 goes straight from 38.5 to 35,
which is 0.7 a year but for a leap day: 37.8, 37.1, 36.4, 35.7. The jobs are 60 000 in 1826 days, about 12 000 a year.
"""

from __future__ import annotations

import json
import os

import pytest
from running import ROOT, run
from test_readme import BLOCK, _shown

PAGE = ROOT / "docs" / "five-years.md"
PACK = ["--data", "examples/five_year_plan", "--actuals", "examples/five_year_plan/actuals.csv"]


def test_the_page_shows_what_is_printed() -> None:
    text = PAGE.read_text("utf-8")
    fresh = _shown(text, ROOT)
    if os.environ.get("SHIZHONG_REFRESH") == "1":
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
        text = fresh
    assert len(BLOCK.findall(text)) == 7
    assert text == fresh


@pytest.mark.parametrize(
    ("year", "rd_intensity", "pm25", "new_jobs"),
    [
        (2026, "on_track", "on_track", "behind"),  # 2.20; 37.6; 11 000
        (2027, "behind", "behind", "behind"),  # 2.27; 37.2; 23 500
        (2028, "on_track", "on_track", "on_track"),  # 2.38; 35.9; 36 500 of 36 014 due
        (2029, "on_track", "on_track", "on_track"),  # 2.45; 35.3; 48 800
        (2030, "met", "met", "met"),  # 2.52; 34.8; 60 700
    ],
)
def test_where_the_plan_stands(year: int, rd_intensity: str, pm25: str, new_jobs: str) -> None:
    rows = standings(f"{year}-12-31")
    found = {id: rows[id]["status"] for id in ("rd_intensity", "pm25", "new_jobs")}
    assert found == {"rd_intensity": rd_intensity, "pm25": pm25, "new_jobs": new_jobs}


def test_the_targets_of_2026_are_settled() -> None:
    rows = standings("2026-12-31")
    assert {id: rows[id]["status"] for id in ("gdp", "income", "accidents", "firms", "forest_coverage")} == {
        "gdp": "met",  # 5.2 lies in 5 to 5.5
        "income": "met",  # 5.3 is not less than 5.2
        "accidents": "met",  # 96 of 100
        "firms": "missed",  # 318 / 300 is +6 %
        "forest_coverage": "missed",  # 35.30 - 35.00 = 0.3 of 0.5
    }
    assert rows["accidents"]["used"] == "0.96"
    assert rows["accidents"]["completion"] is None


def standings(day: str) -> dict[str, dict[str, object]]:
    ran = run("status", *PACK, "--as-of", day, "--format", "json", cwd=ROOT)
    assert ran.code == 0, ran.err
    return {row["indicator"]: row for row in json.loads(ran.out)["gaps"]}


def test_it_is_said_to_be_invented() -> None:
    assert "虚构" in (ROOT / "examples/five_year_plan/baselines.yaml").read_text("utf-8")
    assert "invented" in PAGE.read_text("utf-8")
