"""Gap, completion, pace and status, each worked out by hand from the declaration beside it (DESIGN, section 5).

Days of 2026 that divide well: 14 March is day 73 (1/5), 26 May 146 (2/5), 7 August 219 (3/5), 19 October 292 (4/5).
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from making import expected, gap_of, load, numbers_of, one_indicator, status_of

from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.overview import Filter
from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.rendering.pages import status as status_pages
from shizhong_cli.rendering.pages import target as target_pages
from shizhong_cli.rendering.sentences.numbers import percent
from shizhong_cli.rendering.wording import Language, Words

OVER, THREE_FIFTHS, FOUR_FIFTHS = "2026-12-31", "2026-08-07", "2026-10-19"

# ── every measure x direction x bound: where the target stands ────────────────

# measure: its target, then actuals below the band, on its lower edge, just short, on the number, just above, on the
# upper edge of the band, above the band. Bands: half a point for growth, five per cent of the number otherwise.
ACTUALS = {
    "flow": ("100家", "94家 95家 99家 100家 101家 105家 106家"),
    "level": ("220亿元", "208.99亿元 209亿元 219.99亿元 220亿元 220.01亿元 231亿元 231.01亿元"),
    "growth": ("5%", "4.49% 4.5% 4.99% 5% 5.01% 5.5% 5.51%"),
    "share": ("60%", "56.9% 57% 59.9% 60.0% 60.1% 63% 63.1%"),
    "change": ("10亿元", "9.49亿元 9.5亿元 9.99亿元 10亿元 10.01亿元 10.5亿元 10.51亿元"),
}
FROM_THE_NUMBER_ON = "missed missed missed met met met met"
FROM_THE_NUMBER_DOWN = "met met met met missed missed missed"
# direction, wording of the target, status for the seven actuals when the period is over; * is left open
STANDINGS = [
    ("up", "{}", FROM_THE_NUMBER_ON),
    ("up", "{}以上", FROM_THE_NUMBER_ON),
    ("up", "超过{}", FROM_THE_NUMBER_ON),
    ("up", "突破{}", FROM_THE_NUMBER_ON),
    ("up", "达到{}", FROM_THE_NUMBER_ON),
    ("up", "{}以下", FROM_THE_NUMBER_DOWN),
    ("up", "不超过{}", FROM_THE_NUMBER_DOWN),
    ("up", "{}左右", "missed within_band within_band met met met met"),
    ("down", "{}", FROM_THE_NUMBER_DOWN),
    ("down", "{}以上", FROM_THE_NUMBER_ON),
    ("down", "超过{}", FROM_THE_NUMBER_ON),
    ("down", "{}以下", FROM_THE_NUMBER_DOWN),
    ("down", "控制在{}以内", FROM_THE_NUMBER_DOWN),
    ("down", "{}左右", "met met met met within_band within_band missed"),
    ("none", "{}", "missed missed missed met missed missed missed"),
    ("none", "{}以上", FROM_THE_NUMBER_ON),
    ("none", "超过{}", FROM_THE_NUMBER_ON),
    ("none", "{}以下", FROM_THE_NUMBER_DOWN),
    ("none", "不超过{}", FROM_THE_NUMBER_DOWN),
    ("none", "{}左右", "missed within_band within_band met * * missed"),
]


def differences(catalogue, actuals: str, as_of: str, wanted: str) -> list[str]:
    pairs = zip(actuals.split(), wanted.split(), strict=True)
    found = [(actual, want, status_of(catalogue, actual, as_of)) for actual, want in pairs if want != "*"]
    return [f"{actual}: {got}, not {want}" for actual, want, got in found if got != want]


@pytest.mark.parametrize("measure", ACTUALS)
@pytest.mark.parametrize(("direction", "wording", "over"), STANDINGS)
def test_where_a_target_stands_when_its_period_is_over(tmp_path, measure, direction, wording, over):
    figure, actuals = ACTUALS[measure]
    catalogue = one_indicator(tmp_path, direction, f"{measure}: {wording.format(figure)}, period: 2026")
    assert differences(catalogue, actuals, OVER, over) == []


@pytest.mark.parametrize("measure", ["level", "growth", "share"])
@pytest.mark.parametrize(("direction", "wording", "over"), STANDINGS)
def test_the_current_value_is_set_against_the_target_while_the_period_runs(tmp_path, measure, direction, wording, over):
    """No time share here, and no way without a baseline: what is there is on track, else behind."""
    figure, actuals = ACTUALS[measure]
    catalogue = one_indicator(tmp_path, direction, f"{measure}: {wording.format(figure)}, period: 2026")
    running = over.replace("met", "on_track").replace("missed", "behind")
    if direction == "none" and wording in ("{}", "{}左右"):  # which side is better nobody says
        running = running.replace("behind", "undecided")
    assert differences(catalogue, actuals, THREE_FIFTHS, running) == []


@pytest.mark.parametrize(
    ("direction", "target", "actuals", "running"),
    [  # four fifths of the year are over: 80家 of 100家 are due
        ("up", "100家", "79家 80家 99家 100家 101家", "behind on_track on_track met met"),
        ("up", "100家以上", "79家 80家 99家 100家 101家", "behind on_track on_track met met"),
        ("up", "超过100家", "79家 80家 99家 100家 101家", "behind on_track on_track met met"),
        ("up", "100家左右", "79家 80家 95家 99家 100家 106家", "behind on_track on_track on_track met met"),
        ("up", "100家以下", "50家 81家 101家", "on_track behind missed"),  # a limit that is passed stays passed
        ("down", "100家", "50家 81家 101家", "on_track behind missed"),
        ("down", "100家以上", "79家 80家 100家", "behind on_track met"),
        ("down", "超过100家", "79家 80家 100家", "behind on_track met"),
        ("down", "不超过100家", "50家 101家", "on_track missed"),
        ("down", "100家左右", "50家 81家 101家 106家", "on_track behind behind missed"),  # never better by being more
        ("none", "100家", "79家 80家", "behind on_track"),
        ("none", "100家以上", "79家 80家 100家", "behind on_track met"),
        ("none", "不超过100家", "50家 101家", "on_track missed"),
        ("none", "100家左右", "79家 80家", "behind on_track"),
    ],
)
def test_a_running_flow_is_set_against_the_time_elapsed(tmp_path, direction, target, actuals, running):
    catalogue = one_indicator(tmp_path, direction, f"flow: {target}, period: 2026")
    assert differences(catalogue, actuals, FOUR_FIFTHS, running) == []


@pytest.mark.parametrize(
    ("target", "nothing", "some"),
    [
        ("flow: 动态清零, unit: 件", "0件", "1件"),
        ("level: 清零, unit: 处", "0处", "1处"),
        ("growth: 0%", "0%", "0.01%"),
        ("share: 清零, unit: '%'", "0.0%", "0.1%"),
        ("change: 清零, unit: 元", "0元", "0.01元"),
        ("flow: 0件", "0件", "1件"),
    ],
)
@pytest.mark.parametrize("direction", ["down", "none"])
def test_a_target_of_zero_needs_no_trick(tmp_path, direction, target, nothing, some):
    catalogue = one_indicator(tmp_path, direction, f"{target}, period: 2026")
    assert differences(catalogue, f"{nothing} {some}", OVER, "met missed") == []
    running = "missed" if target.startswith("flow") else "behind"  # a sum does not come down again
    if direction == "none" and target.startswith("growth"):
        running = "undecided"  # a growth can lie on either side of none, and which is better nobody says
    assert status_of(catalogue, some, THREE_FIFTHS) == running
    assert status_of(catalogue, None) == "no_data"
    gap = gap_of(catalogue, some, OVER)
    assert (gap.gap, gap.completion, gap.progress) == (gap.value, None, None)


@pytest.mark.parametrize(
    ("target", "actuals", "over"),
    [  # none left is none left, also where more of it would be better; no growth is a number to reach
        ("flow: 清零, unit: 件", "0件 1件", "met missed"),
        ("level: 清零, unit: 件", "0件 1件", "met missed"),
        ("level: 1件", "0件 1件 2件", "missed met met"),
        ("growth: 0%", "-0.1% 0% 0.1%", "missed met met"),
        ("change: 0件", "-1件 0件 1件", "missed met met"),
    ],
)
def test_zero_of_what_is_to_rise(tmp_path, target, actuals, over):
    assert differences(one_indicator(tmp_path, "up", f"{target}, period: 2026"), actuals, OVER, over) == []


@pytest.mark.parametrize("direction", ["down", "none"])
def test_a_running_zero_can_still_fail(tmp_path, direction):
    """Nothing has happened so far: on track. Only the end of the year makes it met."""
    catalogue = one_indicator(tmp_path, direction, "flow: 动态清零, unit: 件, period: 2026")
    assert status_of(catalogue, "0件", "2026-12-30") == "on_track"
    assert status_of(catalogue, "0件", "2026-12-31") == "met"


# ── the band of 左右 ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "target", "actuals", "standings"),
    [
        ("", "growth: 5%左右", "4.499% 4.5% 4.999% 5%", "missed within_band within_band met"),
        ("", "growth: 约5%", "4.499% 4.5%", "missed within_band"),
        (
            "conventions: {about: {growth: 0.2个百分点, otherwise: 1%}}",
            "growth: 5%左右",
            "4.79% 4.8% 5%",
            "missed within_band met",
        ),
        (
            "conventions: {about: {growth: 0.2个百分点, otherwise: 1%}}",
            "flow: 300家左右",
            "296家 297家 299家 300家",
            "missed within_band within_band met",
        ),
        ("conventions: {about: {growth: 0.2个百分点}}", "flow: 100家左右", "94家 95家", "missed within_band"),
        ("conventions: {about: {growth: 0个百分点}}", "growth: 5%左右", "4.99% 5%", "missed met"),
        ("", "growth: 1倍左右", "0.6倍 0.9949倍 0.995倍 1倍", "missed missed within_band met"),
        ("", "change: 5个百分点左右", "4.74个百分点 4.75个百分点 5个百分点", "missed within_band met"),
    ],
)
def test_exactly_on_the_edge_is_inside_the_band(tmp_path, head, target, actuals, standings):
    catalogue = one_indicator(tmp_path, "up", f"{target}, period: 2026", head=head)
    assert differences(catalogue, actuals, OVER, standings) == []


# ── flows ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("actual", "as_of", "wanted"),
    [
        ("100家", None, "met, gap 0 家, completion 1, elapsed 1, reason whole_period"),
        ("99家", None, "missed, gap -1 家, completion 0.99, elapsed 1, reason whole_period"),
        ("99家", "2026-12-31", "missed, gap -1 家, completion 0.99, elapsed 1"),
        ("120家", "2026", "met, gap 20 家, completion 1.2, elapsed 1"),
        ("0家", "2026", "missed, gap -100 家, completion 0, elapsed 1"),
        # exactly three months remain, 273 of 365 days are over
        ("70家", "2026-09-30", "behind, gap -30 家, completion 0.7, elapsed 273/365, required 10 家/month"),
        ("70家", "2026-09", "behind, gap -30 家, completion 0.7, elapsed 273/365, required 10 家/month"),
        ("70家", "2026-Q3", "behind, gap -30 家, completion 0.7, elapsed 273/365, required 10 家/month"),
        ("75家", "2026-Q3", "on_track, gap -25 家, completion 0.75, elapsed 273/365, required 25/3 家/month"),
        # half the year: 181 days, six months remain
        ("40家", "2026-S1", "behind, gap -60 家, completion 0.4, elapsed 181/365, required 10 家/month"),
        # 24 of the 31 days of August and four months: 148/31 months
        ("60家", "2026-08-07", "on_track, gap -40 家, completion 0.6, elapsed 0.6, required 310/37 家/month"),
        ("59家", "2026-08-07", "behind, gap -41 家, completion 0.59, elapsed 0.6, required 1271/148 家/month"),
        ("100家", "2026-08-07", "met, gap 0 家, completion 1, elapsed 0.6"),
        ("101家", "2026-08-07", "met, gap 1 家, completion 1.01, elapsed 0.6"),
        # first day: one day is over, 30/31 + 11 = 371/31 months remain
        ("0家", "2026-01-01", "behind, gap -100 家, completion 0, elapsed 1/365, required 3100/371 家/month"),
        ("1家", "2026-01-01", "on_track, gap -99 家, completion 0.01, elapsed 1/365, required 3069/371 家/month"),
        # a month before the end, and the day before it
        ("99家", "2026-11-30", "on_track, gap -1 家, completion 0.99, elapsed 334/365, required 1 家/month"),
        ("99家", "2026-12-30", "behind, gap -1 家, completion 0.99, elapsed 364/365, required 31 家/month"),
    ],
)
def test_numbers_of_a_flow(tmp_path, actual, as_of, wanted):
    catalogue = one_indicator(tmp_path, "up", "flow: 100家, period: 2026", "flow: 80家, period: 2025")
    assert numbers_of(catalogue, actual, as_of) == expected(wanted)


def test_scale_words_are_multiplied_out(tmp_path):
    """220 - 165 = 55亿元 in three months."""
    catalogue = one_indicator(tmp_path, "up", "flow: 220亿元以上, period: 2026", "flow: 219.5亿元, period: 2025")
    assert numbers_of(catalogue, "165亿元", "2026-09-30") == expected(
        "on_track, gap -5500000000 元, completion 0.75, elapsed 273/365, required 5500000000/3 元/month"
    )
    assert gap_row(gap_of(catalogue, "165亿元", "2026-09-30"))["asked"] == "50000000"


@pytest.mark.parametrize(
    ("actual", "as_of", "wanted"),
    [  # 366 days; 60/366 = 10/61
        ("60家", "2028-02-29", "on_track, gap -306 家, completion 10/61, elapsed 10/61, required 30.6 家/month"),
        ("59家", "2028-02-29", "behind, gap -307 家, completion 59/366, elapsed 10/61, required 30.7 家/month"),
        # one day of the 29 of February and ten months: 291/29 months
        ("59家", "2028-02-28", "on_track, gap -307 家, completion 59/366, elapsed 59/366, required 8903/291 家/month"),
        ("365家", "2028-12-30", "on_track, gap -1 家, completion 365/366, elapsed 365/366, required 31 家/month"),
        ("365家", "2028-12-31", "missed, gap -1 家, completion 365/366, elapsed 1"),
    ],
)
def test_a_leap_year_has_366_days(tmp_path, actual, as_of, wanted):
    catalogue = one_indicator(tmp_path, "up", "flow: 366家, period: 2028")
    assert numbers_of(catalogue, actual, as_of) == expected(wanted)


@pytest.mark.parametrize(
    ("actual", "as_of", "wanted"),
    [  # one of five years
        ("100家", "2026", "on_track, gap -400 家, completion 0.2, elapsed 0.2, required 100 家/year"),
        ("99家", "2026", "behind, gap -401 家, completion 0.198, elapsed 0.2, required 100.25 家/year"),
        ("500家", "2026/2030", "met, gap 0 家, completion 1, elapsed 1"),
    ],
)
def test_a_flow_over_five_years(tmp_path, actual, as_of, wanted):
    catalogue = one_indicator(tmp_path, "up", "flow: 500家, period: 2026/2030")
    assert numbers_of(catalogue, actual, as_of) == expected(wanted)


@pytest.mark.parametrize("target", ["flow: 100家, period: 2026", "flow: 不超过100家, period: 2026"])
def test_nothing_is_needed_to_stay_below_a_ceiling(tmp_path, target):
    catalogue = one_indicator(tmp_path, "down", target)
    assert numbers_of(catalogue, "50家", THREE_FIFTHS) == expected("on_track, gap -50 家, used 0.5, elapsed 0.6")


def test_a_broken_ceiling(tmp_path):
    catalogue = one_indicator(tmp_path, "down", "flow: 100家以下, period: 2026")
    assert numbers_of(catalogue, "101家", THREE_FIFTHS) == expected(
        "missed, gap 1 家, used 1.01, elapsed 0.6, reason passed"
    )


def test_zero_has_no_completion(tmp_path):
    catalogue = one_indicator(tmp_path, "down", "flow: 动态清零, unit: 件, period: 2026")
    assert numbers_of(catalogue, "0件", OVER) == expected("met, gap 0 件, elapsed 1")
    assert numbers_of(catalogue, "2件", OVER) == expected("missed, gap 2 件, elapsed 1")


def test_a_five_year_flow_is_set_against_five_years(tmp_path):
    catalogue = one_indicator(
        tmp_path,
        "up",
        "flow: 500家, period: 2026/2030",
        "flow: 450家, period: 2021/2025",
        "flow: 80家, period: 2025",
    )
    row = gap_row(gap_of(catalogue, None))
    assert (row["baseline"], row["asked"]) == ("450家", "50")


# ── levels ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("direction", "baseline", "actual", "as_of", "wanted"),
    [  # the target is 100家
        ("up", "80家", "100家", OVER, "met, gap 0 家, completion 1, progress 1, elapsed 1"),
        ("up", "80家", "99家", OVER, "missed, gap -1 家, completion 0.99, progress 0.95, elapsed 1"),
        ("up", "80家", "90家", THREE_FIFTHS, "behind, gap -10 家, completion 0.9, progress 0.5, elapsed 0.6"),
        ("up", "80家", "70家", THREE_FIFTHS, "behind, gap -30 家, completion 0.7, progress -0.5, elapsed 0.6"),
        ("up", "80家", "104家", THREE_FIFTHS, "on_track, gap 4 家, completion 1.04, progress 1.2, elapsed 0.6"),
        ("up", "70家", "80家", OVER, "missed, gap -20 家, completion 0.8, progress 1/3, elapsed 1"),
        ("down", "120家", "110家", THREE_FIFTHS, "behind, gap 10 家, used 1.1, progress 0.5, elapsed 0.6"),
        ("down", "120家", "99家", THREE_FIFTHS, "on_track, gap -1 家, used 0.99, progress 1.05, elapsed 0.6"),
        ("down", "120家", "101家", OVER, "missed, gap 1 家, used 1.01, progress 0.95, elapsed 1"),
        # a target equal to the baseline has no way to go, so no progress
        ("up", "100家", "99家", OVER, "missed, gap -1 家, completion 0.99, elapsed 1"),
        ("up", "100家", "100家", OVER, "met, gap 0 家, completion 1, elapsed 1"),
        # a target below the baseline is met at once
        ("up", "110家", "105家", OVER, "met, gap 5 家, completion 1.05, elapsed 1"),  # nothing to go
    ],
)
def test_numbers_of_a_level(tmp_path, direction, baseline, actual, as_of, wanted):
    catalogue = one_indicator(tmp_path, direction, "level: 100家, period: 2026", f"level: {baseline}, period: 2025")
    assert numbers_of(catalogue, actual, as_of) == expected(wanted)


def test_progress_needs_a_level_to_start_from(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "level: 100家, period: 2026", "flow: 7家, period: 2025")
    assert numbers_of(catalogue, "90家", OVER) == expected("missed, gap -10 家, completion 0.9, elapsed 1")


AHEAD = ("level: 达到100亿元, period: 2030", "level: 60亿元, period: 2025")


@pytest.mark.parametrize(
    ("actual", "as_of", "required"),
    [  # whole years count as such, with a leap day among them or not
        ("68亿元", "2026", 800_000_000),  # 32亿 in four years
        ("70亿元", "2027", 1_000_000_000),  # 30亿 in three
        ("60亿元", "2025", 800_000_000),  # 40亿 in five
        ("64亿元", "2026-06", 800_000_000),  # 36亿 in four and a half
    ],
)
def test_yearly_pace_towards_2030(tmp_path, actual, as_of, required):
    gap = gap_of(one_indicator(tmp_path, "up", *AHEAD), actual, as_of)
    assert (gap.required, gap.required_unit) == (required, "元/year")


@pytest.mark.parametrize(
    ("actual", "as_of", "status"),
    [  # at the end of 2026 one of five years is over: 8 of 40亿 are due
        ("68亿元", "2026", "on_track"),
        ("67.9亿元", "2026", "behind"),
        ("84.0亿元", "2028", "on_track"),  # 24 of 40亿 is 0.6, three of five years
        ("83.9亿元", "2028", "behind"),
        ("100亿元", "2026", "on_track"),
        ("100亿元", "2030", "met"),
        ("99.99亿元", "2030", "missed"),
    ],
)
def test_standing_on_the_way_to_2030(tmp_path, actual, as_of, status):
    assert status_of(one_indicator(tmp_path, "up", *AHEAD), actual, as_of) == status


@pytest.mark.parametrize(("actual", "status"), [("365家", "on_track"), ("364家", "behind")])
def test_exactly_what_is_due_is_on_track(tmp_path, actual, status):
    """2026 is one of five years."""
    catalogue = one_indicator(tmp_path, "up", "level: 1825家, period: 2030", "level: 0家, period: 2025")
    assert status_of(catalogue, actual, "2026") == status


def test_a_way_without_a_start_cannot_be_judged(tmp_path):
    catalogue = one_indicator(tmp_path, "up", AHEAD[0])
    row = gap_row(gap_of(catalogue, "20亿元", "2026"))
    assert (row["status"], row["reason"], row["gap"]) == ("not_comparable", "no_start", "-8000000000")
    assert (row["required"], row["required_unit"]) == (None, None)  # what cannot be judged asks for nothing a year
    assert status_of(catalogue, "100亿元", "2026") == "on_track"
    assert status_of(catalogue, "20亿元", "2030") == "missed"


def test_nothing_is_needed_when_2030_is_reached_already(tmp_path):
    gap = gap_of(one_indicator(tmp_path, "up", *AHEAD), "101亿元", "2026")
    assert (gap.required, gap.required_unit) == (None, "")


@pytest.mark.parametrize(
    ("actual", "as_of", "status", "pace"),
    [
        ("92亿元", "2026", "on_track", 800_000_000),  # 8 of 40亿 gone after one of five years, 32 in four remain
        ("93亿元", "2026", "behind", 825_000_000),
        # ... and one that has arrived shows what is 「还需」 to come up to the target again.
        ("50亿元", "2026", "on_track", None),
    ],
)
def test_a_level_that_is_to_fall_until_2030(tmp_path, actual, as_of, status, pace):
    catalogue = one_indicator(tmp_path, "down", "level: 60亿元, period: 2030", "level: 100亿元, period: 2025")
    gap = gap_of(catalogue, actual, as_of)
    required = None if gap.required is None else abs(gap.required)
    assert gap.status == status
    assert required == pace


def test_a_stock_years_ahead_is_set_against_the_straight_way(tmp_path):
    """60 at the end of 2025 to 100 at the end of 2030: 40 in five years, one of which is over at the end of 2026."""
    row = gap_row(gap_of(one_indicator(tmp_path, "up", *AHEAD), "68亿元", "2026"))
    assert (row["status"], row["reason"], row["progress"]) == ("on_track", None, "0.2")
    assert Fraction(row["path"]) == 68 * 10**8


# ── growth, share, change ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("target", "actual", "as_of", "wanted"),
    [
        ("growth: 5%", "5.2%", OVER, "met, gap 0.2 个百分点, elapsed 1"),
        ("growth: 5%", "4.99%", OVER, "missed, gap -0.01 个百分点, elapsed 1"),
        ("growth: 5%", "5.2%", None, "met, gap 0.2 个百分点, elapsed 1, reason whole_period"),
        # (1.05 - 0.6 * 1.04) / 0.4 - 1 = 0.426 / 0.4 - 1 = 6.5 %
        ("growth: 5%", "4%", "2026-08-07", "behind, gap -1 个百分点, elapsed 0.6, required 6.5 %"),
        # (1.05 - 0.63) / 0.4 - 1 = 5 %
        ("growth: 5%", "5.0%", "2026-08-07", "on_track, gap 0 个百分点, elapsed 0.6, required 5 %"),
        # (1.05 - 0.6312) / 0.4 - 1 = 0.4188 / 0.4 - 1 = 4.7 %
        ("growth: 5%左右", "5.2%", "2026-08-07", "on_track, gap 0.2 个百分点, elapsed 0.6, required 4.7 %"),
        # (1.05 - 0.6 * 1.047) / 0.4 - 1 = 0.4218 / 0.4 - 1 = 5.45 %
        ("growth: 5%左右", "4.7%", "2026-08-07", "within_band, gap -0.3 个百分点, elapsed 0.6, required 5.45 %"),
        # (1.05 - 0.8 * 0.99) / 0.2 - 1 = 0.258 / 0.2 - 1 = 29 %
        ("growth: 5%", "-1%", "2026-10-19", "behind, gap -6 个百分点, elapsed 0.8, required 29 %"),
        ("growth: 5%", "下降1%", "2026-10-19", "behind, gap -6 个百分点, elapsed 0.8, required 29 %"),
        # (1.05 - 0.8 * 1.35) / 0.2 - 1 = -0.03 / 0.2 - 1 = -115 %: met whatever comes
        ("growth: 5%", "35%", "2026-10-19", "on_track, gap 30 个百分点, elapsed 0.8, required -115 %"),
        # ((1.05 * 365 - 273 * 1.052) / 92) - 1 = (383.25 - 287.196) / 92 - 1 = 4.054 / 92
        ("growth: 5%左右", "5.2%", "2026-Q3", "on_track, gap 0.2 个百分点, elapsed 273/365, required 2027/460 %"),
        # the first day: (5 * 365 - 7.28) / 364 = 1817.72 / 364 = 45443 / 9100
        ("growth: 5%", "7.28%", "2026-01-01", "on_track, gap 2.28 个百分点, elapsed 1/365, required 45443/9100 %"),
        ("growth: 0%", "-2%", "2026-08-07", "behind, gap -2 个百分点, elapsed 0.6, required 3 %"),
        ("share: 65%以上", "64.9%", "2026-08-07", "behind, gap -0.1 个百分点, elapsed 0.6"),
        ("share: 65%以上", "65%", OVER, "met, gap 0 个百分点, elapsed 1"),
        ("share: 全覆盖", "99.9%", OVER, "missed, gap -0.1 个百分点, elapsed 1"),
        ("share: 五分之一", "五分之一", OVER, "met, gap 0 个百分点, elapsed 1"),
        ("share: 五分之一", "四分之一", OVER, "met, gap 5 个百分点, elapsed 1"),
        ("change: 5个百分点", "3个百分点", OVER, "missed, gap -2 个百分点, completion 0.6, elapsed 1"),
        # a change comes in with the time as a sum does; 7 August leaves 24/31 + 4 = 148/31 months
        (
            "change: 5个百分点",
            "3个百分点",
            THREE_FIFTHS,
            "on_track, gap -2 个百分点, completion 0.6, elapsed 0.6, required 31/74 个百分点/month",
        ),
        (
            "change: 10亿元",
            "5亿元",
            THREE_FIFTHS,
            "behind, gap -500000000 元, completion 0.5, elapsed 0.6, required 3875000000/37 元/month",
        ),
        ("change: 10亿元", "12亿元", THREE_FIFTHS, "met, gap 200000000 元, completion 1.2, elapsed 0.6"),
        ("change: 10亿元", "-2亿元", OVER, "missed, gap -1200000000 元, completion -0.2, elapsed 1"),
    ],
)
def test_numbers_of_rates_and_changes(tmp_path, target, actual, as_of, wanted):
    catalogue = one_indicator(tmp_path, "up", f"{target}, period: 2026", "growth: 4%, period: 2025")
    assert numbers_of(catalogue, actual, as_of) == expected(wanted)


@pytest.mark.parametrize(
    ("target", "actuals", "standings"),
    [
        ("growth: -5%", "-4.9% -5% -5.1%", "missed met met"),
        ("growth: 下降5%", "-4.9% 下降5% 下降5.1%", "missed met met"),
        ("change: 降低5个百分点", "-4个百分点 -5个百分点 -6个百分点", "missed met met"),
        ("growth: 下降5%以上", "下降4% 下降5% 下降6%", "missed met met"),
        ("growth: 压减超过5%", "下降4% 下降6%", "missed met"),
        ("change: 降低5个百分点以上", "-4个百分点 -6个百分点", "missed met"),
    ],
)
def test_a_fall_is_met_from_its_number_down(tmp_path, target, actuals, standings):
    catalogue = one_indicator(tmp_path, "down", f"{target}, period: 2026")
    assert differences(catalogue, actuals, OVER, standings) == []


def test_growth_that_is_to_stay_low(tmp_path):
    """(1.03 - 0.6 * 1.02) / 0.4 - 1 = 0.418 / 0.4 - 1 = 4.5 %."""
    catalogue = one_indicator(tmp_path, "down", "growth: 3%以下, period: 2026")
    assert numbers_of(catalogue, "2%", THREE_FIFTHS) == expected(
        "on_track, gap -1 个百分点, elapsed 0.6, required 4.5 %"
    )


def test_no_rest_of_the_year_before_it_begins(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "growth: 5%, period: 2026")
    gap = gap_of(catalogue, "4%", "2025-12-31")
    assert (gap.status, gap.reason, gap.gap, gap.required) == ("no_data", "not_begun", None, None)


def test_growth_in_a_leap_year(tmp_path):
    """182 of 366 days: (5 * 184 + (5 - 4) * 182) / 184 = 5 + 182/184 = 551/92."""
    catalogue = one_indicator(tmp_path, "up", "growth: 5%, period: 2028")
    assert numbers_of(catalogue, "4%", "2028-06-30") == expected(
        "behind, gap -1 个百分点, elapsed 91/183, required 551/92 %"
    )


# ── an amount offered for a growth rate ───────────────────────────────────────

AMOUNT_OF_2025 = "flow: 200亿元, period: 2025"
UNDECIDED = "undecided, gap {} 个百分点, elapsed 1, reason rounding"


@pytest.mark.parametrize(
    ("prices", "baseline", "actual", "as_of", "wanted"),
    [
        ("growth: current", AMOUNT_OF_2025, "213亿元", OVER, "met, gap 1.5 个百分点, elapsed 1"),
        # 211 / 200 is between 210.5 / 200.5 = 1.0499 and 211.5 / 199.5 = 1.0602: 5 % lies inside
        ("growth: current", AMOUNT_OF_2025, "211亿元", OVER, UNDECIDED.format("0.5")),
        ("growth: current", AMOUNT_OF_2025, "210亿元", OVER, UNDECIDED.format("0")),
        ("growth: current", AMOUNT_OF_2025, "209亿元", OVER, UNDECIDED.format("-0.5")),
        ("growth: current", AMOUNT_OF_2025, "207亿元", OVER, "missed, gap -1.5 个百分点, elapsed 1"),
        ("growth: current", AMOUNT_OF_2025, "213亿元", None, "met, gap 1.5 个百分点, elapsed 1, reason whole_period"),
        # 211 / 210 - 1 = 1/210 = 10/21 %; 10/21 - 5 = -95/21
        ("growth: current", "flow: 210亿元, period: 2025", "211亿元", OVER, "missed, gap -95/21 个百分点, elapsed 1"),
        ("growth: current", "level: 200亿元, period: 2025", "212亿元", OVER, "met, gap 1 个百分点, elapsed 1"),
        ("growth: current", AMOUNT_OF_2025, "150亿元", "2026-Q3", "not_comparable, reason part_of_year"),
        ("growth: current", AMOUNT_OF_2025, "210亿元", "2026-12-30", "not_comparable, reason part_of_year"),
        ("growth: current", "flow: 超过200亿元, period: 2025", "211亿元", OVER, "not_comparable, reason no_base"),
        ("growth: current", "flow: 200亿元, period: 2024", "211亿元", OVER, "not_comparable, reason no_base"),
        ("growth: current", "flow: 0亿元, period: 2025", "211亿元", OVER, "not_comparable, reason base_not_positive"),
        ("growth: current", "growth: 4%, period: 2025", "211亿元", OVER, "not_comparable, reason no_base"),
        ("growth: constant", AMOUNT_OF_2025, "211亿元", OVER, "not_comparable, reason constant_prices"),
        ("growth: constant", AMOUNT_OF_2025, "150亿元", "2026-Q3", "not_comparable, reason constant_prices"),
        (
            "flow: current, growth: constant",
            "flow: 超过200亿元, period: 2025",
            "211亿元",
            OVER,
            "not_comparable, reason constant_prices",
        ),
    ],
)
def test_an_amount_for_a_growth_target(tmp_path, prices, baseline, actual, as_of, wanted):
    catalogue = one_indicator(tmp_path, "up", "growth: 5%, period: 2026", baseline, prices=prices)
    assert numbers_of(catalogue, actual, as_of) == expected(wanted)


def test_a_growth_rate_still_answers_a_constant_price_target(tmp_path):
    catalogue = one_indicator(
        tmp_path, "up", "growth: 5%左右, period: 2026", AMOUNT_OF_2025, prices="flow: current, growth: constant"
    )
    assert numbers_of(catalogue, "5.2%", OVER) == expected("met, gap 0.2 个百分点, elapsed 1")


def test_growth_since_an_earlier_year_has_that_base(tmp_path):
    catalogue = one_indicator(
        tmp_path,
        "up",
        "growth: 50%, period: 2026, since: 2020",
        "flow: 100亿元, period: 2020",
        AMOUNT_OF_2025,
        prices="growth: current",
    )
    assert numbers_of(catalogue, "145亿元", OVER) == expected("missed, gap -5 个百分点, elapsed 1")


@pytest.mark.parametrize(
    ("target", "reported", "baseline"),
    [  # the last of what is reported is the one, unless it cannot be
        ("level: 100家, period: 2026", ["level: 80家, period: 2024", "level: 90家, period: 2025"], "90家"),
        ("level: 100家, period: 2026", ["level: 90家, period: 2025", "level: 80家, period: 2024"], "90家"),
        ("level: 100家, period: 2026", ["level: 90家, period: 2026"], None),  # not before the target
        ("level: 100家, period: 2026", ["flow: 90家, period: 2025"], "90家"),
        ("level: 100家, period: 2026", ["growth: 5%, period: 2025"], None),
        ("level: 100家, period: 2026", ["change: 5家, period: 2025"], None),
        ("change: 5家, period: 2026", ["level: 90家, period: 2025", "growth: 5%, period: 2025"], "90家"),
        ("change: 5家, period: 2026", ["level: 90家, period: 2025", "change: 4家, period: 2025"], "4家"),
        ("growth: 5%, period: 2026", ["growth: 4%, period: 2025", "level: 90家, period: 2025"], "4%"),
        ("growth: 5%, period: 2026", ["growth: 4倍, period: 2025", "level: 90家, period: 2025"], "90家"),
        ("flow: 9家, period: 2026", ["flow: 8家, period: 2025", "flow: 30家, period: 2021/2025"], "8家"),
        ("flow: 40家, period: 2026/2030", ["flow: 8家, period: 2025", "flow: 30家, period: 2021/2025"], "30家"),
        ("flow: 40家, period: 2026/2030", ["flow: 8家, period: 2025"], "8家"),
        ("flow: 9家, period: 2026", ["flow: 30家, period: 2021/2025"], "30家"),  # of which the yearly mean counts
    ],
)
def test_what_a_target_is_set_against(tmp_path, target, reported, baseline):
    gap = gap_of(one_indicator(tmp_path, "up", target, *reported), None)
    assert (gap.baseline and gap.baseline.printed) == baseline


@pytest.mark.parametrize("figures", ["超过90家 95家", "95家 超过90家"])
def test_of_one_period_a_plain_number_is_the_baseline(tmp_path, figures):
    one, two = figures.split()
    baselines = f"""
