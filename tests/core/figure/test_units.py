"""Conversions are exact, made on value and precision alike, and cost nothing until one is made."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from itertools import combinations
from numbers import Rational

import pytest
from making import load, one_indicator, status_of
from running import ROOT

from shizhong_cli.core.figure.interval import between
from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.declared import Rate
from shizhong_cli.reading.conversion import conversion_factor, convert, exchange_factor

FACTORS = [
    ("公顷", "亩", Fraction(15)),
    ("亩", "平方米", Fraction(2000, 3)),
    ("亩", "公顷", Fraction(1, 15)),
    ("平方米", "亩", Fraction(3, 2000)),
    ("平方公里", "亩", Fraction(1500)),
    ("平方公里", "公顷", Fraction(100)),
    ("公顷", "平方米", Fraction(10_000)),
    ("公里", "米", Fraction(1000)),
    ("千米", "公里", Fraction(1)),
    ("公里", "千米", Fraction(1)),
    ("米", "千米", Fraction(1, 1000)),
    ("吨", "公斤", Fraction(1000)),
    ("千克", "公斤", Fraction(1)),
    ("兆瓦", "千瓦", Fraction(1000)),
    ("千瓦", "瓦", Fraction(1000)),
    ("千瓦", "兆瓦", Fraction(1, 1000)),
]


@pytest.mark.parametrize(("unit", "target", "factor"), FACTORS)
def test_factors_are_exact_fractions(unit, target, factor):
    found = conversion_factor(unit, target)
    assert found == factor
    assert isinstance(found, Rational)


@pytest.mark.parametrize(
    ("unit", "target"),
    [
        ("亩", "公里"),
        ("公顷", "千瓦"),
        ("吨", "米"),
        ("家", "户"),
        ("户", "家"),
        ("元", "美元"),
        ("美元", "元"),
        ("个百分点", "%"),
        ("%", "个百分点"),
        ("千瓦", "千瓦时"),
        ("吨", "吨标准煤"),
        ("公里", "家"),
        ("平方米", "立方米"),
        ("亩", "没有"),
    ],
)
def test_unlike_things_have_no_factor(unit, target):
    assert conversion_factor(unit, target) is None
    assert convert(parse_figure(f"7{unit}", BUILT_IN), target) is None


def test_a_factor_exists_exactly_between_units_of_one_dimension():
    measures = {unit.symbol: unit for unit in BUILT_IN.values() if not unit.whole and unit.dimension != "ratio"}
    wrong = [
        f"{a}/{b}"
        for a, b in combinations(measures, 2)
        if (measures[a].dimension == measures[b].dimension) != (conversion_factor(a, b) is not None)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("figure", "target", "low", "high"),
    [
        ("2.7公顷", "亩", "39.75", "41.25"),  # [2.65, 2.75) * 15
        ("2.70公顷", "亩", "40.425", "40.575"),  # [2.695, 2.705) * 15: a place more, ten times narrower
        ("100亩", "平方米", "199000/3", "67000"),  # [99.5, 100.5) * 2000/3
        ("1.5万千瓦", "兆瓦", "14.5", "15.5"),  # [14500, 15500) / 1000
        ("3.0平方公里", "公顷", "295", "305"),
    ],
)
def test_both_bounds_are_converted(figure, target, low, high):
    written = convert(parse_figure(figure, BUILT_IN), target)
    assert written is not None
    assert written.unit == target
    assert written.text == figure
    assert written.entailed() == between(Fraction(low), Fraction(high), True, False)


def test_the_same_unit_is_left_alone():
    written = parse_figure("70公顷", BUILT_IN)
    assert convert(written, "公顷") is written


def test_the_bound_survives():
    written = convert(parse_figure("超过70公顷", BUILT_IN), "亩")
    assert written is not None
    assert (written.value, written.bound) == (1050, "more_than")


def test_stacked_scales_do_not_depend_on_what_was_converted_before():
    """In pint 万千瓦 resolves or not depending on what was used before; here scale words never reach it."""
    first = convert(parse_figure("5万千瓦", BUILT_IN), "兆瓦")
    for figure, target in [("1瓦", "兆瓦"), ("3兆瓦", "千瓦"), ("2万平方米", "亩")]:
        assert convert(parse_figure(figure, BUILT_IN), target)
    assert first == convert(parse_figure("5万千瓦", BUILT_IN), "兆瓦")
    assert first is not None
    assert first.value == 50


@pytest.mark.parametrize(
    ("actual", "status"),
    [
        ("70公顷", "met"),  # 1050亩
        ("66.6公顷", "missed"),  # 999亩
        ("0.6平方公里", "missed"),  # 900亩
        ("1平方公里", "met"),  # 1500亩
        ("666666.7平方米", "met"),  # 1000.00005亩
        ("666666.6平方米", "missed"),  # 999.9999亩
        ("66.66公顷", "missed"),  # 999.9亩
    ],
)
def test_an_actual_in_another_size_answers_the_target(tmp_path, actual, status):
    catalogue = one_indicator(tmp_path, "up", "flow: 1000亩以上, period: 2026")
    assert status_of(catalogue, actual) == status


PROBE = """
import sys
from pathlib import Path
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.reading.pack.catalogue import load_catalogue

