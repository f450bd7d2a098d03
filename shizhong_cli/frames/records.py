"""Records as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from fractions import Fraction  # which records are made of
from typing import TYPE_CHECKING, Any, cast

from shizhong_cli.core.figure.exact import exact_text, ratio
from shizhong_cli.results.records import Range, WholeNumbers

if TYPE_CHECKING:
    import pandas as pd

_INNER = (Range, WholeNumbers)
_ENDS = ("low", "low_closed", "high", "high_closed")


def frame_of(records: Iterable[object], exact: str) -> pd.DataFrame:
    """One row a record, with the columns that ``api.frame`` describes."""
    import pandas as pd

    frame = pd.DataFrame([dict(_cells(record, exact)) for record in records], dtype=object)
    for name in frame.columns:
        if frame[name].notna().all():  # a whole column; one with gaps stays as it is, lest a number become a float
            frame[name] = frame[name].infer_objects()
    return frame


def _cells(record: object, exact: str) -> Iterator[tuple[str, object]]:
    for field in fields(cast("Any", record)):
        value, name = getattr(record, field.name), field.name.rstrip("_")
        if isinstance(value, _INNER) or "Range" in str(field.type) or "WholeNumbers" in str(field.type):
            yield from _inner(name, value, str(field.type), exact)
        else:
            yield name, _cell(value, exact)


def _inner(name: str, value: object, type_: str, exact: str) -> Iterator[tuple[str, object]]:
    """The columns of a range or of whole numbers; empty ones where there is none."""
    prefix = "" if name == "range" else f"{name}_"
    for part in _ENDS if "Range" in type_ else ("count", "first", "last"):
        yield f"{prefix}{part}", _cell(getattr(value, part, None), exact)


def _cell(value: object, exact: str) -> object:
    if isinstance(value, Fraction) and exact == "text":
        return exact_text(ratio(value.numerator, value.denominator))
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return dict(value) if isinstance(value, Mapping) else value
