"""Numbers of a table: a cell without a unit is in the unit of its column, and is what the head of the column says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.report.scanning.amounts import UnitFinder
from shizhong_cli.core.report.scanning.token import Token

_HEAD = re.compile(rf"\((?P<scale>[{''.join(numerals.SCALES)}]*)(?P<unit>[^()0-9]{{1,8}})\)$")
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*%?")
_GROWTH = re.compile("增长|增速|增幅|涨幅|同比|±")
_SHARE = re.compile("比重|占比|比例|率")


def in_unit(token: Token, scale: str, word: str, finder: UnitFinder) -> Token:
    """A number without a unit, in one that is printed elsewhere."""
    unit = finder.units.get(word)
    if unit is None or token.unit or not token.is_quantity:
        return token
    scale = "" if token.scale else scale
    return token._replace(unit=unit, unit_word=word, shared=scale + word, scale=token.scale or scale, unknown="")


def under_heads(plain: str, tokens: Sequence[Token], finder: UnitFinder) -> list[Token]:
    """The numbers, those of cells in the units of their columns."""
    if "\t" not in plain:
        return list(tokens)
    heads = dict(_heads(plain))
    return [_under(token, heads.get(token.start, ""), finder) for token in tokens]


def _under(token: Token, head: str, finder: UnitFinder) -> Token:
    match = _HEAD.search(head)
    if match is None or token.unit or not token.is_quantity:
        return token
    found = in_unit(token, match["scale"], match["unit"], finder)
    if found.unit and found.unit.dimension == "ratio" and found.measure is None:
        measure = Measure.GROWTH if _GROWTH.search(head) else Measure.SHARE if _SHARE.search(head) else None
        return found._replace(measure=measure)
    return found


def _heads(plain: str) -> Iterator[tuple[int, str]]:
    """Where each cell below a row of heads begins, and its head."""
    heads: list[str] = []
    start = 0
    for line in plain.split("\n"):
        cells = line.split("\t")
        if len(cells) == 1:
            heads = []
        elif any(map(_HEAD.search, cells)) and not any(map(_NUMBER.fullmatch, cells)):
            heads = cells
        elif len(cells) == len(heads):
            at = start
            for cell, head in zip(cells, heads, strict=True):
                yield at, head
                at += len(cell) + 1
        start += len(line) + 1
