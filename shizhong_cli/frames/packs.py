"""Packs as DataFrames and back: what ``api.verify_frame`` and ``api.gaps_frame`` do, one pack a group of rows.

Both are pure functions of their frames. A pack that cannot be used, and whatever cannot be answered, is a row of its
own; only a frame of the wrong shape is an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import chain, product
from typing import TYPE_CHECKING, Any, cast

from shizhong_cli.arguments import check_type
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.frames.tables import COUNT, FLAG, PACK, TEXT, frame_of_rows, groups_of
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.pack.row_columns import COLUMNS_OF
from shizhong_cli.reading.pack.rows import PackOfRows, place_of_row, read_rows
from shizhong_cli.reading.tables import TableRow
from shizhong_cli.rendering.sentences.names import problem_message
from shizhong_cli.rendering.wording import Words
from shizhong_cli.results.of_rows import columns_of
from shizhong_cli.results.records import GapRecord

if TYPE_CHECKING:
    import pandas as pd

    from shizhong_cli.core.pack.model import Catalogue

_FLAGS = (
    "low_closed",
    "high_closed",
    "estimated",
    "held",
    "provisional",
    "shared",
    "above_last_year",
    "may_exceed",
    "may_be_negative",
    "whole",
)
_OWN = dict.fromkeys((PACK, "role"), TEXT)
_DECLARED = dict.fromkeys(chain.from_iterable(COLUMNS_OF.values()), TEXT)
del _DECLARED["number"]  # which a file for calculating has beside ``value``
PACK_COLUMNS: Mapping[str, str] = {
    **_OWN, **_DECLARED, **dict.fromkeys(_FLAGS, FLAG), "file": TEXT, "line": COUNT,
}  # fmt: skip
"""Every column of a frame of packs with its type; a row has those of its role."""

_NEEDED = ("indicator", "period", "figure")
_ENDS = {"low": TEXT, "low_closed": FLAG, "high": TEXT, "high_closed": FLAG}
_RANGES = ("computed", "reported", "implied", "as_read")
_WHOLE = {"count": COUNT, "first": TEXT, "last": TEXT, "all": TEXT}
_PLACE = {"message": TEXT, "file": TEXT, "line": COUNT}
VERIFIED: Mapping[str, str] = {
    **dict.fromkeys((PACK, "what", "code", "id", "kind", "verdict", "rounding", "figures"), TEXT),
    **{f"{name}_{end}": _ENDS[end] for name, end in product(_RANGES, _ENDS)},
    **{f"whole_numbers_{part}": kind for part, kind in _WHOLE.items()},
    **dict.fromkeys(("unit", "power"), TEXT), **dict.fromkeys(("typos_caught", "typos"), COUNT),
    "power_slips": TEXT, **dict.fromkeys(("slips_caught", "slips"), COUNT), "silenced": TEXT, **_PLACE,
}  # fmt: skip
MEASURED: Mapping[str, str] = {
    **dict.fromkeys((PACK, "what", "code"), TEXT),
    **dict.fromkeys(columns_of(GapRecord), TEXT),
    **dict.fromkeys(("held", "provisional", "path_declared"), FLAG), **_PLACE,
}  # fmt: skip


# ── packs as frames ────────────────────────────────────────────────────────────


def frame_of_packs(packs: Mapping[str, Catalogue]) -> pd.DataFrame:
    """Everything that the packs declare, one row a declaration, with the columns of ``PACK_COLUMNS``."""
    rows: list[Row] = []
    for name, catalogue in packs.items():
        rows += ({PACK: name, **row} for row in _rows_of(catalogue))
    return frame_of_rows(rows, PACK_COLUMNS)


def _rows_of(catalogue: Catalogue) -> Iterator[Row]:
    from shizhong_cli.core.pack.declared_rows import declared_rows
    from shizhong_cli.core.pack.whole_rows import whole_figure_row, whole_reference_row

    yield from (whole_figure_row(catalogue, figure) for figure in catalogue.entries())
    yield from (whole_reference_row(catalogue, figure) for figure in catalogue.references)
    yield from declared_rows(catalogue)


# ── frames judged ──────────────────────────────────────────────────────────────


def check_frames(figures: object, shared: object) -> None:
    """Whether both are what ``verified`` and ``measured`` take. Raises ``TypeError``."""
    import pandas as pd

    check_type("figures", figures, pd.DataFrame)
    check_type("shared", shared, pd.DataFrame, or_none=True)


def verified(figures: pd.DataFrame, shared: pd.DataFrame | None, words: Words) -> pd.DataFrame:
    """The checks and questions of every pack, with the columns of ``VERIFIED``."""
    return frame_of_rows(_of_each(figures, shared, partial(_verified, words=words), words), VERIFIED)


def measured(figures: pd.DataFrame, shared: pd.DataFrame | None, words: Words, today: date) -> pd.DataFrame:
    """The gaps of every pack by its own actuals up to ``today``, with the columns of ``MEASURED``."""
    return frame_of_rows(_of_each(figures, shared, partial(_measured, words=words, today=today), words), MEASURED)


def _of_each(figures: pd.DataFrame, shared: pd.DataFrame | None, answer: Any, words: Words) -> Iterator[Row]:
    """The rows that ``answer`` gives for each pack, or its problems."""
    groups = groups_of(figures.drop(columns="number", errors="ignore"), PACK_COLUMNS, _NEEDED)
    for_all = _shared_rows(shared)
    for name, rows in groups.items():
        if not name and len(groups) > 1:  # rows of anybody's are no pack
            told = list(_problem_rows(_without_pack(rows), words))
        else:
            pack = read_rows(name, rows, for_all)
            told = list(_problem_rows(pack.problems, words)) if pack.problems else list(answer(pack))
        for row in told:
            yield {PACK: name, **row}


def _without_pack(rows: Iterable[Mapping[str, str]]) -> Iterator[Problem]:
    """Every row that does not say which pack it is of, where others do."""
    for number, row in enumerate(rows, 1):
        yield Problem(place_of_row(row, "figures", number), "K002", expected=PACK)


def _shared_rows(shared: pd.DataFrame | None) -> list[dict[str, str]]:
    """What holds for every pack; nothing of it may name one. Raises ``CannotGoOn``."""
    groups = {} if shared is None else groups_of(shared, PACK_COLUMNS, ("role",))
    if named := [name for name in groups if name]:
        raise CannotGoOn([Problem(Place("shared"), "K001", PACK, ", ".join(named))])
    return groups.get("", [])


def _problem_rows(problems: Iterable[Problem], words: Words) -> Iterator[Row]:
    for problem in problems:
        yield {
            "what": "problem", "code": problem.code, "message": problem_message(problem, words),
            "file": problem.place.file, "line": problem.place.line or None,
        }  # fmt: skip


def _verified(pack: PackOfRows, words: Words) -> Iterator[Row]:
    from shizhong_cli.core.checking.verify import verify
    from shizhong_cli.rendering.formats.verification import report_content

    report = verify(pack.catalogue, pack.checks)
    content = cast("dict[str, list[Row]]", report_content(pack.catalogue, report, words))
    for row in content["checks"]:
        yield {"what": "check", **_flat(row)}
    for row in content["questions"]:
        yield {"what": "question", **_flat(row)}
    for name in content["unchecked"]:
        yield {"what": "unchecked", "figures": name}
    for unused, problem in pack.unused:
        (row,) = _problem_rows([problem], words)
        yield {**row, "what": "unused", "id": unused}
    if not report.judged:
        yield {"what": "nothing", "message": words("verify.nothing")}


def _flat(row: Row) -> Row:
    """A row with a column for each end of a range, and lists in one cell."""
    flat: Row = {}
    for key, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{key}_{inner}": part for inner, part in value.items() if inner != "whole_numbers"}
            if whole := value.get("whole_numbers"):
                flat |= {f"whole_numbers_{inner}": part for inner, part in _flat(whole).items()}
        else:
            flat[key] = " ".join(map(str, value)) if isinstance(value, list) else value
    return flat


def _measured(pack: PackOfRows, words: Words, today: date) -> Iterator[Row]:
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.core.progress.months.rows import gap_rows
    from shizhong_cli.reading.actuals.ahead import come_in
    from shizhong_cli.reading.actuals.from_file import actuals_in
    from shizhong_cli.reading.actuals.twice import said_once

    problems: list[Problem] = []
    told = actuals_in(_table(pack), pack.catalogue, problems) if pack.actuals else []
    actuals = said_once(come_in(told, today, problems), problems)
    if problems:
        yield from _problem_rows(sorted(problems), words)
        return
    gaps = list(measure_targets(pack.catalogue, pack.catalogue.targets, actuals))
    for gap, row in zip(gaps, gap_rows(pack.catalogue, gaps, actuals), strict=True):
        yield {"what": "gap", **_flat(row), "file": gap.target.place.file, "line": gap.target.place.line}
    if not pack.catalogue.targets:
        yield {"what": "nothing", "message": words("gaps.nothing")}


def _table(pack: PackOfRows) -> list[TableRow]:
    """The actuals as a table, the headings first."""
    columns = COLUMNS_OF["actual"]
    table = [TableRow(Place("figures"), columns)]
    for place, row in pack.actuals:
        table.append(TableRow(place, tuple(row.get(column, "") for column in columns)))
    return table
