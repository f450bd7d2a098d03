"""A verdict on a target that a draft guessed something of says so, wherever it stands."""

from __future__ import annotations

import json

import pytest
from making import pack
from running import run

BASELINES = """
sections: {一: {name: 概况}}
indicators:
  x: {name: 甲, name_en: First, direction: up, figures: [{level: 5家, period: 2025, section: 一}]}
  y: {name: 乙, name_en: Second, direction: up, figures: [{flow: 5家, period: 2025, section: 一}]}
"""
TARGETS = """
targets:
  - {indicator: x, level: 8家, period: 2026, section: 一, guessed: [period, direction]}
  - {indicator: y, flow: 8家, period: 2026, section: 一}
"""
GIVEN = ("--actual", "x=9家", "--actual", "y=9家")


@pytest.fixture
def folder(tmp_path):
    pack(tmp_path, BASELINES, TARGETS)
    return str(tmp_path)


@pytest.mark.parametrize(
    ("lang", "one", "some"),
    [
        ("zh", "草稿所猜、未经核对：时期，方向", "其中 1 项的目标含草稿所猜、未经核对之处（甲）"),
        ("en", "Guessed by the draft and not confirmed: period, direction", "not final: 1 (First)"),
    ],
)
def test_what_is_not_confirmed_is_told(folder, lang, one, some):
    assert one in run("gap", "x", "9家", "--data", folder, lang=lang, columns=200).out
    assert one not in run("gap", "y", "9家", "--data", folder, lang=lang, columns=200).out
    assert some in run("status", *GIVEN, "--data", folder, lang=lang, columns=200).out
    assert some not in run("status", *GIVEN[2:], "--data", folder, lang=lang, columns=200).out


def test_json_says_what_is_not_confirmed(folder):
    gaps = json.loads(run("status", *GIVEN, "--data", folder, "--format", "json").out)["gaps"]
    assert {gap["indicator"]: gap["guessed"] for gap in gaps} == {"x": ["period", "direction"], "y": []}


def test_the_page_says_what_is_not_confirmed(folder, tmp_path):
    page = tmp_path / "page.html"
    assert run("report", "--output", str(page), *GIVEN, "--data", folder).code == 0
    assert page.read_text(encoding="utf-8").count("草稿所猜、未经核对：时期，方向") == 1
