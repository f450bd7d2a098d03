"""Relations of every shape: judged with numbers of bounded length, or refused with a problem that points into them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from making import load

from shizhong_cli.core.checking.judging import judge
from shizhong_cli.core.checking.lengths import LONGEST
from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.pack.declared import DeclaredCheck
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import Place, Spot
from shizhong_cli.reading.pack.checks import declared_checks
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.numbers import interval_text, whole_text
from shizhong_cli.rendering.wording import Language, Words

FIGURES = {
    "a": "growth: 5.2%", "b": f"growth: {'12345678' * 4}.5%", "c": "level: 1455家", "d": f"level: {'987' * 13}家",
    "e": "share: 三分之一", "f": "share: 0.1%", "g": "growth: -100%", "h": "growth: 0%", "k": "level: 超过12.6万家",
    "l": "growth: 下降200%", "m": "flow: 1451.6亿元", "n": "flow: 近80万元",
}  # fmt: skip
NAMES = [f"{id}.{figure.split(':')[0]}@2025" for id, figure in FIGURES.items()]
ATOMS = [
    *NAMES,
    *NAMES,
    "x",
    "y",
    "2",
    "100%",
    "1" * 40,
    "0.001",
    "0",
    "1",
    "5家",
    "1亿元",
    "１２",
    "१",
    "a.flow@2025",
    "三",
]
TOKENS = [
    *ATOMS,
    "+",
    "-",
    "*",
    "/",
    "^",
    "**",
    "(",
    ")",
    ",",
    "=",
    "<",
    ">=",
    "≤",
    "×",
    "÷",
    "＝",
    "path_sum",
    "floor",
    " ",
    "$",
]


@cache
def catalogue() -> Catalogue:
    baselines = "indicators:\n" + "".join(
        f"  {id}: {{name: {id}, name_en: {id}, direction: up, figures: [{{{figure}, period: 2025, section: 一}}]}}\n"
        for id, figure in FIGURES.items()
    )
    with TemporaryDirectory() as folder:
        return load(Path(folder), baselines, "targets: []\n")


def tree(chance: Random, depth: int) -> str:
    """A well-formed expression."""
    if depth == 0 or chance.random() < 0.25:
        return chance.choice(ATOMS)
    inner = tree(chance, depth - 1)
    match chance.randrange(8):
        case 0:
            return f"({inner})^{chance.choice((1, 2, 3, 10, 99, 100, 101))}"
        case 1:
            return f"path_sum({inner}, {chance.choice((1, 2, 5, 50, 100))})"
        case 2:
            return f"floor({inner})"
    return f"({inner} {chance.choice('+-*/')} {tree(chance, depth - 1)})"


def relation(chance: Random) -> str:
    if chance.random() < 0.3:
        return "".join(chance.choices(TOKENS, k=chance.choice((3, 5, 9, 20, 300))))
    if chance.random() < 0.1:
        return chance.choice(NAMES) + f" {chance.choice('+*/-')} {chance.choice(ATOMS)}" * chance.randrange(90) + " < 1"
    return f"{tree(chance, chance.randrange(5))} {chance.choice(('=', '<', '<=', '>', '>='))} {tree(chance, 2)}"


def expression(chance: Random) -> None:
    text = relation(chance)
    place = Place("baselines.yaml", 1)
    kind = chance.choice((Kind.DECLARED, Kind.WHOLE_NUMBER))
    one = DeclaredCheck("it", text, place, Spot(place._replace(column=1), True, False), kind)
    checks, problems = declared_checks(catalogue()._replace(checks=(one,)))
    assert len(checks) + len(problems) == 1, text
    for problem in problems:
        assert problem.code[0] in "CF", text
        assert 1 <= problem.place.column <= len(text) + 1, (text, problem)
    for check in checks:
        outcome = judge(check)
        words = Words(chance.choice(list(Language)))
        for values in (outcome.computed, outcome.reported, outcome.implied, outcome.as_read):
            if values is not None:
                _check(values, words)
        if outcome.whole is not None and not outcome.whole.is_empty:
            assert whole_text(outcome.whole, words)
        speech = CheckSpeech(catalogue(), words)
        assert speech.relation(outcome)
        assert speech.result(outcome)


def _check(values: Interval, words: Words) -> None:
    for end in (values.low, values.high):
        if end is not None:
            assert max(abs(end.numerator), end.denominator).bit_length() < 4 * LONGEST
            assert exact_text(end)
    assert interval_text(values, "家", words)


TARGETS = {"expressions": expression}
