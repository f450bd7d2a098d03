"""The workbook of all targets for people: ten columns at most, numbers as numbers, one page wide, honest colours."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from making import load, pack
from openpyxl import load_workbook
from running import run

from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.rendering.formats.workbook import book_bytes
from shizhong_cli.rendering.pages.status_book import MOST_COLUMNS, status_book
from shizhong_cli.rendering.wording import Language, Words

BASELINES = """
indicators:
  schools: {name: 新建学校, name_en: Schools built, direction: up}
  capital: {name: 实际使用外资, name_en: Foreign capital, direction: up}
  gdp: {name: 地区生产总值, name_en: GDP, direction: up}
  debts: {name: 债务, name_en: Debt, direction: down}
  firms: {name: 企业, name_en: Firms, direction: up, figures: [{level: 1000家, period: 2025, section: 一}]}
  fund: {name: 基金, name_en: Fund, direction: up}
"""
TARGETS = """
conventions: {lights: {lead: 5个百分点, points: 0.5个百分点, otherwise: 5%}}
targets:
  - {indicator: schools, flow: 100所以上, period: 2026, section: 三, responsible: 教育局}
  - {indicator: capital, flow: 1.50亿美元, period: 2026, section: 三, responsible: 商务局}
  - {indicator: gdp, growth: 5%左右, period: 2026, section: 三}
  - {indicator: debts, flow: 2.0亿元以内, period: 2026, section: 三}
  - {indicator: firms, level: 1200家, period: 2026, section: 三}
  - {indicator: fund, qualitative: 稳步增长, period: 2026, section: 三}
"""
CAME_IN = ["schools=60所", "capital=0.60亿美元", "gdp=4.8%", "debts=2.1亿元", "firms=1150家"]
CASES = {"with": CAME_IN, "without": []}


def sheets(folder, words: list[str], language: Language):
    catalogue = load(folder, BASELINES, TARGETS)
    actuals = actuals_from_words(catalogue, [], words, "2026-06")
    gaps = measure_targets(catalogue, catalogue.targets, actuals)
    content = book_bytes(status_book(catalogue, gaps, Words(language)), [gap_row(g) for g in gaps], Words(language))
    return load_workbook(BytesIO(content)).worksheets


def top_of(sheet) -> int:
    return int(sheet.freeze_panes.lstrip("ABCDEFGHIJ")) - 1


def column(sheet, heading: str) -> dict[str, object]:
    """The cells below a heading, by the name of the indicator."""
    headings = [cell.value for cell in sheet[top_of(sheet)]]
    name, wanted = headings.index("指标"), headings.index(heading)
    rows = sheet.iter_rows(min_row=top_of(sheet) + 1)
    return {row[name].value: row[wanted] for row in rows if row[wanted].value is not None and row[name].value}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", CASES)
def test_it_is_one_page_wide(tmp_path, case, language):
    sheet, exact = sheets(tmp_path, CASES[case], language)
    headings = [cell.value for cell in sheet[top_of(sheet)] if cell.value]
    assert len(headings) <= MOST_COLUMNS
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert sheet.print_title_rows == f"${top_of(sheet)}:${top_of(sheet)}"
    assert exact.max_column > MOST_COLUMNS


def test_numbers_are_numbers_in_the_unit_of_the_target(tmp_path):
    sheet, _ = sheets(tmp_path, CAME_IN, Language.ZH)
    told = {
        heading: {name: (cell.value, cell.number_format) for name, cell in column(sheet, heading).items()}
        for heading in ("目标", "实际", "差距")
    }
    assert told["目标"]["实际使用外资"] == (1.5, "#,##0.00")
    assert told["目标"]["新建学校"] == (100, '"≥"#,##0')
    assert told["目标"]["地区生产总值"] == (5, '#,##0"左右"')
    assert told["目标"]["债务"] == (2, '"≤"#,##0.0')
    assert told["目标"]["基金"] == ("稳步增长", "@")
    assert told["实际"]["实际使用外资"] == (0.6, "#,##0.00")
    assert told["差距"]["实际使用外资"] == (-0.9, "+#,##0.0;-#,##0.0;#,##0.0")
    assert told["差距"]["地区生产总值"] == (-0.2, '+#,##0.0"个百分点";-#,##0.0"个百分点";#,##0.0"个百分点"')
    assert {name: cell.value for name, cell in column(sheet, "单位").items()} == {
        "债务": "亿元", "实际使用外资": "亿美元", "地区生产总值": "%", "新建学校": "所", "企业": "家",
    }  # fmt: skip


def test_what_is_needed_a_month_is_enough(tmp_path):
    """0.9 亿 in six months is 0.15 a month; 40 schools are 6.67, rounded up."""
    sheet, _ = sheets(tmp_path, CAME_IN, Language.ZH)
    needed = {name: cell.value for name, cell in column(sheet, "还需").items()}
    assert (needed["实际使用外资"], needed["新建学校"]) == (0.15, 6.7)


def test_colours_are_those_of_the_status(tmp_path):
    sheet, _ = sheets(tmp_path, CAME_IN, Language.ZH)
    lights = {name: (cell.value, cell.fill.fgColor.rgb[2:]) for name, cell in column(sheet, "亮灯").items()}
    assert lights == {
        "债务": ("红灯", "FFC7CE"), "实际使用外资": ("红灯", "FFC7CE"), "地区生产总值": ("黄灯", "FFEB9C"),
        "新建学校": ("绿灯", "C6EFCE"), "企业": ("绿灯", "C6EFCE"),
    }  # fmt: skip
    done = column(sheet, "完成率")
    assert done["债务"].value == "已用105%"
    assert done["实际使用外资"].value == 0.4


def test_the_worst_comes_first_and_what_has_no_figure_last(tmp_path):
    sheet, _ = sheets(tmp_path, CAME_IN, Language.ZH)
    assert list(column(sheet, "状态")) == ["债务", "实际使用外资", "地区生产总值", "企业", "新建学校", "基金"]


def test_the_command_writes_it(tmp_path):
    for arguments in (["-o", "x.xlsx"], ["--format", "xlsx", "-o", "y.xlsx"]):
        assert run("status", "--actual", "gdp=4.8%", "--as-of", "2026-06", *arguments, cwd=tmp_path).code == 0
    book = load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames[1] == "原数"
    assert (tmp_path / "x.xlsx").read_bytes() == (tmp_path / "y.xlsx").read_bytes()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_of_the_terminal_has_the_lights_in_words(tmp_path, lang):
    """Whole words at eighty columns, a rule below the table, nothing where no lights are declared."""
    folder = pack(tmp_path, BASELINES, TARGETS)
    options = [option for word in CAME_IN for option in ("--actual", word)]
    command = ["status", *options, "--as-of", "2026-06"]
    out = run(*command, "--data", str(folder), lang=lang, columns=80).out
    for word in {"zh": ("红灯", "黄灯", "绿灯"), "en": ("red", "yellow", "green")}[lang]:
        assert word in out
    assert [row["light"] for row in json.loads(run(*command, "--data", str(folder), "--format", "json").out)["gaps"]]
    assert '"light"' not in run("status", "--actual", "gdp=4.8%", "--as-of", "2026-06", "--format", "json").out


MANY_INDICATORS = """
indicators:
  gifts: {name: 捐款, name_en: Gifts, direction: up}
  land: {name: 流转面积, name_en: Land, direction: up}
  urban: {name: 城镇化率, name_en: Urban share, direction: up, figures: [{share: 65.0%, period: 2025, section: 一}]}
  deaths: {name: 死亡率, name_en: Deaths, direction: down, figures: [{share: 6.0‰, period: 2025, section: 一}]}
  energy: {name: 单位能耗, name_en: Energy intensity, direction: down}
  loans: {name: 贷款余额, name_en: Loans, direction: up, figures: [{level: 1000亿元, period: 2025, section: 一}]}
  prices: {name: 居民消费价格, name_en: Prices, direction: down}
  output: {name: 产值, name_en: Output, direction: up}
