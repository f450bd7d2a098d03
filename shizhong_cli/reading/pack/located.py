"""YAML as located text: every scalar as the characters typed, with its line and column.

The only importer of yaml. Nothing is converted: 2.70 stays 2.70 and 010 stays 010. PyYAML reads; what it cannot read,
and what could be hostile, is judged by ``reading.pack.slips``, so that neither a limit nor a word of a library is met.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

import yaml

from shizhong_cli.problems import Place, Problem, Spot
from shizhong_cli.reading.files import read_text
from shizhong_cli.reading.pack.slips.doubt import is_doubtful
from shizhong_cli.reading.pack.slips.limits import MOST_PROBLEMS
from shizhong_cli.tuples import NamedTuple


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """The loader that guesses no types; it does not even look for tags, which are refused anyway.

    What it asks at every node is answered at once, by a function that takes anything: each tag is this word.
    """

    resolve = descend_resolver = ascend_resolver = staticmethod("text".format)


_NULLS = ("", "~", "null")


class _Mark(NamedTuple):
    """Where something begins, counted from 0."""

    line: int
    column: int


class _Cell(NamedTuple):
    """A text that does not come out of a file, as a node."""

    value: str
    start_mark: _Mark
    end_mark: None = None
    style: str = '"'


class Scalar:
    """A text as typed. What it is asked for is worked out when it is asked for: most places never are."""

    __slots__ = ("_node", "file")

    def __init__(self, file: str, node: yaml.ScalarNode | _Cell) -> None:
        self.file = file
        self._node = node

    @property
    def text(self) -> str:
        """The characters, with quotation marks and folding undone."""
        return cast("str", self._node.value)

    @property
    def is_null(self) -> bool:
        """Whether nothing was written."""
        return not self._node.style and self._node.value in _NULLS

    @property
    def place(self) -> Place:
        """Where it begins."""
        return _place(self.file, self._node)

    @property
    def end(self) -> Place:
        """Where it ends: the place behind its last character."""
        mark = self._node.end_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else self.place

    @property
    def spot(self) -> Spot:
        """Where its characters stand."""
        start, end = self._node.start_mark, self._node.end_mark
        one_line = start is not None and end is not None and start.line == end.line
        return Spot(self.place, one_line, self._node.style in ("'", '"'))


class Entry(NamedTuple):
    """What a key leads to, and where the key stands."""

    key_node: yaml.Node | _Cell
    value: Node

    @property
    def key_place(self) -> Place:
        """Where the key begins."""
        return _place(self.value.file, self.key_node)


class Mapping:
    """Keys in the order of the file, each once."""

    __slots__ = ("_node", "entries", "file")

    def __init__(self, file: str, node: yaml.Node | _Cell | None, entries: dict[str, Entry]) -> None:
        self.file = file
        self._node = node
        self.entries = entries

    @property
    def place(self) -> Place:
        """Where it begins."""
        return _place(self.file, self._node)


class Sequence:
    """A list."""

    __slots__ = ("_node", "file", "items")

    def __init__(self, file: str, node: yaml.Node | _Cell, items: tuple[Node, ...]) -> None:
        self.file = file
        self._node = node
        self.items = items

    @property
    def place(self) -> Place:
        """Where it begins."""
        return _place(self.file, self._node)


def _place(file: str, node: yaml.Node | _Cell | None) -> Place:
    mark = node.start_mark if node else None
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


Node: TypeAlias = Scalar | Mapping | Sequence


def text_node(text: str, place: Place) -> Scalar:
    """A text that stands in no file, with the place to name it by."""
    return Scalar(place.file, _cell(place, text))


def mapping_node(entries: AbstractMapping[str, Node], place: Place) -> Mapping:
    """Keys and values that stand in no file; a key has the place of its value."""
    placed = {key: Entry(_cell(value.place), value) for key, value in entries.items()}
    return Mapping(place.file, _cell(place), placed)


def sequence_node(items: Iterable[Node], place: Place) -> Sequence:
    """A list that stands in no file."""
    return Sequence(place.file, _cell(place), tuple(items))


def _cell(place: Place, text: str = "") -> _Cell:
    return _Cell(text, _Mark(place.line - 1, place.column - 1))


def nested_node(text: str, place: Place) -> tuple[Node | None, list[Problem]]:
    """What a text says that is written as behind a key, ``{2027: 2.3%}``; all of it has the place given."""
    node, problems = parse_yaml(text, place.file)
    return node and _at(node, place), [problem._replace(place=place) for problem in problems]


def _at(node: Node, place: Place) -> Node:
    """The same with another place."""
    if isinstance(node, Scalar):
        return text_node(node.text, place)
    if isinstance(node, Sequence):
        return sequence_node([_at(item, place) for item in node.items], place)
    return mapping_node({key: _at(entry.value, place) for key, entry in node.entries.items()}, place)


def read_yaml(path: Path, shown_as: str | None = None) -> tuple[Node | None, list[Problem]]:
    """Read one file; ``None`` with the reasons when there is nothing to work with. ``shown_as`` names it in places."""
    file = shown_as or str(path)
    text, problems = read_text(path, file, ("utf-8-sig",))
    return (None, problems) if problems else parse_yaml(text, file)


def parse_yaml(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Read YAML text; problems carry ``file`` as their place."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_doubtful(text) and (slips := _slips_in(text, file)):
        return None, slips
    try:
        root = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):  # the pure Python loader lets some through
        return None, _slips_in(text, file) or [Problem(Place(file), "Y027")]
    if root is None:
        return None, [Problem(Place(file), "Y005")]
    conversion = _Conversion(file, [])
    node = conversion.of(root)
    if conversion.has_gap and (slips := _slips_in(text, file)):
        return None, slips
    return node, conversion.problems[:MOST_PROBLEMS]


def _slips_in(text: str, file: str) -> list[Problem]:
    """What is wrong with a text; the pass over it is loaded only for one that needs it."""
    from shizhong_cli.reading.pack.slips.document import slips_in

    return slips_in(text, file)


def _is_nothing(node: yaml.Node) -> bool:
    return not node.value and isinstance(node, yaml.ScalarNode) and not node.style


@dataclass
class _Conversion:
    """The nodes of one file made ours in one pass, and what was met on the way."""

    file: str
    problems: list[Problem]
    has_gap: bool = False
    """Whether braces hold a key with nothing behind it, where a colon is rather missing: {level:12.6万户}."""

    def of(self, node: yaml.Node) -> Node:
        """One node with everything in it."""
        if isinstance(node, yaml.ScalarNode):
            return Scalar(self.file, node)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(self.file, node, tuple(map(self.of, node.value)))
        entries: dict[str, Entry] = {}
        in_braces = bool(node.flow_style)  # type: ignore[attr-defined]
        for key, value in node.value:
            if in_braces and not self.has_gap:
                self.has_gap = _is_nothing(value)
            usable, noted = self._is_usable(key, entries), len(self.problems)
            converted = Scalar(self.file, value) if type(value) is yaml.ScalarNode else self.of(value)
            if usable:
                entries[key.value] = Entry(key, converted)
            else:
                del self.problems[noted:]
        return Mapping(self.file, node, entries)

    def _is_usable(self, key: yaml.Node, entries: dict[str, Entry]) -> bool:
        """Whether a key can be one of a mapping that has these; a problem is noted where it cannot."""
        if not isinstance(key, yaml.ScalarNode):
            self.problems.append(Problem(_place(self.file, key), "Y010"))
        elif key.value == "<<":
            self.problems.append(Problem(_place(self.file, key), "Y006", "<<"))
        elif key.value in entries:
            first = _place(self.file, entries[key.value].key_node)
            self.problems.append(Problem(_place(self.file, key), "Y011", key.value, str(first)))
        else:
            return True
        return False
