"""Where the data is: a folder with two files, which have these names everywhere."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

BASELINES = "baselines.yaml"
TARGETS = "targets.yaml"
INDEX = "index.pickle"

_PACKAGE = Path(__file__).resolve().parents[2]
BESIDE_THE_MODULES = _PACKAGE / "data"


def data_folder(given: Path | None) -> Path:
    """The folder to read: the one given, else SHIZHONG_DATA, else the data that came with the program."""
    if given is not None:
        return given
    if variable := os.environ.get("SHIZHONG_DATA"):
        return Path(variable)
    return shipped()


def passed_over(folder: Path, environment: Mapping[str, str]) -> bool:
    """Whether the working folder has a pack of its own, while the data that came with the program are read."""
    if environment.get("SHIZHONG_DATA") or not all(Path(name).is_file() for name in (TARGETS, BASELINES)):
        return False
    return any(Path(name).read_bytes() != (folder / name).read_bytes() for name in (TARGETS, BASELINES))


def shipped() -> Path:
    """Where the data that came with the program are: beside the modules, or beside the sources."""
    return BESIDE_THE_MODULES if (BESIDE_THE_MODULES / TARGETS).is_file() else _PACKAGE.parent


def shown_as(path: Path) -> str:
    """The path as places show it: relative to the working folder when it lies below it; shipped data by their name."""
    if path.parent == shipped():
        return path.name
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):  # elsewhere, no working folder, a loop of links
        return str(path)
