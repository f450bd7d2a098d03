"""Traffic lights by declared thresholds: never green on a miss, red beyond what was declared, none for a guess."""

from __future__ import annotations

import pytest
from making import gap_of, one_indicator

from shizhong_cli.core.progress.lights import Light, light_of
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.rendering.pages.lights import LIGHT_TONES
from shizhong_cli.rendering.pages.sheet import Tone

LIGHTS = "conventions: {lights: {lead: 5个百分点, points: 0.5个百分点, otherwise: 5%}}"


@pytest.mark.parametrize(
    ("direction", "target", "baselines", "actual", "as_of", "light"),
    [
        # a sum by the time: half a year is 181/365 = 49.6 %
        ("up", "flow: 100所, period: 2026", [], "50所", "2026-06", "green"),
        ("up", "flow: 100所, period: 2026", [], "45所", "2026-06", "yellow"),  # 4.6 points behind
        ("up", "flow: 100所, period: 2026", [], "44所", "2026-06", "red"),  # 5.6 points
        ("up", "flow: 100所, period: 2026", [], "99所", "2026", "red"),  # missed is missed, by however little
        ("up", "flow: 100所, period: 2026", [], "100所", "2026", "green"),
        # a limit: used faster than the time, then passed
        ("down", "flow: 100起以内, period: 2026", [], "49起", "2026-06", "green"),
        ("down", "flow: 100起以内, period: 2026", [], "54起", "2026-06", "yellow"),  # 4.4 points too fast
        ("down", "flow: 100起以内, period: 2026", [], "60起", "2026-06", "red"),
        ("down", "flow: 100起以内, period: 2026", [], "101起", "2026-06", "red"),
        # rates: points short
        ("up", "growth: 5%, period: 2026", [], "5.1%", "2026-06", "green"),
        ("up", "growth: 5%, period: 2026", [], "4.5%", "2026-06", "yellow"),
        ("up", "growth: 5%, period: 2026", [], "4.4%", "2026-06", "red"),
        ("up", "growth: 5%左右, period: 2026", [], "4.6%", "2026-06", "yellow"),  # inside the band is not met
        # a stock on its way from 1000 to 1200: due on the day are 1099.2
        ("up", "level: 1200家, period: 2026", ["level: 1000家, period: 2025"], "1100家", "2026-06", "green"),
        ("up", "level: 1200家, period: 2026", ["level: 1000家, period: 2025"], "1050家", "2026-06", "yellow"),  # 4.5 %
        ("up", "level: 1200家, period: 2026", ["level: 1000家, period: 2025"], "1040家", "2026-06", "red"),  # 5.4 %
        # nought is asked for: one is one too many, whatever share of nothing that is
        ("down", "level: 0处, period: 2026", [], "1处", "2026-06", "red"),
        ("down", "level: 0处, period: 2026", [], "0处", "2026-06", "green"),
        ("up", "flow: 100所, period: 2026", [], None, None, None),
    ],
)
def test_the_light(tmp_path, direction, target, baselines, actual, as_of, light):
    catalogue = one_indicator(tmp_path, direction, target, *baselines, head=LIGHTS)
    assert light_of(catalogue, gap_of(catalogue, actual, as_of)) == light


def test_without_thresholds_there_are_no_lights(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "flow: 100所, period: 2026")
    assert light_of(catalogue, gap_of(catalogue, "100所", "2026")) is None


def test_what_is_not_declared_is_red_at_once(tmp_path):
    catalogue = one_indicator(
        tmp_path, "up", "growth: 5%, period: 2026", head="conventions: {lights: {lead: 5个百分点}}"
    )
    assert light_of(catalogue, gap_of(catalogue, "4.9%", "2026-06")) == "red"


def test_a_figure_in_doubt_and_what_cannot_be_compared_have_no_light(tmp_path):
    catalogue = one_indicator(tmp_path, "up", "growth: 5%, period: 2026", head=LIGHTS)
    (doubted,) = actuals_from_words(catalogue, ["it"], ["60%"], "2026-06")
    assert doubted.doubt
    (gap,) = measure_targets(catalogue, catalogue.targets, [doubted])
    assert light_of(catalogue, gap) is None
    prices = one_indicator(
        tmp_path, "up", "growth: 5%, period: 2026", "flow: 100亿元, period: 2025",
        prices="flow: current, growth: constant", head=LIGHTS,
    )  # fmt: skip
    gap = gap_of(prices, "105亿元", "2026")
    assert (gap.status, light_of(prices, gap)) == (Status.NOT_COMPARABLE, None)


@pytest.mark.parametrize("as_of", ["2026-03", "2026-09", "2026"])
@pytest.mark.parametrize("direction", ["up", "down"])
def test_green_is_for_what_is_met_or_on_track_alone(tmp_path, direction, as_of):
    """Whatever came in, doubts put aside; a miss is red."""
    catalogue = one_indicator(tmp_path, direction, "flow: 100所, period: 2026", head=LIGHTS)
    for number in range(0, 130, 3):
        came_in = [a._replace(doubt="") for a in actuals_from_words(catalogue, ["it"], [f"{number}所"], as_of)]
        (gap,) = measure_targets(catalogue, catalogue.targets, came_in)
        light = light_of(catalogue, gap)
        assert (light is Light.GREEN) == (gap.status in (Status.MET, Status.ON_TRACK))
        assert light is Light.RED or gap.status is not Status.MISSED


def test_only_green_has_the_colour_of_success():
    assert [light for light, tone in LIGHT_TONES.items() if tone is Tone.GOOD] == [Light.GREEN]
