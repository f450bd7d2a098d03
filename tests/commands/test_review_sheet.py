"""What a draft guessed is answered on a sheet and read back; what cannot be taken names its cell, nothing is lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from reviewing import COMMAND, with_a_sheet
from running import run

TEXT = """2026年甲市政府工作报告
一、2025年工作回顾
绿道累计达到80公里。三年内，改造管网120公里。三年内，让利企业3.5亿元。
二、2026年工作安排
今年发展的主要预期目标是：地区生产总值增长5%左右，居民收入增长与经济增长同步。今年已过去近2个月。
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    return with_a_sheet(tmp_path, TEXT)


def rows_of(folder: Path) -> dict[str, dict[str, str]]:
    """The rows by their figures."""
    sheet = openpyxl.load_workbook(folder / "review.xlsx").worksheets[0]
    head, *rows = ([str(value or "") for value in row] for row in sheet.iter_rows(values_only=True))
    return {row[2]: dict(zip(head, row, strict=True)) for row in rows}


def fill(folder: Path, **cells: object) -> None:
    """Type into cells: ``A2="采用"``."""
    book = openpyxl.load_workbook(folder / "review.xlsx")
    for name, text in cells.items():
        book.worksheets[0][name] = text
    book.save(folder / "review.xlsx")


def files(folder: Path) -> str:
    return "".join((folder / "made" / name).read_text("utf-8") for name in ("baselines.yaml", "targets.yaml"))


def row_of(folder: Path, figure: str) -> int:
    return list(rows_of(folder)).index(figure) + 2


def test_every_guess_is_a_row_with_its_words_and_choices(folder):
    rows = rows_of(folder)
    assert {"80公里", "120公里", "3.5亿元", "与经济增长同步"} <= set(rows)
    row = rows["80公里"]
    assert (row["前文"], row["名称"], row["基数或目标"], row["时期"], row["章节"], row["行:列"]) == (
        "绿道累计达到", "绿道", "基数", "2025", "一", "3:7",
    )  # fmt: skip
    assert row["后文"].startswith("。三年内")
    book = openpyxl.load_workbook(folder / "review.xlsx")
    chosen = {str(it.sqref).split(":")[0] for it in book.worksheets[0].data_validations.dataValidation}
    assert chosen == {"A2", "F2", "G2", "L2", "M2"}
    assert [cell.value for cell in book["lists"]["A"] if cell.value] == ["采用", "更正", "舍去"]
    assert book.worksheets[0].column_dimensions["P"].hidden


def test_what_nothing_was_guessed_of_stands_last_and_can_be_corrected(folder):
    rows = rows_of(folder)
    assert list(rows)[-1] == "5%左右"
    assert rows["5%左右"]["猜的是"] == ""
    fill(folder, **{f"H{row_of(folder, '5%左右')}": "2027"})
    assert "采用 0，更正 1，舍去 0" in run(*COMMAND, cwd=folder).err
    assert "growth: 5%左右, period: 2027" in files(folder)


def test_answers_are_read_back_and_the_rest_waits(folder):
    before = files(folder)
    level, flow, change = (row_of(folder, figure) for figure in ("80公里", "120公里", "3.5亿元"))
    fill(folder, **{f"A{level}": "采用", f"H{flow}": "2023/2025", f"E{flow}": "供水管网", f"A{change}": "舍去"})
    ran = run(*COMMAND, cwd=folder)
    assert ran.code == 0
    assert "采用 1，更正 1，舍去 1；0 行以前已写入；还有 1 条" in ran.err
    text = files(folder)
    assert text.count("guessed: [") == before.count("guessed: [") - 3
    assert ": 80公里, period: 2025, section: 一}" in text
    assert "{flow: 120公里, period: 2023/2025, section: 一}" in text
    assert "name: 供水管网" in text
    assert "text: 3.5亿元, section: 一, reason: 核对时删去" in text
    assert run("coverage", "report.txt", "--data", "made", cwd=folder).code == 0
    again = run(*COMMAND, cwd=folder)  # the third was corrected without an answer
    assert "采用 0，更正 0，舍去 0；3 行以前已写入；还有 1 条" in again.err
    assert files(folder) == text


def test_codes_and_the_words_of_the_other_language_do_as_well(folder):
    level, flow = row_of(folder, "80公里"), row_of(folder, "120公里")
    fill(folder, **{f"A{level}": "accept", f"A{flow}": "Correct", f"G{flow}": "change"})
    assert run(*COMMAND, cwd=folder).code == 0
    assert "{change: 120公里" in files(folder)


