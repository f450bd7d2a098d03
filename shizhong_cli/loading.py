"""Packs for the Python interface: read from a folder, from files, or from texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.arguments import check_path, check_type
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.core.checking.check import Check
    from shizhong_cli.core.pack.model import Catalogue


class Pack(NamedTuple):
    """The two files of one report, read and found sound."""

    catalogue: Catalogue
    declared: tuple[Check, ...]  # the checks that ``baselines.yaml`` writes down


def load(
    folder: Path | str | None = None, *, baselines: Path | str | None = None, targets: Path | str | None = None
) -> Pack:
    """Read a folder with ``baselines.yaml`` and ``targets.yaml``; the data shipped with the package when none is named.

    ``baselines`` and ``targets`` name one of the two files, or both, where they are called otherwise or lie elsewhere.
    Places name the files as they are asked for here. Raises ``CannotGoOn`` with every problem of both files, and
    ``ValueError`` for one file without a folder.
    """
    from shizhong_cli.reading.pack.checks import check_files, load_checked
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS, shipped

    for name, given in {"folder": folder, "baselines": baselines, "targets": targets}.items():
        check_path(name, given, or_none=True)
    if folder is None and baselines is None and targets is None:
        catalogue, declared = load_checked(shipped())
        return Pack(catalogue, tuple(declared))
    if folder is None and (baselines is None or targets is None):
        raise ValueError("name both files, or the folder of the other")
    beside = Path(folder or "")
    files = [Path(file or beside / name) for file, name in ((baselines, BASELINES), (targets, TARGETS))]
    catalogue, declared = check_files(*files)
    return Pack(catalogue, tuple(declared))


def load_texts(baselines: str, targets: str) -> Pack:
    """The same of the texts of both files, YAML as it stands in them; places go by the names of the files.

    Raises ``CannotGoOn`` with every problem of both.
    """
    from shizhong_cli.reading.pack.checks import check_texts

    check_type("baselines", baselines, str)
    check_type("targets", targets, str)
    catalogue, declared = check_texts(baselines, targets)
    return Pack(catalogue, tuple(declared))
