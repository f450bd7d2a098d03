"""Which figures are doubted: ordinary ones and slips over every measure, each with the reason worked out by hand."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from making import load
from running import ROOT, run

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.actuals.from_words import actual_from_words
from shizhong_cli.reading.pack.catalogue import load_catalogue

BASELINES = """
indicators:
  gdp: {name: 地区生产总值, name_en: GDP, direction: up, prices: {growth: constant}, figures: [
    {growth: 5%, period: 2025, section: 一}]}
  retail: {name: 社会消费品零售总额, name_en: Retail sales, direction: up, figures: [
    {growth: 10.9%, period: 2025, section: 一}]}
  invest: {name: 固定资产投资, name_en: Investment, direction: up, figures: [
    {growth: 下降20%, period: 2025, section: 一}]}
  energy: {name: 单位能耗, name_en: Energy intensity, direction: down, figures: [
    {growth: 下降3.1%, period: 2025, section: 一}]}
  slow: {name: 常住人口增速, name_en: Population growth, direction: up, figures: [
    {growth: 0.9%, period: 2025, section: 一}]}
  capital: {name: 实际使用外资, name_en: Foreign capital used, direction: up, figures: [
    {flow: 1.5亿美元, period: 2025, section: 一}, {flow: 13.5亿美元, period: 2021/2025, section: 一}]}
  jobs: {name: 城镇新增就业, name_en: Urban jobs, direction: up, figures: [
    {flow: 1.88万人, period: 2025, section: 一}, {flow: 9.4万人, period: 2021/2025, section: 一}]}
  projects: {name: 招引项目, name_en: Projects, direction: up, figures: [
    {flow: 878个, period: 2025, section: 一}]}
  livelihood: {name: 民生实事, name_en: Livelihood projects, direction: up}
  land: {name: 土地出让, name_en: Land, direction: up}
  firms: {name: 规上企业, name_en: Firms, direction: up, figures: [{level: 611家, period: 2025, section: 一}]}
  network: {name: 能源互联网规模, name_en: Energy network, direction: up, figures: [
    {level: 340亿元, period: 2025, section: 一}]}
  places: {name: 新建场所, name_en: New places, direction: up}
  water: {name: 黑臭水体, name_en: Foul water, direction: down, figures: [{level: 20处, period: 2025, section: 一}]}
  share: {name: 供养率, name_en: Rate of care, direction: up, figures: [{share: 58%, period: 2025, section: 一}]}
  rd: {name: 研发强度, name_en: R&D intensity, direction: up, figures: [{share: 2.2%, period: 2025, section: 一}]}
  private: {name: 民间投资比重, name_en: Private share, direction: up}
  revenue: {name: 一般公共预算收入, name_en: Revenue, direction: up, figures: [
    {flow: 80亿元, period: 2025, section: 一}]}
"""
TARGETS = """
targets:
  - {indicator: gdp, growth: 5%左右, period: 2026, section: 三}
  - {indicator: retail, growth: 3.5%, period: 2026, section: 三}
  - {indicator: invest, growth: 5%, period: 2026, section: 三}
  - {indicator: energy, growth: 下降2.5%, period: 2026, section: 三}
  - {indicator: slow, growth: 1%, period: 2026, section: 三}
  - {indicator: capital, flow: 1.5亿美元, period: 2026, section: 三}
  - {indicator: jobs, flow: 1.75万人, period: 2026, section: 三}
  - {indicator: projects, flow: 320个以上, period: 2026, section: 三}
  - {indicator: livelihood, flow: 25件, period: 2026, section: 三}
  - {indicator: land, flow: 1600亩, period: 2026, section: 三}
  - {indicator: firms, level: 600家以上, period: 2026, section: 三}
  - {indicator: network, level: 380亿元, period: 2026, section: 三}
  - {indicator: places, level: 25个, period: 2026, section: 三}
  - {indicator: water, level: 动态清零, unit: 处, period: 2026, section: 三}
  - {indicator: share, share: 60%以上, period: 2026, section: 三}
  - {indicator: rd, share: 2.3%, period: 2026, section: 三}
  - {indicator: rd, share: 2.8%, period: 2030, section: 三}
  - {indicator: private, change: 5个百分点, period: 2026, section: 三}
  - {indicator: revenue, qualitative: 保持合理增长, period: 2026, binding: qualitative, section: 三}
