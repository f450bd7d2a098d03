"""Texts come out of every kind of file as they are in it, and what cannot be read is said."""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
import zlib
from functools import cache
from importlib.util import find_spec
from random import Random

import pytest
from pdfs import pdf_file
from running import run

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import scan
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.report import documents
from shizhong_cli.reading.report.documents import read_document

TEXT = "地区生产总值完成1451.6亿元，增长5%。\n市场主体超过12.6万户。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ["text.txt", "text.md", "text"])
def test_encodings(tmp_path, name, encoding):
    path = tmp_path / name
    path.write_bytes(TEXT.encode(encoding))
    assert read_document(path) == TEXT


TRADITIONAL = "全區生產總值達到86.5億元，比上年增長5.2%，高於全市0.6個百分點。\n城鎮新增就業1.2萬人。\n"


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "gb18030", "utf-8", "utf-16"])
@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 30])
def test_big5_and_gb_are_told_apart(tmp_path, text, encoding):
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode(encoding))
    assert read_document(path) == text


def test_a_text_that_is_chinese_in_no_encoding_is_refused(tmp_path):
    """Every byte of it is one of GB 18030, and nobody would write what comes out."""
    path = tmp_path / "text.txt"
    path.write_bytes(b"12\n" + bytes(range(129, 249)) * 4)
    assert problem_of(path) == ("Y003", 2, 1, "UTF-8 / GB18030 / BIG5")


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
    assert problem_of(path)[::3] == ("Y003", "UTF-8 / GB18030 / BIG5")
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


