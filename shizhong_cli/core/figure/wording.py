"""What the words around the number of a printed figure say of it."""

from __future__ import annotations

from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.terms import Bound, Turn
from shizhong_cli.core.figure.words import (
    AFTER,
    BEFORE,
    DONE,
    ESTIMATE,
    FALLEN,
    FALLS,
    FALLS_TO,
    NEARING,
    PLAIN_AFTER,
    PLAIN_BEFORE,
    RISEN,
    RISES,
    UPWARDS,
)
from shizhong_cli.core.figure.written import MIRRORED

_PREFIXES = frozenset((*BEFORE, *FALLS, *FALLEN, *ESTIMATE, *PLAIN_BEFORE))
_LONGEST = max(map(len, _PREFIXES))
_UPWARDS = f"{UPWARDS}(?=[百千万亿])"
_TURNS = (
    dict.fromkeys((*RISES, *RISEN), Turn.RISE)
    | dict.fromkeys((*FALLS, *FALLEN), Turn.FALL)
    | dict.fromkeys(DONE, Turn.DONE)
)
del _TURNS["零下"]  # how cold it is, and not by how much it fell
SUFFIXES = sorted((*AFTER, *PLAIN_AFTER), key=len, reverse=True)
"""Words that may stand behind a unit, the longest first."""


class Wording:
    """What the words around the number have said so far."""

    def __init__(self) -> None:
        self.bound = Bound.EXACT
        self.estimated = False
        self.negative = False
        self.capped = False
        self.nearing = False
        self.lowered = False
        self.turn: Turn | None = None

    @property
    def promised(self) -> Bound:
        """The bound of the signed number: 下降5%以上 is -5 % at most."""
        return MIRRORED.get(self.bound, self.bound) if self.negative else self.bound

    def take_prefixes(self, text: str) -> str:
        """The text without the words at its beginning that may stand before a number."""
        while prefix := _prefix_of(text):
            self.take_bound(BEFORE.get(prefix))
            self.nearing = self.nearing or prefix in NEARING
            self.lowered = self.lowered or prefix in FALLS_TO
            self.estimated = self.estimated or prefix in ESTIMATE
            self.turn = _TURNS.get(prefix, self.turn)
            self.negative = self.negative or prefix in FALLS or prefix in FALLEN
            text = text[len(prefix) :]
        if text.startswith(UPWARDS) and (match := compiled(_UPWARDS).match(text)):
            self.bound = Bound.MORE_THAN
            text = text[match.end() :]
        return text

    def take_bound(self, bound: Bound | None) -> None:
        """One more word: 不超过 and 左右 together are a limit with a width, whichever stands first."""
        if {bound, self.bound} == {Bound.ABOUT, Bound.AT_MOST}:
            bound, self.capped = Bound.ABOUT, True
        self.bound = bound or self.bound

    def take_inside(self, bound: Bound) -> None:
        """The word between number and unit: 200余家."""
        self.bound = self.bound if bound is Bound.EXACT else bound

    def take_suffixes(self, text: str) -> str:
        """The text without the words at its beginning that may stand behind a unit."""
        while suffix := next((s for s in SUFFIXES if text.startswith(s)), ""):
            self.take_bound(AFTER.get(suffix))
            text = text[len(suffix) :]
        return text


def _prefix_of(text: str) -> str:
    """The longest of the words that a text begins with; looked up, for a pattern of them all takes long to compile."""
    lengths = range(min(_LONGEST, len(text)), 0, -1)
    return next((text[:length] for length in lengths if text[:length] in _PREFIXES), "")
