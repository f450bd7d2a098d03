"""Pages and rows as markdown, JSON and CSV."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO

from shizhong_cli.core.figure.exact import exact_number
from shizhong_cli.core.pack.rows import SCHEMA_VERSION, Row
from shizhong_cli.escapes.spreadsheet import disarmed
from shizhong_cli.escapes.visible import fitting, hidden, visible
from shizhong_cli.rendering.formats.number_fields import decimal_of, is_number
from shizhong_cli.rendering.pages.sheet import Grid, Line, Sheet, Tone

_HEADINGS = {Tone.STRONG: "## "}


def write_markdown(sheet: Sheet, stream: IO[str]) -> None:
    """Write a page as Markdown with pipe tables."""
    parts = []
    for block in sheet:
        if isinstance(block, Line):
            parts.append(_HEADINGS.get(block.tone, "") + _whole_line(_escaped(block.text)))
        else:
            parts.append(_markdown_table(block))
    stream.write(fitting("\n\n".join(parts) + "\n", getattr(stream, "encoding", None)))


def _markdown_table(grid: Grid) -> str:
    lines = [f"### {_escaped(grid.title)}", ""] if grid.title else []
    lines.append(_markdown_row(column.heading for column in grid.columns))
    lines.append("|" + "|".join(" ---: " if column.right else " --- " for column in grid.columns) + "|")
    lines += [_markdown_row(cell.text for cell in row) for row in grid.rows]
    return "\n".join(lines)


def _markdown_row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(map(_escaped, texts))} |"


_MEANING = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#0-9A-Za-z]+;)")
_LINE_START = re.compile(r"([0-9]{1,9})([.)])|[#+=:-]")


def _escaped(text: str) -> str:
    """A text that Markdown shows as it is, in a cell too."""
    return _MEANING.sub(r"\\\g<0>", visible(text)).replace("\n", "<br>")


def _whole_line(text: str) -> str:
    """A text that stands on a line of its own: no heading, item or code because of how it begins."""
    inner = text.lstrip(" \t")
    indent = text[: len(text) - len(inner)]
    if "\t" in indent or len(indent) > _MOST_INDENT:
        indent = "&nbsp;" * len(indent)
    start = _LINE_START.match(inner)
    if start is None:
        return indent + inner
    shown = f"{start[1]}\\{start[2]}" if start[1] else f"\\{start[0]}"
    return indent + shown + inner[start.end() :]


_MOST_INDENT = 3


def write_json(content: Row, stream: IO[str]) -> None:
    """Write one object; in a stream that cannot hold Chinese text it is escaped, and stays the same JSON."""
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "")
    document = {"schema_version": SCHEMA_VERSION, **content}
    stream.writelines(json_parts(document, not encoding.startswith("utf")))


def json_parts(document: object, only_ascii: bool) -> Iterator[str]:
    """A document as JSON: every character is kept, but what does not show, or steers, is written as an escape."""
    parts = json.JSONEncoder(ensure_ascii=only_ascii, indent=2).iterencode(document)
    while part := "".join(islice(parts, _AT_ONCE)):
        yield hidden().sub(_json_escape, part).replace("##", "#\\u0023")
    yield "\n"


_AT_ONCE = 4096
"""Parts, each a sign or a word, that are looked at together; none of what is escaped reaches over two of them."""


def json_line(content: Row) -> str:
    """One object on one line, with its end; only ASCII, so that any stream can hold it."""
    document = {"schema_version": SCHEMA_VERSION, **content}
    return json.dumps(document, ensure_ascii=True, separators=(",", ":")).replace("##", "#\\u0023") + "\n"


def _json_escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if ord(found[0]) > 0x7F else f"\\u{ord(found[0]):04x}"


def write_csv(rows: Sequence[Row], stream: IO[str]) -> None:
    """Write rows with a heading line; every value as text, so that no digit is lost.

    But a number that is a fraction is cut to a decimal of 15 digits: spreadsheets take 22/35 for a date.
    """
    cells = [_with_decimals(flat(row)) for row in rows]
    columns = list(dict.fromkeys(chain.from_iterable(cells)))
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in cells:
        writer.writerow([_plain(row.get(column)) for column in columns])


def flat(row: Row) -> Row:
    """A row without rows inside: ``implied.low`` for the field ``low`` of ``implied``."""
    fields: Row = {}
    for key, value in row.items():
        if isinstance(value, dict):
            fields |= {f"{key}.{inner}": content for inner, content in flat(value).items()}
        else:
            fields[key] = value
    return fields


_FRACTION = re.compile(r"-?[0-9]+/[0-9]+", re.ASCII)


def _with_decimals(row: Row) -> Row:
    return {field: _decimal(value) if is_number(field) else value for field, value in row.items()}


def _decimal(value: object) -> object:
    """The value of a field that is a number: a fraction as a decimal, anything else as it is."""
    if isinstance(value, str) and _FRACTION.fullmatch(value):
        return f"{decimal_of(exact_number(value)):f}"
    return value


def _plain(value: object) -> str:
    """A value as text, safe in a spreadsheet: a formula sign in front is disarmed, a number is left alone."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return disarmed(visible(text))
