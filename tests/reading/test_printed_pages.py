"""A page that a browser prints to PDF says the same as its source: narrow tables, two columns, page numbers.

The browser is Chromium where it is installed.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from browser import BROWSER, NONE
from running import ROOT

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.reading.report.documents import read_document

pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
pytestmark = pytest.mark.skipif(bool(NONE), reason=NONE)

TABLES = ROOT / "tests" / "data" / "tables"
STYLE = """@page{size:A4;margin:25mm 20mm;
@bottom-center{content:"— " counter(page) " —"}@top-center{content:"甲县政府工作报告"}}
body{font-size:11pt;line-height:1.7}p{text-indent:2em;margin:0}
table{border-collapse:collapse}td{border:1px solid;padding:2px 5px}.columns{column-count:2;column-gap:10mm}"""
SENTENCES = [
    f"全县扎实推进第{n}批项目，新建学校{n + 11}所，其中乡村学校{n + 3}所，完成投资{n + 30}.{n % 10}亿元，"
    f"比上年增长{n % 9 + 1}.{n % 7}%，群众满意度达{n + 40}.5%，新增学位{n + 1},200个。"
    for n in range(40)
]
HEAD = "甲县人民政府工作报告\n——2026年1月20日在甲县人民代表大会上\n一、2025年工作回顾\n"
TABLE = (TABLES / "set-against-another-year.txt").read_text(encoding="utf-8").splitlines()[-3:]


def block(line: str) -> str:
    return "".join(f"<td>{cell}</td>" for cell in line.split("\t")) if "\t" in line else f"<p>{line}</p>"


def page(text: str) -> str:
    """Paragraphs and tables."""
    blocks = [block(line) for line in text.splitlines()]
    rows = "".join(f"<tr>{it}</tr>" if it.startswith("<td>") else it for it in blocks)
    return rows.replace("</p><tr>", "</p><table><tr>").replace("</tr><p>", "</tr></table><p>")


def printed(body: str, folder: Path) -> str:
    """The text of what the browser prints."""
    source, target = folder / "page.html", folder / "page.pdf"
    head = f"<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><style>{STYLE}</style></head>"
    source.write_text(f"{head}<body>{body}</body></html>", encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}")
    subprocess.run([str(BROWSER), *options, str(source)], capture_output=True, timeout=60, check=True)
    return read_document(target)


def facts(text: str) -> list[tuple[str, ...]]:
    drafted = draft(text, Catalogue(units=BUILT_IN))
    found = [
        (it.printed.number.start, it.written.text, own.name, it.measure, it.period, it.since, str(it.era.ahead))
        for own in drafted.indicators
        for it in own.figures
    ]
    return [told for _, *told in sorted(found)]


@pytest.mark.parametrize(
    "name", ["five-year-plan", "heads-of-two-lines", "months", "places-as-rows", "continued-on-the-next-page"]
)
def test_a_printed_table_says_what_its_source_says(name, tmp_path):
    text = (TABLES / f"{name}.txt").read_text(encoding="utf-8")
    assert facts(printed(page(text), tmp_path)) == facts(text)


def test_columns_with_a_table_between_them_are_read_one_behind_the_other(tmp_path):
    first, second = SENTENCES[:9], SENTENCES[9:]
    title = "表1 2025年主要指标"
    source = "\n".join([HEAD.strip(), *first, title, *TABLE, *second, ""])
    table = f"<p>{title}</p>{page(chr(10).join(TABLE))}".replace("<tr>", "<table><tr>", 1) + "</table>"
    columns = (f'<div class="columns">{page(chr(10).join(part))}</div>' for part in (first, second))
    body = page(HEAD) + table.join(columns)
    assert facts(printed(body, tmp_path)) == facts(source)


def test_paragraphs_over_lines_and_pages_are_whole(tmp_path):
    paragraphs = ["".join(SENTENCES[n : n + 4]) for n in range(0, 40, 4)]
    source = "\n".join([HEAD.strip(), *paragraphs, ""])
    assert facts(printed(page(source), tmp_path)) == facts(source)
