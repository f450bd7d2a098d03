"""Documents, workbooks and ledgers of all kinds of bytes: read, or refused with a problem."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from running import run

from shizhong_cli.problems import CannotGoOn, Problem
from shizhong_cli.reading.actuals.from_file import table_of
from shizhong_cli.reading.report.documents import read_document
from shizhong_cli.writing.ledger import Entry, record

PIECES = [
    "地区生产总值完成1451.6亿元，增长5%。", "市场主体超过12.6万户", "\n", "一、", "\t", "1" * 50, "百分之", "\ufeff",
    "\0", "é", "5—", "（", "\r", "２０", "१४", "𝟙",
]  # fmt: skip
CELLS = [
    "gdp", "指标", "截至", "数值", "2026-Q3", "5.2%", "1,234", '"', '"a\nb"', "", "=1+1", "区统计局", "\0", "来源",
    "x" * 90, "區統計局", "ĳģ", "1e999", "sep=;",
]  # fmt: skip
ENCODINGS = [
    "utf-8", "utf-8", "utf-8-sig", "gb18030", "gb18030", "utf-16", "utf-16-le", "utf-32", "big5", "shift-jis", "euc-kr",
    "latin-1",
]  # fmt: skip
NAMES = ("text.txt", "text.md", "text", "text.docx", "text.pdf")
ONCE_THROUGH_THE_PROGRAM = 20
"""One input in so many goes through the whole program, which takes most of the time."""


def damaged(raw: bytes, chance: Random) -> bytes:
    """Bytes with a few of them changed, left out or doubled; sometimes none."""
    part = bytearray(raw)
    for _ in range(chance.choice((0, 1, 1, 4, 20))):
        if not part:
            break
        place, length = chance.randrange(len(part)), chance.choice((1, 2, 9, 60))
        match chance.randrange(3):
            case 0:
                part[place] = chance.randrange(256)
            case 1:
                del part[place : place + length]
            case 2:
                part[place:place] = part[place : place + length]
    return bytes(part)


def read(raw: bytes, name: str, chance: Random) -> None:
    """A document by its reader, or by the program: text or numbers, or problems, and nothing else."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        if chance.randrange(ONCE_THROUGH_THE_PROGRAM):
            with contextlib.suppress(CannotGoOn):
                assert "\0" not in read_document(path)
            return
        ran = run("scan", str(path), "--format", chance.choice(("table", "json", "csv", "markdown")))
    assert ran.code in (0, 2), ran
    assert "Traceback" not in ran.err, ran.err
    assert bool(ran.out) != (ran.code == 2), ran


def text(chance: Random) -> None:
    content = "".join(chance.choices(PIECES, k=chance.randrange(30)))
    read(damaged(content.encode(chance.choice(ENCODINGS), "replace"), chance), chance.choice(NAMES), chance)


@cache
def word_parts() -> dict[str, bytes]:
    import docx

    document = docx.Document()
    document.add_heading("一、2025年工作回顾", 1)
    document.add_paragraph("地区生产总值完成1451.6亿元，增长5%。")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "5%左右"
    stream = io.BytesIO()
    document.save(stream)
    return parts_of(stream.getvalue())


@cache
def workbook_parts() -> dict[str, bytes]:
    book = Workbook()
    for row in (["指标", "截至", "数值", "单位"], ["gdp", "2026-Q3", 5.2, "%"], ["gdp", "2026-Q2", "=1+1", None]):
        book.active.append(row)
    book.active.merge_cells("A5:B9")
    stream = io.BytesIO()
    book.save(stream)
    return parts_of(stream.getvalue())


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes], chance: Random) -> bytes:
    """An archive of parts, one of them damaged, missing or grown, or the archive itself damaged."""
    parts = dict(parts)
    main = [name for name in parts if name.endswith(("document.xml", "sheet1.xml"))]
    name = chance.choice([*parts, *main * 5])
    match chance.randrange(6):
        case 0:
            del parts[name]
        case 1:
            place = parts[name].rfind(b"</")
            grown = chance.choice((b"<a/>", b"<row/>", b"<w:p/>", b"&x;", b"<!ENTITY x '5'>")) * chance.choice((1, 300))
            parts[name] = parts[name][:place] + grown + parts[name][place:]
        case 2:
            parts[name] = b"<!DOCTYPE a [<!ENTITY x '5'>]>" + parts[name]
        case _:
            parts[name] = damaged(parts[name], chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    return damaged(stream.getvalue(), chance) if chance.random() < 0.3 else stream.getvalue()


def docx(chance: Random) -> None:
    read(packed(word_parts(), chance), chance.choice(NAMES), chance)


def pdf(chance: Random) -> None:
    content = b"BT /F1 12 Tf 50 780 Td (GDP 1451.6) Tj ET\n" * chance.choice((0, 1, 50))
    stream = zlib.compress(content)
    raw = (
        b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
        b"\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
        b" /Resources << /Font << /F1 5 0 R >> >>"
        b" /Contents 4 0 R >>\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
        b"4 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        b"trailer << /Size 6 /Root 1 0 R >>\n%%%%EOF\n" % (len(stream), stream)
    )
    read(damaged(raw, chance), "text.pdf", chance)


def told(raw: bytes, name: str, chance: Random) -> None:
    """A file of actuals by its reader, or what ``gap`` makes of it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        if chance.randrange(ONCE_THROUGH_THE_PROGRAM):
            problems: list[Problem] = []
            assert table_of(path, problems) or problems or not raw.decode("latin-1").strip()
            return
        ran = run("gap", "-i", "gdp", "--actuals", str(path), "--format", "json")
    assert ran.code in (0, 2), ran
    assert "Traceback" not in ran.err, ran.err
    assert bool(ran.out) != (ran.code == 2), ran


def xlsx(chance: Random) -> None:
    told(packed(workbook_parts(), chance), "a.xlsx", chance)


def csv_bytes(chance: Random) -> bytes:
    separator = chance.choice(",,,;\t|")
    rows = [chance.choices(CELLS, k=chance.randrange(6)) for _ in range(chance.randrange(4))]
    heading = ["indicator", "as_of", "figure", "source"] if chance.random() < 0.5 else ["指标", "截至", "数值", "来源"]
    rows[chance.randrange(len(rows) + 1) : 0] = [heading, ["gdp", "2026-Q3", "5.2%", chance.choice(CELLS)]]
    content = chance.choice(("\n", "\r\n", "\r")).join(separator.join(row) for row in rows)
    return damaged(content.encode(chance.choice(ENCODINGS), "replace"), chance)


def actuals(chance: Random) -> None:
    told(csv_bytes(chance), "a.csv", chance)


def ledger(chance: Random) -> None:
    """A row is added, and all rows are read as before; or not a byte is changed."""
    raw = csv_bytes(chance)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "actuals.csv"
        path.write_bytes(raw)
        before = table_of(path, [])
        try:
            record(path, [Entry("gdp", "2026-Q3", "5.2%", "区统计局", chance.choice(CELLS[4:12]), "")])
        except CannotGoOn:
            assert path.read_bytes() == raw
            return
        problems: list[Problem] = []
        after = table_of(path, problems)
        assert problems == []
        if before:
            assert [row.cells for row in after[1:-1]] == [row.cells for row in before[1:]]
        assert "gdp" in after[-1].cells


TARGETS = {
    "text": text, "docx": docx, "pdf": pdf, "xlsx": xlsx, "actuals": actuals, "ledger": ledger,
}  # fmt: skip
