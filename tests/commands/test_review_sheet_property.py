"""Whatever is done to a sheet: each cell that is not as it was written is in the draft, or is told of."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from reviewing import COMMAND, with_a_sheet
from running import run

from shizhong_cli.commands.review_rows import as_read
from shizhong_cli.commands.review_words import ANSWERS, codes, lists
from shizhong_cli.rendering.formats.workbook_review import COLUMNS
from shizhong_cli.writing.draft_indicators import Files
from shizhong_cli.writing.draft_review import Waiting, as_meant, every_figure

TEXT = """2026年甲市政府工作报告
一、2025年工作回顾
绿道累计达到80公里，新增绿道12公里。三年内，改造管网120公里。三年内，让利企业3.5亿元。
二、2026年工作安排
今年发展的主要预期目标是：地区生产总值增长5%左右，居民收入增长与经济增长同步。
"""
ROWS = range(2, 8)
SHARED = ("name", "direction", "prices")  # of all figures of an indicator
TYPED: Mapping[str, Mapping[object, str]] = {
    "answer": {"采用": "accept", " accept　": "accept", "更正": "correct", "舍去": "drop", "drop": "drop"},
    "figure": {"81公里": "81公里", "８１公里 ": "81公里", "6%": "6%", "80公里以上": "80公里以上"},
    "name": {"步道": "步道", "绿道": "绿道", 7: "7"},
    "role": {"目标": "target", "基数": "baseline", "Target": "target"},
    "measure": {"期末数": "level", "flow": "flow", "增长": "growth"},
    "period": {
        "2024": "2024", 2024: "2024", " ２０２４": "2024", "2024年": "2024", "2025年上半年": "2025-S1",
        "2023/2025": "2023/2025", datetime(2025, 9, 30): "2025-09-30",
    },
    "since": {"2020": "2020", 2020: "2020"},
    "unit": {"公里": "公里"},
    "section": {"一": "一", "二": "二"},
    "direction": {"越高越好": "up", "越低越好": "down", "none": "none"},
    "prices": {"现价": "current", "constant": "constant"},
}  # fmt: skip
"""What is typed into a column, and what it means there."""
NEVER = ("去年", "九", True, date(2024, 1, 1), "=1+1", "#1", 85)


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    return with_a_sheet(tmp_path_factory.mktemp("written"), TEXT)


def typed() -> st.SearchStrategy[tuple[Any, ...]]:
    """A cell of any column, filled with what is meant for it, for another one or for none, or emptied."""
    anything = [value for values in TYPED.values() for value in values]
    meant = st.sampled_from(list(TYPED)).flatmap(
        lambda column: st.tuples(st.just(column), st.sampled_from(list(TYPED[column])))
    )
    any_cell = st.tuples(st.sampled_from(COLUMNS), st.sampled_from([None, *NEVER, *anything]))
    return st.tuples(st.just("type"), st.sampled_from(ROWS), meant | meant | any_cell)


def mishaps() -> st.SearchStrategy[tuple[Any, ...]]:
    """What else happens to rows, columns and headings."""
    row, column = st.sampled_from(ROWS), st.sampled_from(range(1, len(COLUMNS) + 1))
    return st.one_of(
        st.tuples(st.sampled_from(["delete row", "copy row", "insert row", "clear row"]), row),
        st.tuples(st.sampled_from(["delete column", "insert column"]), column),
        st.tuples(st.just("heading"), column, st.sampled_from([None, "期间", "时期", "figure", "备注"])),
        st.tuples(st.sampled_from(["swap cells", "swap rows"]), row, row, column),
        st.tuples(st.just("merge"), row, column, st.sampled_from([(1, 0), (2, 1), (0, 1)])),
        st.tuples(st.just("note"), st.sampled_from((1, *ROWS))),
    )


def done(sheet: Worksheet, change: tuple[Any, ...]) -> None:
    """Do one thing to a sheet."""
    match change:
        case "type", row, (column, value):
            sheet.cell(row, COLUMNS.index(column) + 1).value = value
        case "delete row", row:
            sheet.delete_rows(row)
        case "copy row", row:
            sheet.append([cell.value for cell in sheet[row]])
        case "insert row", row:
            sheet.insert_rows(row)
        case "clear row", row:
            for cell in sheet[row]:
                put(cell, None)
        case "delete column", column:
            sheet.delete_cols(column)
        case "insert column", column:
            sheet.insert_cols(column)
        case "heading", column, text:
            put(sheet.cell(1, column), text)
        case "swap cells", one, other, column:
            swap(sheet, one, other, [column])
        case "swap rows", one, other, _:
            swap(sheet, one, other, range(1, sheet.max_column + 1))
        case "merge", row, column, (down, right):
            sheet.merge_cells(start_row=row, end_row=row + down, start_column=column, end_column=column + right)
        case "note", row:
            put(sheet.cell(row, len(COLUMNS) + 2), "再查")


def put(cell: Any, value: object) -> None:
    if not isinstance(cell, openpyxl.cell.cell.MergedCell):
        cell.value = value


def swap(sheet: Worksheet, one: int, other: int, columns: Any) -> None:
    for column in columns:
        a, b = sheet.cell(one, column), sheet.cell(other, column)
        kept = a.value
        put(a, b.value)
        put(b, kept)


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows by the columns, as they stand."""
    known = codes("review.column", COLUMNS)
    columns = {known[text]: cell.column for cell in sheet[1] if (text := str(cell.value)) in known}
    rows = [{name: sheet.cell(row, at).value for name, at in columns.items()} for row in range(2, sheet.max_row + 1)]
    return [row for row in rows if any(value is not None for value in row.values())]


