"""Four hundred made-up sentences of every kind that readers of numbers get wrong, each with its right answer.

A row of ``tests/data/cases/kinds.txt`` is a sentence, ``=>``, and what must be found in it in order: a quantity as
``printed = value unit bound measure`` (no bound is exact, ``-`` no unit, ``?`` before one that is not known, ``2..3``
the ends of a range), anything else as ``printed : class``. Every quantity that is found has to be in the row.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import pytest
from running import ROOT

from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import FoundNumber, scan


class Answer(NamedTuple):
    """What a finding must be."""

    printed: str
    class_: str = "quantity"
    value: str = ""
    unit: str = ""
    bound: str = "exact"
    measures: tuple[str, ...] = ()


def rows() -> list[tuple[str, str]]:
    """Sentences and their answers; a sentence may have several lines."""
    found, begun = [], ""
    for line in (ROOT / "tests" / "data" / "cases" / "kinds.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        begun = f"{begun}\n{line}" if begun else line
        if "=>" in begun:
            sentence, _, answers = begun.partition("=>")
            found.append((sentence.rstrip(" "), answers.strip()))
            begun = ""
    return found


def answer(text: str) -> Answer:
    if " : " in text:
        printed, class_ = text.split(" : ")
        return Answer(printed.strip(), class_.strip())
    printed, said = text.split(" = ")
    value, unit, *words = said.split()
    bounds = [word for word in words if word in set(Bound)]
    measures = [word.split("/") for word in words if word.split("/")[0] in set(Measure)]
    symbol = BUILT_IN[unit].symbol if unit in BUILT_IN else unit.removeprefix("-")
    return Answer(printed.strip(), "quantity", value, symbol, *(bounds or ["exact"]), tuple(*measures))


def wrong_in(found: FoundNumber, right: Answer) -> list[str]:
    if found.class_.value != right.class_:
        return [f"{right.printed}: {found.class_.value}"]
    if found.class_ is not NumberClass.QUANTITY:
        return []
    low, _, high = right.value.partition("..")
    unit = found.unit if found.unit is not None else f"?{found.unknown_unit}"
    pairs = [
        (found.value, Fraction(low)),
        (found.high, Fraction(high) if high else None),
        (unit, right.unit),
        (found.bound.value, right.bound),
    ]
    if right.measures and found.measure is not None:
        pairs.append((found.measure.value in right.measures, True))
    return [f"{right.printed}: {is_}, not {should}" for is_, should in pairs if is_ != should]


def differences(sentence: str, answers: str) -> list[str]:
    found, wrong, position = scan(sentence, BUILT_IN), [], 0
    for right in map(answer, answers.split(" | ") if answers else ()):
        at = next((i for i in range(position, len(found)) if is_at(found[i], right)), None)
        if at is None:
            wrong.append(f"not found: {right.printed}")
            continue
        wrong += too_many(found[position:at]) + wrong_in(found[at], right)
        position = at + 1
    return wrong + too_many(found[position:])


def is_at(found: FoundNumber, right: Answer) -> bool:
    return found.text in right.printed or right.printed in found.text


def too_many(found: tuple[FoundNumber, ...]) -> list[str]:
    return [f"too many: {number.text}" for number in found if number.class_ is NumberClass.QUANTITY]


@pytest.mark.parametrize(("sentence", "answers"), rows(), ids=[sentence for sentence, _ in rows()])
def test_a_sentence_of_every_kind_is_read_right(sentence, answers):
    assert differences(sentence, answers) == []


def test_there_are_hundreds_of_them():
    assert len(rows()) > 400
