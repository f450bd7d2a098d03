"""Names out of the two files at a glance, line by line: what completion on a shell offers while somebody types.

Nothing is checked and no YAML is read, which would take several times as long as all the rest; a name that is missed
is one not offered. What a shell hands back is read and judged as anything that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from shizhong_cli.reading.pack.places import BASELINES, TARGETS
from shizhong_cli.tuples import NamedTuple

LARGEST = 4_000_000
"""Bytes; a larger file is not looked at."""

_TOP = re.compile(r"([a-z_]+):\s*(?:#.*)?$")
_ENTRY = re.compile(r"( +)(?:\"([^\"]+)\"|'([^']+)'|([^\s#'\"{\[-][^:]*)):(?:\s+(.*))?$")
_NAME = re.compile(r"(?:^|[{,]\s*)name:\s*(?:\"([^\"]*)\"|'([^']*)'|([^,}#]*))")
_RESPONSIBLE = re.compile(r"responsible:\s*(?:\"([^\"]*)\"|'([^']*)'|([^,}#]*))")


class Glance(NamedTuple):
    """What there is to name, in the order of the files."""

    indicators: dict[str, str]  # id to Chinese name
    sections: dict[str, str]  # path to title
    units: dict[str, str]
    bodies: tuple[str, ...]


def glance(folder: Path) -> Glance:
    """The names of a folder; nothing where it cannot be read."""
    blocks: dict[str, dict[str, str]] = {"indicators": {}, "sections": {}, "units": {}}
    bodies: dict[str, None] = {}
    for file in (BASELINES, TARGETS):
        for block, entry, text in _entries(_lines(folder / file)):
            if block in blocks and entry:
                name = _NAME.search(text)
                known = blocks[block]
                known[entry] = known.get(entry) or (_first(name) if name else "")
            if body := _RESPONSIBLE.search(text):
                bodies[_first(body)] = None
    return Glance(blocks["indicators"], blocks["sections"], blocks["units"], tuple(filter(None, bodies)))


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > LARGEST:
            return []
        return path.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError):
        return []


def _entries(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """Block, entry and text of every line that is not empty; the entry is the last one of the first level."""
    block = entry = ""
    indent = 0
    for line in lines:
        if top := _TOP.match(line):
            block, entry, indent = top[1], "", 0
        elif found := _ENTRY.match(line):
            indent = indent or len(found[1])
            if len(found[1]) == indent:
                entry = next(filter(None, found.group(2, 3, 4)))
                yield block, entry, found[5] or ""
                continue
        yield block, entry, line.strip()


def _first(match: re.Match[str]) -> str:
    return next((part.strip() for part in match.groups() if part), "")
