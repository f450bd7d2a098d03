"""Workbooks that are written, read back with openpyxl: the template and results."""

from __future__ import annotations

import io
from datetime import date
from fractions import Fraction

import pytest
from making import gap_of, load, one_indicator
from openpyxl import load_workbook
from running import ROOT, run

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.pack.rows import figure_row
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.overview import movements
from shizhong_cli.core.progress.rows import gap_row, movement_row
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.reading.actuals.workbook import workbook_rows
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.rendering.formats.workbook import results_bytes
from shizhong_cli.rendering.formats.workbook_template import template_bytes
from shizhong_cli.rendering.formats.workbook_values import display_width, lines_needed, value_of
from shizhong_cli.rendering.pages.status_book import status_book
from shizhong_cli.rendering.pages.template import asked_rows
from shizhong_cli.rendering.sentences.numbers import fixed
from shizhong_cli.rendering.wording import Language, Words

ZH, EN = Words(Language.ZH), Words(Language.EN)
CHINESE = (
    "章节",
    "指标",
    "指标名称",
    "目标",
    "目标时期",
    "类型",
    "单位",
    "截至",
    "数值",
    "来源",
    "备注",
    "佐证",
    "核实人",
)
ENGLISH = ("section", "indicator", "name", "target", "period", "measure", "unit", "as_of", "figure", "source", "note",
           "evidence", "confirmed_by")  # fmt: skip

EMPTY = (None,) * 5
"""The cells from the figure on."""


@pytest.fixture(scope="module")
def shipped():
    return load_catalogue(ROOT)


@pytest.fixture
def small(tmp_path):
    """Two sections, one indicator with two targets in one unit and one in another, one target without a number."""
    targets = """
targets:
  - {indicator: a, flow: 2.5亿元以上, period: 2026, section: 一}
  - {indicator: a, growth: 5%左右, period: 2026, section: 一}
  - {indicator: b, level: 3万人, period: 2026, section: 二}
  - {indicator: a, flow: 30000万元, period: 2027, section: 二}
  - {indicator: b, share: 五分之一, period: 2026, section: 二}
  - {indicator: b, qualitative: 保持稳定, period: 2026, binding: qualitative, section: 二}
"""
    names = "".join(f"  {i}: {{name: 指标{i}, name_en: Indicator {i}, direction: up, figures: []}}\n" for i in "ab")
    return load(tmp_path, f"indicators:\n{names}", targets)


def opened(content):
    return load_workbook(io.BytesIO(content))


def lines(sheet):
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


# the template


def test_a_template_asks_for_each_number_once(small):
    book = opened(template_bytes(small, ZH, "2026-Q3"))
    fill, lists, others, instructions = book.worksheets
    assert lines(fill) == [
        CHINESE,
        ("一", "a", "指标a", "2.5亿元以上；30000万元", "2026；2027", "累计数", "亿元", "2026-Q3", *EMPTY),
        ("一", "a", "指标a", "5%左右", "2026", "增长", "%", "2026-Q3", *EMPTY),
        ("二", "b", "指标b", "3万人", "2026", "期末数", "万人", "2026-Q3", *EMPTY),
        ("二", "b", "指标b", "五分之一", "2026", "比重", "%", "2026-Q3", *EMPTY),
    ]
    assert lines(others)[1:] == [("二", "b", "指标b", "保持稳定", "2026")]
    assert lists.sheet_state == "hidden"
    assert instructions["A1"].value == "怎样填这张表"
    assert [s.title for s in book.worksheets] == ["填报表", "lists", "无数字的目标", "说明"]


def test_a_template_in_english(small):
    book = opened(template_bytes(small, EN))
    assert lines(book.worksheets[0])[:2] == [
        ENGLISH,
        ("一", "a", "Indicator a", "2.5亿元以上; 30000万元", "2026; 2027", "flow", "亿元", None, *EMPTY),
    ]


