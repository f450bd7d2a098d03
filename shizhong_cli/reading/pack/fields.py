"""Taking the fields out of one YAML mapping, noting what is missing, misspelt or of the wrong shape."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import TypeVar

from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.pack.located import Mapping, Node, Scalar, Sequence
from shizhong_cli.reading.spelling import nearest

Choice = TypeVar("Choice", bound=StrEnum)


class Fields:
    """The entries of one mapping; every key that is not among ``known`` becomes a problem."""

    def __init__(self, node: Mapping, known: Collection[str], problems: list[Problem]) -> None:
        self.node = node
        self.problems = problems
        for name, entry in node.entries.items():
            if name not in known:
                expected = ", ".join(known)
                problems.append(Problem(entry.key_place, "K001", name, expected, nearest(name, known)))

    @property
    def place(self) -> Place:
        """Where the mapping begins."""
        return self.node.place

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.node.file

    def __contains__(self, key: str) -> bool:
        return key in self.node.entries

    def has_none_of(self, keys: frozenset[str]) -> bool:
        """Whether not one of these is there."""
        return keys.isdisjoint(self.node.entries)

    def place_of(self, key: str) -> Place:
        """Where the value of ``key`` stands; the mapping itself when there is none."""
        entry = self.node.entries.get(key)
        return entry.value.place if entry else self.place

    def scalar(self, key: str) -> Scalar | None:
        """The node of a single value, to find places inside its text."""
        entry = self.node.entries.get(key)
        return entry.value if entry and isinstance(entry.value, Scalar) else None

    def text(self, key: str, default: str = "") -> str:
        """The text of an optional field."""
        entry = self.node.entries.get(key)
        if entry is None:
            return default
        value = entry.value
        if isinstance(value, Scalar) and value.is_null:
            return default
        return scalar_text(value, key, self.problems) or default

    def required(self, key: str) -> str:
        """The text of a field that must be there and not be empty."""
        if key not in self.node.entries:
            self.problems.append(Problem(self.place, "K002", expected=key))
            return ""
        return scalar_text(self.node.entries[key].value, key, self.problems) or ""

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice | None:
        """A word out of a fixed list; required when there is no default."""
        word = self.text(key) if default is not None else self.required(key)
        if not word:
            return default
        try:
            return choices(word)
        except ValueError:
            names = [choice.value for choice in choices]
            self.problems.append(Problem(self.place_of(key), "K003", word, ", ".join(names), nearest(word, names)))
            return default

    def one_of(self, key: str, words: tuple[str, ...], default: str) -> str:
        """An optional word out of a few."""
        if key not in self.node.entries:
            return default
        word = self.text(key, default)
        if word not in words:
            self.problems.append(Problem(self.place_of(key), "K003", word, ", ".join(words), nearest(word, words)))
        return word

    def flag(self, key: str, default: bool) -> bool:
        """An optional true or false."""
        if key not in self.node.entries:
            return default
        return self.one_of(key, ("true", "false"), "true" if default else "false") == "true"

    def mapping(self, key: str) -> Mapping | None:
        """A field that holds keys and values."""
        entry = self.node.entries.get(key)
        if entry is None or _is_nothing(entry.value):
            return None
        if isinstance(entry.value, Mapping):
            return entry.value
        self.problems.append(Problem(entry.value.place, "K004", key, "mapping"))
        return None

    def sequence(self, key: str) -> tuple[Node, ...]:
        """A field that holds a list; empty when it is not there."""
        entry = self.node.entries.get(key)
        if entry is None or _is_nothing(entry.value):
            return ()
        if isinstance(entry.value, Sequence):
            return entry.value.items
        self.problems.append(Problem(entry.value.place, "K004", key, "list"))
        return ()

    def texts(self, key: str) -> list[tuple[str, Node]]:
        """A list of texts, each with its node; empty ones become problems and are left out."""
        nodes = self.sequence(key)
        return [(text, node) for node in nodes if (text := scalar_text(node, key, self.problems))]


def scalar_text(node: Node, key: str, problems: list[Problem]) -> str | None:
    """The text of a node that must be a single value; ``None`` with a problem when it is not, or is empty."""
    if not isinstance(node, Scalar):
        problems.append(Problem(node.place, "K004", key, "text"))
        return None
    text = node.text.strip()
    if node.is_null or not text:
        problems.append(Problem(node.place, "K005", key))
        return None
    return text


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null
