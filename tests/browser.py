"""A real browser, driven over a pipe: Chromium of the machine, and nothing else that would have to be installed.

The rules of accessibility are axe's. Its file is the one that SHIZHONG_AXE names, or that of the package
``axe-playwright-python`` where it is installed (``pip install --no-deps axe-playwright-python``: the file alone).
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NONE = (
    "no Chromium on this machine"
    if BROWSER is None
    else "the pipe of the browser needs a POSIX system"
    if sys.platform == "win32"
    else ""
)
"""Why no browser can be had; empty where one can."""
QUIET = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--hide-scrollbars",
    "--remote-debugging-pipe",
)  # fmt: skip
START = """import os, sys
ends = [os.dup(int(end)) for end in sys.argv[1:3]]
while min(ends) < 5: ends = [os.dup(end) for end in ends]
os.dup2(ends[0], 3); os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])"""
"""The browser reads from file 3 and writes to file 4."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_file() -> Path | None:
    """Where axe is on this machine."""
    if named := os.environ.get("SHIZHONG_AXE"):
        return Path(named)
    found = importlib.util.find_spec("axe_playwright_python")
    return Path(str(found.origin)).with_name("axe.min.js") if found else None


class Browser:
    """One process of Chromium with one page open in it."""

    def __init__(self, folder: Path) -> None:
        to_browser, self._to = os.pipe()
        self._from, from_browser = os.pipe()
        root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        command = [str(BROWSER), *QUIET, *root, f"--user-data-dir={folder / 'profile'}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, str(to_browser), str(from_browser), *command],
            pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._number, self._rest, self._session, self.fetched = 0, b"", "", []
        self.said: list[str] = []
        target = next(t for t in self.ask("Target.getTargets")["targetInfos"] if t["type"] == "page")
        attached = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def close(self) -> None:
        """End the process."""
        os.close(self._to)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._from)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command to the browser, and its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer)
                return answer["result"]

    def _write(self, content: bytes) -> None:
        while content:
            content = content[os.write(self._to, content) :]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._from, 1 << 16)
            assert more, "the browser is gone"
            self._rest += more
        one, _, self._rest = self._rest.partition(b"\0")
        message = json.loads(one)
        self._note(message)
        return message

    def _note(self, message: dict[str, Any]) -> None:
        """Keep what the page asks for, and what it complains of."""
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.fetched.append(message["params"]["request"]["url"])
            case "Log.entryAdded":
                self.said.append(message["params"]["entry"]["text"])
            case "Runtime.exceptionThrown" | "Runtime.consoleAPICalled":
                self.said.append(json.dumps(message["params"]))

    def _wait_for(self, event: str) -> None:
        while self._read().get("method") != event:
            pass

    def open(self, file: Path, *, width: int = 1200, dark: bool = False, script: bool = True) -> None:
        """Show a file as wide as this, in the colours that the system asks for."""
        self.fetched.clear()
        self.said.clear()
        self.look(width, dark=dark)
        self.ask("Emulation.setScriptExecutionDisabled", value=not script)
        self.ask("Page.navigate", url=file.as_uri())
        self._wait_for("Page.loadEventFired")

    def look(self, width: int, *, height: int = 900, dark: bool = False, media: str = "screen") -> None:
        """The same page at another width, in other colours, or as it is printed."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def run(self, script: str) -> Any:
        """The value of an expression in the page, awaited."""
        done = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """A key, down and up."""
        for type in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=type, key=key, code=key, windowsVirtualKeyCode=code)

    def press_enter(self) -> None:
        """The key that follows a link."""
        for type in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent", type=type, key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r"
            )

    def pdf(self) -> bytes:
        """The page on paper."""
        self.look(1200, media="print")
        made = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(made["data"])

    def picture(self, whole: bool = True) -> bytes:
        """The page as PNG."""
        made = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(made["data"])

    def violations(self, axe: Path) -> list[str]:
        """What axe has to say against the page."""
        self.run(axe.read_text("utf-8") + ";0")
        settings = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found = self.run(f"axe.run(document, {json.dumps(settings)}).then(r => r.violations)")
        return [
            f"{one['id']}: {node['html'][:120]} {node.get('failureSummary', '')}"
            for one in found
            for node in one["nodes"]
        ]
