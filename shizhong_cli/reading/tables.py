"""Tables as text, whatever file they come from; those of CSV are read here.

What is certain is read: UTF-8, UTF-16 with its mark, GB 18030; commas, or semicolons and tabs where the headings are
then known; a first line ``sep=;``; a title above the headings.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from shizhong_cli.causes import Cause
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.files import undecodable
from shizhong_cli.tuples import NamedTuple

MOST_ROWS = 20_000
MOST_LINES = 100_000
MOST_COLUMNS = 256
HEADER_WITHIN = 10

_SEPARATORS = ",;\t"
_GUESSES = "；，、|:"
_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n])"?[ ,;\t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}

LONGEST_CELL = 131_072
"""Characters; many times what a spreadsheet lets anyone type."""


class TableRow(NamedTuple):
    """One row that is not blank. ``cells[0]`` is the first column; blank cells at the end may be missing."""

    place: Place  # of its first cell
    cells: tuple[str, ...]  # as a person typed them


class Table(NamedTuple):
    """A CSV file."""

    text: str
    encoding: str
    separator: str
    rows: tuple[TableRow, ...]  # from the headings on, where there are any
    header_end: int  # how many characters there are up to the end of the headings


def read_csv(raw: bytes, file: str, problems: list[Problem], is_header: Callable[[Sequence[str]], bool]) -> Table:
    """A table by its bytes; without rows where ``problems`` say why."""
    text, encoding = _decoded(raw, file, problems)
    lines = list(io.StringIO(text, newline=""))
    declared = _SEPARATOR_LINE.match(text)
    separators = declared[1] if declared else _SEPARATORS
    first = 1 if declared else 0
    found = ((one, at) for one in separators if (at := _header_at(lines, first, one, is_header)) is not None)
    separator, (before, end) = next(found, (separators[0], (first, first)))
    if not end or end == first:
        problems += _other_separator(lines, first, file, is_header)
    rows = _rows_of(lines, before, file, separator, problems)
    return Table(text, encoding, separator, tuple(rows), sum(map(len, lines[:end])))


def csv_rows(text: str, file: str, problems: list[Problem]) -> list[TableRow]:
    """The rows of a CSV text, each with the line it begins on; what is no CSV ends them with a problem."""
    return _rows_of(list(io.StringIO(text, newline="")), 0, file, ",", problems)


def _rows_of(lines: list[str], before: int, file: str, separator: str, problems: list[Problem]) -> list[TableRow]:
    kept = csv.field_size_limit(max(sum(map(len, lines)), LONGEST_CELL))  # the module's own depends on who set it last
    try:
        return list(_rows(lines, before, file, separator, problems))
    finally:
        csv.field_size_limit(kept)


def _decoded(raw: bytes, file: str, problems: list[Problem]) -> tuple[str, str]:
    marked = next((encoding for mark, encoding in _MARKS.items() if raw.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError as error:
            last = undecodable(file, (encoding,) if marked else ("utf-8-sig", "gb18030"), error)
            continue
        if (at := text.find("\0")) >= 0:
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            problems.append(Problem(Place(file, line, column), "D012", "U+0000"))
            return "", encoding
        return text, encoding
    problems.append(last)
    return "", ""


def _header_at(
    lines: list[str], first: int, separator: str, is_header: Callable[[Sequence[str]], bool]
) -> tuple[int, int] | None:
    """The lines before the headings, and those up to their end."""
    before, seen = first, 0
    rows = csv.reader(iter(lines[first : first + 10 * HEADER_WITHIN]), delimiter=separator)
    try:
        for row in rows:
            seen += any(cell.strip() for cell in row)
            if len(row) <= MOST_COLUMNS and is_header(row):
                return before, first + rows.line_num
            if seen >= HEADER_WITHIN:
                break
            before = first + rows.line_num
    except csv.Error:
        pass
    return None


def _other_separator(
    lines: list[str], first: int, file: str, is_header: Callable[[Sequence[str]], bool]
) -> Iterator[Problem]:
    """That the headings would be known if another sign separated them."""
    for sign in _GUESSES:
        if (at := _header_at(lines, first, sign, is_header)) is not None:
            yield Problem(Place(file, at[0] + 1, 1), "A031", sign)
            return


def _rows(lines: list[str], before: int, file: str, separator: str, problems: list[Problem]) -> Iterator[TableRow]:
    rows = csv.reader(iter(lines[before:]), delimiter=separator, strict=True)
    number = 0
    while True:
        place = Place(file, before + rows.line_num + 1, 1)
        try:
            row = next(rows, None)
        except csv.Error:
            problems.append(Problem(place, "A008", Cause.QUOTES))
            return
        if row is None:
            return
        if any(len(cell) > LONGEST_CELL for cell in row):
            problems.append(Problem(place, "A008", Cause.LONG_CELL))
            return
        if len(row) > MOST_COLUMNS:
            problems.append(Problem(place, "A032", str(len(row)), str(MOST_COLUMNS)))
            return
        if number > MOST_ROWS or rows.line_num > MOST_LINES:
            most = MOST_ROWS if number > MOST_ROWS else MOST_LINES
            problems.append(Problem(place, "X013", expected=str(most)))
            return
        if any(cell.strip() for cell in row):
            number += 1
            yield TableRow(place, tuple(row))
