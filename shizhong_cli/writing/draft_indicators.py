"""What a draft declares of its indicators: where that stands, and how it is changed line by line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from shizhong_cli.tuples import NamedTuple

INDICATOR = re.compile(r"^  (?P<id>[A-Za-z_][A-Za-z0-9_]*):")
_FIELD = re.compile(r"^    (?P<key>direction|prices):\s*(?P<value>.*?)\s*(?:#.*)?$")
_PAIR = re.compile(r"(?P<measure>[a-z_]+)\s*:\s*(?P<basis>[a-z]+)")


class Files(NamedTuple):
    """The two files of a draft."""

    baselines: str
    targets: str


Told = Mapping[str, tuple[str, Mapping[str, str]]]
"""By indicator: which way is better, and the prices of each measure."""


def directions_and_prices(files: Files) -> Told:
    """Which way of each indicator is better, and at which prices its measures are."""
    told: dict[str, tuple[str, Mapping[str, str]]] = {}
    id = ""
    for line in (*files.baselines.splitlines(), *files.targets.splitlines()):
        if indicator := INDICATOR.match(line):
            id = indicator["id"]
        elif (field := _FIELD.match(line)) and id:
            direction, prices = told.get(id, ("", {}))
            is_direction = field["key"] == "direction"
            pairs = {pair["measure"]: pair["basis"] for pair in _PAIR.finditer(field["value"])}
            told[id] = (field["value"].strip("'\""), prices) if is_direction else (direction, pairs)
    return told


def with_field(files: Files, id: str, key: str, value: str) -> Files:
    """The files with another value for a field of an indicator; without the field where it has no value."""
    return Files(*(_with_field(text, id, key, value) for text in files))


def _with_field(text: str, id: str, key: str, value: str) -> str:
    lines = text.splitlines()
    begin, end = block_of(lines, id)
    if begin == end:
        return text
    written = [f"    {key}: {value}"] if value else []
    at = next((n for n in range(begin, end) if lines[n].startswith(f"    {key}:")), None)
    if at is not None:
        lines[at : at + 1] = written
    else:
        at = next((n for n in range(begin + 1, end) if not lines[n].startswith("    name")), end)
        lines[at:at] = written
    return "\n".join(lines) + "\n"


def block_of(lines: list[str], id: str) -> tuple[int, int]:
    """From where to where an indicator is declared; twice the same where it is not."""
    begin = next((n for n, it in enumerate(lines) if (found := INDICATOR.match(it)) and found["id"] == id), None)
    if begin is None:
        return 0, 0
    return begin, next((n for n in range(begin + 1, len(lines)) if not lines[n].startswith("    ")), len(lines))


def fields_of(text: str) -> dict[str, str]:
    """The fields of a mapping on one line, each as it is typed."""
    fields, part, depth, quote = {}, "", 0, ""
    for character in f"{text},":
        if character == "," and not depth and not quote:
            key, _, value = part.partition(":")
            fields[key.strip()] = value.strip()
            part = ""
            continue
        part += character
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"" and part.strip()[-2:-1] in ("", ":", " ", "["):
            quote = character
        depth += (character in "[{") - (character in "]}")
    return fields
