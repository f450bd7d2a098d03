"""Texts come out of every kind of file as they are in it, and what cannot be read is said."""

from __future__ import annotations

import builtins
import io
import json
import sys
import zipfile

import pytest
from running import run

from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.documents import read_document

TEXT = "地区生产总值完成1451.6亿元，增长5%。\n市场主体超过12.6万户。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ["text.txt", "text.md", "text"])
def test_encodings(tmp_path, name, encoding):
    path = tmp_path / name
    path.write_bytes(TEXT.encode(encoding))
    assert read_document(path) == TEXT


def test_a_pipe(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gbk"))))
    assert read_document("-") == TEXT


def problem_of(path) -> tuple[str, int, int, str]:
    with pytest.raises(CannotGoOn) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    return problem.code, problem.place.line, problem.place.column, problem.expected


def test_damaged_text_is_named_with_its_place(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes((TEXT * 20).encode().replace("户".encode(), b"\xff\xfe\xfd", 1))
    assert problem_of(path) == ("Y003", 2, 12, "UTF-8")
    path.write_bytes("\ufeff一二\n三".encode() * 20 + b"\xe4")
    assert problem_of(path) == ("Y003", 21, 2, "UTF-8")
    path.write_bytes(b"\xff\x80\x81\xff")
    assert problem_of(path)[::3] == ("Y003", "UTF-8 / GB18030")
    path.write_bytes("\ufeff上海\n增长5".encode("utf-16-le") + b"\x35")  # 上 is 0A4E by bytes, no line end
    assert problem_of(path) == ("Y003", 2, 4, "UTF-16")


def test_what_cannot_be_read_at_all(tmp_path):
    assert problem_of(tmp_path / "none.txt")[0] == "Y001"
    assert problem_of(tmp_path)[0] == "Y001"
    assert problem_of("a\0b")[0] == "Y001"
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert problem_of(path)[0] == "D004"
    path.write_bytes("一".encode() * 3_000_000)
    assert problem_of(path)[0] == "Y002"


def test_the_command_reports_and_leaves_with_2(tmp_path):
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    ran = run("scan", str(path))
    assert (ran.code, ran.out) == (2, "")
    assert "D004" in ran.err
    assert ".docx" in ran.err


def word_file(path) -> None:
    docx = pytest.importorskip("docx", reason="the extra documents is not installed")
    document = docx.Document()
    document.add_heading("一、2025年工作回顾", 1)
    paragraph = document.add_paragraph("地区生产总值完成")
    paragraph.add_run("1451.6").bold = True
    paragraph.add_run(" 亿元，增长5%。")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("指标", "2026年", "增速", "5%左右"), strict=True
    ):
        cell.text = text
    document.add_paragraph("市场主体超过12.6万户。")
    document.save(str(path))


def test_a_word_file_gives_paragraphs_and_tables_in_order(tmp_path):
    path = tmp_path / "report.docx"
    word_file(path)
    assert read_document(path) == (
        "一、2025年工作回顾\n\n地区生产总值完成1451.6 亿元，增长5%。\n\n"
        "指标\t2026年\n增速\t5%左右\n\n市场主体超过12.6万户。"
    )
    numbers = json.loads(run("scan", str(path), "--format", "json").out)["numbers"]
    assert [n["value"] for n in numbers if n["class"] == "quantity"] == ["145160000000", "5", "5", "126000"]


def test_text_that_was_inserted_under_review_is_read_and_deleted_text_is_not(tmp_path):
    path = tmp_path / "report.docx"
    word_file(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    change = "<w:ins><w:r><w:t>14万</w:t></w:r></w:ins><w:del><w:r><w:delText>13万</w:delText></w:r></w:del>"
    parts["word/document.xml"] = body.replace("<w:body>", f"<w:body><w:p>{change}</w:p>", 1).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    text = read_document(path)
    assert text.startswith("14万\n\n")
    assert "13万" not in text


def test_a_broken_word_file(tmp_path):
    pytest.importorskip("docx", reason="the extra documents is not installed")
    path = tmp_path / "report.docx"
    path.write_bytes(b"PK\x03\x04 this is no archive")
    assert problem_of(path)[0] == "D002"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("something.txt", "else")
    assert problem_of(path)[0] == "D002"


def pdf_file(pages: list[list[str]]) -> bytes:
    """A PDF of some lines a page in a font that is not in the file, as Chinese office programs make them."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{' '.join(f'{10 + 2 * i} 0 R' for i in range(len(pages)))}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        4: "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        5: "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    }
    for i, lines in enumerate(pages):
        shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines)
        stream = f"BT /F1 12 Tf 50 780 Td 16 TL\n{shown}ET"
        objects[10 + 2 * i] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {11 + 2 * i} 0 R >>"
        )
        objects[11 + 2 * i] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    written = b"%PDF-1.4\n"
    for number, content in objects.items():
        data = content if isinstance(content, bytes) else content.encode()
        written += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    return written + f"trailer << /Size {max(objects) + 1} /Root 1 0 R >>\n%%EOF\n".encode()


def test_a_pdf_gives_its_text_and_a_number_that_two_pages_share(tmp_path):
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_file([["一年来我们实施雨污合流改造488公", "- 2 -"], ["里。地区生产总值完成1451.6亿元。"]]))
    assert read_document(path) == "一年来我们实施雨污合流改造488公\n- 2 -\n\n里。地区生产总值完成1451.6亿元。"
    numbers = json.loads(run("scan", str(path), "--format", "json").out)["numbers"]
    assert [(n["class"], n["value"], n["unit"]) for n in numbers] == [
        ("quantity", "488", "公里"),
        ("other", None, None),
        ("quantity", "145160000000", "元"),
    ]


def test_a_pdf_without_text_and_a_broken_one(tmp_path):
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_file([[]]))
    assert problem_of(path)[0] == "D003"
    path.write_bytes(b"%PDF-1.7\nbroken")
    assert problem_of(path)[0] == "D002"


@pytest.mark.parametrize(("library", "content"), [("docx", b"PK\x03\x04"), ("pypdfium2", b"%PDF-1.4")])
def test_without_the_extra_the_command_to_install_it_is_named(tmp_path, monkeypatch, library, content):
    original = builtins.__import__

    def refuse(name, *arguments, **keywords):
        if name.split(".")[0] == library:
            raise ImportError(name)
        return original(name, *arguments, **keywords)

    path = tmp_path / "report"
    path.write_bytes(content)
    monkeypatch.setattr(builtins, "__import__", refuse)
    code, _, _, expected = problem_of(path)
    assert (code, expected) == ("D001", "pip install 'shizhong[documents]'")
