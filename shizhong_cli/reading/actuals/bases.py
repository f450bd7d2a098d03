"""A base that the report does not print, given for one run: ``gap --base 35%`` of a share to rise by points."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.terms import Role
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals.from_words import named_figures
from shizhong_cli.reading.values import read_number

_HERE = Place("--base")


def with_bases(catalogue: Catalogue, indicators: Sequence[str], words: Sequence[str]) -> Catalogue:
    """The catalogue with these shares of the base year. Raises ``CannotGoOn`` with every problem."""
    problems: list[Problem] = []
    given = [
        share
        for id, _, text in named_figures(catalogue, indicators, words, _HERE, problems)
        if (share := _share(catalogue, id, text, problems))
    ]
    if problems:
        raise CannotGoOn(problems)
    return catalogue._replace(baselines=(*catalogue.baselines, *given)) if given else catalogue


def _share(catalogue: Catalogue, indicator: str, text: str, problems: list[Problem]) -> Figure | None:
    raised = [
        t for t in catalogue.numbered_targets_of(indicator)
        if t.measure is Measure.CHANGE and t.written.unit == POINT
    ]  # fmt: skip
    written = read_number(text, catalogue.units, _HERE, problems)
    if written is None:
        return None
    period = raised[0].base_period if raised else None
    if period is None:
        problems.append(Problem(_HERE, "A020", text, indicator))
        return None
    if written.unit not in RATIOS or written.unit == POINT:
        problems.append(Problem(_HERE, "F003", text, PERCENT))
        return None
    return Figure(indicator, Role.BASELINE, period, "--base", _HERE, Measure.SHARE, written)
