"""Rows as a Parquet file. The only importer of pyarrow, which is an extra."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib.util import find_spec

from shizhong_cli.core.pack.rows import Row
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.formats.observations import columns_in

INSTALL = "pip install pyarrow"


def parquet_bytes(rows: Sequence[Row], name: str) -> bytes:
    """A file with a column for every field: text, yes and no, whole numbers, and ``number`` as a double.

    Raises ``CannotGoOn`` where pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise CannotGoOn([Problem(Place("--format"), "W019", name, INSTALL)])
    import pyarrow as pa
    from pyarrow import parquet

    types = {"number": pa.float64(), "line": pa.int64()}
    arrays = {}
    for column in columns_in(rows):
        cells = [row.get(column) for row in rows]
        plain = pa.bool_() if any(isinstance(cell, bool) for cell in cells) else pa.string()
        arrays[column] = pa.array(cells, type=types.get(column, plain))
    page = io.BytesIO()
    parquet.write_table(pa.table(arrays), page, compression="zstd")
    return page.getvalue()