def test_a_template_helps_whoever_types(small):
    sheet = opened(template_bytes(small, ZH, "2026-Q3")).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:M5", "$1:$1")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape", 1, 0,
    )  # fmt: skip
    found = {str(v.sqref).rstrip("0123456789"): v for v in sheet.data_validations.dataValidation}
    assert {key: v.type for key, v in found.items()} == {"B2:B": "list", "H2:H": "list", "I2:I": None}
    assert found["I2:I"].promptTitle == "数值"
    assert "5.2%" in found["I2:I"].prompt
    assert [v.errorStyle for v in found.values() if v.error] == ["warning", "warning"]  # other answers are possible
    assert all(len(v.prompt or "") <= 255 and len(v.error or "") <= 255 for v in found.values())  # the most Excel takes
    fills = [cell.fill.fgColor.rgb for cell in sheet[2]]
    assert len(set(fills[:7])) == len(set(fills[7:])) == 1
    assert fills[0] != fills[7]
    assert sheet["I2"].number_format == sheet.column_dimensions["I"].number_format == "@"  # digits as typed


def test_the_choices_of_a_template(small):
    lists = opened(template_bytes(small, ZH)).worksheets[1]
    assert [cell.value for cell in lists["A"]][:2] == ["a", "b"]
    assert [cell.value for cell in lists["B"]][:6] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026-01", "2026-02"]
    assert [cell.value for cell in lists["B"]][16:18] == ["2026", "2027-Q1"]


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_what_is_asked_on_the_shipped_data_can_be_answered(shipped, words):
    rows = asked_rows(shipped, words)
    assert len({(row.indicator, row.unit, row.measure) for row in rows}) == len(rows)
    assert {row.indicator for row in rows} == {t.indicator for t in shipped.numbered_targets}
    for row in rows:
        written = parse_figure(f"1{row.unit}", shipped.units)
        (first, *_) = [t.written for t in shipped.numbered_targets_of(row.indicator)]
        assert (written.unit, written.scale) == (first.unit, abs(first.scale)), row


def test_a_template_that_was_filled_comes_back(small, tmp_path):
    book = opened(template_bytes(small, ZH, "2026-Q3"))
    sheet = book.worksheets[0]
    sheet["I2"], sheet["J2"] = "1.50", "某局"
    sheet["I4"] = 2.9
    sheet["H4"] = "2026-09"
    book.save(tmp_path / "filled.xlsx")
    problems = []
    heading, *rows = workbook_rows(tmp_path / "filled.xlsx", "filled.xlsx", problems)
    assert problems == []
    assert heading.cells == CHINESE
    assert rows[0].cells == (
        "一",
        "a",
        "指标a",
        "2.5亿元以上；30000万元",
        "2026；2027",
        "累计数",
        "亿元",
        "2026-Q3",
        "1.50",
        "某局",
    )
    assert rows[1].cells[-1] == "2026-Q3"
    assert rows[2].cells[6:] == ("万人", "2026-09", "2.9")
    assert str(rows[2].place) == "filled.xlsx[填报表]:4:1"


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_the_same_content_gives_the_same_bytes(shipped, words, monkeypatch):
    first = template_bytes(shipped, words)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert template_bytes(shipped, words) == first


# the command


@pytest.mark.parametrize("name", ["actuals.xlsx", "actuals.CSV"])
def test_the_command_writes_a_template(tmp_path, name):
    path = tmp_path / name
    ran = run("template", "--output", str(path), "--as-of", "2026-Q3")
    next_one = f"填好收回后输入：shizhong record --from {path}\n"
    assert (ran.code, ran.out, ran.err) == (0, "", f"{path}：53 行待填。\n{next_one}")
    before = path.read_bytes()
    ran = run("template", "--output", str(path))
    assert (ran.code, ran.err) == (2, f"{path}: W003 文件已经存在；要覆盖请加 --force\n")
    assert path.read_bytes() == before
    assert run("template", "--output", str(path), "--force").code == 0
    assert path.read_bytes() != before
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_template_as_csv(tmp_path):
    run("template", "--output", str(tmp_path / "a.csv"), "--as-of", "2026-09-30")
    text = (tmp_path / "a.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff" + ",".join(CHINESE) + "\r\n")
    assert "三/主要预期目标,gdp,地区生产总值,5%左右,2026,增长,%,2026-09-30,,,,,\r\n" in text


def test_a_command_that_cannot_be_done_says_everything_that_is_wrong(tmp_path):
    ran = run("template", "--output", str(tmp_path / "a.pdf"), "--as-of", "2026-Q7", lang="en")
    assert ran.code == 2
    assert [line.split()[1] for line in ran.err.splitlines()] == ["P003", "W004", "problems."]
    ran = run("template", "--output", str(tmp_path / "none" / "a.xlsx"), lang="en")
    assert (ran.code, ran.err.split()[1]) == (2, "W002")
    assert list(tmp_path.iterdir()) == []


