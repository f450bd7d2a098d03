"""Figures for other programs: one observation a row, codes of SDMX, no digit lost, read back by pandas."""

from __future__ import annotations

import io
import json
from fractions import Fraction
from importlib.util import find_spec

import pandas as pd
import pytest
from making import one_indicator
from making import pack as write_pack
from running import ROOT, run

from shizhong_cli import api
from shizhong_cli.rendering.formats.observations import SDMX_COLUMNS, sdmx_time, write_sdmx_csv

needs_pyarrow = pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow is not installed (shizhong[parquet])")


def sdmx(text: str) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)


@pytest.mark.parametrize(
    ("measure", "figure", "expected"),
    [
        # as printed: value, power of ten, decimals, unit, status
        ("flow", "1451.60亿元", ("1451.60", "8", "2", "CNY", "A")),
        ("flow", "预计158.2亿元", ("158.2", "8", "1", "CNY", "E")),
        ("flow", "1.5亿美元", ("1.5", "8", "1", "USD", "A")),
        ("level", "1455家", ("1455", "0", "0", "家", "A")),
        ("level", "超过12.6万户", ("12.6", "4", "1", "户", "A")),
        ("growth", "5.0%", ("5.0", "0", "1", "PT", "A")),
        ("growth", "下降3.20%", ("-3.20", "0", "2", "PT", "A")),
        ("change", "6.6个百分点", ("6.6", "0", "1", "个百分点", "A")),
        ("level", "3万4000人", ("34000", "0", "0", "PS", "A")),
        ("share", "三分之一", ("0.333333333333333", "0", "15", "PURE_NUMB", "A")),
    ],
)
def test_a_figure_as_an_observation(tmp_path, measure, figure, expected):
    catalogue = one_indicator(
        tmp_path, "up", "qualitative: 稳中有进, period: 2026", f"{measure}: {figure}, period: 2025"
    )
    page = io.StringIO()
    write_sdmx_csv(catalogue, page)
    first, second = (row for _, row in sdmx(page.getvalue()).iterrows())
    columns = ("OBS_VALUE", "UNIT_MULT", "DECIMALS", "UNIT_MEASURE", "OBS_STATUS")
    assert tuple(first[column] for column in columns) == expected
    assert first["OBS_TEXT"] == figure
    assert (second["ROLE"], second["OBS_STATUS"], second["OBS_VALUE"]) == ("TARGET", "M", "")


@pytest.mark.parametrize(
    ("period", "code", "time"),
    [
        ("2025", "A", "2025"),
        ("2021/2025", "A5", "2021-01-01/P5Y"),
        ("2026-01/2026-09", "M9", "2026-01-01/P9M"),
        ("2026-01/2026-12", "A", "2026"),
        ("2026-S1", "S", "2026-S1"),
        ("2026-H2", "S", "2026-S2"),
        ("2026-Q3", "Q", "2026-Q3"),
        ("2026-09", "M", "2026-09"),
        ("2026-09-30", "D", "2026-09-30"),
    ],
)
def test_times_are_written_as_sdmx_does(period, code, time):
    from shizhong_cli.core.figure.period import parse_period

    assert sdmx_time(parse_period(period)) == (code, time)


def test_no_digit_of_the_shipped_figures_is_lost_and_every_key_is_its_own():
    rows = sdmx(run("export", "--format", "sdmx-csv").out)
    figures = api.figures(api.load())
    assert tuple(rows.columns) == SDMX_COLUMNS
    for (_, row), figure in zip(rows.iterrows(), figures, strict=False):
        assert row["OBS_TEXT"] == figure.figure
        if figure.value is not None:
            assert Fraction(row["OBS_VALUE"]) * 10 ** int(row["UNIT_MULT"]) == figure.value
            assert len(row["OBS_VALUE"].partition(".")[2]) == int(row["DECIMALS"])
    keys = rows.loc[:, "FREQ":"TIME_PERIOD"]
    assert not keys.duplicated().any()
    assert len(rows) == len(figures) + 1  # and one of others


@needs_pyarrow
def test_a_parquet_file_is_read_by_pandas_and_judged_again(tmp_path):
    file = tmp_path / "figures.parquet"
    assert run("export", "--data", str(ROOT / "examples" / "yunting-2026"), "--output", str(file)).code == 0
    table = pd.read_parquet(file)
    figures = api.figures(pack := api.load(ROOT / "examples" / "yunting-2026"))
    assert list(table["figure"]) == [figure.figure for figure in figures]
    values = [None if figure.value is None else float(figure.value) for figure in figures]
    assert [None if pd.isna(cell) else cell for cell in table["number"]] == values
    assert [None if pd.isna(c) else Fraction(c) for c in table["value"]] == [figure.value for figure in figures]
    judged = api.verify_frame(table)
    assert list(judged[judged["what"] == "check"]["verdict"]) == [check.verdict for check in api.verify(pack).checks]


def test_a_binary_file_does_not_go_to_a_terminal():
    done = run("export", "--format", "parquet")
    assert (done.code, done.out) == (2, "")
    assert "W006" in done.err


def test_without_pyarrow_it_is_said_and_nothing_is_written(tmp_path, monkeypatch):
    from shizhong_cli.rendering.formats import parquet

    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    with pytest.raises(api.CannotGoOn) as raised:
        parquet.parquet_bytes([{"number": 1.0}], "parquet")
    assert [(p.code, p.expected) for p in raised.value.problems] == [("W019", parquet.INSTALL)]


def test_a_data_package_holds_its_data_and_says_their_types():
    package = json.loads(run("export", "--format", "datapackage").out)
    figures, declared = package["resources"]
    assert (figures["name"], declared["name"]) == ("figures", "declared")
    for resource in (figures, declared):
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        kinds = {"string": str, "boolean": bool, "integer": int}
        for row in resource["data"]:
            assert all(value is None or type(value) is kinds[types[name]] for name, value in row.items())
    assert len(figures["data"]) == len(api.figures(api.load())) + 1
    assert {row["role"] for row in declared["data"]} >= {"check", "section", "about"}


def test_a_formula_is_disarmed(tmp_path):
    figures = "[{level: 5家, period: 2025, section: 一, note: =1+1}]"
    folder = write_pack(tmp_path, f"indicators: {{n: {{name: '@甲', direction: up, figures: {figures}}}}}")
    (_, row), *_ = sdmx(run("export", "--data", str(folder), "--format", "sdmx-csv").out).iterrows()
    assert (row["TITLE"], row["COMMENT_OBS"]) == ("'@甲", "'=1+1")


def test_a_file_is_whole_or_none(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("kept", encoding="utf-8")
    done = run("export", "--format", "sdmx-csv", "--output", str(tmp_path / "none" / "x.csv"))
    assert (done.code, (tmp_path / "none").exists()) == (2, False)
    assert run("export", "--format", "sdmx-csv", "--output", str(file)).code in (0, 2)
    assert (
        file.read_text(encoding="utf-8") == "kept" or sdmx(file.read_text(encoding="utf-8")).columns[0] == "STRUCTURE"
    )
