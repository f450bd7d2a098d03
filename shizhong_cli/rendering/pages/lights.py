"""Traffic lights on pages: a word with its colour, how many there are of each, and by what they were given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.lights import Light, light_of
from shizhong_cli.rendering.pages.sheet import Cell, Line, Tone
from shizhong_cli.rendering.sentences.names import counts_text
from shizhong_cli.rendering.sentences.numbers import percent, short
from shizhong_cli.rendering.wording import Words

LIGHT_TONES = {Light.GREEN: Tone.GOOD, Light.YELLOW: Tone.WARN, Light.RED: Tone.BAD}


def light_cell(catalogue: Catalogue, gap: Gap, words: Words) -> Cell:
    """The light of a target; nothing where it has none."""
    light = light_of(catalogue, gap)
    return Cell("") if light is None else Cell(words(f"light.{light}"), LIGHT_TONES[light])


def light_counts(catalogue: Catalogue, gaps: Sequence[Gap], words: Words) -> list[Line]:
    """How many lights of each colour; nothing where no lights are declared."""
    if catalogue.lights is None:
        return []
    counted = Counter(light_of(catalogue, gap) for gap in gaps)
    counts = counts_text(((words(f"light.{light}"), counted[light]) for light in Light), words)
    return [Line(words("light.counts", counts=counts or words("light.none")))]


def light_rule(catalogue: Catalogue, words: Words) -> list[Line]:
    """By which thresholds the lights are given."""
    lights = catalogue.lights
    if lights is None:
        return []
    rule = words(
        "light.rule", lead=short(lights.lead), points=short(lights.points), otherwise=percent(lights.otherwise),
        reason=words.pick(lights.reason, lights.reason_en or lights.reason),
    )  # fmt: skip
    return [Line(rule, Tone.FAINT)]