def meaning(column: str, value: object) -> str:
    """What a cell means: by the table of what is typed, else what it says itself."""
    if value not in TYPED[column]:
        of_list = {**dict(lists()), "answer": codes("review.answer", ANSWERS)}.get(column, {})
        text = as_read(str(value or ""))
        return of_list.get(text.casefold(), as_meant(column, text))
    return TYPED[column][value]


def figures(folder: Path) -> list[Waiting]:
    texts = ((folder / "made" / name).read_text("utf-8") for name in ("baselines.yaml", "targets.yaml"))
    return list(every_figure(Files(*texts)))


def fields(it: Waiting) -> dict[str, str]:
    told = {"name": it.name, "figure": it.figure, "role": it.role.value, "measure": it.measure, "prices": it.prices}
    typed = {key: it.fields.get(key, "").strip("'") for key in ("unit", "period", "since", "section")}
    return {**told, **typed, "direction": it.direction}


def has(row: Mapping[str, str], columns: Any, now: list[dict[str, str]]) -> bool:
    return any(all(it[column] == row[column] for column in columns) for it in now)


@settings(max_examples=60, deadline=None)
@given(changes=st.lists(typed() | typed() | mishaps(), min_size=1, max_size=4))
def test_every_changed_cell_is_in_the_draft_or_told(written, tmp_path_factory, changes):
    folder = Path(shutil.copytree(written, tmp_path_factory.mktemp("one") / "copy"))
    drafted = [{**fields(it), "guessed": ",".join(it.guessed)} for it in figures(folder)]
    book = openpyxl.load_workbook(folder / "review.xlsx")
    sheet = book.worksheets[0]
    original = {row["key"]: row for row in rows_of(sheet)}
    for change in changes:
        done(sheet, change)
    book.save(folder / "review.xlsx")
    sheet = openpyxl.load_workbook(folder / "review.xlsx").worksheets[0]
    ran = run(*COMMAND, cwd=folder)
    now = [{**fields(it), "guessed": ",".join(it.guessed)} for it in figures(folder)]
    assert ran.code in (0, 2), ran.err
    if ran.code == 2:
        assert now == drafted
        assert re.search(r"review\.xlsx(?:\[核对\]:\d+:\d+)?: [NX]\d{3} ", ran.err), ran.err
        return
    last = max(cell.row for row in sheet for cell in row if cell.value is not None)
    assert not [area for area in sheet.merged_cells.ranges if area.min_row <= last], "merged cells were taken"
    assert len({cell.value for cell in sheet[1]} & {cell.value for cell in sheet[1] if cell.value}) >= len(COLUMNS)
    rows = rows_of(sheet)
    assert {row["key"] for row in rows} <= original.keys(), "a row of another key was taken"
    assert len({row["key"] for row in rows}) == len(rows), "two rows of one key were taken"
    if missing := len(original) - len(rows):
        assert f"有 {missing} 行从表上删去了" in ran.err
    filled = [row for row in sheet if sum(cell.value is not None for cell in row) > 1]  # a lone note is of no row
    notes = {cell.column for row in filled for cell in row if cell.value == "再查"}
    assert all(get_column_letter(column) in ran.err.partition("没有读：")[2] for column in notes)
    for row in rows:
        check(row, original[row["key"]], now)


def check(row: Mapping[str, Any], before: Mapping[str, Any], now: list[dict[str, str]]) -> None:
    """That one row is in the draft as it stands."""
    assert all(row[column] == before[column] for column in ("before", "after", "guessed", "line", "drafted"))
    meant = {column: meaning(column, row[column]) for column in TYPED}
    was = {column: meaning(column, before[column]) for column in TYPED}
    own = [column for column in TYPED if column not in ("answer", *SHARED)]
    changed = [column for column in meant if column != "answer" and meant[column] != was[column]]
    if meant["answer"] == "drop":
        assert not has(was, own, now)
        assert not changed
        return
    assert has(meant, [*own, *(column for column in changed if column in SHARED)], now), (meant, now)
    if meant["answer"] or changed:
        assert has({**meant, "guessed": ""}, [*own, "guessed"], now)
