"""Who answers for which target, written into ``targets.yaml``: nothing else of the file changes, not a blank.

The text is changed where a value stands, or before the key ``section`` that every target has, and read again: unless
every target says what it said before, with its new body, nothing is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shizhong_cli.escapes.yaml import scalar
from shizhong_cli.reading.pack import located
from shizhong_cli.reading.pack.located import parse_yaml
from shizhong_cli.reading.pack.places import TARGETS
from shizhong_cli.tuples import NamedTuple


class Splice(NamedTuple):
    """What takes the place of so many characters of a line."""

    line: int  # from 0
    column: int  # from 0
    length: int
    text: str


class Assigned(NamedTuple):
    """The text of the file with the bodies in it, and how many targets were changed."""

    text: str
    changed: int


def with_bodies(text: str, bodies: Mapping[str, str]) -> Assigned:
    """``targets.yaml`` with the bodies of indicators, by id; what stands already is left alone.

    Raises ``ValueError`` where the text would not say the same of everything else.
    """
    splices = list(_splices(text, bodies))
    lines = text.split("\n")
    for splice in sorted(splices, reverse=True):
        line = lines[splice.line]
        lines[splice.line] = line[: splice.column] + splice.text + line[splice.column + splice.length :]
    new = "\n".join(lines)
    if _said(new) != [_with_body(fields, bodies) for fields in _said(text)]:
        raise ValueError(TARGETS)
    return Assigned(new, len(splices))


def _splices(text: str, bodies: Mapping[str, str]) -> Iterator[Splice]:
    for target in _targets(text):
        id = _text(target, "indicator")
        if id in bodies and _text(target, "responsible") != bodies[id]:
            yield _splice(target, scalar(bodies[id]), text.split("\n"))


def _splice(target: located.Mapping, body: str, lines: list[str]) -> Splice:
    """In the place of what stands there; else before the key of the section, on its own line where keys have one."""
    standing = target.entries.get("responsible")
    if standing is not None and isinstance(standing.value, located.Scalar):
        start, end = standing.value.place, standing.value.end
        blank = "" if start.column > standing.key_place.column + len("responsible:") else " "
        return Splice(start.line - 1, start.column - 1, end.column - start.column, blank + body)
    place = target.entries["section"].key_place
    before = lines[place.line - 1][: place.column - 1]
    own_line = before.strip() in ("", "-") and not _in_braces(target, lines)
    blanks = "".join(" " if character != "\t" else character for character in before)
    behind = f"\n{blanks}" if own_line else ", "
    return Splice(place.line - 1, place.column - 1, 0, f"responsible: {body}{behind}")


def _in_braces(target: located.Mapping, lines: list[str]) -> bool:
    return lines[target.place.line - 1][target.place.column - 1 :].startswith("{")


def _targets(text: str) -> list[located.Mapping]:
    root, _ = parse_yaml(text, TARGETS)
    listed = root.entries.get("targets") if isinstance(root, located.Mapping) else None
    if listed is None or not isinstance(listed.value, located.Sequence):
        return []
    return [one for one in listed.value.items if isinstance(one, located.Mapping)]


def _text(target: located.Mapping, key: str) -> str:
    entry = target.entries.get(key)
    return entry.value.text if entry is not None and isinstance(entry.value, located.Scalar) else ""


Said = dict[str, object]


def _said(text: str) -> list[Said]:
    """Everything that the targets say."""
    root, _ = parse_yaml(text, TARGETS)
    rest = _fields(root) if isinstance(root, located.Mapping) else {}
    rest.pop("targets", None)
    return [rest, *map(_fields, _targets(text))]


def _fields(node: located.Mapping) -> Said:
    return {key: _plain(entry.value) for key, entry in node.entries.items()}


def _plain(node: object) -> object:
    match node:
        case located.Mapping():
            return _fields(node)
        case located.Sequence():
            return [_plain(one) for one in node.items]
        case located.Scalar():
            return node.text
    return None


def _with_body(fields: Said, bodies: Mapping[str, str]) -> Said:
    id = fields.get("indicator")
    return fields | {"responsible": bodies[id]} if isinstance(id, str) and id in bodies else fields