indicators:
  it:
    name: 某指标
    name_en: Some indicator
    direction: up
    figures:
      - {{level: {one}, period: 2025, section: 一}}
      - {{level: {two}, period: 2025, section: 二}}
"""
    catalogue = load(tmp_path, baselines, "targets:\n  - {indicator: it, level: 100家, period: 2026, section: 三}\n")
    gap = gap_of(catalogue, None)
    assert gap.baseline is not None
    assert gap.baseline.printed == "95家"


# ── no number on one side ─────────────────────────────────────────────────────


@pytest.mark.parametrize("actual", [None, "211亿元", "4%"])
@pytest.mark.parametrize("binding", ["qualitative", "delegated"])
def test_a_target_without_a_number(tmp_path, binding, actual):
    catalogue = one_indicator(
        tmp_path, "up", f"qualitative: 保持合理增长, binding: {binding}, period: 2026", AMOUNT_OF_2025
    )
    assert numbers_of(catalogue, actual, OVER) == {"status": "not_quantified", "reason": binding}
    assert numbers_of(catalogue, actual) == {"status": "not_quantified", "reason": binding}


@pytest.mark.parametrize(
    "target", ["flow: 100家", "level: 100家", "growth: 5%", "share: 60%", "change: 5家", "flow: 0家"]
)
def test_missing_is_not_zero(tmp_path, target):
    catalogue = one_indicator(tmp_path, "down", f"{target}, period: 2026")
    assert numbers_of(catalogue, None) == {"status": "no_data"}


# ── one smallest digit short ──────────────────────────────────────────────────


@pytest.mark.parametrize("as_of", [None, OVER, THREE_FIFTHS, "2026-01-01"])
@pytest.mark.parametrize(
    ("direction", "target", "short"),
    [
        ("up", "flow: 100家", "99家"),
        ("up", "flow: 220亿元以上", "21999999999元"),
        ("up", "flow: 220亿元以上", "219.9999999999亿元"),
        ("up", "flow: 1.5亿美元", "1.49999999亿美元"),
        ("up", "level: 突破160亿元", "159.99999999亿元"),
        ("up", "growth: 5%左右", "4.999999999999%"),
        ("up", "growth: 5%", "4.9%"),
        ("up", "share: 65%以上", "64.9%"),
        ("up", "share: 100%", "99.999%"),
        ("up", "change: 5个百分点", "4.9个百分点"),
        ("up", "average_growth: 7.9%", "7.89%"),
        ("down", "flow: 100家以下", "101家"),
        ("down", "level: 160亿元", "160.00000001亿元"),
        ("down", "growth: 3%", "3.000000000001%"),
        ("down", "share: 动态清零, unit: '%'", "0.000001%"),
    ],
)
def test_one_smallest_digit_short_is_never_met(tmp_path, direction, target, short, as_of):
    since = ", since: 2021" if target.startswith("average") else ""
    catalogue = one_indicator(tmp_path, direction, f"{target}, period: 2026{since}")
    assert status_of(catalogue, short, as_of) not in ("met", "no_data", "not_comparable")


@pytest.mark.parametrize(
    ("ratio", "shown"),
    [
        (Fraction(9996, 10000), "99.96%"),
        (Fraction(9994, 10000), "99.9%"),
        (Fraction(99999, 100000), "99.999%"),
        (Fraction(1), "100%"),
        (Fraction(10004, 10000), "100.04%"),
        (Fraction(0), "0%"),
        (Fraction(4, 10000), "0.04%"),
        (Fraction(-4, 10000), "-0.04%"),
        (Fraction(2, 3), "66.7%"),
        (Fraction(1, 2), "50%"),
        (Fraction(12345, 10), "123,450%"),
        (1 - Fraction(1, 10**12), "99.9999999999%"),
        (1 - Fraction(1, 10**15), "99.9999999999999%"),
    ],
)
def test_a_miss_is_never_shown_as_100_per_cent(ratio, shown):
    assert percent(ratio) == shown


@pytest.mark.parametrize("language", [Language.ZH, Language.EN])
@pytest.mark.parametrize(
    ("target", "baseline", "actual"),
    [
        ("flow: 5000家", "4000家", "4998家"),
        ("level: 5000家", "4000家", "4998家"),
        ("flow: 1亿元", "4000元", "99999999元"),
    ],
)
def test_no_line_of_a_miss_says_100_per_cent(tmp_path, language, target, baseline, actual):
    """99.96 % is shown as such, with and without --explain."""
    words = Words(language)
    catalogue = one_indicator(tmp_path, "up", f"{target}, period: 2026", f"level: {baseline}, period: 2025")
    gaps = [gap_of(catalogue, actual)]
    sheets = [
        target_pages.gap_sheet(catalogue, ["it"], [target_pages.Page(gap) for gap in gaps], words, True),
        status_pages.status_sheet(catalogue, gaps, words),
    ]
    shown = [cell.text for sheet in sheets for block in sheet for row in getattr(block, "rows", ()) for cell in row]
    assert shown
    assert [text for text in shown if "100%" in text or "100.0" in text or text == words("status.met")] == []


def test_the_actual_is_shown_with_the_digits_it_came_with(tmp_path):
    words = Words(Language.ZH)
    catalogue = one_indicator(tmp_path, "up", "growth: 5%, period: 2026")
    sheet = target_pages.gap_sheet(catalogue, ["it"], [target_pages.Page(gap_of(catalogue, "4.9996"))], words, False)
    rows = [[cell.text for cell in row] for block in sheet for row in getattr(block, "rows", ())]
    (shown,) = [value for name, value in rows if name == words("gap.actual")]
    assert "4.9996" in shown


# ── which actual answers ──────────────────────────────────────────────────────


def standing_after(catalogue, *rows: tuple[str, str]) -> dict[str, object]:
    came_in = [actual for word, as_of in rows for actual in actuals_from_words(catalogue, [], [word], as_of)]
    (gap,) = measure_targets(catalogue, catalogue.targets, came_in)
    row = gap_row(gap)
    return {key: row[key] for key in ("actual", "as_of", "status")}


def test_the_latest_actual_counts_whatever_the_order(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "flow: 100家, period: 2026")
    rows = [("it=70家", "2026-Q3"), ("it=20家", "2026-Q1"), ("it=40家", "2026-Q2")]
    wanted = {"actual": "70家", "as_of": "2026-09-30", "status": "behind"}
    assert standing_after(catalogue, *rows) == wanted
    assert standing_after(catalogue, *reversed(rows)) == wanted


@pytest.mark.parametrize(
    "rows",
    [
        [("it=5.2%", "2026-Q3"), ("it=150亿元", "2026-Q3")],
        [("it=150亿元", "2026-Q3"), ("it=5.2%", "2026-Q3")],
        [("it=5.2%", "2026-Q3"), ("it=165亿元", "2026-10")],
    ],
)
def test_an_amount_that_cannot_answer_does_not_hide_the_rate_that_can(tmp_path, rows):
    catalogue = one_indicator(tmp_path, "up", "growth: 5%, period: 2026", AMOUNT_OF_2025, prices="growth: constant")
    assert standing_after(catalogue, *rows) == {"actual": "5.2%", "as_of": "2026-09-30", "status": "on_track"}


def test_what_came_in_after_the_period_is_of_another_period(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "flow: 100家, period: 2026")
    rows = [("it=120家", "2026-12-31"), ("it=30家", "2027-06-30")]
    assert standing_after(catalogue, *rows) == {"actual": "120家", "as_of": "2026-12-31", "status": "met"}


def test_what_came_in_before_the_period_does_not_meet_it(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "flow: 100家, period: 2026")
    assert status_of(catalogue, "120家", "2025-12-31") != "met"


def test_every_target_of_an_indicator_has_its_own_actual(tmp_path):
    catalogue = load(
        tmp_path,
        """
