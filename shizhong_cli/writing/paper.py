"""A page as PDF, printed by a browser of the Chrome family where one is at hand. Nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from shizhong_cli.problems import CannotGoOn, Place, Problem

VARIABLE = "SHIZHONG_BROWSER"
"""Names the browser to print with."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_PROGRAMS = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe")
_FOLDERS = ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA")
_QUIET = (
    "--headless", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-extensions", "--no-first-run", "--no-pdf-header-footer",
)  # fmt: skip
_PATIENCE = 120
"""Seconds until a browser that has not printed is given up."""


def printed(page: str, file: Path, environment: Mapping[str, str]) -> bytes:
    """The PDF of an HTML page; ``file`` is what it is for, which problems name.

    Raises ``CannotGoOn``: W020 where there is no browser, W021 where it does not print.
    """
    browser = _browser(environment)
    if browser is None:
        raise CannotGoOn([Problem(Place(str(file)), "W020", VARIABLE)])
    with TemporaryDirectory(prefix="shizhong-", ignore_cleanup_errors=True) as folder:
        source, paper = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(page, encoding="utf-8")
        command = [browser, *_QUIET, *_as_root(), f"--user-data-dir={Path(folder, 'profile')}"]
        command += [f"--print-to-pdf={paper}", source.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True)
            return paper.read_bytes()
        except (OSError, subprocess.SubprocessError):
            raise CannotGoOn([Problem(Place(str(file)), "W021", Path(browser).name)]) from None


def _browser(environment: Mapping[str, str]) -> str | None:
    """The browser that is named, or else the first that is there."""
    if named := environment.get(VARIABLE):
        return named
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    return on_path or next((place for place in _places(environment) if Path(place).is_file()), None)


def _places(environment: Mapping[str, str]) -> list[str]:
    """Where systems keep browsers that are on no path."""
    if os.name != "nt":
        return list(_APPLICATIONS)
    folders = [environment[name] for name in _FOLDERS if name in environment]
    return [str(Path(folder, program)) for program in _PROGRAMS for folder in folders]


def _as_root() -> list[str]:
    """A browser refuses to run in its sandbox as root, as in a container; the page has no script to be kept in."""
    return ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
