"""The report page in a real browser: nothing is fetched, nothing sticks out, everything is drawn, and it prints."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path

import pytest
from pages import ACTUALS, page_of
from running import ROOT

from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.rendering.wording import Language

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--window-size=1400,900",
)  # fmt: skip
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

WIDTHS = (1280, 1000, 768, 375, 320)
MEASURING = """
<script>
addEventListener("load", () => {
  const measured = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentWindow, document = page.document, root = document.documentElement;
    const shown = box => box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= page.innerWidth;
    const cut = [...document.querySelectorAll(".targets td, .targets th, .cards li, .worst li, .plain span")]
      .filter(e => getComputedStyle(e).display != "none" && e.offsetParent && e.scrollWidth > e.clientWidth + 1)
      .filter(e => !e.closest("thead") && !e.querySelector(".bullet"));
    return {
      width: page.innerWidth,
      wide: root.scrollWidth,
      charts: document.querySelectorAll("svg.bullet").length,
      visible: [...document.querySelectorAll("svg.bullet")].filter(e => shown(e.getBoundingClientRect())).length,
      fetched: page.performance.getEntriesByType("resource").map(e => e.name),
      cut: cut.map(e => e.textContent.trim()),
    };
  });
  document.body.textContent = "MEASURED" + JSON.stringify(measured) + "END";
});
</script>
"""


def browse(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the browser with an empty profile."""
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    command = [str(BROWSER), *QUIET, *root, f"--user-data-dir={folder / 'profile'}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=True)


@pytest.mark.parametrize("language", Language)
def test_on_every_width(tmp_path, language):
    page = page_of(load_catalogue(ROOT), ACTUALS, language=language)
    frames = "".join(
        f'<iframe style="width:{w}px;height:900px;border:0" srcdoc="{escape(page)}"></iframe>' for w in WIDTHS
    )
    file = tmp_path / "measuring.html"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{frames}{MEASURING}", "utf-8")
    done = browse(tmp_path, "--dump-dom", file.as_uri())
    found = re.search("MEASURED(.*)END", done.stdout)
    assert found, done.stdout[-500:]
    measured = json.loads(unescape(found[1]))
    assert "CONSOLE" not in done.stderr
    assert [m["width"] for m in measured] == list(WIDTHS)
    for at in measured:
        assert at["wide"] <= at["width"]
        assert at["charts"] == at["visible"] == len(load_catalogue(ROOT).numbered_targets) + 1  # and the legend
        assert (at["fetched"], at["cut"]) == ([], [])


def test_on_paper(tmp_path):
    page, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    page.write_text(page_of(load_catalogue(ROOT), ACTUALS), "utf-8")
    browse(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri())
    content = paper.read_bytes()
    assert content.startswith(b"%PDF-")
    boxes = set(re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)[.\d]*\]", content))
    assert boxes == {(b"841", b"594")}  # A4, landscape
    assert 5 <= len(re.findall(rb"/Type /Page\b", content)) <= 25
