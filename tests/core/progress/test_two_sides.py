"""Where more is as wrong as less, where nought is to be reached, and what a limit with a width leaves: by pencil."""

from __future__ import annotations

from fractions import Fraction as F
from pathlib import Path

import pytest

from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words
from tests.making import gap_of, one_indicator

STANDING = [
    # a profit of nought is to be reached from below; what is to be none is to be kept down
    ("up", "flow: 0亿元, period: 2026", "flow: -2.0亿元", "-0.5亿元@2026", "missed"),
    ("up", "flow: 0亿元, period: 2026", "flow: -2.0亿元", "0.5亿元@2026", "met"),
    ("up", "level: 0万元, period: 2026", "level: -20万元", "-30万元@2026", "missed"),
    ("none", "flow: 0件, period: 2026", "", "1件@2026", "missed"),
    # a stock that comes up to its number from 80, or down to it from 120: 105 is due after 272 of 365 days
    ("none", "level: 100头左右, period: 2026", "level: 80头", "130头@2026-09-30", "undecided"),
    ("none", "level: 100头左右, period: 2026", "level: 80头", "103头@2026-09-30", "within_band"),
    ("none", "level: 100头左右, period: 2026", "level: 80头", "97头@2026-09-30", "on_track"),
    ("none", "level: 100—120头, period: 2026", "level: 80头", "125头@2026-09-30", "undecided"),
    ("none", "level: 100—120头, period: 2026", "level: 80头", "110头@2026-09-30", "on_track"),
    ("none", "level: 100头, period: 2026", "level: 120头", "102头@2026-09-30", "on_track"),
    ("none", "level: 100头, period: 2026", "level: 120头", "108头@2026-09-30", "behind"),
    ("none", "level: 100头, period: 2026", "level: 120头", "98头@2026-09-30", "undecided"),
    # a rate or a stock beside its number is neither ahead nor behind where nobody says which side is better
    ("none", "growth: 2%左右, period: 2026", "", "0.2%@2026-09-30", "undecided"),
    ("none", "growth: 2%左右, period: 2026", "", "5%@2026-09-30", "undecided"),
    ("none", "growth: 2%左右, period: 2026", "", "2.2%@2026-09-30", "within_band"),
    ("none", "growth: 0%, period: 2026", "", "-0.5%@2026-09-30", "undecided"),
    ("none", "growth: 2%—3%, period: 2026", "", "0.2%@2026-09-30", "undecided"),
    ("none", "share: 5.5%左右, period: 2026", "share: 5.2%", "4.5%@2026-09-30", "undecided"),
    ("none", "share: 5.5%左右, period: 2026", "", "6.5%@2026-09-30", "undecided"),
    # with a bound, a direction, a way to its number, or as nothing that is to be, one side is known to be worse
    ("none", "growth: 2%左右以内, period: 2026", "", "5%@2026-09-30", "behind"),
    ("none", "growth: 2%以上, period: 2026", "", "0.2%@2026-09-30", "behind"),
    ("up", "growth: 2%左右, period: 2026", "", "0.2%@2026-09-30", "behind"),
    ("none", "level: 清零, unit: 处, period: 2026", "", "1处@2026-09-30", "behind"),
    # when its time is over it did not come to what was promised
    ("none", "growth: 2%左右, period: 2026", "", "0.2%@2026", "missed"),
    # a sum inside a range goes on to grow
    ("none", "flow: 100—120吨, period: 2026", "", "115吨@2026-06-30", "on_track"),
    ("none", "flow: 100—120吨, period: 2026", "", "115吨@2026", "met"),
    ("none", "flow: 100—120吨, period: 2026", "", "130吨@2026-06-30", "behind"),
    # a limit with a width: more is never better
    ("down", "flow: 控制在3000万元左右, period: 2026", "", "2200万元@2026-09-30", "on_track"),
    ("down", "flow: 控制在3000万元左右, period: 2026", "", "2900万元@2026-09-30", "behind"),
    ("down", "flow: 控制在3000万元左右, period: 2026", "", "3001万元@2026-09-30", "behind"),
    ("down", "flow: 控制在3000万元左右, period: 2026", "", "3001万元@2026", "within_band"),
    # a cut is a thing to do whatever the direction leaves open
    ("none", "flow: 压减100家, period: 2026", "", "压减40家@2026-06-30", "behind"),
    ("none", "flow: 压减100家, period: 2026", "", "压减120家@2026-06-30", "met"),
    ("none", "change: 净减20家, period: 2026", "", "净减25家@2026", "met"),
    # a baseline is there, and leads nowhere: not without a baseline; without a direction neither early nor late
    ("none", "level: 100家, period: 2030", "level: 100家", "98家@2027", "undecided"),
    ("down", "share: 5.5%以内, period: 2030", "share: 5.2%", "5.6%@2027", "behind"),
]