"""

ORDINARY = [
    ("gdp", "5.2%", "2026-Q3"),
    ("gdp", "4.3%", "2026-Q1"),
    ("gdp", "0%", "2026-Q1"),  # nought is a figure
    ("gdp", "0.3%", "2026-Q1"),  # 1/16.7
    ("gdp", "-1.1%", "2026-Q1"),  # growth may turn
    ("gdp", "-6.8%", "2026-Q1"),  # as in the first quarter of 2020
    ("gdp", "18.3%", "2026-Q1"),  # 3.66 times 5, as in the first quarter of 2021
    ("retail", "2.1%", "2026-Q1"),
    ("retail", "8%", "2026-Q2"),  # 2.3 times
    ("retail", "-3.9%", "2026-Q2"),
    ("retail", "0.2%", "2026-Q2"),  # 1/17.5 of the target
    ("retail", "20%", "2026-Q2"),  # 5.7 times the target, but 1.8 times the year before
    ("invest", "25%", "2026-Q2"),  # a jump after -20 %: 5 times the target, 1.25 times the year before
    ("invest", "-20.5%", "2026-Q2"),
    ("energy", "下降3%", "2026-Q3"),
    ("energy", "下降0.4%", "2026-Q3"),
    ("energy", "0.3%", "2026-Q3"),  # rose a little
    ("energy", "8%", "2026-Q3"),  # 3.2 times, and not its mirror image
    ("slow", "4.5%", "2026-Q3"),  # 4.5 times, but 3.5 points away
    ("slow", "0.1%", "2026-Q3"),  # 1/10
    ("capital", "0.21亿美元", "2026-Q1"),  # 0.37 would be in step
    ("capital", "0.05亿美元", "2026-01"),  # 0.127 would be in step
    ("capital", "0.01亿美元", "2026-01"),  # 1/12.7 of that
    ("capital", "1.46亿美元", "2026"),
    ("capital", "4.9亿美元", "2026"),  # 3.3 times
    ("capital", "0亿美元", "2026-Q1"),
    ("jobs", "0.11万人", "2026-01"),
    ("jobs", "1.79万人", "2026"),
    ("jobs", "3.5万人", "2026"),  # twice
    ("jobs", "1100人", "2026-01"),
    ("projects", "25个", "2026-01"),
    ("projects", "900个", "2026"),  # 2.8 times the target, and about the year before
    ("livelihood", "1件", "2026-11"),  # of few things any number may be done
    ("livelihood", "25件", "2026"),
    ("livelihood", "40件", "2026"),  # 1.6 times
    ("land", "0亩", "2026-Q1"),
    ("land", "5公顷", "2026-01"),  # 75 亩; 136 would be in step
    ("land", "86.7公顷", "2026-Q3"),
    ("firms", "605家", "2026-Q2"),
    ("firms", "2000家", "2026-Q2"),  # 3.3 times
    ("network", "352亿元", "2026-Q2"),
    ("places", "1个", "2026-Q1"),  # few things, and none at the beginning
    ("water", "1处", "2026-Q3"),  # the target is nought
    ("water", "20处", "2026-Q1"),
    ("share", "59.1%", "2026-Q2"),
    ("share", "12%", "2026-Q1"),  # a fifth
    ("rd", "2.25%", "2026"),
    ("private", "1.2个百分点", "2026-Q2"),
    ("private", "-2个百分点", "2026-Q2"),
    ("private", "0.3个百分点", "2026-Q1"),  # 1.2 would be in step
    ("revenue", "41亿元", "2026-Q2"),
    ("revenue", "6亿元", "2026-01"),
]

SLIPS = [
    ("gdp", "0.052", "2026-Q3", "small"),  # 5.2 % as a fraction
    ("gdp", "0.052%", "2026-Q3", "small"),
    ("gdp", "0.05%", "2026-Q3", "small"),
    ("gdp", "0.046", "2026-Q3", "small"),
    ("gdp", "46%", "2026-Q3", "large"),  # 4.6 without its point
    ("gdp", "52", "2026-Q3", "large"),
    ("gdp", "-46%", "2026-Q3", "large"),
    ("gdp", "20%", "2026-Q3", "large"),  # four times, and 15 points away
    ("gdp", "0.25%", "2026-Q3", "small"),  # a twentieth of both
    ("gdp", "5.2倍", "2026-Q3", "large"),  # 520 %
    ("retail", "29%", "2026-Q3", "large"),  # 8.3 times the target, 2.7 times the year before
    ("retail", "0.029", "2026-Q3", "small"),
    ("retail", "290%", "2026-Q3", "large"),
    ("invest", "0.05%", "2026-Q3", "small"),  # a hundredth of the target
    ("invest", "0.062", "2026-Q3", "small"),
    ("invest", "60%", "2026-Q1", "large"),  # 12 times the target, 3 times the year before
    ("energy", "2.6%", "2026-Q3", "sign"),  # 下降 left out
    ("energy", "3.1%", "2026-Q3", "sign"),
    ("energy", "下降26%", "2026-Q3", "large"),
    ("slow", "9%", "2026-Q3", "large"),
    ("slow", "0.01%", "2026-Q3", "small"),
    ("capital", "9.8亿美元", "2026-Q3", "large"),  # 0.98
    ("capital", "14.6亿美元", "2026", "large"),  # the sum of five years does not excuse it
    ("capital", "6亿美元", "2026", "large"),  # four times
    ("capital", "0.05亿美元", "2026", "small"),  # 1/30 of the year
    ("capital", "0.0146亿美元", "2026-Q3", "small"),
    ("capital", "146万美元", "2026", "small"),  # 万 for 百万
    ("jobs", "13.8万人", "2026-Q3", "large"),  # 1.38
    ("jobs", "138人", "2026-Q3", "small"),  # the scale word left out
    ("jobs", "0.0138万人", "2026-Q3", "small"),
    ("jobs", "7万人", "2026-Q3", "large"),  # four times the target, 3.7 times the year before
    ("projects", "1800个", "2026", "large"),  # 5.6 times the target, twice the year before
    ("projects", "10个", "2026", "small"),
    ("livelihood", "200件", "2026-Q3", "large"),  # 20
    ("livelihood", "100件", "2026-Q3", "large"),
    ("land", "867公顷", "2026-Q3", "large"),  # 13 005 亩
    ("land", "8.67亩", "2026-Q3", "small"),
    ("firms", "6050家", "2026-Q2", "large"),
    ("firms", "6家", "2026-Q2", "small"),
    ("network", "3520亿元", "2026-Q2", "large"),
    ("network", "3.52亿元", "2026-Q2", "small"),
    ("places", "200个", "2026-Q1", "large"),
    ("water", "200处", "2026-Q3", "large"),  # ten times what there was
    ("share", "0.591", "2026-Q2", "small"),
    ("share", "0.6%", "2026-Q2", "small"),
    ("rd", "22.5%", "2026", "large"),
    ("rd", "0.0225", "2026", "small"),
    ("private", "52.3个百分点", "2026-Q3", "large"),  # the share in place of what it rose by
    ("private", "0.05个百分点", "2026", "small"),
    ("revenue", "410亿元", "2026-Q2", "large"),
    ("revenue", "0.41亿元", "2026-Q2", "small"),
]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(tmp_path_factory.mktemp("doubts"), BASELINES, TARGETS)


@pytest.mark.parametrize(("indicator", "figure", "as_of"), ORDINARY)
def test_ordinary_figures_are_not_doubted(catalogue: Catalogue, indicator: str, figure: str, as_of: str) -> None:
    assert actual_from_words(catalogue, indicator, figure, "", as_of).doubt == ""


@pytest.mark.parametrize(("indicator", "figure", "as_of", "doubt"), SLIPS)
def test_slips_are_doubted(catalogue: Catalogue, indicator: str, figure: str, as_of: str, doubt: str) -> None:
    assert actual_from_words(catalogue, indicator, figure, "", as_of).doubt == doubt


OF_THE_REPORT = [
    ("gdp", "0.052"), ("gdp", "46%"), ("retail_sales", "29%"), ("foreign_capital_used", "9.8亿美元"),
    ("urban_new_jobs", "13.8万人"), ("livelihood_projects", "200件"), ("private_investment_share", "52.3个百分点"),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "figure"), OF_THE_REPORT)
def test_slips_beside_the_shipped_data(indicator: str, figure: str) -> None:
    actual = actual_from_words(load_catalogue(ROOT), indicator, figure, "", "2026-Q3")
    assert actual.doubt in ("large", "small")


@pytest.mark.parametrize(
    ("indicator", "figure", "code"),
    [
        ("jobs", "1380000万人", "A017"),
        ("jobs", "1.5人", "A018"),
        ("projects", "-3个", "A018"),
        ("share", "146%", "A019"),
    ],
)
def test_what_cannot_be_is_refused(catalogue: Catalogue, indicator: str, figure: str, code: str) -> None:
    with pytest.raises(CannotGoOn) as raised:
        actual_from_words(catalogue, indicator, figure, "", "2026-Q3")
    assert [problem.code for problem in raised.value.problems] == [code]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    load(tmp_path, BASELINES, TARGETS)
    return tmp_path


def at(folder: Path, *words: str, lang: str = "zh", columns: int = 200):
    return run(*words, "--data", ".", cwd=folder, lang=lang, columns=columns)


def gap_of(folder: Path, *words: str) -> dict[str, object]:
    (gap,) = json.loads(at(folder, *words, "--format", "json").out)["gaps"]
    return gap


def marks_in(folder: Path) -> list[str]:
    with (folder / "actuals.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row.get("doubt") or "" for row in csv.DictReader(file)]


def test_the_mark_stays_until_the_figure_is_confirmed(folder: Path) -> None:
    kept = at(folder, "record", "gdp", "46%", "--as-of", "2026-Q3")
    assert kept.code == 0
    assert "存疑：地区生产总值 的 46% " in kept.err
    assert "--confirm" in kept.err
    assert marks_in(folder) == ["large"]
    assert gap_of(folder, "gap", "--indicator", "gdp")["doubted"] == "large"
    for words in (("status",), ("gap", "--indicator", "gdp"), ("status", "--sort", "report")):
        page = at(folder, *words).out
        assert "46%？" in page
        assert "存疑：地区生产总值 的 46% " in page
    assert "46% (?)" in at(folder, "status", lang="en").out
    confirmed = at(folder, "record", "gdp", "46%", "--as-of", "2026-Q3", "--confirm")
    assert confirmed.code == 0
    assert "存疑" not in confirmed.err
    assert marks_in(folder) == ["large", "confirmed"]
    assert gap_of(folder, "gap", "--indicator", "gdp")["doubted"] is None
    assert "？" not in at(folder, "status").out
    assert "存疑" not in at(folder, "status").out


def test_a_figure_can_be_confirmed_from_the_start(folder: Path) -> None:
    assert at(folder, "record", "gdp", "46%", "--as-of", "2026-Q3", "--confirm").err == ""
    assert marks_in(folder) == ["confirmed"]
    assert gap_of(folder, "gap", "--indicator", "gdp")["doubted"] is None


def test_another_figure_takes_the_mark_away(folder: Path) -> None:
    at(folder, "record", "gdp", "46%", "--as-of", "2026-Q3")
    at(folder, "record", "gdp", "4.6%", "--as-of", "2026-Q3")
    assert marks_in(folder) == ["large", ""]
    assert gap_of(folder, "gap", "--indicator", "gdp")["doubted"] is None


def test_a_ledger_without_the_column_reads_on_and_gets_it_with_the_first_doubt(folder: Path) -> None:
    at(folder, "record", "gdp", "4.6%", "--as-of", "2026-Q2")
    ledger = folder / "actuals.csv"
    before = ledger.read_bytes()
    assert b"doubt" not in before
    at(folder, "record", "gdp", "46%", "--as-of", "2026-Q3")
    assert marks_in(folder) == ["", "large"]
    ledger.write_bytes(before + b"gdp,2026-Q3,46%,,,\r\n")  # typed into an old ledger by hand
    assert gap_of(folder, "gap", "--indicator", "gdp")["doubted"] == "large"


def test_a_mark_outlives_the_reason(folder: Path) -> None:
    (folder / "actuals.csv").write_text("指标,截至,数值,存疑\ngdp,2026-Q3,4.6%,small\n", "utf-8-sig")
    assert gap_of(folder, "gap", "--indicator", "gdp")["doubted"] == "small"


def test_a_file_shows_its_doubts_last_with_cell_and_name(folder: Path) -> None:
    rows = ["指标,指标名称,目标,目标时期,截至,单位,数值", "jobs,,,,2026-Q3,万人,13.8", "gdp,,,,2026-Q3,,4.6%",
            "capital,,,,2099-Q3,亿美元,9.8"]  # fmt: skip
    (folder / "in.csv").write_text("\n".join(rows) + "\n", "utf-8")
    told = at(folder, "record", "--from", "in.csv").err.splitlines()
    assert told[-3].startswith("存疑：城镇新增就业 的 13.8万人（G2 格）")
    assert told[-2].startswith("存疑：实际使用外资 的 9.8亿美元（G4 格）")
    assert "--confirm" in told[-1]
    assert all("存疑" not in line for line in told[:-3])
    again = at(folder, "record", "--from", "in.csv", "--confirm")
    assert again.code == 0
    assert marks_in(folder) == ["large", "", "large", "confirmed", "confirmed"]
    assert "存疑" not in again.err


def test_a_doubted_figure_is_no_headline(folder: Path) -> None:
    at(folder, "record", "gdp", "0.052", "--as-of", "2026-Q3")
    at(folder, "record", "retail", "1.2%", "--as-of", "2026-Q3")
    at(folder, "report", "--output", "page.html")
    page = (folder / "page.html").read_text("utf-8")
    worst = page.split('<ol class="worst">')[1].split("</ol>")[0]
    assert "社会消费品零售总额" in worst
    assert "地区生产总值" not in worst
    assert "0.052%？" in page
    assert "存疑：地区生产总值 的 0.052" in page


def test_a_figure_of_the_command_line_is_doubted_on_the_page(folder: Path) -> None:
    for words in (("gap", "--indicator", "gdp", "--actual", "46%"), ("status", "--actual", "gdp=46%")):
        page = at(folder, *words).out
        assert "46%？" in page
        assert "存疑：地区生产总值 的 46% " in page
    row = next(
        csv.DictReader(at(folder, "gap", "--indicator", "gdp", "--actual", "46%", "--format", "csv").out.splitlines())
    )
    assert row["doubted"] == "large"
