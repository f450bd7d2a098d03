"""YAML as located text: every scalar as the characters typed, with its line and column.

The only importer of yaml. Nothing is converted: 2.70 stays 2.70 and 010 stays 010. Anchors, aliases, merge keys and
tags are refused, so a small file cannot unfold into a large one and every fact stands where it is read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple, TypeAlias, cast

import yaml

from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.files import read_text

DEEPEST = 60


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """The loader that guesses no types; it does not even look for tags, which are refused anyway."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:  # noqa: ARG002
        return "text"


_NULLS = ("", "~", "null")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # can be written as escapes; no text needs them


class Scalar:
    """A text as typed. What it is asked for is worked out when it is asked for: most places never are."""

    __slots__ = ("_node", "file")

    def __init__(self, file: str, node: yaml.ScalarNode) -> None:
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

    def place_at(self, offset: int) -> Place:
        """The place of a character of the text; of the beginning, when it is written over several lines."""
        start, end, place = self._node.start_mark, self._node.end_mark, self.place
        if start is None or end is None or start.line != end.line:
            return place
        return place._replace(column=place.column + offset + (self._node.style in ("'", '"')))


class Entry(NamedTuple):
    """What a key leads to, and where the key stands."""

    key_node: yaml.Node
    value: Node

    @property
    def key_place(self) -> Place:
        """Where the key begins."""
        return _place(self.value.file, self.key_node)


class Mapping:
    """Keys in the order of the file, each once."""

    __slots__ = ("_node", "entries", "file")

    def __init__(self, file: str, node: yaml.Node | None, entries: dict[str, Entry]) -> None:
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

    def __init__(self, file: str, node: yaml.Node, items: tuple[Node, ...]) -> None:
        self.file = file
        self._node = node
        self.items = items

    @property
    def place(self) -> Place:
        """Where it begins."""
        return _place(self.file, self._node)


def _place(file: str, node: yaml.Node | None) -> Place:
    mark = node.start_mark if node else None
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


Node: TypeAlias = Scalar | Mapping | Sequence


def read_yaml(path: Path, shown_as: str | None = None) -> tuple[Node | None, list[Problem]]:
    """Read one file; ``None`` with the reasons when there is nothing to work with. ``shown_as`` names it in places."""
    file = shown_as or str(path)
    text, problems = read_text(path, file, ("utf-8-sig",))
    return (None, problems) if problems else parse_yaml(text, file)


def parse_yaml(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Read YAML text; problems carry ``file`` as their place."""
    try:
        problems = list(_forbidden(text, file))
        if problems:
            return None, problems
        root = yaml.compose(text, Loader=_Loader)
    except yaml.reader.ReaderError as error:
        return None, [_reader_problem(text, file, error)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        reason = " ".join((error.problem or error.context or "").split())
        return None, [Problem(place, "Y004", reason, suggestion=_full_width_hint(text, place.line))]
    if root is None:
        return None, [Problem(Place(file), "Y005")]
    node = _convert(root, file, problems, 0)
    return node, problems


def _full_width_hint(text: str, line: int) -> str:
    """What to type instead of a full-width sign in the line of an error or the one before it."""
    near = "".join(text.splitlines()[max(line - 2, 0) : line])
    return next((f"{wide} → {narrow}" for wide, narrow in (("：", ": "), ("，", ", ")) if wide in near), "")


_MARKED = re.compile(r"[&*!](?=\S)(?<=[\s\[{,:-].)|\A[&*!]")
_DEEP_LINE = re.compile(rf"^[\s?-]{{{DEEPEST},}}", re.MULTILINE)
_MANY_BRACKETS = 500


def _forbidden(text: str, file: str) -> list[Problem]:
    """Anchors, aliases and tags, and nesting deeper than any real file (the C parser would run out of stack).

    The events are walked only when the text could hold one of these.
    """
    brackets = text.count("[") + text.count("{")
    if brackets <= _MANY_BRACKETS and not _MARKED.search(text) and not _DEEP_LINE.search(text):
        return []
    problems = []
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        mark = event.start_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            problems.append(Problem(place, "Y006", f"{sign}{anchor}"))
        elif tag:
            problems.append(Problem(place, "Y007", tag))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return [*problems, Problem(place, "Y008", expected=str(DEEPEST))]
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return problems


def _reader_problem(text: str, file: str, error: yaml.reader.ReaderError) -> Problem:
    """A forbidden character; the error has no line, so it is counted here."""
    bad = next((i for i, c in enumerate(text) if yaml.reader.Reader.NON_PRINTABLE.match(c)), None)
    if bad is None:
        return Problem(Place(file), "Y004", str(error.reason))
    line = text.count("\n", 0, bad) + 1
    return Problem(Place(file, line, bad - (text.rfind("\n", 0, bad) + 1) + 1), "Y009", f"U+{ord(text[bad]):04X}")


def _convert(node: yaml.Node, file: str, problems: list[Problem], depth: int) -> Node:
    if isinstance(node, yaml.ScalarNode):
        if node.style == '"' and (control := _CONTROL.search(node.value)):
            problems.append(Problem(_place(file, node), "Y009", f"U+{ord(control[0]):04X}"))
        return Scalar(file, node)
    if depth > DEEPEST:
        problems.append(Problem(_place(file, node), "Y008", expected=str(DEEPEST)))
        return Mapping(file, node, {})
    if isinstance(node, yaml.SequenceNode):
        return Sequence(file, node, tuple([_convert(item, file, problems, depth + 1) for item in node.value]))
    entries: dict[str, Entry] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(_place(file, key), "Y010"))
        elif key.value == "<<":
            problems.append(Problem(_place(file, key), "Y006", "<<"))
        elif key.value in entries:
            first = _place(file, entries[key.value].key_node)
            problems.append(Problem(_place(file, key), "Y011", key.value, str(first)))
        else:
            entries[key.value] = Entry(key, _convert(value, file, problems, depth + 1))
    return Mapping(file, node, entries)
