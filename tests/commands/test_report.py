"""``report``: on paper where a browser is at hand, and again whenever a file changes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from browser import NONE
from making import pack
from running import ROOT, run

posix = pytest.mark.skipif(os.name == "nt", reason="a script stands for the browser; signals of POSIX")


def script(folder: Path, body: str) -> str:
    """A program that stands for a browser; ``$paper`` is where the PDF is wanted."""
    file = folder / "browser"
    file.write_text(
        f'#!/bin/sh\nfor word; do case "$word" in --print-to-pdf=*) paper="${{word#*=}}";; esac; done\n{body}\n'
    )
    file.chmod(0o755)
    return str(file)


@posix
def test_the_name_of_the_file_asks_for_paper(tmp_path):
    """The browser is given the page, in a folder that is gone afterwards."""
    given = tmp_path / "given"
    browser = script(tmp_path, f'cp "${{paper%.pdf}}.html" {given}; echo "$@" > {given}.words; printf %%PDF > "$paper"')
    ran = run("report", "-o", str(tmp_path / "r.pdf"), environment={"SHIZHONG_BROWSER": browser})
    assert (ran.code, ran.out, ran.err) == (0, "", f"{tmp_path / 'r.pdf'} 可以报送了。\n")
    assert (tmp_path / "r.pdf").read_bytes() == b"%PDF"
    assert given.read_text("utf-8").startswith("<!DOCTYPE html>")
    words = Path(f"{given}.words").read_text().split()
    assert "--headless" in words
    assert not Path(
        next(word for word in words if word.startswith("--user-data-dir=")).partition("=")[2]
    ).parent.exists()


@posix
@pytest.mark.parametrize(("body", "code"), [("exit 1", "W021"), ("exit 0", "W021"), (None, "W020")])
def test_where_nothing_is_printed_nothing_is_written(tmp_path, body, code):
    old = tmp_path / "r.pdf"
    old.write_bytes(b"old")
    browser = "" if body is None else script(tmp_path, body)
    ran = run("report", "-o", str(old), environment={"SHIZHONG_BROWSER": browser, "PATH": str(tmp_path / "nothing")})
    assert (ran.code, ran.out, old.read_bytes()) == (2, "", b"old")
    assert f": {code} " in ran.err


@pytest.mark.skipif(bool(NONE), reason=NONE)
def test_a_real_browser_prints(tmp_path):
    ran = run("report", "--data", "examples/yunting-2025", "-o", str(tmp_path / "r.pdf"))
    assert (ran.code, ran.err) == (0, f"{tmp_path / 'r.pdf'} 可以报送了。\n")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


@posix
def test_it_is_written_again_when_a_file_changes(tmp_path):
    pack(tmp_path, "indicators: {}\n")
    page, data = tmp_path / "r.html", tmp_path / "baselines.yaml"
    command = ["report", "--data", str(tmp_path), "-o", str(page), "--watch", "--lang", "en"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "shizhong_cli", *command], stderr=subprocess.PIPE, env=environment, encoding="utf-8"
    ) as watching:
        try:
            said = [_line(watching)]
            data.write_text("report: {title: First}\nindicators: {}\n", "utf-8")
            said.append(_line(watching))
            first = page.read_text("utf-8")
            data.write_text("title: [\n", "utf-8")
            said.append(_line(watching))
            assert "baselines.yaml:1:" in said[-1]
            kept = page.read_text("utf-8")
            data.write_text("report: {title: Second}\nindicators: {}\n", "utf-8")
            while "wrote" not in said[-1]:
                said.append(_line(watching))
            second = page.read_text("utf-8")
        finally:
            watching.send_signal(signal.SIGINT)
        rest = watching.stderr.read()
    assert watching.returncode == 130
    assert rest.strip() == ""
    assert "First" in first
    assert kept == first
    assert "Second" in second


def _line(watching: subprocess.Popen[str]) -> str:
    assert watching.stderr is not None
    return watching.stderr.readline()


def test_a_file_that_appears_is_seen(tmp_path, monkeypatch):
    from shizhong_cli.commands import watching

    monkeypatch.setattr(watching, "EVERY", 0)
    looks, file = [], tmp_path / "later"
    monkeypatch.setattr(time, "sleep", lambda _: (looks.append(1), file.write_text("x"))[0])
    changes = watching._changes(lambda: [str(file)])
    next(changes)
    next(changes)
    assert looks == [1]
