"""The text of a document: text, Markdown, a saved web page, .docx, or .pdf with a text layer; from a file or a pipe.

What a file is, is told by how it begins, not by its name; but a name that promises another thing is not believed in
silence. The readers of .docx and .pdf are optional (``shizhong[documents]``) and loaded only for such a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from shizhong_cli.causes import Cause
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.files import read_bytes, read_pipe, too_large, undecodable
from shizhong_cli.reading.report.chinese_encodings import chinese_text
from shizhong_cli.reading.report.web_pages import is_web_page, page_text

LARGEST_TEXT = 8 * 1024 * 1024
LARGEST_DOCUMENT = 64 * 1024 * 1024
MOST_NUMBERS = 10_000
"""A work report has some 400, and as many characters like 一 that are none."""
_NUMBER = re.compile("[0-9０-９]+|[零〇一二三四五六七八九十百千万亿两]+")
PIPE = "-"
INSTALL = "pip install python-docx pypdfium2"

_PDF, _COMPOUND = b"%PDF-", b"\xd0\xcf\x11\xe0"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED, _OLD_WORKBOOK = "EncryptedPackage".encode("utf-16-le"), "Workbook".encode("utf-16-le")
_MARKUP = {
    b"{\\rtf": "RTF",
    b"<!doctype": "HTML",
    b"<html": "HTML",
    b"<?xml": "XML",
    b"mime-version:": "MHTML",
    b"from: <saved by": "MHTML",
    b"\xff\xd8\xff": "JPEG",
    b"\x89png": "PNG",
}
_PAGE = "HTML"
_SUFFIXES = (".docx", ".pdf")
_UTF32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DAMAGED = 20  # a text with fewer undecodable places than one in so many characters is damaged UTF-8, not GBK


def read_document(path: Path | str) -> str:
    """The text of a file, or of standard input for ``-``. Raises ``CannotGoOn``."""
    name = str(path)
    raw = _read_bytes(name)
    if not raw and Path(name).suffix.lower() in (".docx", ".pdf"):
        raise _problem(name, "D002", found=Cause.EMPTY, expected=Path(name).suffix)
    if raw[:1024].lstrip().startswith(_PDF):
        return _pdf_text(raw, name)
    if raw.startswith(_ZIP):
        return _docx_text(raw, name)
    _refuse_other_kinds(raw, name)
    if len(raw) > LARGEST_TEXT:
        raise _problem(name, "Y002", found=str(len(raw)), expected=str(LARGEST_TEXT))
    text = decode(raw, name)
    if is_web_page(text):
        return _written(page_text(text), name, "HTML")
    return _bounded(text, name)


def _refuse_other_kinds(raw: bytes, file: str) -> None:
    """What is no text though it could be decoded as one: its numbers would be none of the document."""
    if raw.startswith(_COMPOUND):
        if _ENCRYPTED in raw:
            raise _problem(file, "D007", found="Office")
        raise _problem(file, "D004", found=".xls" if _OLD_WORKBOOK in raw else ".doc", expected=".docx")
    begins = raw[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    suffix = Path(file).suffix.lower()
    for sign, kind in _MARKUP.items():
        if begins.startswith(sign) and (kind != _PAGE or suffix in _SUFFIXES) and not _is_xhtml(kind, raw):
            raise _problem(file, "D008", found=kind, expected=".docx")
    if suffix in _SUFFIXES:
        raise _problem(file, "D002", found=raw[:8].decode("ascii", "replace") or "0", expected=suffix)


def _is_xhtml(kind: str, raw: bytes) -> bool:
    return kind == "XML" and b"<html" in raw[:2048].lower()


def _bounded(text: str, file: str) -> str:
    """The text, when it has no null character, which nobody types, and no endless numbers."""
    at = text.find("\0")
    if at < 0:
        if next(islice(_NUMBER.finditer(text), MOST_NUMBERS, None), None) is not None:
            raise _problem(file, "D013", expected=str(MOST_NUMBERS))
        return text
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    raise CannotGoOn([Problem(Place(file, line, column), "D012", "U+0000")])


def decode(raw: bytes, file: str) -> str:
    """Bytes as text: UTF-8 with or without a mark, UTF-16 and UTF-32 with one, GB 18030 or Big5.

    Line ends stay as they are; what is Chinese in neither of the last two is refused.
    """
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
    if text := chinese_text(raw):
        return text
    _decoded(raw, "gb18030", file, _ENCODINGS)  # what breaks off is told with its place
    at = next(i for i, byte in enumerate(raw) if byte > 0x7F)
    line, column = raw.count(b"\n", 0, at) + 1, at - raw.rfind(b"\n", 0, at)
    names = " / ".join(name.removesuffix("-sig").upper() for name in _ENCODINGS)
    raise CannotGoOn([Problem(Place(file, line, column), "Y003", f"0x{raw[at]:02x}", names)])


_ENCODINGS = ("utf-8-sig", "gb18030", "big5")


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
    from shizhong_cli.reading.report.pdf_files import pdf_pages

    if find_spec("pypdfium2") is None:
        raise _problem(file, "D001", found="PDF", expected=INSTALL)
    pages = map(_lines, pdf_pages(raw, file, LARGEST_TEXT))
    return _written(_joined(pages, file, PAGE_END), file, "PDF")


def _docx_text(raw: bytes, file: str) -> str:
    """The paragraphs and tables with an empty line between."""
    from shizhong_cli.reading.report.word_files import word_paragraphs

    if find_spec("docx") is None:
        raise _problem(file, "D001", found="Word", expected=INSTALL)
    return _written(_joined(word_paragraphs(raw, file), file), file, "Word")


def _written(text: str, file: str, kind: str) -> str:
    """The text, unless there is none: then the document is made of pictures."""
    if not text.strip():
        raise _problem(file, "D003", found=kind)
    return _bounded(text, file)


def _lines(page: str) -> str:
    return page.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


PAGE_END = "\n\f\n"


def _joined(pieces: Iterable[str], file: str, between: str = "\n\n") -> str:
    """Pages or paragraphs with an empty line between, as long as they are no more than a text file may have."""
    kept: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece.encode("utf-8", "replace"))
        if size > LARGEST_TEXT:
            raise CannotGoOn([too_large(file, LARGEST_TEXT)])
        kept.append(piece)
    return between.join(kept)
