"""All checks of a catalogue judged, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from shizhong_cli.core.checks import Check, Outcome, judge
from shizhong_cli.core.derive import derive_checks
from shizhong_cli.core.model import Catalogue, Figure


class Report(NamedTuple):
    """What verifying a catalogue came to."""

    outcomes: tuple[Outcome, ...]
    unchecked: tuple[Figure, ...]  # baseline figures that are in no check


def verify(catalogue: Catalogue, declared: Iterable[Check], about: str | None = None) -> Report:
    """Judge the derived and the declared checks; with ``about``, only those that involve this indicator."""
    checks = [*derive_checks(catalogue), *declared]
    checked = {id(figure) for check in checks for figure in check.figures.values()}
    if about is not None:
        checks = [check for check in checks if any(f.indicator == about for f in check.figures.values())]
    unchecked = tuple(f for f in catalogue.baselines if id(f) not in checked)
    return Report(tuple(judge(check) for check in checks), unchecked)
