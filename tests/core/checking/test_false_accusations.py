"""What must never be called a contradiction: losses, growth at other prices, rates above 100 %; pencil beside it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import pack

from shizhong_cli.core.checking.verify import Report, verify
from shizhong_cli.reading.pack.checks import load_checked

PROPERTY = settings(max_examples=60, deadline=None, derandomize=True, database=None)
NO_TARGETS = "targets: []\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fair")


def report_of(folder, name: str, figures, *, more: str = "", check: str = "", target: str = "") -> Report:
    lines = "".join(f"      - {{{figure}, section: 第{number}处}}\n" for number, figure in enumerate(figures, 1))
    declared = f"checks:\n  it: {{expression: {check}}}\n" if check else ""
    baselines = f"indicators:\n  it:\n    name: {name}\n    direction: up\n    {more}\n    figures:\n{lines}{declared}"
    targets = f"targets:\n  - {{indicator: it, {target}, section: 三}}\n" if target else NO_TARGETS
    return verify(*load_checked(pack(folder, baselines, targets)))


def verdicts_of(report: Report) -> dict[str, str]:
    return {str(outcome.check.kind): str(outcome.verdict) for outcome in report.outcomes}


def reasons_of(report: Report) -> set[str]:
    return {outcome.check.forbidden for outcome in report.outcomes if outcome.check.forbidden}


@pytest.mark.parametrize(
    ("name", "figures", "kind", "verdict"),
    [
        ("某额", ["flow: 2亿元, period: 2024/2025", "flow: 5亿元, period: 2025", "flow: -3亿元, period: 2024"],
         "sum_of_parts", "consistent"),  # -3 + 5 = 2
        ("某额", ["flow: 4亿元, period: 2024/2025", "flow: 5亿元, period: 2025", "flow: -3亿元, period: 2024"],
         "sum_of_parts", "inconsistent"),  # -3 + 5 is (1, 3)
        ("某额", ["flow: -1.2亿元, period: 2025", "flow: -1.2亿元, period: 2025"], "restatement", "consistent"),
        ("某额", ["flow: -1.2亿元, period: 2025", "flow: -1.4亿元, period: 2025"], "restatement", "inconsistent"),
        ("某额", ["flow: -1.2亿元, period: 2025-S1", "flow: 3.4亿元, period: 2025-S2", "flow: 2.2亿元, period: 2025"],
         "sum_of_parts", "consistent"),  # -1.2 + 3.4 = 2.2
        ("某地", ["level: -12℃, period: 2025", "level: -15℃, period: 2024", "change: 3℃, period: 2025"],
         "net_change", "consistent"),  # -15 + 3 = -12
        ("某地", ["level: -12℃, period: 2025", "level: -15℃, period: 2024", "change: 5℃, period: 2025"],
         "net_change", "inconsistent"),
        ("自然变化率", ["share: -0.52‰, period: 2025", "share: -0.52‰, period: 2025"], "restatement", "consistent"),
        # 8.1 - 9.3 = -1.2 for the other four years: of a profit, not of an investment
        *((name, ["flow: 8.1亿元, period: 2021/2025", "flow: 9.3亿元, period: 2025"], "part_of_period", "vacuous")
          for name in ("净利润", "利润总额", "收支差额", "贸易顺差", "净增贷款", "净出口", "年度结余", "盈余")),
        *((name, ["flow: 8.1亿元, period: 2021/2025", "flow: 9.3亿元, period: 2025"], "part_of_period", "inconsistent")
          for name in ("地区生产总值", "居民收入", "固定资产投资", "净化水设备投资", "税收")),
        ("新增就业", ["flow: 81人, period: 2021/2025", "flow: 93人, period: 2025"], "part_of_period", "inconsistent"),
        # from a loss there is no growth
        ("某额", ["flow: -2亿元, period: 2024", "flow: 3亿元, period: 2025", "growth: 150%, period: 2025"],
         "implied_base", "not_checkable"),
        ("某额", ["flow: -2亿元, period: 2025", "growth: 30%, period: 2025"], "implied_base", "not_checkable"),
        # 4 x (1 - 1.5) = -2: a profit can fall by more than all of it
        ("利润", ["flow: 4亿元, period: 2024", "flow: -2亿元, period: 2025", "growth: -150%, period: 2025"],
         "implied_base", "consistent"),
        ("利润", ["flow: 3亿元, period: 2025", "change: 5亿元, period: 2025", "growth: 250%, period: 2025"],
         "bases", "not_checkable"),  # 3 - 5 is a loss
        ("利润", ["flow: 3亿元, period: 2024", "flow: 4亿元, period: 2025", "growth: 90%, period: 2025"],
         "implied_base", "inconsistent"),  # 3 x 1.9 = 5.7
    ],
)  # fmt: skip
def test_amounts_below_nought(folder, name, figures, kind, verdict):
    assert verdicts_of(report_of(folder, name, figures))[kind] == verdict


def test_a_declaration_tells_what_a_name_does_not(folder):
    figures = ["flow: 8.1亿元, period: 2021/2025", "flow: 9.3亿元, period: 2025"]
    assert verdicts_of(report_of(folder, "经营成果", figures)) == {"part_of_period": "inconsistent"}
    assert not report_of(folder, "经营成果", figures, more="may_be_negative: true").findings


def test_a_loss_beside_a_growth_target_and_in_a_declared_sum(folder):
    loss = "flow: -2亿元, period: 2025"
    report = report_of(folder, "某额", [loss], target="growth: 10%, period: 2026")
    assert verdicts_of(report) == {"target_amount": "not_checkable"}
    assert reasons_of(report) == {"growth_over_loss"}
    figures = [loss, "flow: -7亿元, period: 2024"]  # -7 + 5 = -2
    report = report_of(folder, "某额", figures, check='"it.flow@2025 = it.flow@2024 + 5亿元"')
    assert verdicts_of(report) == {"declared": "consistent"}


TENTHS = st.integers(-400, 400)


def tenths(number: int) -> str:
    return f"{'-' if number < 0 else ''}{abs(number) // 10}.{abs(number) % 10}"


@PROPERTY
@given(st.lists(TENTHS, min_size=2, max_size=4), st.sampled_from(["某额", "净利润", "投资"]))
def test_true_sums_are_never_accused_whatever_their_sign(folder, parts, name):
    """Amounts that are printed as they are, with their sum, their rise and the amount before it."""
    if min(parts) >= 0 and name == "投资":
        parts[0] = -1 - parts[0]
    quarters = [f"flow: {tenths(part)}亿元, period: 2025-Q{number}" for number, part in enumerate(parts, 1)]
    rest = [f"flow: 0.0亿元, period: 2025-Q{number}" for number in range(len(parts) + 1, 5)]
    whole = f"flow: {tenths(sum(parts))}亿元, period: 2025"
    assert report_of(folder, name, [*quarters, *rest, whole, whole.replace("2025", "2025-01/2025-12")]).findings == []
    now, before = parts[:2]
    stocks = [f"level: {tenths(now)}亿元, period: 2025", f"level: {tenths(before)}亿元, period: 2024"]
    stocks.append(f"change: {tenths(now - before)}亿元, period: 2025")
    assert report_of(folder, name, stocks).findings == []


@PROPERTY
@given(TENTHS, TENTHS, st.integers(-3000, 3000))
def test_a_growth_over_a_loss_is_never_accused(folder, now, before, growth):
    base = -abs(before) - 1
    figures = [f"flow: {tenths(now)}亿元, period: 2025", f"flow: {tenths(base)}亿元, period: 2024"]
    report = report_of(folder, "某额", [*figures, f"growth: {tenths(growth)}%, period: 2025"])
    assert report.findings == []
    assert reasons_of(report) == {"growth_over_loss"}


# ── prices ────────────────────────────────────────────────────────────────────

DECLARED = "prices: {flow: current, growth: constant}"
AVERAGE = ["flow: 412.7亿元, period: 2025", "flow: 350.2亿元, period: 2020"]
AVERAGE.append("average_growth: 5.6%, period: 2021/2025, since: 2020")  # 350.2 x 1.056^5 = 459.9


@pytest.mark.parametrize(
    ("name", "prices", "verdict"),
    [
        ("某值", DECLARED, "not_checkable"),
        ("某值", "prices: {level: current, average_growth: constant}", "not_checkable"),
        ("某值", "prices: {growth: constant}", "not_checkable"),  # levels are at current prices
        ("某值", "prices: {flow: constant, growth: constant}", "inconsistent"),
        ("某值", "prices: {flow: current, growth: constant, average_growth: current}", "inconsistent"),
        ("某值", "", "inconsistent"),
        ("社会消费品零售总额", "", "inconsistent"),
        ("地区生产总值", "", "not_checkable"),
        ("全区生产总值（GDP）", "", "not_checkable"),
        ("GDP", "", "not_checkable"),
        ("规模以上工业增加值", "", "not_checkable"),
        ("文化产业增加值", "", "not_checkable"),
        ("产值", "", "inconsistent"),
        ("地区生产总值", "prices: {flow: current, growth: current}", "inconsistent"),
    ],
)
def test_prices_of_an_average_growth(folder, name, prices, verdict):
    assert verdicts_of(report_of(folder, name, AVERAGE, more=prices))["average_growth"] == verdict


@PROPERTY
@given(st.integers(1, 999), st.integers(1, 999), st.integers(-99, 400), st.sampled_from(["growth", "average_growth"]))
def test_amounts_and_growth_of_gross_product_are_never_set_against_each_other(folder, now, before, growth, measure):
    since = 2020 if measure == "average_growth" else 2024
    figures = [f"flow: {now}亿元, period: 2025", f"flow: {before}亿元, period: {since}"]
    figures.append(f"{measure}: {growth}%, period: 2025, since: {since}")
    report = report_of(folder, "地区生产总值", figures, target="growth: 5%, period: 2026")
    assert report.findings == []
    assert reasons_of(report) == {"price_basis"}


# ── rates ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "share", "verdict", "asked"),
    [
        ("拨备覆盖率", "214.3%", None, False),
        ("高等教育毛入学率", "103.2%", None, False),
        ("工业产销率", "101.3%", None, False),
        ("计划完成率", "108%", None, False),
        ("某某率", "108%", "not_checkable", True),
        ("某某率", "100%", "vacuous", False),
        ("服务业占生产总值比重", "108%", "inconsistent", False),
        ("民营经济占比", "100.1%", "inconsistent", False),
        ("清运覆盖率", "101%", "inconsistent", False),
        ("民营经济占比", "100.0%", "consistent", False),  # any other first digit is above 100 %
    ],
)
def test_rates_above_100_percent(folder, name, share, verdict, asked):
    report = report_of(folder, name, [f"share: {share}, period: 2025"])
    assert verdicts_of(report).get("share_limit") == verdict
    assert ({str(question.rule) for question in report.questions} == {"rate_above_whole"}) is asked


@PROPERTY
@given(st.integers(0, 9999), st.integers(-300, 300))
def test_a_rate_is_never_accused_for_being_above_100_percent(folder, tenths_of_percent, change):
    now, before = Fraction(tenths_of_percent, 10), Fraction(tenths_of_percent - change, 10)
    figures = [f"share: {float(now):.1f}%, period: 2025", f"change: {float(now - before):.1f}个百分点, period: 2025"]
    if before >= 0:
        figures.append(f"share: {float(before):.1f}%, period: 2024")
        assert report_of(folder, "某某率", figures).findings == []
    assert report_of(folder, "某某率", figures[:1]).findings == []
