"""Fractions in CSV files and workbooks: decimals where a field is a number, text where it is printed."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from running import ROOT, run

from shizhong_cli.escapes.spreadsheet import rearmed
from shizhong_cli.rendering.formats.number_fields import NUMBERS, RATIOS, decimal_of, is_number
from shizhong_cli.rendering.formats.text import flat, write_csv

ACTUALS = ["--actual", "foreign_capital_used=0.9亿美元", "--actual", "新招引项目=250个", "--as-of", "2026-Q2"]
COMMANDS = [
    (["status", *ACTUALS], "gaps"),
    (["gap", "-i", "foreign_capital_used", *ACTUALS[:2], *ACTUALS[4:]], "gaps"),
    (["verify-baselines"], "checks"),
    (["show", "gdp"], "figures"),
    (["export"], "figures"),
]


def csv_of(row: dict[str, object]) -> dict[str, str]:
    stream = io.StringIO()
    write_csv([row], stream)
    (read,) = csv.DictReader(io.StringIO(stream.getvalue()))
    return read


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("completion", "22/35", "0.628571428571428"),
        ("required", "7/3", "2.33333333333333"),
        ("gap", "-1/3", "-0.333333333333333"),
        ("low", "252000000/2357", "106915.570640644"),
        ("value", "100000000000000000000/3", "33333333333333300000"),  # 15 digits, and no exponent
        ("completion", "99999999999999999/100000000000000003", "0.999999999999999"),  # what is below 1 stays below 1
        ("difference", "0.5", "0.5"),
        ("completion", None, ""),
        ("period", "2021/2025", "2021/2025"),
        ("target", "2/3", "2/3"),
        ("actual", "2/3", "2/3"),
        ("figure", "2/3", "2/3"),
        ("baseline", "2/3", "2/3"),
        ("text", "1/2", "1/2"),
        ("digits", "1/2", "1/2"),
        ("name", "1/2", "1/2"),
        ("note", "1/2", "1/2"),
        ("value", "1/2/3", "1/2/3"),
        ("value", "2/3 ", "2/3 "),
    ],
)
def test_a_fraction_in_csv(field, value, text):
    assert csv_of({"indicator": "a", field: value})[field] == text


def test_a_fraction_inside_a_row():
    row = {"implied": {"low": "1/3", "text": "1/3"}, "power": "18/79"}
    assert csv_of(row) == {"implied.low": "0.333333333333333", "implied.text": "1/3", "power": "0.227848101265822"}


@given(st.fractions())
def test_the_decimal_is_not_above_and_as_near_as_15_digits_are(value):
    decimal = Fraction(decimal_of(value))
    assert abs(decimal) <= abs(value)
    assert abs(value - decimal) * 10**14 <= abs(value)


def test_all_numbers_of_the_rows_are_known():
    sources = (path.read_text("utf-8") for path in (ROOT / "shizhong_cli" / "core").rglob("*rows.py"))
    exact = {field for source in sources for field in re.findall(r'"(\w+)": exact_text\(', source)}
    assert exact
    assert exact <= NUMBERS | RATIOS


@pytest.mark.parametrize(("command", "rows"), COMMANDS)
def test_csv_and_json_of_a_command_agree(command, rows):
    exact = [flat(row) for row in json.loads(run(*command, "--format", "json").out)[rows]]
    read = list(csv.DictReader(io.StringIO(run(*command, "--format", "csv").out)))
    fractions = 0
    for row, cells in zip(exact, read, strict=True):
        for field, value in row.items():
            if is_number(field) and value is not None and "/" in str(value):
                fractions += 1
                assert Fraction(cells[field]) == Fraction(decimal_of(Fraction(value)))
            elif isinstance(value, str):
                assert rearmed(cells[field]) == value
        assert not [field for field, text in cells.items() if is_number(field) and "/" in text]
    assert fractions > 0 or rows == "figures"


def test_a_workbook_of_checks_has_numbers(tmp_path):
    run("verify-baselines", "--data", str(ROOT), "--output", "checks.xlsx", cwd=tmp_path)
    lines = list(load_workbook(tmp_path / "checks.xlsx").active.iter_rows(values_only=True))
    rows = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    (row,) = [row for row in rows if row["id"] == "gdp.steps@2025:2020"]
    assert (row["implied.low"], row["implied.high"]) == (100000000000, 110000000000)
    assert {type(row["implied.low"]) for row in rows} <= {int, float, type(None)}
