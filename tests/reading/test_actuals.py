"""What came in: indicators by name, figures from words and from CSV, and everything that can be wrong with them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from making import load

from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.problems import CannotGoOn, Place
from shizhong_cli.reading.actuals.from_file import read_actuals
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.reading.actuals.ledgers import collect_actuals
from shizhong_cli.reading.finding import find_indicator, find_indicators

BASELINES = """
indicators:
  gdp:
    name: 地区生产总值
    name_en: Gross regional product
    direction: up
    prices: {flow: current, growth: constant}
    figures:
      - {flow: 1451.6亿元, period: 2025, section: 一}
  gdp_per_capita: {name: 人均地区生产总值, name_en: Product per person, direction: up}
  retail_sales: {name: 社会消费品零售总额, name_en: Retail sales, direction: up}
  foreign_capital: {name: 实际使用外资, name_en: Foreign capital used, direction: up}
  foreign_trade: {name: 进出口总额, name_en: Foreign trade, direction: up}
  projects: {name: 招引项目, name_en: Projects attracted, direction: up, units: [个, 项]}
  land: {name: 土地出让, name_en: Land sold, direction: up}
  green_share: {name: 绿化率, name_en: Green share, direction: up}
  revenue: {name: 一般公共预算收入, name_en: Budget revenue, direction: up}
"""
TARGETS = """
targets:
  - {indicator: gdp, growth: 5%左右, period: 2026, section: 三}
  - {indicator: retail_sales, growth: 3.5%左右, period: 2026, section: 三}
  - {indicator: foreign_capital, flow: 1.5亿美元, period: 2026, section: 三}
  - {indicator: projects, flow: 320个以上, period: 2026, section: 三}
  - {indicator: land, flow: 1000亩以上, period: 2026, section: 三}
  - {indicator: green_share, share: 五分之一, period: 2026, section: 三}
  - {indicator: revenue, qualitative: 保持合理增长, period: 2026, binding: qualitative, section: 三}