@pytest.mark.parametrize(("direction", "target", "baseline", "actual", "status"), STANDING)
def test_standing(tmp_path: Path, direction: str, target: str, baseline: str, actual: str, status: str) -> None:
    known = [f"{baseline}, period: 2025"] if baseline else []
    gap = gap_of(one_indicator(tmp_path, direction, target, *known), *actual.split("@"))
    assert gap.status == status
    if status in ("missed", "behind"):
        assert all(share.part < 1 for share in gap.shares if share.of != "used")


@pytest.mark.parametrize(
    ("direction", "target", "actual", "rate", "said"),
    [
        # w = 181/365: (103 - w × 102.5) / (1 - w) = 103.49, (103 - w × 103.5) / (1 - w) = 102.508
        ("down", "growth: 2%—3%, period: 2026", "2.5%@2026-06-30", F("0.5") * F(181, 184) + 3, "还可增长至 3.49%"),
        ("down", "growth: 控制在2%—3%, period: 2026", "3.5%@2026-06-30", 3 - F("0.5") * F(181, 184), "还可增长至 2.5%"),
        # w = 273/365: 3 - 0.5 × 273/92 = 1.516, and 2 - 1 × 273/92 = -0.967
        ("none", "growth: 2%—3%, period: 2026", "3.5%@2026-09-30", 3 - F("0.5") * F(273, 92), "还可增长至 1.51%"),
        ("none", "growth: 2%左右, period: 2026", "3.0%@2026-09-30", 2 - F(273, 92), "须下降 0.97%"),
        ("none", "growth: 2%左右, period: 2026", "1.0%@2026-09-30", 2 + F(273, 92), "须增长 4.97%"),
    ],
)
def test_what_the_rest_may_grow_by(
    tmp_path: Path, direction: str, target: str, actual: str, rate: F, said: str
) -> None:
    catalogue = one_indicator(tmp_path, direction, target)
    gap = gap_of(catalogue, *actual.split("@"))
    assert gap.required == rate
    assert said in GapSpeech(catalogue, Words(Language.ZH)).required(gap)


def test_inside_a_range_nothing_is_asked_of_the_rest(tmp_path: Path) -> None:
    assert gap_of(one_indicator(tmp_path, "none", "growth: 2%—3%, period: 2026"), "2.5%", "2026-06-30").need is None


def test_what_may_still_be_lost(tmp_path: Path) -> None:
    catalogue = one_indicator(tmp_path, "up", "flow: -1亿元, period: 2026")
    assert gap_of(catalogue, "-0.4亿元", "2026-06-30").allowed == 10_000_000  # 6000万 in 6 months
    passed = gap_of(catalogue, "-1.1亿元", "2026-06-30")
    assert (passed.status, passed.allowed) == ("behind", None)


def test_a_sum_of_years_does_not_rise_on_that_of_one(tmp_path: Path) -> None:
    known = "flow: 100个, period: 2025"
    gap = gap_of(one_indicator(tmp_path, "up", "flow: 300个, period: 2026/2028", known), "120个", "2026")
    assert (gap.pair.value, gap.pair.asked) == (None, None)


@pytest.mark.parametrize(
    ("target", "actual", "said"),
    [
        ("flow: 40起以内", "超过40起@2026", "略超"),
        ("flow: 40起以内", "40起@2026-09-30", "0起"),  # behind, since it was used too fast, and on the number
        ("flow: 40家以上", "近40家@2026", "不足"),
    ],
)
def test_beside_the_very_number(tmp_path: Path, target: str, actual: str, said: str) -> None:
    direction = "up" if "以上" in target else "down"
    catalogue = one_indicator(tmp_path, direction, f"{target}, period: 2026")
    assert GapSpeech(catalogue, Words(Language.ZH)).gap(gap_of(catalogue, *actual.split("@"))) == said
