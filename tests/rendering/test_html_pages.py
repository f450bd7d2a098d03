"""Every page as one HTML file: what is on the terminal is on it, it nests, and it needs nothing from elsewhere."""

from __future__ import annotations

import re
from itertools import pairwise

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


def report_page(tmp_path, lang: str) -> Page:
    run("report", "-o", str(tmp_path / "r.html"), "--actual", "gdp=4.8%", "--as-of", "2026-09-30", lang=lang)
    return Page((tmp_path / "r.html").read_text("utf-8"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_checker_of_accessibility_asks_for(tmp_path, lang):
    """The rules of axe that can be told without a browser: order of headings, names, heads of columns, labels, ids."""
    pages = [Page(run(*command, "--format", "html", lang=lang).out) for command in COMMANDS.values()]
    for page in [report_page(tmp_path, lang), *pages]:
        levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
        for tag in ("h1", "h2", "h3", "h4", "a", "th", "title", "li"):
            assert all(e.text.strip() for e in page.all(tag)), tag
        assert all(e.attributes.get("scope") in ("col", "row") for e in page.all("th"))
        assert all("aria-label" in e.attributes for e in [*page.all("nav"), *page.all("svg", role="img")])
        assert page.all("meta", name="viewport")[0].attributes["content"] == "width=device-width, initial-scale=1"
        ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
        assert len(ids) == len(set(ids))
