"""The script that makes a shell complete, where the shell finds it, and the line in its settings that loads it."""

from __future__ import annotations

from pathlib import Path

from shizhong_cli.causes import cause_of
from shizhong_cli.problems import CannotGoOn, Place, Problem


def install(file: Path, script: str, settings: Path | None, line: str) -> None:
    """Write the script, and add the line to the settings unless it is there. Raises ``CannotGoOn``."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(script, encoding="utf-8", newline="\n")
        if settings is not None:
            _add_line(settings, line)
    except OSError as error:
        raise CannotGoOn([Problem(Place(str(error.filename or file)), "W002", cause_of(error))]) from None


def _add_line(settings: Path, line: str) -> None:
    """Add a line at the end; nothing that is there changes."""
    there = settings.read_bytes() if settings.exists() else b""
    if line.encode() in there.splitlines():
        return
    with settings.open("ab") as file:
        file.write((b"" if there.endswith(b"\n") or not there else b"\n") + line.encode() + b"\n")
