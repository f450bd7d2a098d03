"""Rows of text out of DataFrames, and DataFrames with fixed columns and types out of rows.

A text is of the type ``string``, a count ``Int64``, yes and no ``boolean``; what is not known is ``NA``. No number that
is measured or worked out is a number of the machine: it is text, exact.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from shizhong_cli.escapes.spreadsheet import rearmed
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.spelling import nearest

if TYPE_CHECKING:
    import pandas as pd

TEXT, COUNT, FLAG = "string", "Int64", "boolean"
PACK = "pack"


def frame_of_rows(rows: Iterable[Mapping[str, object]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A DataFrame of exactly these columns, each of its type; of a row what it has of them."""
    import pandas as pd

    held, series = list(rows), {}
    for name, kind in columns.items():
        series[name] = pd.Series([row.get(name) for row in held], dtype=_dtype(kind))
    return pd.DataFrame(series, columns=list(columns))


@cache
def _dtype(kind: str) -> Any:
    import pandas as pd

    return pd.StringDtype() if kind == TEXT else pd.api.types.pandas_dtype(kind)


GUESSED = "guessed"
"""The column with a list of words."""


def groups_of(
    frame: pd.DataFrame, known: Mapping[str, str], needed: Collection[str]
) -> dict[str, list[dict[str, str]]]:
    """The rows of each pack, in the order of the frame: of every row the cells that are not empty.

    The pack is in the column or the index of that name; ``known`` are the columns with their types. Raises
    ``CannotGoOn`` for columns that are unknown or missing, and for cells that are neither text nor whole numbers.
    """
    if PACK in frame.index.names and PACK not in frame.columns:
        frame = frame.reset_index(PACK)
    _refuse_columns([str(name) for name in frame.columns], known, needed if len(frame) else ())
    rows: list[dict[str, str]] = [{} for _ in range(len(frame))]
    for name in frame.columns:
        column = frame[name]
        filled = column.notna()
        if filled.any():
            _fill(rows, str(name), known[str(name)], column.tolist(), filled.tolist())
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        groups.setdefault(row.get(PACK, ""), []).append(row)
    return groups


def _refuse_columns(columns: list[str], known: Collection[str], needed: Collection[str]) -> None:
    listed = ", ".join(known)
    problems = [
        Problem(Place("figures"), "A004", name, listed, nearest(name, known)) for name in columns if name not in known
    ]
    twice = {name for name in columns if columns.count(name) > 1}
    problems += [Problem(Place("figures"), "A009", name, name) for name in sorted(twice)]
    if missing := [name for name in needed if name not in columns]:
        problems.append(Problem(Place("figures"), "A005", expected=", ".join(missing)))
    if problems:
        raise CannotGoOn(problems)


def _fill(rows: list[dict[str, str]], name: str, kind: str, cells: list[object], filled: list[bool]) -> None:
    for row, cell, is_there in zip(rows, cells, filled, strict=True):
        if is_there and (text := _guessed_text(cell) if name == GUESSED else _text_of(cell, name, kind)):
            row[name] = text


def _guessed_text(cell: object) -> str:
    """What was guessed as the text of a file: JSON has a list, a frame of records words with blanks between them."""
    words = list(cell) if isinstance(cell, list | tuple) else _text_of(cell, GUESSED, TEXT)
    if isinstance(words, str):
        if words.startswith("["):
            return words
        words = words.split()
    return json.dumps(words, ensure_ascii=False) if words else ""


def _text_of(cell: object, name: str, kind: str) -> str:
    """A cell as text: as it is, a whole number by its digits, yes and no in a word. Raises ``CannotGoOn``."""
    if isinstance(cell, str):
        text = rearmed(cell.strip())
        return text.lower() if kind == FLAG else text  # True and False, as pandas writes them into a file
    plain = cell.item() if type(cell).__module__ == "numpy" and hasattr(cell, "item") else cell
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, int) or (name == "line" and isinstance(plain, float) and plain.is_integer()):
        return str(int(plain))
    raise CannotGoOn([Problem(Place("figures"), "K009", name, str(cell))])
