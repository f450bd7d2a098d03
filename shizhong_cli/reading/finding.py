"""Which indicator a word means."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from shizhong_cli.core.figure.characters import half_width, other_digit
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.spelling import nearest, nearest_pair


def find_indicator(catalogue: Catalogue, word: str, place: Place) -> str:
    """The id that a word typed by a person stands for.

    An id, a Chinese or English name, what people say for it (社零), or a unique beginning or part of one of them.
    Raises ``CannotGoOn`` with a suggestion when there is none, or with the candidates when there are several.
    """
    return Finder(catalogue, typed=True).find(word, place)


class Finder:
    """Finds indicators by word, and remembers each word: a long file says the same ones many times.

    What people say for an indicator (社零) is enough anywhere. Words that are ``typed`` are answered at once by the
    name of what was found, so a part of a name is enough there; in a file, where nobody looks, a part of a name may
    well be the name of something else.
    """

    def __init__(self, catalogue: Catalogue, typed: bool = False) -> None:
        self._indicators = catalogue.indicators
        self._names = {i.id: (_plain(i.id), _plain(i.name), _plain(i.name_en)) for i in catalogue.indicators.values()}
        self._by_name: dict[str, dict[str, None]] = {}
        for id, names in self._names.items():
            for name in names:
                self._by_name.setdefault(name, {})[id] = None
        self._typed = typed
        self._answers: dict[str, str | Problem] = {}

    def find(self, word: str, place: Place) -> str:
        """As ``find_indicator``."""
        if word not in self._answers:
            self._answers[word] = self._look(word)
        answer = self._answers[word]
        if isinstance(answer, Problem):
            raise CannotGoOn([answer._replace(place=place)])
        return answer

    def _look(self, word: str) -> str | Problem:
        wanted, nowhere = _plain(word.strip()), Place("")
        matches = self._matches(wanted)
        if len(matches) == 1:
            return matches[0]
        if matches:
            return Problem(nowhere, "A002", word, ", ".join(self._shown(id, word) for id in matches[:8]))
        if other := other_digit(word):
            return Problem(nowhere, "F010", word, other)
        return Problem(nowhere, "A001", word, suggestion=self._suggestion(wanted))

    def _matches(self, wanted: str) -> list[str]:
        """What a word can stand for: by the first of several ways in which it stands for anything."""
        if not wanted:
            return []
        exact = list(self._by_name.get(wanted, ()))
        said = [] if exact else self._said(wanted)
        return exact or said or self._named(lambda name: name.startswith(wanted)) or self._within(wanted)

    def _said(self, wanted: str) -> list[str]:
        """The indicators that people call so."""
        from shizhong_cli.core.pack.short_names import full_names, stands_for

        known = full_names(wanted)
        return [id for id, one in self._indicators.items() if known and stands_for(half_width(one.name), known)]

    def _said_of_one(self) -> dict[str, str]:
        """What people say for an indicator, where that can be one alone here."""
        from shizhong_cli.core.pack.short_names import SAID

        said = {_plain(word): self._said(_plain(word)) for word in SAID}
        return {word: ids[0] for word, ids in said.items() if len(ids) == 1}

    def _within(self, wanted: str) -> list[str]:
        """The indicators with the word somewhere in a name; of a word that was typed, and longer than a sign."""
        from shizhong_cli.core.pack.short_names import spelled_out

        if not self._typed or len(wanted) < 2:
            return []
        return self._named(lambda name: wanted in name) or self._named(lambda name: spelled_out(wanted) in name)

    def _named(self, fits: Callable[[str], bool]) -> list[str]:
        """The indicators with a name that fits."""
        return [id for id, names in self._names.items() if any(map(fits, names))]

    def _suggestion(self, wanted: str) -> str:
        """The one that people call so, or with the name spelled most alike; else the first that have it within one."""
        if len(said := self._said(wanted)) == 1:
            return self._shown(said[0], wanted)
        spellings: dict[str, str] = {}
        for id, names in self._names.items():
            spellings |= dict.fromkeys(names, id)
        if self._typed:
            spellings |= self._said_of_one()
        if close := spellings.get(nearest(wanted, spellings) or nearest_pair(wanted, spellings)):
            return self._shown(close, wanted)
        within = self._named(lambda name: wanted in name) if wanted else []
        return ", ".join(self._shown(id, wanted) for id in within[:3])

    def _shown(self, id: str, word: str) -> str:
        """An indicator as whoever wrote the word would write it: by its Chinese name, where that is its alone."""
        name = self._indicators[id].name
        alone = len(self._named(lambda other: other == _plain(name))) == 1
        return name if alone and any("\u3400" <= character <= "\u9fff" for character in word) else id


def _plain(text: str) -> str:
    """A name as names are compared: in half width, in small letters."""
    return half_width(text).casefold()


def find_indicators(catalogue: Catalogue, words: Iterable[str], option: str) -> list[str]:
    """The ids of several words, each once. Raises ``CannotGoOn`` with every problem."""
    ids: dict[str, None] = {}
    problems: list[Problem] = []
    finder = Finder(catalogue, typed=True)
    for word in words:
        try:
            ids[finder.find(word, Place(option))] = None
        except CannotGoOn as error:
            problems += error.problems
    if problems:
        raise CannotGoOn(problems)
    return list(ids)
