"""Which indicator of other data a number is about: by its noun, or by the words of its clause."""

from __future__ import annotations

import re
from itertools import pairwise

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS, STEP
from shizhong_cli.core.pack.common_indicators import bare_name, common_of
from shizhong_cli.core.pack.likeness import narrows
from shizhong_cli.core.pack.model import Catalogue, Indicator
from shizhong_cli.core.report.compared import Printed

_ENOUGH = 3, 4
"""The share of a name, in pairs of characters, that must stand in the clause."""
_AHEAD = 14
_NOT_A_NAME = re.compile(r"[（(].*?[)）]|[“”、]")


class KnownNames:
    """The indicators of other data, found by what is said of a number."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.indicators = catalogue.indicators
        self.by_name = {bare_name(indicator.name): indicator for indicator in catalogue.indicators.values()}
        self.pairs = {id: _pairs(indicator.name) for id, indicator in catalogue.indicators.items()}
        self.units: dict[str, str] = {}
        self.measures: dict[str, set[Measure]] = {}
        for figure in catalogue.figures():
            self.measures.setdefault(figure.indicator, set()).add(figure.measure)
            if figure.written.unit not in RATIOS and figure.written.unit != STEP:
                self.units.setdefault(figure.indicator, figure.written.unit)

    def named(self, name: str) -> Indicator | None:
        """The indicator of exactly this name, or of another name for the same."""
        common = common_of(name)
        return self.by_name.get(name) or (self.indicators.get(common.id) if common else None)

    def find(self, name: str, it: Printed, measure: Measure, unit: str) -> Indicator | None:
        """The indicator of this name, or the one whose name the clause of the number says; ``unit`` of amounts."""
        if own := self.named(name):
            return own
        if common_of(name):  # known, and none of the others: income in towns is not income
            return None
        clause = re.split("[。;!?]", it.before)[-1]
        said = _pairs(f"{clause}\n{re.split('[。;!?,]', it.after)[0][:_AHEAD]}\n{name}")
        noun = _pairs(name)
        scored = [
            (len(pairs & said) / len(pairs), len(pairs & noun), id)
            for id, pairs in self.pairs.items()
            if pairs
            and self._can_be(id, measure, unit)
            and len(pairs & said) * _ENOUGH[1] >= len(pairs) * _ENOUGH[0]
            and not narrows(name, self.indicators[id].name)
        ]
        best = max(scored, default=None)
        return self.indicators[best[2]] if best and best[1] else None

    def _can_be(self, id: str, measure: Measure, unit: str) -> bool:
        """Whether an indicator can have such a figure."""
        if unit:
            units = self.indicators[id].units
            return self.units.get(id) == unit or unit in units
        measures = self.measures.get(id, set())
        if measure in (Measure.SHARE, Measure.CHANGE):
            return bool(measures & {measure, Measure.SHARE})
        return measure in measures or id in self.units


def _pairs(text: str) -> set[str]:
    """Every two neighbouring characters of each line."""
    pairs: set[str] = set()
    for line in _NOT_A_NAME.sub("", text).split("\n"):
        pairs.update(first + second for first, second in pairwise(line))
    return pairs
