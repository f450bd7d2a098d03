"""Run the program inside this process, as a shell would see it."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import NamedTuple

from shizhong_cli.cli import main

ROOT = Path(__file__).resolve().parent.parent


class Ran(NamedTuple):
    code: int
    out: str
    err: str


def run(
    *arguments: str,
    lang: str | None = "zh",
    columns: int | str = 80,
    encoding: str = "utf-8",
    cwd: Path = ROOT,
    environment: dict[str, str] | None = None,
) -> Ran:
    """The exit code and what went to both streams."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="") for _ in range(2)]
    kept = sys.argv, sys.stdout, sys.stderr, Path.cwd(), dict(os.environ)
    sys.argv = ["shizhong", *arguments]
    sys.stdout, sys.stderr = streams
    os.environ["COLUMNS"] = str(columns)
    for name in ("SHIZHONG_DATA", "SHIZHONG_LANG", "SHIZHONG_ACTUALS", "GITHUB_ACTIONS"):
        os.environ.pop(name, None)
    os.environ["XDG_CONFIG_HOME"] = os.devnull  # whoever runs the tests may have settings
    if lang:
        os.environ["SHIZHONG_LANG"] = lang
    os.environ.update(environment or {})
    os.chdir(cwd)
    code = 0
    try:
        main()
    except SystemExit as stop:
        code = int(stop.code or 0)
    finally:
        sys.argv, sys.stdout, sys.stderr = kept[:3]
        os.chdir(kept[3])
        os.environ.clear()
        os.environ.update(kept[4])
    texts = []
    for stream in streams:
        stream.flush()
        texts.append(stream.buffer.getvalue().decode(encoding))
    return Ran(code, *texts)
