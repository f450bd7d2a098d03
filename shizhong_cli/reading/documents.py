"""The text of a document: plain text, Markdown, .docx, or .pdf with a text layer; from a file or from a pipe.

What a file is, is told by how it begins, not by its name. The only importer of python-docx and pypdfium2, which are
optional (``shizhong[documents]``) and loaded only for such a file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.files import read_bytes, read_pipe, undecodable

LARGEST_TEXT = 8 * 1024 * 1024
LARGEST_DOCUMENT = 64 * 1024 * 1024
LARGEST_UNPACKED = 512 * 1024 * 1024
PIPE = "-"
INSTALL = "pip install 'shizhong[documents]'"

_PDF, _ZIP, _OLD_WORD = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DAMAGED = 20  # a text with fewer undecodable places than one in so many characters is damaged UTF-8, not GBK


def read_document(path: Path | str) -> str:
    """The text of a file, or of standard input for ``-``. Raises ``CannotGoOn``."""
    name = str(path)
    raw = _read_bytes(name)
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
    """Bytes as text: UTF-8 with or without a mark, UTF-16 with one, GB 18030. Line ends are kept as they are."""
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
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
    except pypdfium2.PdfiumError as error:
        raise _problem(file, "D002", found=str(error), expected="PDF") from None
    text = "\n\n".join(page.replace("\r\n", "\n").replace("\r", "\n").strip("\n") for page in pages)
    if not text.strip():
        raise _problem(file, "D003", found="PDF")
    return text


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
                raise _problem(file, "Y002", found=f"> {LARGEST_UNPACKED}", expected=str(LARGEST_UNPACKED))
        stream: IO[bytes] = io.BytesIO(raw)
        body = docx.Document(stream).element.body
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise _problem(file, "D002", found=type(error).__name__, expected=".docx") from None
    return "\n\n".join(_blocks(body))


def _blocks(parent: Any) -> Iterator[str]:
    """The paragraphs and tables below an element, those inside content controls included."""
    for child in parent.iterchildren():
        kind = _kind(child)
        if kind == "p":
            yield _paragraph_text(child)
        elif kind == "tbl":
            yield "\n".join(_rows(child))
        elif kind in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter():
        if _kind(row) == "tr":
            cells = [cell for cell in row.iterchildren() if _kind(cell) == "tc"]
            yield "\t".join(" ".join(_blocks(cell)) for cell in cells)


def _paragraph_text(paragraph: Any) -> str:
    """Every run of a paragraph, inserted ones too; deleted ones have another element and are left out."""
    parts: list[str] = []
    for element in paragraph.iter():
        kind = _kind(element)
        if kind == "t":
            parts.append(element.text or "")
        elif kind == "tab":
            parts.append(" ")
        elif kind in ("br", "cr"):
            parts.append("\n")
        elif kind == "noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _kind(element: Any) -> str:
    """The local name of a WordprocessingML element; nothing for a comment or an element of another language."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) and "wordprocessingml" in tag else ""
