"""Rows of the JSON output as records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar, cast

from shizhong_cli.core.figure.frozen import frozen
from shizhong_cli.results.records import CheckRecord, FigureRecord, Range, Row, WholeNumbers

Record = TypeVar("Record")


def record_of(kind: type[Record], row: Row) -> Record:
    """A row of the JSON output as a record; what the record does not have is left out."""
    return kind(**{f.name: _readers(str(f.type))(row.get(f.name.rstrip("_"))) for f in fields(cast("Any", kind))})


def columns_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of a record, as columns."""
    return tuple(field.name.rstrip("_") for field in fields(kind))


def frozen_row(row: Mapping[str, object]) -> Row:
    """A row of the JSON output with everything in it, for good: lists are tuples."""
    return cast("Row", _frozen(row))


def _frozen(value: object) -> object:
    if isinstance(value, Mapping):
        return frozen({key: _frozen(inner) for key, inner in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


def figure_record(row: Row) -> FigureRecord:
    """A row of ``export`` as a record."""
    return record_of(FigureRecord, {**row, "range": row if row["value"] is not None else None})


def check_record(row: Row) -> CheckRecord:
    """A row of ``verify-baselines`` as a record."""
    implied = row["implied"]
    whole = implied.get("whole_numbers") if isinstance(implied, Mapping) else None
    return record_of(CheckRecord, {**row, "whole_numbers": whole})


def _readers(type_: str) -> Callable[[Any], object]:
    """What makes a value of a row that of a field."""
    return _READERS.get(type_.removesuffix(" | None"), lambda value: value)


def _if_known(read: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda value: None if value is None else read(value)


def _range(row: Row) -> Range:
    low, high = (None if row[end] is None else Fraction(str(row[end])) for end in ("low", "high"))
    return Range(low, bool(row["low_closed"]), high, bool(row["high_closed"]))


def _whole(row: Row) -> WholeNumbers:
    first, last = (None if row[end] is None else int(str(row[end])) for end in ("first", "last"))
    listed = cast("list[str] | None", row["all"])
    return WholeNumbers(
        cast("int | None", row["count"]), first, last, None if listed is None else tuple(map(int, listed))
    )


_READERS: Mapping[str, Callable[[Any], object]] = {
    "Fraction": _if_known(Fraction),
    "Range": _if_known(_range),
    "WholeNumbers": _if_known(_whole),
    "date": _if_known(date.fromisoformat),
    "tuple[str, ...]": tuple,
    "tuple[Row, ...]": lambda rows: tuple(map(frozen_row, rows)),
    "Row": frozen_row,
}
