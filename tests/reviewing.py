"""A draft of a small report beside its review sheet, as tests of the sheet begin with one."""

from __future__ import annotations

from pathlib import Path

from running import run

COMMAND = ("draft", "report.txt", "-o", "made", "--sheet", "review.xlsx")
"""Writes the sheet, or reads the one that is there."""


def with_a_sheet(folder: Path, text: str) -> Path:
    """The folder, with a report of this text, its draft and the sheet."""
    (folder / "report.txt").write_text(text, "utf-8")
    ran = run(*COMMAND, cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    return folder
