"""Nothing that is behind or missed is shown as all done, with a full bar, or in a colour of success.

``SHIZHONG_COMFORT_CASES`` says how many packs are made up; small numbers, so that hits and near misses are common.
"""

from __future__ import annotations

import itertools
import os
import random
import re
from fractions import Fraction

import pytest

from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.goal import Milestone, Relative, WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target
from shizhong_cli.core.pack.terms import Binding, Direction, Role
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.measuring import gap_to_target
from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.problems import Place
from shizhong_cli.rendering.formats.small_bars import drawn_bar
from shizhong_cli.rendering.formats.workbook_values import value_of
from shizhong_cli.rendering.html.targets import target_view
from shizhong_cli.rendering.pages.sheet import Tone
from shizhong_cli.rendering.pages.status import STATUS_TONES, _completion
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words

CASES = int(os.environ.get("SHIZHONG_COMFORT_CASES", "2000"))
MANY = 20_000
"""From so many packs on, some are undecided by their rounding in every part."""
NOWHERE = Place("made up")
UNITS = {
    Measure.FLOW: "件", Measure.LEVEL: "亿元", Measure.GROWTH: "%", Measure.AVERAGE_GROWTH: "%", Measure.SHARE: "%",
    Measure.CHANGE: "亿元",
}  # fmt: skip
WORDINGS = (
    "{}", "{}以上", "{}以下",
    "不超过{}", "超过{}", "近{}", "{}左右", "不超过{}左右", "控制在{}左右", "下降{}", "压减{}以上", "{low}-{}",
)  # fmt: skip
ASKED = ("1", "2", "5", "10", "100", "0")
PERIODS = ("2026", "2026-Q3", "2026/2030", "2030")
MILESTONES = {"2026": (), "2026-Q3": (), "2026/2030": ("2027", "2028"), "2030": ("2027", "2028")}
DAYS = ("2025-12-31", "2026-03-31", "2026-08-07", "2026-12-31", "2028-12-31", "2030-12-31")
GOOD = (Status.MET, Status.ON_TRACK)


def made_up(dice: random.Random) -> tuple[Catalogue, Gap] | None:
    """One target with an actual near it, or far off; nothing where the wording gives no figure."""
    measure = dice.choice(list(UNITS))
    unit, asked = UNITS[measure], dice.choice(ASKED)
    wording = dice.choice(WORDINGS)
    if asked == "0" and "{low}" in wording:
        return None
    written = parse_figure(wording.format(f"{asked}{unit}", low=f"{int(asked) // 2}{unit}"), BUILT_IN)
    indicator = Indicator("it", "某指标", "it", dice.choice(list(Direction)), NOWHERE)
    since = parse_period("2025") if measure is Measure.AVERAGE_GROWTH else None
    target = Figure(
        "it", Role.TARGET, parse_period(dice.choice(PERIODS)), "三", NOWHERE, measure, written, since=since,
        binding=Binding.TASK,
    )  # fmt: skip
    asked_for = _on_a_way(dice, target)
    base = parse_figure(f"{dice.choice(('0', '1', '3', '10', '120'))}{unit}", BUILT_IN)
    baseline = Figure("it", Role.BASELINE, parse_period("2025"), "一", NOWHERE, measure, base)
    baselines = (baseline,) if dice.random() < 0.6 else ()
    other = Indicator("other", "另一指标", "other", Direction.UP, NOWHERE)
    catalogue = Catalogue({"it": indicator, "other": other}, baselines, (asked_for,), units=BUILT_IN)
    share = dice.choice(("0", "0.1", "0.5", "0.9", "0.99", "0.999999", "1", "1.000001", "1.01", "1.2", "3", "-1"))
    came_in = written.value * Fraction(share) + dice.choice((0, 0, 0, -1, 1))
    value = parse_figure(f"1{unit}", BUILT_IN)._replace(value=came_in, text="made up")
    day = dice.choice((None, *DAYS))
    actual = Actual("it", value, parse_period(day) if day else None)
    return catalogue, gap_to_target(catalogue, asked_for, actual, _known(dice, actual, unit))


