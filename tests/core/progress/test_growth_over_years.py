"""A growth since several years, a stock with both its growth and its amount, and what is to be brought down."""

from __future__ import annotations

import json

import pytest
from making import gap_of, one_indicator
from running import run

from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.measuring import gap_to_target

OVER_YEARS = "growth: 50%, period: 2030, since: 2025"


@pytest.mark.parametrize(
    ("base", "actual", "as_of", "status", "value"),
    [
        # two of five years are over at the end of 2027: the way asks 20 %
        ("level: 300家, period: 2025", "359家", "2027", "behind", "59/3"),  # 19.67 %
        ("level: 300家, period: 2025", "360家", "2027", "on_track", "20"),
        ("level: 300家, period: 2025", "345家", "2027-06", "on_track", "15"),  # 1 181/365 of 5 years: 14.959 %
        ("level: 300家, period: 2025", "344家", "2027-06", "behind", "44/3"),
        ("flow: 200亿元, period: 2025", "240亿元", "2027", "on_track", "20"),
        ("flow: 200亿元, period: 2025", "239亿元", "2027", "behind", "39/2"),
        ("flow: 200亿元, period: 2025", "300亿元", "2030", "undecided", "50"),  # 299.5 / 200.5 to 300.5 / 199.5
        ("flow: 200亿元, period: 2025", "320亿元", "2030", "met", "60"),
        ("flow: 200亿元, period: 2025", "280亿元", "2030", "missed", "40"),
    ],
)
def test_an_amount_stands_against_the_way_since_its_base(tmp_path, base, actual, as_of, status, value):
    gap = gap_of(one_indicator(tmp_path, "up", OVER_YEARS, base), actual, as_of)
    assert (gap.status, str(gap.value)) == (status, value)


@pytest.mark.parametrize(
    ("target", "as_of", "elapsed"),
    [
        ("growth: 50%, period: 2030, since: 2025", "2027", "2/5"),
        ("growth: 50%, period: 2030, since: 2025", "2030-06", "1641/1825"),  # 4 181/365 of 5
        ("average_growth: 5%, period: 2030, since: 2025", "2027", "2/5"),
        ("change: 80亿元, period: 2030, since: 2025", "2027", "2/5"),
        ("growth: 5%, period: 2030", "2030-06", "181/365"),
        ("growth: 5%, period: 2030, since: 2029", "2030-06", "181/365"),
    ],
)
def test_the_time_over_counts_from_the_base(tmp_path, target, as_of, elapsed):
    catalogue = one_indicator(tmp_path, "up", target, "flow: 200亿元, period: 2025")
    (number,) = catalogue.numbered_targets
    assert str(number.course.elapsed(parse_period(as_of).last)) == elapsed


@pytest.mark.parametrize("as_of", ["2026", "2027-06", "2030"])
def test_a_rate_that_does_not_say_what_it_is_on_is_not_judged(tmp_path, as_of):
    """8 % may be on the year before, as growth usually is: of a growth since 2025 that says nothing."""
    gap = gap_of(one_indicator(tmp_path, "up", OVER_YEARS, "flow: 200亿元, period: 2025"), "8%", as_of)
    assert (gap.status, gap.reason, gap.value) == ("not_comparable", "growth_base", None)


@pytest.mark.parametrize(
    ("figure", "as_of", "status", "reason"),
    [
        ("比2025年增长52%", "2030", "met", None),
        ("较2025年增长49%", "2030", "missed", None),
        ("52% since 2025", "2030", "met", None),
        ("比2025年增长20%", "2027", "on_track", None),
        ("比2025年增长19%", "2027", "behind", None),
        ("比2024年增长52%", "2030", "not_comparable", "other_measure"),
        ("52%", "2030", "not_comparable", "growth_base"),
    ],
)
def test_a_rate_can_say_what_it_is_on(tmp_path, figure, as_of, status, reason):
    one_indicator(tmp_path, "up", OVER_YEARS, "flow: 200亿元, period: 2025")
    assert run("record", "it", figure, "--as-of", as_of, "--data", ".", cwd=tmp_path).code == 0
    (gap,) = json.loads(run("gap", "it", "--data", ".", "--format", "json", cwd=tmp_path).out)["gaps"]
    assert (gap["status"], gap["reason"], gap["actual"]) == (status, reason, figure)


