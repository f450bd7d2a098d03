"""Every page as one HTML file: what is on the terminal is on it, it nests, and it needs nothing from elsewhere."""

from __future__ import annotations

import re

import pytest
from pages import Page
from running import run

COMMANDS = {
    "verify": ["verify-baselines"],
    "coverage": ["coverage", "tests/data/numbers.csv"],
    "gap": ["gap", "-i", "foreign_capital_used", "--actual", "0.9亿美元", "--as-of", "2026-09-30"],
    "show": ["show", "four_up_enterprises"],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_page(name, lang):
    ran = run(*COMMANDS[name], "--format", "html", lang=lang)
    assert (ran.code, ran.err) == (0, "")
    page = Page(ran.out)
    assert page.all("html")[0].attributes["lang"] == {"zh": "zh-CN", "en": "en"}[lang]
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert not page.all("script")
    assert not re.search(r"https?://|url\(", ran.out)
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    links = [a.attributes["href"] for a in page.all("a")]
    assert len(ids) == len(set(ids))
    assert all(link[1:] in ids for link in links)
    assert all(th.text.strip() for th in page.all("th"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_cell_of_the_terminal_is_on_the_page(name):
    """What Markdown has in its cells, HTML has in its own."""
    page = Page(run(*COMMANDS[name], "--format", "html").out)
    cells = {"".join(e.text.split()) for e in page.elements if e.tag in ("td", "th")}
    markdown = run(*COMMANDS[name], "--format", "markdown").out
    for line in re.findall(r"^\| (.*) \|$", markdown, re.MULTILINE):
        for cell in re.split(r" \| ", line):
            text = "".join(re.sub(r"\\(.)|<br>", r"\1", cell).split())
            assert not text or set(text) <= set("-:") or text in cells, text


def test_a_file_that_is_called_so_is_a_page(tmp_path):
    run("verify-baselines", "-o", str(tmp_path / "v.html"))
    assert (tmp_path / "v.html").read_text("utf-8").startswith("<!DOCTYPE html>")
