"""The archive that an .xlsx workbook is: whether it is one that may be unpacked, and where its cells are merged."""

from __future__ import annotations

import lzma
import re
import zlib
from io import BytesIO
from posixpath import join, normpath
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading import archives
from shizhong_cli.reading.archives import Limits, Refused, count_part, members
from shizhong_cli.tuples import NamedTuple

LARGEST_UNPACKED = 64 * 1024 * 1024
SHEETS = Limits(32 * 1024 * 1024, 600_000, 2_000_000)
"""What all sheets together may hold: 20,000 rows of 9 cells are 560,000 elements."""
OTHERS = Limits(32 * 1024 * 1024, 150_000, 500_000)
"""What any other part may hold: styles, texts, names."""
LAST_COLUMN = 64
"""Nobody fills more columns."""

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")  # what Microsoft used before, and uses around encrypted files
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']")
_RELATIONS, _MEDIA = "xl/_rels/workbook.xml.rels", "/media/"
_CODES = {archives.LOCKED: "X002", archives.TOO_LARGE: "X004", archives.TOO_MANY: "X014", archives.ENTITIES: "X015"}
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


_UNREADABLE = (
    BadZipFile, ElementTree.ParseError, EOFError, LookupError, MemoryError, NotImplementedError, OSError, RuntimeError,
    ValueError, lzma.LZMAError, zlib.error,
)  # fmt: skip
"""What zipfile and ElementTree raise at a part that is damaged."""


class Merged(NamedTuple):
    """Cells that are shown as one; its content is that of the first. Rows and columns count from 1."""

    column: int  # the first
    first: int  # of its rows
    last: int
    last_column: int

    @property
    def is_over_rows(self) -> bool:
        """Whether it is shown over several rows."""
        return self.last > self.first


def archive_problem(raw: bytes, file: str) -> Problem | None:
    """What keeps the bytes from being unpacked as a workbook."""
    if raw.startswith(_COMPOUND):
        return Problem(Place(file), "X002" if _ENCRYPTED in raw else "X003")
    try:
        _check(raw)
    except Refused as refused:
        code = _CODES.get(refused.kind, "X005" if refused.part else "X001")
        part = refused.part if code == "X014" else ""  # elsewhere it would be said as a guess at what was meant
        return Problem(Place(file), code, refused.found or refused.part, refused.limit, part)
    except ElementTree.ParseError:
        return Problem(Place(file), "X005", damaged_part(raw))
    return None


def damaged_part(raw: bytes) -> str:
    """The first part of the archive that cannot be unpacked or is no XML; the sheets as such when all can be read."""
    with ZipFile(BytesIO(raw)) as archive:
        for part in archive.namelist():
            try:
                content = archive.read(part)
                if part.endswith((".xml", ".rels")):
                    ElementTree.fromstring(content)
            except _UNREADABLE:
                return part
    return "xl/worksheets"


def _check(raw: bytes) -> None:
    """Count what is in the parts. Raises ``Refused``."""
    parts = members(raw)
    if "xl/workbook.xml" not in parts:
        raise Refused(archives.NO_ARCHIVE)
    if (size := sum(part.file_size for part in parts.values())) > LARGEST_UNPACKED:
        raise Refused(archives.TOO_LARGE, str(size), str(LARGEST_UNPACKED))
    for name in ("xl/workbook.xml", _RELATIONS):
        if name in parts:
            count_part(raw, name, OTHERS)
    with ZipFile(BytesIO(raw)) as archive:
        sheets = [part for _, part in _parts(archive)]
    counted = {name: count_part(raw, name, SHEETS if name in sheets else OTHERS, _MEDIA in name) for name in parts}
    if (number := sum(counted[part] for part in sheets)) > SHEETS.elements:  # two sheets may name one part
        raise Refused(archives.TOO_MANY, str(number), str(SHEETS.elements), "xl/worksheets")


def has_formulas(raw: bytes) -> bool:
    """Whether a sheet has a formula."""
    with ZipFile(BytesIO(raw)) as archive:
        sheets = [name for name in archive.namelist() if "sheet" in name and name.endswith(".xml")]
        return any(_FORMULA.search(archive.read(name)) for name in sheets)


def merged_cells(raw: bytes) -> dict[str, list[Merged]]:
    """What is merged, by the title of the sheet."""
    with ZipFile(BytesIO(raw)) as archive:
        return {title: _merged(archive.read(part)) for title, part in _parts(archive)}


def _parts(archive: ZipFile) -> list[tuple[str, str]]:
    """The sheets by title, each with the part of the archive that holds it."""
    names = set(archive.namelist())
    if _RELATIONS not in names:
        return []
    relations = ElementTree.fromstring(archive.read(_RELATIONS))
    targets = {item.get("Id", ""): item.get("Target", "") for item in relations}
    found = []
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet"):
        id = next((value for key, value in sheet.items() if key.endswith("}id")), "")
        part = normpath(join("/xl", targets.get(id, ""))).lstrip("/")
        if part in names:
            found.append((sheet.get("name", ""), part))
    return found


def _merged(xml: bytes) -> list[Merged]:
    ranges = (
        Merged(_number(match[1]), int(match[2]), int(match[4]), _number(match[3])) for match in _MERGED.finditer(xml)
    )
    return [merged for merged in ranges if merged.column <= LAST_COLUMN]


def _number(letters: bytes) -> int:
    """The number of a column."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column
