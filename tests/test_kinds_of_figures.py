"""What kind each figure of the shipped data is: revenue is a sum, a state is held, a plan is a plan."""

from __future__ import annotations

import json
import re

import pytest
from running import ROOT, run
from test_shipped_data import REPORT

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.terms import Binding
from shizhong_cli.reading.pack.checks import load_checked

CATALOGUE, CHECKS = load_checked(ROOT)
SCALES = (
    "digital_network_scale", "energy_internet_scale", "intelligent_economy_scale", "new_energy_equipment_scale",
    "aerospace_low_altitude_scale", "high_end_software_scale", "new_energy_vehicle_scale",
)  # fmt: skip


def target(indicator: str):
    return CATALOGUE.targets_of(indicator)[0]


def baseline(indicator: str):
    return CATALOGUE.baselines_of(indicator)[-1]


def gap_row(indicator: str, actual: str, as_of: str) -> dict[str, str]:
    ran = run("gap", "-i", indicator, "--actual", actual, "--as-of", as_of, "--format", "json")
    return json.loads(ran.out)["gaps"][0]


def test_the_scale_of_an_industry_is_revenue_of_the_year():
    for indicator in SCALES:
        figures = [*CATALOGUE.targets_of(indicator), *CATALOGUE.baselines_of(indicator)]
        assert {figure.measure for figure in figures} == {Measure.FLOW}
        assert CATALOGUE.indicators[indicator].prices == {Measure.FLOW: "current"}
    row = gap_row("energy_internet_scale", "190亿元", "2026-06-30")
    assert (row["status"], row["progress"], row["completion"]) == ("on_track", None, "0.5")
    assert str(target("new_energy_vehicle_scale").period) == "2030"


@pytest.mark.parametrize(
    "indicator", ["continued_projects", "linear_projects", "pocket_parks_maintained", "black_odorous_water_bodies"]
)
def test_states_are_held(indicator):
    assert (target(indicator).measure, target(indicator).held) == (Measure.LEVEL, True)
    number = target(indicator).written.value
    row = gap_row(indicator, str(number), "2026-03-31")
    assert (row["status"], row["forecast"], row["held"]) == ("on_track", None, True)


def test_existing_enterprises_are_a_baseline():
    """做大做强17家: they are there, and what is asked of them has no number."""
    assert (baseline("agricultural_leaders").printed, target("agricultural_leaders").printed) == (
        "17家",
        "做大做强",
    )


def test_candidates_are_provisional_and_in_their_own_unit():
    assert [f.indicator for f in CATALOGUE.targets if f.provisional] == ["livelihood_projects"]
    row = gap_row("livelihood_projects", "13件", "2026-06-30")
    assert (row["unit"], row["provisional"], row["gap_unit"]) == ("件", True, "件")


def test_figures_of_other_concepts_say_so():
    apart = {f.indicator for f in CATALOGUE.targets if f.base_differs and f.base_differs_en}
    assert apart == {"reserve_projects", "reserve_projects_investment", "projects_attracted"}
    shown = run("status", columns=120).out
    for indicator in apart:
        line = next(x for x in shown.splitlines() if x.startswith(CATALOGUE.indicators[indicator].name + " "))
        assert "口径不同" in line
        assert gap_row(indicator, target(indicator).printed, "2026")["asked"] is None


def test_changes_are_shown_as_changes():
    shown = run("status", columns=120).out
    for text in (
        "新增10亿元（至78.2亿元）",
        "提高5个百分点",
        "提高1个百分点",
        "25件（候选）",
        "年均5,200个",
        "年均≥1,200套",
    ):
        assert text in shown
    row = gap_row("sci_tech_fund_scale", "73亿元", "2026-06-30")
    assert (row["actual_value"], row["completion"]) == ("480000000", "0.48")


def test_estimates_and_open_questions_are_noted():
    assert baseline("urbanization_rate").written.estimated
    assert baseline("disposable_income_per_capita").written.estimated
    for indicator, word in [
        ("disposable_income_per_capita", "城镇居民"), ("parks_built", "存量"), ("elderly_care_institutions", "存量"),
        ("public_charging_stations", "存量"), ("rd_expenditure", "2024"), ("computing_power_planned", "规划"),
    ]:  # fmt: skip
        assert any(word in figure.note for figure in CATALOGUE.baselines_of(indicator)), indicator
    assert "1000亩" in target("industrial_land_released").note
    assert "年份" in target("industrial_land_released").note


