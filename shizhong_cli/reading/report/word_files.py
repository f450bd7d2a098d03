"""The text of a Word document: paragraphs and tables of its body, then its notes. The only importer of python-docx.

Only the parts that hold these are unpacked, after they were counted, and the styles, which can hide words: pictures and
headers are none of our text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from posixpath import basename, dirname
from typing import Any, NoReturn
from xml.etree import ElementTree
from zipfile import ZipFile

from shizhong_cli.causes import Cause
from shizhong_cli.core.figure.characters import is_whole_number
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import archives
from shizhong_cli.reading.archives import Limits, Refused, count_part, members
from shizhong_cli.reading.files import too_large
from shizhong_cli.reading.report.cell_text import in_one_line
from shizhong_cli.reading.report.word_styles import SWITCHES, Styles, settle, styles_of

BODY = Limits(64 * 1024 * 1024, 400_000, 400_000)
"""What the part with the body may hold; a report of 60 pages has some 60,000 elements."""
_RELATIONS, _RELATIONS_LIMITS = "_rels/.rels", Limits(1024 * 1024, 5000, 20_000)
_KINDS = {"xl": ".xlsx", "ppt": ".pptx"}
_OTHERS = {"mimetype": "OpenDocument", "Index/Document.iwa": "Pages"}

_BROKEN = (
    AssertionError, AttributeError, LookupError, MemoryError, OverflowError, RuntimeError, SyntaxError, TypeError,
    ValueError,
)  # fmt: skip
"""What the readers of XML raise at a part that is damaged."""

_NAMESPACES = ("wordprocessingml", "markup-compatibility", "officeDocument/2006/math")
_STYLES = "styles.xml"
_NOTES = {"footnotes.xml": "footnote", "endnotes.xml": "endnote"}
_AROUND = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice")
)  # around paragraphs, rows and cells
_LEFT_OUT = frozenset(("pPr", "rPr", "del", "moveFrom", "Fallback", "rt"))
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "den": "/", "sub": " "}
_IN_CELLS = re.compile("[\n\t]")


def word_paragraphs(raw: bytes, file: str) -> Iterator[str]:
    """Paragraphs and tables in order; a row of a table is a line with tabs between its cells.

    Raises ``CannotGoOn``.
    """
    try:
        body, notes = _parts(raw, file)
    except Refused as refused:
        raise CannotGoOn([_problem(refused, file)]) from None
    except _BROKEN:
        _refuse(file, "D002", Cause.DAMAGED)
    if body is None:
        _refuse(file, "D002", "w:body")
    return chain(_blocks(body), *map(_blocks, notes))


def _parts(raw: bytes, file: str) -> tuple[Any, list[Any]]:
    """The body, nothing where there is none, and the notes."""
    from docx.oxml import parse_xml

    names = members(raw)
    for name, kind in _OTHERS.items():
        if name in names:
            _refuse(file, "D008", kind)
    if _RELATIONS not in names:
        _refuse(file, "D002", _RELATIONS)
    count_part(raw, _RELATIONS, _RELATIONS_LIMITS)
    with ZipFile(BytesIO(raw)) as archive:
        part = _main_part(archive.read(_RELATIONS))
        if part.split("/")[0] in _KINDS:
            _refuse(file, "D008", _KINDS[part.split("/")[0]])
        if part not in names:
            _refuse(file, "D002", part)
        count_part(raw, part, BODY)
        root = parse_xml(archive.read(part))
        notes: list[Any] = []
        styles: Styles = {}
        for name, kind in {_STYLES: "", **_NOTES}.items():
            if (path := f"{dirname(part)}/{name}") in names:
                count_part(raw, path, BODY)
                read = parse_xml(archive.read(path))
                notes += _children(read, (kind,))
                styles = styles_of(read, _told) if name == _STYLES else styles
    for element in (root, *notes):
        settle(element, styles, _told)
    return next(iter(_children(root, ("body",))), None), [note for note in notes if not _is_separator(note)]


def _is_separator(note: Any) -> bool:
    """Whether it is the line above the notes."""
    return any(name.endswith("}type") and value != "normal" for name, value in note.attrib.items())


def _main_part(relations: bytes) -> str:
    """The part that holds the document, by what the archive says of itself."""
    for item in ElementTree.fromstring(relations):
        if basename(item.get("Type", "")) == "officeDocument":
            return item.get("Target", "").lstrip("/")
    return "word/document.xml"


def _problem(refused: Refused, file: str) -> Problem:
    match refused.kind:
        case archives.LOCKED:
            return Problem(Place(file), "D007", "Word")
        case archives.TOO_LARGE:
            return too_large(file, int(refused.limit))
        case archives.TOO_MANY:
            return Problem(Place(file), "D005", refused.found, refused.limit, refused.part)
        case archives.ENTITIES:
            return Problem(Place(file), "D006", refused.part)
        case _:
            return Problem(Place(file), "D002", refused.found, ".docx")


def _refuse(file: str, code: str, found: str) -> NoReturn:
    raise CannotGoOn([Problem(Place(file), code, found, ".docx")])


def _blocks(parent: Any) -> Iterator[str]:
    """The paragraphs and tables below an element; the text boxes of a paragraph are behind it."""
    begun = ""  # paragraphs whose end was deleted
    for child in _children(parent, ("p", "tbl")):
        if _kind(child) == "tbl":
            yield "\n".join(_rows(child))
            continue
        content = list(_content(child))
        begun += "".join(map(_characters, content))
        if _goes_on(child):
            continue
        yield begun
        begun = ""
        for element in content:
            if _kind(element) == "txbxContent":
                yield from _blocks(element)
    if begun:
        yield begun


def _goes_on(paragraph: Any) -> bool:
    """Whether its end was deleted, so that the next paragraph goes on with it."""
    told = next(iter(_children(paragraph, ("pPr",))), None)
    return told is not None and "del" in _told(told, "rPr")


def _children(parent: Any, kinds: Sequence[str]) -> Iterator[Any]:
    """The children of some kinds, those inside content controls and tracked insertions included."""
    for child in parent.iterchildren():
        kind = _kind(child)
        if kind in kinds:
            yield child
        elif kind in _AROUND:
            yield from _children(child, kinds)


def _rows(table: Any) -> Iterator[str]:
    """The rows of a table that were not deleted; one inside a cell is part of the cell."""
    for row in _children(table, ("tr",)):
        if not _told(row, "trPr").keys() & {"del", "hidden"}:
            yield "\t".join(chain.from_iterable(map(_cell_lines, _children(row, ("tc",)))))


def _cell_lines(cell: Any) -> Iterator[str]:
    """The text of a cell, and nothing for each further column that it reaches over."""
    told = _told(cell, "tcPr")
    yield "" if "cellDel" in told else _cell_line(cell)
    span = told.get("gridSpan", "1")
    yield from [""] * (min(int(span), _MOST_COLUMNS) - 1 if is_whole_number(span) else 0)


_MOST_COLUMNS = 63
"""Word has no more."""


def _cell_line(cell: Any) -> str:
    """All of a cell as one line."""
    return in_one_line(_IN_CELLS.split("\n".join(_blocks(cell))))


def _content(parent: Any) -> Iterator[Any]:
    """What a paragraph is made of, in order, without what was deleted or moved away and without second versions."""
    for child in parent.iterchildren():
        kind = _kind(child)
        if kind not in _LEFT_OUT and not (kind == "r" and _is_unseen(child)):
            yield child
            if kind != "txbxContent":
                yield from _content(child)


def _characters(element: Any) -> str:
    """The characters an element of a paragraph stands for, without those of the elements in it."""
    kind = _kind(element)
    if kind != "t":
        return _SIGNS.get(kind, "")
    text = element.text or ""
    return text.translate(_RAISED) if not text.strip("0123456789-−") and _is_raised(element) else text


def _is_raised(element: Any) -> bool:
    """Whether a text is raised, by its run or in a formula."""
    run = element.getparent()
    above = run.getparent() if run is not None else None
    return _told(run, "rPr").get("vertAlign") == "superscript" or (above is not None and _kind(above) == "sup")


def _is_unseen(run: Any) -> bool:
    """Whether a run is struck out or hidden."""
    properties = _told(run, "rPr")
    return any(properties.get(name, "0") not in ("0", "false", "off", "none") for name in SWITCHES)


def _told(element: Any, kind: str) -> dict[str, str]:
    """What its properties say of a run, a row or a cell, by their local names; one without a value is on."""
    found: dict[str, str] = {}
    for child in element.iterchildren() if element is not None else ():
        if _kind(child) == kind:
            for item in child.iterchildren():
                value = next((v for name, v in item.attrib.items() if name.endswith("}val")), "1")
                found[_kind(item)] = value
    return found


def _kind(element: Any) -> str:
    """The local name of a WordprocessingML element or a choice of versions; nothing for a comment or anything else."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) and any(name in tag for name in _NAMESPACES) else ""