"""
HERE = Place("--indicator")

HEADINGS = (
    "indicator, as_of, figure, unit, measure, source, note, recorded, doubt, by, withdraws, "
    "evidence, confirmed_by, confirmed_at, report"
)


@pytest.fixture
def catalogue(tmp_path):
    return load(tmp_path, BASELINES, TARGETS)


def problems_of(call, *arguments) -> list[tuple[str, str]]:
    """Code and finding of every problem, in the order shown."""
    with pytest.raises(CannotGoOn) as refused:
        call(*arguments)
    return [(problem.code, problem.found) for problem in refused.value.problems]


# ── which indicator is meant ──────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("gdp", "gdp"),  # an id wins over being the beginning of another
        ("GDP", "gdp"),
        (" gdp ", "gdp"),
        ("gdp_", "gdp_per_capita"),
        ("地区生产总值", "gdp"),
        ("地区", "gdp"),
        ("人均", "gdp_per_capita"),
        ("gross regional product", "gdp"),
        ("Retail Sales", "retail_sales"),
        ("ret", "retail_sales"),
        ("进出口", "foreign_trade"),
        ("foreign_t", "foreign_trade"),
        ("招引", "projects"),
        ("proj", "projects"),
    ],
)
def test_an_indicator_goes_by_id_name_and_unique_beginning(catalogue, word, id):
    assert find_indicator(catalogue, word, HERE) == id


@pytest.mark.parametrize(
    ("word", "code", "expected", "suggestion"),
    [
        ("foreign", "A002", "foreign_capital, foreign_trade", ""),
        ("g", "A002", "gdp, gdp_per_capita, green_share", ""),
        ("retial_sales", "A001", "", "retail_sales"),
        ("地区生产总植", "A001", "", "地区生产总值"),
        ("gpd", "A001", "", "gdp"),
        ("零", "A001", "", "社会消费品零售总额"),  # one sign is too little for a part of a name
        ("zzzz", "A001", "", ""),
        ("", "A001", "", ""),
    ],
)
def test_a_word_that_names_none_or_several(catalogue, word, code, expected, suggestion):
    with pytest.raises(CannotGoOn) as refused:
        find_indicator(catalogue, word, HERE)
    (problem,) = refused.value.problems
    assert problem[:5] == (HERE, code, word, expected, suggestion)


def test_every_wrong_name_is_reported_and_each_id_kept_once(catalogue):
    assert find_indicators(catalogue, ["gdp", "地区生产总值", "land"], "--indicator") == ["gdp", "land"]
    found = problems_of(find_indicators, catalogue, ["gpd", "gdp", "foreign"], "--indicator")
    assert found == [("A001", "gpd"), ("A002", "foreign")]


# ── figures given as words ────────────────────────────────────────────────────


def given(catalogue, indicators: list[str], words: list[str], as_of: str | None = None) -> list[tuple]:
    actuals = actuals_from_words(catalogue, indicators, words, as_of)
    return [(actual.indicator, actual.written.value, actual.written.unit, actual.assumed_unit) for actual in actuals]


@pytest.mark.parametrize(
    ("indicators", "words", "wanted"),
    [
        ([], ["gdp=5.2%"], [("gdp", Fraction("5.2"), "%", False)]),
        ([], ["地区生产总值=5.2%"], [("gdp", Fraction("5.2"), "%", False)]),
        ([], ["gdp=+5.2%"], [("gdp", Fraction("5.2"), "%", False)]),
        ([], ["gdp=-0.5%"], [("gdp", Fraction("-0.5"), "%", False)]),
        ([], ["gdp=下降0.5%"], [("gdp", Fraction("-0.5"), "%", False)]),
        ([], ["gdp=５．２％"], [("gdp", Fraction("5.2"), "%", False)]),
        (["gdp"], ["5.2%"], [("gdp", Fraction("5.2"), "%", False)]),
        # by position
        (
            ["gdp", "retail_sales"],
            ["5.2%", "3.1%"],
            [("gdp", Fraction("5.2"), "%", False), ("retail_sales", Fraction("3.1"), "%", False)],
        ),
        (
            ["gdp", "retail_sales"],
            ["5%", "5%"],
            [("gdp", Fraction(5), "%", False), ("retail_sales", Fraction(5), "%", False)],
        ),
        (
            ["gdp", "land", "retail_sales"],
            ["land=900亩", "5%", "4%"],
            [
                ("land", Fraction(900), "亩", False),
                ("gdp", Fraction(5), "%", False),
                ("retail_sales", Fraction(4), "%", False),
            ],
        ),
        # a bare number takes the unit of the target, without its scale word
        ([], ["gdp=5.2"], [("gdp", Fraction("5.2"), "%", True)]),
        ([], ["projects=300"], [("projects", Fraction(300), "个", True)]),
        ([], ["foreign_capital=1.4亿"], [("foreign_capital", Fraction(140_000_000), "美元", True)]),
        # a unit word that the indicator declares to be the same
        ([], ["projects=300项"], [("projects", Fraction(300), "个", False)]),
        # an amount for a growth target is taken in, and found not comparable later
        ([], ["gdp=1500亿元"], [("gdp", Fraction(150_000_000_000), "元", False)]),
        # converted to the unit of the target
        ([], ["land=70公顷"], [("land", Fraction(1050), "亩", False)]),
        ([], ["green_share=四分之一"], [("green_share", Fraction(1, 4), "", False)]),
        # an indicator without a numbered target takes any unit
        ([], ["revenue=120亿元"], [("revenue", Fraction(12_000_000_000), "元", False)]),
        ([], ["revenue=3%"], [("revenue", Fraction(3), "%", False)]),
        ([], [], []),
    ],
)
def test_words(catalogue, indicators, words, wanted):
    assert given(catalogue, indicators, words) == wanted


def test_a_bare_whole_number_of_things_is_exactly_that_many(catalogue):
    (bare,) = actuals_from_words(catalogue, [], ["projects=300"], None)
    (full,) = actuals_from_words(catalogue, [], ["projects=300个"], None)
    assert bare.written.whole
    assert bare.written.entailed() == full.written.entailed()


@pytest.mark.parametrize(
    ("as_of", "last"), [("2026-Q3", "2026-09-30"), ("2026-02", "2026-02-28"), ("2026-05-26", "2026-05-26")]
)
def test_a_date_stands_for_its_last_day(catalogue, as_of, last):
    (actual,) = actuals_from_words(catalogue, [], ["gdp=5.2%"], as_of)
    assert actual.as_of is not None
    assert actual.as_of.last.isoformat() == last


@pytest.mark.parametrize(
    ("indicators", "words", "as_of", "wanted"),
    [
        ([], ["gdp=5.2个百分点"], None, [("A003", "5.2个百分点")]),
        (["gdp"], ["+5.2个百分点"], None, [("A003", "+5.2个百分点")]),
        ([], ["projects=12%"], None, [("A043", "12%")]),
        ([], ["projects=12家"], None, [("A003", "12家")]),
        ([], ["land=5公里"], None, [("A003", "5公里")]),
        ([], ["gdp=abc"], None, [("F001", "abc")]),
        ([], ["gdp="], None, [("F001", "")]),
        ([], ["gdp=5咫"], None, [("F002", "咫")]),
        ([], ["5.2%"], None, [("A006", "5.2%")]),
        (["gdp", "land"], ["5.2%"], None, [("A006", "5.2%")]),
        (["gdp", "land", "retail_sales"], ["gdp=5.2%", "900亩"], None, [("A006", "900亩")]),
        (["gdp"], ["land=900亩"], None, [("A011", "land=900亩")]),
        ([], ["gdp=5%", "gdp=6%"], None, [("A012", "6%")]),
        ([], ["=5.2%"], None, [("A001", "")]),
        ([], ["gdp=5.2%"], "2026-13", [("P003", "2026-13")]),
        ([], ["gdp=5.2%"], "2026/9/31", [("P003", "2026/9/31")]),
        # 1.4 or 1.4亿 dollars
        ([], ["foreign_capital=1.4"], None, [("A014", "1.4")]),
        ([], ["foreign_capital=1.4亿元"], None, [("A013", "1.4亿元")]),
        # months that do not begin with the year
        ([], ["gdp=5.2%"], "2026-04/2026-06", [("P010", "2026-04/2026-06")]),
        ([], ["gdp=5.2%"], "2026年4—6月", [("P010", "2026年4—6月")]),
        # everything that is wrong, in one run
        (
            [],
            ["gpd=5%", "gdp=abc", "projects=12%", "7%"],
            "昨天",
            [("A001", "gpd"), ("A006", "7%"), ("A043", "12%"), ("F001", "abc"), ("P001", "昨天")],
        ),
    ],
)
def test_words_that_are_refused(catalogue, indicators, words, as_of, wanted):
    assert sorted(problems_of(actuals_from_words, catalogue, indicators, words, as_of)) == wanted


@pytest.mark.parametrize(
    ("word", "unit", "indicator"),
    [
        ("gdp=+5.2个百分点", "%", "gdp"),
        ("projects=12家", "个", "projects"),
        ("land=5公里", "亩", "land"),
    ],
)
def test_the_right_unit_is_named(catalogue, word, unit, indicator):
    with pytest.raises(CannotGoOn) as refused:
        actuals_from_words(catalogue, [], [word], None)
    (problem,) = refused.value.problems
    assert (problem.code, problem.expected, problem.suggestion) == ("A003", unit, indicator)


def test_a_percentage_answers_a_share_printed_as_a_fraction(catalogue):
    (actual,) = actuals_from_words(catalogue, [], ["green_share=21%"], "2026")
    (target,) = catalogue.targets_of("green_share")
    (gap,) = measure_targets(catalogue, [target], [actual])
    assert (gap.status, gap.gap) == ("met", 1)


# ── CSV ───────────────────────────────────────────────────────────────────────


def csv_of(folder, text: str, encoding: str = "utf-8"):
    path = folder / "actuals.csv"
    path.write_bytes(text.encode(encoding))
    return path


def values(catalogue, path) -> list[tuple[str, str, str]]:
    return [(a.indicator, a.written.text, str(a.as_of)) for a in read_actuals(catalogue, path)]


TWO = [("gdp", "5.2%", "2026-Q3"), ("projects", "240个", "2026-09-30")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text",
    [
        "indicator,as_of,figure\ngdp,2026-Q3,5.2%\nprojects,2026-09-30,240个\n",
        "指标,截至,数值\n地区生产总值,2026-Q3,5.2%\n招引项目,2026-09-30,240个",
        "来源,数值,日期,指标,备注\n统计局,5.2%,2026-Q3,地区生产总值,快报\n投促局,240个,2026-09-30,招引项目,\n",
        "Indicator , As_Of,ACTUAL\ngdp , 2026-Q3 , 5.2% \n\n,,\nprojects,2026-09-30,240个\n",
    ],
)
def test_a_file_in_every_encoding_and_heading(tmp_path, catalogue, text, newline, encoding):
    path = csv_of(tmp_path, text.replace("\n", newline), encoding)
    assert values(catalogue, path) == TWO


def test_a_blank_figure_is_no_data(tmp_path, catalogue):
    path = csv_of(tmp_path, "indicator,as_of,figure\ngdp,2026-Q3,\nprojects,2026-Q3,  \nland,2026-Q3\n")
    assert read_actuals(catalogue, path) == []
    gaps = measure_targets(catalogue, catalogue.targets_of("gdp"), read_actuals(catalogue, path))
    assert [gap.status for gap in gaps] == ["no_data"]


def test_a_zero_is_data(tmp_path, catalogue):
    path = csv_of(tmp_path, "indicator,as_of,figure\nprojects,2026-Q3,0\n")
    assert [actual.written.value for actual in read_actuals(catalogue, path)] == [0]


def test_words_count_before_a_file(tmp_path, catalogue):
    path = csv_of(tmp_path, "indicator,as_of,figure\ngdp,2026-Q3,5.2%\n")
    found = collect_actuals(catalogue, ["gdp"], ["5.3%"], [path], "2026-Q3", date(2099, 12, 31)).actuals
    assert [actual.written.text for actual in found] == ["5.2%", "5.3%"]
    (gap,) = measure_targets(catalogue, catalogue.targets_of("gdp"), found)
    assert gap.value == Fraction("5.3")


def problems_in(catalogue, path) -> list[str]:
    """``line:column code found`` of every problem, all of them in this file."""
    with pytest.raises(CannotGoOn) as refused:
        read_actuals(catalogue, path)
    assert {problem.place.file for problem in refused.value.problems} == {str(path)}
    return [f"{p.place.line}:{p.place.column} {p.code} {p.found}".strip() for p in refused.value.problems]


def test_all_problems_of_a_file_in_one_run(tmp_path, catalogue):
    path = csv_of(
        tmp_path,
        "indicator,as_of,figure\n"
        "gpd,2026-Q3,5.2%\n"  # no such indicator
        "gdp,2026-Q5,5.2%\n"  # no such quarter
        "gdp,2026-Q3,5.2%\n"
        "gdp,2026-Q3,abc\n"  # no number
        "projects,,240\n"  # no date
        "projects,2026-Q3,240家\n"  # wrong unit
        "land,2026-Q3,9咫\n"  # no such unit
        "foreign,2026-13,1.4亿美元\n",  # two indicators, and no such month
    )
    assert problems_in(catalogue, path) == [
        "2:1 A001 gpd",
        "3:2 P003 2026-Q5",
        "5:3 F001 abc",
        "6:2 P001",
        "7:3 A003 240家",
        "8:3 F002 咫",
        "9:1 A002 foreign",
        "9:2 P003 2026-13",
    ]


def test_an_unknown_indicator_does_not_hide_a_figure_that_is_no_number(tmp_path, catalogue):
    path = csv_of(tmp_path, "indicator,as_of,figure\ngpd,2026-Q3,abc\n")
    assert problems_in(catalogue, path) == ["2:1 A001 gpd", "2:3 F001 abc"]


def test_a_cell_of_several_lines_keeps_the_line_numbers_right(tmp_path, catalogue):
    path = csv_of(
        tmp_path,
        'indicator,as_of,figure,note\ngdp,2026-Q3,5.2%,"one\ntwo\nthree"\ngdp,2026-Q3,abc,"more\nlines"\n\ngpd,2026,5%,\n',
    )
    assert problems_in(catalogue, path) == ["5:3 F001 abc", "8:1 A001 gpd"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("indicator,figure\ngdp,5.2%\n", [("1:1", "A005", "as_of", "")]),
        ("source,note\n", [("1:1", "A005", "indicator, as_of, figure", "")]),
        (
            "indicator,as_of,figrue\n",
            [
                ("1:1", "A005", "figure", ""),
                (
                    "1:3",
                    "A004",
                    HEADINGS,
                    "figure",
                ),
            ],
        ),
        (
            "指标,时间点,数值,负责人\n",
            [
                ("1:1", "A005", "as_of", ""),
                (
                    "1:2",
                    "A004",
                    HEADINGS,
                    "时点",
                ),
                (
                    "1:4",
                    "A004",
                    HEADINGS,
                    "",
                ),
            ],
        ),
    ],
)
def test_columns_that_are_missing_or_unknown(tmp_path, catalogue, text, wanted):
    path = csv_of(tmp_path, text)
    with pytest.raises(CannotGoOn) as refused:
        read_actuals(catalogue, path)
    found = [(f"{p.place.line}:{p.place.column}", p.code, p.expected, p.suggestion) for p in refused.value.problems]
    assert found == wanted


def test_an_unknown_column_does_not_hide_bad_rows(tmp_path, catalogue):
    path = csv_of(tmp_path, "indicator,as_of,figure,sauce\ngpd,2026-Q3,5.2%,\n")
    assert problems_in(catalogue, path) == ["1:4 A004 sauce", "2:1 A001 gpd"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "Y005"), (b"indicator,as_of,figure\n\xff\xff\n", "Y003")],
)
def test_files_that_cannot_be_read(tmp_path, catalogue, raw, code):
    path = tmp_path / "actuals.csv"
    path.write_bytes(raw)
    ((found, _),) = problems_of(read_actuals, catalogue, path)
    assert found == code


def test_an_undecodable_byte_has_a_line(tmp_path, catalogue):
    path = tmp_path / "actuals.csv"
    path.write_bytes(b"indicator,as_of,figure\ngdp,2026-Q3,5.2%\ngdp,2026-Q3,\xff\xff\n")
    with pytest.raises(CannotGoOn) as refused:
        read_actuals(catalogue, path)
    assert [problem.place.line for problem in refused.value.problems] == [3]


def test_a_file_that_is_not_there(tmp_path, catalogue):
    ((code, _),) = problems_of(read_actuals, catalogue, tmp_path / "none.csv")
    assert code == "Y001"


@pytest.mark.parametrize(
    "text",
    [
        "indicator,as_of,figure,数值\ngdp,2026-Q3,5.2%,4.0%\n",
        "indicator,as_of,figure,figure\ngdp,2026-Q3,5.2%,4.0%\n",
        "indicator,as_of,figure\nprojects,2026-Q3,1,234个\n",
        'indicator,as_of,figure,note\ngdp,2026-Q3,5.2%,"fast\nprojects,2026-Q3,240个,\n',
    ],
)
def test_what_would_silently_lose_a_figure_is_refused(tmp_path, catalogue, text):
    assert problems_of(read_actuals, catalogue, csv_of(tmp_path, text))


@pytest.mark.parametrize(
    "rows",
    [
        f"gdp,2026-Q3,5.2%,{'x' * 200_000}\n",
        'gdp,2026-Q3,5.2%,"never closed\n' + "gdp,2026-Q3,5.2%,\n" * 10_000,
    ],
    ids=["a huge cell", "an open quote"],
)
def test_a_cell_beyond_the_limit_is_a_problem_of_the_file(tmp_path, catalogue, rows):
    assert problems_of(read_actuals, catalogue, csv_of(tmp_path, f"indicator,as_of,figure,note\n{rows}"))


def test_a_quoted_thousands_comma_is_part_of_the_number(tmp_path, catalogue):
    path = csv_of(tmp_path, 'indicator,as_of,figure\nprojects,2026-Q3,"1,234个"\n')
    assert [actual.written.value for actual in read_actuals(catalogue, path)] == [1234]


def test_digits_stay_as_typed(tmp_path, catalogue):
    path = csv_of(tmp_path, "indicator,as_of,figure\ngdp,2026-Q3,5.20%\n")
    (actual,) = read_actuals(catalogue, path)
    assert (actual.written.text, actual.written.place) == ("5.20%", Fraction(1, 100))
