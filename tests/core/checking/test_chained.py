"""What one check implies entering another, and the exact ranges that the shipped report comes to."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from making import pack
from running import ROOT, run

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.verify import verify
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.pack.checks import load_checked

YI = 10**8
FOUR_UP = """
indicators:
  a:
    name: 企业
    name_en: Enterprises
    direction: up
    figures:
      - {{level: {level}家, period: 2025, section: 一}}
      - {{growth: {growth}%, period: 2025, since: 2020, section: 一}}
      - {{change: {change}家, period: 2025, section: 一}}
checks:
  it: {{kind: ordering, expression: implied(a.net_change@2025) >= implied(a.implied_base@2025:2020)}}
"""

FINANCE = """  b:
    name: 增加值
    name_en: Value added
    direction: up
    prices: {flow: current, average_growth: constant}
    figures:
      - {flow: 260.3亿元, period: 2025, section: 一}
      - {average_growth: 7.9%, period: 2025, since: 2020, section: 一}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("chained")


@pytest.fixture(scope="module")
def shipped() -> dict[str, Outcome]:
    return {outcome.check.id: outcome for outcome in verify(*load_checked(ROOT)).outcomes}


def outcome_of(folder: Path, text: str, id: str = "it") -> Outcome:
    (outcome,) = (o for o in verify(*load_checked(pack(folder, text))).outcomes if o.check.id == id)
    return outcome


@pytest.mark.parametrize(
    ("level", "growth", "change", "verdict"),
    [
        (1455, "54.5", 138, "consistent"),  # 1317 against 942
        (1455, "54.5", 513, "consistent"),  # 942 against 942
        (1455, "54.5", 514, "inconsistent"),  # 941
        (1455, "54.4", 138, "only_if_truncated"),  # no whole base under rounding; 942 is +54.45 %, cut off 54.4
    ],
)
def test_what_two_checks_imply_is_compared(folder, level, growth, change, verdict):
    outcome = outcome_of(folder, FOUR_UP.format(level=level, growth=growth, change=change))
    assert outcome.verdict == verdict


def test_the_power_of_a_chain_is_that_of_all_its_figures(folder):
    """19 of 61 leave no whole base; of 138 the five from 538 to 938 leave fewer than 942."""
    outcome = outcome_of(folder, FOUR_UP.format(level=1455, growth="54.5", change=138))
    assert (outcome.caught, outcome.typos) == (24, 87)
    assert {s.name: s.caught for s in outcome.strength}["a.change@2025"] == 5
    assert list(outcome.check.figures) == ["a.level@2025", "a.change@2025", "a.growth@2025:2020"]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("implied(a.base@2025) > 1家", "C012"),  # no such check
        ("implied(later) > 1家", "C012"),  # declared below
        ("implied(known) > 1家", "C012"),  # has no unknown
        ("implied(100%) > 1家", "C001"),
        ("implied(b.average_growth@2025:2020) > 1元", "C012"),  # what holds on a condition decides nothing
        ("implied(a.net_change@2025) > 1元", "C005"),  # 家 is not 元
        ("implied(a.net_change@2025) + implied(a.net_change@2025) > 1家", "C008"),
    ],
)
def test_what_cannot_be_taken_from_is_said(folder, expression, code):
    text = (
        FOUR_UP.format(level=1455, growth="54.5", change=138).partition("checks:")[0]
        + f"""{FINANCE}checks:
  known: {{expression: a.level@2025 > 1家}}
  it: {{expression: "{expression}"}}
  later: {{expression: a.level@2025 + 1家 = more}}
"""
    )
    with pytest.raises(CannotGoOn) as refused:
        load_checked(pack(folder, text))
    assert [problem.code for problem in refused.value.problems] == [code]


def test_what_holds_on_a_condition_can_be_shown(folder):
    """177.53 of 1775.3: a tenth, if the 7.9 % were at current prices."""
    text = (
        FOUR_UP.format(level=1455, growth="54.5", change=138).partition("checks:")[0]
        + f"""{FINANCE}checks:
  it: {{{{expression: implied(b.average_growth@2025:2020) / 1775.3亿元 = share}}}}
""".replace("{{", "{").replace("}}", "}")
    )
    outcome = outcome_of(folder, text)
    assert (outcome.verdict, round(outcome.implied.low, 4)) == ("vacuous", Fraction("0.1"))


def test_a_chain_of_a_chain(folder):
    text = (
        FOUR_UP.format(level=1455, growth="54.5", change=138).partition("checks:")[0]
        + """checks:
  one: {expression: a.level@2025 + 1家 = more}
  two: {expression: implied(one) + 1家 = more}
  it: {expression: implied(two) + 1家 = more}
"""
    )
    outcome = outcome_of(folder, text)
    assert list(outcome.whole.listed) == [1458]
    assert outcome.as_read == outcome.implied


