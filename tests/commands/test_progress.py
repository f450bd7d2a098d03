"""The bar of a long run: it grows on a terminal only, and is gone at the end, however that comes."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys

import pytest
from running import ROOT

from shizhong_cli.commands.progress import with_progress
from shizhong_cli.ending import ON_SCREEN

GONE = "\r\x1b[K"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_drawn_elsewhere(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(with_progress(iter("abc"), 3)) == ["a", "b", "c"]
    assert sys.stderr.getvalue() == ""


def test_it_grows_and_is_gone(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(with_progress(iter("ab"), 2)) == ["a", "b"]
    drawn = sys.stderr.getvalue()
    assert drawn == f"\r{'#' * 15}{'.' * 15} 1/2\r{'#' * 30} 2/2{GONE}"
    assert ON_SCREEN == []


def test_it_is_gone_when_the_run_breaks_off(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    going = with_progress(iter("ab"), 2)
    next(going)
    assert ON_SCREEN == [GONE]  # what a signal would have it taken back with
    going.close()
    assert ON_SCREEN == []
    assert sys.stderr.getvalue().endswith(GONE)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise there")
def test_a_signal_takes_it_back():
    code = (
        "import os, signal; from shizhong_cli.ending import ON_SCREEN, listen; listen();"
        "ON_SCREEN.append('gone'); os.kill(os.getpid(), signal.SIGINT)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ended = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (128 + signal.SIGINT, b"gone")
