"""Every benchmark says what it measures and what it takes, before it measures anything."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from running import ROOT

SCRIPTS = sorted((ROOT / "benchmarks").glob("*.py"))


def test_there_are_benchmarks():
    assert len(SCRIPTS) >= 10


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_help_is_what_stands_at_its_top(script, tmp_path):
    """In a folder of its own, where nothing that it would need or make is."""
    asked = [sys.executable, "-X", "utf8", str(script), "--help"]
    done = subprocess.run(
        asked, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )
    described = ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))) or ""
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: {script.name}")
    assert "".join(described.split()) in "".join(done.stdout.split())
    assert list(tmp_path.iterdir()) == []