def test_a_growth_on_the_year_before_is_as_it_was(tmp_path):
    gap = gap_of(one_indicator(tmp_path, "up", "growth: 5%, period: 2026"), "5.2%", "2026-06")
    assert gap.status == "on_track"
    gap = gap_of(one_indicator(tmp_path, "up", "growth: 5%, period: 2026, since: 2025"), "5.2%", "2026-06")
    assert gap.status == "on_track"


@pytest.mark.parametrize(
    ("target", "actual", "as_of", "status"),
    [
        ("level: 压减到80家, period: 2026", "90家", "2026-06", "on_track"),  # 120 → 80: 100.2 due
        ("level: 压减到80家, period: 2026", "110家", "2026-06", "behind"),
        ("level: 压减到80家, period: 2026", "75家", "2026", "met"),
        ("level: 减少至80家, period: 2026", "80家", "2026", "met"),
        ("level: 压减到80家, period: 2026", "81家", "2026", "missed"),
        ("level: 降到80家左右, period: 2026", "83家", "2026", "within_band"),
        ("level: 80家, period: 2026", "81家", "2026", "met"),  # nothing in the words: by the direction
        ("level: 增至150家, period: 2026", "149家", "2026", "missed"),
    ],
)
@pytest.mark.parametrize("direction", ["up", "none"])
def test_what_is_to_be_brought_down_says_so_itself(tmp_path, direction, target, actual, as_of, status):
    if direction == "none" and target.startswith("level: 80家"):
        status = "missed"  # more is as wrong as less
    catalogue = one_indicator(tmp_path, direction, target, "level: 120家, period: 2025")
    assert gap_of(catalogue, actual, as_of).status == status


@pytest.mark.parametrize(
    ("as_of", "amount", "said"),
    [
        ("2026-06", "1070亿元", "还须增加 10亿元"),  # 1000 × 1.08 − 1070
        ("2026-06", "1090亿元", "已够期末的数"),  # the growth is on June of 2025, the amount on its end
        ("2026", "1090亿元", "两者对不上，请核"),
        ("2026", "1070亿元", ""),
        ("2026-06", "", "给期末数才能算"),
    ],
)
def test_a_published_growth_with_the_amount_of_its_day(tmp_path, as_of, amount, said):
    one_indicator(tmp_path, "up", "growth: 8%, period: 2026", "level: 1000亿元, period: 2025")
    rows = [f"it,{as_of},7%,growth", *([f"it,{as_of},{amount},"] if amount else [])]
    (tmp_path / "actuals.csv").write_text("\n".join(["指标,截至,数值,类型", *rows]) + "\n", encoding="utf-8")
    out = run("gap", "it", "--data", ".", cwd=tmp_path, columns=200).out
    assert ("落后" if as_of != "2026" else "未完成") in out  # 7 % of 8 %
    assert said in out
    assert ("存量按公布的增速" in out) is bool(said)


def test_an_actual_keeps_what_its_growth_is_on(tmp_path):
    catalogue = one_indicator(tmp_path, "up", OVER_YEARS)
    told = Actual("it", parse_figure("52%", BUILT_IN), parse_period("2030"), since=parse_period("2025"))
    assert gap_to_target(catalogue, catalogue.targets[0], told).status == "met"


def test_a_growth_over_years_is_none_on_the_year_before(tmp_path):
    """Neither the table of months nor the year before takes it for one; next year's data have it with its base."""
    one_indicator(tmp_path, "up", OVER_YEARS, "flow: 200亿元, period: 2025")
    for figure, as_of in (("比2025年增长20%", "2027"), ("比2025年增长52%", "2030")):
        assert run("record", "it", figure, "--as-of", as_of, "--data", ".", cwd=tmp_path).code == 0
    assert json.loads(run("months", "--data", ".", "--format", "json", cwd=tmp_path).out)["months"] == []
    assert run("rollover", "--data", ".", "--output", "next", cwd=tmp_path).code == 0
    written = (tmp_path / "next" / "baselines.yaml").read_text(encoding="utf-8")
    assert "{growth: 增长52%, period: 2030, since: 2025" in written
