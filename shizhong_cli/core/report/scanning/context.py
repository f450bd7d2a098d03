"""The clause around a number: where it begins, and what stands in it."""

from __future__ import annotations

import re

from shizhong_cli.core.report.scanning.token import Token
from shizhong_cli.tuples import NamedTuple

_REACH = 60  # characters that are looked at before a number
_STOPS = re.compile(r"[，。；！？\n\t|\x1f]|:(?![0-9])")
_SENTENCE = re.compile("[。；！？\n|]")
_AHEAD = 24


class Context(NamedTuple):
    """The words near a number."""

    before: str  # of the clause, up to the number
    segment: str  # of the clause, from the number before
    sentence: str  # of the sentence, up to the number
    after: str  # up to the next stop


def context_of(plain: str, token: Token, floor: int) -> Context:
    """The surroundings, never more than a fixed number of characters; ``floor`` is where the last number ended."""
    near = plain[max(0, token.start - 2 * _REACH) : token.start]
    before = _STOPS.split(near)[-1][-_REACH:]
    ahead = plain[token.end : token.end + _AHEAD]
    segment = before[max(0, len(before) - (token.start - floor)) :]
    return Context(before, segment, _SENTENCE.split(near)[-1], _STOPS.split(ahead)[0])