indicators:
  investment: {name: 固定资产投资, name_en: Fixed asset investment, direction: up, prices: {growth: current}}
""",
        """
targets:
  - {indicator: investment, flow: 220亿元以上, period: 2026, section: 三/一}
  - {indicator: investment, growth: 3%, period: 2026, section: 三/二}
  - {indicator: investment, qualitative: 保持合理增长, period: 2026, section: 三/三}
""",
    )
    came_in = actuals_from_words(catalogue, [], ["investment=221亿元", "investment=2.9%"], OVER)
    gaps = measure_targets(catalogue, catalogue.targets, came_in)
    assert [(str(gap.status), gap.actual and gap.actual.written.text) for gap in gaps[:2]] == [
        ("met", "221亿元"),
        ("missed", "2.9%"),
    ]
    assert gaps[2].status == "not_quantified"


def test_filters_let_through_what_satisfies_all_of_them(tmp_path: Path):
    catalogue = load(
        tmp_path,
        """
indicators:
  gdp: {name: 地区生产总值, name_en: Gross regional product, direction: up}
  schools: {name: 新建学校, name_en: Schools built, direction: up}
""",
        """
sections:
  三/主要目标: {name_en: Headline expectations}
  三/（七）: {name: 增进民生福祉, name_en: Wellbeing}
  三/（七）/公共服务: {name_en: Public services}
