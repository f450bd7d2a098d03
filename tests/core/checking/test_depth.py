"""What is not worked out because nobody is shown it: the rest is the same, down to the last number."""

from __future__ import annotations

import pytest

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.judging import judge
from shizhong_cli.core.checking.terms import Depth, Verdict
from shizhong_cli.reading.pack.catalogue import read_texts

BASELINES = """
indicators:
  firms:
    name: 企业
    name_en: Firms
    direction: up
    figures:
      - {level: 942家, period: 2020, section: 一}
      - {level: 1455家, period: 2025, section: 一}
      - {growth: 54.5%, period: 2025, since: 2020, section: 一}
      - {change: 513家, period: 2025, since: 2020, section: 一}
  visits:
    name: 人次
    name_en: Visits
    direction: up
    figures:
      - {flow: 1000万人次, period: 2025, section: 一}
      - {growth: 10%, period: 2025, section: 一}
  schools:
    name: 学校
    name_en: Schools
    direction: up
    figures:
      - {level: 10家, period: 2024, section: 一}
      - {level: 11家, period: 2025, section: 一}
      - {growth: 54.5%, period: 2025, section: 一}
"""
"""One that would notice a wrong digit, one that only implies a number, and one that does not hold."""


def outcomes(depth: Depth) -> list[Outcome]:
    catalogue, problems = read_texts(BASELINES, "targets: []\n")
    assert problems == []
    return [judge(check, depth=depth) for check in derive_checks(catalogue)]


def test_the_pack_has_every_kind() -> None:
    assert {one.verdict for one in outcomes(Depth.FULL)} >= {Verdict.CONSISTENT, Verdict.VACUOUS, Verdict.INCONSISTENT}


NUMBERS = {"strength", "computed", "reported", "implied", "whole", "as_read"}


@pytest.mark.parametrize(
    ("depth", "left_out"),
    [
        (Depth.SHOWN, {Verdict.VACUOUS: {"strength"}}),  # what would notice nothing needs no count of what it does not
        (Depth.NOTICES, {Verdict.VACUOUS: NUMBERS, Verdict.CONSISTENT: NUMBERS}),  # of what holds the verdict alone
    ],
)
def test_what_is_shown_is_the_same(depth: Depth, left_out: dict[Verdict, set[str]]) -> None:
    for full, less in zip(outcomes(Depth.FULL), outcomes(depth), strict=True):
        differing = {name for name in Outcome._fields if name != "check" and getattr(full, name) != getattr(less, name)}
        assert differing <= left_out.get(full.verdict, set()), full.check.id
        assert less.verdict is full.verdict


def test_whether_it_holds_is_all_that_is_asked() -> None:
    for full, less in zip(outcomes(Depth.FULL), outcomes(Depth.HOLDS), strict=True):
        assert less.is_finding == full.is_finding
        assert less.strength == ()
