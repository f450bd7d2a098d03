"""What came in by month: the month alone, the year before, and what cannot be told; each with a pencil."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import load

from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.months.courses import courses_of
from shizhong_cli.core.progress.months.rows import month_rows
from shizhong_cli.core.progress.months.series import By, series_of, spans
from shizhong_cli.reading.actuals.from_file import read_actuals
from shizhong_cli.rendering.pages.month_rows import rows_of as rows_of_page
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words

BASELINES = """
indicators:
  schools:
    name: 新建学校
    direction: up
    figures:
      - {flow: 40所, period: 2025, section: 一}
  revenue:
    name: 财政收入
    direction: up
    figures:
      - {flow: 90.0亿元, period: 2025, section: 一}
  gdp:
    name: 地区生产总值
    direction: up
    prices: {flow: current, growth: constant}
    figures:
      - {flow: 1000亿元, period: 2025, section: 一}
  firms:
    name: 企业
    direction: up
    figures:
      - {level: 1000家, period: 2025, section: 一}
  green: {name: 绿化覆盖率, direction: up}
  fund: {name: 基金, direction: up, figures: [{level: 60亿元, period: 2025, section: 一}]}
  homes: {name: 安置房, direction: up}
"""
TARGETS = """
targets:
  - {indicator: schools, flow: 100所, period: 2026, section: 三}
  - {indicator: revenue, growth: 5%, period: 2026, section: 三}
  - {indicator: gdp, growth: 5%, period: 2026, section: 三}
  - {indicator: firms, level: 1200家, period: 2026, section: 三}
  - {indicator: green, share: 42%, period: 2026, section: 三}
  - {indicator: fund, change: 50亿元, period: 2026, section: 三}
  - {indicator: homes, level: 900套, period: 2026, section: 三}
  - {indicator: homes, change: 200套, period: 2026, section: 三}
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return load(tmp_path_factory.mktemp("pack"), BASELINES, TARGETS)


def rows_of(catalogue, folder: Path, ledger: str, by: By = By.MONTH, first: str = "2026-01", last: str = "2026-12"):
    file = folder / "actuals.csv"
    file.write_text("indicator,as_of,figure,measure\n" + "".join(f"{line}\n" for line in ledger.split("; ")), "utf-8")
    actuals = read_actuals(catalogue, file)
    periods = spans(parse_period(first), parse_period(last), by)
    return month_rows(series_of(catalogue, actuals, periods))


def told(rows, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(row[field] for field in ("period", *fields)) for row in rows]


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        # a sum: the month alone is the year so far less that of the month before
        (
            "schools,2026-01,5所,; schools,2026-02,12所,; schools,2026-03,30所,",
            [("2026-01", "5", "2026-01-01"), ("2026-02", "7", "2026-02-01"), ("2026-03", "18", "2026-03-01")],
        ),
        # March is missing: April is of two months together, and says so
        (
            "schools,2026-02,12所,; schools,2026-04,30所,",
            [("2026-02", None, None), ("2026-04", "18", "2026-03-01")],
        ),
        # the sum of a later month is smaller: what came on top is below nought
        (
            "schools,2026-01,5所,; schools,2026-02,4所,",
            [("2026-01", "5", "2026-01-01"), ("2026-02", "-1", "2026-02-01")],
        ),
        # a figure of the middle of a month is of no whole month
        ("schools,2026-01,5所,; schools,2026-02-15,9所,", [("2026-01", "5", "2026-01-01"), ("2026-02", None, None)]),
        # the sum of December does not go into January
        ("schools,2025-12,40所,; schools,2026-01,5所,", [("2026-01", "5", "2026-01-01")]),
        # of one day the later recorded one counts
        ("schools,2026-01,5所,; schools,2026-01,6所,", [("2026-01", "6", "2026-01-01")]),
        # nothing of this for a stock or a rate
        ("firms,2026-01,1010家,; firms,2026-02,1020家,", [("2026-01", None, None), ("2026-02", None, None)]),
        ("gdp,2026-Q1,5.1%,; gdp,2026-Q2,5.2%,", [("2026-03", None, None), ("2026-06", None, None)]),
    ],
)
def test_the_month_alone(catalogue, tmp_path, ledger, expected):
    assert told(rows_of(catalogue, tmp_path, ledger), "alone", "alone_from") == expected