catalogue = load_catalogue(Path(sys.argv[1]))
for words in (["land=990亩"], ["land=990"], ["land=5%"], ["land=5个百分点"]):
    try:
        measure_targets(catalogue, catalogue.targets, actuals_from_words(catalogue, [], words, None))
    except CannotGoOn:
        pass
print({"pint", "pandas"} & set(sys.modules) or "neither")
(land,) = measure_targets(catalogue, catalogue.targets, actuals_from_words(catalogue, [], ["land=66公顷"], None))
print(land.gap, {"pint", "pandas"} & set(sys.modules))
"""


def run(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


LAND = """
indicators:
  land: {name: 土地出让, name_en: Land sold, direction: up}
"""
LAND_TARGET = """
targets:
  - {indicator: land, flow: 1000亩以上, period: 2026, section: 三}
"""


def test_pint_is_imported_only_when_a_conversion_is_made(tmp_path):
    load(tmp_path, LAND, LAND_TARGET)
    # 66 * 15 - 1000 = -10
    assert run("-c", PROBE, str(tmp_path)) == ["neither", "-10 {'pint'}"]


@pytest.mark.parametrize(
    ("arguments", "imported"),
    [
        (["status", "--format", "json"], "[]"),
        (["status", "--actual", "land=990亩", "--format", "json"], "[]"),
        (["gap", "-i", "land", "--actual", "990亩", "--explain", "--format", "markdown"], "[]"),
        (["gap", "-i", "land", "--actual", "66公顷", "--format", "json"], "['pint']"),
    ],
)
def test_commands_pay_for_pint_and_pandas_only_when_used(tmp_path, arguments, imported):
    load(tmp_path, LAND, LAND_TARGET)
    script = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(sorted({'pint', 'pandas'} & set(sys.modules))))\n"
        "from shizhong_cli.cli import main\n"
        "main()\n"
    )
    assert run("-c", script, *arguments, "--data", str(tmp_path))[-1] == imported


CURRENCIES = sorted({unit.symbol for unit in BUILT_IN.values() if unit.currency} - {"元"})


@pytest.mark.parametrize("currency", CURRENCIES)
def test_every_currency_that_can_be_declared_has_a_rate(currency):
    """1英镑=9.1元 was «not an exchange rate»: pounds and yen stood in one of three lists only."""
    rate = Rate("1=9.1", currency, "元", Fraction("9.1"), parse_period("2026-09-30"), "")
    assert exchange_factor(currency, "元", rate) == Fraction(91, 10)
    assert exchange_factor("元", currency, rate) == Fraction(10, 91)
    assert conversion_factor(currency, "元") is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("35亿港币", "港元"),
        ("35亿日圆", "日元"),
        ("15.8亿USD", "美元"),
        ("60周岁", "岁"),
        ("35亿千瓦小时", "千瓦时"),
        ("650mm", "毫米"),
        ("2kg", "千克"),
        ("1.8mg/L", "毫克/升"),
        ("35KV", "千伏"),
        ("12㎞", "公里"),
        ("3.5㎢", "平方公里"),
    ],
)
def test_spellings_of_one_unit(text, unit):
    assert parse_figure(text, BUILT_IN).unit == unit


def test_no_spelling_belongs_to_two_units():
    rows = {id(unit): unit for unit in BUILT_IN.values()}.values()
    words = [word for unit in rows for word in {unit.symbol, *unit.spellings}]
    assert sorted(words) == sorted(set(words))
