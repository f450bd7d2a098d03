"""What a draft guessed proves nothing: no finding, but a question that says what was guessed."""

from __future__ import annotations

import pytest
from making import load, pack
from running import run

from shizhong_cli.core.checking.verify import verify
from shizhong_cli.problems import CannotGoOn

PACK = """sections: {一: {name: 一}}
indicators:
  deposits:
    name: 存款余额
    name_en: deposits
    direction: up
    figures:
      - {level: 150.00亿元, period: 2025, section: 一}
      - {change: 20.00亿元, period: 2025, section: 一GUESS}
      - {growth: 27.5%, period: 2025, section: 一}
  rate:
    name: 某类占比
    name_en: rate
    direction: up
    figures:
      - {share: 112%, period: 2025, section: 一RATE}
"""
NO_TARGETS = "targets: []\n"


def text(guess: str, rate: str) -> str:
    return PACK.replace("GUESS", guess).replace("RATE", rate)


def test_a_guess_makes_a_question_of_a_finding(tmp_path):
    report = verify(load(tmp_path, text(", guessed: [period, measure]", ", guessed: [name]"), NO_TARGETS), ())
    assert report.findings == []
    assert [outcome.check.forbidden for outcome in report.outcomes if outcome.verdict == "not_checkable"] == [
        "guessed"
    ] * 2
    asked = [question for question in report.questions if question.rule == "guessed"]
    assert [question.figures[0].indicator for question in asked] == ["deposits", "rate"]


def test_without_guesses_they_are_findings(tmp_path):
    report = verify(load(tmp_path, text("", ""), NO_TARGETS), ())
    assert [outcome.check.kind for outcome in report.findings] == ["bases", "share_limit"]


def test_a_check_that_holds_on_a_guess_is_as_before(tmp_path):
    report = verify(load(tmp_path, text(", guessed: [name]", ", guessed: [name]"), NO_TARGETS), ())
    kinds = {outcome.check.kind for outcome in report.outcomes if outcome.verdict != "not_checkable"}
    assert kinds == {"implied_base", "net_change"}


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "20.00亿元 的时期，类型是猜的"), ("en", "period, measure of 20.00亿元 guessed")]
)
def test_the_question_says_what_was_guessed(tmp_path, lang, words):
    pack(tmp_path, text(", guessed: [period, measure]", ", guessed: [name]"), NO_TARGETS)
    ran = run("verify-baselines", "--data", str(tmp_path), lang=lang, columns=400)
    assert ran.code == 0
    assert words in ran.out


def test_only_known_guesses_are_taken(tmp_path):
    with pytest.raises(CannotGoOn) as caught:
        load(tmp_path, text(", guessed: [perod]", ""), NO_TARGETS)
    (problem,) = caught.value.problems
    assert (problem.code, problem.suggestion) == ("K003", "period")