def test_a_quarter_alone_is_of_quarters(catalogue, tmp_path):
    """60 by May is of no quarter: the second is 80 - 30."""
    ledger = "schools,2026-03,30所,; schools,2026-05,60所,; schools,2026-06,80所,"
    rows = rows_of(catalogue, tmp_path, ledger, By.QUARTER)
    assert told(rows, "alone", "alone_from") == [("2026-Q1", "30", "2026-01-01"), ("2026-Q2", "50", "2026-04-01")]


def test_rounding_is_carried_into_the_month_alone(catalogue, tmp_path):
    """9.0 is 8.95 to 9.05 and 4.0 is 3.95 to 4.05: 4.9 to 5.1 on top."""
    rows = rows_of(catalogue, tmp_path, "revenue,2026-01,4.0亿元,flow; revenue,2026-02,9.0亿元,flow")
    assert told(rows, "alone", "alone_low", "alone_high")[1] == ("2026-02", "500000000", "490000000", "510000000")


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        # 超过 is open: what came on top is open as well
        ("schools,2026-01,超过5所,; schools,2026-02,12所,", (None, None, None)),
        ("schools,2026-01,超过5所,; schools,2026-02,超过12所,", (None, None, None)),
        ("schools,2026-01,超过5所,", (None, None, None)),
    ],
)
def test_of_an_open_figure_nothing_is_taken_off(catalogue, tmp_path, ledger, expected):
    row = rows_of(catalogue, tmp_path, ledger)[-1]
    assert (row["alone"], row["alone_low"], row["alone_high"]) == expected


KINDS = """
indicators:
  cover: {name: 绿地占比, direction: up}
  ratio: {name: 城乡收入倍差, direction: down, figures: [{level: 1.95倍, period: 2025, section: 一}]}
  births: {name: 出生率, direction: none}
  exports: {name: 出口, direction: up}
"""
KINDS_TARGETS = """
targets:
  - {indicator: cover, change: 提高0.5个百分点, period: 2026, section: 三}
  - {indicator: ratio, level: 1.9倍, period: 2026, section: 三}
  - {indicator: births, share: 7‰, period: 2026, section: 三}
  - {indicator: exports, flow: 100亿元, period: 2026, section: 三}
rates:
  - {rate: 1美元=7.1元, date: 2026-01-31, source: 人民银行}
"""
SHOWN = [
    # points on points are no growth: 0.3 on 0.2 is not 50 %
    ("cover,2025-06,0.2个百分点,change; cover,2026-06,0.3个百分点,change", By.MONTH, ["累计 个百分点 0.3"]),
    # a ratio that is a stock is one in its own unit, and no percentage
    ("ratio,2025-12,1.95倍,; ratio,2026-06,1.93倍,", By.MONTH, ["期末 倍 1.93"]),
    # so is a rate per mille
    ("births,2026-06,6.8‰,", By.MONTH, ["比重 ‰ 6.8"]),
    # rates in several units are one line, in one unit: 6.8‰ is 0.68 %
    ("births,2026-03,0.7%,; births,2026-06,6.8‰,", By.MONTH, ["比重 % 0.7 0.68"]),
    # an amount that was converted stands in the 亿 of the others: 5.1 x 7.1 = 36.21
    ("exports,2026-02,16.12亿元,; exports,2026-06,5.1亿美元,", By.MONTH,
     ["累计 亿元 16.12 36.21", "当月 亿元 20.09 (3-6月)"]),
    # what is known up to a day, or a month, says so where its column goes on
    ("exports,2026-02-15,16.12亿元,", By.MONTH, ["累计 亿元 16.12 (至15日)"]),
    ("exports,2026-02,16.12亿元,", By.QUARTER, ["累计 亿元 16.12 (至2月)"]),
    ("exports,2026-02,超过16亿元,", By.QUARTER, ["累计 亿元 超过16亿元 (至2月)"]),
    ("exports,2026-03,16.12亿元,", By.QUARTER, ["累计 亿元 16.12", "当季 亿元 16.12"]),
]  # fmt: skip