def test_the_root_is_rounded_outwards(folder):
    text = """
indicators:
  a: {name: 数, name_en: A, direction: up, figures: [{level: 8家, period: 2025, section: 一}]}
checks:
  it: {expression: "root(a.level@2025 / 1家, 3) = x"}
  two: {expression: "root(a.level@2025 / 4家, 2) = x"}
  none: {expression: "root(a.level@2025 / 1家 - 9, 3) = x"}
"""
    cube = outcome_of(folder, text).implied
    assert 2 in cube
    assert cube.high - cube.low < Fraction(1, 10**9)
    square = outcome_of(folder, text, "two").implied
    assert square.low**2 <= 2 <= square.high**2
    assert outcome_of(folder, text, "none").verdict == "inconsistent"


def test_a_number_may_be_so_many_for_each(folder):
    text = """
indicators:
  a: {name: 户, name_en: Households, direction: up, figures: [{flow: 1.3万户, period: 2025, section: 一}]}
  b: {name: 套, name_en: Homes, direction: up, figures: [{flow: 1.3万套, period: 2025, section: 一}]}
checks:
  it: {kind: ordering, expression: a.flow@2025 * 1套/户 <= b.flow@2025}
"""
    outcome = outcome_of(folder, text)
    assert (outcome.verdict, outcome.caught, outcome.typos) == ("consistent", 18, 36)
    assert outcome_of(folder, text.replace("1套/户", "2套/户")).verdict == "inconsistent"
    with pytest.raises(CannotGoOn) as refused:
        load_checked(pack(folder, text.replace("1套/户", "1套")))
    assert [problem.code for problem in refused.value.problems] == ["C005"]


# ── the shipped report ────────────────────────────────────────────────────────

RANGES = [  # check, the values by pencil, low and high, in the digits of the page
    ("nominal_gdp_growth", "(1451.55/1100)^(1/5) - 1 to (1451.65/1000)^(1/5) - 1", "0.0570", "0.0774"),
    ("financial_value_added.average_growth@2025:2020", "260.25/1.0795^5 to 260.35/1.0785^5 亿", "177.53", "178.43"),
    ("finance_share_2020_if_current", "177.53/1100 to 178.43/1000", "0.1614", "0.1784"),
    ("rd_intensity_2020", "6.830/1100 to 6.887/1000", "0.0062", "0.0069"),
    ("medical_staff", "13.25 * 919.65 to 13.35 * 919.749", "12185.4", "12278.6"),
    ("people_per_household", "27500/13499 to 28499/12500", "2.04", "2.28"),
    ("computing_power_of_city", "1124.5/(9/40) to 1125.5/(11/60)", "4997.8", "6139.1"),
    ("computing_power_city_share.share_limit@2025", "11/60 to 9/40", "0.1833", "0.2250"),
]


@pytest.mark.parametrize(("id", "pencil", "low", "high"), RANGES, ids=[row[0] for row in RANGES])
def test_the_ranges_of_the_shipped_report(shipped, id, pencil, low, high):
    outcome = shipped[id]
    values = outcome.implied or outcome.computed
    scale = YI if "亿" in pencil else 1
    for end, printed in ((values.low, low), (values.high, high)):
        decimals = len(printed.partition(".")[2])
        assert round(end / scale, decimals) == Fraction(printed), pencil


def test_the_whole_numbers_of_the_shipped_report(shipped):
    staff = shipped["medical_staff"].whole
    assert (staff.first, staff.last, staff.count) == (12186, 12278, 93)
    rest = shipped["reemployment.part_of_period@2021/2025"]
    assert (rest.implied.low, rest.implied.high) == (29501, 39499)


@pytest.mark.parametrize(
    ("id", "verdict", "power"),
    [
        ("four_up_not_fallen", "consistent", (24, 87)),
        ("households_within_homes", "consistent", (18, 36)),
        ("total_trade.steady_path@2025:2020", "vacuous", (0, 78)),
        ("primary_schools_and_places", "consistent", (1, 44)),
        ("four_up_enterprises.implied_base@2025:2020", "consistent", (19, 61)),
    ],
)
def test_the_power_of_the_shipped_report(shipped, id, verdict, power):
    outcome = shipped[id]
    assert (outcome.verdict, (outcome.caught, outcome.typos)) == (verdict, power)


def test_about_is_read_with_the_declared_band(shipped):
    """突破600亿 as readers take it, times 103 to 104 %."""
    outcome = shipped["retail_sales.target_amount@2026"]
    assert (outcome.as_read.low, outcome.as_read.high) == (618 * YI, 728 * YI)
    assert (outcome.as_read.low_closed, outcome.as_read.high_closed) == (True, False)
    assert outcome.implied.low == 0
    assert outcome.implied.high is None
    assert outcome.says_nothing


