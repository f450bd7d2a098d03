"""Every target of the shipped data, low, fitting and high, at mid-year and at the end: no sentence contradicts another.

``tests/standings.py`` prints them all to be read by people; here stands what must hold of each.
"""

from __future__ import annotations

import pytest
from running import ROOT
from standings import Case, cases, sentences

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.direction import is_upward
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.rendering.wording import Language, Words

CATALOGUE = load_catalogue(ROOT)
CASES = tuple(cases(CATALOGUE))
NUMBERED = [case for case in CASES if isinstance(case.target, Figure)]
GOOD = (Status.MET, Status.ON_TRACK)
BAD = (Status.MISSED, Status.BEHIND)


def test_every_target_is_shown_six_times():
    assert len(CASES) == 6 * len(CATALOGUE.targets) == 6 * 87
    assert len(NUMBERED) == 6 * 54


def wanted(case: Case) -> tuple[Status, ...]:
    """Where a case must stand: a low actual of what is to be reached is behind, a fitting one is not.

    What is not to happen at all is missed as soon as it has.
    """
    assert isinstance(case.target, Figure)
    over = case.day.endswith("12-31")
    upward = is_upward(case.target, CATALOGUE.indicators[case.target.indicator])
    worse = {"low": upward, "fitting": False, "high": not upward}[case.size]
    gone = over or (case.target.measure is Measure.FLOW and case.target.written.value == 0)
    return ((Status.MISSED if gone else Status.BEHIND),) if worse else ((Status.MET,) if over else GOOD)


@pytest.mark.parametrize("case", NUMBERED, ids=lambda case: f"{case.target.indicator}-{case.day}-{case.size}")
def test_where_it_stands(case):
    few = case.target.indicator == "neighbourhood_centres" and case.size == "low"  # of two the least is one, a half
    assert case.gap.status in (GOOD if few and case.day.endswith("06-30") else wanted(case))


@pytest.mark.parametrize("language", [Language.ZH, Language.EN])
def test_what_is_said_fits(language):
    words = Words(language)
    for case in CASES:
        gap, text = case.gap, sentences(CATALOGUE, case.gap, words)
        assert words(f"status.{gap.status}") in text, case
        if gap.status in BAD:
            assert f"{words('gap.completion')} 100%" not in text, case
        if case.target.held:
            assert words("gap.forecast") not in text, case
            assert words("gap.progress") not in text, case
        if isinstance(case.target, WordedTarget):
            assert gap.status is Status.NOT_QUANTIFIED
            assert words("gap.completion") not in text


def test_growth_asked_for_in_words():
    """-3 % is below last year, whatever is reasonable."""
    for case in CASES:
        if isinstance(case.target, WordedTarget) and case.target.above_last_year:
            assert case.gap.reason == ("below_last_year" if case.size == "low" else "not_below_last_year")
