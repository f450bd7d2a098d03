"""The text of a document: plain text, Markdown, .docx, or .pdf with a text layer; from a file or from a pipe.

What a file is, is told by how it begins, not by its name. The only importer of python-docx and pypdfium2, which are
optional (``shizhong[documents]``) and loaded only for such a file.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.files import read_bytes, read_pipe, too_large, undecodable

LARGEST_TEXT = 8 * 1024 * 1024
LARGEST_DOCUMENT = 64 * 1024 * 1024
LARGEST_UNPACKED = 512 * 1024 * 1024
PIPE = "-"
INSTALL = "pip install python-docx pypdfium2"

_PDF, _ZIP, _OLD_WORD = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DAMAGED = 20  # a text with fewer undecodable places than one in so many characters is damaged UTF-8, not GBK

_BROKEN = (
    AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError, OverflowError, RuntimeError,
    SyntaxError, TypeError, ValueError, lzma.LZMAError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What zipfile, lxml and python-docx raise at a file that is damaged, encrypted, or another thing than it says."""

_NAMESPACES = ("wordprocessingml", "markup-compatibility")
_AROUND = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice")
)  # around paragraphs, rows and cells
_LEFT_OUT = frozenset(("pPr", "rPr", "del", "moveFrom", "Fallback"))
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9])\n+(?=[0-9])")
_LINE_ENDS = re.compile(r"\n+")


def read_document(path: Path | str) -> str:
    """The text of a file, or of standard input for ``-``. Raises ``CannotGoOn``."""
    name = str(path)
    raw = _read_bytes(name)
    if not raw and Path(name).suffix.lower() in (".docx", ".pdf"):
        raise _problem(name, "D002", found="0", expected=Path(name).suffix)
    if raw[:1024].lstrip().startswith(_PDF):
        return _pdf_text(raw, name)
    if raw.startswith(_ZIP):
        return _docx_text(raw, name)
    if raw.startswith(_OLD_WORD):
        raise _problem(name, "D004", found=".doc", expected=".docx")
    if len(raw) > LARGEST_TEXT:
        raise _problem(name, "Y002", found=str(len(raw)), expected=str(LARGEST_TEXT))
    return decode(raw, name)


def decode(raw: bytes, file: str) -> str:
    """Bytes as text: UTF-8 with or without a mark, UTF-16 and UTF-32 with one, GB 18030. Line ends stay as they are."""
    if raw.startswith(_UTF32):
        return _decoded(raw, "utf-32", file, ("utf-32",))
    if raw.startswith(_UTF16):
        return _decoded(raw, "utf-16", file, ("utf-16",))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        replaced = raw.decode("utf-8-sig", "replace")
    wide = sum(1 for character in replaced if character > "\x7f")
    if replaced.count("\ufffd") * _DAMAGED < wide:
        return _decoded(raw, "utf-8-sig", file, ("utf-8-sig",))
    return _decoded(raw, "gb18030", file, ("utf-8-sig", "gb18030"))


def _decoded(raw: bytes, encoding: str, file: str, encodings: tuple[str, ...]) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise CannotGoOn([undecodable(file, encodings, error)]) from None


def _read_bytes(name: str) -> bytes:
    problems: list[Problem] = []
    if name == PIPE:
        raw = read_pipe(name, problems, LARGEST_DOCUMENT)
    else:
        raw = read_bytes(Path(name), name, problems, LARGEST_DOCUMENT)
    if raw is None:
        raise CannotGoOn(problems)
    return raw


def _problem(file: str, code: str, found: str = "", expected: str = "") -> CannotGoOn:
    return CannotGoOn([Problem(Place(file), code, found, expected)])


def _pdf_text(raw: bytes, file: str) -> str:
    """The text layer, page by page with an empty line between."""
    try:
        import pypdfium2
    except ImportError:
        raise _problem(file, "D001", found="PDF", expected=INSTALL) from None
    try:
        document = pypdfium2.PdfDocument(raw)
        text = _joined((_lines(page.get_textpage().get_text_range()) for page in document), file)
        document.close()
    except pypdfium2.PdfiumError as error:
        raise _problem(file, "D002", found=str(error), expected="PDF") from None
    if not text.strip():
        raise _problem(file, "D003", found="PDF")
    return text


def _lines(page: str) -> str:
    return page.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _joined(pieces: Iterable[str], file: str) -> str:
    """Pages or paragraphs with an empty line between, as long as they are no more than a text file may have."""
    kept: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece.encode("utf-8", "replace"))
        if size > LARGEST_TEXT:
            raise CannotGoOn([too_large(file, LARGEST_TEXT)])
        kept.append(piece)
    return "\n\n".join(kept)


def _docx_text(raw: bytes, file: str) -> str:
    """Paragraphs and tables of the body in order; a row of a table is a line with tabs between its cells."""
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        raise _problem(file, "D001", found="Word", expected=INSTALL) from None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
                raise CannotGoOn([too_large(file, LARGEST_UNPACKED)])
        stream: IO[bytes] = io.BytesIO(raw)
        body = docx.Document(stream).element.body
    except (PackageNotFoundError, *_BROKEN) as error:
        raise _problem(file, "D002", found=type(error).__name__, expected=".docx") from None
    if body is None:
        raise _problem(file, "D002", found="w:body", expected=".docx")
    return _joined(_blocks(body), file)


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
        if kind not in _LEFT_OUT:
            yield child
            if kind != "txbxContent":
                yield from _content(child)


def _characters(element: Any) -> str:
    """The characters an element of a paragraph stands for, without those of the elements in it."""
    kind = _kind(element)
    return (element.text or "") if kind == "t" else _SIGNS.get(kind, "")


def _kind(element: Any) -> str:
    """The local name of a WordprocessingML element or a choice of versions; nothing for a comment or anything else."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) and any(name in tag for name in _NAMESPACES) else ""
