"""What the program writes in English it reads as an actual."""

from __future__ import annotations

from fractions import Fraction

import pytest
from running import ROOT, run

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.dates import read_day
from shizhong_cli.reading.english import in_chinese, read_typed
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.rendering.sentences.glosses import meaning_of
from shizhong_cli.rendering.wording import Language, Words


@pytest.mark.parametrize(
    ("typed", "value", "place", "unit"),
    [
        ("13,800 persons", "13800", "1", "人"),
        ("1 person", "1", "1", "人"),
        ("98 m US dollars", "98000000", "1000000", "美元"),
        ("1.35 bn US dollars", "1350000000", "10000000", "美元"),
        ("16 bn yuan", "16000000000", "1000000000", "元"),
        ("over 16 bn yuan", "16000000000", "1000000000", "元"),
        ("12.1 km", "12.1", "0.1", "公里"),
        ("65 m", "65", "1", "米"),
        ("1,600 mu", "1600", "1", "亩"),
        ("1,125 PFLOPS", "1125", "1", "P"),
        ("0.2 pp", "0.2", "0.1", "个百分点"),
        ("down 58.6%", "-58.6", "0.1", "%"),
        ("9.43 m m²", "9430000", "10000", "平方米"),
    ],
)
def test_an_english_figure(typed, value, place, unit):
    problems: list[Problem] = []
    written = read_typed(typed, BUILT_IN, Place("--actual"), problems)
    assert problems == []
    assert (written.value, written.place, written.unit) == (Fraction(value), Fraction(place), unit)
    assert written.text == typed


@pytest.mark.parametrize("typed", ["5.2%", "1.38万人", "13800", "12 parsecs", "98 m parsecs", "bn yuan", "-1.6%"])
def test_other_texts_are_left_to_the_grammar_of_figures(typed):
    assert in_chinese(typed, BUILT_IN) in ("", typed)


def test_what_is_written_is_read():
    """Every figure of the shipped data with a unit of its own: its English words have the value of the Chinese ones."""
    catalogue, english = load_catalogue(ROOT), Words(Language.EN)
    read = 0
    for figure in catalogue.figures():
        written = figure.written
        if written.unit not in (
            "元",
            "美元",
            "人",
            "%",
            "亩",
            "公里",
            "平方米",
            "套",
            "天",
            "个百分点",
        ):
            continue
        text = meaning_of(written, catalogue.units, english)
        again = read_typed(text, catalogue.units, Place("it"), [])
        assert again is not None, text
        assert (again.value, again.unit, again.bound) == (written.value, written.unit, written.bound), text
        read += 1
    assert read > 100


@pytest.mark.parametrize("typed", ["Q3 2026", "q3-2026", "2026-Q3"])
def test_a_quarter_with_its_year_behind_it(typed):
    assert str(read_day(typed, Place("--as-of"), [])) == "2026-Q3"


def test_on_the_command_line():
    typed = ["gap", "-i", "urban_new_jobs", "--actual", "13,800 persons", "--as-of", "Q3 2026"]
    ran = run(*typed, "--format", "json", lang="en")
    same = run(
        "gap", "-i", "urban_new_jobs", "--actual", "13800人", "--as-of", "2026-Q3", "--format", "json", lang="en"
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.replace("13,800 persons", "13800人") == same.out