# results


def gap_rows(catalogue, *given, as_of="2026-Q3"):
    came_in = actuals_from_words(catalogue, [], list(given), as_of)
    return [gap_row(gap) for gap in measure_targets(catalogue, catalogue.targets, came_in)]


def column(sheet, heading):
    place = [cell.value for cell in sheet[1]].index(heading)
    return [row[place] for row in sheet.iter_rows(min_row=2)]


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_every_field_has_a_heading(shipped, words):
    (moved,) = movements(shipped, shipped.targets[:1], [], date(2026, 6, 30))
    fields = {*gap_row(moved.now), *movement_row(moved), *figure_row(shipped, shipped.targets[0])}
    assert [field for field in fields if not words.has(f"column.field.{field}")] == []


def test_results_of_gaps(shipped):
    rows = gap_rows(shipped, "gdp=5.2%", "foreign_capital_used=0.9亿美元", "projects_attracted=250个")
    sheet = opened(results_bytes(rows, ZH, "目标")).worksheets[0]
    assert sheet.max_row == len(rows) + 1
    place = next(n for n, row in enumerate(rows) if row["indicator"] == "foreign_capital_used")
    found = {heading.value: column(sheet, heading.value)[place] for heading in sheet[1]}
    shown = {k: (c.value, c.number_format) for k, c in found.items()}
    assert shown["状态"] == ("落后", "@")
    assert shown["完成率"] == (0.6, "0.0%")
    assert shown["序时进度"] == (0.747945205479452, "0.0%")
    assert shown["差距"] == (-60_000_000, "#,##0")
    assert shown["目标"] == ("1.5亿美元", "@")
    assert shown["时期"] == ("2026", "@")
    assert shown["截至"] == ("2026-09-30", "@")
    assert shown["还需的单位"] == ("美元/月", "@")
    assert (sheet.freeze_panes, sheet.title) == ("B2", "目标")
    assert sheet.auto_filter.ref == sheet.dimensions


def test_results_of_figures(shipped):
    rows = [figure_row(shipped, figure) for figure in shipped.entries()]
    sheet = opened(results_bytes(rows, EN, "All [figures]: a/b")).worksheets[0]
    assert sheet.title == "All  figures   a b"
    assert column(sheet, "Figure as printed")[0].value == "1451.6亿元"
    number = column(sheet, "Number")[0]
    assert (number.value, number.number_format) == (145_160_000_000, "#,##0")
    assert column(sheet, "Bound")[0].value == "exact"
    assert column(sheet, "Lower end included")[0].value == "yes"


def test_the_colours_follow_the_words(shipped):
    rows = gap_rows(shipped, "gdp=5.2%")
    sheet = opened(results_bytes(rows, ZH, "目标")).worksheets[0]
    letter = column(sheet, "状态")[0].column_letter
    (ranges,) = [r for r in sheet.conditional_formatting if str(r.sqref) == f"{letter}2:{letter}{len(rows) + 1}"]
    assert [rule.formula for rule in ranges.rules] == [[f'"{ZH(f"status.{status}")}"'] for status in Status]
    assert len({rule.dxf.fill.bgColor.rgb for rule in ranges.rules}) == 4


def test_fields_of_an_outlook_and_of_a_comparison():
    row = {"name": "甲", "lead": "-1480/73", "end_status": "missed", "then_status": "behind", "share_done": "0.75"}
    sheet = opened(results_bytes([row], ZH, "目标")).worksheets[0]
    found = {c.value: (sheet.cell(2, c.column).value, sheet.cell(2, c.column).number_format) for c in sheet[1]}
    assert found == {
        "名称": ("甲", "@"), "较序时（百分点）": (-20.2739726027397, "#,##0.000"), "期末状态": ("未完成", "@"),
        "当时状态": ("落后", "@"), "基年同期占比": (0.75, "0.0%"),
    }  # fmt: skip
    assert [str(r.sqref) for r in sheet.conditional_formatting] == ["C2", "D2"]
    assert sheet.print_area == "'目标'!$A$1:$E$2"


