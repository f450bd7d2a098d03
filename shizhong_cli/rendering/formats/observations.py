"""Figures for other programs: SDMX-CSV 2.0, a data package, columns for Parquet; one observation a row.

The library that reads and writes SDMX in Python makes floats of the values, so that the digits as printed are lost:
these few lines are written by the standard library. Codes are those of SDMX where it has some: OBS_STATUS E for 预计,
P for what is not adopted yet, M for a target in words; FREQ; ISO 4217 for money; PRICES V for current, Q for constant.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO

from shizhong_cli.core.figure.exact import Fraction, exact_number, exact_text
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.pack.whole_rows import whole_figure_row, whole_reference_row
from shizhong_cli.escapes.spreadsheet import disarmed
from shizhong_cli.escapes.visible import visible

STRUCTURE_ID = "SHIZHONG:FIGURES(1.0)"
NOT_APPLICABLE = "_Z"
_PRICES = {"current": "V", "constant": "Q"}
_MOST_DECIMALS = 15


def observation_rows(catalogue: Catalogue) -> list[Row]:
    """Every figure with a column ``number``: its value as a number of the machine, for those who calculate with it."""
    rows = [whole_figure_row(catalogue, figure) for figure in catalogue.entries()]
    rows += [whole_reference_row(catalogue, figure) for figure in catalogue.references]
    return [row | {"number": _nearest(row["value"])} for row in rows]


def _nearest(text: object) -> float | None:
    return float(exact_number(text)) if isinstance(text, str) else None


def write_sdmx_csv(catalogue: Catalogue, stream: IO[str]) -> None:
    """Write the figures as SDMX-CSV 2.0; texts that a spreadsheet would run are disarmed as in every CSV."""
    writer = csv.DictWriter(stream, SDMX_COLUMNS, lineterminator="\n")
    writer.writeheader()
    seen: Counter[tuple[str, ...]] = Counter()
    for figure in (*catalogue.entries(), *catalogue.references):
        row = _sdmx_row(catalogue, figure)
        key = tuple(row[column] for column in _DIMENSIONS)
        seen[key] += 1
        writer.writerow({**row, "SERIES_NO": str(seen[key])})


_DIMENSIONS = ("FREQ", "ROLE", "INDICATOR", "MEASURE", "BASE_PERIOD", "SECTION", "SOURCE", "TIME_PERIOD")
SDMX_COLUMNS = (
    "STRUCTURE", "STRUCTURE_ID", "ACTION", *_DIMENSIONS[:-1], "SERIES_NO", "TIME_PERIOD",
    "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "PRICES", "BOUND", "LOW", "HIGH",
    "OBS_TEXT", "TITLE", "TITLE_EN", "COMMENT_OBS",
)  # fmt: skip
"""Three columns of the format, the dimensions, the value, and the attributes."""


def _sdmx_row(catalogue: Catalogue, figure: Target) -> dict[str, str]:
    row = whole_figure_row(catalogue, figure)
    indicator = catalogue.indicators[figure.indicator]
    freq, time = sdmx_time(figure.period)
    source = figure.source if isinstance(figure, Figure) else ""
    basis = indicator.prices.get(figure.measure, "") if figure.measure else ""
    named = {
        "STRUCTURE": "dataflow", "STRUCTURE_ID": STRUCTURE_ID, "ACTION": "I",
        "FREQ": freq, "ROLE": figure.role.value.upper(), "INDICATOR": figure.indicator.upper(),
        "MEASURE": figure.measure.value.upper() if figure.measure else NOT_APPLICABLE,
        "BASE_PERIOD": sdmx_time(figure.since)[1] if figure.since else NOT_APPLICABLE,
        "SECTION": figure.section or NOT_APPLICABLE, "SOURCE": source or NOT_APPLICABLE, "TIME_PERIOD": time,
        "OBS_STATUS": _status(figure), "PRICES": _PRICES.get(basis, ""), "BOUND": str(row["bound"] or "").upper(),
        "OBS_TEXT": figure.printed, "TITLE": indicator.name, "TITLE_EN": indicator.name_en,
        "COMMENT_OBS": figure.note,
    }  # fmt: skip
    texts = {key: disarmed(visible(text)) for key, text in named.items()}
    return texts | (_number(figure.written, row, indicator.per) if isinstance(figure, Figure) else {})


def _status(figure: Target) -> str:
    """The code of CL_OBS_STATUS."""
    if not isinstance(figure, Figure):
        return "M"
    return "E" if figure.written.estimated else "P" if figure.provisional else "A"


def _number(written: Written, row: Row, per: str) -> dict[str, str]:
    """The value in the multiple it is printed in, with its digits as printed."""
    mult = multiplier_of(written)
    size = Fraction(10**mult)
    value, decimals = _decimal(written.value / size)
    printed = len(written.digits.partition(".")[2]) if written.digits and not written.ends else decimals
    if decimals < printed:  # 2.70 stays 2.70
        value = f"{value}{'' if decimals else '.'}{'0' * (printed - decimals)}"
    ends = {end.upper(): row[end] for end in ("low", "high") if isinstance(row[end], str)}
    known = {end: _decimal(exact_number(str(text)) / size)[0] for end, text in ends.items()}
    return {
        "OBS_VALUE": value, "UNIT_MEASURE": _unit(written.unit, per), "UNIT_MULT": str(mult),
        "DECIMALS": str(max(decimals, printed)), **known,
    }  # fmt: skip


def multiplier_of(written: Written) -> int:
    """The power of ten of the scale word: 8 for 1451.6亿元; 0 where a number has none, or several."""
    scale, power = abs(written.scale), 0
    while scale >= 10 and scale % 10 == 0:
        scale, power = scale / 10, power + 1
    return power if scale == 1 and written.digits and not written.ends else 0


def _decimal(value: Fraction) -> tuple[str, int]:
    """A number as a decimal, with how many places it has; one without end is cut, the text beside it is exact."""
    text = str(exact_text(value))
    if "/" in text:
        whole = abs(value.numerator) * 10**_MOST_DECIMALS // value.denominator
        text = ("-" if value < 0 else "") + str(exact_text(Fraction(whole, 10**_MOST_DECIMALS)))
    return text, len(text.partition(".")[2])


_UNITS = {"%": "PT", "人": "PS", "": "PURE_NUMB"}


def _unit(unit: str, per: str) -> str:
    """The code of a unit that SDMX or ISO 4217 has one for; any other as it is printed."""
    if per:
        return f"{unit}/{per}"
    known = BUILT_IN.get(unit)
    return _UNITS.get(unit) or (known.currency if known is not None and known.currency else unit)


def sdmx_time(period: Period) -> tuple[str, str]:
    """The code of the frequency and the time as SDMX writes them; several years, or months, are a range:
    2021-01-01/P5Y, 2026-01-01/P9M.
    """
    if (period.years or 1) > 1:
        return f"A{period.years}", f"{period.first.isoformat()}/P{period.years}Y"
    if "/" in period.text and not period.years:
        return f"M{period.months}", f"{period.first.isoformat()}/P{period.months}M"
    tail = period.text[4:].upper()
    freq = "A" if period.years else next((code for sign, code in _FREQUENCIES.items() if sign in tail), "")
    if not freq:
        freq = "D" if period.days == 1 else "M"
    time = {"A": str(period.first.year), "D": period.first.isoformat(), "M": period.first.isoformat()[:7]}
    return freq, time.get(freq, f"{period.first.year}-{freq}{tail[-1:]}")


_FREQUENCIES = {"Q": "Q", "S": "S", "H": "S"}


# ── a data package ─────────────────────────────────────────────────────────────

_TYPES = {bool: "boolean", int: "integer", float: "number"}


def data_package(catalogue: Catalogue) -> Row:
    """A descriptor of the data package standard that holds its data: figures, and what else is declared."""
    from shizhong_cli.core.pack.declared_rows import declared_rows

    figures = [whole_figure_row(catalogue, figure) for figure in catalogue.entries()]
    figures += [whole_reference_row(catalogue, figure) for figure in catalogue.references]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "shizhong-figures",
        **({"title": catalogue.title} if catalogue.title else {}),
        "resources": [_resource("figures", figures), _resource("declared", declared_rows(catalogue))],
    }


def _resource(name: str, rows: list[Row]) -> Row:
    fields = [{"name": column, "type": _type_of(column, rows)} for column in columns_in(rows)]
    return {
        "name": name,
        "type": "table",
        "data": rows,
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "schema": {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json", "fields": fields},
    }


def columns_in(rows: Iterable[Row]) -> list[str]:
    """The fields that any of the rows has, in the order in which they come."""
    return list(dict.fromkeys(chain.from_iterable(rows)))


def _type_of(column: str, rows: list[Row]) -> str:
    """The type of a column; exact numbers are text."""
    kinds: Iterator[type] = (type(row[column]) for row in rows if row.get(column) is not None)
    return _TYPES.get(next(kinds, str), "string")
