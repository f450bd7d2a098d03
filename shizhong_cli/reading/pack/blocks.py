"""A YAML file as lines, with the lines that each entry takes: to change one entry and keep the rest as typed."""

from __future__ import annotations

from pathlib import Path

from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.files import read_text
from shizhong_cli.reading.pack.located import Mapping, Node, Sequence, parse_yaml
from shizhong_cli.tuples import NamedTuple


class Span(NamedTuple):
    """Lines of an entry, the first and the one behind the last, from 0; and how far it is indented."""

    first: int
    last: int
    indent: int


class Block(NamedTuple):
    """One entry of a mapping or one item of a list."""

    key: str
    node: Node
    span: Span


class Document:
    """One file."""

    def __init__(self, path: Path) -> None:
        self.file = str(path)
        text, problems = read_text(path, self.file, ("utf-8-sig",))
        root, more = parse_yaml(text, self.file) if not problems else (None, [])
        if root is None or not isinstance(root, Mapping):
            raise CannotGoOn([*problems, *more])
        self.root = root
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self.lines = text.splitlines()

    def entry(self, key: str) -> Block | None:
        """An entry of the top of the file."""
        return next((block for block in self.blocks(self.root) if block.key == key), None)

    def blocks(self, node: Node | None) -> list[Block]:
        """The entries or items of a node, each on lines of its own.

        Raises ``CannotGoOn`` when they are not: then single ones cannot be changed.
        """
        if isinstance(node, Mapping):
            places = [(key, entry.value, entry.key_place) for key, entry in node.entries.items()]
        elif isinstance(node, Sequence):
            places = [("", item, item.place) for item in node.items]
        else:
            return []
        return [self._block(key, value, place, isinstance(node, Sequence)) for key, value, place in places]

    def _block(self, key: str, node: Node, place: Place, is_item: bool) -> Block:
        first = place.line - 1
        line = self.lines[first]
        before = line[: place.column - 1]
        if before.strip() != ("-" if is_item else ""):
            raise CannotGoOn([Problem(place, "N004", key or line.strip()[:20])])
        indent = len(line) - len(line.lstrip())
        last = first + 1
        end = last
        while last < len(self.lines):
            text = self.lines[last]
            if not text.strip() or text.lstrip().startswith("#"):
                last += 1
                continue
            inner = len(text) - len(text.lstrip())
            if inner < indent or (inner == indent and (is_item or not text.lstrip().startswith("-"))):
                break
            last += 1
            end = last
        return Block(key, node, Span(first, end, indent))
