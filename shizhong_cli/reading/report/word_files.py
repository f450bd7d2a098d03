"""The text of a Word document: the paragraphs and tables of its body. The only importer of python-docx.

Only the part that holds the body is unpacked, after it was counted: pictures, styles and headers are none of our text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from posixpath import basename
from typing import Any, NoReturn
from xml.etree import ElementTree
from zipfile import ZipFile

from shizhong_cli.causes import Cause
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import archives
from shizhong_cli.reading.archives import Limits, Refused, count_part, members
from shizhong_cli.reading.files import too_large

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

_NAMESPACES = ("wordprocessingml", "markup-compatibility")
_AROUND = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice")
)  # around paragraphs, rows and cells
_LEFT_OUT = frozenset(("pPr", "rPr", "del", "moveFrom", "Fallback"))
_UNSEEN = ("strike", "dstrike", "vanish")
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9])\n+(?=[0-9])")
_LINE_ENDS = re.compile(r"\n+")


def word_paragraphs(raw: bytes, file: str) -> Iterator[str]:
    """Paragraphs and tables in order; a row of a table is a line with tabs between its cells.

    Raises ``CannotGoOn``.
    """
    try:
        body = _body(raw, file)
    except Refused as refused:
        raise CannotGoOn([_problem(refused, file)]) from None
    except _BROKEN:
        _refuse(file, "D002", Cause.DAMAGED)
    if body is None:
        _refuse(file, "D002", "w:body")
    return _blocks(body)


def _body(raw: bytes, file: str) -> Any:
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
    return next(iter(_children(root, ("body",))), None)


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
    for child in _children(parent, ("p", "tbl")):
        if _kind(child) == "tbl":
            yield "\n".join(_rows(child))
            continue
        content = list(_content(child))
        yield "".join(map(_characters, content))
        for element in content:
            if _kind(element) == "txbxContent":
                yield from _blocks(element)


def _children(parent: Any, kinds: Sequence[str]) -> Iterator[Any]:
    """The children of some kinds, those inside content controls and tracked insertions included."""
    for child in parent.iterchildren():
        kind = _kind(child)
        if kind in kinds:
            yield child
        elif kind in _AROUND:
            yield from _children(child, kinds)


def _rows(table: Any) -> Iterator[str]:
    """The rows of a table; one inside a cell is part of the cell."""
    for row in _children(table, ("tr",)):
        yield "\t".join(map(_cell_line, _children(row, ("tc",))))


def _cell_line(cell: Any) -> str:
    """All of a cell as one line: a blank between its paragraphs, but a tab where two numbers would become one."""
    lines = "\n".join(_blocks(cell)).strip("\n")
    return _LINE_ENDS.sub(" ", _BETWEEN_NUMBERS.sub("\t", lines))


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
    is_raised = _properties(element.getparent()).get("vertAlign") == "superscript"
    return text.translate(_RAISED) if is_raised and not text.strip("0123456789-−") else text


def _is_unseen(run: Any) -> bool:
    """Whether a run is struck out or hidden."""
    properties = _properties(run)
    return any(properties.get(name, "0") not in ("0", "false", "off", "none") for name in _UNSEEN)


def _properties(run: Any) -> dict[str, str]:
    """How a run is shown, by the local names of its properties; one without a value is on."""
    found: dict[str, str] = {}
    for child in run.iterchildren() if run is not None else ():
        if _kind(child) == "rPr":
            for item in child.iterchildren():
                value = next((v for name, v in item.attrib.items() if name.endswith("}val")), "1")
                found[_kind(item)] = value
    return found


def _kind(element: Any) -> str:
    """The local name of a WordprocessingML element or a choice of versions; nothing for a comment or anything else."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) and any(name in tag for name in _NAMESPACES) else ""
