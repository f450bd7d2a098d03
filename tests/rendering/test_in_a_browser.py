"""Every page that the program writes, in a real browser: at five widths, on paper, in the dark, by keyboard, by axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import NONE, Browser, axe_file
from pages import ACTUALS
from running import ROOT, run

pytestmark = pytest.mark.skipif(bool(NONE), reason=NONE)

GIVEN = [word for actual in ACTUALS for word in ("--actual", actual)]
YUNTING = ["examples/yunting-2025", "examples/yunting-2026"]
PLAN = "examples/five_year_plan"
REPORTS = {
    "report": [*GIVEN, "--as-of", "2026-09-30"],
    "report-without-actuals": [],
    "report-small": ["--data", YUNTING[0], "--results", YUNTING[1]],
    "report-months": ["--data", "{folder}/lights", "--actuals", "tests/data/months.csv"],
    "report-years-ahead": ["--data", PLAN, "--actuals", f"{PLAN}/actuals.csv", "--as-of", "2027-12-31"],
}  # fmt: skip
LIGHTS = "conventions:\n  lights: {lead: 5个百分点, points: 0.5个百分点, otherwise: 5%, reason: 督查办法}\n"
COMMANDS = {
    "verify": ["verify-baselines"],
    "coverage": ["coverage", "tests/data/numbers.csv"],
    "gap": ["gap", "foreign_capital_used", "0.9亿美元", "--as-of", "2026-09-30", "--explain"],
    "show": ["show", "four_up_enterprises"],
    "status": ["status", "--section", "主要预期目标"],
    "settle": ["settle", *YUNTING],
    "settle-years": ["settle", *YUNTING, "examples/yunting-2027"],
}
PAGES = [(name, "zh") for name in (*REPORTS, *COMMANDS)] + [(name, "en") for name in ("report", *COMMANDS)]
SMALL = ["report-small", "report-months", "report-years-ahead", "coverage", "gap", "show", "status", "settle-years"]
"""Pages that together have everything the others have; axe takes a second for each thousand elements."""

WHOLE = "tbody tr, .cards li, .worst li, .questions li"
"""What is not to be broken over two pages."""
WIDTHS = (360, 600, 800, 1200, 1920)
MEASURED = """(() => {
  const hidden = e => !e.offsetParent || getComputedStyle(e).clipPath != "none" || e.closest(".aside") ||
    (e.closest("thead") && getComputedStyle(e.closest("thead")).clipPath != "none");
  const told = e => e.tagName + "." + e.className + ": " + e.textContent.trim().slice(0, 60);
  const parts = [...document.querySelectorAll("body *")].filter(e => !e.closest("svg") && !hidden(e));
  const out = e => { const box = e.getBoundingClientRect(); return box.right > innerWidth + 0.5 || box.left < -0.5; };
  const cut = e => getComputedStyle(e).display != "inline" && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1;
  const charts = [...document.querySelectorAll("svg.bullet")].map(e => e.getBoundingClientRect());
  return {
    width: innerWidth,
    wide: document.documentElement.scrollWidth,
    wrong: parts.filter(e => out(e) || cut(e)).map(told),
    unseen: charts.filter(box => box.width < 100 || box.height < 30).length,
  };
})()"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pages")
    (made / "lights").mkdir()
    for name in ("targets.yaml", "baselines.yaml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        (made / "lights" / name).write_text(text.replace("conventions:\n", LIGHTS, 1), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def browser(folder: Path) -> Iterator[Browser]:
    made = Browser(folder)
    yield made
    made.close()


@pytest.fixture
def page(folder: Path, name: str, lang: str) -> Path:
    """The file of a page, made once."""
    file = folder / f"{name}.{lang}.html"
    if not file.exists():
        command = ["report", *REPORTS[name]] if name in REPORTS else COMMANDS[name]
        command = [word.replace("{folder}", str(folder)) for word in command]
        ran = run(*command, "--output", str(file), lang=lang)
        assert (ran.code, ran.out) == (0, "")
    return file


@pytest.mark.parametrize(("name", "lang"), PAGES)
def test_at_every_width_and_without_a_script(browser, page):
    browser.open(page, script=False)
    for width in WIDTHS:
        browser.look(width)
        measured = browser.run(MEASURED)
        assert (measured["width"], measured["wrong"], measured["unseen"]) == (width, [], 0)
        assert measured["wide"] <= width
    assert {url.partition("#")[0] for url in browser.fetched} <= {page.as_uri()}
    assert browser.said == []


@pytest.mark.parametrize(
    ("name", "lang", "width", "dark"),
    [(name, "zh", 1200, False) for name in SMALL] + [(name, "en", 360, True) for name in SMALL[::3]],
)
def test_axe_finds_nothing(browser, page, width, dark):
    axe = axe_file()
    if axe is None:
        pytest.skip("axe is not on this machine: SHIZHONG_AXE names its file, axe-playwright-python brings it")
    browser.open(page, width=width, dark=dark)
    assert browser.violations(axe) == []


@pytest.mark.parametrize(("name", "lang"), [("report-small", "zh"), ("settle-years", "en")])
def test_by_keyboard_alone(browser, page):
    browser.open(page)
    links = browser.run("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert len(links) > 3
    for link in links:
        browser.press("Tab", 9)
        at = browser.run("(e => [e.getAttribute('href'), getComputedStyle(e).outlineStyle])(document.activeElement)")
        assert at == [link, "solid"]
    browser.open(page)
    browser.press("Tab", 9)
    browser.press("Tab", 9)
    browser.press_enter()
    browser.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert browser.run("location.hash") == links[1]
    top = browser.run("document.querySelector(location.hash).getBoundingClientRect().top")
    assert -1 <= top < 900


@pytest.mark.parametrize(("name", "lang"), [("report", "zh"), ("verify", "en"), ("settle-years", "zh")])
def test_on_paper(browser, page):
    """A4, landscape for the report; and every row of every table whole on one of the pages."""
    reader = pytest.importorskip("pypdfium2", reason="pypdfium2 comes with shizhong[documents]")
    browser.open(page)
    rows = browser.run(f"[...document.querySelectorAll('{WHOLE}')].map(row => row.textContent)")
    paper = reader.PdfDocument(browser.pdf())
    try:
        assert {tuple(round(side) for side in sheet.get_size()) for sheet in paper} == {(842, 595)}
        texts = [_letters(sheet.get_textpage().get_text_bounded()) for sheet in paper]
    finally:
        paper.close()
    assert len(rows) > 10
    assert [row for row in map(_letters, rows) if not any(row in text for text in texts)] == []


def _letters(text: str) -> str:
    """A text without blanks, and without the characters that a PDF may give back as others."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", text)