"""
MANY_TARGETS = """
targets:
  - {indicator: gifts, flow: 1亿元, period: 2026, section: 三}
  - {indicator: land, flow: 100公顷, period: 2026, section: 三}
  - {indicator: urban, share: 70%以上, period: 2030, section: 三}
  - {indicator: deaths, share: 5‰以下, period: 2030, section: 三}
  - {indicator: energy, growth: 下降3%, period: 2026, section: 三}
  - {indicator: loans, growth: 8%, period: 2026, section: 三}
  - {indicator: prices, growth: 2%以内, period: 2026, section: 三}
  - {indicator: output, average_growth: 5%, period: 2030, since: 2025, section: 三}
"""
MANY_CAME_IN = {
    "2026-06": ["gifts=99999999.99元", "land=1499.9999亩", "energy=-3.2%", "loans=1050亿元", "prices=1%"],
    "2026-12": ["urban=65.4%", "deaths=5.9‰", "output=4%"],
}


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_target_has_its_row(tmp_path, language):
    """None looks like its target that is not: what is needed is told as a duty, a room or a fall, in its unit."""
    catalogue = load(tmp_path, MANY_INDICATORS, MANY_TARGETS)
    needed = {}
    for day, words in MANY_CAME_IN.items():
        actuals = actuals_from_words(catalogue, [], words, day)
        gaps = [gap for gap in measure_targets(catalogue, catalogue.targets, actuals) if gap.actual]
        book = status_book(catalogue, gaps, Words(language))
        at = {heading: place for place, heading in enumerate(book.headings)}
        say = Words(language)
        name, last = at[say("book.indicator")], at[say("book.needed")]
        target, actual, gap = (at[say(f"book.{key}")] for key in ("target", "actual", "gap"))
        for row in book.rows:
            needed[row[name].shown] = row[last].shown
            assert row[target].shown.rstrip("0").rstrip(".") != row[actual].shown.rstrip("0").rstrip("."), row
            assert row[gap].shown.strip("-+0."), row
    expected = {
        Language.ZH: {
            "城镇化率": "1.15个百分点/年",  # 4.6 points in four years
            "单位能耗": "其余时间须下降 2.81%（假定基年同期占比等于已过时间 49.6%）",
            "贷款余额": "现有存量还须增长 2.9%",  # 1.08 / 1.05, rounded up
            "居民消费价格": "其余时间还可增长至 2.9%（假定基年同期占比等于已过时间 49.6%）",
        },
        Language.EN: {
            "Urban share": "1.15 pp a year",
            "Energy intensity": "a fall of 2.81% in the rest of the year (assuming the base year was spread evenly: "
            "49.6% of it)",
            "Loans": "the stock has to grow by 2.9% from here",
            "Prices": "room for growth of 2.9% in the rest of the year (assuming the base year was spread evenly: "
            "49.6% of it)",
        },
    }[language]
    assert {name: needed[name] for name in expected} == expected