@pytest.mark.parametrize(
    "id",
    ["employment_funds_per_job", "places_per_school", "points_per_charging_station", "people_per_rental_home",
     "energy_internet_growth_2026", "population_dates"],
)  # fmt: skip
def test_what_nobody_would_sign_is_out(shipped, id):
    assert id not in shipped


def test_what_could_hardly_be_otherwise_is_trivial(shipped):
    trivial = {id for id, outcome in shipped.items() if outcome.is_trivial}
    assert "urbanization_rate.share_limit@2025" in trivial  # 98.6 %: no wrong digit makes it more than 100
    assert "large_industry_within_four_up" in trivial  # 82 of 1455
    assert "waste_collection_rate.share_limit@2025" not in trivial  # 100 %, and 200 % would be seen
    assert "projects_started_within_attracted" not in trivial  # 146 of 878: 946 would be seen
    assert all(outcome.verdict == "vacuous" for id, outcome in shipped.items() if id in trivial)
    assert not any(outcome.implied for id, outcome in shipped.items() if id in trivial)


def test_no_check_is_left_whose_answer_is_everything(shipped):
    for outcome in shipped.values():
        assert not outcome.says_nothing or outcome.as_read.high is not None, outcome.check.id


def test_a_reading_is_never_wider_than_what_is_entailed(shipped):
    for outcome in shipped.values():
        if outcome.implied and outcome.as_read:
            assert outcome.as_read & outcome.implied == outcome.as_read, outcome.check.id


def test_the_average_growth_of_finance_is_at_constant_prices(shipped):
    assert shipped["financial_value_added.average_growth@2025:2020"].check.forbidden == "price_basis"


def test_a_figure_said_twice_is_named_by_its_number():
    document = json.loads(run("verify-baselines", "--format", "json").out)
    named = {check["id"]: check["figures"] for check in document["checks"]}
    assert named["budget_revenue_to_gdp"] == ["budget_revenue.flow@2025#2", "gdp.flow@2025"]
    assert named["nursing_bed_share.share_limit@2025#2"] == ["nursing_bed_share.share@2025#2"]


def test_so_many_for_each_is_rounded_and_no_number_of_things(folder):
    """每千人口13人 is 12.5 to 13.5, so 919,650..919,749 inhabitants have 11,496..12,416 of them."""
    text = """
indicators:
  a:
    name: 每千人口医护人员
    name_en: Staff per thousand
    per: 千人口
    direction: up
    figures: [{level: 13人, period: 2025, section: 一}]
  b: {name: 人口, name_en: People, direction: up, figures: [{level: 91.97万人, period: 2025, section: 一}]}
checks:
  it: {kind: whole_number, expression: a.level@2025 * b.level@2025 / 1000人/千人口 = staff}
"""
    outcome = outcome_of(folder, text)
    assert outcome.verdict == "vacuous"
    assert (outcome.whole.first, outcome.whole.last) == (11496, 12416)


def test_a_root_reaches_only_the_ends_that_are_reached(folder):
    text = """
indicators:
  a: {name: 数, name_en: A, direction: up, figures: [{level: 0.8百元, period: 2025, section: 一}]}
checks:
  it: {expression: "root(a.level@2025 / 1元, 2) = x"}
"""
    values = outcome_of(folder, text).implied  # of [75, 85)
    assert (values.low_closed, values.high_closed) == (False, False)
    exact = outcome_of(folder, text.replace("0.8百元", "超过81元")).implied
    assert (exact.low, exact.low_closed, exact.high) == (9, True, None)


def test_a_count_is_told_only_where_all_were_tried(folder):
    """At most 1184 at 98.4 %: 0 of 0 and 60 of 61 can be, 1 of any cannot; 683 whole numbers can."""
    text = """
indicators:
  a: {name: 事项, name_en: Items, direction: up, figures: [{level: 不超过1184项, period: 2025, section: 一}]}
  b: {name: 率, name_en: Rate, direction: up, figures: [{share: 98.4%, period: 2025, section: 一}]}
checks:
  it: {kind: whole_number, expression: a.level@2025 * b.share@2025 = part}
"""
    outcome = outcome_of(folder, text)
    assert (outcome.whole.first, outcome.whole.last, outcome.whole.count) == (0, 1165, 683)


def test_no_reading_is_told_of_a_figure_that_no_true_value_gives(folder):
    text = FOUR_UP.format(level="154.4", growth="54.5", change=138).partition("checks:")[0]
    pack(folder, text)
    document = json.loads(run("verify-baselines", "--data", str(folder), "--format", "json").out)
    assert {check["verdict"] for check in document["checks"]} == {"inconsistent"}
    assert all(check["as_read"] is None for check in document["checks"])