@pytest.mark.parametrize(
    ("figure", "cells", "told"),
    [
        ("80公里", {"A": "好的"}, "N008 单元格 A{row} 的「好的」认不得"),
        ("80公里", {"A": "更正", "G": "差不多"}, "N008 单元格 G{row} 的「差不多」认不得"),
        ("80公里", {"A": "更正"}, "N009 单元格 A{row} 选了更正"),
        ("80公里", {"H": "二〇二五"}, "N010 单元格 H{row}：照填的不能写入草稿"),
        ("80公里", {"C": "很多"}, "N010 单元格 C{row}：照填的不能写入草稿"),
    ],
)
def test_what_cannot_be_taken_names_its_cell_and_nothing_is_written(folder, figure, cells, told):
    before = files(folder)
    row, other = row_of(folder, figure), row_of(folder, "120公里")
    fill(folder, **{f"{column}{row}": text for column, text in cells.items()}, **{f"A{other}": "采用"})
    ran = run(*COMMAND, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert told.format(row=row) in ran.err
    assert f"review.xlsx[核对]:{row}:" in ran.err
    assert files(folder) == before


def test_a_sheet_is_a_workbook_and_has_its_headings(folder):
    assert "W004" in run(*COMMAND[:-1], "review.csv", cwd=folder).err
    fill(folder, A1="别的")
    ran = run(*COMMAND, cwd=folder)
    assert ran.code == 2
    assert "答复/answer" in ran.err


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ({"C": "８１公里"}, "{level: 81公里, period: 2025, section: 一}"),
        ({"C": "1,080公里"}, "{level: '1,080公里', period: 2025, section: 一}"),
        ({"H": "2024年"}, "{level: 80公里, period: 2024, section: 一}"),
        ({"H": "2025年上半年"}, "{level: 80公里, period: 2025-S1, section: 一}"),
        ({"H": "2025年9月"}, "{level: 80公里, period: 2025-09, section: 一}"),
        ({"H": "２０２４"}, "{level: 80公里, period: 2024, section: 一}"),
        ({"H": 2024}, "{level: 80公里, period: 2024, section: 一}"),
        ({"H": datetime(2025, 9, 30, tzinfo=None)}, "{level: 80公里, period: 2025-09-30, section: 一}"),
        ({"F": "目标", "H": "2026年"}, "{indicator: lvdao, level: 80公里, period: 2026, section: 一, binding: task}"),
        ({"A": "　采用 "}, "{level: 80公里, period: 2025, section: 一}"),
    ],
)
def test_what_people_type_is_read_as_they_mean_it(folder, cells, written):
    row = row_of(folder, "80公里")
    fill(folder, **{f"{column}{row}": typed for column, typed in cells.items()})
    ran = run(*COMMAND, cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert f"- {written}\n" in files(folder)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"F": None, "A": "采用"}, "N008 单元格 F{row} 的「」"),
        ({"G": None}, "N008 单元格 G{row} 的「」"),
        ({"G": "增幅"}, "N008 单元格 G{row} 的「增幅」"),
        ({"C": 85}, "X018 单元格 C{row} 存的是数 85"),
        ({"C": "=40+41"}, "X009 单元格 C{row} 是公式"),
        ({"A": True}, "X008 单元格 A{row} 是逻辑值"),
        ({"H": "去年"}, "N010 单元格 H{row}"),
        ({"P": "别的", "A": "采用"}, "N011 单元格 P{row} 的编号「别的」"),
        ({"P": None, "A": "采用"}, "N011 单元格 P{row} 的编号「」"),
    ],
)
def test_nothing_that_is_typed_is_lost_in_silence(folder, cells, told):
    before, row = files(folder), row_of(folder, "80公里")
    fill(folder, **{f"{column}{row}": typed for column, typed in cells.items()})
    ran = run(*COMMAND, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert told.format(row=row) in ran.err
    assert files(folder) == before


def test_rows_may_be_sorted_and_taken_out_but_neither_added_nor_doubled(folder):
    book = openpyxl.load_workbook(folder / "review.xlsx")
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    rows[0][0] = "采用"
    sheet.delete_rows(2, len(rows))
    for row in reversed(rows[:-1]):
        sheet.append(row)
    book.save(folder / "review.xlsx")
    assert "采用 1，更正 0" in run(*COMMAND, cwd=folder).err
    for row, told in (([*["舍去"], *rows[1][1:]], "N012 单元格 P6 与 P4"), (["采用", "", "9家"], "N011 单元格 P6")):
        book = openpyxl.load_workbook(folder / "review.xlsx")
        book.worksheets[0].append(row)
        book.save(folder / "other.xlsx")
        ran = run(*COMMAND[:-1], "other.xlsx", cwd=folder)
        assert (ran.code, told in ran.err) == (2, True), ran.err


def test_a_draft_that_somebody_broke_is_told_with_its_place(folder):
    fill(folder, A2="采用")
    (folder / "made" / "baselines.yaml").write_text("a: [\n", "utf-8")
    ran = run(*COMMAND, cwd=folder)
    assert ran.code == 2
    assert "baselines.yaml:1:" in ran.err


INDICATORS = """2026年甲市政府工作报告
一、2025年工作回顾
地区生产总值850亿元，地区生产总值增长5.1%。绿道累计达到80公里，新增绿道12公里。单位能耗下降3.1%。
"""


@pytest.fixture(params=["zh", "en"])
def lang(request, tmp_path) -> str:
    (tmp_path / "report.txt").write_text(INDICATORS, "utf-8")
    assert run(*COMMAND, "--lang", request.param, cwd=tmp_path).code == 0
    return str(request.param)


def headings_of(folder: Path) -> list[str]:
    sheet = openpyxl.load_workbook(folder / "review.xlsx").worksheets[0]
    return [str(cell.value) for cell in sheet[1]]


def test_direction_and_prices_are_shown_as_drafted(lang, tmp_path):
    assert headings_of(tmp_path)[11:13] == {"zh": ["方向", "价格"], "en": ["direction", "prices"]}[lang]
    shown = {figure: list(row.values())[11:13] for figure, row in rows_of(tmp_path).items()}
    up, current, constant = {
        "zh": ("越高越好", "现价", "不变价"),
        "en": ("higher is better", "current prices", "constant prices"),
    }[lang]
    assert shown["850亿元"] == [up, current]
    assert shown["5.1%"] == [up, constant]
    assert shown["80公里"] == [up, ""]


@pytest.mark.parametrize(
    ("figure", "cells", "written"),
    [
        ("80公里", {"L": "越低越好"}, "    direction: down\n"),
        ("80公里", {"L": "Lower is better"}, "    direction: down\n"),
        ("80公里", {"L": "none"}, "    direction: none\n"),
        ("80公里", {"M": "现价"}, "    prices: {level: current}\n"),
        ("80公里", {"M": "Constant prices"}, "    prices: {level: constant}\n"),
        ("80公里", {"G": "flow", "M": "constant"}, "    prices: {flow: constant}\n"),
        ("850亿元", {"M": "不变价"}, "    prices: {flow: constant, growth: constant, average_growth: constant}\n"),
        ("850亿元", {"M": None}, "    prices: {growth: constant, average_growth: constant}\n"),
        ("80公里", {"C": "80公里以上"}, "{level: 80公里以上, "),
        ("80公里", {"C": "80—90公里"}, "{level: 80—90公里, "),
        ("80公里", {"C": "不超过80公里"}, "{level: 不超过80公里, "),
    ],
)
def test_direction_prices_and_bounds_are_read_back_in_words_of_both_languages(lang, tmp_path, figure, cells, written):
    row = row_of(tmp_path, figure)
    fill(tmp_path, **{f"{column}{row}": typed for column, typed in cells.items()})
    assert run(*COMMAND, "--lang", lang, cwd=tmp_path).code == 0
    text = files(tmp_path)
    assert written in text
    assert run(*COMMAND, "--lang", lang, cwd=tmp_path).code == 0  # read once more, nothing turns back
    assert files(tmp_path) == text


@pytest.mark.parametrize(
    ("cell", "typed", "known"),
    [("L", "横着", "up / down / none"), ("L", None, "up / down / none"), ("M", "2020年价", "current / constant")],
)
def test_what_is_no_direction_or_price_names_its_cell_and_what_can_be_typed(lang, tmp_path, cell, typed, known):
    before, row = files(tmp_path), row_of(tmp_path, "80公里")
    fill(tmp_path, **{f"{cell}{row}": typed})
    ran = run(*COMMAND, "--lang", lang, cwd=tmp_path)
    told = {"zh": f"N008 单元格 {cell}{row} 的「{typed or ''}」", "en": f"in cell {cell}{row} is not known"}[lang]
    assert ran.code == 2
    assert told in ran.err
    assert known in " ".join(ran.err.split())
    assert files(tmp_path) == before


def test_rows_of_one_indicator_say_the_same_of_it_or_are_refused(lang, tmp_path):
    before, level, change = files(tmp_path), row_of(tmp_path, "850亿元"), row_of(tmp_path, "5.1%")
    fill(tmp_path, **{f"L{level}": "down", f"L{change}": "none"})
    ran = run(*COMMAND, "--lang", lang, cwd=tmp_path)
    assert (ran.code, files(tmp_path)) == (2, before)
    assert "N013" in ran.err
    assert f"L{level}" in ran.err
    assert f"L{change}" in ran.err
    fill(tmp_path, **{f"L{change}": "down"})
    assert run(*COMMAND, "--lang", lang, cwd=tmp_path).code == 0
    assert "    name_en: Gross regional product\n    direction: down\n" in files(tmp_path)


def test_what_was_changed_by_hand_since_is_not_turned_back_by_cells_nobody_touched(lang, tmp_path):
    path = tmp_path / "made" / "baselines.yaml"
    path.write_text(path.read_text("utf-8").replace("name: 绿道\n", "name: 城市绿道\n"), "utf-8")
    before = files(tmp_path)
    assert "name: 城市绿道" in before
    fill(tmp_path, **{f"A{row_of(tmp_path, '12公里')}": "accept"})
    assert run(*COMMAND, "--lang", lang, cwd=tmp_path).code == 0
    assert "name: 城市绿道" in files(tmp_path)
