"""Files as a repository names them: from its root, whatever the working folder is."""

from __future__ import annotations

import os
from pathlib import Path

WORKSPACE = "GITHUB_WORKSPACE"
"""Where a runner of GitHub says that the root is."""


def from_root(path: Path) -> str:
    """The path of a file from the root of its repository; from the working folder where there is none, or its name."""
    whole = Path(os.path.realpath(path))
    for root in _roots(whole):
        if whole.is_relative_to(root):
            return whole.relative_to(root).as_posix()
    return path.name


def _roots(file: Path) -> list[Path]:
    """The folders that may be the root, the likeliest first."""
    roots = [folder for folder in file.parents if (folder / ".git").exists()][:1]
    if workspace := os.environ.get(WORKSPACE):
        roots.insert(0, Path(os.path.realpath(workspace)))
    return [*roots, Path(os.path.realpath(Path.cwd()))]
