"""What is typed behind the name of a command: indicators, and what came in of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.since import since_in
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals.from_words import measure_in
from shizhong_cli.reading.finding import find_indicator
from shizhong_cli.reading.values import read_number, says_nothing
from shizhong_cli.tuples import NamedTuple


class Asked(NamedTuple):
    """What is typed without names of options: indicators, and figures that came in of them."""

    indicators: tuple[str, ...]
    actuals: tuple[str, ...]  # each with its indicator: gdp=5.2%, gdp.level=60亿元


def asked_by_words(catalogue: Catalogue, words: Sequence[str]) -> Asked:
    """``gdp 5.2% 社零 4%``: names, each with the figure behind it, if there is one; ``gdp=5.2%`` will do as well.

    Raises ``CannotGoOn``.
    """
    ids: dict[str, None] = {}
    actuals: list[str] = []
    problems: list[Problem] = []
    name = ""  # the one before, as a figure is named by it
    is_unknown = False  # the one before is a name that nobody has
    for word in words:
        if (name or is_unknown) and _is_figure(catalogue, word):
            actuals += [f"{name}={word}"] * bool(name)
            name, is_unknown = "", False
            continue
        before, equals, figure = word.partition("=")
        bare, measure = measure_in(catalogue, before)
        try:
            id = find_indicator(catalogue, bare, Place("ID"))
        except CannotGoOn as error:
            problems += error.problems
            name, is_unknown = "", True
            continue
        is_unknown = False
        ids[id] = None
        name = f"{id}.{measure}" if measure else id
        actuals += [f"{name}={figure}"] * bool(equals)
    if problems:
        raise CannotGoOn(problems)
    return Asked(tuple(ids), tuple(actuals))


def _is_figure(catalogue: Catalogue, word: str) -> bool:
    """Whether a word behind a name is its figure: a number, what looks like one and is no name (5G基站), or 无."""
    if read_number(since_in(word)[1], catalogue.units, Place("FIGURE"), []) is not None:
        return True
    if not (says_nothing(word) or _looks_like_figure(half_width(word.strip()))):
        return False
    try:
        find_indicator(catalogue, word, Place("ID"))
    except CannotGoOn:
        return True
    return False


def _looks_like_figure(word: str) -> bool:
    """Whether a word begins like a number, or ends with one behind words of how it moved: 年均增长7%."""
    return word[:1] in tuple("+-.0123456789") or re.search(_MOVED, word) is not None


_MOVED = "(?:增长|增加|提高|上升|下降|减少|降低|达到?|完成|实现|约|近)[0-9.]+[^0-9]{0,4}$"
