"""Words of the command line about what came in: gaps, or problems, and figures that keep what was typed."""

from __future__ import annotations

from functools import cache
from random import Random

from running import ROOT

from fuzz.figures import text as figure_text
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.doubts import POSSIBLE
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.actuals.from_words import actual_from_words, actuals_from_words
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words

DAYS = [
    "2026-Q1",
    "2026-09",
    "2026",
    "2026-01-01",
    "2025",
    "2031-12-31",
    "２０２６－０６",
    "2026年前三季度",
    "Sep-26",
    "",
    "२०२६",
]
SIMPLE = ["5.2%", "-1.1%", "0", "0.052", "46%", "9.8亿美元", "1.2", "605", "52.3个百分点", "1,520.3亿元", "86.7公顷",
          "200件", "0%", "9" * 40, f"{'9' * 39}%", "下降3%", "五分之一", "3倍"]  # fmt: skip


@cache
def catalogue() -> Catalogue:
    return load_catalogue(ROOT)


def given(chance: Random) -> tuple[str, str]:
    """An indicator by one of its names, and a figure."""
    indicator = chance.choice(list(catalogue().indicators.values()))
    name = chance.choice(
        (indicator.id, indicator.id, indicator.name, indicator.name_en, indicator.id[:5], "gdp१", "", "＝")
    )
    printed = [f.printed for f in catalogue().numbered_targets_of(indicator.id)]
    figure = chance.choice([*printed, *printed, *SIMPLE, figure_text(chance)])
    return name, figure


def actual(chance: Random) -> None:
    name, figure = given(chance)
    day = chance.choice(DAYS)
    try:
        if chance.random() < 0.5:
            came_in = [actual_from_words(catalogue(), name, figure, chance.choice(("", "", "亿元", "家", "%")), day)]
        else:
            came_in = actuals_from_words(catalogue(), [], [f"{name}={figure}"], day or None)
    except CannotGoOn:
        return
    speech = GapSpeech(catalogue(), Words(chance.choice(list(Language))))
    for one in came_in:
        assert one.doubt in ("", *POSSIBLE)
        for gap in measure_targets(catalogue(), catalogue().targets_of(one.indicator), [one]):
            row = gap_row(gap)
            assert row["doubted"] == (one.doubt or None if gap.actual else None)
            assert speech.actual(gap) or gap.actual is None
            assert speech.gap(gap) or gap.gap is None
            assert list(speech.formulas(gap)) is not None
            assert gap.status is not Status.MET or gap.value is not None
        if one.doubt:
            assert speech.doubt(one)


TARGETS = {"actuals": actual}
