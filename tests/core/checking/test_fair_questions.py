"""Questions and findings that would accuse a report of what it does not say."""

from __future__ import annotations

import pytest
from making import pack
from running import run

from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.pack.baselines import baseline_of
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.terms import QuestionRule
from shizhong_cli.reading.pack.checks import check_texts

HEAD = "sections: {一: {name: 概况}}\nindicators:\n  x: {name: 甲, direction: %s, figures: [%s]}\n"


def made(direction: str, baseline: str, target: str) -> Catalogue:
    figure = f"{{{baseline}, section: 一}}"
    return check_texts(HEAD % (direction, figure), f"targets:\n  - {{indicator: x, {target}, section: 一}}\n")[0]


@pytest.mark.parametrize(
    ("baseline", "target", "alike"),
    [
        ("growth: 7%, period: 2025", "growth: 40%以上, period: 2030, since: 2025", False),
        ("growth: 7%, period: 2025", "growth: 6%, period: 2026", True),
        ("growth: 30%, period: 2025, since: 2020", "growth: 40%, period: 2030, since: 2025", True),
        (
            "growth: 1.6倍, period: 2025, since: 2020, multiple: times",
            "growth: 翻一番, period: 2030, since: 2025",
            False,
        ),
    ],
)
def test_a_growth_stands_against_one_over_as_many_years(baseline, target, alike):
    catalogue = made("up", baseline, target)
    (promised,) = catalogue.targets
    assert (baseline_of(catalogue, promised) is not None) is alike


@pytest.mark.parametrize(
    ("direction", "target", "asked"),
    [("up", "压减到80家", False), ("up", "80家", True), ("down", "80家", False), ("up", "不低于130家", False)],
)
def test_what_is_to_come_down_is_no_worse_for_being_less(direction, target, asked):
    catalogue = made(direction, "level: 120家, period: 2025", f"level: {target}, period: 2026")
    rules = [question.rule for question in verify(catalogue, ()).questions]
    assert (QuestionRule.TARGET_BELOW_BASELINE in rules) is asked


@pytest.mark.parametrize(
    ("target", "asked"), [("growth: 6%, binding: expected", True), ("flow: 900人以上, binding: expected", False)]
)
def test_no_growth_is_missed_where_an_amount_is_asked_for(target, asked):
    catalogue = made("up", "flow: 1200人, period: 2025", f"{target}, period: 2026")
    rules = [question.rule for question in verify(catalogue, ()).questions]
    assert (QuestionRule.GROWTH_NOT_PRINTED in rules) is asked


def test_a_share_below_nothing_is_no_contradiction():
    catalogue = made("up", "share: -3.2%, period: 2025", "share: 2%, period: 2026")
    assert [it.verdict for it in verify(catalogue, ()).outcomes if it.verdict is Verdict.INCONSISTENT] == []


def test_questions_are_told_where_there_is_nothing_to_check(tmp_path):
    figure = "{level: 120家, period: 2025, section: 一}"
    pack(tmp_path, HEAD % ("up", figure), "targets:\n  - {indicator: x, level: 80家, period: 2026, section: 一}\n")
    ran = run("verify-baselines", "--data", str(tmp_path))
    assert (ran.code, "目标不优于基数" in ran.out) == (0, True), ran


@pytest.mark.parametrize(
    ("section", "wording", "checked"),
    [("二", "", True), ("二", "wording: 力争, ", True), ("一", "wording: 力争, ", False)],
)
def test_what_is_to_be_striven_for_contradicts_no_target(section, wording, checked):
    head = "sections: {一: {name: 概况}, 二: {name: 目标}}\nindicators:\n  x: {name: 甲, direction: up}\n"
    first = "  - {indicator: x, growth: 6%, period: 2026, section: 一}\n"
    second = f"  - {{indicator: x, growth: 8%, period: 2026, {wording}section: {section}}}\n"
    catalogue = check_texts(head, f"targets:\n{first}{second}")[0]
    verdicts = [outcome.verdict for outcome in verify(catalogue, ()).outcomes]
    assert verdicts == ([Verdict.INCONSISTENT] if checked else [])