def _on_a_way(dice: random.Random, target: Figure) -> Target:
    """The target, some of them through milestones, some of them set against another figure in its place."""
    if dice.random() < 0.3:
        stops = [parse_period(year) for year in MILESTONES[str(target.period)]]
        parts = [Fraction(number + 1, len(stops) + 1) for number in range(len(stops))]
        values = [target.written.value * part for part in parts]
        return target._replace(
            milestones=tuple(Milestone(stop, target.written, value) for stop, value in zip(stops, values, strict=True))
        )
    if dice.random() < 0.1 and target.written.unit == "%":
        by = parse_figure(f"{dice.choice(('0', '1', '-1'))}个百分点", BUILT_IN)
        return WordedTarget(
            target.indicator, target.period, target.section, target.place, "同步", target.measure,
            Relative("other", by), target.since, target.binding,
        )  # fmt: skip
    return target


def _known(dice: random.Random, actual: Actual, unit: str) -> dict[str, list[Actual]]:
    """What else came in: the years and the part of the year before, exact or rounded, and the other figure."""
    figures = [parse_figure(f"{dice.choice(('0', '1', '30', '0.5', '2.5'))}{unit}", BUILT_IN) for _ in range(4)]
    days = [parse_period(day) for day in ("2026", "2027", "2026-06", "2028") if dice.random() < 0.7]
    own = [Actual("it", figure, day) for figure, day in zip(figures, days, strict=False)]
    other = [actual._replace(indicator="other", written=dice.choice(figures))] if dice.random() < 0.8 else []
    return {"it": [*own, actual], "other": other}


def percentages(text: str) -> list[Fraction]:
    """The percentages in a text."""
    return [Fraction(number.replace(",", "")) for number in re.findall(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)%", text)]


def comforts(catalogue: Catalogue, gap: Gap) -> list[str]:
    """What would comfort about a target that is behind or missed, in every format."""
    found = []
    row = gap_row(gap)
    for field in ("completion", "progress"):
        if row[field] is not None and Fraction(str(row[field])) >= 1:
            found.append(f"JSON, CSV, markdown: {field} {row[field]}")
    for language in Language:
        words = Words(language)
        speech = GapSpeech(catalogue, words)
        cell = _completion(speech, gap, STATUS_TONES[gap.status])
        if gap.used is None and any(share >= 100 for share in percentages(cell.text)):
            found.append(f"table: {cell.text}")
        if cell.bar is not None:
            bars = [drawn_bar(cell.bar, length, "utf-8") for length in (5, 9, 16)]
            found += [f"table: {bar}" for bar in bars if "·" not in bar]
        if cell.tone is Tone.GOOD:
            found.append("table: a colour of success")
        view = target_view(speech, gap, "a", None, "2026")
        if gap.used is None and any(share >= 100 for share in percentages(view.completion)):
            found.append(f"page: {view.completion}")
        if view.chart is not None and view.chart.bullet.bar is not None and view.chart.bullet.bar.length >= 1:
            found.append("page: a full bar")
        for field in ("completion", "progress"):
            shown = value_of(field, row, words).shown
            found += [f"workbook: {field} {shown}" for share in percentages(shown) if share >= 100]
    return found


def belittled(gap: Gap) -> list[str]:
    """What shows a target that is met as less than done."""
    shares = {"completion": gap.completion, "progress": gap.progress}
    return [f"{name} {share}" for name, share in shares.items() if share is not None and share < 1]


@pytest.mark.parametrize("part", range(4))
def test_nothing_that_is_missed_comforts_and_nothing_that_is_met_is_less(part):
    dice = random.Random(20260204 + part)
    seen = dict.fromkeys(Status, 0)
    for _ in itertools.repeat(None, CASES // 4):
        if (made := made_up(dice)) is None:
            continue
        catalogue, gap = made
        seen[gap.status] += 1
        faults = belittled(gap) if gap.status is Status.MET else []
        if gap.in_trouble or gap.status is Status.UNDECIDED:
            faults += comforts(catalogue, gap)
        assert faults == [], (
            gap.target.printed,
            gap.target.measure,
            catalogue.indicators["it"].direction,
            gap_row(gap),
        )
    assert all(seen[status] for status in (*GOOD, Status.MISSED, Status.BEHIND, Status.WITHIN_BAND))
    assert seen[Status.UNDECIDED] or CASES < MANY
