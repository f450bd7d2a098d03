"""Many equal numbers of one section: which of them a figure is likely to be, without trying each with each.

Of a crowd only those are tried that stand where the figure does among its like, and those that are said of what the
figure is called. What these leave is taken in the order of the text, so that as many are matched as ever.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

CROWD = 60
"""So many equal numbers are tried each with each."""
_BESIDE = 15
_OF_ITS_NAME = 5


class Crowds:
    """The crowds of one text; each is known by the sequence of its places."""

    def __init__(self, nouns: Sequence[str]) -> None:
        self.nouns = nouns  # of all numbers, by their place
        self.asked: dict[int, int] = {}  # how many figures have asked about a crowd
        self.named: dict[int, dict[str, list[int]]] = {}
        self.passed: dict[int, int] = {}  # of the places of a crowd those that are surely taken

    def likely(self, name: str, places: Sequence[int]) -> Sequence[int]:
        """The places to try for a figure that is called so."""
        if len(places) <= CROWD:
            return places
        rank = self.asked[id(places)] = self.asked.get(id(places), -1) + 1
        beside = places[max(0, rank - _BESIDE) : rank + _BESIDE]
        return list(dict.fromkeys([*self._of(places).get(name, ())[:_OF_ITS_NAME], *beside]))

    def next_free(self, places: Sequence[int], free: Container[int]) -> int | None:
        """The first place of a crowd that is not taken; those that are taken stay so."""
        passed = self.passed.get(id(places), 0)
        while passed < len(places) and places[passed] not in free:
            passed += 1
        self.passed[id(places)] = passed
        return places[passed] if passed < len(places) else None

    def _of(self, places: Sequence[int]) -> dict[str, list[int]]:
        if id(places) not in self.named:
            by_noun = self.named[id(places)] = {}
            for n in places:
                by_noun.setdefault(self.nouns[n], []).append(n)
        return self.named[id(places)]
