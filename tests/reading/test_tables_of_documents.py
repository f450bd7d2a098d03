"""What a draft makes of tables: every text of ``tests/data/tables`` with the facts beside it.

A line of facts is: figure, name, measure, role, period, base, what was guessed, how firmly a target binds; or ``not a
figure`` with the reason. A new text gets its facts with ``SHIZHONG_REFRESH=1``; read them before you commit them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
from pdfs import Drawn, Placed, placed_pdf, ruled, set_in
from running import ROOT

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import DraftedFigure, draft
from shizhong_cli.reading.report.documents import read_document

TABLES = ROOT / "tests" / "data" / "tables"
TAB = "\t"
TEXTS = sorted(path for path in TABLES.glob("*.*") if path.suffix != ".facts")


def facts_of(text: str) -> str:
    drafted = draft(text, Catalogue(units=BUILT_IN))
    figures = [(it.printed.number.start, own.name, it) for own in drafted.indicators for it in own.figures]
    lines = [(start, f"{_figure(it)} | {name} | {_told(it)}") for start, name, it in figures]
    lines += [(it.printed.number.start, f"{it.text} | not a figure: {it.reason}") for it in drafted.exclusions]
    return "".join(f"{line}\n" for _, line in sorted(lines))


def _figure(it: DraftedFigure) -> str:
    return f"{it.written.text} ({it.unit})" if it.unit else it.written.text


def _told(it: DraftedFigure) -> str:
    role, binding = ("target", it.bound_by) if it.era.ahead else ("baseline", "")
    return " | ".join((it.measure, role, it.period, it.since, " ".join(it.doubts), binding))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_table_is_drafted_as_its_facts_say(path):
    facts, expected = facts_of(read_document(path)), path.with_suffix(".facts")
    if os.environ.get("SHIZHONG_REFRESH") == "1":
        expected.write_text(facts, encoding="utf-8")
    assert facts == expected.read_text(encoding="utf-8")


def as_page(text: str, folder: Path) -> Path:
    """The text as a saved page, its tables as tables."""
    blocks: list[str] = []
    for line in text.split("\n"):
        if "\t" in line:
            row = "".join(f"<td>{cell}</td>" for cell in line.split("\t"))
            blocks.append(f"<tr>{row}</tr>")
        else:
            blocks.append(f"<p>{line}</p>")
    body = "\n".join(blocks).replace("</p>\n<tr>", "</p>\n<table>\n<tr>").replace("</tr>\n<p>", "</tr>\n</table>\n<p>")
    path = folder / "page.html"
    path.write_text(f"<!DOCTYPE html><html><body>\n{body}\n</body></html>", encoding="utf-8")
    return path


def as_word(text: str, folder: Path) -> Path:
    """The text as a Word document, its tables as tables."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    rows: list[list[str]] = []

    def put_table() -> None:
        if rows:
            table = document.add_table(len(rows), max(map(len, rows)))
            for n, row in enumerate(rows):
                for i, cell in enumerate(row):
                    table.cell(n, i).text = cell
        rows.clear()

    for line in text.split("\n"):
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        put_table()
        document.add_paragraph(line)
    put_table()
    path = folder / "document.docx"
    document.save(str(path))
    return path


def as_markdown(text: str, folder: Path) -> Path:
    """The text with strokes around its cells."""
    lines = [f"| {line.replace(TAB, ' | ')} |" if TAB in line else line for line in text.split("\n")]
    path = folder / "text.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def as_ruled_pdf(text: str, folder: Path, are_drawn: bool = True) -> Path:
    """The text with its tables between rules, their cells on as many lines as they need."""
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    pages: list[list[Placed]] = [[]]
    rules: list[list[Drawn]] = [[]]
    place = _TOP
    for is_table, lines in groupby(text.strip("\n").split("\n"), key=lambda line: TAB in line):
        rows = [line.split(TAB) for line in lines]
        height = 60 * len(rows) if is_table else 20
        if place - height < _BOTTOM:
            pages, rules, place = [*pages, []], [*rules, []], _TOP
        if is_table:
            texts, drawn, place = ruled([[*row, *[""] * (max(map(len, rows)) - len(row))] for row in rows], 40, place)
            pages[-1] += texts
            rules[-1] += drawn if are_drawn else []
            place -= 30
        else:
            for (line,) in rows:
                texts = set_in(f"　　{line}" if line.endswith("。") else line, 40, place, 43)
                pages[-1] += texts
                place -= 20 * len(texts)
    path = folder / "document.pdf"
    path.write_bytes(placed_pdf(pages, rules))
    return path


_TOP, _BOTTOM = 800, 40


@pytest.mark.parametrize("made", [as_page, as_word, as_markdown, as_ruled_pdf])
@pytest.mark.parametrize(
    "path", [path for path in TEXTS if TAB in path.read_text(encoding="utf-8")], ids=lambda path: path.stem
)
def test_a_table_says_the_same_in_every_kind_of_document(path, made: Callable[[str, Path], Path], tmp_path):
    text = path.read_text(encoding="utf-8")
    assert facts_of(read_document(made(text, tmp_path))) == path.with_suffix(".facts").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [path for path in TEXTS if path.suffix == ".txt"], ids=lambda path: path.stem)
def test_of_a_table_without_rules_nothing_wrong_is_certain(path, tmp_path):
    """Its cells have several lines; what cannot be told is marked as a guess."""
    text, expected = path.read_text(encoding="utf-8"), path.with_suffix(".facts").read_text(encoding="utf-8")
    told = {_without_binding(line) for line in expected.split("\n")}
    found = facts_of(read_document(as_ruled_pdf(text, tmp_path, False))).split("\n")
    certain = [line for line in map(_without_binding, found) if line.endswith(" | ") and "not a figure" not in line]
    assert [line for line in certain if line not in told] == []


def _without_binding(line: str) -> str:
    return line.rpartition(" | ")[0]


MERGED = {True: [((0, 1), (0, 2)), ((0, 3), (0, 4)), ((0, 0), (1, 0))], False: [((1, 0), (2, 0)), ((1, 4), (2, 4))]}
"""The cells that are one, in a table with heads of two lines and in one with groups of rows."""


def test_merged_cells_of_a_word_document_are_read_as_those_of_a_page(tmp_path):
    docx = pytest.importorskip("docx")
    page = TABLES / "heads-over-columns.html"
    blocks = read_document(page).split("\n\n")
    document = docx.Document()
    for block in blocks:
        if TAB not in block:
            document.add_paragraph(block)
            continue
        rows = [line.split(TAB) for line in block.strip("\n").split("\n")]
        table = document.add_table(len(rows), len(rows[0]))
        for n, row in enumerate(rows):
            for i, text in enumerate(row):
                table.cell(n, i).text = text.strip()
        for first, last in MERGED["产量" in block]:
            table.cell(*first).merge(table.cell(*last))
    document.save(str(tmp_path / "merged.docx"))
    assert facts_of(read_document(tmp_path / "merged.docx")) == page.with_suffix(".facts").read_text(encoding="utf-8")
