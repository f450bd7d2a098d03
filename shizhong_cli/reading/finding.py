"""Which indicator a word means."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from shizhong_cli.core.figure.characters import half_width, other_digit
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.spelling import nearest

Choice = TypeVar("Choice", bound=StrEnum)


def find_indicator(catalogue: Catalogue, word: str, place: Place) -> str:
    """The id that a word stands for: an id, a Chinese or English name, or the unique beginning of one of them.

    Raises ``CannotGoOn`` with a suggestion when there is none, or with the candidates when there are several.
    """
    return Finder(catalogue).find(word, place)


class Finder:
    """Finds indicators by word, and remembers each word: a long file says the same ones many times."""

    def __init__(self, catalogue: Catalogue) -> None:
        indicators = catalogue.indicators.values()
        self._names = {i.id: (_plain(i.id), _plain(i.name), _plain(i.name_en)) for i in indicators}
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
        wanted, known, nowhere = _plain(word.strip()), self._names, Place("")
        for matches in (
            [id for id, names in known.items() if wanted in names],
            [id for id, names in known.items() if wanted and any(name.startswith(wanted) for name in names)],
        ):
            if len(matches) == 1:
                return matches[0]
            if matches:
                return Problem(nowhere, "A002", word, ", ".join(matches[:8]))
        if other := other_digit(word):
            return Problem(nowhere, "F010", word, other)
        spellings = {name: id for id, names in known.items() for name in names}
        close = nearest(wanted, spellings)
        within = [id for id, names in known.items() if wanted and any(wanted in name for name in names)]
        return Problem(nowhere, "A001", word, suggestion=spellings.get(close, "") or ", ".join(within[:3]))


def _plain(text: str) -> str:
    """A name as names are compared: in half width, in small letters."""
    return half_width(text).casefold()


def find_indicators(catalogue: Catalogue, words: Iterable[str], option: str) -> list[str]:
    """The ids of several words, each once. Raises ``CannotGoOn`` with every problem."""
    ids: dict[str, None] = {}
    problems: list[Problem] = []
    finder = Finder(catalogue)
    for word in words:
        try:
            ids[finder.find(word, Place(option))] = None
        except CannotGoOn as error:
            problems += error.problems
    if problems:
        raise CannotGoOn(problems)
    return list(ids)


def find_words(texts: Iterable[str], choices: type[Choice], option: str) -> list[Choice]:
    """The words of a fixed list that texts name, separated by commas. Raises ``CannotGoOn`` with every problem."""
    names = [choice.value for choice in choices]
    words = [word.strip() for text in texts for word in half_width(text).split(",")]
    if wrong := [word for word in words if word not in names]:
        known = ", ".join(names)
        raise CannotGoOn([Problem(Place(option), "K003", word, known, nearest(word, names)) for word in wrong])
    return [choices(word) for word in words]
