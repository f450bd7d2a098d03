"""What grows with the square of the input where it need not: the same answers, in a number of steps that is counted."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import load
from rich.cells import cell_len

from shizhong_cli.core.checking import questions, restated
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.questions import ask, same_number, year_equals_period
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.rendering.formats import folding
from shizhong_cli.rendering.formats import terminal as table
from shizhong_cli.rendering.formats.terminal import fold

NO_TARGETS = "targets: []\n"


def indicators(number: int, figure: str) -> str:
    entries = (
        f"  i{n}: {{name: 指标{n}, name_en: Indicator {n}, direction: up, figures: [{{{figure}, section: 一}}]}}\n"
        for n in range(number)
    )
    return "indicators:\n" + "".join(entries)


def test_one_number_under_a_thousand_names_is_asked_once_for_each(tmp_path):
    catalogue = load(tmp_path, indicators(1000, "level: 1234家, period: 2025"), NO_TARGETS)
    asked = list(same_number(catalogue))
    assert len(asked) == 999
    named = {figure.indicator for question in asked for figure in question.figures}
    assert len(named) == 1000
    assert all(first.indicator != second.indicator for first, second in (q.figures for q in asked))
    assert len(ask(catalogue)) == 999


@pytest.mark.parametrize("number", [2, 3, questions.ALL_PAIRS])
def test_of_a_few_every_two_are_asked_about(tmp_path, number):
    catalogue = load(tmp_path, indicators(number, "level: 1234家, period: 2025"), NO_TARGETS)
    assert len(list(same_number(catalogue))) == len(list(combinations(range(number), 2)))


def test_years_that_equal_a_longer_period_are_asked_once_each(tmp_path):
    figures = ", ".join(
        f"{{flow: 1234件, period: {period}, section: 一}}" for period in ("2021/2025", *range(2010, 2026))
    )
    text = f"indicators:\n  it: {{name: 某, name_en: It, direction: up, figures: [{figures}]}}\n"
    asked = list(year_equals_period(load(tmp_path, text, NO_TARGETS)))
    assert [(str(short.period), str(long.period)) for short, long in (q.figures for q in asked)] == [
        (str(year), "2021/2025") for year in range(2021, 2026)
    ]


def said(folder, figures: list[str]):
    sections = "".join(f"  {n}: 第{n}节\n" for n in range(len(figures)))
    entries = ", ".join(f"{{level: {f}, period: 2025, section: '{n}'}}" for n, f in enumerate(figures))
    return load(
        folder,
        f"sections:\n{sections}indicators:\n  it: {{name: 某, name_en: It, direction: up, figures: [{entries}]}}",
        NO_TARGETS,
    )


def said_twice(catalogue):
    report = verify(catalogue, [])
    return [outcome for outcome in report.outcomes if outcome.check.kind is Kind.RESTATEMENT]


@pytest.mark.parametrize("seed", range(12))
def test_many_statements_of_one_thing_are_judged_as_if_each_met_each(tmp_path, monkeypatch, seed):
    chance = Random(seed)
    wordings = ["1451.6亿元", "1452亿元", "超过1450亿元", "近1500亿元", "1451.6亿元左右", "1451.64亿元", "不足1452亿元"]
    if seed % 2:
        wordings += ["1460亿元", "1440亿元"]
    catalogue = said(tmp_path, chance.choices(wordings, k=20))
    few = said_twice(catalogue)
    monkeypatch.setattr(restated, "ALL_PAIRS", 1000)
    every = said_twice(catalogue)
    assert len(few) <= 2 * 20 < len(every)

    def at_odds(outcomes):
        bad = [o for o in outcomes if o.verdict is not Verdict.CONSISTENT and o.is_finding]
        return {figure.place for outcome in bad for figure in outcome.check.figures.values()}

    assert at_odds(few) == at_odds(every)
    assert {p for o in few for p in (f.place for f in o.check.figures.values())} == {
        p for o in every for p in (f.place for f in o.check.figures.values())
    }


def test_the_same_fact_in_a_thousand_sections(tmp_path):
    checks = derive_checks(said(tmp_path, ["1451.6亿元"] * 1000))
    assert len(checks) < 2000


def plain_cut(text: str, width: int) -> list[str]:
    """Character by character, as one would write it down first."""
    pieces = []
    while text:
        end = 1
        while end < len(text) and cell_len(text[: end + 1]) <= width:
            end += 1
        pieces.append(text[:end])
        text = text[end:]
    return pieces


@given(st.text("aé1.字，（️\u0301\u200d👩💻🇨🇳 ", max_size=60), st.integers(1, 12))
def test_a_word_is_cut_where_it_is_full(text, width):
    """Or before, where a sign joins two words, or a character or two would be left."""
    pieces, plain = folding._cut(text, width, cell_len), plain_cut(text, width)
    if not set(text) & set(folding._JOINTS) and max(map(len, plain), default=0) < 6:
        assert pieces == plain
    assert "".join(pieces) == text
    assert len(pieces) <= 2 * len(plain)
    assert all(len(piece) == 1 or cell_len(piece) <= width for piece in pieces)
    assert "".join(folding.units_of(text)) == text


@pytest.mark.parametrize("sign", ["1", "字", "a ", "（", "\u0301"])
def test_folding_takes_steps_in_proportion_to_the_text(monkeypatch, sign):
    measured = 0

    def counted(text: str) -> int:
        nonlocal measured
        measured += len(text) + 1
        return cell_len(text)

    monkeypatch.setattr(table, "cell_len", counted)
    steps = []
    for length in (2_000, 8_000):
        measured = 0
        fold(sign * length, 80)
        steps.append(Fraction(measured, length))
    assert steps[1] < steps[0] * 2
