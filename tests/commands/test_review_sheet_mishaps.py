"""What happens to a sheet between its writing and its reading: every cell that was changed is taken or told of."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from reviewing import COMMAND, with_a_sheet
from running import Ran, run

TEXT = """2026年甲市政府工作报告
一、2025年工作回顾
地区生产总值850亿元，地区生产总值增长5.1%。绿道累计达到80公里，新增绿道12公里。三年内，改造管网120公里。单位能耗下降3.1%。
二、2026年工作安排
今年发展的主要预期目标是：地区生产总值增长5%左右，居民收入增长与经济增长同步，财政收入保持合理增长。
"""
LAST = "Q"  # the last column that is written


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    return with_a_sheet(tmp_path_factory.mktemp("written"), TEXT)


@pytest.fixture
def folder(written, tmp_path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "copy"))


def files(folder: Path) -> str:
    return "".join((folder / "made" / name).read_text("utf-8") for name in ("baselines.yaml", "targets.yaml"))


def changed(folder: Path, change: Callable[[Worksheet], object]) -> Ran:
    """What the program says of the sheet after a change."""
    book = openpyxl.load_workbook(folder / "review.xlsx")
    change(book.worksheets[0])
    book.save(folder / "review.xlsx")
    return run(*COMMAND, cwd=folder)


def cells(**typed: object) -> Callable[[Worksheet], object]:
    """A change of cells by their names."""

    def change(sheet: Worksheet) -> None:
        for name, value in typed.items():
            sheet[name] = value

    return change


def merged(area: str, value: str) -> Callable[[Worksheet], object]:
    """A change that merges cells and types into them."""

    def change(sheet: Worksheet) -> None:
        sheet[area.split(":")[0]] = value
        sheet.merge_cells(area)

    return change


def dated(cell: str, value: object, format: str) -> Callable[[Worksheet], object]:
    """A change that a spreadsheet makes of what is typed: a date with the format that it chooses."""

    def change(sheet: Worksheet) -> None:
        sheet[cell] = value
        sheet[cell].number_format = format

    return change


def sorted_without_hidden_columns(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row[:15]] for row in sheet.iter_rows(min_row=2)]
    for row, values in zip(sheet.iter_rows(min_row=2), reversed(rows), strict=True):
        for cell, value in zip(row, values, strict=False):
            cell.value = value


REFUSED = [
    (cells(R1="时期", R2="2023"), ["R1", "N014", "H1"]),
    (cells(R1="period", R2="2023"), ["R1", "N014", "H1"]),
    (cells(H1="期间", H2="2024"), ["H1", "N015 没有标题为「时期/period」的列", "是不是「期间」"]),
    (cells(H1=None, H2="2024"), ["N015 没有标题为「时期/period」的列"]),
    (cells(C1="数"), ["N015 没有标题为「数值/figure」的列"]),
    (lambda sheet: sheet.delete_cols(10), ["N015 没有标题为「单位/unit」的列"]),
    (cells(H2=None), ["N017 单元格 H2 清空了（原为「2025」）"]),
    (cells(E2=None, K3=None), ["N017 单元格 E2", "N017 单元格 K3"]),
    (cells(A2="采用", H2=None), ["N017 单元格 H2"]),
    (cells(**{f"{letter}2": None for letter in "ABCDEFGHIJKLMNO"}), ["N016 单元格 B2"]),
    (merged("H2:H4", "2024"), ["X016 单元格 H2:H4"]),
    (merged("A2:A4", "采用"), ["X016 单元格 A2:A4"]),
    (merged("H2:I2", "2024"), ["X016 单元格 H2:I2"]),
    (merged("B1:E1", "前文"), ["X016 单元格 B1:E1", "N015 没有标题为「数值/figure」的列"]),
    (dated("H2", date(2024, 1, 1), "yyyy-mm-dd"), ["X017 单元格 H2 被表格软件变成了日期 2024-01-01"]),
    (dated("H2", datetime(2024, 9, 1, tzinfo=None), "m/d/yyyy"), ["X017 单元格 H2"]),
    (dated("H2", date(2026, 9, 30), 'm"月"d"日"'), ["X017 单元格 H2"]),
    (dated("H2", date(1905, 7, 16), "yyyy-mm-dd"), ["X017 单元格 H2"]),
    (dated("H2", date(2024, 9, 1), "yyyy"), ["X017 单元格 H2"]),
    (dated("E2", date(2024, 9, 30), "yyyy-mm-dd"), ["X017 单元格 E2"]),
    (dated("E2", time(3, 7), "h:mm"), ["X017 单元格 E2"]),
    (dated("C5", 0.052, "0.00%"), ["X018 单元格 C5 存的是数 5.2%"]),
    (dated("C8", "5.20%", "@"), None),
    (cells(A2="舍去", H2="2024", E2="别的"), ["N018 单元格 A2 选了舍去，单元格 H2 又改了", "单元格 E2"]),
    (cells(B2="别处"), ["N016 单元格 B2"]),
    (cells(N2=None), ["N016 单元格 N2"]),
    (cells(O2="9:9"), ["N016 单元格 O2 现在是「9:9」"]),
    (cells(Q2="{}"), ["N011 单元格 Q2"]),
    (sorted_without_hidden_columns, ["N016"]),
    (cells(H2="去年", C2="很多", K3="九"), ["N010 单元格 H2", "N010 单元格 C2", "N010 单元格 K3"]),
    (
        cells(H2="去年", C2="很多"),
        ["N010 单元格 H2：照填的不能写入草稿：「去年」", "N010 单元格 C2：照填的不能写入草稿：「很多」"],
    ),
    (cells(G2="增长", L2="越低越好"), ["N010 单元格 G2"]),
    (cells(E2="居民收入", E3="绿道"), ["N019 单元格 E2 填的「居民收入」写入后不会是这样"]),
    (cells(E2="步\u200b道"), ["N019 单元格 E2"]),
    (cells(A2="采用 "), None),
    (dated("H2", date(2024, 9, 1), "yyyy-mm"), None),
    (dated("H2", date(2024, 9, 1), 'yyyy"年"m"月"'), None),
    (dated("H2", date(2024, 1, 1), "yyyy"), None),
    (dated("H2", date(2024, 9, 30), "yyyy/m/d"), None),
]


@pytest.mark.parametrize(("change", "told"), REFUSED)
def test_a_sheet_is_read_as_it_is_meant_or_refused_with_its_cells(folder, change, told):
    before = files(folder)
    ran = changed(folder, change)
    if told is None:
        assert (ran.code, files(folder) != before) == (0, True), ran.err
    else:
        assert (ran.code, files(folder)) == (2, before)
        assert [words for words in told if words not in ran.err] == [], ran.err


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda sheet: sheet.delete_rows(2), "有 1 行从表上删去了"),
        (lambda sheet: sheet.delete_rows(2, 20), "有 9 行从表上删去了"),
        (cells(R1="备注", R2="再查"), "没有读：R 备注。"),
        (cells(T5="再查"), "没有读：T。"),
        (cells(F2="目标"), "1 个目标的时期在报告之前就过完了：H2。"),
        (cells(F2="目标", H2="2025年上半年"), "1 个目标的时期在报告之前就过完了：H2。"),
    ],
)
def test_what_is_taken_or_left_and_looks_odd_is_told(folder, change, told):
    ran = changed(folder, change)
    assert ran.code == 0
    assert told in ran.err


def test_the_year_of_a_report_is_read_as_its_draft_reads_it(tmp_path):
    folder = with_a_sheet(tmp_path, TEXT.replace("2026年", "２０２６ 年").replace("2025年", "2 0 2 5 年"))
    ran = changed(folder, cells(F2="目标"))
    assert ran.code == 0
    assert "1 个目标的时期在报告之前就过完了：H2。" in ran.err


def test_a_target_of_the_year_of_the_report_or_later_is_not_odd(folder):
    ran = changed(folder, cells(F2="目标", H2="2026", F3="目标", H3="2026/2030"))
    assert ran.code == 0
    assert "再看" not in ran.err


def test_the_sheet_of_another_report_is_refused(folder):
    before = files(folder)
    (folder / "report.txt").write_text(
        TEXT.replace("绿道", "步道").replace("管网", "路灯").replace("5.1%", "5.2%"), "utf-8"
    )
    ran = changed(folder, cells(A2="采用"))
    assert (ran.code, files(folder)) == (2, before)
    assert "N020" in ran.err
    (folder / "report.txt").write_text("2026年乙县政府工作报告\n一、2025年工作回顾\n学校累计达到8所。\n", "utf-8")
    ran = run(*COMMAND[:3], "other", *COMMAND[4:], cwd=folder)
    assert ran.code == 2
    assert "review.xlsx[核对]: N020 不是这份报告的" in ran.err


def test_what_the_draft_has_no_more_is_told_with_its_cell(folder):
    assert "采用 1" in changed(folder, cells(A2="采用")).err
    assert "1 行以前已写入" in run(*COMMAND, cwd=folder).err
    ran = changed(folder, cells(H2="2024"))  # answered already, and so no longer to be found
    assert ran.code == 0
    assert "没有写入的 1 行：草稿里已没有这一条，也没有照这一行改过的：A2 (" in ran.err


def test_a_sheet_may_be_renamed_have_others_beside_it_filters_and_hidden_rows(folder):
    def change(sheet: Worksheet) -> None:
        sheet.title = "第一批"
        sheet.auto_filter.ref = f"A1:{LAST}9"
        sheet.row_dimensions[2].hidden = True
        sheet["A2"], sheet["C3"] = "采用", "　" + str(sheet["C3"].value) + " "
        sheet.parent.create_sheet("说明", 0)["A1"] = "先看这里"

    ran = changed(folder, change)
    assert (ran.code, "采用 1，更正 0" in ran.err) == (0, True), ran.err


def test_two_copies_of_the_sheet_are_refused(folder):
    before = files(folder)
    ran = changed(folder, lambda sheet: sheet.parent.copy_worksheet(sheet))
    assert (ran.code, files(folder), "X012" in ran.err) == (2, before, True)
