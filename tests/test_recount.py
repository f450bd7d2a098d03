"""The recount agrees with the program on the shipped data, and can fail: it finds what is altered in the output."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from recount import Relation
from recount_figures import Pack
from running import ROOT, run

SCRIPT, DATA = Path(__file__).with_name("recount.py"), [str(ROOT / "targets.yaml"), str(ROOT / "baselines.yaml")]


def recounted(output: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The script as a person runs it, in an interpreter of its own."""
    checks = folder / "checks.json"
    checks.write_text(output, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", str(SCRIPT), *DATA, str(checks)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def output() -> str:
    return run("verify-baselines", "--data", str(ROOT), "--format", "json").out


@pytest.fixture(scope="module")
def unaltered(output: str, tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    return recounted(output, tmp_path_factory.mktemp("unaltered"))


def test_every_check_and_power_of_the_shipped_data_is_recounted(
    output: str, unaltered: subprocess.CompletedProcess[str]
) -> None:
    count = len(json.loads(output)["checks"])
    assert count > 50
    assert unaltered.stdout == f"{count} checks recounted, 0 disagreements\n", unaltered.stderr
    assert unaltered.returncode == 0


def first(checks: list[dict[str, Any]], wanted: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    return next(check for check in checks if wanted(check))


def alter_verdict(checks: list[dict[str, Any]]) -> str:
    one = first(checks, lambda c: c["verdict"] == "consistent")
    one["verdict"] = "inconsistent"
    return f"{one['id']}: verdict: recounted consistent, the output says inconsistent"


def alter_end(checks: list[dict[str, Any]]) -> str:
    one = first(checks, lambda c: c["id"] == "four_up_enterprises.implied_base@2025:2020")
    one["implied"]["low"] = "2910001/3091"
    return f"{one['id']}: implied: recounted (2910000/3091, 2910000/3089], the output says (2910001/3091, 2910000/3089]"


def alter_openness(checks: list[dict[str, Any]]) -> str:
    one = first(checks, lambda c: c["id"] == "industry_structure")
    one["computed"]["high_closed"] = True
    return f"{one['id']}: computed: recounted [1997/2000, 2003/2000), the output says [1997/2000, 2003/2000]"


def alter_power(checks: list[dict[str, Any]]) -> str:
    one = first(checks, lambda c: c["id"] == "industry_structure")
    one["power"] = "31/35"
    return f"{one['id']}: power: recounted 32/35, the output says 31/35"


def alter_whole_numbers(checks: list[dict[str, Any]]) -> str:
    one = first(checks, lambda c: c["id"] == "government_services_online")
    one["implied"]["whole_numbers"]["last"] = "1166"
    return f"{one['id']}: whole_numbers: recounted (1, 1165, 1165), the output says (1, 1165, 1166)"


def alter_figures(checks: list[dict[str, Any]]) -> str:
    one = first(checks, lambda c: c["id"] == "industry_structure")
    one["figures"].pop()
    return f"{one['id']}: figures: recounted"


def alter_slips(checks: list[dict[str, Any]]) -> str:
    one = first(checks, lambda c: c["id"] == "industry_structure")
    one["slips"] += 1
    return f"{one['id']}: slips: recounted"


def leave_one_out(checks: list[dict[str, Any]]) -> str:
    checks.remove(first(checks, lambda c: c["id"] == "finance_within_tertiary"))
    return "finance_within_tertiary: declared and not in the output"


def leave_one_out_that_is_found(checks: list[dict[str, Any]]) -> str:
    checks.remove(first(checks, lambda c: c["id"] == "high_tech_enterprises.multiple@2025:2020"))
    return "multiple of high_tech_enterprises.growth@2025:2020, high_tech_enterprises.level@2025: not in the output"


ALTERATIONS = (
    alter_verdict,
    alter_end,
    alter_openness,
    alter_power,
    alter_slips,
    alter_whole_numbers,
    alter_figures,
    leave_one_out,
    leave_one_out_that_is_found,
)


def test_the_recount_finds_what_is_altered(
    output: str, unaltered: subprocess.CompletedProcess[str], tmp_path: Path
) -> None:
    document = json.loads(output)
    expected = sorted(alter(document["checks"]) for alter in ALTERATIONS)
    done = recounted(json.dumps(document, ensure_ascii=False), tmp_path)
    assert done.returncode == 1
    found = sorted({*done.stdout.splitlines()[:-1]} - {*unaltered.stdout.splitlines()})
    assert len(found) == len(expected), found
    assert [line for line, start in zip(found, expected, strict=True) if not line.startswith(start)] == []


FIGURES = """
indicators:
  firms: {figures: [{level: 1455家, period: 2025}, {growth: FIRST, period: 2025, since: 2020}]}
"""


@pytest.mark.parametrize(
    ("growth", "verdict"),
    [
        ("54.5%", "consistent"),  # 1455 / 942 = 1.544586
        ("54.6%", "consistent"),  # 1455 / 941 = 1.546227
        ("54.2%", "only_if_truncated"),  # 1455 / 943 = 1.542948 is rounded to 54.3 and cut to 54.2
        ("53.7%", "inconsistent"),  # 1455 / 946 = 1.538055 and 1455 / 947 = 1.536431: 53.8 or 53.6 either way
    ],
)
def test_the_recount_judges_by_pencil(growth: str, verdict: str) -> None:
    pack = Pack("conventions: {about: {}}\ntargets: []\n", FIGURES.replace("FIRST", growth))
    figures = ["firms.level@2025", "firms.growth@2025:2020"]
    assert Relation(pack, {"id": "base", "kind": "implied_base", "figures": figures}).verdict({}) == verdict