@pytest.mark.parametrize(("ledger", "by", "expected"), SHOWN)
def test_every_number_stands_in_the_unit_and_the_time_of_its_line(tmp_path, ledger, by, expected):
    catalogue = load(tmp_path, KINDS, KINDS_TARGETS)
    file = tmp_path / "actuals.csv"
    file.write_text("indicator,as_of,figure,measure\n" + "".join(f"{line}\n" for line in ledger.split("; ")), "utf-8")
    speech = GapSpeech(catalogue, Words(Language.ZH))
    periods = spans(parse_period("2026-01"), parse_period("2026-06"), by)
    lines = [
        " ".join([row.name, row.unit, *(cell.shown for cell in row.cells if cell.shown)])
        for series in series_of(catalogue, read_actuals(catalogue, file), periods)
        for row in rows_of_page(speech, series, by)
    ]
    assert lines == expected


def test_an_open_figure_can_be_read_in_english(tmp_path):
    catalogue = load(tmp_path, KINDS, KINDS_TARGETS)
    file = tmp_path / "actuals.csv"
    file.write_text("indicator,as_of,figure\nexports,2026-02,超过16亿元\n", "utf-8")
    speech, periods = (
        GapSpeech(catalogue, Words(Language.EN)),
        spans(parse_period("2026-01"), parse_period("2026-02"), By.MONTH),
    )
    (series,) = series_of(catalogue, read_actuals(catalogue, file), periods)
    assert [cell.shown for cell in rows_of_page(speech, series, By.MONTH)[0].cells] == ["", "over 1.6 bn yuan"]


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        # counted things are exact: 44 on 40 is 10 %
        ("schools,2026-12,44所,", ("10", None, None, "%", "worked_out", "40所")),
        # last year's figure of the same day came in: 12 on 8 is 50 %
        ("schools,2025-03,8所,; schools,2026-03,12所,", ("50", None, None, "%", "worked_out", "8所")),
        # 94.5 on 90.0 is 5 %, but anything from 94.45/90.05 to 94.55/89.95
        (
            "revenue,2026-12,94.5亿元,flow",
            ("5", "8800/1801", "9200/1799", "%", "worked_out", "90.0亿元"),
        ),
        # what was published counts, and is not worked out
        ("revenue,2026-12,94.5亿元,flow; revenue,2026-12,4.8%,", ("4.8", None, None, "%", "recorded", None)),
        # a growth at constant prices does not follow from amounts at current ones
        ("gdp,2026-12,1050亿元,flow", (None, None, None, None, None, None)),
        # a stock at the end of the year: 1100 on 1000
        ("firms,2026-12,1100家,", ("10", None, None, "%", "worked_out", "1000家")),
        # nothing is known of the year before
        ("firms,2026-06,1100家,", (None, None, None, None, None, None)),
        # of a share points: 41.5 less 41.0, each ± 0.05
        (
            "green,2025-12,41.0%,; green,2026-12,41.5%,",
            ("0.5", "0.4", "0.6", "个百分点", "worked_out", "41.0%"),
        ),
        # 超过 is open: no growth follows
        ("revenue,2025-06,超过40亿元,flow; revenue,2026-06,45.0亿元,flow", (None, None, None, None, None, None)),
    ],
)
def test_the_year_before(catalogue, tmp_path, ledger, expected):
    fields = ("over_year", "over_year_low", "over_year_high", "over_year_unit", "over_year_by", "year_before")
    (row,) = told(rows_of(catalogue, tmp_path, ledger), *fields)
    assert row[1:] == expected


