"""Printed figures of every shape: read whole or refused, and with any digit wrong read as just that."""

from __future__ import annotations

from random import Random

from shizhong_cli.core.figure.characters import other_digit
from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.parsing import FigureError, TooLong, parse_figure
from shizhong_cli.core.figure.slips import typos_of
from shizhong_cli.core.figure.terms import Rounding
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.figure.words import AFTER, BEFORE, ESTIMATE, FALLS
from shizhong_cli.core.figure.written import Written

DIGITS = ["0", "1", "5", "9", "12", "45", "1,451", "007", "3.", ".5", "12.6", "１", "２.５", "９" * 9, "8" * 45, "1/3"]
NUMERALS = [
    "一",
    "两",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "万亿",
    "三分之一",
    "零",
    "〇",
    "八成",
    "四个百亿台阶",
    "清零",
    "五分之零",
]
WORDS = [*BEFORE, *AFTER, *FALLS, *ESTIMATE, "余", "多", "个"]
UNITS = [*BUILT_IN, "匹克", "家家"]
ODD = [
    "१",
    "٥",
    "①",
    "²",
    "Ⅷ",
    "½",
    "𝟓",
    "-",
    "+",
    "−",
    "±",
    "%",
    "％",
    " ",
    "\u3000",
    "，",
    "。",
    "e5",
    "_",
    "\0",
    "é",
    "🙂",
    "=",
    "’",
]


def text(chance: Random) -> str:
    """Mostly words, digits, scale, unit in their order; sometimes anything."""
    if chance.random() < 0.3:
        pieces = [*DIGITS, *NUMERALS, *WORDS, *UNITS, *ODD]
        return "".join(chance.choices(pieces, k=chance.randrange(1, 8)))
    words = "".join(chance.choices(WORDS, k=chance.choice((0, 0, 1, 2))))
    number = "".join(chance.choices([*DIGITS, *NUMERALS], k=chance.choice((1, 1, 2, 3))))
    after = "".join(chance.choices([*NUMERALS[2:8], "", "余"], k=chance.choice((0, 1, 2))))
    return words + number + after + chance.choice([*UNITS, "", ""]) + chance.choice(["", "", *AFTER, *ODD])


def figure(chance: Random) -> None:
    printed = text(chance)
    try:
        written = parse_figure(printed, BUILT_IN, chance.choice((None, "家", "%")))
    except FigureError:
        return
    assert not other_digit(printed, "".join(unit for unit in BUILT_IN if unit in printed)), printed
    _check(written)


def _check(written: Written) -> None:
    assert written.place > 0
    assert len(written.digits) <= TooLong.most
    for rounding in Rounding:
        entailed, read = written.entailed(rounding), written.as_read(rounding)
        assert not entailed.is_empty
        assert not read.is_empty
        assert all(exact_text(end) for end in (entailed.low, entailed.high) if end is not None)
    typos = list(typos_of(written))
    assert len(typos) <= 9 * len(written.digits)
    for typo in typos[:4]:
        again = parse_figure(typo.text, BUILT_IN, written.unit or None)
        assert (again.value, again.digits) == (typo.value, typo.digits), (written.text, typo.text)


TARGETS = {"figures": figure}
