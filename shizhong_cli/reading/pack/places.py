"""Where the data is: a folder with two files, which have these names everywhere."""

from __future__ import annotations

import os
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


def shipped() -> Path:
    """Where the data that came with the program are: beside the modules, or beside the sources."""
    return BESIDE_THE_MODULES if (BESIDE_THE_MODULES / TARGETS).is_file() else _PACKAGE.parent