def test_what_may_be_two_things_is_told_so(catalogue, tmp_path):
    """300套 may be all homes or those that came on top: no measure, no month alone, no growth."""
    (row,) = rows_of(catalogue, tmp_path, "homes,2026-01,300套,")
    assert (row["measure"], row["year_to_date"], row["alone"], row["over_year"]) == (None, False, None, None)
    (row,) = rows_of(catalogue, tmp_path, "homes,2026-01,300套,change")
    assert (row["measure"], row["alone"]) == ("change", "300")


def test_a_stock_offered_for_a_change_is_a_stock(catalogue, tmp_path):
    """66亿元 of a fund that stood at 60 is taken as the stock, as the gap of its target takes it."""
    (row,) = rows_of(catalogue, tmp_path, "fund,2026-01,66亿元,")
    assert (row["measure"], row["alone"]) == ("level", None)


def test_a_rate_stands_with_the_amounts_that_all_have_one(catalogue, tmp_path):
    amounts = "revenue,2026-01,4.0亿元,flow; revenue,2026-02,9.0亿元,flow; revenue,2026-01,3%,"
    assert [row["measure"] for row in rows_of(catalogue, tmp_path, amounts)] == ["flow", "flow"]
    more = f"{amounts}; revenue,2026-03,4%,"
    assert [row["measure"] for row in rows_of(catalogue, tmp_path, more)] == ["flow", "flow", "growth", "growth"]


@pytest.mark.parametrize(
    ("ledger", "trends"),
    [
        ("schools,2026-01,10所,; schools,2026-02,12所,", {"schools": "worse"}),  # 1.5 points ahead, then 4.2 behind
        ("schools,2026-01,2所,; schools,2026-02,20所,", {"schools": "better"}),
        ("gdp,2026-Q1,5.1%,; gdp,2026-Q2,5.1%,", {"gdp": "same"}),
        ("gdp,2026-Q1,5.1%,", {"gdp": "new"}),
        ("homes,2026-01,300套,", {"homes": "none"}),
    ],
)
def test_which_way_a_target_moved(catalogue, tmp_path, ledger, trends):
    file = tmp_path / "actuals.csv"
    file.write_text("indicator,as_of,figure,measure\n" + "".join(f"{line}\n" for line in ledger.split("; ")), "utf-8")
    actuals = read_actuals(catalogue, file)
    courses = courses_of(catalogue, measure_targets(catalogue, catalogue.targets, actuals), actuals)
    assert {course.gap.target.indicator: course.trend.value for course in courses} == trends


@pytest.mark.parametrize(
    ("first", "last", "by", "texts"),
    [
        ("2025-11", "2026-02", By.MONTH, ["2025-11", "2025-12", "2026-01", "2026-02"]),
        ("2026-02", "2026-07", By.QUARTER, ["2026-Q1", "2026-Q2", "2026-Q3"]),
        ("2026", "2026", By.QUARTER, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
    ],
)
def test_the_columns(first, last, by, texts):
    assert [str(one) for one in spans(parse_period(first), parse_period(last), by)] == texts


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.lists(st.integers(0, 500), min_size=12, max_size=12))
def test_the_months_alone_add_up(tmp_path_factory, pace):
    """Each month alone is what was built in it, and all twelve make the year."""
    folder = tmp_path_factory.mktemp("pack")
    catalogue = load(folder, BASELINES, TARGETS)
    sums = [sum(pace[: month + 1]) for month in range(12)]
    ledger = "; ".join(f"schools,2026-{month:02},{done}所," for month, done in enumerate(sums, 1))
    rows = rows_of(catalogue, folder, ledger)
    assert [Fraction(str(row["alone"])) for row in rows] == pace
    assert rows[-1]["as_of"] == date(2026, 12, 31).isoformat()