def with_parts(path, change) -> None:
    """Write a Word file again, its parts by name changed."""
    word_file(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def text_of_body(path, content: str) -> str:
    """The text of a Word file with only this in its body."""
    spaces = {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }
    names = " ".join(f'xmlns:{short}="{name}"' for short, name in spaces.items())
    document = f"<w:document {names}><w:body>{content}</w:body></w:document>"
    with_parts(path, lambda parts: parts.update({"word/document.xml": document.encode()}))
    return read_document(path)


def runs(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<w:p>{runs(text)}</w:p>" for text in texts)


def table(*rows: list[str]) -> str:
    """A table; every cell is the XML in it."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


BOX = f"<w:txbxContent>{paragraphs('框内200家')}</w:txbxContent>"
TWICE = (
    f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)
INNER = table([paragraphs("内层200家"), paragraphs("300户")], [paragraphs("400户"), paragraphs("500人")])
CELL = control(f"<w:tc>{paragraphs('2家')}</w:tc>")
BODIES = {
    "inserted, deleted": (
        f"<w:p><w:ins>{runs('14万')}</w:ins><w:del><w:r><w:delText>13万</w:delText><w:tab/></w:r></w:del></w:p>",
        "14万",
    ),
    "moved": (
        f"<w:p>{runs('前')}<w:moveFrom>{runs('100家')}</w:moveFrom></w:p><w:p><w:moveTo>{runs('100家')}</w:moveTo></w:p>",
        "前\n\n100家",
    ),
    "box": (f"<w:p>{runs('正文100')}<w:r>{TWICE}</w:r>{runs('家')}</w:p>", "正文100家\n\n框内200家"),
    "old box": (
        f"<w:p>{runs('正文')}<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></w:p>",
        "正文\n\n框内200家",
    ),
    "table in a table": (
        table([paragraphs("外层100家") + INNER + "<w:p/>", paragraphs("5%")]),
        "外层100家 内层200家 300户 400户 500人\t5%",
    ),
    "controls in a table": (
        table([paragraphs("一")]).replace("<w:tr>", f"{control(f'<w:tr>{CELL}</w:tr>')}<w:tr>"),
        "2家\n一",
    ),
    "paragraphs of a cell": (table([paragraphs("目标", "12", "345家")]), "目标 12\u3000\u3000\u3000345家"),
    "line ends of a cell": (
        table([f"<w:p>{runs('12')}<w:r><w:br/></w:r>{runs('345家')}</w:p>"]),
        "12\u3000\u3000\u3000345家",
    ),
    "struck out": (
        f"<w:p>{runs('投资')}<w:r><w:rPr><w:strike/></w:rPr><w:t>300</w:t></w:r>{runs('320人')}</w:p>",
        "投资320人",
    ),
    "struck out twice": (
        f"<w:p><w:r><w:rPr><w:dstrike w:val='true'/></w:rPr><w:t>4%</w:t></w:r>{runs('5%')}</w:p>",
        "5%",
    ),
    "not struck out": ("<w:p><w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>4%</w:t></w:r></w:p>", "4%"),
    "hidden": (f"<w:p>{runs('5家')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部口径6家</w:t></w:r></w:p>", "5家"),
    "a raised note": (
        f"<w:p>{runs('5亿元')}<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>12</w:t></w:r></w:p>",
        "5亿元¹²",
    ),
    "a raised exponent": (
        f"<w:p>{runs('3.5×10')}<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>8</w:t></w:r>"
        f"{runs('吨')}</w:p>",
        "3.5×10⁸吨",
    ),
    "a cell over two columns": (
        table(
            [paragraphs("指标"), "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraphs("2025年")],
            [paragraphs(c) for c in "甲12"],
        ),
        "指标\t2025年\t\n甲\t1\t2",
    ),
    "a row that was deleted": (
        table([paragraphs("13")], [paragraphs("5")]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1),
        "5",
    ),
    "a cell that was deleted": (table([paragraphs("甲"), f"<w:tcPr><w:cellDel/></w:tcPr>{paragraphs('13')}"]), "甲\t"),
    "the end of a paragraph that was deleted": (
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{runs('完成投资13')}</w:p><w:p>{runs('5亿元')}</w:p>",
        "完成投资135亿元",
    ),
    "a formula": (
        f"<w:p xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>{runs('约')}<m:oMath><m:r><m:t>3.5×</m:t></m:r>"
        "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>8</m:t></m:r></m:sup></m:sSup></m:oMath>"
        f"{runs('吨，')}<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath></w:p>",
        "约3.5×10⁸吨，1/3",
    ),
    "how a word is spoken": (
        f"<w:p><w:ruby><w:rt>{runs('1')}</w:rt><w:rubyBase>{runs('5家')}</w:rubyBase></w:ruby></w:p>",
        "5家",
    ),
    "a mark of a note": (
        "<w:p>" + runs("600家") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + runs("。") + "</w:p>",
        "600家。",
    ),
    "a lowered digit": (
        "<w:p><w:r><w:rPr><w:vertAlign w:val='subscript'/></w:rPr><w:t>2.5</w:t></w:r></w:p>",
        "2.5",
    ),
    "stops of tabs": (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:tab/><w:t>1</w:t></w:r></w:p>",
        " 1",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_every_number_of_a_word_file_is_read_once_and_alone(tmp_path, name):
    content, text = BODIES[name]
    assert text_of_body(tmp_path / "report.docx", content) == text


def style(name: str, of: str, told: str = "", based_on: str = "") -> str:
    base = f"<w:basedOn w:val='{based_on}'/>" if based_on else ""
    return f"<w:style w:type='{of}' w:styleId='{name}'>{base}<w:rPr>{told}</w:rPr></w:style>"


HIDDEN, SEEN = "<w:vanish/>", "<w:vanish w:val='0'/>"
OF_ALL = style("a", "paragraph", HIDDEN).replace(" w:styleId", " w:default='1' w:styleId")
STYLES = {
    "of its run": (style("a", "character", HIDDEN), "", "a", False),
    "that another is based on": (style("b", "character", HIDDEN) + style("a", "character", "", "b"), "", "a", False),
    "that another takes back": (style("b", "character", HIDDEN) + style("a", "character", SEEN, "b"), "", "a", True),
    "of its paragraph": (style("a", "paragraph", HIDDEN), "a", "", False),
    "of paragraphs without another": (OF_ALL, "", "", False),
    "of both, which is none": (style("a", "paragraph", HIDDEN) + style("b", "character", HIDDEN), "a", "b", True),
    "that strikes out": (style("a", "character", "<w:strike/>"), "", "a", False),
    "in a circle": (style("a", "character", "", "a"), "", "a", True),
}


def with_styles(path, styles: str, content: str) -> str:
    """The text of a Word file with only these styles, and this in its body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def change(parts) -> None:
        parts["word/styles.xml"] = f"<w:styles {space}>{styles}</w:styles>".encode()
        parts["word/document.xml"] = f"<w:document {space}><w:body>{content}</w:body></w:document>".encode()

    with_parts(path, change)
    return read_document(path)


@pytest.mark.parametrize("kind", STYLES)
def test_a_style_can_hide_words(tmp_path, kind):
    styles, of_paragraph, of_run, is_seen = STYLES[kind]
    paragraph = f"<w:pPr><w:pStyle w:val='{of_paragraph}'/></w:pPr>" if of_paragraph else ""
    run = f"<w:rPr><w:rStyle w:val='{of_run}'/></w:rPr>" if of_run else ""
    shown = "<w:r><w:rPr><w:vanish w:val='0'/><w:strike w:val='0'/></w:rPr><w:t>5家</w:t></w:r>"
    content = f"<w:p>{paragraph}{shown}<w:r>{run}<w:t>，6家</w:t></w:r></w:p>"
    assert with_styles(tmp_path / "report.docx", styles, content) == ("5家，6家" if is_seen else "5家")


def test_a_style_can_raise_the_mark_of_a_note(tmp_path):
    styles = "<w:style w:type='character' w:styleId='a'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
    content = f"<w:p>{runs('600家')}<w:r><w:rPr><w:rStyle w:val='a'/></w:rPr><w:t>12</w:t></w:r></w:p>"
    assert with_styles(tmp_path / "report.docx", styles, content) == "600家¹²"


def test_the_notes_of_a_word_file_are_behind_its_text(tmp_path):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f"<w:footnotes {space}><w:footnote w:type='separator' w:id='-1'>{paragraphs('9')}</w:footnote>"
        f"<w:footnote w:id='2'>{paragraphs('规上：2000万元以上。')}</w:footnote></w:footnotes>"
    )
    header = f"<w:hdr {space}>{paragraphs('第7号文件')}</w:hdr>"

    def add(parts) -> None:
        parts["word/footnotes.xml"] = notes.encode()
        parts["word/header1.xml"] = header.encode()

    with_parts(tmp_path / "report.docx", add)
    assert read_document(tmp_path / "report.docx").endswith("市场主体超过12.6万户。\n\n规上：2000万元以上。")


PAGES = {
    "styles and scripts": (
        "<html><head><title>12</title><style>p{width:12px}</style></head><body><script>var a=15</script>"
        "<p>增长<b>5%</b>。</p></body></html>",
        "增长5%。\n",
    ),
    "a mark of the browser": ("<!-- saved from url=(0022) -->\n<!DOCTYPE html><p>5家</p>", "5家\n"),
    "hidden": ("<html><div hidden>3家</div><div style='color:red; display: none'><p>4家</p></div><p>5家</p>", "5家\n"),
    "a hidden paragraph that does not end": ("<html><p hidden>3家<p>5家<p>6家", "5家\n\n6家\n"),
    "struck out": ("<html><p>增长<del>4%</del><s>3%</s>5%</p>", "增长5%\n"),
    "raised": ("<html><p>35µg/m<sup>3</sup>，5亿元<sup>12</sup>，2×10<sup>-3</sup></p>", "35µg/m³，5亿元¹²，2×10⁻³\n"),
    "lowered": ("<html><p>PM<sub>2.5</sub>下降</p>", "PM2.5下降\n"),
    "a table": (
        "<html><table><tr><th>指标</th><th>数（亿元）</th></tr>\n<tr><td>投资</td><td><p>219.5</p></td></tr></table><p>完</p>",
        "指标\t数（亿元）\n投资\t219.5\n\n完\n",
    ),
    "cells over several columns and rows": (
        "<html><table><tr><th rowspan=2>指标<th colspan='2'>2025年<tr><th>总量<th>增长<tr><td rowspan='2'>甲<td>1<td>2"
        "<tr><td>3<td>4</table>",
        "指标\t2025年\t\n\t总量\t增长\n甲\t1\t2\n\t3\t4\n",
    ),
    "two numbers of one cell": (
        "<html><table><tr><td>12<br>345家<td><p>5</p><p>6</p></table>",
        "12\u3000\u3000\u3000345家\t5\u3000\u3000\u30006\n",
    ),
    "characters by name": ("<html><p>增长&nbsp;5&#37;&lt;6%</p>", "增长\xa05%<6%\n"),
    "two numbers in two blocks": ("<html><div>13</div><div>5个县</div>", "13\n\n5个县\n"),
    "a tag that does not end": ("<html><p>5家</p><p>6家<a " + "<a " * 20_000, "5家\n\n6家<a" + " <a" * 20_000 + "\n"),
    "a comment that does not end": ("<html><p>5家</p><!-- 6家", "5家\n\n6家\n"),
    "XHTML": ("<?xml version='1.0'?><!DOCTYPE html><html><body><p>5家</p></body></html>", "5家\n"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", PAGES)
def test_of_a_saved_page_only_what_its_reader_sees_is_read(tmp_path, name, encoding):
    source, text = PAGES[name]
    path = tmp_path / "page.html"
    path.write_bytes(source.encode(encoding))
    assert read_document(path) == text


def test_a_figure_of_a_saved_table_has_the_unit_that_stands_above(tmp_path):
    path = tmp_path / "page.html"
    rows = "".join(
        f"<tr><td>{name}</td><td>{level}</td><td>{growth}</td></tr>"
        for name, level, growth in [
            ("指标", "2025年", "比上年增长（%）"),
            ("生产总值", "86.5", "5.2"),
            ("税收", "9.1", "-1.3"),
        ]
    )
    path.write_text(
        f"<html><body><p>单位：亿元</p><table>{rows}</table><p>涉及3个县。</p></body></html>", encoding="utf-8"
    )
    found = [it for it in scan(read_document(path), BUILT_IN) if it.class_ is NumberClass.QUANTITY]
    assert [(str(it.value), it.unit) for it in found] == [
        ("8650000000", "元"), ("26/5", "%"), ("910000000", "元"), ("-13/10", "%"), ("3", "个"),
    ]  # fmt: skip


def test_a_page_without_text_is_told(tmp_path):
    (tmp_path / "page.html").write_text("<html><body><img src='1.png'></body></html>", encoding="utf-8")
    assert problem_of(tmp_path / "page.html")[0] == "D003"


def test_a_broken_word_file(tmp_path):
    pytest.importorskip("docx", reason="the extra documents is not installed")
    path = tmp_path / "report.docx"
    path.write_bytes(b"PK\x03\x04 this is no archive")
    assert problem_of(path)[0] == "D002"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("something.txt", "else")
    assert problem_of(path)[0] == "D002"


def without_body(parts) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/document.xml"] = f'<w:document xmlns:w="{space}"/>'.encode()


def another_root(parts) -> None:
    parts["word/document.xml"] = b"<a/>"


def cut(parts) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:-20]


def other_styles(parts) -> None:
    parts["word/styles.xml"] = b"no XML at all"  # nobody can say what they hide


@pytest.mark.parametrize("change", [without_body, another_root, cut, other_styles])
def test_a_word_file_with_a_part_that_is_not_as_it_should_be(tmp_path, change):
    with_parts(tmp_path / "report.docx", change)
    assert problem_of(tmp_path / "report.docx")[0] == "D002"


ENTITY = b'<!DOCTYPE w [<!ENTITY n "1451.6">]>'


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def relations(target: str) -> bytes:
    return f'<Relationships><Relationship Type="x/officeDocument" Target="{target}"/></Relationships>'.encode()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
OTHER_KINDS = {
    "no members": (zipped(), "D002"),
    "no body": (zipped(**{"_rels__.rels": relations("word/document.xml")}), "D002"),
    "a workbook": (zipped(**{"_rels__.rels": relations("xl/workbook.xml"), "xl__workbook.xml": b"<a/>"}), "D008"),
    "OpenDocument": (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "D008"),
    "with a password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "D007"),
    "old Word": (COMPOUND, "D004"),
    "old Excel": (COMPOUND + "Workbook".encode("utf-16-le"), "D004"),
    "RTF": (rb"{\rtf1\ansi \u22320?5%}", "D008"),
    "HTML": (b"\xef\xbb\xbf\n<!DOCTYPE html><p style='width:5px'>5%</p>", "D008"),
    "HTML again": (b"<HTML><body>5%</body></HTML>", "D008"),
    "flat XML": (b"<?xml version='1.0'?><w>5%</w>", "D008"),
    "MHTML": (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "D008"),
    "text": ("增长5%".encode(), "D002"),
    "nothing": (b"", "D002"),
    "a picture": (b"\xff\xd8\xff\xe0\0\x10JFIF", "D008"),
}


@pytest.mark.parametrize("name", ["report.docx", "report.pdf"])
@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_what_only_has_the_name_of_a_document_is_told(tmp_path, kind, name):
    raw, code = OTHER_KINDS[kind]
    (tmp_path / name).write_bytes(raw)
    ran = run("scan", str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert f" {code} " in ran.err
    assert problem_of(tmp_path / name)[0] == code


def test_bytes_that_are_no_text_are_told_with_their_place(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes("一\n增长5%".encode("utf-16-le"))
    assert problem_of(path)[0] in ("D012", "Y003")
    path.write_bytes("一\n增\0长5%".encode())
    assert problem_of(path)[:3] == ("D012", 2, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_text_behind_an_entity_is_never_lost_in_silence(tmp_path, encoding):
    def declare(parts) -> None:
        text = parts["word/document.xml"].decode()
        text = text.replace("<w:document", ENTITY.decode() + "<w:document", 1).replace("1451.6", "&n;")
        parts["word/document.xml"] = text.replace("UTF-8", encoding).encode(encoding)

    with_parts(tmp_path / "report.docx", declare)
    assert problem_of(tmp_path / "report.docx")[0] == "D006"


@pytest.mark.parametrize(
    "content", ["<w:p/>" * 500_000, "<w:p>" + runs("1") * 250_000 + "</w:p>", "<w:p a='1' b='2' c='3'/>" * 150_000]
)
def test_elements_of_a_word_file_are_counted_before_a_library_sees_them(tmp_path, monkeypatch, content):
    monkeypatch.setattr("docx.oxml.parse_xml", None)  # is not reached
    with pytest.raises(CannotGoOn) as caught:
        text_of_body(tmp_path / "report.docx", content)
    (problem,) = caught.value.problems
    assert (problem.code, problem.expected, problem.suggestion) == ("D005", "400000", "word/document.xml")


def test_only_the_body_of_a_word_file_and_its_styles_are_unpacked(tmp_path):
    def enlarge(parts) -> None:
        parts["word/theme/theme1.xml"] = b"no XML at all"
        parts["word/media/picture.png"] = b"\0" * 100_000_000

    with_parts(tmp_path / "report.docx", enlarge)
    assert "1451.6" in read_document(tmp_path / "report.docx")


def headers(raw: bytes, at_local: int, at_central: int, value: int) -> bytes:
    """An archive with one field of all its headers changed."""
    changed = bytearray(raw)
    for mark, place in ((b"PK\x03\x04", at_local), (b"PK\x01\x02", at_central)):
        start = raw.find(mark)
        while start >= 0:
            changed[start + place] = value
            start = raw.find(mark, start + 4)
    return bytes(changed)


@pytest.mark.parametrize(
    ("at_local", "at_central", "value"),
    [(6, 8, 1), (8, 10, 9), (8, 10, 12), (8, 10, 14)],
    ids=["encrypted", "deflate64", "bzip2", "lzma"],
)
def test_a_word_file_packed_in_another_way(tmp_path, at_local, at_central, value):
    path = tmp_path / "report.docx"
    word_file(path)
    path.write_bytes(headers(path.read_bytes(), at_local, at_central, value))
    assert problem_of(path)[0] == ("D007" if at_local == 6 else "D002")


def test_damage_of_a_word_file_never_ends_the_program(tmp_path):
    path = tmp_path / "report.docx"
    word_file(path)
    raw = path.read_bytes()
    random = Random(1)
    for _ in range(150):
        damaged = bytearray(raw)
        for _ in range(random.choice((1, 8, 60))):
            damaged[random.randrange(4, len(raw))] = random.randrange(256)
        path.write_bytes(damaged)
        codes = []
        try:
            read_document(path)
        except CannotGoOn as refused:
            codes = [problem.code for problem in refused.problems]
        assert codes in ([], ["D002"], ["Y002"])


def test_the_text_of_a_document_is_no_longer_than_a_text_may_be(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "LARGEST_TEXT", 30)
    path = tmp_path / "report.docx"
    assert text_of_body(path, paragraphs("一二三四五", "六七八九十")) == "一二三四五\n\n六七八九十"
    with pytest.raises(CannotGoOn, match="Y002"):
        text_of_body(path, paragraphs("一二三四五", "六七八九十一"))
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    path.write_bytes(pdf_file([["一二三四五"], ["六七八九十一"]]))
    assert problem_of(path)[::3] == ("Y002", "30")


def test_a_pdf_gives_its_text_and_a_number_that_two_pages_share(tmp_path):
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_file([["一年来我们实施雨污合流改造488公", "- 2 -"], ["里。地区生产总值完成1451.6亿元。"]]))
    assert read_document(path) == "一年来我们实施雨污合流改造488公\n- 2 -\n\f\n里。地区生产总值完成1451.6亿元。"
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


def with_streams(content: bytes, filters: str) -> bytes:
    """A PDF whose only page has this content."""
    raw = pdf_file([["一"]])
    head, _, rest = raw.partition(b"11 0 obj\n")
    return (
        head + b"11 0 obj\n<< /Length %d /Filter %s >>\nstream\n" % (len(content), filters.encode())
        + content + b"\nendstream" + rest[rest.index(b"\nendobj") :]
    )  # fmt: skip


@cache
def bomb(times: int) -> bytes:
    """Blanks, deflated so many times."""
    return zlib.compress(b" " * 400_000_000 if times == 1 else bomb(times - 1), 9)


BOMBS = {"deflated": (1, "/FlateDecode"), "deflated twice": (2, "[/FlateDecode /FlateDecode]")}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="memory is bounded by POSIX")
@pytest.mark.parametrize("kind", BOMBS)
def test_a_pdf_that_grows_is_refused_with_the_limit(tmp_path, kind):
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    path = tmp_path / "report.pdf"
    times, filters = BOMBS[kind]
    path.write_bytes(with_streams(bomb(times), filters))
    assert problem_of(path)[::3] == ("D009", "4 s, 160 MiB")


@pytest.mark.parametrize(("library", "content"), [("docx", b"PK\x03\x04"), ("pypdfium2", b"%PDF-1.4")])
def test_without_the_extra_the_command_to_install_it_is_named(tmp_path, monkeypatch, library, content):
    path = tmp_path / "report"
    path.write_bytes(content)
    monkeypatch.setattr(documents, "find_spec", lambda name: None if name == library else find_spec(name))
    code, _, _, expected = problem_of(path)
    assert (code, expected) == ("D001", "pip install python-docx pypdfium2")


FRAGMENTS = {
    '<p style="margin:12px">产值1200亿元。</p>': "产值1200亿元。",
    '<div class="c3" style="font-size:14px">产量500万吨。</div>': "产量500万吨。",
    '<table width="90"><tr><td>产量</td><td>500</td></tr></table>': "产量\t500",
    "<style>p{margin:12px}</style><p>产值5亿元。</p>": "产值5亿元。",
}


@pytest.mark.parametrize("source", FRAGMENTS)
def test_a_piece_of_a_page_is_read_as_one(tmp_path, source):
    path = tmp_path / "saved.html"
    path.write_text(source, "utf-8")
    assert read_document(path).strip() == FRAGMENTS[source]


@pytest.mark.parametrize("source", ["<p>甲</p>\n\n# 题\n\n- 产值5亿元\n", "<5亿元的企业有3家。", "<p 产值5亿元。"])
def test_markdown_and_plain_text_with_a_tag_stay_text(tmp_path, source):
    path = tmp_path / "text.md"
    path.write_text(source, "utf-8")
    assert read_document(path) == source
