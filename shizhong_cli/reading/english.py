"""Figures as the program itself writes them in English: ``13,800 persons``, ``98 m US dollars``, ``over 16 bn yuan``.

They are made the Chinese text that says the same, to the same place: 98 m is 0.98亿, known to half a million. An m is
a million only before a unit; alone it is a metre.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.values import read_number

_BEFORE = {
    "over": "超过", "about": "约", "nearly": "近", "under": "不足", "down": "下降", "an expected": "预计",
    "up to": "不超过", "": "",
}  # fmt: skip
_AFTER = {"or more": "以上", "or less": "以内", None: ""}
_SCALES = {
    "bn": ("万亿", 3),
    "billion": ("万亿", 3),
    "m": ("亿", 2),
    "mn": ("亿", 2),
    "million": ("亿", 2),
    None: ("", 0),
}
_FIGURE = (
    r"(?P<before>(?:an expected|over|about|nearly|under|down|up to)?) ?"
    r"(?P<sign>[-+]?)(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)"
    r"(?: ?(?P<scale>bn|billion|mn|million|m)(?= [^ ]))?(?: ?(?P<unit>[^0-9 ].*?))?(?: (?P<after>or more|or less))?"
)


def read_typed(text: str, units: Mapping[str, Unit], place: Place, problems: list[Problem]) -> Written | None:
    """The number of a text in Chinese or English, with the text as it was typed."""
    chinese = in_chinese(text, units)
    written = read_number(chinese or text, units, place, problems)
    return written._replace(text=text) if written is not None and chinese else written


def in_chinese(text: str, units: Mapping[str, Unit]) -> str:
    """The Chinese text for an English one; nothing for a text that is not English, or has a unit that is not known."""
    if not _may_be_english(text):
        return ""
    match = re.fullmatch(_FIGURE, " ".join(text.split()))
    if match is None or not (match["scale"] or match["unit"] or match["before"]):
        return ""
    unit = _symbol(match["unit"] or "", units)
    if unit is None:
        return ""
    word, shift = _SCALES[match["scale"]]
    digits = format(Decimal(match["digits"].replace(",", "")).scaleb(-shift), "f") if shift else match["digits"]
    return f"{_BEFORE[match['before']]}{match['sign']}{digits}{word}{unit}{_AFTER[match['after']]}"


def _may_be_english(text: str) -> bool:
    """Whether there is a letter in it, and nothing of another script but what units are raised to."""
    return any("A" <= letter <= "z" for letter in text) and (text.isascii() or "²" in text or "³" in text)


def _symbol(name: str, units: Mapping[str, Unit]) -> str | None:
    """The unit of an English name, of one or of many; its own symbol is one as well."""
    if not name or name in units:
        return name
    known = {unit.name_en: unit.symbol for unit in reversed(list(units.values()))}
    return known.get(name) or known.get(f"{name}s")
