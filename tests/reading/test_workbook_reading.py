"""Workbooks that people filled, as rows of text; and files that are no workbooks, or hostile ones."""

from __future__ import annotations

import io
import random
import re
import struct
from datetime import date, datetime
from datetime import time as clock
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from shizhong_cli.reading import archives
from shizhong_cli.reading.actuals import workbook
from shizhong_cli.reading.actuals.archive import SHEETS
from shizhong_cli.reading.actuals.workbook import workbook_rows
from shizhong_cli.rendering.sentences.names import problem_text
from shizhong_cli.rendering.wording import Language, Words

HEADINGS = ["指标", "截至", "数值", "单位"]
SHEET = "xl/worksheets/sheet1.xml"


def saved(*rows, title="填报"):
    """A workbook with one sheet, as openpyxl writes it."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def content(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def patched(raw, **replacements):
    """The archive with its parts replaced: ``sheet``, ``styles`` ... by a function of their old bytes."""
    result = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            for key, change in replacements.items():
                if key in name.rsplit("/", 1)[-1]:
                    part = change(part)
            target.writestr(name, part)
    return result.getvalue()


def read(folder, raw):
    """The rows and problems, without what is the same in all of them."""
    (folder / "a.xlsx").write_bytes(raw if isinstance(raw, bytes) else content(raw))
    problems = []
    rows = workbook_rows(folder / "a.xlsx", "a.xlsx", problems)
    return [row.cells for row in rows], [(p.code, str(p.place).removeprefix("a.xlsx")) for p in problems], rows


def one_cell(folder, value, format=None, column="C", change=None):
    """The text of one cell of a table, or the code of the problem that it is."""
    book = saved(HEADINGS, ["gdp", "2026-Q3", "5.2", "%"])
    cell = book.active[f"{column}2"]
    cell.value = value
    if format:
        cell.number_format = format
    raw = content(book)
    rows, problems, _ = read(folder, patched(raw, styles=change) if change else raw)
    if problems:
        assert len(rows) == 1
        return problems[0]
    return rows[1][ord(column) - ord("A")]


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (5.2, None, "5.2"),
        (1520.3, None, "1520.3"),
        (1520.0, None, "1520"),
        (1520, "#,##0.00", "1520"),
        (0.1 + 0.2, None, "0.3"),
        (0.28999999999999998, None, "0.29"),
        (-3.5, "0.0;[Red]-0.0", "-3.5"),
        (0, None, "0"),
        (-0.0, None, "0"),
        (152030000000, "0.00E+00", "152030000000"),
        (1.5e20, None, "150000000000000000000"),
        (0.000001, None, "0.000001"),
        (0.052, "0.0%", "5.2%"),
        (0.07, "0%", "7%"),
        (0.9996, "0%", "99.96%"),  # what was typed, not what is shown
        (1.004, '0.00%;[Red]-0.00%', "100.4%"),
        (5.2, '0.0"%"', "5.2"),
        (5.2, '0.0\\%', "5.2"),
        (1520.3, '#,##0.0"亿元"', "1520.3亿元"),
        (1520.3, '#,##0.0亿元', "1520.3亿元"),
        (2, '[DBNum1][$-804]General', "2"),
        (20, '[$¥-804]#,##0.00', "20"),
        (20, '_ * #,##0.00_ ;_ * -#,##0.00_ ', "20"),
        ("5.2%", None, "5.2%"),
        (" 2.70\n", None, "2.70"),
        ("\u3000１５２０．３\u3000", None, "1520.3"),
        ("＋５．２％", None, "+5.2%"),
        ("1520.3亿元", "@", "1520.3亿元"),
        ("超过１２．６万户", None, "超过１２．６万户"),  # the reader of figures knows full-width digits
        ("1,520.3", None, "1,520.3"),
        ("=1+1", None, ("X009", "[填报]:2:3")),
        (True, None, ("X008", "[填报]:2:3")),
        ("#DIV/0!", None, ("X007", "[填报]:2:3")),
        ("#N/A", None, ("X007", "[填报]:2:3")),
        (15203, '0!.0,"万"', ("X011", "[填报]:2:3")),
        (15203, '#,##0,"千元"', ("X011", "[填报]:2:3")),
        (300, "[$$-409]#,##0.00", ("X011", "[填报]:2:3")),  # shown as $300.00
        (300, "#,##0.00 [$€-2]", ("X011", "[填报]:2:3")),
        (300, "[$USD] #,##0", ("X011", "[填报]:2:3")),
        (300, "[$US$-409]#,##0", ("X011", "[填报]:2:3")),
        (300, "[$¥-411]#,##0", ("X011", "[填报]:2:3")),  # yen
        (300, "#,##0[$万]", ("X011", "[填报]:2:3")),
        (300, "[$¥-804]#,##0.00", "300"),
        (300, "[$￥-804]#,##0.00;[Red]-[$￥-804]#,##0.00", "300"),
        (300, "[$-804]#,##0.00", "300"),
        (300, "[Red]#,##0.00", "300"),
    ],
)  # fmt: skip
def test_a_cell_as_text(tmp_path, value, format, text):
    assert one_cell(tmp_path, value, format) == text


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (datetime(2026, 9, 30), None, "2026-09-30"),
        (date(2026, 9, 1), "yyyy-mm-dd", "2026-09-01"),
        (datetime(2026, 9, 30, 8, 30), None, "2026-09-30"),
        (datetime(2026, 9, 30), 'm"月"d"日"', "2026-09-30"),
        (datetime(2026, 9, 30), '[$-804]yyyy"年"m"月"d"日"', "2026-09-30"),
        (datetime(2026, 9, 1), 'yyyy"年"m"月"', "2026-09"),  # 2026年9月 as typed
        (datetime(2026, 9, 1), "mmm-yy", "2026-09"),
        (datetime(2026, 9, 30), "mmm-yy", "2026-09-30"),
        (datetime(2026, 1, 1), "yyyy", "2026"),
        (clock(8, 30), None, "08:30:00"),
        (2026, None, "2026"),
        ("2026-Q3", None, "2026-Q3"),
        ("２０２６－０９－３０", None, "2026-09-30"),
    ],
)
def test_a_date_as_text(tmp_path, value, format, text):
    assert one_cell(tmp_path, value, format, "B") == text


@pytest.mark.parametrize(("number", "text"), [(31, "2026-09-01"), (57, "2026-09"), (58, "2026-09-01"), (33, "46266")])
def test_dates_that_chinese_excel_formats_by_number_alone(tmp_path, number, text):
    """46266 is the first of September 2026; openpyxl does not know these formats."""

    def change(styles):
        return styles.replace(b'numFmtId="9"', b'numFmtId="%d"' % number)

    assert one_cell(tmp_path, 46266, "0%", "B", change) == text


def test_a_number_that_is_none(tmp_path):
    for wrong in ("1E999", "1" * 400, "NaN"):
        raw = patched(
            content(saved(HEADINGS, ["gdp", "2026", 77.5])), sheet=lambda x, w=wrong: x.replace(b"77.5", w.encode())
        )
        rows, problems, _ = read(tmp_path, raw)
        assert problems in ([("X007", "[填报]:2:3")], [("X005", "")]), wrong
        assert len(rows) <= 1


def test_a_formula_with_its_result(tmp_path):
    def result(sheet):
        return re.sub(rb"<f>1\+1</f><v ?(?:/>|></v>)", b"<f>1+1</f><v>2</v>", sheet)  # as lxml or the library writes it

    raw = patched(content(saved(HEADINGS, ["gdp", "2026", "=1+1"])), sheet=result)
    assert read(tmp_path, raw)[:2] == ([tuple(HEADINGS), ("gdp", "2026", "2")], [])


def test_a_formula_that_leaves_its_cell_blank(tmp_path):
    def result(sheet):
        return re.sub(rb'(<c r="C2")[^>]*>.*?</c>', rb'\1 t="str"><f>IF(1,"","")</f><v></v></c>', sheet)

    raw = patched(content(saved(HEADINGS, ["gdp", "2026", "=1+1"])), sheet=result)
    assert read(tmp_path, raw)[:2] == ([tuple(HEADINGS), ("gdp", "2026")], [])


def test_the_table_below_a_title_beside_blank_columns(tmp_path):
    book = saved(
        ["市中区填报表"], [], ["填表单位：", "区统计局"], [None, *HEADINGS, None, "备注"],
        [None, "gdp", "2026", 5.2, "%", None, None, " ", None], [], [None, None, " "], [None, "b", "2026", 3],
        ["填表人：张三"],
    )  # fmt: skip
    book.active["Z90"].number_format = "0%"  # formatted and empty
    rows, problems, placed = read(tmp_path, book)
    assert problems == []
    assert rows == [
        ("", *HEADINGS, "", "备注"),
        ("", "gdp", "2026", "5.2", "%"),
        ("", "b", "2026", "3"),
    ]
    assert [str(row.place) for row in placed] == ["a.xlsx[填报]:4:1", "a.xlsx[填报]:5:1", "a.xlsx[填报]:8:1"]


def test_hidden_rows_are_read_and_hidden_sheets_are_not(tmp_path):
    book = saved(HEADINGS, ["a", "2026", 1], ["b", "2026", 2])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    old = book.create_sheet("去年", 0)
    old.append(HEADINGS)
    old.append(["a", "2025", 9])
    old.sheet_state = "hidden"
    assert read(tmp_path, book)[:2] == ([tuple(HEADINGS), ("a", "2026", "1"), ("b", "2026", "2")], [])


def test_sheets_of_information_are_left_alone(tmp_path):
    book = saved(["指标", "说明"], ["a", "#REF!"], title="说明")
    book.create_chartsheet("图").add_chart(BarChart())
    for title, row in (("填报", ["a", "2026", 1]), ("空表", None)):
        sheet = book.create_sheet(title)
        sheet.append(HEADINGS)
        if row:
            sheet.append(row)
    rows, problems, placed = read(tmp_path, book)
    assert (rows[1:], problems) == ([("a", "2026", "1")], [])
    assert placed[0].place.file == "a.xlsx[填报]"


def test_figures_on_another_sheet_are_not_lost_in_silence(tmp_path):
    book = saved(HEADINGS, ["a", "2026", 1], title="一季度")
    other = book.create_sheet("二季度")
    other.append(HEADINGS)
    other.append(["a", "2026", 2])
    assert read(tmp_path, book)[1] == [("X012", "[二季度]:1:1")]


def test_merged_cells(tmp_path):
    book = saved(
        ["表", None, None, None], HEADINGS, ["a", "2026-Q3", 1], ["b", None, 2], ["c", None, 3], ["d", "2026", 4]
    )
    for cells in ("A1:D1", "B3:B5", "C5:C6"):
        book.active.merge_cells(cells)
    rows, problems, _ = read(tmp_path, book)
    assert rows == [tuple(HEADINGS), ("a", "2026-Q3", "1"), ("b", "2026-Q3", "2")]
    assert problems == [("X010", "[填报]:5:3"), ("X010", "[填报]:6:3")]


def test_all_problems_come_in_one_run_and_spoil_only_their_rows(tmp_path):
    book = saved(
        [*HEADINGS, "我的算式"], ["a", "2026", True, "亿元"], ["b", "#N/A", "=1+1", "亿元"],
        ["c", "2026", 3, "亿元", "#DIV/0!"], ["d", "2026", "#VALUE!"],
    )  # fmt: skip
    rows, problems, _ = read(tmp_path, book)
    assert rows[1:] == [("c", "2026", "3", "亿元")]
    assert problems == [
        ("X008", "[填报]:2:3"), ("X007", "[填报]:3:2"), ("X009", "[填报]:3:3"), ("X007", "[填报]:5:3"),
    ]  # fmt: skip


def test_the_problem_names_the_cell_as_excel_does(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(content(saved([None] * 30 + HEADINGS, [None] * 30 + ["a", "2026", "#REF!"])))
    problems = []
    workbook_rows(tmp_path / "a.xlsx", "a.xlsx", problems)
    assert [(p.expected, p.found) for p in problems] == [("AG2", "#REF!")]


@pytest.mark.parametrize("headings", [["INDICATOR", "As_Of", "Figure"], ["指标 ", "时点", "\u3000实际\n"]])
def test_headings_in_both_languages(tmp_path, headings):
    rows, problems, _ = read(tmp_path, saved(headings, ["a", "2026", 1]))
    assert (rows[1:], problems) == ([("a", "2026", "1")], [])


@pytest.mark.parametrize(
    "rows", [[], [["指标", "目标"]], [["x"]] * 10 + [HEADINGS]], ids=["empty", "no figure", "too far down"]
)
def test_no_table(tmp_path, rows):
    assert read(tmp_path, saved(*rows))[:2] == ([], [("X006", "")])


def test_more_rows_than_anyone_fills(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    rows = [["a", "2026", n] for n in range(1, 6)]
    assert read(tmp_path, saved(HEADINGS, *rows[:3], []))[1] == []
    assert read(tmp_path, saved(HEADINGS, *rows))[1] == [("X013", "[填报]:5:1")]


# files that are no workbooks, and hostile ones


def zipped(**parts):
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
GOOD = content(saved(HEADINGS, ["gdp", "2026-Q3", 5.2, "%"], ["b", "2026", "文字", "个"]))


def encrypted():
    """The good workbook with the bit set that says a part needs a password."""
    raw = bytearray(GOOD)
    for signature, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        for match in re.finditer(re.escape(signature), GOOD):
            (flags,) = struct.unpack_from("<H", raw, match.start() + offset)
            struct.pack_into("<H", raw, match.start() + offset, flags | 1)
    return bytes(raw)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "X001"),
        ("指标,截至,数值\n".encode("gbk"), "X001"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "X001"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "X001"),
        (zipped(xl__workbook="nothing"), "X001"),
        (GOOD[: len(GOOD) // 2], "X001"),
        (COMPOUND, "X003"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "X002"),
        (encrypted(), "X002"),
        (zipped(**{"xl__workbook.xml": "<nothing/>"}), "X005"),
        (patched(GOOD, sheet=lambda _: b"<worksheet"), "X005"),
        (patched(GOOD, styles=lambda _: b""), "X005"),
        (patched(GOOD, sheet=lambda x: x.replace(b't="n"', b't="s"')), "X005"),
        (patched(GOOD, sheet=lambda x: x.replace(b"5.2", b"five")), "X005"),
        (patched(GOOD, sheet=lambda x: b" " * (65 * 2**20) + x), "X004"),
    ],
)
def test_what_is_no_workbook_is_one_clear_problem(tmp_path, raw, code):
    assert read(tmp_path, raw)[:2] == ([], [(code, "")])


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        (zipped(**{"xl__workbook.xml": "<nothing/>"}), "xl/worksheets"),
        (patched(GOOD, sheet=lambda _: b"<worksheet"), "xl/worksheets/sheet1.xml"),
        (patched(GOOD, styles=lambda _: b""), "xl/styles.xml"),
        (patched(GOOD, sheet=lambda x: x.replace(b"5.2", b"five")), "xl/worksheets"),
    ],
)
def test_the_damaged_part_is_named(tmp_path, raw, part):
    problems = []
    (tmp_path / "a.xlsx").write_bytes(raw)
    assert workbook_rows(tmp_path / "a.xlsx", "a.xlsx", problems) == []
    assert [(problem.code, problem.found) for problem in problems] == [("X005", part)]


def test_a_file_that_is_not_there_or_too_large(tmp_path, monkeypatch):
    problems = []
    assert workbook_rows(tmp_path / "none.xlsx", "none.xlsx", problems) == []
    assert workbook_rows(tmp_path, "folder", problems) == []
    monkeypatch.setattr(workbook, "LARGEST_WORKBOOK", 10)
    (tmp_path / "a.xlsx").write_bytes(GOOD)
    assert workbook_rows(tmp_path / "a.xlsx", "a.xlsx", problems) == []
    assert [problem.code for problem in problems] == ["Y001", "Y001", "Y002"]


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("b"), ord("k"))
)


@pytest.mark.parametrize(
    "change",
    [
        lambda _: BOMB + b"]><worksheet>&j;</worksheet>",
        lambda x: x.replace(
            b"</sheetData>", b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'
        ),
        lambda x: x.replace(
            b"</sheetData>",
            b"".join(b'<row r="%d"><c r="XFD%d" s="0"/></row>' % (n, n) for n in range(4, 20000)) + b"</sheetData>",
        ),
        lambda x: x.replace(
            b"</sheetData>", b"".join(b'<row r="%d"/>' % n for n in range(4, 200000)) + b"</sheetData>"
        ),
        lambda x: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', x),
        lambda x: x.replace(b"</worksheet>", b'<mergeCells><mergeCell ref="A2:A1048576"/></mergeCells></worksheet>'),
        lambda x: x.replace(
            b"</worksheet>",
            b"<mergeCells>" + b'<mergeCell ref="A4:XFD1048576"/>' * 50000 + b"</mergeCells></worksheet>",
        ),
    ],
    ids=["entities", "far row", "far column", "blank rows", "dimension", "merged down", "merged often"],
)
def test_a_hostile_sheet_is_read_or_refused_soon(tmp_path, change):
    rows, problems, _ = read(tmp_path, patched(GOOD, sheet=change))
    assert rows[1:2] == [("gdp", "2026-Q3", "5.2", "%")] or problems in ([("X005", "")], [("X015", "")])


END = b"</sheetData>"
MANY = {
    "cells": {"sheet1": lambda x: x.replace(END, b"<row>" + b"<c/>" * 700_000 + b"</row>" + END)},
    "rows": {"sheet1": lambda x: x.replace(END, b"<row/>" * 700_000 + END)},
    "styles": {"styles": lambda x: x.replace(b"</cellXfs>", b"<xf/>" * 300_000 + b"</cellXfs>")},
    "fonts": {"styles": lambda x: x.replace(b"</fonts>", b"<font/>" * 300_000 + b"</fonts>")},
    "texts": {"theme1": lambda _: b"<sst>" + b"<si/>" * 300_000},
    "merged": {"sheet1": lambda x: x.replace(b"</worksheet>", b'<mergeCell ref="A1:B2"/>' * 700_000 + b"</worksheet>")},
    "attributes": {
        "sheet1": lambda x: x.replace(END, b"<a " + b" ".join(b'a%d=""' % i for i in range(2000)) + b"/>" + END)
    },
    "depth": {"sheet1": lambda x: x.replace(END, b"<a>" * 700_000 + END)},
    "names": {"workbook": lambda x: x.replace(b"</sheets>", b"</sheets>" + b'<definedName name="n"/>' * 300_000)},
    "sheets": {
        "workbook": lambda x: re.sub(rb"(<sheet [^>]*>)", rb"\1" * 40, x),
        "sheet1": lambda x: x.replace(END, b"<row/>" * 20_000 + END),
    },
}


@pytest.mark.parametrize("kind", MANY)
def test_elements_are_counted_before_a_library_sees_them(tmp_path, monkeypatch, kind):
    """A few hundred kilobytes of these took gigabytes; the limit is named."""
    monkeypatch.setattr(workbook, "_tables", None)  # what unpacks them is not reached
    (tmp_path / "a.xlsx").write_bytes(patched(GOOD, **MANY[kind]))
    problems = []
    assert workbook_rows(tmp_path / "a.xlsx", "a.xlsx", problems) == []
    (problem,) = problems
    assert problem.code == "X014"
    assert int(problem.found.removeprefix("> ")) >= int(problem.expected) > 0


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("X001", None),
        ("X004", "<a>" + " " * SHEETS.bytes + "</a>"),
        ("X005", "<?xml version='1.0' encoding='utf-7'?><a/>"),
        ("X014", "<a>" + "<b/>" * SHEETS.elements + "</a>"),
        ("X015", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ],
)
def test_the_part_of_a_workbook_is_no_guess_at_what_was_meant(tmp_path, code, part):
    raw = zipped(a="") if part is None else zipped(**{"xl__workbook.xml": part})
    (tmp_path / "a.xlsx").write_bytes(raw)
    problems = []
    workbook_rows(tmp_path / "a.xlsx", "a.xlsx", problems)
    assert [problem.code for problem in problems] == [code]
    said = [problem_text(problem, Words(language)) for problem in problems for language in Language]
    assert [text for text in said if "是不是" in text or "Did you mean" in text] == []
    assert "（）" not in said[0]


def test_members_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 20)
    assert read(tmp_path, zipped(**{f"a{n}": "" for n in range(21)}))[1] == [("X014", "")]


def test_what_a_full_workbook_holds_is_no_more_than_may_be():
    """20,000 rows of 9 cells, each a text of its own: what the reader takes, the counter lets through."""
    rows = workbook.MOST_ROWS
    assert rows * (1 + 9 * 3) <= SHEETS.elements
    assert rows * 9 * 3 * 2 <= SHEETS.attributes


@pytest.mark.parametrize("seed", range(60))
def test_damage_never_ends_the_program(tmp_path, seed):
    chance = random.Random(seed)

    def damaged(part):
        part = bytearray(part)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(part))
            if chance.random() < 0.5:
                part[place] = chance.randrange(256)
            else:
                del part[place : place + chance.randint(1, 40)]
        return bytes(part)

    which = chance.choice(["sheet1", "styles", "workbook", "sharedStrings", "rels", "Types", ""])
    raw = patched(GOOD, **{which: damaged}) if chance.random() < 0.8 else damaged(GOOD)
    read(tmp_path, raw)