targets:
  - {indicator: gdp, growth: 5%左右, period: 2026, binding: expected, section: 三/主要目标}
  - {indicator: schools, flow: 4所, period: 2026, binding: task, section: 三/（七）/公共服务}
""",
    )
    gaps = measure_targets(catalogue, catalogue.targets, actuals_from_words(catalogue, [], ["gdp=5.2%"], OVER))

    def kept(**conditions) -> list[str]:
        return [gap.target.indicator for gap in Filter(**conditions).apply(catalogue, gaps)]

    assert kept() == ["gdp", "schools"]
    assert kept(search="SCHOOL") == ["schools"]
    assert kept(search="生产总值") == ["gdp"]
    assert kept(section="民生") == ["schools"]
    assert kept(section="Headline") == ["gdp"]
    assert kept(bindings=frozenset({"task"})) == ["schools"]
    assert kept(statuses=frozenset({"met", "missed"})) == ["gdp"]
    assert kept(section="民生", statuses=frozenset({"met"})) == []


@pytest.mark.parametrize(
    ("measure", "actual", "as_of", "status", "reason"),
    [
        ("flow: 100家", "60家", "2025-12-31", "no_data", "not_begun"),
        ("flow: 100家", "60家", "2027-03", "not_comparable", "after_period"),
        ("growth: 5%", "5.2%", "2025-12", "no_data", "not_begun"),
        ("growth: 5%", "5.2%", "2027", "not_comparable", "after_period"),
        ("level: 100家", "60家", "2025-12-31", "behind", None),  # a stock of an earlier day is still a stock
        ("level: 100家", "60家", "2027-01-01", "not_comparable", "after_period"),
    ],
)
def test_an_actual_of_another_time(tmp_path, measure, actual, as_of, status, reason):
    catalogue = one_indicator(tmp_path, "up", f"{measure}, period: 2026")
    gap = gap_of(catalogue, actual, as_of)
    assert (gap.status, gap.reason) == (status, reason)


@pytest.mark.parametrize(("actual", "status"), [("60家", "on_track"), ("61家", "behind"), ("101家", "missed")])
def test_a_running_limit_is_used_up_with_the_time(tmp_path, actual, status):
    """219 of 365 days are three fifths: of a limit of 100 no more than 60 should be used."""
    catalogue = one_indicator(tmp_path, "down", "flow: 100家以内, period: 2026")
    assert gap_of(catalogue, actual, "2026-08-07").status == status


@pytest.mark.parametrize(
    ("actual", "as_of", "allowed"),
    [  # a limit of 120: what is left, for each month that is left
        ("0家", "2026-06-30", "20"),
        ("60家", "2026-06-30", "10"),
        ("119家", "2026-06-30", "1/6"),
        ("60家", "2026-11-30", "60"),
        ("120家", "2026-06-30", None),
        ("121家", "2026-06-30", None),
        ("60家", "2026-12-31", None),
    ],
)
def test_what_a_limit_leaves_for_a_month(tmp_path, actual, as_of, allowed):
    catalogue = one_indicator(tmp_path, "down", "flow: 120家以内, period: 2026")
    assert gap_row(gap_of(catalogue, actual, as_of))["allowed"] == allowed


@pytest.mark.parametrize(
    ("target", "actuals", "running"),
    [  # three fifths of the year are over; what is to be met exactly and is passed already only grows
        ("100家", "59家 60家 99家 100家 101家 200家", "behind on_track on_track met behind behind"),
        ("100家左右", "59家 60家 95家 100家 105家 106家", "behind on_track on_track met on_track behind"),
        ("100家以上", "59家 60家 99家 100家 101家 200家", "behind on_track on_track met met met"),
    ],
)
def test_too_much_already(tmp_path, target, actuals, running):
    catalogue = one_indicator(tmp_path, "none", f"flow: {target}, period: 2026")
    assert differences(catalogue, actuals, "2026-08-07", running) == []


def test_nothing_is_short_in_the_band_before_something_came_in(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "flow: 100家左右, period: 2026")
    shorts = [gap_of(catalogue, actual, OVER).short_in_band for actual in (None, "94家", "95家", "99家", "100家")]
    assert shorts == [False, False, True, True, False]


@pytest.mark.parametrize(
    ("actual", "status", "completion"),
    [("100家", "met", 1), ("近100家", "missed", None), ("超过100家", "met", 1)],
)
def test_nearly_there_is_not_there(tmp_path, actual, status, completion):
    catalogue = one_indicator(tmp_path, "up", "flow: 100家, period: 2026")
    gap = gap_of(catalogue, actual, "2026")
    assert (gap.status, gap.completion) == (status, completion)


@pytest.mark.parametrize(
    ("actual", "base", "value", "status"),
    [  # what is nearer to the known stock than to the change asked is the stock
        ("10亿元", "68.2亿元", 10, "met"),
        ("9亿元", "68.2亿元", 9, "missed"),
        ("66亿元", "68.2亿元", Fraction(-22, 10), "missed"),
        ("68.2亿元", "68.2亿元", 0, "missed"),
        ("73亿元", "68.2亿元", Fraction(48, 10), "missed"),
        ("78.2亿元", "68.2亿元", 10, "undecided"),  # between 9.9 and 10.1
        ("78.4亿元", "68.2亿元", Fraction(102, 10), "met"),
        ("73亿元", "超过68.2亿元", None, "not_comparable"),  # more than a number that is not known
        ("12亿元", "8亿元", None, "not_comparable"),  # a stock smaller than the change: it may be either
    ],
)
def test_a_stock_given_for_a_change(tmp_path, actual, base, value, status):
    catalogue = one_indicator(tmp_path, "up", "change: 10亿元, period: 2026", f"level: {base}, period: 2025")
    gap = gap_of(catalogue, actual, "2026")
    assert (gap.value and gap.value / 10**8, gap.status) == (value, status)


def test_the_straight_line_forecast(tmp_path):
    """60 in three fifths of the year are 100 in the whole of it."""
    catalogue = one_indicator(tmp_path, "up", "flow: 120家, period: 2026")
    assert gap_of(catalogue, "60家", "2026-08-07").forecast == 100
    assert gap_of(catalogue, "60家", "2026-12-31").forecast is None
