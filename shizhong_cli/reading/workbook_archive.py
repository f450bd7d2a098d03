"""The archive that an .xlsx workbook is: whether it is one that may be unpacked, and where its cells are merged."""

from __future__ import annotations

import re
from io import BytesIO
from posixpath import join, normpath
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from shizhong_cli.problems import Place, Problem

LARGEST_UNPACKED = 64 * 1024 * 1024
"""A million formatted rows without content are 50 MiB and take some seconds."""

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")  # what Microsoft used before, and uses around encrypted files
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


class Merged(NamedTuple):
    """Cells of several rows that are shown as one; its content is that of the first. Rows and columns count from 1."""

    column: int
    first: int
    last: int


def archive_problem(raw: bytes, file: str) -> Problem | None:
    """What keeps the bytes from being unpacked as a workbook."""
    if raw.startswith(_COMPOUND):
        return Problem(Place(file), "X002" if _ENCRYPTED in raw else "X003")
    try:
        with ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError):
        return Problem(Place(file), "X001")
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        return Problem(Place(file), "X001")
    if any(part.flag_bits & 1 for part in parts):
        return Problem(Place(file), "X002")
    if (size := sum(part.file_size for part in parts)) > LARGEST_UNPACKED:
        return Problem(Place(file), "X004", str(size), str(LARGEST_UNPACKED))
    return None


def has_formulas(raw: bytes) -> bool:
    """Whether a sheet has a formula."""
    with ZipFile(BytesIO(raw)) as archive:
        sheets = [name for name in archive.namelist() if "sheet" in name and name.endswith(".xml")]
        return any(_FORMULA.search(archive.read(name)) for name in sheets)


def merged_rows(raw: bytes) -> dict[str, list[Merged]]:
    """What is merged over several rows, by the title of the sheet."""
    with ZipFile(BytesIO(raw)) as archive:
        return {title: _merged(archive.read(part)) for title, part in _parts(archive).items()}


def _parts(archive: ZipFile) -> dict[str, str]:
    """Which part of the archive holds the sheet of a title."""
    names = set(archive.namelist())
    if "xl/_rels/workbook.xml.rels" not in names:
        return {}
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {item.get("Id", ""): item.get("Target", "") for item in relations}
    found = {}
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet"):
        id = next((value for key, value in sheet.items() if key.endswith("}id")), "")
        part = normpath(join("/xl", targets.get(id, ""))).lstrip("/")
        if part in names:
            found[sheet.get("name", "")] = part
    return found


def _merged(xml: bytes) -> list[Merged]:
    ranges = (_number(match[1], match[2], match[4]) for match in _MERGED.finditer(xml))
    return [merged for merged in ranges if merged.last > merged.first]


def _number(letters: bytes, first: bytes, last: bytes) -> Merged:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return Merged(column, int(first), int(last))