def test_no_rows():
    assert opened(results_bytes([], ZH, "空")).worksheets[0].max_row == 1


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+5.2个百分点", "-3", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", '=HYPERLINK("http://x")', "-"],
)
def test_a_text_is_never_a_formula(text):
    sheet = opened(results_bytes([{"name": text, "status": "met"}], ZH, text)).worksheets[0]
    assert (sheet["A2"].data_type, sheet["A2"].value, sheet["A2"].quotePrefix) == ("s", text, True)


def test_what_a_workbook_cannot_hold():
    row = {"name": "a\x00\x0b\x1fb\ud800\uffff\r\nc", "note": "长" * 40_000}
    sheet = opened(results_bytes([row], ZH, "a\x01&b")).worksheets[0]
    assert sheet["A2"].value == "a\ufffd\ufffd\ufffdb\ufffd\ufffd\nc"
    assert len(sheet["B2"].value) == 32_001
    assert sheet["B2"].number_format == "General"
    assert sheet.row_dimensions[2].height <= 409


@pytest.mark.parametrize(
    ("text", "content", "format"),
    [
        ("0.6", "0.6", "0.0%"),
        ("1", "1", "0.0%"),
        ("0.9996", "0.9996", "0.00%"),
        ("0.99996", "0.99996", "0.000%"),
        ("1.0004", "1.0004", "0.00%"),
        ("0.0004", "0.0004", "0.00%"),
        ("273/365", "0.747945205479452", "0.0%"),
        ("0", "0", "0.0%"),
        ("-1/3", "-0.333333333333333", "0.0%"),
        ("0.999999999999999999", "99.9999999999999999%", "@"),
        ("99999999999999999/100000000000000001", "99.999999999999998%", "@"),
    ],
)
def test_a_percentage_is_never_shown_as_what_it_is_not(text, content, format):
    value = value_of("completion", {"completion": text}, ZH)
    assert (str(value.content), value.format) == (content, format)


@pytest.mark.parametrize(
    ("text", "content", "format"),
    [
        ("1520.3", "1520.3", "#,##0.0"),
        ("145160000000", "145160000000", "#,##0"),
        ("-0.8", "-0.8", "#,##0.0"),
        ("70/3", "23.3333333333333", "#,##0.000"),
        ("0.0000001", "1E-7", "#,##0.0000000"),
        ("1234567890123456789", "1234567890123456789", "@"),  # a workbook would drop digits
        ("123456789012345", "123456789012345", "#,##0"),
    ],
)
def test_a_number_keeps_its_digits(text, content, format):
    value = value_of("gap", {"gap": text}, ZH)
    assert (str(value.content), value.format) == (content, format)


def test_excel_shows_a_percentage_on_the_right_side_of_one_and_nothing():
    for numerator in range(1, 4000):
        for value in (Fraction(numerator, 4000), Fraction(numerator, 3999)):
            cell = value_of("completion", {"completion": exact_text(value)}, ZH)
            shown = Fraction(fixed(Fraction(cell.content) * 100, len(cell.format) - 3))  # halves up, as Excel does
            assert (shown < 100, shown > 0) == (value < 1, value > 0), value


def test_chinese_letters_are_wide():
    assert display_width("5%左右") == 6
    assert display_width("“四上” · a") == 12
    assert display_width("一\nabc") == 3
    assert lines_needed("一二三四五", 4) == 3
    assert lines_needed("a\n\nb", 4) == 3


def test_columns_hold_their_content(shipped):
    sheet = opened(template_bytes(shipped, ZH, "2026-Q3")).worksheets[0]
    for cells in sheet.iter_cols():
        width = sheet.column_dimensions[cells[0].column_letter].width
        assert all(display_width(str(cell.value or "")) < width for cell in cells), cells[0].value


@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_can_stand_in_a_cell(words, reason):
    """A cell knows the row alone, not the days and figures that a page names in the same place."""
    shown = value_of("reason", {"reason": reason.value, "period": "2026"}, words).shown
    assert shown
    assert "{" not in shown


def test_a_cut_of_a_stock_says_what_is_left_in_its_unit(tmp_path):
    """500 × 0.8 = 400: 50 of 450 are still to go."""
    catalogue = one_indicator(tmp_path, "down", "growth: 压减20%, period: 2026", "level: 500家, period: 2025")
    book = status_book(catalogue, [gap_of(catalogue, "450家", "2026-06")], ZH)
    assert "还须减少 50家（现有存量再下降 11.2%）" in repr(book)