def test_finance_grows_at_constant_prices_and_its_base_is_conditional():
    assert CATALOGUE.indicators["financial_value_added"].prices[Measure.AVERAGE_GROWTH] == "constant"
    row = next(r for r in checks() if r["id"] == "financial_value_added.average_growth@2025:2020")
    assert row["verdict"] == "not_checkable"
    assert "若为现价增速，基期数 ∈ (177.532, 178.425) 亿元" in row["message"]


def checks() -> list[dict[str, str]]:
    return json.loads(run("verify-baselines", "--format", "json").out)["checks"]


def test_multiples_fractions_and_about_in_checks():
    rows = {row["id"]: row for row in checks()}
    assert "倍数 ∈ (1.3554, 1.3583) 倍" in rows["subsistence_allowance_rise"]["message"]
    assert "[618, 728) 亿元" in rows["retail_sales.target_amount@2026"]["message"]
    assert "[0, ∞)" not in rows["retail_sales.target_amount@2026"]["message"]
    assert "(4,997.778, 6,139.091) P" in rows["computing_power_of_city"]["message"]
    assert "gdp_per_capita" in rows
    assert "population_dates" not in rows  # the same three figures


def test_how_firmly_a_target_binds_has_nothing_to_do_with_its_number():
    document = json.loads(run("status", "--binding", "expected", "--format", "json").out)
    expected = {row["indicator"] for row in document["gaps"]}
    assert {"budget_revenue", "fixed_asset_investment", "gdp"} <= expected
    assert len(document["gaps"]) == 9
    assert target("energy_saving_and_emissions").binding is Binding.MANDATORY
    assert Binding.QUALITATIVE not in {figure.binding for figure in CATALOGUE.targets}
    without = json.loads(run("status", "--binding", "qualitative", "--format", "json").out)["gaps"]
    assert len(without) == len(CATALOGUE.worded_targets) == 33


def test_a_difference_in_a_question_is_a_bound():
    questions = json.loads(run("verify-baselines", "--format", "json").out)["questions"]
    told = "".join(q["message"] for q in questions if q["code"] == "target_below_baseline")
    for text in ("（差 ≥ -216个）", "（差 > -3,800人）", "2025 年已是 611家（差 ≥ -11家）", "2025 年为 10家"):
        assert text in told


def test_growth_asked_for_in_words():
    for indicator, actual in [("budget_revenue", "99亿元"), ("fixed_asset_investment", "-3%")]:
        row = gap_row(indicator, actual, "2026")
        assert row["reason"] == "below_last_year"
    shown = run("status", "--actual", "budget_revenue=99亿元", "--as-of", "2026").out
    assert "低于上年，没有「保持合理增长」" in re.sub(r"\s", "", shown)


def test_what_was_added_and_left_of_targets_without_a_number():
    """What is to fall or rise is in; what is only done, and a rate nobody printed, is not."""
    for indicator in ("overdue_payments", "abandoned_farmland"):
        assert isinstance(target(indicator), WordedTarget)
        assert target(indicator).note
    assert isinstance(target("water_sections_to_standard"), WordedTarget)
    assert "100%" in target("water_sections_to_standard").note


def test_the_wording_stands_in_the_report_before_the_number():
    """力争, 争取, 确保: within the sentence that has the number, in front of it."""
    worded = [figure for figure in CATALOGUE.targets if figure.wording]
    assert {figure.wording for figure in worded} == {"力争", "争取", "确保"}
    assert len(worded) == 28
    if not REPORT.is_file():
        pytest.skip("the report is not here")
    text = re.sub(r"[\s*#]+", "", REPORT.read_text(encoding="utf-8")).partition("三、2026年工作安排")[2]
    for figure in worded:
        printed = figure.printed
        before = [s.partition(printed)[0] for s in text.split("。") if printed in s]
        assert isinstance(figure, WordedTarget) or any(figure.wording in part for part in before), figure.reference


def test_explain_shows_the_notes_of_the_figures():
    ran = run("gap", "-i", "energy_internet_scale", "--explain", columns=200)
    assert "突破360亿元：「产业规模」通常指营业收入" in ran.out
    assert "通常指营业收入" not in run("gap", "-i", "energy_internet_scale", columns=200).out
