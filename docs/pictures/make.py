"""The pictures of the documents: a terminal by rich, the report page by Chromium. Run it from a development setup.

    .venv/bin/python docs/pictures/make.py

Figures in them are invented, but for those of the report.
"""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser import Browser  # noqa: E402 - beside the tests, which use it as well

GIVEN = ["gdp=5.2%", "retail_sales=2.9%", "foreign_capital_used=0.9亿美元", "urban_new_jobs=13980人", "tech_smes=605"]
OPTIONS = ["--as-of", "2026-Q3", *(word for one in GIVEN for word in ("--actual", one))]
TERMINAL = ["gap", "foreign_capital_used", "0.9亿美元", "--as-of", "2026-Q3"]
LANGUAGES = ("en", "zh")
COLUMNS = 88


def main() -> None:
    """Make all of them anew."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(Path(folder))
        try:
            for language in LANGUAGES:
                (HERE / f"report.{language}.webp").write_bytes(page(browser, Path(folder), language))
            (HERE / "terminal.zh.webp").write_bytes(chinese_terminal(browser, Path(folder)))
        finally:
            browser.close()
    (HERE / "terminal.en.svg").write_text(english_terminal(), encoding="utf-8")


def ran(language: str, *command: str) -> str:
    """What the program prints in colour."""
    environment = os.environ | {"SHIZHONG_LANG": language, "COLUMNS": str(COLUMNS), "FORCE_COLOR": "1"}
    environment |= {"TERM": "xterm-256color"}
    done = subprocess.run(
        [sys.executable, "-m", "shizhong_cli", *command],
        capture_output=True,
        cwd=ROOT,
        env=environment,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def recorded(language: str) -> Console:
    """A console on which a command and what it prints have been drawn."""
    with open(os.devnull, "w") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, color_system="truecolor", force_terminal=True)
        console.print(Text(f"$ shizhong {' '.join(TERMINAL)}\n"))
        console.print(Text.from_ansi(ran(language, *TERMINAL)))
    return console


def english_terminal() -> str:
    """The terminal as SVG, without a font from elsewhere."""
    drawn = recorded("en").export_svg(title="shizhong", unique_id="terminal")
    drawn = re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


def chinese_terminal(browser: Browser, folder: Path) -> bytes:
    """The same of Chinese, whose characters rich does not give two places in an SVG."""
    style = (
        "body {margin: 16px; font-size: 16px} pre, code {font-family: 'Noto Sans Mono CJK SC', monospace !important}"
    )
    html = recorded("zh").export_html(theme=MONOKAI)
    file = folder / "terminal.html"
    file.write_text(html.replace("</style>", f"{style}</style>", 1), encoding="utf-8")
    browser.open(file, width=COLUMNS * 8 + 40)
    browser.look(
        COLUMNS * 8 + 40, height=browser.run("Math.ceil(document.querySelector('pre').getBoundingClientRect().bottom)")
    )
    return picture(browser)


def page(browser: Browser, folder: Path, language: str) -> bytes:
    """The upper part of the report page."""
    file = folder / "report.html"
    ran(language, "report", "--output", str(file), *OPTIONS)
    browser.open(file, width=1200)
    browser.look(1200, height=1000)
    return picture(browser)


def picture(browser: Browser) -> bytes:
    """What the browser shows, as a small file."""
    return base64.b64decode(browser.ask("Page.captureScreenshot", format="webp", quality=60)["data"])


if __name__ == "__main__":
    main()
